"""How much of each name is shown where a style tells all names apart, whether or not cites are ambiguous."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from provcheck.csl.name_forms import FAMILY, FULL, INITIALS
from provcheck.csl.people import Name, initials
from provcheck.csl.scope import Shown


class NameRegister:
    """The names that cites show, those that look alike together, and how much of each tells it from the others."""

    def __init__(self, with_initials: bool, with_particle: bool) -> None:
        self.with_particle = with_particle
        """The particle is part of the family name: van Gogh is not the same as Gogh."""
        self.highest = INITIALS if with_initials else FULL
        self.by_cite: dict[str, Collection[Name]] = {}
        self.cites: dict[Name, dict[str, None]] = {}
        self.how: dict[Name, Shown] = {}
        self.alike: dict[str, dict[Name, None]] = {}
        """The names with a family name."""
        self.chosen: dict[Name, int] = {}
        self.changed: dict[str, None] = {}
        """The family names of which a name has come or gone."""
        self.fresh: dict[str, None] = {}
        """The cites registered since levels were last chosen."""

    def key(self, name: Name, level: int) -> str:
        """Return what distinguishes *name* at *level*."""
        particle = name.non_dropping_particle if self.with_particle else ""
        return f"{particle} {name.family}|{_key(name, level)}"

    def register(self, cite: str, people: Mapping[Name, Shown]) -> None:
        """Let *cite* show *people*, and none that it showed before."""
        before = self.by_cite.get(cite, ())
        self.by_cite[cite] = people
        self.fresh[cite] = None
        for name in before:
            if name not in people:
                del self.cites[name][cite]
                if not self.cites[name]:
                    del self.cites[name]
                    family = self.key(name, FAMILY)
                    del self.alike[family][name]
                    self.changed[family] = None
        for name, shown in people.items():
            if name not in self.cites:
                family = self.key(name, FAMILY)
                self.cites[name] = {}
                self.how[name] = shown
                self.alike.setdefault(family, {})[name] = None
                self.changed[family] = None
            self.cites[name][cite] = None

    def levels(self) -> Iterator[tuple[str, dict[Name, int]]]:
        """Choose levels anew where names have changed; return the cites that this may concern, with their names'."""
        for family in self.changed:
            group = self.alike[family]
            chosen = self._levels(group)
            for name in group:
                if self.chosen.get(name) != chosen[name]:
                    self.chosen[name] = chosen[name]
                    self.fresh |= self.cites[name]
        for cite in self.fresh:
            found = {name: level for name in self.by_cite[cite] if (level := self.chosen[name])}
            if found:
                yield cite, found
        self.changed.clear()
        self.fresh.clear()

    def _levels(self, group: Collection[Name]) -> dict[Name, int]:
        """Return for each of *group* the first level at which it looks like none of the others; 0 where none helps."""
        alike = {level: Counter(self.key(name, level) for name in group) for level in (FAMILY, INITIALS, FULL)}

        def like(name: Name, level: int) -> int:
            return alike[level][self.key(name, level)]

        def chosen(name: Name) -> int:
            base = self.how[name].level
            steps = [step for step in self.how[name].highest if step <= self.highest]
            for level in (base, *steps):
                if level <= self.highest and like(name, level) == 1:
                    return level if level > base else 0
            # Where initials or names cannot tell all apart, what tells some apart is still shown.
            return next((level for level in reversed(steps) if like(name, level) < like(name, base)), 0)

        return {name: chosen(name) for name in group}


@lru_cache(maxsize=65536)
def _key(name: Name, level: int) -> str:
    """Return what distinguishes *name* at *level* from others of the same family name."""
    if level == FAMILY:
        return ""
    return initials(name.given, "", True) if level == INITIALS else " ".join(name.given.replace(".", " ").split())
