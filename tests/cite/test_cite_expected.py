"""The seed record in the styles whose form was seen in print, against the table of expected citations.

The table lies outside the project; without it the tests are skipped. Where the table's author gave the record facts
that it does not hold, or left some of it out, `FACTS` gives them too. Where one coherent rule cannot give what the
table has, the difference and its reason stand in `DIFFERENT`. What the table itself does not know is in `UNKNOWN`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cite_records import SEED, made

from provcheck import tables
from provcheck.cite import StyleFault, cite
from provcheck.model.citation import CitationForm

TABLE = Path(__file__).parents[3] / "shared" / "citing" / "expected.jsonl"
Key = tuple[str, str]

CASES: dict[Key, tuple[str, CitationForm]] = {
    ("wilson-site", "full"): ("digital-archive", "note"),
    ("wilson-site", "full-pdf"): ("digital-archive-pdf", "note"),
    ("wilson-new", "full"): ("digital-archive-new", "note"),
    ("cwihp-note", "full"): ("cwihp-bulletin", "note"),
    ("chicago-nb", "full-note"): ("chicago-notes-bibliography-archival", "note"),
    ("chicago-nb", "short-note"): ("chicago-notes-bibliography-archival", "short-note"),
    ("chicago-nb", "bibliography-one-item"): ("chicago-notes-bibliography-archival", "bibliography"),
    ("chicago-nb", "bibliography-collection"): ("chicago-fonds-bibliography", "bibliography"),
    ("chicago-ad", "text"): ("chicago-author-date-archival", "note"),
    ("chicago-ad", "list"): ("chicago-author-date-archival", "bibliography"),
    ("mla9", "works-cited"): ("mla-9-archival", "bibliography"),
    ("mla9", "text"): ("mla-9-archival", "note"),
    ("apa7", "list"): ("apa-7-archival", "bibliography"),
    ("apa7", "text"): ("apa-7-archival", "note"),
    ("harvard", "list"): ("harvard-archival", "bibliography"),
    ("mhra", "note"): ("mhra-archival", "note"),
    ("harts", "note"): ("harts-rules-archival", "note"),
    ("oscola", "note"): ("oscola-archival", "note"),
    ("gost705", "footnote-if-described-in-text"): ("gost-r-7.0.5-archival", "short-note"),
    ("gost705", "footnote-full"): ("gost-r-7.0.5-archival", "note"),
    ("gost705", "list"): ("gost-r-7.0.5-archival", "bibliography"),
    ("dstu8302", "list"): ("dstu-8302-archival", "bibliography"),
    ("dstu-gost71", "list"): ("dstu-gost-7.1-archival", "bibliography"),
    ("de-history", "note"): ("german-archival", "note"),
    ("fr-rgaspi", "note"): ("french-numeric", "note"),
    ("kritika", "note"): ("kritika", "note"),
    ("nara-order", "note"): ("nara-gil-17", "note"),
    ("lac-order", "note"): ("lac", "note"),
    ("ee-layered", "note"): ("evidence-explained", "note"),
}
UNKNOWN = {("iso690", "list"), ("gost7100", "list"), ("jcws", "note")}
"""The table has no text for these, for no rule was seen. We have a style for the first, and say that it is a guess."""

TELEGRAM: dict[str, Any] = {"type": "telegram"}
SURNAME: dict[str, Any] = {"people": SEED["people"] | {"sender": "Roshchin"}}
UKRAINIAN: dict[str, Any] = {"title": SEED["title"] | {"uk": "Шифротелеграма Рощина з Пекіна Філіппову [Сталіну]"}}
SEEN: dict[str, Any] = {"published": [SEED["published"][0] | {"accessed": "2026-09-01"}]}
RGASPI_COPY: dict[str, Any] = {"sources": SEED["sources"][1:]}
FACTS: dict[Key, dict[str, Any]] = {
    # The record's page calls the document a telegram, its title a ciphered one: the table has now one, now the other.
    ("mla9", "works-cited"): TELEGRAM,
    ("oscola", "note"): TELEGRAM,
    ("lac-order", "note"): TELEGRAM | SURNAME,
    # The initials come from an authority file; here the table does without.
    ("nara-order", "note"): SURNAME,
    ("ee-layered", "note"): SURNAME | SEEN,
    ("harvard", "list"): SEEN,
    # A translated title needs a translator.
    ("dstu8302", "list"): UKRAINIAN,
    ("dstu-gost71", "list"): UKRAINIAN,
    # The table cites the copy in RGASPI alone, for the project and the examples are about that archive.
    ("fr-rgaspi", "note"): RGASPI_COPY,
    ("kritika", "note"): RGASPI_COPY,
}
DIFFERENT: dict[Key, tuple[str, str]] = {
    # The table copies the labels of the source line, which has "fond 45" for one archive and "f. 558" for the other.
    # A record with structured sources has no labels of its own: both marks get the same.
    ("chicago-nb", "full-note"): (
        "and f. 558, op. 11, d. 334, ll. 105–106, RGASPI",
        "and fond 558, opis 11, delo 334, listy 105–106, RGASPI",
    ),
    ("ee-layered", "note"): (
        "and RGASPI, f. 558, op. 11, d. 334, ll. 105–106",
        "and RGASPI, fond 558, opis 11, delo 334, listy 105–106",
    ),
    # The table numbers the entry, leaves the second archive out and counts two leaves from the range (confidence 0.5).
    # The number belongs to the list; an extent that nobody stated is not made up; both copies are named.
    ("gost705", "list"): (
        "1. [Шифртелеграмма Рощина из Пекина Филиппову [Сталину] от 3 октября 1950 г.] // "
        "АП РФ. Ф. 45. Оп. 1. Д. 334. 2 л.",
        "[Шифртелеграмма Рощина из Пекина Филиппову [Сталину] от 3 октября 1950 г.] // "
        "АП РФ. Ф. 45. Оп. 1. Д. 334. Л. 105–106; РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 105–106.",
    ),
    # American files have no numbered leaves, so the leaflet has no rule for them, and the table drops them
    # (confidence 0.4). Who looks for the document needs them: they stand first, as the smallest.
    ("nara-order", "note"): ("1950; delo 334", "1950; listy 105–106; delo 334"),
}


@pytest.fixture(scope="module")
def table() -> dict[Key, dict[str, Any]]:
    if not TABLE.is_file():
        pytest.skip(f"no table of expected citations at {TABLE}")
    rows = [json.loads(line) for line in TABLE.read_text(encoding="utf-8").splitlines()]
    return {(row["key"], row["form"]): row for row in rows}


@pytest.mark.parametrize("case", CASES, ids="/".join)
def test_the_seed_record_is_cited_as_seen(case: Key, table: dict[Key, dict[str, Any]]) -> None:
    style, form = CASES[case]
    expected = table[case]["text"]
    if case in DIFFERENT:
        there, here = DIFFERENT[case]
        assert there in expected, "the difference is stated for a text that is not in the table"
        expected = expected.replace(there, here)
    citations = cite([made(SEED | FACTS.get(case, {}))], style, forms=[form])
    assert not isinstance(citations, StyleFault)
    (citation,) = citations
    assert citation.output == expected
    assert citation.warnings == ()


def test_every_row_of_the_table_is_met_or_unknown(table: dict[Key, dict[str, Any]]) -> None:
    assert set(CASES) | UNKNOWN == set(table)
    assert all(table[case]["text"] == "(unknown)" for case in UNKNOWN)


def test_no_style_claims_more_than_the_table(table: dict[Key, dict[str, Any]]) -> None:
    """A style is as sure as the surest of its rows."""
    said = tables.style_settings()["styles"]
    for style in {style for style, _ in CASES.values()}:
        rows = [table[case]["confidence"] for case, (name, _) in CASES.items() if name == style]
        assert said[style]["confidence"] <= max(rows), style


def test_leaves_that_cannot_be_read_are_told() -> None:
    source = {"archive": "RGASPI", "fond": "558", "opis": "11", "delo": "334", "list": "7, abc"}
    citations = cite([made(SEED | {"sources": [source]})], "plain", forms=["note"])
    assert not isinstance(citations, StyleFault)
    assert citations[0].warnings == ("not cited, for it was not read as part of a shelfmark: “abc”",)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("SHD, GR 1 H 4402/X1", ["/X1"]),
        ("HHStA, PA I, Kt. 486, Liasse XVII, q", ["q"]),
        ("TNA, FO 371/1234, and FO 371/1236", []),
        ("RGANI, f. 5, op. 30, d. 7 i d. 8.", []),
    ],
)
def test_what_a_mark_goes_on_with_is_told_however_short(line: str, told: list[str]) -> None:
    citations = cite([made(SEED | {"sources": [line]})], "plain", forms=["note"])
    assert not isinstance(citations, StyleFault)
    warnings = tuple(f"not cited, for it was not read as part of a shelfmark: “{text}”" for text in told)
    assert citations[0].warnings == warnings


def test_the_number_of_a_photograph_is_told_in_a_line_and_cited_as_a_field() -> None:
    """It is no level where references are read: the labels of lines leave it out."""
    line, fields = "РГАКФД, арх. № 1-1234", {"archive": "РГАКФД", "item": "1-1234"}
    citations = cite([made(SEED | {"sources": [source]}) for source in (line, fields)], "plain", forms=["note"])
    assert not isinstance(citations, StyleFault)
    assert citations[0].warnings == ("not cited, for it was not read as part of a shelfmark: “арх. № 1-1234”",)
    assert (citations[1].output, citations[1].warnings) == ("RGAKFD, 1-1234", ())


def test_behind_ibid_the_branch_of_the_archive_is_kept() -> None:
    citations = cite([made(SEED | {"sources": ["HHStA, StK, Preußen 45; ebd., Preußen 46"]})], "plain", forms=["note"])
    assert not isinstance(citations, StyleFault)
    assert citations[0].output == "HHStA, StK, Preußen, 45; HHStA, StK, Preußen, 46"
