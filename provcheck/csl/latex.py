"""Flow → LaTeX in which no field text has a meaning. Links want the package hyperref."""

from __future__ import annotations

import re
from collections.abc import Mapping

from provcheck.csl.formats import Formatter, Wrap

_LATEX: Mapping[str, str] = {
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "<": "\\textless{}",
    ">": "\\textgreater{}",
    "|": "\\textbar{}",
    '"': "\\textquotedbl{}",
    "'": "\\textquotesingle{}",
    "`": "\\textasciigrave{}",
    "\u00a0": "~",
    "\u202f": "\\,",
    "\u2011": "\\mbox{-}",
    **{char: f"\\{char}" for char in "{}$&#%_"},
}
_LATEX_SPECIAL = re.compile(r"""[\\~^<>|"'`{}$&#%_\u00a0\u2011\u202f]|-(?=-)""")

_MARKS = "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0323\u0327\u0328\u0331"
_ACCENTS: Mapping[str, str] = dict(zip(_MARKS, "`'^~=u.\"rHvdckb", strict=True))
"""Marks that are put over or under the letter before them: pdfLaTeX knows them as commands only."""
_ACCENTED = re.compile(rf"([^\W\d_])([{_MARKS}]+)")
_TIED = re.compile(rf"([^\W\d_])\u0361([^\W\d_][{_MARKS}]*)")


def _accented(match: re.Match[str]) -> str:
    """Write a letter with its marks: ``\\'{а}``."""
    text = match[1]
    for mark in match[2]:
        text = f"\\{_ACCENTS[mark]}{{{text}}}"
    return text


_BACKSLASHED = r"\\\g<0>"


def _escape_latex(text: str) -> str:
    """Escape for LaTeX; two hyphens stay two hyphens, and letters keep the marks that stand for themselves."""
    escaped = _LATEX_SPECIAL.sub(lambda match: _LATEX.get(match[0], match[0] + "{}"), text)
    return escaped if escaped.isascii() else _ACCENTED.sub(_accented, _TIED.sub(r"\\t{\1\2}", escaped))


def _latex_link(url: str) -> Wrap:
    """Return a link of hyperref, which takes these characters escaped, and nothing else between them."""
    return f"\\href{{{re.sub('[%#&_]', _BACKSLASHED, url)}}}{{", "}"


LATEX = Formatter(
    _escape_latex,
    {
        "font_style:italic": ("\\textit{", "}"),
        "font_style:oblique": ("\\textsl{", "}"),
        "font_style:normal": ("\\textup{", "}"),
        "font_variant:small-caps": ("\\textsc{", "}"),
        "font_variant:normal": ("\\textup{", "}"),
        "font_weight:bold": ("\\textbf{", "}"),
        "font_weight:normal": ("\\textmd{", "}"),
        "text_decoration:underline": ("\\underline{", "}"),
        "vertical_align:sup": ("\\textsuperscript{", "}"),
        "vertical_align:sub": ("\\textsubscript{", "}"),
        "display:block": ("\\newline ", ""),
        "display:indent": ("\\newline\\hspace*{2em}", ""),
    },
    _latex_link,
)
