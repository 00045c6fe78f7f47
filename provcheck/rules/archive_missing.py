"""A shelfmark does not say which archive keeps it.

Every archive numbers its fonds anew: "fond 45, opis 1" is a statesman's papers in one and a district court in the
next. Notes and scans that pass from hand to hand lose the archive first, because whoever wrote them knew where they
sat. A line that names some institution in words is left in peace, known or not. "Ibid." points to a note that stands
elsewhere.

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

from collections.abc import Iterator

from provcheck.archives import points_back
from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.lazy import pattern
from provcheck.model.record import Record, Source

SEVERITY: Severity = "error"

_NAME = pattern(r"[^\W\d_]{3,}")


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every shelfmark without archive."""
    for source in record.sources:
        if source.held is not None or not source.holdings or source.holdings[0].mark.archive_id is not None:
            continue
        first = source.holdings[0]  # what follows in a line takes its archive from the first
        written = first.mark.archive
        if written is not None and points_back(written):
            piece = first.piece("archive")
            message = f'"{written}" points to another note; this shelfmark does not say which archive keeps it'
        elif written is None and not first.structured and not _some_name(source):  # of fields the schema speaks
            piece = None
            message = "this shelfmark does not say which archive keeps it"
        else:
            continue
        yield Problem(
            first.at,
            message,
            piece.within if piece is not None else first.within,
            help="write the archive's abbreviation or name before it",
        )


def _some_name(source: Source) -> bool:
    """Tell whether the line has words beside the shelfmark that may be the name of an archive."""
    if source.line is None:
        return False
    return any(
        word[0] == word[0].title()  # many scripts know no capitals
        for segment in source.line.segments
        if segment.mark is None and not segment.credits
        for word in _NAME.findall(segment.text)
    )
