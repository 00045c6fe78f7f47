"""Codes and addresses whose shape alone tells whose they are: ``data/at_sight.yaml``, ``addresses.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from provcheck import tables
from provcheck.archives.lexicon.vocabulary import Name
from provcheck.model.lazy import pattern


@cache
def begin() -> dict[str, re.Pattern[str]]:
    """Return by archive the codes known only where the line begins with them, decimal files among them."""
    return {row.archive: pattern(row.begins) for row in tables.at_sight() if row.begins}


@cache
def everywhere() -> dict[str, re.Pattern[str]]:
    """Return by archive the codes known wherever they stand: series of the United Nations, codes of JACAR."""
    return {row.archive: pattern(row.anywhere) for row in tables.at_sight() if row.anywhere}


@cache
def listed() -> dict[str, re.Pattern[str]]:
    """Return by library the collections that it alone has, known behind a mark of another."""
    return {row.archive: pattern(row.listed) for row in tables.at_sight() if row.listed}


@cache
def named() -> dict[str, re.Pattern[str]]:
    """Return by archive what tells it of those that share a short name, right behind that."""
    return {row.archive: pattern(row.named) for row in tables.at_sight() if row.named}


@cache
def behind_same() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the conventions that a code right behind ``ibid.`` tells, where no mark stands before that."""
    known = tables.archives()
    return tuple(
        (known[row.archive].convention, pattern(row.behind_same)) for row in tables.at_sight() if row.behind_same
    )


@cache
def beside() -> dict[str, tuple[str, ...]]:
    """Return by archive what the line must have one of too, where the code alone is not enough."""
    return {row.archive: row.beside for row in tables.at_sight() if row.beside}


@cache
def also() -> dict[str, tuple[str, ...]]:
    """Return by archive the others that such codes may be of, where a collection was divided."""
    return {row.archive: row.also for row in tables.at_sight() if row.also}


@cache
def lettered() -> re.Pattern[str]:
    """Return in one all of them that begin with a letter, so that the search leaps: most lines have none."""
    return pattern("|".join(shape.pattern for shape in everywhere().values() if shape.pattern[0].isalpha()))


@cache
def figured() -> tuple[str, ...]:
    """Return the archives whose codes begin with a figure."""
    return tuple(archive for archive, shape in everywhere().items() if not shape.pattern[0].isalpha())


@cache
def addresses() -> tuple[tuple[tables.Address, re.Pattern[str]], ...]:
    """Return the addresses that are whole marks, each with its pattern."""
    return tuple((address, pattern(address.shape)) for address in tables.addresses())


def is_top(names: Iterable[Name], title: str) -> bool:
    """Tell whether *title* is that of a holding which in an archive of one of *names* stands under no other."""
    known = tables.archives()
    return any(f"{title} ".startswith(f"{top} ") for name in names for top in known[name.archive].holdings)
