"""Dates as the specification has them: forms, parts, ranges, seasons, years of few figures, EDTF."""

from __future__ import annotations

from typing import Any

import pytest
from csl_styles import cited, style

from provcheck.csl.dates import Date, Day, read_text

PART = '<date-part name="{}" {}/>'


def date(attributes: str, *parts: tuple[str, str]) -> str:
    """Return a layout of one cs:date."""
    inner = "".join(PART.format(name, options) for name, options in parts)
    return f'<layout><date variable="issued" {attributes}>{inner}</date></layout>'


TEXT = date('form="text"')
DAY_FIRST = date('delimiter=" "', ("day", ""), ("month", ""), ("year", ""))
ISO = date(
    'delimiter="-"', ("year", ""), ("month", 'form="numeric-leading-zeros"'), ("day", 'form="numeric-leading-zeros"')
)


@pytest.mark.parametrize(
    ("parts", "text", "day_first", "iso"),
    [
        ([[1947]], "1947", "1947", "1947"),
        ([[1947, 3]], "March 1947", "March 1947", "1947-03"),
        ([[1947, 3, 5]], "March 5, 1947", "5 March 1947", "1947-03-05"),
        ([[1947, 3, 12], [1947, 3, 15]], "March 12–15, 1947", "12–15 March 1947", "1947-03-12–15"),
        ([[1947, 3, 12], [1947, 4, 2]], "March 12–April 2, 1947", "12 March–2 April 1947", "1947-03-12–04-02"),
        (
            [[1947, 12, 31], [1948, 1, 2]],
            "December 31, 1947–January 2, 1948",
            "31 December 1947–2 January 1948",
            "1947-12-31–1948-01-02",
        ),
        ([[1947, 3], [1947, 5]], "March–May 1947", "March–May 1947", "1947-03–05"),
        ([[1947, 12], [1948, 1]], "December 1947–January 1948", "December 1947–January 1948", "1947-12–1948-01"),
        ([[1947], [1949]], "1947–1949", "1947–1949", "1947–1949"),
        ([[1947, 3, 12], [1947, 3, 12]], "March 12, 1947", "12 March 1947", "1947-03-12"),
        ([[1947, 3, 12], [0]], "March 12, 1947–", "12 March 1947–", "1947-03-12–"),
        ([[1947, 3], [1948]], "March 1947–1948", "March 1947–1948", "1947-03–1948"),
        ([[1947, 22]], "Summer 1947", "Summer 1947", "1947-Summer"),
        ([[1947, 24], [1948, 21]], "Winter 1947–Spring 1948", "Winter 1947–Spring 1948", "1947-Winter–1948-Spring"),
        ([[79, 8, 24]], "August 24, 79 AD", "24 August 79 AD", "79 AD-08-24"),
        ([[-44, 3, 15]], "March 15, 44 BC", "15 March 44 BC", "44 BC-03-15"),
        ([[-50], [-44]], "50–44 BC", "50–44 BC", "50–44 BC"),
        ([[-10], [14]], "10 BC–14 AD", "10 BC–14 AD", "10 BC–14 AD"),
        ([["1947", "3", ""]], "March 1947", "March 1947", "1947-03"),
        ([[1947.0, 3.0]], "March 1947", "March 1947", "1947-03"),
    ],
)
def test_dates_and_ranges(parts: list[list[Any]], text: str, day_first: str, iso: str) -> None:
    issued = {"issued": {"date-parts": parts}}
    assert [cited(style(layout, kind="in-text"), issued) for layout in (TEXT, DAY_FIRST, ISO)] == [text, day_first, iso]


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        (date('form="numeric"'), "03/05/1947"),
        (date('form="text" date-parts="year"'), "1947"),
        (date('form="text" date-parts="year-month"'), "March 1947"),
        (date('form="text"', ("month", 'form="short"')), "Mar. 5, 1947"),
        (date('form="text"', ("month", 'form="short" strip-periods="true" text-case="uppercase"')), "MAR 5, 1947"),
        (date('form="text"', ("day", 'form="ordinal"'), ("year", 'form="short"')), "March 5th, 47"),
        (date('form="text"', ("year", 'prefix="(" suffix=")"')), "March 5, 1947"),
        (date("", ("year", 'font-weight="bold" prefix="(" suffix=")"')), "(<b>1947</b>)"),
        (date("", ("month", 'form="numeric"')), "3"),
        (date('form="text" prefix="[" suffix="]" font-style="italic"'), "[March 5, 1947]"),
        (date('form="loud"'), ""),
        (date(""), ""),
    ],
)
def test_forms_and_parts(layout: str, expected: str) -> None:
    assert cited(style(layout, kind="in-text"), {"issued": {"date-parts": [[1947, 3, 5]]}}) == expected


@pytest.mark.parametrize(
    ("locale", "one", "several"),
    [
        ("en-GB", "5 March 1947", "12–15 March 1947"),
        ("de-DE", "5. März 1947", "12.–15. März 1947"),
        ("fr-FR", "5 mars 1947", "12–15 mars 1947"),
        ("ru-RU", "5 март 1947 г.", "12–15 март 1947 г."),
        ("ja-JP", "1947年3月5日", "1947年3月12–15日"),
        ("es-ES", "5 de marzo de 1947", "12–15 de marzo de 1947"),
    ],
)
def test_localized_dates(locale: str, one: str, several: str) -> None:
    compiled = style(TEXT, options=f'default-locale="{locale}"')
    assert cited(compiled, {"issued": {"date-parts": [[1947, 3, 5]]}}) == one
    assert cited(compiled, {"issued": {"date-parts": [[1947, 3, 12], [1947, 3, 15]]}}) == several


def test_a_range_has_the_delimiter_of_the_part_that_differs() -> None:
    layout = date(
        'delimiter=" "',
        ("day", 'range-delimiter="/"'),
        ("month", 'range-delimiter=" to "'),
        ("year", 'range-delimiter=" until "'),
    )
    for last, expected in (
        ([1947, 3, 15], "12/15 March 1947"),
        ([1947, 4, 15], "12 March to 15 April 1947"),
        ([1948, 4, 15], "12 March 1947 until 15 April 1948"),
    ):
        assert cited(style(layout), {"issued": {"date-parts": [[1947, 3, 12], last]}}) == expected


@pytest.mark.parametrize(("limited", "expected"), [("true", "1er mars, 2 mars"), ("false", "1er mars, 2e mars")])
def test_ordinals_may_be_limited_to_the_first_day(limited: str, expected: str) -> None:
    compiled = style(
        date('delimiter=" "', ("day", 'form="ordinal"'), ("month", "")).replace("<layout>", '<layout delimiter=", ">'),
        options='default-locale="fr-FR"',
        more=f'<locale xml:lang="fr"><style-options limit-day-ordinals-to-day-1="{limited}"/></locale>',
    )
    dates = [{"issued": {"date-parts": [[1947, 3, day]]}} for day in (1, 2)]
    assert cited(compiled, *dates).replace("<sup>", "").replace("</sup>", "") == expected


def test_text_stands_where_the_year_would_and_once() -> None:
    year = '<date variable="issued"><date-part name="year"/></date>'
    day = '<date variable="issued"><date-part name="month"/><date-part name="day" prefix=" "/></date>'
    apart = f'<layout><group delimiter=", ">{year}{day}</group></layout>'
    assert cited(style(apart), {"issued": {"literal": "between 1955 and 1960"}}) == "between 1955 and 1960"
    assert cited(style(apart), {"issued": {"date-parts": [[1955, 3, 4]]}}) == "1955, March 4"


def test_seasons_and_text_beside_date_parts() -> None:
    compiled = style(TEXT)
    assert cited(compiled, {"issued": {"date-parts": [[1947]], "season": 1}}) == "Spring 1947"
    assert cited(compiled, {"issued": {"date-parts": [[1947]], "season": "Easter"}}) == "Easter 1947"
    assert cited(compiled, {"issued": {"literal": "not before 1947"}}) == "not before 1947"
    chinese = style(TEXT, options='default-locale="zh-CN"')
    assert cited(chinese, {"issued": {"date-parts": [[1947, 21]]}}) == "1947年春"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1947", Date(Day(1947))),
        ("1947-03-12", Date(Day(1947, 3, 12))),
        ("1947-03-12T10:00:00Z", Date(Day(1947, 3, 12))),
        ("1947-03/1948-04", Date(Day(1947, 3), Day(1948, 4))),
        ("1946/1947", Date(Day(1946), Day(1947))),
        ("1947/..", Date(Day(1947), Day(0))),
        ("1947-22", Date(Day(1947, 22))),
        ("1947?", Date(Day(1947), circa=True)),
        ("1947-03~", Date(Day(1947, 3), circa=True)),
        ("-0043-03-15", Date(Day(-43, 3, 15))),
        ("12 March 1947", Date(Day(1947, 3, 12))),
        ("March 12, 1947", Date(Day(1947, 3, 12))),
        ("3/12/1947", Date(Day(1947, 3, 12))),
        ("c. 1890", Date(Day(1890), circa=True)),
        ("Fall 1947", Date(Day(1947, 23))),
        ("May 1947 – June 1948", Date(Day(1947, 5), Day(1948, 6))),
        ("12–15 May 1947", Date(literal="12–15 May 1947")),
        ("../1947", Date(literal="../1947")),
        ("194X", Date(literal="194X")),
        ("1940s", Date(literal="1940s")),
        ("n.d.", Date(literal="n.d.")),
        ("1947-13-45", Date(literal="1947-13-45")),
    ],
)
def test_dates_typed_as_text(text: str, date: Date) -> None:
    assert read_text(text) == date
