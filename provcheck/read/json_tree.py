"""JSON → nodes with places. Run only when somebody asks where something stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from provcheck.model.document import Span
from provcheck.model.lazy import pattern
from provcheck.read.nodes import Node, Pair

MAX_DEPTH = 100
"""Collections inside collections, as in YAML."""

TOKEN = pattern(r'[ \t\r\n]*(?:("[^"\\]*(?:\\.[^"\\]*)*")|([\[\]{},:])|([^\s\[\]{},:"]+))', re.DOTALL)
ESCAPE = pattern(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)|[^\\]", re.DOTALL)


def compose(text: str, start: int, end: int) -> Node | None:
    """Return the node of the value in ``text[start:end]``; None where it is nested too deep or no JSON.

    The standard library has read the value before: this need not look for errors.
    """
    stack: list[Node] = []
    keys: list[Node | None] = []
    for first, at, stop in _tokens(text, start, end):
        if first in "]}":
            if not stack:
                return None
            node = stack.pop()
            keys.pop()
            node.end = stop
        elif first in ",:":
            continue
        elif first in "[{":
            if len(stack) == MAX_DEPTH:
                return None
            stack.append(Node("list" if first == "[" else "mapping", at, stop, "flow", inner=at))
            keys.append(None)
            continue
        else:
            quoted = first == '"'
            node = Node("scalar", at, stop, '"' if quoted else "", inner=at)
            node.text = json.loads(text[at:stop], strict=False) if quoted else text[at:stop]
        if not stack:
            return node
        parent = stack[-1]
        key = keys[-1]
        if parent.kind == "list":
            parent.items.append(node)
        elif key is None:
            keys[-1] = node
        else:
            parent.pairs.append(Pair(key, node))
            keys[-1] = None
    return None


def too_deep(text: str, start: int, end: int) -> int:
    """Return where the first collection stands that is nested too deep."""
    depth = 0
    for first, at, _ in _tokens(text, start, end):
        if first in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                return at
        elif first in "]}":
            depth -= 1
    return start


def constants(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where NaN and Infinity stand, which are no JSON."""
    for first, at, stop in _tokens(text, start, end):
        if first in "NI-" and text[at:stop] in ("NaN", "Infinity", "-Infinity"):
            yield at, stop


def _tokens(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield (first character, start, end) of every token."""
    match = TOKEN.match(text, start, end)
    while match is not None:
        at = match.start(match.lastindex or 0)
        yield text[at], at, match.end()
        match = TOKEN.match(text, match.end(), end)


@lru_cache(maxsize=1)  # the findings in one long source line ask one after the other
def letters(text: str, node: Node, most: int) -> list[Span] | None:
    """Return the spans of the first *most* characters of the scalar *node*."""
    if node.style != '"':
        return [Span(at, at + 1) for at in range(node.inner, min(node.end, node.inner + most))]
    found = [Span(*match.span()) for match in islice(ESCAPE.finditer(text, node.inner + 1, node.end - 1), most)]
    return found if len(found) == min(len(node.text), most) else None
