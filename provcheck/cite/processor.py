"""What we ask of a CSL processor, whichever it is: `provcheck.cite.native` is our own, `engine` is citeproc-py.

A processor is prepared once for a style and a locale and may then be run many times; a run leaves nothing behind for
the next one. A run is over all items at once: in it they are told apart, numbered and sorted. It never prints, never
raises for a style or an item, and never escapes: it gives rich text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, Protocol, TypeAlias

from provcheck.cite.rich import Rich

CslItem: TypeAlias = Mapping[str, Any]
"""An item of CSL-JSON. Field text is plain text: ``<i>`` in it is three characters, not markup."""

WORDED = "worded"
"""The label of a locator that has its word itself, such as ``l. 105``. CSL has no term for it, and prints none."""

MISTAKEN = frozenset({"line"})
"""What locators count that has its word in full: short words of locales, "l." and "стр.", are of leaves and pages."""

Position = Literal["first", "subsequent", "ibid", "ibid-with-locator"]


class Cite(NamedTuple):
    """One item cited in a citation."""

    item: int
    """Which of the run's items, from 0. Items are told apart by this alone; their ids may be equal or absent."""
    position: Position | None = None
    """None: it follows from the citations before it. Otherwise as said, for a short note that stands alone."""
    locator: str = ""
    label: str = "page"
    """What the locator counts: a name of CSL's, such as folio, or `WORDED`."""
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False


@dataclass(frozen=True, slots=True)
class Rendered:
    """One citation or bibliography entry; None where the style printed nothing."""

    text: Rich | None
    warnings: tuple[str, ...] = ()
    item: int = 0
    """Of an entry: which of the run's items it is for, from 0."""


@dataclass(frozen=True, slots=True)
class StyleFault:
    """Why a style cannot be used: for a person to read, with the line of the style file where there is one."""

    style: str
    message: str
    line: int | None = None
    help: str = ""

    def __str__(self) -> str:
        place = f"line {self.line}: " if self.line else ""
        name = self.style if len(self.style) <= _LONGEST_PATH else f"{self.style[: _LONGEST_PATH - 1]}…"
        return f"style {name}: {place}{self.message}" + (f" ({self.help})" if self.help else "")


_LONGEST_PATH = 255
"""No style has a longer name; a message need not repeat one whole."""


class Processor(Protocol):
    """A style made ready in one locale."""

    has_bibliography: bool

    def citations(
        self,
        items: Sequence[CslItem],
        clusters: Sequence[Sequence[Cite]],
        numbers: Sequence[int] = (),
        *,
        in_order: bool = False,
    ) -> tuple[Rendered, ...]:
        """Return the citations for *clusters*, in the order of citing; *numbers* are those of their notes, or 1, 2 …

        *in_order* says how the bibliography is sorted, and so which of two items gets the year-suffix a.
        """

    def bibliography(self, items: Sequence[CslItem], *, in_order: bool = False) -> tuple[Rendered, ...]:
        """Return an entry for each of *items*, sorted as the style says, or else *in_order*.

        Items for which the style prints nothing come last; nothing is returned where it has no bibliography.
        """
