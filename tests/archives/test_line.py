"""Source lines: what is read as what, and that nothing of the line is lost."""

from __future__ import annotations

import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from provcheck.archives import as_json, read_guarded, read_line
from provcheck.model.shelfmark import CreditRole, Shelfmark


def short(mark: Shelfmark) -> str:
    """One line for a mark: ``aprf fond=45 opis=1 delo=334 #105-106``."""
    folios = ",".join(run.first if run.first == run.last else f"{run.first}-{run.last}" for run in mark.folios)
    levels = " ".join(f"{level.name}={level.value}" for level in mark.levels)
    return " ".join(part for part in (mark.archive_id or "?", levels, f"#{folios}" if folios else "") if part)


CASES = {
    "ACS, MI, b. 12, fasc. Affari generali": ["acs-it fonds=MI box=12 file=Affari generali"],
    "ACS, MI, DGPS, b. 12, fasc. Roma, c. 3": ["acs-it fonds=MI series=DGPS box=12 file=Roma #3"],
    "ACS, MI, b. 12, fasc. 3 bis, c. 5": ["acs-it fonds=MI box=12 file=3bis #5"],
    "RGASPl, f.558, 0p.11, d.334, Il. 5-6ob": ["rgaspi fond=558 opis=11 delo=334 #5-6v"],
    "RGAN1, f. 5, op. 30, d. 1, 11. 5-6": ["rgani fond=5 opis=30 delo=1 #5-6"],
    "РГАСПИ, ф. 558, 0п. 11, д. 334": ["rgaspi fond=558 opis=11 delo=334"],
    "RGASPI, f. 558, op. 11, d. 12, II. 5, 7": ["rgaspi fond=558 opis=11 delo=12 #5,7"],
    "**RGANI**, _f._ 3, _op._ 12, _d._ 230, _l._ 14": ["rgani fond=3 opis=12 delo=230 #14"],
    "_RGANI, f. 3, op. 12, d. 230, l. 14_": ["rgani fond=3 opis=12 delo=230 #14"],
    "TNA, __FO 371/1234__, f. 3": ["tna series=FO 371 piece=1234 #3"],
    "AN, F/7/4702, fol. 3 r° et v°, 5 vo, 7-9 verso": ["an-fr series=F/7 file=4702 #3r-3v,5v,7-9v"],
    "AN, F/7/4702, fol. 3 ro-vo": ["an-fr series=F/7 file=4702 #3r-3v"],
    "AN, F/7/4702, fol. 3 recto et verso": ["an-fr series=F/7 file=4702 #3r-3v"],
    "AGI, Indiferente, leg. 418, f. 3 recto y verso": ["agi section=Indiferente bundle=418 #3r-3v"],
    "BArch, NS 10/12, Bl. 3, 12 ff.": ["barch fonds=NS 10 file=12 #3,12-ff"],
    "RGASPI, f. 17, op. 1, d. 2, l. 8 & verso": ["rgaspi fond=17 opis=1 delo=2 #8-8v"],
    "국가기록원, 관리번호 BA0084234, 12-15쪽.": ["nak-kr file=BA0084234 #12-15"],
    "HStA Stuttgart, E 130 b Bü 1843, Bl. 17.": ["hstas fonds=E 130 b bundle=1843 #17"],
    "HStA Stuttgart, E 130b Bü 1843, Bl. 17.": ["hstas fonds=E 130b bundle=1843 #17"],
    "BStU, MfS, HA XX, Nr. 28 546, Bl. 12": ["barch-sua fonds=MfS subfonds=HA XX file=28 546 #12"],
    "BStU, MfS, AOP 12 345/82, Bd. 3": ["barch-sua fonds=MfS file=AOP 12 345/82 volume=3"],
    "SAPMO-BArch, DY 30/ J IV 2/3/ 876, Bl. 4": ["sapmo-barch fonds=DY 30 file=J IV 2/3/ 876 #4"],
    "AAN, 2/1354/0/2.3/XI/312, k. 5": ["aan fonds=1354 subfonds=0 series=2.3 file=XI/312 #5"],
    "CAW, Oddział II, sygn. I.303.4.12": ["caw-pl fonds=Oddział II file=I.303.4.12"],
    "ABS, MV-KR, a. č. V-2739 Brno, l. 12": ["abs-cz fonds=MV-KR file=V-2739 Brno #12"],
    "ABS, fond Objektové svazky – Centrála (MV-OB), a. č. 304-231-5": [
        "abs-cz fonds=Objektové svazky – Centrála file=304-231-5"
    ],
    "AGAD, tzw. Archiwum Skarbu Koronnego, Oddział 2, sygn. 35": [
        "agad fonds=tzw. Archiwum Skarbu Koronnego series=Oddział 2 file=35"
    ],
    "GStA PK, XX. HA, OBA, Nr. 12345": ["gsta-pk section=XX. HA fonds=OBA file=12345"],
    "IISH, Nettlau Papers 1234": ["iisg collection=Nettlau Papers file=1234"],
    "DAZG, Zbirka isprava, 12. svibnja 1345, br. 23": ["dazg collection=Zbirka isprava document-no=23"],
    "SE/KrA/0500-0503": ["kra-se fonds=0500-0503"],
    "HHStA, MEA, Reichstagsakten, Fasz. 4a, Konv. 2": ["oesta fonds=MEA series=Reichstagsakten bundle=4a bundle=2"],
    "ÞÍ. Skjalasafn landlæknis. D I, nr. 12": ["um-is fonds=Skjalasafn landlæknis series=D I file=12"],
    "KA, UKK:n arkisto, 1/23": ["kansallisarkisto-fi fonds=UKK:n arkisto file=1/23"],
    "PIDE/DGS, Serviços Centrais, Processo SR 3529/62, NT 3238": [
        "antt fonds=PIDE/DGS series=Serviços Centrais file=SR 3529/62 box=3238"
    ],
    "The letter is in the Jowett Papers at Balliol College, Oxford (JOWETT IF/12/3)": [
        "balliol collection=Jowett Papers call-number=JOWETT IF/12/3"
    ],
    "AJ, 837, I-3-a/101-12, k. 172": ["aj fonds=837 file=I-3-a/101-12 box=172"],
    "ASVe, Procuratori di San Marco, Buste 140–162.": ["asve fonds=Procuratori di San Marco box=140–162"],
    "Fondazione Gramsci, Roma, Archivio del Partito comunista italiano, Direzione, mf. 028": [
        "fig-it fonds=Direzione reel=028"
    ],
    "AGA, Cultura, (03)49.1, caja 21/1234": ["aga-es fonds=(03)49.1 box=21/1234"],
    "FO 371/56832/N6344, TNA; and Clark Kerr Papers, FO 800/302": [
        "tna series=FO 371 piece=56832 document-no=N6344",
        "tna series=FO 800 piece=302",
    ],
    "London Missionary Society Archives, CWM/LMS/12/3, SOAS Library": [
        "soas collection=London Missionary Society Archives call-number=CWM/LMS/12/3"
    ],
    "ÖStA, AdR, BKA, Karton 3, Mappe „Moskau“": ["oesta section=AdR fonds=BKA box=3 folder=Moskau"],
    "AMZV, fond X, k. 12, ob. 3.": ["amzv-cz fonds=X box=12 folder=3"],
    "NA Praha, fond PŘ, kart. 12, fol. 3 ob.": ["na-cz fonds=PŘ box=12 #3v"],
    "AGR, Conseil privé, no 1234": ["agr-be fonds=Conseil privé inv-no=1234"],
    "Archives générales du Royaume, Fonds, Registres, no 1234": ["agr-be inv-no=1234"],
    "NL-HaNA, VOC, 1.04.02, inv.nr. 1234, no. 5": ["nl-hana fonds=1.04.02 inv-no=1234 document=5"],
    "Biblioteca Nacional de España, Mss., 12345, f. 3": ["bne call-number=12345 #3"],
    "AN, D IV bis 12, dossier 245, pièce 3": ["an-fr series=D IV bis file=12 folder=245 piece=3"],
    "ACCM, MQ 5.2, liasse 12": ["accm-fr fonds=MQ file=5.2 bundle=12"],
    "BayHStA, MA 644, Prod. 12": ["bayhsta fonds=MA file=644 document=12"],
    "BArch, R 43/123, Bl. 14R–15": ["barch fonds=R 43 file=123 #14v-15"],
    "BArch, R 43/123, Bl. 14 R; Bl. 3r": ["barch fonds=R 43 file=123 #14v,3r"],
    "NAA: A1838; 539/1/2; ii": ["naa series=A1838 item=539/1/2 part=ii"],
    "NARA; RG 59; Entry 5463; Box 5": ["nara record-group=59 entry=5463 box=5"],
    "NARA, RG 59; CFPF 1967–1969, PR 10": ["nara record-group=59 series=CFPF 1967–1969 file=PR 10"],
    "NARA, RG 59; RG 84, Box 3": ["nara record-group=59", "nara record-group=84 box=3"],
    "(NARA RG 59 Box 12; Smith 1990: 34)": ["nara record-group=59 box=12"],
    "(BArch R 43/123; Smith 2001)": ["barch fonds=R 43 file=123"],
    "NAA: A1838. 539/1/2": ["naa series=A1838 item=539/1/2"],
    "NAA: A1838. 12 May 1950.": ["naa series=A1838"],
    "Bundesarchiv. Findbücher. Bd. 12. S. 5.": [],
    "LIBRARY OF CONGRESS, MANUSCRIPT DIVISION, HARRIMAN PAPERS, BOX 12": ["loc collection=HARRIMAN PAPERS box=12"],
    "THE NATIONAL ARCHIVES, FO 371/84123": ["tna series=FO 371 piece=84123"],
    "BNF, NAF 25609, 71R-74V": ["bnf call-number=NAF 25609 #71r-74v"],
    "BARCH, RW 19/234, BL. 4": ["barch fonds=RW 19 file=234 #4"],
    "StAHH, 111-1 Senat, Cl. VII, Lit. Cc, Nr. 12": ["stahh fonds=111-1 subfonds=Cl. VII, Lit. Cc file=12"],
    "Procès-verbal de la séance du 3 mai 1945, AN, F/7/12527": ["an-fr series=F/7 file=12527"],
    "APRF, f. 45, op. 1, d. 334, ll. 105-106": ["aprf fond=45 opis=1 delo=334 #105-106"],
    "АП РФ. Ф. 45. Оп. 1. Д. 334. Л. 105–106.": ["aprf fond=45 opis=1 delo=334 #105-106"],
    "AVPRF, f. 0102, op. 7, p. 27, d. 47, ll. 3-5ob.": ["avp-rf fond=0102 opis=7 papka=27 delo=47 #3-5v"],
    "AVPRF, f. 0102, op. 7, d. 47, papka 27, list 80": ["avp-rf fond=0102 opis=7 delo=47 papka=27 #80"],
    "AVPRF, f. 0102, op. 7, d. 47, p. 12-14": ["avp-rf fond=0102 opis=7 delo=47 #12-14"],
    "RGASPI, f. 82, op. 2, d. 1, l. 5; d. 2, l. 7; op. 3, d. 9": [
        "rgaspi fond=82 opis=2 delo=1 #5",
        "rgaspi fond=82 opis=2 delo=2 #7",
        "rgaspi fond=82 opis=3 delo=9",
    ],
    "РГАСПИ. Ф. 17. Оп. 3. Д. 12, 15, 18-20": [
        "rgaspi fond=17 opis=3 delo=12",
        "rgaspi fond=17 opis=3 delo=15",
        "rgaspi fond=17 opis=3 delo=18-20",
    ],
    "RGANI, f. n° 89, op. n° 63, d. n° 17, l. 6–8": ["rgani fond=89 opis=63 delo=17 #6-8"],
    "RGANI, f. no 89, op. no 63, d. no 17, l. 6": ["rgani fond=89 opis=63 delo=17 #6"],
    "ГААРК, ф. р-4808, оп. no 1 д. no 021770": ["gaark fond=Р-4808 opis=1 delo=021770"],
    "ЦАМО, ф. 132 оп. 264 211 д. 73": ["tsamo fond=132 opis=264211 delo=73"],
    "ACS, MI GAB 1976-1980 / b. 144 / fasc. 11070": ["acs-it fonds=MI GAB 1976-1980 box=144 file=11070"],
    "RGASPI 17/3/1050, GARF 9401/2/64": ["rgaspi fond=17 opis=3 delo=1050", "garf fond=9401 opis=2 delo=64"],
    "RGASPI 558.11.200.14": ["rgaspi fond=558 opis=11 delo=200 #14"],
    "Там же. Оп. 2. Д. 7. Л. 3 об.": ["? opis=2 delo=7 #3v"],
    "РГАЭ, ф. 4372, оп. 9, д. 12, 45 л.": ["rgae fond=4372 opis=9 delo=12"],
    "RTsKhIDNI, f. 495, op. 74, d. 3": ["rgaspi fond=495 opis=74 delo=3"],
    "f. 17, op. 162, d. 9, l. 8, RGASPI": ["rgaspi fond=17 opis=162 delo=9 #8"],
    "TNA, FO 371/99210, p. 7": ["tna series=FO 371 piece=99210 #7"],
    "CAB 128/12": ["tna series=CAB 128 piece=12"],
    "(RGASPI, 558/11/63, 24–5)": ["rgaspi fond=558 opis=11 delo=63 #24-25"],
    "РГАСПИ, ф. 17, оп. 3, д. 1, л. 1–3; там же, д. 2, л. 4.": [
        "rgaspi fond=17 opis=3 delo=1 #1-3",
        "rgaspi fond=17 opis=3 delo=2 #4",
    ],
    "f. 45, op. 1, d. 334, APRF; ibid., d. 335.": ["aprf fond=45 opis=1 delo=334", "aprf fond=45 opis=1 delo=335"],
    "Архив уездного города, ф. 1, оп. 2, д. 3": ["? fond=1 opis=2 delo=3"],
    "Hoover, Fond 89, 12/5": ["hoover fond=89 opis=12 delo=5"],
    "BArch, RH 19 III/722, Bl. 5": ["barch fonds=RH 19 III file=722 #5"],
    "LBJL, National Security File, Country File, Box 12": [
        "lbj-library collection=National Security File series=Country File box=12"
    ],
    "KvVI, Karton 12, Mappe 3": ["vogelsang-inst box=12 folder=3"],
    "NAA: A1838, 2001/4, ii": ["naa series=A1838 item=2001/4 part=ii"],
    "ЦДІАК, ф. 442, оп. 5, спр. 17, арк. 3–4 зв.": ["tsdiak fond=442 opis=5 delo=17 #3-4v"],
    "ЦДА, ф. 2Б, оп. 3, а.е. 25, л. 4": ["cda-sofia fonds=2Б inventory=3 file=25 #4"],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=list(CASES))
def test_reads(text: str, expected: list[str]) -> None:
    assert [short(mark) for mark in read_line(text).marks] == expected


NO_MARK = [
    "Ivan Petrov, History of the Archives (Moscow: Nauka, 1987), pp. 12-14.",
    "г. Москва, ул. Лесная, д. 7, кв. 12",
    "Slavic Review 50, no. 2 (1991): 254-272.",
    "Sonata in C major, op. 53, first movement",
    "Ibid., p. 40.",
    "12 April 1951, vol. 3, p. 9",
    "",
    "   ",
]


@pytest.mark.parametrize("text", NO_MARK)
def test_leaves_other_lines_alone(text: str) -> None:
    assert read_line(text).marks == ()


def test_copies_of_one_document() -> None:
    line = read_line("APRF, f. 45, op. 1, d. 3, l. 1, and RGASPI, f. 558, op. 11, d. 3, l. 1.")
    assert line.relation == "same-document-copies"
    assert read_line("RGASPI, f. 1, op. 1, d. 1; op. 2, d. 2").relation == "separate"


def test_credits() -> None:
    line = read_line(
        "RGANI, f. 5, op. 1, d. 2. Obtained by A. B. Carr and translated for CWIHP by Jane Doe and John van Roe."
    )
    assert line.names("obtained_by") == ("A. B. Carr",)
    assert line.names("translator") == ("Jane Doe", "John van Roe")
    book = read_line("RGANI, f. 5, op. 1, d. 2. Translated by Jane Doe, National Security Archive EBB 34, doc. 7")
    assert book.names("translator") == ("Jane Doe",)
    both = as_json(read_line("Obtained and translated by Jane Doe (Some University)."))
    assert both["translators"] == both["obtained_by"] == ["Jane Doe"]


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("Przeł. Jan Kowalski", ("Jan Kowalski",)),
        ("Z rosyjskiego przełożyła Anna Maria Nowak.", ("Anna Maria Nowak",)),
        ("Перевод с немецкого И. И. Иванова.", ("И. И. Иванова",)),
        ("Пер. с нем. Анны Ивановой", ("Анны Ивановой",)),
        ("Пер. с кит.: Ю. Арутюнян", ("Ю. Арутюнян",)),
        ("Переклад з російської Олени Коваленко", ("Олени Коваленко",)),
        ("Übers. v. Hans Müller und Anna Schmidt", ("Hans Müller", "Anna Schmidt")),
        ("Traduit du russe par Jeanne Dupont.", ("Jeanne Dupont",)),
        ("Trad. de Juan Pérez García", ("Juan Pérez García",)),
        ("Trad. it. di Carlo Rossi, Milano 1990", ("Carlo Rossi",)),
        ("Překlad: Jan Novák", ("Jan Novák",)),
        ("Çev. Ahmet Yılmaz", ("Ahmet Yılmaz",)),
        ("王小明译", ("王小明",)),
        ("译者：王小明", ("王小明",)),
        ("翻訳：山田花子。", ("山田花子",)),
        ("翻译：王明、李红", ("王明", "李红")),
        ("王明翻译", ("王明",)),
        ("Перевод с китайского. Перевёл Н. Федоренко.", ("Н. Федоренко",)),
        ("Przekład z rosyjskiego. Przełożył Jan Kowalski", ("Jan Kowalski",)),
        ("王明、李红译", ("王明", "李红")),
        ("翻译：王明，外交部档案馆", ("王明",)),
        ("Fordította: Nagy Éva", ("Nagy Éva",)),
        ("Ford. Nagy Éva.", ("Nagy Éva",)),
        ("Papers of Gerald R. Ford. Nagy Éva", ()),
        ("Предоставлено Иваном Петровым (пер. с англ. Анны Смирновой).", ("Анны Смирновой",)),
        ("Перевод с английского.", ()),
        ("Traduction française, Paris 1950.", ()),
        ("汉译名著", ()),
        ("Перевод с английского на русский язык И. И. Петрова", ("И. И. Петрова",)),
        ("Traducido del inglés al español por Ana Pérez.", ("Ana Pérez",)),
        ("Traducere din limba maghiară de Ion Popescu.", ("Ion Popescu",)),
        ("Превод от руски на Иван Петров.", ("Иван Петров",)),
        ("Aus dem Russischen von Anna Roe.", ("Anna Roe",)),
    ],
)
def test_translators_are_named_in_other_languages(credit: str, names: tuple[str, ...]) -> None:
    assert read_line(f"APRF, f. 45, op. 1, d. 334. {credit}").names("translator") == names


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("Translated by Dr. John Roe and Prof. Jane Doe.", ("John Roe", "Jane Doe")),
        ("Translated by A. Doe, Jr., and B. Roe.", ("A. Doe, Jr.", "B. Roe")),
        ("Translated by Mrs Anna Lee (CWIHP), Ms. B. C. Poe.", ("Anna Lee", "B. C. Poe")),
        ("Translated by John Roe III.", ("John Roe III",)),
        ("Translated by 7Brands.", ("7Brands",)),
        ("Translated by Jane Doe and 7Brands.", ("Jane Doe", "7Brands")),
        ("Translated by K-2 Services", ("K-2 Services",)),
        ("Translated by Jane Doe, 2003", ("Jane Doe",)),
        ("Translated by Jane Doe, May 2003.", ("Jane Doe",)),
        ("Translated by Doe, Roe and May, Sept. 2003.", ("Doe", "Roe", "May")),
        ("Translated by CWIHP, Autumn 2003", ("CWIHP",)),
        ("Translated by Jane Doe, New York, 12 May 2003.", ("Jane Doe",)),
        ("Translated by Jane Doe and John Roe, Washington, D.C., 2003", ("Jane Doe", "John Roe")),
        ("Translated by Jane Doe, Moscow and St. Petersburg, June 1999", ("Jane Doe",)),
        ("Translated by Jane Doe, Example State University. 2003", ("Jane Doe",)),
        ("Translated by Jane Doe, Example School of Economics, and John Roe, Leeds", ("Jane Doe", "John Roe")),
        ("Translated by Jane Doe, John Roe, and May Poe.", ("Jane Doe", "John Roe", "May Poe")),
        ("Translated by 12 Brands", ()),
        ("Provided by Bernd Schaefer (translated by Howard Sargeant).", ("Howard Sargeant",)),
        ("Obtained by Jane Doe (Example University; trans. John Roe).", ("John Roe",)),
        ("Translated by Jane Doe (edited by John Roe)", ("Jane Doe",)),
    ],
)
def test_names_are_read_without_what_stands_around_them(credit: str, names: tuple[str, ...]) -> None:
    assert read_line(f"APRF, f. 45, op. 1, d. 334. {credit}").names("translator") == names


@pytest.mark.parametrize(
    ("tail", "papka", "leaves"),
    [
        ("p. 22, pp. 145–147", "22", [("145", "147")]),
        ("p. 22, S. 145", "22", [("145", "145")]),
        ("p. 22, l. 145", "22", [("145", "145")]),
        ("p. 22, p. 145", None, [("22", "22"), ("145", "145")]),
        ("p. 22", None, [("22", "22")]),
    ],
)
def test_a_papka_after_the_delo_is_told_by_the_pages_behind_it(
    tail: str, papka: str | None, leaves: list[tuple[str, str]]
) -> None:
    (mark,) = read_line(f"AVPRF, f. 0102, op. 6, d. 49, {tail}").marks
    assert (mark.level("papka"), [(leaf.first, leaf.last) for leaf in mark.folios]) == (papka, leaves)


@pytest.mark.parametrize(
    ("before", "relation"),
    [
        ("See the decision of the Politburo, ", "separate"),
        ("On this see the telegram to Mao, ", "separate"),
        ("Vgl. den Beschluss des ZK, ", "separate"),
        ("Decision of the Politburo, ", "same-document-copies"),
        ("See Smith. Decision of the Politburo, ", "same-document-copies"),
    ],
)
def test_what_is_to_be_seen_in_two_archives_is_no_copy(before: str, relation: str) -> None:
    line = f"{before}RGASPI, f. 17, op. 162, d. 40, l. 2, and RGANI, f. 3, op. 65, d. 9."
    assert read_line(line).relation == relation


@pytest.mark.parametrize(
    ("joint", "relation"),
    [
        ("; original in ", "same-document-copies"),
        ("; the original is in ", "same-document-copies"),
        ("; the signed original is in the ", "same-document-copies"),
        ("; a copy is in ", "same-document-copies"),
        ("; copies: ", "same-document-copies"),
        ("; the reply is in ", "separate"),
    ],
)
def test_what_is_said_to_lie_in_another_archive(joint: str, relation: str) -> None:
    line = read_line(f"NARA, RG 84, box 12{joint}PA AA, R 29711")
    assert [mark.archive_id for mark in line.marks] == ["nara", "pa-aa"]
    assert line.relation == relation


@pytest.mark.parametrize("word", ["document", "dokument", "doc."])
def test_a_list_above_a_document_is_an_opis(word: str) -> None:
    (mark,) = read_line(f"RGANI, f. 89, list 18, {word} 5").marks
    assert [*mark.levels] == [("fond", "89"), ("opis", "18"), ("dokument", "5")]


@pytest.mark.parametrize(
    "line", ["RGASPI, f. 1, op. 2, d. 3, 795.00/6", "NARA, RG 59, Lot 60D627, box 42, 795.00/6-2550"]
)
def test_a_decimal_number_goes_on_no_list(line: str) -> None:
    assert len(read_line(line).marks) == 1


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x90", "\u00ad", "\u200b", "\u200e", "\u202e", "\u2060", "\ufeff"])
def test_signs_that_nobody_sees_part_no_words(sign: str) -> None:
    text = "_RG_ASPI, f._ 17, op. 3,_ d. 5, ll. 1_2-13_. Trans_lated by Jane D_oe_".replace("_", sign)
    if sign == "\u00ad":
        text = text.replace(f"1{sign}2", "12")  # between figures it is a dash
    line = read_line(text)
    assert line.text == text
    assert [short(mark) for mark in line.marks] == ["rgaspi fond=17 opis=3 delo=5 #12-13"]
    assert line.names("translator") == ("Jane Doe",)
    for segment in line.segments:
        assert text.startswith(segment.text, segment.start)
        assert all(text[token.start : token.end] == token.text for token in segment.tokens)


def test_a_soft_hyphen_between_figures_stays() -> None:
    assert (
        short(read_line("RGASPI, f. 17, op. 3, d. 5, ll. 12\u00ad13").marks[0]) != "rgaspi fond=17 opis=3 delo=5 #1213"
    )


def test_tokens_stand_where_they_say() -> None:
    text = "See AVPRF, f. 0100, op. 46, d. 12, papka 362, ll. 5-7; translated by Jane Doe."
    for segment in read_line(text).segments:
        assert text[segment.start : segment.start + len(segment.text)] == segment.text
        for token in segment.tokens:
            assert text[token.start : token.end] == token.text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("АП РФ. Ф. 3. Оп. 5. 77.", ". 77."),
        ("RGASPI, f. 17, op. 3, d. 5, l. 4, № 9", ", № 9"),
    ],
)
def test_a_number_that_fits_nothing_is_not_understood(text: str, left: str) -> None:
    assert [segment.text for segment in read_line(text).segments if not segment.understood] == [left]


@pytest.mark.parametrize(
    "text",
    [
        "RGASPI, f. 17, op. 3, d. 5, 12 May 1934.",
        "РГАЭ, ф. 4372, оп. 9, д. 12, 45 л.",
        "GARF 9401/2/64, 1944.",
        "APRF, f. 45, op. 1, d. 334, l. 5. Published in Istochnik, no. 3, 1995.",
    ],
)
def test_dates_extents_and_editions_are_no_unread_parts(text: str) -> None:
    assert all(segment.understood for segment in read_line(text).segments)


@pytest.mark.parametrize(
    "piece",
    [
        "APRF ",
        "f. 1, ",
        "1-",
        "RGASPI, f. 1, ",
        "NARA, RG 59, A, ",
        "TNA, FO 371/1, ",
        "(",
        "A.B. ",
        "translated ",
        "об. ",
    ],
)
def test_work_grows_with_length_and_no_faster(piece: str) -> None:
    def calls(length: int) -> int:
        """Count calls: the same on every machine, whatever else it does."""
        text = (piece * length)[:length]
        count = 0

        def on_event(frame: object, event: str, argument: object) -> None:
            nonlocal count
            count += event in {"call", "c_call"}

        sys.setprofile(on_event)
        try:
            read_line(text)
        finally:
            sys.setprofile(None)
        return count

    read_line(piece)  # what is loaded once does not count
    assert calls(8000) < 6 * calls(2000) + 2000


PIECES = st.sampled_from(
    [
        "APRF",
        "РГАСПИ",
        "f. 45",
        ", op. 1",
        " d. 334",
        " лл. 3-5 об.",
        " and ",
        "; ",
        "FO 371/1",
        "NAA: A1, 2",
        "BArch",
        "Box 5",
        "translated by Jane Doe",
        "Там же.",
        " 17/3/12 ",
        "ФондР-467Опись3",
        "\n",
        "«",
        "№ ",
        "Lot File 5",
        " (1933)",
        "ibid. ",
    ]
)


@given(st.lists(PIECES | st.text(max_size=8), max_size=14).map("".join))
@example(" ім. Г. С. Коваля, од. обл. 0-12345")  # a name given in honour of somebody, and no word before it
@example("л. ЦДА 5, 6, 4, а.е. ф. оп. 3,")  # files without any word before a second word for them
@example("FM 1AFFPOL/12 and MS. Bodl. Rolls 7")  # a code before another known at sight, with labels behind that
@example(" лл. 3-5 об.\x1b<I>")  # a sign that nobody sees, and markup that is never closed
@example("ЦДКФФА У010206-00091-010")  # numbers alone of an archive that has no level for them
@example("12; Bl. II/1234, ebd., Bl. BArch, 43 R 15")  # the same archive as none before it, and a group behind it
@example("DY 30/J IV 2/2/1234, Bl. 5, PRAAD, Accra, RG 17/1/207.")  # leaves alone before a group
@example(". l Security Archive; translation by \xa0Vladislav M. Zubok (National Security Archive)")
def test_segments_rejoin_to_the_line(text: str) -> None:
    line = read_line(text)
    assert line.text == text
    at = 0
    for segment in line.segments:
        assert segment.start == at
        at += len(segment.text)
        for token in segment.tokens:
            assert text[token.start : token.end] == token.text


@given(st.text())
def test_anything_is_read_without_raising(text: str) -> None:
    assert read_line(text).text == text


COPIES = [
    "UMA, Fb 109 C 23; sama asiakirja KansA, J. K. Paasikiven kokoelma, kotelo V:14.",
    "Војни архив (ВА), п. 3, к. 12, ф. 1, д. 4; исто у: ИАБ, УГБ, СП, к. 15, ф. 2.",
    "BCA, 030.10/12.34.5; aynı belge: BCA, 490.01/67.89.1.",
    "HDA, f. 78, kut. 12; ista isprava: DASI, Gradsko poglavarstvo, kut. 3.",
    "TTLTQG III, phông Phủ Thủ tướng, hồ sơ 12, tờ 3; bản sao: TTLTQG II, phông Thủ hiến, hồ sơ 45.",
    "Carter Library, NSA Files, Box 3, Folder 2. No marking. A copy is in the National Archives, RG 84, Box 4.",
    "USHMM, RG-31.018M, reel 3; copy of SBU Archive, fond 5, file 560.",
    "AVPRF, f. 0138, op. 49, pap. 167, d. 1; same document in RGANI, f. 5, op. 60, d. 301.",
    "VÚA, box 9, fol. 14 (copy USHMM RG-48.004M, reel 2; YVA M.36/22).",
    "APRF, f. 45, op. 1, d. 334, ll. 105-106; copy in RGASPI, f. 558, op. 11, d. 334, ll. 105-106",
    "APRF, f. 45, op. 1, d. 334, l. 105 (copy in RGASPI, f. 558, op. 11, d. 334, l. 105)",
    "APRF, f. 45, op. 1, d. 334, l. 105; another copy in RGASPI, f. 558, op. 11, d. 334",
    "APRF, f. 45, op. 1, d. 334, l. 105. A copy is also in RGASPI, f. 558, op. 11, d. 334",
    "АП РФ. Ф. 45. Оп. 1. Д. 334. Л. 105. Копия: РГАСПИ. Ф. 558. Оп. 11. Д. 334.",
    "АП РФ. Ф. 45. Оп. 1. Д. 334. Л. 105. Копия. РГАСПИ. Ф. 558. Оп. 11. Д. 334.",
    "АП РФ. Ф. 45. Оп. 1. Д. 334. Л. 105; копия в РГАСПИ. Ф. 558. Оп. 11. Д. 334.",
    "АП РФ. Ф. 45. Оп. 1. Д. 334. Л. 105 (копия); РГАСПИ. Ф. 558. Оп. 11. Д. 334.",
    "АП РФ. Ф. 45. Оп. 1. Д. 334. Л. 105; то же: РГАСПИ. Ф. 558. Оп. 11. Д. 334.",
    "BArch, DY 30/3667, Bl. 12; Kopie in: SAPMO, DY 30/3668, Bl. 3",
    "AAN, KC PZPR, 237/V/12, k. 12; kopia w AIPN, 0123/45, k. 3",
    "NARA, RG 59, Lot 83D230, Box 2 (also in NARA, RG 59, Central Files, Box 7)",
    "APRF, f. 45, op. 1, d. 334, l. 20; AVP RF, f. 059a, op. 5a, p. 11, d. 3; and RGASPI, f. 558, op. 11, d. 348",
    "RGASPI, f. 17, op. 3, d. 5, l. 3 (copy: GARF, f. R-9401, op. 2, d. 64, l. 1)",
    "Original: RGASPI, f. 17, op. 3, d. 5, l. 3. Copy: GARF, f. R-9401, op. 2, d. 64, l. 1.",
    "Original: BArch, R 43 I/1234. Kopie: PA AA, R 12345.",
    "BArch, R 43 I/1234, Bl. 5 (Abschrift: PA AA, R 12345)",
    "AN, F7 1234; copie : AMAE, 12 PA-AP 5",
    "RGASPI, f. 17, op. 3, d. 5, l. 3 (original), GARF, f. R-9401, op. 2, d. 64, l. 1 (copy)",
    "See RGASPI, f. 17, op. 3, d. 5, l. 3; copy in GARF, f. R-9401, op. 2, d. 64, l. 1",
    "LVVA, f. 2, apr. 1, l. 3, lp. 4; noraksts: LVIA, f. 378, ap. 2, b. 5, l. 1",
    "ANIC, fond 12, dosar 3/1940, f. 5; copie la AMAE, fond 71, vol. 4, f. 9",
    "UUB, E 141, fol. 9r; afskrift i KB, Ms. 12, fol. 3",
    "ЦДАГО, ф. 1, оп. 20, спр. 12, арк. 3; копія: ф. 1, оп. 101, спр. 45, арк. 7",
    "РГАСПИ. Ф. 17. Оп. 3. Д. 5. Л. 1; копия там же. Ф. 558. Оп. 11. Д. 7. Л. 2",
]
NO_COPIES = [
    "VÚA, box 9, fol. 14; copy: USHMM RG-48.004M, reel 2; YVA M.36/22.",
    "APRF, f. 45, op. 1, d. 334, l. 105; RGASPI, f. 558, op. 11, d. 334, l. 105",
    "RGASPI, f. 17, op. 162, d. 9, l. 5; d. 10, l. 3",
    "See RGASPI, f. 17, op. 3, d. 5, l. 3, and GARF, f. R-9401, op. 2, d. 64, l. 1.",
    "12. Cf. TNA, FO 371/1234, and NARA, RG 59, Box 5",
    "РГАСПИ, ф. 17, оп. 3, д. 5, л. 95 (копия); см. также: АП РФ, ф. 3, оп. 1, д. 2",
    "TNA, FO 371/56832, and FO 800/302, ff. 12",
    "On this see also GARF, f. R-9401, op. 2, d. 64, and RGASPI, f. 17, op. 3, d. 5.",
    "Vgl. BArch, R 43 I/1234, und PA AA, R 12345.",
    "См. РГАСПИ, ф. 17, оп. 3, д. 5, л. 3 и ГАРФ, ф. Р-9401, оп. 2, д. 64, л. 1.",
    "Voir AN, F7 1234, et AMAE, 12 PA-AP 5.",
    "RGASPI, f. 17, op. 3, d. 5, l. 3 (no copy), GARF, f. R-9401, op. 2, d. 64, l. 1 (original)",
    "АП РФ. Ф. 3. Оп. 1. Д. 2. Л. 3. Копия; Там же. Д. 5. Л. 7.",  # what the first is, and another document
    "RGASPI, f. 17, op. 162, d. 9, l. 5, and RGASPI, f. 558, op. 11, d. 3",
    "APRF, f. 45, op. 1, d. 334, l. 105; copy in RGASPI, f. 558, op. 11, d. 334; GARF, f. R-9401, op. 2, d. 64",
]


@pytest.mark.parametrize("line", COPIES)
def test_words_that_call_a_mark_a_copy(line: str) -> None:
    assert read_line(line).relation == "same-document-copies"


@pytest.mark.parametrize("line", NO_COPIES)
def test_marks_that_nothing_calls_copies(line: str) -> None:
    read = read_line(line)
    assert len(read.marks) > 1
    assert read.relation == "separate"


CREDITED = [
    ("l. 5. Trans. Gary Goldberg.", ("Gary Goldberg",), False),
    ("l. 5. (Translation: Gary Goldberg.)", ("Gary Goldberg",), False),
    ("l. 5. Translation: Gary Goldberg and Jane Doe.", ("Gary Goldberg", "Jane Doe"), False),
    ("l. 5. Пер. с англ. А. И. Иванова, Б. Б. Петровой", ("А. И. Иванова", "Б. Б. Петровой"), True),
    ("l. 5. Перевод Ивана Петрова", ("Ивана Петрова",), True),
    ("l. 5. Пераклад з рускай: Антон Трафімаў", ("Антон Трафімаў",), False),
    ("l. 5. Vertė Jonas Petraitis", ("Jonas Petraitis",), False),
    ("l. 5. Tulkojis Jānis Kalniņš", ("Jānis Kalniņš",), False),
    ("l. 5. Tõlkinud Tiit Mägi", ("Tiit Mägi",), False),
    ("l. 5. Traducció de Marta Puig", ("Marta Puig",), False),
    ("Перевод Банка России", (), False),
    ("Перевод Красной Армии на мирное положение", (), False),
    ("Перевод Нового Завета", (), False),
    ("l. 5. Перевод: Иван Петров", ("Иван Петров",), False),
    ("l. 5. Перевёл Иван Петров", ("Иван Петров",), False),
    ("l. 5. Przekład Jana Kowalskiego", ("Jana Kowalskiego",), True),
    ("l. 5. Przeł. Jan Kowalski, Warszawa", ("Jan Kowalski",), False),
    ("l. 5. Translation: see box 3", (), False),
    ("l. 5. Trans. Moscow", (), False),
]


@pytest.mark.parametrize(("line", "names", "declined"), CREDITED)
def test_translators_without_by(line: str, names: tuple[str, ...], declined: bool) -> None:
    read = read_line(f"RGASPI, f. 17, op. 162, d. 9, {line}")
    assert read.names("translator") == names
    assert [credit.declined for credit in read.credits] == [declined] * bool(names)


@pytest.mark.parametrize(
    ("said", "role", "names"),
    [
        ("Contributor: P. P. Petrov", "contributor", ("P. P. Petrov",)),
        ("Donor: Jane Doe", "contributor", ("Jane Doe",)),
        ("Editors: Jane Doe and John Roe", "editor", ("Jane Doe", "John Roe")),
        ("Редактор: И. И. Иванов", "editor", ("И. И. Иванов",)),
        ("Letter to the Editor Jane Doe", "editor", ()),
        ("Papers of the donor John Roe", "contributor", ()),
    ],
)
def test_others_are_credited_before_a_colon(said: str, role: CreditRole, names: tuple[str, ...]) -> None:
    assert read_line(f"RGASPI, f. 17, op. 162, d. 9, l. 5. {said}").names(role) == names


BODIES = [
    ("Translated by the Foreign Broadcast Information Service.", ("Foreign Broadcast Information Service",)),
    ("Translated by the US Embassy in Moscow.", ("US Embassy in Moscow",)),
    (
        "Translated by the Institute of Far Eastern Studies and Jane Doe",
        ("Institute of Far Eastern Studies", "Jane Doe"),
    ),
    ("Obtained by the National Security Archive and translated by Jane Doe.", ("Jane Doe",)),
    ("Translated by the Translation Service for CWIHP.", ("Translation Service",)),
    ("Translated by the Ministry of Trade and Industry.", ()),  # one body, or two
    ("Translated by Jane Doe for the Cold War International History Project.", ("Jane Doe",)),
    ("Translated by the author.", ()),
]


@pytest.mark.parametrize(("said", "names"), BODIES)
def test_bodies_that_translate(said: str, names: tuple[str, ...]) -> None:
    assert read_line(f"RGASPI, f. 17, op. 162, d. 9, l. 5. {said}").names("translator") == names


@pytest.mark.parametrize(
    "text",
    [
        "Trans. Faraday Soc., 46, 371 (1950)",
        "IEEE Trans. Pattern Anal. Mach. Intell. 12",
        "Trans. Royal Hist. Society, 5th ser., 12",
    ],
)
def test_journals_called_transactions_translate_nothing(text: str) -> None:
    assert not [credit for segment in read_line(text).segments for credit in segment.credits]


def test_a_copy_that_is_denied_is_none() -> None:
    line = "RGASPI, f. 17, op. 3, d. 1, l. 5; no copy in GARF, f. 9401, op. 2, d. 64"
    assert read_line(line).relation == "separate"


@pytest.mark.parametrize(
    "unit", ["РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 1. ", "TNA, FO 371/84123; ", "RGASPI 17/162/9\n", "x"]
)
def test_a_line_too_long_is_cut_between_marks_and_says_where(unit: str) -> None:
    text = unit * (50_000 // len(unit))
    line = read_line(text)
    assert line.text == text
    assert line.unread_from is not None
    assert 18_000 < line.unread_from <= 20_000
    assert len(set(line.marks)) == (unit != "x")
    assert all(segment.mark is None for segment in line.segments if segment.start >= line.unread_from)
    assert read_line(text[:20_000]).unread_from is None


@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        ("Uo. 5. fol.", "5"),
        ("PIL 274. f. 2/23. ő. e., uo. 45. l.", "45"),
        ("Ebd., Bl. 22, R 58/12, Bl. 3", "22"),
        ("BArch, R 43 II/1235, Bl. 3, ebd., Bl. 4, R 2/5", "3"),
        ("Tamże, k. 12, l. 5", "12"),
        ("MNL OL, 5. fol.", None),
        ("WStLA, 3. Nr. 12 RG 59 Doe and Roe,", None),
    ],
)
def test_leaves_before_any_level(text: str, leaves: str | None) -> None:
    line = read_line(text)
    assert line.text == text
    assert leaves is None or leaves in {run.first for mark in line.marks for run in mark.folios}


def test_a_defect_in_one_line_is_told_and_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr("provcheck.tables.conventions", fails)  # what a compiled reader asks too
    with pytest.raises(IndexError):
        read_line("RGASPI, f. 17")
    line = read_guarded("RGASPI, f. 17")
    assert (line.text, line.marks) == ("RGASPI, f. 17", ())
    assert line.failed and line.failed.startswith("IndexError: list index out of range, in provcheck.")
