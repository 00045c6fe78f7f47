"""Reading a list of notes: ``provcheck cite --notes``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

import click

from provcheck.cli.streams import show, stdin_bytes
from provcheck.config import Config
from provcheck.model.document import Document, Span
from provcheck.model.finding import Finding, Severity
from provcheck.model.record import Record

if TYPE_CHECKING:
    from provcheck.cite import Note


def read(name: str, records: Sequence[Record], config: Config) -> tuple[list[Note], str, bool]:
    """Read the list of notes *name*: the notes, what is to be told of them, and whether all of it could be read.

    Raises click.ClickException where there is no such file or nothing in it.
    """
    from provcheck.catalogue import known
    from provcheck.cite import check_notes, read_notes
    from provcheck.report import Outcome, render

    text = _text(name)
    ids: dict[str, int] = {}
    for number, record in enumerate(records):
        if record.id:
            ids.setdefault(record.id.text, number)
    notes, faults = read_notes(text, ids, records)
    if not notes:
        raise click.ClickException(f"{show(name)} has no notes in it: a note is a line such as 1: 113732, l. 105")
    path = "<stdin>" if name == "-" else name
    document = Document(path, "text", text, ())
    findings = []
    for fault in sorted([*faults, *check_notes(notes, records)], key=lambda fault: fault.span):
        severity: Severity | None = known()[fault.rule].severity
        if severity and severity != "error":  # that something could not be read is always told
            severity = config.severity(fault.rule, severity, path)
        if severity:
            place = document.place(Span(*fault.span))
            findings.append(Finding(fault.rule, severity, fault.message, path, place, help=fault.help))
    told = render("text", Outcome(findings, documents={path: document}, summary=False)) if findings else ""
    return notes, told, all(known()[fault.rule].severity != "error" for fault in faults)


def _text(name: str) -> str:
    try:
        data = stdin_bytes() if name == "-" else Path(name).read_bytes()
        return normalize("NFC", data.decode("utf-8-sig"))  # as IDs are compared
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8"
        raise click.ClickException(f"cannot read {show(name)}: {why}") from None
