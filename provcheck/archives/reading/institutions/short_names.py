"""Institutions that no table has, named by a short word and their town: ``StadtA Neuhausen``, ``SOkA Lhota``."""

from __future__ import annotations

from functools import cache

from provcheck import tables
from provcheck.archives.lexicon.vocabulary import is_place, wording
from provcheck.archives.lexicon.wording import any_of
from provcheck.archives.reading.draft import Holder
from provcheck.model.lazy import pattern


@cache
def conventions() -> dict[str, str]:
    """Return the short words, each with the first convention that has it; the words for levels may tell another."""
    found: dict[str, str] = {}
    for rules in tables.conventions().values():
        for short in rules.short_institutions:
            found.setdefault(short, rules.id)
    return found


SHORT = r"(?: \([^\W\d_][^()\d]{1,20}\))?"
"""Its short name or its town in brackets."""
TOWN = (
    r"[A-ZÀ-ÞŠŽČŁŚ][^\W\d_]{2,}(?:[ -](?:(?:am|an der|de la|de|del|du|di|do|des|der|nad|im|in|of) )?"
    r"[A-ZÀ-ÞŠŽČŁŚ][^\W\d_]{2,}){0,2}"
)
_SHORT = pattern(
    lambda: (
        rf"(?<![\w/.-])(?P<short>{any_of(conventions())}) "
        rf"(?:d[’']|d(?:e|u|es) )?(?!MSS){TOWN}"  # ML MSS 12: manuscripts
        r"(?=[,:;)]|\.?$|\. |(?: [A-Z]{1,4})?[ ]\d)"
    )
)


def may_be_a_person(written: str) -> bool:
    """Tell whether an institution *written* so may be somebody with two initials: ``AE Housman``, but ``RA Lund``."""
    short, _, town = written.partition(" ")
    return len(short) == _INITIALS and short in conventions() and not is_place(town)


_INITIALS = 2


@cache
def firsts() -> frozenset[str]:
    """Return with what words the short words begin: the *Arch* of ``Arch. mun.``; and those of courts."""
    return frozenset((*(short.partition(".")[0] for short in conventions()), *wording().criminal_courts))


_LETTERS = pattern(r"[^\W\d_]{2,}")


@cache
def lands() -> dict[str, str]:
    """Return the countries whose archives are named by their international codes, each with its convention."""
    return {rules.isil: rules.id for rules in tables.conventions().values() if rules.isil}


_ISIL = pattern(lambda: rf"(?<![\w/.-])(?P<land>{'|'.join(lands())})-[A-Z][a-z]{{0,3}}[A-Z][A-Za-z]{{1,6}}(?=[,:] ?\d)")
"""The international code of an archive: ``NL-AbCdE, 1018, inv.nr. 3``."""


def coded(text: str) -> list[Holder]:
    """Return the institutions that *text* names by their international codes."""
    if not any(f"{land}-" in text for land in lands()):
        return []
    return [
        Holder(code.start(), code.end(), code[0], convention=lands()[code["land"]]) for code in _ISIL.finditer(text)
    ]


def short_names(text: str) -> list[Holder]:
    """Return the institutions that *text* names so; where all is in capitals none is known by them."""
    if firsts().isdisjoint(_LETTERS.findall(text)) or text.isupper():
        return []
    return [Holder(m.start(), m.end(), m[0], convention=conventions()[m["short"]]) for m in _SHORT.finditer(text)]
