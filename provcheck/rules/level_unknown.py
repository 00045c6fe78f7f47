"""A level that the archive's shelfmarks do not have.

"Box" in a Russian state archive, "opis" at Kew: mostly a source was copied from another record and only the numbers
were changed, or an archive's own word was not known. What levels an archive has is in the tables; where it is not
known nothing is said. In a source line only fond, opis and delo together are told, and only of archives that have no
inventories: any file may have parts or reels, and foreign archives with inventories are cited in Russian words as well.

Fails::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, box: 9}

Fails::

    sources:
      - TNA, f. 3, op. 2, d. 4

Passes::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9}

Write the level by the name that the archive uses for it; ``provcheck explain`` with the archive's name lists them.
What is no part of the shelfmark goes into ``note``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from provcheck import archives, tables
from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Holding, Piece, Record
from provcheck.rules._marks import archive_of, convention_of, name_of

SEVERITY: Severity = "warning"

_MOSCOW = {"fond", "opis", "delo"}


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every field of a structured source, or label of a line, that is no level of its archive."""
    for holding in record.holdings:
        archive = archive_of(holding.mark)
        if archive is None:
            continue
        convention = convention_of(holding.mark) if holding.structured else tables.conventions().get(archive.convention)
        if convention is None or not (holding.structured or _as_in_moscow(holding)):
            continue
        known = list(dict.fromkeys(rule.name for rule in convention.levels))
        if not known or (not holding.structured and {"opis", "inventory"} & {*known}):
            continue  # what has inventories of its own is cited in Russian words as well
        for piece in holding.pieces:
            level = piece.token.level
            if piece.token.kind == "value" and level not in {*known, *archive.required, *_copied(archive.id)}:
                yield Problem(
                    piece.at,
                    f'shelfmarks of {name_of(holding.mark)} have no "{level}"; they have {", ".join(known)}',
                    piece.within,
                    on_key=holding.structured,
                    help=f"write the value under {_meant(holding, piece, known)}, or correct the archive",
                )


_LIKE = {"fond": "fonds", "opis": "inventory", "delo": "file"}
"""Levels of the archives of Eastern Europe, and what others have in their place."""
_ALIKE = {**_LIKE, **{there: here for here, there in _LIKE.items()}}


def _meant(holding: Holding, piece: Piece, known: list[str]) -> str:
    """Return the level that was meant: what the archive's own way of writing makes of the value, or one alike."""
    given = {level.name for level in holding.mark.levels}
    marks = archives.read_line(f"{holding.mark.archive}, {piece.token.text}").marks if holding.structured else ()
    read = [level.name for mark in marks if mark.archive_id == holding.mark.archive_id for level in mark.levels]
    meant = read[:1] if len(read) == 1 else []
    level = next((one for one in (*meant, _ALIKE.get(piece.token.level)) if one in known and one not in given), None)
    return f'"{level}"' if level else "the level that the archive calls it by"


def _as_in_moscow(holding: Holding) -> bool:
    """Tell whether a line gives fond, opis and delo with their labels.

    Of other words in lines nothing is said: any file may have parts, a film its reels, and references mix practices.
    """
    return {piece.token.level for piece in holding.pieces if piece.token.kind == "label"} >= _MOSCOW


@cache
def _copied(archive: str) -> frozenset[str]:
    """Return the levels of holdings that the archive has on film and cites as their own archive does."""
    rows = [row for row in tables.concordances() if row.kind == "copy" and row.target["archive"] == archive]
    return frozenset(level for row in rows for level in (*row.target, *row.same))
