"""Formatters: whatever a field holds comes out as text, read back by readers that know nothing of ours."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.csl import CLOSE, HTML, LATEX, MARKDOWN, PLAIN_TEXT, RTF, Format, Token, linked, text_of
from provcheck.csl.flow import raised

ITALIC, BOLD = Format(font_style="italic"), Format(font_weight="bold")
FLIPPED = Format(font_style="italic", flips=True)
LOOKS = st.sampled_from(
    [
        ITALIC,
        BOLD,
        FLIPPED,
        Format(font_variant="small-caps"),
        Format(text_decoration="underline"),
        Format(vertical_align="sup"),
        Format(link="https://example.org/a_b?x=1&y=%20#z"),
        Format(font_style="normal", font_weight="normal"),
    ]
)
SPECIAL = (
    "\\ { } $ & # % _ ^ ~ < > | \" ' ` - -- --- ?` !` << >> ? ! [ ] * ( ) . : ; + = \u00a0 1 <b> &amp; </i> \\par "
    "\u202e \x9b \n"
).split(" ")
PIECES = st.one_of(st.characters(codec="utf-16"), st.sampled_from([*SPECIAL, " "]))
TEXTS = st.lists(PIECES, max_size=12).map("".join)
SPOOFING = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
FLOWS = st.recursive(
    TEXTS.map(lambda text: [text]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda pair: pair[0] + pair[1]),
        st.tuples(LOOKS, inner).map(lambda pair: [pair[0], *pair[1], CLOSE]),
    ),
    max_leaves=6,
)


@given(FLOWS)
def test_html_is_read_as_the_text(tokens: list[Token]) -> None:
    heard: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert tag in {"i", "b", "sup", "span", "a"}

        def handle_data(self, data: str) -> None:
            heard.append(data)

    reader = Reader()
    reader.feed(HTML.write(tokens))
    reader.close()
    assert "".join(heard) == PLAIN_TEXT.write(tokens)


def test_text_without_looks_keeps_the_superscripts_of_unicode() -> None:
    tokens = [*raised("n.º 49, m²"), Format(vertical_align="sup"), "e", CLOSE]
    assert PLAIN_TEXT.write(tokens) == text_of(tokens) == "n.º 49, m²e"
    assert HTML.write(tokens) == "n.<sup>o</sup> 49, m<sup>2</sup><sup>e</sup>"


RTF_TOKEN = re.compile(
    r"\\u(?P<code>-?\d+) ?\?|\\(?P<char>[\\{}])|\\(?P<word>[a-z]+)(?P<number>-?\d+)? ?|(?P<star>\\\*)"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}]+)"
)
RTF_WORDS = {"i", "b", "scaps", "ul", "super", "field", "fldinst", "fldrslt"}


def rtf_text(source: str) -> str:
    """Read RTF: the words it may have, groups, and characters by their codes. Fails on anything else."""
    units: list[bytes] = []
    hidden = [False]
    at = 0
    while at < len(source):
        found = RTF_TOKEN.match(source, at)
        assert found, source[at:]
        at = found.end()
        if found["brace"] == "{":
            hidden.append(hidden[-1])
        elif found["brace"]:
            hidden.pop()
        elif found["word"]:
            assert found["word"] in RTF_WORDS, found["word"]
            hidden[-1] = hidden[-1] or found["word"] == "fldinst"
        elif not hidden[-1] and (text := found["char"] or found["text"]):
            assert text.isascii()
            units.append(text.encode("utf-16-le"))
        elif not hidden[-1] and found["code"]:
            units.append((int(found["code"]) % 0x10000).to_bytes(2, "little"))
    assert len(hidden) == 1, "groups are balanced"
    return b"".join(units).decode("utf-16-le")


@given(FLOWS)
def test_rtf_is_read_as_the_text(tokens: list[Token]) -> None:
    assert rtf_text(RTF.write(tokens)) == PLAIN_TEXT.write(tokens)


def test_rtf_has_signed_numbers_of_sixteen_bits() -> None:
    assert RTF.write(["Ж中😀é"]) == r"\u1046?\u20013?\u-10179?\u-8704?\u233?"
    assert RTF.write(["\uffef"]) == r"\u-17?"


LATEX_TOKEN = re.compile(
    r"(?P<bound>\\,|\\mbox\{-\})|\\(?P<char>[{}$&#%_])|\\(?P<word>[a-zA-Z]+)(?P<end>\{\})?|(?P<brace>[{}])|(?P<dead>[\\$&#%_^<>|\"'`])"
    r"|(?P<tie>~)|(?P<ligature>--+|\?`|!`)|(?P<text>.)",
    re.DOTALL,
)
SYMBOLS = {
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textquotedbl": '"',
    "textquotesingle": "'",
    "textasciigrave": "`",
}
MARKS = dict(
    zip(
        "`'^~=u.\"rHvdckb",
        "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0323\u0327\u0328\u0331",
        strict=True,
    )
)
ACCENT = re.compile(r"""\\([`'^~=u."rHvdckb])\{([^{}\\]+)\}""")
COMMANDS = {"textit", "textbf", "textup", "textmd", "textsc", "underline", "textsuperscript", "href"}


def latex_text(source: str) -> str:
    """Read LaTeX as TeX would: commands that it may have, their groups, symbols. Fails on anything else."""
    while (bare := ACCENT.sub(lambda found: found[2] + MARKS[found[1]], source)) != source:
        source = bare
    source = re.sub(r"\\t\{(.)(.[^{}]*)\}", "\\1\u0361\\2", source)
    out: list[str] = []
    depth = hide = 0
    at = 0
    while at < len(source):
        found = LATEX_TOKEN.match(source, at)
        assert found, source[at:]
        at = found.end()
        assert hide or not found["dead"], f"{found[0]!r} has a meaning in LaTeX"
        assert not found["ligature"], f"{found[0]!r} would be set as another character"
        if found["word"] in SYMBOLS:
            assert found["end"]
            piece = SYMBOLS[found["word"]]
        elif found["word"]:
            assert found["word"] in COMMANDS and source[at - bool(found["end"]) * 2] == "{", found[0]
            at -= bool(found["end"]) * 2
            hide = depth + 1 if found["word"] == "href" else hide
            continue
        elif found["brace"]:
            depth += 1 if found["brace"] == "{" else -1
            hide = 0 if depth < hide else hide
            continue
        elif found["bound"]:
            piece = "\u202f" if found["bound"] == "\\," else "\u2011"
        else:
            piece = found["char"] or ("\u00a0" if found["tie"] else found["text"])
        if not hide:
            out.append(piece)
    assert depth == 0
    return "".join(out)


def test_latex_has_commands_for_what_its_fonts_lack() -> None:
    assert LATEX.write(["Kyiv\u202f: p.\u00a012\u201115"]) == r"Kyiv\,: p.~12\mbox{-}15"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Го\u0301рький", r"Г\'{о}рький"),
        ("Rossii\u0306skai\u0361a", r"Rossi\u{i}ska\t{ia}"),
        ("i\u0361e\u0307; a\u0323\u0301", r"\t{i\.{e}}; \'{\d{a}}"),
        ("5\u0301 &\u0301", "5\u0301 \\&\u0301"),
    ],
)
def test_latex_sets_marks_over_their_letters(text: str, expected: str) -> None:
    assert LATEX.write([text]) == expected


def test_latex_keeps_hyphens_apart_where_nothing_is_written_between() -> None:
    upright = Format(font_style="normal")
    assert LATEX.write(["-", upright, "-", CLOSE, "-"]) == "-{}-{}-"
    assert LATEX.write(["-", ITALIC, "-", CLOSE]) == r"-\textit{-}"


@given(FLOWS)
def test_latex_is_read_as_the_text(tokens: list[Token]) -> None:
    assert latex_text(LATEX.write(tokens)) == PLAIN_TEXT.write(tokens)


@given(FLOWS)
def test_no_format_lets_controls_through_or_begins_with_a_blank(tokens: list[Token]) -> None:
    for formatter in (PLAIN_TEXT, HTML, MARKDOWN, RTF, LATEX):
        written = formatter.write(tokens)
        assert not any(unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in written)
        assert not SPOOFING.intersection(written)
        assert written.strip(" ") == written or formatter is RTF


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("*a* _b_ `c` [d](e) | f", r"\*a\* \_b\_ \`c\` \[d\](e) \| f"),
        ("# heading", r"\# heading"),
        ("1950. Telegram", r"1950\. Telegram"),
        ("- item", r"\- item"),
        ("+ item", r"\+ item"),
        ("a\n\n# b", r"a \# b"),
        ("    code", "code"),
        ("@key and $x$ ^2^ ~~no~~", r"\@key and \$x\$ \^2\^ \~\~no\~\~"),
        ("&lt; \\", r"\&lt; \\"),
    ],
)
def test_markdown_is_inert(text: str, written: str) -> None:
    assert MARKDOWN.write([text]) == written


@pytest.mark.parametrize(
    ("tokens", "written"),
    [
        (["a ", ITALIC, "b", CLOSE, "."], "a *b*."),
        (["a", ITALIC, " b ", CLOSE, "c"], "a *b* c"),
        ([ITALIC, "a", BOLD, "b", CLOSE, CLOSE], "*a<b>b</b>*"),
        ([ITALIC, "War.", CLOSE, "a"], "<i>War.</i>a"),
        (["x", ITALIC, "(y)", CLOSE, " z"], "x<i>(y)</i> z"),
        ([ITALIC, "a", CLOSE, BOLD, "b", CLOSE], "<i>a</i><b>b</b>"),
        ([ITALIC, "a ", FLIPPED, "b", CLOSE, " c", CLOSE], '*a <span style="font-style:normal">b</span> c*'),
        ([ITALIC, CLOSE, "a"], "a"),
    ],
)
def test_markdown_has_stars_where_they_are_understood(tokens: list[Token], written: str) -> None:
    assert MARKDOWN.write(tokens) == written


def test_a_link_in_every_format() -> None:
    tokens = linked(["see [https://example.org/a_b%20#c]."], "[", "]")
    assert HTML.write(tokens) == 'see <a href="https://example.org/a_b%20#c">https://example.org/a_b%20#c</a>.'
    assert MARKDOWN.write(tokens) == "see <https://example.org/a_b%20#c>."
    assert LATEX.write(tokens) == (r"see \href{https://example.org/a\_b\%20\#c}{https://example.org/a\_b\%20\#c}.")
    double = LATEX.write(linked(["[https://example.org/~a--b]"], "[", "]"))
    assert double == r"\href{https://example.org/~a--b}{https://example.org/\textasciitilde{}a-{}-b}"
    assert 'HYPERLINK "https://example.org/a_b%20#c"' in RTF.write(tokens)
    assert HTML.write(linked(["[javascript:alert(1)]"], "[", "]")) == "javascript:alert(1)"


def test_blocks_do_not_run_into_each_other() -> None:
    margin, inline = Format(display="left-margin"), Format(display="right-inline")
    tokens: list[Token] = [margin, "[1]", CLOSE, inline, "Title.", CLOSE]
    assert {formatter.write(tokens).replace("\\", "") for formatter in (PLAIN_TEXT, HTML, MARKDOWN, RTF, LATEX)} == {
        "[1] Title."
    }
