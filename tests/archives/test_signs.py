"""A mark's own signs set otherwise: dashes, commas, points and blanks as printers, catalogues, hasty writers set them.

What is read of a line that somebody wrote must be read of it so changed, but for the signs within its values. Some may
change: a comma may part titles which a stroke joins, and a value keeps its point (*fr. 3022*, *fr.3022*).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

import pytest
from reading_support import Reading, lines_of_one, reading

PARTS = 3
"""Each change is tried on every third line that it changes."""


class Change(NamedTuple):
    """What is done to a line, which part of the lines may then be read otherwise, and at how many it is tried."""

    of: Callable[[str], str]
    may: float
    least: int


def _steps(sign: str) -> Callable[[str], str]:
    return lambda text: text.replace(", ", f" {sign} ")


def _unmarked(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


CHANGES = {
    "long dashes between figures": Change(lambda t: re.sub(r"(?<=\d)[-–](?=\d)", "—", t), 0.08, 150),
    "blanks before commas": Change(lambda t: t.replace(", ", " , "), 0.01, 500),
    "steps of a path": Change(_steps(">"), 0.14, 500),
    "strokes for commas": Change(_steps("/"), 0.16, 500),
    "dashes for commas": Change(_steps("-"), 0.2, 500),
    "no blank behind points": Change(lambda t: re.sub(r"\. (?=\d)", ".", t), 0.12, 200),
    "no points before figures": Change(lambda t: re.sub(r"(?<=[^\W\d_])\. (?=\d)", " ", t), 0.12, 200),
    "colons for points": Change(lambda t: re.sub(r"(?<=[^\W\d_])\. (?=\d)", ": ", t), 0.15, 200),
    "commas for points": Change(lambda t: re.sub(r"(?<=\d)\. (?=\D)", ", ", t), 0.06, 150),
    "letters without their marks": Change(lambda t: t if re.search("[Ѐ-ӿ]", t) else _unmarked(t), 0.1, 80),
}


def bare(marks: Reading) -> str:
    """Return what was read without marks above letters and with one kind of dash."""
    return re.sub("[—–]", "-", _unmarked(str(marks)))


@pytest.mark.parametrize("name", CHANGES)
def test_signs_set_otherwise_change_little(name: str) -> None:
    change = CHANGES[name]
    lines = [(text, marks) for text, marks in lines_of_one() if change.of(text) != text][::PARTS]
    assert len(lines) >= change.least
    changed = [text for text, marks in lines if bare(reading(change.of(text))) != bare(marks)]
    assert len(changed) <= change.may * len(lines), (len(changed), changed)
