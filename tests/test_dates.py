"""EDTF read into days, dates found in running text, what was meant by others, Old and New Style."""

from __future__ import annotations

import json
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.dates import Day, agrees, find, new_style, old_style, parse, style_difference
from provcheck.dates.day import from_number, number
from provcheck.dates.months import MONTHS
from provcheck.dates.roles import role
from provcheck.dates.suggest import why_not

SHARED = Path(__file__).parent.parent.parent / "shared"


# Days


@given(st.dates())
def test_day_numbers_agree_with_the_standard_library(day: date) -> None:
    assert number(Day.of(day)) == day.toordinal() + 1721425
    assert from_number(number(Day.of(day))) == Day.of(day)


@given(st.integers(-3_000_000, 5_000_000), st.booleans())
def test_day_numbers_go_both_ways(count: int, julian: bool) -> None:
    assert number(from_number(count, julian=julian), julian=julian) == count


@given(st.dates(date(1583, 1, 1), date(2099, 12, 31)))
def test_old_and_new_style_go_both_ways(day: date) -> None:
    assert new_style(old_style(Day.of(day))) == Day.of(day)


@pytest.mark.parametrize(
    ("new", "old", "difference"),
    [
        ((1917, 11, 7), (1917, 10, 25), 13),
        ((1900, 3, 14), (1900, 3, 1), 13),
        ((1900, 3, 13), (1900, 2, 29), 12),
        ((1900, 3, 12), (1900, 2, 28), 12),
        ((1918, 2, 14), (1918, 2, 1), 13),
        ((1877, 1, 18), (1877, 1, 6), 12),
        ((1719, 6, 22), (1719, 6, 11), 11),
        ((1582, 10, 15), (1582, 10, 5), 10),
        ((1700, 3, 10), (1700, 2, 28), 10),
        ((1700, 3, 12), (1700, 3, 1), 11),
    ],
)
def test_old_style(new: tuple[int, int, int], old: tuple[int, int, int], difference: int) -> None:
    assert old_style(Day(*new)) == Day(*old)
    assert style_difference(Day(*new)) == difference


# EDTF

VALID = [
    ("1985-04-12", "1985-04-12", "1985-04-12"),
    ("1985-04", "1985-04-01", "1985-04-30"),
    ("1985", "1985-01-01", "1985-12-31"),
    ("1900-02", "1900-02-01", "1900-02-28"),
    ("0000", "0000-01-01", "0000-12-31"),
    ("-0044-03-15", "-0044-03-15", "-0044-03-15"),
    ("1985-04-12T23:20:30", "1985-04-12", "1985-04-12"),
    ("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12"),
    ("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12"),
    ("1950-10-03T12:30", "1950-10-03", "1950-10-03"),
    ("1964/2008", "1964-01-01", "2008-12-31"),
    ("2004-02-01/2005-02", "2004-02-01", "2005-02-28"),
    ("1985-04/..", "1985-04-01", None),
    ("../1985-04", None, "1985-04-30"),
    ("1985/", "1985-01-01", None),
    ("/1985", None, "1985-12-31"),
    ("../..", None, None),
    ("1984?", "1984-01-01", "1984-12-31"),
    ("2004-06~", "2004-06-01", "2004-06-30"),
    ("2004-06-11%", "2004-06-11", "2004-06-11"),
    ("201X", "2010-01-01", "2019-12-31"),
    ("20XX", "2000-01-01", "2099-12-31"),
    ("2004-XX", "2004-01-01", "2004-12-31"),
    ("1985-04-XX", "1985-04-01", "1985-04-30"),
    ("1985-XX-XX", "1985-01-01", "1985-12-31"),
    ("-004X", "-0049-01-01", "-0040-12-31"),
    ("Y170000002", "Y170000002-01-01", "Y170000002-12-31"),
    ("Y-170000002", "Y-170000002-01-01", "Y-170000002-12-31"),
    ("2001-21", "2001-01-01", "2002-03-31"),
    # level 2
    ("Y-17E7", "Y-170000000-01-01", "Y-170000000-12-31"),
    ("1950S2", "1900-01-01", "1999-12-31"),
    ("2001-25", "2001-03-01", "2001-05-31"),
    ("2001-28", "2001-12-01", "2002-02-28"),
    ("2001-34", "2001-04-01", "2001-06-30"),
    ("2001-41", "2001-07-01", "2001-12-31"),
    ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31"),
    ("[..1760-12-03]", None, "1760-12-03"),
    ("[1760-12..]", "1760-12-01", None),
    ("{1960,1961-12}", "1960-01-01", "1961-12-31"),
    ("2004?-06-11", "2004-06-11", "2004-06-11"),
    ("?2004-06-~11", "2004-06-11", "2004-06-11"),
    ("156X-12-25", "1560-12-25", "1569-12-25"),
    ("XXXX-02-29", "0000-02-29", "9996-02-29"),
    ("1950-1X", "1950-10-01", "1950-12-31"),
    ("1950-02-2X", "1950-02-20", "1950-02-28"),
    ("unknown", None, None),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), VALID, ids=[case[0] for case in VALID])
def test_edtf(text: str, earliest: str | None, latest: str | None) -> None:
    read = parse(text)
    assert read is not None
    assert (read.earliest and str(read.earliest)) == earliest
    assert (read.latest and str(read.latest)) == latest


NOT_EDTF = """
    1950-13 1950-00 1950-02-30 1900-02-29 1950-04-31 1950-10-00 19501003 1950-1-1 195 50 1950/10/03 Y1985 y170000 -0000
    1950-20 1950-42 1950-21-01 / .. [] {} [1985 {1985] [1985} [,] [..] 1985..1986 1950-10-03T 1950-10T12:30:00 1950x
    195x 1950-10-03T25:00:00 1950-10-03T12:60:00 1950-10-03Z ١٩٥٠ １９５０ Y1E99 1950-10-03/1950-10-04/1950-10-05 ?
    1950-2X-01 ~1950~~ 1950-02-3X
"""


@pytest.mark.parametrize(
    "text", [*NOT_EDTF.split(), "", " 1950", "1950 ", "3 October 1950", "1950\n", "[" * 400, "1" * 400]
)
def test_not_edtf(text: str) -> None:
    assert parse(text) is None


def test_qualifiers_and_precision() -> None:
    read = parse("1949~/1950-10-03?")
    assert read is not None
    assert (read.approximate, read.uncertain, read.exact) == (True, True, False)
    assert [point.precision for point in read.points] == ["year", "day"]
    day = parse("1950-10-03")
    assert day is not None
    assert day.exact
    assert day.start is not None
    assert (day.start.year, day.start.month, day.start.day) == (1950, 10, 3)
    assert {text: p.start.precision for text in ("19XX", "195X", "1950-10", "1950-21", "1950-10-03T10:00:00")
            if (p := parse(text)) and p.start} == {
        "19XX": "century", "195X": "decade", "1950-10": "month", "1950-21": "season", "1950-10-03T10:00:00": "second",
    }  # fmt: skip


@given(st.text(alphabet="0123456789X-/.?~%TYES[]{},:Zunkow ", max_size=30))
def test_nothing_raises_and_days_are_in_order(text: str) -> None:
    read = parse(text)
    if read is not None and read.kind in ("date", "one-of", "all-of") and read.earliest and read.latest:
        assert read.earliest <= read.latest
    if read is None:
        why_not(text)


@given(st.dates(date(1000, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    read = parse(day.isoformat())
    assert read is not None
    assert read.earliest == read.latest == Day.of(day)


# What was meant

MEANT = [
    ("3 October 1950", "1950-10-03", True),
    ("October 3, 1950", "1950-10-03", True),
    ("October 3rd, 1950", "1950-10-03", True),
    ("03 OCT 1950", "1950-10-03", True),
    ("Monday, 3 October 1950", "1950-10-03", True),
    ("3 октября 1950 г.", "1950-10-03", True),
    ("3 жовтня 1950 року", "1950-10-03", True),
    ("3. Oktober 1950", "1950-10-03", True),
    ("3 octobre 1950", "1950-10-03", True),
    ("3 października 1950 r.", "1950-10-03", True),
    ("2 de mayo de 1808", "1808-05-02", True),
    ("16.XII.1947", "1947-12-16", True),
    ("03.10.1950", "1950-10-03", True),
    ("1950/10/03", "1950-10-03", True),
    ("1950.10.03", "1950-10-03", True),
    ("19501003", "1950-10-03", True),
    ("1950-10-3", "1950-10-03", True),
    ("13/10/1950", "1950-10-13", True),
    ("1950-10-03 00:00:00", "1950-10-03", True),
    ("03.10.1950 0:00", "1950-10-03", True),
    ("3 October 1950 00:00", "1950-10-03", True),
    ("1950-10-03 10:00:00", "1950-10-03T10:00:00", True),
    ("10/1950", "1950-10", True),
    ("August, 1962", "1962-08", True),
    ("spring 1950", "1950-21", True),
    ("c. 1950", "1950~", True),
    ("ca 1950", "1950~", True),
    ("около 1950 г.", "1950~", True),
    ("probably 1950", "1950?", True),
    ("3 October 1950?", "1950-10-03?", True),
    ("1950s", "195X", True),
    ("195-", "195X", True),
    ("19uu", "19XX", True),
    ("1950-xx-xx", "1950-XX-XX", True),
    ("undated", "unknown", True),
    ("n.d.", "unknown", True),
    ("б. д.", "unknown", True),
    ("1949–1951", "1949/1951", True),
    ("from 1949 to 1951", "1949/1951", True),
    ("3–5 October 1950", "1950-10-03/1950-10-05", True),
    ("3 Oct 1950 - 5 Nov 1950", "1950-10-03/1950-11-05", True),
    ("1955–60?", "1955?/1960?", True),
    (" 1950 ", "1950", True),
    ("[ca. 1772]", "1772~", False),
    ("195?", "195X", False),
    ("1582/83", "1582/1583", False),
    ("1949-51", "1949/1951", False),
    ("before 1950", "../1950", False),
    ("after 3 October 1950", "1950-10-03/..", False),
    ("between 1949 and 1951", "1949/1951", False),
    ("1950 or 1951", "[1950,1951]", False),
    ("3 Oct. 1950 or 4 Oct. 1950", "[1950-10-03,1950-10-04]", False),
    ("1950-13-01", "1950-01-13", False),
    ("", "unknown", False),
]


@pytest.mark.parametrize(("text", "meant", "safe"), MEANT, ids=[case[0] or "empty" for case in MEANT])
def test_what_was_meant(text: str, meant: str, safe: bool) -> None:
    assert parse(text) is None
    found = why_not(text)
    assert (found.suggestion, found.safe) == (meant, safe)
    assert parse(meant) is not None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3/10/1950", "1950-10-03 or 1950-03-10"),
        ("03-10-1950", "1950-10-03 or 1950-03-10"),
        ("3/10/1950 0:00", "1950-10-03 or 1950-03-10"),
        ("18539", "1950-10-03"),
        ("3.10.50", "century"),
        ("4 December", "no year"),
        ("1950-02-30", "February 1950 has no day 30"),
        ("29 February 1951", "February 1951 has no day 29"),
        ("1500-02-29", "February 1500 has no day 29 in the Gregorian calendar, by which EDTF counts"),
        ("31 ноября 1950 г.", "November 1950 has no day 31"),
        ("1 February 1929 or 1930", "not a date in EDTF"),
        ("1950-00", "no month 00"),
        ("1917-10-25 (O.S.)", "not a date in EDTF"),
        ("yesterday", "not a date in EDTF"),
        ("x" * 1000, "not a date in EDTF"),
    ],
)
def test_what_cannot_be_told_is_not_guessed(text: str, words: str) -> None:
    found = why_not(text)
    assert found.suggestion is None
    assert words in found.message


# Dates in running text

FOUND = [
    ("Из Пекина  3 .10.1950", ["1950-10-03"]),
    ("Telegram No. 061.005, 3 October 1950, Secret", ["1950-10-03"]),
    ("No.76.091, TOP SECRET, March 14, 1967", ["1967-03-14"]),
    ("No. 02/01476", []),
    ("111.867 and 057022", []),
    ("f. 558, op. 11, d. 1950", []),
    ("Order 1950, 3.10.1950.4", []),
    ("Neue Freie Presse, Nr. 21335, 2. 2. 1924, Morgenblatt, S. 31–35", ["1924-02-02"]),
    ("[10. 1. 1897]", ["1897-01-10"]),
    ("26. 4. [1901]", ["1901-04-26"]),
    ("2[3]. 1. 1925", ["1925-01-23"]),
    ("undated [1955]", ["1955"]),
    ("3-го октября 1950", ["1950-10-03"]),
    ("le 1er mars 1950", ["1950-03-01"]),
    ("1950. október 3.", ["1950-10-03"]),
    ("1950年10月3日", ["1950-10-03"]),
    ("1950年10月3日付電報", ["1950-10-03"]),
    ("1945 m. kovo 4 d. raštas", ["1945-03-04"]),
    ("Επιστολή της 4ης Μαρτίου 1945", ["1945-03-04"]),
    ("1950년 10월 3일", ["1950-10-03"]),
    ("dnia 3 października 1950 r.", ["1950-10-03"]),
    ("ze 14. 10. 1938 o pašování", ["1938-10-14"]),
    ("с 3 по 5 мая 1950 года", ["1950-05-03/1950-05-05"]),
    ("3. bis 5. Oktober 1950", ["1950-10-03/1950-10-05"]),
    ("3.–5.10.1950", ["1950-10-03/1950-10-05"]),
    ("October 3–5, 1950", ["1950-10-03/1950-10-05"]),
    ("October 3-5, 1950", ["1950-10-03/1950-10-05"]),
    ("October–November 1950", ["1950-10/1950-11"]),
    ("vom 30. August 1719 bis zum 28. April 1720", ["1719-08-30/1720-04-28"]),
    ("1949-50", ["1949/1950"]),
    ("between 3 October and 5 October 1950", ["1950-10-03/1950-10-05"]),
    ("16/XII-1947", ["1947-12-16"]),
    ("May Day, Mr. May and the march", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "dates"), FOUND, ids=[case[0] or "empty" for case in FOUND])
def test_dates_in_text(text: str, dates: list[str]) -> None:
    assert [found.edtf for found in find(text)] == dates


def test_dates_in_text_that_can_be_read_in_several_ways() -> None:
    slashed, both, short, yearless = (
        next(find(text)) for text in ("3/10/1950", "3 (16) октября 1917 г.", "от 1.10.50 г.получена", "4 December")
    )
    assert [reading.edtf for reading in slashed.readings] == ["1950-10-03", "1950-03-10"]
    assert [reading.edtf for reading in both.readings] == ["1917-10-03", "1917-10-16"]
    assert short.short_year
    assert short.edtf is None
    assert yearless.readings[0].first == (None, 12, 4)
    two_styles = next(find("25 October [7 November] 1917"))
    assert [reading.edtf for reading in two_styles.readings] == ["1917-10-25", "1917-11-07"]
    slash = next(find("6 January 1877/18 January 1877"))
    assert [reading.edtf for reading in slash.readings] == ["1877-01-06", "1877-01-18"]


@pytest.mark.parametrize(
    ("text", "record", "agree"),
    [
        ("4 December", "1989-12-04", True),
        ("4 December", "1989-12-06", False),
        ("4 December", "1989", True),
        ("1.10.50", "1950-10-01", True),
        ("1.10.50", "1951-10-01", False),
        ("3/10/1950", "1950-03-10", True),
        ("October 1950", "1950-10-03", True),
        ("3 October 1950", "1950-10", True),
        ("3 October 1950", "1949/1951", True),
        ("3 October 1950", "195X", True),
        ("3 October 1950", "1950-10/..", None),
        ("30 December – 2 January", "1950-01-01", True),
        ("3 (16) октября 1917", "1917-10-16", True),
    ],
)
def test_agreement(text: str, record: str, agree: bool | None) -> None:
    date_ = parse(record)
    assert date_ is not None
    found = list(find(text))
    assert (any(agrees(one, date_) for one in found) if agree is not None else agrees(found[0], date_)) == agree


@given(st.text(alphabet="0123456789 .,-–/()[]?г XIVoct мая", max_size=60))
def test_finding_never_raises_and_stays_in_the_text(text: str) -> None:
    end = 0
    for found in find(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end


def test_finding_is_linear() -> None:
    for piece in ("1950 ", "3.", "1.1.", "[", "3 - ", "October ", "1950/", "3 to "):
        started = time.perf_counter()
        list(find(piece * 20_000))
        assert time.perf_counter() - started < 20, piece  # it would not end at all


def test_every_month_has_names_in_many_scripts() -> None:
    for month in range(1, 13):
        names = [name for name, number_ in MONTHS.items() if number_ == month]
        assert len(names) > 15
        assert any("а" <= name[0] <= "я" for name in names)


# Roles

ROLES = [
    ("Telegram from the Embassy in Pyongyang, January 16, 1980, 057022, Secret", "document"),
    ("Damian Hugo von Virmont to Emperor Charles VI, first camp nearby Niš, June 22, 1719", "document"),
    ("Hermann Bahr an Arthur Schnitzler, 17. 9. 1905", "document"),
    ("Телеграмма Рощина Филиппову от 3 октября 1950 г.", "document"),
    ("Letter from Gordon Brown to Lady Ashton (20 November 2009)", "document"),
    ("Daily report of the Gestapo Vienna No. 8 from October 14, 1938 about the smuggling", "document"),
    ("1950-10-03 Telegram to Stalin", "document"),
    ("Telegram of 3 October 1950", "document"),
    ("Note on the meeting of 4 December 1989", "other"),
    ("Letter on the events after 3 October 1950", "other"),
    ("Reply to the telegram of 3 October 1950", "other"),
    ("Attachment 1 to letter June 17, 1720: letter and decoding", "other"),
    ("Speech on the tenth anniversary of 3 October 1950", "other"),
    ("Report on the development between 3 October 1950 and 5 October 1950", "other"),
    ("Record of conversation between Stalin and Mao, 16 December 1949", "event"),
    ("Schreiben, in dem bestätigt wird, dass sie vom 30. August 1719 bis zum 28. April 1720 nichts hatten", "other"),
    ("Письмо в ответ на записку от 3 октября 1950 г.", "other"),
    ("Stalin (21 December 1879 – 5 March 1953): papers", "other"),
    ("Article. In: Neue Freie Presse, Nr. 21335, 2. 2. 1924", "other"),
]


@pytest.mark.parametrize(("title", "expected"), ROLES, ids=[case[0] for case in ROLES])
def test_roles(title: str, expected: str) -> None:
    assert [role(title, found) for found in find(title)][:1] == [expected]


# Against published titles


def test_published_titles() -> None:
    path = SHARED / "citing" / "title-date-cases.jsonl"
    if not path.exists():
        pytest.skip("no ../shared beside the checkout")
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        header = parse(case["header_date"]) or parse(why_not(case["header_date"]).suggestion or "")
        assert header is not None, case
        title = case["title"]
        contradicting = [
            found for found in find(title) if role(title, found) == "document" and agrees(found, header) is False
        ]
        assert bool(contradicting) == (case["kind"] == "date-mismatch"), case


def test_a_century_of_days_in_words() -> None:
    names = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
    day = date(1900, 1, 1)
    while day.year < 1905:
        text = f"{day.day} {names[day.month - 1]} {day.year} г."
        assert [found.edtf for found in find(text)] == [day.isoformat()]
        day += timedelta(days=7)
