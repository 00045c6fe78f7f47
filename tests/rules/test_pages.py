"""Every rule is registered, has its page, and the examples on the page hold."""

from __future__ import annotations

from pathlib import Path

import pytest

import provcheck.rules
from provcheck import schema
from provcheck.rules import RULES, Rule, by_id, page, rule_id
from tests.rules.examples import context, examples, problems, silent_after_fix

HERE = Path(provcheck.rules.__file__).parent

EXAMPLES = [
    pytest.param(rule, block.kind, number, id=f"{rule_id(rule)}-{number}-{block.kind}")
    for rule in RULES
    for number, block in enumerate(page(rule).blocks)
]


def test_every_file_is_registered() -> None:
    files = {path.stem for path in HERE.glob("*.py") if not path.stem.startswith("_")}
    names = [rule.__name__.rpartition(".")[2] for rule in RULES]
    assert set(names) == files
    assert names == sorted(names), "keep the tuple sorted"
    assert len(by_id()) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=rule_id)
def test_a_page_has_its_parts(rule: Rule) -> None:
    found = page(rule)
    assert found.summary.endswith("."), "the first line says in one sentence what the rule sees"
    assert len(found.summary) <= 110
    before, _, after = found.body.partition("Fails::")
    assert before.strip(), "say why, with the case it was met in"
    assert found.examples("fails")
    assert found.examples("passes")
    last = after.rstrip().splitlines()[-1]
    assert not last.startswith(" "), "after the examples say what to do"
    assert found.remedy.endswith(".") and len(found.remedy) < 220, "that is the help of findings that have none"
    assert rule.SEVERITY in {"error", "warning", "hint"}


@pytest.mark.parametrize(("rule", "kind", "number"), EXAMPLES)
def test_an_example_holds(rule: Rule, kind: str, number: int) -> None:
    blocks = page(rule).blocks
    text = blocks[number].text
    found = problems(rule, text)
    if kind == "fails":
        assert found, "the rule finds nothing in its Fails example"
        for example, problem in found:
            locator = example.document.entries[0].locator
            span = locator.value(problem.pointer)
            if problem.on_key:
                span = locator.key(problem.pointer)
            elif problem.within is not None:
                span = locator.within(problem.pointer, *problem.within)
            assert span.start <= span.end <= example.shown, f"the place lies outside the example: {problem}"
        return
    assert not found, found
    for example in examples(text):
        assert not list(schema.check(example.document.entries[0])), "the example is no valid record"
    if kind == "fixed":
        assert number and blocks[number - 1].kind == "fails", "Fixed belongs right after its Fails"
        made = [example.document.entries[0].data for example in silent_after_fix(rule, blocks[number - 1].text)]
        assert made == [example.document.entries[0].data for example in examples(text)]


@pytest.mark.parametrize("rule", RULES, ids=rule_id)
def test_a_rule_that_offers_a_fix_shows_it(rule: Rule) -> None:
    offered = any(problem.fix for text in page(rule).examples("fails") for _, problem in problems(rule, text))
    assert offered == bool(page(rule).examples("fixed"))


def test_the_base_record_is_clean() -> None:
    found = examples("title: Nothing else\n---\ntitle: Another\n")
    facts = context([example.record for example in found])
    for example in found:
        assert not list(schema.check(example.document.entries[0]))
        for rule in RULES:
            assert not list(rule.check(example.record, facts)), rule_id(rule)
