"""What travels: the wheel as a user installs it, the GitHub Action, and the papers beside the code."""

from __future__ import annotations

import json
import re
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from installing import MINUTES, ROOT, environment, installed, must, run, snapshot

import provcheck
from provcheck.report import FORMATS

RECORD = """\
id: sample-1
title: Letter from Smith to Jones
type: letter
date: 1950-10-03
language: ru
sources:
  - {archive: RGASPI, fond: "17", opis: "128", delo: "1119", list: 12-14}
rights: Reuse is welcome.
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("wheel")
    sources = snapshot(tmp_path_factory.mktemp("sources"))
    # no --wheel: the wheel is built from the source archive, so that both are tested
    installed(run(sys.executable, "-m", "build", "--outdir", top, sources, cwd=top), top)
    [made] = top.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder far from the checkout, with provcheck installed from the wheel in ``env`` and one record."""
    top = tmp_path_factory.mktemp("elsewhere")
    must(run(sys.executable, "-m", "venv", top / "env", cwd=top))
    installed(run(program(top, "python"), "-m", "pip", "install", "--quiet", wheel, cwd=top, timeout=10 * MINUTES), top)
    (top / "sample-1.yaml").write_text(RECORD, encoding="utf-8")
    return top


def program(top: Path, name: str) -> Path:
    return top / "env" / ("Scripts" if sys.platform == "win32" else "bin") / name


def call(top: Path, *args: str) -> tuple[int, str]:
    result = run(program(top, "provcheck"), *args, cwd=top, env=environment(COLUMNS="120"))
    return result.returncode, result.stdout + result.stderr


@pytest.mark.slow
def test_the_wheel_brings_schemas_styles_and_tables(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f"provcheck/{path.relative_to(ROOT)}" for path in ROOT.glob("schemas/*") if path.is_file()}
    wanted |= {f"provcheck/{path.relative_to(ROOT)}" for path in ROOT.glob("styles/*") if path.is_file()}
    wanted |= {str(path.relative_to(ROOT)) for path in ROOT.glob("provcheck/**/*.py")}
    wanted |= {f"provcheck/data/{name}" for name in ("index.json", "archives.jsonl", "kinds.jsonl", "lexicon.txt")}
    wanted |= {"provcheck/py.typed"}
    assert sorted(wanted - names) == []
    assert [name for name in names if not name.startswith(("provcheck/", "provcheck-"))] == []


@pytest.mark.slow
def test_an_installed_provcheck_needs_no_checkout(elsewhere: Path) -> None:
    assert call(elsewhere, "--version") == (0, f"provcheck, version {provcheck.__version__}\n")
    code, said = call(elsewhere, "validate", "sample-1.yaml")
    assert code == 0, said
    code, said = call(elsewhere, "cite", "sample-1.yaml", "--style", "chicago-notes-bibliography-archival")
    assert (code, "RGASPI" in said and "delo 1119" in said) == (0, True), said
    code, said = call(elsewhere, "parse", "APRF, fond 45, opis 1, delo 334, listy 105-106")
    assert (code, "delo" in said) == (0, True), said
    for word in ("label-number", "sources", "rgaspi", "plain"):  # a rule, a field, an archive, a style
        code, said = call(elsewhere, "explain", word)
        assert (code, bool(said.strip())) == (0, True), said


@pytest.mark.slow
def test_what_init_writes_is_clean(elsewhere: Path) -> None:
    code, said = call(elsewhere, "init", "new")
    assert code == 0, said
    code, said = call(elsewhere, "validate", "new")
    assert code == 0, said


@pytest.mark.slow
def test_every_module_of_the_wheel_imports(elsewhere: Path) -> None:
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in (ROOT / "provcheck").rglob("*.py")
        if path.name != "__main__.py"
    ]
    imports = "".join(f"import {name}\n" for name in sorted(modules))
    must(run(program(elsewhere, "python"), "-c", imports, cwd=elsewhere))


ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


def test_the_action_is_well_formed() -> None:
    assert {"name", "description", "inputs", "runs"} <= ACTION.keys()
    assert ACTION["runs"]["using"] == "composite"
    for name, put in ACTION["inputs"].items():
        assert put["description"].strip(), name
        assert isinstance(put["default"], str), f"{name}: GitHub takes text only"
    assert ACTION["inputs"]["format"]["default"] in FORMATS
    for step in ACTION["runs"]["steps"]:
        assert ("run" in step) != ("uses" in step)
        assert "run" not in step or step["shell"] == "bash"


def test_the_action_uses_every_input_and_no_other() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"\$\{\{ *inputs\.([\w-]+)", text)) == set(ACTION["inputs"])


def test_no_input_of_the_action_is_part_of_a_script() -> None:
    assert [step for step in ACTION["runs"]["steps"] if "${{" in step.get("run", "")] == []


@pytest.mark.skipif(sys.platform == "win32", reason="bash is wanted")
def test_the_action_checks_what_it_is_given(tmp_path: Path) -> None:
    """The script of its last step, run with a program in provcheck's place that tells its arguments."""
    (tmp_path / "provcheck").write_text(
        f"#!{sys.executable}\nimport json, sys\nprint(json.dumps(sys.argv[1:]))\n", encoding="utf-8"
    )
    (tmp_path / "provcheck").chmod(0o755)
    given = {
        "INPUT_PATHS": "records\nmore records/$(id)\n",
        "INPUT_FORMAT": "sarif",
        "INPUT_OUTPUT": "out.sarif",
        "INPUT_ARGS": "--fail-on=warning\n\n--quiet",
    }
    env = environment(PROVCHECK_BIN=str(tmp_path), **given)
    result = must(run("bash", "-e", "-c", ACTION["runs"]["steps"][-1]["run"], cwd=tmp_path, env=env))
    assert json.loads(result.stdout) == [
        *("validate", "--format", "sarif", "--output", "out.sarif", "--fail-on=warning", "--quiet", "--"),
        *("records", "more records/$(id)"),
    ]


PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_papers_agree_on_version_and_licence() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert str(citation["version"]) == PROJECT["version"] == provcheck.__version__
    assert citation["license"] == PROJECT["license"] == "MIT"
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")
    assert f"## {PROJECT['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_dependency_has_its_page() -> None:
    page = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
    lines = [*PROJECT["dependencies"], *(one for group in PROJECT["optional-dependencies"].values() for one in group)]
    names = [re.split(r"[\[><=;! ]", line)[0] for line in lines]
    assert [name for name in names if name != "provcheck" and name.lower() not in page.lower()] == []
