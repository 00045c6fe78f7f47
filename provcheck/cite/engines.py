"""The CSL processors there are, by name."""

from __future__ import annotations

from provcheck.cite import engine, native
from provcheck.cite.processor import Processor, StyleFault

_PREPARE = {"provcheck": native.prepare, "citeproc-py": engine.prepare}
ENGINES: tuple[str, ...] = tuple(_PREPARE)
"""The default first."""


def prepare(name: str, style: str, text: bytes, locale: str | None = None) -> Processor | StyleFault:
    """Make a style ready with the processor called *name*. Raises KeyError for one that we do not have."""
    return _PREPARE[name](style, text, locale)
