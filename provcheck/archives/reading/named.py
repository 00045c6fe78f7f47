"""Documents cited by the name of their archive alone: ``Ben-Gurion to Hazaz, July 10, 1968, BGA``."""

from __future__ import annotations

from provcheck import tables
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.asides import remarks
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.model.archive import Archive
from provcheck.model.lazy import pattern

_FAR = 400
"""How far behind the archive a credit may begin."""
_SHORT = 12
"""A name with fewer letters may stand for anything."""
_BY = pattern(r"\bby [A-Z][^,.;]{2,60}, $")
"""… Mark Doctoroff, National Security Archive: where a translator works."""


def _only_archive(holder: Holder) -> Archive | None:
    """Return the institution that *holder* names, where it is one, whose marks are codes."""
    if len({name.archive for name in holder.names}) != 1:
        return None
    archive = tables.archives()[holder.names[0].archive]
    return archive if tables.conventions()[archive.convention].engine == "coded" else None


def _by_name(holder: Holder, archive: Archive) -> list[Draft]:
    """Return the mark that is no more than the name of *archive*."""
    holder.id = archive.id
    draft = Draft(holder, archive.convention)
    draft.own_holder = True
    return [draft]


def credited(text: str, holders: list[Holder], ends: list[int]) -> list[Draft]:
    """Return the archive of a source line that says no more of it: ``…, Archives of the Senate. Obtained by …``."""
    holder = holders[0] if holders else None
    archive = _only_archive(holder) if holder and holder.end <= ends[-1] + _FAR else None
    if holder is None or archive is None or len(holder.written) < _SHORT:
        return []
    works_there = _BY.search(text, max(0, holder.start - 80), holder.start)
    return [] if works_there else _by_name(holder, archive)


def originals(text: str, holders: list[Holder], marks: list[Draft]) -> list[Draft]:
    """Return the archives that hold the originals of films and have no marks here: ``原本所蔵国立公文書館``."""
    last = marks[-1].end if marks else 0
    behind = [h for h in holders if h.start >= last and _ORIGINALS.search(text, max(0, h.start - _NEAR), h.start)]
    return [draft for holder in behind if (archive := _only_archive(holder)) for draft in _by_name(holder, archive)]


_ORIGINALS = worded(r"{originals_held}[:：]? ?$")
_NEAR = 8


def dated(text: str, holders: list[Holder], ends: list[int]) -> list[Draft]:
    """Return the archive by whose name alone a dated document is cited: ``Ben-Gurion to Hazaz, July 10, 1968, BGA``."""
    holder, archive = holders[0], _only_archive(holders[0]) if len(holders) == 1 else None
    if archive is None or holder.names[0].status == "place":
        return []
    stop = remarks.stop(ends, holder.end, len(text))
    last = text[holder.start - 2 : holder.start] == ", " and _ENDED.match(text, holder.end, stop) is not None
    first = _NUMBERED.fullmatch(text, 0, holder.start) and _DOCUMENT.fullmatch(text, holder.end)
    told = first or (last and _A_DAY.search(text, max(0, holder.start - 40), holder.start))
    return _by_name(holder, archive) if told else []


_NUMBERED = pattern(r"(?:\d{1,3}\. )?")
_A_DAY = pattern(
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}, (?:1[5-9]|20)\d\d|\d{1,2}\.? [A-Z][a-z]{2,8}\.? (?:1[5-9]|20)\d\d|\btranscript), $"
)
"""The day a document was written, right before its archive."""
_ENDED = pattern(r"[.)\s]*(?:$|(?<=\.)\s|;\s)")
"""What is behind the archive where the reference ends with it: nothing, a new sentence, another reference."""
_DOCUMENT = pattern(
    r", [^;:\d]{3,100}, (?:\d{1,2} [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2},) (?:1[5-9]|20)\d\d[.\s]*"
)
"""What a document is, right after its archive, with its day and nothing else."""
