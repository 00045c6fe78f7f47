"""Sorting: by several keys, each up or down, empty ones last, letters as a reader of the locale expects them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cmp_to_key, lru_cache
from typing import TypeVar

from provcheck.csl.compiled import SortKey
from provcheck.csl.scope import Context

_T = TypeVar("_T")


@lru_cache(maxsize=65536)
def collation(text: str) -> tuple[str, str]:
    """Return a key: letters without accents, case and punctuation first, accents to tell the rest apart."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    base = "".join(c for c in folded if c.isalnum() or c in " \u0001" or ord(c) == 0x2F)
    base = base.replace("æ", "ae").replace("ø", "o").replace("œ", "oe").replace("ł", "l").replace("đ", "d")
    return " ".join(base.split(" ")).strip(), folded


def sorted_by(keys: Sequence[SortKey], things: Sequence[tuple[Context, _T]]) -> list[tuple[Context, _T]]:
    """Return *things* in the order of *keys*; equals keep their order."""
    if not keys or len(things) < 2:
        return list(things)
    valued = [([collation(key.value(ctx)) for key in keys], (ctx, thing)) for ctx, thing in things]

    def compare(a: tuple[list[tuple[str, str]], object], b: tuple[list[tuple[str, str]], object]) -> int:
        for key, one, other in zip(keys, a[0], b[0], strict=True):
            if one == other:
                continue
            if not one[1] or not other[1]:
                return -1 if other[1] == "" else 1
            if one < other:
                return 1 if key.descending else -1
            return -1 if key.descending else 1
        return 0

    return [thing for _, thing in sorted(valued, key=cmp_to_key(compare))]
