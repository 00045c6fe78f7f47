from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.cite.when import DateForm, date_parts, words

WORDS: list[tuple[str, DateForm, str, str]] = [
    ("1950-10-03", "month-first", "en", "October 3, 1950"),
    ("1950-10-03", "month-first-padded", "en", "October 03, 1950"),
    ("1950-10-03", "day-first", "en", "3 October 1950"),
    ("1950-10-03", "day-first", "en-GB", "3 October 1950"),
    ("1950-10-03", "day-first", "ru", "3 октября 1950 г."),
    ("1950-10-03", "day-first", "de", "3. Oktober 1950"),
    ("1950-10-03", "day-first", "uk", "3 жовтня 1950 р."),
    ("1950-10-03", "day-first", "xx", "3 October 1950"),
    ("1950-10", "month-first-padded", "en", "October 1950"),
    ("1950-10", "day-first", "ru", "октябрь 1950 г."),
    ("1950", "month-first", "en", "1950"),
    ("1949~", "month-first", "en", "ca. 1949"),
    ("1949?", "month-first", "en", "[1949?]"),
    ("1949%", "month-first", "en", "[ca. 1949?]"),
    ("1955/1960", "month-first", "en", "1955–1960"),
    ("1955/1960", "day-first", "ru", "1955–1960 гг."),
    ("1950-10-03/1950-10-05", "month-first", "en", "October 3–5, 1950"),
    ("1950-10-03/1950-10-05", "day-first", "en", "3–5 October 1950"),
    ("1950-10-30/1950-11-02", "day-first", "ru", "30 октября – 2 ноября 1950 г."),
    ("1950-12-30/1951-01-02", "month-first", "en", "December 30, 1950 – January 2, 1951"),
    ("1950-09/1950-10", "month-first", "en", "September–October 1950"),
    ("1950-10-03/..", "day-first", "en", "from 3 October 1950"),
    ("../1950", "day-first", "en", "until 1950"),
    ("[..1950]", "day-first", "en", "not after 1950"),
    ("[1950,1951]", "day-first", "en", "1950 or 1951"),
    ("[1955..1960]", "day-first", "en", "between 1955 and 1960"),
    ("[1955..1960]", "day-first", "ru", "между 1955 и 1960 гг."),
    ("[1955..1960]", "day-first", "de", "zwischen 1955 und 1960"),
    ("[1950-10-03..1950-10-05]", "month-first", "en", "[October 3–5, 1950?]"),
    ("[1955..1960~]", "day-first", "en", "1955–ca. 1960"),
    ("[-0044..-0040]", "day-first", "en", "[45 BC–41 BC?]"),
    ("195X", "day-first", "en", "1950s"),
    ("1950-21", "day-first", "de", "Frühjahr 1950"),
    ("1950-10~", "day-first", "ru", "около октября 1950 г."),
    ("1950-10/..", "day-first", "uk", "з жовтня 1950 р."),
    ("1950-21~", "day-first", "ru", "около весны 1950 г."),
    ("195X", "day-first", "ru", "1950-е гг."),
    ("195X", "day-first", "de", "1950er Jahre"),
    ("-0043", "day-first", "en", "44 BC"),
    ("unknown", "day-first", "en", "undated"),
    ("unknown", "day-first", "ru", "без даты"),
    ("last  Tuesday", "day-first", "en", "last Tuesday"),
    ("1950-10-03/1950-10-05", "day-first", "de", "3.–5. Oktober 1950"),
    ("1950-10-03", "day-first-short", "en", "3 Oct. 1950"),
    ("1950-10-03", "day-first-short", "pl", "3 października 1950"),
    ("1950-10", "day-first", "cs", "říjen 1950"),
    ("1950-10-03", "month-first", "es", "3 de octubre de 1950"),
    ("1950-21", "day-first", "pt-BR", "primavera de 1950"),
    ("1949~", "day-first", "it", "1949 ca."),
    ("1950-10-01", "day-first", "fr", "1er octobre 1950"),
    ("1950-10-01/1950-10-05", "day-first", "fr", "1er–5 octobre 1950"),
    ("1950-10-01?", "day-first", "fr", "[1er octobre 1950?]"),
    ("1950-10-11", "day-first", "fr", "11 octobre 1950"),
]


@pytest.mark.parametrize(("text", "form", "language", "expected"), WORDS)
def test_dates_in_words(text: str, form: DateForm, language: str, expected: str) -> None:
    assert words(text, form, language) == expected


PARTS = [
    ("1950-10-03", {"date-parts": [[1950, 10, 3]]}),
    ("1950-10-03T12:00:00Z", {"date-parts": [[1950, 10, 3]]}),
    ("1950-10", {"date-parts": [[1950, 10]]}),
    ("1949~", {"date-parts": [[1949]], "circa": True}),
    ("1955/1960", {"date-parts": [[1955], [1960]]}),
    ("1950-21", {"date-parts": [[1950]], "season": 1}),
    ("195X", {"literal": "1950s"}),
    ("-0043-03-15", {"date-parts": [[-44, 3, 15]]}),
    ("0000", {"date-parts": [[-1]]}),
    ("../1950", {"literal": "until 1950"}),
    ("unknown", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_dates_for_csl(text: str, expected: object) -> None:
    assert date_parts(text) == expected


def test_what_csl_has_no_date_for_is_in_the_words_of_the_citation() -> None:
    said = [date_parts(text, language) for text, language in (("195X", "de"), ("[1955..1960]", "fr"), ("195X", "xx"))]
    assert said == [{"literal": "1950er Jahre"}, {"literal": "entre 1955 et 1960"}, {"literal": "1950s"}]


@given(st.one_of(st.text(max_size=20), st.from_regex(r"\[?[0-9X?~%./,-]{1,24}\]?", fullmatch=True)))
def test_anything_may_be_asked_for_a_date(text: str) -> None:
    for form in ("month-first", "day-first"):
        assert "None" in text or "None" not in words(text, form, "ru")  # type: ignore[arg-type]
    assert (date_parts(text) or {}).keys() <= {"date-parts", "literal", "circa", "season"}
