"""What patterns may begin with: told right for every kind of value, so that none is passed over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck import tables
from provcheck.archives.lexicon.begins import begins
from provcheck.archives.lexicon.kinds import kind

SHAPES = {name: kind(name).shape for name in tables.kinds()}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("film", "MT"), ("plainslash", "0123456789"), ("records", "RPT"), ("acronym", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")],
)
def test_examples(kind: str, expected: str) -> None:
    assert begins(SHAPES[kind].pattern) == set(expected)


def test_many_kinds_begin_with_few_characters() -> None:
    assert sum(len(begins(SHAPES[name].pattern)) < 64 for name in SHAPES) > len(SHAPES) * 0.8


@given(st.text(st.characters(codec="ascii"), min_size=1, max_size=12), st.integers(0, 6))
def test_no_value_begins_otherwise(text: str, at: int) -> None:
    for name, pattern in SHAPES.items():
        if pattern.match(text, at):
            assert text[at] in begins(pattern.pattern), name


@pytest.mark.parametrize("character", sorted(map(chr, range(32, 127))))
def test_values_that_are_likely(character: str) -> None:
    for tail in ("", "1", "12/3", "A 12", "S 1/2", "EP 5-2", "1234567", " 12", "apers of John Doe,", "ile 12", "II-3."):
        text = character + tail
        for name, pattern in SHAPES.items():
            if pattern.match(text):
                assert character in begins(pattern.pattern), (name, text)
