"""The initials of an archive's name, by which it may go: UNA for the Uganda National Archives."""

from __future__ import annotations

from collections.abc import Set

from provcheck.archives.lexicon.vocabulary import are_places, unmarked, wording, words_of
from provcheck.model.lazy import pattern

_ELIDED = pattern(r"\b[dl]['’]")
"""An article that is part of the word after it: ``Archives nationales d’Algérie``."""
_SHORT = 3
"""So many letters a word has at most that is passed over, and a name at least that follows one."""


def all_initials(name: str) -> str:
    """Return the first letters of all words of *name*."""
    return "".join(word[0].upper() for word in words_of(name))


def initials(name: str, where: Set[str] = frozenset()) -> set[str]:
    """Return the first letters of *name*, and of the body whose archive it is, but of small words and of *where*.

    >>> sorted(initials("Archives of the Ministry of Foreign Affairs"))
    ['AMFA', 'MFA']
    """
    found = set()
    for written in dict.fromkeys((name, _ELIDED.sub(" ", name))):
        words = words_of(written)
        if len(words) >= _SHORT and are_places(words[0], where):
            del words[0]  # Kenya National Archives
        stop = next((end for end in range(1, len(words)) if are_places(" ".join(words[end:]), where)), len(words))
        small = [word.lower() in wording().skip or (word.islower() and len(word) <= _SHORT) for word in words[:stop]]
        letters = [unmarked(word[0]).upper() * (not passed) for word, passed in zip(words, small, strict=False)]
        found.add("".join(letters))
        found |= {"".join(letters[at:]) for at in range(1, stop) if small[at - 1] and stop - at >= _SHORT}
    return {letters for letters in found if len(letters) > 1}
