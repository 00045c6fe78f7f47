"""Institutions by letters that no table has, behind a folder and its box: ``RSP, Box 3, Folder 4, SCXL, OXU``."""

from __future__ import annotations

from provcheck.archives.lexicon.vocabulary import wording
from provcheck.archives.reading.draft import Holder
from provcheck.archives.reading.institutions.schools import convention
from provcheck.model.lazy import pattern

_LETTERS = pattern(
    r"(?:\b[Bb]ox [\w–-]{1,10},? [Ff]older [\w–-]{1,10}|[”\"],? folder, [Bb]ox [\w–-]{1,10}"
    r"|\b[Ff]older [\w–-]{1,10},? [Bb]ox [\w–-]{1,10})(?:, [A-Z][^,;:()\d]{1,40} (?:Papers|Collection))?, "
    r"(?P<v>(?![IVXLC]+\b)[A-Z]{3,6}(?:, [A-Z]{2,6}){0,3})(?=\.?$)"
)
"""No title of a folder, as that has its number or its title already."""


def last_letters(text: str) -> Holder | None:
    """Return the institution that only letters name, behind the folder and the box of a mark."""
    found = _LETTERS.search(text) if "older" in text and "ox " in text else None
    if found is None or not wording().no_archives.isdisjoint(found["v"].split(", ")):
        return None
    return Holder(*found.span("v"), found["v"], convention=convention())
