"""Does a note cite a leaf that the document is on?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from provcheck.archives import is_back, read_folios
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
    first, last = _sides(run.first), _sides(run.last)
    if not first or not last:
        return True
    for one in held:
        start, end = _sides(one.first), _sides(one.last)
        if not start or not end or (start[0] <= first[1] and first[0] <= last[1] and last[0] <= end[1]):
            return True
    return False


def _sides(end: str) -> tuple[float, float] | None:
    """Return the first and the last side that *end* of a run may be: 7 is on 7v as far as one knows, and 7r is not.

    >>> _sides("7"), _sides("7r"), _sides("7v"), _sides("ff")
    ((7.0, 7.5), (7.0, 7.0), (7.5, 7.5), None)
    """
    if (digits := re.search(r"\d{1,9}", end)) is None:
        return None
    number = float(digits[0])
    return number + 0.5 * is_back(end), number + 0.5 * (not end.endswith("r"))


def _written(run: Folios) -> str:
    return run.first if run.first == run.last else f"{run.first}–{run.last}"
