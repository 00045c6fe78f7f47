"""``provcheck parse``: source lines → shelfmarks and credits."""

from __future__ import annotations

import codecs
import json
import re
import sys
from collections.abc import Iterator
from io import StringIO
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from provcheck.cli import CLEAN, USAGE
from provcheck.cli.streams import as_utf8, show, stdin, stdin_bytes
from provcheck.report.outcome import counted

if TYPE_CHECKING:
    from provcheck.model.shelfmark import SourceLine
    from provcheck.read.encoding import Decoded


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
@click.argument("texts", metavar="TEXT… | FILE | -", nargs=-1)
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

    Without any, standard input is read, if something is sent there. What cannot be read as a shelfmark or a credit is
    shown as such, never dropped.
    """
    texts = texts or _sent()
    if form == "jsonl":
        if len(texts) != 1:
            raise click.UsageError("--format jsonl takes one FILE, or - for standard input")
        ctx.exit(_answer(texts[0]))
    from provcheck.archives import account, as_json, read_guarded

    readings = (
        _told(where, read_guarded(line)) for where, line in list(_lines(texts))
    )  # no answer before all files are read
    if form == "json":
        as_utf8(sys.stdout)
        answers = [{"text": reading.text, **as_json(reading, anew=True)} for reading in readings]
        click.echo(json.dumps(answers, ensure_ascii=False, indent=2))
        return
    for number, reading in enumerate(readings):
        if number:
            click.echo()
        click.echo("\n".join(show(row) for row in account(reading).split("\n")))


def _sent() -> tuple[str, ...]:
    """Return the sign for standard input, where something else than a person is at its other end."""
    if sys.stdin is None or sys.stdin.isatty():
        raise click.UsageError("nothing to read: give a TEXT, a FILE of lines, or - and send lines to standard input")
    return ("-",)


def _told(where: str, reading: SourceLine) -> SourceLine:
    """Return *reading*; tell of a line so long that its end was not read, and of one that a defect kept unread."""
    if reading.failed:
        click.echo(
            f"{where}: reading failed: {reading.failed}. This is a defect of provcheck: please report it", err=True
        )
    if (at := reading.unread_from) is not None:
        click.echo(f"{where}: the line is too long: its text after character {at:,} was not read; split it", err=True)
    return reading


def _lines(texts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield every line, and where it stands."""
    for index, text in enumerate(texts, 1):
        data = stdin_bytes() if text == "-" else _bytes(text)
        if data is None:
            yield f"text {index}", text
        else:
            # not splitlines(): that cuts at U+2028 and others too, which stand within the lines of an editor
            for number, line in enumerate(StringIO(_decoded(text, data), newline=""), 1):
                if line.strip():
                    yield f"{show(text)}, line {number}", line.rstrip("\r\n")


def _decoded(name: str, data: bytes) -> str:
    """Return the text of *data*, whatever its encoding; that it is another than UTF-8 is told."""
    from provcheck.read.encoding import decode, is_binary
    from provcheck.read.guess import guess_encoding

    decoded = decode(data)
    if decoded.readable:
        return decoded.text
    if not decoded.text or is_binary(data):
        raise click.ClickException(f"cannot read {show(name)}: {decoded.faults[0].message}")
    if (guess := guess_encoding(data)) is None:
        raise click.ClickException(f"cannot read {show(name)}: {_placed(decoded)}")
    encoding, codec, sample = guess
    if b"\0" in data and not codec.lower().startswith("utf"):
        raise click.ClickException(
            f"cannot read {show(name)}: this is no text (null characters); save it as plain text"
        )
    click.echo(f"{show(name)}: not UTF-8; it was read as {encoding} (“{show(sample)}”)", err=True)
    return data.decode(codec, "replace")


def _placed(decoded: Decoded) -> str:
    """Return what is wrong at one place in a file, and where that is."""
    from provcheck.model.document import Document

    fault = decoded.faults[0]
    place = Document("", "text", decoded.text, ()).place(fault.span)
    return f"line {place.line}, column {place.column}: {fault.message}"


_FILE_NAME = re.compile(r"\S{1,200}\.(?:txt|text|csv|tsv|jsonl?|ya?ml|md)", re.IGNORECASE)
"""What nobody would write as a source line: rather the name of a file that is not there."""


def _bytes(text: str) -> bytes | None:
    """Return the content of the file called *text*, None where there is none."""
    if not text.strip():
        return None  # the path "" would be this folder
    try:
        path = Path(text)
        if path.is_dir():
            raise click.ClickException(f"cannot read {show(text)}: it is a folder; name the files in it")
        if path.exists():
            return path.read_bytes()
        if _FILE_NAME.fullmatch(text):
            click.echo(f"there is no file {show(text)}; it was read as a source line", err=True)
        return None
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        if isinstance(error, PermissionError):
            raise click.ClickException(f"cannot read {show(text)}: {error.strerror}") from None
        return None


def _answer(source: str) -> int:
    """Answer every JSON line of *source* with a JSON line, at once, and return the exit code."""
    if source == "-":
        return _answer_stream(stdin())
    try:
        stream = Path(source).open("rb")  # noqa: SIM115 - what goes wrong with the output is none of its errors
    except OSError as error:
        why = f"cannot read {show(source)}: {error.strerror}"
        if isinstance(error, FileNotFoundError) and not _FILE_NAME.fullmatch(source):
            why += "; --format jsonl reads lines of a file or of - (standard input), a text is read by --format json"
        raise click.ClickException(why) from None
    with stream:
        return _answer_stream(stream)


def _answer_stream(stream: BinaryIO) -> int:
    from provcheck.archives import as_json, read_guarded
    from provcheck.read.encoding import wide

    as_utf8(sys.stdout)
    code, plain = CLEAN, 0
    for number, raw in enumerate(stream, 1):
        if not raw.removeprefix(codecs.BOM_UTF8).strip():
            continue
        if number == 1 and (name := wide(raw)):  # its line ends are none of ours
            click.echo(f"this is {name}; save it as UTF-8", err=True)
            return USAGE
        try:
            row = _row(raw)
        except ValueError as error:
            plain += (message := str(error)) == _PLAIN
            if message != _PLAIN or plain == 1:
                click.echo(f"line {number}: {message}", err=True)
            code = USAGE
            continue
        answer = {"id": row.get("id"), **as_json(_told(f"line {number}", read_guarded(row["text"])))}
        sys.stdout.write(json.dumps(answer, ensure_ascii=False, allow_nan=False) + "\n")
        sys.stdout.flush()  # whoever asks line by line waits for it
    if plain > 1:
        click.echo(f"the same is true of {counted(plain - 1, 'more line')}", err=True)
    return code


_PLAIN = 'not JSON; plain lines are read with --format json, or write each as {"text": "…"}'


def _no_json(constant: str) -> None:
    raise ValueError(f"not JSON: {constant} is no value of it")


_MOST_DIGITS = 4000
"""Python reads no longer number, unless told to."""


def _number(digits: str) -> int | float:
    return int(digits) if len(digits) <= _MOST_DIGITS else inf


def _is_finite(value: Any) -> bool:
    try:
        json.dumps(value, allow_nan=False)
    except ValueError:
        return False
    return True


def _row(raw: bytes) -> dict[str, Any]:
    try:
        row = json.loads(raw.decode("utf-8-sig"), parse_constant=_no_json, parse_int=_number)
    except UnicodeDecodeError:
        raise ValueError("not UTF-8; save the file as UTF-8") from None
    except RecursionError:
        raise ValueError("nested too deeply") from None
    except json.JSONDecodeError as error:
        if raw.lstrip()[:1] not in b'{["':
            raise ValueError(_PLAIN) from None
        raise ValueError(f"not JSON: {error.msg} (column {error.colno})") from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ValueError('not an object with a text under "text"')
    if not _is_finite(row.get("id")):
        raise ValueError("the id is a number too large to be given back; write it as text")
    return row
