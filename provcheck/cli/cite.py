"""``provcheck cite``: records → citations in one or several styles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple, cast

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

SHOWN = 3
"""How many records are named for which a style could not print the same thing."""

FORMS: tuple[CitationForm, ...] = ("note", "short-note", "bibliography")
OUTPUTS = ("text", "html", "markdown", "csl-json")
ENGINES = ("citeproc-py", "provcheck")
"""`provcheck.cite.ENGINES`, named here so that ``--help`` need not load them."""


@click.command(
    "cite",
    short_help="Write citations of records, in any CSL style.",
    epilog="""\b
Examples:
  provcheck cite records/113732.yaml
  provcheck cite records --style chicago-notes-bibliography-archival --form bibliography
  provcheck cite records --style gost-r-7.0.5-archival --style plain --format markdown
  provcheck cite records --style our-journal.csl --format html -o notes.html
  provcheck cite records --format csl-json -o items.json

`provcheck styles` lists the styles that come with provcheck.
""",
)
@click.argument("paths", nargs=-1, required=True)
@click.option("--style", "styles", metavar="NAME|FILE", multiple=True, help="May be given several times.  [plain]")
@click.option(
    "--form",
    "forms",
    type=click.Choice([*FORMS, "all"]),
    multiple=True,
    help="A full note, a short one, a bibliography entry; may be given several times.  [all]",
)
@click.option("--format", "output_format", type=click.Choice(OUTPUTS), help="Of the output.  [text]")
@click.option("--locale", metavar="TAG", help="The language of the citation's own words.  [the style's]")
@click.option("--engine", type=click.Choice(ENGINES), default=ENGINES[0], show_default=True, help="The CSL processor.")
@click.option("--fragment", is_flag=True, help="HTML without <html> and <head> around it.")
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
    config = configuration(paths, config_file, no_config)
    styles = styles or config.styles or ("plain",)
    chosen = FORMS if "all" in forms else cast(tuple[CitationForm, ...], forms) or config.cite_forms or FORMS
    if locale is not None and not valid(locale):
        raise click.UsageError(f"--locale takes the tag of a language, such as ru or en-GB, not {show(locale)!r}")
    kind = output_format or config.cite_format or "text"
    if kind == "csl-json" and len(styles) > 1:
        raise click.UsageError("--format csl-json takes one --style: how an item is made depends on it")
    inputs = find(paths, wanted=config.includes)
    documents = load(inputs, stdin_name=stdin_name, asked_for=paths)
    unread = inputs.unreadable + _faults(documents)
    for line in unread:
        click.echo(line, err=True)
    cited = _records(documents, config)
    if not cited and not unread:
        raise click.ClickException(f"no records found in {', '.join(show(path) for path in paths)}")
    records = [one.record for one in cited]
    groups = [group for style in styles for group in _cite(records, style, chosen, kind, locale, engine)]
    emit(_written(groups, kind, fragment), output, machine=kind != "text")
    click.echo(_warnings(groups, cited, config), err=True, nl=False)
    ctx.exit(USAGE if unread else CLEAN)


Group = tuple[str, str, Sequence[Citation]]
"""Style, form, and the citations of all records in their order."""


class Cited(NamedTuple):
    """A record and where it was read: the document, and which of its entries."""

    record: Record
    document: Document
    entry: int


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


def _cite(
    records: Sequence[Record], style: str, forms: Sequence[CitationForm], kind: str, locale: str | None, engine: str
) -> list[Group]:
    from provcheck import cite  # only here: it costs time at start-up

    found = cite.find(style, locale)
    if isinstance(found, cite.StyleFault):
        raise click.ClickException(show(str(found)))
    made = cite.cite(records, found, forms=forms, output=kind, engine=engine)
    if isinstance(made, cite.StyleFault):
        raise click.ClickException(show(str(made)))
    by_form: dict[str, list[Citation]] = defaultdict(list)
    for citation in made:
        by_form[citation.form].append(citation)
    return [(style, form, citations) for form, citations in by_form.items()]


def _written(groups: Sequence[Group], kind: str, fragment: bool) -> str:
    """Return all citations as one text; with more than one style or form, under headings."""
    from provcheck.cite import document

    parts = []
    for style, form, citations in groups:
        body = document([citation.output for citation in citations], kind)
        if len(groups) > 1 and kind != "csl-json":
            body = _heading(f"{style}: {form}", kind) + body
        parts.append(body)
    if kind == "html" and not fragment:
        return _page("".join(parts))
    return ("\n" if kind in {"text", "markdown"} else "").join(parts)


def _heading(text: str, kind: str) -> str:
    if kind == "html":
        return f"<h2>{escape(show(text))}</h2>\n"
    if kind == "markdown":
        return f"## {''.join(c if c.isalnum() or c in ' -.,:' else chr(92) + c for c in show(text))}\n\n"
    return f"{show(text)}\n{'-' * len(show(text))}\n"


def _page(body: str) -> str:
    """Return a whole HTML page. The policy in its head keeps anything but text and looks from running."""
    return (
        '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>Citations</title>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )


def _warnings(groups: Iterable[Group], cited: Sequence[Cited], config: Config) -> str:
    """Return what styles could not print, as findings; each kind for `SHOWN` records, the others counted."""
    from provcheck.check import stamped
    from provcheck.report import Outcome, counted, render

    about: dict[tuple[str, str], dict[int, None]] = defaultdict(dict)
    for style, _, citations in groups:
        for number, citation in enumerate(citations):
            for warning in citation.warnings:
                about[style, warning][number] = None
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
