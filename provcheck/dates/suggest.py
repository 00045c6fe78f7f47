"""What was probably meant by a date that is not EDTF: ``3 October 1950`` → ``1950-10-03``, ``c. 1950`` → ``1950~``."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from provcheck.dates.day import days_in
from provcheck.dates.edtf import parse
from provcheck.dates.finder import find
from provcheck.dates.tokens import words
from provcheck.model.lazy import pattern


class NotEdtf(NamedTuple):
    """Why a text is not EDTF, and what to write instead."""

    message: str
    suggestion: str | None = None
    safe: bool = False
    """Whether nothing else can be meant by it."""


_WORDS = {
    "circa": """ca c cca circa about approx approximately approximate around um etwa zirka vers environ około ok kolem
        okolo       около ок прим приблизительно близько коло""",
    "maybe": """perhaps probably possibly prob poss presumably wohl vermutlich wahrscheinlich vielleicht возможно
        вероятно       предположительно peut-être prawdopodobnie""",
    "before": "before pre vor avant przed до перед",
    "after": "after post nach après po после після",
    "until": "until till to bis jusque do",
    "since": "from since seit ab depuis od с з",
    "between": "between zwischen entre między между між",
    "filler": "on dated vom den от dnia le the am",
}
"""Words before a date in many languages, and what they do to it."""
_KIND = {word: kind for kind, names in _WORDS.items() for word in names.split()}
_UNKNOWN = words("""
    unknown undated nd nodate notdated dateunknown sd od bd bezdaty бд бездаты бездати бездатировки недатировано
    недатирован недатирована undatiert ohnedatum sansdate sinedato sinedie unbekannt nieznana неизвестно неизвестна
    невідомо none null na sa uuuu
""")
"""Ways to say that there is no date, without blanks and marks."""
_SEASONS = {
    word: number
    for number, names in enumerate(
        (
            "spring frühling frühjahr printemps wiosna весна весной весны jaro",
            "summer sommer été lato лето летом лета léto",
            "autumn fall herbst automne jesień осень осенью осени podzim",
            "winter hiver zima зима зимой зимы",
        ),
        start=21,
    )
    for word in names.split()
}
_LEADING = pattern(r"([^\W\d_]+)[.,]?\s+(?=\S)")
_WEEKDAY = pattern(
    r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,?\s+|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag),?\s+",
    re.IGNORECASE,
)
_DECADE = pattern(
    r"(?:(?:the|die|den|в)\s+)?([12][0-9]{2})0(?:['’]?s|-?er(?:\s+jahre)?|-?е(?:\s+(?:гг?\.|годы))?)", re.IGNORECASE
)
_DIGITS = pattern(r"([12][0-9]{3})([0-9]{2})([0-9]{2})")
_SHAPE = pattern(r"(-?[0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?(?![0-9])")
_MONTH_YEAR = pattern(r"(0?[1-9]|1[0-2])[./-]([12][0-9]{3})")
_STAMP = pattern(r"([0-9]{4}-[0-9]{2}-[0-9]{2}) +([0-9]{2}:[0-9]{2}.*)")
_MIDNIGHT = pattern(r"(?<=[0-9])[ T]0?0:00(?::00(?:\.0+)?)?$")
"""What spreadsheets and data bases put behind a day: no hour of the document."""
_SERIAL = pattern(r"[1-5][0-9]{4}")
_OR = pattern(r" (?:or|oder|или|або|ou|lub) |(?<=[0-9]{4}), ?(?=[0-9]{4}$)")
_LAST_DAYS = pattern(r"(?<![0-9])(?:29|3[0-9])(?![0-9])")
"""A number that is no day of every month."""
_OLD_X = pattern(r"[0-9]{2,3}[xXuU*_.-]{1,2}|[0-9]{3}\?")


_DAY_NOUGHT = date(1899, 12, 30).toordinal()


def why_not(text: str) -> NotEdtf:
    """Say why *text*, which `parse` did not read, is not EDTF, and what was probably meant.

    >>> why_not("3 October 1950").suggestion
    '1950-10-03'
    >>> why_not("3/10/1950").suggestion is None
    True
    >>> why_not("1950-02-30").message
    'February 1950 has no day 30'
    """
    bare = _MIDNIGHT.sub("", " ".join(text.split()))
    if not bare:
        return NotEdtf("the date is empty; write unknown if it is not known", "unknown")
    if len(bare) > 100:
        return NotEdtf("this is not a date in EDTF (1950-10-03, 1950-10, 1950, 1950~, 1949/1951, unknown)")
    letters = "".join(character for character in bare.lower() if character.isalnum())
    if letters in _UNKNOWN or not letters:
        return NotEdtf(f'"{text}" is not EDTF', "unknown", True)
    impossible = _impossible(bare)
    if impossible:
        return impossible
    meant, safe = _meant(bare)
    if meant is not None and parse(meant) is not None:
        return NotEdtf(f'"{text}" is not EDTF', meant, safe)
    found = next(find(bare), None)
    if found is not None and len(found.readings) > 1 and found.end - found.start > len(bare) - 3:
        ways = " or ".join(str(reading.edtf) for reading in found.readings)
        if found.short_year:
            return NotEdtf(f'"{text}" does not say the century, nor which number is the month')
        return NotEdtf(f'"{text}" can be {ways}: write the one that is meant')
    if no_day := _no_day(bare):
        return NotEdtf(no_day)
    if found is not None and found.short_year:
        return NotEdtf(f'"{text}" does not say the century: write the year with four digits')
    if found is not None and found.readings[0].first.year is None:
        return NotEdtf(f'"{text}" has no year; a day of an unknown year is written XXXX-12-25')
    if _SERIAL.fullmatch(bare):
        day = date.fromordinal(_DAY_NOUGHT + int(bare))
        return NotEdtf(f'"{text}" is not a date in EDTF; as spreadsheets count days it is {day}')
    return NotEdtf(f'"{text}" is not a date in EDTF (1950-10-03, 1950-10, 1950, 1950~, 1949/1951, unknown)')


_MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def _impossible(text: str) -> NotEdtf | None:
    """Say which part of a date that is written like EDTF cannot be."""
    match = _SHAPE.match(text)
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2]), int(match[3] or "1")
    if (month > 12 and not 21 <= month <= 41) or month == 0 or (month > 12 and match[3]):
        message = f"there is no month {match[2]}"
        if match[3] and 1 <= day <= 12 and 12 < month <= 31 and match.end() == len(text):
            return NotEdtf(f"{message}; day and month may have changed places", f"{match[1]}-{day:02}-{month:02}")
        if match[3] is None and month > year % 100 and match.end() == len(text):
            return NotEdtf(f"{message}; a span of years has a slash", f"{match[1]}/{year - year % 100 + month}")
        return NotEdtf(message)
    if month <= 12 and not 1 <= day <= days_in(month, year):
        return NotEdtf(_lacks(year, month, match[3]))
    return None


def _lacks(year: int, month: int, day: str) -> str:
    """Say that a month has no such *day*; the Julian calendar had a 29 February in every fourth year."""
    is_julian = (month, int(day)) == (2, 29) and year % 4 == 0
    why = " in the Gregorian calendar, by which EDTF counts; the Julian one has" if is_julian else ""
    return f"{_MONTH_NAMES[month - 1]} {year} has no day {day}{why}"


def _no_day(text: str) -> str:
    """Say that a date in words is one that its month has not, as 29 February 1951; "" where that is not so."""
    for match in _LAST_DAYS.finditer(text):
        first = _written(text[: match.start()] + "1" + text[match.end() :])
        shape = _SHAPE.fullmatch(first or "")
        if shape is not None and shape[3] == "01" and int(match[0]) > days_in(int(shape[2]), int(shape[1])):
            return _lacks(int(shape[1]), int(shape[2]), match[0])
    return ""


def _meant(text: str) -> tuple[str | None, bool]:
    """Return what *text* means in EDTF, None where that cannot be told, and whether it can mean nothing else."""
    plain = text.strip().rstrip(".,;")
    if parse(plain) and plain != "":
        return plain, True
    digits = _DIGITS.fullmatch(plain)
    if digits:
        return "-".join(digits.groups()), True
    decade = _DECADE.fullmatch(plain)
    if decade:
        return f"{decade[1]}X", True
    if _OLD_X.fullmatch(plain):  # 195-, 195?, 19--, 195u, 195x
        stem = re.match(r"[0-9]+", plain)
        assert stem is not None
        return stem[0].ljust(4, "X"), plain[-1] != "?" and len(plain) == 4
    month_year = _MONTH_YEAR.fullmatch(plain)
    if month_year:
        return f"{month_year[2]}-{int(month_year[1]):02}", True
    stamp = _STAMP.fullmatch(plain)
    if stamp:
        return f"{stamp[1]}T{stamp[2].replace(' ', '')}", True
    choice = [part if parse(part) else _written(part) or "" for part in _OR.split(plain)]
    if len(choice) > 1 and all(choice) and len({one.count("-") for one in choice}) == 1:
        return f"[{','.join(choice)}]", False
    if "uu" in plain or plain.lower() != plain or "x" in plain:
        upper = plain.replace("x", "X").replace("u", "X")
        if re.fullmatch(r"[0-9X]{4}(?:-[0-9X]{2}){0,2}", upper) and parse(upper):
            return upper, True
    return _worded(plain)


def _worded(text: str) -> tuple[str | None, bool]:
    """Read a date in words, with the words for doubt around it."""
    marks, before, after, safe = set(), False, False, True
    rest = text
    if rest[:1] in "[(<" and rest[-1:] in "])>" and len(rest) > 2:  # an editor's brackets
        rest, safe = rest[1:-1].strip(), False
    if rest.endswith("(?)") or rest.endswith("[?]"):
        rest = rest[:-3].rstrip()
        marks.add("?")
    if rest.endswith("?"):
        rest = rest[:-1].rstrip()
        marks.add("?")
    while (leading := _LEADING.match(rest)) is not None:
        kind = _KIND.get(leading[1].lower())
        if kind == "circa":
            marks.add("~")
        elif kind == "maybe":
            marks.add("?")
        elif kind in ("before", "until") and not after:
            before, safe = True, False
        elif kind in ("after", "since") and not before and _range_free(rest[leading.end() :]):
            after, safe = True, False
        elif kind == "between" and not (before or after):
            safe = False  # any one day of them, or all of them
            rest = re.sub(r" (?:and|und|et|i|и|та|і) ", " – ", rest[leading.end() :], count=1)
            continue
        elif kind not in ("filler", "since"):
            break
        rest = rest[leading.end() :]
    if rest[:2].lower() in ("c.", "~c") and rest[2:].strip().isdigit():  # c.1950
        marks, rest = marks | {"~"}, rest[2:].strip()
    elif rest[:1] == "~":
        marks, rest = marks | {"~"}, rest[1:].strip()
    rest = _WEEKDAY.sub("", rest, count=1)
    if not rest:
        return None, False
    edtf = rest if parse(rest) else _season(rest) or _written(rest) or _ends(rest)
    if edtf is None:
        return None, False
    if re.fullmatch(r"[0-9]{4}/[0-9]{2}", rest):  # may be a winter, a school year, or a year told in both styles
        safe = False
    mark = "%" if len(marks) == 2 else "".join(marks)
    edtf = "/".join(end + mark if end and end[-1] not in "?~%." else end for end in edtf.split("/")) if mark else edtf
    if before:
        return f"../{edtf}", False
    if after:
        return f"{edtf}/..", False
    return edtf, safe


def _range_free(text: str) -> bool:
    found = next(find(text), None)
    return found is None or found.readings[0].first == found.readings[0].last


def _ends(text: str) -> str | None:
    """Return the EDTF of two ends with a slash between that are not both EDTF."""
    left, slash, right = text.partition("/")
    if not slash or "/" in right:
        return None
    ends = [end if end in ("", "..") or parse(end) else _written(end) for end in (left.strip(), right.strip())]
    return f"{ends[0]}/{ends[1]}" if None not in ends else None


def _season(text: str) -> str | None:
    match = re.fullmatch(r"([^\W\d_]+)(?:\s+of)?,?\s+([12][0-9]{3})(?:\s*(?:г|г\.|года))?", text)
    code = _SEASONS.get(match[1].lower()) if match else None
    return f"{match[2]}-{code}" if match and code else None


def _written(text: str) -> str | None:
    """Return the EDTF of a text that is one date and nothing else."""
    dates = list(find(text))
    if len(dates) != 1:
        return None
    found = dates[0]
    around = text[: found.start] + text[found.end :]
    if (
        found.edtf is None
        or around.strip(" .,;[]()?")
        or (found.bare and found.readings[0].first == found.readings[0].last)
    ):
        return None
    return found.edtf + ("?" if found.uncertain and "/" not in found.edtf else "")
