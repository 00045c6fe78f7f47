"""Reading standard input, writing output: what every command needs and none should do in its own way."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from shutil import copymode
from typing import Any, BinaryIO, TextIO

import click

from provcheck.read.encoding import MAX_BYTES
from provcheck.report.outcome import visible as show

__all__ = [
    "as_utf8",
    "colours",
    "emit",
    "show",
    "stdin",
    "stdin_bytes",
    "width",
    "wrapped",
    "write_file",
    "write_files",
]

_CODES = {
    "error": "1;31",
    "warning": "1;33",
    "hint": "1;36",
    "path": "1",
    "strong": "1",
    "rule": "2",
    "frame": "34",
    "added": "32",
    "removed": "31",
}


def stdin() -> BinaryIO:
    """Return standard input. Raises ClickException where it is closed."""
    if sys.stdin is None:
        raise click.ClickException("standard input is closed: there is nothing to read from it")
    return sys.stdin.buffer


def stdin_bytes() -> bytes:
    """Return standard input, up to one byte more than a reader takes. Raises ClickException where it is closed."""
    return stdin().read(MAX_BYTES + 1)


def as_utf8(stream: TextIO) -> None:
    """Let *stream* write UTF-8: what other programs read must not depend on this machine's code page."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def emit(text: str, output: str | None, stream: TextIO | None = None, *, machine: bool = False) -> None:
    """Write *text* to the file *output*, by default to *stream*, by default to standard output."""
    if output is not None and output != "-":
        write_file(Path(output), text)
        return
    stream = stream or sys.stdout
    if machine:
        as_utf8(stream)
    stream.write(text)
    stream.flush()


def write_file(path: Path, text: str) -> None:
    """Write *text* to *path* as UTF-8, making its folder where needed; a file is replaced at once, whole.

    Raises click.ClickException.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():  # a pipe, a terminal
            _put(path, text)
        else:
            write_files({path.resolve(): text})
    except OSError as error:
        raise click.ClickException(f"cannot write {show(str(path))}: {error.strerror or error}") from None


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")


def write_files(files: Mapping[Path, str]) -> None:
    """Write all of *files* or, where one cannot be written, none. Raises click.ClickException.

    Each is written beside its place first, then all are moved there.
    """
    ready: dict[Path, Path] = {}
    try:
        for path, text in files.items():
            if path.is_dir():
                raise click.ClickException(f"cannot write {show(str(path))}: there is a folder of this name")
            beside = path.with_name(f".{path.name}.new")
            ready[path] = beside
            _put(beside, text)
            if path.exists():
                copymode(path, beside)
        for path, beside in ready.items():
            beside.replace(path)
    except OSError as error:
        raise click.ClickException(f"cannot write {show(str(path))}: {error.strerror or error}") from None
    finally:
        for beside in ready.values():
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def colours(stream: Any) -> bool:
    """Tell whether *stream* is to have colours: a terminal, unless NO_COLOR; FORCE_COLOR wins over that it is none."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return bool(stream.isatty()) and os.environ.get("TERM") != "dumb"


def paint(text: str, role: str) -> str:
    """Return *text* in the colour of its *role*."""
    code = _CODES.get(role)
    return f"\x1b[{code}m{text}\x1b[0m" if code else text


def width(stream: Any) -> int:
    """Return how many columns *stream* has; 120 where it is no terminal."""
    try:
        return os.get_terminal_size(stream.fileno()).columns if stream.isatty() else 120
    except (OSError, ValueError, AttributeError):
        return 120


def wrapped(text: str, columns: int) -> str:
    """Return *text* with its long lines broken; what follows stands under the text beside a name, as in a list."""
    from textwrap import wrap

    lines = []
    for line in text.split("\n"):
        lead = re.match(r" *(?:\S.{0,40}? {2,}|\S[^:]{0,20}: +(?= ))?", line)
        indent = min(lead.end() if lead else 0, columns // 2)
        lines += (
            wrap(
                line[indent:],  # else a long word would leave the name before it alone
                columns,
                initial_indent=line[:indent],
                subsequent_indent=" " * indent,
                break_long_words=False,
                break_on_hyphens=False,
            )
            or [line.rstrip()]
        )
    return "\n".join(lines)
