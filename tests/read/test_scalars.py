"""What other YAML readers make of a text without quotes."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from provcheck.read.scalars import misread

SURVIVE = [
    "45", "0", "-5", "113732", "1950", "1.5", "187.1", "-0.5", "1950-10-03", "1950-10", "1950-1-3", "105-106", "3ob-5",
    "12а", "0141a", "Kt. 187-1", "APRF", "Norway", "nobody", "yesterday", "onward", "offer", "truely",
    "Nullarbor", "nan", "inf", "Infinity",
    "e5", "1e", "x1F", "0x", "0b", "0o", "a:b", "12:75", "1,2a", "1-2-3",

    "3.10.1950", "1..2", "+", ".", "+.", "--1",
    "B 136/59748", "062-620b", "1950-10-03/1950-10-05", "1950?", "nO", "yEs", "0x1G", "123456789012345", "1.5e",
]  # fmt: skip

CHANGED = [
    ("0102", "the number 66 (octal) or 102"),
    ("-017", "the number -15 (octal) or -17"),
    ("00", "the number 0"),
    ("007", "the number 7"),
    ("0189", "the number 189"),
    ("059", "the number 59"),
    ("+45", "the number 45"),
    ("-0", "the number 0"),
    ("1_000", "the number 1000"),
    ("1234567890123456", "a number too large to keep all its digits"),
    ("1" * 200, "a number too large to keep"),
    ("1.10", "the number 1.1"),
    ("1.0", "the number 1"),
    ("12.", "the number 12"),
    ("01.5", "the number 1.5"),
    (".5", "the number 0.5"),
    ("+1.5", "the number 1.5"),
    ("1e3", "the number 1000"),
    ("1.5E-3", "the number 0.0015"),
    ("1e999", "infinity"),
    ("12:30", "the number 750 (sixties)"),
    ("0:30", "the number 30 (sixties)"),
    ("1:02:03", "the number 3723 (sixties)"),
    ("-1:30", "the number -90 (sixties)"),
    ("12:30.5", "the number 750.5 (sixties)"),
    ("0x1F", "the number 31 (hexadecimal)"),
    ("0b101", "the number 5 (binary)"),
    ("0o17", "the number 15 (octal)"),
    ("105,106", "the number 105106"),
    ("1,000", "the number 1000"),
    (".inf", "infinity"),
    ("-.INF", "infinity"),
    (".nan", "no number (NaN)"),
    ("1950-10-03T12:00:00Z", "a moment, written back in another form"),
    ("1950-10-03 12:00:00", "a moment, written back in another form"),
    ("1950-10-03t12:00:00.5+03:00", "a moment, written back in another form"),
    ("no", "false"),
    ("No", "false"),
    ("NO", "false"),
    ("n", "false"),
    ("off", "false"),
    ("False", "false"),
    ("yes", "true"),
    ("Y", "true"),
    ("on", "true"),
    ("TRUE", "true"),
    ("~", "nothing"),
    ("null", "nothing"),
    ("", "nothing"),
    ("<<", "the sign for merging"),
    ("=", "a default value"),
]


@pytest.mark.parametrize("text", SURVIVE)
def test_texts_that_every_reader_keeps(text: str) -> None:
    assert misread(text) is None


@pytest.mark.parametrize(("text", "taken_for"), CHANGED)
def test_texts_that_some_reader_changes(text: str, taken_for: str) -> None:
    assert misread(text) == taken_for


PLAIN = st.text("0123456789+-._:,eExXbBonTZ yY", min_size=1, max_size=10) | st.from_regex(
    r"[-+]?[0-9]{1,4}[:.,_e/-]?[0-9]{0,4}", fullmatch=True
)


@given(PLAIN)
def test_pyyaml_changes_nothing_that_we_think_safe(text: str) -> None:
    """PyYAML stands for YAML 1.1: whatever we let pass comes back from it as it was written."""
    try:
        loaded = yaml.safe_load(f"- {text}")
    except (yaml.YAMLError, ValueError):
        return
    if (
        loaded
        and isinstance(loaded, list)
        and misread(text.strip()) is None
        and not isinstance(loaded[0], (dict, list))
    ):
        assert str(loaded[0]) == text.strip() or loaded[0] is None


def test_ruamel_changes_nothing_that_we_think_safe() -> None:
    """ruamel.yaml stands for YAML 1.2, where it is installed."""
    ruamel = pytest.importorskip("ruamel.yaml", reason="ruamel.yaml is only used to compare")
    load = ruamel.YAML(typ="safe", pure=True).load
    for text in SURVIVE:
        assert str(load(f"a: {text}")["a"]) == text
