"""Tree → flow: a flat sequence of texts and formats, in which punctuation has been reconciled and quotes set.

What elements, affixes and delimiters contribute meets here for the first time: two full stops become one, a comma
after a quotation goes inside it where the locale says so, quotations within quotations get inner marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias

from provcheck.csl.punctuation import NUMBER, PUNCTUATION, QUOTED, STYLED, TEXT, UNQUOTED, meet
from provcheck.csl.tree import LOOKS, PLAIN, Format, Node, Own, Piece


class Quotes(NamedTuple):
    """The marks of a locale, and whether it wants full stops and commas inside them."""

    opening: str = "“"
    closing: str = "”"
    inner_opening: str = "‘"
    inner_closing: str = "’"
    punctuation_inside: bool = False

    def level(self, marks: str) -> int:
        """Return which marks of the locale *marks* are: the outer ones 1, the inner ones 2, none 0."""
        return (
            1 if marks == self.opening + self.closing else 2 if marks == self.inner_opening + self.inner_closing else 0
        )

    def pair(self, level: int) -> tuple[str, str]:
        """Return the marks of *level*."""
        return (self.inner_opening, self.inner_closing) if level == 2 else (self.opening, self.closing)


class Mark:
    """The end of a format."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name


CLOSE: Final = Mark("close")

Token: TypeAlias = str | Format | Mark

_MARKS = "".join(PUNCTUATION)
_ENDS = PUNCTUATION | {" "}
Edge: TypeAlias = str | tuple[str, int, Format, str]
"""An affix; and where there is more to say of that which it belongs to: flags, format, quotation mark."""
_NUMBERS = frozenset({"number", "citation-number"})


def flow(pieces: Iterable[Piece], quotes: Quotes) -> list[Token]:
    """Return *pieces* as they are to be written."""
    writing = _Writing(quotes)
    writing.pieces(pieces, 0, 0)
    return _joined(writing.finished())


def without_edges(tokens: list[Token]) -> list[Token]:
    """Return *tokens* without the space at the beginning of a first and the end of a last block."""
    if not any(isinstance(token, Format) and token.display for token in tokens):
        return tokens
    texts = [n for n, token in enumerate(tokens) if isinstance(token, str)]
    for n, strip in ((texts[0], str.lstrip), (texts[-1], str.rstrip)) if texts else ():
        tokens[n] = strip(str(tokens[n]))
    return tokens


class _Writing:
    """Walks a tree from left to right and writes it down, one text after the other.

    What ends after a text and what begins before the next is kept until the next is met: only then is it known which
    affixes are printed, and what meets what.
    """

    __slots__ = ("begun", "delimiter", "ended", "inside", "quotes", "text", "tokens")

    def __init__(self, quotes: Quotes) -> None:
        self.quotes = quotes
        self.inside = quotes.punctuation_inside
        self.tokens: list[Token] = []
        self.text = ""
        """The last text, not yet written down, for its last mark may change."""
        self.ended: list[Edge] = []
        """What has ended since, from the text outwards: its suffix and closing mark."""
        self.begun: list[Edge] = []
        """What has begun since, inwards: its prefix and opening mark."""
        self.delimiter = ""
        """Of what holds both the last text and the next."""

    def pieces(self, pieces: Iterable[Piece], level: int, looks: int, delimiter: str = "") -> None:
        """Write *pieces*, *delimiter* between them, which are within marks of *level* and have *looks* around them."""
        begun, ended = self.begun, self.ended
        for piece in pieces:
            if not begun:
                self.delimiter = delimiter
            if isinstance(piece, str):
                if piece:
                    begun.append("")
                    self.leaf(piece)
                    ended.append("")
                continue
            children = piece.children
            if not children:
                continue
            if piece.format is PLAIN and not piece.role:
                begins: Edge = piece.prefix
                ends: Edge = piece.suffix
                marks, around = level, looks
            else:
                children, begins, ends, marks, around = self.opened(piece, level, looks)
            begun.append(begins)
            only = children[0]
            if len(children) > 1 or not isinstance(only, str):
                self.pieces(children, marks, around, piece.delimiter)
            elif only:
                self.leaf(only)
            if begun:  # no text has come since
                begun.pop()
            else:
                ended.append(ends)

    def opened(self, node: Node, level: int, looks: int) -> tuple[Sequence[Piece], Edge, Edge, int, int]:
        """Return the children of *node*, its edges, and the marks and looks around the children.

        What brings looks back to normal is written, as by citeproc-js, where they are around it or the last within has
        them. A name knows only what is around cs:names, which the higher bits of *looks* say.
        """
        children, form, role = node.children, node.format, node.role
        flags = form.flags
        opening = closing = ""
        if flags & QUOTED:
            own, level = self.quoted(form, level)
            if not own:
                children, form, flags = (Own(form.marks[0]), *children, Own(form.marks[1])), PLAIN, 0
            else:
                opening, closing = self.quotes.pair(own)
        elif flags & UNQUOTED and not level:
            level = 2
        if role == "name":
            looks = looks >> len(LOOKS)
        if form.normals:
            form = _without(form, form.normals & ~(looks if role == "name" else looks | _last_looks(children)))
        if role == "names" and not isinstance(node.value, str):
            looks |= looks << len(LOOKS)
        elif role != "name":
            looks |= form.looks
        if len(children) == 1 and isinstance(children[0], str):
            if form.flips:
                children = (Node(children),)
            elif role in _NUMBERS:
                flags |= NUMBER
        if form is PLAIN and not flags:
            return children, node.prefix, node.suffix, level, looks
        return children, (node.prefix, flags, form, opening), (node.suffix, flags, form, closing), level, looks

    def quoted(self, form: Format, level: int) -> tuple[int, int]:
        """Return the level of the marks around a quotation within marks of *level*, and the level within it.

        Those of a field are the other ones than around them, or what they were typed as; 0 if the locale does not know
        them. Where the style says that there are no quotes, all within is as if inner marks were around it.
        """
        if form.flips:
            typed = self.quotes.level(form.marks) if len(form.marks) == 2 else 2 if form.marks else 1
            if not typed:
                return 0, level
            level = 3 - level if level else typed
            return level, level
        return 1, level or 1

    def leaf(self, text: str) -> None:
        """Write down the last text and what stands between it and *text*, which is the next.

        Marks at the beginning of *text* count as a prefix, unless it goes on within a field.
        """
        begun, ended = self.begun, self.ended
        if text[:1] in PUNCTUATION and not isinstance(text, Own):
            rest = text.lstrip(":.;!? ") or text
            if rest is not text:
                begun[-1] = _with(begun[-1], text[: -len(rest)])
                text = rest
        last = self.text
        if last[-1:] in _ENDS:
            within = last.rstrip(_MARKS)
            end = last[len(within) :] or " "
            stays, between = _between(end, tuple(ended), self.delimiter, tuple(begun), self.inside)
            if stays != end:
                last = last[: -len(end)] + stays
        else:
            stays, between = _between("", tuple(ended), self.delimiter, tuple(begun), self.inside)
            last += stays
        if last:
            self.tokens.append(last)
        self.tokens += between
        ended.clear()
        begun.clear()
        self.text = text

    def finished(self) -> list[Token]:
        """Return all that was written."""
        self.delimiter = ""
        self.leaf("")
        return self.tokens


def _with(edge: Edge, marks: str) -> Edge:
    """Return *edge* with *marks* after its prefix."""
    return edge + marks if isinstance(edge, str) else (edge[0] + marks, *edge[1:])


@lru_cache(maxsize=65536)
def _between(
    end: str, ended: tuple[Edge, ...], delimiter: str, begun: tuple[Edge, ...], inside: bool
) -> tuple[str, Sequence[Token]]:
    """Return what the last text ends in instead of *end*, and what is written between it and the next."""
    ends = [(edge, 0, PLAIN, "") if isinstance(edge, str) else edge for edge in ended]
    starts = [(edge, 0, PLAIN, "") if isinstance(edge, str) else edge for edge in begun]
    # The innermost of what has ended held the last text alone.
    suffixes = [(suffix, flags if n else flags | TEXT) for n, (suffix, flags, _, _) in enumerate(ends)]
    met = meet(end, suffixes, delimiter, [start[:2] for start in starts], inside)
    tokens: list[Token] = []
    for (_, flags, form, closing), suffix in zip(ends, met.suffixes, strict=True):
        look: Token = CLOSE if flags & STYLED else ""
        tokens += (look, closing, suffix, CLOSE if form.display else "")
    tokens.append(met.delimiter)
    for (_, flags, form, opening), prefix in zip(starts, met.prefixes, strict=True):
        look = form if flags & STYLED else ""
        tokens += (form if form.display else "", prefix, opening, look)
    return met.end, [token for token in tokens if token != ""]


def _last_looks(children: Sequence[Piece]) -> int:
    """Return the looks of the last of *children*."""
    last = children[-1]
    return 0 if isinstance(last, str) else last.format.looks


@lru_cache(maxsize=256)
def _without(form: Format, normals: int) -> Format:
    """Return *form* without the attributes *normals*, which bring back to normal what is."""
    gone: dict[str, Any] = {name: "" for n, name in enumerate(LOOKS) if normals & 1 << n}
    return replace(form, **gone) if gone else form


def _joined(tokens: list[Token]) -> list[Token]:
    """Join the texts that stand side by side."""
    out: list[Token] = []
    texts: list[str] = []
    for token in tokens:
        if isinstance(token, str):
            texts.append(token)
        else:
            if texts:
                out += raised("".join(texts))
                texts.clear()
            out.append(token)
    if texts:
        out += raised("".join(texts))
    return out


def text_of(tokens: Sequence[Token]) -> str:
    """Return the text alone."""
    return "".join(token for token in unlooked(tokens) if isinstance(token, str))


def unlooked(tokens: Sequence[Token]) -> list[Token]:
    """Return *tokens* with the superscripts of Unicode as the characters they are: for text that has no looks."""
    out: list[Token] = []
    is_raised = False
    for token in tokens:
        if isinstance(token, Format) and token.raised:
            out.append(token.raised)
            is_raised = True
        elif not is_raised:
            out.append(token)
        elif token is CLOSE:
            is_raised = False
    return out


_MORE_RAISED = {"ˀ": "ʔ", "ˁ": "ʕ", "ۥ": "و", "ۦ": "ي", "ˤ": "ʕ", "⁻": "−"}
_RAISED = re.compile("([ª²³¹ºʰ-ʸˠ-ˤᴬ-ᵡᵸᶛ-ᶿ⁰ⁱ⁴-ⁿ℠™㆒-㆟ˀˁۥۦ])")


def raised(text: str) -> list[Token]:
    """Return *text*, the superscripts that Unicode has as characters of their own written as any others."""
    if text.isascii() or not _RAISED.search(text):
        return [text]
    out: list[Token] = []
    for n, part in enumerate(_RAISED.split(text)):
        if n % 2:
            form = Format(vertical_align="sup", raised=part)
            out += (form, _MORE_RAISED.get(part) or unicodedata.normalize("NFKD", part), CLOSE)
        elif part:
            out.append(part)
    return out
