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
    previous: dict[bool, tuple[Citation, ...]] = {}
    for citation in citations:
        in_note = citation.note > 0
        found: list[Position] = []
        for n, cite in enumerate(citation.cites):
            key = (in_note, cite.item)
            before = citation.cites[n - 1] if n else _only(previous.get(in_note, ()), citation.note)
            names = _position(cite, before, key in first_notes)
            last = last_notes.get(key)
            near = cite.near_note or (last is not None and in_note and citation.note - last <= near_note_distance)
            if near and "first" not in names:
                names |= {"near-note"}
            found.append(Position(names, first_notes.get(key, 0)))
            first_notes.setdefault(key, citation.note)
            last_notes[key] = citation.note
        earlier = previous.get(in_note, ())
        same_note = in_note and bool(earlier) and earlier[-1].note == citation.note
        previous[in_note] = (*earlier, citation) if same_note else (citation,)
        out.append(found)
    return out


def _only(before: Sequence[Citation], note: int) -> Cite | None:
    """Return the cite before, where its citation, and its note if that is another, cite one item only."""
    looked_at = before[-1:] if before and before[-1].note == note else before
    if len({cite.item for citation in looked_at for cite in citation.cites}) != 1:
        return None
    return before[-1].cites[-1]


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
