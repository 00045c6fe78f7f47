"""No rule fails on any record, and every place it names lies inside the record."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.model.document import Entry, Locator, Value, value_at
from provcheck.model.record import Record
from provcheck.records import record
from provcheck.rules import RULES, rule_id
from tests.rules.examples import context

WORDS = [
    "RGASPI", "РГАСПИ", "AVP RF", "ЦХСД", "RTsKhIDNI", "Ibid.", "ГАСО", "TNA", "BArch", "Archive of", "f.", "fond",
    "op.", "опись", "d.", "спр.", "p.", "pp.", "papka", "l.", "ll.", "Лист:", "ф.", "17", "0141",
    "105-106", "106-105", "104-7",
    "3ob-5", "1-9999", "45/1/334", "059а", "1O5", "Translated by", "Jane Doe", "and", ";", ",", ".", "(", "\u00a0",
    "FO 371",
]  # fmt: skip
KEYS = [
    "id", "title", "type", "date", "date_os", "language", "sources", "translators", "people", "rights", "published",
    "texts", "relations", "number", "place", "archive", "fond", "opis", "delo", "papka", "list", "page", "box", "held",
    "name", "into", "source", "in", "url", "kind", "by", "file", "rel", "to", "role", "formerly", "seen", "ru", "en",
]  # fmt: skip

words = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
scalars = st.one_of(st.none(), st.booleans(), words, st.text(max_size=20), st.sampled_from(["1950-10-03", "ru", "1"]))
values: st.SearchStrategy[Value] = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=25,
)
sources = st.one_of(
    words,
    st.lists(
        st.one_of(
            words,
            st.fixed_dictionaries({"archive": words}, optional=dict.fromkeys(KEYS[16:21], words)),
        ),
        max_size=3,
    ),
)
records = st.one_of(
    st.dictionaries(st.sampled_from(KEYS), values, max_size=10),
    st.fixed_dictionaries({"id": scalars, "sources": sources}, optional=dict.fromkeys(KEYS[8:13], values)),
)


@given(data=st.lists(records, min_size=1, max_size=3))
@settings(max_examples=150, deadline=None)
def test_no_rule_fails_and_every_place_is_inside(data: list[Value]) -> None:
    read = [record(Entry(one, Locator())) for one in data]
    facts = context(read)
    for one, entry in zip(read, data, strict=True):
        for rule in RULES:
            for problem in rule.check(one, facts):
                _inside(one, entry, problem.pointer, problem.within, rule_id(rule))


def _inside(
    one: Record, data: Value, pointer: tuple[str | int, ...], within: tuple[int, int] | None, rule: str
) -> None:
    value = value_at(data, pointer)
    if within is not None:
        assert isinstance(value, str), (rule, pointer, value)
        assert 0 <= within[0] < within[1] <= len(value), (rule, within, value)
