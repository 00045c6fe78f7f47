"""Fixes: only what was meant changes, it is proved, and a file is written whole or not at all."""

from __future__ import annotations

import os
import random
import stat
import sys
from collections.abc import Iterable
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.fix import Fixed, apply, diff, edited, write_atomically
from provcheck.model.document import Document, Edit, Pointer, Span, Value
from provcheck.model.finding import Change, Finding
from provcheck.read import read

RECORD = """\
# keep me
id: 0102   # and me
sources:  APRF, fond 45
people: {sender: A,   recipient: B}
title: >-
  long and
  folded
"""


def finding(document: Document, *changes: tuple[Pointer, Value], safe: bool = True, entry: int = 0) -> Finding:
    """A finding whose fix makes *changes*."""
    edits: list[Edit] = []
    for pointer, value in changes:
        edits += document.entries[entry].locator.replace(pointer, value) or ()
    return Finding(
        "rule",
        "warning",
        "message",
        document.path,
        document.place(document.entries[entry].locator.value(changes[0][0])),
        changes[0][0],
        fix="mend it",
        fix_safe=safe,
        edits=tuple(sorted(edits)),
        entry=entry,
        changes=tuple(Change(pointer, value) for pointer, value in changes),
    )


def fixed(name: str, data: bytes, *changes: tuple[Pointer, Value]) -> Fixed:
    """What one fix makes of *data*."""
    document = read(name, data)
    return apply(document, [finding(document, *changes)])


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [True, False])
def test_comments_layout_line_ends_mark_and_end_of_file_stay(newline: str, mark: bytes, end: bool) -> None:
    text = (RECORD if end else RECORD.rstrip("\n")).replace("\n", newline)
    result = fixed("a.yaml", mark + text.encode(), (("id",), "0102"), (("people", "via"), "C"))
    wanted = text.replace("0102", '"0102"').replace("B}", "B, via: C}")
    assert result.data == mark + wanted.encode()
    assert len(result.applied) == 1
    assert result.dropped == ()


@pytest.mark.parametrize(
    ("name", "data", "pointer", "value", "wanted"),
    [
        ("a.md", "---\r\nid: 0102\r\n---\r\ntext é\r\n", ("id",), "0102", '---\r\nid: "0102"\r\n---\r\ntext é\r\n'),
        ("a.json", '{"id": 5,\n\t"b": 1}', ("c",), "d", '{"id": 5,\n\t"b": 1,\n\t"c": "d"}'),
        ("a.jsonl", '{"a": 1}\n', ("a",), "b", '{"a": "b"}\n'),
        ("a.yaml", 'a: "l. 4\\u202e é"\n', ("a",), "ll. 4\u202e é", 'a: "ll. 4\\u202E é"\n'),
        ("a.json", '{"a": "l. 4\\u202e é"}\n', ("a",), "ll. 4\u202e é", '{"a": "ll. 4\\u202e é"}\n'),
        ("a.csv", "id,t\r\n1,\r\n", ("t",), "a,b", 'id,t\r\n1,"a,b"\r\n'),
        ("a.csv", "id,t\n1,x\n", ("t",), "", "id,t\n1,\n"),
    ],
)
def test_every_format(name: str, data: str, pointer: Pointer, value: Value, wanted: str) -> None:
    assert fixed(name, data.encode(), (pointer, value)).text == wanted


def test_utf16_stays_utf16() -> None:
    data = b"\xff\xfe" + "id: 0102\n".encode("utf-16-le")
    assert fixed("a.yaml", data, (("id",), "é")).data == b"\xff\xfe" + "id: é\n".encode("utf-16-le")


def test_many_records_in_one_file() -> None:
    document = read("a.yaml", b"- {id: 1}\n- {id: 2}\n---\nid: 3\n")
    result = apply(document, [finding(document, (("id",), str(n + 7)), entry=n) for n in range(3)])
    assert result.text == "- {id: 7}\n- {id: 8}\n---\nid: 9\n"


def test_unsafe_fixes_are_applied_only_when_asked_for() -> None:
    document = read("a.yaml", b"id: 1\n")
    risky = finding(document, (("id",), "2"), safe=False)
    assert apply(document, [risky]).document is document
    assert apply(document, [risky], unsafe=True).text == "id: 2\n"


def test_of_two_fixes_on_one_place_the_second_waits() -> None:
    document = read("a.yaml", b"id: 1\nt: {a: b}\n")
    findings = [
        finding(document, (("id",), "2")),
        finding(document, (("id",), "3")),
        finding(document, (("t", "a"), "c")),
        finding(document, (("t",), "d")),
    ]
    result = apply(document, findings)
    assert result.text == "id: 2\nt: {a: c}\n"
    assert result.waiting == (findings[1], findings[3])


def test_two_fixes_may_add_to_one_mapping() -> None:
    document = read("a.yaml", b"id: 1\n")
    result = apply(document, [finding(document, (("b",), "2")), finding(document, (("c",), "3"))])
    assert result.document.entries[0].data == {"id": "1", "b": "2", "c": "3"}


def reaching_too_far(document: Document, key: str) -> Finding:
    """Return a fix whose edit takes the next line with it."""
    made = finding(document, ((key,), "6"))
    ((span, text),) = made.edits
    return replace(made, edits=(Edit(Span(span.start, document.text.index("\n", span.end + 1)), text),))


def test_a_fix_that_would_alter_more_is_dropped_and_the_others_are_applied() -> None:
    document = read("a.yaml", b"a: 1\nb: 1\nc: 2\nd: 3\n")
    good = [finding(document, (("c",), "4")), finding(document, (("d",), "5"))]
    bad = reaching_too_far(document, "a")
    result = apply(document, [good[0], bad, good[1]])
    assert result.text == "a: 1\nb: 1\nc: 4\nd: 5\n"
    assert result.applied == tuple(good)
    assert [(drop.finding, drop.reason) for drop in result.dropped] == [
        (bad, "the fix would not do what it says, or change other values too")
    ]


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (Edit(Span(4, 5), "'"), "could not be read"),
        (Edit(Span(4, 5), "1\n---\nid: 2"), "more or fewer records"),
        (Edit(Span(4, 5), "2\nt: 3"), "other values"),
        (Edit(Span(4, 5), "1 # 2"), "change nothing"),
    ],
)
def test_bad_edits_are_dropped(edit: Edit, reason: str) -> None:
    document = read("a.yaml", b"id: 1\n")
    made = finding(document, (("id",), "2"))
    bad = Finding(made.rule, made.severity, "", "", made.place, fix_safe=True, edits=(edit,), changes=made.changes)
    result = apply(document, [bad])
    assert result.document is document
    assert reason in result.dropped[0].reason


def test_files_that_cannot_be_read_are_left_alone() -> None:
    document = read("a.yaml", b"id: [\n")
    made = Finding("rule", "error", "", "", document.place(Span(0, 0)), fix_safe=True, edits=(Edit(Span(0, 2), "x"),))
    assert apply(document, [made]).document.text in ("id: [\n", "x: [\n")


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from(["0102", "x", "y, z", "no", "a: b"])), max_size=8))
def test_applying_until_nothing_is_left_gives_what_is_wanted_and_stays(wishes: list[tuple[str, str]]) -> None:
    document = read("a.yaml", b"a: 1\nb: 0102\nc: {d: x}\n")
    last = dict(reversed(wishes))

    def check(now: Document) -> Iterable[Finding]:
        data = now.entries[0].data
        assert isinstance(data, dict)
        unquoted = {pointer for pointer, _ in now.entries[0].unquoted}
        for key, value in last.items():
            if data.get(key) != value or (key,) in unquoted:
                yield finding(now, ((key,), value))

    for _ in range(4):
        document = apply(document, check(document)).document
    assert list(check(document)) == []
    assert apply(document, check(document)).document is document
    assert document.entries[0].data == {"a": "1", "b": "0102", "c": {"d": "x"}} | last


LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\r\n", "d\x85d\n", "\n"]), max_size=30)


@given(LINES, LINES, st.booleans())
def test_a_diff_leads_from_the_old_text_to_the_new(before: list[str], after: list[str], end: bool) -> None:
    old, new = "".join(before), "".join(after) + ("" if end else "z")
    assert patched(old, list(diff("a.yaml", old, new))) == new


def patched(old: str, lines: list[str]) -> str:
    """*old* with a unified diff applied, strictly."""
    source = old.splitlines(keepends=True) if "\x85" not in old else [line + "\n" for line in old.split("\n")[:-1]]
    result: list[str] = []
    at = 0
    for line in lines[2:]:
        if line.startswith("@@"):
            start, _, length = line.split()[1][1:].partition(",")
            begin = int(start) - (length != "0")
            result += source[at:begin]
            at = begin
            continue
        sign, text = line[0], line[1:].removesuffix("\n\\ No newline at end of file\n")
        if sign in " -":
            assert source[at] == text
            at += 1
        if sign in " +":
            result.append(text)
    return "".join(result + source[at:])


def test_a_diff_of_a_small_change_is_the_usual_one() -> None:
    new = RECORD.replace("0102", '"0102"')
    usual = unified_diff(RECORD.splitlines(True), new.splitlines(True), "a/r/a.yaml", "b/r/a.yaml")
    assert list(diff("./r/a.yaml", RECORD, new)) == list(usual)
    assert list(diff("a", RECORD, RECORD)) == []


def test_edits_are_made_in_the_order_of_the_text() -> None:
    assert edited("abc", [Edit(Span(2, 3), "x"), Edit(Span(0, 1), ""), Edit(Span(1, 1), "y")]) == "ybx"


def test_writing_keeps_mode_and_links_and_leaves_nothing_behind(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_atomically(link, b"new")
    assert real.read_bytes() == b"new"
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.yaml", "real.yaml"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root may write as somebody else")
def test_writing_keeps_the_owner(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    os.chown(path, 65534, 65534)
    path.chmod(0o4640)
    write_atomically(path, b"new")
    now = path.stat()
    assert (path.read_bytes(), now.st_uid, now.st_gid, stat.S_IMODE(now.st_mode)) == (b"new", 65534, 65534, 0o4640)


def test_writing_a_new_file_respects_the_umask(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        write_atomically(tmp_path / "a", b"x")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


def test_what_others_wrote_meanwhile_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old, edited")
    with pytest.raises(OSError, match="changed after it was read"):
        write_atomically(path, b"new", read_as=b"old")
    assert path.read_bytes() == b"old, edited"
    path.unlink()
    with pytest.raises(FileNotFoundError):
        write_atomically(path, b"new", read_as=b"old")
    assert list(tmp_path.iterdir()) == []
    path.write_bytes(b"new")  # another run has mended it already
    write_atomically(path, b"new", read_as=b"old")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everything")
def test_a_file_protected_against_writing_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(PermissionError):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"


def test_when_writing_fails_the_old_file_is_untouched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.yaml"]


def test_hundreds_of_fixes_with_one_bad_among_them() -> None:
    text = "".join(f"k{n}: {n}\n" for n in range(300)) + "x: 1\ny: 1\n"
    document = read("a.yaml", text.encode())
    findings = [finding(document, ((f"k{n}",), "v")) for n in range(300)] + [reaching_too_far(document, "x")]
    random.Random(1).shuffle(findings)
    result = apply(document, findings)
    assert len(result.applied) == 300
    assert len(result.dropped) == 1
