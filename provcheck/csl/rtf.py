"""Flow → RTF 1.9: paragraphs for the document of a word processor."""

from __future__ import annotations

import re

from provcheck.csl.formats import Formatter, Wrap

_RTF_SPECIAL = re.compile(r"[\\{}]|[^ -~]")


def _rtf_char(match: re.Match[str]) -> str:
    char = match[0]
    if char in "\\{}":
        return f"\\{char}"
    units = char.encode("utf-16-le", "replace")
    numbers = (int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2))
    return "".join(f"\\u{number}?" for number in numbers)


def _escape_rtf(text: str) -> str:
    """Escape for RTF 1.9: what is not ASCII as ``\\uN?``, N a signed number of 16 bits, two beyond U+FFFF."""
    return _RTF_SPECIAL.sub(_rtf_char, text)


def _rtf_link(url: str) -> Wrap:
    return f'{{\\field{{\\*\\fldinst{{HYPERLINK "{_escape_rtf(url)}"}}}}{{\\fldrslt{{\\ul ', "}}}"


RTF = Formatter(
    _escape_rtf,
    {
        "font_style:italic": ("{\\i ", "}"),
        "font_style:oblique": ("{\\i ", "}"),
        "font_style:normal": ("{\\i0 ", "}"),
        "font_variant:small-caps": ("{\\scaps ", "}"),
        "font_variant:normal": ("{\\scaps0 ", "}"),
        "font_weight:bold": ("{\\b ", "}"),
        "font_weight:normal": ("{\\b0 ", "}"),
        "text_decoration:underline": ("{\\ul ", "}"),
        "text_decoration:none": ("{\\ulnone ", "}"),
        "vertical_align:sup": ("{\\super ", "}"),
        "vertical_align:sub": ("{\\sub ", "}"),
        "vertical_align:baseline": ("{\\nosupersub ", "}"),
        "display:block": ("{\\line ", "}"),
        "display:indent": ("{\\line ", "}"),
    },
    _rtf_link,
)
