"""The settings of a repository as frozen values, and the questions they answer.

Paths are compared as text, as seen from the folder of the configuration; nothing on disk is touched.
"""

# Paths here are text, and pathlib cannot go up with ".." before Python 3.12:
# ruff: noqa: PTH100, PTH118, PTH119, PTH120

from __future__ import annotations

import os.path
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from functools import lru_cache
from typing import Literal

from provcheck.config.globs import matches
from provcheck.config.names import named
from provcheck.model.citation import CitationForm
from provcheck.model.context import Defaults
from provcheck.model.finding import Severity
from provcheck.model.noun import noun

SeverityOrOff = Literal["error", "warning", "hint", "off"]
FailOn = Literal["error", "warning", "hint", "never"]
CiteFormat = Literal["text", "html", "markdown", "rtf", "latex", "csl-json"]

FILE_NAMES = ("provcheck.toml", "pyproject.toml")
_RANKS = {"error": 3, "warning": 2, "hint": 1}


@noun
class Override:
    """Settings for the files that match *paths*."""

    paths: tuple[str, ...]
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, SeverityOrOff] = field(default_factory=dict)


@noun
class Config:
    """The settings of one repository; made without arguments, the defaults.

    Paths given to its methods are those that the user wrote; patterns are relative to the configuration's folder.
    """

    path: str = ""
    """The configuration file; ``""`` where there is none, and patterns are relative to the working directory."""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn = "error"
    hints: bool = False
    """Hints are looked for though nobody asked for them, so that they can be counted."""
    severities: Mapping[str, SeverityOrOff] = field(default_factory=dict)
    baseline: str | None = None
    """As written: relative to the configuration's folder. See `beside`."""
    defaults: Defaults = field(default_factory=Defaults)
    styles: tuple[str, ...] = ()
    """Styles for ``provcheck cite``."""
    cite_forms: tuple[CitationForm, ...] = ()
    cite_format: CiteFormat | None = None
    overrides: tuple[Override, ...] = ()

    @property
    def folder(self) -> str:
        """The folder that patterns and paths are relative to."""
        return os.path.dirname(os.path.abspath(self.path)) if self.path else os.path.abspath(".")

    def beside(self, path: str) -> str:
        """Return *path*, written in the configuration file, as seen from the working directory."""
        return os.path.join(os.path.dirname(self.path), path)

    def seen(self, path: str) -> str:
        """Return *path* as seen from the configuration's folder: the same from wherever provcheck is called."""
        return seen_from(self.folder, path)

    def includes(self, path: str) -> bool:
        """Tell whether the file *path* is to be looked at."""
        seen = self.seen(path)
        if self.baseline and seen == self.seen(self.beside(self.baseline)):
            return False  # it is JSON, but no record
        return (not self.include or matches(seen, self.include)) and not matches(seen, self.exclude)

    def severity(self, rule: str, default: Severity, path: str) -> Severity | None:
        """Return how bad the findings of *rule* are in the file *path*; None where they are not wanted.

        *default* is the rule's own. A hint is wanted only where it is selected or given a severity,
        or where hints count or are counted.
        """
        select, ignore, given = self.select, self.ignore, self.severities.get(rule)
        if self.overrides:
            seen = self.seen(path)
            for override in self.overrides:
                if matches(seen, override.paths):
                    select = override.select or select
                    ignore = (*ignore, *override.ignore)
                    given = override.severities.get(rule, given)
        selected = named(rule, select)
        if given == "off" or named(rule, ignore) or (select and not selected):
            return None
        asked = selected or self.hints or self.fail_on == "hint"
        if given is None and default == "hint" and not asked:
            return None
        return given or default

    def fails(self, severity: Severity) -> bool:
        """Tell whether a finding of *severity* makes the run fail."""
        return self.fail_on != "never" and _RANKS[severity] >= _RANKS[self.fail_on]

    def with_options(
        self, *, select: tuple[str, ...] = (), ignore: tuple[str, ...] = (), fail_on: FailOn | None = None
    ) -> Config:
        """Return these settings with what the command line says on top: *select* replaces, *ignore* adds."""
        overrides = tuple(replace(override, select=()) for override in self.overrides) if select else self.overrides
        return replace(
            self,
            select=select or self.select,
            ignore=(*self.ignore, *ignore),
            fail_on=fail_on or self.fail_on,
            overrides=overrides,
        )


@lru_cache(maxsize=4096)
def seen_from(folder: str, path: str) -> str:
    """Return *path* as seen from *folder*, with forward slashes. Outside of it, it begins with ``../``."""
    try:
        seen = os.path.relpath(os.path.abspath(path), folder)
    except ValueError:  # another drive, or a NUL in the name
        seen = path
    return seen.replace(os.sep, "/")


def candidates(start: str) -> Iterator[str]:
    """Yield where the configuration for *start*, a file or folder, may stand: nearest first."""
    folder = os.path.abspath(start)
    while True:
        for name in FILE_NAMES:
            yield os.path.join(folder, name)
        above = os.path.dirname(folder)
        if above == folder:
            return
        folder = above


def is_shared(path: str) -> bool:
    """Tell whether other tools write in the file too, so that ours is only ``[tool.provcheck]``."""
    return os.path.basename(path) == "pyproject.toml"


def speaks_of_us(text: str, path: str) -> bool:
    """Tell whether the file has settings for provcheck; a ``pyproject.toml`` may have none."""
    if not is_shared(path):
        return True
    return any(line.strip().replace(" ", "").lstrip("[").startswith("tool.provcheck") for line in text.splitlines())
