"""``provcheck validate``: what it reads, what it says, what it writes, how it ends."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_support import BROKEN, GOOD, call, process
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provcheck import fix
from provcheck.report import FORMATS


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test in a folder of its own, without the configuration of this repository."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "provcheck.toml").write_text("")
    return tmp_path


def put(name: str, text: str | bytes) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def test_the_example_of_the_documentation_is_what_is_said() -> None:
    page = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
    shown = page.partition("$ provcheck validate records\n")[2].partition("```")[0]
    (sources,) = re.findall(r"^6 \| (sources: .*)$", shown, re.MULTILINE)
    for number in range(12):
        said = sources if number == 7 else f"sources: RGASPI, f. 558, op. 11, d. {number}, l. 105"
        put(
            f"records/{number}.yaml",
            re.sub("^sources: .*$", said, GOOD, flags=re.MULTILINE).replace('"7"', str(number)),
        )
    assert call("validate", "records").out == shown


# -- exit codes -------------------------------------------------------------------------------------------------------


def test_a_clean_record() -> None:
    put("records/a.yaml", GOOD)
    none = "No findings: 1 record in 1 file.\n"
    assert call("validate", "records") == (0, f"{none}1 hint not shown; --fail-on hint shows it.\n", "")
    assert call("validate", "records", "--ignore", "source-as-text") == (0, none, "")


def test_hints_are_shown_and_counted_where_they_fail_and_never_mended_unasked() -> None:
    put("a.yaml", re.sub("^sources: .*$", "sources: QWERTZ, f. 1, op. 2, d. 3", GOOD, flags=re.MULTILINE))
    shown = call("validate", "a.yaml", "--fail-on", "hint")
    assert shown.code == 1
    assert "hint[archive-unknown]" in shown.out
    assert "2 hints in 1 file" in shown.out
    silent = call("validate", "a.yaml")
    assert (silent.code, silent.out.splitlines()[-1]) == (0, "2 hints not shown; --fail-on hint shows them.")
    assert call("validate", "a.yaml", "--diff", "--unsafe-fixes").out == ""
    assert call("validate", "a.yaml", "-q") == (0, "", "")


def test_an_error_is_exit_code_1() -> None:
    put("a.yaml", BROKEN)
    result = call("validate", "a.yaml")
    assert result.code == 1
    assert "a.yaml:2:1: error[field-unknown]" in result.out
    assert result.err == ""


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("hint", 1), ("never", 0)])
def test_fail_on(fail_on: str, code: int) -> None:
    put("provcheck.toml", '[severity]\nfield-unknown = "warning"\n')
    put("a.yaml", GOOD + "titel: x\n")
    assert call("validate", "a.yaml", "--fail-on", fail_on).code == code


def test_fail_on_of_the_configuration_and_never_for_errors() -> None:
    put("provcheck.toml", 'fail-on = "never"\n')
    put("a.yaml", BROKEN)
    assert call("validate", "a.yaml").code == 0
    assert call("validate", "a.yaml", "--fail-on", "error").code == 1


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["validate"], "Missing argument"),
        (["validate", ""], "an empty name"),
        (["validate", "gone.yaml"], "gone.yaml: there is no such file"),
        (["validate", "a.yaml", "--format", "xml"], "xml"),
        (["validate", "a.yaml", "--select", "field-unkown"], 'did you mean "field-unknown"?'),
        (["validate", "a.yaml", "--select", "typo-*"], 'there is no rule "typo-*"'),
        (["validate", "a.yaml", "--ignore", "relation_*"], 'did you mean "relation-*"?'),
        (["validate", "a.yaml", "--config", "gone.toml"], "gone.toml"),
        (["validate", "a.yaml", "--config", "x.toml", "--no-config"], "contradict"),
        (["validate", "a.yaml", "--unsafe-fixes"], "--fix"),
        (["validate", "a.yaml", "--write-baseline"], "--baseline"),
        (["validate", "a.yaml", "--baseline", "gone.json"], "gone.json"),
        (["validate", "a.yaml", "--output", "a.yaml/b"], "cannot write"),
        (["validate", "a.yaml", "-o", "./a.yaml"], "./a.yaml is one of the files that are read"),
        (["validate", ".", "--fix", "--format", "json", "-o", "a.yaml"], "a.yaml is one of the files that are read"),
        (["validate", "a.yaml", "--diff", "-o", "a.yaml"], "a.yaml is one of the files that are read"),
        (["validate", ".", "--baseline", "a.yaml", "--write-baseline"], "a.yaml holds records and is no baseline"),
        (["validate", "a.yaml", "--diff", "--format", "sarif"], "--diff writes a diff"),
        (["validate", "a.yaml", "--diff", "--baseline", "k.json", "--write-baseline"], "--diff writes a diff"),
        (["validate", "a.yaml", "--stats", "--format", "json"], "--stats is for --format text"),
        (["validate", "a.yaml", "--stats", "--quiet"], "--stats is for --format text"),
        (["validate", "a.yaml", "--stdin-filename", "b.yaml"], "give - as a path too"),
        (["valdate", "a.yaml"], "valdate"),
    ],
)
def test_misuse_is_exit_code_2_and_says_what_to_do(args: list[str], said: str) -> None:
    put("a.yaml", GOOD)
    put("b.yaml", BROKEN)
    result = call(*args)
    assert result.code == 2
    assert said in result.err
    assert "Traceback" not in result.err
    assert Path("a.yaml").read_text() == GOOD


def test_a_faulty_configuration_is_exit_code_2_with_its_line() -> None:
    put("provcheck.toml", '\nignore = ["labl-number"]\nfial-on = "error"\n')
    put("a.yaml", GOOD)
    result = call("validate", "a.yaml")
    assert result.code == 2
    assert "provcheck.toml:3:1" in result.err


def test_what_can_be_read_is_checked_even_if_something_cannot() -> None:
    put("a.yaml", BROKEN)
    result = call("validate", "a.yaml", "gone.yaml")
    assert result.code == 2
    assert "field-unknown" in result.out
    assert "gone.yaml" in result.err


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission() -> None:
    put("a.yaml", GOOD).chmod(0)
    result = call("validate", "a.yaml")
    assert result.code == 2
    assert "Permission denied" in result.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
@pytest.mark.parametrize("command", ["validate", "cite"])
def test_a_named_pipe_is_not_waited_for(command: str) -> None:
    os.mkfifo("pipe.yaml")
    result = call(command, "pipe.yaml")
    assert result.code == 2
    assert "cannot read pipe.yaml: it is a named pipe; send it to standard input instead (- < pipe.yaml)" in result.err


def test_a_folder_without_records_is_noticed() -> None:
    put("docs/readme.txt", "x")
    result = call("validate", "docs")
    assert result.code == 2
    assert "no records found in docs" in result.err


def test_files_that_the_configuration_leaves_out_are_no_failure() -> None:
    put("provcheck.toml", 'exclude = ["drafts/"]\n')
    put("drafts/a.yaml", BROKEN)
    result = call("validate", "drafts/a.yaml")
    assert result.code == 0
    assert "leaves out" in result.err


# -- finding files ----------------------------------------------------------------------------------------------------


def test_folders_are_searched_in_order_and_hidden_or_foreign_ones_are_not() -> None:
    for name in ("r/b.yaml", "r/a/z.yml", "r/.hidden/h.yaml", "r/node_modules/n.json", "r/c.txt", "r/.x.yaml"):
        put(name, BROKEN)
    put("r/notes.md", "# No record\n")
    report = json.loads(call("validate", "r", "--format", "json").out)
    assert list(dict.fromkeys(f["path"].replace(os.sep, "/") for f in report["findings"])) == ["r/a/z.yml", "r/b.yaml"]
    assert report["summary"]["files"] == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes by name")
def test_a_pipe_in_a_folder_is_passed_over_and_a_broken_link_told() -> None:
    put("r/a.yaml", GOOD)
    os.mkfifo("r/b.yaml")
    assert "1 record in 1 file" in call("validate", "r").out
    Path("r/c.yaml").symlink_to("gone")
    assert "c.yaml" in call("validate", "r").err


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless file here")
def test_an_endless_file_ends_in_a_finding() -> None:
    result = call("validate", "/dev/zero")
    assert result.code == 1
    assert "MiB" in result.out or "large" in result.out


def test_a_named_file_without_front_matter_is_told() -> None:
    put("notes.md", "# No record\n")
    result = call("validate", "notes.md")
    assert result.code == 1
    assert "front matter" in result.out


def test_a_file_named_twice_is_read_once() -> None:
    put("r/a.yaml", GOOD)
    once = call("validate", "r", "r/a.yaml", "./r/a.yaml")
    assert "1 record in 1 file" in once.out
    Path("link").symlink_to("r")
    for names in (
        ["r", Path("r/a.yaml").resolve()],
        ["r", f"../{Path.cwd().name}/r"],
        ["r/a.yaml", "link", "link/a.yaml"],
    ):
        assert call("validate", *names) == once


def test_a_pattern_that_no_shell_has_filled_in_is_filled_in() -> None:
    put("r/a.yaml", GOOD)
    put("r/b.yaml", GOOD.replace('"7"', '"8"'))
    assert "2 records in 2 files" in call("validate", "r/*.yaml").out
    assert call("validate", "r/*.json").code == 2


def test_the_configuration_above_the_first_path_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put("repo/provcheck.toml", 'ignore = ["field-*"]\n')
    put("repo/records/a.yaml", BROKEN)
    assert call("validate", "repo/records").code == 0
    assert call("validate", "repo/records", "--no-config").code == 1
    monkeypatch.chdir("repo/records")
    assert call("validate", "a.yaml").code == 0


def test_overrides_by_path() -> None:
    put("provcheck.toml", '[[overrides]]\npaths = ["old/"]\nignore = ["field-*"]\n')
    put("old/a.yaml", BROKEN)
    put("new/a.yaml", BROKEN)
    report = json.loads(call("validate", "old", "new", "--format", "json", "--ignore", "id-*").out)
    assert {f["path"].replace(os.sep, "/") for f in report["findings"]} == {"new/a.yaml"}


# -- standard input ---------------------------------------------------------------------------------------------------


def test_standard_input() -> None:
    result = call("validate", "-", stdin=BROKEN)
    assert result.code == 1
    assert "-:2:1: error[field-unknown]" in result.out


def test_standard_input_with_a_name_and_a_format() -> None:
    assert "records/7.json:1:" in call("validate", "-", "--stdin-filename", "records/7.json", stdin="{").out
    assert call("validate", "-", "--format-in", "markdown", stdin=f"---\n{GOOD}---\n").code == 0
    assert call("validate", "-", stdin=b"\xff\xfe\x00").code == 1


# -- mending ----------------------------------------------------------------------------------------------------------

ONE_LEAF = GOOD.replace("l. 105", "ll. 105")
"""A record with one thing that is safe to mend."""


def test_mending_counts_and_reports_only_what_is_on_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = put("kept/a.yaml", ONE_LEAF)
    put("b.yaml", ONE_LEAF.replace('"7"', '"8"').replace("334", "335"))
    write = fix.write_atomically

    def refuse(path: Path, data: bytes, *, read_as: bytes) -> None:
        if path == kept:
            raise PermissionError(13, "Permission denied")
        write(path, data, read_as=read_as)

    monkeypatch.setattr(fix, "write_atomically", refuse)
    result = call("validate", "--fix", ".")
    assert result.code == 2
    assert result.err == f"cannot write {kept}: Permission denied\n"
    assert "Mended 1 finding in 1 file." in result.out
    assert '"ll" stands before one leaf' in result.out
    assert "ll. 105" in result.out
    assert kept.read_text() == ONE_LEAF
    assert "ll. 105" not in Path("b.yaml").read_text()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_mending_leaves_alone_what_was_changed_meanwhile(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put("a.yaml", ONE_LEAF.replace("\n", "\r\n").encode(encoding))
    write = fix.write_atomically

    def late(path: Path, data: bytes, *, read_as: bytes) -> None:
        path.write_bytes(path.read_bytes() + b"# edit\r\n")
        write(path, data, read_as=read_as)

    with monkeypatch.context() as patched:
        patched.setattr(fix, "write_atomically", late)
        result = call("validate", "a.yaml", "--fix", "--ignore", "encoding")
    assert result.code == 2
    assert result.err.startswith("cannot write a.yaml: it was changed after it was read")
    assert "1 can be mended" in result.out and "Mended" not in result.out
    assert b"ll. 105" in path.read_bytes().replace(b"\0", b"") and path.read_bytes().endswith(b"# edit\r\n")
    path.write_bytes(ONE_LEAF.encode(encoding))
    assert "Mended 1 finding" in call("validate", "a.yaml", "--fix", "--ignore", "encoding").out


def test_mending_that_is_interrupted_says_how_far_it_came(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "abc":
        put(f"{name}.yaml", ONE_LEAF.replace('"7"', name).replace("334", str(ord(name))))
    write = fix.write_atomically

    def pressed(path: Path, data: bytes, *, read_as: bytes) -> None:
        if path.name == "b.yaml":
            raise KeyboardInterrupt
        write(path, data, read_as=read_as)

    monkeypatch.setattr(fix, "write_atomically", pressed)
    told = "interrupted: 1 of 3 files mended; run again for the rest\n"
    assert call("validate", ".", "--fix") == (130, "", told)


def test_what_an_alias_repeats_is_not_counted_as_mendable() -> None:
    text = re.sub("^sources: (.*)$", r'sources: [&s "\1"]\nx-s: *s', ONE_LEAF, flags=re.MULTILINE)
    put("a.yaml", text)
    for option in ([], ["--fix"]):
        result = call("validate", "a.yaml", *option)
        assert 'help: by hand, for --fix would change more than this: write "l"' in result.out
        assert "can be mended" not in result.out
    assert Path("a.yaml").read_text() == text


# -- outputs ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
def test_output_on_a_broken_record_is_as_it_was(form: str, golden: Callable[[str, str], None]) -> None:
    put("records/brief \u200f.yaml", BROKEN.replace("Letter", "Письмо \x1b[31m\U0001f4dc"))
    put("records/clean.yaml", GOOD.replace('"7"', '"8"'))
    put("records/deep.json", '{"id": "9", "date": "1950-10-03", "x-note": "' + "x" * 300 + '", "type": ["a"]}')
    result = call("validate", "records", "--format", form, "--select", "field-*,syntax,encoding,key-*")
    assert result.code == 1
    out = result.out.replace(os.sep, "/")
    if form == "sarif":  # the pages of rules belong to other tests
        log = json.loads(out)
        log["runs"][0]["tool"]["driver"]["rules"] = [r["id"] for r in log["runs"][0]["tool"]["driver"]["rules"]]
        out = json.dumps(log, indent=2, ensure_ascii=False) + "\n"
    golden(f"validate.{form}.txt", out)


def test_output_to_a_file() -> None:
    put("a.yaml", BROKEN)
    result = call("validate", "a.yaml", "--format", "sarif", "-o", "out/report.sarif")
    assert result.out == ""
    assert json.loads(Path("out/report.sarif").read_text())["version"] == "2.1.0"


@pytest.mark.parametrize("form", ["gitlab", "github", "sarif"])
def test_code_hosts_are_told_paths_from_the_top(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    here = put("repo/records/a.yaml", BROKEN).resolve()
    put("ext/e.yaml", BROKEN.replace('"7"', '"8"'))
    repo = here.parents[1]
    (repo / ".git").mkdir()
    monkeypatch.chdir(repo)
    plain = call("validate", "records", "--format", form, "--no-config").out
    assert "records/a.yaml" in plain and str(repo) not in plain

    def places(*names: str | Path) -> set[str]:
        told = call("validate", *names, "--format", form, "--no-config").out
        return set(re.findall(r'(?:"path": |"uri": |file=)"?([^",]+\.yaml)', told))

    assert places(repo / "records") == places(here) == {"records/a.yaml"}
    monkeypatch.chdir("records")
    assert places(".") == places("../records/a.yaml") == {"records/a.yaml"}
    assert places("a.yaml", "../../ext") == {"records/a.yaml", "../../ext/e.yaml"}


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab"])
def test_a_report_in_the_folder_is_no_record(form: str) -> None:
    for text in (BROKEN, GOOD):
        put("a.yaml", text)
        first = call("validate", ".", "--format", form).out
        for _ in range(2):
            call("validate", ".", "--format", form, "-o", "report.json")
            assert Path("report.json").read_text(encoding="utf-8") == first
    call("validate", ".", "--baseline", "known.json", "--write-baseline")
    assert "1 record in 1 file" in call("validate", ".").out


def test_quiet_tells_only_what_counts_a_line_each() -> None:
    put("provcheck.toml", '[severity]\nfield-unknown = "warning"\n')
    put("a.yaml", BROKEN.replace("rights: Public domain\n", ""))
    (line,) = call("validate", "a.yaml", "--quiet").out.splitlines()
    assert line.startswith("a.yaml:1:1: error[field-missing]")
    put("b.yaml", GOOD.replace('"7"', '"8"'))
    assert call("validate", "b.yaml", "-q").out == ""


def test_stats_count_rules() -> None:
    put("a.yaml", BROKEN + "a: 1\nb: 2\n")
    out = call("validate", "a.yaml", "--stats").out
    assert out.splitlines()[0].split() == ["3", "error", "field-unknown"]


@pytest.mark.parametrize(
    ("env", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, False),
    ],
)
def test_colours(env: dict[str, str], coloured: bool) -> None:
    put("a.yaml", BROKEN)
    clean = {"NO_COLOR": "", "FORCE_COLOR": ""} | env
    assert ("\x1b[" in call("validate", "a.yaml", env=clean).out) == coloured


def test_no_file_drives_the_terminal() -> None:
    put("a.yaml", BROKEN.replace("titel", '"\\e]0;owned\\a\\u202etitel"').replace("Letter", "x\x9b31m"))
    result = call("validate", "a.yaml")
    assert result.code == 1
    assert not {"\x1b", "\x9b", "\x07", "\u202e"} & set(result.out)


def test_a_link_to_a_file_that_is_looked_at_is_no_second_record() -> None:
    put("a.yaml", GOOD)
    Path("b.yaml").symlink_to("a.yaml")
    Path("c.yaml").symlink_to("gone.yaml")
    both = call("validate", "a.yaml", "b.yaml")
    assert (both.code, both.out.splitlines()[0]) == (0, "No findings: 1 record in 1 file.")
    assert call("validate", "b.yaml").code == 0
    assert "c.yaml" in call("validate", ".").err


# -- baseline ---------------------------------------------------------------------------------------------------------


def test_a_baseline_hides_what_was_known_until_it_is_gone() -> None:
    put("a.yaml", BROKEN)
    assert call("validate", "a.yaml", "--baseline", "known.json", "--write-baseline").code == 0
    put("a.yaml", "# moved\n" + BROKEN)
    known = call("validate", "a.yaml", "--baseline", "known.json")
    assert known.code == 0
    assert "known to known.json" in known.out
    put("a.yaml", BROKEN + "note: [\n")
    assert call("validate", "a.yaml", "--baseline", "known.json").code == 1
    put("a.yaml", GOOD)
    gone = call("validate", ".", "--baseline", "known.json")
    assert gone.code == 0
    assert "gone, but still in known.json" in gone.out


def test_a_baseline_remembers_the_files_that_a_run_does_not_look_at() -> None:
    put("provcheck.toml", 'baseline = "known.json"\n')
    put("a/a.yaml", BROKEN)
    put("b/b.yaml", BROKEN.replace("id: ", "id: b"))
    call("validate", ".", "--write-baseline")
    for some in ("a", "a/a.yaml"):
        assert "gone" not in call("validate", some).out
        call("validate", some, "--write-baseline")
        assert call("validate", "b").code == 0
    Path("b/b.yaml").unlink()
    assert "in b/b.yaml" in call("validate", "a").out


def test_a_broken_baseline_can_be_written_anew() -> None:
    put("a.yaml", BROKEN)
    put("known.json", "junk")
    assert call("validate", "a.yaml", "--baseline", "known.json", "--write-baseline").code == 0
    assert call("validate", "a.yaml", "--baseline", "known.json").code == 0


def test_the_configuration_can_name_the_baseline() -> None:
    put("provcheck.toml", 'baseline = "known.json"\n')
    put("a.yaml", BROKEN)
    call("validate", "a.yaml", "--write-baseline")
    assert call("validate", "a.yaml").code == 0
    put("known.json", "junk")
    assert "not JSON" in call("validate", "a.yaml").err


# -- junk -------------------------------------------------------------------------------------------------------------


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=120), st.sampled_from(["a.yaml", "a.json", "a.jsonl", "a.md", "a.csv", "a.tsv"]))
def test_junk_files_end_in_findings(data: bytes, name: str) -> None:
    put(name, data)
    result = call("validate", name, "--format", "json")
    assert result.code in {0, 1}
    assert result.err == ""
    assert all(f["rule"] != "internal-error" for f in json.loads(result.out)["findings"])


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(GOOD.splitlines())), st.text(max_size=40), st.sampled_from(FORMATS))
def test_spoilt_records_end_in_findings(line: str, junk: str, form: str) -> None:
    put("a.yaml", GOOD.replace(line, f"{line}{junk}").encode("utf-8", "surrogatepass"))
    result = call("validate", "a.yaml", "--format", form)
    assert result.code in {0, 1}
    assert "internal-error" not in result.out


# -- as a process of its own ------------------------------------------------------------------------------------------


def test_a_reader_that_leaves_is_no_error() -> None:
    import subprocess

    for number in range(60):
        put(f"r/{number}.yaml", BROKEN * 1)
    first = subprocess.Popen(
        [sys.executable, "-m", "provcheck", "validate", "r"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert first.stdout is not None
    assert first.stderr is not None
    first.stdout.close()
    assert first.stderr.read() == b""
    assert first.wait(60) == 141
    first.stderr.close()


def test_a_stream_that_cannot_show_a_letter_is_no_error() -> None:
    put("a.yaml", BROKEN.replace("Letter", "Письмо"))
    result = process("validate", "a.yaml", env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert result.code == 1
    assert "\\u041f" in result.out
    machine = process("validate", "a.yaml", "--format", "json", env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert json.loads(machine.out)["findings"]


def test_nothing_heavy_is_loaded() -> None:
    put(
        "a.yaml",
        re.sub("^sources: .*$", "sources: {archive: APRF, fond: 45, opis: 1, delo: 3}", GOOD, flags=re.MULTILINE),
    )
    code = (
        "import sys; from provcheck.cli import run; run(['validate', 'a.yaml']);"
        "print([m for m in ('requests', 'lxml', 'citeproc', 'jsonschema', 'hypothesis', 'difflib', 'tempfile',"
        "'hashlib', 'logging', 'xml', 'urllib.request') if m in sys.modules])"
    )
    import subprocess

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_letters_of_ids_and_files_may_be_composed_otherwise() -> None:
    put("r/Bu\u0308cher.txt", "words")
    put("r/a.yaml", GOOD + "files: [{path: B\u00fccher.txt}]\nrelations: [{rel: reply-to, to: Z\u00fcrich-1}]\n")
    put("r/b.yaml", GOOD.replace('id: "7"', "id: Zu\u0308rich-1"))
    report = json.loads(call("validate", "r", "--select", "file-*,relation-target,id-*", "--format", "json").out)
    assert report["findings"] == []
    put("notes.txt", "1: Z\u00fcrich-1\n")
    assert call("cite", "r", "--notes", "notes.txt").code == 0


def test_files_that_a_record_names_are_looked_for_beside_it() -> None:
    put("r/text.txt", "words")
    digest = "0" * 64
    put("r/a.yaml", GOOD + f"files: [{{path: text.txt, sha256: '{digest}'}}, {{path: gone.jpg}}]\n")
    report = json.loads(call("validate", "r/a.yaml", "--format", "json").out)
    assert {finding["rule"] for finding in report["findings"]} == {"file-changed", "file-missing"}


def test_what_is_wrong_with_a_column_is_told_once() -> None:
    put("a.csv", "id,titel,date\n1,A,1950\n2,B,1950-13\n3,C,1950-13\n")
    report = json.loads(call("validate", "a.csv", "--select", "field-unknown,date-invalid", "--format", "json").out)
    assert [(one["rule"], one["line"]) for one in report["findings"]] == [
        ("field-unknown", 1),
        ("date-invalid", 3),
        ("date-invalid", 4),
    ]
