"""What a person meant who wrote a name that the schema does not know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from provcheck import tables
from provcheck.model.archive import Convention
from provcheck.model.document import Pointer
from provcheck.schema.fields import fields

MAX_COMPARED = 40
"""Longer names are not compared, for comparing is quadratic and no field is that long."""


class Guess(NamedTuple):
    """A field of the same mapping; or one that belongs elsewhere, and where (``""``: the top)."""

    here: str | None = None
    elsewhere: str | None = None
    homes: tuple[str, ...] = ()


def guess(key: str, beside: Mapping[str, Any], known: Iterable[str], at: Pointer, name: str, *, own: bool) -> Guess:
    """Guess what *key* was meant to be in the mapping *beside*, which stands at *at*.

    *known* are the fields that it may have; *own*: ``x-`` fields too. What an archive calls a level comes before what
    a key looks like: ``carta`` is a leaf in Venice and the number of a letter in Seville.
    """
    allowed = list(known)
    path = ".".join(step for step in at if isinstance(step, str))
    exact = _homes(key, path, name)
    if exact and meant_key(key, allowed, cutoff=0.85) is None:
        return Guess(None, key, exact)
    here = meant_key(key, allowed)
    if path == "sources" and (here != "archive" or "archive" in beside):
        level = _level_called(key, beside)
        here = level if level in allowed else here
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


def _level_called(key: str, source: Mapping[str, Any]) -> str | None:
    """Return the level that the archive of *source* calls *key* (``busta``, ``op.``), or that others call so."""
    archive = source.get("archive")
    keys = tuple(one for one in source if one != "archive")[:MAX_COMPARED]
    for convention in _conventions(archive if isinstance(archive, str) else "", keys):
        if level := _level_in(convention, key):
            return level
    return None


@lru_cache(maxsize=256)  # the rows of a table have the same keys
def _conventions(archive: str, keys: tuple[str, ...]) -> list[Convention]:
    """Return all conventions: first that of *archive*, then those that know most of *keys*."""
    from provcheck import archives  # only here: most records have no unknown field

    found = archives.find(archive)
    own = {one.convention for one in (found.archive, *found.candidates) if one is not None}

    def rank(convention: Convention) -> tuple[bool, int]:
        return convention.id in own, sum(_level_in(convention, key) is not None for key in keys)

    return sorted(tables.conventions().values(), key=rank, reverse=True)


def _level_in(convention: Convention, key: str) -> str | None:
    """Return the field for what *convention* calls *key*, by the name of a level or one of its words."""
    if convention.level(key) is not None:
        return key
    word = key.strip().rstrip(".").casefold()
    for rule in convention.levels:
        if word in rule.words:
            return rule.name
    folios = convention.folios
    if folios is None or word not in folios.words:
        return None
    return folios.name if folios.name in tables.folio_keys() else "folio"
