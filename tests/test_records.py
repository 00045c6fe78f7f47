"""Entry → Record: every form of a field, the pointer of every piece, and no data that could raise."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from schema_cases import MINIMAL, VALID

from provcheck import tables
from provcheck.model.document import Entry, Locator, Pointer
from provcheck.model.record import Person, Record, Text
from provcheck.records import library, record


def of(**fields: Any) -> Record:
    return record(Entry(fields, Locator()))


def at(data: Any, pointer: Pointer) -> Any:
    for step in pointer:
        data = data[step]
    return data


EVERYTHING = next(data for data in VALID if isinstance(data, dict) and data["id"] == "everything")


@pytest.mark.parametrize("data", VALID)
def test_the_text_of_every_piece_stands_at_its_pointer(data: Any) -> None:
    one = record(Entry(data, Locator()))
    texts = [one.id, *one.titles, one.type, *one.languages, one.number, one.place]
    for source in one.sources:
        texts += [source.case_title, source.form, source.seen, source.via, source.url, source.note, source.formerly]
        texts += [text for key, text in (source.fields or {}).items() if not isinstance(at(data, text.at), list)]
    for host in one.published:
        texts += [host.host, host.id, host.url, host.pages, host.doi, host.title]
    for text_file in one.texts:
        texts += [text_file.language, text_file.file]
    for scan in one.files:
        texts += [scan.path, scan.sha256]
    if one.rights is not None:
        texts += [one.rights.text, one.rights.status, one.rights.licence, one.rights.holder, one.rights.contact]
    texts += [relation.to for relation in one.relations]
    assert sum(text is not None for text in texts) >= 5
    for text in texts:
        assert text is None or at(data, text.at) == text.text
    for when in one.dates:
        assert at(data, when.at) == when.text
    for person in (*one.people, *one.translators, *(person for text_file in one.texts for person in text_file.by)):
        assert person.name in at(data, person.at)


@pytest.mark.parametrize("data", VALID)
def test_every_piece_of_a_shelfmark_points_to_its_letters(data: Any) -> None:
    for holding in record(Entry(data, Locator())).holdings:
        assert holding.pieces
        for piece in holding.pieces:
            written = at(data, piece.at)
            if isinstance(written, list):
                assert piece.within is None
                continue
            assert (written if piece.within is None else written[slice(*piece.within)]) == piece.token.text
        if holding.within is not None:
            assert not holding.structured
            assert holding.within[0] <= min(p.within[0] for p in holding.pieces if p.within)
            assert holding.within[1] >= max(p.within[1] for p in holding.pieces if p.within)


def test_titles_in_several_languages() -> None:
    one = record(Entry(EVERYTHING, Locator()))
    assert [(title.language, title.text) for title in one.titles] == [
        ("ru", "Письмо"),
        ("ru-Latn", "Pis'mo"),
        ("en", "Letter"),
    ]
    assert one.title == Text("Письмо", ("title", "ru"), "ru")
    assert of(title="Letter").titles == (Text("Letter", ("title",)),)


def test_the_date_of_the_document_is_the_one_without_role() -> None:
    dates = [{"role": "message", "date": "1950-10-02"}, {"date": "1950-10-03"}]
    one = of(date=dates)
    assert [(when.role, when.text, when.at) for when in one.dates] == [
        ("message", "1950-10-02", ("date", 0, "date")),
        ("", "1950-10-03", ("date", 1, "date")),
    ]
    assert one.date is not None and one.date.text == "1950-10-03"
    alone = of(date={"role": "sent", "date": "1950"})
    assert alone.date is not None and (alone.date.role, alone.date.at) == ("sent", ("date", "date"))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("A", [("A", ())]),
        ("A; B;", [("A", ()), ("B", ())]),
        (["A", "B; C"], [("A", (0,)), ("B", (1,)), ("C", (1,))]),
        ({"name": "A", "into": "en"}, [("A", ("name",))]),
        (["A", {"name": "B"}, {"into": "en"}, True, None, ""], [("A", (0,)), ("B", (1, "name"))]),
        ({"into": "en"}, []),
        (True, []),
        (None, []),
    ],
)
def test_names_in_every_form(written: Any, expected: list[tuple[str, Pointer]]) -> None:
    found = of(translators=written).translators
    assert [(person.name, person.at) for person in found] == [(name, ("translators", *rest)) for name, rest in expected]
    assert {person.role for person in found} <= {"translator"}


def test_people_by_role() -> None:
    one = of(
        people={
            "sender": "Roshchin",
            "recipient": [{"name": "Stalin", "as": "Filippov", "office": "Chairman"}, "Molotov"],
            "x-seen": "A",
        }
    )
    assert one.people == (
        Person("sender", "Roshchin", ("people", "sender")),
        Person("recipient", "Stalin", ("people", "recipient", 0, "name"), "Filippov", "Chairman"),
        Person("recipient", "Molotov", ("people", "recipient", 1)),
    )
    assert [person.name for person in one.in_role("recipient")] == ["Stalin", "Molotov"]


def test_one_source_line_with_two_copies() -> None:
    line = "APRF, fond 45, opis 1, delo 334, listy 105-106, and RGASPI, f. 558, op. 11, d. 334, ll. 105-106."
    (source,) = of(sources=line).sources
    assert source.at == ("sources",) and source.line is not None and source.line.text == line
    first, second = source.holdings
    assert (first.mark.archive, first.mark.level("delo")) == ("APRF", "334")
    assert (second.mark.archive, second.mark.level("fond")) == ("RGASPI", "558")
    fond = second.piece("value", "fond")
    assert fond is not None and fond.within is not None and line[slice(*fond.within)] == "558"


def test_a_source_field_by_field() -> None:
    (source,) = of(
        sources=[
            {
                "archive": "AVP RF",
                "fond": "059a",
                "opis": "5a",
                "papka": "11",
                "delo": "5",
                "list": ["80", "82ob"],
                "op": "x",
            }
        ]
    ).sources
    (holding,) = source.holdings
    assert holding.structured and holding.at == ("sources", 0)
    assert dict(holding.mark.levels) == {"fond": "059a", "opis": "5a", "papka": "11", "delo": "5"}
    assert [folios.first for folios in holding.mark.folios] == ["80", "82v"]
    folios = holding.piece("folios")
    assert folios is not None and (folios.at, folios.within) == (("sources", 0, "list"), None)
    assert source.fields is not None and set(source.fields) == {"fond", "opis", "papka", "delo", "list"}


@pytest.mark.parametrize("level", sorted(tables.level_keys()))
def test_no_level_is_passed_over(level: str) -> None:
    (holding,) = of(sources={"archive": "Some Archive", level: "5a"}).holdings
    assert holding.mark.levels == ((level, "5a"),)


@pytest.mark.parametrize("key", sorted(tables.folio_keys()))
def test_leaves_under_every_key(key: str) -> None:
    (holding,) = of(sources={"archive": "Some Archive", key: "3-5"}).holdings
    assert holding.mark.folios == (("3", "5"),)


def test_a_source_that_is_held_has_no_shelfmark_unless_it_says_one() -> None:
    private, lost, wrong = of(
        sources=[{"held": "private"}, {"held": "lost", "archive": "TsGAOR", "fond": "1"}, {"held": "gone"}]
    ).sources
    assert (private.held, private.holdings) == ("private", ())
    assert lost.held == "lost" and len(lost.holdings) == 1
    assert wrong.held is None


def test_one_thing_may_stand_without_a_list() -> None:
    one = of(
        published={"in": "W", "source": "APRF, f. 45, op. 1, d. 2", "date": "2011"},
        texts={"kind": "summary", "by": "A"},
        files="a.tif",
        relations={"rel": "encloses", "to": "2"},
        language="ru",
    )
    assert one.published[0].at == ("published",)
    assert one.published[0].source is not None and len(one.published[0].source.marks) == 1
    assert one.texts[0].by == (Person("by", "A", ("texts", "by")),)
    assert one.files[0].path == Text("a.tif", ("files",))
    assert one.relations[0].to == Text("2", ("relations", "to"))
    assert one.languages == (Text("ru", ("language",)),)


def test_rights_as_text_and_field_by_field() -> None:
    text = of(rights="Public domain").rights
    assert text is not None and text.text == Text("Public domain", ("rights",))
    fields = of(rights={"licence": "CC0-1.0", "holder": True}).rights
    assert fields is not None and fields.text is None and fields.holder is None
    assert fields.licence == Text("CC0-1.0", ("rights", "licence"))
    assert of(rights={}).rights is None
    assert of(rights={"licence": ""}).rights is None


@pytest.mark.parametrize("field", [*MINIMAL, "people", "translators", "published", "texts", "files", "relations"])
@pytest.mark.parametrize("junk", [None, True, "", " ", [], {}, [[]], [None, True, {}], {"": [{}]}, {"name": []}])
def test_what_is_of_a_wrong_type_is_absent_and_hides_nothing(field: str, junk: Any) -> None:
    one = of(**{**MINIMAL, field: junk})
    whole = of(**MINIMAL)
    if field != "id":
        assert one.id == whole.id
    if field != "sources":
        assert one.sources == whole.sources
    assert one.people == ()


def test_what_the_file_says_beside_the_fields_is_kept() -> None:
    entry = Entry({"id": "1"}, Locator(), unquoted=((("id",), "0102"),), body="Text")
    one = record(entry, path="records/1.md", file_stem="1")
    assert (one.path, one.file_stem, one.body, one.unquoted) == ("records/1.md", "1", "Text", ((("id",), "0102"),))
    assert one.data == {"id": "1"}
    assert record(Entry(["a"], Locator())).data is None


def test_a_library_has_each_record_once_under_each_key() -> None:
    twice = of(id="1", sources=["APRF, f. 45, op. 1, d. 334, l. 1", "APRF, f. 45, op. 1, d. 334, l. 2"])
    other = of(id="1", sources="RGASPI, f. 558, op. 11, d. 335, l. 1")
    copy = of(id="2", sources="RGASPI, f. 558, op. 11, d. 334, l. 1")
    nameless = of(sources="APRF, f. 45, op. 1, d. 334, l. 3")
    found = library([twice, other, nameless, copy])
    assert found.by_id == {"1": (twice, other), "2": (copy,)}
    assert list(found.by_shelfmark.values()) == [(twice, nameless, copy), (other,)]
    assert library([]).by_id == {}


FIELDS = [*tables.schema("record")["properties"], *tables.schema("record")["$defs"]["source"]["properties"]]

JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*FIELDS, "name", "rel", "to"]) | st.text(max_size=4), inner, max_size=5)
    ),
    max_leaves=20,
)


@given(JUNK | st.dictionaries(st.sampled_from(FIELDS), JUNK, max_size=6))
@settings(max_examples=400, deadline=None)
def test_no_data_raises(data: Any) -> None:
    one = record(Entry(data, Locator()))
    assert isinstance(one, Record)
    assert library([one, one]).by_id.keys() == ({one.id.text} if one.id else set())
