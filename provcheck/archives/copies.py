"""Holdings that moved, were copied or have two notations: what a mark in one place is in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from provcheck import tables
from provcheck.archives.comparing import folded
from provcheck.archives.write import code_of
from provcheck.model.archive import Concordance
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level, Shelfmark

_ANY = pattern(r"\\\{(\w+)\\\}")


def predict(mark: Shelfmark) -> tuple[Shelfmark, ...]:
    """Return the marks that well-attested concordances give for other copies of *mark*."""
    return tuple(other for row, other in counterparts(mark) if row.status == "well attested" and row.kind != "renaming")


def counterparts(mark: Shelfmark) -> Iterator[tuple[Concordance, Shelfmark]]:
    """Yield what every concordance with a rule for numbers makes of *mark*, in both directions.

    >>> levels = (Level("fond", "89"), Level("perechen", "73"), Level("dokument", "34"))
    >>> [other.levels[1:] for row, other in counterparts(Shelfmark("RGANI", "rgani", levels)) if row.kind == "notation"]
    [(Level(name='opis', value='73'), Level(name='delo', value='34'))]
    """
    for row in tables.concordances():
        if not row.same or mark.archive_id not in {row.source["archive"], row.target["archive"]}:
            continue
        for here, there in ((row.source, row.target), (row.target, row.source)):
            if row.name and (here is row.target or not _named(mark, row.name)):
                continue  # told by the name it was cited under; today's name does not say which it was
            if (found := _other(mark, here, there, row.same)) is not None:
                yield row, found


def _named(mark: Shelfmark, name: str) -> bool:
    """Tell whether *mark* is cited under *name*, or another short form of the same former name."""
    known = tables.archives().get(mark.archive_id or "")
    written = mark.archive or ""
    return known is not None and any(
        name in (names := {former.name, *former.codes}) and written in names for former in known.former
    )


def _other(
    mark: Shelfmark, here: Mapping[str, str], there: Mapping[str, str], same: tuple[str, ...]
) -> Shelfmark | None:
    """Return *mark* as the side *there* has it; None where it does not lie on the side *here*."""
    if mark.archive_id != here["archive"]:
        return None
    filled: dict[str, str] = {}
    for name, value in here.items():
        if name == "archive":
            continue
        match = re.fullmatch(_ANY.sub(r"(?P<\1>.+)", re.escape(folded(value))), folded(mark.level(name) or ""))
        if match is None:
            return None
        filled |= match.groupdict()
    kept = [level for level in mark.levels if level.name in same]
    if any(name != "folios" and mark.level(name) is None for name in same):
        return None
    archive = tables.archives()[there["archive"]]
    levels = [Level(name, value.format_map(filled)) for name, value in there.items() if name != "archive"]
    return Shelfmark(
        archive=code_of(archive, "en") or archive.id,
        archive_id=archive.id,
        levels=(*levels, *kept),
        folios=mark.folios if "folios" in same else (),
        convention=archive.convention or mark.convention,
    )
