"""Names as the specification has them: one attribute after another."""

from __future__ import annotations

from typing import Any

import pytest
from csl_styles import cited, style

PEOPLE = [
    {"family": family, "given": given}
    for given, family in (("Ann", "Alba"), ("Bo", "Berg"), ("Cy", "Croz"), ("Di", "Dahl"), ("Ed", "Ecco"))
]
NAMES = '<layout><names variable="author">{}</names></layout>'


def printed(name: str, people: list[dict[str, Any]], **options: str) -> str:
    """Return *people* as *name*, the children of cs:names, prints them."""
    return cited(style(NAMES.format(name), **options), {"author": people})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("attributes", "two", "three"),
    [
        ("", "Ann Alba, Bo Berg", "Ann Alba, Bo Berg, Cy Croz"),
        ('and="text"', "Ann Alba and Bo Berg", "Ann Alba, Bo Berg, and Cy Croz"),
        ('and="symbol" delimiter="; "', "Ann Alba &#38; Bo Berg", "Ann Alba; Bo Berg; &#38; Cy Croz"),
        ('and="text" delimiter-precedes-last="always"', "Ann Alba, and Bo Berg", "Ann Alba, Bo Berg, and Cy Croz"),
        ('and="text" delimiter-precedes-last="never"', "Ann Alba and Bo Berg", "Ann Alba, Bo Berg and Cy Croz"),
        (
            'and="text" name-as-sort-order="first" delimiter-precedes-last="after-inverted-name"',
            "Alba, Ann, and Bo Berg",
            "Alba, Ann, Bo Berg and Cy Croz",
        ),
        ('name-as-sort-order="all" sort-separator=" "', "Alba Ann, Berg Bo", "Alba Ann, Berg Bo, Croz Cy"),
        ('form="short" delimiter="/"', "Alba/Berg", "Alba/Berg/Croz"),
        ('form="count"', "2", "3"),
        ('initialize-with="."', "A. Alba, B. Berg", "A. Alba, B. Berg, C. Croz"),
    ],
)
def test_how_names_follow_one_another(attributes: str, two: str, three: str) -> None:
    assert printed(f"<name {attributes}/>", PEOPLE[:2]) == two
    assert printed(f"<name {attributes}/>", PEOPLE[:3]) == three


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('et-al-min="3" et-al-use-first="1"', "Ann Alba et al."),
        ('et-al-min="3" et-al-use-first="2"', "Ann Alba, Bo Berg, et al."),
        ('et-al-min="3" et-al-use-first="2" delimiter-precedes-et-al="never"', "Ann Alba, Bo Berg et al."),
        ('et-al-min="3" et-al-use-first="1" delimiter-precedes-et-al="always"', "Ann Alba, et al."),
        (
            'et-al-min="3" et-al-use-first="1" delimiter-precedes-et-al="after-inverted-name" name-as-sort-order="all"',
            "Alba, Ann, et al.",
        ),
        ('et-al-min="6" et-al-use-first="1"', "Ann Alba, Bo Berg, Cy Croz, Di Dahl, Ed Ecco"),
        ('et-al-min="4" et-al-use-first="2" et-al-use-last="true"', "Ann Alba, Bo Berg, … Ed Ecco"),
        ('et-al-min="5" et-al-use-first="4" et-al-use-last="true"', "Ann Alba, Bo Berg, Cy Croz, … Ed Ecco"),
        ('et-al-min="3" et-al-use-first="2" form="count"', "2"),
        ('et-al-min="0" et-al-use-first="2"', "Ann Alba, Bo Berg, Cy Croz, Di Dahl, Ed Ecco"),
        ('et-al-min="many" et-al-use-first="2"', "Ann Alba, Bo Berg, Cy Croz, Di Dahl, Ed Ecco"),
    ],
)
def test_et_al(attributes: str, expected: str) -> None:
    assert printed(f"<name {attributes}/>", PEOPLE) == expected


def test_et_al_has_its_own_term_and_look() -> None:
    name = '<name et-al-min="3" et-al-use-first="1"/><et-al term="and others" font-style="italic"/>'
    assert printed(name, PEOPLE) == "Ann Alba <i>and others</i>"


def test_name_options_are_inherited_from_citation_and_style() -> None:
    options = 'and="symbol" name-as-sort-order="first" initialize-with=". " name-delimiter=" / "'
    expected = "Alba, A. / B. Berg / &#38; C. Croz"
    assert printed("", PEOPLE[:3], options=options) == expected
    assert printed("", PEOPLE[:3], area=options) == expected
    assert printed('<name and="text"/>', PEOPLE[:3], area=options) == expected.replace("&#38;", "and")
    assert printed("", PEOPLE[:3], area='name-form="short" et-al-min="2" et-al-use-first="1"') == "Alba et al."


GOGH = {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"}
FONTAINE = {"family": "Fontaine", "given": "Jean", "dropping-particle": "de", "non-dropping-particle": "La"}
KING = {"family": "King", "given": "Martin", "suffix": "Jr."}


@pytest.mark.parametrize(
    ("demote", "name", "in_order", "inverted", "short"),
    [
        ("never", GOGH, "Vincent van Gogh", "van Gogh, Vincent", "van Gogh"),
        ("sort-only", GOGH, "Vincent van Gogh", "van Gogh, Vincent", "van Gogh"),
        ("display-and-sort", GOGH, "Vincent van Gogh", "Gogh, Vincent van", "van Gogh"),
        ("never", FONTAINE, "Jean de La Fontaine", "La Fontaine, Jean de", "La Fontaine"),
        ("display-and-sort", FONTAINE, "Jean de La Fontaine", "Fontaine, Jean de La", "La Fontaine"),
        ("never", KING, "Martin King Jr.", "King, Martin, Jr.", "King"),
        ("never", KING | {"comma-suffix": True}, "Martin King, Jr.", "King, Martin, Jr.", "King"),
        ("never", {"literal": "Central Committee"}, "Central Committee", "Central Committee", "Central Committee"),
        ("never", {"family": "Plato"}, "Plato", "Plato", "Plato"),
        ("never", {"given": "Plato"}, "Plato", "Plato", "Plato"),
        ("never", {"family": "毛", "given": "泽东"}, "毛泽东", "毛泽东", "毛"),
        ("never", {"family": "Nagy", "given": "Imre", "static-ordering": True}, "Nagy Imre", "Nagy Imre", "Nagy"),
    ],
)
def test_particles_and_suffixes(demote: str, name: dict[str, Any], in_order: str, inverted: str, short: str) -> None:
    options = f'demote-non-dropping-particle="{demote}"'
    assert printed("<name/>", [name], options=options, kind="in-text") == in_order
    assert printed('<name name-as-sort-order="all"/>', [name], options=options, kind="in-text") == inverted
    assert printed('<name form="short"/>', [name], options=options, kind="in-text") == short


@pytest.mark.parametrize(
    ("given", "attributes", "expected"),
    [
        ("Anna Petrovna", 'initialize-with=". "', "A. P. Doe"),
        ("Anna Petrovna", 'initialize-with="."', "A.P. Doe"),
        ("Anna Petrovna", 'initialize-with=""', "AP Doe"),
        ("Jean-Luc", 'initialize-with=". "', "J.-L. Doe"),
        ("A.P.", 'initialize-with=". "', "A. P. Doe"),
        ("AP", 'initialize-with=". " initialize="false"', "AP Doe"),
        ("Anna P", 'initialize-with=". " initialize="false"', "Anna P. Doe"),
        ("Юрий Чж.", 'initialize-with=". "', "Ю. Чж. Doe"),
        ("TSerendorj", 'initialize-with="."', "Ts. Doe"),
        ("M’hamed", 'initialize-with="."', "M. Doe"),
        ("<b>Anna</b> Petrovna", 'initialize-with=". "', "<b>A.</b> P. Doe"),
        ("<b>Anna Petrovna</b>", 'initialize-with=". "', "A. P. Doe"),
    ],
)
def test_initials(given: str, attributes: str, expected: str) -> None:
    assert printed(f"<name {attributes}/>", [{"family": "Doe", "given": given}]) == expected


def test_initials_without_hyphens() -> None:
    name = '<name initialize-with="."/>'
    people = [{"family": "Doe", "given": "Jean-Luc"}]
    assert printed(name, people, options='initialize-with-hyphen="false"') == "J.L. Doe"


def test_name_parts() -> None:
    parts = (
        '<name name-as-sort-order="all"><name-part name="family" text-case="uppercase" font-weight="bold"/>'
        '<name-part name="given" font-style="italic" prefix="[" suffix="]"/></name>'
    )
    assert printed(parts, PEOPLE[:1]) == "<b>ALBA</b>, [<i>Ann</i>]"


@pytest.mark.parametrize(
    ("label", "one", "two"),
    [
        ('<name/><label form="short" prefix=" (" suffix=")"/>', "Ann Alba (ed.)", "Ann Alba, Bo Berg (eds.)"),
        ('<label form="verb" suffix=" "/><name/>', "edited by Ann Alba", "edited by Ann Alba, Bo Berg"),
        ('<name/><label prefix=", " plural="always"/>', "Ann Alba, editors", "Ann Alba, Bo Berg, editors"),
        ('<name/><label prefix=", " plural="never"/>', "Ann Alba, editor", "Ann Alba, Bo Berg, editor"),
        ('<name/><label form="short" prefix=", " strip-periods="true"/>', "Ann Alba, ed", "Ann Alba, Bo Berg, eds"),
        ('<name/><label prefix=", " text-case="capitalize-first"/>', "Ann Alba, Editor", "Ann Alba, Bo Berg, Editors"),
    ],
)
def test_labels(label: str, one: str, two: str) -> None:
    compiled = style(f'<layout><names variable="editor">{label}</names></layout>', kind="in-text")
    assert cited(compiled, {"editor": PEOPLE[:1]}) == one
    assert cited(compiled, {"editor": PEOPLE[:2]}) == two


def test_several_variables_and_those_who_are_both() -> None:
    compiled = style(
        '<layout><names variable="editor translator" delimiter="; "><name/><label form="short" prefix=", "/></names>'
        "</layout>"
    )
    assert cited(compiled, {"editor": PEOPLE[:1], "translator": PEOPLE[1:2]}) == "Ann Alba, ed.; Bo Berg, trans."
    assert cited(compiled, {"editor": PEOPLE[:1], "translator": PEOPLE[:1]}) == "Ann Alba, ed. &#38; trans."


def test_substitute_takes_the_first_that_prints_and_prints_it_once() -> None:
    compiled = style(
        '<layout><group delimiter=". "><names variable="author"><name form="short"/><substitute>'
        '<names variable="editor"/><text macro="title"/></substitute></names>'
        '<names variable="editor"><name/></names><text macro="title"/></group></layout>',
        more='<macro name="title"><text variable="title" font-style="italic"/></macro>',
    )
    assert cited(compiled, {"author": PEOPLE[:1], "editor": PEOPLE[1:2], "title": "T"}) == "Alba. Bo Berg. <i>T</i>"
    assert cited(compiled, {"editor": PEOPLE[1:2], "title": "T"}) == "Berg. <i>T</i>"
    assert cited(compiled, {"title": "T"}) == "<i>T</i>"


BOTH = '<names variable="editor"/><names variable="translator"/>'


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ('<names variable="editor" prefix="by " font-style="italic"/>', "Bo Berg."),
        ('<names variable="editor" prefix="by "><name form="short"/></names>', "by Berg"),
        (
            '<choose><if match="none" type="map"><names variable="editor"/><names variable="chair"/></if></choose>',
            "Bo Berg.",
        ),
        (
            '<choose><if type="map"/><else><names variable="chair"/><text value="T"/><text value="x"/></else></choose>',
            "T",
        ),
    ],
)
def test_what_stands_in_for_names_does_so_alone_and_as_they_would(inner: str, expected: str) -> None:
    compiled = style(f'<layout><names variable="author" suffix="."><substitute>{inner}</substitute></names></layout>')
    assert cited(compiled, {"editor": PEOPLE[1:2], "translator": PEOPLE[:1], "title": "T"}) == expected


def test_later_cites_have_et_al_of_their_own() -> None:
    from provcheck.csl import PLAIN_TEXT, Citation, Cite, process

    area = 'et-al-min="6" et-al-use-first="1" et-al-subsequent-min="2" et-al-subsequent-use-first="1"'
    compiled = style(NAMES.format("<name/>"), area=area)
    result = process(compiled, [{"id": "a", "author": PEOPLE[:3]}], [Citation((Cite("a"),), n) for n in (1, 2)])
    assert [PLAIN_TEXT.write(tokens) for tokens in result.citations] == [
        "Ann Alba, Bo Berg, Cy Croz",
        "Ann Alba et al.",
    ]


@pytest.mark.parametrize(
    ("area", "expected"),
    [
        ('et-al-min="2" et-al-use-first="1" et-al-subsequent-min="4"', "Ann Alba, Bo Berg, Cy Croz"),
        ('et-al-min="2" et-al-use-first="1" et-al-subsequent-use-first="2"', "Ann Alba, Bo Berg, et al."),
        ('et-al-min="2" et-al-use-first="2" et-al-subsequent-use-first="1"', "Ann Alba, Bo Berg, et al."),
    ],
)  # fmt: skip
def test_a_first_cite_has_no_fewer_names_than_later_ones(area: str, expected: str) -> None:
    assert cited(style(NAMES.format("<name/>"), area=area), {"author": PEOPLE[:3]}) == expected
