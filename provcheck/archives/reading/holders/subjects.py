"""Codes of archives that are signs of subjects, series or symbols of files: POL 27 VIET S, NSC 68."""

from __future__ import annotations

from provcheck import tables
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.reading.draft import Holder
from provcheck.archives.reading.levels import required_levels
from provcheck.model.lazy import pattern

_SUBJECT = pattern(r"[A-Z]{2} ?(?:\d{1,3}(?:-\d+)*|\d{6,8})(?![\w/-])")
"""A subject of the central files of a president, whose letters are those of a British series."""
_STATE_SUBJECT = pattern(r"[A-Z]{2,4} \d{1,2}(?:[–-]\d+)*(?![\w/–-])")
_OF_COUNTRY = pattern(r"[A-Z]{2,4} \d{1,2}[–-]\d{1,2} (?!TNA|PRO)[A-Z]{3,}(?![\w/])")
"""The same with the country that it is about, which no British number has."""
_CENTRAL_FILES = pattern(r"(?:\bFiles?,? 19\d\d(?:[–-](?:19)?\d\d)?|\b(?:CFPF|SNF)(?: 19\d\d(?:[–-](?:19)?\d\d)?)?), $")
"""What its file stands behind in the central files of the Department of State: ``CFPF 1964–1966, ``."""
_CENTRAL_NEAR = 20


def is_subject(text: str, item: Found) -> bool:
    """Tell whether a subject of central files stands right behind them: ``Subject Files, CO 165``, ``CFPF, CUL 2``."""
    at = item.start
    if item.end == at and text.endswith(("Files, ", "File, "), 0, at) and _SUBJECT.match(text, at):
        return True
    if _OF_COUNTRY.match(text, at):
        return True  # ibid., LAB 3–3 JAM
    return bool(_STATE_SUBJECT.match(text, at) and _CENTRAL_FILES.search(text, max(0, at - _CENTRAL_NEAR), at))


_ONE_SERIES = pattern(
    r"[:,]? ?(?:\([^()]{2,20}\)[:,]? )?(?:CRS |Series )?[A-Z]{0,3} ?\d{1,6}[A-Z]?(?:/[A-Z]?\d+)?[,:] (?:[Ii]tem )?$"
)

_NEXT_SERIES = pattern(r"(?:[,;]|\band) [A-Z]{1,2}\d{2,5}[A-Z]?(?:/\d{1,2})?, $")
"""A further series of a list before the sign of its item: ``A1209, 1957/54 and A1838, TS812/4``."""
_SERIES_LONG = 16


def is_symbol(text: str, item: Found, before: Holder) -> bool:
    """Tell whether a code stands where the archive *before* it has the sign of an item, right after its series."""
    if not item.names or not before.names or not CODE_BEFORE_NUMBER.match(text, item.start):
        return False
    known = tables.archives()
    if not any("item" in required_levels(known[name.archive].convention) for name in before.names):
        return False
    return bool(
        _ONE_SERIES.fullmatch(text, before.end, item.start)
        or _NEXT_SERIES.search(text, max(before.end, item.start - _SERIES_LONG), item.start)
    )


_PLACE_BETWEEN = pattern(r"(?: \([^()]{2,20}\))?[,:]? (?:[A-Z][a-z]+, |MG ?\d+,? )?$")


def is_series(text: str, item: Found, before: Holder) -> bool:
    """Tell whether a code with its number stands right after the archive *before*, which is of another country."""
    known = tables.archives()
    if item.end > item.start and is_abroad(item, before):
        written = text[item.start : item.end]
        if any(written in known[name.archive].hints for name in before.names):
            return True  # BStU, MfS, AIM 12/80: its own, whatever these letters mean elsewhere
    if not item.names or not CODE_BEFORE_NUMBER.match(text, item.start):
        return False
    if item.end > item.start and any(text[item.start : item.end] in known[n.archive].prefixes for n in before.names):
        return True  # TNA, FO 5, ADM 116: its own too
    if not before.written:
        return False
    between = _PLACE_BETWEEN.fullmatch(text, before.end, item.start)
    if between is None or (item.end == item.start and "MG" not in between.group()):
        return False  # PAC, MG 11, CO 42: a series of copies
    return is_abroad(item, before)


def is_abroad(item: Found, before: Holder) -> bool:
    """Tell whether the archives that a short name may mean are in other countries than the archive *before*."""
    known = tables.archives()
    countries = {known[name.archive].country for name in before.names}
    return bool(countries) and countries.isdisjoint(known[name.archive].country for name in item.names)


CODE_BEFORE_NUMBER = pattern(r"[A-Z]{1,4} ?(?:\d|I{1,3}/\d)")
