"""``provcheck cite``: records → citations in one or several styles."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, cast

import click

from provcheck.cli import CLEAN, USAGE
from provcheck.cli.inputs import find, load
from provcheck.cli.options import config_options, configuration
from provcheck.cli.streams import emit, show
from provcheck.config import Config
from provcheck.languages import valid
from provcheck.model.citation import Citation, CitationForm
from provcheck.model.document import Document
from provcheck.model.finding import Finding, Problem
from provcheck.model.record import Record

if TYPE_CHECKING:
    from provcheck.cite import Note, Section, Style

SHOWN = 3
"""How many records are named for which a style could not print the same thing."""
LONG = 2000
"""From so many records on, somebody who watches is told what goes on."""

FORMS: tuple[CitationForm, ...] = ("note", "short-note", "bibliography")
OUTPUTS = ("text", "html", "markdown", "rtf", "latex", "csl-json")
ENGINES = ("provcheck", "citeproc-py")
"""`provcheck.cite.ENGINES`, named here so that ``--help`` need not load them."""


@click.command(
    "cite",
    short_help="Write citations of records, in any CSL style.",
    epilog="""\b
Examples:
  provcheck cite records/113732.yaml
  provcheck cite records --style chicago-notes-bibliography-archival --form bibliography
  provcheck cite records --style apa --format rtf -o sources.rtf
  provcheck cite records --style gost-r-7.0.5-archival --notes notes.txt
  provcheck cite records --style our-journal.csl --each --format html -o how-to-cite.html
  provcheck cite records --format csl-json -o items.json

A line of notes.txt is a note: "3: see 113732, l. 105; 89832". `provcheck styles` lists styles.
""",
)
@click.argument("paths", nargs=-1, required=True)
@click.option("--style", "styles", metavar="NAME|FILE", multiple=True, help="May be given several times.  [plain]")
@click.option(
    "--form",
    "forms",
    type=click.Choice([*FORMS, "all"]),
    multiple=True,
    help="May be given several times.  [bibliography; for styles of notes the notes too]",
)
@click.option("--each", is_flag=True, help="Record by record, each as if there were no others.")
@click.option("--notes", "notes_file", metavar="FILE", help="Cite as this list of notes says, in its order.")
@click.option(
    "--sort",
    type=click.Choice(["style", "input"]),
    default="style",
    show_default=True,
    help="The order of a bibliography: the style's, or as given.",
)
@click.option("--format", "output_format", type=click.Choice(OUTPUTS), help="Of the output.  [text]")
@click.option("--locale", metavar="TAG", help="The language of the citation's own words.  [the style's]")
@click.option("--engine", type=click.Choice(ENGINES), default=ENGINES[0], show_default=True, help="The CSL processor.")
@click.option("--fragment", is_flag=True, help="HTML, RTF and LaTeX to be put into another document.")
@click.option("-o", "--output", metavar="FILE", help="Write there instead of to standard output.")
@click.option("--stdin-filename", "stdin_name", metavar="NAME", help="What standard input is to be called.")
@config_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    styles: tuple[str, ...],
    forms: tuple[str, ...],
    each: bool,
    notes_file: str | None,
    sort: str,
    output_format: str | None,
    locale: str | None,
    engine: str,
    fragment: bool,
    output: str | None,
    stdin_name: str | None,
    config_file: str | None,
    no_config: bool,
) -> None:
    """Cite the records in PATHS: files, folders with all records in them, or - for standard input."""
    if notes_file is not None and (each or forms):
        raise click.UsageError("--notes says itself what is cited how: leave out --each and --form")
    if locale is not None and not valid(locale):
        raise click.UsageError(f"--locale takes the tag of a language, such as ru or en-GB, not {show(locale)!r}")
    if notes_file == "-" and "-" in paths:
        raise click.UsageError("standard input cannot be both the records and the notes")
    config = configuration(paths, config_file, no_config)
    chosen = FORMS if "all" in forms else cast(tuple[CitationForm, ...], forms) or config.cite_forms
    kind = output_format or config.cite_format or "text"
    named = styles or config.styles or ("plain",)
    if kind == "csl-json" and len(named) > 1:
        raise click.UsageError("--format csl-json takes one --style: how an item is made depends on it")
    found = [_style(name, locale) for name in named]
    inputs = find(paths, wanted=config.includes)
    documents = load(inputs, stdin_name=stdin_name, asked_for=paths)
    unread = inputs.unreadable + _faults(documents)
    for line in unread:
        click.echo(line, err=True)
    cited = _records(documents, config)
    if not cited and not unread:
        raise click.ClickException(f"no records found in {', '.join(show(path) for path in paths)}")
    run = _Run([one.record for one in cited], kind, engine, in_order=sort == "input")
    told, is_whole = "", True
    if notes_file is not None:
        from provcheck.cli.notes import read

        notes, told, is_whole = read(notes_file, run.records, config)
        made = [_in_notes(run, style, notes) for style in found]
    elif each:
        made = [_one_by_one(run, style, chosen or FORMS) for style in found]
    else:
        made = [_in_forms(run, style, chosen) for style in found]
    emit(_written(made, kind, fragment), output, machine=kind != "text")
    click.echo(told + _warnings(made, cited, config), err=True, nl=False)
    ctx.exit(CLEAN if is_whole and not unread else USAGE)


class Cited(NamedTuple):
    """A record and where it was read: the document, and which of its entries."""

    record: Record
    document: Document
    entry: int


class Made(NamedTuple):
    """What was made in one style: sections, and what it could not print of which record."""

    style: str
    sections: list[Section]
    warnings: list[tuple[int, str]]


class _Run(NamedTuple):
    """What is the same for all styles."""

    records: Sequence[Record]
    output: str
    engine: str
    in_order: bool


def _style(name: str, locale: str | None) -> Style:
    from provcheck import cite  # only here: it costs time at start-up

    found = cite.find(name, locale)
    if isinstance(found, cite.StyleFault):
        raise click.ClickException(show(str(found)))
    return found


def _records(documents: Iterable[Document], config: Config) -> list[Cited]:
    from provcheck.check import collect
    from provcheck.records import with_defaults

    collection = collect(documents)
    return [
        Cited(with_defaults(record, config.defaults), document, entry)
        for document, group in zip(collection.documents, collection.records, strict=True)
        for entry, record in enumerate(group)
    ]


def _faults(documents: Iterable[Document]) -> list[str]:
    """Return what kept records from being read."""
    lines = []
    for document in documents:
        for fault in document.faults:
            if document.entries and fault.rule != "syntax":
                continue  # told by validate; the records are there
            place = document.place(fault.span)
            lines.append(f"{show(document.path)}:{place.line}:{place.column}: {show(fault.message)}")
    return lines


def _in_forms(run: _Run, style: Style, forms: Sequence[CitationForm]) -> Made:
    """Cite all records in each form; lists that say the same are written once."""
    from provcheck.cite import Section

    wanted = forms or _usual_forms(style)
    groups: list[tuple[list[str], list[str]]] = []
    warnings = []
    by_form: dict[str, list[Citation]] = defaultdict(list)
    for citation in _cite(run, style, wanted):
        by_form[citation.form].append(citation)
        warnings += [(citation.number, warning) for warning in citation.warnings]
    for form, citations in by_form.items():
        entries = [citation.output for citation in citations]
        same = next((names for names, known in groups if known == entries), None)
        if same is None:
            groups.append(([form], entries))
        else:
            same.append(form)
    return Made(style.name, [Section(entries, ", ".join(names)) for names, entries in groups], warnings)


def _usual_forms(style: Style) -> tuple[CitationForm, ...]:
    """Return the forms that make up a publication in *style*: what stands in its notes, and its list of sources."""
    if not style.has_bibliography:
        return ("note",)
    return ("note", "bibliography") if style.has_notes else ("bibliography",)


def _one_by_one(run: _Run, style: Style, forms: Sequence[CitationForm]) -> Made:
    """Cite record by record, each alone; forms that say the same are written once."""
    from provcheck.cite import Section

    warnings = []
    by_record: dict[int, dict[str, list[str]]] = defaultdict(dict)
    for citation in _cite(run, style, forms, alone=True):
        by_record[citation.number].setdefault(citation.output, []).append(citation.form)
        warnings += [(citation.number, warning) for warning in citation.warnings]
    sections = []
    for number, outputs in by_record.items():
        record = run.records[number]
        labels = [f"{', '.join(names)}:" for names in outputs.values()] if len(outputs) > 1 else ()
        heading = record.id.text if record.id else f"record {number + 1}"
        sections.append(Section(list(outputs), heading, labels))
    return Made(style.name, sections, warnings)


def _cite(run: _Run, style: Style, forms: Sequence[CitationForm], alone: bool = False) -> tuple[Citation, ...]:
    from provcheck import cite

    with _watched(run, style):
        made = cite.cite(
            run.records,
            style,
            forms=forms,
            output=run.output,
            engine=run.engine,
            in_order=run.in_order,
            alone=alone,
        )
    if isinstance(made, cite.StyleFault):
        raise click.ClickException(show(str(made)))
    return made


def _in_notes(run: _Run, style: Style, notes: Sequence[Note]) -> Made:
    from provcheck import cite

    with _watched(run, style):
        made = cite.cite_notes(run.records, style, notes, output=run.output, engine=run.engine, in_order=run.in_order)
    if isinstance(made, cite.StyleFault):
        raise click.ClickException(show(str(made)))
    labels = [f"{note.number}." for note in made.notes]
    sections = [cite.Section([note.output for note in made.notes], "Notes", labels)] if made.notes else []
    if made.bibliography:
        sections.append(cite.Section([citation.output for citation in made.bibliography], "Bibliography"))
    warnings = [warning for note in made.notes for warning in note.warnings]
    warnings += [(citation.number, warning) for citation in made.bibliography for warning in citation.warnings]
    return Made(style.name, sections, warnings)


@contextmanager
def _watched(run: _Run, style: Style) -> Iterator[None]:
    """Tell somebody who watches a long run what goes on."""
    watched = len(run.records) >= LONG and sys.stderr.isatty()
    if watched:
        click.echo(f"citing {len(run.records):,} records: {show(style.name)} …", err=True)
    yield


def _written(made: Sequence[Made], kind: str, fragment: bool) -> str:
    """Return all citations as one text; where there is more than one list, under headings."""
    from provcheck.cite import document

    sections = [
        section._replace(heading=f"{one.style}: {section.heading}" if len(made) > 1 else section.heading)
        for one in made
        for section in one.sections
    ]
    if len(sections) == 1:
        sections = [sections[0]._replace(heading="")]
    return document(sections, kind, whole=not fragment)


def _warnings(made: Iterable[Made], cited: Sequence[Cited], config: Config) -> str:
    """Return what styles could not print, as findings; each kind for `SHOWN` records, the others counted."""
    from provcheck.check import stamped
    from provcheck.report import Outcome, counted, render

    about: dict[tuple[str, str], dict[int, None]] = defaultdict(dict)
    for one in made:
        for number, warning in one.warnings:
            about[one.style, warning][number] = None
    findings: list[Finding] = []
    notes = []
    for (style, warning), numbers in about.items():
        problem = Problem((), f"{style}: {warning}", rule="style-warning")
        first = [cited[number] for number in numbers][:SHOWN]
        found = [one for at in first for one in stamped(at.document, config, at.entry, at.record, problem)]
        findings += found
        if found and len(numbers) > SHOWN:
            notes.append(f"{counted(len(numbers) - SHOWN, 'more record')}: {style}: {warning}")
    if not findings:
        return ""
    findings.sort(key=lambda finding: (finding.path, finding.place, finding.message))
    told = render("text", Outcome(findings, excerpts=False, summary=False))
    return told + "".join(f"{show(note)}\n" for note in notes)
