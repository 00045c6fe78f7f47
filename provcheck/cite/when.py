"""Dates for citations: EDTF → CSL date-parts, and EDTF → the words a style wants (``October 03, 1950``).

CSL's own dates know neither doubt nor "about", and its processors differ over ranges; so our styles get the words
ready made, and only foreign styles get date-parts.
"""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from provcheck.dates import Edtf, Point, parse

DateForm = Literal["csl", "month-first", "month-first-padded", "day-first", "day-first-short"]
"""``csl``: leave it to the style. Otherwise ``October 3, 1950``, ``October 03, 1950``, ``3 October 1950``,
``3 Oct. 1950`` (short months are English only)."""

CslDate: TypeAlias = dict[str, Any]

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
_MONTHS_SHORT = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec."
_MONTHS_ALONE = {  # after a preposition ("около октября 1950 г.") they stand as in a full date
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "uk": "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
}
_SEASONS = {
    "en": "spring summer autumn winter",
    "ru": "весна лето осень зима",
    "uk": "весна літо осінь зима",
    "de": "Frühjahr Sommer Herbst Winter",
    "fr": "printemps été automne hiver",
}
_SEASONS_OF = {"ru": "весны лета осени зимы", "uk": "весни літа осені зими"}
"""After a preposition."""
_DECADE = {"en": "{}s", "ru": "{}-е гг.", "uk": "{}-ті рр.", "de": "{}er Jahre", "fr": "années {}"}
_WORDS = {
    "en": "undated | ca. {} | from {} | until {} | not before {} | not after {} | {} or {} | {} BC",
    "ru": "без даты | около {} | с {} | до {} | не ранее {} | не позднее {} | {} или {} | {} г. до н. э.",
    "uk": "без дати | близько {} | з {} | до {} | не раніше {} | не пізніше {} | {} або {} | {} р. до н. е.",
    "de": "o. D. | um {} | ab {} | bis {} | frühestens {} | spätestens {} | {} oder {} | {} v. Chr.",
    "fr": "s. d. | vers {} | {} et après | {} et avant | au plus tôt {} | au plus tard {} | {} ou {} | {} av. J.-C.",
}
_UNKNOWN, _ABOUT, _FROM, _UNTIL, _NOT_BEFORE, _NOT_AFTER, _OR, _BC = range(8)
_YEAR_MARK = {"ru": (" г.", " гг."), "uk": (" р.", " рр.")}


def date_parts(text: str) -> CslDate | None:
    """Return an EDTF date as CSL-JSON; None where it says nothing.

    >>> date_parts("1949~")
    {'date-parts': [[1949]], 'circa': True}
    >>> date_parts("1955/1960")
    {'date-parts': [[1955], [1960]]}
    >>> date_parts("195X")
    {'literal': '1950s'}
    """
    date = parse(text.strip())
    if date is None:
        return {"literal": text.strip()} if text.strip() else None
    if date.kind == "unknown":
        return None
    ends = [point for point in (date.start, date.end) if point is not None]
    if date.kind in ("one-of", "all-of") or len(ends) < 2 or any(_parts(point) is None for point in ends):
        return {"literal": words(text, "day-first", "en")}
    parts = [_parts(point) for point in ends]
    found: CslDate = {"date-parts": parts if date.kind == "interval" else parts[:1]}
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
    >>> words("1949~", "day-first", "ru"), words("1949?", "day-first", "en"), words("unknown", "day-first", "en")
    ('около 1949 г.', '[1949?]', 'undated')
    """
    language = language.split("-")[0].lower()
    language = language if language in _MONTHS else "en"
    date = parse(text.strip())
    if date is None:
        return " ".join(text.split())
    if date.kind == "unknown":
        return _say(_UNKNOWN, language)
    if date.kind == "one-of":
        if date.start is None or date.end is None or ".." in date.text:
            return _span(date, form, language)
        between = _say(_OR, language).replace("{}", "")
        joined = between.join(_point(point, form, language) for point in date.points)
    elif date.kind == "all-of":
        joined = ", ".join(_point(point, form, language) for point in date.points)
    elif date.kind == "interval":
        joined = _span(date, form, language)
    else:
        joined = _point(date.points[0], form, language)
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
    language = language.split("-")[0].lower()
    language = language if language in _MONTHS else "en"
    date = parse(text.strip())
    if date is not None and date.kind == "unknown":
        return ("n.d." if language == "en" else _say(_UNKNOWN, language)), ""
    if date is None or date.kind == "all-of":
        return words(text, form, language), ""
    points = [point for point in (date.points or (date.start, date.end)) if point is not None]
    if not points or (".." in text.strip("[]") and date.kind == "one-of") or not all(map(_has_day_or_month, points)):
        return words(text, form, language), ""
    start, end = points[0], points[-1]
    if date.kind == "one-of":
        if any(point.year != start.year for point in points):
            return words(text, form, language), ""
        ends = [_compose(str(point.day or ""), point, form, language, year=False) for point in points]
        return str(start.year), _say(_OR, language).replace("{}", "").join(ends)
    doubt = "?" if start.uncertain or end.uncertain else ""
    doubt = {"?": "%", "": "~"}[doubt] if start.approximate or end.approximate else doubt
    years = f"{start.year:04}{doubt}" if start.year == end.year else f"{start.year:04}{doubt}/{end.year:04}{doubt}"
    first, last = (_compose(str(point.day or ""), point, form, language, year=False) for point in (start, end))
    if date.start is None or date.end is None:
        return words(years, form, language), _say(_FROM if date.start else _UNTIL, language).format(first)
    if start.day is not None and end.day is not None and (start.year, start.month) == (end.year, end.month):
        days = f"{start.day}–{end.day}" if start.day != end.day else str(start.day)
        last = first = _compose(days, start, form, language, year=False)
    if first == last:
        return words(years, form, language), first
    dash = "–" if start.day is None and end.day is None else " – "
    return words(years, form, language), f"{first}{dash}{last}"


def _has_day_or_month(point: Point) -> bool:
    return point.precision in ("day", "month") and (point.year or 0) > 0 and 1 <= (point.month or 0) <= 12


def _say(what: int, language: str) -> str:
    return _WORDS[language].split(" | ")[what]


def _span(date: Edtf, form: DateForm, language: str) -> str:
    if date.start is None or date.end is None:
        known = date.start or date.end
        if known is None:
            return _say(_UNKNOWN, language)
        after, before = (_FROM, _UNTIL) if date.kind == "interval" else (_NOT_BEFORE, _NOT_AFTER)
        return _say(after if date.start else before, language).format(_point(known, form, language, alone=False))
    start, end = date.start, date.end
    dash = "–" if start.day is None and start.month is None and end.month is None else " – "
    doubtful = start.uncertain or end.uncertain or start.approximate or end.approximate
    if doubtful or start.year is None or start.year != end.year or start.month is None or end.month is None:
        if dash == "–" and not doubtful and language in _YEAR_MARK and start.year and end.year:
            return f"{start.year}–{end.year}{_YEAR_MARK[language][1]}"
        return f"{_point(start, form, language)}{dash}{_point(end, form, language)}"
    if start.month == end.month and start.day is not None and end.day is not None:
        return _compose(f"{start.day}–{end.day}", start, form, language)
    if start.day is None and end.day is None:
        first = _month(start.month, form, language, alone=True)
        return f"{first}–{_compose('', end, form, language)}"
    if form.startswith("day-first"):
        first = _compose(str(start.day or ""), start, form, language, year=False)
        return f"{first} – {_point(end, form, language)}"
    first = _compose(str(start.day or ""), start, form, language, year=False)
    return f"{first} – {_compose(str(end.day or ''), end, form, language)}"


def _point(point: Point, form: DateForm, language: str, *, alone: bool = True) -> str:
    alone = alone and not point.approximate  # "около" and its like stand before it
    if point.year is None or point.precision in ("decade", "century", "millennium"):
        text = _vague(point, language)
    elif point.month is not None and point.month > 12:
        seasons = _SEASONS[language] if alone else _SEASONS_OF.get(language, _SEASONS[language])
        season = seasons.split()[(point.month - 21) % 4] if point.month <= 32 else ""
        text = f"{season} {_year(point.year, language)}".strip()
    else:
        day = "" if point.day is None else f"{point.day:02}" if form == "month-first-padded" else str(point.day)
        text = _compose(day, point, form, language, alone=alone)
    if point.approximate:
        text = _say(_ABOUT, language).format(text)
    return f"[{text}?]" if point.uncertain else text


def _compose(day: str, point: Point, form: DateForm, language: str, *, year: bool = True, alone: bool = True) -> str:
    if point.month is None:
        return _year(point.year or 0, language)
    month = _month(point.month, form, language, alone=alone and not day)
    tail = f" {_year(point.year or 0, language)}" if year else ""
    if not day:
        return f"{month}{tail}"
    if language == "en" and not form.startswith("day-first"):
        return f"{month} {day}{',' if year else ''}{tail}"
    if language == "de":
        return f"{day.replace('–', '.–')}. {month}{tail}"
    return f"{day} {month}{tail}"


def _month(month: int, form: DateForm, language: str, *, alone: bool) -> str:
    names = _MONTHS_ALONE.get(language, _MONTHS[language]) if alone else _MONTHS[language]
    if form == "day-first-short" and language == "en":
        names = _MONTHS_SHORT
    return names.split()[month - 1] if 1 <= month <= 12 else _SEASONS[language].split()[(month - 21) % 4]


def _year(year: int, language: str) -> str:
    if year <= 0:
        return _say(_BC, language).format(1 - year)
    return f"{year}{_YEAR_MARK[language][0]}" if language in _YEAR_MARK else str(year)


def _vague(point: Point, language: str) -> str:
    first, last = point.earliest.year, point.latest.year
    if point.precision == "decade" and first > 0:
        return _DECADE[language].format(first)
    if first == last:
        return _year(first, language)
    mark = _YEAR_MARK[language][1] if language in _YEAR_MARK else ""
    return f"{first}–{last}{mark}"
