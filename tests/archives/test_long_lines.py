"""No line makes the reading slow: what eight times the text costs is about eight times the time."""

from __future__ import annotations

import time

import pytest

from provcheck.archives import read_line

SHORT, LONG = 2_500, 20_000
SLACK = 3
"""Times are measured on busy machines."""

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
]


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_in_step_with_length(unit: str) -> None:
    short, long = (_seconds((unit * LONG)[:length]) for length in (SHORT, LONG))
    assert long < SLACK * LONG / SHORT * max(short, 0.005), f"{SHORT}: {short:.3f} s, {LONG}: {long:.3f} s"


def _seconds(text: str) -> float:
    """Return the processor time of one reading, the better of two."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        read_line(text)
        taken.append(time.process_time() - start)
    return min(taken)
