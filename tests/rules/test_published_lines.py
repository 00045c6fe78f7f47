"""Source lines as professionals print them: what a rule finds there must be so, or nobody believes it elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from provcheck.model.document import Entry, Locator
from provcheck.model.record import Record
from provcheck.records import record
from provcheck.rules import by_id
from tests.rules.examples import context

LINES = Path(__file__).parents[3] / "shared" / "gold" / "lines.jsonl"

SURE = (
    "archive-misspelt",
    "copies-disagree",
    "level-repeated",
    "level-unknown",
    "level-value",
    "page-or-papka",
    "range-overlong",
    "range-reversed",
    "shelfmark-duplicate",
)
"""Rules for slips of which printed lines have next to none."""


@pytest.fixture(scope="module")
def lines() -> list[tuple[str, Record]]:
    if not LINES.is_file():
        pytest.skip("the labelled source lines (../shared/gold/lines.jsonl) are not beside this checkout")
    rows = [json.loads(row) for row in LINES.read_text(encoding="utf-8").splitlines()]
    return [(row["text"], record(Entry({"id": row["id"], "sources": row["text"]}, Locator()))) for row in rows]


@pytest.mark.parametrize("rule", SURE)
def test_rules_for_slips_are_silent_on_printed_lines(rule: str, lines: list[tuple[str, Record]]) -> None:
    found = [(text, p.message) for text, one in lines for p in by_id()[rule].check(one, context([one]))]
    assert len(found) <= len(lines) // 200, found


@pytest.mark.parametrize(
    ("rule", "most"), [("level-missing", 0.04), ("label-number", 0.03), ("archive-obsolete", 0.08)]
)
def test_leads_stay_few_on_printed_lines(rule: str, most: float, lines: list[tuple[str, Record]]) -> None:
    hit = [text for text, one in lines if list(by_id()[rule].check(one, context([one])))]
    assert len(hit) <= most * len(lines), hit
