"""The fond, opis, delo family in all its countries, spellings and orders; and lines that only look like it."""

from __future__ import annotations

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
