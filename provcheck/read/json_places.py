"""Where the values of a JSON text stand, and how to write others in their stead."""

from __future__ import annotations

import json
import re
from functools import cached_property, lru_cache

from provcheck.model.document import Edit, Pointer, Span, Value
from provcheck.model.lazy import pattern
from provcheck.read.encoding import unseen
from provcheck.read.json_tree import compose, letters
from provcheck.read.nodes import Found, Node, TreeLocator, find

BREAK = pattern(r"\r\n|\n|\r")


class JsonText:
    """A JSON text that stands at *start* to *end* of its file's *text*; read again when places are asked for."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end

    @cached_property
    def top(self) -> Node | None:
        """The node of the whole value."""
        return compose(self.text, self.start, self.end)

    @property
    def ascii(self) -> bool:
        """Whether other letters than those of ASCII are written as escapes in this file."""
        return _escapes(self.text)


def _dumped(value: Value, ascii_only: bool) -> str:
    """Return *value* as JSON; what nobody sees stays an escape."""
    text = json.dumps(value, ensure_ascii=ascii_only)
    hidden = set() if text.isascii() else set(unseen(text))
    return "".join(f"\\u{ord(char):04x}" if at in hidden else char for at, char in enumerate(text)) if hidden else text


@lru_cache(maxsize=1)
def _escapes(text: str) -> bool:
    """Tell whether *text* escapes all that is not ASCII; looked at once for all the lines of a file."""
    return text.isascii() and "\\u" in text


class JsonLocator(TreeLocator):
    """Finds the values of one entry: the whole text, or an item of its top list."""

    def __init__(self, source: JsonText, item: int | None = None) -> None:
        self.source = source
        self.text = source.text
        self.item = item

    @property
    def root(self) -> Node | None:
        """The entry's node."""
        node = self.source.top
        return node if self.item is None or node is None else node.items[self.item]

    def letters(self, node: Node, most: int) -> list[Span] | None:
        """Return where each of the first *most* characters of a scalar stands."""
        return letters(self.text, node, most)

    def replace(self, pointer: Pointer, value: Value) -> tuple[Edit, ...] | None:
        """Return the edits that make *value* stand at *pointer*."""
        root = self.root
        if root is None:
            return None
        found = find(root, pointer)
        if not found.rest:
            new = self._written(value, self._margin(found.node.start))
            return (Edit(Span(found.node.start, found.node.end), new),)
        if len(found.rest) == 1 and isinstance(found.rest[0], str) and found.node.kind == "mapping":
            return (self._add(found, found.rest[0], value),)
        return None

    def _add(self, found: Found, key: str, value: Value) -> Edit:
        """Add a key after the last one of the mapping found."""
        mapping = found.node
        name = _dumped(key, self.source.ascii)
        if not mapping.pairs:
            span = Span(mapping.start + 1, mapping.end - 1)
            return Edit(span, f"{name}: {self._written(value, None)}")
        last = mapping.pairs[-1]
        margin = self._margin(last.key.start)
        at = last.value.end
        own_line = margin is not None and self._line_start(last.key.start) + len(margin) == last.key.start
        if own_line:
            assert margin is not None
            return Edit(Span(at, at), f",{self._newline}{margin}{name}: {self._written(value, margin)}")
        return Edit(Span(at, at), f", {name}: {self._written(value, None)}")

    def _line_start(self, at: int) -> int:
        return 1 + max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at))

    def _margin(self, at: int) -> str | None:
        """Return the blanks at the beginning of the line of *at*; None where the whole value stands on one line."""
        top = self.source.top
        if top is None or BREAK.search(self.text, top.start, top.end) is None:
            return None
        line = self.text[self._line_start(at) : at]
        return line[: len(line) - len(line.lstrip(" \t"))]

    @cached_property
    def _newline(self) -> str:
        match = BREAK.search(self.text)
        return match.group() if match is not None else "\n"

    @cached_property
    def _step(self) -> str:
        """How much deeper the inner lines of a collection stand in this text."""
        match = re.compile(r"[\[{](?:\r\n|\n|\r)([ \t]+)").search(self.text, self.source.start)
        return match[1] if match is not None else "  "

    def _written(self, value: Value, margin: str | None) -> str:
        """Return *value* as JSON; on one line where *margin* is None, else with inner lines deeper than *margin*."""
        if margin is None or not isinstance(value, (dict, list)) or not value:
            return _dumped(value, self.source.ascii)
        inner = margin + self._step
        if isinstance(value, list):
            parts = [self._written(item, inner) for item in value]
            signs = "[]"
        else:
            signs = "{}"
            parts = [f"{_dumped(key, self.source.ascii)}: {self._written(item, inner)}" for key, item in value.items()]
        newline = self._newline
        return signs[0] + newline + f",{newline}".join(inner + part for part in parts) + newline + margin + signs[1]
