"""Which convention an archive follows that no table has, by the language of its name."""

from __future__ import annotations

from collections.abc import Iterable

from provcheck import tables
from provcheck.archives.lexicon.romanise import is_ukrainian
from provcheck.model.archive import Convention
from provcheck.model.shelfmark import Level


def convention_in(name: str, levels: Iterable[Level], convention: str | None) -> str | None:
    """Return *convention*, or for the first of all, which stands where nothing else is known, that of *name*.

    >>> convention_in("Галузевий архів України", [Level("fond", "1"), Level("delo", "2")], "russian")
    'ukrainian'
    >>> convention_in("Городской архив", [Level("fond", "1"), Level("delo", "2")], "russian")
    'russian'
    """
    if convention is None or convention != next(iter(tables.conventions())) or not is_ukrainian(name):
        return convention
    own: Convention = next(rules for rules in tables.conventions().values() if rules.languages[:1] == ("uk",))
    return own.id if all(own.level(level.name) for level in levels) else convention
