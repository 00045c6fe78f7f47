"""What users read of fields and settings names all of them, and its examples hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from schema_cases import MINIMAL, records

from provcheck.config import load
from provcheck.schema import KINDS, check_data, fields

DOCS = Path(__file__).parent.parent / "docs"
RECORD = (DOCS / "record.md").read_text(encoding="utf-8")
CONFIGURATION = (DOCS / "configuration.md").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def names(text: str) -> set[str]:
    """Return the words that a page sets as code, the keys of its examples and its headings."""
    code = {word.strip("[]") for word in re.findall(r"`([^`\n]+)`", text)} | set(
        re.findall(r"^### (\w+)$", text, re.MULTILINE)
    )
    return code | set(re.findall(r"[\w$-]+(?=\s*[:=])", "\n".join(re.findall(r"```\w*\n(.*?)```", text, re.DOTALL))))


@pytest.mark.parametrize(("schema", "page"), [("record", RECORD), ("config", CONFIGURATION)])
def test_every_field_is_told(schema: str, page: str) -> None:
    told = names(page)
    assert {name for name in fields(schema) if name.rpartition(".")[2] not in told} == set()


def test_every_kind_of_problem_is_told() -> None:
    assert set(KINDS) <= names(RECORD)


@pytest.mark.parametrize("block", blocks(RECORD, "yaml"))
def test_the_examples_of_records_hold(block: str) -> None:
    (data,) = records(block)
    assert isinstance(data, dict)
    assert list(check_data({**MINIMAL, **data}, "record")) == []


def test_the_first_example_is_whole() -> None:
    (data,) = records(blocks(RECORD, "yaml")[0])
    assert list(check_data(data, "record")) == []


@pytest.mark.parametrize("block", blocks(CONFIGURATION, "toml"))
def test_the_examples_of_settings_hold(block: str) -> None:
    _, faults = load(block, "provcheck.toml")
    assert faults == ()
