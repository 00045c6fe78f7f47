"""A date of CSL-JSON: structured, EDTF, or text that can be read; a literal otherwise."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from provcheck.csl.numbers import whole
from provcheck.csl.scalars import text_of


class Day(NamedTuple):
    """A year, and a month (13 to 16, or 21 to 24, are seasons) and a day where known; 0 where not."""

    year: int
    month: int = 0
    day: int = 0


class Date(NamedTuple):
    """A date or a range; `end` with year 0 is an open range."""

    start: Day | None = None
    end: Day | None = None
    season: int = 0
    season_text: str = ""
    circa: bool = False
    literal: str = ""


def read_date(value: Any) -> Date | None:
    """Return the date that CSL-JSON *value* means; None where it means none."""
    if not isinstance(value, Mapping):
        return read_text(text_of(value))
    circa = value.get("circa") not in (None, False, 0, "", "false", "0")
    parts = [day for day in map(_day, _parts(value.get("date-parts"))) if day is not None]
    if parts:
        season, season_text = _season(value.get("season"))
        end = parts[1] if len(parts) > 1 else None
        return Date(parts[0], end, season, season_text, circa)
    for key in ("raw", "literal", "edtf"):
        text = value.get(key)
        if isinstance(text, str) and text.strip():
            read = Date(literal=text) if key == "literal" else read_text(text)
            return read._replace(circa=circa or read.circa) if read else None
    season, season_text = _season(value.get("season"))
    if season or season_text:
        return Date(None, None, season, season_text, circa)
    return None


def _parts(value: Any) -> Sequence[Any]:
    if isinstance(value, list | tuple):
        return value if value and isinstance(value[0], list | tuple) else [value]
    return ()


def _day(value: Any) -> Day | None:
    if not isinstance(value, list | tuple):
        return None
    numbers = []
    for part in value[:3]:
        try:
            numbers.append(int(text_of(part).strip() or 0))
        except ValueError:
            numbers.append(0)
    if not numbers or (numbers[0] == 0 and not text_of(value[0]).strip()):
        return None
    year, month, day = (*numbers, 0, 0)[:3]
    if not 0 <= month <= 24:
        month = 0
    return Day(year, month, day if 1 <= day <= 31 and month else 0)


def _season(value: Any) -> tuple[int, str]:
    if value in (None, "", 0):
        return 0, ""
    text = text_of(value).strip()
    number = whole(text) or 0
    if 1 <= number <= 24:
        return (number - 20 if number > 20 else number - 12 if number > 12 else number), ""
    return 0, text


_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_ISO = re.compile(r"(-?\d{1,4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?")
_SLASHED = re.compile(r"(\d{1,2})/(?:(\d{1,2})/)?(\d{4})")
_RANGE = re.compile(r"(?<=\d)/(?=-?\d{4}(?!\d)|\.\.$)|\s+[-–]\s+|–|(?<=\d{4})-(?=\d{4})")
_BLANKS = re.compile(r"\s+")
_NO_DATE = re.compile(r"[^\w\s.,’'-]|\.\.")
_TIME = re.compile(r"(?<=\d-\d\d)T\d\d:\S*")
"""The time of day, which ISO 8601 has and no style prints."""


def read_text(text: str) -> Date | None:
    """Read a date as people write it: "2004-03-01/2004-04", "March 2004", "c. 1890", "12 May 1937"."""
    given = _BLANKS.sub(" ", text.strip())
    if not given:
        return None
    bare = re.sub(r"^(?:ca?\.?|circa|~)\s+(?=\d)", "", given, flags=re.IGNORECASE)
    circa = bare != given or given.endswith(("?", "~", "%"))
    bare = _TIME.sub("", bare.rstrip("?~%"))
    halves = [bare] if _SLASHED.fullmatch(bare) else _RANGE.split(bare)
    # "12" is a year, but in "12–15 May 1947" it is none.
    days = [None if len(halves) > 1 and len(half.strip()) < 3 and half != ".." else _read_day(half) for half in halves]
    if len(days) > 2 or not days or days[0] is None or (len(days) == 2 and days[1] is None):
        return Date(literal=given, circa=circa)
    end = days[1] if len(days) == 2 else None
    return Date(days[0], end, 0, "", circa)


def _read_day(text: str) -> Day | None:
    text = text.strip()
    if text == "..":
        return Day(0)
    match = _ISO.fullmatch(text)
    if match:
        return _checked(int(match[1]), int(match[2] or 0), int(match[3] or 0))
    match = _SLASHED.fullmatch(text)
    if match:
        return _checked(int(match[3]), int(match[1]), int(match[2] or 0))
    if _NO_DATE.search(text):
        return None
    year = month = day = 0
    for word in re.findall(r"[^\W\d_]+|\d+", text):
        if word.isdecimal():
            if 2 < len(word) < 7 and not year:
                year = int(word)
            elif len(word) <= 2 and not day:
                day = int(word)
            else:
                return None
        elif word.lower()[:3] in _MONTHS and not month:
            month = _MONTHS.index(word.lower()[:3]) + 1
        elif word.lower() in _SEASONS and not month:
            month = _SEASONS[word.lower()]
        else:
            return None
    return _checked(year, month, day) if year else None


def _checked(year: int, month: int, day: int) -> Day | None:
    return Day(year, month, day) if 0 <= month <= 24 and 0 <= day <= 31 else None
