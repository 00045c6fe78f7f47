"""The engine for shelfmarks whose levels are announced by words, before their numbers or behind them."""

from __future__ import annotations

from collections.abc import Sequence

from provcheck.archives.lexicon.scan import Found
from provcheck.archives.reading import numbers_first, numeric
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.archives.reading.levels import soviet
from provcheck.archives.reading.words_first import WordsFirst


def read(
    text: str, found: Sequence[Found], holder: Holder | None, convention: str, begun: Draft | None = None
) -> list[Draft]:
    """Read the marks that the labels *found* make, all under *holder*; *begun* is one that they may complete."""
    reads = numbers_first.NumbersFirst if numbers_first.fits(text, found, convention) else WordsFirst
    reader = reads(text, found, holder, convention, begun)
    reader.read()
    return numeric.complete(text, reader.done) if convention in soviet() else reader.done
