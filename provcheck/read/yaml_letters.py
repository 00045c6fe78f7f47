"""Where each character of a YAML scalar stands in the source.

Follows the YAML specification on folding (1.2.2, chapters 7.3 and 8.1). Whoever uses it compares the characters found
with what the parser read: where they differ the scalar is treated as one piece, so that a wrong place is never shown.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from functools import lru_cache
from itertools import islice
from typing import TypeAlias

from provcheck.model.document import Span
from provcheck.model.lazy import pattern
from provcheck.read.nodes import Node

Letter: TypeAlias = tuple[str, Span]

BREAK = pattern(r"\r\n|[\n\r\x85\u2028\u2029]")
HEADER = pattern(r"[|>]([-+0-9]*)[^\n\r]*")
ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
HEX_DIGITS = {"x": 2, "u": 4, "U": 8}


@lru_cache(maxsize=1)  # the findings in one long source line ask one after the other
def letters(text: str, node: Node, most: int) -> list[Span] | None:
    """Return the spans of the first *most* characters of *node*; None where they are not written letter by letter."""
    if node.style in ("|", ">"):
        found = list(islice(_block(text, node), min(most, len(node.text))))
    else:
        inset = 1 if node.style else 0
        found = list(islice(_flow(text, node.inner + inset, node.end - inset, node.style), most))
    if "".join(char for char, _ in found) != node.text[:most]:
        return None
    return [span for _, span in found]


def _flow(text: str, at: int, end: int, style: str) -> Iterator[Letter]:
    """Yield the letters of a plain or quoted scalar."""
    while at < end:
        char = text[at]
        if char in " \t" or BREAK.match(text, at, end):
            blanks = at
            while at < end and text[at] in " \t":
                at += 1
            if at < end and BREAK.match(text, at, end):
                at = yield from _fold(text, at, end, False)
            else:
                for place in range(blanks, at):
                    yield text[place], Span(place, place + 1)
        elif char == "'" and style == "'":
            yield "'", Span(at, at + 2)
            at += 2
        elif char == "\\" and style == '"':
            if BREAK.match(text, at + 1, end):
                at = yield from _fold(text, at + 1, end, True)
                continue
            digits = HEX_DIGITS.get(text[at + 1], 0)
            stop = at + 2 + digits
            code = text[at + 2 : stop]
            value = chr(int(code, 16)) if digits else ESCAPES.get(text[at + 1], "\0")
            yield value, Span(at, stop)
            at = stop
        else:
            yield char, Span(at, at + 1)
            at += 1


def _fold(text: str, at: int, end: int, escaped: bool) -> Generator[Letter, None, int]:
    """Yield what line breaks inside a flow scalar stand for; return where the next line's text begins."""
    breaks: list[Span] = []
    while (match := BREAK.match(text, at, end)) is not None:
        breaks.append(Span(*match.span()))
        at = match.end()
        while at < end and text[at] in " \t":
            at += 1
    if len(breaks) == 1 and not escaped:
        yield " ", Span(breaks[0].start, at)
    for span in breaks[1:]:
        yield "\n", span
    return at


def _block(text: str, node: Node) -> Iterator[Letter]:
    """Yield the letters of a literal or folded scalar, line breaks at its end included."""
    header = HEADER.match(text, node.inner, node.end)
    if header is None:
        return
    first = BREAK.match(text, header.end())
    if first is None:
        return
    lines = list(_lines(text, first.end(), node.end))
    explicit = [int(sign) for sign in header[1] if sign.isdigit()]
    if explicit:
        # Counted from the indentation around it, which the first line with text tells as well as any.
        indent = min((_indent(text, line) for line in lines if _indent(text, line) < line.end - line.start), default=0)
    else:
        indent = next((_indent(text, line) for line in lines if _indent(text, line) < line.end - line.start), 0)
    folded = node.style == ">"
    breaks: list[Span] = []
    before_blank, begun = False, False
    for line in lines:
        start = min(line.start + indent, line.end)
        if start < line.end:
            blank = text[start] in " \t"
            if begun and folded and not before_blank and not blank:
                if len(breaks) == 1:
                    yield " ", Span(breaks[0].start, start)
                for span in breaks[1:]:
                    yield "\n", span
            else:
                for span in breaks:
                    yield "\n", span
            breaks, before_blank, begun = [], blank, True
            for place in range(start, line.end):
                yield text[place], Span(place, place + 1)
        match = BREAK.match(text, line.end)
        breaks.append(Span(line.end, match.end() if match is not None else line.end))
    for span in breaks:
        yield "\n", span


def _lines(text: str, at: int, end: int) -> Iterator[Span]:
    while at < end:
        match = BREAK.search(text, at, end)
        stop = match.start() if match is not None else end
        yield Span(at, stop)
        at = match.end() if match is not None else end


def _indent(text: str, line: Span) -> int:
    at = line.start
    while at < line.end and text[at] == " ":
        at += 1
    return at - line.start
