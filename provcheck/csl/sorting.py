"""Sorting: by several keys, each up or down, empty ones last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import TypeVar

from provcheck.csl.collation import collation
from provcheck.csl.compiled import SortKey
from provcheck.csl.scope import Context

_T = TypeVar("_T")


def sorted_by(
    keys: Sequence[SortKey], things: Sequence[_T], context: Callable[[_T], Context], language: str
) -> list[_T]:
    """Return *things* in the order of *keys*; equals keep their order. *context* makes what a key is taken from."""
    things = list(things)
    if len(things) < 2:
        return things
    # Sorting keeps the order of equals: by the last key first, and the first key decides.
    for key in reversed(keys):
        full: list[tuple[str, _T]] = []
        empty: list[_T] = []
        for thing in things:
            text = key.value(context(thing))
            if text:
                full.append((collation(text, language), thing))
            else:
                empty.append(thing)
        full.sort(key=itemgetter(0), reverse=key.descending)
        things = [thing for _, thing in full] + empty
    return things
