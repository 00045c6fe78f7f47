"""What people are told: one slip, one problem, at its place, with what was probably meant."""

from __future__ import annotations

import doctest
from typing import Any

import pytest
from schema_cases import MINIMAL, records

import provcheck.schema.guess
import provcheck.schema.words
from provcheck.model.document import Value
from provcheck.schema import KINDS, check_data

Told = tuple[str, tuple[str | int, ...], str]

CASES: list[tuple[str, list[Told]]] = [
    # unknown fields
    ("tittle: a", [("field-unknown", ("tittle",), "did you mean `title`?")]),
    ("Place: a", [("field-unknown", ("Place",), "did you mean `place`?")]),
    ("lang: ru", [("field-unknown", ("lang",), "did you mean `language`?")]),
    ("fond: 45", [("field-unknown", ("fond",), "it belongs in `sources`")]),
    ("sender: Roshchin", [("field-unknown", ("sender",), "it belongs in `people`")]),
    ("license: MIT", [("field-unknown", ("license",), "did you mean `licence`, which belongs in `rights`?")]),
    ("x_room: 12", [("field-unknown", ("x_room",), "did you mean `x-room`?")]),
    ("qqq: 12", [("field-unknown", ("qqq",), "there is no field `qqq`")]),
    (
        "sources: {archive: A, fund: 45, op: 1, д: 3, ll.: 4}",
        [
            ("field-unknown", ("sources", "fund"), "did you mean `fond`?"),
            ("field-unknown", ("sources", "op"), "did you mean `opis`?"),
            ("field-unknown", ("sources", "д"), "did you mean `delo`?"),
            ("field-unknown", ("sources", "ll."), "did you mean `list`?"),
        ],
    ),
    # what the archive calls its levels
    (
        "sources: {archive: ASVe, fondo: Senato, filza: 3, carta: 12}",
        [
            ("field-unknown", ("sources", "fondo"), "did you mean `fonds`?"),
            ("field-unknown", ("sources", "filza"), "did you mean `bundle`?"),
            ("field-unknown", ("sources", "carta"), "did you mean `folio`?"),
        ],
    ),
    (
        "sources: {archive: LVVA, fond: 1370, lieta: 3, lapa: 12}",
        [
            ("field-unknown", ("sources", "lieta"), "did you mean `delo`?"),
            ("field-unknown", ("sources", "lapa"), "did you mean `list`?"),
        ],
    ),
    ("sources: {archief: NA, box: 3}", [("field-unknown", ("sources", "archief"), "did you mean `archive`?")]),
    ("sources: [{archive: A, rights: b}]", [("field-unknown", ("sources", 0, "rights"), "in the record itself")]),
    # a misspelt name is not missing as well
    ("people: {sender: {nam: A}}", [("field-unknown", ("people", "sender", "nam"), "did you mean `name`?")]),
    ("sources: [{archiv: A}]", [("field-unknown", ("sources", 0, "archiv"), "did you mean `archive`?")]),
    # a colon made a field of a source line
    ("sources: [{NAA: 'A1838, 2498/11'}]", [("field-type", ("sources", 0), "the colon after `NAA`")]),
    ("published: {in: X, source: {NAA: A1}}", [("field-type", ("published", "source"), "a source line was meant")]),
    ("note: {See NAA: A1838}", [("field-type", ("note",), "the colon after `See NAA`")]),
    ("note: [a, {See NAA: A1838}]", [("field-type", ("note", 1), "text was meant")]),
    ("sources: {Source: RGASPI f. 17}", [("field-type", ("sources",), "of `sources`, where a source line was meant")]),
    ("sources: [{NAA: 'A1838', fond: 1}]", [
        ("field-unknown", ("sources", 0, "NAA"), "no field"), ("field-missing", ("sources", 0, "archive"), "missing")]),
    # missing and empty
    ("title:", [("field-missing", ("title",), "`title` is empty: fill it in")]),
    ("title: ''", [("field-missing", ("title",), "`title` is empty")]),
    ("rights: ' '", [("field-missing", ("rights",), "`rights` is empty")]),
    ("sources: []", [("field-missing", ("sources",), "`sources` is empty")]),
    ("sources: [{}]", [("field-missing", ("sources", 0), "entry 1 of `sources` is empty")]),
    ("note:", [("field-empty", ("note",), "`note` is empty: fill it in or take it out")]),
    ("people: {sender: }", [("field-empty", ("people", "sender"), "`sender` is empty")]),
    ("title: {en: ''}", [("field-empty", ("title", "en"), "`en` is empty")]),
    ("translators: [A, ]\nplace: ''", [("field-empty", ("place",), "`place` is empty")]),
    ("sources: [{fond: 45}]", [("field-missing", ("sources", 0, "archive"), "`archive` or `held` is missing")]),
    ("relations: {rel: reply-to}", [("field-missing", ("relations", "to"), "`to` is missing from `relations`")]),
    ("date: [{role: sent}]", [("field-missing", ("date", 0, "date"), "`date` is missing from entry 1 of `date`")]),
    # wrong kinds of things; of alternatives only the one that was meant
    ("title: [A, B]", [("field-type", ("title",), "takes text or a mapping of fields, and this is a list")]),
    ("published: somewhere", [("field-type", ("published",), "takes a mapping of fields or a list, and this is text")]),
    ("date: [1950, 1951]", [("field-type", ("date", 0), "entry 1"), ("field-type", ("date", 1), "entry 2")]),
    ("sources: [A, [B]]", [("field-type", ("sources", 1), "entry 2 of `sources` takes text or a mapping of fields")]),
    ("sources: [{archive: [A]}]", [("field-type", ("sources", 0, "archive"), "takes text, and this is a list")]),
    ("people: A", [("field-type", ("people",), "takes a mapping of fields, and this is text")]),
    ("people: {sender: [{name: {en: A}}]}", [("field-type", ("people", "sender", 0, "name"), "takes text")]),
    ("translators: [{name: A, into: [en]}]", [("field-type", ("translators", 0, "into"), "`into` takes text")]),
    # values
    ("sources: {held: Private}", [("value-not-allowed", ("sources", "held"), "did you mean private?")]),
    ("sources: {held: gone}", [("value-not-allowed", ("sources", "held"), "private, lost, destroyed or unknown")]),
    ("files: {path: a, sha256: abc}", [("value-not-allowed", ("files", "sha256"), "cannot be “abc”")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), CASES, ids=[text for text, _ in CASES])
def test_what_is_told(text: str, told: list[Told]) -> None:
    (data,) = records(text)
    assert isinstance(data, dict)
    problems = list(check_data({**MINIMAL, **data}, "record"))
    assert [(problem.rule, problem.pointer) for problem in problems] == [(rule, at) for rule, at, _ in told]
    for problem, (_, _, words) in zip(problems, told, strict=True):
        assert words in problem.message


def test_an_empty_record_lacks_what_every_record_needs() -> None:
    problems = list(check_data({"x-a": None}, "record"))
    assert {problem.pointer for problem in problems} == {
        ("id",), ("title",), ("type",), ("date",), ("language",), ("sources",), ("rights",),
    }  # fmt: skip
    assert {problem.rule for problem in problems} == {"field-missing"}


@pytest.mark.parametrize(
    ("data", "rule"), [(None, "field-missing"), ([], "field-missing"), ("a", "field-type"), (True, "field-type")]
)
def test_what_is_no_record_at_all(data: Value, rule: str) -> None:
    (problem,) = check_data(data, "record")
    assert (problem.pointer, problem.rule) == ((), rule)


def test_help_says_what_the_field_is_for_with_an_example() -> None:
    (problem,) = check_data({key: value for key, value in MINIMAL.items() if key != "language"}, "record")
    assert problem.help.startswith("The language of the document itself")
    assert problem.help.endswith("For example: `language: ru`.")


def test_a_near_miss_of_a_fixed_word_can_be_mended() -> None:
    same, near = (
        next(check_data({**MINIMAL, "sources": {"held": held}}, "record")).fix for held in ("Private", "privat")
    )
    assert same is not None and same.safe and same.changes[0].value == "private"
    assert near is not None and not near.safe


def test_a_source_line_that_a_colon_took_apart_is_put_together() -> None:
    (problem,) = check_data({**MINIMAL, "sources": ["A", {"NAA": "A1838, 2498/11"}]}, "record")
    assert problem.fix is not None and problem.fix.safe
    assert problem.fix.changes[0].value == "NAA: A1838, 2498/11"


def test_unknown_and_empty_keys_are_about_the_key() -> None:
    assert [problem.on_key for problem in check_data({**MINIMAL, "tittle": "a"}, "record")] == [True]
    assert [problem.on_key for problem in check_data({**MINIMAL, "note": None}, "record")] == [True]
    assert [problem.on_key for problem in check_data({**MINIMAL, "note": True}, "record")] == [False]


def test_problems_stand_in_the_order_of_the_record() -> None:
    data = {"x": "1", **MINIMAL, "title": None, "sources": [True, {"archive": "A", "b": "c", "fond": []}], "z": "1"}
    del data["rights"]
    pointers = [problem.pointer for problem in check_data(data, "record")]
    assert pointers == [
        ("x",), ("title",), ("sources", 0), ("sources", 1, "b"), ("sources", 1, "fond"), ("z",), ("rights",)
    ]  # fmt: skip


def test_a_hundred_unknown_fields_have_one_cause() -> None:
    many: Any = {f"strange{number}": "a" for number in range(10_000)}
    problems = list(check_data({**MINIMAL, **many}, "record"))
    assert len(problems) == 21
    assert problems[0].pointer == () and "9980 more fields" in problems[0].message


def test_a_thousand_wrong_entries_are_told_by_the_first_hundred() -> None:
    problems = list(check_data({**MINIMAL, "sources": [True] * 1000}, "record"))
    assert [problem.pointer for problem in problems[:100]] == [("sources", index) for index in range(100)]
    assert "900 more places of the record" in problems[100].message and len(problems) == 101


def test_long_names_and_values_are_cut() -> None:
    data: Any = {**MINIMAL, "t" * 100_000: "a", "sources": {"held": "p" * 100_000}}
    assert all(len(problem.message) < 300 for problem in check_data(data, "record"))


@pytest.mark.parametrize("module", [provcheck.schema.guess, provcheck.schema.words])
def test_the_examples_in_the_code(module: Any) -> None:
    result = doctest.testmod(module)
    assert result.attempted > 0 and result.failed == 0


def test_every_problem_is_of_a_known_kind() -> None:
    for text, _ in CASES:
        (data,) = records(text)
        assert isinstance(data, dict)
        assert {problem.rule for problem in check_data({**MINIMAL, **data}, "record")} <= set(KINDS)
