"""What the levels of a convention say of titles: whether years and numbers at their end are levels of their own."""

from __future__ import annotations

from typing import NamedTuple

from provcheck import tables
from provcheck.archives.lexicon.kinds import TITLES, kind
from provcheck.model.kept import kept

_NUMBERED = frozenset({"file", "bundle", "volume", "inv-no", "box", "item"})


class Traits(NamedTuple):
    """What the levels of a convention say of titles."""

    yearly: bool
    """Years are a level of their own and no part of the title before them."""
    spaced_years: bool
    """… even where only a blank parts them from the title."""
    numbered: bool
    """A number at the end of a title is the file's: ``Kurbayern 4591``."""
    required: bool
    """… even one that may be a year, as there always is one: ``Indiferente 1528``."""
    undated: bool
    """… of whatever century, as titles have no years: ``Kurbayern 1932``."""


@kept
def traits(convention: str) -> Traits:
    """Return what the levels of *convention* say of titles."""
    levels, alike = tables.conventions()[convention].levels, tables.conventions()[convention].numbers_like_years
    years = [rule for rule in levels if rule.kind == "years"]
    numbers = [rule for rule in levels if rule.name in _NUMBERED and " " in rule.after and rule.kind not in TITLES]
    return Traits(
        yearly=bool(years),
        spaced_years=any(" " in rule.after for rule in years),
        numbered=any(kind(rule.kind).shape.match("Titel 1234", 6) for rule in numbers),
        required=any(rule.required for rule in numbers) or alike,
        undated=alike and not years,
    )
