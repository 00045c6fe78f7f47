"""Marks whose parts stand between semicolons, with the archive last: as American archives want to be cited."""

from __future__ import annotations

from bisect import bisect_left

from provcheck import tables
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import Value
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading import around, coded
from provcheck.archives.reading.draft import Draft
from provcheck.model.lazy import pattern

_HOLDING = worded(
    r"[A-Z][^;]*(?:{papers}|{files})"
    r"(?:,? (?:1[5-9]|20)\d\d ?[-–] ?(?:\d\d)?\d\d)?"
)
"""A title that says itself that it is a holding, and of when it is."""
_GROUP = pattern(r"(?:(?:General )?Records of [^;]*, )?(?=(?:Record Group|RG) ?\d)")
"""What a record group is called, before its number."""
_SIGN = pattern(r"[A-Z]{2,4}[. ]\d[\w.-]*")
"""The call number of papers."""
_TITLED = ("collection", "series", "subseries")


def read(text: str, found: list[Found], convention: str, low: int, stop: int) -> list[Draft]:
    """Read ``File 123; Central Decimal Files, 1950-1954; Record Group 59`` back from *stop* to where it begins."""
    drafts, titles, end = [Draft(None, convention)], list[Value](), stop - 2
    starts, high = [item.start for item in found], len(found)
    upwards = _HOLDING.fullmatch(text, text.rfind("; ", low, end) + 2, end) is not None
    while end > low:
        before = text.rfind("; ", low, end)
        start = low if before < 0 else before + 2
        at = group.end() if (group := _GROUP.match(text, start, end)) else start
        place = bisect_left(starts, at, 0, high)
        part: list[Draft] = []
        if place < high:
            at = around.titles_before(text, starts[place], at)
            part = coded.read(text, found[place:high], None, convention, at, end)
        high = place
        if len(part) == 1:
            if drafts[0].has_any(frozenset(part[0].names())):
                drafts.insert(0, Draft(None, convention))  # Box 1, Smith Papers; Box 2, Doe Papers
            drafts[0].levels += part[0].levels
            drafts[0].tokens += part[0].tokens
        elif _SIGN.fullmatch(text, start, end):
            drafts[0].put("call-number", Value(text[start:end], start, end), text)
        elif _HOLDING.fullmatch(text, start, end):
            titles.append(Value(text[start:end], start, end))
        else:
            break
        end = start - 2
    names = _TITLED[1:] if drafts[-1].has("record-group") else _TITLED
    if not drafts[0].labels() or len(titles) > len(names) or (titles and len(drafts) > 1):
        return []
    for name, title in zip(names, titles if upwards else reversed(titles), strict=False):
        drafts[0].put(name, title, text)
    ranks = tables.ranks(convention)
    for draft in drafts:
        draft.levels.sort(key=lambda level: ranks[level.name])
    return drafts
