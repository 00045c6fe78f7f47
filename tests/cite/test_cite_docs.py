"""The examples of docs/styles.md are what provcheck prints. ``pytest --golden`` writes them anew."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cite_records import SEED_RECORD

from provcheck import tables
from provcheck.cite import StyleFault, cite

PAGE = Path(__file__).parents[2] / "docs" / "styles.md"
SECTION = re.compile(
    r"^### (?P<name>\S+)\n(?P<prose>(?:(?!^#|^```).*\n)*)```text\n(?P<example>(?:(?!```).*\n)*)```$", re.M
)


def example(match: re.Match[str]) -> str:
    citations = cite([SEED_RECORD], match["name"])
    assert not isinstance(citations, StyleFault)
    lines: dict[str, list[str]] = {}
    for citation in citations:
        lines.setdefault(citation.output, []).append(citation.form)
    said = [f"{', '.join(forms) if len(lines) > 1 else 'all'}:\n  {text}\n" for text, forms in lines.items()]
    return f"### {match['name']}\n{match['prose']}```text\n{''.join(said)}```"


def test_examples_are_true(request: pytest.FixtureRequest) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [match["name"] for match in SECTION.finditer(page)] and {
        match["name"] for match in SECTION.finditer(page)
    } == set(tables.style_names())
    fresh = SECTION.sub(example, page)
    if request.config.getoption("--golden"):
        PAGE.write_text(fresh, encoding="utf-8", newline="\n")
    assert fresh == page or request.config.getoption("--golden"), "docs/styles.md is stale: pytest --golden"


def test_every_style_says_how_sure_it_is() -> None:
    settings = tables.style_settings()["styles"]
    for match in SECTION.finditer(PAGE.read_text(encoding="utf-8")):
        sure = settings[match["name"]].get("confidence")
        said = "" if sure is None else f"Confidence {sure:g}" + ("." if sure >= 0.6 else ": an analogy or a guess.")
        assert match["prose"].rstrip().endswith(said), match["name"]
