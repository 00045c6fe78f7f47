"""Collation: the order of letters in the languages that archives of our users are written in."""

from __future__ import annotations

import doctest

import pytest
from csl_styles import style
from hypothesis import given
from hypothesis import strategies as st

import provcheck.csl.collation as module
from provcheck.csl import process
from provcheck.csl.collation import collation


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en-US", "Ábel Adam Öberg Olsen Zürich Авдеев Яковлев"),
        ("de-DE", "Arndt Ärzte Asmus Müller Mulzer Strasse Strauß"),
        ("sv-SE", "Andersson Zorn Åberg Ärlig Öberg"),
        ("da-DK", "Andersen Zahle Ærø Ørsted Aagaard"),
        ("cs-CZ", "Cibulka Čapek Dvořák Havel Chalupa Ivan Ryba Řezníček Zeman Žižka"),
        ("pl-PL", "Cyran Ćwikła Lato Łaski Nowak Zych Źródło Żak"),
        ("hu-HU", "Cukor Család Dózsa Gulyás Győr Orbán Ötvös"),
        ("uk-UA", "Гай Ґаба Дорошенко Еней Єфремов Зеров Иржа Іваненко Їжак Йосип Київ Щорс Юрій Яворський Zurich"),
        ("ru-RU", "Ёлкин Еремин Жданов Иванов Йоффе Калинин Щусев Эренбург Яковлев Zurich"),
        ("be-BY", "Ермак Ёлка Жук Уладзімір Ўласаў Фёдар"),
        ("tr-TR", "Hilal Işık İnan Jale Su Şahin Ulu Ünal"),
        ("es-ES", "Nuez Ñandú Oca"),
        ("lt-LT", "Yčas Ivanauskas Jonas Šapoka Tumas"),
        ("el-GR", "Αθήνα Ωμέγα Athens"),
        ("zh-CN", "毛泽东 Adams Zhou"),
        ("ja-JP", "Adams Zhou 毛泽东"),
        ("xx", "alpha Beta ГАРФ"),
    ],
)
def test_letters_stand_where_readers_look_for_them(language: str, words: str) -> None:
    expected = words.split()
    mixed = sorted(expected, key=lambda word: word[::-1])
    assert sorted(mixed, key=lambda word: collation(word, language)) == expected


def test_case_and_punctuation_do_not_count_and_words_are_compared_word_by_word() -> None:
    assert collation("O’Néill") == collation("ONEILL")
    assert sorted(["New Yorker", "Newark", "New York"], key=collation) == ["New York", "New Yorker", "Newark"]
    assert sorted(["10", "2–3", "2"], key=collation) == ["2", "2–3", "10"]
    assert sorted(["Ccsa", "Csa"], key=lambda word: collation(word, "hu")) == ["Csa", "Ccsa"]
    assert sorted(["d. 334", "d. 34", "d. 7"], key=collation) == ["d. 7", "d. 34", "d. 334"]


def test_a_bibliography_is_in_the_order_of_the_styles_locale() -> None:
    xml = '<bibliography><sort><key variable="title"/></sort><layout><text variable="title"/></layout></bibliography>'
    titles = ["Åbo", "Zorn", "Arv"]
    for locale, order in (("sv-SE", "Arv Zorn Åbo"), ("en-US", "Åbo Arv Zorn")):
        compiled = style('<layout><text variable="title"/></layout>', options=f'default-locale="{locale}"', after=xml)
        entries = process(compiled, [{"id": title, "title": title} for title in titles]).bibliography
        assert " ".join(entry.item for entry in entries) == order


@given(st.sampled_from(["en", "cs", "hu", "tr", "uk", "sv", "zh"]), st.text(), st.text())
def test_any_text_has_a_key(language: str, one: str, other: str) -> None:
    assert collation(one + other, language) >= collation(one, language) or not one.isascii()


def test_examples() -> None:
    assert doctest.testmod(module) == (0, 2)
