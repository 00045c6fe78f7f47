"""Values with their places: the trees that YAML and JSON are read into when somebody asks where something stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from provcheck.model.document import Locator, Pointer, Span
from provcheck.read.spans import enough


@dataclass(slots=True, eq=False)
class Node:
    """A value in the text. ``start`` and ``end`` count characters of the file's whole text."""

    kind: Literal["scalar", "list", "mapping", "alias"]
    start: int
    end: int
    style: str = ""
    """Of scalars the sign they begin with (``" ' | >``, or nothing); of collections ``flow`` or ``block``."""
    text: str = ""
    """What a scalar says, quotes and escapes undone."""
    inner: int = 0
    """Where the value itself begins, after an anchor and a tag."""
    items: list[Node] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    """Of a mapping, in order; of two equal keys the first counts."""
    merges: list[Node] = field(default_factory=list)
    """Of a mapping: what ``<<`` names."""
    target: Node | None = None
    """Of an alias: what it stands for."""
    repeated: bool = False
    """Whether an alias stands for it somewhere."""
    by_key: dict[str, Pair] | None = None

    def pair(self, key: str) -> Pair | None:
        """Return the mapping's own pair for *key*."""
        if self.by_key is None:
            self.by_key = {}
            for pair in self.pairs:
                self.by_key.setdefault(pair.key.text, pair)
        return self.by_key.get(key)

    def walk(self) -> Iterator[Node]:
        """Yield this node and all below it in the order of the text; aliases are not followed."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            below = [part for pair in node.pairs for part in pair] + node.items + node.merges
            waiting += sorted(below, key=lambda part: part.start, reverse=True)


class Pair(NamedTuple):
    """A key and its value."""

    key: Node
    value: Node


class Found(NamedTuple):
    """How far a pointer leads: to *node* under *key*, *rest* being steps that lead nowhere."""

    node: Node
    key: Node | None
    rest: Pointer
    around: tuple[Node, ...]
    """The collections around the node, outermost first."""
    shared: bool
    """Whether the way goes through an alias, or to what one stands for: the node belongs to another place too."""


def find(root: Node, pointer: Pointer) -> Found:
    """Follow *pointer* from *root* as far as it leads."""
    node, key, shared = root, None, root.repeated
    around: list[Node] = []
    for number, step in enumerate(pointer):
        within = node
        if node.kind == "alias" and node.target is not None:
            within, shared = node.target, True
        pair = None
        if within.kind == "mapping" and isinstance(step, str):
            pair = within.pair(step)
            if pair is None and (pair := _merged(within, step)) is not None:
                shared = True
        elif within.kind == "list" and isinstance(step, int) and 0 <= step < len(within.items):
            pair = Pair(within.items[step], within.items[step])
        if pair is None:
            return Found(node, key, pointer[number:], tuple(around), shared)
        around.append(within)
        node, key = pair.value, pair.key if within.kind == "mapping" else None
        shared = shared or node.repeated
    return Found(node, key, (), tuple(around), shared)


def _merged(mapping: Node, key: str) -> Pair | None:
    """Return the pair that ``<<`` brings into *mapping*; sources may themselves merge."""
    waiting, seen = list(reversed(mapping.merges)), set()
    while waiting:
        source = waiting.pop()
        if id(source) in seen:
            continue
        seen.add(id(source))
        if source.kind == "alias" and source.target is not None:
            waiting.append(source.target)
        elif source.kind == "list":
            waiting += reversed(source.items)
        elif source.kind == "mapping":
            pair = source.pair(key)
            if pair is not None:
                return pair
            waiting += reversed(source.merges)
    return None


def repeated(root: Node) -> Iterator[tuple[Node, Node]]:
    """Yield (key, the same key before it) for every key that its mapping has already."""
    for node in root.walk():
        firsts: dict[str, Node] = {}
        for key, _ in node.pairs:
            first = firsts.setdefault(key.text, key)
            if first is not key:
                yield key, first


class TreeLocator(Locator):
    """Finds values in a tree of nodes."""

    text: str
    """The file's whole text."""

    @property
    def root(self) -> Node | None:
        """The entry's node; None where the text cannot be read a second time."""
        raise NotImplementedError

    def letters(self, node: Node, most: int) -> list[Span] | None:
        """Return where the first *most* characters of a scalar stand; None where they are not written one by one."""
        raise NotImplementedError

    def value(self, pointer: Pointer) -> Span:
        """Return the span of the value at *pointer*, its quotes included."""
        root = self.root
        if root is None:
            return Span(0, 0)
        node = find(root, pointer).node
        return Span(node.inner, node.end)

    def key(self, pointer: Pointer) -> Span:
        """Return the span of the key that *pointer* ends in; where it has none, the value's span."""
        root = self.root
        if root is not None:
            found = find(root, pointer)
            if found.key is not None and not found.rest:
                return Span(found.key.inner, found.key.end)
        return self.value(pointer)

    def within(self, pointer: Pointer, start: int, end: int) -> Span:
        """Return the span of characters *start* to *end* of the scalar at *pointer*."""
        whole = self.value(pointer)
        root = self.root
        if root is None:
            return whole
        found = find(root, pointer)
        node = found.node.target if found.node.kind == "alias" else found.node
        if found.rest or node is None or node.kind != "scalar" or not 0 <= start <= end <= len(node.text):
            return whole
        letters = self.letters(node, enough(end))
        if letters is None:
            return whole
        if start < end:
            # The last line end of a block scalar is one of its letters, but stands after its place.
            return Span(min(letters[start].start, whole.end), min(letters[end - 1].end, whole.end))
        at = letters[start].start if start < len(letters) else letters[-1].end if letters else whole.start
        return Span(at, at)
