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


_BACKSLASHED = r"\\\g<0>"


def _escape_latex(text: str) -> str:
    """Escape for LaTeX; two hyphens stay two hyphens."""
    return _LATEX_SPECIAL.sub(lambda match: _LATEX.get(match[0], match[0] + "{}"), text)


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
