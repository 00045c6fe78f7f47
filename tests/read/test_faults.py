"""Nasty files: each gives findings at the true line and column, and never a traceback."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import pointers

from provcheck.model.document import Document
from provcheck.read import FORMATS, read, yaml_events

NASTY = [
    # name, text, [(rule, line, column, words of the message)]
    ("a.yaml", "", [("syntax", 1, 1, "empty")]),
    ("a.yaml", "# only a comment\n", [("syntax", 1, 1, "empty")]),
    ("a.yaml", "---\n---\n", [("syntax", 1, 1, "empty")]),
    ("a.yaml", "a:\n\tb: 1\n", [("syntax", 2, 1, "tab")]),
    ("a.yaml", "a: b: c\n", [("syntax", 1, 5, "colon")]),
    ("a.yaml", "id: 1\r\ntitle: Foo: bar\r\n", [("syntax", 2, 11, "colon")]),
    ("a.yaml", "id: 1\rtitle: Foo: bar\r", [("syntax", 2, 11, "colon")]),
    ("a.yaml", "id: 1\n  b: 2\n", [("syntax", 2, 4, "deeper")]),
    ("a.yaml", "a: [b\nc: d\n", [("syntax", 1, 4, "bracket")]),
    ("a.yaml", "a: {b: c\n", [("syntax", 1, 4, "brace")]),
    ("a.yaml", "title: 'Doctors' Plot'\n", [("syntax", 1, 18, "follows the end")]),
    ("a.yaml", "title: [Draft] telegram\n", [("syntax", 1, 16, "follows the end")]),
    ("a.yaml", "id: 1\ntitle: 'open\nb: c\n", [("syntax", 2, 8, "never closed")]),
    ("a.yaml", "a: @b\n", [("syntax", 1, 4, "quote the text")]),
    ("a.yaml", "a: %b\n", [("syntax", 1, 4, "quote the text")]),
    ("a.yaml", 'a: "\\q"\n', [("syntax", 1, 5, "backslash")]),
    ("a.yaml", "a: 1\nb\nc: 2\n", [("syntax", 2, 1, "neither a key")]),
    ("a.yaml", "a: b\n- c\n", [("syntax", 2, 1, "list item")]),
    ("a.yaml", "- a\nb: c\n", [("syntax", 2, 1, "no part of the list")]),
    ("a.yaml", "id: 1\nид: 2\nx: {id: 3, id: 4}\nid: 5\n", [
        ("key-duplicate", 3, 12, "“id” is given twice, first on line 3"),
        ("key-duplicate", 4, 1, "“id” is given twice, first on line 1"),
    ]),
    ("a.yaml", "- id: 1\n- id: 2\n  id: 3\n", [("key-duplicate", 3, 3, "first on line 2")]),
    ("a.yaml", "recipient: {name: Stalin, Joseph, as: Filippov}\n", [
        ("yaml-comma", 1, 27, 'quote the comma: name: "Stalin, Joseph"'),
    ]),
    ("a.yaml", "p: {name: A, 'b''c', as: d}\n", [("yaml-comma", 1, 14, "“b'c”")]),
    ("a.yaml", "p: {Stalin, as: Filippov}\n", [("yaml-comma", 1, 5, "add a colon")]),
    ("a.yaml", "p: {name: Stalin,\n  Joseph # why\n  , as: X}\n", [("yaml-comma", 2, 3, "quote the comma")]),
    ("a.yaml", "a: !!python/object:os.system {b: c}\n", [("syntax", 1, 4, "tag !!python/object:os.system")]),
    ("a.yaml", "a: !foo bar\n", [("syntax", 1, 4, "tag !foo")]),
    ("a.yaml", "a: *b\n", [("syntax", 1, 4, "no &b comes before")]),
    ("a.yaml", "a: &b [*b]\n", [("syntax", 1, 8, "never end")]),
    ("a.yaml", "a: &b {c: {<<: *b}}\n", [("syntax", 1, 16, "never end"), ("syntax", 1, 18, "merges mappings")]),
    ("a.yaml", "{[a]: b, c: d}\n", [("syntax", 1, 2, "cannot be a key")]),
    ("a.yaml", "? {a: b}\n: c\nd: e\n", [("syntax", 1, 3, "cannot be a key")]),
    ("a.yaml", "a: x\ufeffy\n", [("encoding", 1, 5, "byte order mark")]),
    ("a.yaml", "a: " + "[" * 101 + "]" * 101, [("syntax", 1, 103, "nested more than 100 deep")]),
    ("a.yaml", "%FOO bar\n---\na: b\n", [("syntax", 1, 1, "%")]),
    ("a.yaml", "%YAML 3.0\n---\na: b\n", [("syntax", 1, 1, "%")]),
    ("a.yaml", '<?xml version="1.0"?>\n<TEI/>\n', [("syntax", 1, 1, "this is XML")]),
    ("a.json", "\n<!DOCTYPE html>\n", [("syntax", 2, 1, "`provcheck import` makes one")]),
    ("a.xml", "<ead xmlns='urn:isbn:1-931666-22-9'>\n", [("syntax", 1, 1, "in which no records are read")]),
    ("a.md", "no front matter\n", [("syntax", 1, 1, "front matter")]),
    ("a.md", "+++\nid = 1\n+++\n", [("syntax", 1, 1, "TOML")]),
    ("a.md", "---\nid: 1\ntext\n", [("syntax", 1, 1, "never closed")]),
    ("a.md", "---\n---\ntext\n", [("syntax", 2, 1, "empty")]),
    ("a.md", "---\nid: 1\nid: 2\n---\ntext\n", [("key-duplicate", 3, 1, "first on line 2")]),
    ("a.md", "---\r\nid: 1\r\na: b: c\r\n---\r\n", [("syntax", 3, 5, "colon")]),
    ("a.json", "", [("syntax", 1, 1, "empty")]),
    ("a.json", " \n", [("syntax", 1, 1, "empty")]),
    ("a.json", '{"a": 1,\n}', [("syntax", None, None, "comma")]),
    ("a.json", "{'a': 1}", [("syntax", 1, 2, "double quotation marks")]),
    ("a.json", '{"a": [1, 2}', [("syntax", 1, 12, "closing bracket")]),
    ("a.json", '{"a" 1}', [("syntax", 1, 6, "colon")]),
    ("a.json", '{"a": "b', [("syntax", 1, 7, "never closed")]),
    ("a.json", '{"a": "b\nc"}', [("syntax", 1, 9, "line end or tab")]),
    ("a.json", '{"a": 1} {"b": 2}', [("syntax", 1, 10, ".jsonl")]),
    ("a.json", '{"a": 1} // note', [("syntax", 1, 10, "no comments")]),
    ("a.json", '{"a": 1,\n "b": {"a": 1, "a": 2},\n "a": 3}', [
        ("key-duplicate", 2, 16, "first on line 2"),
        ("key-duplicate", 3, 2, "first on line 1"),
    ]),
    ("a.json", '{"a": NaN, "b": "NaN"}', [("syntax", 1, 7, "NaN is no JSON")]),
    ("a.json", '{"a": "x\\u001b[31m", "b": "\\u00e9 \\\\u001b"}', [("encoding", 1, 9, "control character U+001B")]),
    ("a.json", '{"a": "\\u0000"}', [("encoding", 1, 8, "NUL")]),
    ("a.json", '{"a": "\\ud83d\\ude00 \\ud800"}', [("encoding", 1, 21, "half a character")]),
    ("a.json", "[" * 101 + "]" * 101, [("syntax", 1, 101, "nested more than 100 deep")]),
    ("a.json", "[" * 100_000, [("syntax", 1, 101, "nested more than 100 deep")]),
    ("a.jsonl", '{"id": 1}\n\n{"id": \n{"id": 3, "id": 4}\n', [
        ("syntax", 3, None, "too early"),
        ("key-duplicate", 4, 11, "first on line 4"),
    ]),
    ("a.csv", "", [("syntax", 1, 1, "empty")]),
    ("a.csv", "id,title\n", [("syntax", 2, 1, "no row")]),
    ("a.csv", "id,title,id\n1,x,2\n", [("key-duplicate", 1, 10, "first as column 1")]),
    ("a.csv", "id,title\n1,Stalin, Joseph\n", [("syntax", 2, 10, "the row has 3 cells, the header 2")]),
    ("a.csv", "id,title,type\n1,x\n", [("syntax", 2, 1, "the row has 2 of the 3 cells that the header names")]),
    ("a.csv", 'id,title\n1,"x\n', [("syntax", 2, 3, "never closed")]),
    ("a.csv", 'id,title\n1,"x" y\n', [("syntax", 2, 6, "double the quotation marks")]),
    ("a.csv", "id,,title\n1,y,x\n2,z,x\n", [("syntax", 2, 3, "without a name")]),
    ("a.csv", "id,title..en\n1,y\n", [("syntax", 1, 4, "names no field")]),
    ("a.csv", "id,title,title.en\n1,y,z\n", [("syntax", 2, 5, "cannot stand beside")]),
    ("a.csv", "id,sources.0,sources.archive\n1,y,z\n", [("syntax", 2, 5, "cannot stand beside")]),
    ("a.tsv", "id\ttitle\n1\tx\ty\n", [("syntax", 2, 5, "a tab")]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "wanted"), NASTY, ids=[f"{n}:{t[:25]!r}" for n, t, _ in NASTY])
def test_what_is_wrong_is_said_at_its_place(name: str, text: str, wanted: list) -> None:
    document = read(name, text.encode())
    assert document.text == text
    told = [(fault.rule, *document.place(fault.span)[:2], fault.message) for fault in document.faults]
    assert len(told) == len(wanted), told
    for (rule, line, column, message), (want_rule, want_line, want_column, words) in zip(told, wanted, strict=True):
        assert rule == want_rule
        assert words in message
        assert (want_line or line, want_column or column) == (line, column)


@pytest.mark.parametrize(
    ("name", "text", "data"),
    [
        ("a.yaml", "id: 1\nid: 2\n", {"id": "1"}),
        ("a.yaml", "r: {name: Stalin, Joseph, as: X}\n", {"r": {"name": "Stalin", "as": "X"}}),
        ("a.yaml", "a: !foo bar\n", {"a": "bar"}),
        ("a.yaml", "{[a]: b, c: d}\n", {"c": "d"}),
        ("a.yaml", "a: 1\n---\nb: [\n", {"a": "1"}),
        ("a.json", '{"a": 1, "a": 2}', {"a": "1"}),
        ("a.csv", "id,title,id\n1,x,2\n", {"id": "1", "title": "x"}),
        ("a.csv", "id,title\n1,x,y\n", {"id": "1", "title": "x"}),
    ],
)
def test_what_can_be_read_is_read_all_the_same(name: str, text: str, data: dict) -> None:
    document = read(name, text.encode())
    assert document.faults
    assert document.entries[0].data == data


def laughs(levels: int) -> str:
    """The billion laughs, in YAML."""
    lines = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    for level in range(1, levels):
        lines.append(f"a{level}: &a{level} [" + ", ".join([f"*a{level - 1}"] * 9) + "]")
    return "\n".join(lines)


def size(value: object) -> int:
    """How many values a walk over *value* meets."""
    met, waiting = 0, [value]
    while waiting:
        value = waiting.pop()
        met += 1
        waiting += value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return met


def test_expansion_bombs_do_not_expand() -> None:
    document = read("a.yaml", laughs(30).encode())
    (fault,) = document.faults
    assert "aliases add over 100,000 values" in fault.message
    assert document.place(fault.span).line == 6
    assert document.entries == ()


def test_aliases_in_measure_are_read() -> None:
    document = read("a.yaml", laughs(4).encode())
    assert document.faults == ()
    assert size(document.entries[0].data) < 10_000


def test_aliases_cannot_nest_without_end() -> None:
    chain = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 300))
    document = read("a.yaml", chain.encode())
    assert document.faults
    assert all("deep" in fault.message for fault in document.faults[:100])
    value, depth = document.entries[0].data["a98"], 0
    while isinstance(value, list):
        value, depth = value[0], depth + 1
    assert depth == 99


def test_many_faults_are_not_all_told() -> None:
    document = read("a.yaml", b"a: 1\n" * 5000)
    assert len(document.faults) == 101
    assert "not shown" in document.faults[-1].message


def test_thousands_of_tag_directives_are_refused_before_libyaml_compares_them_all() -> None:
    (fault,) = read("a.yaml", b"%TAG !a! x\n" * 200_000 + b"---\na: b\n").faults
    assert "%TAG" in fault.message


JUNK = (
    st.binary(max_size=80)
    | st.text("ab:-[]{}\"'\n\t ,#&*!|>%@?<=0\r.;+\ufeff\0", max_size=80).map(str.encode)
    | st.text(max_size=50).map(lambda text: text.encode("utf-8", "surrogatepass"))
    | st.text(max_size=40).map(lambda text: text.encode("utf-16", "surrogatepass"))
)


BEFORE = [b"", b"---\n", b"id,a,b.0.c\n", b"a: ", b'a: "\\', b'{"a": ', b'{"a": "\\']


@pytest.mark.parametrize("libyaml", [True, False])
@given(junk=JUNK, kind=st.sampled_from([*FORMATS, None]), before=st.sampled_from(BEFORE))
def test_junk_never_raises(libyaml: bool, junk: bytes, kind: str | None, before: bytes) -> None:
    with pytest.MonkeyPatch.context() as patch:
        if not libyaml:
            patch.setattr(yaml_events, "CParser", None)
        probe(read("-", before + junk, kind))


@pytest.mark.parametrize("escape", ["\\ud800", "\\U0010ffff", "\\U00110000", "\\UFFFFFFFF", "\\xzz", "\\x", "\\"])
@pytest.mark.parametrize("libyaml", [True, False])
def test_escapes_for_what_is_no_character(escape: str, libyaml: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not libyaml:
        monkeypatch.setattr(yaml_events, "CParser", None)
    document = read("a.yaml", f'a: "{escape}"\n'.encode())
    assert [fault.rule for fault in document.faults] == ([] if "10ffff" in escape else ["syntax"])


def test_blanks_between_json_lines_cost_nothing() -> None:
    document = read("a.jsonl", b" " * 1_000_000 + b'\n{"id": "1"}\n\t\r\n')
    assert [entry.data for entry in document.entries] == [{"id": "1"}]
    assert not document.faults


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", "sources: >\n" + "  op. 2,\n" * 2000),
        ("a.jsonl", '{"sources": "' + "op. 2, " * 2000 + '"}\n'),
        ("a.csv", 'id,sources\n1,"' + "op. 2, " * 2000 + '"\n'),
    ],
)
def test_a_long_text_is_looked_through_once_for_all_its_findings(name: str, text: str) -> None:
    (entry,) = read(name, text.encode()).entries
    for at in range(0, 14_000, 7):
        span = entry.locator.within(("sources",), at, at + 3)
        assert text[span.start : span.end] == "op."


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        ("id: a\nnote: [\n---\nid: b\n", "is not closed", 3),
        ("id: a\nnote: {\n...\n", "is not closed", 3),
        ("id: a\n\tnote: b\n", "a tab cannot indent", 2),
    ],
)
def test_a_fault_is_told_by_its_cause(text: str, words: str, line: int) -> None:
    document = read("a.yaml", text.encode())
    (fault,) = document.faults
    assert words in fault.message
    assert document.place(fault.span).line == line


def probe(document: Document) -> None:
    """Ask *document* everything."""
    end = len(document.text)
    assert document.entries or document.faults
    for fault in document.faults:
        assert 0 <= fault.span.start <= fault.span.end <= end
        assert document.place(fault.span).line >= 1
    for entry in document.entries:
        for pointer in [*pointers(entry.data), ("nope",), (0,), ("a", 0, "b")]:
            locator = entry.locator
            for span in (locator.value(pointer), locator.key(pointer), locator.within(pointer, 0, 1)):
                assert 0 <= span.start <= span.end <= end
            edits = locator.replace(pointer, "0102") or ()
            assert all(0 <= edit.span.start <= edit.span.end <= end for edit in edits)
