"""Problems become findings: id, severity, place, edits, fingerprint; comments silence; nothing takes the run down."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck import baseline
from provcheck.catalogue import known
from provcheck.check import check, collect
from provcheck.config import Config
from provcheck.model.context import Context, Defaults
from provcheck.model.document import Document, Entry, Locator, Pointer, Span
from provcheck.model.finding import Change, Finding, Fix, Problem, Severity
from provcheck.model.record import Record
from provcheck.model.shelfmark import SourceLine
from provcheck.read import read
from provcheck.rules import date_future, id_file_mismatch

GOOD = """\
id: "7"
title: Letter
type: letter
date: 1950-10-03
language: ru
sources: RGASPI, f. 558, op. 11, d. 334, l. 105
rights: Public domain
"""

Look = Callable[[Record, Context], Iterator[Problem]]


def rule(name: str, look: Look, severity: Severity = "warning") -> Any:
    """Make a rule of a function."""
    return SimpleNamespace(__name__=f"made.{name.replace('-', '_')}", __doc__="A rule.", SEVERITY=severity, check=look)


def always(*problems: Problem) -> Look:
    def look(record: Record, context: Context) -> Iterator[Problem]:
        yield from problems

    return look


def findings(
    text: str, *rules: Any, config: Config | None = None, path: str = "records/a.yaml", form: str | None = None
) -> list[Finding]:
    document = read(path, text.encode("utf-8"), form)
    return check(collect([document]), config or Config(), today=date(2026, 1, 1), rules=rules)


TITLE = rule(
    "title-odd", always(Problem(("title",), "odd", help="think", fix=Fix("write", (Change(("title",), "Note"),))))
)


def test_a_clean_record_has_no_findings() -> None:
    assert findings(GOOD) == []


def test_a_problem_gets_its_place_and_everything_else() -> None:
    (found,) = findings(GOOD, TITLE)
    assert (found.rule, found.severity, found.message, found.help) == ("title-odd", "warning", "odd", "think")
    assert (found.path, found.record, found.pointer, found.entry) == ("records/a.yaml", "7", ("title",), 0)
    assert tuple(found.place) == (2, 8, 2, 14)
    assert found.fix == "write"
    assert found.fix_safe
    assert found.changes == (Change(("title",), "Note"),)
    (edit,) = found.edits
    assert GOOD[: edit.span.start] + edit.text + GOOD[edit.span.end :] == GOOD.replace("title: Letter", "title: Note")


@pytest.mark.parametrize(
    ("problem", "place"),
    [
        (Problem(("title",), "x", on_key=True), (2, 1, 2, 6)),
        (Problem(("title",), "x", within=(1, 3)), (2, 9, 2, 11)),
        (Problem((), "x"), (1, 1, 1, 8)),
        (Problem(("people", "sender"), "x"), (1, 1, 1, 8)),
    ],
)
def test_places(problem: Problem, place: tuple[int, ...]) -> None:
    (found,) = findings(GOOD, rule("r", always(problem)))
    assert tuple(found.place) == place


def test_schema_problems_carry_their_own_ids() -> None:
    found = findings(GOOD.replace("title:", "titel:"))
    assert {f.rule for f in found} <= {"field-missing", "field-unknown"}
    assert found
    assert all(f.severity == "error" for f in found)


def test_rights_said_once_for_the_repository_count_for_every_record() -> None:
    without = GOOD.replace("rights: Public domain\n", "")
    shared = Config(defaults=Defaults(rights="Reuse is welcome."))
    assert [finding.rule for finding in findings(without)] == ["field-missing"]
    assert not findings(without, config=shared)
    empty = findings(GOOD.replace("Public domain", ""), config=shared)
    assert [finding.rule for finding in empty] == ["field-missing"], "an empty field is a slip all the same"


def test_findings_are_in_the_order_of_the_text() -> None:
    found = findings(GOOD, rule("b", always(Problem(("rights",), "x"), Problem(("id",), "x"))), TITLE)
    assert [f.place.line for f in found] == [1, 2, 7]


# -- configuration ----------------------------------------------------------------------------------------------------


def test_severity_comes_from_the_configuration() -> None:
    (found,) = findings(GOOD, TITLE, config=Config(severities={"title-odd": "error"}))
    assert found.severity == "error"
    assert findings(GOOD, TITLE, config=Config(severities={"title-odd": "off"})) == []
    assert findings(GOOD, TITLE, config=Config(ignore=("title-*",))) == []


def test_a_hint_is_told_only_when_asked_for() -> None:
    hint = rule("title-odd", always(Problem(("title",), "x")), "hint")
    assert findings(GOOD, hint) == []
    assert [f.severity for f in findings(GOOD, hint, config=Config(select=("title-odd",)))] == ["hint"]


def test_what_was_not_checked_is_told_whatever_is_selected() -> None:
    for config in (
        Config(select=("title-odd",), ignore=("*",)),
        Config(severities={"syntax": "off", "encoding": "off"}),
        Config(severities={"syntax": "hint", "encoding": "hint"}),
    ):
        for data, rule in ((b"a: [", "syntax"), ("id: Вол".encode("cp1251"), "encoding"), (b"%PDF-1", "encoding")):
            told = check(collect([read("a.yaml", data)]), config, today=date(2026, 1, 1))
            assert [(f.rule, f.severity) for f in told] == [(rule, "error")]


def test_no_comment_silences_what_was_not_checked() -> None:
    told = [(f.rule, f.message) for f in findings("# provcheck: ignore-file[syntax]\nid: [")]
    assert [rule for rule, _ in told] == ["suppression-unknown", "syntax"]
    assert '"syntax" cannot be silenced' in told[0][1]
    data = "# provcheck: ignore-file[encoding]\nid: é"
    for config in (Config(), Config(severities={"suppression-unused": "hint"})):
        unread = check(collect([read("a.yaml", data.encode("latin-1"))]), config, today=date(2026, 1, 1))
        assert [f.rule for f in unread] == ["encoding"]
    marked = check(collect([read("a.yaml", data.encode("utf-8-sig"))]), Config(), today=date(2026, 1, 1))
    assert "encoding" not in {f.rule for f in marked}  # this one was read


def test_no_comment_silences_a_rule_that_failed() -> None:
    def failing(record: Record, context: Context) -> Iterator[Problem]:
        raise KeyError("oops")

    text = GOOD.replace("Letter\n", "Letter # provcheck: ignore[internal-error]\n")
    assert "internal-error" in {f.rule for f in findings(text, rule("r", failing))}


def test_a_rule_that_is_off_does_not_run() -> None:
    def explode(record: Record, context: Context) -> Iterator[Problem]:
        raise AssertionError("ran")

    assert findings(GOOD, rule("r", explode), config=Config(ignore=("r",))) == []


# -- nothing takes the run down ---------------------------------------------------------------------------------------


def test_a_rule_that_raises_becomes_a_finding_and_the_others_run() -> None:
    def fail(record: Record, context: Context) -> Iterator[Problem]:
        yield Problem(("id",), "seen before it failed")
        raise KeyError("oops")

    found = findings(GOOD, rule("r-fails", fail), TITLE)
    assert {f.rule for f in found} == {"r-fails", "internal-error", "title-odd"}
    internal = next(f for f in found if f.rule == "internal-error")
    assert internal.severity == "error"
    assert "r-fails" in internal.message
    assert "KeyError" in internal.message
    assert "report" in internal.help


def test_a_rule_that_fails_in_our_code_is_told_with_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(date_future, "check", always(Problem("id", ("x",))))  # type: ignore[arg-type]
    found = check(collect([read("a.yaml", GOOD.encode())]), Config(), today=date(2026, 1, 1), rules=[date_future])
    (internal,) = (f for f in found if f.rule == "internal-error")
    assert internal.message.startswith("the rule date-future failed: TypeError")
    assert re.search(r"; it failed in provcheck\.[\w.]+, line \d+$", internal.help)


def test_a_line_that_cannot_be_read_for_a_defect_becomes_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(text: str) -> SourceLine:
        raise IndexError("list index out of range")

    monkeypatch.setattr("provcheck.archives.reading.line._whole", fail)
    text = f"{GOOD}\nsources:\n  - RGASPI, f. 558, op. 11, d. 334\n"
    (found,) = (f for f in findings(text, TITLE) if f.rule == "internal-error")
    assert re.search(r"IndexError: list index out of range, in provcheck\.[\w.]+, line \d+$", found.message)
    assert "report" in found.help


def test_a_locator_that_raises_becomes_a_finding() -> None:
    class Broken(Locator):
        def value(self, pointer: Pointer) -> Span:
            raise RuntimeError("lost")

    document = Document("a.yaml", "yaml", GOOD, (Entry({"id": "1"}, Broken()),))
    found = check(collect([document]), Config(), today=date(2026, 1, 1), rules=())
    assert [f.rule for f in found] == ["internal-error"]
    assert "lost" in found[0].message


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["yaml", "json", "jsonl", "markdown", "csv", "tsv"]))
def test_junk_never_raises(data: bytes, form: str) -> None:
    document = read("junk", data, form)
    for found in check(collect([document]), Config(), today=date(2026, 1, 1)):
        assert found.rule != "internal-error", found.message
        assert found.place.line >= 1
        assert found.place.column >= 1
        assert found.place[:2] <= found.place[2:]


# -- fingerprints -----------------------------------------------------------------------------------------------------


def test_a_fingerprint_stays_when_lines_move_and_text_elsewhere_changes() -> None:
    (before,) = findings(GOOD, TITLE)
    moved = "# a comment\n\n" + GOOD.replace("Public domain", "Free")
    (after,) = findings(moved, TITLE)
    assert after.place.line != before.place.line
    assert after.fingerprint == before.fingerprint
    (same,) = findings(GOOD, TITLE, path="./records/../records/a.yaml")
    assert same.fingerprint == before.fingerprint


def test_a_fingerprint_changes_with_the_text_it_is_about() -> None:
    (before,) = findings(GOOD, TITLE)
    (after,) = findings(GOOD.replace("Letter", "Another"), TITLE)
    assert after.fingerprint != before.fingerprint


def test_equal_findings_have_different_fingerprints() -> None:
    twice = rule("r", always(Problem(("id",), "x"), Problem(("id",), "x")))
    first, second = findings(GOOD, twice)
    assert first.fingerprint != second.fingerprint


def test_what_an_alias_repeats_is_told_once() -> None:
    text = GOOD.replace("sources: ", "x-s: &s ") + "sources: [*s, *s]\n"
    both = rule("r", always(*(Problem(("sources", number), "x", (0, 6)) for number in (0, 1)), Problem(("id",), "x")))
    assert [f.pointer for f in findings(text, both) if f.rule == "r"] == [("id",), ("sources", 0)]


def test_what_says_nothing_of_a_remedy_has_that_of_its_page() -> None:
    (future,) = (f for f in findings(GOOD.replace("1950-10-03", "2950-10-03"), date_future) if f.rule == "date-future")
    assert future.help == "Correct the year."


def test_a_pipe_has_no_name_that_an_id_could_differ_from() -> None:
    for path, told in (("records/8.yaml", True), ("/dev/fd/8", False), ("-", False)):
        assert any(f.rule == "id-file-mismatch" for f in findings(GOOD, id_file_mismatch, path=path)) == told


# -- comments ---------------------------------------------------------------------------------------------------------


def silenced(text: str, *, form: str = "yaml", config: Config | None = None) -> list[str]:
    config = config or Config(severities={"suppression-unused": "hint"})
    return [f.rule for f in findings(text, TITLE, config=config, form=form)]


@pytest.mark.parametrize(
    "old",
    [
        "title: Letter # provcheck: ignore[title-odd]",
        "title: Letter   #provcheck: ignore[other-rule-unknown, title-odd] it is odd",
        "# provcheck: ignore[title-odd] it is\ntitle: Letter",
        "title: > # provcheck: ignore[title-odd]\n  Letter",
        "# provcheck: ignore[title-odd]\n# more words\n\ntitle: Letter",
        "# provcheck: ignore-file[title-odd]\ntitle: Letter",
        "# Provcheck: ignore[title-odd]\ntitle: Letter",
        "title: Letter # as printed; provcheck: ignore[title-odd]",
        "title: Letter # noqa # provcheck: ignore[title-odd] as printed",
    ],
)
def test_a_comment_silences(old: str) -> None:
    rules = silenced(GOOD.replace("title: Letter", old))
    assert "title-odd" not in rules
    assert set(rules) <= {"suppression-unknown"}


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (
            GOOD.replace('"7"', '"7" # provcheck: ignore[title-odd]'),
            {"title-odd", "suppression-unused"},
        ),
        (GOOD.replace("Letter\n", "Letter # provcheck: ignore[title-od]\n"), {"title-odd", "suppression-unknown"}),
        (GOOD.replace("Letter\n", "Letter # provcheck: ignore\n"), {"title-odd", "suppression-unknown"}),
        (GOOD.replace("Letter\n", "Letter # provcheck: ignore[title-*]\n"), {"title-odd", "suppression-unknown"}),
        (GOOD.replace("Letter\n", "Letter # checked with provcheck: fine\n"), {"title-odd"}),
        (GOOD.replace("Letter\n", "Letter # provcheck: off\n"), {"title-odd", "suppression-unknown"}),
        (GOOD.replace("Letter\n", "'Letter # provcheck: ignore[title-odd]'\n"), {"title-odd"}),
        (GOOD.replace("Letter\n", "Letter#provcheck:ignore[title-odd]\n"), {"title-odd"}),
        (GOOD + "note: |\n  # provcheck: ignore-file[title-odd]\n", {"title-odd"}),
        (GOOD + "# Provcheck: the tool that we check with\n", {"title-odd"}),
    ],
)
def test_a_comment_that_does_not_silence(text: str, rules: set[str]) -> None:
    assert set(silenced(text)) == rules


def test_comments_are_read_in_front_matter_only() -> None:
    front = "---\n" + GOOD.replace("Letter\n", "Letter # provcheck: ignore[title-odd]\n") + "---\n"
    assert silenced(front, form="markdown") == []
    body = f"---\n{GOOD}---\n# provcheck: ignore-file[title-odd]\n"
    assert silenced(body, form="markdown") == ["title-odd"]


def test_a_silenced_rule_that_was_not_run_is_not_called_unused() -> None:
    text = GOOD.replace("Letter\n", "Letter # provcheck: ignore[title-odd]\n")
    config = Config(ignore=("title-odd",), severities={"suppression-unused": "hint"})
    assert silenced(text, config=config) == []


# -- the catalogue ----------------------------------------------------------------------------------------------------


def test_everything_that_can_be_reported_has_a_page() -> None:
    for entry in known().values():
        assert entry.summary.endswith("."), entry.id
        assert len(entry.page.splitlines()) > 2, entry.id


def test_a_fingerprint_is_the_same_from_wherever_another_file_is_named() -> None:
    here, there = (
        findings(GOOD, rule("r", always(Problem((), f"record 2 ({path}) has it too", names=path))))
        for path in ("b.yaml", str(Path("b.yaml").absolute()))
    )
    assert here[0].message != there[0].message
    assert here[0].fingerprint == there[0].fingerprint


# -- baseline ---------------------------------------------------------------------------------------------------------


def test_a_baseline_knows_what_it_was_given_and_tells_what_is_gone() -> None:
    found = findings(GOOD, TITLE)
    known_before = baseline.load(baseline.dump(baseline.learnt(found)))
    assert baseline.subtract(found, known_before) == ([], [])
    other = replace(found[0], fingerprint="new")
    new, stale = baseline.subtract([other], known_before)
    assert new == [other]
    assert [entry.rule for entry in stale] == ["title-odd"]


def test_a_baseline_is_one_finding_a_line_and_sorted() -> None:
    found = findings(GOOD, TITLE, rule("a", always(Problem(("rights",), "x"))))
    text = baseline.dump(baseline.learnt(reversed(found)))
    assert text == baseline.dump(baseline.learnt(found))
    assert len(text.splitlines()) == 2 + len(found)
    assert baseline.load(baseline.dump([])) == ()


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 9, "findings": []}', '{"version": 1, "findings": [1]}', "[" * 10**5]
)
def test_what_is_no_baseline_is_refused_in_words(text: str) -> None:
    with pytest.raises(baseline.BaselineError, match=r"it|version|entry"):
        baseline.load(text)


@pytest.mark.parametrize(
    ("title", "rules"),
    [
        ("Letter \x1b[31m", ["encoding"]),  # reading puts a � there, which is no lost letter
        ("Letter �", ["text-mojibake"]),
    ],
)
def test_a_character_that_is_no_text_is_told_once(title: str, rules: list[str]) -> None:
    text = GOOD.replace("title: Letter", f'title: "{title}"')
    found = check(collect([read("a.yaml", text.encode())]), Config(), today=date(2026, 1, 1))
    assert [finding.rule for finding in found if finding.severity == "error"] == rules
