"""A value that its level cannot have.

Fonds, inventories and files have numbers, perhaps with letters (Р-4808, 059a, 15495-п, 2-р, ВУА). "opis: op. 11" says
its label twice, "1O5" has a letter O among its figures, a number of nine figures is two numbers run into one: each of
them is not found when somebody searches for the file. Levels that can be titles or codes are not judged.

Fails::

    sources:
      - {archive: RGASPI, fond: 17, opis: op. 162, delo: 9}

Fixed::

    sources:
      - {archive: RGASPI, fond: 17, opis: "162", delo: 9}

Fails::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 1O5}

Fails::

    sources:
      - RGASPI, f. 17, op. l62, d. 1O5, l. 12

Fails::

    sources:
      - {archive: RGASPI, fond: I7, opis: 162, delo: 105}

Fails::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 105, list: 1O}

Fails::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 105, list: 0-3}

Fails::

    sources:
      - RGASPI, f. 17, op. 162, d. 105, l. 1051061

Passes::

    sources:
      - {archive: GARF, fond: Р-9401, opis: 1а, delo: 15495-п}

Compare the value with the finding aid and write the number alone. The fix takes off a label that the key already
says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provcheck.model.archive import LevelRule
from provcheck.model.context import Context
from provcheck.model.finding import Fix, Problem, Severity
from provcheck.model.lazy import pattern
from provcheck.model.record import Holding, Piece, Record
from provcheck.rules._marks import NUMBERS, convention_of, problem, rewrite, spoilt_in

SEVERITY: Severity = "warning"

_LONGEST = 8
"""More figures than any fond, inventory or file has in one number; the files of security services have six."""

_LETTER_INSIDE = pattern(r"\d([OoОоlIІіЗз])(?=\d)|^([ЗOОlIІ])(?=\d)|\d([ЗOО])$|^([Зз])$")
"""Letters that a scanner or a typist took for figures, among them, before them, after them; alone, З is a 3."""
_LEAF = pattern(r"\d([ЗOО])(?![^\W\d_])|(?<!\w)(З)(?![^\W\d_])")
_NO_LEAF = pattern(r"(?<![\w./-])0+(?![\w./])|(?<![\w./])(?<![DEHKL] )[1-9]\d{5,}(?!\w)")
"""Nought, and more leaves than any file has; zeros in front are a stamp (000123).

Frames of the films made of captured German documents have such numbers, with a letter (Bl. E 234567) or on a reel.
"""
_LABEL = pattern(r"([^\W\d_]+(?:[.-][^\W\d_]+)*)[. :\u00a0]+(?=\S*\d)")


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every value that its level cannot have."""
    for holding in record.holdings:
        convention = convention_of(holding.mark)
        if convention is None:
            continue
        for piece in holding.pieces:
            if spoilt_in(holding, piece):
                continue
            if piece.token.kind == "folios":
                yield from _leaf(record, holding, piece)
            rule = convention.level(piece.token.level) if piece.token.kind == "value" else None
            if rule is not None and rule.kind in NUMBERS:
                yield from _value(record, holding, piece, rule)


def _leaf(record: Record, holding: Holding, piece: Piece) -> Iterator[Problem]:
    text = piece.token.text
    if last := _LEAF.search(text):
        message = f'the letter "{last[last.lastindex or 0]}" stands among the figures of "{text}"'
        yield problem(
            record, piece, message, last.span(last.lastindex or 0), help="write the figure that was meant: 0 or 3"
        )
    if (none := _NO_LEAF.search(text)) and not (none[0].strip("0") and holding.mark.level("reel")):
        message = f"no leaf has the number {none[0]}" if none[0].strip("0") else "leaves are counted from 1: none is 0"
        yield problem(record, piece, message, none.span(), help="look at the document: a figure is missing or too many")


def _value(record: Record, holding: Holding, piece: Piece, rule: LevelRule) -> Iterator[Problem]:
    text = piece.token.text
    label = _LABEL.match(text)
    if label and holding.structured and label.group(1).casefold() in rule.words:
        change = rewrite(record, piece, 0, label.end(), "")
        yield problem(
            record,
            piece,
            f'"{text}" repeats the label of {rule.name}',
            (0, label.end()),
            Fix(f'write "{text[label.end() :]}"', (change,)),
        )
    elif inside := _LETTER_INSIDE.search(text):
        place = "among the figures of" if len(text) > 1 else "for a figure in"
        yield problem(
            record,
            piece,
            f'the letter "{inside[inside.lastindex or 0]}" stands {place} {rule.name} "{text}"',
            inside.span(inside.lastindex or 0),
            help="write the figure that was meant: 0, 1 or 3",
        )
    elif max(map(len, re.findall(r"\d+", text)), default=0) > _LONGEST:
        message = f'{rule.name} "{_short(text)}" is longer than any number of a {rule.name}: two may have run into one'
        yield problem(record, piece, message, help="look at the document and part them, or correct the number")
    elif holding.structured and not any(c.isdigit() for c in text) and not _letters_only(text):
        message = f'{rule.name} "{_short(text)}" is no number: a {rule.name} has one, perhaps with letters'
        yield problem(record, piece, message, help='titles and remarks belong in "note" or "case_title"')


def _letters_only(text: str) -> bool:
    """Tell whether a value without figures may be a number all the same: Roman, a letter, or a fond called ВУА."""
    return text.isalpha() and len(text) <= (2 if text.islower() and set(text) - set("ivxlcdm") else 6)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:37]}…"
