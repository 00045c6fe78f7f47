"""The position of each cite: first, subsequent, ibid, ibid-with-locator, near-note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from provcheck.csl.scope import FIRST, Cite


@dataclass(frozen=True, slots=True)
class Citation:
    """Cites that stand together; `note` is the number of their note, 0 in running text."""

    cites: tuple[Cite, ...]
    note: int = 0


class Position(NamedTuple):
    """What a cite's conditions may find true, and the number of the note that first cited its item."""

    names: frozenset[str] = FIRST
    first_note: int = 0


_GIVEN = {
    "first": FIRST,
    "subsequent": frozenset({"subsequent"}),
    "ibid": frozenset({"subsequent", "ibid"}),
    "ibid-with-locator": frozenset({"subsequent", "ibid", "ibid-with-locator"}),
}


def positions(citations: Sequence[Citation], near_note_distance: int = 5) -> list[list[Position]]:
    """Return a position for every cite. Citations in notes and in running text do not see each other."""
    out: list[list[Position]] = []
    first_notes: dict[tuple[bool, str], int] = {}
    last_notes: dict[tuple[bool, str], int] = {}
    previous: dict[bool, _Before] = {}
    for citation in citations:
        in_note = citation.note > 0
        found: list[Position] = []
        for n, cite in enumerate(citation.cites):
            key = (in_note, cite.item)
            before = citation.cites[n - 1] if n else _only(previous.get(in_note), citation.note)
            names = _position(cite, before, key in first_notes)
            last = last_notes.get(key)
            near = cite.near_note or (last is not None and in_note and citation.note - last <= near_note_distance)
            if near and "first" not in names:
                names |= {"near-note"}
            found.append(Position(names, first_notes.get(key, 0)))
            first_notes.setdefault(key, citation.note)
            last_notes[key] = citation.note
        earlier = previous.get(in_note)
        items = {cite.item for cite in citation.cites}
        if earlier and in_note and earlier.note == citation.note:
            earlier.items |= items
            earlier.last = citation
        else:
            previous[in_note] = _Before(citation.note, citation, items)
        out.append(found)
    return out


@dataclass(slots=True)
class _Before:
    """The note before, or the citation before in running text."""

    note: int
    last: Citation
    items: set[str]
    """All that its citations cite."""


def _only(before: _Before | None, note: int) -> Cite | None:
    """Return the cite before, where its citation, and its note if that is another, cite one item only."""
    if before is None or not before.last.cites:
        return None
    items = before.items if before.note != note else {cite.item for cite in before.last.cites}
    return before.last.cites[-1] if len(items) == 1 else None


def _position(cite: Cite, before: Cite | None, seen: bool) -> frozenset[str]:
    if cite.position:
        return _GIVEN[cite.position]
    if not seen:
        return FIRST
    if before is None or before.item != cite.item:
        return _GIVEN["subsequent"]
    if before.locator == cite.locator and (not cite.locator or before.label == cite.label):
        return _GIVEN["ibid"]
    return _GIVEN["ibid-with-locator"] if cite.locator else _GIVEN["subsequent"]
