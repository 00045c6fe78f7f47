"""Names of authorities beside an archive: whose records it keeps, and who keeps nothing itself."""

from __future__ import annotations

from bisect import bisect_left

from provcheck import tables
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.times import DATE
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import BY_START, CLOSED, Holder
from provcheck.model.lazy import pattern

_AUTHORITY = worded(r"{authorities}")
"""The beginning of the name of an authority."""
_BEFORE_SHORT_FORM = worded(r"[,.]? (?:[^;:()\d]{2,40}[,.] )?(?:RG ?\d{1,3}, )?{authorities}[^,;:()\d]{2,80} \(")
"""An authority behind an archive, before its short form in brackets."""
_TOWN_AT_MOST = pattern(r"(?: \([A-Z]{2,8}\))?(?:,? [^\W\d_][^,;.:()\d]{2,20})?(?:, RG ?\d{1,3})?[,.:] ")
"""What may stand between an archive and the authority whose records it keeps: its short name, town, record group."""
_ABOUT_AGENCIES = worded(r"(?i:{agency_files}), $|[,;] [A-Z]{2} \d{1,3}(?:-\d+)?: $")
"""A series of files on authorities; the folder of one in the White House's files, ``FG 105: Department of State``."""
_SIGNS = frozenset({", ", ": "})
_TOWN = pattern(r"[A-ZÀ-Þ][^\W\d_]{2,20}, ")
WRITTEN_OUT = 12
"""What has more letters is the name of an archive or an authority written out."""


def has_records(text: str, before: Holder, item: Found) -> bool:
    """Tell whether *item* is the authority whose records the archive *before* it keeps, or its short form.

    So in ``NAA, Canberra: Department of External Affairs, A1838`` and in
    ``NA, Ministerie van Buitenlandse Zaken (BuZa), 2.05.117``.
    """
    start, end = item.start, item.end
    if text[start - 2 : start] in _SIGNS and _ABOUT_AGENCIES.search(text, max(before.end, start - 40), start):
        return True  # Johnson Library, National Security File, Agency File, CIA, Vol. I
    if text[start - 1 : start] == "(" and _BEFORE_SHORT_FORM.fullmatch(text, before.end, start):
        return True
    if end - start <= WRITTEN_OUT:
        return False
    if not _AUTHORITY.match(text, start):  # Riksarkivet, Stockholm, Utrikesdepartementets arkiv: with the town of both
        town = _TOWN.match(text, start, end)
        start = town.end() if town else start
    return bool(_AUTHORITY.match(text, start) and _TOWN_AT_MOST.fullmatch(text, before.end, start))


def is_maker(text: str, last: Holder, item: Found) -> bool:
    """Tell whether *last* is the authority whose records *item* keeps: ``Department of Labour, RG 27, vol. 3, LAC``."""
    if item.end == item.start or not _AUTHORITY.match(last.written) or "rchiv" in last.written:
        return False
    if any(tables.archives()[name.archive].keeper for name in last.names):
        return False
    return ";" not in text[last.end : item.start] and CLOSED.match(text, item.end) is not None


_DAY_BEHIND = pattern(
    r"(?:,? | \()(?:[a-zà-ÿ]{1,5}\.? )?(?:\d{1,2}([./-]) ?\d{1,2}\1 ?(?:1[5-9]|20)?\d\d"
    rf"|(?i:{DATE.pattern}))\)?, "
)


def wrote(text: str, found: list[Found], item: Found) -> bool:
    """Tell whether *item* wrote or got a letter, whose day and ``ibid.`` stand behind: ``Roe an AA, 3.5.1950, ebd.``"""
    day = _DAY_BEHIND.match(text, item.end)
    if day is None:
        return False
    at = bisect_left(found, day.end(), key=BY_START)
    return at < len(found) and found[at].what == "same" and found[at].start == day.end()
