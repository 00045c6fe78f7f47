"""Flow → written text, escaped for where it goes: HTML (as the CSL suite prints it) and plain text.

A formatter is a table of what opens and closes a look, and an escape.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from provcheck.csl.flow import Token, text_of
from provcheck.csl.tree import Format

Wrap = tuple[str, str]

_NORMAL: Mapping[str, str] = {
    "vertical_align": "baseline",
    "text_decoration": "none",
    "font_weight": "normal",
    "font_variant": "normal",
    "font_style": "normal",
}
_ATTRIBUTES = tuple(_NORMAL)


@dataclass(frozen=True)
class Formatter:
    """A way to write: `wraps` by attribute and value ("font_style:italic", "display:block")."""

    escape: Callable[[str], str]
    wraps: Mapping[str, Wrap] = field(default_factory=dict)

    def write(self, tokens: Sequence[Token]) -> str:
        """Return *tokens* as text of this format."""
        out: list[str] = []
        looks = [_NORMAL]
        closes: list[str] = []
        for token in tokens:
            if isinstance(token, str):
                out.append(self.escape(token))
            elif isinstance(token, Format):
                look, wraps = self._entered(token, looks[-1])
                out += [opening for opening, _ in wraps]
                looks.append(look)
                closes.append("".join(closing for _, closing in reversed(wraps)))
            else:
                looks.pop()
                out.append(closes.pop())
        return "".join(out)

    def _entered(self, form: Format, look: Mapping[str, str]) -> tuple[Mapping[str, str], list[Wrap]]:
        """Return the look within *form*, and how to get there from the *look* around it."""
        now = dict(look)
        wraps: list[Wrap] = []
        if form.display:
            wraps.append(self.wraps.get(f"display:{form.display}", ("", "")))
        for attribute in _ATTRIBUTES:
            value = getattr(form, attribute)
            if form.flips and value and value == look[attribute]:
                value = _NORMAL[attribute]
            if value and value != look[attribute]:
                now[attribute] = value
                wraps.append(self.wraps.get(f"{attribute}:{value}", ("", "")))
        return now, wraps


_HTML_ESCAPES = str.maketrans({"&": "&#38;", "<": "&#60;", ">": "&#62;"})


def _span(style: str) -> Wrap:
    return f'<span style="{style};">', "</span>"


def _escape_html(text: str) -> str:
    return text.translate(_HTML_ESCAPES)


HTML = Formatter(
    _escape_html,
    {
        "font_style:italic": ("<i>", "</i>"),
        "font_style:oblique": ("<em>", "</em>"),
        "font_style:normal": _span("font-style:normal"),
        "font_variant:small-caps": _span("font-variant:small-caps"),
        "font_variant:normal": _span("font-variant:normal"),
        "font_weight:bold": ("<b>", "</b>"),
        "font_weight:light": _span("font-weight:light"),
        "font_weight:normal": _span("font-weight:normal"),
        "text_decoration:underline": _span("text-decoration:underline"),
        "text_decoration:none": _span("text-decoration:none"),
        "vertical_align:sup": ("<sup>", "</sup>"),
        "vertical_align:sub": ("<sub>", "</sub>"),
        "vertical_align:baseline": ('<span style="baseline">', "</span>"),
        "display:block": ('\n\n    <div class="csl-block">', "</div>\n"),
        "display:left-margin": ('\n    <div class="csl-left-margin">', "</div>"),
        "display:right-inline": ('<div class="csl-right-inline">', "</div>\n  "),
        "display:indent": ('<div class="csl-indent">', "</div>\n  "),
    },
)


class _Plain(Formatter):
    def write(self, tokens: Sequence[Token]) -> str:
        return text_of(tokens)


PLAIN_TEXT = _Plain(str)

_MARKDOWN_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~^$&])")


def _escape_markdown(text: str) -> str:
    return _MARKDOWN_SPECIAL.sub(r"\\\1", text)


MARKDOWN = Formatter(
    _escape_markdown,
    {
        "font_style:italic": ("*", "*"),
        "font_style:oblique": ("*", "*"),
        "font_style:normal": ("*", "*"),
        "font_weight:bold": ("**", "**"),
        "font_weight:normal": ("**", "**"),
        "font_variant:small-caps": ('<span style="font-variant:small-caps;">', "</span>"),
        "text_decoration:underline": ("<u>", "</u>"),
        "vertical_align:sup": ("<sup>", "</sup>"),
        "vertical_align:sub": ("<sub>", "</sub>"),
        "display:left-margin": ("", " "),
        "display:block": ("\n\n", "\n"),
    },
)
