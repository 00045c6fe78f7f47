"""A reference is read the same whatever stands around it and however it was set: a note's number, a remark, blanks."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from provcheck.archives import read_line

LINES = Path(__file__).parent / "collected.jsonl"
LONGEST = 250
"""Longer lines are notes, which have their own beginnings and ends."""

Reading = list[tuple[str | None, list[tuple[str, str]], list[tuple[str, str]]]]


def _reading(text: str) -> Reading:
    return [
        (
            mark.archive_id,
            [(level.name, " ".join(level.value.split())) for level in mark.levels],
            [*map(tuple, mark.folios)],
        )
        for mark in read_line(text).marks
    ]


@cache
def _lines() -> list[tuple[str, Reading]]:
    """Return the lines that have one mark, without their last point, and what is read of them."""
    texts = (json.loads(line)["text"].rstrip(" .;") for line in LINES.read_text(encoding="utf-8").splitlines())
    found = [(text, _reading(text)) for text in dict.fromkeys(texts) if len(text) <= LONGEST]
    return [(text, marks) for text, marks in found if len(marks) == 1]


AROUND = [
    "12 {}",
    "12. {}",
    "[3] {}",
    "See {}",
    "Cf. {}",
    "Quoted in {}",
    "Source: {}",
    "({})",
    "Smith to Jones, 4 May 1948, {}",
    "“Report on trade,” May 4, 1948, {}",
    "{};",
    "{} (accessed 3 May 2020)",
    "{} (copy)",
    "{}, my translation.",
    "{}, cited in Smith, A History of Trade (London, 1990), 34.",
    "{}; see also Smith, History, 34.",
    "{}. Secret.",
]
MAY_CHANGE = 0.015
"""Which part of the lines may be read otherwise: those that begin with a number of their own, or have no figure."""


@pytest.mark.parametrize("around", AROUND)
def test_what_stands_around_changes_nothing(around: str) -> None:
    changed = [text for text, marks in _lines() if _reading(around.format(text)) != marks]
    allowed = MAY_CHANGE * (2 if around.startswith("12") else 1)  # 12 Rep. 2, 12 AP 3: numbers that are no note's
    assert len(changed) <= allowed * len(_lines()), changed


SET: dict[str, Callable[[str], str]] = {
    "blanks that do not break": lambda text: text.replace(" ", "\u00a0"),
    "thin blanks": lambda text: text.replace(" ", "\u202f"),
    "doubled blanks": lambda text: text.replace(" ", "  "),
    "soft hyphens": lambda text: "".join(f"\u00ad{c}" if c.islower() else c for c in text),
}


@pytest.mark.parametrize("name", SET)
def test_how_blanks_are_set_changes_nothing(name: str) -> None:
    changed = [text for text, marks in _lines() if _reading(SET[name](text)) != marks]
    assert not changed


@pytest.mark.parametrize("name", SET)
def test_lines_so_set_rejoin(name: str) -> None:
    for text, _ in _lines():
        line = read_line(SET[name](text))
        assert "".join(segment.text for segment in line.segments) == SET[name](text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Архивное дело: ГА РФ П–51957", "П–51957"),
        ("Document Number (CREST): CIA–RDP82–00457R000700010004–2", "CIA–RDP82–00457R000700010004–2"),
        ("LCM, Day Papers, Box 10, General Correspondence 1899, A–B.", "General Correspondence 1899, A–B"),
    ],
)
def test_dashes_in_codes_stay_as_written(text: str, value: str) -> None:
    assert read_line(text).marks[0].levels[-1].value == value
