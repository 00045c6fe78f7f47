"""The key by which shelfmarks are compared: what is only written otherwise is the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from provcheck import tables
from provcheck.archives.copies import predict, today
from provcheck.archives.folding import folded
from provcheck.archives.script import as_it_looks, as_read, in_script
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level, Shelfmark

_LETTERS = pattern(r"(?<![^/])([^\W\d_]+)/(?=\w)")
"""A level of letters alone, which codes write with the next or apart: F/7/1234, F7/1234."""

_ZEROS_COUNT = frozenset({"fond", "opis", "fonds", "series", "inventory"})
"""Levels whose leading zero tells two holdings apart: AVP RF fond 0102 is not fond 102."""


def compact(mark: Shelfmark, folios: bool = False) -> str | None:
    """Return the key by which marks are compared: ``aprf:45/1/334``, with *folios* ``aprf:45/1/334#105-106``,
    of pages ``#p.105-106``.

    None without a known archive or without levels. The order written does not matter: levels stand in the
    convention's order. Leading zeros, case and dashes are folded away; the letters of numbers are in Latin script,
    after the archive's own: Р-9401 and R-9401 are one fond, П-9401 is another. What is cited under a former name or
    an older notation lies where the concordances say: ЦХДМО, ф. 1 is РГАСПИ, ф. М-1.
    """
    if mark.archive_id is None or not mark.levels:
        return None
    known = tables.archives().get(mark.archive_id)
    convention = tables.conventions().get(mark.convention or (known.convention if known else ""))
    mark = in_script(today(as_read(mark)), "en")
    levels = list(mark.levels)
    if convention:
        rank = tables.ranks(convention.id)
        levels.sort(key=lambda level: rank.get(level.name, 99))
    branch = re.split(r"[ /-]", (known.branch(mark.archive) if known else None) or "")[-1]
    numbers = "/".join(_value(level) for level in levels)
    if convention and convention.engine == "coded":
        numbers = _LETTERS.sub(r"\1", numbers)
    keeper = (known.successor if known else None) or mark.archive_id
    key = f"{keeper}{branch and f'.{folded(branch)}'}:{numbers}"
    if folios and mark.folios:
        key += ("#p." if mark.paged else "#") + ",".join(
            folded(run.first) if run.first == run.last else f"{folded(run.first)}-{folded(run.last)}"
            for run in mark.folios
        )
    return key


def one_key(mark: Shelfmark) -> str | None:
    """Return the key of a file, the same for its copies: APRF f. 45 op. 1 d. N is RGASPI f. 558 op. 11 d. N."""
    keys = [key for key in (compact(mark), *map(compact, predict(mark))) if key is not None]
    return min(keys, default=None)


def are_copies(marks: Sequence[Shelfmark]) -> bool:
    """Tell whether a concordance says that *marks* in several archives are one file, and they have the same leaves."""
    keys, leaves = {one_key(mark) for mark in marks}, {_leaves(mark) for mark in marks}
    return (
        len({mark.archive_id for mark in marks}) == len(marks) > 1 and len(keys) == len(leaves) == 1 and keys != {None}
    )


def _leaves(mark: Shelfmark) -> tuple[tuple[str, str], ...]:
    return tuple((folded(run.first), folded(run.last)) for run in mark.folios)


def agree(one: Shelfmark, other: Shelfmark, level: str) -> bool:
    """Tell whether two marks of one archive say the same of *level*, or not both anything.

    More is forgiven than by the key: a Latin P may be a Cyrillic Р that was typed as it looks, or П transliterated.
    """
    ours, theirs = one.level(level), other.level(level)
    if ours is None or theirs is None or ours == theirs:
        return True
    a, b = (replace(mark, levels=(Level(level, mark.level(level) or ""),)) for mark in (one, other))
    if _short_for(a.levels[0].value, b.levels[0].value):
        return True
    ways = (lambda mark: mark, _in_latin, lambda mark: _in_latin(as_it_looks(mark)))
    return any(_value(way(a).levels[0]) == _value(way(b).levels[0]) for way in ways)


_TITLE = pattern(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+")
_YEARS = pattern(r"(?<!\d)(1[5-9]|20)(\d\d)[-–](?=\d\d(?!\d))")


def _short_for(one: str, other: str) -> bool:
    """Tell whether one of two titles has the other's initials: CDF 1950–1954, Central Decimal File 1950-54."""
    ours, theirs, short, their_short = (
        _YEARS.sub(r"\1\2-\1", folded(title, zeros=True)) for title in (one, other, _initials(one), _initials(other))
    )
    return ours in (theirs, their_short) or short == theirs


def _initials(title: str) -> str:
    return _TITLE.sub(lambda words: "".join(filter(str.isupper, words[0])), title)


_STROKE = pattern(r"(?<=\d)/(?=[^\W\d_]$)")
"""Between a fond's number and the letter of its kind: 1/п, 1п."""


def _value(level: Level) -> str:
    value = _STROKE.sub("", level.value) if level.name == "fond" else level.value
    return folded(value, zeros=level.name in _ZEROS_COUNT)


def _in_latin(mark: Shelfmark) -> Shelfmark:
    """Return *mark* with the letters of its numbers in Latin script; in a Cyrillic one P is what it looks like."""
    return in_script(as_read(mark), "en")
