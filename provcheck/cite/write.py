"""Citations → a document: text, HTML, Markdown, RTF or LaTeX, whole or as a fragment; and CSL items as JSON.

The citations themselves are written by the formatters of `provcheck.csl`, which escape every character of a field. To
add a format: its formatter there, and a line in `FORMATS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from provcheck import csl
from provcheck.cite.rich import Rich
from provcheck.cite.settings import word
from provcheck.languages import valid


class Section(NamedTuple):
    """Entries that stand together, each already written, under a heading that is plain text."""

    entries: Sequence[str]
    heading: str = ""
    labels: Sequence[str] = ()
    """What stands before each entry, such as the number of a note: plain text."""


@dataclass(frozen=True, slots=True)
class Output:
    """A format: how to write one citation, a heading and an entry, and what goes around all of them."""

    write: Callable[[Rich], str]
    heading: str
    entry: str
    separator: str = ""
    """Between sections."""
    head: str = ""
    tail: str = ""

    def document(self, sections: Iterable[Section], *, whole: bool, language: str = "") -> str:
        """Return *sections* as one text; *whole* with what makes it a file of its own, in *language* (a tag)."""
        parts = [self._section(section) for section in sections]
        body = self.separator.join(part for part in parts if part)
        head = self.head.replace("%lang", f' lang="{language}"' if valid(language) else "")
        head = head.replace("%title", self.write([word("citations", language or "en")]))
        return f"{head}{body}{self.tail}" if whole else body

    def _section(self, section: Section) -> str:
        heading = self.write([section.heading]) if section.heading else ""
        out = [self.heading.replace("%s", heading).replace("%-", "-" * len(heading))] if heading else []
        labels = section.labels or [""] * len(section.entries)
        for label, entry in zip(labels, section.entries, strict=True):
            before = f"{label if label[-1:] == '.' else self.write([label])} " if label else ""
            out.append(self.entry.replace("%s", before + entry))
        return "".join(out)


@dataclass(frozen=True, slots=True)
class _Json(Output):
    """The items as a list of JSON; headings have no place in it."""

    def document(self, sections: Iterable[Section], *, whole: bool, language: str = "") -> str:
        inner = ",\n".join(entry for section in sections for entry in section.entries)
        return f"[\n{inner}\n]\n" if inner else "[]\n"


_HTML_HEAD = """<!DOCTYPE html>
<html%lang>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>%title</title>
<style>
body { max-width: 44em; margin: 2em auto; padding: 0 1em; line-height: 1.4 }
p { margin: 0 0 .6em 1.5em; text-indent: -1.5em }
</style>
</head>
<body>
"""
"""The policy keeps anything but text and looks from running."""

_RTF_HEAD = "{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}}\\f0\\fs24\n"

_LATEX_HEAD = r"""% Latin and Cyrillic. With XeLaTeX or LuaLaTeX any script of the font: change \setmainfont.
\documentclass{article}
\usepackage{iftex}
\ifPDFTeX
  \usepackage[X2,T1,T2A]{fontenc}
  \usepackage[utf8]{inputenc}
  % Letters and marks of transliteration and of old spelling that the font of T2A lacks.
  \def\from#1#2{\DeclareTextSymbolDefault{#2}{#1}}
  \from{T1}{\dh}\from{T1}{\DH}\from{T1}{\dj}\from{T1}{\DJ}\from{T1}{\th}\from{T1}{\TH}\from{T1}{\ng}\from{T1}{\NG}
  \from{T1}{\guilsinglleft}\from{T1}{\guilsinglright}\from{T1}{\quotesinglbase}
  \from{X2}{\CYRYAT}\from{X2}{\cyryat}\from{X2}{\CYROTLD}\from{X2}{\cyrotld}\from{X2}{\CYRIZH}\from{X2}{\cyrizh}
  \from{X2}{\CYRBYUS}\from{X2}{\cyrbyus}
  \def\as#1#2{\DeclareUnicodeCharacter{#1}{#2}}
  \as{02B9}{\textquotesingle}\as{02BA}{\textquotedbl}\as{2032}{\textquotesingle}\as{2033}{\textquotedbl}
  \as{02BB}{\textquoteleft}\as{02BC}{\textquoteright}\as{02BE}{\textquoteright}\as{02BF}{\textquoteleft}
  \as{0472}{\CYROTLD}\as{0473}{\cyrotld}\as{1E92}{\d Z}\as{1E93}{\d z}\as{2212}{\textminus}
  \as{200B}{}\as{200C}{}\as{200D}{}\as{2060}{}
\else
  \usepackage{fontspec}
  \IfFontExistsTF{CMU Serif}{\setmainfont{CMU Serif}}{\IfFontExistsTF{FreeSerif}{\setmainfont{FreeSerif}}{}}
\fi
\usepackage{textcomp}
\usepackage[hidelinks]{hyperref}
\setlength{\parindent}{0pt}\setlength{\parskip}{6pt}\sloppy
\begin{document}
"""

FORMATS: dict[str, Output] = {
    "text": Output(csl.PLAIN_TEXT.write, "%s\n%-\n", "%s\n", "\n"),
    "html": Output(csl.HTML.write, "<h2>%s</h2>\n", "<p>%s</p>\n", "", _HTML_HEAD, "</body>\n</html>\n"),
    "markdown": Output(csl.MARKDOWN.write, "## %s\n\n", "%s\n\n"),
    "rtf": Output(
        csl.RTF.write,
        "{\\pard\\keepn\\sb240\\sa120\\b %s\\par}\n",
        "{\\pard\\fi-360\\li360\\sa120 %s\\par}\n",
        "",
        _RTF_HEAD,
        "}\n",
    ),
    "latex": Output(csl.LATEX.write, "\\section*{%s}\n\n", "%s\n\n", "", _LATEX_HEAD, "\\end{document}\n"),
    "csl-json": _Json(csl.PLAIN_TEXT.write, "", ""),
}


def document(sections: Iterable[Section], output: str = "text", *, whole: bool = True, language: str = "") -> str:
    """Put citations, each already written for the format *output*, into one document of that format.

    Not *whole*, it is what can be put into another document. *language* (a tag) is told where the format can say it.

    >>> print(document([Section(["One.", "Two."])], "html", whole=False), end="")
    <p>One.</p>
    <p>Two.</p>
    """
    text = FORMATS[output].document(sections, whole=whole, language=language)
    return re.sub("\n{2,}\\Z", "\n", text)


def cleaned(value: object) -> object:
    """Return plain data with every text in it without control characters and trimmed."""
    if isinstance(value, str):
        return csl.clean(value).strip(" ")
    if isinstance(value, dict):
        return {key: cleaned(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [cleaned(inner) for inner in value]
    return value
