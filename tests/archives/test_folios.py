"""Leaves and pages in all spellings."""

from __future__ import annotations

import pytest

from provcheck.archives import read_folios

CASES = {
    "105-106": "105-106",
    "3ob-5": "3v-5",
    "3 об.–4": "3v-4",
    "1—1 об.": "1-1v",
    "111r-v": "111r-111v",
    "12а": "12а",
    "0141": "0141",
    "104-7": "104-107",
    "204-18": "204-218",
    "99r–103v, 110": "99r-103v 110",
    "2, 2 зв., 20-22": "2 2v 20-22",
    "62-620b.": "62-62v",
    "538r-40v": "538r-540v",
    "12 и об.": "12-12v",
    "13ff.": "13-ff",
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=list(CASES))
def test_reads(text: str, expected: str) -> None:
    folios, rest = read_folios(text)
    assert " ".join(r.first if r.first == r.last else f"{r.first}-{r.last}" for r in folios) == expected
    assert rest.strip(".") == ""


@pytest.mark.parametrize("text", ["5, 18 March 1950", "5, 1936 г.", "5, 9 л."])
def test_dates_and_extents_are_no_folios(text: str) -> None:
    folios, rest = read_folios(text)
    assert [run.first for run in folios] == ["5"]
    assert rest


def test_what_is_not_understood_is_given_back() -> None:
    assert read_folios("passim") == ((), "passim")
