"""The schemas themselves: sound, told to the user, and as wide as RECORD.md."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from schema_cases import MINIMAL, VALID, records

from provcheck import tables
from provcheck.model.document import Entry, Locator
from provcheck.schema import KINDS, EngineName, check, check_data, fields
from provcheck.schema.engines import fast_is_here

ROOT = Path(__file__).parent.parent
SCHEMAS = sorted(path.name.removesuffix(".schema.json") for path in (ROOT / "schemas").glob("*.schema.json"))
SHARED = ROOT.parent / "shared"

ENGINES: tuple[EngineName, ...] = ("fast", "reference") if fast_is_here() else ("reference",)


def properties(schema: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every property that a schema defines, wherever it stands."""
    if isinstance(schema, dict):
        for key, field in (schema.get("properties") or {}).items():
            yield f"{path}/{key}", field
        for key, part in schema.items():
            if key not in ("examples", "default", "enum", "const"):
                yield from properties(part, f"{path}/{key}")
    elif isinstance(schema, list):
        for index, part in enumerate(schema):
            yield from properties(part, f"{path}/{index}")


PROPERTIES = [
    pytest.param(name, field, id=f"{name}:{path}")
    for name in ("record", "config")
    for path, field in properties(tables.schema(name))
]


def test_our_schemas_are_there() -> None:
    assert {"record", "config"} <= set(SCHEMAS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_sound(name: str) -> None:
    Draft202012Validator.check_schema(tables.schema(name))


@pytest.mark.parametrize(("name", "field"), PROPERTIES)
def test_every_property_is_told_with_examples_that_hold(name: str, field: dict[str, Any]) -> None:
    assert field["title"]
    assert re.fullmatch(r"[A-Z].*\.", field["description"], re.DOTALL), "a description is a sentence"
    assert field["examples"]
    alone = Draft202012Validator({**field, "$defs": tables.schema(name)["$defs"]})
    for example in field["examples"]:
        assert alone.is_valid(example), example


@pytest.mark.parametrize("name", ["record", "config"])
def test_beside_a_reference_stand_only_words(name: str) -> None:
    """`provcheck.schema.engines.settle` finds the way of both engines only as long as this holds."""

    def walk(part: Any) -> None:
        if isinstance(part, dict):
            if "$ref" in part:
                assert set(part) <= {"$ref", "title", "description", "examples"}, part
                assert part["$ref"].startswith("#/$defs/")
            for key, inner in part.items():
                if key != "examples":
                    walk(inner)
        elif isinstance(part, list):
            for inner in part:
                walk(inner)

    walk(tables.schema(name))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("data", VALID)
def test_valid_records_are_valid(data: Any, engine: EngineName) -> None:
    assert list(check(Entry(data, Locator()), engine=engine)) == []


def test_every_field_occurs_in_a_valid_record() -> None:
    seen = {key for data in VALID for key in data}  # type: ignore[union-attr]
    assert set(tables.schema("record")["properties"]) == {key for key in seen if not str(key).startswith("x-")}


@pytest.mark.parametrize("engine", ENGINES)
def test_other_tools_may_have_numbers_where_digits_are_natural(engine: EngineName) -> None:
    source = {"archive": "RGASPI", "fond": 558, "opis": 11, "delo": 334, "list": [105, 106]}
    data = {**MINIMAL, "id": 113732, "date": 1950, "number": 4581, "copies": 3, "sources": [source]}
    assert list(check_data(data, "record", engine=engine)) == []


def test_examples_of_the_plan_are_valid() -> None:
    plan = SHARED / "RECORD.md"
    if not plan.exists():
        pytest.skip("the plan is not beside this checkout")
    blocks = re.findall(r"^```yaml\n(.*?)^```", plan.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert len(blocks) == 2
    for block in blocks:
        (data,) = records(block)
        assert isinstance(data, dict)
        assert list(check_data({**MINIMAL, **data}, "record")) == []


def test_levels_are_those_of_the_vocabulary() -> None:
    vocabulary = SHARED / "gold" / "README.md"
    if not vocabulary.exists():
        pytest.skip("the vocabulary is not beside this checkout")
    world = set(re.findall(r"^\| ([a-z-]+) \| \d+ \|", vocabulary.read_text(encoding="utf-8"), re.MULTILINE))
    russian = {"fond", "opis", "delo", "papka", "korobka", "tom", "chast", "kniga", "razdel", "perechen", "dokument"}
    assert len(world) > 25
    assert tables.level_keys() == world | russian


def test_levels_of_every_convention_are_fields_of_a_source() -> None:
    for convention in tables.conventions().values():
        assert {level.name for level in convention.levels} <= tables.level_keys(), convention.id


def test_fields_are_named_once() -> None:
    assert {"id", "sources.archive", "people.sender", "people.*.name", "texts.by", "relations.rel"} <= set(fields())
    assert fields()["rights.licence"]["title"] == "Licence"
    assert "people.sender.name" not in fields()
    assert "overrides.paths" in fields("config")


def blocks(page: str) -> dict[str, str]:
    found = re.findall(r"^(Fails|Passes)::\n\n((?:    .*\n|\n)+)", cleandoc(page) + "\n", re.MULTILINE)
    return {title: cleandoc(text) for title, text in found}


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_of_a_kind_shows_what_fails_and_what_passes(kind: str) -> None:
    _, page = KINDS[kind]
    shown = blocks(page)
    (failing,), (passing,) = records(shown["Fails"]), records(shown["Passes"])
    assert [problem.rule for problem in check_data(failing, "record")] == [kind]
    assert list(check_data(passing, "record")) == []


def test_an_unknown_schema_is_our_own_error() -> None:
    with pytest.raises(FileNotFoundError):
        list(check_data({}, "no-such-schema"))


@pytest.mark.parametrize("name", ["record", "config"])
def test_the_schema_file_is_plain_json_without_repeated_keys(name: str) -> None:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len({key for key, _ in pairs}) == len(pairs), pairs
        return dict(pairs)

    json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"), object_pairs_hook=once)
