"""What is known while compiling (`Scope`) and while rendering (`Context`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from provcheck.csl.item import Item
from provcheck.csl.locale import Locale
from provcheck.csl.people import Name
from provcheck.csl.style import Style
from provcheck.csl.tree import Node, Piece
from provcheck.csl.xml import Element

FIRST: frozenset[str] = frozenset({"first"})


@dataclass(frozen=True, slots=True)
class Cite:
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
        return self.label.replace(" ", "-") if self.label else "page"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cs:names printed: the names, how many of them before "et al.", and how they can be told apart."""

    names: tuple[Name, ...]
    count: int
    level: int
    """0: family names; 1: initials; 2: full given names."""
    highest: tuple[int, ...]
    """The levels that can be reached."""


@dataclass(slots=True)
class Hints:
    """What disambiguation asks of a cite."""

    add_names: int = 0
    levels: dict[Name, int] = field(default_factory=dict)
    condition: bool = False
    year_suffix: str = ""


NO_HINTS = Hints()


class Context:
    """One cite or entry being rendered."""

    __slots__ = (
        "called",
        "citation_number",
        "cite",
        "english",
        "filled",
        "first_note",
        "hide_names",
        "hide_year",
        "hints",
        "item",
        "names_node",
        "positions",
        "shown",
        "suffix_done",
        "suppressed",
        "used",
    )

    def __init__(
        self,
        item: Item,
        cite: Cite,
        *,
        english: bool = True,
        positions: frozenset[str] = FIRST,
        citation_number: int = 0,
        first_note: int = 0,
        hints: Hints = NO_HINTS,
    ) -> None:
        self.item = item
        self.cite = cite
        self.english = english
        self.positions = positions
        self.citation_number = citation_number
        self.first_note = first_note
        self.hints = hints
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


Render: TypeAlias = Callable[[Context, list[Piece]], None]


@dataclass
class Scope:
    """Where in a style an element is compiled."""

    build: Callable[[Element, Scope], Render]
    """Compiles an element within an element."""
    style: Style
    locale: Locale
    inherited: Mapping[str, str]
    is_bibliography: bool = False
    sorting: Mapping[str, str] | None = None
    """The attributes of the cs:key whose macro this is."""
    explicit_suffix: bool = False
    """The style says where the year-suffix goes."""
    macros: dict[str, Render] = field(default_factory=dict)
