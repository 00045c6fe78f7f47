"""No line makes the reading slow: four times the text costs about four times the work."""

from __future__ import annotations

import gc
import importlib
import itertools
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Iterator
from types import FrameType

import pytest

import provcheck.archives
from provcheck import tables
from provcheck.archives import read_line
from provcheck.archives.lexicon.kinds import kind

SHORT, LONG = 5_000, 20_000
STEPS = 1.25
"""How far the calls may outgrow the text: they are counted, and the count is always the same."""
SLACK, TRIES = 3, 5
"""How far the time may, which is measured on busy machines: one good try of so many is enough."""

UNITS = [
    "ф. 45, оп. 1, д. 2, л. 3; ",
    "TNA, FO 371/1; ",
    "S. ",
    "St. ",
    "v, ",
    "id, ",
    "uo. ",
    "Кн ",
    "案宗. ",
    "T' (",
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
    "Bd.~12, ",
    "AN, BArch, ebd., ",
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


REPEATED = [
    "1",
    "a",
    "A",
    "1 ",
    "A ",
    "1/",
    "A1",
    "1.",
    "A.",
    "1-",
    "-a",
    "X ",
    "ab ",
    "Ab ",
    "1a",
    "1, ",
    "A. ",
    "(1)",
    "’a",
]
BEFORE = ["", "A", "A ", "AB/", "1/", "1.", "ab/12/", "Nr. ", "S. ", "Reference code: "]
SOON = 2.0
"""Seconds for what takes microseconds, and years where a pattern goes one way twice."""


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for name in tables.kinds():
        yield name, kind(name).shape
    for found in pkgutil.walk_packages(provcheck.archives.__path__, "provcheck.archives."):
        for name, value in vars(importlib.import_module(found.name)).items():
            if hasattr(value, "fullmatch") and hasattr(value, "pattern"):
                yield f"{found.name}.{name}", value


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timer that interrupts a search")
def test_no_pattern_goes_one_way_twice() -> None:
    tried = 0
    for name, shape in _patterns():
        search = re.compile(shape.pattern, shape.flags)

        def stop(*_: object, name: str = name) -> None:
            pytest.fail(f"{name} does not come to an end")

        before = signal.signal(signal.SIGALRM, stop)
        signal.setitimer(signal.ITIMER_REAL, SOON)
        try:
            for start, unit in itertools.product(BEFORE, REPEATED):
                text = f"{start}{unit * 34}!"
                search.match(text)
                search.match(text, len(start))
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
        tried += 1
    assert tried > 900
