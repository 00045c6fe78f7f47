"""Other YAML readers take this unquoted text for something else.

provcheck keeps every text as it is written. Other tools that read the same file do not: one YAML reader takes the
fond ``0102`` for the number 66, another for 102; ``1.10`` becomes 1.1, ``12:30`` 750 and ``no`` (Norwegian) false.
In one collection 253 of 2,000 files were read differently by two tools.

Fails::

    sources:
      - {archive: AVPRF, fond: 0102, opis: 1.10, delo: 5, list: 12}

Fixed::

    sources:
      - {archive: AVPRF, fond: "0102", opis: "1.10", delo: 5, list: 12}

Passes::

    sources:
      - {archive: AVPRF, fond: 45, opis: 5a, delo: 1.5, list: 12}

Put quotes around it; the fix does so.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Change, Fix, Problem, Severity
from provcheck.model.record import Record
from provcheck.read.scalars import misread

SEVERITY: Severity = "warning"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every unquoted text that does not survive all readers."""
    for pointer, text in record.unquoted:
        meaning = misread(text)
        if meaning is not None:
            fix = Fix(f'write "{text}"', (Change(pointer, text),))
            yield Problem(pointer, f"some YAML readers take {text} for {meaning}", fix=fix, help="put quotes around it")
    for pointer in record.unquoted_keys:
        key = str(pointer[-1])
        message = f"some YAML readers take the key {key} for {misread(key)}"
        yield Problem(pointer, message, on_key=True, help="put quotes around it")
