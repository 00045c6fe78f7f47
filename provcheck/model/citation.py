"""A citation as it comes out of a style."""

from __future__ import annotations

from typing import Literal

from provcheck.model.noun import noun

CitationForm = Literal["note", "short-note", "bibliography"]


@noun
class Citation:
    """One record cited in one form of one style, in the output format asked for (already escaped for it)."""

    record: str
    """The record's id, where it has one."""
    style: str
    form: CitationForm
    output: str
    warnings: tuple[str, ...] = ()
    """What the style could not print or the engine complained of."""
    number: int = 0
    """Which of the records given it is of, from 0."""


@noun
class CitedNote:
    """A note of several, in their order of citing, in the output format asked for."""

    number: int
    output: str
    warnings: tuple[tuple[int, str], ...] = ()
    """Which of the records given, from 0, and what the style could not print of it."""
