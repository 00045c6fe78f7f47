"""Where values stand, and what replacing them does, in every format: tables of cases and round trips."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import KEYS, TEXTS, at, data, pointers

from provcheck.fix import edited
from provcheck.model.document import Pointer, Value
from provcheck.read import read

YAML = """\
# a comment
id: 0102  # octal
title: "a\\tb “c”"
people:
  sender: &who Roshchin
  recipient: {name: 'Stalin''s', as: Filippov}
  via: *who
sources: APRF, fond 45,
  opis 1, delo 334
published:
- in: Wilson Center
  note: |
    first

    second
- other
summary: >-
  folded text
  goes on

  and on
empty:
"""

MARKDOWN = "---\r\nid: 1\r\ntitle: Überschrift 😀 x\r\n---\r\nDear comrade,\r\n"

JSON = '{\n  "id": 0102.10,\n  "title": "a\\u00e9 \\"b\\"",\n  "l": [1, {"x": true}],\n  "e": {}\n}\n'.replace(
    "0102", "102"
)

CSV = 'id,title,sources.0.archive,sources.1.archive,people.sender\r\n1,"a ""b"", c",,RGASPI,\r\n2,x,APRF,,y\r\n'

PLACES = [
    # file, text, entry, pointer, what stands there, under which key
    ("a.yaml", YAML, 0, ("id",), "0102", "id"),
    ("a.yaml", YAML, 0, ("title",), '"a\\tb “c”"', "title"),
    ("a.yaml", YAML, 0, ("people", "sender"), "Roshchin", "sender"),
    ("a.yaml", YAML, 0, ("people", "recipient"), "{name: 'Stalin''s', as: Filippov}", "recipient"),
    ("a.yaml", YAML, 0, ("people", "recipient", "name"), "'Stalin''s'", "name"),
    ("a.yaml", YAML, 0, ("people", "via"), "*who", "via"),
    ("a.yaml", YAML, 0, ("sources",), "APRF, fond 45,\n  opis 1, delo 334", "sources"),
    ("a.yaml", YAML, 0, ("published", 0, "note"), "|\n    first\n\n    second", "note"),
    ("a.yaml", YAML, 0, ("published", 1), "other", "other"),
    ("a.yaml", YAML, 0, ("summary",), ">-\n  folded text\n  goes on\n\n  and on", "summary"),
    ("a.yaml", YAML, 0, ("empty",), "", "empty"),
    ("a.yaml", YAML, 0, ("people", "recipient", "office"), "{name: 'Stalin''s', as: Filippov}", None),
    ("a.yaml", "a: &x {b: c}\nd: {<<: *x, e: f}\n", 0, ("d", "b"), "c", "b"),
    ("a.yaml", "a: 1\n---\n- b: 2\n- b: 3\n", 2, ("b",), "3", "b"),
    ("a.yaml", "a: !!str &x '1'\n", 0, ("a",), "'1'", "a"),
    ("a.md", MARKDOWN, 0, ("title",), "Überschrift 😀 x", "title"),
    ("a.json", JSON, 0, ("id",), "102.10", '"id"'),
    ("a.json", JSON, 0, ("l", 1, "x"), "true", '"x"'),
    ("a.json", JSON, 0, ("e",), "{}", '"e"'),
    ("a.json", '[{"a": 1}, {"a": 2}]', 1, ("a",), "2", '"a"'),
    ("a.jsonl", '{"a": 1}\n\n{"a": "é2"}\n', 1, ("a",), '"é2"', '"a"'),
    ("a.csv", CSV, 0, ("title",), '"a ""b"", c"', "title"),
    ("a.csv", CSV, 0, ("sources", 0, "archive"), "RGASPI", "sources.1.archive"),
    ("a.csv", CSV, 0, ("people", "sender"), "", "people.sender"),
    ("a.csv", CSV, 1, ("sources", 0), "APRF", "sources.0.archive"),
    ("a.csv", CSV, 1, ("nothing",), "2,x,APRF,,y", None),
    ("a.tsv", "id\ttitle\n1\ta b\n", 0, ("title",), "a b", "title"),
]


@pytest.mark.parametrize(("name", "text", "number", "pointer", "value", "key"), PLACES)
def test_values_and_keys_are_found(
    name: str, text: str, number: int, pointer: Pointer, value: str, key: str | None
) -> None:
    document = read(name, text.encode())
    locator = document.entries[number].locator
    start, end = locator.value(pointer)
    assert document.text[start:end] == value
    start, end = locator.key(pointer)
    assert document.text[start:end] == (value if key is None else key)


WITHIN = [
    # file, text, pointer, characters of the value, what stands there
    ("a.yaml", YAML, ("title",), "\t", "\\t"),
    ("a.yaml", YAML, ("title",), "“c”", "“c”"),
    ("a.yaml", YAML, ("people", "recipient", "name"), "'", "''"),
    ("a.yaml", YAML, ("people", "via"), "osh", "osh"),
    ("a.yaml", YAML, ("sources",), "45, opis", "45,\n  opis"),
    ("a.yaml", YAML, ("sources",), "delo", "delo"),
    ("a.yaml", YAML, ("published", 0, "note"), "second", "second"),
    ("a.yaml", YAML, ("summary",), "goes", "goes"),
    ("a.yaml", YAML, ("summary",), "on\nand", "on\n\n  and"),
    ("a.yaml", "a: |2\n   b\n  c\n", ("a",), "c", "c"),
    ("a.yaml", "a: >\n  b\n    c\n  d\r\n  e\n", ("a",), "d e", "d\r\n  e"),
    ("a.yaml", 'a: "b \\\n  c\\x41\\\\d"\n', ("a",), "A", "\\x41"),
    ("a.yaml", 'a: "b\n\n  c"\n', ("a",), "c", "c"),
    ("a.md", MARKDOWN, ("title",), "😀", "😀"),
    ("a.json", JSON, ("title",), "é", "\\u00e9"),
    ("a.json", JSON, ("title",), '"b', '\\"b'),
    ("a.json", JSON, ("id",), "10", "10"),
    ("a.json", '{"a": "\\ud83d\\ude00b"}', ("a",), "b", "b"),
    ("a.csv", CSV, ("title",), '"b"', '""b""'),
    ("a.csv", CSV, ("title",), "c", "c"),
]


@pytest.mark.parametrize(("name", "text", "pointer", "part", "source"), WITHIN)
def test_characters_of_a_value_are_found(name: str, text: str, pointer: Pointer, part: str, source: str) -> None:
    document = read(name, text.encode())
    start = at(document.entries[0].data, pointer).rindex(part)
    start, end = document.entries[0].locator.within(pointer, start, start + len(part))
    assert document.text[start:end] == source


RECORD = """\
id: 1 # c
title: "x"
fond: 0102
list: [a,
  b]
people:
  sender: A   # c
  # about the sender

sources: APRF, fond 45
note: >-
  a long note of the
  editor, folded

# end
"""

REPLACED = [
    # text, pointer, value, the lines that come and go
    (RECORD, ("fond",), "0102", "-fond: 0102 +fond: \"0102\""),
    (RECORD, ("title",), "y", '-title: "x" +title: "y"'),
    (RECORD, ("id",), "a: b", '-id: 1 # c +id: "a: b" # c'),
    (RECORD, ("list", 1), "c, d", '-  b] +  "c, d"]'),
    (RECORD, ("list",), ["a"], "-list: [a, -  b] +list: [a]"),
    (RECORD, ("people", "recipient"), {"name": "Stalin", "as": "Filippov"},
     "+  recipient: {name: Stalin, as: Filippov}"),
    (RECORD, ("translators",), ["A B", "C D"], "+translators: [A B, C D]"),
    (RECORD, ("sources",), [{"archive": "APRF", "fond": "45"}, {"archive": "RGASPI", "fond": "059"}],
     '-sources: APRF, fond 45 +sources: +  - {archive: APRF, fond: 45} +  - {archive: RGASPI, fond: "059"}'),
    (RECORD, ("note",), "a long note by the editor, folded",
     "-  a long note of the +  a long note by the"),
    (RECORD, ("note",), "two\nlines",
     "-note: >- -  a long note of the -  editor, folded +note: |- +  two +  lines"),
    (RECORD, ("people", "sender"), None, "-  sender: A   # c +  sender: null   # c"),
    (RECORD, ("people",), "x", "-people: -  sender: A   # c +people: x   # c"),
    ("a:\n  b: c # why\n  d: e\n", ("a",), "x", None),  # a comment would be lost
    (RECORD, ("nope", "deeper"), "x", None),
    ("a: &x b\nc: *x\n", ("c",), "d", "-c: *x +c: d"),
    ("a: &x b\nc: d\n", ("a",), "d", "-a: &x b +a: &x d"),
    ("a: &x b\nc: *x\n", ("a",), "d", None),  # it stands in c, too
    ("a: &x {b: c}\nd: *x\n", ("a", "b"), "e", None),
    ("a: &x {b: c}\nd: *x\n", ("a", "f"), "e", None),
    ("a: &x {b: c}\nd: {<<: *x}\n", ("a", "b"), "e", None),
    ("a: [&x b]\nc: *x\n", ("a",), "d", None),
    ("a: &x {b: c}\nd: *x\n", ("d", "b"), "e", None),  # it stands in a, too
    ("a: &x {b: c}\nd: {<<: *x}\n", ("d", "b"), "e", None),
    ("a: &x {b: c}\nd: {<<: *x, e: f}\n", ("d", "b"), "e", "-d: {<<: *x, e: f} +d: {<<: *x, e: f, b: e}"),
    ("a: {}\n", ("a", "b"), "c", "-a: {} +a: {b: c}"),
    ("a: {b: c,\n    d: e}\n", ("a", "f"), "g", "-    d: e} +    d: e, +    f: g}"),
    ("a: !!int 5\n", ("a",), "0102", '-a: !!int 5 +a: "0102"'),
    ("- b: c\n", ("d",), "e", "+  d: e"),
    ("- b:\n    c: d\n", ("e",), ["f"], "+  e: [f]"),
    ("a:\n- |-\n  \xa0\n", ("a",), "b", "-a: -- |- -  \xa0 +a: b"),
    ("a: b # c\n", ("a",), "two\nlines", '-a: b # c +a: "two\\nlines" # c'),
    ("a: | # c\n  b\n", ("a",), "d", None),  # a comment would be lost
    ("a:\n-\n  # c\n  b: d\n", ("a", 0), "e", None),  # a comment would swallow it
    ("a: # c\n  b\n", ("a",), ["d" * 60, "e" * 60], None),
    ("a: # c\n  b\n", ("a",), "d", "-  b +  d"),
    ("a: b", ("c",), "d", "-a: b +a: b +c: d"),
    ("a: b\r\nc:\r\n", ("c",), ["d" * 60, "e" * 60], f"+  - {'d' * 60}\r +  - {'e' * 60}\r"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pointer", "value", "lines"), REPLACED)
def test_yaml_is_edited_in_its_own_layout(text: str, pointer: Pointer, value: Value, lines: str | None) -> None:
    document = read("a.yaml", text.encode())
    edits = document.entries[0].locator.replace(pointer, value)
    assert (edits is None) == (lines is None)
    if edits is not None:
        old, new = text.split("\n"), edited(text, edits).split("\n")
        gone = [f"-{line}" for line in old if line not in new]
        come = [f"+{line}" for line in new if line not in old]
        if text == "a: b":
            gone, come = ["-a: b"], ["+a: b", *come]
        assert " ".join(gone + come) == lines


def normal(value: Value) -> Value:
    """The value as BaseLoader has it, which knows no None."""
    if isinstance(value, dict):
        return {key: normal(below) for key, below in value.items()}
    if isinstance(value, list):
        return [normal(below) for below in value]
    return "" if value is None else value


LAYOUTS = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from([True, False, None]),
        "default_style": st.sampled_from([None, None, "'", '"', "|", ">"]),
        "width": st.sampled_from([10, 20, 80]),
        "allow_unicode": st.booleans(),
        "indent": st.sampled_from([2, 4]),
        "line_break": st.sampled_from(["\n", "\r\n", "\r"]),
    }
)


def dumped(value: Value, layout: dict) -> str:
    """The value as PyYAML writes it."""
    return yaml.dump(value, Dumper=yaml.SafeDumper, sort_keys=False, **layout)


@given(data(), LAYOUTS)
def test_yaml_reads_as_pyyaml_does(value: dict, layout: dict) -> None:
    text = dumped(value, layout)
    document = read("a.yaml", text.encode())
    assert document.faults == ()
    assert [normal(entry.data) for entry in document.entries] == list(yaml.load_all(text, yaml.BaseLoader))


@given(data(), LAYOUTS)
def test_yaml_spans_decode_to_their_values(value: dict, layout: dict) -> None:
    document = read("a.yaml", dumped(value, layout).encode())
    (entry,) = document.entries
    for pointer in pointers(entry.data):
        found = at(entry.data, pointer)
        span = entry.locator.value(pointer)
        source = document.text[span.start : span.end]
        if isinstance(found, str) and source[:1] not in ("|", ">"):
            assert yaml.load(source, yaml.BaseLoader) == found
        for number in range(len(found) if isinstance(found, str) else 0):
            part = entry.locator.within(pointer, number, number + 1)
            letter = document.text[part.start : part.end]
            assert part == span or letter == found[number] or len(letter) != 1 or letter in "\r\n"
            assert span.start <= part.start <= part.end <= span.end


NEW = (
    TEXTS
    | st.none()
    | st.lists(TEXTS, max_size=3)
    | st.lists(st.dictionaries(KEYS, TEXTS, max_size=4), max_size=2)
    | st.dictionaries(KEYS, TEXTS | st.lists(TEXTS, max_size=3), max_size=3)
)


def put(value: Value, pointer: Pointer, new: Value) -> Value:
    """*value* with *new* at *pointer*."""
    if not pointer:
        return new
    step, *rest = pointer
    if isinstance(value, dict):
        return {**value, step: put(value.get(step), rest, new)}
    return [put(below, rest, new) if number == step else below for number, below in enumerate(value)]


def replaced(name: str, text: str, pointer: Pointer, new: Value, wanted: Value) -> bool:
    """Check what replacing does; False where it cannot be done."""
    document = read(name, text.encode())
    edits = document.entries[0].locator.replace(pointer, new)
    if edits is None:
        return False
    again = read(name, edited(text, edits).encode())
    assert again.faults == ()
    assert [entry.data for entry in again.entries] == [wanted]
    return True


@given(st.data(), data(), LAYOUTS, NEW, st.booleans())
def test_replacing_in_yaml_changes_that_value_and_no_other(
    draw: st.DataObject, value: dict, layout: dict, new: Value, add: bool
) -> None:
    text = dumped(value, layout)
    before = read("a.yaml", text.encode()).entries[0].data
    places = [p for p in pointers(before) if (isinstance(at(before, p), dict) if add else p)]
    pointer = draw.draw(st.sampled_from(places))
    if add:
        pointer = (*pointer, "new")
    done = replaced("a.yaml", text, pointer, new, put(before, pointer, new))
    assert done or "? " in text, "only keys in long form (?) may be left alone"


@given(st.data(), data(), st.sampled_from([None, 1, 2, "\t"]), st.booleans(), NEW, st.booleans())
def test_replacing_in_json_changes_that_value_and_no_other(
    draw: st.DataObject, value: dict, indent: object, ascii_only: bool, new: Value, add: bool
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    places = [p for p in pointers(value) if (isinstance(at(value, p), dict) if add else p)]
    pointer = draw.draw(st.sampled_from(places))
    if add:
        pointer = (*pointer, "new")
    wanted = put(value, pointer, new)
    assert replaced("a.json", text, pointer, new, wanted)
    if indent is None:
        assert replaced("a.jsonl", text, pointer, new, wanted)


CELLS = TEXTS.map(lambda text: text.replace("\ufeff", ""))


@given(st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=1, max_size=3), CELLS, st.sampled_from(",;\t"))
def test_replacing_a_cell_changes_that_cell_and_no_other(rows: list[list[str]], new: str, sign: str) -> None:
    columns: list[Pointer] = [("id",), ("title",), ("sources", 0, "archive"), ("people", "sender")]
    head = sign.join(".".join(map(str, column)) for column in columns)
    lines = [sign.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    text = "\r\n".join([head, *lines, ""])
    document = read("a.tsv" if sign == "\t" else "a.csv", text.encode())
    assert document.faults == () or all(not "".join(row).strip() for row in rows)
    assume(document.entries and "".join(rows[0]).strip())
    entry = document.entries[0]
    for column, cell in zip(columns, rows[0], strict=True):
        span = entry.locator.value(column)
        assert document.text[span.start : span.end] == '"' + cell.replace('"', '""') + '"'
        edits = entry.locator.replace(column, new)
        again = read(document.path, edited(text, edits).encode())
        others = [c for c in columns if c != column and rows[0][columns.index(c)].strip()]
        if again.entries and len(again.entries) == len(document.entries):
            data = again.entries[0].data
            assert all(at(data, c) == rows[0][columns.index(c)] for c in others)
            assert not new.strip() or at(data, column) == new
    assert entry.locator.replace(("rights",), "x") is None, "no column is ever added"


COMMENTED = """\
# c0
id: 0102 # c1
title: {en: x, ru: "y"} # c2
people: # c3
  # c4
  sender: A # c5
  recipient: {name: S, # c6
     as: F} # c7
sources: # c8
  - {archive: A, fond: 1} # c9
  # c10
  - text one # c11
  - >- # c12
    folded
    text
  -
    # c13
    x: y # c14
note: | # c15
  # not a comment
  z
empty: # c16
list: [a, # c17
  b] # c18
# c19
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_no_fix_loses_a_comment_or_makes_it_text(newline: str) -> None:
    text = COMMENTED.replace("\n", newline)
    (entry,) = read("a.yaml", text.encode()).entries
    news: list[Value] = [
        "v",
        "0102",
        "a: b",
        "two\nlines\n",
        None,
        ["a"],
        [{"a": "b"}, {"c": "d"}],
        ["l" * 70, "m" * 70],
    ]
    places = [p for p in pointers(entry.data) if p]
    places += [(*p, "new") for p in pointers(entry.data) if isinstance(at(entry.data, p), dict)]
    done = 0
    for pointer in places:
        for new in news:
            edits = entry.locator.replace(pointer, new)
            if edits is not None:
                done += 1
                after = edited(text, edits)
                assert [entry.data for entry in read("a.yaml", after.encode()).entries] == [
                    put(entry.data, pointer, new)
                ]
                assert all(after.count(f"# c{n}{newline}") == 1 for n in range(20))
    assert done > 100
