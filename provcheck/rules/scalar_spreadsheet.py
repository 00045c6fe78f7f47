"""A spreadsheet made something else of a number.

Typed into a cell, file 5-10 becomes the fifth of October, 0558 loses its nought unless an apostrophe is put before it,
and a long number is rounded to 1.05E+05; programs that read the table make 334.0 of 334 where another row of the column
is empty. In the saved table nothing looks wrong, and the number is not found when somebody searches for the file.

Fails::

    sources:
      - {archive: RGASPI, fond: 558, opis: 11, delo: 1.05E+05, list: 5}

Fails::

    sources:
      - {archive: RGASPI, fond: 558, opis: 11, delo: 334, list: 5-Oct}

Fails::

    sources:
      - {archive: RGASPI, fond: 558, opis: 01.11.2023, delo: 334, list: 5}

Fails::

    sources:
      - {archive: RGASPI, fond: 558, opis: 11, delo: "334.0", list: 5}

Fails::

    sources:
      - {archive: RGASPI, fond: "'0558", opis: 11, delo: 334, list: 5}

Fixed::

    sources:
      - {archive: RGASPI, fond: "0558", opis: 11, delo: 334, list: 5}

Passes::

    sources:
      - {archive: RGASPI, fond: 558, opis: 11, delo: 15495-п, list: 5-10}

Passes::

    sources:
      - {archive: TNA, series: FO 371, piece: 56763, document-no: N4065/97/38}

Write the number again, from the document or the finding aid. So that it stays, format the columns of numbers as text
before anything is typed into them.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Fix, Problem, Severity
from provcheck.model.record import Record
from provcheck.rules._marks import problem, rewrite, spoilt_in

SEVERITY: Severity = "warning"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every level, and for leaves, that a spreadsheet has changed."""
    for holding in record.holdings:
        for piece in holding.pieces:
            if found := spoilt_in(holding, piece):
                text = piece.token.text
                fix = None
                if found.meant is not None:
                    change = rewrite(record, piece, 0, len(text), found.meant)
                    fix = Fix(f'write "{found.meant}"', (change,), safe=found.safe)
                message = f'"{text}" is what spreadsheets make of a number: {found.what}'
                advice = "write the number again, from the document or the finding aid, and format its column as text"
                yield problem(record, piece, message, fix=fix, help=advice)
