"""The same leaves are numbered with and without zeros in front.

Some archives stamp leaves 0141, others 141. Both are right where they are stamped so, and zeros are kept for that
reason. "0141-142", or 0141 in one copy and 141 in the other, is a lead: one of them was probably typed from a list
and not from the leaf.

Fails::

    sources:
      - {archive: RGASPI, fond: 558, opis: 11, delo: 412, list: 0141-142}

Fixed::

    sources:
      - {archive: RGASPI, fond: 558, opis: 11, delo: 412, list: 141-142}

Fails::

    sources:
      - {archive: APRF, fond: 45, opis: 1, delo: 412, list: 141}
      - {archive: RGASPI, fond: 558, opis: 11, delo: 412, list: 0141}

Passes::

    sources:
      - {archive: RGASPI, fond: 558, opis: 11, delo: 412, list: 0141-0142}

Look at the stamp on the leaf. The fix takes the zeros away; it is not safe, for they may be on the leaf. Where both
copies really are stamped differently, silence the finding with a comment.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Fix, Problem, Severity
from provcheck.model.lazy import pattern
from provcheck.model.record import Holding, Piece, Record
from provcheck.rules._leaves import folio_pieces
from provcheck.rules._marks import name_of, problem, rewrite

SEVERITY: Severity = "warning"

_NUMBER = pattern(r"(?<!\d)\d+")
_ZEROS = pattern(r"(?<![\d/])0+(?=\d)")


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for padded leaves beside unpadded ones, in one shelfmark or between the copies."""
    plain: dict[str, Holding] = {}
    for holding in record.holdings:
        for number in _numbers(holding):
            if not number.startswith("0"):
                plain.setdefault(number, holding)
    for holding in record.holdings:
        numbers = _numbers(holding)
        padded = [number for number in numbers if number.startswith("0") and number.strip("0")]
        if not padded:
            continue
        width = max(map(len, padded))
        inside = next((number for number in numbers if not number.startswith("0") and len(number) < width), None)
        between = next((number for number in padded if number.lstrip("0") in plain), None)
        for piece in folio_pieces(holding):
            match = _ZEROS.search(piece.token.text)
            if match is None:
                continue
            if inside is not None:
                message = f"{padded[0]} with zeros in front and {inside} without in one shelfmark"
            elif between is not None:
                other = plain[between.lstrip("0")].mark
                message = f"leaf {between} here, {between.lstrip('0')} in the copy in {name_of(other)}"
            else:
                continue
            yield _problem(record, piece, message)


def _problem(record: Record, piece: Piece, message: str) -> Problem:
    text = piece.token.text
    bare = _ZEROS.sub("", text)
    fix = Fix(f'write "{bare}"', (rewrite(record, piece, 0, len(text), bare),), safe=False)
    return problem(record, piece, message, fix=fix, help="write the number as it is stamped on the leaf")


def _numbers(holding: Holding) -> list[str]:
    return [number for piece in folio_pieces(holding) for number in _NUMBER.findall(piece.token.text)]
