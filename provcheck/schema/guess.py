"""What a person meant who wrote a name that the schema does not know."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from provcheck import tables
from provcheck.model.document import Pointer
from provcheck.schema.fields import fields

MAX_COMPARED = 40
"""Longer names are not compared, for comparing is quadratic and no field is that long."""


class Guess(NamedTuple):
    """A field of the same mapping; or one that belongs elsewhere, and where (``""``: the top)."""

    here: str | None = None
    elsewhere: str | None = None
    homes: tuple[str, ...] = ()


def guess(key: str, beside: Iterable[str], known: Iterable[str], at: Pointer, name: str, *, own: bool) -> Guess:
    """Guess what *key* was meant to be in the mapping at *at*.

    *beside* are all keys it has, *known* the fields it may have; *own*: ``x-`` fields too.
    """
    allowed = list(known)
    path = ".".join(step for step in at if isinstance(step, str))
    exact = _homes(key, path, name)
    if exact and meant_key(key, allowed, cutoff=0.85) is None:
        return Guess(None, key, exact)
    here = meant_key(key, allowed)
    if here is None and path == "sources":
        level = _abbreviated_level(key, beside)
        here = level if level in allowed else None
    if here is None and own and key.casefold().startswith(("x_", "x-")) and len(key) > 2:
        here = "x-" + key[2:]
    if here is not None:
        return Guess(here)
    meant = meant_key(key, dict.fromkeys(field.rpartition(".")[2] for field in fields(name)), cutoff=0.8)
    homes = _homes(meant, path, name) if meant is not None else ()
    return Guess(None, meant, homes) if homes else Guess()


def meant_key(key: str, known: Iterable[str], *, cutoff: float = 0.7) -> str | None:
    """Return the one of *known* that *key* is probably a slip for, or None.

    >>> meant_key("Case title", ["case_title", "title"]), meant_key("lang", ["language"]), meant_key("zzz", ["title"])
    ('case_title', 'language', None)
    """
    plain = _folded(key)
    if not plain or len(plain) > MAX_COMPARED:
        return None
    by_folded = {_folded(word): word for word in known}
    if plain in by_folded:
        return by_folded[plain]
    begun = [word for folded, word in by_folded.items() if len(plain) >= 3 and folded.startswith(plain)]
    if len(begun) == 1:
        return begun[0]
    from difflib import get_close_matches  # only here: most records have no slip

    close = get_close_matches(plain, by_folded, n=1, cutoff=cutoff)
    return by_folded[close[0]] if close else None


def _folded(word: str) -> str:
    return word[: MAX_COMPARED + 1].strip().casefold().replace(" ", "-").replace("_", "-")


def _homes(key: str, path: str, name: str) -> tuple[str, ...]:
    """Return the top-level fields that have a field *key* inside, other than the one at *path*."""
    found = (dotted.rpartition(".")[0] for dotted in fields(name) if dotted.rpartition(".")[2] == key)
    return tuple(dict.fromkeys(home.partition(".")[0] for home in found if home != path))[:3]


def _abbreviated_level(key: str, beside: Iterable[str]) -> str | None:
    """Return the level that *key* is an abbreviation for (``op.``, ``Bd``) in a convention with the levels *beside*."""
    word = key.strip().rstrip(".").casefold()
    levels = tables.level_keys() & set(beside)
    for convention in tables.conventions().values():
        if levels <= {rule.name for rule in convention.levels}:
            for rule in convention.levels:
                if word in rule.words:
                    return rule.name
            if convention.folios is not None and word in convention.folios.words:
                return convention.folios.name if convention.folios.name in tables.folio_keys() else "folio"
    return None
