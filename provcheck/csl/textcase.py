"""The text-case attribute, over a tree: markup does not break words, nocase spans stay as they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
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
_WORD = re.compile(r"[^\W_]+(?:[’'`.&][^\W_]+)*[’']?", re.UNICODE)


Edit: TypeAlias = tuple[int, str]
"""A character, by where it stands, and what it becomes."""


def cased(pieces: Sequence[Piece], case: str, english: bool = True, language: str = "") -> Sequence[Piece]:
    """Return *pieces* in *case*; "title" touches English text only. Turkish and Azeri *language* tell ı from i."""
    if case not in _CASES or (case == "title" and not english):
        return pieces
    text = plain(pieces)
    edits = _CASES[case](text)
    if not edits:
        return pieces
    chars = list(text)
    dotted = language[:2].lower() in ("tr", "az")
    for at, char in edits:
        chars[at] = _DOTTED.get(chars[at], char) if dotted else char
    return _rebuilt(pieces, iter(chars), False)


_DOTTED = {"i": "İ", "I": "ı"}


def _rebuilt(pieces: Sequence[Piece], chars: Iterator[str], kept: bool) -> list[Piece]:
    """Return *pieces* with the next of *chars* in them, but for what is *kept* as it was written."""
    out: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str):
            now = "".join(islice(chars, len(piece)))
            out.append(piece if kept else type(piece)(now))
        else:
            out.append(piece.with_children(_rebuilt(piece.children, chars, kept or piece.format.nocase)))
    return out


def _lowercase(text: str) -> list[Edit]:
    return [(at, char.lower()) for at, char in enumerate(text) if not char.islower()]


def _uppercase(text: str) -> list[Edit]:
    return [(at, char.upper()) for at, char in enumerate(text) if not char.isupper()]


def _capitalize_first(text: str) -> list[Edit]:
    match = _WORD.search(text)
    return _upper(match) if match and (match[0].islower() or match[0][0].islower()) else []


def _upper(word: re.Match[str]) -> list[Edit]:
    return [(word.start(), word[0][0].upper())]


def _capitalize_all(text: str) -> list[Edit]:
    return [edit for match in _WORD.finditer(text) if match[0].islower() for edit in _upper(match)]


def _sentence(text: str) -> list[Edit]:
    match = _WORD.search(text)
    return _lowercase(text) + (_upper(match) if match else [])


def _title(text: str) -> list[Edit]:
    edits: list[Edit] = []
    words = list(_WORD.finditer(text))
    end = 0
    for n, match in enumerate(words):
        word = match[0]
        before, start, end = text[end : match.start()], *match.span()
        fresh = n == 0 or (before != " " and _BEGINS.search(before) is not None)
        begins_compound = text[end : end + 1] == "-" and not before.endswith("-")
        if word.lower() in STOP_WORDS and not fresh and not begins_compound and n < len(words) - 1:
            if word.istitle() and ". " not in before:
                edits += [(start + at, char) for at, char in enumerate(word.lower())]
        elif word.islower() and not (_LETTER.match(word) and (not fresh or _GREEK.match(word))):
            edits.append((start, word[0].upper()))
    return edits


_BEGINS = re.compile("[:?!]")
"""After this the first word of a subtitle stands."""
_LETTER = re.compile(r"[^\W\d_](?:[’'].*)?$")
"""A letter alone, or before an apostrophe: a foreign word (y, v, d’) or a symbol, which stays small within a title."""
_GREEK = re.compile("[\u0370-\u03ff]")
"""A letter that is a symbol even where it comes first."""

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
    if isinstance(piece, str):
        return piece[:1].upper() + piece[1:]
    done = cased([piece], "capitalize-first")[0]
    assert isinstance(done, Node)
    return done
