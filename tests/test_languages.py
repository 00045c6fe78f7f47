"""Language tags, what was meant by others, and the scripts of texts and of languages."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.languages import by_name, dominant, name, script_of, scripts, valid, why_not, written_in
from provcheck.languages.table import languages

VALID = """
    ru en de zh-Hant zh-Hant-TW zh-cmn-Hans sr-Latn sr-Cyrl-RS uz-Latn ru-Latn ru-Latn-alalc97 RU En-gb de-1996
    sl-rozaj-biske de-CH-1901 es-419 en-GB-oed i-klingon zh-min-nan x-mine en-x-mine ru-u-ca-buddhist de-DE-u-co-phonebk
    und mul zxx mis qaa qtz ota rue grc lad sgn hy-arevmda ja-Latn-hepburn kr cnr mhr az-Arab-x-AZE-derbend sh
""".split()

INVALID = """
    ua cz jp gr cn rus ger deu fre eng english English русский ru_RU ru-RUS en-UK a abcd abcdefghi zzz-- -ru ru- ru--RU
    sr-Cyrillic ru-Latin de-1901-1901 q x- ru-xx-xx-xx ru,en ru/en yy xx 12 ru-12 ru-1234 рu
""".split()


@pytest.mark.parametrize("tag", VALID)
def test_valid(tag: str) -> None:
    assert valid(tag)


@pytest.mark.parametrize("tag", [*INVALID, "", " ru", "ru ", "ru, en"])
def test_invalid(tag: str) -> None:
    assert not valid(tag)
    assert why_not(tag).message


MEANT = [
    ("ua", "uk", False),
    ("cz", "cs", True),
    ("jp", "ja", True),
    ("gr", "el", True),
    ("cn", "zh", True),
    ("by", "be", False),
    ("kz", "kk", False),
    ("rus", "ru", True),
    ("RUS", "ru", True),
    ("ger", "de", True),
    ("deu", "de", True),
    ("fre", "fr", True),
    ("chi", "zh", True),
    ("English", "en", True),
    ("polish", "pl", True),
    ("Ukrainian language", "uk", True),
    ("русский", "ru", True),
    ("Deutsch", "de", True),
    ("中文", "zh", True),
    ("ru_RU", "ru-RU", True),
    (" ru ", "ru", True),
    ("ru, en", ("ru", "en"), True),
    ("Russian; English", ("ru", "en"), True),
    ("rus/ukr", ("ru", "uk"), True),
    ("en-UK", "en-GB", False),
    ("rus-RU", "ru-RU", False),
    ("sr-Cyrillic", "sr-Cyrl", False),
    ("zzz", None, False),
    ("no idea at all", None, False),
    ("x" * 500, None, False),
    ("," * 500, None, False),
]


@pytest.mark.parametrize(("text", "meant", "safe"), MEANT, ids=[case[0][:20] for case in MEANT])
def test_what_was_meant(text: str, meant: str | tuple[str, ...] | None, safe: bool) -> None:
    found = why_not(text)
    assert (found.suggestion, found.safe) == (meant, safe)
    for tag in (meant,) if isinstance(meant, str) else meant or ():
        assert valid(tag)


@given(st.text(max_size=40))
def test_nothing_raises(text: str) -> None:
    if not valid(text):
        found = why_not(text).suggestion
        for tag in (found,) if isinstance(found, str) else found or ():
            assert valid(tag)
    written_in(text)
    name(text)


def test_reasons_are_told() -> None:
    assert "UA is the country Ukraine" in why_not("ua").message
    assert "Russian: ru" in why_not("rus").message


def test_the_table_is_sound() -> None:
    table = languages()
    assert len(table) > 220
    for language in table.values():
        assert language.names[0], language
        assert all(valid(f"{language.code}-{script}") for script in language.scripts), language
        assert not any(valid(other) for other in language.others), language
    assert by_name("Greek") == "el"
    assert by_name("Farsi") == "fa"
    assert by_name("polnisch") == "pl"


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("ru", {"Cyrl"}),
        ("ru-Latn", {"Latn"}),
        ("sr", {"Cyrl", "Latn"}),
        ("sr-latn", {"Latn"}),
        ("uz", {"Latn", "Cyrl", "Arab"}),
        ("kk", {"Cyrl", "Latn", "Arab"}),
        ("az", {"Latn", "Cyrl", "Arab"}),
        ("ja", {"Hira", "Kana", "Hani"}),
        ("ko", {"Hang", "Hani"}),
        ("zh-Hans", {"Hani"}),
        ("de-Latf", {"Latn"}),
        ("mul", set()),
        ("qaa", set()),
    ],
)
def test_scripts_of_languages(tag: str, expected: set[str]) -> None:
    assert written_in(tag) == expected


def test_scripts_of_texts() -> None:
    assert scripts("Шифртелеграмма No. 25553 from Peking") == {"Cyrl": 14, "Latn": 12}
    assert dominant("東京の手紙") == {"Hani"}
    assert dominant("Wilson Center: Пекин") == {"Latn", "Cyrl"}
    assert dominant("1950-10-03, № 5") == frozenset()
    assert dominant("Ελλάδα") == {"Grek"}


@given(st.characters(categories=["Lu", "Ll", "Lo"]))
def test_scripts_agree_with_the_names_of_characters(character: str) -> None:
    names = {
        "Latn": "LATIN", "Cyrl": "CYRILLIC", "Grek": "GREEK", "Hebr": "HEBREW", "Arab": "ARABIC", "Armn": "ARMENIAN",
        "Geor": "GEORGIAN", "Hang": "HANGUL", "Hira": "HIRAGANA", "Deva": "DEVANAGARI", "Ethi": "ETHIOPIC",
    }  # fmt: skip
    found = script_of(character)
    word = unicodedata.name(character, "").replace("FULLWIDTH ", "").replace("HALFWIDTH ", "").split(" ")[0]
    if found in names and word in names.values():
        assert names[found] == word
