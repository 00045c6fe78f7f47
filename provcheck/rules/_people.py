"""Names of people, compared as a careful reader would: initials, order, case and accents do not part them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_PARTICLES = frozenset({"jr", "sr", "dr", "prof", "professor", "mr", "mrs", "ms"})


def _words(name: str) -> list[str]:
    family, comma, given = name.partition(",")
    folded = unicodedata.normalize("NFKD", f"{given} {family}" if comma else name)
    plain = "".join(c if c.isalnum() or c in "'’" else " " for c in folded if not unicodedata.combining(c))
    words = [word.strip("'’").replace("'", "").replace("’", "") for word in plain.casefold().split()]
    return [word for word in words if word and word not in _PARTICLES]


_CASES = (
    *(
        "ого",
        "его",
        "ому",
        "ой",
        "ей",
        "ою",
        "ым",
        "им",
        "ом",
        "ем",
        "а",
        "я",
        "у",
        "ю",
        "ы",
        "и",
        "й",
        "ий",
        "ый",
        "і",
    ),
    *("ego", "iego", "emu", "ej", "ou", "em", "a", "y", "i", "u", "e"),
)
"""Endings of Slavic names, which differ from case to case: Петров, Петрова; Kowalski, Kowalskiego."""


def _without_case(word: str) -> str:
    """Return *word* without the ending that it has in some case."""
    ending = max((end for end in _CASES if word.endswith(end) and len(word) - len(end) > 2), key=len, default="")
    return word.removesuffix(ending)


def same_name(one: str, other: str, *, declined: bool = False) -> bool:
    """Tell whether two names may be the same person's, with *declined* in whatever case the one is.

    ``K. Weathersby``, ``Weathersby, Kathryn`` and ``KATHRYN WEATHERSBY`` agree. Names in two scripts cannot be told
    apart here and count as the same.
    """
    first, second = _words(one), _words(other)
    if declined:
        first, second = [*map(_without_case, first)], [*map(_without_case, second)]
    if not first or not second:
        return True
    if first == second or sorted(first) == sorted(second):
        return True
    if "".join(first).isascii() != "".join(second).isascii():
        return True
    if first[-1] != second[-1]:
        return False
    return _given(first[:-1], second[:-1])


def _given(one: list[str], other: list[str]) -> bool:
    """Tell whether given names agree: each against the next, an initial with what it begins; either may have fewer."""
    return all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in zip(one, other, strict=False))


def missing(names: Iterable[str], among: Iterable[str], *, declined: bool = False) -> list[str]:
    """Return those of *names* that are nobody's in *among*; *declined* as in `same_name`."""
    known = list(among)
    return [
        name for name in dict.fromkeys(names) if not any(same_name(name, other, declined=declined) for other in known)
    ]
