"""Codes known at sight: every shape has an example, which tells whose it is and is read so."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from provcheck import tables
from provcheck.archives import read_line

ROWS: list[dict[str, Any]] = yaml.load(
    (tables.PACKAGE / "data" / "at_sight.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
SHAPES = [
    (None if "also" in row else row["archive"], where, one["shape"], one["example"])
    for row in ROWS
    for where in ("begins", "anywhere")
    for one in row.get(where, ())
]


@pytest.mark.parametrize(("archive", "where", "shape", "example"), SHAPES, ids=[example for *_, example in SHAPES])
def test_example(archive: str | None, where: str, shape: str, example: str) -> None:
    assert re.search(shape, example)
    marks = read_line(example).marks
    assert [mark.archive_id for mark in marks] == [archive]
    assert all(mark.archive is None or mark.archive in example for mark in marks)


LISTED = [(row["archive"], one["shape"], one["example"]) for row in ROWS for one in row.get("listed", ())]


@pytest.mark.parametrize(("archive", "shape", "example"), LISTED, ids=[example for *_, example in LISTED])
def test_listed(archive: str, shape: str, example: str) -> None:
    first, last = read_line(example).marks
    assert re.match(shape, last.levels[0].value)
    assert [mark.archive_id == archive for mark in (first, last)] == [False, True]


BEHIND_SAME = [(row["archive"], one["example"]) for row in ROWS for one in row.get("behind_same", ())]


@pytest.mark.parametrize(("archive", "example"), BEHIND_SAME, ids=[example for _, example in BEHIND_SAME])
def test_behind_same(archive: str, example: str) -> None:
    (mark,) = read_line(example).marks
    assert (mark.archive, mark.archive_id) == ("ibid", None)
    assert mark.convention == tables.archives()[archive].convention


ADDRESSES: list[dict[str, str]] = yaml.load(
    (tables.PACKAGE / "data" / "addresses.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)


@pytest.mark.parametrize("row", ADDRESSES, ids=[row["example"] for row in ADDRESSES])
def test_address(row: dict[str, str]) -> None:
    whole = re.search(row["shape"], row["example"])
    assert whole is not None
    assert row["beside"] in row["example"]
    (mark,) = read_line(f"Image: {row['example']}, seen today").marks
    assert mark.archive == whole["archive"]
    assert mark.archive_id == row.get("archive", mark.archive_id) is not None
    assert {level.name.replace("-", "_"): level.value for level in mark.levels} == {
        name: value for name, value in whole.groupdict().items() if name != "archive"
    }


def test_archives_are_in_the_tables_once() -> None:
    named = [row["archive"] for row in ROWS]
    assert len(named) == len(set(named))
    assert set(named) <= set(tables.archives())


def test_what_is_known_anywhere_is_found_within_a_line() -> None:
    for archive, where, _, example in SHAPES:
        if where == "anywhere":
            marks = read_line(f"Letter to the minister, {example}").marks
            assert [mark.archive_id for mark in marks] == [archive], example
