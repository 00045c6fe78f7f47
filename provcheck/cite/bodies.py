"""Bodies, offices, titles and rulers: what tells that words are no family name, from ``data/names.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from provcheck import tables
from provcheck.archives.lexicon.wording import any_of
from provcheck.model.lazy import pattern

TABLE = tables.names()
PARTICLES = frozenset([*TABLE["dropping"], *TABLE["particles"]])


def _any(words: Iterable[str]) -> str:
    """Return a pattern of any of *words*, in which … stands for any letters."""
    return any_of(words).replace("…", r"\w*")


_BODIES = pattern(
    lambda: r"\b" + _any(TABLE["bodies"]) + r"\b|\b(?:of|the|for|and|und|et)\b|[&/;()\[\]\d]",
    re.IGNORECASE,
)
_ARTICLE = pattern(r"(?:le|la|les|der|die|das|il|lo|el|o|a) |l['’]", re.IGNORECASE)
OFFICE = pattern(lambda: r"(?:\w+-)?" + _any(TABLE["offices"]) + r"\b", re.IGNORECASE)
"""An office at the beginning."""
TITLES = pattern(lambda: r"(?:" + _any(TABLE["titles"]) + r"(?: |$))+", re.IGNORECASE)
"""Titles that stand before a name."""
RULER = pattern(lambda: _any(set(TABLE["rulers"]) - set(TABLE["also_given"])) + " ", re.IGNORECASE)
"""What stands before a given name that no family name follows."""
_VOWELS = re.compile("[aeiouyäöüàéèаеёиоуыэюяіїє]", re.IGNORECASE)
_NUMERALS = frozenset({"II", "III", "IV"})


def is_body(name: str) -> bool:
    """Whether *name* looks like an office or a party rather than a person.

    >>> is_body("CC CPSU"), is_body("Soviet Embassy in Beijing"), is_body("ФИЛИППОВ"), is_body("G. A. Zhukov")
    (True, True, False, False)
    >>> is_body("Ministero degli Affari Esteri"), is_body("Ministerstwo Spraw Zagranicznych"), is_body("D. degli Azzi")
    (True, True, False)
    >>> is_body("ministre de l’Intérieur"), is_body("d’Argenlieu Thierry"), is_body("van der Post")
    (True, False, False)
    >>> is_body("Landrat Kreis Verden"), is_body("Konrad Adenauer, Bundeskanzler"), is_body("Bischof, Norbert")
    (True, True, False)
    """
    if _BODIES.search(name):
        return True
    first, *others = (part.strip() for part in name.split(","))
    article = None if others else _ARTICLE.match(first)  # but Le Maire, Bruno
    if (" " in first and OFFICE.match(first, article.end() if article else 0)) or any(map(OFFICE.match, others)):
        return True
    words = name.split()
    if len(words) < 2:
        return False
    small = words[0][0].islower() and words[0] not in PARTICLES and not words[0][:2].endswith(("'", "’"))
    if small and not TITLES.match(name):
        return True  # an office: "ministre de l’Intérieur"
    if name.isupper():  # a person's name in capitals has vowels in every word
        return any(len(word) > 1 and word.isalpha() and not _VOWELS.search(word) for word in words)
    return any(word.isupper() and word.isalpha() and 1 < len(word) < 6 for word in words if word not in _NUMERALS)
