"""Our own processor behind the interface of `provcheck.cite`: the same promises as citeproc-py's engine."""

from __future__ import annotations

import pytest
from cite_made_style import TITLE, entry, made_style
from cite_records import OTHER_RECORDS, SEED_RECORD

from provcheck.cite import cite, engines, native
from provcheck.cite.processor import Cite, Position, StyleFault
from provcheck.cite.rich import plain
from provcheck.csl import HTML, MARKDOWN, PLAIN_TEXT


def prepared(
    citation: str = TITLE, bibliography: str = TITLE, macros: str = "", locale: str = "en-US"
) -> native.Native:
    found = native.prepare("test", made_style(citation, bibliography, macros, locale))
    assert not isinstance(found, StyleFault)
    return found


def test_markup_in_a_field_is_text() -> None:
    hostile = "<script>alert(1)</script> <i>x</i> <span class=nocase>y</span> a & b"
    rich = entry(prepared(), title=hostile)
    assert plain(rich) == hostile + "."
    assert "<script" not in HTML.write(rich)


def test_our_own_marks_in_a_field_mean_nothing() -> None:
    marks = "".join(chr(code) for code in range(0xFDD0, 0xFDF0))
    assert plain(entry(prepared(), title=f"a{marks}b")) == "ab."


def test_looks_and_links_survive_while_their_text_is_escaped() -> None:
    processor = prepared(
        bibliography='<group delimiter=". "><text variable="title" font-style="italic"/><text variable="URL"/></group>'
    )
    rich = entry(processor, title="A * <b>", URL="https://example.org/a_b?x=1&y=2")
    assert HTML.write(rich) == (
        '<i>A * &lt;b&gt;</i>. <a href="https://example.org/a_b?x=1&amp;y=2">https://example.org/a_b?x=1&amp;y=2</a>.'
    )
    assert MARKDOWN.write(rich) == r"*A \* \<b\>*. <https://example.org/a_b?x=1&y=2>."
    assert PLAIN_TEXT.write(rich) == "A * <b>. https://example.org/a_b?x=1&y=2."


@pytest.mark.parametrize(
    ("position", "text"), [("first", "A, Title."), ("subsequent", "A."), ("ibid", "Ibid."), (None, "A, Title.")]
)
def test_a_lone_citation_is_in_the_position_asked_for(position: Position | None, text: str) -> None:
    processor = prepared(
        citation="""<choose><if position="ibid"><text term="ibid" text-case="capitalize-first"/></if>
        <else-if position="subsequent"><text macro="who"/></else-if>
        <else><group delimiter=", "><text macro="who"/><text variable="title"/></group></else></choose>""",
        macros='<macro name="who"><names variable="author"/></macro>',
    )
    item = {"type": "document", "title": "Title", "author": [{"family": "A"}]}
    for _ in range(2):  # and nothing is left behind by the run before
        (rendered,) = processor.citations([item], [[Cite(0, position)]])
        assert plain(rendered.text or ()) == text


def test_items_are_told_apart_by_their_place_alone() -> None:
    items = [{"id": "same", "title": "A"}, {"id": "same", "title": "B"}, {"title": "C"}]
    rendered = prepared().citations(items, [[Cite(n)] for n in range(3)])
    assert [plain(each.text or ()) for each in rendered] == ["A.", "B.", "C."]


def test_a_locale_that_is_not_there_is_a_warning() -> None:
    (rendered,) = prepared(locale="xx-XX").bibliography([{"title": "A"}])
    assert rendered.warnings == ("no CSL locale xx-XX; en-US is used",)


def test_a_broken_style_is_a_fault_with_its_line() -> None:
    fault = native.prepare("s", b"<style>\n<citation>")
    assert isinstance(fault, StyleFault)
    assert fault.line == 2


@pytest.mark.parametrize("style", ["cwihp-bulletin", "gost-r-7.0.5-archival", "plain"])
def test_our_styles_say_the_same_in_both_engines(style: str) -> None:
    """Where they differ our processor is right (quotes in titles, repeated translators): these styles have no such."""
    for record in (SEED_RECORD, *list(OTHER_RECORDS.values())[:4]):
        texts = []
        for name in engines.ENGINES:
            made = cite([record], style, engine=name)
            assert not isinstance(made, StyleFault)
            texts.append([(citation.form, citation.output) for citation in made])
        assert texts[0] == texts[1]
