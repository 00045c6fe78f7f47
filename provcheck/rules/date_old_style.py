"""The Old Style date does not belong to the date beside it.

The Julian calendar, in use in Russia until February 1918, is 10 days behind the Gregorian in the 16th and 17th
century, 11 in the 18th, 12 in the 19th and 13 in the 20th. ``date`` gives the New Style and ``date_os`` the Old Style
of the same day, so their difference is known exactly.

Fails::

    date: 1917-11-07
    date_os: 1917-10-24

Fails::

    date: 1877-01-06
    date_os: 1877-01-06

Passes::

    date: 1917-11-07
    date_os: 1917-10-25

Passes::

    date: 1877-01
    date_os: 1877-01-06

Count again; where the document has one date only, leave ``date_os`` out.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.dates import Day, new_style, parse, style_difference
from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Record

SEVERITY: Severity = "error"

FROM, TO = 1582, 2100
"""Years in which both calendars were in use."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem where no day of ``date`` is the New Style of a day of ``date_os``."""
    old, new = record.date_os, record.date
    if old is None or new is None:
        return
    date, days = parse(new.text), _old_days(old.text)
    if date is None or days is None or date.earliest is None or date.latest is None:
        return
    first, last = new_style(days[0]), new_style(days[1])
    if not FROM <= first.year <= TO or (first <= date.latest and date.earliest <= last):
        return
    if date.exact and days[0] == days[1]:
        meant = f"{first} in the New Style ({style_difference(first)} days later)"
    else:
        meant = f"{first} to {last} in the New Style"
    message = f"Old Style {old.text} is {meant}, but the date is {new.text}"
    if date.earliest == days[0]:
        message = f"the Old Style date is the same as the date; in the New Style it would be {first}"
    yield Problem(old.at, message)


def _old_days(text: str) -> tuple[Day, Day] | None:
    """Return the first and last day of an Old Style date. 29 February 1900 is one, though not in EDTF."""
    if text[4:] == "-02-29" and text[:4].isdecimal() and int(text[:4]) % 4 == 0:
        return Day(int(text[:4]), 2, 29), Day(int(text[:4]), 2, 29)
    date = parse(text)
    return (date.earliest, date.latest) if date and date.earliest and date.latest else None
