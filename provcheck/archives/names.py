"""Which archive a name means: now, formerly, nearly, or several."""

from __future__ import annotations

from functools import cache
from typing import Literal

from provcheck import tables
from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.vocabulary import Name, Roots
from provcheck.archives.reading.holders.placed import placed
from provcheck.model.archive import Archive
from provcheck.model.kept import kept
from provcheck.model.noun import noun


@noun
class Match:
    """What a name of an archive means."""

    status: Literal["current", "former", "near", "ambiguous", "unknown"]
    archive: Archive | None = None
    """The institution; for ``near`` the likeliest, for ``ambiguous`` and ``unknown`` None."""
    candidates: tuple[Archive, ...] = ()
    """All that may be meant, likeliest first."""
    former: str | None = None
    """The former name in full, where the name written is one."""


def find(name: str) -> Match:
    """Return the archive that *name* means: a code, a full name in any language, a former name, or an id."""
    return _exactly(name) or _near(_bare(name))


def meant(name: str) -> tuple[Archive, ...]:
    """Return every archive that *name* means without any slip, with its place in brackets only those there."""
    match = _exactly(name)
    return match.candidates if match is not None else ()


def sharing(name: str) -> tuple[Archive, ...]:
    """Return the archives that are called *name*, where there are several."""
    match = _exactly(name)
    return match.candidates if match is not None and match.status == "ambiguous" else ()


def _bare(name: str) -> str:
    return name.strip().strip(".,;:")


def _exactly(name: str) -> Match | None:
    """Return what *name* means without any slip; None where nothing is called so."""
    wanted = _bare(name)
    known = tables.archives()
    if archive := known.get(tables.merged().get(wanted, wanted)):
        return Match("current", archive, (archive,))
    found = _look(vocabulary.archive_codes(), vocabulary.words_of(wanted))
    if not found:
        found = _look(vocabulary.archive_names(), vocabulary.name_stems(wanted))
    if not found and "(" in wanted:
        outside, _, inside = wanted.partition("(")
        end = len(outside.rstrip())
        of_code = _look(vocabulary.archive_codes(), vocabulary.words_of(outside))
        there, stop = placed(wanted, 0, end, of_code) if of_code else ((), end)
        if stop > end:
            return _match(there) if there else None  # TNA (Tanzania); of TNA (Paris) nothing is known
        for part in (inside.partition(")")[0], outside):
            if match := _exactly(part):
                return match
    return _match(found) if found else None


def _look(roots: Roots, words: list[str]) -> tuple[Name, ...]:
    return tuple(name for name in vocabulary.follow(roots, words).get("", ()) if name.status != "place")


def _match(found: tuple[Name, ...]) -> Match:
    known = tables.archives()
    current = [name for name in found if name.status == "current"]
    names = current or list(found)
    candidates = tuple(known[i] for i in dict.fromkeys(name.archive for name in (*current, *found)))
    if len(dict.fromkeys(name.archive for name in names)) > 1:
        return Match("ambiguous", None, candidates)
    if current:
        return Match("current", candidates[0], candidates)
    return Match("former", candidates[0], candidates, names[0].former)


_SHORT = 8
"""How long a name may be that is taken for a slip of a code."""
_ALIKE, _CODES_ALIKE = 0.85, 0.75
"""How much alike two names must be, and two codes, of which one may be the other with a slip."""


@cache
def _spellings(*, short: bool) -> dict[int, list[tuple[str, str]]]:
    """Return what archives are called, in small letters, with their ids, by length: codes, and names unless *short*."""
    found: dict[int, dict[tuple[str, str], None]] = {}
    for archive in tables.archives().values():
        names = [code for codes in archive.codes.values() for code in codes]
        names += [code for former in archive.former for code in former.codes] if short else archive.full_names
        for name in names:
            if not short or len(name) > 3:
                found.setdefault(len(name), {})[name.casefold(), archive.id] = None
    return {length: list(named) for length, named in found.items()}


@kept
def _near(wanted: str) -> Match:
    """Look for a name that *wanted* may be a slip for."""
    from difflib import SequenceMatcher  # only here: most names are known

    short = len(wanted) <= _SHORT
    enough, spellings = _CODES_ALIKE if short else _ALIKE, _spellings(short=short)
    off = max(2, len(wanted) // 5)
    folded = wanted.casefold()
    alike, letters = SequenceMatcher(None, "", folded), set(folded)
    best: dict[str, float] = {}
    for length in range(len(wanted) - off, len(wanted) + off + 1):
        for name, archive in spellings.get(length, ()):
            if 2 * (len(wanted) - len(letters.difference(name))) < enough * (length + len(wanted)):
                continue  # most: too many letters of the one are not in the other
            alike.set_seq1(name)
            if alike.quick_ratio() >= enough and (ratio := alike.ratio()) >= enough:
                best[archive] = max(ratio, best.get(archive, 0.0))
    if not best:
        return Match("unknown")
    known = tables.archives()
    ordered = sorted(best, key=lambda i: (-best[i], i))
    candidates = tuple(known[i] for i in ordered[:5])
    first_two = [best[i] for i in ordered[:2]]
    sole = len(first_two) == 1 or first_two[0] > first_two[1]
    return Match("near", candidates[0], candidates) if sole else Match("ambiguous", None, candidates)


@cache
def _back() -> frozenset[str]:
    return frozenset(" ".join(words.casefold().split()) for words in tables.same_archive())


def points_back(name: str) -> bool:
    """Tell whether *name* stands for the archive named before: ``Ibid.``, ``Там же``."""
    return " ".join(name.strip(" .,;:").casefold().split()) in _back()
