"""The upper end of a range of leaves is abbreviated.

"104-7" is good style in the notes of an English book and a trap in a record: one program takes it for a range that
runs backwards, another for leaves 104 and 7, and a later editor cannot tell it from a slip. The style of a citation
can shorten a full range; nobody can lengthen a short one with certainty.

Fails::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 114-7}

Fixed::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 114-117}

Passes::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 114-117}

Write both ends in full; the fix does it, but for an end such as 10б, which may be a misread 106.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Fix, Problem, Severity
from provcheck.model.record import Record
from provcheck.rules._leaves import folio_pieces, ranges
from provcheck.rules._marks import problem, reworded, rewrite

SEVERITY: Severity = "warning"

_LIKE_SIX = ("б", "b")
"""How a scanner reads a 6 at the end of a number: 10б may be 106, and no leaf 110б."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every range whose upper end leaves figures out."""
    for holding in record.holdings:
        for piece in folio_pieces(holding):
            for run in ranges(piece.token.text, holding.mark.folios):
                if len(run.full) > len(run.high) and run.last >= int(run.low):
                    low, between, high = run.parts(piece.token.text)
                    full, end = run.full + high[len(run.high) :], run.high_start + len(high)
                    change = rewrite(record, piece, run.high_start, end, full)
                    message = f'"{low}{between}{high}" is short for {low} to {full}'
                    misread = high.endswith(_LIKE_SIX)
                    fix = reworded(record, Fix(f'write "{full}"', (change,), safe=not misread))
                    if misread:
                        message += f", or {high[:-1]}6 was misread"
                    advice = "" if fix else "write both ends in full, behind the word for leaves"
                    yield problem(record, piece, message, (run.start, end), fix, advice)
