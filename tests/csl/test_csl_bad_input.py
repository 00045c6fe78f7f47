"""Bad input: a style gives a clear error with its line, an item never raises."""

from __future__ import annotations

import time
from typing import Any

import pytest
from csl_styles import HEAD, cited, style
from hypothesis import given
from hypothesis import strategies as st

from provcheck.csl import HTML, PLAIN_TEXT, Citation, Cite, CslError, parse_style, process, read_cite, with_note_fields
from provcheck.csl.dates import read_date
from provcheck.csl.markup import rich
from provcheck.csl.people import initials, read_name
from provcheck.csl.tree import plain
from provcheck.csl.variables import DATES, NAMES, NUMBERS

START = HEAD.format(kind="note", options="")
CITATION = '<citation><layout><text variable="title"/></layout></citation>'


def _calls(n: int, times: int) -> str:
    """Return a macro that calls the next one."""
    call = f'<text macro="m{n + 1}"/>'
    return f'<macro name="m{n}">{call * times}</macro>'


BOMB = (
    '<!DOCTYPE style [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)
CALLS = (
    "".join(_calls(n, 2) for n in range(40))
    + '<macro name="m40"><text variable="title"/></macro><macro name="m500"/>'
    + '<citation><layout><text macro="m0"/>{}</layout></citation>'
)


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("", "empty|no element", None),
        ("not XML", "Start tag expected", 1),
        (f"{START}\n<citation>", "end of|Premature", 2),
        ("<html/>", "begins with <style>", 1),
        (f"{START}</style>", "no <citation>", 1),
        (f"{START}\n<citation/></style>", "no <layout>", 2),
        (f'{START}<citation><layout>\n<text macro="m"/></layout></citation></style>', "no macro 'm'", 2),
        (
            f'{START}<macro name="m">\n<text macro="m"/></macro><citation><layout><text macro="m"/></layout></citation>'
            "</style>",
            "calls itself",
            2,
        ),
        (
            f'<!DOCTYPE style [<!ENTITY e SYSTEM "file:///etc/hostname">]>\n{START}<info><title>&e;</title></info>'
            f"{CITATION}</style>",
            "entities",
            2,
        ),
        (f"{START}{'<group>' * 300}{'</group>' * 300}{CITATION}</style>", "deep|depth", 1),
        (f"{START}<citation><layout>\n{'<group>' * 130}{'</group>' * 130}</layout></citation></style>", "deep", 2),
        (f'<!DOCTYPE s [<!ENTITY e SYSTEM "file:///etc/hostname">]>\n{CITATION.replace("title", "&e;")}', "entity", 2),
        (BOMB + START + "<info><title>&j;</title></info>" + CITATION + "</style>", "ntit", None),
        (BOMB + START + CITATION.replace("title", "&j;") + "</style>", "ntit", None),
        (START + CALLS.format("") + "</style>", "too often", None),
        (START + "".join(_calls(n, 1) for n in range(500)) + CALLS.format("") + "</style>", "too deep", None),
        (f"{START}{CITATION}<bibliography/></style>", "no <layout> in <bibliography>", 1),
        ('<?xml version="1.0" encoding="x-none"?><style/>', "ncoding", 1),
        (f'{START}<citation><sort>\n<key macro="m"/></sort><layout/></citation></style>', "no macro 'm'", 2),
    ],
)
def test_a_broken_style_is_an_error_with_its_line(text: str, message: str, line: int | None) -> None:
    with pytest.raises(CslError, match=message) as caught:
        parse_style(text.encode())
    if line is not None:
        assert caught.value.line == line


def test_what_is_unknown_prints_nothing() -> None:
    compiled = style('<layout><shout/><text variable="title"/><text/><date variable="issued" form="loud"/></layout>')
    result = process(compiled, [{"id": "a", "title": "T", "issued": {"raw": "1947"}}], [Citation((Cite("a"),))])
    assert HTML.write(result.citations[0]) == "T"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["family", "given", "literal", "date-parts", "raw", "season", "circa", "suffix", "x"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)
VARIABLES = ["title", "archive", "page", "language", "type", "id", *sorted(NAMES)[:4], *sorted(DATES), *sorted(NUMBERS)]
EVERYTHING = style(
    "<layout>"
    + "".join(f'<text variable="{name}" text-case="title" quotes="true" prefix=", "/>' for name in VARIABLES[:4])
    + "".join(f'<names variable="{name}"><name initialize-with="."/><label/></names>' for name in sorted(NAMES)[:4])
    + "".join(f'<date variable="{name}" form="text"/>' for name in sorted(DATES))
    + "".join(f'<number variable="{name}" form="ordinal"/><label variable="{name}"/>' for name in sorted(NUMBERS))
    + "</layout>",
    area='disambiguate-add-givenname="true" disambiguate-add-names="true" disambiguate-add-year-suffix="true"'
    ' collapse="year-suffix"',
)


@given(st.lists(st.dictionaries(st.sampled_from(VARIABLES), JSON, max_size=6), min_size=1, max_size=3))
def test_no_item_raises(items: list[dict[str, Any]]) -> None:
    listed = [item | {"id": str(n)} for n, item in enumerate(items)]
    result = process(EVERYTHING, listed, [Citation(tuple(Cite(item["id"]) for item in listed))])
    assert "<script" not in HTML.write(result.citations[0])


@given(st.text(alphabet="ab '\"“”‘’<>/isup.,«»", max_size=30))
def test_markup_keeps_every_letter(text: str) -> None:
    letters = [c for c in text if c in "ab"]
    assert [c for c in plain(rich(text)) if c in "ab"] == letters


@given(JSON)
def test_dates_and_names_are_total(value: Any) -> None:
    read_date(value)
    name = read_name(value)
    assert name is None or initials(name.given, ". ", True) is not None


@pytest.mark.parametrize("reference", [1, None, "x", [], [{}]])
def test_what_is_no_reference_is_left_out_with_a_warning(reference: Any) -> None:
    compiled = style('<layout><text variable="title"/></layout>')
    result = process(compiled, [reference, {"id": "a", "title": "T"}], [Citation((Cite("a"),))])
    assert PLAIN_TEXT.write(result.citations[0]) == "T"
    assert result.warnings == ("reference 1 is no object with fields",)


def test_two_references_of_one_id_are_a_warning() -> None:
    compiled = style('<layout><text variable="title"/></layout>')
    result = process(compiled, [{"id": "a", "title": "A"}, {"id": "a", "title": "B"}], [Citation((Cite("a"),))])
    assert PLAIN_TEXT.write(result.citations[0]) == "B"
    assert result.warnings == ("two references have the id 'a': the last is used",)


def test_an_unknown_language_has_the_words_of_the_default_locale() -> None:
    for language in ("xx", "tlh-QO", "../../etc/passwd", "", "en-US-x-very-long-private-use-tag"):
        compiled = style('<layout><text term="and"/></layout>', kind="in-text", options=f'default-locale="{language}"')
        assert cited(compiled, {}) == "and"
    assert not style("<layout/>", options='default-locale="xx"').has_locale


MANY = 50_000
LONG = {
    "title": ["<i>", "don't 'tis ", "\"'", ">'", "of the war ", " ", "<b>x</b> ", "« : ", "¹"],
    "page": [", ", "1-", "a0", " ", "1 and ", "\\-"],
    "issued": [{"raw": "1-"}, {"raw": " "}, {"raw": "- "}, {"raw": "1947/"}, {"raw": "ca "}],
    "author": [
        {"family": "de la "},
        {"given": "J. "},
        {"given": "a-"},
        {"given": "<"},
        {"given": " ,"},
        {"given": "v "},
    ],
}


@pytest.mark.parametrize(("variable", "piece"), [(name, piece) for name, pieces in LONG.items() for piece in pieces])
def test_long_fields_cost_what_they_are_long(variable: str, piece: Any) -> None:
    value = {k: "x " + v * MANY + "X" for k, v in piece.items()} if isinstance(piece, dict) else f"{piece * MANY}x"
    if variable == "author":
        value = [{"family": "X", **value}]
    started = time.process_time()
    assert cited(EVERYTHING, {variable: value})
    assert time.process_time() - started < 20  # it would not end at all


def test_a_style_as_deep_as_allowed_renders_far_down_a_stack() -> None:
    text = f'<layout>{"<group>" * 115}<text variable="title" font-style="italic"/>{"</group>" * 115}</layout>'
    compiled = style(text)

    def deeper(levels: int) -> str:
        return deeper(levels - 1) if levels else cited(compiled, {"title": "<b>" * 70 + "T" + "</b>" * 70})

    assert "T" in deeper(200)


ELEMENTS = """text number label date names name et-al name-part substitute group choose if else-if else date-part layout
    sort key bogus""".split()
ATTRIBUTES = {
    "variable": "title author|editor translator|issued|page|locator|volume|year-suffix|citation-label|bogus|",
    "term": "page|and|ordinal-01|month-01|bogus|",
    "macro": "m",
    "form": "short|long|text|numeric|ordinal|roman|long-ordinal|count|verb|symbol|bogus|",
    "plural": "always|bogus",
    "text-case": "title|sentence|uppercase|capitalize-all|bogus",
    "quotes": "true|bogus",
    "display": "block|left-margin|right-inline|bogus",
    "name": "year|month|day|family|given|bogus|",
    "date-parts": "year|year-month|bogus|",
    "et-al-min": "1|2|x|²|-1|999999999999999999999999",
    "et-al-use-first": "1|0|x|²",
    "et-al-use-last": "true",
    "initialize-with": ". ||x",
    "name-as-sort-order": "all|first|bogus",
    "and": "text|symbol|bogus",
    "match": "all|any|none|bogus",
    "type": "book|x|",
    "is-numeric": "volume|bogus",
    "is-uncertain-date": "issued|title",
    "position": "ibid|near-note|bogus",
    "disambiguate": "true|bogus",
    "delimiter": ", |;",
    "prefix": "(|. |&quot;",
    "suffix": ")|.|²",
    "sort": "descending|bogus",
}
ATTRIBUTE = st.sampled_from(sorted(ATTRIBUTES)).flatmap(
    lambda name: st.sampled_from(ATTRIBUTES[name].split("|")).map(lambda value: f'{name}="{value}"')
)
ELEMENT = st.recursive(
    st.builds(
        lambda name, attributes: f"<{name} {' '.join({a.split('=')[0]: a for a in attributes}.values())}/>",
        st.sampled_from(["text", "number", "label", "date", "names"]),
        st.lists(ATTRIBUTE, max_size=4),
    ),
    lambda inner: st.builds(
        lambda name, attributes, children: (
            f"<{name} {' '.join({a.split('=')[0]: a for a in attributes}.values())}>{''.join(children)}</{name}>"
        ),
        st.sampled_from(ELEMENTS),
        st.lists(ATTRIBUTE, max_size=4),
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)
FULL = {
    "id": "a",
    "type": "book",
    "title": 'On "<i>Pravda</i>": a story',
    "author": [{"family": "Doe", "given": "Ann"}, {"literal": "Central Committee"}],
    "editor": [{"family": "Roe", "given": "Jean-Luc"}],
    "issued": {"date-parts": [[1947, 3, 12], [1947, 4]]},
    "page": "12-15",
    "volume": "2",
}


@given(st.lists(ELEMENT, max_size=4), st.lists(ELEMENT, max_size=2), st.lists(ATTRIBUTE, max_size=4))
def test_any_elements_compile_and_print_something_or_nothing(
    layout: list[str], macro: list[str], options: list[str]
) -> None:
    area = " ".join({a.split("=")[0]: a for a in options}.values())
    inner = f"<layout>{''.join(layout)}</layout>"
    called = "".join(macro).replace("macro=", "value=")
    try:
        compiled = style(
            inner,
            area=f'{area} disambiguate-add-year-suffix="true" disambiguate-add-names="true" collapse="year-suffix"',
            more=f'<macro name="m">{called}</macro>',
            after=f'<bibliography second-field-align="flush" subsequent-author-substitute="-">{inner}</bibliography>',
        )
    except CslError:
        return
    items: list[dict[str, Any]] = [FULL, FULL | {"id": "b"}, {"id": "c"}]
    cites = tuple(Cite(item["id"], "5", "folio") for item in items)
    result = process(compiled, items, [Citation(cites, 1), Citation(cites[:1], 2)])
    for tokens in (*result.citations, *(entry.tokens for entry in result.bibliography)):
        assert isinstance(HTML.write(tokens), str)


@given(st.dictionaries(st.sampled_from("id locator label prefix suffix position near-note".split()), JSON))
def test_any_cite_is_read(data: dict[str, Any]) -> None:
    cite = read_cite(data)
    assert all(isinstance(text, str) for text in (cite.item, cite.locator, cite.label, cite.prefix, cite.suffix))


@given(
    st.dictionaries(
        st.sampled_from(["note", "title", "author", "issued", "type"]), JSON | st.text(alphabet="a:\\n{}|- ")
    )
)
def test_any_note_is_read(item: dict[str, Any]) -> None:
    assert with_note_fields(item).keys() >= item.keys()
