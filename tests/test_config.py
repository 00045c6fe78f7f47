"""The configuration: what it says, what it means for a file and a rule, and where its slips stand."""

from __future__ import annotations

import doctest
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import provcheck.config.globs
from provcheck.config import Config, Override, candidates, load, speaks_of_us
from provcheck.config.globs import matches
from provcheck.model.context import Defaults
from provcheck.model.document import Document

FULL = """\
# What we want.
include = ["records/**/*.yaml", "letters.csv"]
exclude = ["drafts/"]
select = ["date-*", "level-missing"]
ignore = ["label-number"]
fail-on = "warning"
baseline = "known.json"

[severity]
translator-missing = "error"
"folio-padding" = "off"

[defaults]
publisher = "Wilson Center Digital Archive"
url = "https://example.org/document/{id}"
rights = "Reuse is welcome."
language = "en"

[cite]
styles = ["our-style"]
forms = ["note", "bibliography"]
format = "markdown"

[[overrides]]
paths = ["records/1917/**"]
ignore = ["date-*"]
severity = {source-unread = "hint"}
"""


def told(text: str, path: str = "provcheck.toml", known: tuple[str, ...] = ()) -> list[tuple[str, int, str, str]]:
    """Return (rule, line, the text underlined, the message) of everything wrong with a configuration."""
    _, faults = load(text, path, known)
    document = Document(path, "toml", text, (), faults)
    return [
        (fault.rule, document.place(fault.span).line, text[fault.span.start : fault.span.end], fault.message)
        for fault in faults
    ]


def test_everything_a_configuration_can_say() -> None:
    config, faults = load(FULL, "repo/provcheck.toml")
    assert faults == ()
    assert config == Config(
        path="repo/provcheck.toml",
        include=("records/**/*.yaml", "letters.csv"),
        exclude=("drafts/",),
        select=("date-*", "level-missing"),
        ignore=("label-number",),
        fail_on="warning",
        severities={"translator-missing": "error", "folio-padding": "off"},
        baseline="known.json",
        defaults=Defaults(
            "Wilson Center Digital Archive", "https://example.org/document/{id}", "Reuse is welcome.", "en"
        ),
        styles=("our-style",),
        cite_forms=("note", "bibliography"),
        cite_format="markdown",
        overrides=(Override(("records/1917/**",), (), ("date-*",), {"source-unread": "hint"}),),
    )
    assert config.beside("known.json") == "repo/known.json"


def test_the_same_in_pyproject() -> None:
    ours = FULL.replace("[[overrides]]", "[[tool.provcheck.overrides]]")
    for table in ("severity", "defaults", "cite"):
        ours = ours.replace(f"[{table}]", f"[tool.provcheck.{table}]")
    text = f'[project]\nname = "a"\n\n[tool.provcheck]\n{ours}\n[tool.other]\nselec = 1\n'
    config, faults = load(text, "pyproject.toml")
    assert faults == ()
    assert config == replace(load(FULL, "provcheck.toml")[0], path="pyproject.toml")
    assert speaks_of_us(text, "pyproject.toml")
    assert not speaks_of_us('[project]\nname = "a"\n', "pyproject.toml")
    assert speaks_of_us("", "provcheck.toml")


def test_nothing_said_is_the_default() -> None:
    assert load("", "provcheck.toml") == (Config("provcheck.toml"), ())
    assert load('[project]\nname = "a"\n', "pyproject.toml") == (Config("pyproject.toml"), ())


@pytest.mark.parametrize(
    ("text", "rule", "line", "underlined", "words"),
    [
        ('a = "b"\nselec = ["a"]', "field-unknown", 2, "selec", "did you mean `select`?"),
        ('\nfail-on = "eror"', "value-not-allowed", 2, '"eror"', "did you mean error?"),
        ("[defaults]\npublisher = 3", "field-type", 2, "publisher", "takes text, and this is a number"),
        ("[defaults]\nrights = 1979-05-27\npublisher = 1", "field-type", 3, "publisher", "takes text"),
        ('[defaults]\nurl = "https://x.org/doc"', "value-not-allowed", 2, '"https://x.org/doc"', "write {id} where"),
        ('[defaults]\nurl = "no address {id}"', "value-not-allowed", 2, '"no address {id}"', "it begins with https://"),
        ('[defaults]\nlanguage = "english"', "value-not-allowed", 2, '"english"', "is no language tag"),
        ('exclude = ["drafts", "!a"]', "value-not-allowed", 1, '"!a"', "cannot be taken in again"),
        ('[[overrides]]\npaths = ["a.{yaml,md}"]', "value-not-allowed", 2, '"a.{yaml,md}"', "a pattern for each"),
        ('publisher = "A"', "field-unknown", 1, "publisher", "it belongs in `defaults`"),
        ('select = "date-*"', "field-type", 1, '"date-*"', "takes a list, and this is text"),
        ('select = [\n  "a",\n  "",\n]', "field-empty", 3, '""', "is empty"),
        ('[severity]\nsyntax = "warn"', "value-not-allowed", 2, '"warn"', "did you mean warning?"),
        (
            '[[overrides]]\npaths = ["a"]\n\n[[overrides]]\nignore = ["b"]',
            "field-missing",
            4,
            "[[overrides]]",
            "`paths`",
        ),
        (
            '[[overrides]]\npaths = ["a"]\n[overrides.severity]\na = "b"',
            "value-not-allowed",
            4,
            '"b"',
            "it takes error",
        ),
        ('[cite]\nformat = "pdf"', "value-not-allowed", 2, '"pdf"', "text, html, markdown, rtf, latex or csl-json"),
        ("select = [", "syntax", 1, "", "this is not TOML"),
        ("a = 1\na = 2", "syntax", 2, "\n", "this is not TOML"),
        ("a = 1\nb = \n", "syntax", 2, "\n", "this is not TOML"),
    ],
)
def test_a_slip_is_told_with_its_place(text: str, rule: str, line: int, underlined: str, words: str) -> None:
    found = [one for one in told(text) if one[0] == rule and words in one[3]]
    assert len(found) == 1, told(text)
    assert found[0][1] == line
    if rule != "syntax":
        assert found[0][2] == underlined


def test_names_that_are_no_rules() -> None:
    text = 'ignore = [\n  "date-*",\n  "label-numbr",\n]\n[severity]\nlabel_number = "off"\n"date-*" = "hint"\n'
    text += '[[overrides]]\npaths = ["a"]\nselect = [\n  "zzz",\n  "typo-*",\n  "dat_*"\n]\n'
    known = ("label-number", "date-invalid")
    assert [(line, underlined, message) for _, line, underlined, message in told(text, known=known)] == [
        (3, '"label-numbr"', "there is no rule `label-numbr`; did you mean `label-number`?"),
        (6, "label_number", "there is no rule `label_number`; did you mean `label-number`?"),
        (7, '"date-*"', "a severity is given to one rule, not to a pattern: name each that `date-*` is to mean"),
        (11, '"zzz"', "there is no rule `zzz`"),
        (12, '"typo-*"', "there is no rule `typo-*`"),
        (13, '"dat_*"', "there is no rule `dat_*`; did you mean `date-*`?"),
    ]
    assert told(text) == []


def test_what_is_wrong_does_not_hide_the_rest() -> None:
    config, faults = load('selec = 1\nignore = ["a", 3]\nfail-on = 7\n[severity]\nb = "x"\nc = "off"', "provcheck.toml")
    assert len(faults) == 4
    assert (config.ignore, config.fail_on, config.severities) == (("a",), "error", {"c": "off"})


def test_places_in_pyproject() -> None:
    text = '[tool.other]\nselec = 1\n\n[tool.provcheck]\nselec = ["a"]\n'
    assert [(line, underlined) for _, line, underlined, _ in told(text, "a/pyproject.toml")] == [(5, "selec")]


# Which rules, how bad


def test_severity_in_all_its_ways() -> None:
    config, _ = load(
        'ignore = ["a-*"]\n[severity]\nb = "hint"\nc = "off"\nh = "warning"\n'
        '[[overrides]]\npaths = ["old/"]\nignore = ["d"]\nseverity = {b = "error"}\n'
        '[[overrides]]\npaths = ["old/new/"]\nseverity = {b = "warning"}\nselect = ["b", "g"]\n',
        "provcheck.toml",
    )
    ask = config.severity
    assert ask("z", "error", "x.yaml") == "error"
    assert ask("a-b", "error", "x.yaml") is None
    assert ask("b", "error", "x.yaml") == "hint"
    assert ask("c", "error", "x.yaml") is None
    assert ask("d", "warning", "x.yaml") == "warning"
    assert ask("d", "warning", "old/x.yaml") is None
    assert ask("b", "hint", "old/x.yaml") == "error"
    assert ask("b", "hint", "./old/new/x.yaml") == "warning"
    assert ask("z", "error", "old/new/x.yaml") is None
    assert ask("h", "hint", "x.yaml") == "warning"


def test_hints_are_off_unless_asked_for() -> None:
    assert Config().severity("h", "hint", "a") is None
    assert Config(select=("*",)).severity("h", "hint", "a") == "hint"
    assert Config(select=("h",)).severity("z", "error", "a") is None
    assert Config(severities={"h": "hint"}).severity("h", "hint", "a") == "hint"
    assert Config(fail_on="hint").severity("h", "hint", "a") == "hint"
    assert Config(fail_on="hint", select=("x",)).severity("h", "hint", "a") is None


def test_options_of_the_command_line_come_on_top() -> None:
    config, _ = load(FULL, "provcheck.toml")
    chosen = config.with_options(select=("level-order",), ignore=("a",), fail_on="never")
    assert (chosen.select, chosen.ignore) == (("level-order",), ("label-number", "a"))
    assert not chosen.fails("error")
    assert config.with_options() == config


@pytest.mark.parametrize(
    ("fail_on", "failing"),
    [("error", {"error"}), ("warning", {"error", "warning"}), ("hint", {"error", "warning", "hint"}), ("never", set())],
)
def test_what_makes_a_run_fail(fail_on: str, failing: set[str]) -> None:
    config = Config(fail_on=fail_on)  # type: ignore[arg-type]
    assert {severity for severity in ("error", "warning", "hint") if config.fails(severity)} == failing  # type: ignore[arg-type]


# Which files


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        ("*.yaml", ["a.yaml", "x/y/a.yaml", ".yaml"], ["a.yml", "a.yaml.bak"]),
        ("/*.yaml", ["a.yaml"], ["x/a.yaml"]),
        ("drafts/", ["drafts/a", "x/drafts/y/a"], ["drafts", "mydrafts/a"]),
        ("drafts", ["drafts", "drafts/a", "x/drafts/a"], ["drafts2/a"]),
        ("records/*.yaml", ["records/a.yaml"], ["records/x/a.yaml", "x/records/a.yaml"]),
        ("records/**/*.yaml", ["records/a.yaml", "records/x/y/a.yaml"], ["a.yaml", "records/a.json"]),
        ("records/**", ["records/a", "records/x/a"], ["records", "recordsx/a"]),
        ("**/old/*", ["old/a", "x/old/a", "x/old/a/b"], ["old"]),
        ("./records/a.yaml", ["records/a.yaml"], ["x/records/a.yaml"]),
        ("a?c", ["abc", "x/aцc"], ["ac", "a/c", "abbc"]),
        ("[ab]1", ["a1", "b1"], ["c1", "ab1"]),
        ("[!ab]1", ["c1", "x/c1"], ["a1", "/1"]),
        ("[0-9]x", ["5x"], ["ax", "-x"]),
        ("[z-a]x", [], ["zx", "-x", "bx"]),
        ("[]]x", ["]x"], ["x"]),
        ("[a", ["[a"], ["a"]),
        ("a.b+(c)", ["a.b+(c)"], ["aXb+(c)", "a.bb(c)"]),
        ("", [], ["", "a"]),
        ("/", [], ["a"]),
        ("**", ["a", "a/b"], [""]),
        ("Письма/*", ["Письма/1.yaml"], ["письма/1.yaml"]),
        ("K\u00f6ln/*", ["Ko\u0308ln/1.yaml", "K\u00f6ln/1.yaml"], ["Koln/1.yaml"]),
        ("Ko\u0308ln", ["K\u00f6ln/1.yaml"], ["Koln"]),
    ],
)
def test_patterns(pattern: str, yes: list[str], no: list[str]) -> None:
    assert [path for path in yes if not matches(path, [pattern])] == []
    assert [path for path in no if matches(path, [pattern])] == []


@given(st.lists(st.text("ab*?[]!-/.^\\", max_size=12), max_size=4), st.text("ab/.*[", max_size=20))
@settings(max_examples=300, deadline=None)
def test_no_pattern_raises(patterns: list[str], path: str) -> None:
    assert matches(path, patterns) in (True, False)


def test_a_hostile_pattern_is_quick() -> None:
    assert not matches("a" * 200 + "/b", ["*a" * 8 + "c"])
    assert not matches("a/" * 100 + "b", ["**/" * 8 + "c"])


def test_the_examples_in_the_code() -> None:
    result = doctest.testmod(provcheck.config.globs)
    assert result.attempted > 0 and result.failed == 0


def test_included_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    config, _ = load('include = ["records/**"]\nexclude = ["drafts/"]', str(tmp_path / "provcheck.toml"))
    (tmp_path / "records").mkdir()
    monkeypatch.chdir(tmp_path / "records")
    assert config.includes("a.yaml")
    assert config.includes(str(tmp_path / "records" / "a.yaml"))
    assert not config.includes("drafts/a.yaml")
    assert not config.includes("../a.yaml")
    assert not config.includes("../../records/a.yaml")
    assert Config().includes("anything")
    assert not Config(exclude=("*.bak",)).includes("x/a.bak")


def test_where_a_configuration_may_stand(tmp_path: Path) -> None:
    found = list(candidates(str(tmp_path / "a" / "b")))
    assert found[0] == str(tmp_path / "a" / "b" / "provcheck.toml")
    assert found[1] == str(tmp_path / "a" / "b" / "pyproject.toml")
    assert str(tmp_path / "provcheck.toml") in found
    assert len(found) == len(set(found))


@given(st.text(alphabet="[]={}\"'#.\n\r ab1,\\", max_size=60))
@settings(max_examples=500, deadline=None)
def test_no_text_raises(text: str) -> None:
    config, faults = load(text, "provcheck.toml", {"a"})
    assert isinstance(config, Config)
    for fault in faults:
        assert 0 <= fault.span.start <= fault.span.end <= len(text)


@pytest.mark.parametrize("text", ["a = " + "[" * 3000, "[" + "a." * 3000 + "b]", "\ufeff", "a = \x00"])
def test_hostile_texts(text: str) -> None:
    _, faults = load(text, "provcheck.toml")
    assert faults
