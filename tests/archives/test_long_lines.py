"""No line makes the reading slow: four times the text costs about four times the work."""

from __future__ import annotations

import gc
import sys
import time
from types import FrameType

import pytest

from provcheck.archives import read_line

SHORT, LONG = 5_000, 20_000
STEPS = 1.25
"""How far the calls may outgrow the text: they are counted, and the count is always the same."""
SLACK, TRIES = 3, 5
"""How far the time may, which is measured on busy machines: one good try of so many is enough."""

UNITS = [
    "ф. 45, оп. 1, д. 2, л. 3; ",
    "TNA, FO 371/1; ",
    "NAA: A1838, ",
    "Box 1, ",
    "AGNC, actas, tomo 1; ",
    "actas, tomo 1; ",
    "AGI, Lima, 1 y 2, 3; ",
    "Rep. 1 A, Nr. 2 und ",
    "AT-OeStA/HHStA A B ",
    "a.b.Box 1, ",
    "Box 1, %File No. A/1/2 ",
    "ЦГА 1 F.A12345678901 ",
    "外交部档案馆 105-00001-01 ",
    "Library, College, ",
    "ФондР-467",
    "nationaalarchief.nl/",
    "Translated by A and B, ",
    "12. lp., ",
    "“a",
    "(",
    "1-",
    "1–2, ",
    "档案馆",
    "’",
    "d. 334, l. 1, ",
    "a. e. 5 ",
    "1. apr. 1945 ",
    "f. 45, op. 1, d. 2 (copy), ",
    "РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 1; ",
    "RG 59, Box 1, Folder 2; ",
    "там же, л. 4; ",
    "Архивное дело: 12; ",
    "“X”, Library, ",
    "Kim KA. ",
    "Smith BA 1, ",
    "Weathers KA ",
    "Kew, London, The National Archives, ",
    "Zürich, Staatsarchiv, ",
    "Перевод И. Петрова, ",
    "TNA. FO 371/84123. P. 12. ",
    "(hereafter 5 ",
    "(accessed 2020) f. 5 ",
    "AGNC, sección colonia, actas, tomo 1; sección colonia, ",
    "USSR, China, and Iran, Box 1, ",
    "Hubei, 6 June 1961, SZ1-2-906; ",
    "опись № 1, арх. дело № 4, ",
    "d. 1, l. 5, in Crossings, vol. 2; ",
    "; Smith Papers; Box 12",
    "л. 86аоб., ",
]


@pytest.mark.parametrize("unit", UNITS)
def test_calls_grow_in_step_with_length(unit: str) -> None:
    read_line(unit * 9)  # what is read once, the tables, is no work of the line
    short, long = (_calls(unit * (length // len(unit))) for length in (SHORT, LONG))
    assert long < STEPS * LONG / SHORT * short, f"{SHORT}: {short} calls, {LONG}: {long} calls"


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_in_step_with_length(unit: str) -> None:
    """Patterns that go back and forth over a text make few calls and much time."""
    for _ in range(TRIES):
        short, long = (_seconds(unit * (length // len(unit))) for length in (SHORT, LONG))
        if long < SLACK * LONG / SHORT * max(short, 0.005):
            return
    pytest.fail(f"{SHORT}: {short:.3f} s, {LONG}: {long:.3f} s, {TRIES} times over")


def _calls(text: str) -> int:
    """Return how many functions are called, and generators resumed, while *text* is read."""
    calls = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read_line(text)
    finally:
        sys.setprofile(before)
    return calls


def _seconds(text: str) -> float:
    """Return the processor time of one reading, without that of collecting what others left."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        read_line(text)
        return time.process_time() - start
    finally:
        gc.enable()
