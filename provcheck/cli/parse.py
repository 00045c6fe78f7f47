"""``provcheck parse``: source lines → shelfmarks and credits."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import click

from provcheck.cli import CLEAN, USAGE
from provcheck.cli.streams import as_utf8, show, stdin_bytes
from provcheck.model.shelfmark import CreditRole, SourceLine


@click.command(
    "parse",
    short_help="Read source lines into shelfmarks and credits.",
    epilog="""\b
Examples:
  provcheck parse "APRF, fond 45, opis 1, delo 334, listy 105-106. Translated by Kathryn Weathersby."
  provcheck parse --format json lines.txt
  provcheck parse --format jsonl - < lines.jsonl
""",
)
@click.argument("texts", metavar="TEXT… | FILE | -", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "jsonl"]),
    default="text",
    show_default=True,
    help='jsonl reads {"id", "text"} lines and answers each with one line.',
)
@click.pass_context
def command(ctx: click.Context, /, texts: tuple[str, ...], form: str) -> None:
    """Read each TEXT, or each line of FILE (- is standard input), as an archive's source line.

    What cannot be read as a shelfmark or a credit is shown as such, never dropped.
    """
    if form == "jsonl":
        if len(texts) != 1:
            raise click.UsageError("--format jsonl takes one FILE, or - for standard input")
        ctx.exit(_answer(texts[0]))
    from provcheck.archives import read_line

    lines = list(_lines(texts))
    if form == "json":
        as_utf8(sys.stdout)
        readings = [{"text": line, **_reading(line)} for line in lines]
        click.echo(json.dumps(readings, ensure_ascii=False, indent=2))
        return
    for number, line in enumerate(lines):
        if number:
            click.echo()
        click.echo(_shown(read_line(line)))


_CREDITS: tuple[tuple[str, CreditRole], ...] = (
    ("translators", "translator"),
    ("obtained by", "obtained_by"),
    ("contributors", "contributor"),
    ("editors", "editor"),
)


def _lines(texts: tuple[str, ...]) -> Iterator[str]:
    for text in texts:
        data = stdin_bytes() if text == "-" else _bytes(text)
        if data is None:
            yield text
        else:
            yield from filter(str.strip, data.decode("utf-8-sig", "replace").splitlines())


def _bytes(text: str) -> bytes | None:
    """Return the content of the file called *text*, None where there is none."""
    try:
        path = Path(text)
        return path.read_bytes() if path.is_file() else None
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        if isinstance(error, PermissionError):
            raise click.ClickException(f"cannot read {show(text)}: {error.strerror}") from None
        return None


def _answer(source: str) -> int:
    """Answer every JSON line of *source* with a JSON line, at once, and return the exit code."""
    if source == "-":
        return _answer_stream(sys.stdin.buffer)
    try:
        with Path(source).open("rb") as stream:
            return _answer_stream(stream)
    except OSError as error:
        raise click.ClickException(f"cannot read {show(source)}: {error.strerror}") from None


def _answer_stream(stream: BinaryIO) -> int:
    as_utf8(sys.stdout)
    code = CLEAN
    for number, raw in enumerate(stream, 1):
        if not raw.strip():
            continue
        try:
            row = _row(raw)
        except ValueError as error:
            click.echo(f"line {number}: {error}", err=True)
            code = USAGE
            continue
        sys.stdout.write(json.dumps({"id": row.get("id"), **_reading(row["text"])}, ensure_ascii=False) + "\n")
        sys.stdout.flush()  # whoever asks line by line waits for it
    return code


def _row(raw: bytes) -> dict[str, Any]:
    try:
        row = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ValueError("not UTF-8") from None
    except RecursionError:
        raise ValueError("nested too deeply") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} (column {error.colno})") from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ValueError('not an object with a text under "text"')
    return row


def _reading(text: str) -> dict[str, Any]:
    from provcheck.archives import read_line

    line = read_line(text)
    return {
        "shelfmarks": [
            {
                "archive": mark.archive,
                "archive_id": mark.archive_id,
                "levels": [list(level) for level in mark.levels],
                "folios": [list(folios) for folios in mark.folios],
            }
            for mark in line.marks
        ],
        "translators": list(line.names("translator")),
        "obtained_by": list(line.names("obtained_by")),
        "contributors": list(line.names("contributor")),
        "editors": list(line.names("editor")),
        "relation": line.relation,
        "unread": [segment.text.strip() for segment in line.segments if not segment.understood],
    }


def _shown(line: SourceLine) -> str:
    """Return a source line as read, for a person."""
    from provcheck import tables

    rows = [show(line.text)]
    for mark in line.marks:
        archive = tables.archives().get(mark.archive_id or "")
        known = f" = {archive.names.get('en') or next(iter(archive.names.values()), archive.id)}" if archive else ""
        rows.append(f"  archive      {show(mark.archive or 'not named')}{known}")
        rows.append(f"  levels       {show(' · '.join(f'{name} {value}' for name, value in mark.levels)) or 'none'}")
        if mark.folios:
            ranges = (first if first == last else f"{first}–{last}" for first, last in mark.folios)
            rows.append(f"  folios       {show(', '.join(ranges))}")
    if line.relation == "same-document-copies":
        rows.append("  relation     copies of the same document")
    for label, role in _CREDITS:
        if names := line.names(role):
            rows.append(f"  {label:12} {show('; '.join(names))}")
    rows += [f'  not read     "{show(segment.text.strip())}"' for segment in line.segments if not segment.understood]
    if len(rows) == 1:
        rows.append("  no shelfmark read here")
    return "\n".join(rows)
