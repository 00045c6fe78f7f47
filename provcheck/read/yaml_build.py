"""YAML events → plain data, without recursion, without constructing anything, without places.

Marks are looked at only where something is wrong. `provcheck.read.yaml_tree` goes over the same events a second time
when somebody asks where a value stands.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple, TypeAlias

from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from provcheck.model.document import Pointer, Value
from provcheck.read.faults import Faults
from provcheck.read.scalars import misread
from provcheck.read.yaml_errors import explain
from provcheck.read.yaml_events import MAX_DEPTH, events

MAX_ALIASED = 100_000
"""Values that aliases may add to a file: real files repeat a few lines, expansion bombs grow to billions."""

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
"""Unquoted scalars that every YAML reader takes for nothing."""

CORE = "tag:yaml.org,2002:"
KNOWN_TAGS = frozenset(("!", *(CORE + n for n in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq"))))
"""Tags that change nothing for us: the value keeps its text."""

MAYBE_MISREAD = frozenset("0123456789+-.=<~nNyYoOtTfF")
"""How scalars begin that some reader may not take for text: a quick look before `scalars.misread`."""

# What a mapping that is being filled does next, where it does not hold the key of the coming value.
WAIT: Final = 0
"""The next scalar is a key."""
MERGE: Final = 1
"""The value is a mapping, or several, to be merged (``<<``)."""
DROP: Final = 2
"""The value goes nowhere: its key was there already, or is none."""

Unquoted: TypeAlias = list[tuple[Pointer, str]]


class Built(NamedTuple):
    """A document's data, and the pointers of what stands in it without quotes and some reader may misread."""

    data: Value
    unquoted: Unquoted
    unquoted_keys: list[Pointer]


class Frame:
    """A collection that is being filled."""

    __slots__ = ("anchor", "before", "data", "flow", "height", "key", "key_at", "merges")

    def __init__(self, data: list[Value] | dict[str, Value], flow: bool, anchor: str | None, before: int) -> None:
        self.data = data
        self.key: str | int = WAIT
        self.key_at = (0, 0)
        self.flow = flow
        self.anchor = anchor
        self.before = before
        """How many values the document had before this one."""
        self.height = 1
        self.merges: list[Value] = []


class Anchored(NamedTuple):
    """What an alias stands for. One that is not whole is still being read: an alias inside it would never end."""

    value: Value
    size: int
    height: int
    whole: bool = True


class Repeated(NamedTuple):
    """A key that was there already. Its fault waits until somebody finds the place of the first one."""

    key: str
    start: int
    end: int


class Stop(Exception):  # noqa: N818 (it is no error: the fault is reported already)
    """Reading cannot go on."""


class Builder:
    """Builds the plain data of every document in a stream."""

    def __init__(self, text: str, base: int, faults: Faults) -> None:
        self.text = text
        self.base = base
        """Where the text begins in its file: front matter does not stand at its top."""
        self.faults = faults
        self.documents: list[Built] = []
        self.repeated: list[Repeated] = []
        self.aliased = 0
        self.start_document()

    def build(self) -> None:
        """Go through all events. Stops at the first that cannot be; the documents before it are kept."""
        act: dict[type[Any], Callable[[Any], None]] = {
            ScalarEvent: self.scalar,
            MappingStartEvent: self.start,
            SequenceStartEvent: self.start,
            MappingEndEvent: self.end,
            SequenceEndEvent: self.end,
            AliasEvent: self.alias,
            DocumentStartEvent: self.start_document,
            DocumentEndEvent: self.end_document,
            StreamStartEvent: self.start_document,
        }
        try:
            get = events(self.text).get_event
            while type(event := get()) is not StreamEndEvent:
                act[type(event)](event)
        except YAMLError as error:
            self.fault(*explain(error, self.text))
        except Stop:
            pass

    def fault(self, rule: str, message: str, start: int, end: int) -> None:
        """Report what is wrong with the characters *start* to *end*."""
        self.faults.add(rule, message, self.base + start, self.base + end)

    def fault_at(self, event: Any, rule: str, message: str) -> None:
        """Report what is wrong with *event*."""
        self.fault(rule, message, event.start_mark.index, event.end_mark.index)

    def start_document(self, _event: Any = None) -> None:
        """Begin a document."""
        self.stack: list[Frame] = []
        self.top = Frame([], False, None, 0)
        self.anchors: dict[str, Anchored] = {}
        self.unquoted: Unquoted = []
        self.unquoted_keys: list[Pointer] = []
        self.count = 0

    def end_document(self, _event: Any) -> None:
        """Keep the document."""
        assert isinstance(self.top.data, list)
        self.documents.append(Built(self.top.data[0], self.unquoted, self.unquoted_keys))

    def scalar(self, event: Any) -> None:
        """Take a key or a text."""
        self.count += 1
        text: str = event.value
        plain = event.implicit[0] and not event.style
        if event.tag is not None:
            self.tag(event)
        top = self.top
        if top.key is WAIT and type(top.data) is dict:
            if event.anchor is not None:
                self.anchors[event.anchor] = Anchored(text, 1, 0)
            self.key(event, text, plain)
            return
        value: Value = text
        if plain:
            if text in NULLS:
                value = None
                if top.flow and not text and self.lacks_colon(event):
                    return
            elif text[0] in MAYBE_MISREAD and misread(text):
                pointer = self.pointer()
                if pointer is not None:
                    self.unquoted.append((pointer, text))
        elif event.tag == CORE + "null":
            value = None
        if event.anchor is not None:
            self.anchors[event.anchor] = Anchored(value, 1, 0)
        self.put(value)

    def key(self, event: Any, key: str, plain: bool) -> None:
        """Take the key of the value to come."""
        top = self.top
        if top.flow:
            top.key_at = event.start_mark.index, event.end_mark.index
        if plain and key == "<<":
            top.key = MERGE
        elif plain and key and key[0] in MAYBE_MISREAD and key not in top.data and misread(key):
            top.key = key
            pointer = self.pointer()
            if pointer is not None:
                self.unquoted_keys.append(pointer)
        elif key in top.data:
            self.repeated.append(Repeated(key, event.start_mark.index, event.end_mark.index))
            top.key = DROP
        else:
            top.key = key

    def put(self, value: Value) -> None:
        """Put a whole value where it belongs."""
        top = self.top
        if isinstance(top.data, list):
            top.data.append(value)
        elif isinstance(top.key, str):
            top.data[top.key] = value
            top.key = WAIT
        elif top.key is MERGE:
            top.merges += value if isinstance(value, list) else [value]
            top.key = WAIT
        else:
            # What was dropped is over; or a collection stood as a key, and the value to come has nowhere to go.
            top.key = WAIT if top.key is DROP else DROP

    def start(self, event: Any) -> None:
        """Begin a mapping or list."""
        self.count += 1
        if len(self.stack) == MAX_DEPTH:
            self.fault_at(event, "syntax", f"nested more than {MAX_DEPTH} deep: nothing from here on is read")
            raise Stop
        if event.tag is not None:
            self.tag(event)
        if event.anchor is not None:
            self.anchors[event.anchor] = Anchored(None, 0, 0, whole=False)
        top = self.top
        if top.key is WAIT and type(top.data) is dict:
            self.fault_at(event, "syntax", "a list or mapping cannot be a key: quote the text, braces are YAML's")
        self.stack.append(top)
        data: list[Value] | dict[str, Value] = {} if type(event) is MappingStartEvent else []
        self.top = Frame(data, event.flow_style, event.anchor, self.count)

    def end(self, event: Any) -> None:
        """End a mapping or list."""
        frame = self.top
        if frame.merges:
            self.merge(frame, event)
        self.top = parent = self.stack.pop()
        parent.height = max(parent.height, frame.height + 1)
        if frame.anchor is not None:
            self.anchors[frame.anchor] = Anchored(frame.data, self.count - frame.before + 1, frame.height)
        self.put(frame.data)

    def merge(self, frame: Frame, event: Any) -> None:
        """Add what ``<<`` names: it gives way to the mapping's own keys, and later sources to earlier ones."""
        assert isinstance(frame.data, dict)
        for source in frame.merges:
            if not isinstance(source, dict):
                self.fault_at(event, "syntax", "<< merges mappings: what follows is none")
                return
            for key, value in source.items():
                frame.data.setdefault(key, value)

    def alias(self, event: Any) -> None:
        """Put what an alias stands for."""
        known = self.anchors.get(event.anchor, NOTHING)
        if known is NOTHING:
            self.fault_at(event, "syntax", f"*{event.anchor} stands for nothing: no &{event.anchor} comes before it")
        elif not known.whole:
            self.fault_at(event, "syntax", f"*{event.anchor} stands inside &{event.anchor}: it would never end")
        elif len(self.stack) + known.height > MAX_DEPTH:
            self.fault_at(event, "syntax", f"nested more than {MAX_DEPTH} deep by its aliases")
            known = NOTHING
        self.count += known.size
        self.aliased += known.size
        if self.aliased > MAX_ALIASED:
            self.fault_at(event, "syntax", f"aliases add over {MAX_ALIASED:,} values: the rest is not read")
            raise Stop
        top = self.top
        top.height = max(top.height, known.height + 1)
        if top.key is WAIT and type(top.data) is dict:
            if isinstance(known.value, str):
                self.key(event, known.value, False)
                return
            self.fault_at(event, "syntax", "only an alias of text can be a key")
        self.put(known.value)

    def tag(self, event: Any) -> None:
        """Refuse tags that would make something else than text, lists and mappings."""
        if event.tag not in KNOWN_TAGS:
            shown = "!!" + event.tag.removeprefix(CORE) if event.tag.startswith(CORE) else event.tag
            message = f"the tag {shown} means nothing here; the value is read without it"
            self.fault_at(event, "syntax", message)

    def pointer(self) -> Pointer | None:
        """Return the pointer of the value to come; None where it goes nowhere."""
        steps: list[str | int] = []
        for frame in (*self.stack, self.top)[1:]:
            if isinstance(frame.data, list):
                steps.append(len(frame.data))
            elif isinstance(frame.key, str):
                steps.append(frame.key)
            else:
                return None
        return tuple(steps)

    def lacks_colon(self, event: Any) -> bool:
        """Tell whether the key before this empty value in braces has no colon: then a comma made it. Drop it."""
        top = self.top
        if not isinstance(top.data, dict) or not isinstance(top.key, str):
            return False
        start, at = top.key_at
        if ":" in self.text[at : event.end_mark.index] or self.text[at : at + 1] == ":":
            return False
        before = next(reversed(top.data.items()), None)
        if before is not None and isinstance(before[1], str):
            wanted = f'{before[0]}: "{before[1]}, {top.key}"'
            remedy = f"if the comma belongs to the text, quote the comma: {wanted}"
        else:
            remedy = "add a colon and a value, or quote the comma"
        self.fault("yaml-comma", f"“{top.key}” stands here as a key without a value; {remedy}", start, at)
        top.key = WAIT
        return True


NOTHING = Anchored(None, 0, 0)
