"""The fond, opis, delo family in all its countries, spellings and orders; and lines that only look like it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from provcheck.archives import read_line
from provcheck.archives.lexicon.vocabulary import APOSTROPHES
from provcheck.model.shelfmark import Shelfmark

CASES = [
    [part.strip() for part in row.rsplit("=>", 1)]
    for row in (Path(__file__).parent / "fond_opis_delo.txt").read_text(encoding="utf-8").splitlines()
    if row and not row.startswith("#")
]


def plain(mark: Shelfmark) -> str:
    folios = ",".join(run.first if run.first == run.last else f"{run.first}-{run.last}" for run in mark.folios)
    levels = (f"{level.name}={level.value}" for level in mark.levels)
    return " ".join([mark.archive_id or "-", *levels, *([f"#{folios}"] if folios else [])])


@pytest.mark.parametrize(("text", "marks"), CASES, ids=[text for text, _ in CASES])
def test_line(text: str, marks: str) -> None:
    line = read_line(text)
    assert " | ".join(plain(mark) for mark in line.marks) == marks
    assert line.text == text


OTHERS = [
    "ЦГАОР Башкирской АССР, ф. 120, оп. 2, д. 34, л. 5",
    "ЦГАОР Татарстана. Ф. Р-128. Оп. 1. Д. 7",
    "ЦГИА ЛССР, ф. 12, оп. 3, д. 4",
    "ЦГАЛИ Литовской ССР. Ф. 31. Оп. 1. Д. 7. Л. 2",
    "ЦА КГБ УССР, ф. 16, оп. 7, д. 8",
    "ЦА КГБ Грузии, ф. 16, оп. 7, д. 8",
    "ЦГАОО РК, ф. 708, оп. 1, д. 3",
    "TsGAOR Bashkirskoi ASSR, f. 120, op. 2, d. 34",
    "Центральный архив КГБ Киргизской ССР, ф. 16, оп. 7, д. 8",
    "Архив МИД Республики Беларусь, ф. 907, оп. 2, д. 31, л. 4",
    "Архив КГБ Республики Казахстан, ф. 4, оп. 1, д. 12",
    "Архив СНБ Республики Молдова, ф. 4, оп. 1, д. 12",
    "АП Республики Узбекистан, ф. 37, оп. 2, д. 12",
    "АМИД Грузии. Ф. 12. Оп. 1. Д. 3",
    "ЦГМЛ Армении, ф. 5, оп. 1, д. 3",
    "ПААФ ИМЛ при ЦК КП Азербайджана, ф. 1, оп. 12, д. 3, л. 7",
    "ПА ИИП при ЦК КПЛ. Ф. 1771. Оп. 9. Д. 3",
    "ПА Псковского обкома КПСС, ф. 9952, оп. 1, д. 3",
]
"""The archives of republics and their parties, which no table has: none of them is the Union's of that code."""


@pytest.mark.parametrize("text", OTHERS)
def test_no_archive_of_the_union(text: str) -> None:
    (mark,) = read_line(text).marks
    assert (mark.archive_id, mark.archive) == (None, re.split(r"[,.] [фfФ]\.", text)[0])
    assert mark.level("delo")


UZBEK = [
    "O'zMA, R-17 fond, 1-ro'yxat, 123-yig'ma jild, 5-varaq",
    "O'zMA, R-17-jamg'arma, 1-ro'yxat, 123-ish, 5-varag'i",
    "O'zMA, jamg'arma R-17, ro'yxat 1, yig'ma jild 123, varaq 5",
]


@pytest.mark.parametrize("sign", [*"'`", *map(chr, APOSTROPHES)])
@pytest.mark.parametrize("line", UZBEK)
def test_every_apostrophe(line: str, sign: str) -> None:
    (mark,) = read_line(line.replace("'", sign)).marks
    assert mark.archive_id == "tsga-ruz"
    assert [level.value for level in mark.levels] == ["R-17", "1", "123"]
    assert [run.first for run in mark.folios] == ["5"]
