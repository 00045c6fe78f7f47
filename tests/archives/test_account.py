"""What was read of a line, told to people and to programs."""

from __future__ import annotations

import pytest

from provcheck.archives import account, as_json, read_line


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("APRF, f. 45, op. 1, d. 334", "  archive      APRF = Archive of the President of the Russian Federation"),
        ("f. 45, op. 1, d. 334", "  archive      not named"),
        ("AVPRF, f. 059a, op. 5a, p. 11, d. 3, ll. 100-103ob.", "  folios       100–103v"),
        ("AVPRF, f. 059a, op. 5a, p. 11, d. 3, l. 1", "  levels       fond 059a · opis 5a · papka 11 · delo 3"),
        ("ГАРФ. Ф. Р-9401. Оп. 2. Д. 269. Л. 12", "  in Russian   ГАРФ. Ф. Р-9401. Оп. 2. Д. 269. Л. 12"),
        ("RGASPI 17/162/14 (1932), 17", "  beside it    1932"),
        ("RGASPI 17/162/14, 17", "  written      RGASPI, f. 17, op. 162, d. 14, l. 17"),
        ("TNA FO 371/84081. Obtained by A. Doe; some note", "  left over    some note"),
        ('"Letter" (APRF, f. 45, op. 1, d. 3)', '  left over    "Letter"'),
        ("Doe (New York, 1977), 385; APRF, f. 1, op. 2, d. 3) (see", "  left over    Doe (New York, 1977), 385"),
        ("Там же. Л. 38об.", "  written      Ibid., l. 38ob."),
        ("ibid., l. 38", "  in Russian   Там же. Л. 38"),
        ("АП РФ, ф. 45, оп. 1, д. 50-фп, л. 17а", "  written      APRF, f. 45, op. 1, d. 50-fp, l. 17a"),
        ("РФ ИЯЛИ НАН КР. Инв. 29. С. 20.", "  beside it    Инв. 29"),
        ("NAI, Home (Political), File No. 12/34", "  beside it    Political"),
        ("AJ, KPR (837), I-3-a/101-4", "  beside it    837"),
        ("AAN, KC PZPR (Wydział Zagraniczny), sygn. 237/V-98", "  beside it    Wydział Zagraniczny"),
        ("AMAE, Europe (1944-1970), URSS, vol. 123", "  beside it    1944-1970"),
        ("AAN/260 Kolekcja kartograficzna/429", "  beside it    Kolekcja kartograficzna"),
        ("Hello\n  world", "  left over    Hello world"),
        ("APRF, f. 3, op. 1, d. 2. Translated by A. Doe and B. Roe", "  translators  A. Doe; B. Roe"),
    ],
)
def test_an_account_has_a_row_for_each_thing(line: str, row: str) -> None:
    assert row in account(read_line(line)).split("\n")


def test_an_account_has_no_russian_form_of_other_countries_marks() -> None:
    assert "in Russian" not in account(read_line("TNA FO 371/84081"))


def test_what_joins_shelfmarks_is_not_left_over() -> None:
    told = account(read_line("APRF, f. 45, op. 1, d. 334, l. 5, and RGASPI, f. 558, op. 11, d. 334, l. 5."))
    assert "left over" not in told
    assert told.count("  archive ") == 2


def test_as_json_says_what_was_not_read() -> None:
    line = read_line("RGASPI, f. 558, op. 11, d. 334, l. 105")
    assert as_json(line)["unread"] == []
    assert as_json(line)["shelfmarks"][0]["folios"] == [["105", "105"]]


def test_as_json_drops_nothing_that_an_account_shows() -> None:
    answer = as_json(read_line("Memorandum, AJ, 836, KPR, I-3-a/12. Typescript."))
    assert (answer["beside"], answer["left_over"]) == (["KPR"], ["Memorandum", "Typescript"])


@pytest.mark.parametrize(
    ("line", "relation"),
    [
        ("APRF, f. 45, op. 1, d. 334, l. 105; RGASPI, f. 558, op. 11, d. 334, l. 0105", "same-document-copies"),
        ("RGASPI, 558/11/334 (APRF, 45/1/334)", "same-document-copies"),
        ("APRF, f. 45, op. 1, d. 334, l. 105; RGASPI, f. 558, op. 11, d. 335, l. 105", "separate"),
        ("APRF, f. 45, op. 1, d. 334, l. 105; RGASPI, f. 558, op. 11, d. 334, l. 7", "separate"),
        ("TsGAOR, f. 9401, op. 2, d. 64; GARF, f. R-9401, op. 2, d. 64", "separate"),
        ("RGASPI, f. 558, op. 11, d. 334", None),
    ],
)
def test_copies_that_a_concordance_knows(line: str, relation: str | None) -> None:
    assert as_json(read_line(line))["relation"] == relation
