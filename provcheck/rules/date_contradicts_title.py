"""The date in the title is another than the date of the record.

Titles and dates are typed one after the other, and a slip in one of them stays unseen for years. Met in a telegram
listed under 26 January 1980 whose title says 16 January. What a date in a title is the date *of* is told by the words
around it: "on the meeting of 4 December", "since", "between", "reply to the letter of" date something else, and the
record of a conversation may well be written days after it; none of these is a contradiction.

Fails::

    title: Telegram from the Romanian Embassy in Pyongyang, January 16, 1980, 057022, Secret
    date: 1980-01-26

Fails::

    title: Телеграмма Рощина Филиппову от 3 октября 1950 г.
    date: 1950-10-13

Passes::

    title: Memorandum on the meeting of 4 December 1989
    date: 1989-12-06

Passes::

    title: Letter to the editor, 25 October 1917
    date: 1917-11-07

Passes::

    title: Letter to Parliament, 30 January 1648 [O.S.]
    date: 1649-02-09

Look at the document. Where both dates are right, say of what: give the dates as a list of ``{role, date}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provcheck.dates import Edtf, Found, agrees, find, old_style, parse
from provcheck.dates.roles import is_correspondence, role
from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.lazy import pattern
from provcheck.model.record import Record

SEVERITY: Severity = "warning"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every title none of whose dates agrees with a date of the record, though one should."""
    dates = [date for when in (*record.dates, record.date_os) if when is not None if (date := parse(when.text))]
    own = record.date
    own_date = parse(own.text) if own is not None else None
    if own is None or own_date is None or own_date.uncertain or own_date.approximate or len(dates) > 4:
        return
    for title in record.titles:
        found = list(find(title.text))
        if not found or len(found) > 6 or any(agrees(one, date) is not False for one in found for date in dates):
            continue
        for one in found:
            if _contradicts(title.text, one, own_date):
                said = title.text[one.start : one.end].strip()
                message = f"the title says {said}, the date is {own.text}"
                yield Problem(title.at, message, (one.start, one.end), help="correct the one that is wrong")
                break


def _contradicts(title: str, found: Found, date: Edtf) -> bool:
    if found.bare or found.uncertain or _is_old_style(found, date) or _OTHER_STYLE.match(title, found.end):
        return False
    if not found.has_day and (found.supplied or not is_correspondence(title)):
        return False  # a report for 1951, a plan for May: written at another time
    of = role(title, found)
    if of == "event":
        return _one_slip(found, date)
    return of == "document"


def _is_old_style(found: Found, date: Edtf) -> bool:
    """Whether the title has the Old Style of the record's date."""
    if date.earliest is None or date.latest is None or not 1582 <= date.earliest.year <= 1923:
        return False
    days = [old_style(date.earliest), old_style(date.latest)]
    written = parse(str(days[0]) if days[0] == days[1] else f"{days[0]}/{days[1]}")
    return written is not None and agrees(found, written) is True


_OTHER_STYLE = pattern(
    r" ?[\[(]? ?(?:O\. ?S\b|OS\b|old style|ст\. ?ст|по ст(?:арому|\.) ст|st\. ?st|a\. ?St\b|alte[nr] Stil"
    r"|vieux style|v\. ?st\b|m\. ?v\.|more veneto|stile? (?:fior|ven|pis)|st\. (?:fior|ven|pis)|ab inc)",
    re.IGNORECASE,
)
"""Behind a date, that it counts by another calendar, or begins the year in March: 30 January 1648 [O.S.]."""


def _one_slip(found: Found, date: Edtf) -> bool:
    """Whether the dates differ in the month only, or in the year only: the mark of a slip of the pen."""
    if not date.exact or date.earliest is None or len(found.readings) != 1 or not found.has_day or found.short_year:
        return False
    first, last = found.readings[0]
    if first != last or first.year is None:
        return False
    return first.day == date.earliest.day and (first.month == date.earliest.month) != (first.year == date.earliest.year)
