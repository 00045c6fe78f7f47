"""Words that a slip of the pen, of the eye or of the scanner has changed: ``invnetory``, ``Archivcs``, ``Natonal``.

Only long words that many lines have are put right, and only where nothing is known by what is written. A slip leaves
the first and the last letter as they are: other endings are other words (*articles* of a treaty are no *article*).
Of words with six letters only two that changed places are put right (*Recrod*): Canton is no carton.
"""

from __future__ import annotations

from functools import cache, lru_cache

from provcheck import tables
from provcheck.archives.lexicon import vocabulary

_SHORTEST = 7
_SHARED = 3
"""So many letters are the same at the beginning or at the end, whatever the one slip has changed between."""


@lru_cache(maxsize=1 << 15)
def meant(word: str) -> str | None:
    """Return the word from which lower-case *word* differs by one slip; None where there is none, or where it is known.

    >>> meant("invnetory"), meant("natonal"), meant("inventory"), meant("articles")
    ('inventory', 'national', None, None)
    """
    if len(word) < _SHORTEST - 1 or word in vocabulary.wording().no_slips:
        return None
    known = _by_ends()
    near = [*known.get(word[:_SHARED], ()), *known.get(word[-_SHARED:], ())]
    return None if word in near else next((other for other in near if _one_slip(word, other)), None)


@cache
def _by_ends() -> dict[str, list[str]]:
    """Return the words that are put right, by their first letters and by their last ones."""
    found: dict[str, list[str]] = {}
    for word in tables.lexicon().frequent:
        for end in (word[:_SHARED], word[-_SHARED:]):
            found.setdefault(end, []).append(word)
    return found


def _one_slip(word: str, other: str) -> bool:
    """Tell whether one letter within is missing, too many or another, or two have changed places."""
    if word[0] != other[0] or abs(len(word) - len(other)) > 1:
        return False
    if swapped(word, other):
        return True
    if word[-1] != other[-1] or len(other) < _SHORTEST:
        return False
    return letter_off(word, other)


def letter_off(one: str, other: str) -> bool:
    """Tell whether *one* is *other* with one letter missing, too many or another, or with two that changed places."""
    return swapped(one, other) or one_more(one, other) or one_more(other, one) or one_other(one, other)


def differing(one: str, other: str) -> int:
    """Return where *one* begins to differ from *other*; its length where it does not, or *other* ends first.

    >>> differing("Natonal", "National")
    3
    """
    return next((at for at, (ours, theirs) in enumerate(zip(one, other, strict=False)) if ours != theirs), len(one))


def swapped(one: str, other: str) -> bool:
    """Tell whether *one* is *other* with two neighbouring letters changed places."""
    at = differing(one, other)
    return len(one) == len(other) > at + 1 and one[at + 1] + one[at] + one[at + 2 :] == other[at:]


def one_more(longer: str, shorter: str) -> bool:
    """Tell whether *longer* is *shorter* with one letter more."""
    at = differing(shorter, longer)
    return len(longer) == len(shorter) + 1 and longer[at + 1 :] == shorter[at:]


def one_other(one: str, other: str) -> bool:
    """Tell whether *one* is *other* with another letter for one of its."""
    at = differing(one, other)
    return len(one) == len(other) > at and one[at + 1 :] == other[at + 1 :]
