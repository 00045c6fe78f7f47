"""The citation-label that is made where an item has none: letters of the authors' names and two figures of the year."""

from __future__ import annotations

from provcheck.csl.item import Item

_LETTERS = {1: (4,), 2: (2, 2), 3: (2, 1, 1)}
_MOST = (1, 1, 1, 1)


def citation_label(item: Item) -> str:
    """Return the label of *item*: its own, or one like "Doe65" or "RoNo78"."""
    own = item.text("citation-label")
    if own:
        return own
    names = [name.family or name.literal for name in item.names("author")]
    letters = "".join(
        name[:count].capitalize() if len(names) > 1 else name[:count]
        for name, count in zip(names, _LETTERS.get(len(names), _MOST), strict=False)
    )
    issued = item.date("issued")
    year = f"{issued.start.year % 100:02}" if issued and issued.start else ""
    return letters + year
