"""What belongs to a style as a whole: conditions, groups, cases, quotes, positions, disambiguation, sorting."""

from __future__ import annotations

from typing import Any

import pytest
from csl_styles import cited, style

from provcheck.csl import PLAIN_TEXT, SUITE_HTML, Citation, Cite, process


def person(family: str, given: str = "") -> dict[str, Any]:
    return {"family": family, "given": given}


def work(family: str, given: str, year: int, **fields: Any) -> dict[str, Any]:
    return {"author": [person(family, given)], "issued": {"date-parts": [[year]]}, **fields}


# Conditions and groups


@pytest.mark.parametrize(
    ("test", "met"),
    [
        ('type="book"', True),
        ('type="article book"', False),
        ('type="article book" match="any"', True),
        ('type="article bill"', False),
        ('type="article book" match="none"', False),
        ('variable="title"', True),
        ('variable="title note"', False),
        ('variable="title note" match="any"', True),
        ('variable="note abstract" match="none"', True),
        ('variable="title" type="article"', False),
        ('variable="title" type="article" match="any"', True),
        ('variable="event event-title" match="all"', True),
        ('is-numeric="volume"', True),
        ('is-numeric="title volume" match="any"', True),
        ('is-uncertain-date="issued"', True),
        ('is-uncertain-date="accessed"', False),
        ('locator="folio"', True),
        ('locator="page folio"', False),
        ('locator="page folio" match="any"', True),
        ('locator="page"', False),
        ('position="first"', True),
        ('position="subsequent"', False),
        ('disambiguate="true"', False),
        ("", False),
    ],
)
def test_conditions(test: str, met: bool) -> None:
    layout = f'<layout><choose><if {test}><text value="yes"/></if><else><text value="no"/></else></choose></layout>'
    item = {
        "type": "book",
        "title": "T",
        "volume": "2",
        "event-title": "E",
        "issued": {"date-parts": [[1947]], "circa": True},
    }
    assert cited(style(layout, kind="in-text"), item, locator="5", label="folio") == ("yes" if met else "no")


def test_the_first_branch_that_is_met_is_taken() -> None:
    branches = "".join(
        f'<{name} type="{kind}"><text value="{kind}"/></{name}>'
        for name, kind in (("if", "book"), ("else-if", "bill"), ("else-if", "bill book"))
    )
    compiled = style(f'<layout><choose>{branches}<else><text value="other"/></else></choose></layout>', kind="in-text")
    assert [cited(compiled, {"type": kind}) for kind in ("book", "bill", "map")] == ["book", "bill", "other"]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ('<text term="page"/><text variable="note"/>', ""),
        ('<text term="page"/><text variable="title"/>', "page, T"),
        ('<text value="x"/><text term="page"/>', "x, page"),
        ('<group><text value="x"/><text variable="note"/></group><text variable="title"/>', "T"),
        ('<choose><if type="map"><text variable="title"/></if></choose><text value="x"/>', "x"),
        ('<text variable="title"/><text value=""/><text variable="title"/>', "T, T"),
        ('<label variable="page"/><text variable="page"/>', ""),
        ('<text macro="note"/><text variable="title"/>', "T"),
        ('<names variable="author"/><date variable="issued" form="text"/>', ""),
    ],
)
def test_groups(inner: str, expected: str) -> None:
    more = '<macro name="note"><text value="note: "/><text variable="note"/></macro>'
    compiled = style(f'<layout><group delimiter=", ">{inner}</group></layout>', kind="in-text", more=more)
    assert cited(compiled, {"title": "T"}) == expected


# Cases, quotes, punctuation


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("lowercase", "report of the nkvd: on “the border”"),
        ("uppercase", "REPORT OF THE NKVD: ON “THE BORDER”"),
        ("capitalize-first", "Report of the NKVD: on “the border”"),
        ("capitalize-all", "Report Of The NKVD: On “The Border”"),
        ("sentence", "Report of the nkvd: on “the border”"),
        ("title", "Report of the NKVD: On “the Border”"),
        ("shouting", "report of the NKVD: on “the border”"),
    ],
)
def test_text_case(case: str, expected: str) -> None:
    compiled = style(f'<layout><text variable="title" text-case="{case}"/></layout>')
    assert cited(compiled, {"title": 'report of the NKVD: on "the border"'}) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("out-of-print books", "Out-of-Print Books"),
        ("war and peace", "War and Peace"),
        ("what it is for", "What It Is For"),
        ("war? and peace", "War? And Peace"),
        ("a [secret] report (of 1947)", "A [Secret] Report (of 1947)"),
        ("iPhone and pH", "iPhone and pH"),
        ("the 3d day of the 1950s", "The 3d Day of the 1950s"),
        ("on <i>the border</i> of", "On <i>the Border</i> Of"),
        ('<span class="nocase">the border</span> case', "the border Case"),
        ("protokol o polozhenii v pol’she", "Protokol o Polozhenii v Pol’she"),
    ],
)
def test_title_case(title: str, expected: str) -> None:
    compiled = style('<layout><text variable="title" text-case="title"/></layout>')
    assert cited(compiled, {"title": title}) == expected
    assert cited(compiled, {"title": title, "language": "uk"}) == title.replace('<span class="nocase">', "").replace(
        "</span>", ""
    )


@pytest.mark.parametrize(
    ("locale", "inside", "expected"),
    [
        ("en-US", "true", "“A ‘b’ c,” “D!”"),
        ("en-US", "false", "“A ‘b’ c”, “D!”"),
        ("de-DE", "false", "„A ‚b‘ c“, „D!“"),
        ("fr-FR", "false", "« A “b” c », « D! »"),
    ],
)
def test_quotes_are_the_locales_and_so_is_what_stands_inside(locale: str, inside: str, expected: str) -> None:
    compiled = style(
        '<layout><group delimiter=", "><text variable="title" quotes="true"/><text variable="note" quotes="true"/>'
        "</group></layout>",
        options=f'default-locale="{locale}"',
        more=f'<locale><style-options punctuation-in-quote="{inside}"/></locale>',
    )
    printed = cited(compiled, {"title": 'A "b" c', "note": "D!"})
    assert printed.replace("\u00a0", " ").replace("\u202f", " ") == expected


@pytest.mark.parametrize(
    ("title", "suffix", "expected"),
    [
        ("A.", ".", "A."),
        ("A?", ".", "A?"),
        ("A!", ".", "A!"),
        ("A,", ",", "A,"),
        ("A:", ".", "A:"),
        ("A.", ",", "A.,"),
        ("A", ". ", "A. "),
        ("etc.", ";", "etc.;"),
    ],
)
def test_punctuation_that_meets(title: str, suffix: str, expected: str) -> None:
    assert cited(style(f'<layout><text variable="title" suffix="{suffix}"/></layout>'), {"title": title}) == expected


@pytest.mark.parametrize(("title", "expected"), [("A.", "„A.“"), ("A?", "„A?“."), ("A", "„A“.")])
def test_a_full_stop_outside_quotes_is_not_written_twice(title: str, expected: str) -> None:
    layout = '<layout suffix="."><text variable="title" quotes="true"/></layout>'
    assert cited(style(layout, options='default-locale="de-DE"'), {"title": title}) == expected


def test_strip_periods_leaves_affixes_alone() -> None:
    compiled = style(
        '<layout><text term="volume" form="short" strip-periods="true" suffix="."/></layout>', kind="in-text"
    )
    assert cited(compiled, {}) == "vol."


# Locales


def test_terms_of_a_style_stand_before_those_of_the_locale_file_the_more_special_first() -> None:
    def locale(language: str, word: str) -> str:
        return f'<locale {language}><terms><term name="and">{word}</term></terms></locale>'

    every, german, austrian = locale("", "&amp;"), locale('xml:lang="de"', "und?"), locale('xml:lang="de-AT"', "u.")
    more = austrian + german + every
    for language, expected in (("de-AT", "u."), ("de-DE", "und?"), ("de-CH", "und?"), ("fr-FR", "&#38;")):
        compiled = style(
            '<layout><text term="and"/></layout>', kind="in-text", options=f'default-locale="{language}"', more=more
        )
        assert cited(compiled, {}) == expected


@pytest.mark.parametrize(
    ("form", "expected"), [("long", "pages"), ("short", "pp."), ("symbol", "pp."), ("verb", "pages"), ("x", "")]
)
def test_forms_of_terms_fall_back(form: str, expected: str) -> None:
    layout = f'<layout><text term="page" form="{form}" plural="true"/></layout>'
    assert cited(style(layout, kind="in-text"), {}) == expected


# Positions


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


# Disambiguation and collapsing

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


# Sorting and the bibliography


def bibliography(
    sort: str, *items: dict[str, Any], options: str = "", layout: str = '<text variable="title"/>', more: str = ""
) -> list[str]:
    after = f"<bibliography {options}><sort>{sort}</sort><layout>{layout}</layout></bibliography>"
    compiled = style("<layout/>", more=more, after=after)
    listed = [{"id": str(n), **item} for n, item in enumerate(items)]
    return [SUITE_HTML.write(entry.tokens) for entry in process(compiled, listed).bibliography]


NAME_KEY = '<macro name="names"><names variable="author"><name/></names></macro>'
LISTED = [
    {"title": "1", "author": [person("Beta", "B")], "issued": {"date-parts": [[1950]]}},
    {"title": "2", "author": [person("alpha", "A")], "issued": {"date-parts": [[1947, 3]]}},
    {"title": "3", "page": "7-12"},
    {"title": "4", "author": [person("Alpha", "A"), person("Gamma", "G")], "issued": {"date-parts": [[-44]]}},
    {"title": "5", "author": [person("alpha", "A")], "issued": {"date-parts": [[1947, 3, 2]]}},
]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ('<key variable="title"/>', "12345"),
        ('<key variable="title" sort="descending"/>', "54321"),
        ('<key variable="issued"/>', "42513"),
        ('<key variable="issued" sort="descending"/>', "15243"),
        ('<key variable="author"/>', "25413"),
        ('<key variable="author"/><key variable="issued" sort="descending"/>', "52413"),
        ('<key macro="names"/><key variable="title" sort="descending"/>', "52413"),
        ('<key macro="names" names-min="2" names-use-first="1"/><key variable="title"/>', "24513"),
        ('<key variable="note"/>', "12345"),
        ('<key variable="page-first"/>', "31245"),
        ('<key macro="names" sort="descending"/><key variable="title"/>', "14253"),
    ],
)
def test_sorting(sort: str, expected: str) -> None:
    assert "".join(bibliography(sort, *LISTED, more=NAME_KEY)) == expected


@pytest.mark.parametrize(("demote", "expected"), [("never", "Berg Gogh van Dyck"), ("sort-only", "Berg van Dyck Gogh")])
def test_particles_in_sorting(demote: str, expected: str) -> None:
    names = [
        {"author": [{"family": "Dyck", "given": "A", "non-dropping-particle": "van"}], "title": "van Dyck"},
        {"author": [person("Gogh", "V")], "title": "Gogh"},
        {"author": [person("Berg", "A")], "title": "Berg"},
    ]
    after = (
        '<bibliography><sort><key variable="author"/></sort><layout><text variable="title"/></layout></bibliography>'
    )
    compiled = style("<layout/>", options=f'demote-non-dropping-particle="{demote}"', after=after)
    listed = [{"id": str(n), **item} for n, item in enumerate(names)]
    assert " ".join(PLAIN_TEXT.write(entry.tokens) for entry in process(compiled, listed).bibliography) == expected


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("complete-all", ["Doe, Roe", "———", "Doe, Poe"]),
        ("complete-each", ["Doe, Roe", "———, ———", "Doe, Poe"]),
        ("partial-each", ["Doe, Roe", "———, ———", "———, Poe"]),
        ("partial-first", ["Doe, Roe", "———, Roe", "———, Poe"]),
    ],
)
def test_subsequent_author_substitute(rule: str, expected: list[str]) -> None:
    both, other = [person("Doe"), person("Roe")], [person("Doe"), person("Poe")]
    options = f'subsequent-author-substitute="———" subsequent-author-substitute-rule="{rule}"'
    layout = '<names variable="author"/>'
    items = [{"title": str(n), "author": people} for n, people in enumerate((both, both, other))]
    assert bibliography('<key variable="title"/>', *items, options=options, layout=layout) == expected


def test_display_and_second_field_align() -> None:
    layout = '<text value="[1]"/><text variable="title" prefix=" "/>'
    (aligned,) = bibliography("", {"title": "T"}, options='second-field-align="flush"', layout=layout)
    assert "csl-left-margin" in aligned and "csl-right-inline" in aligned
    layout = "".join(
        f'<text variable="title" display="{kind}"/>' for kind in ("block", "left-margin", "right-inline", "indent")
    )
    (blocks,) = bibliography("", {"title": "T"}, layout=layout)
    assert [blocks.count(f'"csl-{kind}"') for kind in ("block", "left-margin", "right-inline", "indent")] == [1] * 4


# CSL 1.0.2


def test_the_variables_of_csl_102() -> None:
    layout = (
        '<layout><group delimiter=", "><text variable="event-title"/><date variable="available-date" form="text"/>'
        '<names variable="chair"/><names variable="editor-translator"/><text variable="division"/>'
        '<number variable="part-number"/><text variable="part-title"/><number variable="supplement-number"/>'
        '<text variable="volume-title"/><text variable="archive_collection"/></group></layout>'
    )
    item = {
        "event": "Yalta Conference",
        "available-date": {"date-parts": [[1991]]},
        "chair": [person("Doe", "A")],
        "editor-translator": [person("Roe", "B")],
        "division": "D",
        "part-number": 3,
        "part-title": "P",
        "supplement-number": "4",
        "volume-title": "V",
        "archive_collection": "C",
    }
    assert cited(style(layout), item) == "Yalta Conference, 1991, A Doe, B Roe, D, 3, P, 4, V, C"


def test_locator_terms_of_csl_102() -> None:
    layout = '<layout><label variable="locator" form="short"/></layout>'
    for label, expected in (("elocation", "loc."), ("article", "art."), ("title", "tit."), ("equation", "eq.")):
        assert cited(style(layout, kind="in-text"), {}, locator="1", label=label) == expected


def test_short_forms_come_from_the_item_or_from_whoever_abbreviates() -> None:
    compiled = style('<layout><text variable="container-title" form="short"/></layout>')
    journals = {"Cahiers du monde russe": "CMR", "Kritika": ""}
    items = [
        {"id": "a", "container-title": "Cahiers du monde russe"},
        {"id": "b", "container-title": "Cahiers du monde russe", "container-title-short": "Cahiers"},
        {"id": "c", "container-title": "Kritika"},
        {"id": "d"},
    ]
    cites = [Citation((Cite(item["id"]),)) for item in items]
    for abbreviate, expected in (
        (lambda variable, text: journals[text], ["CMR", "Cahiers", "Kritika", ""]),
        (None, ["Cahiers du monde russe", "Cahiers", "Kritika", ""]),
    ):
        result = process(compiled, items, cites, abbreviate=abbreviate)
        assert [PLAIN_TEXT.write(tokens) for tokens in result.citations] == expected
