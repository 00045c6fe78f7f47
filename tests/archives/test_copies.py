"""Concordances: what a mark in one place is in the other, and that the table holds what is known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from provcheck import tables
from provcheck.archives import compact, predict, read_line
from provcheck.archives.copies import counterparts, renumbered

GOLD = Path(__file__).parents[3] / "shared" / "gold"

CASES = [
    ("APRF, f. 45, op. 1, d. 334, ll. 105-106", "transfer", "rgaspi:558/11/334#105-106"),
    ("RGASPI, f. 558, op. 11, d. 334, l. 105", "transfer", "aprf:45/1/334#105"),
    ("RGANI, f. 89, per. 73, dok. 34, l. 2", "notation", "rgani:89/73/34#2"),
    ("RGANI, f. 89, op. 73, d. 34", "notation", "rgani:89/73/34"),
    ("GARF, f. R-9401, op. 2, d. 64", "notation", "garf:9401/2/64"),
    ("TsGAOR SSSR, f. 9401, op. 2, d. 64, l. 9", "renaming", "garf:9401/2/64#9"),
    ("ЦГА РСФСР, ф. 259, оп. 1, д. 5", "renaming", "garf:a259/1/5"),
    ("TsKhIDK, f. 1, op. 27, d. 8", "merger", "rgva:1k/27/8"),
    ("ЦХИДК, ф. 1, оп. 27, д. 8", "merger", "rgva:1k/27/8"),
]


@pytest.mark.parametrize(("line", "kind", "expected"), CASES, ids=[line for line, _, _ in CASES])
def test_the_other_mark(line: str, kind: str, expected: str) -> None:
    (mark,) = read_line(line).marks
    found = {compact(other, folios=True) for row, other in counterparts(mark) if row.kind == kind}
    assert found == {expected}


@pytest.mark.parametrize(
    "line",
    [
        "GARF, f. A-259, op. 2, d. 64",  # today's name does not say under which one the fond was cited before
        "RGVA, f. 1, op. 1, d. 1",
        "TsGASA, f. 1, op. 1, d. 1",  # the letter is for the holdings of TsKhIDK only
        "APRF, f. 3, op. 1, d. 2",  # no rule for the numbers
        "RGANI, f. 5, op. 28, d. 64",
    ],
)
def test_nothing_is_made_up(line: str) -> None:
    (mark,) = read_line(line).marks
    assert [
        compact(other) for row, other in counterparts(mark) if row.kind != "renaming" or row.target != row.source
    ] == []


RENUMBERED = [
    ("ЦПА при ЦК на БКП, ф. 146, оп. 2, а. е. 3", "146Б"),
    ("ЦХИДК, ф. 500, оп. 1, д. 2", "500к"),
    ("ЦХИДК, ф. 4/п, оп. 2, д. 3", "4/п"),  # of prisoners of war: it has its letter
    ("ЦГОА СССР, ф. 4п, оп. 2, д. 3", "4п"),
    ("ЦА ВЛКСМ, ф. 1, оп. 2, д. 3", "М-1"),
    ("ЦГАОР СССР, ф. 9479с, оп. 1, д. 2", "Р-9479с"),
    ("TsGAOR SSSR, f. 9479s, op. 1, d. 2", "Р-9479s"),
]


@pytest.mark.parametrize(("line", "fond"), RENUMBERED)
def test_a_fond_keeps_its_letters(line: str, fond: str) -> None:
    (mark,) = read_line(line).marks
    assert renumbered(mark).levels[0].value == fond


def test_only_well_attested_copies_are_predicted() -> None:
    for line in (
        "RGANI, f. 89, per. 73, dok. 34",
        "TsGAOR SSSR, f. 9401, op. 2, d. 64",
        "RTsKhIDNI, f. 17, op. 1, d. 2",
    ):
        assert predict(read_line(line).marks[0]) == ()


NOT_OF_ONE_ARCHIVE = {
    29: "party archives of all Ukrainian oblasts: their fonds get П- in the state archive of each",
    38: "a way of writing, four numbers in a row, which every convention reads",
    39: "a way of writing: the file names of Wikimedia Commons",
}
"""Lines of the collected concordances that name no holding; CONTRIBUTING.md says so too."""


def test_the_table_holds_the_collected_concordances() -> None:
    path = GOLD / "concordances.jsonl"
    if not path.is_file():
        pytest.skip(f"the collected concordances are not here: {path}")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    held = {(row.status, row.read_in) for row in tables.concordances()}
    lost = {n for n, row in enumerate(rows, 1) if (row["status"], " ; ".join(row["source"])) not in held}
    assert lost == set(NOT_OF_ONE_ARCHIVE)
