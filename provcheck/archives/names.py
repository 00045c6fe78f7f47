"""Which archive a name means: now, formerly, nearly, or several."""

from __future__ import annotations

from typing import Literal

from provcheck import tables
from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.vocabulary import Name, Roots
from provcheck.archives.reading.placed import placed
from provcheck.model.archive import Archive
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
            return _match(there)  # TNA (Tanzania)
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


def _near(wanted: str) -> Match:
    """Look for a name that *wanted* may be a slip for. Slow: only where somebody asks about one name."""
    from difflib import SequenceMatcher  # only here: most names are known

    known = tables.archives()
    best: dict[str, float] = {}
    short = len(wanted) <= 8
    folded = wanted.casefold()
    for archive in known.values():
        names = [code for codes in archive.codes.values() for code in codes]
        if not short:
            names += archive.full_names
        else:
            names += [code for former in archive.former for code in former.codes]
        for name in names:
            if abs(len(name) - len(wanted)) > max(2, len(wanted) // 5) or (short and len(name) < 4):
                continue
            ratio = SequenceMatcher(None, folded, name.casefold()).ratio()
            if ratio >= (0.75 if short else 0.85):
                best[archive.id] = max(ratio, best.get(archive.id, 0.0))
    if not best:
        return Match("unknown")
    ordered = sorted(best, key=lambda i: (-best[i], i))
    candidates = tuple(known[i] for i in ordered[:5])
    first_two = [best[i] for i in ordered[:2]]
    sole = len(first_two) == 1 or first_two[0] > first_two[1]
    return Match("near", candidates[0], candidates) if sole else Match("ambiguous", None, candidates)
