"""Leaves and pages in all spellings."""

from __future__ import annotations

import pytest

from provcheck.archives import read_folios, read_line
from provcheck.archives.lexicon.vocabulary import wording
from provcheck.model.shelfmark import Folios

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
    "13 et seq.": "13-ff",
    "13 и сл.": "13-ff",
    "13 i n., 20": "13-ff 20",
    "13 y ss.": "13-ff",
    "13-15 и 17": "13-15 17",
    "86аоб., 87–87об.": "86аv 87-87v",
    "86aob., 87–87ob.": "86av 87-87v",
    "12av-13": "12av-13",
    "6азв.": "6аv",
    "5ao.p.": "5av",
    "12адв.": "12v",
    "12аадв.": "12аv",
    "12а (об.)": "12аv",
    "12/об.": "12v",
    "12 [об.]": "12v",
    "[3v]–4r": "3v-4r",
    "[3 об.]–4": "3v-4",
    "3–[4 об.]": "3-4v",
    "12, [13 зв.], 14": "12 13v 14",
    "[105 verso]–106": "105v-106",
    "86 а, 87 б": "86а 87б",
    "1-а об.": "1аv",
    "12-а–12-б": "12а-12б",
    "12 с об.": "12-12v",
    "5–6 с об., 8": "5-6v 8",
    "[5], 6": "5 6",
    "[5а] об.–[7]": "5аv-7",
    "12 (с оборотом)": "12-12v",
    "[12–13]": "12-13",
    "[12r]": "12r",
    "[12 об.–13]": "12v-13",
    "[12, 14]": "12 14",
    "[3 об.], 5": "3v 5",
    "iv-vii": "iv-vii",
    "iv": "iv",
    "xii r": "XIIr",
    "xiir–xvv": "XIIr-XVv",
    "IIv": "IIv",
    "II об.–IV": "IIv-IV",
    "III": "III",
    "105-1O6": "105-106",
    "1O5–1O6 об.": "105-106v",
    "i-iii, 1-12": "i-iii 1-12",
    "34ʳ–35ᵛ": "34r-35v",
    "34^r^-35^v^, 37^r": "34r-35v 37r",
    "12<sup>vo</sup>": "12v",
    "12^va^": "12va",
    r"8\textsuperscript{r}--9\textsuperscript{v}": "8r-9v",
    "34r.º-35v.º": "34r-35v",
    "21 recto y vuelto, 23": "21r-21v 23",
    "21r y vta.": "21r-21v",
    "12 tergo": "12v",
    "4 RS, 5 VS": "4v 5r",
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


@pytest.mark.parametrize("text", ["c. 5", "l", "ill.", "vixit", "III. 5", "Italy"])
def test_words_and_letters_are_no_roman_leaves(text: str) -> None:
    assert read_folios(text)[0] == ()


@pytest.mark.parametrize("word", sorted(wording().verso))
def test_the_back_of_a_lettered_leaf(word: str) -> None:
    for letter in "абвгдежз" if "Ѐ" <= word[0] <= "ӿ" else "abcdegh":
        for gap in ("", " ", ". ", " ("):
            written = f"12{letter}{gap}{word}{')' if '(' in gap else ''}"
            leaf = f"12{letter}v"
            assert read_folios(f"{written}, 13") == ((Folios(leaf, leaf), Folios("13", "13")), ""), written


@pytest.mark.parametrize("text", ["12 а также", "12 в деле", "12 à 15", "12 c. 1900", "12abv", "12арк", "12 the"])
def test_words_are_no_letters_of_leaves(text: str) -> None:
    folios, rest = read_folios(text)
    assert [run.first for run in folios] == ["12"]
    assert rest


@pytest.mark.parametrize(("text", "rest"), [("passim", "passim"), ("12^v^ passim", "passim"), ("12^v^ n^o^", "n^o^")])
def test_what_is_not_understood_is_given_back(text: str, rest: str) -> None:
    assert read_folios(text)[1] == rest


SUPPLIED = [
    ("BArch, NS 19/2065, Bl. [5–7]", [("5", "7")]),
    ("TNA, FO 371/84123, ff. [12r–13v]", [("12r", "13v")]),
    ("РГАСПИ. Ф. 17. Оп. 162. Д. 9. Л. [12–13]", [("12", "13")]),
    ("BArch, NS 19/2065, Bl. [1941–1945]", []),
    ("APRF, f. 45, op. 1, d. 334, [1941–1945]", []),
]


@pytest.mark.parametrize(("text", "expected"), SUPPLIED)
def test_leaves_whose_numbers_are_supplied_are_leaves_but_no_years(text: str, expected: list[tuple[str, str]]) -> None:
    assert [list(mark.folios) for mark in read_line(text).marks] == [expected]
