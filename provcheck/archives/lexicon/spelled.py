"""Whether words that lead to an archive by their stems are those of its names: Mali is not Malaysia."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from provcheck import tables
from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.romanise import romanised_name
from provcheck.archives.lexicon.slips import meant
from provcheck.archives.lexicon.vocabulary import Name, unmarked
from provcheck.model.lazy import pattern

_STEMMED = 8
"""Longer words have more than their stem, which may go on in another way."""
_BEGUN = 6
_ENDING = 4
_KEEPS = "arch"
"""What a word joined of two has that is an archive: *Gemeentearchief*."""


@lru_cache(maxsize=1 << 10)
def names_itself(archive: str, word: str) -> bool:
    """Tell whether a name of *archive* has *word* as it is written, or without its plural."""
    return word.lower().rstrip("s") in " ".join(tables.archives()[archive].full_names).lower()


_SCHOOL = pattern(r"(?:University|College) of [A-Z].+|[A-Z].+ (?:University|College)")


def is_its_school(said: str, archives: Iterable[str]) -> bool:
    """Tell whether *said* is the university that one of *archives* belongs to, as one of its names says.

    >>> is_its_school("Stanford University", ["hoover"]), is_its_school("Harvard University", ["hoover"])
    (True, False)
    """
    if _SCHOOL.fullmatch(said) is None:
        return False
    return any(said in name for archive in archives for name in tables.archives()[archive].full_names)


def spelled(said: Sequence[str], meaning: list[Name]) -> list[Name] | None:
    """Return which archives of *meaning* are called by the words *said*; None where a word is another one."""
    written_out = vocabulary.wording().abbreviations
    low = [unmarked(word) for word in map(str.lower, said) if word not in written_out]
    if len(meaning) > 1:
        meaning = [name for name in meaning if _own_words(name.archive).issuperset(low)] or meaning
    if any(len(word) > _STEMMED and word < "Ͱ" and not _is_of(word, meaning[0].archive) for word in low):
        return None  # Universität Freiburg is not its Universitätsarchiv
    return meaning


@lru_cache(maxsize=1 << 10)
def _own_words(archive: str) -> frozenset[str]:
    """Return the words of the names of *archive*, lower case and without marks."""
    names = tables.archives()[archive].full_names
    names += tuple(latin for name in names for latin in romanised_name(name))
    return frozenset(unmarked(word.lower()) for name in names for word in vocabulary.words_of(name))


@lru_cache(maxsize=1 << 12)
def _is_of(word: str, archive: str) -> bool:
    """Tell whether a long *word* is one of the names of *archive*, but for its ending."""
    begun = word[:_BEGUN]
    alike = (own for own in _own_words(archive) if own.startswith(begun) and abs(len(own) - len(word)) < _ENDING)
    if any(_KEEPS not in own[_BEGUN:] or _KEEPS in word for own in alike):
        return True  # but Gemeentesecretarie is no Gemeentearchief
    return (right := meant(word)) is not None and _is_of(right, archive)
