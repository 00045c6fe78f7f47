"""The same level has two kinds of label in one source line.

"fond 45 … f. 558": two notes were joined, or a line was typed from two pages. It does no harm to the reader, but a
program that knows one kind of label loses the other half. Two words for one level (códice and vol.) are no two kinds.
Cyrillic and Latin labels in one shelfmark are a slip of the keyboard, invisible where the letters look alike; those
that a scan misread are told as such (label-misread).

Fails::

    sources:
      - APRF, fond 3, opis 8, delo 71, list 6, and RGASPI, f. 17, op. 162, d. 9, l. 12

Passes::

    sources:
      - APRF, f. 3, op. 8, d. 71, l. 6, and RGASPI, f. 17, op. 162, d. 9, l. 12

Passes::

    sources:
      - ACS, MI, b. 3, sfasc. 2, ins. 3

Use one kind throughout, or write the sources field by field, where labels do not matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from provcheck.languages import dominant
from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Piece, Record, Source
from provcheck.rules._scans import misread_label

SEVERITY: Severity = "warning"

_ALPHABETS = {frozenset({"Latn"}), frozenset({"Cyrl"})}


class _Kind(NamedTuple):
    full: bool
    capital: bool
    scripts: frozenset[str]


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield one problem for a source line whose labels are of two kinds."""
    for source in record.sources:
        if source.line is None:
            continue
        problem = _same_level(source) or _scripts(source)
        if problem is not None:
            yield problem


def _same_level(source: Source) -> Problem | None:
    first: dict[str, Piece] = {}
    for piece in _labels(source):
        before = first.setdefault(piece.token.level, piece)
        if _one_word(before, piece) and _kind(before) != _kind(piece):
            return Problem(
                piece.at,
                f'"{piece.token.text}" here, "{before.token.text}" before in the same line',
                piece.within,
                help="use one kind of label throughout, or write the sources field by field",
            )
    return None


def _scripts(source: Source) -> Problem | None:
    for holding in source.holdings:
        labels = [piece for piece in holding.pieces if piece.token.kind in {"label", "folio-label"}]
        # words of two scripts in themselves: script-mixed; Japanese and other words beside Latin ones are usual
        labels = [piece for piece in labels if dominant(piece.token.text, 1.0) in _ALPHABETS]
        labels = [piece for piece in labels if source.line is None or misread_label(piece, source.line.text) is None]
        for piece in labels[1:]:
            if dominant(piece.token.text) != dominant(labels[0].token.text):
                return Problem(
                    piece.at,
                    f'the label "{piece.token.text}" is in another script than "{labels[0].token.text}"',
                    piece.within,
                    help="write all labels of a shelfmark in one script",
                )
    return None


def _one_word(one: Piece, other: Piece) -> bool:
    """Tell whether two labels may be one word, in full, short, or in two scripts: f. and fond, not sfasc. and ins."""
    first, second = one.token.text, other.token.text
    return first[:1].casefold() == second[:1].casefold() or dominant(first) != dominant(second)


def _labels(source: Source) -> Iterator[Piece]:
    for holding in source.holdings:
        for piece in holding.pieces:
            # "p." may be papka or page: whoever writes papka in full beside short labels does well
            one_script = len(dominant(piece.token.text, 1.0)) == 1
            if piece.token.kind != "label" or piece.token.level == "papka" or not one_script:
                continue
            if source.line is None or misread_label(piece, source.line.text) is None:
                yield piece


def _kind(piece: Piece) -> _Kind:
    text = piece.token.text.rstrip(" .'’ʹ")
    return _Kind(len(text) > 3 and "." not in text, text[:1].isupper(), dominant(text))
