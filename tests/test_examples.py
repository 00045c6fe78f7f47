"""The examples are what they say: the archive is clean, each broken file has its findings at its lines."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"


def provcheck(*args: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "provcheck", *args]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)


def findings(*args: str) -> list[dict[str, object]]:
    return list(json.loads(provcheck("validate", "--format", "json", *args).stdout)["findings"])


def test_the_archive_is_clean() -> None:
    done = provcheck("validate", "examples/archive")
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "No findings: 15 records in 12 files.")


def test_the_archive_is_clean_even_of_hints_but_for_lines_that_stand_as_text() -> None:
    found = findings("examples/archive", "--select", "*")
    assert {finding["rule"] for finding in found} == {"source-as-text"}


def test_the_broken_half_has_the_findings_of_its_table() -> None:
    table = (EXAMPLES / "broken" / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([\w.-]+) \| (\d+) \| ([\w-]+) \|", table, re.MULTILINE)
    found = findings("examples/broken")
    assert {(Path(str(f["path"])).name, str(f["line"]), str(f["rule"])) for f in found} == set(rows)
    files = {path.name for path in (EXAMPLES / "broken").iterdir()} - {"README.md"}
    assert files == {name for name, _, _ in rows}


def test_mending_the_broken_half_leaves_nothing_to_mend(tmp_path: Path) -> None:
    copy = tmp_path / "broken"
    shutil.copytree(EXAMPLES / "broken", copy)
    assert provcheck("validate", "--fix", str(copy)).returncode == 1
    after = {path.name: path.read_bytes() for path in copy.iterdir()}
    again = provcheck("validate", "--fix", str(copy))
    assert "can be mended" not in again.stdout
    assert {path.name: path.read_bytes() for path in copy.iterdir()} == after


@pytest.mark.skipif(shutil.which("sh") is None, reason="the demo is a shell script, and there is no shell")
def test_the_demo_runs() -> None:
    bin_folder = str(Path(sys.executable).parent)
    done = subprocess.run(
        ["sh", "examples/demo.sh"],
        cwd=ROOT,
        env={"PATH": f"{bin_folder}:/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for wanted in (
        "sources:",
        "No findings: 1 record",
        "error[archive-missing]",
        "АП РФ. Ф. 45. Оп. 1. Д. 334.",
        "papka 11",
    ):
        assert wanted in done.stdout
