"""The text-case attribute, over a tree: markup does not break words, nocase spans stay as they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import TypeAlias

from provcheck.csl.tree import Node, Piece, plain

STOP_WORDS = frozenset(
    """a about above across afore after against al along alongside amid amidst among amongst an and anenst apropos apud
    around as aside astride at athwart atop barring before behind below beneath beside besides between beyond but by c
    ca circa d de despite down during et except for forenenst from given in inside into lest like modulo near next nor
    notwithstanding of off on onto or out over per plus pro qua sans since so than the through throughout thru thruout
    till to toward towards under underneath until unto up upon v van versus via vis-à-vis von vs with within without
    yet""".split()
)
_BREAKS = "–—/.,;?!:\\[\\]()\"'‘’“”-"
_WORD = re.compile(f"[^\\s{_BREAKS}]+")
_BREAK = re.compile(f"[{_BREAKS}]")
_APOSTROPHES = ("'", "’", "‘")


Edit: TypeAlias = tuple[int, str]
"""A character, by where it stands, and what it becomes."""


def cased(pieces: Sequence[Piece], case: str, english: bool = True, language: str = "") -> Sequence[Piece]:
    """Return *pieces* in *case*; "title" touches English text only. Turkish and Azeri *language* tell ı from i."""
    if case not in _CASES or (case == "title" and not english):
        return pieces
    text = plain(pieces)
    edits = _edits(case, text)
    if not edits:
        return pieces
    chars = list(text)
    dotted = language[:2].lower() in ("tr", "az")
    for at, char in edits:
        chars[at] = _DOTTED.get(chars[at], char) if dotted else char
    return _rebuilt(pieces, iter(chars), False)


@lru_cache(maxsize=1024)
def _edits(case: str, text: str) -> list[Edit]:
    """Return what *case* changes in *text*; names of archives and journals, and genres, come again and again."""
    return _CASES[case](text)


_DOTTED = {"i": "İ", "I": "ı"}


def _rebuilt(pieces: Sequence[Piece], chars: Iterator[str], kept: bool) -> list[Piece]:
    """Return *pieces* with the next of *chars* in them, but for what is *kept* as it was written."""
    out: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str):
            now = "".join(islice(chars, len(piece)))
            out.append(piece if kept else type(piece)(now))
        else:
            out.append(_rebuilt_node(piece, chars, kept or piece.format.nocase))
    return out


def _rebuilt_node(node: Node, chars: Iterator[str], kept: bool) -> Node:
    """Return *node*, with the affixes that are printed."""
    if not plain((node,)):
        return node
    prefix = "".join(islice(chars, len(node.prefix)))
    children: list[Piece] = []
    printed = False
    delimiter = node.delimiter
    for child in node.children:
        if delimiter and plain((child,)):
            if printed:
                delimiter = "".join(islice(chars, len(delimiter)))
            printed = True
        children += _rebuilt((child,), chars, kept)
    suffix = "".join(islice(chars, len(node.suffix)))
    if kept:
        return node.with_children(children)
    return Node(children, node.format, node.role, node.value, prefix, suffix, delimiter)


def _lowercase(text: str) -> list[Edit]:
    return [(at, char.lower()) for at, char in enumerate(text) if not char.islower()]


def _uppercase(text: str) -> list[Edit]:
    return [(at, char.upper()) for at, char in enumerate(text) if not char.isupper()]


def _raised(text: str, match: re.Match[str] | None) -> list[Edit]:
    """Let a word in lower case begin in upper case; not after an apostrophe, for there a word goes on."""
    if match is None or match[0] != match[0].lower() or _SYMBOL.fullmatch(match[0]):
        return []
    start = match.start()
    return [] if text[max(0, start - 1) : start] in _APOSTROPHES else [(start, match[0][0].upper())]


_SYMBOL = re.compile("[\u0370-\u03ff]")
"""A Greek letter alone."""


def _capitalize_first(text: str) -> list[Edit]:
    return _raised(text, _WORD.search(text))


def _capitalize_all(text: str) -> list[Edit]:
    return [edit for match in _WORD.finditer(text) for edit in _raised(text, match)]


def _sentence(text: str) -> list[Edit]:
    first = _WORD.search(text)
    end = first.end() if first else 0
    return [(at, char) for at, char in _lowercase(text) if at >= end] + _raised(text, first)


_STOP = re.compile("[:?!]")


def _title(text: str) -> list[Edit]:
    edits: list[Edit] = []
    words = list(_WORD.finditer(text))
    end = 0
    for n, match in enumerate(words):
        begins = n == 0 or _STOP.search(text, end, match.start())
        start, end = match.span()
        word = match[0]
        # The first part of a compound begins in upper case, and so do the others that are no stop words.
        compound = text.startswith("-", end) and not _BREAK.search(text, 0, start)
        if begins or compound or (len(word) > 1 and (word.lower() not in STOP_WORDS or n == len(words) - 1)):
            edits += _raised(text, match)
    return edits


_CASES: dict[str, Callable[[str], list[Edit]]] = {
    "lowercase": _lowercase,
    "uppercase": _uppercase,
    "capitalize-first": _capitalize_first,
    "capitalize-all": _capitalize_all,
    "sentence": _sentence,
    "title": _title,
}


def capitalized(piece: Piece) -> Piece:
    """Return *piece* with its first word beginning in upper case."""
    return cased([piece], "capitalize-first")[0]


def capitalized_start(piece: Piece) -> Piece:
    """Return the beginning of a note or entry, a term capitalized where it is the first thing printed."""
    if isinstance(piece, str):
        return piece
    if piece.role == "term":
        return piece.with_children([capitalized(piece.children[0]), *piece.children[1:]]) if piece.children else piece
    for n, child in enumerate(piece.children):
        if child != "":
            if isinstance(child, str):
                return piece
            return piece.with_children([*piece.children[:n], capitalized_start(child), *piece.children[n + 1 :]])
    return piece
