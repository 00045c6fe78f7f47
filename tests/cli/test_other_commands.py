"""``cite``, ``parse``, ``explain``, ``styles``, ``init``, and what all commands have in common."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import pytest
from cli_support import BROKEN, GOOD, call, process

from provcheck import __version__
from provcheck.cli import COMMANDS

LINE = "APRF, fond 45, opis 1, delo 334, listy 105-106. Translated by Kathryn Weathersby."


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test in a folder of its own, without the configuration of this repository."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "provcheck.toml").write_text("")
    (tmp_path / "a.yaml").write_text(GOOD)
    return tmp_path


# -- all commands -----------------------------------------------------------------------------------------------------


def test_help_lists_every_command_and_shows_how_to_begin() -> None:
    result = call("--help")
    assert result.code == 0
    assert all(f"  {name} " in result.out for name in COMMANDS)
    assert "provcheck validate records" in result.out
    assert call().code == 2  # nothing said is misuse, with the same help


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_with_examples(name: str) -> None:
    result = call(name, "--help")
    assert result.code == 0
    assert f"provcheck {name}" in result.out
    assert "Options:" in result.out


def test_version() -> None:
    assert call("--version").out == f"provcheck, version {__version__}\n"


def test_an_unforeseen_failure_is_told_without_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **named: object) -> None:
        raise RuntimeError("unforeseen")

    monkeypatch.setattr("provcheck.check.check", fail)
    result = call("validate", "a.yaml")
    assert result.code == 2
    assert "unforeseen" in result.err
    assert "report" in result.err
    assert "Traceback" not in result.err
    with pytest.raises(RuntimeError):
        call("validate", "a.yaml", env={"PROVCHECK_TRACEBACK": "1"})


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full to write to")
@pytest.mark.parametrize(
    "words", [["parse", LINE], ["parse", "--format", "json", LINE], ["explain"], ["explain", "RGASPI"]]
)
def test_a_full_disk_is_no_defect(words: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        result = subprocess.run([sys.executable, "-m", "provcheck", *words], stdout=full, stderr=subprocess.PIPE)
    assert result.returncode == 2
    assert result.stderr.decode() == "Error: cannot write the output: No space left on device\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no shell to close streams")
@pytest.mark.parametrize("closed", ["1>&-", "2>&-", "1>&- 2>&-"])
def test_a_stream_that_the_caller_closed_is_not_missed(closed: str) -> None:
    command = f'"$0" -m provcheck parse "{LINE}" {closed}'
    result = subprocess.run(["/bin/sh", "-c", command, sys.executable], capture_output=True)
    assert (result.returncode, result.stderr) == (0, b"")
    assert (b"RGASPI" in result.stdout or b"APRF" in result.stdout) == ("1>" not in closed)


@pytest.mark.skipif(sys.platform == "win32", reason="no shell to close streams")
@pytest.mark.parametrize("asked", ["parse -", "parse --format jsonl -", "validate -"])
def test_standard_input_that_is_closed_is_told(asked: str) -> None:
    command = ["/bin/sh", "-c", f'"$0" -m provcheck {asked} <&-', sys.executable]
    result = subprocess.run(command, capture_output=True, text=True)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "Error: standard input is closed: there is nothing to read from it\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to send")
def test_ctrl_c_ends_quietly() -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "provcheck", "parse", "--format", "jsonl", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # a job in the background ignores it
    )
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(json.dumps({"id": "1", "text": LINE}).encode() + b"\n")
    child.stdin.flush()
    assert child.stdout.readline()  # it answers at once, and waits for more
    time.sleep(0.1)
    child.send_signal(signal.SIGINT)
    _, err = child.communicate(timeout=30)
    assert child.returncode == 130
    assert err == b""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to send")
def test_ctrl_c_while_the_program_is_loaded_ends_quietly() -> None:
    code = "import builtins, provcheck.__main__ as program\nload = builtins.__import__\n"
    code += "def pressed(name, *args):\n    if name == 'click': raise KeyboardInterrupt\n    return load(name, *args)\n"
    code += "builtins.__import__ = pressed\nprogram.main()\n"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    "words", [["parse", "--format", form, "many"] for form in ("text", "json", "jsonl")] + [["explain", "archive"]]
)
def test_a_reader_that_leaves_is_told_by_the_exit_code(words: list[str], unbuffered: str) -> None:
    Path("many").write_text("\n".join(json.dumps({"id": str(n), "text": LINE}) for n in range(400)))
    child = subprocess.Popen(
        [sys.executable, "-m", "provcheck", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
    )
    assert child.stdout is not None
    assert child.stderr is not None
    assert len(child.stdout.readline()) > 1
    child.stdout.close()  # as head -1 does
    assert child.stderr.read() == b""
    assert child.wait(60) == 141
    child.stderr.close()


# -- parse ------------------------------------------------------------------------------------------------------------


def test_parse_for_a_person() -> None:
    result = call("parse", LINE)
    assert result.code == 0
    assert result.out.splitlines()[0] == LINE
    assert "fond 45 · opis 1 · delo 334" in result.out
    assert "Kathryn Weathersby" in result.out


def test_parse_json_and_files() -> None:
    Path("lines.txt").write_text(f"{LINE}\n\n{LINE}\n")
    readings = json.loads(call("parse", "--format", "json", "lines.txt", LINE).out)
    assert len(readings) == 3
    assert readings[0] == readings[2]
    (mark,) = readings[0]["shelfmarks"]
    assert mark["archive_id"] == "aprf"
    assert mark["levels"] == [["fond", "45"], ["opis", "1"], ["delo", "334"]]
    assert mark["folios"] == [["105", "106"]]
    assert mark["written"] == "APRF, f. 45, op. 1, d. 334, ll. 105–106"


def test_parse_answers_json_lines() -> None:
    lines = [{"id": "x", "text": LINE}, {"id": 2, "text": "No archive here"}, {"text": ""}]
    stdin = "\ufeff" + "\n\n".join(json.dumps(line) for line in lines)
    result = call("parse", "--format", "jsonl", "-", stdin=stdin)
    answers = [json.loads(line) for line in result.out.splitlines()]
    assert result.code == 0
    assert [answer["id"] for answer in answers] == ["x", 2, None]
    assert answers[0]["translators"] == ["Kathryn Weathersby"]
    assert answers[1]["shelfmarks"] == []
    Path("lines.jsonl").write_text(stdin, encoding="utf-8")
    assert call("parse", "--format", "jsonl", "lines.jsonl").out == result.out


def test_a_text_where_json_lines_are_read_is_told_with_the_remedy() -> None:
    result = call("parse", "--format", "jsonl", LINE)
    assert result.code != 0
    assert "a text is read by --format json" in result.err
    assert "--format json" not in call("parse", "--format", "jsonl", "none.jsonl").err


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (b"{", "not JSON"),
        (b"[]", '"text"'),
        (b'{"id": "1"}', '"text"'),
        (b'{"id": "1", "text": 5}', '"text"'),
        (b"\xff", "UTF-8"),
        (b"RGANI, f. 5, op. 30, d. 7", "--format json"),
        (b'{"id": NaN, "text": "x"}', "NaN"),
        (b'{"id": 1e400, "text": "x"}', "write it as text"),
        (b'{"id": [-1e400], "text": "x"}', "write it as text"),
        (b'{"id": ' + b"9" * 6000 + b', "text": "x"}', "write it as text"),
        (b"[" * 100_000, "nested"),
    ],
)
def test_parse_goes_on_after_a_bad_line(bad: bytes, said: str) -> None:
    good = json.dumps({"id": "1", "text": LINE}).encode()
    result = call("parse", "--format", "jsonl", "-", stdin=b"\n".join([good, bad, good]))
    assert result.code == 2
    assert len(result.out.splitlines()) == 2
    assert result.err.startswith("line 2: ")
    assert said in result.err


def test_that_lines_are_no_json_is_told_once() -> None:
    result = call("parse", "--format", "jsonl", "-", stdin=b"one\ntwo\nthree\n{")
    assert [line.partition(" ")[0] for line in result.err.splitlines()] == ["line", "line", "the"]
    assert result.err.splitlines()[-1] == "the same is true of 2 more lines"


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c"])
def test_parse_ends_a_line_where_an_editor_does(sign: str) -> None:
    Path("lines.txt").write_bytes(f"RGASPI, f. 17, op. 3,{sign}d. 9, l. 1\r\n{LINE}\r{LINE}\n".encode())
    first, *others = json.loads(call("parse", "--format", "json", "lines.txt").out)
    assert first["shelfmarks"][0]["levels"] == [["fond", "17"], ["opis", "3"], ["delo", "9"]]
    assert first["shelfmarks"][0]["folios"] == [["1", "1"]]
    assert [other["text"] for other in others] == [LINE, LINE]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1251"])
def test_parse_reads_files_in_other_encodings(encoding: str) -> None:
    line = "АПРФ, фонд 45, опись 1, дело 334, листы 105-106, подлинник, машинопись"
    Path("lines.txt").write_text(f"{line}\n", encoding=encoding)
    result = call("parse", "lines.txt")
    assert result.code == 0
    assert "fond 45 · opis 1 · delo 334" in result.out
    assert ("Windows-1251" in result.err) == (encoding == "cp1251")


def test_parse_says_where_a_file_is_pieced_together() -> None:
    Path("lines.txt").write_bytes("РГАСПИ, ф. 17, оп. 3, д. 5\n".encode() + "ГАРФ, ф. 5446".encode("cp1251"))
    result = call("parse", "lines.txt")
    assert (result.code, result.out) == (2, "")
    assert "cannot read lines.txt: line 2, column 1: byte 0xC3 is not UTF-8" in result.err
    assert "convert each to UTF-8 and join them again" in result.err


@pytest.mark.parametrize(
    ("begin", "said"), [(b"%PDF-1.4\n1 0 obj", "a PDF file"), (b"{\\rtf1 text}", "in RTF"), (b"\x1f\x8b\x08", "gzip")]
)
def test_files_of_other_kinds_are_called_what_they_are(begin: bytes, said: str) -> None:
    Path("lines.txt").write_bytes(begin)
    Path("record.yaml").write_bytes(begin)
    assert "cannot read lines.txt: this is no text but a" in call("parse", "lines.txt").err
    assert said in call("parse", "lines.txt").err
    assert said in call("validate", "record.yaml").out


def test_parse_finds_nothing_to_read_in_a_byte_order_mark_alone() -> None:
    Path("lines.jsonl").write_bytes(b"\xef\xbb\xbf")
    assert call("parse", "--format", "jsonl", "lines.jsonl") == (0, "", "")


@pytest.mark.parametrize("codec", ["utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_parse_says_once_that_a_file_has_wide_characters(codec: str) -> None:
    Path("lines.jsonl").write_bytes(f'{{"id": "1", "text": "{LINE}"}}\n'.encode(codec) * 2)
    result = call("parse", "--format", "jsonl", "lines.jsonl")
    assert (result.code, result.out) == (2, "")
    (said,) = result.err.splitlines()
    assert said.startswith(f"this is {codec[:6].upper()}")
    if codec.endswith("e"):
        assert "UTF-16 without a byte order mark" in call("parse", "lines.jsonl").err


def test_parse_tells_of_a_line_too_long_to_be_read() -> None:
    Path("lines.txt").write_text(f"{LINE}\n{'TNA, FO 371/84123; ' * 1100}\n")
    for words in (("lines.txt",), ("--format", "json", "lines.txt")):
        result = call("parse", *words)
        assert result.err.startswith("lines.txt, line 2: the line is too long: its text after character 19,988")
    text = json.dumps({"text": "RGASPI 17/162/9; " * 1200})
    assert call("parse", "--format", "jsonl", "-", stdin=text).err.startswith("line 1: the line is too long")


def test_parse_tells_of_files_that_are_not_there() -> None:
    assert "no file lines.txt" in call("parse", "lines.txt").err
    assert call("parse", LINE).err == ""
    assert call("parse", ".").code == 2


def test_parse_reads_no_binary_file_as_lines() -> None:
    Path("scan.bin").write_bytes(b"\x89PNG\xff\x00\x01\xfe binary \x00\n\x00")
    result = call("parse", "scan.bin")
    assert result.code != 0
    assert "this is no text" in result.err
    assert "left over" not in result.out


def test_parse_takes_an_empty_text_for_a_line() -> None:
    result = call("parse", "", "RGASPI, f. 17, op. 3, d. 9")
    assert result.code == 0
    assert "no shelfmark read here" in result.out
    assert "delo 9" in result.out


def test_parse_without_words_reads_what_is_sent() -> None:
    assert call("parse", stdin=LINE).out == call("parse", LINE).out
    assert call("parse", "--format", "jsonl", stdin='{"id": "1", "text": "FO 371/1"}').code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of its own")
def test_parse_without_words_tells_a_person_what_it_wants() -> None:
    ours, theirs = os.openpty()
    words = [sys.executable, "-m", "provcheck", "parse"]
    result = subprocess.run(words, stdin=theirs, capture_output=True, text=True, timeout=60, check=False)
    os.close(ours)
    os.close(theirs)
    assert result.returncode == 2
    assert "nothing to read: give a TEXT, a FILE of lines, or -" in result.stderr


def test_parse_survives_half_a_character() -> None:
    result = process("parse", "--format", "jsonl", "-", stdin=b'{"id": "\\ud800", "text": "x \\udfff y"}\n')
    assert result.code == 0
    assert json.loads(result.out)["id"] == "\ud800"


def test_parse_refuses_what_it_cannot_read() -> None:
    assert call("parse", "--format", "jsonl", "gone.jsonl").code == 2
    assert call("parse", "--format", "jsonl", "a", "b").code == 2


# -- cite -------------------------------------------------------------------------------------------------------------


class _Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)


@pytest.mark.parametrize(
    ("words", "said"), [(["style", "plane"], "did you mean plain"), (["cut.csl"], "line 1: not well-formed XML")]
)
def test_explain_says_what_is_wrong_with_a_style(words: list[str], said: str) -> None:
    Path("cut.csl").write_text("<style>")
    result = call("explain", *words)
    assert result.code == 2
    assert said in result.err
    assert call("explain", "styles").out == call("explain", "style").out


def test_cite_tells_of_lines_that_were_lost() -> None:
    good = json.dumps({"id": "1", "title": "A letter", "sources": LINE})
    Path("records.jsonl").write_text(f"{good}\n{{bad\n{good}\n")
    result = call("cite", "records.jsonl", "--form", "note")
    assert result.code == 2
    assert len(result.out.splitlines()) == 2
    assert "records.jsonl:2:" in result.err


def test_cite_takes_no_nonsense_for_a_language() -> None:
    Path("a.yaml").write_text("id: 1\ntitle: A letter\n")
    result = call("cite", "a.yaml", "--locale", "no tag!")
    assert result.code == 2
    assert "en-GB" in result.err


def test_cite_in_one_form_is_one_line_a_record() -> None:
    result = call("cite", "a.yaml", "--form", "note")
    assert result.code == 0
    assert result.out == "RGASPI, f. 558, op. 11, d. 334, l. 105\n"


def test_cite_with_either_processor() -> None:
    from provcheck.cite.engines import ENGINES
    from provcheck.cli.cite import ENGINES as OFFERED

    assert OFFERED == ENGINES
    style = ("--style", "chicago-notes-bibliography-archival")
    assert call("cite", "a.yaml", *style, "--engine", "provcheck").out == call("cite", "a.yaml", *style).out
    assert call("cite", "a.yaml", "--engine", "pandoc").code == 2


def test_what_a_style_cannot_print_is_a_finding_at_the_record() -> None:
    Path("two.yaml").write_text(
        GOOD.replace("sources:", "x-before:") + "sources: [TNA FO 371/84081, TNA FO 371/84082]\n", encoding="utf-8"
    )
    result = call("cite", "two.yaml", "--style", "apa", "--form", "bibliography")
    assert result.code == 0
    assert result.err.startswith("two.yaml:1:1: warning[style-warning] apa: CSL has one slot for where a document is")
    Path("provcheck.toml").write_text('ignore = ["style-warning"]\n', encoding="utf-8")
    assert call("cite", "two.yaml", "--style", "apa", "--form", "bibliography").err == ""


def test_the_same_warning_for_many_records_is_told_once() -> None:
    lines = [
        f'{{"id": "{n}", "title": "T", "type": "letter", "date": "1950", "sources": "TNA FO 371/{n}"}}'
        for n in range(9)
    ]
    Path("many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    told = call("cite", "many.jsonl", "--style", "oscola", "--form", "bibliography").err.splitlines()
    assert [line.partition(" ")[0] for line in told if "the archive" in line][:3] == [
        "many.jsonl:1:1:", "many.jsonl:2:1:", "many.jsonl:3:1:"
    ]  # fmt: skip
    assert sum(line.startswith("6 more records: oscola") for line in told) == 2


def test_cite_in_several_styles_has_headings() -> None:
    out = call("cite", "a.yaml", "--style", "plain", "--style", "digital-archive", "--form", "note").out
    assert "plain: note\n-----" in out
    assert "digital-archive: note\n----" in out


def test_cite_html_is_a_page_or_a_fragment_in_which_nothing_runs() -> None:
    Path("a.yaml").write_text(GOOD.replace("Letter", "<script>alert(1)</script>"))
    style = ("--style", "chicago-notes-bibliography-archival", "--form", "note")
    page = call("cite", "a.yaml", "--format", "html", *style).out
    assert page.startswith("<!DOCTYPE html>")
    assert "script" not in _Tags(page).tags
    assert "&lt;script&gt;" in page
    fragment = call("cite", "a.yaml", "--format", "html", "--fragment", *style).out
    assert set(_Tags(fragment).tags) <= {"p", "i", "a"}


def test_cite_csl_json_is_one_list() -> None:
    items = json.loads(call("cite", "a.yaml", "--format", "csl-json").out)
    assert [item["id"] for item in items] == ["7"]
    assert call("cite", "a.yaml", "--format", "csl-json", "--style", "a", "--style", "b").code == 2


def test_cite_with_the_styles_of_the_configuration() -> None:
    Path("provcheck.toml").write_text('[cite]\nstyles = ["digital-archive"]\nforms = ["note"]\nformat = "markdown"\n')
    assert call("cite", "a.yaml").out == call("cite", "a.yaml", "--style", "digital-archive").out
    assert call("cite", "a.yaml").out != call("cite", "a.yaml", "--style", "plain").out


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["a.yaml", "--style", "plian"], "plain"),
        (["a.yaml", "--style", "gone.csl"], "gone.csl"),
        (["gone.yaml"], "gone.yaml"),
        (["empty"], "no records"),
    ],
)
def test_cite_refusals(args: list[str], said: str) -> None:
    Path("empty").mkdir()
    result = call("cite", *args)
    assert result.code == 2
    assert said in result.err


def test_cite_tells_what_it_could_not_read_and_cites_the_rest() -> None:
    Path("b.yaml").write_text("a: [")
    result = call("cite", "a.yaml", "b.yaml", "--form", "note")
    assert result.code == 2
    assert "b.yaml:1" in result.err
    assert "RGASPI" in result.out


# -- explain and styles -----------------------------------------------------------------------------------------------


def test_explain_without_a_word_lists_what_there_is() -> None:
    out = call("explain").out
    assert all(word in out for word in ("rules:", "fields (", "archives:", "conventions:", "styles:", "field-missing"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["field-missing"], "Fails:\n"),
        (["sources.archive"], "sources.archive"),
        (["RGASPI"], "Russian State Archive"),
        (["archive", "rgaspi"], "Russian State Archive"),
        (["convention", "russian"], "fond"),
        (["style", "plain"], "--style plain"),
        (["rule"], "field-missing"),
    ],
)
def test_explain(words: list[str], said: str) -> None:
    result = call("explain", *words)
    assert result.code == 0
    assert said in result.out


def test_explain_says_where_a_word_of_another_kind_has_its_page() -> None:
    result = call("explain", "rule", "russian")
    assert result.code != 0
    assert 'no rule is called "russian"; see `provcheck explain convention russian`' in result.err


@pytest.mark.parametrize(
    "words", [["x" * 100_000], ["rule", "x" * 100_000], ["style", "x" * 100_000], [f"{'x' * 999}.csl"]]
)
def test_explain_does_not_echo_a_long_word_whole(words: list[str]) -> None:
    assert len(call("explain", *words).err) < 1_000


def test_explain_says_first_that_a_code_has_several_archives() -> None:
    result = call("explain", "archive", "NAA")
    first, _, pages = result.out.partition("\n\n")
    assert first.startswith('"NAA" names ')
    assert "haa" in pages.partition("\n\n")[0]
    assert "naa" in pages.partition("\n\n")[0]


def test_explain_an_unknown_word() -> None:
    result = call("explain", "RGAPSI")
    assert result.code == 2
    assert "did you mean rgaspi" in result.err


def test_styles() -> None:
    assert "chicago-notes-bibliography-archival" in call("styles").out


# -- init -------------------------------------------------------------------------------------------------------------


def test_init_writes_what_validates_clean() -> None:
    assert call("init", "new").code == 0
    os.chdir("new")
    assert call("validate", ".", "--select", "*", "--fail-on", "hint").out.startswith("No findings: 1 record")
    assert call("validate", ".").code == 0
    assert call("cite", "records").code == 0


def test_init_overwrites_nothing() -> None:
    Path("new/records").mkdir(parents=True)
    Path("new/.pre-commit-config.yaml").write_text("repos: []\n")
    Path("new/records/sample-1.yaml").write_text("mine")
    result = call("init", "new")
    assert result.code == 0
    assert Path("new/records/sample-1.yaml").read_text() == "mine"
    assert Path("new/.pre-commit-config.yaml").read_text() == "repos: []\n"
    assert "id: provcheck-validate" in result.out
    before = {path: path.read_bytes() for path in Path("new").rglob("*") if path.is_file()}
    assert "written" not in call("init", "new").out
    assert before == {path: path.read_bytes() for path in Path("new").rglob("*") if path.is_file()}


def test_init_where_there_is_a_file() -> None:
    result = call("init", "a.yaml")
    assert result.code == 2
    assert "a.yaml is a file: name the folder" in result.err


def test_broken_records_are_cited_as_far_as_they_go() -> None:
    Path("a.yaml").write_text(BROKEN)
    assert call("cite", "a.yaml", "--form", "note").out


# -- import -----------------------------------------------------------------------------------------------------------

PAGE = f"""\
October 3, 1950

Ciphered Telegram from Roshchin in Beijing to Filippov [Stalin]

I report the answer of Mao Zedong.

Document Information

Source

{LINE}

Rights

Reuse is welcome.

Type

Telegram

Language

Russian

Record ID

113732
"""


def test_import_writes_a_record_that_validates() -> None:
    Path("page.txt").write_text(PAGE)
    result = call("import", "page.txt", "--output-dir", "records")
    assert result.code == 0
    assert "written  records" in result.out
    assert call("validate", "records").code == 0
    assert "APRF" in call("cite", "records", "--form", "note").out


@pytest.mark.parametrize(("form", "ending"), [("yaml", "yaml"), ("json", "json"), ("markdown", "md")])
def test_import_formats_and_standard_input(form: str, ending: str) -> None:
    assert call("import", "-", "-d", "r", "--format", form, stdin=PAGE).code == 0
    assert call("validate", f"r/113732.{ending}").code == 0


def test_import_writes_over_nothing_unless_forced() -> None:
    Path("page.txt").write_text(PAGE)
    Path("113732.yaml").write_text("mine")
    refused = call("import", "page.txt")
    assert refused.code == 2
    assert "--force" in refused.err
    assert Path("113732.yaml").read_text() == "mine"
    assert call("import", "page.txt", "--force").code == 0
    assert Path("113732.yaml").read_text() != "mine"


@pytest.mark.parametrize("page", ["gone.html", "http://127.0.0.1:1/gone", "https://", "http://[", "x\0y"])
def test_import_of_what_cannot_be_had(page: str) -> None:
    result = call("import", page)
    assert result.code == 2
    assert "cannot" in result.err
    assert "Traceback" not in result.err


def test_import_writes_all_its_files_or_none() -> None:
    Path("page.txt").write_text(PAGE)
    assert call("import", "page.txt", "-d", "whole").code == 0
    last = call("import", "page.txt", "-d", "whole", "--force").out.splitlines()[-1].removeprefix("written").strip()
    Path("half", Path(last).name).mkdir(parents=True)
    result = call("import", "page.txt", "-d", "half", "--force")
    assert result.code == 2
    assert "a folder of this name" in result.err
    assert [path.name for path in Path("half").iterdir()] == [Path(last).name]


def test_import_goes_on_with_the_next_page() -> None:
    Path("page.txt").write_text(PAGE)
    assert call("import", "gone.txt", "page.txt").code == 2
    assert Path("113732.yaml").exists()


def test_cite_takes_what_the_configuration_says_once_for_all() -> None:
    Path("provcheck.toml").write_text(
        '[defaults]\npublisher = "The Example Archive"\nurl = "https://example.org/{id}"\nrights = "Free"\n'
    )
    out = call("cite", "a.yaml", "--style", "digital-archive", "--form", "note").out
    assert "The Example Archive" in out
    assert "https://example.org/7" in out
    said = 'published: [{in: Another, url: "https://other.example/7"}]\n'
    Path("a.yaml").write_text(GOOD + said)
    assert "Example" not in call("cite", "a.yaml", "--style", "digital-archive", "--form", "note").out


def test_styles_of_no_class_or_an_empty_folder_are_told(tmp_path: Path) -> None:
    assert "'notes' is not one of 'note', 'author-date'" in call("styles", "--class", "notes").err
    told = call("styles", "--folder", str(tmp_path))
    assert told.code == 0
    assert told.err == f"there is no .csl file in {tmp_path}\n"
