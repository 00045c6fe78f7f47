"""Both engines find the same errors, in valid records, in broken ones, and in ones broken by chance."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from schema_cases import MINIMAL, VALID, records
from test_schema_words import CASES

from provcheck.schema import check_data, engines, flaws

pytest.importorskip("jsonschema_rs", reason="its maker has no wheel for this machine, so there is nothing to compare")

JUNK: list[Any] = [
    None, "", " ", "\u00a0", "\x1c", "x", "no", "1950-13-45", True, False, 0, 1.5, [], {}, [None], [""], [[]], [{}],
    {"": ""}, {"a": "b"}, {"name": "a"}, {"name": None, "nam": "a"}, {"archive": "A"}, {"held": "lost"}, {"held": 1},
    {"archive": [], "held": []}, {"rel": "a", "to": 1}, {"date": "1950", "role": []}, "é" * 64, "a" * 64, "\ud800",
]  # fmt: skip

KEYS = [
    "",
    "x-",
    "x-a",
    "x",
    "title",
    "tittle",
    "name",
    "archive",
    "fond",
    "fund",
    "held",
    "date",
    "100",
    "a.b",
    "$ref",
    "~1",
    "/",
    "é",
]


def containers(data: Any) -> list[Any]:
    """Return every mapping and list in *data*."""
    found = [data] if isinstance(data, (dict, list)) else []
    for inner in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        found += containers(inner)
    return found


@st.composite
def broken(draw: st.DrawFn) -> Any:
    """Return a valid record after one to four accidents."""
    data = copy.deepcopy(draw(st.sampled_from([*VALID, MINIMAL])))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.sampled_from(containers(data)))
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        accident = draw(st.sampled_from(["add", "replace", "delete", "wrap", "rename", "unwrap"]))
        junk = copy.deepcopy(draw(st.sampled_from(JUNK)))
        if accident == "add" or not keys:
            if isinstance(place, dict):
                place[draw(st.sampled_from(KEYS))] = junk
            else:
                place.append(junk)
            continue
        key = draw(st.sampled_from(keys))
        if accident == "replace":
            place[key] = junk
        elif accident == "delete":
            del place[key]
        elif accident == "wrap":
            place[key] = [place[key]]
        elif accident == "rename" and isinstance(place, dict):
            place[draw(st.sampled_from(KEYS))] = place.pop(key)
        elif accident == "unwrap" and isinstance(place[key], (dict, list)) and place[key]:
            place[key] = next(iter(place[key].values() if isinstance(place[key], dict) else place[key]))
    return data


def same(data: Any, name: str = "record") -> None:
    fast, reference = (list(check_data(data, name, engine=engine)) for engine in ("fast", "reference"))  # type: ignore[arg-type]
    assert fast == reference
    try:
        found = set(flaws.checker(name, "fast").flaws(data))
    except ValueError:  # text that is no Unicode goes to the reference
        return
    assert found == set(flaws.checker(name, "reference").flaws(data))
    assert bool(found) == bool(reference)


@pytest.mark.parametrize("data", VALID)
def test_on_valid_records(data: Any) -> None:
    same(data)


@pytest.mark.parametrize("text", [text for text, _ in CASES])
def test_on_broken_records(text: str) -> None:
    (data,) = records(text)
    assert isinstance(data, dict)
    same({**MINIMAL, **data})


@pytest.mark.parametrize("key", MINIMAL)
@pytest.mark.parametrize("junk", JUNK, ids=repr)
def test_on_junk_in_every_field_that_is_needed(key: str, junk: Any) -> None:
    same({**MINIMAL, key: junk})


@given(broken())
@settings(max_examples=400, deadline=None)
def test_on_accidents(data: Any) -> None:
    same(data)


@given(
    st.recursive(
        st.none() | st.booleans() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=4), inner, max_size=4)
        ),
        max_leaves=12,
    )
)
@settings(max_examples=200, deadline=None)
def test_on_anything(data: Any) -> None:
    same(data)
    same(data, "config")


def test_without_the_fast_engine_the_reference_does_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = list(check_data({"id": True}, "record", engine="fast"))
    monkeypatch.setattr(engines, "fast_is_here", lambda: False)
    flaws.checker.cache_clear()
    try:
        assert list(check_data({"id": True}, "record")) == expected
        assert isinstance(flaws.checker("record", "auto")._whole, engines._Reference)
    finally:
        flaws.checker.cache_clear()


def test_text_that_is_no_unicode_is_checked_all_the_same() -> None:
    (problem,) = check_data({**MINIMAL, "tittle\ud800": "\ud800"}, "record", engine="fast")
    assert problem.rule == "field-unknown"


def test_what_is_nested_too_deeply_is_told() -> None:
    deep: Any = "a"
    for _ in range(50_000):
        deep = [deep]
    problems = list(check_data({**MINIMAL, "title": deep}, "record"))
    assert [problem.rule for problem in problems] == ["field-type"]
