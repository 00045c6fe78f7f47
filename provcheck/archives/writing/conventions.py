"""The convention after which a shelfmark is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from provcheck import tables
from provcheck.model.archive import Convention, LevelForm
from provcheck.model.shelfmark import Shelfmark


def convention_of(mark: Shelfmark) -> Convention | None:
    """Return the convention of *mark* as its archive has it; None where its levels are common to all."""
    known = tables.archives().get(mark.archive_id or "")
    name = mark.convention or (known.convention if known is not None else "")
    if name in tables.conventions():
        return _of_archive(name, known.id) if known is not None else tables.conventions()[name]
    if all(tables.common().level(level.name) for level in mark.levels):
        return None  # box and file say nothing of the country
    return next(conventions_with(mark), None)


@cache
def _of_archive(convention: str, archive: str) -> Convention:
    """Return the convention with the archive's languages first, English last, and its words: a kansio in Helsinki."""
    rules, known = tables.conventions()[convention], tables.archives()[archive]
    theirs = [tag for tag in known.names if tag in rules.languages]
    theirs.sort(key="en".__eq__)
    levels = tuple(
        replace(rule, forms=dict.fromkeys(rule.forms, LevelForm(*known.calls[rule.name])))
        if rule.name in known.calls and any(form.short for form in rule.forms.values())
        else rule
        for rule in rules.levels
    )
    strokes = () if archive in rules.strokes else rules.strokes
    return replace(rules, languages=tuple(dict.fromkeys((*theirs, *rules.languages))), levels=levels, strokes=strokes)


def conventions_with(mark: Shelfmark) -> Iterator[Convention]:
    """Yield the conventions that know all levels of *mark*."""
    names = {level.name for level in mark.levels}
    return (c for c in tables.conventions().values() if names and names <= {level.name for level in c.levels})


def with_folios(mark: Shelfmark, convention: Convention | None) -> Convention | None:
    """Return the *convention*, or one with the same levels where it has no word for leaves: archives of films."""
    if convention is None or convention.folios is not None:
        return convention
    return next((other for other in conventions_with(mark) if other.folios is not None), convention)
