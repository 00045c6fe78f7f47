""" "p." can be the papka or a page here.

The Foreign Policy Archive (AVP RF) cites fond, opis, papka, delo, leaf. Between opis and delo, or before a leaf, "p."
is the papka; "p. 16-42" is pages. But "d. 18, p. 253" with nothing behind it can be either, and only the document
tells.

Fails::

    sources:
      - AVP RF, f. 0100, op. 34, d. 18, p. 253

Passes::

    sources:
      - AVP RF, f. 0100, op. 34, p. 253, d. 18, l. 5

Write "papka 253" before the delo, or "l. 253" for the leaf.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Record
from provcheck.rules._marks import maybe_papka, name_of

SEVERITY: Severity = "warning"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every ``p.`` that its place does not decide."""
    for holding in record.holdings:
        label = maybe_papka(holding)
        if label is not None:
            number = holding.mark.folios[0].first
            yield Problem(
                label.at,
                f'"{label.token.text} {number}" can be the papka of {name_of(holding.mark)} or a page',
                label.within,
                help=f'write "papka {number}" before the delo, or "l. {number}" for a leaf',
            )
