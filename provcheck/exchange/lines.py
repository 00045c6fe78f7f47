"""A saved page, as text or as HTML, into its lines of text with the numbers they have in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from provcheck.read.encoding import FORBIDDEN

if TYPE_CHECKING:
    from lxml.html import HtmlElement


class Line(NamedTuple):
    """A line of text and its number in the saved file, from 1. Blank lines part paragraphs."""

    number: int
    text: str
    lead: str = ""
    """The text up to the end of the first element in the line: a label in bold, say, before its value."""
    table: int = 0
    """Which list of terms, or table of two columns, the line stands in, from 1; 0 where in none."""
    labels: bool = False
    """In such a list or table: it is the term, or in the first column."""


class Page(NamedTuple):
    """The lines of a page, and of an HTML page what its head says: ``title``, ``url``, ``site``, and its one ``h1``."""

    lines: list[Line]
    head: dict[str, str]
    cut: int = 0
    """The line at which the parser gave up, for elements nested by the thousand; 0: it read to the end."""


_END = "\ufdd0"
"""Marks the end of an element within a line; no text may hold it."""

_BLANKS = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_TAG = re.compile(r"<\s*(?:!doctype\s+html|html|head|body|div|p|span|h[1-6])\b", re.IGNORECASE)

BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr "
    "ul".split()
)
"""Elements that begin and end a line of their own."""

PARAGRAPHS = BLOCKS - frozenset(["td", "th", "dt", "dd", "li", "tr", "button"])
"""Elements with a blank line around them."""

CELLS = frozenset(["dt", "dd", "th", "td"])
"""Elements that hold a label or its value."""

UNSEEN = frozenset(
    "script style noscript template head iframe object embed svg math select option input textarea nav".split()
)
"""Elements that are no part of what a reader of the page reads."""


def is_html(text: str) -> bool:
    r"""Tell whether *text* looks like HTML rather than plain text.

    >>> is_html("<!DOCTYPE html><p>x"), is_html("Skip to content\n\nOctober 3, 1950")
    (True, False)
    """
    return _TAG.search(text[:4096]) is not None


def from_text(text: str) -> Page:
    """Return the lines of a page that was saved as plain text."""
    # Not splitlines(): lines are counted as editors count them, and a page of a file may end within one.
    lines = re.split(r"\r\n?|\n", text)
    return Page([Line(number, _tidy(line)) for number, line in enumerate(lines, 1)], {})


def from_html(text: str) -> Page:
    """Return the lines that a reader of the HTML page sees. No script is run, nothing is fetched."""
    from lxml import etree, html

    # Encoded by us, so that what the page says of its encoding counts no more: browsers save UTF-8 and leave it there.
    # Without huge_tree all that follows a long paragraph or 256 open elements would be lost in silence.
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(FORBIDDEN.sub("", text).encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):  # nothing in it but blanks or comments
        return Page([], {})
    cut = next((error.line for error in parser.error_log if error.level_name == "FATAL"), 0)
    lines: list[Line] = []
    current: list[str] = []
    number = 1

    def end_line(*, blank: bool) -> None:
        for part in "".join(current).split("\n"):
            lead, _, rest = part.partition(_END)
            if text := _tidy(part.replace(_END, "")):
                lines.append(Line(number, text, _tidy(lead) if rest else "", *cells[-1]))
        current.clear()
        if blank and lines and lines[-1].text:
            lines.append(Line(number, "", "", *cells[-1]))

    cells = [(0, False)]
    tables: dict[HtmlElement | None, int] = {}
    after_link = False
    for step, element, text in _walk(root):
        if step == "text":
            if not any(part.strip() for part in current):
                number = element.sourceline or number
            pre = any(e.tag == "pre" for e in (element, element.getparent()) if e is not None)
            text = text.replace(_END, "")
            current.append(text if pre else re.sub(r"[\r\n]+", " ", text))
        elif element.tag == "br" or (step == "open" and element.tag == "a" and after_link):
            current.append("\n")  # links that nothing parts are a list: names, subjects
        elif element.tag in BLOCKS:
            end_line(blank=element.tag in PARAGRAPHS)
            if element.tag in CELLS and step == "open":
                cells.append(_cell(element, tables) or cells[-1])
            elif element.tag in CELLS:
                cells.pop()
        elif step == "close":
            current.append(_END)
        after_link = step == "close" and element.tag == "a"
    end_line(blank=False)
    return Page(lines, _head(root), cut)


def _cell(element: HtmlElement, tables: dict[HtmlElement | None, int]) -> tuple[int, bool] | None:
    """Return the list or table of labels that a cell stands in, and whether it is a label; None where it is neither."""
    term = element.tag in ("dt", "dd")
    row = element.getparent()
    if not term and (row is None or row.tag != "tr" or len(row) != 2):
        return None
    table = next(element.iterancestors("dl" if term else "table"), None)
    return tables.setdefault(table, len(tables) + 1), element.tag == "dt" if term else element is row[0]


def _walk(root: HtmlElement) -> Iterator[tuple[Literal["open", "text", "close"], HtmlElement, str]]:
    """Yield texts and the ends of elements in reading order, without recursion: pages nest without end."""
    stack: list[tuple[Literal["open", "close", "tail"], HtmlElement]] = [("open", root)]
    while stack:
        step, element = stack.pop()
        if step == "open":
            if element is not root:
                stack.append(("tail", element))
            if element.tag in UNSEEN:
                continue
            yield "open", element, ""
            if element.text:
                yield "text", element, element.text
            if element.tag != "br":
                stack.append(("close", element))
            stack.extend(("open", child) for child in reversed(element))
        elif step == "close":
            yield "close", element, ""
        elif element.tail:
            yield "text", element.getparent(), element.tail


def _head(root: HtmlElement) -> dict[str, str]:
    """Return what the page's head says: its title, its address and the name of the site."""
    found: dict[str, str] = {}
    headings = [_tidy(" ".join(heading.text_content().split())) for heading in root.iter("h1")]
    if len(set(headings) - {""}) == 1:
        found["h1"] = max(headings)
    for key, path in {
        "title": "//meta[@property='og:title']/@content | //head/title/text()",
        "url": "//link[@rel='canonical']/@href | //meta[@property='og:url']/@content",
        "site": "//meta[@property='og:site_name']/@content",
    }.items():
        if values := [_tidy(str(value)) for value in root.xpath(path) if str(value).strip()]:
            found[key] = values[0]
    return found


def _tidy(text: str) -> str:
    return _BLANKS.sub(" ", FORBIDDEN.sub("", text).replace("\u200b", "")).strip()
