"""Sorting: by several keys, each up or down, empty ones last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from provcheck.csl.collation import collation
from provcheck.csl.compiled import SortKey
from provcheck.csl.scope import Context

_T = TypeVar("_T")


def sorted_by(keys: Sequence[SortKey], things: Sequence[tuple[Context, _T]], language: str) -> list[tuple[Context, _T]]:
    """Return *things* in the order of *keys*; equals keep their order."""
    things = list(things)
    if len(things) < 2:
        return things
    # Sorting keeps the order of equals: by the last key first, and the first key decides.
    for key in reversed(keys):
        full: list[tuple[str, Context, _T]] = []
        empty: list[tuple[str, Context, _T]] = []
        for ctx, thing in things:
            text = key.value(ctx)
            (full if text else empty).append((collation(text, language), ctx, thing))
        full.sort(key=lambda each: each[0], reverse=key.descending)
        things = [(ctx, thing) for _, ctx, thing in (*full, *empty)]
    return things
