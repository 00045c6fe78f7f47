"""Where affixes, delimiters and texts meet: every row was printed by citeproc-js, for which styles are written."""

from __future__ import annotations

import pytest
from csl_styles import cited, style

ITEM = {
    "type": "book",
    "title": "Did it fail?",
    "genre": "Report.",
    "medium": "z",
    "volume": "2",
    "archive": "The “Last” word",
    "publisher": "Who said “What next?”",
    "abstract": "...and after",
}
TITLE = '<macro name="title"><text variable="title" font-style="italic"/></macro>'


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        # A mark agrees with the end of a plain text, and of a formatted one only where something is around that.
        ('<group delimiter=". "><text variable="title"/><text variable="medium"/></group>', "Did it fail? z"),
        (
            '<group delimiter=". "><text variable="title" font-style="italic"/><text variable="medium"/></group>',
            "<i>Did it fail?</i>. z",
        ),
        (
            '<group delimiter=". "><text macro="title"/><text variable="medium"/></group>',
            "<i>Did it fail?</i> z",
        ),
        ('<text macro="title"/><text variable="medium" prefix=". "/>', "<i>Did it fail?</i> z"),
        ('<text variable="title" font-style="italic"/><text variable="medium" prefix=". "/>', "<i>Did it fail?</i>. z"),
        ('<text variable="genre" suffix="."/><text variable="medium" prefix=", "/>', "Report., z"),
        # What stands within a suffix stays before it.
        ('<group suffix="."><text variable="medium" suffix=","/></group>', "z,."),
        ('<group suffix="."><text variable="medium" suffix=":"/></group>', "z.:"),
        ('<group suffix=":"><text variable="genre"/></group>', "Report.:"),
        # Only what stands side by side is compared.
        ('<text variable="medium" suffix=", "/><text variable="genre" prefix=", "/>', "z, , Report."),
        (
            '<group delimiter=", "><text variable="medium" suffix=","/><text variable="genre"/></group>',
            "z, Report.",
        ),
        (
            '<group delimiter=", "><text variable="medium" suffix="."/><text variable="genre"/></group>',
            "z., Report.",
        ),
        ('<text variable="medium" suffix=" "/><text variable="genre" prefix=" "/>', "z Report."),
        (
            '<group delimiter=" "><text variable="medium"/><text variable="genre" prefix=" " font-style="italic"/>'
            "</group>",
            "z <i>Report.</i>",
        ),
        ('<text variable="medium" prefix=". "/>', ". z"),
        # Marks at the beginning of a text count as its prefix.
        ('<text variable="medium"/><text variable="abstract" prefix=", "/>', "z, ...and after"),
        ('<text variable="medium" suffix=". "/><text variable="abstract"/>', "z. ..and after"),
        ('<group suffix="."><number variable="volume" suffix="."/></group>', "2."),
    ],
)
@pytest.mark.parametrize("locale", ["en-US", "en-GB"])
def test_affixes_that_meet(locale: str, layout: str, expected: str) -> None:
    compiled = style(f"<layout>{layout}</layout>", kind="in-text", more=TITLE, options=f'default-locale="{locale}"')
    assert cited(compiled, ITEM) == expected


@pytest.mark.parametrize(
    ("layout", "american", "british"),
    [
        (
            '<group font-style="italic" suffix=","><text variable="medium" suffix=" "/>'
            '<text variable="archive" quotes="true"/></group>',
            "<i>z “The ‘Last’ word,”</i>",
            "<i>z ‘The “Last” word’</i>,",
        ),
        (
            '<group suffix=","><text variable="archive" quotes="true" font-style="italic"/></group>',
            "“<i>The ‘Last’ word,</i>”",
            "‘<i>The “Last” word</i>’,",
        ),
        (
            '<group suffix=";"><text variable="archive" quotes="true"/></group>',
            "“The ‘Last’ word”;",
            "‘The “Last” word’;",
        ),
        ('<text variable="publisher" suffix="."/>', "Who said “What next?”", "Who said “What next?”"),
        ('<text variable="publisher" suffix=","/>', "Who said “What next?,”", "Who said “What next?”,"),
        ('<text variable="publisher" suffix=";"/>', "Who said “What next?”;", "Who said “What next?”;"),
        (
            '<text variable="publisher" quotes="true" suffix="."/>',
            "“Who said ‘What next?’”",
            "‘Who said “What next?”’",
        ),
        # A style that says there are no quotes has the outer ones for those of a field.
        ('<text variable="archive" quotes="false"/>', "The “Last” word", "The ‘Last’ word"),
    ],
)
def test_marks_at_quotations(layout: str, american: str, british: str) -> None:
    for locale, expected in (("en-US", american), ("en-GB", british)):
        compiled = style(f"<layout>{layout}</layout>", kind="in-text", options=f'default-locale="{locale}"')
        assert cited(compiled, ITEM) == expected


def test_superscripts_of_unicode_stay_so_through_text_case_and_macros() -> None:
    compiled = style(
        '<layout><text macro="m" suffix="²"/></layout>',
        kind="in-text",
        more='<macro name="m"><text variable="title" text-case="uppercase"/></macro>',
    )
    assert cited(compiled, {"title": "2ᵉ éd."}) == "2<sup>e</sup> ÉD.<sup>2</sup>"
