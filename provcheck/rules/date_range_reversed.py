"""A span of time ends before it begins.

The two ends have changed places, or one of them is mistyped. Met in a letter dated not before 13 October 1927 and
not after 17 October 1027.

Fails::

    date: 1927-10-13/1027-10-17

Fails::

    date: 1889-12-07/1889-12-03

Passes::

    date: 1889-12-03/1889-12-07

Passes::

    date: 1889-12/1889-12-03

Look at the document and correct the end that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.dates import parse
from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Record
from provcheck.rules._dates import every

SEVERITY: Severity = "error"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every interval whose last day lies before its first."""
    for when in every(record):
        date = parse(when.text)
        if date is None or date.kind != "interval" or date.start is None or date.end is None:
            continue
        if date.end.latest < date.start.earliest:
            yield Problem(
                when.at, f"this span begins with {date.start.text} and ends before that, with {date.end.text}"
            )
