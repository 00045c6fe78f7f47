"""What a scalar of CSL-JSON says: readers of JSON give text, numbers and truth values for the same thing."""

from __future__ import annotations

import math
from typing import Any


def text_of(value: Any) -> str:
    """Return *value* as text; "" where it is no text and no number.

    >>> [text_of(value) for value in ("12", 12, 12.0, 1.5, True, None, float("nan"), 10**5000)]
    ['12', '12', '12', '1.5', '', '', '', '']
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    if isinstance(value, float):
        if not math.isfinite(value):
            return ""
        return str(int(value)) if value.is_integer() and abs(value) < _MOST else str(value)
    return str(value) if abs(value) < _LONGEST else ""


_MOST = 1e15
"""Up to here a float holds every whole number."""
_LONGEST = 10**1000
"""Python refuses to write much longer numbers; none is meant."""
