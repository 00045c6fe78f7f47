"""citeproc-py behind our interface: what it gets wrong must not come through."""

from __future__ import annotations

import sys
import warnings
from typing import Any

import pytest
from cite_made_style import STYLE, TITLE, entry, made_style
from cite_records import OTHER_RECORDS, SEED, made

from provcheck.cite import Section, StyleFault, cite, document, engine, find
from provcheck.cite.processor import Cite, Position
from provcheck.cite.rich import plain, tidied
from provcheck.csl import CLOSE, HTML, MARKDOWN, PLAIN_TEXT, Format, Token


def prepared(
    citation: str = TITLE, bibliography: str = TITLE, macros: str = "", locale: str = "en-US"
) -> engine.Engine:
    found = engine.prepare("test", made_style(citation, bibliography, macros, locale))
    assert not isinstance(found, StyleFault)
    return found


HOSTILE = '<script>alert(1)</script> <i>x</i> <span class="nocase">y</span> a & b'


def test_markup_in_a_field_is_text() -> None:
    rich = entry(prepared(), title=HOSTILE)
    assert plain(rich) == HOSTILE + "."
    assert HTML.write(rich) == (
        "&lt;script&gt;alert(1)&lt;/script&gt; &lt;i&gt;x&lt;/i&gt; "
        '&lt;span class="nocase"&gt;y&lt;/span&gt; a &amp; b.'
    )


def test_our_own_marks_in_a_field_mean_nothing() -> None:
    marks = "".join(chr(code) for code in range(0xFDD0, 0xFDF0))
    assert entry(prepared(), title=f"a{marks}b") == ["ab."]


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
    "url", ["javascript:alert(1)", "https://x/\"onclick='1'", "data:text/html,x", "https://x/> <b>", "ftp://x.org/"]
)
def test_only_a_plain_web_address_becomes_a_link(url: str) -> None:
    rich = entry(prepared(bibliography='<text variable="URL"/>'), URL=url)
    assert "<a" not in HTML.write(rich)
    assert f"<{url}>" not in MARKDOWN.write(rich)


def test_quotation_marks_nest_and_take_the_stop_inside_where_the_locale_wants_it() -> None:
    quoted = '<group delimiter=", "><text variable="title" quotes="true"/><text variable="genre"/></group>'
    title = 'On “peace” and "war"'
    american = entry(prepared(bibliography=quoted), title=title, genre="note")
    assert plain(american) == "“On ‘peace’ and ‘war,’” note."
    assert plain(entry(prepared(bibliography=quoted, locale="en-GB"), title=title)) == "‘On “peace” and “war”’."
    assert plain(entry(prepared(bibliography=quoted, locale="de-DE"), title="Brief")) == "„Brief“."
    assert plain(entry(prepared(bibliography=quoted), title="Why?")) == "“Why?”"


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
        assert plain(rendered.text or ()).replace("..", ".") == text


def test_positions_follow_from_the_order_of_citing() -> None:
    processor = prepared(
        citation="""<choose><if position="ibid"><text value="there"/></if><else-if position="subsequent">
        <text value="again"/></else-if><else><text variable="title"/></else></choose>"""
    )
    items = [{"type": "document", "title": title} for title in "AB"]
    order = [[Cite(0)], [Cite(0)], [Cite(1)], [Cite(0)]]
    assert [plain(r.text or ()) for r in processor.citations(items, order)] == ["A.", "there.", "B.", "again."]


def test_a_title_in_place_of_an_author_is_printed_once() -> None:
    processor = prepared(
        bibliography='<group delimiter=", "><text macro="who"/><text macro="what"/></group>',
        macros='<macro name="who"><names variable="author"><substitute><text macro="what"/></substitute></names>'
        '</macro><macro name="what"><text variable="title"/></macro>',
    )
    assert plain(entry(processor, title="Minutes")) == "Minutes."
    assert plain(entry(processor, title="Minutes", author=[{"family": "A"}])) == "A, Minutes."


def test_given_names_are_initialised_only_where_the_style_says_so() -> None:
    style = STYLE.replace('version="1.0"', 'version="1.0" initialize-with=". "').format(
        locale="en-US",
        macros="",
        citation='<names variable="author"><name/></names>',
        bibliography='<names variable="author"><name initialize="false"/></names>',
    )
    processor = engine.prepare("test", style.encode())
    assert not isinstance(processor, StyleFault)
    item = {"type": "document", "author": [{"family": "Weathersby", "given": "Kathryn"}]}
    assert plain(processor.citations([item], [[Cite(0)]])[0].text or ()) == "K. Weathersby."
    assert plain(processor.bibliography([item])[0].text or ()) == "Kathryn Weathersby."


def test_a_date_written_in_one_way_does_not_change_the_next() -> None:
    processor = prepared(
        citation='<date variable="issued" form="text"><date-part name="month" form="short"/></date>',
        bibliography='<date variable="issued" form="text"/>',
    )
    item = {"type": "document", "issued": {"date-parts": [[1950, 10, 3]]}}
    for _ in range(2):
        assert plain(processor.citations([item], [[Cite(0)]])[0].text or ()) == "Oct. 3, 1950."
        assert plain(processor.bibliography([item])[0].text or ()) == "October 3, 1950."


def test_each_record_gets_its_own_entry_whatever_its_id() -> None:
    ids = ["X1", "x1", "", "X1", "ß", "ẞ", "SS", None]
    records = [made(SEED | {"id": id_, "title": f"Title {n}", "people": {}}) for n, id_ in enumerate(ids)]
    citations = cite(records, "cwihp-bulletin", forms=["bibliography"])
    assert not isinstance(citations, StyleFault)
    assert [c.output.split(",")[0] for c in citations] == [f"“Title {n}" for n in range(len(ids))]
    exported = cite(records, "plain", output="csl-json")
    assert not isinstance(exported, StyleFault)
    import json

    keys = [item["id"] for item in json.loads(document([Section([c.output for c in exported])], "csl-json"))]
    assert len({key.casefold() for key in keys}) == len(ids) and all(keys)


def test_warnings_and_prints_go_into_the_citation_and_nowhere_else(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from citeproc import model

    def noisy(self: Any, *args: Any, **kwargs: Any) -> str:
        warnings.warn("the style is odd", stacklevel=1)
        print("printed")
        print("and to stderr", file=sys.stderr)
        return "x"

    processor = prepared()
    monkeypatch.setattr(model.Bibliography, "render", lambda self, items: [noisy(self)])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        (rendered,) = processor.bibliography([{"type": "document"}])
    assert rendered.warnings == ("the style is odd", "printed", "and to stderr")
    assert capfd.readouterr() == ("", "")


def test_a_crash_of_the_processor_costs_one_entry_its_style_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    from citeproc import model

    real = model.Bibliography.render

    def fails_on_one(self: Any, items: Any) -> Any:
        if "Wellington" in str(items[0].reference.get("title")):
            raise RuntimeError("broken")
        return real(self, items)

    monkeypatch.setattr(model.Bibliography, "render", fails_on_one)
    records = [OTHER_RECORDS["tna"], OTHER_RECORDS["nara"], OTHER_RECORDS["undated"]]
    citations = cite(records, "chicago-notes-bibliography-archival", forms=["bibliography"], engine="citeproc-py")
    assert not isinstance(citations, StyleFault)
    first, second, third = citations
    assert second.output.startswith("Memorandum of Conversation between Dean Acheson and Wellington Koo, June 29, 1950")
    assert any("RuntimeError: broken" in warning for warning in second.warnings)
    assert first.output.startswith("Strang, William.") and third.output.startswith("Записка")


def test_parts_of_names_may_be_cased() -> None:
    names = '<names variable="author"><name><name-part name="family" text-case="capitalize-first"/></name></names>'
    rich = entry(prepared(bibliography=names), author=[{"family": "smith", "given": "A."}])
    assert plain(rich) == "A. Smith."


def test_a_missing_locale_is_told() -> None:
    style = find("plain", locale="xx-XX")
    assert not isinstance(style, StyleFault)
    processor = engine.prepare("plain", style.text, "xx-XX")
    assert not isinstance(processor, StyleFault)


def test_tidied_mends_only_where_texts_meet() -> None:
    italic = Format(font_style="italic")

    def runs(*texts: str) -> list[Token]:
        return [italic, texts[0], CLOSE, *texts[1:]]

    assert tidied(runs("What…? ", " then")) == runs("What…? ", "then")
    assert tidied(runs("Title.", ".")) == runs("Title.")
    assert tidied(["a.. b,, c"]) == ["a.. b,, c"]
