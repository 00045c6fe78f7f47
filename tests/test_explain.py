"""Every word that a user meets has a page."""

from __future__ import annotations

import pytest

from provcheck import explain, tables
from provcheck.catalogue import known
from provcheck.schema import fields

ALL = [topic for kind in explain.KINDS for topic in explain.topics(kind)]


def test_there_is_something_of_every_kind() -> None:
    assert {topic.kind for topic in ALL} == set(explain.KINDS)
    assert {topic.name for topic in ALL if topic.kind == "rule"} == set(known())
    assert {topic.name for topic in ALL if topic.kind == "field"} == set(fields())
    assert {topic.name for topic in ALL if topic.kind == "style"} == set(tables.style_names())


@pytest.mark.parametrize("kind", explain.KINDS)
def test_every_page_can_be_shown_and_found_by_its_name(kind: str) -> None:
    for topic in explain.topics(kind):
        page = explain.page(topic)
        assert page.startswith(topic.name)
        assert len(page.splitlines()) > 2, topic
        assert "``" not in page
        assert "None" not in page.split(), topic
        assert topic.summary, topic
        assert topic in explain.find(topic.name, kind)


@pytest.mark.parametrize(
    ("word", "kind", "name"),
    [
        ("RGASPI", "archive", "rgaspi"),
        ("ргаспи", "archive", "rgaspi"),
        ("RTsKhIDNI", "archive", "rgaspi"),
        ("Russian State Archive  of Socio-Political History", "archive", "rgaspi"),
        ("Label_Number", "rule", "label-number"),
        ("sources.archive", "field", "sources.archive"),
        ("licence", "field", "rights.licence"),
        ("date_os", "field", "date_os"),
        ("russian", "convention", "russian"),
        ("plain", "style", "plain"),
        ("TsKhDMO → rgaspi", "concordance", "TsKhDMO → rgaspi"),
    ],
)
def test_find(word: str, kind: str, name: str) -> None:
    assert (kind, name) in {(topic.kind, topic.name) for topic in explain.find(word)}


def called(word: str) -> tuple[str, ...]:
    return tuple(topic.name for topic in explain.near(word))


def test_a_code_of_several_archives_finds_them_all() -> None:
    assert len(explain.find("RA", "archive")) > 1


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("label-numbr", "label-number"),
        ("RGAPSI", "rgaspi"),
        ("sorces", "sources"),
        ("plian", "plain"),
        ("Zonal State Archive Pinzk", "zga-pinsk"),
        ("Nationnal Archive Kazahstan", "na-rk"),
    ],
)
def test_near(word: str, name: str) -> None:
    assert not explain.find(word)
    assert name in called(word)


@pytest.mark.parametrize(
    ("word", "names"),
    [("GARFF", ("garf",)), ("RGASP", ("rgaspi",)), ("GRAF", ("garf",)), ("rusian", ("russian", "prussian"))],
)
def test_only_what_is_near_is_near(word: str, names: tuple[str, ...]) -> None:
    assert called(word) == names


@pytest.mark.parametrize("word", ["qqqqqqqqqq", "Kremlin archive", "Central Bakery Archive", "Archive of the Moon"])
def test_nothing_is_near_to_what_shares_only_the_word_for_archives(word: str) -> None:
    assert called(word) == ()


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Kew", "tna"),
        ("Bulgaria", "cda-sofia"),
        ("Sofia", "da-sofia"),
        ("Wien", "wstla"),
        ("Politburo Archive", "aprf"),
        ("Rossiiskii gosudarstvennyi arkhiv", "rgae"),
        ("Natonal Archives of Estonia", "ra-ee"),
        ("Ministry of Foreign Affairs in Poland", "amsz"),
    ],
)
def test_archives_are_found_by_words_towns_and_countries(word: str, name: str) -> None:
    assert name in called(word)


def test_pages_of_conventions_show_samples_and_names() -> None:
    page = explain.page(explain.find("ipn", "convention")[0])
    assert "fonds (its value looks like «MSW II»)" in page
    assert "  ipn  Archive of the Institute of National Remembrance" in page


def test_a_name_that_several_archives_have_finds_them_all_and_with_its_place_the_one_there() -> None:
    assert {topic.name for topic in explain.find("National Archives", "archive")} >= {"nara", "tna"}
    assert [topic.name for topic in explain.find("TNA (Tanzania)")] == ["tna-tanzania"]


def test_a_page_tells_of_a_field_what_the_schema_says() -> None:
    (held,) = explain.find("sources.held", "field")
    page = explain.page(held)
    assert all(word in page for word in ("private", "lost", "destroyed", "unknown"))
    (rights,) = explain.find("rights", "field")
    assert "Every record needs it." in explain.page(rights)
    assert "rights.licence" in explain.page(rights)


def test_contents_are_short_unless_one_kind_is_asked_for() -> None:
    assert "sources.archive" not in explain.contents()
    assert "sources.archive" in explain.contents("field")
    assert "rgaspi" in explain.contents("archive")
