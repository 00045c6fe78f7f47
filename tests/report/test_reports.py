"""Every output on the same findings: the broken record below, with all that is hard to print."""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable

import pytest
from jsonschema import Draft202012Validator

from provcheck import tables
from provcheck.model.document import Document, Edit, Span
from provcheck.model.finding import Finding, Severity
from provcheck.report import FORMATS, Outcome, render
from provcheck.report.outcome import visible

TEXT = """\
id: "7"
title: "Письмо\u001b 李先生 é\t\u202eend <script>&]]>"
sources:
\t- archive: RGAPSI, ll. 5
"""
PATH = "records/a b,c:%é.yaml"


def finding(
    found: str, message: str, *, severity: Severity = "error", rule: str = "suppression-unknown", **more: object
) -> Finding:
    document = Document(PATH, "yaml", TEXT, ())
    start = TEXT.index(found)
    return Finding(
        rule,
        severity,
        message,
        PATH,
        document.place(Span(start, start + len(found))),
        fingerprint=f"{rule}{start}",
        **more,  # type: ignore[arg-type]
    )


def outcome() -> Outcome:
    start = TEXT.index("ll.")
    findings = [
        finding(
            "李先生", 'the name "\x1b[2J李" 100%, a: b\nis <odd> & "quoted"', rule="suppression-unused", severity="hint"
        ),
        finding(
            "RGAPSI", 'no archive is called "RGAPSI"', record="7", help='did you mean "RGASPI"?', rule="internal-error"
        ),
        finding(
            "ll.",
            '"ll." with one leaf',
            severity="warning",
            record="7",
            pointer=("sources", 0, "archive"),
            fix='write "l."',
            fix_safe=True,
            edits=(Edit(Span(start, start + 3), "l."),),
        ),
        Finding(
            "syntax",
            "error",
            "cannot be read",
            "gone.yaml",
            Document("", "", "x", ()).place(Span(0, 0)),
            fingerprint="s",
        ),
    ]
    documents = {PATH: Document(PATH, "yaml", TEXT, ())}
    return Outcome(findings, documents, [PATH, "clean.yaml", "gone.yaml"], 2, "1.2.3", notes=["3 known left out."])


@pytest.mark.parametrize("name", FORMATS)
def test_output_is_as_it_was(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"{name}.txt", render(name, outcome()))


@pytest.mark.parametrize("name", FORMATS)
def test_no_output_holds_a_control_character_or_an_invisible_mark(name: str) -> None:
    text = render(name, outcome())
    assert visible(text.replace("\n", "")) == text.replace("\n", "")


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_found_is_said_in_every_output(name: str) -> None:
    text = render(name, Outcome([], paths=["a.yaml"], records=1))
    assert text == "" if name == "github" else text.endswith("\n")


@pytest.mark.parametrize("name", ["json", "sarif", "github", "junit"])
def test_what_could_not_be_read_is_said(name: str) -> None:
    unread = "cannot read a<b>.yaml: Permission denied"
    text = render(name, Outcome([], paths=["a.yaml"], records=1, unread=[unread]))
    if name == "junit":
        (error,) = ElementTree.fromstring(text).iter("error")
        assert error.get("message") == unread
        assert ElementTree.fromstring(text).get("errors") == "1"
    else:
        assert unread in text


def test_an_unknown_output_is_refused() -> None:
    with pytest.raises(ValueError, match="xml"):
        render("xml", outcome())


def test_json_follows_its_schema() -> None:
    report = json.loads(render("json", outcome()))
    Draft202012Validator(tables.schema("report")).validate(report)
    assert report["summary"] == {"files": 3, "records": 2, "errors": 2, "warnings": 1, "hints": 1, "fixable": 1}
    last = report["findings"][2]
    assert last["pointer"] == ["sources", 0, "archive"]
    assert last["fix"] == {
        "message": 'write "l."',
        "safe": True,
        "edits": [{"line": 4, "column": 21, "end_line": 4, "end_column": 24, "text": "l."}],
    }
    assert (last["line"], last["column"], last["end_column"]) == (4, 21, 24)


def test_json_survives_half_a_character() -> None:
    broken = Finding("syntax", "error", "half \ud800", "a.yaml", Document("", "", "x", ()).place(Span(0, 0)))
    text = render("json", Outcome([broken]))
    assert json.loads(text.encode("utf-8"))["findings"][0]["message"] == "half \ud800"


def test_sarif_has_what_code_hosts_read() -> None:
    log = json.loads(render("sarif", outcome()))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({result["ruleId"] for result in run["results"]})
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        assert result["partialFingerprints"]["provcheck/v1"]
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]
        assert min(region.values()) >= 1
        uri = location["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.isascii()
        assert " " not in uri
    (fix,) = run["results"][2]["fixes"]
    (change,) = fix["artifactChanges"]
    assert change["artifactLocation"]["uri"] == "records/a%20b%2Cc%3A%25%C3%A9.yaml"
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 4, "startColumn": 21, "endLine": 4, "endColumn": 24},
            "insertedContent": {"text": "l."},
        }
    ]


def test_sarif_rules_carry_their_help() -> None:
    log = json.loads(render("sarif", outcome()))
    syntax = next(rule for rule in log["runs"][0]["tool"]["driver"]["rules"] if rule["id"] == "syntax")
    assert syntax["help"]["text"].startswith(syntax["shortDescription"]["text"])
    assert syntax["defaultConfiguration"] == {"level": "error"}


def test_github_commands_are_one_line_each_and_escaped() -> None:
    lines = render("github", outcome()).splitlines()
    assert len(lines) == 4
    assert lines[0].startswith("::notice file=records/a b%2Cc%3A%25é.yaml,line=2,endLine=2,col=")
    assert "%25, a: b␊is" in lines[0]
    assert lines[2].startswith("::warning ")


def test_gitlab_is_a_list_with_unique_fingerprints() -> None:
    rows = json.loads(render("gitlab", outcome()))
    assert len({row["fingerprint"] for row in rows}) == len(rows) == 4
    for row in rows:
        assert set(row) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert row["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert row["location"]["lines"]["begin"] >= 1


def test_junit_counts_and_fails_only_errors() -> None:
    root = ElementTree.fromstring(render("junit", outcome()))
    assert root.attrib["tests"] == "5"
    assert root.attrib["failures"] == "2"
    assert [suite.attrib["name"] for suite in root] == sorted([PATH, "clean.yaml", "gone.yaml"])
    assert len(list(root.iter("testcase"))) == 5
    assert len(list(root.iter("failure"))) == 2
    assert len(list(root.iter("system-out"))) == 2


def test_colours_come_only_from_paint() -> None:
    painted = outcome()
    assert "\x1b" not in render("text", painted)
    coloured = Outcome(
        painted.findings, painted.documents, painted.paths, paint=lambda text, role: f"\x1b[1m{text}\x1b[0m"
    )
    assert io.StringIO(render("text", coloured)).getvalue().count("\x1b[0m") > 5
