"""The document's own dateline has another date than the record.

Looked at are the lines at the head and foot of a text kept in the record's file that hold a date and hardly anything
else, as "Peking, 3 October 1950" does. Where one of them agrees, or none is a whole date, nothing is said: a text has
dates of reception, of messages it carries and of its translation as well. Met in a letter encoded as of 29 January
1908 whose printed text is dated 24. 1. 1908.

Fails::

    date: 1908-01-29
    # text: Wien, 24. 1. 1908
    # text: Dear friend, I thank you for your letter.

Passes::

    date: 1908-01-24
    # text: Wien, 24. 1. 1908
    # text: Dear friend, I thank you for your letter.

Look at the document. Where both dates are right, say of what: give the dates as a list of ``{role, date}``.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.dates import Found, agrees, find, parse
from provcheck.dates.tokens import words
from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Record

SEVERITY: Severity = "warning"

_HEAD, _FOOT = 12, 4
"""How many lines that are not empty may hold the dateline, from the beginning and from the end."""

_LONGEST = 70
_OTHER = words("""
    received recd rec'd deciphered translated translation declassified printed copy reply your ref reference enclosure
    получена получено расшифрована перевод рассекречено копия отпечатано ответ вх исх ваш вашу вашей ссылка
    eingegangen empfangen übersetzung abschrift kopie reçu traduction
""")
"""Words beside a date that is not the document's own."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem where the text has datelines and none of them agrees with a date of the record."""
    if not record.body or record.date is None:
        return
    dates = [date for when in (*record.dates, record.date_os) if when is not None if (date := parse(when.text))]
    own = parse(record.date.text)
    if own is None or own.uncertain or own.approximate or own.earliest is None:
        return
    lines = [line.strip() for line in record.body.splitlines() if line.strip()]
    looked_at = lines if len(lines) <= _HEAD + _FOOT else lines[:_HEAD] + lines[-_FOOT:]
    found = [(line, one) for line in looked_at if len(line) <= _LONGEST for one in _dateline(line)]
    if not found or any(agrees(one, date) is not False for _, one in found for date in dates):
        return
    line, one = found[0]
    said = line[one.start : one.end].strip()
    message = f"the date is {record.date.text}, the text is dated {said}"
    yield Problem(record.date.at, message, help="correct the one that is wrong")


def _dateline(line: str) -> Iterator[Found]:
    """Yield the date of a line that holds it and at most a place."""
    dates = list(find(line))
    if len(dates) != 1 or not dates[0].has_day or dates[0].bare or any(r.first.year is None for r in dates[0].readings):
        return
    rest = (line[: dates[0].start] + " " + line[dates[0].end :]).replace(",", " ").replace(".", " ").split()
    around = [word for word in rest if any(character.isalpha() for character in word)]
    if len(around) <= 4 and not any(word.lower().strip(":") in _OTHER for word in around):
        yield dates[0]
