"""The name of the archive is one slip away from that of a known one.

Two letters change places in a row of capitals that nobody can pronounce, and the shelfmark belongs to no archive: a
search for RGASPI does not find RGAPSI. Short names of regional archives often differ by one letter and are all right;
so only swapped letters, a letter too many in a long abbreviation, or a slip in one word of a full name are taken for
slips.

Fails::

    sources:
      - {archive: RGAPSI, fond: 17, opis: 162, delo: 9}

Fixed::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9}

Passes::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9}

Compare the name with the finding aid and write it as the archive does. The fix writes the one known name that it may
be a slip for.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck import archives
from provcheck.model.context import Context
from provcheck.model.finding import Fix, Problem, Severity
from provcheck.model.record import Record
from provcheck.rules._marks import points_back, problem, rewrite
from provcheck.rules._slips import slip

SEVERITY: Severity = "warning"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every unknown archive whose name is a slip away from a known one."""
    for holding in record.holdings:
        piece = holding.piece("archive")
        if piece is None or holding.mark.archive_id is not None:
            continue
        written = piece.token.text
        if points_back(written):
            continue
        meant = slip(written, archives.find(written))
        if meant is not None:
            whose = meant.archive.names.get("en", meant.archive.id)
            change = rewrite(record, piece, 0, len(written), meant.name)
            yield problem(
                record,
                piece,
                f'"{written}" is no archive that we know; "{meant.name}" is ({whose})',
                fix=Fix(f'write "{meant.name}"', (change,)),
            )
