"""Relations that have a direction: what each is called from either side."""

from __future__ import annotations

_PAIRS = (
    ("reply-to", "replied-by"),
    ("encloses", "enclosed-in"),
    ("translation-of", "translated-as"),
    ("draft-of", "drafted-as"),
    ("part-of", "has-part"),
    ("continues", "continued-by"),
)

_DIRECTIONS = {name: (pair[0], side) for pair in _PAIRS for name, side in zip(pair, (1, -1), strict=True)}


def direction(rel: str) -> tuple[str, int] | None:
    """Return the relation that *rel* is a side of, and 1 or -1 for which; None where it has no direction we know."""
    return _DIRECTIONS.get(rel.strip().lower().replace(" ", "-").replace("_", "-"))
