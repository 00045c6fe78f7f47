"""A label, or the sign for the back of a leaf, is misread by a scan or mistyped.

"LI. 54-63", "d. 3, 1. 5", "0p. 11": the recognition of printed pages takes l, I and 1 for each other, o for 0. What
was meant is plain from the rest of the shelfmark, and it is read so; but other programs see no leaf, and searching
for "ll. 62-62ob" does not find "ll. 62-620b". Met in footnotes of bulletins that were scanned.

Fails::

    sources:
      - TsKhSD, f. 3, op. 12, d. 1005, LI. 54-63

Fixed::

    sources:
      - TsKhSD, f. 3, op. 12, d. 1005, Ll. 54-63

Fails::

    sources:
      - RGASPI, f. 558, op. 11, d. 275, 1. 3

Fixed::

    sources:
      - RGASPI, f. 558, op. 11, d. 275, l. 3

Fails::

    sources:
      - RGANI, f. 3, op. 12, d. 1005, ll. 62-620b.

Fixed::

    sources:
      - RGANI, f. 3, op. 12, d. 1005, ll. 62-62ob.

Fails::

    sources:
      - RGASPI, f. 17, op. 3, d. 5, ll. 12, 130b

Fixed::

    sources:
      - RGASPI, f. 17, op. 3, d. 5, ll. 12, 13ob

Passes::

    sources:
      - RGANI, f. 3, op. 12, d. 1005, ll. 62-62ob
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 620b}
      - РГАСПИ, ф. 17, оп. 162, д. 9, лл. 618-620б

The back of a leaf is told wherever it was read so, because that is what is cited.

Compare with the printed page and write what stands there. The fix of a leaf is not safe: 620b may be a leaf of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Fix, Problem, Severity
from provcheck.model.lazy import pattern
from provcheck.model.record import Holding, Piece, Record
from provcheck.rules._marks import placed, problem, reworded, rewrite
from provcheck.rules._scans import misread_label

SEVERITY: Severity = "warning"

_BACK = pattern(r"(?<!\d)(\d+)0([bб])(?![^\W_])")


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every label that was read as another than is written, and every leaf 620b read as 62ob."""
    for source, holding in placed(record):
        for piece in holding.pieces:
            if piece.token.kind == "folios":
                yield from _backs(record, holding, piece)
            elif piece.token.kind in {"label", "folio-label"} and source.line is not None:
                yield from _label(record, piece, source.line.text)


def _label(record: Record, piece: Piece, line: str) -> Iterator[Problem]:
    if (slip := misread_label(piece, line)) is not None:
        text, meant = slip
        fix = Fix(f'write "{meant}"', (rewrite(record, piece, 0, len(text), meant),))
        message = f'"{text}" is misread or mistyped for "{meant}"'
        yield problem(record, piece, message, (0, len(text)), reworded(record, fix))


def _backs(record: Record, holding: Holding, piece: Piece) -> Iterator[Problem]:
    read = {end for run in holding.mark.folios for end in run}
    for back in _BACK.finditer(piece.token.text):
        if f"{back[1]}v" in read and back[0] not in read:
            at = back.end(1)
            sign = "ob" if back[2] == "b" else "об"
            fix = Fix(f'write "{back[1]}{sign}"', (rewrite(record, piece, at, back.end(), sign),), safe=False)
            yield problem(record, piece, f'"{back[0]}" is misread for "{back[1]}{sign}"', back.span(), fix)
