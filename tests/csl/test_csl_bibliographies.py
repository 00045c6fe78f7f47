"""Bibliographies as the specification has them: sorting, repeated authors, display."""

from __future__ import annotations

from typing import Any

import pytest
from csl_styles import person, style

from provcheck.csl import PLAIN_TEXT, SUITE_HTML, process


def bibliography(
    sort: str, *items: dict[str, Any], options: str = "", layout: str = '<text variable="title"/>', more: str = ""
) -> list[str]:
    after = f"<bibliography {options}><sort>{sort}</sort><layout>{layout}</layout></bibliography>"
    compiled = style("<layout/>", more=more, after=after)
    listed = [{"id": str(n), **item} for n, item in enumerate(items)]
    return [SUITE_HTML.write(entry.tokens) for entry in process(compiled, listed).bibliography]


NAME_KEY = (
    '<macro name="names"><names variable="author"><name/></names></macro>'
    '<macro name="count"><names variable="author"><name form="count"/></names></macro>'
    '<macro name="dated"><names variable="author"/><date variable="issued" form="numeric"/></macro>'
    '<macro name="named"><names variable="author"/><text value="Anonymous"/></macro>'
)
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
        ('<key macro="count"/>', "31254"),
        ('<key macro="dated"/>', "42513"),
        ('<key macro="named"/><key variable="title" sort="descending"/>', "45213"),
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


NUMBER = '<text variable="citation-number" suffix=" "/>'
STANDING_IN = (
    '<names variable="author"><substitute><text variable="container-title" font-style="italic" suffix=" (P)"/>'
    '<text term="anonymous"/></substitute></names><text variable="title" prefix=". "/>'
)


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        (STANDING_IN, "A Doe. 1|Anonymous. 2|Anonymous. 3|<i>C</i> (P). 4|<i>-</i> (P). 5|A Doe. 6|-. 7".split("|")),
        (NUMBER + '<names variable="author"/>', "1 A Doe|2|3|4|5|6 A Doe|7 -".split("|")),
        ('<text value="by "/><names variable="author"/>', ["by A Doe", *["by"] * 4, "by A Doe", "by A Doe"]),
    ],
)  # fmt: skip
def test_what_is_taken_for_a_repeated_author(layout: str, expected: list[str]) -> None:
    doe = {"author": [person("Doe", "A")]}
    items = [doe, {}, {}, {"container-title": "C"}, {"container-title": "C"}, doe, doe]
    listed = [{"title": str(n), **item} for n, item in enumerate(items, 1)]
    options = 'subsequent-author-substitute="-"'
    assert [e.strip() for e in bibliography("", *listed, options=options, layout=layout)] == [
        e.strip() for e in expected
    ]


def test_display_and_second_field_align() -> None:
    layout = '<text value="[1]"/><text variable="title" prefix=" "/>'
    (aligned,) = bibliography("", {"title": "T"}, options='second-field-align="flush"', layout=layout)
    assert "csl-left-margin" in aligned and "csl-right-inline" in aligned
    layout = "".join(
        f'<text variable="title" display="{kind}"/>' for kind in ("block", "left-margin", "right-inline", "indent")
    )
    (blocks,) = bibliography("", {"title": "T"}, layout=layout)
    assert [blocks.count(f'"csl-{kind}"') for kind in ("block", "left-margin", "right-inline", "indent")] == [1] * 4
