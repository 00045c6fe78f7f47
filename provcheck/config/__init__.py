"""What a repository wants: ``provcheck.toml``, or ``[tool.provcheck]`` in ``pyproject.toml``.

The file is read by `load`, which is given its text and never raises; the command line looks for it among `candidates`.
"""

from __future__ import annotations

from collections.abc import Collection

from provcheck.config.settings import Config, FailOn, Override, SeverityOrOff, candidates, seen_from, speaks_of_us
from provcheck.model.document import Fault

__all__ = ["Config", "FailOn", "Override", "SeverityOrOff", "candidates", "load", "seen_from", "speaks_of_us"]


def load(text: str, path: str, known: Collection[str] = ()) -> tuple[Config, tuple[Fault, ...]]:
    """Return the settings in *text*, the file *path*, and what is wrong with it: `provcheck.config.reading.load`."""
    from provcheck.config import reading  # only where there is a file: reading TOML costs time at start-up

    return reading.load(text, path, known)
