"""Styles that are sound and odd: whatever they ask for, every record is cited in every format, and nothing escapes."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from cite_made_style import TITLE, made_style
from cite_records import OTHER_RECORDS, SEED_RECORD

from provcheck.cite import FORMATS, StyleFault, cite, engines, find

ODD = {
    "unknown values": '<text variable="title" text-case="upside" font-style="loud" display="never" quotes="maybe"/>',
    "nothing to print": "<text/><date/><number/><names/><label/>",
    "conditions": '<choose><if position="moon" type="cheese" is-numeric="" match="some"><text variable="title"/></if>'
    '<else><text variable="title"/></else></choose><choose/><choose><if/></choose><choose><else/></choose>',
    "numbers": '<names variable="author"><name et-al-min="x" et-al-use-first="-3"/></names>'
    '<names variable="author"><name et-al-min="1" et-al-use-first="99999999999999999999"/></names>',
    "substitutes": '<names variable="translator"><substitute><substitute><names variable="author"/></substitute>'
    '<names variable="translator"/><text macro="empty"/></substitute></names>',
    "terms": '<text term="no-such-term"/><text term=""/><text term="edition" form="huge" plural="maybe"/>',
    "dates": '<date variable="issued" form="roman" date-parts="hour"><date-part name="second"/><date-part/></date>',
    "of another kind": '<number variable="issued" form="roman"/><number variable="author"/><text variable="author"/>'
    '<date variable="title"/><names variable="author title issued"><name/><name/><et-al/></names>',
    "out of place": f'<layout>{TITLE}</layout><if type="book">{TITLE}</if>',
    "markup in affixes": '<text variable="title" prefix="&lt;script&gt;\\input{x}&#x202e;&#xfdd0;" suffix="{\\rtf1}"/>',
    "markup in values": '<text value="&lt;img src=x&gt; \\end{document} **b** \\par}}"/>',
}


class Tags(HTMLParser):
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in {"i", "b", "a", "span", "sup", "sub"}


def written(inner: str, tmp_path: Path, output: str, engine: str) -> str:
    path = tmp_path / "odd.csl"
    path.write_bytes(made_style(inner, inner, macros='<macro name="empty"/>'))
    style = find(str(path))
    assert not isinstance(style, StyleFault), style
    made = cite([SEED_RECORD, OTHER_RECORDS["hostile"], OTHER_RECORDS["bare"]], style, output=output, engine=engine)
    assert not isinstance(made, StyleFault)
    assert len(made) == (3 if output == "csl-json" else 9) and all(one.output for one in made)
    return "\n".join(one.output for one in made)


@pytest.mark.parametrize("engine", engines.ENGINES)
@pytest.mark.parametrize("case", ODD)
def test_an_odd_style_cites_every_record_in_every_format(case: str, engine: str, tmp_path: Path) -> None:
    for output in FORMATS:
        text = written(ODD[case], tmp_path, output, engine)
        assert "\u202e" not in text and "\ufdd0" not in text and "\x1b" not in text
        if output == "html":
            Tags().feed(text)
        if output == "latex":
            assert "\\input{" not in text and "\\end{document}" not in text
        if output == "rtf":
            assert "\\par" not in text.replace("\\\\par", "") and "{\\rtf" not in text.replace("\\\\rtf", "")
