"""What every report is made from, and the two things all of them need: counts and safe text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field

from provcheck.model.document import Document
from provcheck.model.finding import Finding, Severity
from provcheck.model.lazy import pattern
from provcheck.model.noun import noun

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "hint")
"""The worst first."""

Paint = Callable[[str, str], str]
"""(text, role) → the text as it should look; roles are severities, ``path``, ``rule``, ``frame``, ``strong``."""


def plain(text: str, role: str) -> str:
    """Leave *text* as it is, whatever its *role*."""
    return text


@noun
class Outcome:
    """The end of a run."""

    findings: Sequence[Finding]
    """In the order in which they are to be reported."""
    documents: Mapping[str, Document] = field(default_factory=dict)
    """The files by path, for excerpts and for the places of edits."""
    paths: Sequence[str] = ()
    """Every file looked at."""
    records: int = 0
    """How many records they hold."""
    version: str = ""
    """provcheck's own."""
    paint: Paint = plain
    width: int = 120
    """Columns that an excerpt may take."""
    notes: Sequence[str] = ()
    """Remarks on the run for a reader: stale baseline entries, what was fixed."""
    unread: Sequence[str] = ()
    """Which files could not be read or written, and why: for outputs that stand without the standard error."""
    excerpts: bool = True
    """In text: show the line of each finding."""
    summary: bool = True
    """In text: end with the counts."""
    statistics: bool = False
    """In text: how often each rule was met, instead of each finding."""
    seen: Callable[[str], str] = str
    """For code hosts: the path of a file from the top of the working tree."""

    def count(self, severity: Severity) -> int:
        """Return how many findings have that severity."""
        return sum(1 for finding in self.findings if finding.severity == severity)

    @property
    def fixable(self) -> int:
        """How many findings ``--fix`` would mend."""
        return sum(1 for finding in self.findings if finding.edits and finding.fix_safe)

    @property
    def unsafely_fixable(self) -> int:
        """How many more ``--unsafe-fixes`` would mend."""
        return sum(1 for finding in self.findings if finding.edits and not finding.fix_safe)


_INVISIBLE = pattern(
    # controls, C1, surrogates, non-characters; direction marks and overrides; zero-width space, word joiner, BOM, tags
    "[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """Return *text* with every control character and invisible mark shown: ``␛`` for escape, ``<U+202E>``.

    A file's text can then neither drive the terminal nor hide what it says. Zero-width (non-)joiners stay:
    Persian and the scripts of India are written with them.
    """
    return _INVISIBLE.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"<U+{code:04X}>"


def counted(number: int, noun: str) -> str:
    """Return ``1 error``, ``2 errors``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
