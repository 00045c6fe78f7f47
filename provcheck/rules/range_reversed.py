"""A range of leaves ends before it begins.

"ll. 106-105" is two figures swapped, or a figure lost (105-1060 minus one): either way the reader does not know which
leaves were seen. Short ends are understood: 104-7 is 104 to 107.

Fails::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 16-12}

Fixed::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 12-16}

Passes::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 12-16}

Look at the document. The fix swaps the two ends; it is not safe, for a figure may be wrong instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Fix, Problem, Severity
from provcheck.model.record import Record
from provcheck.rules._leaves import folio_pieces, ranges
from provcheck.rules._marks import problem, rewrite

SEVERITY: Severity = "error"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every range that runs backwards."""
    for holding in record.holdings:
        for piece in folio_pieces(holding):
            for run in ranges(piece.token.text):
                if run.last < int(run.low):
                    text = piece.token.text[run.start : run.end]
                    between = text[len(run.low) : len(text) - len(run.high)]
                    swapped = f"{run.high}{between}{run.low}"
                    yield problem(
                        record,
                        piece,
                        f'"{text}" ends before it begins',
                        (run.start, run.end),
                        Fix(f'write "{swapped}"', (rewrite(record, piece, run.start, run.end, swapped),), safe=False),
                        help="look at the document: the ends are swapped, or a figure is wrong or missing",
                    )
