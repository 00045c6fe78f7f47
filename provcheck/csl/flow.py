"""Tree → flow: a flat sequence of texts and formats, in which punctuation has been reconciled and quotes set.

What elements, affixes and delimiters contribute meets here for the first time: two full stops become one, a comma
after a quotation goes inside it where the locale says so, quotations within quotations get inner marks.
"""

from __future__ import annotations

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

    def have(self, marks: str, depth: int) -> bool:
        """Whether *marks* are the locale's own; inner ones stay as they were typed where nothing is around them."""
        inner = self.inner_opening + self.inner_closing
        return marks == self.opening + self.closing or (depth > 0 and marks == inner)


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
_MEETS = _PUNCTUATION | {" ", "\u00a0"}
"""A text that begins with another character stays as it is."""
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
    _flatten(pieces, tokens, quotes, 0)
    return _quoted(_reconciled(tokens, quotes.punctuation_inside), quotes)


def without_edges(tokens: list[Token]) -> list[Token]:
    """Return *tokens* without the space at the beginning of a first and the end of a last block."""
    if not any(isinstance(token, Format) and token.display for token in tokens):
        return tokens
    texts = [n for n, token in enumerate(tokens) if isinstance(token, str)]
    for n, strip in ((texts[0], str.lstrip), (texts[-1], str.rstrip)) if texts else ():
        tokens[n] = strip(str(tokens[n]))
    return tokens


def _flatten(pieces: Iterable[Piece], out: list[Token], quotes: Quotes, depth: int) -> None:
    for piece in pieces:
        if isinstance(piece, str):
            if piece:
                out.append(piece)
        elif piece.format is PLAIN:
            _flatten(piece.children, out, quotes, depth)
        elif piece.children:
            _flatten_formatted(piece, out, quotes, depth)


def _flatten_formatted(node: Node, out: list[Token], quotes: Quotes, depth: int) -> None:
    """Add *node*, which is within *depth* quotations."""
    start = len(out)
    marks = node.format.marks
    if marks and not quotes.have(marks, depth):
        out.append(marks[0])
        _flatten(node.children, out, quotes, depth)
        out.append(Own(marks[1]))
        return
    opening, closing = (_OPEN_QUOTE, _CLOSE_QUOTE) if node.format.quotes else (node.format, CLOSE)
    out.append(opening)
    _flatten(node.children, out, quotes, depth + node.format.quotes)
    if len(out) == start + 1:
        out.pop()
    else:
        out.append(closing)


def _reconciled(tokens: list[Token], inside: bool) -> list[Token]:
    """Let the texts meet."""
    out: list[Token] = []
    for token in tokens:
        if isinstance(token, str) and token[0] in _MEETS and not isinstance(token, Own):
            token = _meet(out, token, inside)
        if token:
            out.append(token)
    return out


def _last_text(out: list[Token]) -> int:
    """Return where the last text stands; -1 where there is none."""
    at = len(out) - 1
    while at >= 0 and not isinstance(out[at], str):
        at -= 1
    return at


def _meet(out: list[Token], text: str, inside: bool) -> str:
    """Reconcile *text* with the text before it in *out*, which may change too; return what is left of *text*."""
    last = _last_text(out)
    if last < 0:
        return text
    before = out[last]
    assert isinstance(before, str)
    first, end = text[0], before[-1]
    if first not in _PUNCTUATION:
        if first == " " and end in " \u00a0":
            return text[1:]
        if first == "\u00a0" and end == " ":
            _set(out, last, before[:-1])
        return text
    stays = _MEETING[end].get(first) if end in _PUNCTUATION else None
    if _CLOSE_QUOTE in out[last + 1 :]:
        return _meet_quotation(out, last, text, stays, inside)
    if stays is None:
        return text
    if before == end and stays != end and inside and last and out[last - 1] is _CLOSE_QUOTE:
        # Of “a”: and ! only the second stays, and goes inside.
        del out[last]
        rest = _meet(out, stays, inside)
        if rest:
            out.append(rest)
    else:
        out[last] = before[:-1] + stays
    return text[1:]


def _meet_quotation(out: list[Token], last: int, text: str, stays: str | None, inside: bool) -> str:
    """Reconcile *text* with the end of a quotation; *stays* is what would stay if there were no marks between."""
    before, first = out[last], text[0]
    assert isinstance(before, str)
    if inside and (first in ".,!?" or stays == before[-1]):
        if stays is None:
            out.insert(out.index(_CLOSE_QUOTE, last), first)
        else:
            out[last] = before[:-1] + stays
        return text[1:]
    return text[1:] if first == before[-1] or stays == before[-1] else text


def _set(out: list[Token], at: int, text: str) -> None:
    """Put *text* at *at*; no text is ever empty."""
    if text:
        out[at] = text
    else:
        del out[at]


def _quoted(tokens: list[Token], quotes: Quotes) -> list[Token]:
    """Choose quotation marks, outer and inner in turn, and join the texts that stand side by side."""
    out: list[Token] = []
    texts: list[str] = []
    depth = 0
    for token in tokens:
        if isinstance(token, str):
            texts.append(token)
        elif token is _OPEN_QUOTE:
            texts.append(quotes.inner_opening if depth % 2 else quotes.opening)
            depth += 1
        elif token is _CLOSE_QUOTE:
            depth -= 1
            texts.append(quotes.inner_closing if depth % 2 else quotes.closing)
        else:
            if texts:
                out.append("".join(texts))
                texts.clear()
            out.append(token)
    if texts:
        out.append("".join(texts))
    return out


def text_of(tokens: Sequence[Token]) -> str:
    """Return the text alone."""
    return "".join(token for token in tokens if isinstance(token, str))
