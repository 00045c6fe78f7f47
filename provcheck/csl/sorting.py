"""Sorting: by several keys, each up or down, empty ones last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from provcheck.csl.collation import collation
from provcheck.csl.compiled import SortKey
from provcheck.csl.scope import Context

_T = TypeVar("_T")


def sorted_by(
    keys: Sequence[SortKey], things: Sequence[_T], context: Callable[[_T], Context], language: str
) -> list[_T]:
    """Return *things* in the order of *keys*; equals keep their order. *context* makes what a key is taken from.

    A key is taken only of those that are equal by the keys before it.
    """
    if len(things) < 2 or not keys:
        return list(things)
    key, *others = keys
    alike: dict[str, list[_T]] = {}
    empty: list[_T] = []
    for thing in things:
        text = key.value(context(thing))
        (alike.setdefault(collation(text, language), []) if text else empty).append(thing)
    groups = [*(alike[value] for value in sorted(alike, reverse=key.descending)), empty]
    return [thing for group in groups for thing in sorted_by(others, group, context, language)]
