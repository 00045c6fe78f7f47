"""A range of leaves is longer than a document is.

"ll. 105-1060" has a figure too many; "ll. 1-988" is a whole file, not a document in it. A bound file has 250 leaves
as a rule, seldom more than 500, and a telegram has a few; the longest have some dozens. Counted is what was read: an
``0b`` that a scan made of "ob" is the back of a leaf.

Fails::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 112-1130}

Passes::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 112-113}

Passes::

    sources:
      - RGASPI, f. 82, op. 2, d. 9, ll. 62-620b

Fails::

    type: ciphered telegram
    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 12-311}

Passes::

    type: report
    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 12-311}

Look at the document and take out the figure that is too many. For a whole file leave the leaves out.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Record
from provcheck.rules._leaves import folio_pieces, ranges
from provcheck.rules._marks import problem

SEVERITY: Severity = "warning"

LONGEST = 500
"""Leaves. Files are bound at about 250; more than twice that is hardly one document."""

LONGEST_TELEGRAM = 100
"""Leaves. The long telegram of Moscow in 1946, a by-word for length, has some twenty."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every range of more than `LONGEST` leaves, of a telegram more than `LONGEST_TELEGRAM`."""
    telegram = record.type is not None and "telegram" in record.type.text.casefold()
    longest, what = (LONGEST_TELEGRAM, "a telegram") if telegram else (LONGEST, "one document")
    for holding in record.holdings:
        for piece in folio_pieces(holding):
            for run in ranges(piece.token.text, holding.mark.folios):
                count = run.last - int(run.low) + 1
                if count > longest:
                    text = piece.token.text[run.start : run.end]
                    yield problem(
                        record,
                        piece,
                        f'"{text}" is {count} leaves, more than {what} is likely to have',
                        (run.start, run.end),
                        help="take out the figure that is too many; for a whole file leave the leaves out",
                    )
