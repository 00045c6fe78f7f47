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
        ("РГАДА, ф. 89, оп. 1, 1720 г., д. 3", "  dated        1720 г."),
        ("ГАРФ. Ф. 109. 3 эксп. 1861. Д. 88. Л. 2", "  dated        3 эксп. 1861"),
        ("ГАРФ. Ф. 102. ДПОО. 1908 г. Д. 9. Ч. 4", "  dated        ДПОО. 1908 г."),
        ("ГАРФ. Ф. 109. I эксп. Оп. 19. 1843. Д. 70", "  dated        1843"),
        ("РГАДА, ф. 210, Новгородский стол, стб. 56, л. 7", "  office       Новгородский стол"),
        (
            "РГАДА. Ф. 210 (Разрядный приказ). Столбцы Севского стола. № 56. Л. 7",
            "  office       Столбцы Севского стола",
        ),
        # as the archive writes it
        ("FO371/84123", "  written      TNA, FO 371/84123"),
        ("TNA, MEPO2/1234", "  written      TNA, MEPO 2/1234"),
        ("BArch, NS19/1234", "  written      BArch, NS 19/1234"),
        ("PA AA, R104881", "  written      PA AA, R 104881"),
        ("NAA: A 1838, 3107/33/1", "  written      NAA, A1838, 3107/33/1"),
        ("NRS, PA2/3", "  written      NRS, PA2/3"),
        ("Box 3, Entry 5, RG 59, NARA", "  written      NARA, RG 59, entry 5, box 3"),
        ("Reel 3, M1234, RG 59, NARA", "  written      NARA, RG 59, microfilm M1234, reel 3"),
        ("Box 3, folder 4, Smith Papers, Hoover Institution", "  written      Hoover, Smith Papers, box 3, folder 4"),
        ("RGASPI, d. 334, op. 11, f. 558", "  written      RGASPI, f. 558, op. 11, d. 334"),
        ("LAC, file 671/6-2-025, vol. 4", "  written      LAC, file 671/6-2-025, vol. 4"),
        ("ГАРФ. Ф. P-9401. Оп. 1c. Д. 5", "  written      GARF, f. R-9401, op. 1s, d. 5"),
        ("ГАРФ. Ф. P-9401. Оп. 1c. Д. 5", "  in Russian   ГАРФ. Ф. Р-9401. Оп. 1с. Д. 5"),
        ("GARF, f. R-9401, op. 1c, d. 5", "  written      GARF, f. R-9401, op. 1s, d. 5"),
        ("LCVA, f. 1, ap. 2c, b. 3", "  written      LCVA, f. 1, ap. 2c, b. 3"),
        ("RGASPI 17/162/14, 17", "  written      RGASPI, f. 17, op. 162, d. 14, l. 17"),
        ("TNA FO 371/84081. Obtained by A. Doe; some note", "  left over    some note"),
        ('"Letter" (APRF, f. 45, op. 1, d. 3)', '  left over    "Letter"'),
        ("Doe (New York, 1977), 385; APRF, f. 1, op. 2, d. 3) (see", "  left over    Doe (New York, 1977), 385"),
        ("Там же. Л. 38об.", "  written      Ibid., l. 38ob."),
        ("ibid., l. 38", "  in Russian   Там же. Л. 38"),
        ("АП РФ, ф. 45, оп. 1, д. 50-фп, л. 17а", "  written      APRF, f. 45, op. 1, d. 50-fp, l. 17a"),
        ("РФ ИЯЛИ НАН КР. Инв. 29. С. 20.", "  beside it    Инв. 29"),
        ("FO 4.  1017 /12: the fear of missing out, vol. 3", "  beside it    1017 /12: the fear of missing out"),
        ("FO 4.  abc: x, vol. 3", "  beside it    abc: x"),
        ("NAI, Home (Political), File No. 12/34", "  levels       fonds Home (Political) · file 12/34"),
        ("BArch, R 43/12, Bl. 5 f.", "  folios       5 and the next"),
        ("BL, Add MS 12345, ff. 44 ff.", "  folios       44 and the following"),
        ("AJ, KPR (837), I-3-a/101-4", "  beside it    KPR"),
        ("AAN, KC PZPR (Wydział Zagraniczny), sygn. 237/V-98", "  beside it    Wydział Zagraniczny"),
        ("AMAE, Europe (1944-1970), URSS, vol. 123", "  beside it    1944-1970"),
        ("AAN/260 Kolekcja kartograficzna/429", "  beside it    Kolekcja kartograficzna"),
        ("Hello\n  world", "  left over    Hello world"),
        ("Doe, Years, 12 (citing RGASPI, f. 17, op. 2, d. 3, l. 4).", "  left over    Doe, Years, 12"),
        ("Doe to Roe, 8 May 1979, The National Archives, FO 371/123", "  left over    Doe to Roe, 8 May 1979"),
        ("The text is given in a letter (on file NAA: A981, 12).", "  left over    The text is given in a letter"),
        ('"TNA, FO 371/123", London', "  left over    London"),
        ("`TNA, FO 371/123`, typescript", "  left over    typescript"),
        ("| 1940 | TNA, FO 371/123 | Tax files |", "  left over    Tax files"),
        ("«Письмо» (РГАСПИ, ф. 17, оп. 2, д. 3)", "  left over    «Письмо»"),
        ("TNA, FO 371/123 / Photo: Roe", "  left over    Photo: Roe"),
        ("Archiwum Narodowe w Krakowie, zespół 29/12, sygn. 3, k. 4v, 04.03.1937.", "  left over    04.03.1937"),
        ("LAC, file 1/2, volume 2, 05/1973–06/1975, RCAP", "  left over    05/1973–06/1975, RCAP"),
        ("LAC, file 1/2, volume 2, 9/87–12/88, Doe", "  left over    9/87–12/88, Doe"),
        ("GARF, f. 1, op. 2, d. 3, l. 4, 12", "  folios       4, 12"),
        ("ГАВО, ф. 883, оп. 1, д. 233", "  written      GAVO, f. 883, op. 1, d. 233"),
        (
            "ДАмК, ф. Р-810, оп. 2, спр. 184",
            "  written      State Archive of the City of Kyiv, f. R-810, op. 2, spr. 184",
        ),
        ("ЦГАСО, ф. 150, оп. 1, д. 77", "  written      TsGASO, f. 150, op. 1, d. 77"),
        ("ЦГАСО, ф. 150, оп. 1, д. 77", "  in Russian   ЦГАСО. Ф. 150. Оп. 1. Д. 77"),
        ("Арх. дело: ф. 1, оп. 3, д. 58", "  archive      not named"),
        (
            "Paris ,Archives nationales, F7 12345",
            "  archive      Paris ,Archives nationales = National Archives (France)",
        ),
        ("Kew,The National Archives, FO 371/12", "  archive      Kew,The National Archives = The National Archives"),
        (
            "Harry Truman Library, Acheson Papers, Box 3",
            "  archive      Harry Truman Library = Harry S. Truman Presidential Library",
        ),
        (
            "ОР ИМЛИ РАН, ф. 32, оп. 2, ед. хр. 7",
            "  archive      ОР ИМЛИ РАН = Gorky Institute of World Literature RAS, Manuscript department",
        ),
        ("APRF, f. 3, op. 1, d. 2. Translated by A. Doe and B. Roe", "  translators  A. Doe; B. Roe"),
    ],
)
def test_an_account_has_a_row_for_each_thing(line: str, row: str) -> None:
    assert row in account(read_line(line)).split("\n")


@pytest.mark.parametrize(
    "line",
    [
        "Source: TNA, FO 371/123",
        "中国外交部档案馆，档号 204-00123-05，第12-15页",
        "Academia Historica, 020-010102-0012, 第12頁",
        "Архивное дело: № 9694",
        "Архивные данные: Фонд: Р-1. Опись: 2. Дело: 3",
        "**Archive Reference:** Ф. 284, оп. 1, д. 795",
        "Fuente: AGI, Panamá, 358.",
        "РГАЛИ. Ф. 963. On. 1. Д. 366. Л. 9.",
        "RGASPI, F558, Op.11, d. 12",
        "ASVe, <i>Senato</i>, Mar, reg. 12, f<sup>o</sup> 34<sup>r</sup>–35",
        "ЦДІАЛ України, ф. 129, оп. 2, слр. 1144, арк. 4",
    ],
)
def test_what_only_leads_to_a_mark_or_announces_its_levels_is_not_told(line: str) -> None:
    told = account(read_line(line))
    assert "archive " in told
    assert "left over" not in told and "beside it" not in told


def test_an_account_has_no_russian_form_of_other_countries_marks() -> None:
    assert "in Russian" not in account(read_line("TNA FO 371/84081"))


@pytest.mark.parametrize(
    ("line", "day"),
    [("MSA, Political Department, vol. 12 of 1857", "of 1857"), ("РГАДА, ф. 89, оп. 1, 1720 г., д. 3", "1720 г.")],
)
def test_a_date_that_tells_files_apart_is_of_its_mark(line: str, day: str) -> None:
    read = read_line(line)
    (mark,) = as_json(read)["shelfmarks"]
    assert mark["dated"] == day
    assert "left over" not in account(read) and "beside it" not in account(read)


def test_what_joins_shelfmarks_is_not_left_over() -> None:
    told = account(read_line("APRF, f. 45, op. 1, d. 334, l. 5, and RGASPI, f. 558, op. 11, d. 334, l. 5."))
    assert "left over" not in told
    assert told.count("  archive ") == 2


def test_as_json_says_what_was_not_read() -> None:
    line = read_line("RGASPI, f. 558, op. 11, d. 334, l. 105")
    assert as_json(line)["unread"] == []
    assert as_json(line)["shelfmarks"][0]["folios"] == [["105", "105"]]


def test_as_json_writes_each_shelfmark_anew() -> None:
    answer = as_json(read_line("TNA, FO371/84123; RGASPI 17/162/14, 17"), anew=True)
    assert [mark["written"] for mark in answer["shelfmarks"]] == [
        "TNA, FO 371/84123",
        "RGASPI, f. 17, op. 162, d. 14, l. 17",
    ]


def test_as_json_drops_nothing_that_an_account_shows() -> None:
    answer = as_json(read_line("Memorandum, AJ, 836, KPR, I-3-a/12. Typescript."))
    assert (answer["beside"], answer["left_over"]) == (["KPR"], ["Memorandum", "Typescript"])


@pytest.mark.parametrize(
    ("line", "archives", "rest"),
    [
        ("FO 371/86756, TNA", ["TNA"], []),
        ("FO 371/86756 (TNA)", ["TNA"], []),
        ("FO 371/86756, National Archives (UK)", ["National Archives (UK)"], []),
        ("FO 371/86756, f. 5, UK National Archives", ["UK National Archives"], []),
        ("FO 371/86756, The National Archives, London", ["National Archives"], ["London"]),
        ("IOR/L/PS/12/1, fols. 3-4, British Library, London", ["British Library, London"], []),
        ("Add MS 12345, The British Library", ["British Library"], []),
        ("FO 371/1; FO 371/2, TNA", ["TNA", "TNA"], []),
        ("FO 371/1, The National Archives, and RG 59, box 3, NARA", ["National Archives", "NARA"], []),
        (
            "CAB 128/17, CM(50)34, 1, 29 May 1950, The National Archives, Kew, UK (hereafter TNA)",
            ["The National Archives, Kew"],
            ["1, 29 May 1950", "UK (hereafter TNA)"],
        ),
        ("FO 371/1, and TNA, CAB 65/3", [None, "TNA"], []),
    ],
)
def test_an_archive_named_behind_the_code_that_tells_it(line: str, archives: list[str | None], rest: list[str]) -> None:
    answer = as_json(read_line(line))
    assert [mark["archive"] for mark in answer["shelfmarks"]] == archives
    assert answer["beside"] + answer["left_over"] == rest and answer["unread"] == []


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


def test_of_a_line_too_long_only_a_glimpse_is_shown_of_the_rest() -> None:
    line = read_line("RGASPI, f. 17, op. 162, d. 9; " * 2_000)
    assert len(line.text) == 60_000
    assert sum(map(len, as_json(line)["unread"])) < 100
    assert "RGASPI, f. 17, op. 162, d. 9; " * 700 not in account(line)
    assert account(line).splitlines()[-1].startswith("  not read     RGASPI, f. 17")


def test_a_name_that_several_archives_share_says_so() -> None:
    (row,) = (row for row in account(read_line("ГАСО. Ф. 1. Оп. 2. Д. 3")).split("\n") if "several" in row)
    assert row.startswith("  archive      ГАСО: several are called so (")
    assert row.endswith("; its town beside it decides")
    assert "several" not in account(read_line("QWERTZ, f. 1, op. 2, d. 3"))


def test_an_archive_is_told_once() -> None:
    told = account(read_line("RGASPI, f. 17, op. 3, d. 1; see also QWERTZ, f. 113, op. 3, d. 12"))
    assert "  archive      QWERTZ" in told
    assert "left over" not in told
