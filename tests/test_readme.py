"""What the README shows is what provcheck says. ``pytest --golden`` writes the outputs anew."""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from installing import ROOT, environment

from provcheck.catalogue import known

README = ROOT / "README.md"
BLOCK = re.compile(r"(?<=```console\n)(.*?)(?=```\n)", re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)")


def shown(block: str, folder: Path) -> str:
    """Return *block* as a person would see it who types its commands in *folder*, one after the other."""
    return "".join(
        f"$ {command}\n{output(command, folder)}" for command in re.findall(r"^\$ (.*)$", block, re.MULTILINE)
    )


def output(command: str, folder: Path) -> str:
    program, *args = shlex.split(command)
    called = [sys.executable, "-m", "provcheck"] if program == "provcheck" else [program]
    assert program in {"provcheck", "head", "cat"}, f"{program} is not for a README: it may not be there"
    result = subprocess.run(
        [*called, *args],
        cwd=folder,
        env=environment(PYTHONPATH=str(ROOT)),
        timeout=60,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    assert result.returncode in (0, 1), result.stdout
    return result.stdout


def test_the_tour_shows_what_happens(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    text = README.read_text(encoding="utf-8")
    blocks = BLOCK.findall(text)
    assert len(blocks) >= 4
    true = [shown(block, tmp_path) for block in blocks]
    if request.config.getoption("--golden"):
        made: Iterator[str] = iter(true)
        README.write_text(BLOCK.sub(lambda _: next(made), text), encoding="utf-8", newline="\n")
    for block, expected in zip(BLOCK.findall(README.read_text(encoding="utf-8")), true, strict=True):
        assert block == expected, "pytest --golden writes the outputs of the README anew"


def test_the_table_of_what_is_checked_has_every_family_of_rules() -> None:
    table = README.read_text(encoding="utf-8").partition("## What it checks")[2].partition("\n## ")[0]
    told = set(re.findall(r"`([a-z]+)-\*`|`(syntax|encoding)`", table))
    families = {rule.partition("-")[0] for rule in known() if rule != "internal-error"}  # that one is a defect of ours
    assert {one or other for one, other in told} == families


PAGES = [README, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", [page for page in PAGES if "\n>>> " in page.read_text(encoding="utf-8")], ids=str)
def test_python_examples_run(page: Path) -> None:
    result = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert result.attempted > 0 and result.failed == 0


def test_every_recipe_names_files_that_are_there() -> None:
    named = re.findall(
        r"`((?:provcheck|schemas|styles|tests|docs|examples)/[\w./-]+)`", PAGES[1].read_text(encoding="utf-8")
    )
    assert len(named) > 5
    assert [path for path in named if not (ROOT / path).exists() and path not in INVENTED] == []


INVENTED = {"provcheck/rules/my_rule.py"}
"""Files that a recipe tells to write."""
