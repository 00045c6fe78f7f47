"""A date is not in EDTF.

Dates are written in the Extended Date/Time Format of ISO 8601-2, because it can say what archivists know: a day
(``1950-10-03``), a month, a year, circa (``1950~``), perhaps (``1950?``), a decade (``195X``), a span (``1949/1951``),
not before (``1949/..``), or ``unknown``. What was probably meant is suggested; it is a safe fix where nothing else can
be meant. ``03.10.1950`` with points is the third of October everywhere; ``3/10/1950`` is two different days and stays.

Fails::

    date: 3 October 1950

Fixed::

    date: 1950-10-03

Fails::

    date: c. 1950

Fixed::

    date: 1950~

Fails::

    date: 1950-02-30

Passes::

    date: 1949-12~/1950-01

Passes::

    date: unknown

Write the date in EDTF, or ``unknown``.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.dates import parse
from provcheck.model.context import Context
from provcheck.model.finding import Change, Fix, Problem, Severity
from provcheck.model.record import Record, When
from provcheck.rules._dates import every

SEVERITY: Severity = "error"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every date of the record that is not EDTF."""
    for when in every(record):
        if parse(when.text) is not None or _julian_leap_day(when, record):
            continue
        from provcheck.dates.suggest import why_not  # only where something is wrong

        reason = why_not(when.text)
        fix = None
        if reason.suggestion is not None:
            fix = Fix(f"write {reason.suggestion}", (Change(when.at, reason.suggestion),), reason.safe)
        meant = f"; {reason.suggestion} was probably meant" if reason.suggestion is not None and not reason.safe else ""
        yield Problem(when.at, reason.message + meant, fix=fix)


def _julian_leap_day(when: When, record: Record) -> bool:
    """Whether it is 29 February of a year that is a leap year in the Old Style only, such as 1900."""
    return when is record.date_os and when.text[4:] == "-02-29" and when.text[:4].isdecimal() and when.text[2:4] == "00"
