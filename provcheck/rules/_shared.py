"""Records on the same leaves of the same file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from provcheck.archives import compact
from provcheck.model.context import Context, Library
from provcheck.model.record import Holding, Record
from provcheck.rules._leaves import Stretch, stretches

DOCUMENTS = frozenset({"dokument", "document", "document-no"})
"""Levels that are one document, so that two records under one number need no leaves to be the same."""


class Meeting(NamedTuple):
    """Another record on leaves of this one's shelfmark, and whether on exactly the same ones."""

    holding: Holding
    other: Record
    same: bool
    leaves: str
    """The leaves that both have, in words; ``""`` where the shelfmark has none."""


class _Lying(NamedTuple):
    record: Record
    order: int
    stretches: tuple[Stretch, ...]


@lru_cache(maxsize=1)
def _lying(library: Library) -> dict[str, list[_Lying]]:
    """Return what lies in each file, in the order of its leaves."""
    found: dict[str, list[_Lying]] = {}
    for key, records in library.by_shelfmark.items():
        if len(records) < 2:
            continue
        here = found.setdefault(key, [])
        for order, record in enumerate(records):
            here.extend(
                _Lying(record, order, stretches(holding.mark.folios))
                for holding in record.holdings
                if compact(holding.mark) == key
            )
        here.sort(key=lambda lying: lying.stretches[:1])
    return found


def meetings(record: Record, context: Context) -> Iterator[Meeting]:
    """Yield the records before this one that lie on its leaves and are not related to it, each once for a shelfmark.

    Leaves at the seam of two documents (12-13 and 13-14) are no meeting: one ends where the next begins.
    """
    for holding in record.holdings:
        key = compact(holding.mark)
        here = _lying(context.library).get(key or "")
        if not here:
            continue
        own = stretches(holding.mark.folios)
        order = next((lying.order for lying in here if lying.record is record), len(here))
        document = holding.mark.levels[-1].name in DOCUMENTS
        seen: set[int] = set()
        for lying in here:
            if own and lying.stretches and lying.stretches[0].first > own[-1].last:
                break
            if lying.order >= order or lying.order in seen or lying.record is record:
                continue
            same = own == lying.stretches
            if not own and not lying.stretches:
                leaves = "" if document and not holding.mark.folios else None
            else:
                leaves = _common(own, lying.stretches)
            if leaves is not None and not related(record, lying.record):
                seen.add(lying.order)
                yield Meeting(holding, lying.record, same, leaves)


def _common(one: tuple[Stretch, ...], other: tuple[Stretch, ...]) -> str | None:
    """Return the leaves that two documents share, beyond a seam; None where there are none."""
    if one == other:
        return _written(one[0].first, one[-1].last)
    for a in one:
        for b in other:
            first, last = max(a.first, b.first), min(a.last, b.last)
            if first > last:
                continue
            seam = first[:2] == last[:2] and first[:2] in {(a.first[:2]), (a.last[:2])} & {b.first[:2], b.last[:2]}
            if not seam:
                return _written(first, last)
    return None


def _written(first: tuple[int, str, int], last: tuple[int, str, int]) -> str:
    one, other = f"{first[0]}{first[1]}", f"{last[0]}{last[1]}"
    return one if one == other else f"{one}-{other}"


def related(one: Record, other: Record) -> bool:
    """Tell whether two records are related, directly or through a third that both name (two enclosures)."""
    if one.id is None or other.id is None:
        return False
    ours = {relation.to.text for relation in one.relations}
    theirs = {relation.to.text for relation in other.relations}
    return other.id.text in ours or one.id.text in theirs or bool(ours & theirs)


def called(record: Record) -> str:
    """Return what messages call another record."""
    name = f"record {record.id.text}" if record.id is not None else "another record"
    return f"{name} ({record.path})" if record.path else name
