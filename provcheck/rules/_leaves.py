"""Leaves as numbers that can be compared, and ranges as they are written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from provcheck.model.lazy import pattern
from provcheck.model.record import Holding, Piece
from provcheck.model.shelfmark import Folios

Side = tuple[int, str, int]
"""One side of a leaf: its number, its letter (17a), and 0 for the front, 1 for the back."""

_END = pattern(r"(\d+)([^\W\d_]?)$")


def side(end: str, default: int) -> Side | None:
    """Return one end of a run of folios; *default* is the side where none is given. None for anything but numbers."""
    half = default
    if end.endswith(("v", "r")):
        half = int(end[-1] == "v")
        end = end[:-1]
    match = _END.match(end)
    return (int(match.group(1)), match.group(2).casefold(), half) if match else None


class Stretch(NamedTuple):
    """A run of leaves, both ends included."""

    first: Side
    last: Side


@lru_cache(maxsize=1 << 14)
def stretches(folios: tuple[Folios, ...]) -> tuple[Stretch, ...]:
    """Return runs of folios in order, padding and notation folded away; what is not numbers is left out."""
    found = []
    for run in folios:
        first, last = side(run.first, 0), side(run.last, 1)
        if first is not None and last is not None and first <= last:
            found.append(Stretch(first, last))
    return tuple(sorted(found))


class Range(NamedTuple):
    """A range as it is written in a token: ``104-7``."""

    start: int
    end: int
    low: str
    high: str
    high_start: int

    @property
    def filled(self) -> str | None:
        """The upper end in full where the range leaves out what both ends share (104-7 is 104-107), or else None."""
        if len(self.high) < len(self.low) and int(self.high) < int(self.low):
            full = self.low[: len(self.low) - len(self.high)] + self.high
            if int(full) > int(self.low):
                return full
        return None

    @property
    def last(self) -> int:
        """The upper end as a number, filled up."""
        return int(self.filled or self.high)


_RANGE = pattern(
    r"(?<![\d.])(\d{1,9})(?:[^\W\d_]|[ .()\u00a0]){0,10}?[ \u00a0]*[-‐‑‒–—−]{1,3}[ \u00a0]*(\d{1,9})(?!\d)"
)


def ranges(text: str) -> Iterator[Range]:
    """Yield every range of two numbers in the text of a token; none with a letter that stands for a figure (1O6)."""
    from provcheck.archives import figured

    for match in _RANGE.finditer(figured(text)):
        if text.startswith(match[0], match.start()):
            yield Range(match.start(), match.end(), match.group(1), match.group(2), match.start(2))


def folio_pieces(holding: Holding) -> Iterator[Piece]:
    """Yield the pieces of a shelfmark that hold leaves or pages."""
    return (piece for piece in holding.pieces if piece.token.kind == "folios")
