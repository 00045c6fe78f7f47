"""YAML events → nodes with places. Run once for a document, and only when somebody asks where something stands."""

from __future__ import annotations

import re
from typing import Any

from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from provcheck.model.lazy import pattern
from provcheck.read.nodes import Node, Pair
from provcheck.read.yaml_events import MAX_DEPTH, events

PROPERTIES = pattern(r"(?:[&!][^\s,\[\]{}]*[ \t]*)+")
"""An anchor and a tag before a value; a verbatim tag (``!<…>``) has the same shape."""


class Composer:
    """Builds the nodes of one YAML text that stands at *start* to *end* of its file's *text*."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.base = start
        self.end = end
        self.documents: list[Node] = []
        """The top node of every document, as far as the text can be read."""
        self.stack: list[Node] = []
        self.keys: list[Node | None] = []
        """For every open collection the key whose value is to come."""
        self.anchors: dict[str, Node] = {}

    def compose(self) -> list[Node]:
        """Return the top node of every document, as far as the text can be read."""
        try:
            get = events(self.text[self.base : self.end]).get_event
            while type(event := get()) is not StreamEndEvent:
                self.take(event)
                if len(self.stack) > MAX_DEPTH:
                    break
        except YAMLError:
            pass  # the builder has reported it
        return self.documents

    def take(self, event: Any) -> None:
        """Take the next event."""
        kind = type(event)
        if kind is ScalarEvent:
            node = self.node("scalar", event)
            node.style, node.text = event.style or "", event.value
            if node.style in "|>" and node.style:
                node.end = self.block_end(node)
            self.put(node)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            node = self.node("mapping" if kind is MappingStartEvent else "list", event)
            node.style = "flow" if event.flow_style else "block"
            self.stack.append(node)
            self.keys.append(None)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            node = self.stack.pop()
            self.keys.pop()
            if node.style == "flow":
                node.end = self.base + event.end_mark.index
            else:
                last = node.pairs[-1].value if node.pairs else node.items[-1] if node.items else node
                # A block ends with its last value; the parser sees its end only where something else begins.
                node.end = max([last.end, *(merge.end for merge in node.merges)])
            self.put(node)
        elif kind is AliasEvent:
            node = self.node("alias", event)
            node.target = self.anchors.get(event.anchor)
            if node.target is not None:
                node.target.repeated = True
            self.put(node)
        elif kind is DocumentStartEvent:
            self.anchors = {}

    def node(self, kind: Any, event: Any) -> Node:
        """Return a node for *event*, its anchor registered."""
        start, end = self.base + event.start_mark.index, self.base + event.end_mark.index
        inner = start
        if kind != "alias" and (event.anchor is not None or event.tag is not None):
            match = PROPERTIES.match(self.text, start)
            inner = min(match.end(), end) if match is not None else start
            if kind != "scalar" and not event.flow_style:
                inner = end = match.end() if match is not None else start
        node = Node(kind, start, end, inner=inner)
        if kind != "alias" and event.anchor is not None:
            self.anchors[event.anchor] = node
        return node

    def put(self, node: Node) -> None:
        """Put a whole node where it belongs."""
        if not self.stack:
            self.documents.append(node)
            return
        parent = self.stack[-1]
        if parent.kind == "list":
            parent.items.append(node)
            return
        key = self.keys[-1]
        if key is None:
            self.keys[-1] = node
            return
        self.keys[-1] = None
        if key.kind == "scalar" and key.text == "<<" and not key.style:
            parent.merges.append(node)
            return
        if key.kind == "alias" and key.target is not None and key.target.kind == "scalar":
            key = Node("scalar", key.start, key.end, "*", key.target.text, key.start)
        if key.kind == "scalar":
            parent.pairs.append(Pair(key, node))

    def block_end(self, node: Node) -> int:
        """Return where the last line of a literal or folded scalar ends; only ``+`` keeps the empty lines below it."""
        source = self.text[node.inner : node.end]
        header = source.splitlines()[0] if source else ""
        if "+" in header.partition("#")[0]:
            return node.end - len(source) + len(source.rstrip(" ").removesuffix("\n").removesuffix("\r"))
        last = len(source.rstrip(" \t\r\n"))  # other blanks are text
        line = re.compile(r"[^\r\n]*").match(source, last)
        return node.inner + (line.end() if line is not None else last)
