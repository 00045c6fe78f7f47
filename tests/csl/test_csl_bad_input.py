"""Bad input: a style gives a clear error with its line, an item never raises."""

from __future__ import annotations

from typing import Any

import pytest
from csl_styles import HEAD, style
from hypothesis import given
from hypothesis import strategies as st

from provcheck.csl import HTML, Citation, Cite, CslError, parse_style, process
from provcheck.csl.dates import read_date
from provcheck.csl.markup import rich
from provcheck.csl.people import initials, read_name
from provcheck.csl.tree import plain
from provcheck.csl.variables import DATES, NAMES, NUMBERS

START = HEAD.format(kind="note", options="")
CITATION = '<citation><layout><text variable="title"/></layout></citation>'


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
