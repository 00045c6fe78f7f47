"""The command line: one file per command, loaded only when it is called."""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import NoReturn, cast

import click

from provcheck import __version__

CLEAN, FINDINGS, USAGE, INTERRUPTED, PIPE = 0, 1, 2, 130, 141
"""Exit codes: nothing found · findings at or above ``--fail-on`` · misuse, unreadable input · Ctrl-C · reader left."""

_NO_ROOM = frozenset({errno.ENOSPC, errno.EFBIG, errno.EIO})
"""What the machine says where output finds no room: a full disk, not a defect of ours."""

COMMANDS = {
    "validate": "validate",
    "cite": "cite",
    "parse": "parse",
    "import": "import_page",
    "explain": "explain",
    "styles": "styles",
    "init": "init",
}
"""Every command and its file in this folder, in the order of ``--help``."""


class Commands(click.Group):
    """Loads a command's module when it is asked for: ``validate`` does not wait for what only ``cite`` needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name."""
        if cmd_name not in COMMANDS:
            return None
        return cast(click.Command, import_module(f"provcheck.cli.{COMMANDS[cmd_name]}").command)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Begin with:
  provcheck init                     set up a folder of records
  provcheck validate records         check them
  provcheck cite records --style chicago-notes-bibliography-archival
  provcheck explain label-number     what a finding means
""",
)
@click.version_option(__version__, prog_name="provcheck")
def app() -> None:
    """Check where archival documents come from, and cite them."""


def run(args: Sequence[str] | None = None) -> int:
    """Run the command line with *args* (by default the process's own) and return the exit code."""
    try:
        _steady_streams()
        code = _invoke(sys.argv[1:] if args is None else args)
        sys.stdout.flush()
        return code
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        _forget_stdout()
        return PIPE
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _NO_ROOM:
            _forget_stdout()
            click.echo(f"Error: cannot write the output: {error.strerror}", err=True)
            return USAGE
        if os.environ.get("PROVCHECK_TRACEBACK"):
            raise
        click.echo(
            f"provcheck failed: {type(error).__name__}: {error}\n"
            "This is a defect of provcheck: please report it with what you did. PROVCHECK_TRACEBACK=1 shows where.",
            err=True,
        )
        return USAGE


def _invoke(args: Sequence[str]) -> int:
    if "_PROVCHECK_COMPLETE" in os.environ:  # a shell asks what could follow
        app.main(prog_name="provcheck")
    try:
        # not app.main: that has exit codes of its own for Ctrl-C and for a reader that leaves
        with app.make_context("provcheck", list(args)) as ctx:
            app.invoke(ctx)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        error.show()
        return USAGE
    return CLEAN


def _steady_streams() -> None:
    """Let no character that the terminal cannot show end the run, nor that the caller closed a stream."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - for the whole run
    out = sys.stdout
    if isinstance(out, io.TextIOWrapper) and isinstance(out.buffer, io.RawIOBase):
        # PYTHONUNBUFFERED: what a pipe takes half of would be lost without a word
        encoding, errors = out.encoding, out.errors
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(out.detach()), encoding, errors, line_buffering=True)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _forget_stdout() -> None:
    """Keep the interpreter from complaining at its end that the reader of our output has left."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    gc.set_threshold(400_000, 50, 100)  # a short run makes much that lives on, and hardly any waste to look for
    code = run()
    with suppress(OSError, ValueError):
        sys.stderr.flush()
    os._exit(code)  # everything is written; taking the interpreter apart would take a fifth of a short run
