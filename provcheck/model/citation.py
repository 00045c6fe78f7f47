"""A citation as it comes out of a style."""

from __future__ import annotations

from typing import Literal

from provcheck.model.noun import noun

CitationForm = Literal["note", "short-note", "bibliography"]


@noun
class Citation:
    """One record cited in one form of one style, in the output format asked for (already escaped for it)."""

    record: str
    style: str
    form: CitationForm
    output: str
    warnings: tuple[str, ...] = ()
    """What the style could not print or the engine complained of."""
