"""``provcheck cite``: records → citations in one or several styles."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, cast

import click

from provcheck.cli import CLEAN, USAGE
from provcheck.cli.inputs import find, is_paper, load, refuse_idle_name, refuse_over
from provcheck.cli.options import config_options, configuration
from provcheck.cli.streams import emit, show
from provcheck.config import Config
from provcheck.languages import valid
from provcheck.model.citation import CitationForm
from provcheck.model.document import Document, Entry, Place
from provcheck.model.finding import Finding, Problem
from provcheck.model.record import Record

if TYPE_CHECKING:
    from provcheck.cite import Note, Style
    from provcheck.cite.publication import Job, Publication

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
    refuse_idle_name(stdin_name, paths)
    if notes_file == "-" and "-" in paths:
        raise click.UsageError("standard input cannot be both the records and the notes")
    from provcheck.cite.publication import Job  # only here: it costs time at start-up
    from provcheck.cli.notes import read

    config = configuration(paths, config_file, no_config)
    chosen = FORMS if "all" in forms else cast(tuple[CitationForm, ...], forms) or config.cite_forms
    kind = output_format or config.cite_format or "text"
    named = styles or _configured(config) or ("plain",)
    if kind == "csl-json" and len(named) > 1:
        raise click.UsageError("--format csl-json takes one --style: how an item is made depends on it")
    found = [_style(name, locale, "" if styles else config.path) for name in named]
    inputs = find(paths, wanted=config.includes)
    documents = load(inputs, stdin_name=stdin_name, asked_for=paths)
    refuse_over(output, (*paths, *inputs.paths, *named, notes_file, config.path))
    unread = inputs.unreadable + _faults(documents)
    for line in unread:
        click.echo(line, err=True)
    cited = _records(documents, config)
    if not cited and not unread:
        raise click.ClickException(f"no records found in {', '.join(show(path) for path in paths)}")
    job = Job([one.record for one in cited], kind, engine, sort == "input", _headings(found))
    notes, told, is_whole = None, "", True
    if notes_file is not None:
        notes, told, is_whole = read(notes_file, job.records, config)
    made = [_made(job, style, notes, each, chosen) for style in found]
    emit(_written(made, kind, fragment), output, machine=kind != "text")
    click.echo(told + _warnings(made, cited, config), err=True, nl=False)
    ctx.exit(CLEAN if is_whole and not unread else USAGE)


class Cited(NamedTuple):
    """A record and where it was read: the document, and which of its entries."""

    record: Record
    document: Document
    entry: int


def _configured(config: Config) -> tuple[str, ...]:
    """Return the styles of the configuration, whose paths go by its folder."""
    from provcheck.cite.styles import is_path  # only here: it costs time at start-up

    return tuple(config.beside(name) if is_path(name) else name for name in config.styles)


def _style(name: str, locale: str | None, named_in: str) -> Style:
    from provcheck import cite  # only here: it costs time at start-up

    found = cite.find(name, locale)
    if isinstance(found, cite.StyleFault):
        where = f"{named_in}, [cite] styles: " if named_in else ""
        raise click.ClickException(show(f"{where}{found}"))
    return found


def _headings(styles: Iterable[Style]) -> str:
    """Return the language of headings: that of the style, unless styles of several are compared."""
    return "en" if len({style.settings.language for style in styles}) > 1 else ""


def _records(documents: Iterable[Document], config: Config) -> list[Cited]:
    from provcheck.check import collect
    from provcheck.records import with_defaults

    collection = collect(documents)
    return [
        Cited(with_defaults(record, config.defaults), document, entry)
        for document, group in zip(collection.documents, collection.records, strict=True)
        for entry, record in enumerate(group)
        if not _no_record(document, document.entries[entry])
    ]


_SAYING = ("id", "title", "date", "people", "sources")
"""Fields of which a record has one at least: package.json has a type too, and files."""


def _no_record(document: Document, entry: Entry) -> list[str]:
    """Return why *entry* is none; nothing where it is a record."""
    if is_paper(document):
        return ["this is no record: it has a title or a date, and for the rest fields of a paper, none of a record"]
    if isinstance(entry.data, dict):
        said = any(entry.data.get(name) for name in _SAYING)
        return [] if said else [f"this is no record: it has none of {', '.join(_SAYING)}"]
    from provcheck.schema import check  # only here: it costs time at start-up

    return [problem.message for problem in check(entry)]


def _faults(documents: Iterable[Document]) -> list[str]:
    """Return what kept records from being read, and what is none: a text or a list instead of its fields."""
    lines = []
    for document in documents:
        for entry in document.entries:
            if reasons := _no_record(document, entry):
                at = _at(document, document.place(entry.locator.value(())))
                lines += [f"{at}: {show(why)}" for why in reasons]
        for fault in document.faults:
            if document.entries and fault.rule != "syntax":
                continue  # told by validate; the records are there
            lines.append(f"{_at(document, document.place(fault.span))}: {show(fault.message)}")
    return lines


def _at(document: Document, place: Place) -> str:
    return f"{show(document.path)}:{place.line}:{place.column}"


def _made(
    job: Job, style: Style, notes: Sequence[Note] | None, each: bool, forms: Sequence[CitationForm]
) -> Publication:
    """Cite in one style as was asked for."""
    from provcheck.cite import StyleFault, publication

    if len(job.records) >= LONG and sys.stderr.isatty():
        click.echo(f"citing {len(job.records):,} records: {show(style.name)} …", err=True)
    if notes is not None:
        made = publication.in_notes(job, style, notes)
    else:
        made = (publication.one_by_one if each else publication.in_forms)(job, style, forms)
    if isinstance(made, StyleFault):
        raise click.ClickException(show(str(made)))
    return made


def _written(made: Sequence[Publication], kind: str, fragment: bool) -> str:
    """Return all citations as one text; where there is more than one list, under headings."""
    from provcheck.cite import document

    sections = [
        section._replace(heading=f"{one.style.name}: {section.heading}" if len(made) > 1 else section.heading)
        for one in made
        for section in one.sections
    ]
    if len(sections) == 1:
        sections = [sections[0]._replace(heading="")]
    languages = {one.style.locale for one in made}
    return document(sections, kind, whole=not fragment, language=languages.pop() if len(languages) == 1 else "")


def _warnings(made: Iterable[Publication], cited: Sequence[Cited], config: Config) -> str:
    """Return what styles could not print, as findings; each kind for `SHOWN` records, the others counted."""
    from provcheck.check import stamped
    from provcheck.report import Outcome, counted, render

    about: dict[tuple[str, str], dict[int, None]] = defaultdict(dict)
    for one in made:
        for number, warning in one.warnings:
            about[one.style.name, warning][number] = None
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
