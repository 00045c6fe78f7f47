"""Records on the same leaves of the same file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from provcheck.archives import compact, format_shelfmark, one_key
from provcheck.model.context import Context, Library
from provcheck.model.record import Holding, Record
from provcheck.model.shelfmark import Folios
from provcheck.rules._leaves import Stretch, stretches

DOCUMENTS = frozenset({"dokument", "document", "document-no"})
"""Levels that are one document, so that two records under one number need no leaves to be the same."""


_MOST = 500
"""How many records on the same leaves are looked at, so that a run over many of them ends."""


class Meeting(NamedTuple):
    """Another record on leaves of this one's shelfmark, and whether on exactly the same ones."""

    holding: Holding
    other: Record
    same: bool
    leaves: str
    """The leaves that both have, in words; ``""`` where the shelfmark has none."""
    copy: bool
    """The other cites only the copy in another archive, which has the same numbers by a concordance."""


class _Lying(NamedTuple):
    """A record in a file, on the leaves of one of its shelfmarks."""

    record: Record
    order: int
    """Which record of the file it is, in the order of the run."""
    paged: bool
    stretches: tuple[Stretch, ...]
    branches: tuple[str, ...]


class _File(NamedTuple):
    """What lies in one file: on leaves, in their order, and under its number alone."""

    orders: dict[int, int]
    """Which record of the file each is, by identity."""
    lying: list[_Lying]
    firsts: list[int]
    """The first leaf of each, for looking up."""
    longest: int
    """How many leaves lie between the first and the last of the one that has most."""
    loose: list[_Lying]


@lru_cache(maxsize=1)
def _files(library: Library) -> dict[str, _File]:
    """Return the files that hold several records."""
    found: dict[str, _File] = {}
    for key, records in library.by_shelfmark.items():
        if len(records) < 2:
            continue
        every = [
            _Lying(record, order, holding.mark.paged, stretches(holding.mark.folios), holding.branches)
            for order, record in enumerate(records)
            for holding in record.holdings
            if one_key(holding.mark) == key
        ]
        lying = sorted((one for one in every if one.stretches), key=lambda one: (one.stretches, one.order))
        spans = [one.stretches[-1].last[0] - one.stretches[0].first[0] for one in lying]
        found[key] = _File(
            {id(record): order for order, record in enumerate(records)},
            lying,
            [one.stretches[0].first[0] for one in lying],
            max(spans, default=0),
            [one for one in every if not one.stretches],
        )
    return found


def meetings(record: Record, context: Context) -> Iterator[Meeting]:
    """Yield the earlier records on this one's leaves that are not related to it, the first for each shelfmark.

    Leaves at the seam of two documents (12-13 and 13-14) are no meeting: one ends where the next begins.
    """
    for holding in record.holdings:
        file = _files(context.library).get(one_key(holding.mark) or "")
        if file is None:
            continue
        order = file.orders.get(id(record), len(file.orders))
        own = stretches(holding.mark.folios)
        kinds: set[bool] = set()
        for lying in _near(file, own, holding):
            if lying.order >= order or apart(holding.branches, lying.branches):
                continue
            if lying.paged != holding.mark.paged:
                continue
            same = own == lying.stretches
            leaves = _common(own, lying.stretches) if own else ""
            if leaves is not None and same not in kinds and not related(record, lying.record):
                kinds.add(same)
                yield Meeting(holding, lying.record, same, leaves, _is_copy(holding, lying.record))


def _is_copy(holding: Holding, other: Record) -> bool:
    return compact(holding.mark) not in {compact(theirs.mark) for theirs in other.holdings}


def _near(file: _File, own: tuple[Stretch, ...], holding: Holding) -> list[_Lying]:
    """Return what may lie on the leaves *own*; without leaves what has the same number, where that is one document."""
    if own:
        start = bisect_left(file.firsts, own[0].first[0] - file.longest)
        end = bisect_right(file.firsts, own[-1].last[0])
        return file.lying[start : min(end, start + _MOST)]
    alone = not holding.mark.folios and holding.mark.levels[-1].name in DOCUMENTS
    return [one for one in file.loose[:_MOST] if not apart(holding.branches, one.branches)][:1] if alone else []


def _common(one: tuple[Stretch, ...], other: tuple[Stretch, ...]) -> str | None:
    """Return the leaves that two documents share, beyond a seam; None where there are none."""
    if one == other:
        return _written(one[0].first, one[-1].last)
    for a in one:
        for b in other:
            first, last = max(a.first, b.first), min(a.last, b.last)
            if first > last:
                continue
            seam = first[:2] == last[:2] and first[:2] in {a.first[:2], a.last[:2]} & {b.first[:2], b.last[:2]}
            if not seam:
                return _written(first, last)
    return None


def repeated(folios: tuple[Folios, ...]) -> str | None:
    """Return leaves that one shelfmark has twice, beyond a seam; its front and back (5, 5v) are no two."""
    longest: Stretch | None = None
    for one in stretches(folios):
        if longest is not None and (common := _common((longest,), (one,))):
            return common
        longest = one if longest is None or one.last >= longest.last else longest
    return None


def _written(first: tuple[int, str, int], last: tuple[int, str, int]) -> str:
    one, other = f"{first[0]}{first[1]}", f"{last[0]}{last[1]}"
    return one if one == other else f"{one}-{other}"


def apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether brackets after titles tell two shelfmarks apart; one that has none says nothing of it."""
    return bool(one and other) and one != other


def related(one: Record, other: Record) -> bool:
    """Tell whether two records are related, directly or through a third that both name (two enclosures)."""
    if one.id is None or other.id is None:
        return False
    ours = {relation.to.text for relation in one.relations}
    theirs = {relation.to.text for relation in other.relations}
    return other.id.text in ours or one.id.text in theirs or bool(ours & theirs)


def meets(meeting: Meeting, what: str) -> str:
    """Return what a message says of *meeting*, in which the other record has *what*."""
    of = f" in the other copy of {format_shelfmark(replace(meeting.holding.mark, folios=()))}" if meeting.copy else ""
    return f"{called(meeting.other)} has {what}{of} and is not related to this one"


def called(record: Record) -> str:
    """Return what messages call another record."""
    name = f"record {record.id.text}" if record.id is not None else "another record"
    return f"{name} ({record.path})" if record.path else name
