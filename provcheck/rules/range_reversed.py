"""A range of leaves ends before it begins.

"ll. 106-105" is two figures swapped, or a figure lost (105-1060 minus one): either way the reader does not know which
leaves were seen. Short ends are understood: 104-7 is 104 to 107, and 102-98 goes back from 102 to 98.

Fails::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 16-12}

Fixed::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 12-16}

Fails::

    sources:
      - RGASPI, f. 17, op. 162, d. 9, ll. 41-40ob

Fixed::

    sources:
      - RGASPI, f. 17, op. 162, d. 9, ll. 40ob-41

Fails::

    sources:
      - RGASPI, f. 17, op. 162, d. 9, ll. 41ob-41

Passes::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 12-16}

Passes::

    sources:
      - RGASPI, f. 17, op. 162, d. 9, ll. 41-41ob, 43ob-44

Look at the document. The fix swaps the two ends; it is not safe, for a figure may be wrong instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Fix, Problem, Severity
from provcheck.model.record import Record
from provcheck.rules._leaves import folio_pieces, ranges, side
from provcheck.rules._marks import problem, rewrite

SEVERITY: Severity = "error"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every range that runs backwards."""
    for holding in record.holdings:
        for piece in folio_pieces(holding):
            for run in ranges(piece.token.text, holding.mark.folios):
                if run.last > int(run.low):
                    continue
                low, between, high = run.parts(piece.token.text)
                full = run.full + high[len(run.high) :]
                if run.last < int(run.low) or _falls(low, full):
                    swapped, end = f"{full}{between}{low}", run.high_start + len(high)
                    yield problem(
                        record,
                        piece,
                        f'"{low}{between}{high}" ends before it begins',
                        (run.start, end),
                        Fix(f'write "{swapped}"', (rewrite(record, piece, run.start, end, swapped),), safe=False),
                        help="look at the document: the ends are swapped, or a figure is wrong or missing",
                    )


def _falls(low: str, high: str) -> bool:
    """Tell whether two ends on one leaf fall: ``41ob-41``."""
    from provcheck.archives import read_folios

    first, last = (read_folios(end)[0] for end in (low, high))
    if len(first) != 1 or len(last) != 1:
        return False
    one, other = side(first[0].first, 0), side(last[0].first, 0)
    return one is not None and other is not None and one > other
