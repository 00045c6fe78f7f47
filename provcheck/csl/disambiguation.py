"""Disambiguation: given names, more names, the disambiguate condition and year-suffixes, tried in this order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from provcheck.csl.name_forms import FAMILY, FULL, INITIALS
from provcheck.csl.people import Name, initials
from provcheck.csl.scope import Hints, Shown
from provcheck.csl.xml import Element


class Looked(NamedTuple):
    """A cite as it looks: its text, the names it showed, and how many disambiguate conditions it came to."""

    text: str
    shown: Sequence[Shown]
    conditions: int


Look = Callable[[str, Hints], Looked]
"""Gives the cite of an item, by its id, with hints."""


@dataclass(frozen=True, slots=True)
class Disambiguation:
    """The options of cs:citation that turn the methods on."""

    add_names: bool
    add_givenname: bool
    rule: str
    conditions: int
    """How many cs:if with disambiguate there are: they are met one after another, until cites are told apart."""
    add_year_suffix: bool

    @classmethod
    def of(cls, citation: Element, conditions: int) -> Disambiguation:
        """Read the attributes of cs:citation."""
        return cls(
            citation.get("disambiguate-add-names") == "true",
            citation.get("disambiguate-add-givenname") == "true",
            citation.get("givenname-disambiguation-rule", "by-cite"),
            conditions,
            citation.get("disambiguate-add-year-suffix") == "true",
        )

    def __bool__(self) -> bool:
        return self.add_names or self.add_givenname or self.conditions > 0 or self.add_year_suffix


def disambiguate(ids: Sequence[str], options: Disambiguation, look: Look) -> dict[str, Hints]:
    """Return what each of *ids*, in the order of the bibliography, has to show to be told from the others."""
    return _Run(options, look).all(ids) if options else {}


class _Run:
    def __init__(self, options: Disambiguation, look: Look) -> None:
        self.options = options
        self.look = look
        self.hints: dict[str, Hints] = {}

    def all(self, ids: Sequence[str]) -> dict[str, Hints]:
        options = self.options
        self.ids = ids
        self.hints = {id_: Hints() for id_ in ids}
        if options.add_givenname and options.rule != "by-cite":
            self.whole_names(ids)
        for group in self.ambiguous(ids):
            rest = self.by_names(group)
            for left in rest:
                self.by_condition(left)
        if options.add_givenname and options.rule != "by-cite" and options.add_names:
            self.whole_names(ids)
        if options.add_year_suffix:
            for group in self.ambiguous(ids):
                for n, id_ in enumerate(group):
                    self.hints[id_].year_suffix = letters(n)
        return self.hints

    def text(self, id_: str) -> str:
        return self.looked(id_).text

    def looked(self, id_: str) -> Looked:
        return self.look(id_, self.hints[id_])

    def ambiguous(self, ids: Iterable[str]) -> list[list[str]]:
        """Return those of *ids* that look alike, group by group."""
        return [group for group in self.groups(ids) if len(group) > 1]

    def groups(self, ids: Iterable[str]) -> list[list[str]]:
        found: dict[str, list[str]] = {}
        for id_ in ids:
            found.setdefault(self.text(id_), []).append(id_)
        return list(found.values())

    def whole_names(self, ids: Sequence[str]) -> None:
        """Tell apart all names shown anywhere, whether or not the cites are ambiguous."""
        primary = self.options.rule.startswith("primary-name")
        highest = INITIALS if self.options.rule.endswith("with-initials") else FULL
        levels: dict[Name, tuple[int, tuple[int, ...]]] = {}
        by_item: dict[str, list[Name]] = {}
        for id_ in ids:
            for n, shown in enumerate(self.looked(id_).shown):
                count = shown.count if not primary else min(1, shown.count) if n == 0 else 0
                people = shown.names[:count]
                by_item.setdefault(id_, []).extend(people)
                for name in people:
                    levels.setdefault(name, (shown.level, shown.highest))
        alike: dict[str, list[Name]] = {}
        for name in levels:
            alike.setdefault(_key(name, FAMILY), []).append(name)
        chosen = {name: self.level(name, levels[name], alike[_key(name, FAMILY)], highest) for name in levels}
        for id_, named in by_item.items():
            self.hints[id_].levels.update({name: chosen[name] for name in named if chosen[name]})

    def level(self, name: Name, have: tuple[int, tuple[int, ...]], others: Sequence[Name], highest: int) -> int:
        """Return the first level at which *name* looks like none of *others*; 0 where none helps."""
        base, steps = have
        for level in (base, *steps):
            if level > highest:
                break
            same = [other for other in others if other != name and _key(other, level) == _key(name, level)]
            if not same:
                return level if level > base else 0
        # Where initials or names cannot tell all apart, what tells some apart is still shown.
        for level in reversed([step for step in steps if step <= highest]):
            if any(
                _key(other, level) != _key(name, level) for other in others if _key(other, base) == _key(name, base)
            ):
                return level
        return 0

    def by_names(self, group: list[str]) -> list[list[str]]:
        """Expand and add names; return what is still ambiguous."""
        options = self.options
        if not options.add_names and not options.add_givenname:
            return [group]
        hidden = 0
        if options.add_names:
            hidden = max((len(s.names) - s.count for i in group for s in self.looked(i).shown), default=0)
        pending = [group]
        kept = {id_: replace(self.hints[id_], levels=dict(self.hints[id_].levels)) for id_ in group}
        for more in range(hidden + 1):
            following: list[list[str]] = []
            for members in pending:
                before = 1 if more == 0 else len(self.groups(members))
                for id_ in members:
                    self.hints[id_].add_names = more
                self.by_given_names(members)
                if more and options.add_givenname and options.rule != "by-cite":
                    self.whole_names(self.ids)
                parts = self.groups(members)
                if len(parts) > 1 or (more == 0 and before < len(parts)):
                    for part in parts:
                        for id_ in part:
                            now = self.hints[id_]
                            kept[id_] = replace(now, levels=dict(now.levels))
                following += [part for part in parts if len(part) > 1]
            pending = following
            if not pending:
                break
        for members in pending:
            for id_ in members:
                self.hints[id_] = kept[id_]
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
        before = {id_: dict(self.hints[id_].levels) for id_ in part}
        for id_ in part:
            if n < len(shown[id_]):
                name, how = shown[id_][n]
                if step in how.highest:
                    self.hints[id_].levels[name] = step
        parts = self.groups(part)
        if len(parts) == 1:
            for id_ in part:
                self.hints[id_].levels.clear()
                self.hints[id_].levels.update(before[id_])
        return parts

    def by_condition(self, group: list[str]) -> None:
        """Meet one condition after another; those that tell nothing apart are left unmet."""
        pending = [(group, 0)]
        reached = max(self.looked(id_).conditions for id_ in group) if self.options.conditions else 0
        for count in range(1, reached + 1):
            following: list[tuple[list[str], int]] = []
            for members, kept in pending:
                for id_ in members:
                    self.hints[id_].conditions = count
                parts = self.groups(members)
                following += [(part, kept if len(parts) == 1 else count) for part in parts if len(part) > 1]
            pending = following
        for members, kept in pending:
            for id_ in members:
                self.hints[id_].conditions = kept


def letters(n: int) -> str:
    """Return the year-suffix of the *n*th, from 0: a … z, aa, ab …"""
    out = ""
    n += 1
    while n:
        n, rest = divmod(n - 1, 26)
        out = chr(97 + rest) + out
    return out


def _key(name: Name, level: int) -> str:
    """Return what distinguishes *name* at *level*."""
    if name.literal:
        return name.literal
    family = f"{name.non_dropping_particle} {name.family}".strip().lower()
    if level == FAMILY:
        return family
    given = initials(name.given, "", True) if level == INITIALS else name.given
    given = given.replace(". ", ".")
    return f"{family}|{given}|{name.dropping_particle}|{name.suffix}"
