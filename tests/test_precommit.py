"""The hooks of `.pre-commit-hooks.yaml`, run by the real pre-commit on a real repository."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
import yaml
from installing import MINUTES, ROOT, committed, environment, installed, must, run, snapshot

from provcheck import read

GOOD = """\
id: sample-1
title: Letter from Smith to Jones
type: letter
date: 1950-10-03
language: ru
sources:
  - {archive: RGASPI, fond: "17", opis: "128", delo: "1119", list: 12-14}
rights: Reuse is welcome.
"""
BROKEN = GOOD.replace("sample-1", "sample-2").replace("date: 1950-10-03", "date: 1950-10-32")
WARNED = GOOD.replace("sample-1", "sample-3").replace('"128"', "0128").replace("12-14", "31")
"""Opis 0128 without quotes: other YAML readers take it for another number. A warning, with a safe fix."""


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a git repository with the hooks installed from a clone of this checkout."""
    hooks = snapshot(tmp_path_factory.mktemp("hooks"))
    revision = committed(hooks)
    top = tmp_path_factory.mktemp("repository")
    (top / "README.md").write_text("# Our records\n\nNo record: the hooks leave it alone.\n", encoding="utf-8")
    (top / "provcheck.toml").write_text('include = ["records/**"]\n', encoding="utf-8")
    hooks_wanted = [{"id": hook} for hook in ("provcheck-fix", "provcheck-validate", "provcheck-validate-all")]
    config = {"repos": [{"repo": str(hooks), "rev": revision, "hooks": hooks_wanted}]}
    (top / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    committed(top)
    result = run(*PRE_COMMIT, "install", "--install-hooks", cwd=top, env=in_home(top), timeout=15 * MINUTES)
    installed(result, tmp_path_factory.mktemp("probe"))
    return top


PRE_COMMIT = (sys.executable, "-m", "pre_commit")


def in_home(top: Path) -> dict[str, str]:
    return environment(PRE_COMMIT_HOME=str(top.with_name(top.name + "-home")), PRE_COMMIT_COLOR="never")


def commit(top: Path, records: dict[str, str]) -> tuple[int, str]:
    """Try to commit *records*; return git's exit code and all that was said."""
    must(run("git", "reset", "--quiet", "--hard", cwd=top))
    for name, text in records.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(text, encoding="utf-8")
    must(run("git", "add", "--all", cwd=top))
    result = run("git", "commit", "--message", "Add records", cwd=top, env=in_home(top))
    return result.returncode, result.stdout + result.stderr


def head(top: Path) -> str:
    return must(run("git", "rev-parse", "HEAD", cwd=top)).stdout


@pytest.mark.slow
def test_a_good_record_is_committed(repository: Path) -> None:
    before = head(repository)
    code, said = commit(repository, {"records/sample-1.yaml": GOOD, "README.md": "# Ours\n"})
    assert (code, head(repository) != before) == (0, True), said
    assert said.count("Passed") == 3


@pytest.mark.slow
def test_a_broken_record_blocks_the_commit(repository: Path) -> None:
    before = head(repository)
    code, said = commit(repository, {"records/sample-2.yaml": BROKEN})
    assert (code, head(repository)) == (1, before), said
    assert "records/sample-2.yaml:4:7: error[date-invalid]" in said


@pytest.mark.slow
def test_an_id_that_a_record_outside_of_the_commit_has_blocks_it(repository: Path) -> None:
    code, said = commit(repository, {"records/sample-5.yaml": GOOD.replace("sample-1", "sample-5")})
    assert code == 0, said
    before = head(repository)
    twice = GOOD.replace("sample-1", "sample-5").replace("12-14", "15")
    code, said = commit(repository, {"records/other/sample-5.yaml": twice})
    assert (code, head(repository)) == (1, before), said
    assert "error[id-duplicate]" in said and said.count("Failed") == 1


@pytest.mark.slow
def test_what_can_be_mended_is_mended_and_then_passes(repository: Path) -> None:
    before = head(repository)
    code, said = commit(repository, {"records/sample-3.yaml": WARNED})
    mended = (repository / "records/sample-3.yaml").read_text(encoding="utf-8")
    assert (code, head(repository)) == (1, before), said
    assert "files were modified by this hook" in said
    assert mended == WARNED.replace("0128", '"0128"')
    code, said = commit(repository, {"records/sample-3.yaml": mended})
    assert (code, head(repository) != before) == (0, True), said


@pytest.mark.slow
def test_warnings_do_not_block_the_commit(repository: Path) -> None:
    before = head(repository)
    env = {**in_home(repository), "SKIP": "provcheck-fix"}
    must(run("git", "reset", "--quiet", "--hard", cwd=repository))
    (repository / "records/sample-4.yaml").write_text(WARNED.replace("sample-3", "sample-4"), encoding="utf-8")
    must(run("git", "add", "--all", cwd=repository))
    result = run("git", "commit", "--message", "Add a record", cwd=repository, env=env)
    assert (result.returncode, head(repository) != before) == (0, True), result.stdout + result.stderr
    shown = run(*PRE_COMMIT, "run", "--all-files", "--verbose", "provcheck-validate", cwd=repository, env=env)
    assert "warning[scalar-ambiguous]" in shown.stdout


HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS.keys())
def test_hooks_look_at_records_and_leave_other_files_alone(hook: dict[str, str]) -> None:
    def looks_at(path: str) -> bool:
        return bool(re.search(hook["files"], path)) and not re.search(hook["exclude"], path)

    endings = [ending for endings in read.FORMATS.values() for ending in endings]
    assert [ending for ending in endings if not looks_at(f"records/a{ending}")] == []
    ours = ["records/113732.yaml", "records/readmes-of-stalin.md", "a/b c.csv", "licensed.json"]
    others = [
        "README.md",
        "docs/readme.MD",
        ".pre-commit-config.yaml",
        ".github/workflows/x.yml",
        "scan.tif",
        "CHANGELOG.md",
    ]
    assert [path for path in ours if not looks_at(path)] == []
    assert [path for path in others if looks_at(path)] == []
