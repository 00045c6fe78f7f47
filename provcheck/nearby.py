"""A word that names nothing → what may have been meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher, get_close_matches
from typing import TypeVar

from provcheck.archives.lexicon.slips import swapped
from provcheck.model.lazy import pattern

T = TypeVar("T")


def near(wanted: str, called: Mapping[str, Iterable[T]]) -> tuple[T, ...]:
    """Return what *wanted* may mean, likeliest first; all words are folded.

    *called* has what each name may be. It is a name with two letters changed places, else one that has all words of
    *wanted*, else one that looks like it, else one that has words that look like its words.
    """
    swaps = [name for name in called if swapped(wanted, name)]
    found = swaps or _with_words(wanted, called, 1.0) or _alike(wanted, called) or _with_words(wanted, called, _ALIKE)
    return tuple(dict.fromkeys(one for name in found for one in called[name]))


_MUCH = 0.08
"""How much less alike than the nearest name another may be: ``GARFF`` is *garf*, and hardly *gar*."""
_NEAR = 0.75
"""How much alike a word must be to what it may mean: *garv* is *garf*, but *liasse* is no *Assen*."""
_ALIKE = 0.8
"""How much alike words must be of which one may be the other with a slip …"""
_SLIPS = 2
"""… and in how many places they may differ: *Kremlin* is no *Karelian*, which differs in three."""
_WORDS = pattern(r"\w+")


def _alike(wanted: str, called: Mapping[str, object]) -> list[str]:
    """Return names of one word that look like *wanted*: of several words all look alike, for they share *archive*."""
    if " " in wanted:
        return []
    close = get_close_matches(wanted, [name for name in called if " " not in name], 6, _NEAR)
    likeness = [SequenceMatcher(None, name, wanted).ratio() for name in close]
    return [name for name, like in zip(close, likeness, strict=True) if like > max(likeness) - _MUCH]


def _is_slip(one: str, other: str) -> bool:
    """Tell whether two words differ in so few places that one may be the other with a slip."""
    return sum(tag != "equal" for tag, *_ in SequenceMatcher(None, one, other).get_opcodes()) <= _SLIPS


def _with_words(wanted: str, called: Mapping[str, object], alike: float) -> list[str]:
    """Return the names that have a word for each of *wanted*, the shortest first: they say little else."""
    words: dict[str, set[str]] = {}
    for name in called:
        for word in _WORDS.findall(name):
            words.setdefault(word, set()).add(name)
    found: set[str] | None = None
    said = _WORDS.findall(wanted)
    for word in [word for word in said if len(word) > 2] or said:
        close = [word]
        if alike < 1:
            close = [one for one in get_close_matches(word, words, 5, alike) if _is_slip(one, word)]
        names = set().union(*(words.get(one, set()) for one in close))
        found = names if found is None else found & names
    return sorted(found or (), key=lambda name: (len(name), name))
