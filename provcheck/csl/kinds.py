"""The kind of an item: all that the conditions of a style can ask about an item before anything is rendered.

A style is compiled for each kind that it meets, so that most of cs:choose is settled once for all items alike: of a
large style nine tenths are never compiled, let alone run. A macro asks less than the whole style, and kinds that are
the same to it share what it is compiled to. Where a run has very many kinds, those of few items are not worth that:
they share what is compiled for items of an open kind, and its conditions are answered for each item anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from provcheck.csl.item import Item
from provcheck.csl.variables import ALIASES
from provcheck.csl.xml import Element


class Kind(NamedTuple):
    """What items that are rendered by the same rules have in common."""

    type: str
    language: str
    has: frozenset[str]
    """The variables that hold anything, of those that the style names."""
    uncertain: frozenset[str]
    """The dates that are approximate, where the style asks for it."""
    is_open: bool = False
    """Of any type, and with any of the variables: only what decides on title case is settled."""


_CASELESS = "jurisdiction"
"""With it, title case leaves all words as they are."""

ANY = Kind("", "", frozenset(), frozenset())

_FEW_KINDS = 16
"""So many kinds are compiled for, each, however few their items are."""
_WORTH = 8
"""Beyond these, a kind of fewer items than this costs more to compile for than its own rules save."""


@dataclass(frozen=True, slots=True)
class Questions:
    """What a style or macro wants to know: the variables that it names, and which dates are approximate."""

    types: bool
    variables: frozenset[str]
    uncertain: frozenset[str]

    @classmethod
    def of(cls, elements: Iterable[Element]) -> Questions:
        """Collect the questions in *elements*."""
        types = False
        variables: set[str] = set()
        uncertain: set[str] = set()
        for element in elements:
            types = types or "type" in element.attributes
            variables.update(element.get("variable").split(), element.get("is-numeric").split())
            uncertain.update(element.get("is-uncertain-date").split())
            if element.get("text-case") == "title":
                variables.add(_CASELESS)
            if element.get("form") == "short":
                variables.add(f"{element.get('variable')}-short")
        return cls(types, frozenset(variables), frozenset(uncertain))

    def narrowed(self, kind: Kind) -> Kind:
        """Return what is asked of *kind*."""
        has, uncertain = kind.has & self.variables, kind.uncertain & self.uncertain
        return Kind(kind.type if self.types else "", kind.language, has, uncertain, kind.is_open)

    def kinds(self, items: Iterable[Item]) -> dict[str, Kind]:
        """Return the kind of each of *items*, by its id: one object for all of a kind."""
        known: dict[Kind, Kind] = {}
        found = ((item.id, self.kind(item)) for item in items)
        return {id_: known.setdefault(kind, kind) for id_, kind in found}

    def rules(self, kinds: Iterable[Kind]) -> Mapping[Kind, Kind]:
        """Return what kind to compile for, for each of the *kinds* of a run's items: itself, or the open one."""
        counts = Counter(kinds)
        common = {kind for kind, _ in counts.most_common(_FEW_KINDS)}
        return {kind: kind if kind in common or n >= _WORTH else self.opened(kind) for kind, n in counts.items()}

    def opened(self, kind: Kind) -> Kind:
        """Return the kind of all items in the language of *kind*, and of a jurisdiction as it is or is not."""
        has = self.variables if _CASELESS in kind.has else self.variables - {_CASELESS}
        return Kind("", kind.language, has, self.uncertain, is_open=True)

    def kind(self, item: Item) -> Kind:
        """Return the kind of *item*."""
        names = self.variables.intersection((*item.data, *(ALIASES[name] for name in item.data if name in ALIASES)))
        return Kind(
            item.type,
            item.language,
            frozenset(filter(item.has, names)),
            frozenset(name for name in self.uncertain if (date := item.date(name)) is not None and date.circa),
        )
