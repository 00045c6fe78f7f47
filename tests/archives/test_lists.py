"""A list of marks is read as each is alone: after a semicolon, *and*, a comma, under one archive or each its own.

The second mark of each list is the first with other numbers. A comma may as well lead to the next level.
"""

from __future__ import annotations

import random
from functools import cache
from typing import NamedTuple

import pytest
from reading_support import Reading, lines_of_one, reading
from test_other_values import NUMBER, with_numbers

from provcheck import tables
from provcheck.archives import read_line


class First(NamedTuple):
    """A line that begins with its archive and ends with its mark: the line, the mark alone, and what is read of it."""

    line: str
    mark: str
    reading: Reading


@cache
def _lines() -> list[First]:
    found = []
    for text, marks in lines_of_one():
        segment = next(segment for segment in read_line(text).segments if segment.mark)
        tokens = sorted(segment.tokens, key=lambda token: token.start)
        whole = max((token.end for token in tokens), default=0) == len(text) and marks[0][1]
        if whole and tokens[0].kind == "archive" and not text[: tokens[0].start].strip():
            mark = text[tokens[0].end :].lstrip(" ,:.;")
            if mark[:1].isalnum() and NUMBER.search(mark):  # but HR-DAST-87: the archive's name goes on
                found.append(First(text, mark, marks))
    return found


CYRILLIC_AND = {True: " и ", False: " and "}
JOINED = {"semicolon": 0.06, "and": 0.065, "comma": 0.21, "archive": 0.03}
"""Which part may be read otherwise: what begins with letters that another archive has, titles with commas."""


@pytest.mark.parametrize("how", JOINED)
def test_the_second_mark_is_read_as_the_first(how: str) -> None:
    pick = random.Random(7)
    changed, tried = [], 0
    for line, mark, marks in _lines():
        again, expected = with_numbers(line if how == "archive" else mark, marks, pick)
        if again in {line, mark}:
            continue
        tried += 1
        cyrillic = any("а" <= letter <= "я" for letter in mark)
        sign = {"and": CYRILLIC_AND[cyrillic], "comma": ", "}.get(how, "; ")
        if sorted(map(str, reading(f"{line}{sign}{again}"))) != sorted(map(str, marks + expected)):
            changed.append(f"{line}{sign}{again}")
    assert tried > 300
    assert len(changed) <= JOINED[how] * tried, (len(changed), tried, changed)


def _again() -> list[tuple[str, Reading]]:
    """Return lines that end with a number behind its word, with *ibid.* and another number, and what that is."""
    found = []
    for text, marks in lines_of_one():
        ((archive, levels, folios),) = marks
        segment = next(segment for segment in read_line(text).segments if segment.mark)
        word, last = ([None, None, *sorted(segment.tokens, key=lambda token: token.end)])[-2:]
        if word is None or last is None or last.end != len(text) or not last.text.isdigit() or last.text == "17":
            continue
        same = "; там же, " if any("а" <= letter <= "я" for letter in text) else "; ibid., "
        line = f"{text}{same}{text[word.start : last.start]}17"
        if word.kind == "folio-label" and folios == [(last.text, last.text)]:
            found.append((line, [*marks, (archive, levels, [("17", "17")])]))
        elif word.kind == "label" and not folios and levels[-1] == (last.level, last.text):
            found.append((line, [*marks, (archive, [*levels[:-1], (last.level, "17")], [])]))
    return found


def test_ibid_has_all_but_the_last_number() -> None:
    lines = _again()
    changed = [line for line, expected in lines if sorted(map(str, reading(line))) != sorted(map(str, expected))]
    assert len(lines) > 250
    assert len(changed) <= 0.04 * len(lines), (len(changed), len(lines), changed)


LEAVES = {
    ", {one} 12": [("12", "12")],
    ", {one} 12r": [("12r", "12r")],
    ", {many} 12–14, 17": [("12", "14"), ("17", "17")],
}


@pytest.mark.parametrize("behind", LEAVES)
def test_leaves_behind_a_mark_are_its_own(behind: str) -> None:
    changed, tried = [], 0
    for text, ((archive, levels, folios),) in lines_of_one():
        mark = read_line(text).marks[0]
        rule = tables.conventions()[mark.convention].folios if mark.convention else None
        if folios or not levels or rule is None or not rule.forms or not text.endswith(levels[-1][1]):
            continue
        tried += 1
        form = next(iter(rule.forms.values()))
        line = text + behind.format(one=form.short, many=form.short_plural or form.short)
        if reading(line) != [(archive, levels, LEAVES[behind])]:
            changed.append(line)
    assert tried > 500
    assert len(changed) <= 0.02 * tried, (len(changed), tried, changed)
