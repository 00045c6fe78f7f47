"""A level that the archive's shelfmarks do not have.

"Box" in a Russian state archive, "opis" at Kew: mostly a source was copied from another record and only the numbers
were changed, or an archive's own word was not known. What levels an archive has is in the tables; where it is not
known nothing is said.

Fails::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, box: 9}

Passes::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9}

Write the level by the name that the archive uses for it; ``provcheck explain`` with the archive's name lists them.
What is no part of the shelfmark goes into ``note``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from provcheck import tables
from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Record
from provcheck.rules._marks import archive_of, convention_of, name_of

SEVERITY: Severity = "warning"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every field of a structured source that is no level of its archive."""
    for holding in record.holdings:
        convention = convention_of(holding.mark)
        archive = archive_of(holding.mark)
        if convention is None or archive is None or not holding.structured:
            continue
        known = list(dict.fromkeys(rule.name for rule in convention.levels))
        if not known:
            continue
        for piece in holding.pieces:
            level = piece.token.level
            if piece.token.kind == "value" and level not in {*known, *archive.required, *_copied(archive.id)}:
                yield Problem(
                    piece.at,
                    f'shelfmarks of {name_of(holding.mark)} have no "{level}"; they have {", ".join(known)}',
                    on_key=True,
                    help="write the value under the level that the archive calls it by, or correct the archive",
                )


@cache
def _copied(archive: str) -> frozenset[str]:
    """Return the levels of holdings that the archive has on film and cites as their own archive does."""
    rows = [row for row in tables.concordances() if row.kind == "copy" and row.target["archive"] == archive]
    return frozenset(level for row in rows for level in (*row.target, *row.same))
