"""How plainly a mark may be written and still be read as what it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from provcheck import tables
from provcheck.archives.writing.codes import code_of, keepers_code, name_of, town_of
from provcheck.archives.writing.conventions import convention_of
from provcheck.archives.writing.levels import write_levels
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level, MarkForm, Shelfmark


class _Plain(NamedTuple):
    """How plainly a mark may be written and still be read as what it is."""

    words: Mapping[int, bool] = {}
    """Which of its levels need a word though the convention writes them bare, and which need none though it has one."""
    archive: int = 0
    """What the archive must be called: 0 its short name will do, 1 with its town (RA in Oslo), 2 its full name."""


def plainest(mark: Shelfmark, language: str) -> _Plain:
    """Return how plainly *mark* may be written: only codes, whose values stand without words, leave it in doubt."""
    convention = tables.conventions().get(mark.convention or "")
    if convention is None or convention.engine != "coded" or not mark.levels:
        return _Plain()
    alike = tuple(Level(name, _FIGURES.sub(_no_figures, value)) for name, value in mark.levels)
    said = tuple(mark.words.items())
    # FO 371/84123 is as FO 371/84124
    plain = _tried(mark.archive, mark.archive_id, alike, convention.id, language, said)
    if plain == _Plain():
        return plain
    return _tried(mark.archive, mark.archive_id, mark.levels, convention.id, language, said)


_FIGURES = pattern(r"(?<!\d)(?!(?:1[4-9]|20)\d\d(?!\d))\d{2,}")
"""Figures that are no year: numbers of one length are read alike."""


def _no_figures(figures: re.Match[str]) -> str:
    return f"{figures[0][0]}{'7' * (len(figures[0]) - 1)}"


@lru_cache(maxsize=1 << 12)
def _tried(
    archive: str | None,
    ident: str | None,
    levels: tuple[Level, ...],
    convention: str,
    language: str,
    said: tuple[tuple[str, str], ...],
) -> _Plain:
    from provcheck.archives.reading.line import read_line

    known = tables.archives().get(ident or "")
    names = [archive or ""]
    if known is not None:
        code = code_of(known, language) or keepers_code(known, language) or name_of(known, language)
        names = [code, f"{code} ({town_of(known, language)})" if known.city else code, name_of(known, language)]
    rules = convention_of(Shelfmark(archive, ident, levels, (), convention))
    every = range(len(levels))
    numbers = [at for at in every if levels[at].value[:1].isdigit()]
    alone = [{at: said} for said in (True, False) for at in reversed(every)]
    for words in ({}, *alone, dict.fromkeys(numbers, True), dict.fromkeys(every, True)):
        body = ", ".join(write_levels(levels, rules, MarkForm(language=language), words, dict(said)))
        for called, name in enumerate(names):
            again = read_line(f"{name}, {body}" if name else body).marks
            if len(again) == 1 and again[0].archive_id == ident and sorted(again[0].levels) == sorted(levels):
                return _Plain(words, called)
    return _Plain()
