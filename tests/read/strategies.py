"""Plain data and nasty texts for the property tests of the readers."""

from __future__ import annotations

from hypothesis import strategies as st

PRINTABLE = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"), exclude_characters="\ufeff\ufffe\uffff")

WORDS = st.sampled_from([
    "APRF", "0102", "1.10", "12:30", "no", "null", "~", "1950-10-03", "105-106", "3 об.–4", "a: b", "x #y", "- z", "[",
    "{a}", "Stalin, Joseph", "'", '"', "\\", "# c", "true", "a\tb", " ", "", "a\nb", "a\n\nb\n", " a", "b ", "&a", "*a",
    "!t", "|", ">", "%", "@", "`", "<<", "=", "?", ":", "-", "---", "...", "a:", "é", "😀", "日本", "one\n  more\nend",
])  # fmt: skip
"""Texts that mean something to YAML, CSV or JSON."""

TEXTS = WORDS | st.text(PRINTABLE, max_size=30) | st.text("ab :#-,[]{}'\"\\\n\t&*!|>%@`?", max_size=12)

NAMES = st.sampled_from(["id", "title", "sources", "archive", "fond", "people", "x-own", "Ключ", "no", "a b", "1"])

KEYS = NAMES | TEXTS.filter(lambda text: text != "<<")


def data(texts: st.SearchStrategy[str] = TEXTS, keys: st.SearchStrategy[str] = KEYS) -> st.SearchStrategy[dict]:
    """Mappings as records are: texts, lists and mappings inside."""
    value = st.recursive(
        texts, lambda below: st.lists(below, max_size=3) | st.dictionaries(keys, below, max_size=3), max_leaves=8
    )
    return st.dictionaries(keys, value, min_size=1, max_size=4)


def pointers(value, before=()):
    """Every pointer in *value*."""
    yield before
    if isinstance(value, dict):
        for key, below in value.items():
            yield from pointers(below, (*before, key))
    elif isinstance(value, list):
        for number, below in enumerate(value):
            yield from pointers(below, (*before, number))


def at(value, pointer):
    """The value at *pointer*."""
    for step in pointer:
        value = value[step]
    return value
