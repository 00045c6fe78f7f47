"""Where affixes, delimiters and texts meet: every row was printed by citeproc-js, for which styles are written."""

from __future__ import annotations

import pytest
from csl_styles import cited, style

from provcheck.csl import PLAIN_TEXT, process

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


@pytest.mark.parametrize(
    ("title", "english", "british", "french", "german"),
    [
        ("de l’“affaire”", "de l’‘affaire’", "de l’“affaire”", "de l’“affaire”", "de l’“affaire”"),
        ("so „geheim“ ist", "so „geheim“ ist", "so „geheim“ ist", "so „geheim“ ist", "so ‚geheim‘ ist"),
        ("\"A\" and 'b'", "‘A’ and ‘b’", "“A” and “b”", "“A” and “b”", "‚A‘ and ‚b‘"),
        ("“A ‘b’ c”", "‘A “b” c’", "“A ‘b’ c”", "“A ‘b’ c”", "“A ‘b’ c”"),
        ("“not closed", "“not closed", "“not closed", "“not closed", "“not closed"),
    ],
)
def test_quotations_of_a_field_within_quotes(title: str, english: str, british: str, french: str, german: str) -> None:
    around = {"en-US": "“{}”", "en-GB": "‘{}’", "fr-FR": "«\u00a0{}\u00a0»", "de-DE": "„{}“"}
    for locale, expected in zip(around, (english, british, french, german), strict=True):
        compiled = style(
            '<layout><text variable="title" quotes="true"/></layout>',
            kind="in-text",
            options=f'default-locale="{locale}"',
        )
        assert cited(compiled, {"title": title}) == around[locale].format(expected)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ('font-weight="bold"><name font-weight="normal"/></names>', "<b>J Doe</b>"),
        ('><name font-variant="normal"/></names>', "J Doe"),
        (
            'font-style="italic"><name et-al-min="2" et-al-use-first="1"/><et-al font-style="normal"/></names>',
            "<i>J Doe et al.</i>",
        ),
        (
            '><name et-al-min="2" et-al-use-first="1" font-style="normal"/><et-al font-style="italic"/></names>',
            '<span style="font-style:normal;">J Doe <i>et al.</i></span>',
        ),
    ],
)
def test_what_brings_looks_of_names_back_to_normal(names: str, expected: str) -> None:
    authors = [{"family": "Doe", "given": "J"}, {"family": "Roe", "given": "K"}]
    authors = authors if "et-al" in names else authors[:1]
    assert cited(style(f'<layout><names variable="author" {names}</layout>'), {"author": authors}) == expected


def test_the_suffix_of_the_layout_takes_the_place_of_the_last_fields_in_a_style_of_blocks() -> None:
    def entry(first: str) -> str:
        bibliography = f'<bibliography><layout suffix=";"><text variable="title" {first}/>'
        bibliography += '<text variable="note" suffix="."/></layout></bibliography>'
        compiled = style('<layout><text variable="title"/></layout>', after=bibliography)
        result = process(compiled, [{"id": "a", "title": "T", "note": "n"}])
        return PLAIN_TEXT.write(result.bibliography[0].tokens)

    assert entry("") == "Tn.;"
    assert entry('display="block"') == "T n;"
