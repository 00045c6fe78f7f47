"""Holdings that moved, were copied or have two notations: what a mark in one place is in the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from provcheck import tables
from provcheck.archives.folding import folded
from provcheck.archives.lexicon.romanise import in_latin
from provcheck.archives.writing.codes import code_of
from provcheck.model.archive import Concordance
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level, Shelfmark

_ANY = pattern(r"\{(\w+)\}")
_LETTER_MORE = pattern(r"\}\w")
"""What a number gets behind it on the other side: ``{n}к``."""


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
    if mark.archive == name:
        return True  # RGASPI-M: a part of the archive by its own short name
    known = tables.archives().get(mark.archive_id or "")
    written = mark.archive or ""
    return known is not None and any(
        name in (names := {former.name, *former.codes}) and written in names for former in known.former
    )


@cache
def _within(archive: str) -> tuple[Concordance, ...]:
    """Return the rows that say how an archive itself cites today what it cited otherwise before."""
    return tuple(row for row in tables.concordances() if row.source["archive"] == archive == row.target["archive"])


def today(mark: Shelfmark) -> Shelfmark:
    """Return *mark* with the levels that its own archive gives it today.

    >>> today(Shelfmark("TsKhDMO", "rgaspi", (Level("fond", "1"), Level("opis", "2")))).levels[0]
    Level(name='fond', value='М-1')
    """
    return _changed(mark, _within(mark.archive_id or ""))


def renumbered(mark: Shelfmark) -> Shelfmark:
    """Return *mark*, cited under a former name, with the levels that it has under the present one."""
    return _changed(mark, (row for row in _within(mark.archive_id or "") if row.name))


def _changed(mark: Shelfmark, rows: Iterable[Concordance]) -> Shelfmark:
    for row in rows:
        if row.name and not _named(mark, row.name):
            continue
        filled = _filled(mark, row.source, row.target)
        if filled:
            changed = [Level(name, row.target[name].format_map(filled)) for name in row.target if name != "archive"]
            mark = replace(mark, levels=(*changed, *(level for level in mark.levels if level.name not in row.source)))
    return mark


def _filled(mark: Shelfmark, here: Mapping[str, str], there: Mapping[str, str]) -> dict[str, str] | None:
    """Return what stands for ``{n}`` where *mark* lies *here*; None where it does not, or lies *there* too."""
    filled: dict[str, str] = {}
    for name, value in here.items():
        if name == "archive":
            continue
        match, other = _matched(value, mark.level(name)), there.get(name, value)
        if match is None or (other != value and _matched(other, mark.level(name))):
            return None
        if _LETTER_MORE.search(other) and not match[match.lastindex or 0][-1:].isdigit():
            return None  # ЦХИДК, ф. 1/п has its letter
        filled |= {key: _as_written(number, mark.level(name) or "") for key, number in match.groupdict().items()}
    return filled


def _as_written(number: str, given: str) -> str:
    """Return the folded *number* with the letters that it has in the value *given*: 9401с, and no Latin s."""
    own = given[next((at for at, sign in enumerate(given) if sign.isdigit()), 0) :]
    return own[: len(number)] if folded(in_latin(own[: len(number)])) == number else number


def _matched(value: str, given: str | None) -> re.Match[str] | None:
    """Match a level against a table's *value*; no value with ``{n}`` has another figure."""
    name = _ANY.search(value)
    shape = re.escape(folded(in_latin(_ANY.sub("1", value))))
    return re.fullmatch(shape.replace("1", rf"(?P<{name[1]}>\d.*)") if name else shape, folded(in_latin(given or "")))


def _other(
    mark: Shelfmark, here: Mapping[str, str], there: Mapping[str, str], same: tuple[str, ...]
) -> Shelfmark | None:
    """Return *mark* as the side *there* has it; None where it does not lie on the side *here*."""
    if mark.archive_id != here["archive"]:
        return None
    filled = _filled(mark, here, there)
    if filled is None:
        return None
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
        paged=mark.paged,
    )
