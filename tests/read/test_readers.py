"""What each format gives: data in which every scalar keeps its text."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from strategies import data, pointers

from provcheck.model.document import Value
from provcheck.read import format_of, read, yaml_events
from provcheck.read.sniff import sniff

READ = [
    ("a.yaml", "fond: 0102\nopis: 1.10\nat: 12:30\nlanguage: no\nx: 0x1F\n",
     [{"fond": "0102", "opis": "1.10", "at": "12:30", "language": "no", "x": "0x1F"}]),
    ("a.yaml", "a:\nb: ~\nc: null\nd: ''\ne: !!str\nf: 'null'\ng: !!null x\n",
     [{"a": None, "b": None, "c": None, "d": "", "e": "", "f": "null", "g": None}]),
    ("a.yaml", "1: a\ntrue: b\n1950-10-03: c\n", [{"1": "a", "true": "b", "1950-10-03": "c"}]),
    ("a.yaml", "id: 1\n---\nid: 2\n...\n---\n", [{"id": "1"}, {"id": "2"}]),
    ("a.yaml", "- id: 1\n- id: 2\n", [{"id": "1"}, {"id": "2"}]),
    ("a.yaml", "- id: 1\n- text\n", [[{"id": "1"}, "text"]]),
    ("a.yaml", "just text\n", ["just text"]),
    ("a.yaml", "base: &b {a: 1, c: 2}\nx: {<<: *b, a: 3}\ny: {<<: [*b, {d: 4}]}\nz: *b\n",
     [{"base": {"a": "1", "c": "2"}, "x": {"a": "3", "c": "2"}, "y": {"a": "1", "c": "2", "d": "4"},
       "z": {"a": "1", "c": "2"}}]),
    ("a.yaml", '"<<": {a: b}\n', [{"<<": {"a": "b"}}]),
    ("a.yaml", "a: {b: , c}\n", None),
    ("a.yaml", "a: {b: , c: }\n", [{"a": {"b": None, "c": None}}]),
    ("a.yaml", "a: [b: c, d]\n", [{"a": [{"b": "c"}, "d"]}]),
    ("a.yaml", "a: !!int 0102\nb: !!str 0102\nc: !!seq [x]\n", [{"a": "0102", "b": "0102", "c": ["x"]}]),
    ("a.json", '{"a": 102, "b": 1.10, "c": true, "d": null, "e": "0102", "f": 12345678901234567890}',
     [{"a": "102", "b": "1.10", "c": True, "d": None, "e": "0102", "f": "12345678901234567890"}]),
    ("a.json", '[{"id": 1}, {"id": 2}]', [{"id": "1"}, {"id": "2"}]),
    ("a.json", "[]", [[]]),
    ("a.json", '""', [""]),
    ("a.json", "null", [None]),
    ("a.jsonl", '{"id": 1}\r\n\r\n{"id": "a\u2028b"}', [{"id": "1"}, {"id": "a\u2028b"}]),
    ("a.csv", "id,title.en,title.ru,sources.0.archive,sources.0.fond,sources.1.archive,language.0\n1,a,,,,APRF,ru\n",
     [{"id": "1", "title": {"en": "a"}, "sources": [{"archive": "APRF"}], "language": ["ru"]}]),
    ("a.csv", "id;title\n0102;a,b\n;\n\n", [{"id": "0102", "title": "a,b"}]),
    ("a.csv", "id,title,,\r1,x,,\r2,y,,\r", [{"id": "1", "title": "x"}, {"id": "2", "title": "y"}]),
    ("a.csv", 'id,note\n1,"two\nlines, and ""more"""\n', [{"id": "1", "note": 'two\nlines, and "more"'}]),
    ("a.tsv", "id\ttitle\n1\ta, \"b\"\n", [{"id": "1", "title": 'a, "b"'}]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "wanted"), READ)
def test_data(name: str, text: str, wanted: list[Value] | None) -> None:
    document = read(name, text.encode())
    if wanted is None:
        assert [fault.rule for fault in document.faults] == ["yaml-comma"]
    else:
        assert document.faults == ()
        assert [entry.data for entry in document.entries] == wanted


def test_front_matter_and_body() -> None:
    document = read("a.md", b"---\nid: 1\n---\n\nDear comrade,\n---\nmore\n")
    (entry,) = document.entries
    assert (entry.data, entry.body) == ({"id": "1"}, "\nDear comrade,\n---\nmore\n")
    assert document.format == "markdown"


def test_unquoted_scalars_that_other_readers_change_are_noted() -> None:
    text = "id: 0102\nq: '0102'\nl: [1.10, x, {d: no}]\nn: null\nd: 1950-10-03\nid: no\n45: 45\n"
    (entry,) = read("a.yaml", text.encode()).entries
    assert entry.unquoted == ((("id",), "0102"), (("l", 0), "1.10"), (("l", 2, "d"), "no"))


def test_unquoted_keys_that_other_readers_change_are_noted() -> None:
    text = "title: {no: Brev, 'on': x, en: Letter}\n0102: [{~: y}]\n45: z\n1950-10-03: z\n"
    (entry,) = read("a.yaml", text.encode()).entries
    assert entry.unquoted_keys == (("title", "no"), ("0102",), ("0102", 0, "~"))


def test_unquoted_scalars_of_many_entries() -> None:
    first, second = read("a.yaml", b"- id: 1\n- {id: 0102}\n").entries
    assert first.unquoted == ()
    assert second.unquoted == ((("id",), "0102"),)


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        ("", "yaml"),
        ("id: 1\n", "yaml"),
        ("{id: 1}\n", "yaml"),
        ("---\nid: 1\n---\nid: 2\n", "yaml"),
        ("---\nid: 1\n---\n# comment\nid: 2\n", "yaml"),
        ("---\nid: 1\n", "yaml"),
        ("---\nid: 1\n---\n# comment\n- id: 2\n", "yaml"),
        ("---\nid: 1\n---\n{id: 2,\n a: b\n}\n", "yaml"),
        ("---\nid: 1\n...\n---\ntitel: x\n", "yaml"),
        ("---\nid: 1\n---\nid: 2\nno YAML\n", "yaml"),  # an error in it, to be told
        ("---\nid: 1\n---\n", "yaml"),
        ("---\nid: 1\n---\n\nDear comrade,\n", "markdown"),
        ("---\nid: q\ntitle: T\n---\n\n# Title\n\nOnly one.\n", "markdown"),
        ("---\r\nid: q\r\n...\r\n# Title\r\n", "markdown"),
        ("---\rid: q\r---\r# Title\r", "markdown"),
        ("---\nid: q\n---\n- one\n- two\n", "markdown"),
        ("---\nid: q\n---\nTo: Stalin\n\nDear comrade,\n", "markdown"),
        (' {"id": 1}\n', "json"),
        ('[{"id": 1}]', "json"),
        ('{\n "id": 1}\n', "json"),
        ('{"id": 1}\n{"id": 2}\n', "jsonl"),
        ("id,title\n1,x\n", "csv"),
        ("id;title\n1;x\n", "csv"),
        ("id\ttitle\n1\tx\n", "tsv"),
        ("title: a, b\n", "yaml"),
    ],
)
def test_formats_are_told_apart(text: str, format_: str) -> None:
    assert sniff(text) == format_
    assert read("-", text.encode()).format == format_


@pytest.mark.parametrize(
    ("path", "format_"),
    [
        ("a.yaml", "yaml"), ("A.YML", "yaml"), ("a/b.c.json", "json"), ("a.ndjson", "jsonl"), ("a.md", "markdown"),
        ("a.csv", "csv"), ("a.tab", "tsv"), ("a.txt", None), ("yaml", None), ("a.d/json", None), ("-", None),
    ],
)  # fmt: skip
def test_formats_by_name(path: str, format_: str | None) -> None:
    assert format_of(path) == format_


@given(data())
def test_without_libyaml_the_same_is_read(value: dict) -> None:
    import yaml

    text = yaml.safe_dump(value, allow_unicode=True)
    fast = read("a.yaml", text.encode())
    kept, yaml_events.CParser = yaml_events.CParser, None
    try:
        slow = read("a.yaml", text.encode())
        assert [entry.data for entry in slow.entries] == [entry.data for entry in fast.entries]
        for entry, other in zip(fast.entries, slow.entries, strict=True):
            for pointer in pointers(entry.data):
                assert entry.locator.value(pointer) == other.locator.value(pointer)
    finally:
        yaml_events.CParser = kept


LARGE = {
    "brackets": ("a.yaml", lambda n: "[" * n),
    "dashes": ("a.yaml", lambda n: "- " * n),
    "braces": ("a.yaml", lambda n: "{a: " * n),
    "question marks": ("a.yaml", lambda n: "? " * n),
    "anchors": ("a.yaml", lambda n: "".join(f"a{i}: &a{i} x\n" for i in range(n // 10))),
    "aliases": ("a.yaml", lambda n: "a: &a x\nb:\n" + "- *a\n" * (n // 5)),
    "keys": ("a.yaml", lambda n: "".join(f"a{i}: x\n" for i in range(n // 8))),
    "repeated keys": ("a.yaml", lambda n: "a: x\n" * (n // 5)),
    "commas": ("a.yaml", lambda n: "{a: b" + ", c" * (n // 3) + "}"),
    "quotes": ("a.yaml", lambda n: "a: '" + "''" * (n // 2)),
    "blank lines": ("a.yaml", lambda n: "a: 'b" + "\n" * n + "c'"),
    "tag directives": ("a.yaml", lambda n: "".join(f"%TAG !a{i}! x\n" for i in range(n // 15)) + "---\na: b\n"),
    "json brackets": ("a.json", lambda n: "[" * n),
    "json quotes": ("a.json", lambda n: '{"a": "' + '\\"' * (n // 2)),
    "csv quotes": ("a.csv", lambda n: "id,b\n" + '1,"x""y\n' * (n // 8)),
    "csv pairs": ("a.csv", lambda n: "id,b\n1,\"" + '""' * (n // 2)),
    "csv columns": ("a.csv", lambda n: "id" + "".join(f",c.{i}.x" for i in range(n // 10)) + "\n1" + ",x" * (n // 10)),
    "csv steps": ("a.csv", lambda n: "id," + "a." * (n // 2) + "\n1,x\n"),
    "front matter": ("a.md", lambda n: "---\n" + "--- x\n" * (n // 6)),
}  # fmt: skip


@pytest.mark.parametrize("name", LARGE)
def test_work_grows_with_size_and_not_faster(name: str) -> None:
    """Counts the steps of our own code: ten times the text may take some ten times the steps, not a hundred."""
    path, make = LARGE[name]

    def steps(size: int) -> int:
        content, count = make(size).encode(), 0

        def tick(frame: object, event: str, arg: object) -> object:
            nonlocal count
            count += 1
            return tick

        old = sys.gettrace()
        sys.settrace(tick)
        try:
            document = read(path, content)
        finally:
            sys.settrace(old)
        assert document.entries or document.faults
        return count

    assert steps(20_000) < 15 * steps(2_000) + 10_000


def test_the_first_record_of_the_project() -> None:
    shared = Path(__file__).parents[3] / "shared" / "RECORD.md"
    if not shared.exists():
        pytest.skip("needs ../shared beside the checkout")
    text = shared.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    document = read("113732.yaml", text.encode())
    (entry,) = document.entries
    assert document.faults == ()
    assert entry.unquoted == ()
    assert entry.data["sources"][1]["list"] == "105-106"


@pytest.mark.parametrize("sign", [";", ",", "|", "\t"])
def test_a_first_line_may_tell_excel_the_delimiter(sign: str) -> None:
    text = f"sep={sign}\r\nid{sign}title\r\n1{sign}x\r\n"
    document = read("a.csv", text.encode())
    assert [entry.data for entry in document.entries] == [{"id": "1", "title": "x"}]
    assert document.place(document.entries[0].locator.value(("title",))).line == 3
    assert not document.faults
