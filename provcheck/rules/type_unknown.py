"""The type of document is a word that is not among the usual ones.

The list of types is open, so an unknown word is no error; but "telegramm" beside "telegram" makes two kinds of one
when records are counted or searched. A word that contains a usual one ("draft resolution") is taken as known, and so
is one in other letters than Latin.

Fails::

    type: Telegramm

Fixed::

    type: telegram

Fails::

    type: gizmo

Passes::

    type: ciphered telegram

Passes::

    type: draft resolution of the Politburo

Use one of the usual words where one fits; they are listed by ``provcheck explain type``. Where your collection has
types of its own, turn this rule off for it in the configuration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from provcheck.dates.tokens import words
from provcheck.languages import script_of
from provcheck.model.context import Context
from provcheck.model.finding import Change, Fix, Problem, Severity
from provcheck.model.record import Record, Text
from provcheck.tables import schema

SEVERITY: Severity = "warning"

_ALSO = words("""
    aide-mémoire aide-memoire appeal appendix autobiography ballot biography booklet brochure bulletin cable
    catalogue catalog
    certificate chart chronicle communiqué communique contract conversation correspondence decision declaration
    deposition directive drawing email envelope examination form indictment instruction instructions interrogation
    inventory invoice
    invitation judgement judgment leaflet ledger legislation manuscript message minute newspaper notebook notes notice
    ordinance
    outline pamphlet passport permit plan poem postcard poster press proceedings proclamation proposal questionnaire
    receipt reference reminiscences request review rule sermon sketch song statistics study summary table talking
    talks
    testament testimony testimonies ticket transcription translation typescript verdict will witness book dossier
""")
"""Words seen as types that are neither on the list of the schema nor a slip for one of its words."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for a type that is no usual word and contains none."""
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
    parts = set(_WORD.findall(lower))
    if parts & _words() or {part.removesuffix("s") for part in parts} & _words():
        return
    from difflib import get_close_matches  # only where something is wrong

    near = get_close_matches(lower, known, n=1, cutoff=0.85)
    if near:
        yield _meant(record.type, near[0], safe=False)
    else:
        yield Problem(record.type.at, f'"{text}" is not one of the usual types', help="see provcheck explain type")


def _meant(given: Text, word: str, *, safe: bool) -> Problem:
    fix = Fix(f"write {word}", (Change(given.at, word),), safe)
    return Problem(given.at, f'"{given.text}" is written "{word}" in other records', fix=fix)


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
