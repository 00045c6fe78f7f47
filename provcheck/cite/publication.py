"""Citations → the lists that are published: what stands in notes, and the list of sources; or each record by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from provcheck.cite.citing import FORMS, cite, cite_notes
from provcheck.cite.notes import Note
from provcheck.cite.processor import StyleFault
from provcheck.cite.settings import word
from provcheck.cite.styles import Style
from provcheck.cite.write import Section
from provcheck.model.citation import CitationForm
from provcheck.model.record import Record


class Job(NamedTuple):
    """What is the same for all styles: see `cite`."""

    records: Sequence[Record]
    output: str
    engine: str
    in_order: bool
    headings: str = ""
    """Their language; ``""`` that of the style."""


class Publication(NamedTuple):
    """What was made in one style."""

    style: Style
    sections: list[Section]
    warnings: list[tuple[int, str]]
    """Which of the records, and what could not be printed of it."""


def in_forms(job: Job, style: Style, forms: Sequence[CitationForm] = ()) -> Publication | StyleFault:
    """Cite all records in each of *forms*, by default the usual ones of *style*; lists that say the same are one."""
    wanted = forms or _usual_forms(style)
    made = cite(job.records, style, forms=wanted, output=job.output, engine=job.engine, in_order=job.in_order)
    if isinstance(made, StyleFault):
        return made
    lists: dict[str, list[str]] = defaultdict(list)
    for citation in made:
        lists[citation.form].append(citation.output)
    if "bibliography" in lists:
        lists["bibliography"] = _lines(style, lists["bibliography"])
    headed: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for form, entries in lists.items():
        headed[tuple(entries)].append(form)
    sections = [Section(entries, _named(job, style, names)) for entries, names in headed.items()]
    return Publication(style, sections, [(one.number, warning) for one in made for warning in one.warnings])


def _usual_forms(style: Style) -> tuple[CitationForm, ...]:
    """Return the forms that make up a publication in *style*."""
    if not style.has_bibliography:
        return ("note",)
    return ("note", "bibliography") if style.has_notes else ("bibliography",)


def _named(job: Job, style: Style, forms: Sequence[str]) -> str:
    """Return what *forms* are called in the language of *style*, or another that headings shall be in."""
    return ", ".join(word(form, job.headings or style.settings.language) for form in forms)


def _lines(style: Style, entries: list[str]) -> list[str]:
    """Return the lines of a bibliography; one that lists fonds names each once, however many documents are cited."""
    return list(dict.fromkeys(entries)) if style.settings.of("bibliography").mark.depth else entries


def one_by_one(job: Job, style: Style, forms: Sequence[CitationForm] = ()) -> Publication | StyleFault:
    """Cite record by record, each alone, in each of *forms*, by default all; forms that say the same are one."""
    made = cite(job.records, style, forms=forms or FORMS, output=job.output, engine=job.engine, alone=True)
    if isinstance(made, StyleFault):
        return made
    by_record: dict[int, dict[str, list[str]]] = defaultdict(dict)
    for citation in made:
        by_record[citation.number].setdefault(citation.output, []).append(citation.form)
    sections = []
    for number, outputs in by_record.items():
        record = job.records[number]
        labels = [f"{_named(job, style, names)}:" for names in outputs.values()] if len(outputs) > 1 else ()
        sections.append(Section(list(outputs), record.id.text if record.id else f"record {number + 1}", labels))
    return Publication(style, sections, [(one.number, warning) for one in made for warning in one.warnings])


def in_notes(job: Job, style: Style, notes: Sequence[Note]) -> Publication | StyleFault:
    """Cite as *notes* say, in their order, and list what they cite."""
    made = cite_notes(job.records, style, notes, output=job.output, engine=job.engine, in_order=job.in_order)
    if isinstance(made, StyleFault):
        return made
    sections = []
    if made.notes:
        labels = [f"{note.number}." for note in made.notes]
        sections.append(Section([note.output for note in made.notes], _named(job, style, ["notes"]), labels))
    if made.bibliography:
        lines = _lines(style, [citation.output for citation in made.bibliography])
        heading = _named(job, style, ["bibliography"])
        sections.append(Section(lines, heading[:1].upper() + heading[1:]))
    warnings = [warning for note in made.notes for warning in note.warnings]
    warnings += [(citation.number, warning) for citation in made.bibliography for warning in citation.warnings]
    return Publication(style, sections, warnings)
