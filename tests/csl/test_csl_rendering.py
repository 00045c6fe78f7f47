"""Rendering: what an element prints, and how pieces meet."""

from __future__ import annotations

import pytest
from csl_styles import cited, style

from provcheck.csl import HTML, MARKDOWN, PLAIN_TEXT, Citation, Cite, process

TITLE = style('<layout suffix="."><text variable="title" quotes="true"/></layout>')


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("A report", "“A report.”"),
        ("A report.", "“A report.”"),
        ("Who knew?", "“Who knew?”"),
        ("The 'secret' file", "“The ‘secret’ file.”"),
        ('He said "no"', "“He said ‘no.’”"),
        ("The agents' files", "“The agents’ files.”"),
        ("“Curly” stays in its language", "“‘Curly’ stays in its language.”"),
        ("<i>Pravda</i> & <b>Izvestia</b>", "“<i>Pravda</i> &#38; <b>Izvestia</b>.”"),
        ("a < b", "“a &#60; b.”"),
        ("an <i>open tag", "“an &#60;i&#62;open tag.”"),
    ],
)
def test_quotes_and_punctuation(title: str, printed: str) -> None:
    assert cited(TITLE, {"title": title}) == printed


@pytest.mark.parametrize(
    ("locale", "printed"),
    [("de-DE", "„Bericht“."), ("fr-FR", "« Bericht »."), ("ru-RU", "«Bericht»."), ("en-GB", "‘Bericht’.")],
)
def test_quotation_marks_are_the_locales(locale: str, printed: str) -> None:
    compiled = style(
        '<layout suffix="."><text variable="title" quotes="true"/></layout>', options=f'default-locale="{locale}"'
    )
    assert cited(compiled, {"title": "Bericht"}).replace("\u00a0", " ").replace("\u202f", " ") in (
        printed,
        printed.replace("‘", "“").replace("’", "”"),
    )


def test_italics_within_italics_are_upright() -> None:
    compiled = style('<layout><text variable="title" font-style="italic"/></layout>')
    assert cited(compiled, {"title": "On <i>Pravda</i>"}) == (
        '<i>On <span style="font-style:normal;">Pravda</span></i>'
    )


def test_a_group_without_its_variables_prints_nothing() -> None:
    compiled = style(
        '<layout><group delimiter=", "><text value="see"/><text variable="archive"/></group>'
        '<text variable="title"/></layout>'
    )
    assert cited(compiled, {"title": "T"}) == "T"
    assert cited(compiled, {"title": "T", "archive": "TsDAHOU"}) == "see, TsDAHOUT"


@pytest.mark.parametrize(
    ("date", "printed"),
    [
        ([[1947, 3, 12]], "March 12, 1947"),
        ([[1947, 3]], "March 1947"),
        ([[1947, 3, 12], [1947, 3, 15]], "March 12–15, 1947"),
        ([[1947, 3], [1947, 5]], "March–May 1947"),
        ([[1947, 3, 12], [1948, 4, 1]], "March 12, 1947–April 1, 1948"),
        ([[1947], [1949]], "1947–1949"),
        ([[1947], [0]], "1947–"),
        ([[1947, 23]], "Autumn 1947"),
        ([["1947", "3"]], "March 1947"),
        ([[-43]], "43 BC"),
    ],
)
def test_dates(date: list[list[object]], printed: str) -> None:
    compiled = style('<layout><date variable="issued" form="text"/></layout>')
    assert cited(compiled, {"issued": {"date-parts": date}}) == printed


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ({"family": "Ivanova", "given": "Anna Petrovna"}, "Ivanova, A. P."),
        ({"family": "Ivanov", "given": "Jean-Luc"}, "Ivanov, J.-L."),
        ({"family": "van Gogh", "given": "Vincent"}, "Gogh, V. van"),
        ({"family": "Humboldt", "given": "Alexander von"}, "Humboldt, A. von"),
        ({"family": "de Gaulle", "given": "Charles", "parse-names": False}, "de Gaulle, C."),
        ({"family": "Doe", "given": "John", "suffix": "Jr."}, "Doe, J., Jr."),
        ({"literal": "Ministry of Foreign Affairs"}, "Ministry of Foreign Affairs"),
        ({"family": "毛", "given": "泽东"}, "毛泽东"),
        ({"family": "Іваненко", "given": "Олена"}, "Іваненко, О."),
    ],
)
def test_names(name: dict[str, object], printed: str) -> None:
    compiled = style(
        '<layout><names variable="author"><name name-as-sort-order="all" initialize-with=". "/></names></layout>'
    )
    assert cited(compiled, {"author": [name]}) == printed


@pytest.mark.parametrize(
    ("locator", "printed"),
    [("105", "fol. 105"), ("105-106", "fols. 105–106"), ("3, 7", "fols. 3, 7"), ("12 & 14", "fols. 12 &#38; 14")],
)
def test_a_label_agrees_with_its_locator(locator: str, printed: str) -> None:
    compiled = style(
        '<layout><group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>'
        "</layout>"
    )
    assert cited(compiled, {}, locator=locator, label="folio") == printed


def test_ibid_chain() -> None:
    compiled = style(
        '<layout suffix="."><choose><if position="ibid-with-locator"><text value="ibid."/>'
        '<text variable="locator" prefix=", "/></if><else-if position="ibid"><text value="ibid."/></else-if>'
        '<else-if position="subsequent"><text value="short"/></else-if><else><text variable="title"/></else></choose>'
        "</layout>"
    )
    order = [("a", ""), ("a", ""), ("a", "5"), ("a", "5"), ("b", ""), ("a", "5")]
    result = process(
        compiled,
        [{"id": "a", "title": "First"}, {"id": "b", "title": "Other"}],
        [Citation((Cite(item, locator),), note) for note, (item, locator) in enumerate(order, 1)],
    )
    assert [PLAIN_TEXT.write(tokens) for tokens in result.citations] == [
        "First.",
        "ibid.",
        "ibid., 5.",
        "ibid.",
        "Other.",
        "short.",
    ]


def test_keys_differing_in_case_are_two_references() -> None:
    compiled = style('<layout><text variable="title"/></layout>')
    result = process(
        compiled,
        [{"id": "X1", "title": "A"}, {"id": "x1", "title": "B"}],
        [Citation((Cite("x1"),)), Citation((Cite("X1"),))],
    )
    assert [PLAIN_TEXT.write(tokens) for tokens in result.citations] == ["B", "A"]


def test_a_title_that_stood_in_for_the_author_is_not_printed_twice() -> None:
    compiled = style(
        '<layout><group delimiter=", "><names variable="author"><substitute><text variable="title"/></substitute>'
        '</names><text variable="title"/><text variable="archive"/></group></layout>'
    )
    assert cited(compiled, {"title": "Telegram", "archive": "TsDAHOU"}) == "Telegram, TsDAHOU"


def test_markdown_is_escaped() -> None:
    compiled = style('<layout><text variable="title" font-style="italic"/></layout>')
    tokens = process(compiled, [{"id": "a", "title": "a*b_[c]"}], [Citation((Cite("a"),))]).citations[0]
    assert MARKDOWN.write(tokens) == r"*a\*b\_\[c\]*"
    assert HTML.write(tokens) == "<i>a*b_[c]</i>"


def test_a_reference_that_is_not_there_is_a_warning() -> None:
    compiled = style('<layout><text variable="title"/></layout>')
    result = process(compiled, [{"id": "a", "title": "A"}], [Citation((Cite("b"), Cite("a")))])
    assert [PLAIN_TEXT.write(tokens) for tokens in result.citations] == ["A"]
    assert result.warnings == ("no reference 'b'",)
