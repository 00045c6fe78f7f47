"""``provcheck validate``: records → findings, mended where asked for, in the output asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from provcheck import __version__, read
from provcheck import check as checking
from provcheck.cli import CLEAN, FINDINGS, USAGE
from provcheck.cli.inputs import Inputs, Progress, files_named, find, from_the_top, load, refuse_idle_name, refuse_over
from provcheck.cli.options import config_options, configuration, rule_options, rules_named
from provcheck.cli.streams import colours, emit, paint, show, width, write_file
from provcheck.config import Config, FailOn
from provcheck.model.document import Document
from provcheck.model.finding import Finding
from provcheck.model.noun import noun
from provcheck.read import FORMATS as INPUT_FORMATS
from provcheck.report import FORMATS, Outcome, render
from provcheck.report.outcome import SEVERITIES, counted, plain

if TYPE_CHECKING:
    from provcheck.baseline import Known
    from provcheck.cli.mend import Mended


@noun
class Options:
    """What was asked for on the command line."""

    form: str
    output: str | None
    fix: bool
    unsafe: bool
    diff: bool
    baseline: str | None
    write_baseline: bool
    quiet: bool
    stats: bool
    stdin_name: str | None
    input_format: str | None


@click.command(
    "validate",
    short_help="Check records: fields, shelfmarks, dates, languages, rights.",
    epilog="""\b
Examples:
  provcheck validate records                       every record in a folder
  provcheck validate records --diff                show what --fix would change
  provcheck validate - --format-in yaml < a.yaml   standard input
  provcheck validate records --format sarif -o provcheck.sarif
  provcheck validate records --baseline known.json --write-baseline

Exit codes: 0 nothing found at or above --fail-on, 1 something found, 2 misuse or unreadable input.
""",
)
@click.argument("paths", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="Of the output.")
@click.option("-o", "--output", metavar="FILE", help="Write there instead of to standard output.")
@click.option("--fix", is_flag=True, help="Mend what can be mended without changing the meaning.")
@click.option("--unsafe-fixes", "unsafe", is_flag=True, help="With --fix or --diff: also what needs a person's look.")
@click.option("--diff", is_flag=True, help="Show what --fix would change; write nothing.")
@click.option(
    "--fail-on", type=click.Choice([*SEVERITIES, "never"]), help="The least severity that gives exit code 1.  [error]"
)
@rule_options
@click.option("--baseline", metavar="FILE", help="Leave out the findings that FILE knows.")
@click.option("--write-baseline", is_flag=True, help="Write all findings of this run to the baseline file.")
@click.option("-q", "--quiet", is_flag=True, help="Only what counts for --fail-on, a line each.")
@click.option("--stats", is_flag=True, help="Show how often each rule was met, not each finding.")
@click.option("--stdin-filename", "stdin_name", metavar="NAME", help="What standard input is to be called.")
@click.option("--format-in", "input_format", type=click.Choice(list(INPUT_FORMATS)), help="Where no name tells it.")
@config_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    config_file: str | None,
    no_config: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    **rest: Any,
) -> None:
    """Check the records in PATHS: files, folders with all records in them, or - for standard input."""
    options = Options(**rest)
    config = configuration(paths, config_file, no_config).with_options(
        select=rules_named(select), ignore=rules_named(ignore), fail_on=cast(FailOn | None, fail_on)
    )
    _refuse_contradictions(paths, options, config)
    ctx.exit(validate(paths, options, config))


def _refuse_contradictions(paths: Sequence[str], options: Options, config: Config) -> None:
    """Refuse options that would do nothing: whoever gave them waits for it. Raises click.UsageError."""
    if options.write_baseline and not (options.baseline or config.baseline):
        raise click.UsageError("--write-baseline wants --baseline FILE: where to write")
    if options.unsafe and not (options.fix or options.diff):
        raise click.UsageError("--unsafe-fixes wants --fix, or --diff to see them first")
    if options.diff and (options.form != "text" or options.stats or options.write_baseline):
        raise click.UsageError("--diff writes a diff and no findings: leave out --format, --stats and --write-baseline")
    if options.stats and (options.form != "text" or options.quiet):
        raise click.UsageError("--stats is for --format text, without --quiet: other outputs have each finding")
    refuse_idle_name(options.stdin_name, paths)


def validate(paths: Sequence[str], options: Options, config: Config) -> int:
    """Check *paths* and return the exit code."""
    itself = config.seen(options.baseline) if options.baseline else None  # a baseline is JSON, but no record
    inputs = find(paths, wanted=lambda path: config.includes(path) and config.seen(path) != itself)
    progress = Progress(len(inputs.paths), "reading")
    documents = load(
        inputs, form=options.input_format, stdin_name=options.stdin_name, asked_for=paths, progress=progress
    )
    progress.end()
    refuse_over(options.output, (*paths, *inputs.paths, config.path, _baseline_path(options, config)))
    if not documents:
        return _nothing(paths, inputs)
    complete = any(Path(path).is_dir() for path in paths)  # files named one by one may relate to others
    mends = options.fix or options.diff
    # hints are looked for to be counted; but what nobody asked for is not mended
    collection, found = _check(documents, config if mends or options.quiet else replace(config, hints=True), complete)
    findings: Sequence[Finding] = found
    notes: list[str] = []
    if mends:
        from provcheck.cli import mend  # only here: it costs time at start-up

        def again(changed: Sequence[Document]) -> tuple[checking.Collection, list[Finding]]:
            return _check(changed, config, complete)

        result = mend.mend(collection, findings, again, unsafe=options.unsafe)
        if options.diff:
            return _show_diff(documents, result, inputs, options)
        result, refused = mend.write(inputs.paths, documents, result, again)
        inputs.unreadable += refused
        collection, findings = result.collection, result.findings
        notes += mend.told(result, "Mended")
    for line in inputs.unreadable:
        click.echo(line, err=True)
    notes += _passed_over(inputs)
    findings = _wanted(findings, config, notes)
    findings = _without_known(collection, findings, options, config, notes)
    _report(collection, paths, inputs, findings, notes, options, config)
    return _code(inputs, findings, config)


def _show_diff(documents: Sequence[Document], result: Mended, inputs: Inputs, options: Options) -> int:
    """Show what mending would change; exit code 1 where that is anything."""
    from provcheck.cli import mend

    to_stdout = options.output in (None, "-")
    text = mend.diff(
        documents,
        result.collection.documents,
        terminal=to_stdout and sys.stdout.isatty(),
        colours=to_stdout and colours(sys.stdout),
    )
    emit(text, options.output, machine=True)
    for line in [*inputs.unreadable, *mend.told(result, "Would mend")]:
        click.echo(show(line), err=True)
    return USAGE if inputs.unreadable else FINDINGS if text else CLEAN


def _code(inputs: Inputs, findings: Sequence[Finding], config: Config) -> int:
    if inputs.unreadable:
        return USAGE
    return FINDINGS if any(config.fails(finding.severity) for finding in findings) else CLEAN


def _check(documents: Sequence[Document], config: Config, complete: bool) -> tuple[checking.Collection, list[Finding]]:
    collection = checking.collect(documents, complete=complete)
    files = files_named(collection.named_files())
    progress = Progress(len(documents), "checking")
    findings = checking.check(collection, config, today=date.today(), files=files, progress=progress)
    progress.end()
    return collection, findings


def _wanted(findings: Sequence[Finding], config: Config, notes: list[str]) -> list[Finding]:
    """Return *findings* without the hints that nobody asked for, whose number is noted."""
    wanted = [
        finding
        for finding in findings
        if finding.severity != "hint" or config.severity(finding.rule, "hint", finding.path) is not None
    ]
    if hints := len(findings) - len(wanted):
        notes.append(f"{counted(hints, 'hint')} not shown; --fail-on hint shows {'it' if hints == 1 else 'them'}.")
    return wanted


def _passed_over(inputs: Inputs) -> list[str]:
    """Say which Markdown was taken for papers, for a record may be among it."""
    if not inputs.papers:
        return []
    some = ", ".join(show(path) for path in inputs.papers[:3]) + (" …" if len(inputs.papers) > 3 else "")
    return [f"{counted(len(inputs.papers), 'file')} passed over, with the front matter of a paper: {some}. Named, "
            "such a file is checked as a record."]  # fmt: skip


def _nothing(paths: Sequence[str], inputs: Inputs) -> int:
    """Say that there was nothing to check; a mistyped path must not look like a clean run."""
    for line in inputs.unreadable:
        click.echo(line, err=True)
    if inputs.unreadable:
        return USAGE
    if inputs.excluded and not any(Path(path).is_dir() for path in paths):
        click.echo("nothing to check: the configuration leaves out every file named", err=True)
        return CLEAN
    endings = ", ".join(ending for endings in INPUT_FORMATS.values() for ending in endings)
    left_out = f" ({counted(inputs.excluded, 'file')} left out by the configuration)" if inputs.excluded else ""
    for note in _passed_over(inputs):
        click.echo(note, err=True)
    where = ", ".join(show(path) for path in paths)
    click.echo(f"no records found in {where}{left_out}; looked for {endings}", err=True)
    return USAGE


def _without_known(
    collection: checking.Collection,
    findings: Sequence[Finding],
    options: Options,
    config: Config,
    notes: list[str],
) -> Sequence[Finding]:
    """Return the findings that the baseline does not know; with ``--write-baseline`` it learns them all."""
    path = _baseline_path(options, config)
    if path is None:
        return findings
    from provcheck import baseline  # only here: it costs time at start-up

    looked_at = {config.seen(document.path) for document in collection.documents}

    def there(one: Known) -> bool:
        return Path(config.folder, one.path).exists()

    if options.write_baseline:
        # what is known of files that this run did not look at stays known
        kept = [one for one in _baseline(path, anew=True) if one.path not in looked_at and there(one)]
        write_file(Path(path), baseline.dump([*kept, *baseline.learnt(findings, config.seen)]))
        notes.append(f"{counted(len(findings), 'finding')} written to {path}, to be left out from now on.")
        return []
    if not Path(path).exists():
        raise click.ClickException(f"there is no baseline {show(path)} yet: --write-baseline makes it")
    new, stale = baseline.subtract(findings, _baseline(path))
    if known := len(findings) - len(new):
        notes.append(f"{counted(known, 'finding')} known to {path} left out.")
    # where files are named one by one, those that a finding compares with may be missing
    stale = [one for one in stale if one.path in looked_at or not there(one)]
    if stale and collection.library.complete:
        gone = sorted({f"{entry.rule} in {entry.path}" for entry in stale})
        listed = "; ".join(gone[:5]) + ("; …" if len(gone) > 5 else "")
        notes.append(f"gone, but still in {path}: {listed}. --write-baseline takes them out.")
    return new


def _baseline_path(options: Options, config: Config) -> str | None:
    return options.baseline or (config.beside(config.baseline) if config.baseline else None)


def _baseline(path: str, *, anew: bool = False) -> tuple[Known, ...]:
    """Return what the baseline at *path* holds; where it is to be made *anew*, nothing where there is none."""
    from provcheck import baseline

    try:
        return baseline.load(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        if anew and isinstance(error, ValueError) and _holds_records(path):
            raise click.ClickException(f"{show(path)} holds records and is no baseline: name another file") from None
        if anew and isinstance(error, (FileNotFoundError, ValueError)):
            return ()
        why = getattr(error, "strerror", None) or error
        raise click.ClickException(f"cannot read the baseline {show(path)}: {why}") from None


def _holds_records(path: str) -> bool:
    """Tell whether a new baseline would replace records; one of an older provcheck may be replaced."""
    values = [entry.data for entry in read.read(path, Path(path).read_bytes()).entries]
    return any(isinstance(value, dict) and "findings" not in value for value in values)


def _report(
    collection: checking.Collection,
    paths: Sequence[str],
    inputs: Inputs,
    findings: Sequence[Finding],
    notes: Sequence[str],
    options: Options,
    config: Config,
) -> None:
    # standard input that was mended is what standard output is for
    stream = sys.stderr if options.fix and "-" in inputs.paths else sys.stdout
    to_stream = options.output in (None, "-")
    if options.quiet:
        findings = [finding for finding in findings if config.fails(finding.severity)]
    outcome = Outcome(
        findings,
        documents={document.path: document for document in collection.documents},
        paths=[document.path for document in collection.documents],
        seen=from_the_top(paths),
        records=sum(len(group) for group in collection.records),
        version=__version__,
        paint=paint if to_stream and colours(stream) else plain,
        width=width(stream) if to_stream else 120,
        notes=notes,
        unread=inputs.unreadable,
        excerpts=not options.quiet,
        summary=not options.quiet,
        statistics=options.stats,
    )
    emit(render(options.form, outcome), options.output, stream, machine=options.form != "text")
