"""A chain of relations leads back to where it began.

A reply to a reply to itself, or a letter enclosed in its own enclosure, cannot be: one of the relations has the wrong
direction or the wrong ID.

Fails::

    id: "1"
    relations: {rel: reply-to, to: "2"}
    ---
    id: "2"
    relations: {rel: reply-to, to: "3"}
    ---
    id: "3"
    relations: {rel: reply-to, to: "1"}

Fails::

    id: "1"
    relations: {rel: reply-to, to: "1"}

Passes::

    id: "1"
    relations: {rel: reply-to, to: "2"}
    ---
    id: "2"
    relations: {rel: replied-by, to: "1"}

Look at the dates of the documents: a reply is later than what it replies to.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from provcheck.model.context import Context, Library
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Record, Relation
from provcheck.rules._relations import direction

SEVERITY: Severity = "error"

_FARTHEST = 2000
"""Records that are looked at on the way, so that a very long exchange costs no quadratic time."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for a cycle of three and more, at its record of the first ID, and for a relation to itself."""
    own = record.id.text if record.id else None
    if own is None:
        return
    for relation in record.relations:
        if relation.to.text == own:
            yield Problem(relation.to.at, "the record is related to itself")
    for kind in dict.fromkeys(way[0] for relation in record.relations if (way := direction(relation.rel))):
        first = _first_step(record, kind, own, context) if own in _on_cycles(context.library, kind) else None
        if first is not None:
            yield Problem(first.at, f'following "{kind}" from here leads back to this record')


@lru_cache(maxsize=16)
def _on_cycles(library: Library, kind: str) -> frozenset[str]:
    """Return the IDs that are left when chains are taken off from both ends: those on cycles, and between two of them.

    Most repositories have none, and no chain need then be walked for each of its records.
    """
    onward: dict[str, set[str]] = {}
    back: dict[str, set[str]] = {}
    for own, records in library.by_id.items():
        for record in records:
            for relation in record.relations:
                if direction(relation.rel) == (kind, 1):
                    onward.setdefault(own, set()).add(relation.to.text)
                    back.setdefault(relation.to.text, set()).add(own)
    ends = [(one, onward, back) for one in {*onward, *back} if one not in onward]
    ends += [(one, back, onward) for one in {*onward, *back} if one not in back]
    while ends:
        end, ahead, behind = ends.pop()
        for one in behind.pop(end, ()):
            ahead[one].discard(end)
            if not ahead[one]:
                del ahead[one]
                ends.append((one, ahead, behind))
    return frozenset(onward) & frozenset(back)


def _first_step(record: Record, kind: str, own: str, context: Context) -> Relation | None:
    """Return the relation that begins a cycle through *record* of which it has the least ID."""
    for relation in record.relations:
        if direction(relation.rel) != (kind, 1) or relation.to.text == own:
            continue
        seen, ahead = {own}, [(relation.to.text, 1)]
        while ahead and len(seen) < _FARTHEST:
            step, length = ahead.pop()
            if step in seen or step < own:
                continue
            seen.add(step)
            for other in context.library.by_id.get(step, ()):
                for onward in other.relations:
                    if direction(onward.rel) == (kind, 1):
                        if onward.to.text == own and length > 1:
                            return relation
                        ahead.append((onward.to.text, length + 1))
    return None
