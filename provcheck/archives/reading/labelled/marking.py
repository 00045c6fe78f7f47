"""The state of reading marks by their labels, which every function of this room is handed and changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from provcheck import tables
from provcheck.archives.lexicon.folios import Reading
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import Value, normal
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.archives.reading.levels import kinds, own_ranks, soviet

NONE: frozenset[str] = frozenset()
"""No levels: `Marking.means` asks for the role alone."""


class Ahead(NamedTuple):
    """Leaves that stand before all levels: ``л. 105, д. 334, оп. 11``."""

    label: Found
    start: int
    reading: Reading


class Marking:
    """The mark in the making, those that are done, and how far the line is read."""

    def __init__(
        self, text: str, found: Sequence[Found], holder: Holder | None, convention: str, begun: Draft | None
    ) -> None:
        self.text = text
        self.found = found
        self.holder = holder
        self.convention = convention
        self.rules = tables.conventions()[convention]
        self.ranks = own_ranks(convention)
        self.kinds = kinds(convention)
        self.soviet = convention in soviet()
        self.done: list[Draft] = []
        self.draft = begun or Draft(holder, convention)
        self.ahead: Ahead | None = None
        """Leaves that stood before all levels of this mark."""
        first = found[0].start if found else 0
        self.edge = begun.end if begun else holder.end if holder and not holder.same else first
        """Where what was read last ends."""

    def follows(self, position: int, role: str, levels: frozenset[str] = NONE) -> bool:
        """Tell whether the next label of this convention can mean *role*, or one of *levels*."""
        following = next(self.own_after(position), None)
        return following is not None and self.means(following, levels, role)

    def own_after(self, position: int) -> Iterator[Found]:
        """Yield the labels of this convention after the one at *position*."""
        return (item for item in islice(self.found, position + 1, None) if self.convention in item.labels)

    def means(self, item: Found, levels: frozenset[str], role: str = "") -> bool:
        """Tell whether *item* can mean *role* here, or one of *levels*."""
        return any(m.role == role or m.level in levels for m in item.labels[self.convention])

    def has_papki(self) -> bool:
        """Tell whether the archive has a papka between opis and file."""
        names = self.draft.holder.names if self.draft.holder else ()
        return any("papka" in tables.archives()[name.archive].required for name in names)

    def below(self, level: str) -> frozenset[str]:
        """Return the levels below *level*."""
        return frozenset(name for name, rank in self.ranks.items() if rank > self.ranks[level])

    def put(self, level: str, value: Value) -> None:
        """Take *value* for *level*, which is now the last."""
        self.draft.put(
            level, value, self.text, normal(value.text) if self.soviet and not self.rules.letters_as_written else None
        )

    def next_mark(self, level: str) -> None:
        """Begin the next mark of a list: what stands above *level* is taken over."""
        self.done.append(self.draft)
        rank = self.ranks[level]
        kept = [known for known in self.draft.levels if self.ranks.get(known.name, 99) < rank]
        self.draft = Draft(self.holder, self.convention, kept)
