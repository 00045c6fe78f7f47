"""``provcheck init``: what a folder of records needs to begin with."""

from __future__ import annotations

import json
from pathlib import Path

import click

from provcheck import __version__, tables
from provcheck.cli.streams import show, write_file

CONFIG = """\
# Settings for provcheck; `provcheck explain` tells what the rules see.

include = ["records/**"]

# fail-on = "warning"         # the least severity that makes a check fail; "error" unless set
# ignore = ["label-number"]   # rules that are not to be reported

# [severity]
# translator-missing = "error"

# Facts that all records share are said once, here.
[defaults]
language = "en"               # of titles, notes and translations
# publisher = "The Example Digital Archive"
# url = "https://example.org/document/{id}"
# rights = "Reuse is welcome; please name the archive."

# [cite]
# styles = ["chicago-notes-bibliography-archival"]
"""

RECORD = """\
# yaml-language-server: $schema=../.provcheck/record.schema.json
# A sample: change it, or remove it. The line above gives editors completion and checks while you type.
id: sample-1
title: Ciphered Telegram from Roshchin in Beijing to Filippov [Stalin]
type: telegram
date: 1950-10-03
language: ru
people:
  sender: Roshchin
  recipient: {name: Stalin, as: Filippov}
sources:
  - {archive: APRF, fond: "45", opis: "1", delo: "334", list: 105-106}
  - {archive: RGASPI, fond: "558", opis: "11", delo: "334", list: 105-106}
translators: [Kathryn Weathersby, Alexandre Mansourov]
rights: Reuse is welcome; please name the archives.
"""

PRE_COMMIT = f"""\
# Checks all records when one is committed: pip install pre-commit && pre-commit install
repos:
  - repo: local
    hooks:
      - id: provcheck-validate
        name: provcheck
        entry: provcheck validate .
        language: python
        additional_dependencies: ["provcheck=={__version__}"]
        files: ^records/
        pass_filenames: false
"""

WORKFLOW = f"""\
name: records
on: [push, pull_request]

permissions:
  contents: read

jobs:
  provcheck:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: python -m pip install provcheck=={__version__}
      - run: provcheck validate . --format github
"""


@click.command(
    "init",
    short_help="Set up a folder of records.",
    epilog="""\b
Examples:
  provcheck init                 in this folder
  provcheck init my-archive
""",
)
@click.argument("folder", metavar="[DIR]", default=".")
def command(folder: str) -> None:
    """Write a configuration, a sample record, a pre-commit hook and a GitHub workflow to DIR.

    Files that are there already stay as they are.
    """
    top = Path(folder)
    if top.is_file():
        raise click.UsageError(f"{show(folder)} is a file: name the folder to set up, which need not be there yet")
    for name, text in _files().items():
        path = top / name
        if path.exists():
            click.echo(f"kept     {show(str(path))}")
            if name == ".pre-commit-config.yaml" and "provcheck" not in path.read_text("utf-8", "replace"):
                click.echo("         add to its repos:")
                click.echo("".join(f"           {line}\n" for line in PRE_COMMIT.splitlines()[2:]).rstrip())
        else:
            write_file(path, text)
            click.echo(f"written  {show(str(path))}")
    click.echo(f"Next: provcheck validate {show(folder)}")


def _files() -> dict[str, str]:
    """Return what to write: name → text."""
    schema = json.dumps(tables.schema("record"), ensure_ascii=False, indent=2) + "\n"
    return {
        "provcheck.toml": CONFIG,
        "records/sample-1.yaml": RECORD,
        ".provcheck/record.schema.json": schema,
        ".pre-commit-config.yaml": PRE_COMMIT,
        ".github/workflows/provcheck.yml": WORKFLOW,
    }
