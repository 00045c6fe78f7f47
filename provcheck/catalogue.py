"""Every id that a finding can carry: how bad it is unless configured otherwise, and its page.

Rules bring both in their modules, the schema check in its table of kinds. What readers and `provcheck.check` report has
no module of its own; its pages stand here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from inspect import cleandoc

from provcheck.model.finding import Severity
from provcheck.model.noun import noun
from provcheck.rules import RULES, rule_id
from provcheck.schema import KINDS


@noun
class Known:
    """What is known of an id."""

    id: str
    severity: Severity
    """The default."""
    page: str
    """What it sees, why, and examples: reStructuredText as in a docstring."""

    @property
    def summary(self) -> str:
        """The page's first line."""
        return self.text.partition("\n")[0]

    @property
    def text(self) -> str:
        """The page as plain text, which is Markdown too."""
        return re.sub("::$", ":", self.page.replace("``", "`"), flags=re.MULTILINE)


@cache
def known() -> dict[str, Known]:
    """Return every id with what is known of it, sorted."""
    return {entry.id: entry for entry in sorted(_all(), key=lambda entry: entry.id)}


def describe(name: str) -> Known | None:
    """Return what is known of the id *name*."""
    return known().get(name)


def _all() -> Iterator[Known]:
    for rule in RULES:
        yield Known(rule_id(rule), rule.SEVERITY, cleandoc(rule.__doc__ or ""))
    for name, (severity, page) in {**KINDS, **_PAGES}.items():
        yield Known(name, severity, cleandoc(page))


_PAGES: dict[str, tuple[Severity, str]] = {
    # what readers report
    "syntax": (
        "error",
        """
        The file, or this record in it, cannot be read.

        The message says what stands in the way: a bracket that is never closed, a tab where YAML wants blanks, text
        that is nested too deeply or too large. Nothing after that spot was looked at, so mend it first and run again.
        """,
    ),
    "key-duplicate": (
        "error",
        """
        A key is given twice in one mapping.

        Most programs keep the last value silently, some the first: one of the two facts is lost without a word. Keep
        one, or make a list where the field takes several.
        """,
    ),
    "encoding": (
        "error",
        """
        The file is not clean UTF-8.

        It begins with a byte order mark, is written in another encoding, or holds characters that came out of reading
        one encoding as another, or that nobody sees: marks of direction, a zero-width space. Save it anew as UTF-8
        without byte order mark, delete what nobody sees; look at names and titles afterwards. What is no UTF-8 at all
        was not read, and no configuration and no comment silences that.
        """,
    ),
    "yaml-comma": (
        "error",
        """
        A comma without quotes cut a text in two.

        Inside ``{…}`` and ``[…]`` YAML ends a text at every comma: ``{name: Smith, John}`` is a name "Smith" and a key
        "John" without value. Put the text in quotes: ``{name: "Smith, John"}``.
        """,
    ),
    # what citing reports
    "style-warning": (
        "warning",
        """
        A citation style could not print something of the record, or the CSL processor complained.

        CSL has one slot for an archive and none for fond, opis and box, and most public styles print no archive at all.
        What was left out is named: take another style, or see whether the reader will find the document without it.
        ``provcheck explain STYLE`` says what a style can print.
        """,
    ),
    "note-leaf": (
        "warning",
        """
        A note cites a leaf that the document is not on.

        ``113732, l. 150`` where the record says leaves 105 to 106: one of the two has a wrong figure, or the note means
        the file and not the document. Nothing is said where a copy has no leaves in its record.
        """,
    ),
    "note-syntax": (
        "error",
        """
        A line of a list of notes cannot be read as a note.

        In ``provcheck cite --notes FILE`` a line is a note: its number, if it has one, then what it cites, with ``;``
        between: ``3: see 113732, l. 105; 89832``. The numbers rise from line to line.
        """,
    ),
    "note-uncited": (
        "warning",
        """
        A note names a second record without citing it.

        ``113732, l. 105, 89832`` and ``113732 and 89832`` cite one record and print the other id as words, or as a
        page: only ``;`` parts two cites. Where words are meant, ``@`` before the id that is cited says so:
        ``@113732, after zhou-1953``.
        """,
    ),
    "note-unknown": (
        "error",
        """
        A note cites a record that is not there.

        The first word of a cite that is the id of a record says which record is meant, or what follows ``@``. Name the
        record as its ``id`` has it, and let ``provcheck cite`` read the file that it is in.
        """,
    ),
    # what check itself reports
    "suppression-unknown": (
        "warning",
        """
        A comment that should silence a finding cannot be understood, or names a rule that does not exist.

        Write ``# provcheck: ignore[rule-a, rule-b] why`` at the end of the line that the finding is on or alone on the
        line above, or ``# provcheck: ignore-file[rule] why`` for the whole file.
        """,
    ),
    "suppression-unused": (
        "hint",
        """
        A comment silences a rule that finds nothing there any more.

        Remove it, so that it cannot hide the next finding.
        """,
    ),
    "internal-error": (
        "error",
        """
        A rule, or the schema check, failed on a record.

        This is a defect of provcheck, never of the record. All other checks were run. Please report it together with
        the record that shows it.
        """,
    ),
}
