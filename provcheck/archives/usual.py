"""A shelfmark as its archive writes it: levels in their order, FO 371 with its blank, fonds with today's letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from provcheck import tables
from provcheck.archives.copies import renumbered
from provcheck.archives.script import as_read
from provcheck.model.archive import Archive
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level, Shelfmark

_LETTERS = pattern(r"([^\W\d_]{1,6})(?:,? (?:series |class )?)?(?=\d)")


def as_usual(mark: Shelfmark) -> Shelfmark:
    """Return *mark* as its archive would write it: what is only written otherwise in the line is put right.

    >>> from provcheck.archives import read_line
    >>> [as_usual(mark).levels[0].value for mark in read_line("TNA, FO371/84123").marks]
    ['FO 371']

    What was cited under a former name has the numbers of today, for it is written under the present name.

    >>> [as_usual(mark).levels[0].value for mark in read_line("TsGAOR, f. 9401, op. 1").marks]
    ['Р-9401']
    """
    mark = renumbered(as_read(mark))
    levels = _in_order(mark)
    known = tables.archives().get(mark.archive_id or "")
    if known is not None and known.letters:
        levels = tuple(_lettered(level, known, known.letters) for level in levels)
    return mark if levels == mark.levels else replace(mark, levels=levels)


_HOLDINGS = frozenset({"record-group", "fond", "fonds", "collection"})
"""Levels that are the broadest where they are written at all."""


def _in_order(mark: Shelfmark) -> tuple[Level, ...]:
    """Return the levels from the holding down, where that stands last: ``Box 3, Entry 5, RG 59``.

    A volume may stand last too, of a file; there the order is meant as it is.
    """
    levels = mark.levels
    if (
        len(levels) < 2
        or levels[-1].name not in _HOLDINGS
        or mark.convention is None
        or mark.convention not in tables.conventions()
    ):
        return levels
    rank = tables.ranks(mark.convention)
    *others, last = (rank.get(level.name, 99) for level in levels)
    if last >= min(others):
        return levels
    return tuple(sorted(levels, key=lambda level: rank.get(level.name, 99)))


def _lettered(level: Level, archive: Archive, between: Mapping[str, str]) -> Level:
    found = _LETTERS.match(level.value) if level.name in between else None
    if found is None or (archive.prefixes and found[1] not in archive.prefixes):
        return level
    return Level(level.name, f"{found[1]}{between[level.name]}{level.value[found.end() :]}")
