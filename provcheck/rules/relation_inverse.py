"""Two records contradict each other in how they stand to one another.

If one says that it encloses the other, the other can say that it is enclosed in the first, or nothing; it cannot say
that it encloses the first, or that it is a reply to it and the first a reply to it. Each relation needs to be said
once only.

Fails::

    id: "1"
    relations: {rel: encloses, to: "2"}
    ---
    id: "2"
    relations: {rel: encloses, to: "1"}

Passes::

    id: "1"
    relations: {rel: encloses, to: "2"}
    ---
    id: "2"
    relations: {rel: enclosed-in, to: "1"}

Decide from the documents which of them it is, and correct the other record or leave the relation out there.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Record
from provcheck.rules._relations import direction

SEVERITY: Severity = "error"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every directed relation that the other record states in the same direction."""
    own = record.id.text if record.id else None
    for relation in record.relations:
        way = direction(relation.rel)
        if own is None or way is None or relation.to.text == own:
            continue
        for other in context.library.by_id.get(relation.to.text, ()):
            if any(back.to.text == own and direction(back.rel) == way for back in other.relations):
                yield Problem(
                    relation.at, f'"{relation.to.text}" says the same of this record: {_said(other, own, way)}'
                )
                break


def _said(other: Record, own: str, way: tuple[str, int]) -> str:
    return next(back.rel for back in other.relations if back.to.text == own and direction(back.rel) == way)
