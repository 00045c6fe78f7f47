"""How much of a long text is placed in its file, character by character."""

from __future__ import annotations

_FEW = 1 << 15


def enough(end: int) -> int:
    """Return how many characters of a text to place so that *end* is among them.

    Findings in one line mostly ask for the same, which is kept, and none for the whole of a book.
    """
    return max(_FEW, 1 << end.bit_length())
