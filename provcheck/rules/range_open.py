"""A range of leaves has no end.

"ll. 12–" was to be finished later, or its last figures were lost with the end of the line: nobody can tell how far the
document goes.

Fails::

    sources:
      - RGASPI, f. 17, op. 162, d. 9, ll. 12–

Fails::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 12-}

Passes::

    sources:
      - RGASPI, f. 17, op. 162, d. 9, l. 12 – original

Passes::

    sources:
      - RGASPI, f. 17, op. 162, d. 9, ll. 12–14

Look at the document and write the last leaf, or strike the dash.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.lazy import pattern
from provcheck.model.record import Record
from provcheck.rules._leaves import folio_pieces
from provcheck.rules._marks import problem

SEVERITY: Severity = "warning"

_OPEN = pattern(r"[ \u00a0]?[-‐‑‒–—−](?=[ \u00a0]*(?:[.,;)]|$))")


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every run of leaves that a dash ends."""
    for source in record.sources:
        for holding in source.holdings:
            for piece in folio_pieces(holding):
                token = piece.token
                written = token.text.rstrip(" -‐‑‒–—−\u00a0")
                after = source.line.text[token.end : token.end + 4] if source.line else token.text[len(written) :]
                if written and _OPEN.match(after):
                    yield problem(
                        record,
                        piece,
                        f'"{written}–" has no end',
                        help="look at the document: write the last leaf, or strike the dash",
                    )
