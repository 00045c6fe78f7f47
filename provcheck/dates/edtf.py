"""Extended Date/Time Format (EDTF, ISO 8601-2:2019, https://www.loc.gov/standards/datetime/), levels 0, 1 and 2.

`parse` says which days a date can mean; it knows nothing of dates as people write them (see `suggest` and `found`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from provcheck.dates.day import Day, days_in
from provcheck.model.noun import noun

Precision = Literal["second", "day", "month", "season", "year", "decade", "century", "millennium"]

_QUALIFIER = "[?~%]?"
_DATE = re.compile(
    rf"(?P<q1>{_QUALIFIER})(?P<year>-?[0-9X]{{4}}|Y-?[0-9]{{5,18}}|Y-?[0-9]{{1,18}}E[0-9]{{1,2}})"
    rf"(?:S(?P<digits>[1-9][0-9]?))?(?P<r1>{_QUALIFIER})"
    rf"(?:-(?P<q2>{_QUALIFIER})(?P<month>[0-9X]{{2}})(?P<r2>{_QUALIFIER})"
    rf"(?:-(?P<q3>{_QUALIFIER})(?P<day>[0-9X]{{2}})(?P<r3>{_QUALIFIER}))?)?",
    re.ASCII,
)
_TIME = re.compile(
    r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::(?:[0-5][0-9]|60))?(?:Z|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)?|"
    r"24:00(?::00)?(?:Z|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)?",
    re.ASCII,
)

# The months that each sub-year group takes in, first and last. 21 to 24 are seasons of no hemisphere: spring in
# Moscow is autumn in Canberra, and a winter reaches into the next year. Nothing smaller than the year is certain.
_GROUPS = {
    **dict.fromkeys(range(21, 25), (1, 15)),
    **dict(zip(range(25, 29), ((3, 5), (6, 8), (9, 11), (12, 14)), strict=True)),  # seasons of the north
    **dict(zip(range(29, 33), ((9, 11), (12, 14), (3, 5), (6, 8)), strict=True)),  # and of the south
    **{33 + i: (3 * i + 1, 3 * i + 3) for i in range(4)},  # quarters
    **{37 + i: (4 * i + 1, 4 * i + 4) for i in range(3)},  # thirds
    **{40 + i: (6 * i + 1, 6 * i + 6) for i in range(2)},  # halves
}

_MAX_YEAR = 10**18


@noun
class Point:
    """One date of any precision: a day, a month, a season, a year, a decade …

    ``year``, ``month`` and ``day`` are None where they are not given or not fully specified; ``month`` may be a season
    or another sub-year group (21 to 41).
    """

    text: str
    earliest: Day
    latest: Day
    precision: Precision
    year: int | None
    month: int | None = None
    day: int | None = None
    time: str | None = None
    """As written, after the ``T``."""
    uncertain: bool = False
    """``?`` or ``%`` on any part."""
    approximate: bool = False
    """``~`` or ``%`` on any part."""


@noun
class Edtf:
    """A date in EDTF, or ``unknown``."""

    text: str
    kind: Literal["date", "interval", "one-of", "all-of", "unknown"]
    points: tuple[Point, ...] = ()
    """Every date written in it, in order."""
    start: Point | None = None
    """Where it begins; None where that is open or unknown."""
    end: Point | None = None
    """Where it ends; the same as ``start`` for a single date."""

    @property
    def earliest(self) -> Day | None:
        """The first day that it can mean; None where that is open or unknown."""
        if self.kind == "interval":
            return self.start.earliest if self.start else None
        return min((point.earliest for point in self.points), default=None) if self.start else None

    @property
    def latest(self) -> Day | None:
        """The last day that it can mean; None where that is open or unknown."""
        if self.kind == "interval":
            return self.end.latest if self.end else None
        return max((point.latest for point in self.points), default=None) if self.end else None

    @property
    def uncertain(self) -> bool:
        """Whether any part of it is marked ``?`` or ``%``."""
        return any(point.uncertain for point in self.points)

    @property
    def approximate(self) -> bool:
        """Whether any part of it is marked ``~`` or ``%``."""
        return any(point.approximate for point in self.points)

    @property
    def exact(self) -> bool:
        """Whether it is one day, without any doubt expressed."""
        return self.earliest is not None and self.earliest == self.latest and not (self.uncertain or self.approximate)


UNKNOWN = Edtf("unknown", "unknown")


@lru_cache(maxsize=4096)
def parse(text: str) -> Edtf | None:
    """Read *text* as EDTF (levels 0 to 2) or the word ``unknown``; None where it is neither. Never raises.

    >>> date = parse("1950-10")
    >>> str(date.earliest), str(date.latest), date.start.precision
    ('1950-10-01', '1950-10-31', 'month')
    >>> parse("1950-02-30") is None
    True
    >>> interval = parse("1949~/..")
    >>> str(interval.earliest), interval.latest, interval.approximate
    ('1949-01-01', None, True)
    """
    if len(text) > 500:
        return None
    if text == "unknown":
        return UNKNOWN
    if text[:1] in ("[", "{"):
        return _set(text)
    if "/" in text:
        return _interval(text)
    point = _point(text)
    return Edtf(text, "date", (point,), point, point) if point else None


def _interval(text: str) -> Edtf | None:
    left, _, right = text.partition("/")
    start, end = _point(left), _point(right)
    if (start is None and left not in ("", "..")) or (end is None and right not in ("", "..")):
        return None
    points = tuple(point for point in (start, end) if point)
    return Edtf(text, "interval", points, start, end) if points or text == "../.." else None


def _set(text: str) -> Edtf | None:
    if text[-1] != {"[": "]", "{": "}"}[text[0]] or len(text) < 3:
        return None
    points: list[Point] = []
    members = [member.strip() for member in text[1:-1].split(",")]
    open_start = open_end = False
    for i, member in enumerate(members):
        ends = member.split("..")
        if len(ends) > 2:
            return None
        read = [_point(end) for end in ends]
        if len(ends) == 2:  # ``..`` may stand at the very beginning and the very end only
            open_start |= i == 0 and ends[0] == "" and read[1] is not None
            open_end |= i == len(members) - 1 and ends[1] == "" and read[0] is not None
        for end, point in zip(ends, read, strict=True):
            if point:
                points.append(point)
            elif end or not (open_start if end is ends[0] and i == 0 else open_end and i == len(members) - 1):
                return None
    if not points:
        return None
    first = min(points, key=lambda point: point.earliest)
    last = max(points, key=lambda point: point.latest)
    kind: Literal["one-of", "all-of"] = "one-of" if text[0] == "[" else "all-of"
    return Edtf(text, kind, tuple(points), None if open_start else first, None if open_end else last)


def _point(text: str) -> Point | None:
    date, separator, time = text.partition("T")
    match = _DATE.fullmatch(date)
    if match is None or (separator and not _TIME.fullmatch(time)):
        return None
    years = _years(match["year"], match["digits"])
    if years is None:
        return None
    first, last, precision = years
    marks = "".join(match[group] or "" for group in ("q1", "r1", "q2", "r2", "q3", "r3"))
    uncertain, approximate = "?" in marks or "%" in marks, "~" in marks or "%" in marks
    year = first if precision == "year" and first == last else None
    month_text, day_text = match["month"], match["day"]
    if separator and (day_text is None or "X" in date or marks):
        return None
    if month_text is None:
        return Point(
            text, Day(first, 1, 1), Day(last, 12, 31), precision, year, None, None, None, uncertain, approximate
        )
    month = None if "X" in month_text else int(month_text)
    if month is not None and month in _GROUPS:
        if day_text is not None:
            return None
        earliest, latest = _group(month, first, last)
        return Point(text, earliest, latest, "season", year, month, None, None, uncertain, approximate)
    days = _days(first, last, month_text, day_text)
    if days is None:
        return None
    earliest, latest = days
    day = None if day_text is None or "X" in day_text else int(day_text)
    if year is not None and month is not None:
        precision = "month" if day is None else "day"
    if separator:
        precision = "second"
    return Point(text, earliest, latest, precision, year, month, day, time or None, uncertain, approximate)


def _years(text: str, digits: str | None) -> tuple[int, int, Precision] | None:
    """Return the first and last year that *text* can mean, with its significant *digits* if only so many are."""
    plain = text.removeprefix("Y")
    if "X" in plain:
        if digits:
            return None
        negative = plain.startswith("-")
        low, high = int(plain.lstrip("-").replace("X", "0")), int(plain.lstrip("-").replace("X", "9"))
        known = plain.lstrip("-").rstrip("X")
        names: tuple[Precision, ...] = ("millennium", "millennium", "century", "decade")
        return (-high, -low, names[len(known)]) if negative else (low, high, names[min(len(known), 3)])
    mantissa, _, exponent = plain.partition("E")
    if exponent and len(mantissa.lstrip("-")) + int(exponent) > 19:
        return None
    year = int(mantissa) * 10 ** int(exponent or "0")
    if abs(year) > _MAX_YEAR or text.startswith("-0000"):
        return None
    if text[0] == "Y" and abs(year) < 10000:
        return None
    if not digits:
        return year, year, "year"
    length = len(str(abs(year)))
    if int(digits) > length:
        return None
    width = int(10 ** (length - int(digits)))
    low = abs(year) // width * width
    ends = (low, low + width - 1) if year >= 0 else (-low - width + 1, -low)
    return ends[0], ends[1], "year"


def _group(code: int, first: int, last: int) -> tuple[Day, Day]:
    """Return the days of a sub-year group of the years *first* to *last*; months over 12 lie in the next year."""
    start, end = _GROUPS[code]
    year, month = last + (end - 1) // 12, (end - 1) % 12 + 1
    return Day(first, start, 1), Day(year, month, days_in(month, year))


def _days(first: int, last: int, month: str, day: str | None) -> tuple[Day, Day] | None:
    """Return the first and last day that fit the patterns; None where the calendar has none."""
    months = [m for m in range(1, 13) if _fits(m, month)]
    if day is None:
        if not months:
            return None
        return Day(first, months[0], 1), Day(last, months[-1], days_in(months[-1], last))
    days = [d for d in range(1, 32) if _fits(d, day)]
    # Eight years always hold a leap year, for a 29 February that only some of the years have.
    near, far = range(first, min(first + 7, last) + 1), range(last, max(last - 7, first) - 1, -1)
    earliest = next((Day(y, m, d) for y in near for m in months for d in days if d <= days_in(m, y)), None)
    latest = next(
        (Day(y, m, d) for y in far for m in reversed(months) for d in reversed(days) if d <= days_in(m, y)), None
    )
    return (earliest, latest) if earliest and latest else None


def _fits(number: int, pattern: str) -> bool:
    """Whether the two-character *pattern*, in which X is any digit, can be *number*."""
    text = f"{number:02}"
    return pattern[0] in (text[0], "X") and pattern[1] in (text[1], "X")
