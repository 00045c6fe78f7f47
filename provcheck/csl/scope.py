"""What is known while compiling (`Scope`) and while rendering (`Context`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeAlias

from provcheck.csl.item import Item
from provcheck.csl.kinds import ANY, Kind, Questions
from provcheck.csl.locale import Locale
from provcheck.csl.people import Name
from provcheck.csl.style import Style
from provcheck.csl.tree import Node, Piece
from provcheck.csl.xml import Element

FIRST: frozenset[str] = frozenset({"first"})


def locator_term(label: str) -> str:
    """Return the term for locators of *label*: since CSL 1.0.2 "article" and "title" are terms for something else.

    >>> [locator_term(label) for label in ("", "sub verbo", "article", "folio")]
    ['page', 'sub-verbo', 'article-locator', 'folio']
    """
    term = label.replace(" ", "-") or "page"
    return f"{term}-locator" if term in ("article", "title") else term


class Cite(NamedTuple):
    """A cite of one item, as the caller gives it."""

    item: str
    """The item's id."""
    locator: str = ""
    label: str = "page"
    prefix: str = ""
    suffix: str = ""
    position: str = ""
    """Empty: it follows from the citations before. Otherwise first, subsequent, ibid or ibid-with-locator."""
    near_note: bool = False
    suppress_author: bool = False
    author_only: bool = False

    @property
    def term(self) -> str:
        """Return the term for what the locator counts."""
        return locator_term(self.label)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cs:names printed: the names, how many of them before "et al.", and how they can be told apart."""

    names: tuple[Name, ...]
    count: int
    level: int
    """0: family names; 1: initials; 2: full given names."""
    highest: tuple[int, ...]
    """The levels that can be reached."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What disambiguation asks of a cite."""

    add_names: int = 0
    levels: Mapping[Name, int] = field(default_factory=dict)
    """How much of a name is shown, if more than the style says: see Shown."""
    conditions: int = 0
    """How many disambiguate conditions, in the order in which the cite comes to them, are met."""
    year_suffix: str = ""


NO_HINTS = Hints()


class Context:
    """One cite or entry being rendered."""

    __slots__ = (
        "called",
        "citation_number",
        "cite",
        "conditions",
        "filled",
        "first_note",
        "hide_names",
        "hide_year",
        "hints",
        "item",
        "kind",
        "located",
        "looking",
        "names_node",
        "positions",
        "rules",
        "shown",
        "suffix_done",
        "suppressed",
        "texted",
        "used",
    )

    def __init__(
        self,
        item: Item,
        kind: Kind,
        rules: Kind,
        cite: Cite,
        *,
        positions: frozenset[str] = FIRST,
        citation_number: int = 0,
        first_note: int = 0,
        hints: Hints = NO_HINTS,
    ) -> None:
        self.item = item
        self.kind = kind
        self.rules = rules
        """The kind whose rules it is rendered by: its own or an open one."""
        self.cite = cite
        self.positions = positions
        self.citation_number = citation_number
        self.first_note = first_note
        self.hints = hints
        self.looking = False
        """Only to see whether cites look alike: when somebody read an item does not tell it from others."""
        self.hide_names = False
        self.called = False
        """Whether a variable was asked for; with `filled`, what decides on a cs:group."""
        self.filled = False
        self.suppressed: set[str] = set()
        """Variables that stood in for missing names: printed once."""
        self.used: list[str] | None = None
        self.names_node: Node | None = None
        """The first names printed, for grouping and substitution."""
        self.shown: list[Shown] = []
        self.suffix_done = False
        self.located = False
        """Whether the locator was printed."""
        self.texted = False
        """Whether cs:text came to a variable other than the locator."""
        self.conditions = 0
        """Disambiguate conditions that the cite has come to."""


Render: TypeAlias = Callable[[Context, list[Piece]], None]


def nothing(ctx: Context, out: list[Piece]) -> None:
    """What an element that has nothing to say for a kind of items is compiled to."""


def missing(ctx: Context, out: list[Piece]) -> None:
    """What a variable that a kind of items has not is compiled to: it was asked for, which counts in its cs:group."""
    ctx.called = True


@dataclass
class Scope:
    """Where in a style an element is compiled."""

    build: Callable[[Element, Scope], Render]
    """Compiles an element within an element."""
    style: Style
    locale: Locale
    inherited: Mapping[str, str]
    is_bibliography: bool = False
    makes_blocks: bool = False
    """The element stands in the layout of a bibliography itself: what it displays is a block of the entry."""
    sorting: Mapping[str, str] | None = None
    """The attributes of the cs:key whose macro this is."""
    explicit_suffix: bool = False
    """The style says where the year-suffix goes."""
    kind: Kind = ANY
    """The items compiled for."""
    questions: dict[str, Questions] = field(default_factory=dict)
    """What each macro wants to know of an item."""
    macros: dict[tuple[str, Kind], Render] = field(default_factory=dict)
    """What macros are compiled to."""
    settled: set[Render] = field(default_factory=set)
    """What needs no cs:group around it: where it prints nothing, it has said whether it would have."""

    boxes: set[Render] = field(default_factory=set)
    """What prints a box: nothing is around its affixes and looks but that."""
    groups: set[Render] = field(default_factory=set)
    """What prints a box that holds more than a text."""

    def within(self) -> Scope:
        """Return the place within an element here."""
        return replace(self, makes_blocks=False) if self.makes_blocks else self

    def of(self, kind: Kind) -> Scope:
        """Return the same place for items of *kind*."""
        return replace(self, kind=kind)

    def for_key(self, attributes: Mapping[str, str]) -> Scope:
        """Return the same place in a cs:key with *attributes*, where macros are compiled to something else."""
        return replace(self, sorting=attributes, macros={}, settled=set(), boxes=set(), groups=set())

    def forget(self) -> None:
        """Forget what was compiled."""
        self.macros.clear()
        self.settled.clear()
        self.boxes.clear()
        self.groups.clear()

    @property
    def language(self) -> str:
        """Return the language of the items, or that of the locale."""
        return self.kind.language or self.locale.language

    @property
    def is_english(self) -> bool:
        """Whether title case applies: items that say nothing of their language are in that of the style."""
        return (self.kind.language or self.style.default_locale or "en").lower().startswith("en")
