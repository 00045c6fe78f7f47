"""Codes known at sight: where no archive is named, the shape of a code alone says whose it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import islice

from provcheck import tables
from provcheck.archives.lexicon import sight
from provcheck.archives.lexicon.begins import may_begin
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import Value
from provcheck.archives.lexicon.vocabulary import Name
from provcheck.archives.reading import coded, remarks
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.model.lazy import pattern

_LEAD = pattern(r"(?:… )?\(?(?:[|-] )?(?:\*\*)?(?:Shelfmark: )?(?:File\.? ?Nos?[.,] ?)?")
"""What a table, a list or an edition puts before the code."""
_AFTER_DAY = pattern(r"(?:1[5-9]|20)\d\d[,;:] (?=[A-Z\d])")
"""The end of a date, behind which the code of the document may stand."""
_DAYS = 3
_NETHERLANDS = pattern(
    r"(?:nationaalarchief|gahetna)\.nl/\S{0,100}?/(?:archief|toegang|index)/(\d[\d.]*\d)(?:/(?:invnr"
    r"|inventarisnr)/(?:\S{0,200}~)?(\d[\d-]*))?"
)

_UNDERSCORED = pattern(
    r"(?<!\w)(NL-[A-Z][A-Za-z]{2,7})[_.]([A-Z]{0,2}\d[^\W_]*(?:\.[^\W_]+)*)(?:_(\d+[A-Z]?)(?:_\d{4,5})?)?(?!\w)"
)
"""The name of a scan, of its unit or holding: ``NL-HaNA_1.04.02_1234_0056``, ``NL-HaRKD.0108``."""


def read(text: str, found: list[Found], ends: list[int], *, named: bool = False) -> list[Draft]:
    """Read the codes of a line that names no archive; where it names one in vain, only those that its words confirm.

    *ends* is where credits and remarks begin.
    """
    if "NL-" in text and (underscored := _UNDERSCORED.search(text)):
        return [_underscored(underscored)]
    if named:
        return _anywhere(text, found, ends, sight.beside())
    if ".nl/" in text and (address := _NETHERLANDS.search(text)):
        return [_address(address)]
    leads = (_LEAD.match(text, at) for at in dict.fromkeys((0, remarks.lead_in(text))))
    starts = [lead.end() for lead in leads if lead] + [day.end() for day in islice(_AFTER_DAY.finditer(text), _DAYS)]
    for start in starts:
        for archive in _likely(text[start : start + 1]):
            if sight.begin()[archive].match(text, start) and (drafts := _read(text, found, ends, archive, [start])):
                return drafts
    return _anywhere(text, found, ends, sight.everywhere() if sight.lettered().search(text) else sight.figured())


@lru_cache(maxsize=1 << 8)
def _likely(first: str) -> tuple[str, ...]:
    """Return the archives whose codes may begin with *first*."""
    return tuple(archive for archive, shape in sight.begin().items() if may_begin(shape, first))


def _anywhere(text: str, found: list[Found], ends: list[int], archives: Iterable[str]) -> list[Draft]:
    shapes, beside = sight.everywhere(), sight.beside()
    for archive in archives:
        if beside.get(archive, "") not in text:
            continue
        shape = shapes[archive]
        if not shape.search(text):
            continue
        if drafts := _read(text, found, ends, archive, [match.start() for match in shape.finditer(text)]):
            return drafts
    return []


_FAR = 1_000
"""How far from a code words may stand that belong to its mark."""


def _read(text: str, found: list[Found], ends: list[int], archive: str, starts: list[int]) -> list[Draft]:
    """Read the codes of *archive* that stand at *starts*."""
    drafts: list[Draft] = []
    places = [item.start for item in found]
    for at in starts:
        if drafts and at < drafts[-1].end:
            continue
        holder = Holder(at, at, "", (Name(archive, "current"),), id=archive)
        inside = found[bisect_left(places, at) : bisect_left(places, at + _FAR)]
        stop = remarks.stop(ends, at, len(text))
        drafts += coded.read(text, inside, holder, tables.archives()[archive].convention, at, stop)
    return drafts


@cache
def _dutch() -> dict[str, str]:
    """Return the archives of the Netherlands by their codes."""
    known = (archive for archive in tables.archives().values() if archive.country == "NL")
    return {code: archive.id for archive in known for codes in archive.codes.values() for code in codes}


def _underscored(match: re.Match[str]) -> Draft:
    """Read the number of a holding and that of an item which underscores join to the code of their archive."""
    return _dutch_item(match, match.group(1), _dutch().get(match.group(1)), first=2)


def _address(match: re.Match[str]) -> Draft:
    """Read the address of an inventory number on the site of the Dutch national archives."""
    return _dutch_item(match, match.group().partition("/")[0], "nl-hana", first=1)


def _dutch_item(match: re.Match[str], written: str, archive: str | None, *, first: int) -> Draft:
    """Return the mark that the groups of *match* from the *first* on are: the fonds and the inventory number."""
    names = (Name(archive, "current"),) if archive else ()
    holder = Holder(match.start(), match.start() + len(written), written, names, id=archive)
    draft = Draft(holder, "dutch")
    draft.own_holder = True
    for group, level in ((first, "fonds"), (first + 1, "inv-no")):
        if match.group(group):
            draft.put(level, Value(match.group(group), match.start(group), match.end(group)), match.string)
    return draft
