"""Tree → flow: a flat sequence of texts and formats, in which punctuation has been reconciled and quotes set.

What elements, affixes and delimiters contribute meets here for the first time: two full stops become one, a comma
after a quotation goes inside it where the locale says so, quotations within quotations get inner marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, TypeAlias

from provcheck.csl.tree import PLAIN, Format, Node, Own, Piece


class Quotes(NamedTuple):
    """The marks of a locale, and whether it wants full stops and commas inside them."""

    opening: str = "“"
    closing: str = "”"
    inner_opening: str = "‘"
    inner_closing: str = "’"
    punctuation_inside: bool = False


class Mark:
    """The end of a format, or a quotation mark not yet chosen."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name


CLOSE: Final = Mark("close")
_OPEN_QUOTE: Final = Mark("open-quote")
_CLOSE_QUOTE: Final = Mark("close-quote")

Token: TypeAlias = str | Format | Mark

_PUNCTUATION = frozenset(".:;!?,")
_MEETING = {
    ":": {".": ":", "!": "!", "?": "?", ":": ":"},
    ".": {".": "."},
    ";": {":": ";", ".": ";", ";": ";", "!": "!", "?": "?"},
    "!": {":": "!", ".": "!", "!": "!"},
    "?": {":": "?", ".": "?", "?": "?"},
    ",": {",": ","},
}
"""What stays where two meet; where nothing is said, both do."""


def flow(pieces: Iterable[Piece], quotes: Quotes) -> list[Token]:
    """Return *pieces* as they are to be written."""
    tokens: list[Token] = []
    _flatten(pieces, tokens)
    return _quoted(_reconciled(tokens, quotes.punctuation_inside), quotes)


def _flatten(pieces: Iterable[Piece], out: list[Token]) -> None:
    for piece in pieces:
        if isinstance(piece, str):
            if piece:
                out.append(piece)
        elif piece.format is PLAIN:
            _flatten(piece.children, out)
        elif piece.children:
            _flatten_formatted(piece, out)


def _flatten_formatted(node: Node, out: list[Token]) -> None:
    start = len(out)
    if node.format.quotes:
        out.append(_OPEN_QUOTE)
        _flatten(node.children, out)
        if len(out) == start + 1:
            out.pop()
        else:
            out.append(_CLOSE_QUOTE)
    else:
        out.append(node.format)
        _flatten(node.children, out)
        if len(out) == start + 1:
            out.pop()
        else:
            out.append(CLOSE)


def _reconciled(tokens: list[Token], inside: bool) -> list[Token]:
    """Let the texts meet."""
    out: list[Token] = []
    last = -1  # the last text in out
    for token in tokens:
        if not isinstance(token, str):
            out.append(token)
            continue
        if last >= 0 and not isinstance(token, Own):
            token = _meet(out, last, token, inside)
        if token:
            last = len(out)
            out.append(token)
        while last >= 0 and not out[last]:
            last -= 1
            while last >= 0 and not isinstance(out[last], str):
                last -= 1
    return out


def _meet(out: list[Token], last: int, text: str, inside: bool) -> str:
    """Reconcile *text* with the text before it, out[last], which may change too; return what is left of *text*."""
    before = out[last]
    assert isinstance(before, str)
    first, end = text[0], before[-1]
    if first not in _PUNCTUATION:
        if first == " " and end in " \u00a0":
            return text[1:]
        if first == "\u00a0" and end == " ":
            out[last] = before[:-1]
        return text
    stays = _MEETING[end].get(first) if end in _PUNCTUATION else None
    if _CLOSE_QUOTE in out[last + 1 :]:
        if inside and (first in ".,!?" or stays == end):
            out[last] = before + first if stays is None else before[:-1] + stays
            return text[1:]
        return text[1:] if first == "." and end in "!?" else text
    if stays is None:
        return text
    if before == end and stays != end and inside and last and out[last - 1] is _CLOSE_QUOTE:
        # “a”: and “!”, of which only the second stays, and goes inside.
        out[last] = ""
        at = last
        while not isinstance(out[at], str) or not out[at]:
            at -= 1
        rest = _meet(out, at, stays, inside)
        out[last] = rest
    else:
        out[last] = before[:-1] + stays
    return text[1:]


def _quoted(tokens: list[Token], quotes: Quotes) -> list[Token]:
    """Choose quotation marks: outer and inner in turn."""
    depth = 0
    for at, token in enumerate(tokens):
        if token is _OPEN_QUOTE:
            tokens[at] = quotes.inner_opening if depth % 2 else quotes.opening
            depth += 1
        elif token is _CLOSE_QUOTE:
            depth -= 1
            tokens[at] = quotes.inner_closing if depth % 2 else quotes.closing
    return tokens


_SPACES = re.compile(r"  +")


def text_of(tokens: Sequence[Token]) -> str:
    """Return the text alone."""
    return "".join(token for token in tokens if isinstance(token, str))
