"""The same level with the same value stands twice in one shelfmark.

"op. 11, op. 11": a line was put together from two notes, or a level was copied over the next one and the right number
is lost. Lists of files ("d. 5, d. 6") are no repetition, nor is a volume inside a file that lies in a volume.

Fails::

    sources:
      - RGASPI, f. 17, op. 162, op. 162, d. 9, l. 12

Passes::

    sources:
      - RGASPI, f. 17, op. 162, d. 9, l. 12

Passes::

    sources:
      - RGASPI, f. 17, op. 162, d. 9, l. 12; d. 10, l. 3

See whether another number should stand there, and strike the one that is too many.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Piece, Record

SEVERITY: Severity = "error"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every level that stands right behind itself with the same value."""
    for source in record.sources:
        if source.line is None:
            continue
        pieces = [piece for holding in source.holdings for piece in holding.pieces if piece.token.kind != "label"]
        for before, piece in pairwise(pieces):
            if _same(before, piece) and _adjacent(source.line.text, before, piece):
                yield Problem(
                    piece.at,
                    f'{piece.token.level} "{piece.token.text}" is given twice',
                    piece.within,
                    help="take one out, or write the number that was meant",
                )


def _same(one: Piece, other: Piece) -> bool:
    a, b = one.token, other.token
    return a.kind == b.kind == "value" and a.level == b.level and a.text.casefold() == b.text.casefold()


def _adjacent(line: str, one: Piece, other: Piece) -> bool:
    """Tell whether nothing but a label stands between two values: no full stop, semicolon or other words."""
    between = line[one.token.end : other.token.start]
    return 0 < len(between) <= 12 and ";" not in between
