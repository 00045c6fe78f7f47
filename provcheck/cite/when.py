"""Dates for citations: EDTF → CSL date-parts, and EDTF → the words a style wants (``October 03, 1950``).

CSL's own dates know neither doubt nor "about", and its processors differ over ranges; so our styles get the words
ready made, and only foreign styles get date-parts.
"""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from provcheck.cite.datewords import DateWords, date_words
from provcheck.dates import Edtf, Point, parse

DateForm = Literal["csl", "month-first", "month-first-padded", "day-first", "day-first-short"]
"""``csl``: leave it to the style. Otherwise ``October 3, 1950``, ``October 03, 1950``, ``3 October 1950``,
``3 Oct. 1950`` (short months are English only)."""

CslDate: TypeAlias = dict[str, Any]


def date_parts(text: str, language: str = "en") -> CslDate | None:
    """Return an EDTF date as CSL-JSON, what that cannot say in words of *language*; None where it says nothing.

    >>> date_parts("1949~")
    {'date-parts': [[1949]], 'circa': True}
    >>> date_parts("1955/1960")
    {'date-parts': [[1955], [1960]]}
    >>> date_parts("195X"), date_parts("../1955", "de")
    ({'literal': '1950s'}, {'literal': 'bis 1955'})
    """
    date = parse(text.strip())
    if date is None:
        return {"literal": text.strip()} if text.strip() else None
    if date.kind == "unknown":
        return None
    ends = [point for point in (date.start, date.end) if point is not None]
    if date.kind in ("one-of", "all-of") or len(ends) < 2 or any(_parts(point) is None for point in ends):
        return {"literal": words(text, "day-first", language)}
    parts = [_parts(point) for point in ends]
    found: CslDate = {"date-parts": parts if date.kind == "interval" and parts[0] != parts[-1] else parts[:1]}
    season = ends[0].month or 0
    if date.kind == "date" and 21 <= season <= 24:
        found["season"] = season - 20
    if date.approximate or date.uncertain:
        found["circa"] = True
    return found


def _parts(point: Point) -> list[int] | None:
    if point.year is None or point.precision in ("decade", "century", "millennium"):
        return None
    if point.month is not None and point.month > 24:
        return None
    parts = [point.year if point.year > 0 else point.year - 1]  # CSL has no year 0: 1 BC is -1
    if point.month is not None and point.month <= 12:
        parts += [point.month] if point.day is None else [point.month, point.day]
    return parts


def words(text: str, form: DateForm, language: str) -> str:
    """Return an EDTF date in words; what is not EDTF comes back as it is.

    >>> words("1950-10-03", "month-first-padded", "en")
    'October 03, 1950'
    >>> words("1950-10-03/1950-10-05", "month-first", "en")
    'October 3–5, 1950'
    >>> words("1950-10-01/1950-10-01", "day-first", "fr")
    '1er octobre 1950'
    >>> words("1949~", "day-first", "ru"), words("1949?", "day-first", "en"), words("unknown", "day-first", "en")
    ('около 1949 г.', '[1949?]', 'undated')
    """
    in_ = date_words(language)
    date = parse(text.strip())
    if date is None:
        return " ".join(text.split())
    if date.kind == "unknown":
        return in_.undated
    if date.kind == "one-of":
        if date.start is None or date.end is None:
            return _span(date, form, in_)
        if ".." in date.text:
            return _between(date, date.start, date.end, form, in_)
        between = f" {in_.either} "
        joined = between.join(_point(point, form, in_) for point in date.points)
    elif date.kind == "all-of":
        joined = ", ".join(_point(point, form, in_) for point in date.points)
    elif date.kind == "interval" and date.start != date.end:  # from a day to that day is the day
        joined = _span(date, form, in_)
    else:
        joined = _point(date.points[0], form, in_)
    return joined


def year_apart(text: str, form: DateForm, language: str) -> tuple[str, str]:
    """Return the year of an EDTF date in words, and the rest of it, as author-date styles have them.

    >>> year_apart("1950-10-03", "day-first", "en"), year_apart("1950-10?", "month-first", "en")
    (('1950', '3 October'), ('[1950?]', 'October'))
    >>> year_apart("1950-12-30/1951-01-02", "month-first", "en"), year_apart("195X", "day-first", "en")
    (('1950–1951', 'December 30 – January 2'), ('1950s', ''))
    >>> year_apart("1950-01/1950-03", "day-first", "en")
    ('1950', 'January–March')
    >>> year_apart("unknown", "day-first", "en"), year_apart("1956-10-24/..", "day-first", "en")
    (('n.d.', ''), ('1956', 'from 24 October'))
    >>> year_apart("[1949-11,1949-12]", "day-first", "en")
    ('1949', 'November or December')
    """
    in_ = date_words(language)
    date = parse(text.strip())
    if date is not None and date.kind == "unknown":
        return in_.no_date or in_.undated, ""
    if date is None or date.kind == "all-of":
        return words(text, form, language), ""
    points = [point for point in (date.points or (date.start, date.end)) if point is not None]
    if not points or (".." in text.strip("[]") and date.kind == "one-of") or not all(map(_has_day_or_month, points)):
        return words(text, form, language), ""
    start, end = points[0], points[-1]
    if date.kind == "one-of":
        if any(point.year != start.year for point in points):
            return words(text, form, language), ""
        ends = [_compose(str(point.day or ""), point, form, in_, year=False) for point in points]
        return str(start.year), f" {in_.either} ".join(ends)
    doubt = "?" if start.uncertain or end.uncertain else ""
    doubt = {"?": "%", "": "~"}[doubt] if start.approximate or end.approximate else doubt
    years = f"{start.year:04}{doubt}" if start.year == end.year else f"{start.year:04}{doubt}/{end.year:04}{doubt}"
    first, last = (_compose(str(point.day or ""), point, form, in_, year=False) for point in (start, end))
    if date.start is None or date.end is None:
        return words(years, form, language), (in_.since if date.start else in_.until).format(first)
    if start.day is not None and end.day is not None and (start.year, start.month) == (end.year, end.month):
        days = f"{start.day}–{end.day}" if start.day != end.day else str(start.day)
        last = first = _compose(days, start, form, in_, year=False)
    if first == last:
        return words(years, form, language), first
    dash = "–" if start.day is None and end.day is None else " – "
    return words(years, form, language), f"{first}{dash}{last}"


def _has_day_or_month(point: Point) -> bool:
    return point.precision in ("day", "month") and (point.year or 0) > 0 and 1 <= (point.month or 0) <= 12


def _between(date: Edtf, start: Point, end: Point, form: DateForm, in_: DateWords) -> str:
    """Say that it is one day or year of several, and not all of them."""
    if date.uncertain or date.approximate:
        return _span(date, form, in_)
    if len(date.points) == 2 and start.precision == end.precision == "year" and (start.year or 0) > 0:
        return in_.between.format(start.year, end.year) + in_.years
    return f"[{_span(date, form, in_)}?]"


def _span(date: Edtf, form: DateForm, in_: DateWords) -> str:
    if date.start is None or date.end is None:
        known = date.start or date.end
        if known is None:
            return in_.undated
        after, before = (in_.since, in_.until) if date.kind == "interval" else (in_.not_before, in_.not_after)
        return (after if date.start else before).format(_point(known, form, in_, alone=False))
    start, end = date.start, date.end
    dash = "–" if start.day is None and start.month is None and end.month is None else " – "
    doubtful = start.uncertain or end.uncertain or start.approximate or end.approximate
    if doubtful or start.year is None or start.year != end.year or start.month is None or end.month is None:
        if dash == "–" and not doubtful and in_.years and start.year and end.year:
            return f"{start.year}–{end.year}{in_.years}"
        return f"{_point(start, form, in_)}{dash}{_point(end, form, in_)}"
    if start.month == end.month and start.day is not None and end.day is not None:
        return _compose(f"{start.day}–{end.day}", start, form, in_)
    if start.day is None and end.day is None:
        first = _month(start.month, form, in_, alone=True)
        return f"{first}–{_compose('', end, form, in_)}"
    if form.startswith("day-first"):
        first = _compose(str(start.day or ""), start, form, in_, year=False)
        return f"{first} – {_point(end, form, in_)}"
    first = _compose(str(start.day or ""), start, form, in_, year=False)
    return f"{first} – {_compose(str(end.day or ''), end, form, in_)}"


def _point(point: Point, form: DateForm, in_: DateWords, *, alone: bool = True) -> str:
    alone = alone and not point.approximate  # "около" and its like stand before it
    if point.year is None or point.precision in ("decade", "century", "millennium"):
        text = _vague(point, in_)
    elif point.month is not None and point.month > 12:
        seasons = in_.seasons if alone else in_.seasons_of or in_.seasons
        season = seasons.split()[(point.month - 21) % 4] if point.month <= 32 else ""
        text = f"{season}{in_.after_month}{_year(point.year, in_)}" if season else _year(point.year, in_)
    else:
        day = "" if point.day is None else f"{point.day:02}" if form == "month-first-padded" else str(point.day)
        text = _compose(day, point, form, in_, alone=alone)
    if point.approximate:
        text = in_.about.format(text)
    return f"[{text}?]" if point.uncertain else text


def _compose(day: str, point: Point, form: DateForm, in_: DateWords, *, year: bool = True, alone: bool = True) -> str:
    if point.month is None:
        return _year(point.year or 0, in_)
    month = _month(point.month, form, in_, alone=alone and not day)
    tail = f"{in_.after_month}{_year(point.year or 0, in_)}" if year else ""
    if not day:
        return f"{month}{tail}"
    if in_.month_first and not form.startswith("day-first"):
        return f"{month} {day}{',' if year else ''}{tail}"
    if in_.first and day.split("–")[0] == "1":
        day = f"{in_.first}{day[1:]}"
    point_after = in_.after_day.rstrip()  # 20.–25. April
    return f"{day.replace('–', f'{point_after}–') if point_after == '.' else day}{in_.after_day}{month}{tail}"


def _month(month: int, form: DateForm, in_: DateWords, *, alone: bool) -> str:
    if month > 12:
        return in_.seasons.split()[(month - 21) % 4]
    names = (alone and in_.months_alone) or in_.months
    if form == "day-first-short":
        names = in_.months_short or names
    return names.split()[month - 1]


def _year(year: int, in_: DateWords) -> str:
    if year <= 0:
        return in_.before_christ.format(1 - year)
    return f"{year}{in_.year}"


def _vague(point: Point, in_: DateWords) -> str:
    first, last = point.earliest.year, point.latest.year
    if point.precision == "decade" and first > 0:
        return in_.decade.format(first)
    if first == last:
        return _year(first, in_)
    return f"{first}–{last}{in_.years}"
