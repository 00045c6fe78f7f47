"""The type of document is one slip away from one of the usual words.

The list of types is open, and any word is allowed; but "telegramm" beside "telegram" makes two kinds of one when
records are counted or searched. Only slips are reported: a word that is none of the usual ones ("affidavit",
"census") is taken as meant, as is one that contains a usual one ("draft resolution") and, where the configuration
names another language than English for the collection, every word that differs in more than capitals.

Fails::

    type: Telegramm

Fixed::

    type: telegram

Passes::

    type: affidavit

Passes::

    type: ciphered telegram

Passes::

    type: draft resolution of the Politburo

The usual words are listed by ``provcheck explain type``. Where your collection has types of its own that are near to
them, turn this rule off for it in the configuration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from provcheck.languages import primary, script_of
from provcheck.model.context import Context
from provcheck.model.finding import Change, Fix, Problem, Severity
from provcheck.model.record import Record, Text
from provcheck.tables import schema

SEVERITY: Severity = "warning"

_ALSO = frozenset(("despatch", "despatches", "dispatches", "minute", "registry", "speeches", "transcription"))
"""Words that are near to a usual one and no slips for it; plurals in -s need no mention."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for a type that is nearly a usual word and contains none."""
    if record.type is None:
        return
    text = record.type.text.strip()
    known = _known()
    if text in known or not _latin(text):
        return
    lower = text.lower()
    if lower in known:
        yield _meant(record.type, lower, safe=True)
        return
    edited_in = context.defaults.language
    if edited_in is not None and primary(edited_in) != "en":
        return
    parts = set(_WORD.findall(lower))
    if parts & _words() or {part.removesuffix("s") for part in parts} & _words():
        return
    from difflib import get_close_matches  # only where something is wrong

    near = get_close_matches(lower, known, n=1, cutoff=0.85)
    if near:
        yield _meant(record.type, near[0], safe=False)


def _meant(given: Text, word: str, *, safe: bool) -> Problem:
    fix = Fix(f"write {word}", (Change(given.at, word),), safe)
    return Problem(given.at, f'"{given.text}" is not quite the usual "{word}"', fix=fix)


_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


def _latin(text: str) -> bool:
    return all(script_of(character) in ("Latn", None) for character in text)


@lru_cache(maxsize=1)
def _known() -> tuple[str, ...]:
    """Return the usual types, which the schema lists."""
    properties = schema("record")["properties"]
    return tuple(next(branch["enum"] for branch in properties["type"]["anyOf"] if "enum" in branch))


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    """Return the words of which known types are made."""
    return _ALSO | {word for known in _known() for word in known.split()} - {"of"}
