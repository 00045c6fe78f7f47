"""A document is received before it is sent, or published before it is written.

The order of a document's dates is known: written, sent, received, deciphered; declassified and published after all of
them. Where two are the wrong way round, one of them is mistyped or stands under the wrong role. A day's difference
between sending and receiving is no contradiction: midnight comes to Peking five hours before it comes to Moscow.

Fails::

    date:
      - {role: sent, date: 1950-10-03}
      - {role: received, date: 1950-09-03}

Fails::

    date: 1950-10-03
    published:
      - {in: The Newspaper, date: 1950-10-01}

Passes::

    date:
      - {role: sent, date: 1950-10-03}
      - {role: received, date: 1950-10-02}

Compare both dates with the document, and correct the one that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from provcheck.dates import parse
from provcheck.dates.day import number
from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Record, When

SEVERITY: Severity = "warning"

_STEPS = {
    "message": 0, "written": 1, "drafted": 1, "composed": 1, "dictated": 1, "": 1, "document": 1,
    "sent": 2, "dispatched": 2, "despatched": 2,
    "received": 3, "arrived": 3, "delivered": 3, "registered": 3, "deciphered": 3, "decoded": 3, "decrypted": 3,
    "declassified": 5, "published": 5,
}  # fmt: skip
"""Roles in the order of time; those of one step may come in any order. Other roles are not compared."""

_LEEWAY = 1
"""Days by which places with different clocks may disagree."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every date that lies wholly before one that must precede it."""
    dates = [when for when in record.dates if when.role.lower() in _STEPS]
    dates += [replace(p.date, role="published") for p in record.published if p.date is not None]
    for later in dates:
        for earlier in dates:
            if _STEPS[earlier.role.lower()] < _STEPS[later.role.lower()] and _before(later.text, earlier.text):
                first, second = _name(earlier), _name(later)
                yield Problem(later.at, f"{second} {later.text}, but {first} {earlier.text}")
                break


def _before(text: str, other: str) -> bool:
    """Whether *text* lies wholly before *other*, by more than the leeway."""
    date, reference = parse(text), parse(other)
    if date is None or reference is None or date.latest is None or reference.earliest is None:
        return False
    if date.approximate or date.uncertain or reference.approximate or reference.uncertain:
        return False
    return number(date.latest) + _LEEWAY < number(reference.earliest)


def _name(when: When) -> str:
    return when.role.lower() if when.role.lower() not in ("", "document") else "dated"
