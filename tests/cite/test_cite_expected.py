"""The seed record in the styles whose form was seen in print, against the table of expected citations.

The table lies outside the project; without it the tests are skipped. Where one coherent rule cannot give what the
table has, the difference and its reason stand in `DIFFERENT`.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cite_records import SEED_RECORD

from provcheck.cite import StyleFault, cite
from provcheck.model.citation import CitationForm

TABLE = Path(__file__).parents[3] / "shared" / "citing" / "expected.jsonl"

CASES: dict[tuple[str, str], tuple[str, CitationForm]] = {
    ("wilson-site", "full"): ("digital-archive", "note"),
    ("wilson-site", "full-pdf"): ("digital-archive-pdf", "note"),
    ("cwihp-note", "full"): ("cwihp-bulletin", "note"),
    ("chicago-nb", "full-note"): ("chicago-notes-bibliography-archival", "note"),
    ("chicago-nb", "short-note"): ("chicago-notes-bibliography-archival", "short-note"),
    ("chicago-nb", "bibliography-one-item"): ("chicago-notes-bibliography-archival", "bibliography"),
    ("gost705", "footnote-if-described-in-text"): ("gost-r-7.0.5-archival", "short-note"),
    ("gost705", "footnote-full"): ("gost-r-7.0.5-archival", "note"),
    ("gost705", "list"): ("gost-r-7.0.5-archival", "bibliography"),
}
DIFFERENT: dict[tuple[str, str], tuple[str, str]] = {
    # The table copies the labels of the source line, which has "fond 45" for one archive and "f. 558" for the other.
    # A record with structured sources has no labels of its own: both marks get the same.
    ("chicago-nb", "full-note"): (
        "and f. 558, op. 11, d. 334, ll. 105–106, RGASPI",
        "and fond 558, opis 11, delo 334, listy 105–106, RGASPI",
    ),
    # The table numbers the entry, leaves the second archive out and counts two leaves from the range (confidence 0.5).
    # The number belongs to the list; an extent that nobody stated is not made up; both copies are named.
    ("gost705", "list"): (
        "1. [Шифртелеграмма Рощина из Пекина Филиппову [Сталину] от 3 октября 1950 г.] // "
        "АП РФ. Ф. 45. Оп. 1. Д. 334. 2 л.",
        "[Шифртелеграмма Рощина из Пекина Филиппову [Сталину] от 3 октября 1950 г.] // "
        "АП РФ. Ф. 45. Оп. 1. Д. 334. Л. 105–106; РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 105–106.",
    ),
}


@pytest.fixture(scope="module")
def table() -> dict[tuple[str, str], str]:
    if not TABLE.is_file():
        pytest.skip(f"no table of expected citations at {TABLE}")
    rows = [json.loads(line) for line in TABLE.read_text(encoding="utf-8").splitlines()]
    return {(row["key"], row["form"]): row["text"] for row in rows}


@pytest.mark.parametrize("case", CASES, ids="/".join)
def test_the_seed_record_is_cited_as_seen(case: tuple[str, str], table: dict[tuple[str, str], str]) -> None:
    style, form = CASES[case]
    expected = table[case]
    if case in DIFFERENT:
        there, here = DIFFERENT[case]
        assert there in expected, "the difference is stated for a text that is not in the table"
        expected = expected.replace(there, here)
    citations = cite([SEED_RECORD], style, forms=[form])
    assert not isinstance(citations, StyleFault)
    (citation,) = citations
    assert citation.output == expected
    assert citation.warnings == ()
