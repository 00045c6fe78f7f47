"""Rich text → text, HTML, Markdown. Every character of a field is escaped here; no other place writes markup.

To add a format: a function from rich text to string, one for joining entries into a document, and a line in `FORMATS`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from html import escape

from provcheck.cite.rich import Look, Rich, Run

_SPOOFING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Direction controls: they make a reader see another text than the one that is there."""


def clean(text: str) -> str:
    """Return *text* without control characters, on one line, its runs of blanks reduced to one.

    >>> clean("a\\x1b[31m b\\n c")
    'a[31m b c'
    """
    kept = []
    for char in text:
        kind = unicodedata.category(char)
        if kind in ("Zl", "Zp") or char in "\t\n\r\v\f\x85":
            kept.append(" ")
        elif kind not in ("Cc", "Cs") and char not in _SPOOFING and not 0xFDD0 <= ord(char) <= 0xFDEF:
            kept.append(char)
    return re.sub(" {2,}", " ", "".join(kept)).strip(" ")


def cleaned(value: object) -> object:
    """Return plain data with every text in it `clean`."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: cleaned(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [cleaned(inner) for inner in value]
    return value


def as_text(rich: Rich) -> str:
    """Write plain text: no looks, no control characters."""
    return clean("".join(run.text for run in rich))


_TAGS: dict[Look, tuple[str, str]] = {
    "italic": ("<i>", "</i>"),
    "bold": ("<b>", "</b>"),
    "underline": ('<span style="text-decoration:underline">', "</span>"),
    "small-caps": ('<span style="font-variant:small-caps">', "</span>"),
    "superscript": ("<sup>", "</sup>"),
    "subscript": ("<sub>", "</sub>"),
}


def as_html(rich: Rich) -> str:
    """Write an HTML fragment; addresses of web pages become links."""
    out = []
    for run in _clean_runs(rich):
        inner = escape(run.text, quote=False)
        for look in reversed(run.looks):
            if look == "link":
                if _is_web_address(run.text):
                    inner = f'<a href="{escape(run.text)}">{inner}</a>'
            else:
                opening, closing = _TAGS[look]
                inner = f"{opening}{inner}{closing}"
        out.append(inner)
    return "".join(out)


_MARKDOWN = re.compile(r"[\\`*_\[\]<>|~^$&@{}]")
_LEADING = re.compile(r"(?:[#+=:-]|\d{1,9}[.)](?= |$))")
_WRAPS: dict[Look, tuple[str, str]] = {
    "italic": ("*", "*"),
    "bold": ("**", "**"),
    "superscript": ("<sup>", "</sup>"),
    "subscript": ("<sub>", "</sub>"),
}


def as_markdown(rich: Rich) -> str:
    """Write Markdown in which no field text has a meaning; a web address becomes ``<https://…>``."""
    out = []
    for run in _clean_runs(rich):
        if "link" in run.looks and _is_web_address(run.text):
            inner = f"<{run.text}>"
        else:
            inner = _MARKDOWN.sub(r"\\\g<0>", run.text)
        # Markdown wants its marks at the very words: blanks stay outside.
        before, after = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
        inner = inner.strip()
        for look in reversed(run.looks):
            opening, closing = _WRAPS.get(look, ("", ""))
            inner = f"{opening}{inner}{closing}" if inner else ""
        out.append(f"{before}{inner}{after}")
    text = "".join(out)
    if leading := _LEADING.match(text):
        at = leading.end() - 1
        text = f"{text[:at]}\\{text[at:]}"
    return text


def _clean_runs(rich: Rich) -> Iterable[Run]:
    """Clean runs without losing the blanks between them."""
    runs = []
    for i, run in enumerate(rich):
        text = clean(f"x{run.text}x")[1:-1]
        if i == 0:
            text = text.lstrip(" ")
        if i == len(rich) - 1:
            text = text.rstrip(" ")
        if text:
            runs.append(Run(text, run.looks))
    return runs


def _is_web_address(text: str) -> bool:
    """Whether *text* may be made a link: http or https, and nothing that could end a link early."""
    return re.fullmatch(r"""https?://[^\s<>"'\\`]+""", text) is not None


def _paragraphs(entries: Iterable[str]) -> str:
    return "".join(f"{entry}\n\n" for entry in entries).removesuffix("\n")


def _html_list(entries: Iterable[str]) -> str:
    return "".join(f"<p>{entry}</p>\n" for entry in entries)


def _lines(entries: Iterable[str]) -> str:
    return "".join(f"{entry}\n" for entry in entries)


def _json_list(entries: Iterable[str]) -> str:
    inner = ",\n".join(entries)
    return f"[\n{inner}\n]\n" if inner else "[]\n"


Writer = Callable[[Rich], str]

FORMATS: dict[str, tuple[Writer, Callable[[Iterable[str]], str]]] = {
    "text": (as_text, _lines),
    "html": (as_html, _html_list),
    "markdown": (as_markdown, _paragraphs),
    "csl-json": (as_text, _json_list),
}
"""Per output format: how to write one citation, and how to put several into one document."""


def document(entries: Iterable[str], output: str = "text") -> str:
    """Put citations, each already written for the format *output*, into one document of that format.

    >>> print(document(["One.", "Two."], "html"), end="")
    <p>One.</p>
    <p>Two.</p>
    """
    return FORMATS[output][1](entries)
