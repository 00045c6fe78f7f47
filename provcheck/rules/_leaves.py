"""Leaves as numbers that can be compared, and ranges as they are written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from provcheck.model.lazy import pattern
from provcheck.model.record import Holding, Piece
from provcheck.model.shelfmark import Folios
from provcheck.rules._marks import spoilt_in

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
    """A range as it is written in a token, ``104-7``, and what its upper end was read as."""

    start: int
    end: int
    low: str
    high: str
    high_start: int
    full: str
    """The upper end with the figures that it leaves out: 107."""

    @property
    def last(self) -> int:
        """The upper end as a number, filled up."""
        return int(self.full)

    def parts(self, text: str) -> tuple[str, str, str]:
        """Return both ends as they stand in *text*, with letters and sides, and what stands between them."""
        before = text[self.start : self.high_start]
        dash, last = _DASH.search(before), _SIDED.match(text, self.high_start)
        cut = dash.start() if dash else len(self.low)
        return before[:cut], before[cut:], last[0] if last else self.high


_DASH = pattern(r"[ \u00a0]*[-‐‑‒–—−]{1,3}[ \u00a0]*$")
_SIDED = pattern(r"\d+(?:[ \u00a0]?[^\W\d_]{1,8}\.?(?=[ \u00a0]*(?:[,;)]|$)))?")


_RANGE = pattern(
    r"(?<![\d.])(\d{1,9})(?:[^\W\d_]|[ .()\u00a0]){0,10}?[ \u00a0]*[-‐‑‒–—−]{1,3}[ \u00a0]*(\d{1,9})(?!\d)"
)


_FIGURES = pattern(r"\d+")


def ranges(text: str, folios: tuple[Folios, ...]) -> Iterator[Range]:
    """Yield every range of two numbers in the text of a token; none with a letter that stands for a figure (1O6).

    *folios* is what was read: two numbers with a dash between them that are no run of these (``10,871–10,874``,
    ``330b.-35`` where 33ob was meant) are no range.
    """
    from provcheck.archives import figured

    ends: dict[str, list[str]] = {}
    for run in folios:
        for number in _FIGURES.findall(run.first):
            ends.setdefault(number, []).extend(_FIGURES.findall(run.last))
    for match in _RANGE.finditer(figured(text)):
        low, high = match.groups()
        full = next((end for end in ends.get(low, ()) if end.endswith(high)), None)
        if full is not None and text.startswith(match[0], match.start()):
            yield Range(match.start(), match.end(), low, high, match.start(2), full)


def folio_pieces(holding: Holding) -> Iterator[Piece]:
    """Yield the pieces of a shelfmark that hold leaves or pages, and not what a spreadsheet made of them."""
    return (piece for piece in holding.pieces if piece.token.kind == "folios" and not spoilt_in(holding, piece))
