"""Different documents whose short notes would read the same.

Several telegrams a day between the same two are the rule in the records of diplomacy, and a short note names persons
and date. Where two of the documents cited would get the same one, each says by what they differ: its number, else its
file, else its whole shelfmark. Our styles print that as ``annote``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from provcheck.cite import place
from provcheck.cite.item import numbered
from provcheck.cite.processor import CslItem
from provcheck.cite.settings import Settings
from provcheck.model.record import Record

Short = Callable[[Sequence[CslItem]], Sequence[str]]
"""Renders items, each as it is cited again."""

STILL_ALIKE = "another document that is cited has the same short note; say in the note which is meant"
_ALL_LEVELS = 99


def told_apart(
    records: Sequence[Record], items: Sequence[CslItem], settings: Settings, short: Short
) -> tuple[list[CslItem], frozenset[int]]:
    """Return *items* of *records*, with what tells short notes apart that would be alike; and which are alike still.

    *settings* are those of a short note. A style that is not ours has no place for it: its items stay as they are.
    What is cited by its shelfmark is told apart by that, or lies together.
    """
    out, texts = list(items), short(items)
    groups = alike(texts)
    if groups and settings.whole:
        for group in groups:
            ways = ([way(records[number], settings) for number in group] for way in (numbered, _file, _shelfmark))
            said = max(ways, key=lambda values: len(set(filter(None, values))))
            if len(set(said)) > 1:
                for number, text in zip(group, said, strict=True):
                    out[number] = {**items[number], "annote": text}
        texts = short(out)
        groups = alike(texts)
    return out, frozenset(n for group in groups for n in group if not _is_by_shelfmark(items[n], texts[n]))


def _is_by_shelfmark(item: CslItem, text: str) -> bool:
    marks = (item.get(key, "").lower() for key in ("call-number", "archive_location"))
    return any(mark and mark in text.lower() for mark in marks)


def alike(texts: Sequence[str]) -> list[list[int]]:
    """Return the places of *texts* that say the same, group by group.

    >>> alike(["a", "b", "a", "", ""])
    [[0, 2]]
    """
    found: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        found[text].append(number)
    return [group for text, group in found.items() if text and len(group) > 1]


def _file(record: Record, settings: Settings) -> str:
    return _shelfmark(record, replace(settings, mark=replace(settings.mark, depth=_ALL_LEVELS)))


def _shelfmark(record: Record, settings: Settings) -> str:
    return place.whole(record, settings)[0]
