"""What real styles rely on, and the specification leaves open: found by comparing with citeproc-js."""

from __future__ import annotations

from typing import Any

import pytest
from csl_styles import cited, style

from provcheck.csl import SUITE_HTML, Citation, Cite, process

AUTHOR = [{"family": "Orlova", "given": "Vera"}]


def entries(layout: str, *items: dict[str, Any], sort: str = "", more: str = "", kind: str = "in-text") -> list[str]:
    """Return the bibliography of *items*, as HTML."""
    after = f"<bibliography>{sort}<layout>{layout}</layout></bibliography>"
    compiled = style('<layout><text variable="title"/></layout>', kind=kind, more=more, after=after)
    listed = [{"id": str(n), **item} for n, item in enumerate(items)]
    return [SUITE_HTML.write(entry.tokens) for entry in process(compiled, listed).bibliography]


@pytest.mark.parametrize(
    ("locator", "printed"),
    [
        ("12r-14v", "fols. 12r–14v"),
        ("5", "fol. 5"),
        ("5a", "fol. 5a"),
        ("7 ff.", "fol. 7 ff."),
        ("xii-xv", "fols. xii–xv"),
        ("A12", "fol. A12"),
        ("3, 7-9", "fols. 3, 7–9"),
        ("2/5", "fol. 2/5"),
        ("5\\-6", "fol. 5-6"),
    ],
)
def test_ranges_and_labels_of_any_locator(locator: str, printed: str) -> None:
    layout = '<layout><label variable="locator" form="short" suffix=" "/><text variable="locator"/></layout>'
    assert cited(style(layout, kind="in-text"), {}, locator=locator, label="folio") == printed


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ({"family": "de Vries"}, "de Vries"),
        ({"family": "de Vries", "given": "Jan"}, "Vries, J. de"),
        ({"family": "’t Veld", "given": "Ada"}, "Veld, A. ’t"),
        ({"family": "Ali", "given": "‘Abd"}, "Ali, ‘Abd"),
        ({"family": "Brown", "suffix": "Jr."}, "Brown, Jr."),
    ],
)
def test_particles_are_of_whole_names_only(name: dict[str, str], printed: str) -> None:
    layout = '<layout><names variable="author"><name initialize-with=". " name-as-sort-order="all"/></names></layout>'
    assert cited(style(layout), {"author": [name]}) == printed


def test_a_suffix_follows_initialize_with() -> None:
    layout = '<layout><names variable="author"><name initialize-with=""/></names></layout>'
    assert cited(style(layout), {"author": [{"family": "Poe", "given": "Ed", "suffix": "Jr."}]}) == "E Poe Jr"


def test_a_key_with_a_date_sorts_by_the_date_alone() -> None:
    macro = '<macro name="when"><text variable="title"/><date variable="issued"><date-part name="year"/></date></macro>'
    items = [{"title": title, "issued": {"date-parts": [[year]]}} for title, year in (("A", 1950), ("B", 1940))]
    sort = '<sort><key macro="when"/></sort>'
    assert entries('<text variable="title"/>', *items, sort=sort, more=macro) == ["B", "A"]


def test_a_term_that_begins_an_entry_is_capitalized() -> None:
    assert entries('<text term="anonymous"/><text variable="title" prefix=", "/>', {"title": "x"}) == ["Anonymous, x"]


@pytest.mark.parametrize(
    ("keys", "role"),
    [
        ('<key variable="editor"/>', "editor"),
        ('<key variable="title"/><key variable="recipient"/>', "recipient"),  # though the first key decides
    ],
)
def test_names_that_the_bibliography_is_sorted_by_are_told_apart_too(keys: str, role: str) -> None:
    layout = '<layout><names variable="author"><name form="short" initialize-with=". "/></names></layout>'
    after = f'<bibliography><sort>{keys}</sort><layout><text variable="title"/></layout></bibliography>'
    area = 'disambiguate-add-givenname="true" givenname-disambiguation-rule="primary-name"'
    items = [
        {"id": "a", "author": AUTHOR, "title": "A"},
        {"id": "b", role: [{"family": "Orlova", "given": "Zoya"}], "title": "B"},
    ]
    result = process(style(layout, area=area, after=after, kind="in-text"), items, [Citation((Cite("a"),))])
    assert SUITE_HTML.write(result.citations[0]) == "V. Orlova"


def test_no_group_of_titles_that_stand_in_for_names() -> None:
    layout = (
        '<layout delimiter="; "><group delimiter=", "><names variable="author"><name/><substitute>'
        '<text variable="title"/></substitute></names><date variable="issued"><date-part name="year"/></date></group>'
        "</layout>"
    )
    compiled = style(layout, area='collapse="year"', kind="in-text")
    same = {"title": "Circular", "issued": {"date-parts": [[1931]]}}
    assert cited(compiled, same, same) == "Circular, 1931; Circular, 1931"


def test_literal_dates_take_no_year_suffix() -> None:
    layout = (
        '<layout><names variable="author"/><date variable="issued" prefix=" "><date-part name="year"/></date></layout>'
    )
    compiled = style(layout, area='disambiguate-add-year-suffix="true"', kind="in-text")
    item = {"author": AUTHOR, "issued": {"literal": "before the war"}}
    assert cited(compiled, item, item) == "Vera Orlova before the warVera Orlova before the war"


def test_numbers_collapse_whose_locators_are_not_printed() -> None:
    layout = '<layout delimiter="," prefix="[" suffix="]"><text variable="citation-number"/></layout>'
    compiled = style(layout, area='collapse="citation-number"', kind="in-text")
    assert cited(compiled, {}, {}, {}, locator="7") == "[1–3]"


def test_characters_written_as_references_twice_over() -> None:
    assert cited(style('<layout><text variable="title" suffix="&amp;#8211;"/></layout>'), {"title": "A"}) == "A–"


def test_a_list_that_ends_in_et_al_is_formatted_as_one() -> None:
    layout = (
        '<layout><names variable="author"><name font-variant="small-caps" et-al-min="2" et-al-use-first="1"/></names>'
        "</layout>"
    )
    small = '<span style="font-variant:small-caps;">'
    assert cited(style(layout), {"author": AUTHOR * 2}) == f"{small}{small}Vera Orlova</span> et al.</span>"


OFFICE = {"literal": "War Office"}
_NEVER = 'and="text" delimiter-precedes-last="never"'


@pytest.mark.parametrize(
    ("name", "people", "printed"),
    [
        (_NEVER, [*AUTHOR * 2, OFFICE], "Vera Orlova, Vera Orlova, and War Office"),
        (_NEVER, [OFFICE, *AUTHOR * 2], "War Office, Vera Orlova and Vera Orlova"),
        ('and="text" delimiter-precedes-last="always"', [*AUTHOR, OFFICE], "Vera Orlova and War Office"),
        ('and="text" delimiter-precedes-last="always"', [OFFICE, *AUTHOR], "War Office, and Vera Orlova"),
        ('suffix="." delimiter=" "', [*AUTHOR, OFFICE], "Vera Orlova. War Office"),
        ('font-style="italic"', [OFFICE], "<i>War Office</i>"),
    ],
)
def test_institutions_know_little_of_what_is_said_of_names(
    name: str, people: list[dict[str, str]], printed: str
) -> None:
    layout = f'<layout><names variable="author"><name {name}/></names></layout>'
    assert cited(style(layout), {"author": people}) == printed


def test_titles_of_laws_and_cases_stay_as_they_are() -> None:
    compiled = style('<layout><text variable="title" text-case="title"/></layout>')
    assert cited(compiled, {"title": "an act on archives"}) == "An Act on Archives"
    assert cited(compiled, {"title": "an act on archives", "jurisdiction": "uk"}) == "an act on archives"


def test_a_literal_date_stands_where_the_year_would() -> None:
    day = '<date variable="issued" prefix=", "><date-part name="month"/><date-part name="day" prefix=" "/></date>'
    year = '<date variable="issued"><date-part name="year" prefix="[" suffix="]"/></date>'
    assert cited(style(f"<layout>{year}{day}</layout>"), {"issued": {"literal": "after the war"}}) == "[after the war]"


def test_a_cite_prints_its_locator_once() -> None:
    locator = '<text variable="locator" prefix=": "/>'
    compiled = style(f'<layout><text variable="title"/>{locator}{locator}</layout>', kind="in-text")
    assert cited(compiled, {"title": "Report"}, locator="12") == "Report: 12"


def test_cites_without_names_stand_together() -> None:
    layout = (
        '<sort><key variable="issued"/></sort><layout delimiter="; "><group delimiter=" "><names variable="author">'
        '<substitute><text variable="title"/></substitute></names>'
        '<date variable="issued"><date-part name="year"/></date></group></layout>'
    )
    compiled = style(layout, area='collapse="year"', kind="in-text")
    dated = [{"title": "A"}, {"author": AUTHOR}, {"title": "B"}]
    items = [item | {"issued": {"date-parts": [[1931 + n]]}} for n, item in enumerate(dated)]
    assert cited(compiled, *items) == "A 1931; B 1933; Vera Orlova 1932"


def test_a_key_with_a_date_leaves_year_suffixes_in_the_author_s_order() -> None:
    date = '<date variable="issued"><date-part name="year"/></date>'
    layout = f'<sort><key macro="when"/></sort><layout delimiter="; "><names variable="author"/>{date}</layout>'
    compiled = style(
        layout, area='disambiguate-add-year-suffix="true"', kind="in-text", more=f'<macro name="when">{date}</macro>'
    )
    items = [{"id": i, "author": AUTHOR, "issued": {"date-parts": [[1931]]}} for i in "ab"]
    result = process(compiled, items, [Citation((Cite("a"),)), Citation((Cite("b"), Cite("a")))])
    assert SUITE_HTML.write(result.citations[1]) == "Vera Orlova1931b; Vera Orlova1931a"
