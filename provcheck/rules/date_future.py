"""A document is dated after today.

A year with two digits changed (2590 for 1950, 2051 for 1951) is the usual cause. The day of publication may lie
ahead; the document's own dates cannot.

Fails::

    date: 2590-10-03

Passes::

    date: 1950-10-03

Passes::

    date: 1950-10-03
    published:
      - {in: Our Digital Archive, date: 2030-01-01}

Correct the year.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from provcheck.dates import Day, parse
from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Record

SEVERITY: Severity = "error"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every date of the document that begins after tomorrow (it is later somewhere on earth)."""
    tomorrow = Day.of(context.today + timedelta(days=1))
    dates = [*record.dates, *([record.date_os] if record.date_os else ())]
    for when in dates:
        date = parse(when.text)
        if date is not None and date.earliest is not None and date.earliest > tomorrow:
            yield Problem(when.at, f"{when.text} lies in the future")
