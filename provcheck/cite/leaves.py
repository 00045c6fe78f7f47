"""Does a note cite a leaf that the document is on?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from provcheck.archives import read_folios
from provcheck.model.record import Record
from provcheck.model.shelfmark import Folios


def elsewhere(record: Record, locator: str) -> str:
    """Return the leaves of the document, where *locator* (``105ob-106``) names others; "" where that cannot be told.

    A document has as many runs of leaves as there are copies of it; one that has the leaf is enough.
    """
    cited, rest = read_folios(locator)
    runs = [holding.mark.folios for holding in record.holdings]
    if not cited or rest or not runs or not all(runs):
        return ""
    if any(are_on(cited, held) for held in runs):
        return ""
    return "; ".join(", ".join(map(_written, held)) for held in dict.fromkeys(runs))


def are_on(cited: Sequence[Folios], held: tuple[Folios, ...]) -> bool:
    """Whether the leaves *cited* are among those *held*, as far as that can be told."""
    return all(_is_within(run, held) for run in cited)


def _is_within(run: Folios, held: tuple[Folios, ...]) -> bool:
    first, last = _number(run.first), _number(run.last)
    if first is None or last is None:
        return True
    for one in held:
        start, end = _number(one.first), _number(one.last)
        if start is None or end is None or start <= first <= last <= end:
            return True
    return False


def _number(end: str) -> int | None:
    digits = re.search(r"\d{1,9}", end)
    return int(digits[0]) if digits else None


def _written(run: Folios) -> str:
    return run.first if run.first == run.last else f"{run.first}–{run.last}"
