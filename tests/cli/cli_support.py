"""How tests of the command line call it: in this process for most, as a process of its own where that matters."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from provcheck import cli

GOOD = """\
id: "7"
title: Letter to the Minister
type: letter
date: 1950-10-03
language: ru
sources: RGASPI, f. 558, op. 11, d. 334, l. 105
rights: Public domain
"""
BROKEN = GOOD.replace("title: Letter", "titel: Letter")


class Result(NamedTuple):
    code: int
    out: str
    err: str


def call(*args: str | Path, stdin: str | bytes = b"", env: Mapping[str, str] | None = None) -> Result:
    """Run the command line in this process."""
    result = CliRunner().invoke(_Run(), [str(arg) for arg in args], input=stdin, env=dict(env or {}))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Result(result.exit_code, result.stdout, result.stderr)


class _Run:
    """What CliRunner wants of a command, around our own way out with exit codes."""

    name = "provcheck"

    def main(self, args: list[str], prog_name: str, **extra: object) -> None:
        sys.exit(cli.run(args))


def process(*args: str | Path, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Result:
    """Run ``python -m provcheck`` as a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "provcheck", *map(str, args)],
        input=stdin,
        capture_output=True,
        env={**os.environ, **(env or {})},
        timeout=60,
        check=False,
    )
    return Result(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
