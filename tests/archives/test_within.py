"""A reference is read the same whatever parts its levels: years and titles between them, other signs, number signs."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from reading_support import lines_of_one, reading

NEXT_WORD = re.compile(r"(?<=\d), (?=[^\W\d_]+\.? ?\d)")
"""Between the number of a level and the word for the next one."""
AMID = {
    " (1938)": 0.08,
    " (1938–1940)": 0.08,
    ", “Correspondence on trade, 1938”": 0.12,
    ", «О торговле»": 0.13,
}
"""What may stand there, and which part may be read otherwise: titles of folders, series without a word."""


@pytest.mark.parametrize("amid", AMID)
def test_what_is_told_amid_changes_nothing(amid: str) -> None:
    lines = [(text, [*NEXT_WORD.finditer(text)], marks) for text, marks in lines_of_one()]
    told = [(text[: at[-1].start()] + amid + text[at[-1].start() :], marks) for text, at, marks in lines if at]
    changed = [text for text, marks in told if reading(text) != marks]
    assert len(told) > 500
    assert len(changed) <= AMID[amid] * len(told), (len(changed), len(told), changed)


WORDED = re.compile(r"\b([dдfф]|op|оп|spr|спр|file|box|folder|delo)(\.? )(?=\d)", re.IGNORECASE)
PARTED: dict[str, tuple[Callable[[str], str], float]] = {
    "a point": (lambda text: NEXT_WORD.sub(". ", text), 0.15),
    "a semicolon": (lambda text: NEXT_WORD.sub("; ", text), 0.16),
    "nothing": (lambda text: NEXT_WORD.sub(" ", text), 0.12),
    "a number sign": (lambda text: WORDED.sub(r"\1\2№ ", text), 0.08),
    "no.": (lambda text: WORDED.sub(r"\1\2no. ", text), 0.23),
    "n°": (lambda text: WORDED.sub(r"\1\2n° ", text), 0.22),
}
"""What may part levels, or a word from its number; and which part may be read otherwise: codes without words."""


@pytest.mark.parametrize("sign", PARTED)
def test_what_parts_the_levels_changes_little(sign: str) -> None:
    parted, allowed = PARTED[sign]
    lines = [(parted(text), text, marks) for text, marks in lines_of_one()]
    told = [(text, marks) for text, was, marks in lines if text != was]
    changed = [text for text, marks in told if reading(text) != marks]
    assert len(told) > 300
    assert len(changed) <= allowed * len(told), (len(changed), len(told), changed)
