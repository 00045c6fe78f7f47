"""What we ask of a CSL processor, whichever it is. `provcheck.cite.engine` answers it with citeproc-py.

A processor is prepared once for a style and a locale and may then be run many times; a run leaves nothing behind for
the next one. It never prints, never raises for a style or an item, and never escapes: it gives rich text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, Protocol, TypeAlias

from provcheck.cite.rich import Rich

CslItem: TypeAlias = Mapping[str, Any]
"""An item of CSL-JSON. Field text is plain text: ``<i>`` in it is three characters, not markup."""

Position = Literal["first", "subsequent", "ibid", "ibid-with-locator"]


class Cite(NamedTuple):
    """One item cited in a citation."""

    item: int
    """Which of the run's items, from 0. Items are told apart by this alone; their ids may be equal or absent."""
    position: Position | None = None
    """None: it follows from the citations before it. Otherwise as said, for a short note that stands alone."""
    locator: str = ""
    label: str = "page"


@dataclass(frozen=True, slots=True)
class Rendered:
    """One citation or bibliography entry; None where the style printed nothing."""

    text: Rich | None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StyleFault:
    """Why a style cannot be used: for a person to read, with the line of the style file where there is one."""

    style: str
    message: str
    line: int | None = None
    help: str = ""

    def __str__(self) -> str:
        place = f"line {self.line}: " if self.line else ""
        return f"style {self.style}: {place}{self.message}" + (f" ({self.help})" if self.help else "")


class Processor(Protocol):
    """A style made ready in one locale."""

    has_bibliography: bool

    def citations(self, items: Sequence[CslItem], clusters: Sequence[Sequence[Cite]]) -> tuple[Rendered, ...]:
        """Return the citations for *clusters*, in the order of citing."""

    def bibliography(self, items: Sequence[CslItem]) -> tuple[Rendered, ...]:
        """Return one entry for each of *items*, in their order; nothing where the style has no bibliography."""
