"""A source says a shelfmark but not the archive that keeps it.

Fonds are numbered anew in every archive: "fond 45, opis 1" is Stalin's papers in one and a district
court in the next. Notes and scans passed from hand to hand lose the archive first, because whoever
wrote them knew where they were sitting.

Fails::

    sources:
      - f. 45, op. 1, d. 334, ll. 105-106

Passes::

    sources:
      - APRF, f. 45, op. 1, d. 334, ll. 105-106

Passes::

    sources:
      - {held: private}

Write the archive's usual abbreviation or its full name before the first level. Where nobody knows it any more, say so
with ``held: unknown``.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Record

SEVERITY: Severity = "error"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every shelfmark without archive."""
    for source in record.sources:
        for holding in source.holdings:
            if holding.mark.archive is None and holding.mark.archive_id is None and source.held is None:
                yield Problem(holding.at, "this shelfmark does not say which archive keeps it", holding.within)
