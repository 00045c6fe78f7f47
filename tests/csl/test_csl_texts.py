"""Texts as the specification has them: conditions, groups, cases, quotes, punctuation, terms, variables."""

from __future__ import annotations

import pytest
from csl_styles import cited, person, style

from provcheck.csl import PLAIN_TEXT, Citation, Cite, process


@pytest.mark.parametrize(
    ("test", "met"),
    [
        ('type="book"', True),
        ('type="article book"', True),
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


def test_a_term_in_small_letters_stays_so_at_the_beginning_of_a_note() -> None:
    for case, expected in (("", "Ibid."), ('text-case="lowercase"', "ibid.")):
        assert cited(style(f'<layout><text term="ibid" {case}/></layout>'), {}) == expected


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
        ('<text value="x"/><text variable="year-suffix"/><date variable="issued" form="text"/>', "x"),
    ],
)
def test_groups(inner: str, expected: str) -> None:
    more = '<macro name="note"><text value="note: "/><text variable="note"/></macro>'
    compiled = style(f'<layout><group delimiter=", ">{inner}</group></layout>', kind="in-text", more=more)
    assert cited(compiled, {"title": "T"}) == expected


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


@pytest.mark.parametrize(("title", "expected"), [("A.", "„A.“"), ("A?", "„A?“"), ("A", "„A“.")])
def test_a_full_stop_outside_quotes_is_not_written_twice(title: str, expected: str) -> None:
    layout = '<layout suffix="."><text variable="title" quotes="true"/></layout>'
    assert cited(style(layout, options='default-locale="de-DE"'), {"title": title}) == expected


def test_strip_periods_leaves_affixes_alone() -> None:
    compiled = style(
        '<layout><text term="volume" form="short" strip-periods="true" suffix="."/></layout>', kind="in-text"
    )
    assert cited(compiled, {}) == "vol."


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


@pytest.mark.parametrize(
    ("language", "term", "form", "expected"),
    [
        ("da-DK", "letter", "short", "brev"),  # English has a short form, Danish has none
        ("de-DE", "chapter", "symbol", "Kap."),
        ("en-GB", "chapter", "symbol", "c."),
        ("en-GB", "et-al", "long", "and friends"),  # the style has it for American English
        ("fr-FR", "et-al", "long", "et al."),
    ],
)
def test_a_languages_own_words_come_first_in_whatever_form(language: str, term: str, form: str, expected: str) -> None:
    more = '<locale xml:lang="en-US"><terms><term name="et-al">and friends</term></terms></locale>'
    layout = f'<layout><text term="{term}" form="{form}"/></layout>'
    compiled = style(layout, kind="in-text", options=f'default-locale="{language}"', more=more)
    assert cited(compiled, {}) == expected


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


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/item/3?from=http://example.com", "https://example.org"),
        ("http://www.example.org/item/3", "www.example.org"),
        ("example.org/item", "example.org"),
        ("https://example.org", "https://example.org"),
    ],
)
def test_a_short_address_is_that_of_the_site(address: str, expected: str) -> None:
    assert cited(style('<layout><text variable="URL" form="short"/></layout>'), {"URL": address}) == expected
