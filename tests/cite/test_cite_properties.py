"""Whatever facts are missing, a citation is decent: never empty, no doubled punctuation, nothing unescaped."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from cite_records import OTHERS, SEED, made
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck import tables
from provcheck.cite import Style, StyleFault, cite, find

STYLES = [style for name in tables.style_names() if not isinstance(style := find(name), StyleFault)]
UGLY = re.compile(r",,|\.\.|;;| ,| \.(?!\w)| ;|,\.|;\.|“”|\"\"|\[\]|\(\)|  |None|^[,;. ]|//\s*$|//\s*\.")


def ugly(style: Style, text: str) -> re.Match[str] | None:
    """Return what is badly put in *text*; French has a space before the semicolon."""
    return UGLY.search(text.replace("\u202f;", ";") if style.locale.startswith("fr") else text)


WORDS = st.text("abcdefgh ABC АБВгд123é-", min_size=1, max_size=20).map(str.strip).filter(bool)
NAMES = st.sampled_from(["Roshchin", "N. V. Roshchin", "Mao Zedong", "CC CPSU", "Рощин Н. В.", "Martin King, Jr."])
PERSONS = st.one_of(NAMES, st.fixed_dictionaries({"name": NAMES}, optional={"as": NAMES, "office": WORDS}))
DATES = st.sampled_from(
    [
        "1950-10-03",
        "1950-10",
        "1950",
        "1949~",
        "1949?",
        "1949%",
        "1955/1960",
        "1950-10-03/1950-10-05",
        "unknown",
        "../1950",
        "1950/..",
        "[1950,1951]",
        "195X",
        "1950-21",
        "-0043",
        "last autumn",
    ]
)
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "id": WORDS,
    "title": st.one_of(WORDS, st.fixed_dictionaries({}, optional={"en": WORDS, "ru": WORDS, "ru-Latn": WORDS})),
    "type": st.sampled_from(["telegram", "letter", "minutes", "map", "NKVD order", "whatever"]),
    "date": DATES,
    "language": st.sampled_from(["ru", "en", "zh-Hant", "xx"]),
    "people": st.dictionaries(
        st.sampled_from(["sender", "author", "recipient"]),
        st.one_of(PERSONS, st.lists(PERSONS, max_size=3)),
        max_size=3,
    ),
    "sources": st.one_of(
        st.sampled_from(["RGASPI, f. 558, op. 11, d. 334, ll. 105-106.", "TNA, FO 371/84081", "in a drawer"]),
        st.lists(
            st.sampled_from(
                [s for record in (SEED, *OTHERS.values()) for s in record.get("sources", []) if isinstance(s, dict)]
            ),
            max_size=4,
        ),
    ),
    "translators": st.lists(NAMES, max_size=3),
    "classification": WORDS,
    "published": st.lists(
        st.fixed_dictionaries({}, optional={"in": WORDS, "url": st.just("https://x.org/1"), "pages": st.just("1-2")}),
        max_size=2,
    ),
}


@given(st.fixed_dictionaries({}, optional=FIELDS))
@settings(max_examples=60, deadline=None)
def test_any_facts_may_be_missing(data: dict[str, Any]) -> None:
    record = made(data)
    for style in STYLES:
        citations = cite([record], style)
        assert not isinstance(citations, StyleFault)
        for citation in citations:
            assert citation.output, (style.name, citation.form)
            assert not (found := ugly(style, citation.output)), (style.name, citation, found)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))


ANY = st.text(max_size=40)


@given(title=ANY, name=ANY, fond=ANY, url=ANY, host=ANY)
@settings(max_examples=60, deadline=None)
def test_no_field_text_becomes_markup(title: str, name: str, fond: str, url: str, host: str) -> None:
    source = {"archive": "RGASPI", "fond": f"1<b>{fond}", "opis": "2", "delo": "3", "list": "4"}
    record = made(
        {
            "title": f"<script>{title}",
            "people": {"sender": f"{name}<img src=x>"},
            "sources": [source],
            "published": [{"in": f"<em>{host}", "url": f"https://x.org/{url}"}],
        }
    )
    for name_ in ("digital-archive", "chicago-notes-bibliography-archival"):
        citations = cite([record], name_, forms=["note"], output="html")
        assert not isinstance(citations, StyleFault)
        tags = Tags()
        tags.feed(citations[0].output)
        assert {tag for tag, _ in tags.found} <= {"i", "a", "sup"}  # ² is a superscript 2
        assert all(key == "href" and (value or "").startswith("https://") for _, at in tags.found for key, value in at)


ODD: dict[str, dict[str, Any]] = {
    "nothing": {},
    "wrong types": {"title": ["x"], "date": True, "people": "me", "sources": {"archive": True}, "published": "no"},
    "blank": {"title": " ", "people": {"sender": " ", "recipient": {"name": ""}}, "sources": " ", "date": " "},
    "no sender": SEED | {"people": {"recipient": "Stalin"}},
    "no recipient": SEED | {"people": {"sender": "Roshchin"}},
    "only pseudonym": SEED | {"people": {"sender": {"name": "?", "as": "Filippov"}}},
}


@pytest.mark.parametrize("case", ODD)
def test_odd_records(case: str) -> None:
    for style in STYLES:
        citations = cite([made(ODD[case])], style)
        assert not isinstance(citations, StyleFault)
        for citation in citations:
            assert citation.output and not ugly(style, citation.output), (style.name, citation)


LINES = Path(__file__).parents[3] / "shared" / "gold" / "lines.jsonl"


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_source_lines_of_the_world(style: Style) -> None:
    """Whatever stands in a source line, nothing ugly is made of it that was not there."""
    if not LINES.is_file():
        pytest.skip(f"no source lines at {LINES}")
    lines = [json.loads(line)["text"] for line in LINES.read_text(encoding="utf-8").splitlines()[::9]]
    kinds = [
        {"title": "Letter", "date": "1949~"},
        SEED | {"date": "unknown"},
        {"type": "map"},
        {"people": {"author": "A. B"}},
    ]
    records = [made(kinds[n % len(kinds)] | {"sources": line}) for n, line in enumerate(lines)]
    citations = cite(records, style, alone=True)
    assert not isinstance(citations, StyleFault)
    for citation in citations:
        found = ugly(style, citation.output)
        assert found is None or found[0] in lines[citation.number], citation
