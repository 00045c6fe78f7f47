"""Disambiguation: given names, more names, the disambiguate condition and year-suffixes, tried in this order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from provcheck.csl.name_forms import FULL, INITIALS
from provcheck.csl.name_levels import NameRegister
from provcheck.csl.people import Name
from provcheck.csl.scope import Hints, Shown
from provcheck.csl.style import Style


class Looked(NamedTuple):
    """A cite as it looks: its text, the names it showed, and how many disambiguate conditions it came to."""

    text: str
    shown: Sequence[Shown]
    conditions: int


Look = Callable[[str, Hints], Looked]
"""Renders the cite of an item, by its id, with hints."""


@dataclass(frozen=True, slots=True)
class Disambiguation:
    """The options of cs:citation that turn the methods on."""

    add_names: bool
    add_givenname: bool
    rule: str
    conditions: int
    """How many cs:if with disambiguate there are: they are met one after another, until cites are told apart."""
    add_year_suffix: bool
    with_particle: bool
    """Non-dropping particles are never parted from the family name: they tell names apart."""

    @classmethod
    def of(cls, style: Style, conditions: int) -> Disambiguation:
        """Read the attributes of cs:citation."""
        citation = style.citation
        return cls(
            citation.get("disambiguate-add-names") == "true",
            citation.get("disambiguate-add-givenname") == "true",
            citation.get("givenname-disambiguation-rule", "by-cite"),
            conditions,
            citation.get("disambiguate-add-year-suffix") == "true",
            style.root.get("demote-non-dropping-particle") == "never",
        )

    @property
    def tells_all_names_apart(self) -> bool:
        """Whether given names are added to all names that look alike, those in cites that are not ambiguous too."""
        return self.add_givenname and self.rule != "by-cite"

    def __bool__(self) -> bool:
        return self.add_names or self.add_givenname or self.conditions > 0 or self.add_year_suffix


def disambiguate(
    ids: Sequence[str], options: Disambiguation, look: Look, sorted_by: Iterable[Sequence[Shown]] = ()
) -> dict[str, Hints]:
    """Return what each of *ids*, in the order of the bibliography, has to show to be told from the others.

    Names that items are *sorted_by* count among those that others must be told from.
    """
    if not options:
        return {}
    return _Run(options, look, sorted_by).all(ids)


class _Run:
    def __init__(self, options: Disambiguation, look: Look, sorted_by: Iterable[Sequence[Shown]]) -> None:
        self.options = options
        self.look = look
        self.sorted_by = list(filter(None, sorted_by))
        self.hints: dict[str, Hints] = {}
        self.looks: dict[str, tuple[Hints, Looked]] = {}
        """What each cite looked like when it was last rendered, and with which hints."""
        self.names = NameRegister(options.rule.endswith("with-initials"), options.with_particle)
        self.unregistered: dict[str, None] = {}
        """The cites that may show other names than the register has of them."""

    def all(self, ids: Sequence[str]) -> dict[str, Hints]:
        options = self.options
        self.give(ids, Hints())
        self.tell_names_apart()
        for group in self.ambiguous(ids):
            for left in self.by_names(group):
                self.by_condition(left)
        if options.add_names:
            self.tell_names_apart()
        if options.add_year_suffix:
            for group in self.ambiguous(ids):
                for n, id_ in enumerate(group):
                    self.hints[id_] = replace(self.hints[id_], year_suffix=letters(n))
        return self.hints

    def give(self, ids: Iterable[str], hints: Hints) -> None:
        for id_ in ids:
            self.hints[id_] = hints
            self.unregistered[id_] = None

    def looked(self, id_: str) -> Looked:
        """Return the cite of *id_* as its hints have it now; it is rendered anew only if they have changed."""
        hints = self.hints[id_]
        known = self.looks.get(id_)
        if known is None or known[0] != hints:
            known = self.looks[id_] = (hints, self.look(id_, hints))
        return known[1]

    def ambiguous(self, ids: Iterable[str]) -> list[list[str]]:
        """Return those of *ids* that look alike, group by group."""
        return [group for group in self.groups(ids) if len(group) > 1]

    def groups(self, ids: Iterable[str]) -> list[list[str]]:
        found: dict[str, list[str]] = {}
        for id_ in ids:
            found.setdefault(self.looked(id_).text, []).append(id_)
        return list(found.values())

    def tell_names_apart(self) -> None:
        """Tell apart all names shown anywhere, whether or not the cites are ambiguous, if the rule is so."""
        if not self.options.tells_all_names_apart:
            return
        for id_ in self.unregistered:
            self.names.register(id_, self.people(self.looked(id_).shown))
        self.unregistered.clear()
        for n, shown in enumerate(self.sorted_by):
            self.names.register(f"\0{n}", self.people(shown))
        self.sorted_by.clear()
        for id_, levels in self.names.levels():
            if id_ in self.hints:
                self.hints[id_] = replace(self.hints[id_], levels={**self.hints[id_].levels, **levels})

    def people(self, lists: Sequence[Shown]) -> dict[Name, Shown]:
        """Return the whole names that the rule is for: those that come first, or all."""
        primary = self.options.rule.startswith("primary-name")
        return {
            name: shown
            for shown in reversed(lists)
            for name in shown.names[: 1 if primary else None]
            if name.given and name.family
        }

    def by_names(self, group: list[str]) -> list[list[str]]:
        """Expand and add names; return what is still ambiguous."""
        options = self.options
        if not options.add_names and not options.add_givenname:
            return [group]
        hidden = 0
        if options.add_names:
            hidden = max((len(s.names) - s.count for id_ in group for s in self.looked(id_).shown), default=0)
        pending = [group]
        kept = {id_: self.hints[id_] for id_ in group}
        for more in range(hidden + 1):
            following: list[list[str]] = []
            for members in pending:
                for id_ in members:
                    self.give((id_,), replace(self.hints[id_], add_names=more))
                self.by_given_names(members)
                if more:
                    self.tell_names_apart()
                parts = self.groups(members)
                if len(parts) > 1:
                    kept |= {id_: self.hints[id_] for id_ in members}
                following += [part for part in parts if len(part) > 1]
            pending = following
            if not pending:
                break
        for members in pending:
            for id_ in members:
                self.give((id_,), kept[id_])
        return pending

    def by_given_names(self, members: list[str]) -> None:
        """Expand the names shown, one after another, as far as it tells *members* apart."""
        if not self.options.add_givenname or self.options.rule != "by-cite":
            return
        shown = {id_: [(name, s) for s in self.looked(id_).shown for name in s.names[: s.count]] for id_ in members}
        pending = self.ambiguous(members)
        for n in range(max(map(len, shown.values()), default=0)):
            for step in (INITIALS, FULL):
                following: list[list[str]] = []
                for part in pending:
                    following += [p for p in self.expanded(part, shown, n, step) if len(p) > 1]
                pending = following
            if not pending:
                return

    def expanded(
        self, part: list[str], shown: dict[str, list[tuple[Name, Shown]]], n: int, step: int
    ) -> list[list[str]]:
        """Show the *n*th name of each of *part* at the level *step*, if that tells some apart."""
        before = {id_: self.hints[id_] for id_ in part}
        for id_ in part:
            if n < len(shown[id_]):
                name, how = shown[id_][n]
                if step in how.highest:
                    self.hints[id_] = replace(self.hints[id_], levels={**self.hints[id_].levels, name: step})
        parts = self.groups(part)
        if len(parts) == 1:
            self.hints |= before
        return parts

    def by_condition(self, group: list[str]) -> None:
        """Meet one condition after another; those that tell nothing apart are left unmet."""
        pending = [(group, 0)]
        count = 0
        while self.options.conditions and self.reached(pending) > count:  # one that is met may hold others
            count += 1
            following: list[tuple[list[str], int]] = []
            for members, kept in pending:
                self.meet(members, count)
                parts = self.groups(members)
                following += [(part, kept if len(parts) == 1 else count) for part in parts if len(part) > 1]
            pending = following
        for members, kept in pending:
            self.meet(members, kept)

    def reached(self, pending: Sequence[tuple[list[str], int]]) -> int:
        """Return how many conditions the cites of *pending* come to as they are now."""
        return max((self.looked(id_).conditions for part, _ in pending for id_ in part), default=0)

    def meet(self, ids: Sequence[str], conditions: int) -> None:
        for id_ in ids:
            self.hints[id_] = replace(self.hints[id_], conditions=conditions)


def letters(n: int) -> str:
    """Return the year-suffix of the *n*th, from 0: a … z, aa, ab …"""
    out = ""
    n += 1
    while n:
        n, rest = divmod(n - 1, 26)
        out = chr(97 + rest) + out
    return out
