"""Shelfmarks written in every form, and read again."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from provcheck import tables
from provcheck.archives import (
    archive_name,
    as_usual,
    compact,
    format_shelfmark,
    in_script,
    predict,
    read_fields,
    read_line,
)
from provcheck.model.shelfmark import Folios, Level, MarkForm, Shelfmark

SEED = Shelfmark(
    "APRF", "aprf", (Level("fond", "45"), Level("opis", "1"), Level("delo", "334")), (Folios("105", "106"),), "russian"
)
GOST = MarkForm(language="ru", capitals=True, between=". ", after_archive=". ", agreement=False)

FORMS = {
    "APRF, f. 45, op. 1, d. 334, ll. 105–106": MarkForm(),
    "APRF, f. 45, op. 1, d. 334, ll. 105–6": MarkForm(abbreviate_ranges=True),
    "APRF, fond 45, opis 1, delo 334, listy 105-106": MarkForm(labels="full", dash="-"),
    "АП РФ, ф. 45, оп. 1, д. 334, лл. 105–106": MarkForm(language="ru"),
    "АП РФ. Ф. 45. Оп. 1. Д. 334. Л. 105–106": GOST,
    "APRF, 45/1/334/105-106": MarkForm(labels="none", between="/", dash="-"),
    "APRF, ll. 105–106, d. 334, op. 1, f. 45": MarkForm(smallest_first=True),
    "APRF, f. 45": MarkForm(depth=1),
    "APRF, fond 45, opis 1, delo 334, fols 105–106": MarkForm(labels="full", leaf=("fol.", "fols")),
    "Archive of the President of the Russian Federation (APRF), f. 45, op. 1, d. 334, ll. 105–106": MarkForm(
        archive="name (code)"
    ),
}


@pytest.mark.parametrize(("text", "form"), FORMS.items(), ids=list(FORMS))
def test_forms(text: str, form: MarkForm) -> None:
    assert format_shelfmark(SEED, form) == text


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("ҚР ОММ, 141-қ., 1-т., 123-іс, 4-п.", "ЦГА РК. Ф. 141. Оп. 1. Д. 123. Л. 4"),
        ("O'zMA, 25-fond, 1-ro'yxat, 123-yig'ma jild, 4-varaq", "ЦГА РУз. Ф. 25. Оп. 1. Д. 123. Л. 4"),
        ("LVVA, 1370. f., 1. apr., 24. l., 15. lp.", "ЛГИА (Рига). Ф. 1370. Оп. 1. Д. 24. Л. 15"),
        ("LCVA, f. 391, ap. 4, b. 725, l. 13v", "ЛЦГА. Ф. 391. Оп. 4. Д. 725. Л. 13 об."),
        ("ERA.957.14.58, l. 12", "ERA. Ф. 957. Оп. 14. Д. 58. Л. 12"),
    ],
)
def test_marks_of_the_former_union_have_the_words_of_a_russian_citation(line: str, written: str) -> None:
    (mark,) = read_line(line).marks
    assert format_shelfmark(mark, GOST) == written


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("AGA, Educación, caja 12, carpeta «Genova»", "AGA, Educación, caja 12, carpeta “Genova”"),
        ("AN, F/7/4702, dossier «Genova», fol. 3", "AN, F/7/4702, dossier “Genova”, fol. 3"),
        ("AAN, KC, teczka «Genua»", "AAN, KC, teczka “Genua”"),
        ("ACS, MI, b. 12, fasc. «Genova»", "ACS, MI, b. 12, fasc. Genova"),
    ],
)
def test_a_title_where_numbers_stand_keeps_its_quotation_marks(line: str, written: str) -> None:
    (mark,) = read_line(line).marks
    assert format_shelfmark(mark) == written
    assert read_line(written).marks[0].levels == mark.levels


@pytest.mark.parametrize(
    ("line", "written", "russian"),
    [
        (
            "TsKhDMO, f. 1, op. 23, d. 8, l. 2",
            "RGASPI, f. M-1, op. 23, d. 8, l. 2",
            "РГАСПИ. Ф. М-1. Оп. 23. Д. 8. Л. 2",
        ),
        ("РГАСПИ-М. Ф. 6. Оп. 14. Д. 3", "RGASPI, f. M-6, op. 14, d. 3", "РГАСПИ. Ф. М-6. Оп. 14. Д. 3"),
        ("TsKhIDK, f. 1358, op. 2, d. 4", "RGVA, f. 1358k, op. 2, d. 4", "РГВА. Ф. 1358к. Оп. 2. Д. 4"),
        ("ЦГАОР СССР. Ф. 7523. Оп. 4", "GARF, f. R-7523, op. 4", "ГАРФ. Ф. Р-7523. Оп. 4"),
        ("ГАРФ. Ф. P-9401. Оп. 2", "GARF, f. R-9401, op. 2", "ГАРФ. Ф. Р-9401. Оп. 2"),  # a Latin P
    ],
)
def test_under_its_present_name_an_archive_has_the_numbers_of_today(line: str, written: str, russian: str) -> None:
    (mark,) = read_line(line).marks
    assert format_shelfmark(mark) == written
    assert format_shelfmark(mark, GOST) == russian
    assert [compact(again, folios=True) for again in read_line(written).marks] == [compact(mark, folios=True)]


@pytest.mark.parametrize("slip", [{"labels": "long"}, {"archive": "acronym"}, {"depth": -1}])
def test_a_form_that_there_is_not_is_told(slip: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=f"^{next(iter(slip))} is "):
        MarkForm(**slip)


def test_one_leaf_and_its_back() -> None:
    mark = Shelfmark(
        None, None, (Level("fond", "1"), Level("opis", "2"), Level("delo", "3")), (Folios("4v", "4v"),), "russian"
    )
    assert format_shelfmark(mark) == "f. 1, op. 2, d. 3, l. 4ob."
    assert format_shelfmark(mark, MarkForm(language="ru")) == "ф. 1, оп. 2, д. 3, л. 4 об."


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("ГАРФ, ф. Р-6452, оп. 2, д. 2560 – 2565", "GARF, f. R-6452, op. 2, dd. 2560–2565"),
        ("РГАСПИ. Ф. И. В. Сталина. Оп. 11. Д. 5", "RGASPI, f. И. В. Сталина, op. 11, d. 5"),
        ("GARF, f. 1, op. 2, d. 14-5", "GARF, f. 1, op. 2, d. 14-5"),  # a number of two parts
        ("NARA, RG 59, entry 1, boxes 12-14", "NARA, RG 59, entry 1, boxes 12-14"),
        ("NARA, RG 59, entry 1, box 12", "NARA, RG 59, entry 1, box 12"),
        ("NARA, RG 59, entry 1, box 12, 1947–1948", "NARA, RG 59, entry 1, box 12, folder 1947–1948"),  # its title
        ("AGS, Guerra Antigua, legs. 84-86", "AGS, Guerra Antigua, legs. 84-86"),
        ("AGS, Guerra Antigua, leg. 84", "AGS, Guerra Antigua, leg. 84"),
        ("ASVe, Senato, Dispacci, filze 3-5", "ASVe, Senato, Dispacci, filze 3-5"),
        ("ASVe, Savi alla Mercanzia, bb. 34-36", "ASVe, Savi alla Mercanzia, bb. 34-36"),
        ("ASTo, Lettere ministri, Spagna, mazzi 7-9", "ASTo, Lettere ministri, Spagna, mazzi 7-9"),
        ("AN, BB/18/1234, pièces 3-6", "AN, BB/18/1234, pièces 3-6"),
        ("NAI, Home Department, Judicial, No. 7", "NAI, Home Department, Judicial, No. 7"),
        ("NAI, Home Department, Judicial, Nos. 7-19", "NAI, Home Department, Judicial, Nos. 7-19"),
    ],
)
def test_a_run_of_files_has_the_plural(line: str, written: str) -> None:
    (mark,) = read_line(line).marks
    assert format_shelfmark(mark) == written
    assert read_line(written).marks[0].levels == in_script(mark, "en").levels


@pytest.mark.parametrize(
    ("line", "written", "named"),
    [
        ("AIPN, Ka 029/123", "AIPN Ka, 029/123", "Archive of the Institute of National Remembrance (AIPN Ka)"),
        ("IPN Ka 029/123, k. 4", "IPN Ka, 029/123, k. 4", "Archive of the Institute of National Remembrance (IPN Ka)"),
        ("HHStA, PA I, Kt. 12", "HHStA, PA I, Kt. 12", "Austrian State Archives (HHStA)"),
        (
            "Österreichisches Staatsarchiv, Haus-, Hof- und Staatsarchiv, PA I, Kt. 12",
            "HHStA, PA I, Kt. 12",
            "Austrian State Archives (HHStA)",
        ),
        ("Kriegsarchiv Wien, FA, Kt. 12", "ÖStA/KA, FA, Kt. 12", "Austrian State Archives (KA)"),
        ("ERAF.1.4.123, l. 3", "ERAF, f. 1, n. 4, s. 123, l. 3", "National Archives of Estonia (ERAF)"),
        ("RA ERA.1.4.123, l. 3", "ERA, f. 1, n. 4, s. 123, l. 3", "National Archives of Estonia (ERA)"),
        ("ERA.1.4.123, l. 3", "ERA, f. 1, n. 4, s. 123, l. 3", "National Archives of Estonia (ERA)"),
        ("SHD/GR, 7 N 123", "SHD/GR, 7 N 123", "Defence Historical Service (France) (SHD/GR)"),
        ("KA, FA, Kt. 12, Wien", "ÖStA/KA, FA, Kt. 12", "Austrian State Archives (KA)"),  # KA alone is that of others
        ("NAK, Kaduna, SNP 10/2", "NNAK, SNP 10/2", "National Archives of Nigeria (NNAK)"),
        ("NAI, Ibadan, CSO 26/4, 12723", "NNAI, CSO 26/4, 12723", "National Archives of Nigeria (NNAI)"),
        (
            "Архив МВД Грузии. II отд. Ф. 14. Оп. 7. Д. 36",
            "MIA Archive (II), f. 14, inv. 7, c. 36",
            "Archive of the Ministry of Internal Affairs of Georgia (II)",
        ),
        ("НАА ОПД, ф. 4, оп. 3, д. 12", "HAA/HKPB, f. 4, ts. 3, g. 12", "National Archives of Armenia (HKPB)"),
        ("LASA, MD, Rep. A 2, Nr. 12", "LASA MD, Rep. A 2, Nr. 12", "State Archive of Saxony-Anhalt (LASA MD)"),
        ("LHASA, Abt. Magdeburg, A 2, Nr. 12", "LASA MD, A 2, Nr. 12", "State Archive of Saxony-Anhalt (LASA MD)"),
    ],
)
def test_a_branch_with_numbers_of_its_own_is_kept(line: str, written: str, named: str) -> None:
    (mark,) = read_line(line).marks
    assert format_shelfmark(mark) == written
    assert archive_name(mark, MarkForm(archive="name")) == named


@pytest.mark.parametrize(
    ("line", "language", "written"),
    [
        ("ÖStA, HHStA, StAbt Russland II, Kt. 123", "de", "ÖStA, HHStA, StAbt Russland II, Kt. 123"),
        ("HStAM, Best. 340, Nr. 12", "de", "HStAM, Best. 340, Nr. 12"),
        ("NLA OL, Best. 20, Nr. 12", "de", "NLA OL, Best. 20, Nr. 12"),
        ("BnF, ms. fr. 12345, fol. 12r", "fr", "BnF, ms. fr. 12345, fol. 12r"),
        ("AFS, E2001E#1967/113#12", "fr", "AFS, E2001E#1967/113#12"),
        ("AFS, E2001E#1967/113#12", "de", "BAR, E2001E#1967/113#12"),
        ("AD Nord, M 154/234", "fr", "AD Nord, M 154/234"),
        ("AN, BB¹⁸ 1234", "fr", "AN, BB¹⁸ 1234"),
        ("AN, BB^18^ 1234", "fr", "AN, BB18 1234"),
        ("LA NRW R, BR 7, Nr. 123", "de", "LAV NRW R, BR 7, Nr. 123"),
        ("AM Lyon, BB 123", "fr", "AM Lyon, BB 123"),
        ("ACA, Cancillería, vol. 123", "es", "ACA, Cancillería, vol. 123"),
        ("AGR, Conseil d'État 123", "nl", "ARA, Conseil d'État, inv.nr. 123"),
    ],
)
def test_an_archive_has_its_usual_short_name_in_its_own_language(line: str, language: str, written: str) -> None:
    (mark,) = read_line(line).marks
    assert format_shelfmark(mark, MarkForm(language=language)) == written


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("AGN México, Inquisición, vol. 61, exp. 1", "AGN, Inquisición, vol. 61, exp. 1"),
        ("AGN Colombia, Sección Colonia, Miscelánea, tomo 9, f. 1", "AGNC, sección Colonia, Miscelánea, tomo 9, f. 1"),
        (
            "Archivio di Stato di Torino, Sezione Corte, Paesi, Sardegna, mazzo 1",
            "ASTo, sezione Corte, Paesi, Sardegna, mazzo 1",
        ),
        ("ASVe, Senato, Deliberazioni, Secreti, reg. 12", "ASVe, Senato, Deliberazioni, Secreti, reg. 12"),
        ("ASVe, Senato, Dispacci, filza 12", "ASVe, Senato, Dispacci, filza 12"),
        # Titles in a row are no list of numbers: none needs a word.
        (
            "ASMo, Cancelleria, Estero, Ambasciatori, Francia, b. 3",
            "ASMo, Cancelleria, Estero, Ambasciatori, Francia, b. 3",
        ),
        (
            "ASTo, Corte, Materie politiche, Lettere ministri, Olanda, mazzo 4",
            "ASTo, Corte, Materie politiche, Lettere ministri, Olanda, mazzo 4",
        ),
        (
            "ASFi, Mediceo, Carteggio, Minute, Relazioni, Avvisi, filza 8",
            "ASFi, Mediceo, Carteggio, Minute, Relazioni, Avvisi, filza 8",
        ),
        ("MOL, K 28, 124. csomó, 235. tétel", "MNL OL, K 28, cs. 124, tétel 235"),
        ("MOL, 276. f., 53. cs., 123. ő. e.", "MNL OL, fond 276, cs. 53, ő. e. 123"),
        # A Czech fonds that has no number in the list of the heritage.
        ("NA, f. 100/24, sv. 12", "NA, fond 100/24, sv. 12"),
        ("ABS, H-720", "ABS, H-720"),
        ("ABS, V-1234 MV, l. 12", "ABS, V-1234 MV, fol. 12"),
        ("ABS, f. 310-12-3", "ABS, fond 310-12-3"),
        ("NA, č. NAD 1075, kart. 3", "NA, č. NAD 1075, kart. 3"),
        ("上海市档案馆, B123-4-567-8~12", "SMA, B123-4-567-8~12"),
        # A manuscript of a library that no table has is in no country.
        ("XYZ, ms. 123, f. 4r", "XYZ, MS 123, fol. 4r"),
    ],
)
def test_an_archive_has_words_of_its_own(line: str, written: str) -> None:
    (mark,) = read_line(line).marks
    assert format_shelfmark(mark) == written
    assert read_line(written).marks[0].levels == mark.levels


@pytest.mark.parametrize(
    ("line", "english", "russian"),
    [
        ("РГБ, НИОР, ф. 173.I, № 5", "OR RGB, f. 173.I, d. 5", "ОР РГБ. Ф. 173.I. Д. 5"),
        ("НИОР РГБ. Ф. 304/I. Д. 12-X", "OR RGB, f. 304/I, d. 12-X", "ОР РГБ. Ф. 304/I. Д. 12-X"),
        ("ОР РНБ. Q.p.I.18", "OR RNB, Q.p.I.18", "ОР РНБ. Q.p.I.18"),
        ("ОР РНБ. Ф. 550. F.IV.230", "OR RNB, f. 550, F.IV.230", "ОР РНБ. Ф. 550. F.IV.230"),
        ("ГАРФ. Ф. Р-9401. Оп. 1с. Д. 3", "GARF, f. R-9401, op. 1s, d. 3", "ГАРФ. Ф. Р-9401. Оп. 1с. Д. 3"),
        # a call number that names its collection is in the script of the rest
        ("ГПБ, собр. Погодина, 31", "OR RNB, sobr. Pogodina, 31", "ОР РНБ. собр. Погодина, 31"),
        ("ГИМ, Син. гр. 123, л. 3", "OPI GIM, Sin. gr. 123, fol. 3", "ОПИ ГИМ. Син. гр. 123. Л. 3"),
    ],
)
def test_roman_numerals_and_signs_stay_latin(line: str, english: str, russian: str) -> None:
    (mark,) = read_line(line).marks
    assert format_shelfmark(mark) == english
    assert format_shelfmark(mark, GOST) == russian


@pytest.mark.parametrize(
    ("line", "written"),
    [
        (
            "RGASPI, f. 17, op. 3, d. 1, l. 2. ՀԱՊԱ, ֆ. 113, ց. 1, գ. 5",
            ["RGASPI, f. 17, op. 3, d. 1, l. 2", "ՀԱՊԱ, f. 113, ts. 1, g. 5"],
        ),
        ("ГАРФ. Ф. 1. Оп. 2. Д. 3; ՀԱՊԱ, ֆ. 113, ց. 1, գ. 5", ["GARF, f. 1, op. 2, d. 3", "ՀԱՊԱ, f. 113, ts. 1, g. 5"]),
        ("ՀԱԱ, ֆ. 113, ց. 1, գ. 5, ֆ. 114, ց. 1, գ. 5", ["HAA, f. 113, ts. 1, g. 5", "HAA, f. 114, ts. 1, g. 5"]),
    ],
)
def test_a_mark_keeps_its_archives_words_before_one_in_another_language(line: str, written: list[str]) -> None:
    assert [format_shelfmark(mark) for mark in read_line(line).marks] == written


def test_branches_of_an_archive_are_told_apart_and_their_spellings_are_not() -> None:
    keys = [compact(read_line(f"{code} 029/123").marks[0]) for code in ("IPN Ka", "AIPN Ka", "IPN Kr", "AIPN")]
    assert keys == ["ipn.ka:029/123", "ipn.ka:029/123", "ipn.kr:029/123", "ipn:029/123"]


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("ARS, AS 1931, šk. 1122, mapa 3", "SI AS, fond 1931, šk. 1122, mapa 3"),
        ("ANRI, RA.7, no. 123", "ANRI, RA.7, inventory number 123"),
        ("ANRI, RA.7, document no. 123", "ANRI, RA.7, document no. 123"),
        ("Kansallisarkisto, kansio 123", "KA, kansio 123"),
        # An item of a manuscript stands in brackets; a siglum of catalogues only where it was written.
        ("Houghton Library, bMS Am 1943 (123)", "Houghton Library, bMS Am 1943 (123)"),
        ("US-CAh, bMS Am 1943 (123)", "US-CAh, bMS Am 1943 (123)"),
        ("Houghton Library, MS Am 2560, box 3", "Houghton Library, MS Am 2560, box 3"),
        ("Bancroft Library, BANC MSS 71/3, box 2", "Bancroft Library, BANC MSS 71/3, box 2"),
        ("NLS, Acc. 4251", "NLS, acc. 4251"),
        ("WStLA, Hauptarchiv, A1, Schachtel 12", "WStLA, Hauptarchiv, A1, Schachtel 12"),
        ("AGI, Patronato, 45, R. 3", "AGI, Patronato, leg. 45, R. 3"),
        ("ГАРФ, ф. R–7523, оп. 1, д. 2–5", "GARF, f. R-7523, op. 1, dd. 2–5"),
        ("NASA, Pretoria, NTS 12", "NARSSA, NTS, vol. 12"),
        ("Pretoria, SAB, NTS 12", "NARSSA/SAB, NTS, vol. 12"),
        ("NARSSA, KAB, CSO 12", "KAB, CSO, vol. 12"),
        ("AHU, códice 67, livro 3", "AHU, cód. 67, vol. 3"),
        ("ABNB, códice 67, tomo 3", "ABNB, códice 67, tomo 3"),
        ("AD Gard, 5 Mi 1234", "AD Gard, 5 Mi 1234"),
        ("AN, F/7/4321", "AN, F/7/4321"),
        ("AN, 19940500/123", "AN, 19940500/123"),
        ("SHD, GR 7 N/1520", "SHD, GR 7 N 1520"),
        ("АЈ, 837, КПР I-3-a", "AJ, fond 837, КПР I-3-a"),
        ("АЈ, КМЈ, I-3-b/412", "AJ, КМЈ, a. j. I-3-b/412"),
        ("HHStA Wien, PA I, Kt. 12", "HHStA, PA I, Kt. 12"),
        # A word for another unit than the tables': whoever orders a códice gets no livro.
        ("ANTT, Chancelaria de D. Manuel, liv. 3", "ANTT, Chancelaria de D. Manuel, liv. 3"),
        ("ANTT, Manuscritos da Livraria, cód. 34", "ANTT, Manuscritos da Livraria, cód. 34"),
        ("ASNa, Farnesiano, fascio 34", "ASNa, Farnesiano, fascio 34"),
        ("ASMi, Sforzesco, Cartella 34", "ASMi, Sforzesco, cartella 34"),
        ("HHStA, Staatskanzlei, Preußen, Konv. 3", "HHStA, Staatskanzlei, Preußen, Konv. 3"),
        ("AGAD, Metryka Koronna, ks. 34", "AGAD, Metryka Koronna, ks. 34"),
        ("IVDJ, Envío 34, tomo II", "IVDJ, envío 34, tomo II"),
        ("BOA, MD 34, hüküm 56", "BOA, MD, nr. 34, hüküm 56"),
        # A spelling or an abbreviation of the same is put as everywhere, save before several; a translation too.
        ("AGS, Estado, legajo 34", "AGS, Estado, leg. 34"),
        ("AGS, Estado, legs. 34-36", "AGS, Estado, legs. 34-36"),
        ("NAI, Home Department, Political (A), No. 12", "NAI, Home Department, Political (A), No. 12"),
        ("NAI, Home Department, Political (A), Nos. 9-12", "NAI, Home Department, Political (A), Nos. 9-12"),
        ("ASVe, Senato, Mar, filze 3-5", "ASVe, Senato, Mar, filze 3-5"),
        ("ASMi, Sforzesco, box 34", "ASMi, Sforzesco, b. 34"),
        ("АЈ, 507, ф. 8, јед. оп. 31", "AJ, fond 507, fasc. 8, a. j. 31"),
        # A stroke is the Bundesarchiv's, and where the line has it; the others have the word.
        ("BArch, R 43 I, Nr. 34", "BArch, R 43 I/34"),
        ("LAB, A Rep. 358-02, Nr. 34", "LAB, A Rep. 358-02, Nr. 34"),
        ("LAB, A Rep. 358-02 34", "LAB, A Rep. 358-02, Nr. 34"),
        ("LASH, Abt. 309/34", "LASH, Abt. 309/34"),
        ("ACDP, 01-008-34/1", "ACDP, 01-008-34/1"),
        ("PA AA, MfAA, C 34/71", "PA AA, MfAA, C 34/71"),
        # Where the archive has books and bundles, a number that was written bare says no more.
        ("ASSi, Balia 123", "ASSi, Balia, 123"),
        ("ACA, Diversos, Sástago, 34, lío B, nº 56", "ACA, Diversos, Sástago, 34, lío B, doc. 56"),
        ("BStU, MfS, ZAIG 123", "BArch, MfS, ZAIG, Nr. 123"),
        ("Stasi-Unterlagen-Archiv, BV Halle 12", "Stasi Records Archive in the Federal Archives, BV Halle, Nr. 12"),
    ],
)
def test_words_are_the_archives_own_and_mean_the_same_level_again(line: str, written: str) -> None:
    (mark,) = read_line(line).marks
    assert format_shelfmark(mark) == written
    (again,) = read_line(written).marks
    assert (again.archive_id, again.levels) == (mark.archive_id, in_script(mark, "en").levels)


@pytest.mark.parametrize(
    ("line", "language", "written"),
    [
        # fols. is English, fol. is not; and each language has its own "following".
        ("TNA, FO 371/84123, ff. 4-7", "fr", "TNA, FO 371/84123, fol. 4–7"),
        ("TNA, FO 371/84123, ff. 4-7", "en", "TNA, FO 371/84123, fols. 4–7"),
        ("RGASPI, f. 17, op. 3, d. 4, ll. 5-6", "fr", "RGASPI, f. 17, op. 3, d. 4, ll. 5–6"),
        ("BnF, NAF 13728, fol. 45 sq.", "fr", "BnF, NAF 13728, fol. 45 sq."),
        ("РГАСПИ. Ф. 17. Оп. 3. Д. 12. Л. 105 и след.", "ru", "РГАСПИ, ф. 17, оп. 3, д. 12, лл. 105 и след."),
        ("ЦДАГО, ф. 1, оп. 20, спр. 12, арк. 105 і наст.", "uk", "ЦДАГО, ф. 1, оп. 20, спр. 12, арк. 105 і наст."),
        ("BnF, NAF 13728, fol. 45ff.", "fr", "BnF, NAF 13728, fol. 45 sqq."),
        ("BArch, N 1006/432, Bl. 13 f.", "de", "BArch, N 1006/432, Bl. 13f."),
    ],
)
def test_leaves_in_the_words_of_the_citation(line: str, language: str, written: str) -> None:
    (mark,) = read_line(line).marks
    assert format_shelfmark(mark, MarkForm(language=language)) == written
    assert read_line(written).marks[0] == mark


@pytest.mark.parametrize(
    ("line", "german"),
    [
        # The archive's words, not our English ones; where we have only these, the words of the line.
        ("NL-HaNA, 2.05.44, inv.nr. 12", "NL-HaNA, toegang 2.05.44, inv.nr. 12"),
        ("AGR, Audience, inventory number 12", "ARB, Audience, inv.nr. 12"),
        ("StAZH, C II 1, Nr. 12", "StAZH, C II 1, Nr. 12"),
        ("BnF, ms. fr. 4321, pièce 12", "BnF, ms. fr. 4321, pièce 12"),
        ("SBB-PK, Nachlass Harnack, Bd. 3, Kasten 12, Mappe 3", "SBB-PK, Nachlass Harnack, Bd. 3, Kasten 12, Mappe 3"),
        ("SNA, f. Úrad predsedníctva vlády, k. 12", "SNA, fond Úrad predsedníctva vlády, k. 12"),
        (
            "RA (København), Justitsministeriet, 2. kontor, læg 4",
            "RA, Justitsministeriet, 2. kontor, læg 4",
        ),
        # English is the archive's own there, and transliterated words are known in every language.
        ("NARA, RG 59, Entry 205, Box 3, folder 4", "NARA, RG 59, entry 205, box 3, folder 4"),
        ("ГИА АР, ф. 44, оп. 2, д. 123", "ARDTA, f. 44, op. 2, d. 123"),
        # The word of the unit among those that the archive has for the level.
        ("LBJL, NSF, Memos to the President, vol. 12", "LBJL, NSF, Memos to the President, vol. 12"),
        ("ATASE, ATAZB, Kutu No: 12, Gömlek No: 34", "ATASE, ATAZB, kutu 12, gömlek 34"),
        ("RA Oslo, Utenriksdepartementet, boks 4", "RA, Utenriksdepartementet, boks 4"),
    ],
)
def test_a_citation_in_another_language_has_no_english_words(line: str, german: str) -> None:
    (mark,) = read_line(line).marks
    assert format_shelfmark(in_script(mark, "de"), MarkForm(language="de")) == german
    assert read_line(german).marks[0].levels == in_script(mark, "de").levels


EXAMPLES = [(c.id, text, mark) for c in tables.conventions().values() for text, mark in c.examples]


def plain(mark: Shelfmark) -> str:
    folios = ",".join(run.first if run.first == run.last else f"{run.first}-{run.last}" for run in mark.folios)
    return " ".join([*(f"{level.name}={level.value}" for level in mark.levels), *([f"#{folios}"] if folios else [])])


UNLISTED = [
    # line, short labels, full ones
    (
        "Галузевий Архів Міністерства закордонних справ України, Фонд 1, Справа 7057",
        "Haluzevyi Arkhiv Ministerstva zakordonnykh sprav Ukrainy, f. 1, spr. 7057",
        "Haluzevyi Arkhiv Ministerstva zakordonnykh sprav Ukrainy, fond 1, sprava 7057",
    ),
    (
        "Приватний архів громадян, ф. 1, оп. 2, спр. 3, арк. 4–5 зв.",
        "Pryvatnyi arkhiv hromadian, f. 1, op. 2, spr. 3, ark. 4–5zv.",
        "Pryvatnyi arkhiv hromadian, fond 1, opys 2, sprava 3, arkushi 4–5zv.",
    ),
    (
        "Городской архив, ф. 1, оп. 2, д. 3",
        "Gorodskoi arkhiv, f. 1, op. 2, d. 3",
        "Gorodskoi arkhiv, fond 1, opis 2, delo 3",
    ),
    (  # old Russian had an і too
        "Архивъ Россійской Имперіи, ф. 1, оп. 2, д. 3",
        "Arkhiv Rossiiskoi Imperii, f. 1, op. 2, d. 3",
        "Arkhiv Rossiiskoi Imperii, fond 1, opis 2, delo 3",
    ),
]


@pytest.mark.parametrize(("line", "short", "full"), UNLISTED)
def test_an_archive_that_no_table_has_is_written_in_its_own_language(line: str, short: str, full: str) -> None:
    (mark,) = read_line(line).marks
    assert format_shelfmark(mark) == short
    assert format_shelfmark(mark, MarkForm(labels="full")) == full
    fields = {"archive": mark.archive or ""} | {level.name: level.value for level in mark.levels}
    assert read_fields(fields)[0].convention == mark.convention


@pytest.mark.parametrize(("convention", "text", "expected"), EXAMPLES, ids=[f"{c}: {t}" for c, t, _ in EXAMPLES])
def test_examples_of_the_tables(convention: str, text: str, expected: str) -> None:
    marks = read_line(text).marks
    assert [plain(mark) for mark in marks] == [expected]
    assert marks[0].convention == convention
    again = read_line(format_shelfmark(marks[0])).marks
    assert [plain(mark) for mark in again] == [plain(in_script(as_usual(marks[0]), "en"))]


LABELLED = [c.id for c in tables.conventions().values() if c.engine == "labelled" and c.folios]
IN_OTHER_WORDS = {"kazakh": "ap-rk", "uzbek": "tsga-ruz"}
"""Archives that mostly write Russian, for conventions in which none writes always."""
FOND_LIKE_LEAF = frozenset({"moldovan", "georgian"})
"""One abbreviation stands for fond and leaf: in these the fond must come first."""
NUMBERS = st.integers(1, 99999).map(str)
LETTERED = st.builds(
    "{}{}{}".format, st.sampled_from(["", "", "R-", "K-"]), NUMBERS, st.sampled_from(["", "", "a", "b"])
)


@st.composite
def marks(draw: st.DrawFn) -> Shelfmark:
    name = draw(st.sampled_from(LABELLED))
    convention = tables.conventions()[name]
    kept = [a for a in tables.archives().values() if a.convention == name and a.codes and not a.required]
    archive = draw(st.sampled_from(kept)) if kept else tables.archives()[IN_OTHER_WORDS[name]]
    levels = tuple(
        Level(rule.name, draw(LETTERED if rule.name == "fond" else NUMBERS))
        for rule in convention.levels
        if rule.required
    )
    first = draw(st.integers(1, 900))
    side = draw(st.sampled_from(["", "v"]))
    folios = draw(
        st.sampled_from(
            [
                (),
                (Folios(f"{first}{side}", f"{first}{side}"),),
                (Folios(str(first), f"{first + 3}{side}"),),
                (Folios(str(first), str(first)), Folios(f"{first + 5}", f"{first + 9}{side}")),
            ]
        )
    )
    return Shelfmark(None, archive.id, levels, folios, name)


@st.composite
def forms(draw: st.DrawFn, name: str) -> MarkForm:
    if draw(st.integers(0, 9)) == 0:
        return MarkForm(labels="none", between="/", dash="-")
    between = draw(st.sampled_from([", ", ". "]))
    return MarkForm(
        language=draw(st.sampled_from(tables.conventions()[name].languages)),
        labels=draw(st.sampled_from(["short", "full"])),
        capitals=draw(st.booleans()),
        between=between,
        after_archive=between,
        archive=draw(st.sampled_from(["code", "name", "name (code)", "code (name)"])),
        dash=draw(st.sampled_from(["-", "–"])),
        agreement=draw(st.booleans()),
        abbreviate_ranges=draw(st.booleans()),
        smallest_first=draw(st.booleans()) and name not in FOND_LIKE_LEAF,
    )


def in_order(mark: Shelfmark) -> tuple[object, ...]:
    return sorted(mark.levels), mark.folios


@given(st.data())
def test_what_is_written_is_read_again(data: st.DataObject) -> None:
    mark = data.draw(marks())
    form = data.draw(forms(mark.convention or ""))
    assume(form.labels != "none" or len(mark.levels[-1].value) != 4)  # 1/1/1646 may be a day
    text = format_shelfmark(mark, form)
    listed = len(mark.folios) > 1 and mark.convention in FOND_LIKE_LEAF  # f. 1, 6-10, ANRM: fonds or leaves
    if form.labels != "none" and not listed and data.draw(st.booleans()):  # the archive stands last
        text = f"{format_shelfmark(mark, dataclasses.replace(form, archive='none'))}, {archive_name(mark, form)}"
    again = read_line(text).marks
    assert [in_order(m) for m in again] == [in_order(in_script(as_usual(mark), form.language))], text
    assert again[0].archive_id == mark.archive_id, text


def test_compact() -> None:
    assert compact(SEED) == "aprf:45/1/334"
    assert compact(SEED, folios=True) == "aprf:45/1/334#105-106"
    assert compact(Shelfmark("X", None, SEED.levels)) is None
    padded = Shelfmark("АП РФ", "aprf", (Level("delo", "0334"), Level("fond", "45"), Level("opis", "1")), (), "russian")
    assert compact(padded) == "aprf:45/1/334"


def test_predict() -> None:
    (copy,) = predict(SEED)
    assert compact(copy, folios=True) == "rgaspi:558/11/334#105-106"
    (back,) = predict(copy)
    assert compact(back) == compact(SEED)
    assert predict(Shelfmark("APRF", "aprf", (Level("fond", "3"),))) == ()


def test_read_fields() -> None:
    mark, pieces = read_fields(
        {"archive": "АВП РФ", "fond": "0102", "opis": "7", "papka": "27", "delo": "47", "list": "3-5ob"}
    )
    assert mark.archive_id == "avp-rf"
    assert mark.levels == (Level("fond", "0102"), Level("opis", "7"), Level("papka", "27"), Level("delo", "47"))
    assert mark.folios == (Folios("3", "5v"),)
    assert [key for key, _ in pieces] == ["archive", "fond", "opis", "papka", "delo", "list"]
    ukrainian, _ = read_fields({"archive": "ЦДІАК", "fond": "442", "opys": "5", "sprava": "17"})
    assert [level.name for level in ukrainian.levels] == ["fond", "opis", "delo"]
