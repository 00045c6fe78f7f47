"""Numbers as the specification has them: forms, what is numeric, ranges of pages, labels in number."""

from __future__ import annotations

import pytest
from csl_styles import cited, style

EDITION = '<layout><number variable="edition" form="{}"/></layout>'


@pytest.mark.parametrize(
    ("text", "numeric", "ordinal", "long_ordinal", "roman"),
    [
        ("1", "1", "1st", "first", "i"),
        ("2", "2", "2nd", "second", "ii"),
        ("4", "4", "4th", "fourth", "iv"),
        ("11", "11", "11th", "11th", "xi"),
        ("22", "22", "22nd", "22nd", "xxii"),
        ("112", "112", "112th", "112th", "cxii"),
        ("1999", "1999", "1999th", "1999th", "mcmxcix"),
        ("2, 3", "2, 3", "2nd, 3rd", "second, third", "ii, iii"),
        ("2 & 4", "2 &#38; 4", "2nd &#38; 4th", "second &#38; fourth", "ii &#38; iv"),
        ("2-4", "2–4", "2nd–4th", "second–fourth", "ii–iv"),
        ("D2", "D2", "D2", "D2", "D2"),
        ("2b", "2b", "2b", "2b", "2b"),
        ("second revised", *["second revised"] * 4),
        ("0", *["0"] * 4),
        ("007", *["007"] * 4),
        ("²", *["<sup>2</sup>"] * 4),
        ("9" * 20, *["9" * 20] * 4),
    ],
)
def test_forms_of_numbers(text: str, numeric: str, ordinal: str, long_ordinal: str, roman: str) -> None:
    forms = {"numeric": numeric, "ordinal": ordinal, "long-ordinal": long_ordinal, "roman": roman}
    assert {form: cited(style(EDITION.format(form)), {"edition": text}) for form in forms} == forms


@pytest.mark.parametrize(
    ("locale", "variable", "expected"),
    [
        ("fr-FR", "edition", "1<sup>re</sup> 2<sup>e</sup>"),
        ("fr-FR", "issue", "1<sup>er</sup> 2<sup>e</sup>"),
        ("es-ES", "edition", "1.<sup>a</sup> 2.<sup>a</sup>"),
        ("de-DE", "edition", "1. 2."),
        ("en-GB", "edition", "1st 2nd"),
    ],
)
def test_ordinals_have_the_gender_of_what_they_count(locale: str, variable: str, expected: str) -> None:
    layout = f'<layout delimiter=" "><number variable="{variable}" form="ordinal"/></layout>'
    compiled = style(layout, options=f'default-locale="{locale}"')
    assert cited(compiled, {variable: "1"}, {variable: "2"}).replace("</sup><sup>", "") == expected


@pytest.mark.parametrize(
    ("text", "is_numeric"),
    [
        *((text, True) for text in ("1", "12", "D2", "2b", "L2d", "2, 3", "2-4", "2 & 4", "12–15", 7)),
        *((text, False) for text in ("second", "2nd edition", "vol. 2", "", "A")),
    ],
)
def test_what_is_numeric(text: str | int, is_numeric: bool) -> None:
    choose = '<choose><if is-numeric="edition"><text value="yes"/></if><else><text value="no"/></else></choose>'
    assert cited(style(f"<layout>{choose}</layout>", kind="in-text"), {"edition": text}) == (
        "yes" if is_numeric else "no"
    )


RANGES = {
    "": "3–10 71–72 100–4 101–8 107–108 321–328 1087–1089 1496–1500 11564–11615 N110–N115 12",
    "chicago": "3–10 71–72 100–104 101–8 107–8 321–28 1087–89 1496–1500 11564–615 N110–15 12",
    "chicago-15": "3–10 71–72 100–104 101–8 107–8 321–28 1087–89 1496–1500 11564–615 N110–15 12",
    "chicago-16": "3–10 71–72 100–104 101–8 107–8 321–28 1087–89 1496–500 11564–615 N110–15 12",
    "expanded": "3–10 71–72 100–104 101–108 107–108 321–328 1087–1089 1496–1500 11564–11615 N110–N115 12",
    "minimal": "3–10 71–2 100–4 101–8 107–8 321–8 1087–9 1496–500 11564–615 N110–5 12",
    "minimal-two": "3–10 71–72 100–04 101–08 107–08 321–28 1087–89 1496–500 11564–615 N110–15 12",
}
PAGES = "3-10 71-72 100-4 101-8 107-108 321-328 1087-1089 1496-1500 11564-11615 N110-N115 12".split()


@pytest.mark.parametrize(("form", "expected"), RANGES.items())
def test_page_ranges(form: str, expected: str) -> None:
    options = f'page-range-format="{form}"' if form else ""
    compiled = style('<layout delimiter=" "><text variable="page"/></layout>', options=options)
    assert cited(compiled, *({"page": pages} for pages in PAGES)) == expected


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ("12 - 15", "12–15"),
        ("12–15", "12–15"),
        ("xii-xv", "xii–xv"),
        ("12-15, 18-20", "12–15, 18–20"),
        ("12a-15b", "12a–15b"),
        ("105v-106r", "105v–106r"),
        ("105 об.-106", "105 об.–106"),
        (r"B\-12", "B-12"),
        ("passim", "passim"),
        ("42-7", "42–7"),
    ],
)
def test_pages_of_other_shapes(pages: str, expected: str) -> None:
    assert cited(style('<layout><text variable="page"/></layout>', kind="in-text"), {"page": pages}) == expected


def test_the_page_range_delimiter_is_a_term() -> None:
    more = '<locale><terms><term name="page-range-delimiter">-</term></terms></locale>'
    assert cited(style('<layout><text variable="page"/></layout>', more=more), {"page": "12–15"}) == "12-15"


LABEL = '<layout><label variable="{0}" {1}/><number variable="{0}" prefix=" "/></layout>'


@pytest.mark.parametrize(
    ("variable", "value", "attributes", "expected"),
    [
        ("page", "12", "", "page 12"),
        ("page", "12-15", 'form="short"', "pp. 12–15"),
        ("page", "12, 15", 'form="symbol"', "pp. 12, 15"),
        ("page", "12-15", 'plural="never"', "page 12–15"),
        ("page", "12", 'plural="always"', "pages 12"),
        ("volume", "2", 'form="short" text-case="capitalize-first"', "Vol. 2"),
        ("volume", "2 & 3", 'form="short" strip-periods="true"', "vols 2 &#38; 3"),
        ("number-of-volumes", "1", 'form="short"', "vol. 1"),
        ("number-of-volumes", "3", 'form="short"', "vols. 3"),
        ("number-of-pages", "120", 'form="short"', "pp. 120"),
        ("issue", "7", "", "issue 7"),
    ],
)
def test_labels(variable: str, value: str, attributes: str, expected: str) -> None:
    assert cited(style(LABEL.format(variable, attributes), kind="in-text"), {variable: value}) == expected


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ('<label variable="locator" form="short"/><text variable="page"/>', "p. 12–15"),
        ('<text variable="number-of-pages"/><label variable="page-first" form="short"/>', "412 p."),
        ('<label variable="locator" form="short"/><text macro="pages"/>', "p. 12–15"),
        ('<text variable="title"/><label variable="locator" form="short"/>', "T"),
        ('<text variable="page"/><label variable="locator"/><text variable="volume"/>', "12–15"),
        ('<label variable="volume"/><text variable="volume"/><text variable="page"/>', "12–15"),
    ],
)
def test_a_label_is_for_the_number_beside_it(inner: str, expected: str) -> None:
    more = '<macro name="pages"><text variable="page"/></macro>'
    compiled = style(f'<layout><group delimiter=" ">{inner}</group></layout>', more=more, kind="in-text")
    assert cited(compiled, {"title": "T", "page": "12-15", "number-of-pages": "412"}) == expected


@pytest.mark.parametrize(
    ("locator", "label", "expected"),
    [
        ("12", "page", "p. 12"),
        ("12-14", "folio", "fols. 12–14"),
        ("3", "sub verbo", "s.v. 3"),
        ("3", "sub-verbo", "s.v. 3"),
        ("1, fol. 186, 190", "volume", "vol. 1, fol. 186, 190"),
        ("12", "no such thing", "12"),
        ("", "page", ""),
    ],
)
def test_locators(locator: str, label: str, expected: str) -> None:
    pair = '<label variable="locator" form="short"/><text variable="locator"/>'
    layout = f'<layout><group delimiter=" ">{pair}</group></layout>'
    assert cited(style(layout, kind="in-text"), {}, locator=locator, label=label) == expected
