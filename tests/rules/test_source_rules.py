"""Rules on sources, each against cases that should and should not be found."""

from __future__ import annotations

import pytest

from provcheck.rules import by_id
from tests.rules.examples import messages, problems, silent_after_fix

RULES = by_id()


def line(text: str) -> str:
    """Return a record's ``sources`` of one line of text."""
    return f"sources:\n  - {text!r}\n" if "'" not in text else f'sources:\n  - "{text}"\n'


def fields(text: str) -> str:
    """Return a record's ``sources`` of one mapping."""
    return f"sources:\n  - {{{text}}}\n"


def printed(structured: str, source: str) -> str:
    return f'{fields(structured)}published:\n  - {{in: Digital Archive, source: "{source}"}}\n'


def beside(structured: str, source: str) -> str:
    return f'{fields(structured)}  - "{source}"\n'


TRANSLATED_TWICE = (
    line("RGASPI, f. 558, op. 11, d. 335, ll. 104-107. Translated by Jane Doe.")
    + "  - RGANI, f. 89, op. 5, d. 6, l. 7. Translated by Mark Roe.\n"
)
"""Two copies, each with a translator of its own."""

FOUND = [
    ("label-number", line("TNA, FO 371/84123, f. 12-14")),
    ("label-number", line("TNA, FO 371/84123, ff. 12")),
    ("label-number", line("British Library, Add MS 4567, fol. 3-5")),
    ("label-number", line("BnF, Français 4567, ff. 3")),
    ("label-number", line("AGS, Guerra Antigua, leg. 84, ff. 3")),
    ("source-structure-disagree", printed("archive: ДАОО, fond: П-1, opis: 1, delo: 2", "ДАОО. Ф. Р-1. Оп. 1. Спр. 2")),
    (
        "source-structure-disagree",
        printed("archive: GARF, fond: R-9401, opis: 1, delo: 2", "TsGAOR, f. 9402, op. 1, d. 2"),
    ),
    (
        "source-structure-disagree",
        printed(
            "archive: NARA, record-group: 59, series: Central Decimal File 1950-54, box: 7",
            "NARA, RG 59, CDF 1955–59, Box 7",
        ),
    ),
    (
        "source-structure-disagree",
        printed('archive: NAA, series: A1838, item: "3034/10/1 PART 12"', "NAA: A1838, 3034/10/2 PART 12"),
    ),
    (
        "source-structure-disagree",
        line("ГАРФ, ф. 5, оп. 1, д. 2") + 'published: [{in: A, source: "GARF, f. 5, op. 1, d. 3"}]\n',
    ),
    ("name-split", "people: {author: [van der Berg, J.-P.]}\n"),
    # archives
    ("archive-missing", line("fond 17, opis 162, delo 9, listy 12-13")),
    ("archive-missing", line("ф. 17, оп. 162, д. 9, л. 12")),
    ("archive-missing", line("Ibid., f. 17, op. 162, d. 9")),
    ("archive-missing", line("Там же. Ф. 17. Оп. 162. Д. 9")),
    ("archive-unknown", fields("archive: ГАСО, fond: 8, opis: 1, delo: 5")),
    ("archive-unknown", fields("archive: Museum of the Old Mill, fond: 8, opis: 1, delo: 5")),
    ("archive-misspelt", fields("archive: RGSAPI, fond: 17, opis: 162, delo: 9")),
    ("archive-misspelt", fields("archive: RGASSPI, fond: 17, opis: 162, delo: 9")),
    ("archive-misspelt", fields("archive: ГАРФФ, fond: 8, opis: 1, delo: 5")),
    ("archive-misspelt", fields("archive: RTsKhDNI, fond: 17, opis: 162, delo: 9")),
    ("archive-misspelt", fields("archive: State Archive of the Russian Fedration, fond: 8, opis: 1, delo: 5")),
    ("archive-misspelt", line("RGASPl, f.558, op.11, d.334")),
    ("archive-misspelt", line("TNS, FO 371/84123")),
    ("archive-misspelt", line("See TAN (Kew), CAB 128/5, fol. 3")),
    ("archive-misspelt", line("BArhc, R 43-I/1234, Bl. 3")),
    ("archive-misspelt", line("Bundesarchv, R 43-I/1234")),
    ("archive-misspelt", line("National Archves, FO 371/84123")),
    ("archive-misspelt", line("Libary of Congress, Manuscript Division, Truman Papers, box 3")),
    ("archive-misspelt", line("Riksarkviet, Oslo, S-1234, boks 3")),
    ("archive-misspelt", line("Государственный архив Росийской Федерации, ф. 8, оп. 1, д. 5")),
    ("archive-misspelt", line("NARQ, RG 59, Entry 5, Box 3")),
    ("archive-misspelt", line("National Archiives of Lebanon, box 3")),
    ("archive-misspelt", line("Baker Library, Harvvard Business School, box 3, folder 4")),
    ("archive-obsolete", line("ЦХСД, ф. 5, оп. 30, д. 9, л. 3")),
    ("archive-obsolete", line("RTsKhIDNI, f. 17, op. 162, d. 9, ll. 3-4")),
    ("archive-obsolete", fields("archive: ЦГАОР СССР, fond: 9401, opis: 1, delo: 12")),
    ("archive-obsolete", fields("archive: Public Record Office, series: FO 371, piece: 84108")),
    ("archive-obsolete", line("BStU, MfS, HA II, Nr. 123, Bl. 4")),
    ("source-unread", line("RGASPI, f. 17, op. 162, d. 9; " * 700)),
    ("source-unread", printed("archive: RGASPI, fond: 17, opis: 162, delo: 9", "RGASPI, f. 17, op. 162, d. 9; " * 700)),
    # levels
    ("level-missing", line("ЦДАВО України, ф. 1115, спр. 8, арк. 10")),
    ("level-missing", line("Архів повітової управи, Фонд 11, Справа 257")),
    ("level-missing", fields("archive: AVPRF, fond: 0100, opis: 34, delo: 18")),
    ("level-missing", fields("archive: РГАНИ, fond: 5, opis: 30, list: 3")),
    ("level-unknown", fields("archive: ГАРФ, fond: Р-9401, opis: 1, delo: 2, box: 7")),
    ("level-unknown", fields("archive: The National Archives (Kew), fond: FO 371, piece: 84108")),
    ("level-unknown", line("TNA, f. 3, op. 2, d. 4")),
    ("level-unknown", line("TNA, f. 3, op. 2, d. 4, l. 5")),
    ("level-order", line("AVPRF, f. 0100, op. 34, d. 18, papka 253, l. 5")),
    ("level-order", line("RGASPI, op. 162, f. 17, d. 9, l. 5")),
    ("level-order", line("RGASPI, d. 334, op. 11, f. 558")),
    ("level-order", line("RGASPI, l. 105, d. 334, op. 11, f. 558")),
    ("level-order", line("РГАНИ. Д. 9. Оп. 30. Ф. 5. Л. 3–4")),
    ("level-order", line("ЦДАВО України, спр. 8, оп. 3, ф. 1115, арк. 10")),
    ("level-order", line("LCVA, b. 12, ap. 4, f. 923")),
    ("level-repeated", line("RGASPI, f. 17, op. 162, d. 9, d. 9, l. 5")),
    ("level-repeated", line("РГАСПИ. Ф. 17. Ф. 17. Оп. 162. Д. 9")),
    ("level-value", fields("archive: RGASPI, fond: f. 17, opis: 162, delo: 9")),
    ("level-value", fields("archive: РГАСПИ, fond: фонд 17, opis: 162, delo: 9")),
    ("level-value", fields("archive: RGASPI, fond: 17, opis: 162, delo: 9З1")),
    ("level-value", line("РГАСПИ. Ф. 17. Оп. З. Д. 1017. Л. 3")),
    ("level-value", line("РГАСПИ. Ф. 17. Оп. 3. Д. 1З. Л. 3")),
    ("level-value", line("АПРФ. Ф. 3. Оп. 58. Д. 12. Л. З–5")),
    ("level-value", fields("archive: RGASPI, fond: 17, opis: 162, delo: 123456789")),
    ("level-value", fields("archive: RGASPI, fond: papers of the secretariat, opis: 162, delo: 9")),
    ("level-value", fields("archive: RGASPI, fond: 17, opis: 162, delo: five")),
    # what a spreadsheet makes of numbers
    ("scalar-spreadsheet", fields("archive: GARF, fond: 8009, opis: TRUE, delo: 40")),
    ("scalar-spreadsheet", fields("archive: РГАЭ, fond: 1562, opis: 12.мар, delo: 7")),
    ("scalar-spreadsheet", fields("archive: ASVe, fonds: Senato, bundle: 03. Mrz")),
    ("scalar-spreadsheet", fields("archive: NARA, record-group: '59.0', box: 12")),
    ("scalar-spreadsheet", fields("archive: RGANI, fond: 5, opis: 30, delo: Mar-45, list: 3")),
    ("scalar-spreadsheet", fields('archive: RGANI, fond: 5, opis: 30, delo: 45, list: "########"')),
    ("scalar-spreadsheet", fields('archive: RGANI, fond: 5, opis: 30, delo: "#ССЫЛКА!"')),
    ("scalar-spreadsheet", fields("archive: RGANI, fond: 5, opis: 30, delo: 45, list: 2023-05-12")),
    ("scalar-spreadsheet", fields("archive: Museum of the Old Mill, fonds: Letters, file: '2,7E+11'")),
    # labels
    ("label-number", line("RGASPI, f. 17, op. 162, d. 9, ll. 5")),
    ("label-number", line("RGASPI, fond 17, opis 162, delo 9, list 5-7")),
    ("label-number", line("RGASPI, fond 17, opis 162, delo 9, listy 5")),
    ("label-number", line("РГАСПИ, ф. 17, оп. 162, д. 9, лл. 5")),
    ("label-number", line("RGASPI, f. 17, op. 162, d. 9, ll. 5. Original")),
    ("label-number", line("RGASPI, f. 17, op. 162, d. 9, ll. 5; RGANI, f. 5, op. 30, d. 9, l. 3")),
    ("label-number", line("RGASPI, f. 17, op. 162, d. 9, ll. 5 (copy)")),
    ("label-number", line("RGASPI, F. 17, Op. 162, D. 9, L. 5, 7")),
    ("label-mixed", line("RGANI, Fond 5, Opis 30, Delo 9, List 3; RGASPI, f. 17, op. 162, d. 9, l. 5")),
    ("label-misread", line("РГАСПИ. Ф. 17. Оп. 3. Д. 5. JI. 12")),
    ("label-misread", line("РГАСПИ, cp. 17, on. 3, g. 45, л. 12")),
    ("label-misread", line("GARF, f. 5, op. 1, d. 275,1. 3")),
    ("label-misread", line("RGAE, f. 4372, 0p. 11, d. 8, I1. 45-46")),
    ("label-misread", line("Госархив ХмО. Фонд: Р-6193. Опись: 3. Село: П-12008.")),
    ("label-misread", fields("archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 62-620b")),
    ("label-mixed", line("RGANI, F. 5, Op. 30, D. 9, L. 3; RGASPI, f. 17, op. 162, d. 9, l. 5")),
    ("label-misread", line("РГАСПИ. Ф. 17. On. 3. Д. 12. Л. 12")),
    ("label-misread", line("GARF, f. 102, op. 5, d. 11, ll. 330b.-35")),
    ("label-misread", line("RGASPI, f. 17, op. 162, d. 9, ll. 330b-340b")),
    ("label-misread", line("RGASPI, f. 17, op. 162, d. 9, ll. 62-63, 650b")),
    # ranges and leaves
    ("range-reversed", line("APRF, f. 3, op. 65, d. 776, ll. 102–98")),
    ("range-reversed", line("APRF, f. 3, op. 65, d. 776, ll. 212–09")),
    ("range-abbreviated", line("AGNC, sección colonia, miscelánea, tomo 7, ff. 118r-18v")),
    ("range-abbreviated", line("RGASPI, f. 17, op. 162, d. 4, 100-3")),
    ("range-reversed", line("RGASPI, f. 17, op. 162, d. 9, ll. 16-12")),
    ("range-reversed", fields("archive: RGASPI, fond: 17, opis: 162, delo: 9, list: [5, 16–12]")),
    ("range-abbreviated", line("RGASPI, f. 17, op. 162, d. 9, ll. 115–8")),
    ("range-abbreviated", fields("archive: BArch, fonds: B 136, file: 59748, folio: 212-18")),
    ("range-overlong", line("RGASPI, f. 17, op. 162, d. 9, ll. 115-1160")),
    ("range-overlong", line("RGASPI, f. 17, op. 162, d. 9, ll. 115-1160ob")),
    ("folio-padding", fields("archive: RGASPI, fond: 17, opis: 162, delo: 9, list: '0016, 18'")),
    # copies and other records
    ("copies-disagree", line("APRF, f. 45, op. 1, d. 412, l. 9; RGASPI, f. 558, op. 11, d. 412, l. 19")),
    ("copies-disagree", line("RGASPI, f. 558, op. 11, d. 412, l. 9; APRF, f. 45, op. 1, d. 413, l. 9")),
    ("page-or-papka", line("AVP RF, fond 06, opis 12, delo 77, p. 54")),
    (
        "shelfmark-duplicate",
        fields("archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 5")
        + "---\n"
        + line("РГАСПИ. Ф. 17. Оп. 162. Д. 9. Л. 5"),
    ),
    ("shelfmark-duplicate", line("RGASPI, f. 17, op. 162, d. 9, l. 5; RGASPI, f. 17, op. 162, d. 9, l. 5")),
    (
        "shelfmark-duplicate",
        line("NAI, Home (Political), File No. 12/34, p. 5") + "---\n" + line("NAI, Home (Political), File 12/34, p. 5"),
    ),
    (
        "shelfmark-duplicate",
        line("AAN, KC PZPR (Wydział Zagraniczny), sygn. 12, k. 5") + "---\n" + line("AAN, KC PZPR, sygn. 12, k. 5"),
    ),
    (
        "folio-overlap",
        line("RGASPI, f. 17, op. 162, d. 9, ll. 5-9") + "---\n" + line("RGASPI, f. 17, op. 162, d. 9, ll. 3-6"),
    ),
    # host and credits
    (
        "source-structure-disagree",
        printed("archive: RGASPI, fond: 17, opis: 162, delo: 9", "RGASPI, f. 17, op. 163, d. 9, l. 5"),
    ),
    (
        "source-structure-disagree",
        printed("archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 5-6", "RGASPI, f. 17, op. 162, d. 9, ll. 5-7"),
    ),
    ("credit-in-source", line("RGASPI, f. 17, op. 162, d. 9, l. 5. Obtained by Jane Doe and translated by John Roe.")),
    (
        "credit-in-source",
        line("RGASPI, f. 17, op. 162, d. 9, l. 5. Translated by Jane Doe and John Roe.") + "translators: Jane Doe\n",
    ),
    (
        "credit-in-source",
        printed(
            "archive: RGASPI, fond: 17, opis: 162, delo: 9", "RGASPI, f. 17, op. 162, d. 9. Contributed by Jane Doe."
        ),
    ),
    ("translator-missing", "relations: [{rel: translation-of, to: a-7}]\n"),
    (
        "translator-missing",
        "translators: {name: Jane Doe, into: fr}\ntexts: [{language: en, kind: translation, file: a.txt}]\n",
    ),
    (
        "translator-mismatch",
        line("RGASPI, f. 17, op. 162, d. 9, l. 5. Translated by Jane Doe.") + "translators: [Jane Doe, John Roe]\n",
    ),
    (
        "translator-mismatch",
        "translators: Jane Doe\ntexts: [{language: en, kind: translation, file: a.txt, by: J. Roe}]\n",
    ),
    ("credit-in-source", TRANSLATED_TWICE + "translators: [Jane Doe]\n"),
    ("translator-mismatch", TRANSLATED_TWICE + "translators: [Jane Doe, Mark Roe, A. Translator]\n"),
    # reading
    ("source-unread", line("A letter from the estate of the family")),
    ("source-unread", line("RGASPI, f. 17, op. 162, d. 9, l. 12, [13–14]")),
    ("source-unread", line("TNA, FO 371/84123; IEE, MS SC 3")),
    ("source-unread", line("UNOG, C.12/M.3/1920")),
    ("source-unread", line("RGASPI, f. 17, op. 3, d. 5, l. 1, XYZ 2456/12")),
    ("source-unread", line("АВПР, ф. 5, оп. 3, д. 1; Yeşilkent Belediye Arşivi, C.SH, 17/823")),
    ("source-unread", line("TNA, FO 371/84123; Archivio privato Rossi, Schio, XII, 3, 56")),
    ("source-unread", line("RGANI, f. 5, po. 30, d. 225, l. 4")),
    ("source-unread", line("РГАНИ. Ф. 5. По. 30. Д. 225. Л. 4")),
    ("source-unread", line("RGANI, f. 5, opus 30, d. 225, l. 4")),
    ("source-unread", line("RGANI, f. 5, op. 30, dl. 225")),
    ("source-unread", line("AVP RF, f. 0102, op. 6, pap. 3, p. 4, d. 5")),
    ("source-unread", line("RGASPI, f. 17, op. 162, d. 9, l. XIIC-XV")),
    ("source-unread", line("RGASPI, f. 17, op. 162, d. 5. 1l. 15-16")),
    ("source-unread", line("RGASPI, f. 17, op. 162, d. 5, l. abc")),
    ("source-unread", line("RGASPI, f. 17, op. 162, d. 105, l.")),
    ("source-unread", line("RGASPI, f. 17, op. 162, d. 9, ll. 12?, 13")),
    ("source-unread", fields("archive: RGASPI, fond: 17, opis: 162, delo: 9, list: see the verso")),
    ("source-as-text", line("RGASPI, f. 17, op. 162, d. 9, l. 5")),
    ("source-as-text", "sources: RGASPI, f. 17, op. 162, d. 9, l. 5; RGANI, f. 5, op. 30, d. 9, l. 3\n"),
]


@pytest.mark.parametrize(("rule", "text"), FOUND, ids=lambda value: " ".join(str(value).split())[:90])
def test_it_is_found_and_its_fix_is_final(rule: str, text: str) -> None:
    found = problems(RULES[rule], text)
    assert found
    if all(problem.fix is not None for _, problem in found):
        silent_after_fix(RULES[rule], text)


SOUND = [
    # Russian, after the standard and in older habits
    line("РГАСПИ. Ф. 17. Оп. 162. Д. 9. Л. 5–7 об."),
    line("ГАРФ. Ф. Р-9401. Оп. 1а. Д. 552. Л. 12, 14–16"),
    line("РГАНИ, ф. 5, оп. 30, д. 9, лл. 3-4"),
    line("АВП РФ. Ф. 06. Оп. 12. П. 54. Д. 777. Л. 1–1 об."),
    line("РГВИА. Ф. 2000. Оп. 1. Ч. 2. Д. 4018. Л. 4"),
    line("РГАДА. Ф. 188. Оп. 1. Ед. хр. 52. Л. 3–3 об."),
    line("Архив УФСБ по Рязанской области. Д. 6531"),
    # in transliteration and in English
    line("RGASPI, f. 17, op. 162, d. 9, ll. 5-7ob"),
    line("RGASPI, f. 17, op. 162, d. 9, l. 5ob"),
    line("APRF, fond 3, opis 8, delo 71, listy 6-7"),
    line("GARF, f. R-9401, op. 1, d. 12, l. 3; d. 15, l. 8"),
    line("RGANI. F. 5. Op. 30. D. 9. L. 3-4"),
    line("AVPRF, f. 0100, op. 34, papka 253, d. 18, l. 5"),
    # Ukrainian
    line("ЦДАВО України, ф. 1115, оп. 3, спр. 8, арк. 108-111"),
    line("ЦДІАК України, ф. 442, оп. 5, спр. 17, арк. 3–4 зв."),
    # field by field
    fields("archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 5-7"),
    fields("list: 5-7, delo: 9, opis: 162, fond: 17, archive: RGASPI"),
    fields("archive: АВП РФ, fond: 059а, opis: 5а, papka: 11, delo: 4, list: [159, 160ob]"),
    fields("archive: BArch, fonds: B 136, file: 59748, folio: 12-18"),
    fields("archive: 'The National Archives (Kew)', series: FO 371, piece: 84108"),
    fields("archive: NARA, record-group: 59, box: 2541, folder: Korea 1950"),
    fields("archive: Museum of the Old Mill, box: 3"),
    fields("held: private, note: with the family"),
    fields("archive: RGASPI, fond: 17, opis: 162, delo: 9, formerly: RTsKhIDNI"),
]
"""Sources in which no rule but the hints may find anything."""

SOURCE_RULES = [
    rule
    for rule in RULES
    if rule.startswith(("archive", "level", "label", "range", "folio", "source", "copies", "page", "shelfmark"))
    and RULES[rule].SEVERITY != "hint"
]


@pytest.mark.parametrize("text", SOUND, ids=lambda value: " ".join(value.split())[:90])
def test_nothing_is_found_in_sound_sources(text: str) -> None:
    assert {rule: found for rule in SOURCE_RULES if (found := messages(RULES[rule], text))} == {}


PASSED = [
    ("range-reversed", fields("archive: RGASPI, fond: 558, opis: 11, delo: 334, list: 105-1O6")),
    ("range-reversed", line("RGASPI, f. 558, op. 11, d. 334, ll. 105-1O6")),
    ("range-abbreviated", line("RGASPI, f. 558, op. 11, d. 334, ll. 105-1O")),
    ("name-split", "translators: [Agence, TASS]\n"),
    ("name-split", "people: {author: [Malenkov, G. M., Molotov]}\n"),
    ("name-split", "translators: [Jane Doe, J. R.]\n"),
    (
        "source-structure-disagree",
        printed("archive: GARF, fond: R-9401, opis: 1, delo: 2", "ГАРФ. Ф. Р-9401. Оп. 1. Д. 2"),
    ),
    (
        "source-structure-disagree",
        printed("archive: GARF, fond: R-9401, opis: 1, delo: 2", "GARF, f. P-9401, op. 1, d. 2"),
    ),
    (
        "source-structure-disagree",
        printed("archive: GARF, fond: R-9401, opis: 1, delo: 2", "TsGAOR, f. 9401, op. 1, d. 2"),
    ),
    (
        "source-structure-disagree",
        beside("archive: RGASPI, fond: 17, opis: 162, delo: 9", "RGASPI, f. 82, op. 2, d. 8"),
    ),
    ("source-structure-disagree", beside("archive: RGASPI, fond: 17, opis: 162, delo: 9", "RGANI, f. 17, op. 2, d. 8")),
    # the same, cut into levels as a line is; a series by its initials
    (
        "source-structure-disagree",
        printed('archive: NAA, series: A1838, item: "3034/10/1 PART 12"', "NAA: A1838, 3034/10/1 PART 12"),
    ),
    (
        "source-structure-disagree",
        printed(
            "archive: NARA, record-group: 59, series: Central Decimal File 1950-54, file: 795.00/10-350, box: 4267",
            "NARA, RG 59, CDF 1950–1954, Box 4267, 795.00/10–350",
        ),
    ),
    # another copy, in the same fond
    ("source-structure-disagree", beside("archive: BArch, fonds: B 136, file: 59748", "BArch, B 136/59784")),
    ("source-structure-disagree", beside("archive: TNA, series: FO 371, piece: 84125", "TNA, FO 371/84123")),
    ("archive-missing", line("Museum of the Old Mill, f. 17, op. 162, d. 9")),
    ("archive-missing", line("ძველი წისქვილის მუზეუმი, ფონდი 17, ანაწერი 162, საქმე 9")),
    ("archive-missing", line("古い水車の博物館, f. 17, op. 162, d. 9")),
    ("archive-misspelt", fields("archive: ГАКО, fond: 8, opis: 1, delo: 5")),
    ("archive-misspelt", line("IOR, L/PS/12/1234, f. 34")),
    ("archive-misspelt", line("IOL L/PS/12/1234")),
    ("archive-misspelt", line("IOR Mss Eur F 123/45")),
    ("archive-misspelt", line("TNAUK, CAB 128/1")),
    ("archive-misspelt", fields("archive: ГАСОО, fond: 8, opis: 1, delo: 5")),
    ("archive-misspelt", fields("archive: State Archive of Omsk District, fond: 8, opis: 1, delo: 5")),
    ("archive-misspelt", line("Bundesarchivs, R 43-I/1234")),  # inflected
    ("archive-misspelt", line("Bibliotheca Apostolica Vaticana, Barb.lat 6956")),  # in Latin
    ("archive-misspelt", line("State Archives of Chernigiv Oblast, f. 1, op. 2, d. 3")),
    ("archive-misspelt", line("PRO, FO 371/84123")),
    ("archive-misspelt", line("IOR, FO 371/84123")),
    ("archive-misspelt", line("Kew, FO 371/84123")),
    ("archive-misspelt", line("ADVS, 1 M 123")),
    ("archive-unknown", line("NARQ, RG 59, Entry 5, Box 3")),  # misspelt
    ("archive-unknown", line("RGASPI, f. 17, op. 162, d. 9, l. 5; ibid., d. 10, l. 3")),
    ("archive-obsolete", fields("archive: BOA, fonds: HR.SYS, file: 12")),
    ("archive-obsolete", line("OSA, 300-40-1, box 12")),  # what began and has no end told may be in use still
    ("archive-obsolete", line("ASV, Notarile, Atti, b. 12")),  # in Venice
    ("archive-obsolete", line("National Archives of Australia, A1838, 123/4")),
    ("level-missing", line("Museum of the Old Mill, f. 17, kart. 9")),
    ("level-missing", line("Museum of the Old Mill, inv. 9")),
    ("level-unknown", line("LVVA, f. 3, op. 2, d. 4")),  # cited in Russian
    ("level-unknown", line("ЦДА, ф. 3, оп. 2, д. 4")),
    ("level-unknown", line("Hoover, f. 89, op. 73, d. 34")),
    ("level-unknown", line("StAZH F II a 290, Teil III, fol. 3")),  # any file may have parts
    ("level-missing", line("NLS, Acc. 12345/6, f. 7")),  # the form of papers without call number
    ("level-missing", fields("archive: ОР РГБ, fond: 573, korobka: 41, delo: 55")),
    ("level-missing", fields("archive: АВП РФ, held: lost, fond: 6")),
    ("level-order", line("l. 5, d. 9, op. 162, f. 17, RGASPI")),
    ("level-order", line("д. 9, оп. 162, ф. 17 РГАСПИ")),
    ("level-order", line("Box 3, Entry 5, RG 59, NARA")),
    ("level-order", line("RGASPI, op. 162, d. 9")),
    ("level-repeated", line("RGASPI, f. 17, op. 162, d. 9, l. 5; op. 162, d. 10, l. 6")),
    ("level-repeated", line("RGASPI, f. 17, op. 162, d. 9, d. 10")),
    ("level-value", fields('archive: RGASPI, fond: 17, opis: 162, delo: "#N/A"')),  # told as what it is
    ("range-reversed", fields("archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 2023-05-12")),
    ("source-unread", fields("archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 5-Oct")),
    ("scalar-spreadsheet", fields("archive: NL-HaNA, fonds: 1.04.02, inv-no: 1234")),
    ("scalar-spreadsheet", fields("archive: BArch, fonds: R 43-I, file: 1.11.1938")),
    ("scalar-spreadsheet", fields("archive: ГАРФ, fond: Р-9401, opis: 2-р, delo: 15495-п, list: 5-7об")),
    ("scalar-spreadsheet", fields("archive: ASVe, fonds: Senato, series: March 45, bundle: 1.5")),
    ("level-value", fields("archive: РГВИА, fond: ВУА, delo: 77")),
    ("level-value", fields("archive: РГАЭ, fond: 17, opis: xiv, delo: а")),
    ("level-value", fields("archive: ГАРФ, fond: Р-9401, opis: 2-р, delo: 15495-п")),
    ("level-value", fields("archive: RGASPI, fond: 17, opis: 162, delo: 1а")),
    ("label-number", line("RGASPI, f. 17, op. 162, d. 9, ll. 12?, 13")),  # open, in doubt or unread
    ("label-number", line("RGASPI, f. 17, op. 162, d. 9, ll. 12 (?), 13")),
    ("label-number", line("RGASPI, f. 17, op. 162, d. 9, ll. 12–")),
    ("label-number", line("RGASPI, f. 17, op. 162, d. 9, ll. 12–[?]")),
    ("label-number", line("RGASPI, f. 17, op. 162, d. 9, ll. 12..15")),
    ("label-number", line("RGASPI, f. 17, op. 162, d. 9, ll. 12…")),
    ("label-number", line("RGASPI, f. 17, op. 162, d. 9, ll. 12/13")),
    ("label-number", line("TNA, FO 371/84123, ff. 12?")),
    ("label-number", line("ЦДАВО України, ф. 1115, оп. 3, спр. 8, арк. 108-111")),
    ("label-number", line("RGASPI, f. 17, op. 162, d. 9, l. 5-5ob")),
    ("label-number", line("Archives nationales, F/7/4336, f. 83-84")),
    ("label-number", line("TNA, FO 371/84123, ff. 12-14")),
    ("label-number", line("TNA, FO 371/84123, f. 12")),
    ("label-number", line("TNA, FO 371/84123, f. 12r-v")),
    ("label-number", line("GARF, f. R-9401, op. 1, d. 12, f. 3")),
    ("label-number", line("Фонд: Р-4033. Опись: 6. Дело: 631. Листы: 2")),
    ("label-number", line("GARF, f. 102, op. 5, d. 11, ll. 330b.-35")),  # read as 33ob–35
    ("label-number", line("AGI, Contratación 31, ff. 4 a 19")),
    ("label-number", line("RGASPI,&nbsp;f.&nbsp;17, op.&nbsp;3, d.&nbsp;4, ll.&nbsp;5&ndash;7")),
    ("label-number", line("ÖNB, Cod. 2064, fol. 12va-b")),
    ("label-number", line("RGASPI, f. 17, op. 3, d. 1, l. 62, 1. 63")),
    ("label-number", line("NL-HaNA, 1.04.02, inv.nr. 25678, fol. 3-5")),
    ("label-number", line("NL-HaNA, 1.04.02, inv.nr. 25678, f. 3-5")),
    ("label-number", line("BSB, Clm 4567, fol. 3r-5v")),  # manuscripts of a country that has one word for both
    ("label-number", line("BnF, Français 4567, f. 3-5")),
    ("label-number", line("AGR, Conseil privé, 45, f° 3-5")),
    ("label-number", line("Universitätsbibliothek Basel, F II 3, fol. 3r-5v")),
    ("label-number", line("AGS, Guerra Antigua, leg. 84, f. 3-5")),
    ("label-misread", line("RGASPI_F17_OP162_D9_L1")),
    ("label-misread", line("HR-HDA-79, kut. 8, 21.-24. str.")),
    ("label-misread", line("RGASPI, F. 17, Op. 162, D. 9, Ll. 5-6; ГАРФ, ф. 5, оп. 1, д. 2, лл. 618-620б")),
    ("label-mixed", line("AVPRF, f. 0100, op. 34, papka 253, d. 18, l. 5; AVPRF, f. 06, op. 12, p. 54, d. 77, l. 1")),
    ("range-reversed", line("RGASPI, f. 17, op. 162, d. 9, ll. 104-7")),
    ("range-reversed", line("NARA, RG 238, box 9, pp. 10,871–10,874")),  # thousands
    ("range-reversed", line("TNA, FO 371/1, pp. 1,234-1,240")),
    ("range-reversed", line("AGNC, sección colonia, miscelánea, tomo 7, ff. 118r-18v")),
    ("range-abbreviated", line("GARF, f. 102, op. 5, d. 11, ll. 330b.-35")),
    ("range-abbreviated", line("APRF, f. 3, op. 65, d. 776, ll. 102–98")),
    ("range-reversed", line("RGASPI, f. 17, op. 162, d. 9, l. 3ob-5")),
    ("range-reversed", line("RGASPI, f. 17, op. 162, d. 9, ll. 009-010")),
    ("range-abbreviated", line("RGASPI, f. 17, op. 162, d. 9, ll. 99-101")),
    ("range-abbreviated", line("BArch, B 136/59748")),
    ("range-overlong", line("RGASPI, f. 17, op. 162, d. 9, ll. 1-350")),
    ("range-overlong", line("RGASPI, f. 82, op. 2, d. 9, ll. 62-620b")),  # 0b is ob
    ("range-overlong", line("RGASPI, f. 82, op. 2, d. 9, ll. 4, 105-1060b")),
    ("folio-padding", fields("archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 0099-0100")),
    ("folio-padding", fields("archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 99-100")),
    ("copies-disagree", line("APRF, f. 45, op. 1, d. 412, l. 9; RGASPI, f. 558, op. 11, d. 412, l. 0009")),
    ("copies-disagree", line("APRF, f. 45, op. 1, d. 412, l. 9; RGASPI, f. 17, op. 162, d. 9, l. 19")),
    ("copies-disagree", line("APRF, f. 45, op. 1, d. 412; RGASPI, f. 558, op. 11, d. 412, l. 19")),
    ("copies-disagree", line("APRF, f. 45, op. 1, d. 341, l. 5; RGASPI, f. 558, op. 11, l. 5")),  # level-missing
    ("copies-disagree", line("APRF, f. 45, op. 1, l. 5; RGASPI, f. 558, op. 11, d. 341, l. 5")),
    ("page-or-papka", line("AVPRF, f. 0100, op. 34, d. 18, p. 16-42")),
    ("page-or-papka", line("АВП РФ, ф. 06, оп. 12, д. 77, п. 54")),
    ("page-or-papka", line("RGASPI, f. 17, op. 162, d. 9, p. 16")),
    ("shelfmark-duplicate", line("RGASPI, f. 17, op. 162, d. 9") + "---\n" + line("RGASPI, f. 17, op. 162, d. 9")),
    (
        "shelfmark-duplicate",
        line("NAI, Home (Political), File No. 12/34, p. 5")
        + "---\n"
        + line("NAI, Home (Public), File No. 12/34, p. 5"),
    ),
    ("shelfmark-duplicate", line("NAI, Home (Political), File 12, p. 5; NAI, Home (Public), File 12, p. 5")),
    (
        "shelfmark-duplicate",
        line("RGASPI, f. 17, op. 162, d. 9, l. 5") + "---\n" + line("RGASPI, f. 17, op. 162, d. 9, l. 5ob"),
    ),
    (
        "shelfmark-duplicate",
        line("RGASPI, f. 17, op. 162, d. 9, l. 5")
        + "relations: {rel: encloses, to: c}\n---\n"
        + line("RGASPI, f. 17, op. 162, d. 9, l. 5")
        + "relations: {rel: enclosed-in, to: c}\n",
    ),
    (
        "folio-overlap",
        line("RGASPI, f. 17, op. 162, d. 9, ll. 5-9") + "---\n" + line("RGASPI, f. 17, op. 162, d. 9, ll. 9-12"),
    ),
    (
        "folio-overlap",
        line("RGASPI, f. 17, op. 162, d. 9, ll. 5-9") + "---\n" + line("RGASPI, f. 17, op. 162, d. 10, ll. 5-8"),
    ),
    (
        "source-structure-disagree",
        printed("archive: РГАСПИ, fond: 17, opis: 162, delo: 9, list: 5", "RGASPI, f. 17, op. 162, d. 9, ll. 0005"),
    ),
    (
        "source-structure-disagree",
        printed(
            "archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 5",
            "RGASPI, f. 17, op. 162, d. 9; RGANI, f. 5, op. 30, d. 9",
        ),
    ),
    (
        "source-structure-disagree",
        printed("archive: RGANI, fond: 5, opis: 30, delo: 9", "RGASPI, f. 17, op. 162, d. 9"),
    ),
    (
        "credit-in-source",
        line("RGASPI, f. 17, op. 162, d. 9, l. 5. Translated by Jane Doe.") + 'translators: "DOE, J."\n',
    ),
    (
        "credit-in-source",
        line("RGASPI, f. 17, op. 162, d. 9, l. 5. Translated by Jane Doe.") + "translators: Jan Doe\n",
    ),
    ("translator-missing", "texts: [{language: ru, kind: transcript, file: a.txt}]\n"),
    (
        "translator-missing",
        line("RGASPI, f. 17, op. 162, d. 9, l. 5. Translated by Jane Doe.")
        + "texts: [{language: en, kind: translation, file: a.txt}]\n",
    ),
    (
        "translator-mismatch",
        line("RGASPI, f. 17, op. 162, d. 9, l. 5. Translated by Jane Doe.")
        + "translators: [Jane Doe, {name: Jean Roe, into: fr}]\n",
    ),
    ("translator-mismatch", line("RGASPI, f. 17, op. 162, d. 9, l. 5.") + "translators: Jane Doe\n"),
    ("translator-mismatch", TRANSLATED_TWICE + "translators: [Jane Doe, Mark Roe]\n"),
    ("translator-mismatch", TRANSLATED_TWICE + "translators: [Jane Doe]\n"),
    ("credit-in-source", TRANSLATED_TWICE + "translators: [M. Roe, J. Doe]\n"),
    ("source-unread", line("RGASPI, f. 17, op. 162, d. 9, l. 5. Original, typescript, signed.")),
    ("source-unread", line("РГИА, ф. 1285, оп. 1, д. 131, 9 л.")),
    ("source-unread", line("TNA, FO 371/84123; copy in the Fairview Library, 12 May 1950")),
    ("source-unread", line("TNA, FO 371/84123; The National Archives, Guide (2019), p. 12")),
    ("source-unread", line("TNA, FO 371/84123; J. Doe, Survey of Europe, E/ECE/123 (United Nations, 1948), 12.")),
    ("source-unread", line("TNA, FO 371/84123; telegram no. 12, received 3 May, 14.30")),
    ("source-unread", line("TNA, FO 371/84123; Fairview Archives, 12 High Street, www.example.org")),
    ("source-unread", line("РГИА, ф. 1285, оп. 1, 1792 г., д. 131")),
    ("source-unread", line("RGVA, Order of July 27, f. 37837, op. 4, d. 381, l. 5")),
    ("source-unread", line("RGASPI, f. 17, op. 162, d. 5, l. 3, ed. 2")),
    ("source-unread", line("ГАРФ. Ф. Р-1. Оп. 1; Иванов И. И. История. М., 1999. С. 45")),
    ("source-unread", line("LVVA, 1535.f., 11.apr., 159.l., 23. un 24. lp.")),
    ("source-unread", line("RGASPI, f. 17, op. 162, d. 5. L. Brezhnev to Tito")),
    ("source-unread", line("RGASPI, f. 17, op. 162, d. 5. L. V. Ivanov")),
    ("source-unread", line("RGASPI, f. 17, op. 162, d. 5, l. 12, [1950–1951]")),
    ("source-unread", line("RGASPI, f. 17, op. 162, d. 5, l. 12?")),
    ("source-unread", line("RGASPI, f. 17, op. 162, d. 5, list of names")),
    ("source-as-text", fields("archive: RGASPI, fond: 17, opis: 162, delo: 9")),
    ("level-unknown", fields("archive: Hoover, fond: 89, opis: 73, delo: 34")),  # films, cited as in Moscow
    ("label-mixed", line("JACAR Ref. A03023610400 (国立公文書館, 請求番号 別00266100)")),
    ("label-mixed", line("РГАСПИ, cp. 17, on. 3, g. 45, л. 12")),  # misread
    ("label-mixed", line("РГАСПИ. Ф. 17. Оп. 3. Д. 5. JI. 12")),
    ("label-mixed", line("ACS, MI, b. 3, sfasc. 2, ins. 3")),  # two words for one level
    ("label-mixed", line("AN, SPE, códice 807, vol. 12")),
    ("label-mixed", line("MZA Brno, fond Velkostatek Bítov, NAD č. 1234")),
    ("level-value", line("PA AA, R 30112, Bl. E 234567-E 234569")),  # frames of films
    ("level-value", line("PA AA, Büro StS, Bd. 3, Bl. K 123456")),
    ("level-value", line("NARA, RG 242, T 77/883, Bl. 5632001")),
    ("level-missing", line("Georgian Archive, Harvard University, Reel 9, book 4, p. 17.")),
]


@pytest.mark.parametrize(("rule", "text"), PASSED, ids=lambda value: " ".join(str(value).split())[:90])
def test_it_is_left_in_peace(rule: str, text: str) -> None:
    assert messages(RULES[rule], text) == []


@pytest.mark.parametrize(
    ("former", "safe"),
    [
        ("RTsKhIDNI", True),  # the archive was merged with another later, but all numbers stayed
        ("TsKhDMO", False),  # its fonds have a letter now
        ("TsGAOR SSSR", False),
        ("TsKhSD", True),
    ],
)
def test_a_new_name_is_safe_where_the_numbers_stayed(former: str, safe: bool) -> None:
    ((_, problem),) = problems(RULES["archive-obsolete"], line(f"{former}, f. 17, op. 162, d. 9, l. 3"))
    assert problem.fix is not None
    assert problem.fix.safe is safe


TODAY = [
    (line("CRO, Chester, D 12/3"), "CALS", False),  # short names of record offices are those of many counties
    (line("ЦГАОР Киргизской ССР, ф. 1, оп. 2, д. 5"), "ЦГА КР", False),  # merged with others: when is not known
    (line("AA, A1838, 123/4"), "NAA", True),
    (line("DZA Merseburg, Rep. 84, Nr. 3"), "GStA PK", True),
    (line("AOM, GGI 2345"), "ANOM", True),
    (fields("archive: AA, series: A1838, item: 123/4"), "NAA", True),
    (line("Public Record Office, CAB 128/17"), "The National Archives", True),
    (line("ЦДАЖР УРСР, ф. 1, оп. 2, спр. 5"), "ЦДАВО", True),
    (line("ЦГАОР УССР, ф. 1, оп. 2, д. 5"), "ЦГАВО", True),
    (line("ASV, Segr. Stato, anno 1914, rubr. 244"), "AAV", True),
    (line("Archivio Segreto Vaticano, Segr. Stato, anno 1914, rubr. 244"), "Archivio Apostolico Vaticano", True),
    (line("National Archives of Canada, RG 25, vol. 6181, file 3"), "Library and Archives Canada", True),
    (line("Public Archives of Canada, RG 25, vol. 6181"), "Library and Archives Canada", True),
    (line("BStU, MfS, HA II, Nr. 123, Bl. 4"), "Bundesarchiv, Stasi-Unterlagen-Archiv", True),
    (fields("archive: BStU, fonds: MfS, file: 123"), "Bundesarchiv, Stasi-Unterlagen-Archiv", True),
    (
        line("Federal Commissioner for the Stasi Records, MfS, HA II, Nr. 123"),
        "Stasi Records Archive in the Federal Archives",
        True,
    ),
    (line("ОР ГБЛ, ф. 369, к. 12, ед. хр. 3"), "ОР РГБ", True),
    (line("ЦГИА УССР во Львове, ф. 1, оп. 2, д. 5"), "ЦГИАЛ Украины", False),
    (
        line("Tsentr khraneniia sovremennoi dokumentatsii, f. 5, op. 30, d. 7"),
        "Rossiiskii gosudarstvennyi arkhiv noveishei istorii",
        True,
    ),
    (
        line("Center for the Preservation of Contemporary Documentation, f. 5, op. 30, d. 7"),
        "Russian State Archive of Contemporary History",
        True,
    ),
]


@pytest.mark.parametrize(("text", "present", "safe"), TODAY)
def test_the_present_name_is_written_as_the_former_was(text: str, present: str, safe: bool) -> None:
    ((_, problem),) = problems(RULES["archive-obsolete"], text)
    assert problem.fix is not None
    assert (problem.fix.message, problem.fix.safe) == (f'write "{present}"', safe)


def test_a_former_name_tells_what_became_of_the_numbers() -> None:
    ((_, problem),) = problems(RULES["archive-obsolete"], line("TsGAOR SSSR, f. 9401, op. 2, d. 64"))
    assert "fond N of that time is fond Р-N today" in problem.help


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (line("TsKhDMO, f. 1, op. 3, d. 5, l. 1"), "RGASPI, f. M-1, op. 3, d. 5, l. 1"),
        (line("ЦГАОР СССР, ф. 5446, оп. 3, д. 5"), "ГАРФ, ф. Р-5446, оп. 3, д. 5"),
        (line("ЦГАОР СССР, ф. Р-5446, оп. 3, д. 5"), "ГАРФ, ф. Р-5446, оп. 3, д. 5"),
        (line("f. 5446, op. 3, d. 5, TsGAOR SSSR"), "f. R-5446, op. 3, d. 5, GARF"),
        (fields("archive: TsKhIDK, fond: 7, opis: 1, delo: 5"), "archive: RGVA, fond: 7k, opis: 1, delo: 5"),
        (line("RTsKhIDNI, f. 17, op. 162, d. 9"), "RGASPI, f. 17, op. 162, d. 9"),
        (line("TsGAOR SSSR, f. 1, op. 2, d. 3; TsKhSD, f. 5, op. 30, d. 7"), "GARF, f. R-1, op. 2, d. 3"),
    ],
)
def test_a_new_name_takes_the_new_number_with_it(before: str, after: str) -> None:
    (example,) = silent_after_fix(RULES["archive-obsolete"], before)
    assert after in example.document.text


def test_a_list_of_leaves_is_mended_item_by_item() -> None:
    text = fields("archive: RGASPI, fond: 17, opis: 162, delo: 9, list: [5, 114-7, 0016-12]")
    ((_, problem),) = problems(RULES["range-abbreviated"], text)
    assert problem.pointer == ("sources", 0, "list", 1)
    assert problem.within == (0, 5)
    (example,) = silent_after_fix(RULES["range-abbreviated"], text)
    assert isinstance(example.record.data, dict)
    assert "list: [5, 114-117, 0016-12]" in example.document.text
    (example,) = silent_after_fix(RULES["folio-padding"], text)
    assert [run.first for run in example.record.holdings[0].mark.folios] == ["5", "114", "16"]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("range-abbreviated", line("RGASPI, f. 17, op. 162, d. 4, 100-3")),  # 100-103 would be further files
        ("range-abbreviated", line("AVPRF, f. 059a, op. 5a, p. 12, d. 4, 100-3")),
    ],
)
def test_a_fix_that_would_be_read_as_other_leaves_is_not_offered(rule: str, text: str) -> None:
    ((_, problem),) = problems(RULES[rule], text)
    assert problem.fix is None
    assert problem.help


def test_a_name_in_another_case_is_added_by_a_person_only() -> None:
    declined = line("РГАСПИ. Ф. 17. Оп. 162. Д. 9. Л. 5. Перевод Ивана Петрова")
    ((_, problem),) = problems(RULES["credit-in-source"], declined)
    assert problem.fix is not None
    assert not problem.fix.safe
    ((_, problem),) = problems(RULES["credit-in-source"], declined.replace("Перевод Ивана", "Перевод: Иван"))
    assert problem.fix is not None
    assert problem.fix.safe
    for rule in ("credit-in-source", "translator-mismatch"):
        assert not problems(RULES[rule], f"{declined}translators: [Иван Петров]\n")
    assert problems(RULES["translator-mismatch"], f"{declined}translators: [Иван Сидоров]\n")


@pytest.mark.parametrize(
    "text",
    [
        "AAN, KC PZPR (Wydział Zagraniczny), sygn. 237/V-98",
        "RGANI, f. 5, op. 6, d. 8. Translated for CWIHP by Jane Doe.",
        "RGANI, f. 5, op. 6, d. 8. Obtained by Jane Doe (Some University).",
    ],
)
def test_a_line_that_says_more_than_fields_can_is_not_written_anew(text: str) -> None:
    ((_, problem),) = problems(RULES["source-as-text"], line(text))
    assert problem.fix is None


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("archive: TNA, fond: FO 371, piece: 56763", '"series"'),
        ("archive: ASVe, fond: Senato, bundle: 12", '"fonds"'),
        ("archive: AGI, section: Patronato, delo: 170", '"bundle"'),
        ("archive: RGASPI, fond: 17, opis: 162, delo: 3, box: 9", "the level that the archive calls it by"),
    ],
)
def test_the_archives_own_level_is_named(text: str, level: str) -> None:
    ((_, problem),) = problems(RULES["level-unknown"], fields(text))
    assert problem.help == f"write the value under {level}, or correct the archive"


def test_a_line_too_long_is_told_once() -> None:
    (message,) = messages(RULES["source-unread"], line("RGASPI, f. 17, op. 162, d. 9; " * 2_000))
    assert "too long" in message


@pytest.mark.parametrize(("leaves", "safe"), [("105-9", True), ("105-10а", True), ("105-10б", False)])
def test_an_end_that_may_be_a_misread_six_is_for_a_person(leaves: str, safe: bool) -> None:
    text = line(f"ГАРФ. Ф. 9401. Оп. 2. Д. 12. Л. {leaves}")
    ((_, problem),) = problems(RULES["range-abbreviated"], text)
    assert problem.fix is not None
    assert problem.fix.safe is safe
