"""A shelfmark does not say which archive keeps it.

Every archive numbers its fonds anew: "fond 45, opis 1" is a statesman's papers in one and a district court in the
next. Notes and scans that pass from hand to hand lose the archive first, because whoever wrote them knew where they
sat. A line that names some institution in words is left in peace, known or not.

Fails::

    sources:
      - f. 17, op. 162, d. 9, ll. 12-13

Passes::

    sources:
      - RGASPI, f. 17, op. 162, d. 9, ll. 12-13

Passes::

    sources:
      - {held: private}

Write the archive's usual abbreviation or its full name before the first level. Where nobody knows it any more, say so
with ``held: unknown`` and keep the numbers in ``note``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Record, Source
from provcheck.rules._marks import placed

SEVERITY: Severity = "error"

_NAME = re.compile(r"[^\W\d_]{3,}")


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every shelfmark without archive."""
    for source, holding in placed(record):
        mark = holding.mark
        if mark.archive is None and mark.archive_id is None and source.held is None and not _some_name(source):
            yield Problem(
                holding.at,
                "this shelfmark does not say which archive keeps it",
                holding.within,
                help="write the archive's abbreviation or name before it",
            )


def _some_name(source: Source) -> bool:
    """Tell whether the line has words beside the shelfmark that may be the name of an archive."""
    if source.line is None:
        return False
    return any(
        word[0].isupper()
        for segment in source.line.segments
        if segment.mark is None and not segment.credits
        for word in _NAME.findall(segment.text)
    )
