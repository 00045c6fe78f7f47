"""The letters by which an archive named in full comes again: ``Archivio di Stato di Brescia, b. 1; ASB, b. 3``."""

from __future__ import annotations

from collections.abc import Sequence

from provcheck import tables
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.vocabulary import Meanings, Name, words_of
from provcheck.model.lazy import pattern

_CODE = pattern(r"(?<=; )[A-Z]{2,6}(?=, )")
_LEAST = 3
"""So many words a name has at least, and letters what stands for it: fewer are a sign of many things.

Two letters are enough where a bracket behind the name has them: ``Lincolnshire Archives (LA), …; LA, …``.
"""
_NONE = Meanings()


def by_initials(text: str, found: list[Found]) -> list[Found]:
    """Return *found* with the archives that come again by the first letters of their names, behind a semicolon."""
    codes = [code for code in _CODE.finditer(text) if _may_stand(text, code[0])] if "; " in text else []
    if not codes:
        return found
    named: dict[str, tuple[Name, ...]] = {}
    for item in found:
        if item.what == "archive" and " " in text[item.start : item.end] and len({n.archive for n in item.names}) == 1:
            for letters in _letters(text[item.start : item.end], tables.archives()[item.names[0].archive].towns):
                named.setdefault(letters, item.names)
    added: dict[int, Found] = {}
    archives = {item.start: item for item in reversed(found) if item.what == "archive"}
    for code in codes:
        names = named.get(code[0])
        there = archives.get(code.start())
        if names and not (there and {n.archive for n in there.names} & {n.archive for n in names}):
            added[code.start()] = Found("archive", *code.span(), _NONE, names=names)
    if not added:
        return found
    kept = [item for item in found if not any(start <= item.start < one.end for start, one in added.items())]
    return sorted([*kept, *added.values()], key=lambda item: item.start)


def _may_stand(text: str, code: str) -> bool:
    """Tell whether *code* is long enough, or declared."""
    return len(code) >= _LEAST or f"({code})" in text or f"[{code}]" in text or f" {code})" in text


def _letters(name: str, towns: Sequence[str]) -> set[str]:
    """Return the first letters of the words of *name* that count, with and without the one of *towns* that it is in.

    >>> sorted(_letters("Archivo Histórico Provincial de Zamora", ["Zamora"]))
    ['AHP', 'AHPZ']
    """
    words = [word for word in words_of(name) if word[0].isupper() or len(word) > _LEAST]
    every = "".join(word[0].upper() for word in words)
    places = {word for town in towns for word in words_of(town)}
    within = bool(words) and words[-1] in places
    found = {every, every[:-1]} if within else {every, *(every + place[0] for place in places)}
    return {letters for letters in found if len(letters) > 1}
