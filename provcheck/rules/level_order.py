"""The levels of a source line stand in another order than the archive's.

Archives cite from the largest unit to the smallest; the Foreign Policy Archive has fond, opis, papka, delo. A papka
behind the delo is the commonest slip: there a "p. 11" is soon taken for page 11. A line that goes strictly from small
to large, as some manuals want it, is in order too. In a structured source the order of fields means nothing.

Fails::

    sources:
      - AVP RF, fond 0100, opis 34, delo 18, papka 253, listy 5-7

Passes::

    sources:
      - AVP RF, fond 0100, opis 34, papka 253, delo 18, listy 5-7

Passes::

    sources:
      - l. 12, d. 9, op. 162, f. 17, RGASPI

Write the levels in the archive's order, or field by field.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Record
from provcheck.rules._marks import name_of, required

SEVERITY: Severity = "warning"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for the first level that is out of order in each shelfmark of a line."""
    for holding in record.holdings:
        if holding.structured:
            continue
        order = required(holding.mark)
        # Volumes, parts and boxes stand where the archive put them; only the main levels have a fixed order.
        written = [p for p in holding.pieces if p.token.kind == "value" and p.token.level in order]
        ranks = [order.index(piece.token.level) for piece in written]
        if len(ranks) < 3 and "papka" not in {piece.token.level for piece in written}:
            continue
        if all(a <= b for a, b in pairwise(ranks)) or all(a >= b for a, b in pairwise(ranks)):
            continue
        wrong = next(number for number, (a, b) in enumerate(pairwise(ranks), start=1) if a > b)
        piece, before = written[wrong], written[wrong - 1]
        yield Problem(
            piece.at,
            f"{piece.token.level} stands after {before.token.level}; "
            f"the order of {name_of(holding.mark)} is {', '.join(order)}",
            piece.within,
            help="write the levels in that order; where a label and its number were mixed up, look at the document",
        )
