"""Flow → written text, escaped for where it goes.

A formatter is a table of what opens and closes a look, and an escape; every character of a field goes through the
escape. `SUITE_HTML` prints HTML exactly as the tests of CSL expect it; the others are for readers, so they leave out
control characters, blanks at both ends and blanks after blanks. Markdown, RTF and LaTeX stand in modules of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from provcheck.csl.flow import CLOSE, Token, unlooked
from provcheck.csl.tree import Format

Wrap = tuple[str, str]

NORMAL: Mapping[str, str] = {
    "vertical_align": "baseline",
    "text_decoration": "none",
    "font_weight": "normal",
    "font_variant": "normal",
    "font_style": "normal",
}
_ATTRIBUTES = tuple(NORMAL)


@dataclass(frozen=True)
class Formatter:
    """A way to write: `wraps` by attribute and value ("font_style:italic", "display:block")."""

    escape: Callable[[str], str]
    wraps: Mapping[str, Wrap] = field(default_factory=dict)
    link: Callable[[str], Wrap] = lambda url: ("", "")
    """What stands around the text that leads to a web address."""
    literal: bool = False
    """Every look that a style asks for is written, even one that is there already."""

    def write(self, tokens: Sequence[Token]) -> str:
        """Return *tokens* as text of this format."""
        return "".join(self._written(cleaned(tokens)))

    def _written(self, tokens: Sequence[Token]) -> list[str]:
        out: list[str] = []
        looks = [NORMAL]
        closes: list[str] = []
        text = ""
        for token in tokens:
            if isinstance(token, str):
                text += token
                continue
            if isinstance(token, Format):
                look, wraps = self._entered(token, looks[-1])
                mark = "".join([opening for opening, _ in wraps])
                looks.append(look)
                closes.append("".join([closing for _, closing in reversed(wraps)]))
            else:
                looks.pop()
                mark = closes.pop()
            if mark:  # else the texts stand side by side, and are escaped as one
                out += (self.escape(text), mark)
                text = ""
        out.append(self.escape(text))
        return out

    def _entered(self, form: Format, look: Mapping[str, str]) -> tuple[Mapping[str, str], list[Wrap]]:
        """Return the look within *form*, and how to get there from the *look* around it."""
        now = dict(look)
        wraps: list[Wrap] = []
        if form.display:
            wraps.append(self.wraps.get(f"display:{form.display}", ("", "")))
        for attribute in _ATTRIBUTES:
            value = getattr(form, attribute)
            if form.flips and value and value == look[attribute]:
                value = NORMAL[attribute]
            if value and (value != look[attribute] or (self.literal and not form.flips)):
                now[attribute] = value
                wraps.append(self.wraps.get(f"{attribute}:{value}", ("", "")))
        if form.link:
            wraps.append(self.link(form.link))
        return now, wraps


_BLANK = re.compile("[\t\n\r\v\f\x85\u2028\u2029]")
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef]")
"""Control characters, halves of characters, noncharacters, and the controls of direction, which make a reader see
another text than the one that is there."""


def clean(text: str) -> str:
    """Return *text* without control characters, on one line, its runs of blanks reduced to one.

    >>> clean("a\\x1b[31m b\\n c")
    'a[31m b c'
    """
    if text.isprintable() and "  " not in text:
        return text
    return re.sub(" {2,}", " ", _UNFIT.sub("", _BLANK.sub(" ", text)))


def cleaned(tokens: Sequence[Token]) -> list[Token]:
    """Return *tokens* with every text `clean`, one blank where blanks meet or a block is parted, none at the ends."""
    out: list[Token] = []
    last = -1
    gap = True
    opened: list[Token] = []
    for token in tokens:
        if isinstance(token, str):
            text = clean(token)
            if gap:
                text = text.lstrip(" ")
            if not text:
                continue
            gap = text.endswith(" ")
            last = len(out)
            out.append(text)
            continue
        form = opened.pop() if token is CLOSE else token
        if token is not CLOSE:
            opened.append(token)
        if isinstance(form, Format) and form.display and not gap:
            last = len(out)
            out.append(" ")
            gap = True
        out.append(token)
    if last >= 0:
        end = str(out[last]).rstrip(" ")
        out[last : last + 1] = [end] if end else []
    return filled(out)


def filled(tokens: Sequence[Token]) -> list[Token]:
    """Return *tokens* without formats around nothing, and texts that meet as one: two hyphens may be one to LaTeX."""
    out: list[Token] = []
    for token in tokens:
        if token is CLOSE and out and isinstance(out[-1], Format):
            out.pop()
        elif isinstance(token, str) and out and isinstance(before := out[-1], str):
            out[-1] = before + token
        else:
            out.append(token)
    return out


class _PlainText(Formatter):
    def write(self, tokens: Sequence[Token]) -> str:
        return super().write(unlooked(tokens))


PLAIN_TEXT = _PlainText(str)


def _escape_html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _span(style: str) -> Wrap:
    return f'<span style="{style}">', "</span>"


def _html_link(url: str) -> Wrap:
    return f'<a href="{_escape_html(url).replace(chr(34), "&quot;")}">', "</a>"


HTML = Formatter(
    _escape_html,
    {
        "font_style:italic": ("<i>", "</i>"),
        "font_style:oblique": _span("font-style:oblique"),
        "font_style:normal": _span("font-style:normal"),
        "font_variant:small-caps": _span("font-variant:small-caps"),
        "font_variant:normal": _span("font-variant:normal"),
        "font_weight:bold": ("<b>", "</b>"),
        "font_weight:light": _span("font-weight:lighter"),
        "font_weight:normal": _span("font-weight:normal"),
        "text_decoration:underline": _span("text-decoration:underline"),
        "vertical_align:sup": ("<sup>", "</sup>"),
        "vertical_align:sub": ("<sub>", "</sub>"),
        "display:block": _span("display:block"),
        "display:indent": _span("display:block;margin-left:2em"),
    },
    _html_link,
)

_SUITE_ESCAPES = str.maketrans({"&": "&#38;", "<": "&#60;", ">": "&#62;"})


def _escape_suite(text: str) -> str:
    return text.translate(_SUITE_ESCAPES)


class _Suite(Formatter):
    def write(self, tokens: Sequence[Token]) -> str:
        return "".join(self._written(tokens))


SUITE_HTML = _Suite(
    _escape_suite,
    {
        **{look: (opening.replace('">', ';">'), closing) for look, (opening, closing) in HTML.wraps.items()},
        "font_style:oblique": ("<em>", "</em>"),
        "font_weight:light": _span("font-weight:light;"),
        "text_decoration:none": _span("text-decoration:none;"),
        "vertical_align:baseline": _span("baseline"),
        "display:block": ('\n\n    <div class="csl-block">', "</div>\n"),
        "display:left-margin": ('\n    <div class="csl-left-margin">', "</div>"),
        "display:right-inline": ('<div class="csl-right-inline">', "</div>\n  "),
        "display:indent": ('<div class="csl-indent">', "</div>\n  "),
    },
    literal=True,
)


def linked(tokens: Sequence[Token], opening: str, closing: str) -> list[Token]:
    """Return *tokens* with what stands between the marks *opening* and *closing* made a link, if it is an address.

    Only http and https become links, and only where nothing in the address could end a link early.
    """
    out: list[Token] = []
    for token in tokens:
        if not isinstance(token, str) or not (opening in token or closing in token):
            out.append(token)
            continue
        before, _, rest = token.partition(opening)
        url, mark, after = rest.partition(closing)
        if mark and _WEB.fullmatch(url):
            out += [before, replace(_LINKED, link=url), url, CLOSE, after.replace(opening, "").replace(closing, "")]
        else:
            out.append(token.replace(opening, "").replace(closing, ""))
    return [token for token in out if token != ""]


_LINKED = Format()
_WEB = re.compile(
    r"""https?://[^\s<>"'\\`{}|^\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef]+"""
)
