"""A reference is read the same whatever its numbers and titles are: other files of that fond, other papers of that box.

Each collected line gets other numbers of as many figures, in the same order so that ranges stay ranges, and the titles
of other lines of its archive. What is read must be what was read, with these.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from functools import cache

import pytest
from reading_support import Reading, lines_of_one, reading

NUMBER = re.compile(r"\d+")
YEARS = range(1400, 2036)
"""Numbers that may be years stay, for years are read as such."""
DAY = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:1[89]|20)\d\d")
MAY_CHANGE = 0.007
"""Which part may be read otherwise: volumes that only their number tells, and the like."""
TITLED = {"collection", "series", "subseries", "folder", "section", "fonds"}
TITLES_MAY_CHANGE = 0.042
"""Series that are known by their letters only at their archive's name, or by their word for files."""


@cache
def _free(length: int) -> list[int]:
    low = 10 ** (length - 1)
    return [number for number in range(low, min(10 * low, low + 20_000)) if number not in YEARS]


def _others(numbers: list[str], pick: random.Random) -> dict[str, str]:
    """Return another number for each of *numbers* that is no year, as long and in the same order."""
    others: dict[str, str] = {}
    for length in sorted({len(number) for number in numbers if len(number) < 8}):
        own = sorted({n for n in numbers if len(n) == length and n[0] != "0" and int(n) not in YEARS}, key=int)
        if len(own) <= len(_free(length)):
            others.update(zip(own, map(str, sorted(pick.sample(_free(length), len(own)))), strict=True))
    return others


def with_numbers(text: str, marks: Reading, pick: random.Random) -> tuple[str, Reading]:
    """Return *text* and its *marks* with other numbers."""
    others = _others(NUMBER.findall(text), pick)

    def other(value: str) -> str:
        return NUMBER.sub(lambda number: others.get(number[0], number[0]), value)

    return other(text), [
        (archive, [(name, other(value)) for name, value in levels], [tuple(map(other, run)) for run in folios])
        for archive, levels, folios in marks
    ]


@pytest.mark.parametrize("seed", range(3))
def test_other_numbers_are_read_alike(seed: int) -> None:
    pick = random.Random(seed)
    tried, changed = 0, []
    for text, marks in lines_of_one():
        whole = all(end in text for _, _, folios in marks for run in folios for end in run)  # 104–7 is to 107
        if not whole or DAY.search(text):
            continue
        tried += 1
        other, expected = with_numbers(text, marks, pick)
        if reading(other) != expected:
            changed.append((text, other))
    assert tried > 1500
    assert len(changed) <= MAY_CHANGE * tried, (len(changed), tried, changed)


@cache
def _titles() -> dict[tuple[str | None, str], list[str]]:
    """Return the titles that the lines have, by archive and level."""
    titles: dict[tuple[str | None, str], list[str]] = defaultdict(list)
    for text, ((archive, levels, _),) in lines_of_one():
        for name, value in levels:
            if name in TITLED and len(re.findall(r"[^\W\d_]{3,}", value)) > 1 and text.count(value) == 1:
                titles[archive, name].append(value)
    return titles


@pytest.mark.parametrize("seed", range(3))
def test_other_titles_are_read_alike(seed: int) -> None:
    pick = random.Random(seed)
    tried, changed = 0, []
    for text, ((archive, levels, folios),) in lines_of_one():
        for name, value in levels:
            if value not in _titles()[archive, name]:
                continue
            title = pick.choice(_titles()[archive, name])
            expected = [(archive, [(n, title if (n, v) == (name, value) else v) for n, v in levels], folios)]
            tried += 1
            if reading(text.replace(value, title)) != expected:
                changed.append((text, title))
    assert tried > 500
    assert len(changed) <= TITLES_MAY_CHANGE * tried, (len(changed), tried, changed)
