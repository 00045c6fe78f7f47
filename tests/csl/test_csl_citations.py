"""Citations as the specification has them: positions, disambiguation, collapsing."""

from __future__ import annotations

from typing import Any

import pytest
from csl_styles import person, style

from provcheck.csl import PLAIN_TEXT, SUITE_HTML, Citation, Cite, process


def work(family: str, given: str, year: int, **fields: Any) -> dict[str, Any]:
    return {"author": [person(family, given)], "issued": {"date-parts": [[year]]}, **fields}


def notes(compiled: Any, *cites: Any) -> list[str]:
    """Return one citation after another, each in a note of its own."""
    listed = [each if isinstance(each, list) else [each] for each in cites]
    made = [Citation(tuple(c if isinstance(c, Cite) else Cite(c) for c in each), n) for n, each in enumerate(listed, 1)]
    items = [{"id": name, "title": name.upper()} for name in "abc"]
    return [PLAIN_TEXT.write(tokens) for tokens in process(compiled, items, made).citations]


POSITIONS = (
    '<layout delimiter="; "><choose>'
    + "".join(
        f'<{element} position="{position}"><text value="{position}"/></{element}>'
        for element, position in (
            ("if", "ibid-with-locator"),
            ("else-if", "ibid"),
            ("else-if", "near-note"),
            ("else-if", "subsequent"),
            ("else-if", "first"),
        )
    )
    + "</choose></layout>"
)


@pytest.mark.parametrize(
    ("cites", "expected"),
    [
        (["a", "a"], ["first", "ibid"]),
        (["a", Cite("a", "5")], ["first", "ibid-with-locator"]),
        ([Cite("a", "5"), Cite("a", "5")], ["first", "ibid"]),
        ([Cite("a", "5"), Cite("a", "5", "folio")], ["first", "ibid-with-locator"]),
        ([Cite("a", "5"), "a"], ["first", "near-note"]),
        (["a", "b", "a"], ["first", "first", "near-note"]),
        (["a", "b", "b", "b", "a"], ["first", "first", "ibid", "ibid", "subsequent"]),
        ([["a", "b"], "b"], ["first; first", "near-note"]),
        ([["a", "a"]], ["first; ibid"]),
        (["a", ["a", "b", "b"]], ["first", "ibid; first; ibid"]),
    ],
)
def test_positions(cites: list[Any], expected: list[str]) -> None:
    assert notes(style(POSITIONS, area='near-note-distance="3"'), *cites) == expected


def test_the_first_reference_note_number() -> None:
    compiled = style('<layout><text variable="first-reference-note-number"/><text value="."/></layout>')
    assert notes(compiled, "a", "b", "a", "b") == [".", ".", "1.", "2."]


AUTHOR_DATE = (
    '<layout prefix="(" suffix=")" delimiter="; "><group delimiter=" "><names variable="author">'
    '<name form="short" and="text" initialize-with=". "/></names><date variable="issued"><date-part name="year"/>'
    '</date><text variable="locator" prefix=": "/></group></layout>'
)


def author_date(area: str, *items: dict[str, Any], each: bool = True, locator: str = "") -> str:
    """Return citations of *items*, one for each or one for all."""
    compiled = style(AUTHOR_DATE, kind="in-text", area=area)
    listed = [{"id": str(n), **item} for n, item in enumerate(items)]
    cites = [Cite(item["id"], locator) for item in listed]
    citations = [Citation((cite,)) for cite in cites] if each else [Citation(tuple(cites))]
    return " ".join(SUITE_HTML.write(tokens) for tokens in process(compiled, listed, citations).citations)


ANN, ADA, BO = work("Doe", "Ann", 1947), work("Doe", "Ada", 1947), work("Doe", "Bo", 1948)
TWO = work("Doe", "Ann", 1947, author=[person("Doe", "Ann"), person("Roe", "X"), person("Poe", "Y")])
OTHER_TWO = work("Doe", "Ann", 1947, author=[person("Doe", "Ann"), person("Roe", "X"), person("Zoe", "Y")])
GIVEN = 'disambiguate-add-givenname="true" givenname-disambiguation-rule='


@pytest.mark.parametrize(
    ("area", "items", "expected"),
    [
        ("", [ANN, ADA], "(Doe 1947) (Doe 1947)"),
        ('disambiguate-add-year-suffix="true"', [ANN, ADA, BO], "(Doe 1947a) (Doe 1947b) (Doe 1948)"),
        (GIVEN + '"by-cite"', [ANN, BO], "(Doe 1947) (Doe 1948)"),
        (GIVEN + '"by-cite"', [ANN, work("Doe", "Bo", 1947)], "(A. Doe 1947) (B. Doe 1947)"),
        (GIVEN + '"by-cite"', [ANN, ADA], "(Ann Doe 1947) (Ada Doe 1947)"),
        (GIVEN + '"all-names"', [ANN, BO], "(A. Doe 1947) (B. Doe 1948)"),
        (GIVEN + '"all-names-with-initials"', [ANN, ADA, BO], "(A. Doe 1947) (A. Doe 1947) (B. Doe 1948)"),
        (GIVEN + '"primary-name"', [ANN, BO], "(A. Doe 1947) (B. Doe 1948)"),
        (GIVEN + '"primary-name-with-initials"', [ANN, ADA], "(Doe 1947) (Doe 1947)"),
        ('et-al-min="3" et-al-use-first="1"', [TWO, OTHER_TWO], "(Doe et al. 1947) (Doe et al. 1947)"),
        (
            'et-al-min="3" et-al-use-first="1" disambiguate-add-names="true"',
            [TWO, OTHER_TWO],
            "(Doe, Roe, and Poe 1947) (Doe, Roe, and Zoe 1947)",
        ),
        (
            'et-al-min="3" et-al-use-first="1" disambiguate-add-names="true" disambiguate-add-year-suffix="true"',
            [TWO, TWO],
            "(Doe et al. 1947a) (Doe et al. 1947b)",
        ),
    ],
)
def test_disambiguation(area: str, items: list[dict[str, Any]], expected: str) -> None:
    assert author_date(area, *items) == expected


def test_there_are_more_year_suffixes_than_letters() -> None:
    last = author_date('disambiguate-add-year-suffix="true"', *[ANN] * 28).split(") (")
    assert last[25:] == ["Doe 1947z", "Doe 1947aa", "Doe 1947ab)"]


SUFFIX = 'disambiguate-add-year-suffix="true" '


@pytest.mark.parametrize(
    ("area", "items", "expected"),
    [
        ('collapse="year"', [ANN, BO], "(Doe 1947, 1948)"),
        ('collapse="year" cite-group-delimiter="/"', [ANN, BO], "(Doe 1947/1948)"),
        (SUFFIX + 'collapse="year-suffix"', [ANN, ADA, BO], "(Doe 1947a; b, 1948)"),
        (SUFFIX + 'collapse="year-suffix" year-suffix-delimiter=","', [ANN, ADA], "(Doe 1947a,b)"),
        (
            SUFFIX + 'collapse="year-suffix-ranged" year-suffix-delimiter=","',
            [ANN, ADA, ANN, BO],
            "(Doe 1947a–c, 1948)",
        ),
        (
            SUFFIX + 'collapse="year-suffix-ranged" year-suffix-delimiter="," after-collapse-delimiter="; "',
            [ANN, ADA, work("Roe", "X", 1950)],
            "(Doe 1947a,b; Roe 1950)",
        ),
        ('cite-group-delimiter=", "', [ANN, work("Roe", "X", 1950), BO], "(Doe 1947; Roe 1950; Doe 1948)"),
        ("", [ANN, BO], "(Doe 1947; Doe 1948)"),
    ],
)
def test_collapsing(area: str, items: list[dict[str, Any]], expected: str) -> None:
    assert author_date(area, *items, each=False) == expected


def test_groups_that_are_equal_by_the_first_key_are_in_the_order_of_their_names() -> None:
    sort = '<sort><key variable="note"/><key variable="issued" sort="descending"/></sort>'
    compiled = style(sort + AUTHOR_DATE, kind="in-text", area='collapse="year"')
    items = [work("Roe", "X", 1990), work("Doe", "A", 1947), work("Poe", "Y", 1950), work("Doe", "A", 1948)]
    listed = [{"id": str(n), **item} for n, item in enumerate(items)]
    result = process(compiled, listed, [Citation(tuple(map(Cite, "0123")))])
    assert PLAIN_TEXT.write(result.citations[0]) == "(Doe 1948, 1947; Poe 1950; Roe 1990)"


@pytest.mark.parametrize(
    ("cites", "expected"),
    [
        ([Cite("0", prefix="see ")], "(see)"),
        ([Cite("0", suffix=", passim"), Cite("1")], "(, passim; T)"),
        ([Cite("0"), Cite("1")], "(T)"),
        ([Cite("0")], ""),
    ],
)
def test_what_an_author_writes_around_a_cite_is_kept_even_if_it_prints_nothing(
    cites: list[Cite], expected: str
) -> None:
    compiled = style('<layout prefix="(" suffix=")" delimiter="; "><text variable="title"/></layout>', kind="in-text")
    result = process(compiled, [{"id": "0"}, {"id": "1", "title": "T"}], [Citation(tuple(cites))])
    assert PLAIN_TEXT.write(result.citations[0]).replace(" )", ")") == expected


def test_conditions_within_conditions_are_met_in_turn() -> None:
    layout = (
        '<layout><names variable="author"/><choose><if disambiguate="true"><text variable="note" prefix=", "/><choose>'
        '<if disambiguate="true"><text variable="note"/></if></choose></if></choose><choose><if disambiguate="true">'
        '<text variable="title" prefix=", "/></if></choose></layout>'
    )
    doe = {"author": [person("Doe", "A")]}
    items = [{"id": str(n), "title": f"T{n}", **doe} for n in range(2)]
    result = process(style(layout), items, [Citation((Cite("0"),), 1)])
    assert PLAIN_TEXT.write(result.citations[0]) == "A Doe, T0"


def test_what_prints_no_numbers_is_not_collapsed_to_ranges_of_them() -> None:
    compiled = style('<layout delimiter="; "><text variable="title"/></layout>', area='collapse="citation-number"')
    items = [{"id": str(n), "title": f"T{n}"} for n in range(3)]
    result = process(compiled, items, [Citation(tuple(map(Cite, "012")), 1)])
    assert PLAIN_TEXT.write(result.citations[0]) == "T0; T1; T2"


BACK = (
    '<layout><names variable="author"/><choose><if position="subsequent"><text variable="first-reference-note-number" '
    'prefix=", n. "/></if></choose><choose><if disambiguate="true"><text variable="title" prefix=", "/></if></choose>'
    "</layout>"
)


@pytest.mark.parametrize(("notes_of_first", "expected"), [((1, 2), "A Doe, n. 1"), ((1, 1), "A Doe, n. 1, T0")])
def test_the_note_that_a_cite_refers_back_to_tells_it_from_others(
    notes_of_first: tuple[int, int], expected: str
) -> None:
    items = [{"id": str(n), "title": f"T{n}", "author": [person("Doe", "A")]} for n in range(2)]
    first = [Citation((Cite(str(n)),), note) for n, note in enumerate(notes_of_first)]
    result = process(style(BACK), items, [*first, Citation((Cite("0"),), 3)])
    assert PLAIN_TEXT.write(result.citations[-1]) == expected


@pytest.mark.parametrize(
    ("cited_numbers", "expected"),
    [("012", "[1–3]"), ("01", "[1, 2]"), ("024", "[1, 3, 5]"), ("01246", "[1–3, 5, 7]"), ("3210", "[1–4]")],
)
def test_collapsing_numbers(cited_numbers: str, expected: str) -> None:
    compiled = style(
        '<sort><key variable="citation-number"/></sort><layout delimiter=", " prefix="[" suffix="]">'
        '<text variable="citation-number"/></layout>',
        area='collapse="citation-number"',
        kind="in-text",
    )
    items = [{"id": str(n)} for n in range(7)]
    order = [Citation((Cite(item["id"]),)) for item in items]
    result = process(compiled, items, [*order, Citation(tuple(map(Cite, cited_numbers)))])
    assert PLAIN_TEXT.write(result.citations[-1]) == expected


@pytest.mark.parametrize(
    ("located", "others", "expected"),
    [("0", "24", "[1: 9/ 3, 5]"), ("0", "23", "[1: 9, 3, 4]"), ("0", "2", "[1: 9, 3]"), ("02", "", "[1: 9/ 3: 9]")],
)
def test_numbers_after_a_located_cite(located: str, others: str, expected: str) -> None:
    compiled = style(
        '<layout delimiter=", " prefix="[" suffix="]"><text variable="citation-number"/>'
        '<text variable="locator" prefix=": "/></layout>',
        area='collapse="citation-number" after-collapse-delimiter="/ "',
        kind="in-text",
    )
    items = [{"id": str(n)} for n in range(7)]
    order = [Citation((Cite(item["id"]),)) for item in items]
    cites = [*(Cite(n, "9") for n in located), *map(Cite, others)]
    result = process(compiled, items, [*order, Citation(tuple(cites))])
    assert PLAIN_TEXT.write(result.citations[-1]) == expected


def test_year_suffixes_are_given_whatever_the_notes_are() -> None:
    back = BACK.replace("</layout>", '<date variable="issued" form="numeric" date-parts="year" prefix=" "/></layout>')
    compiled = style(back, area='disambiguate-add-year-suffix="true"')
    items = [{"id": str(n), **work("Doe", "A", 1947)} for n in range(2)]
    result = process(compiled, items, [Citation((Cite(n),), note) for note, n in enumerate("010", 1)])
    assert [PLAIN_TEXT.write(tokens) for tokens in result.citations] == [
        "A Doe 1947a",
        "A Doe 1947b",
        "A Doe, n. 1 1947a",
    ]
