"""The parts of a digital archive's page: date, title, text, and the headed fields of its "Document Information"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from provcheck.dates import parse
from provcheck.dates.suggest import why_not
from provcheck.exchange.lines import Line, Page

HEADINGS = {
    "source": "source",
    "sources": "source",
    "original archive": "archive",
    "archive": "archive",
    "rights": "rights",
    "original uploaded date": "uploaded",
    "uploaded date": "uploaded",
    "date uploaded": "uploaded",
    "type": "type",
    "document type": "type",
    "language": "language",
    "languages": "language",
    "original language": "language",
    "record id": "id",
    "document id": "id",
    "author": "author",
    "authors": "author",
    "author(s)": "author",
    "donor": "donor",
    "donors": "donor",
    "donor(s)": "donor",
    "contributor": "contributor",
    "contributors": "contributor",
    "contributor(s)": "contributor",
    "translator": "translator",
    "translators": "translator",
    "translator(s)": "translator",
    "subject": "subject",
    "subjects": "subject",
    "subjects discussed": "subject",
    "geographic subjects": "subject",
    "associated topics": "subject",
    "associated places": "subject",
    "summary": "summary",
    "description": "summary",
}
"""Headings of fields, in lower case, and the field each one stands for."""

ONE_LINE = frozenset({"type", "uploaded", "id"})
"""Fields of one line: what follows it under the same heading belongs to the foot of the page."""

INFORMATION = frozenset({"document information", "document info"})

FOOT = frozenset(
    {
        "related documents", "related content", "related collections", "related items", "related", "see also",
        "you may also like", "more from this collection", "collections", "collection", "tags", "keywords", "contact",
        "contact us", "about", "follow us", "newsletter", "footer", "privacy policy", "terms of use",
        "associated people & organizations", "associated people and organizations", "classification", "pages",
    }
)  # fmt: skip
"""Headings below which nothing is a part of a field that we know: it is told, and not taken for the field above."""

CHROME = frozenset(
    {
        "skip to content", "skip to main content", "search", "menu", "home", "share", "print", "cite", "get citation",
        "download", "download pdf", "view", "view original", "view translation", "view transcript", "show more",
        "show less", "back to top", "close", "original", "translation", "english", "document", "documents",
        "digital archive", "view pdf", "open pdf", "download original", "pdf",
        "citation", "copy citation", "email", "read more", "scan", "scans", "view scan",
    }
)  # fmt: skip
"""What a page's buttons and links say: no part of the document."""

_INLINE = re.compile(r"([A-Za-z() ]{4,24}?)\s*:\s*(\S.*)")
_LOOKS_LIKE_HEADING = re.compile(r"[A-Z][A-Za-z()]*(?: [A-Za-z()&]+){0,3}:?")


class Parts(NamedTuple):
    """A page taken apart. What fits nowhere stands in ``strange``, with why."""

    title: Line | None
    date: Line | None
    body: list[Line]
    fields: dict[str, list[Line]]
    strange: list[tuple[Line, str]]


def take_apart(page: Page) -> Parts:
    """Return the parts of *page*."""
    begin = _information(page.lines)
    fields, strange = _fields(page.lines[begin:])
    title, date, body, passed = _top(page, page.lines[:begin])
    return Parts(title, date, body, fields, passed + strange)


def _information(lines: Sequence[Line]) -> int:
    """Return the index of the line where the headed fields begin."""
    for index in range(len(lines) - 1, -1, -1):
        if lines[index].text.lower().rstrip(":") in INFORMATION:
            return index
    headed = [index for index, line in enumerate(lines) if _heading(line)]
    # Without that heading: the last run of headings that holds a source, so that a "Source" inside the text is none.
    named = [HEADINGS.get(_label(lines[index]), "") for index in headed]
    if "source" in named and len(headed) > 2:
        return headed[len(named) - 1 - named[::-1].index("source")]
    return headed[0] if len(headed) > 2 else len(lines)


def _label(line: Line) -> str:
    return (line.lead or line.text).lower().rstrip(": ")


def _heading(line: Line) -> tuple[str, str] | None:
    """Return the field that a line is the heading of, and the value that follows on the same line."""
    text = line.text
    label = line.lead.lower().rstrip(": ")
    if label in HEADINGS:
        return HEADINGS[label], text[len(line.lead) :].lstrip(": ")
    key = text.lower().rstrip(": ")
    if key in HEADINGS:
        return HEADINGS[key], ""
    match = _INLINE.fullmatch(text)
    if match and match.group(1).lower() in HEADINGS:
        return HEADINGS[match.group(1).lower()], match.group(2)
    return None


def _fields(lines: Sequence[Line]) -> tuple[dict[str, list[Line]], list[tuple[Line, str]]]:
    fields: dict[str, list[Line]] = {}
    strange: list[tuple[Line, str]] = []
    current: str | None = None
    unknown = ""
    after_blank = True
    for line in lines:
        if not line.text:
            after_blank = True
            if current is not None and not unknown and fields[current] and fields[current][-1].text:
                fields[current].append(line)
            continue
        found = _heading(line)
        if found is not None:
            field, value = found
            current, unknown = field, ""
            fields.setdefault(field, [])
            if value:
                fields[field].append(Line(line.number, value))
        elif line.text.lower().rstrip(":") in INFORMATION:
            pass
        elif line.text.lower() in CHROME and (current is None or unknown or fields[current]):
            pass  # right under a heading such a word is the field's value: "English", "Document"
        elif line.text.lower().rstrip(":") in FOOT:
            unknown = line.text.rstrip(":")
            strange.append((line, "below the fields"))
        elif current is None or unknown:
            strange.append((line, f'under the heading "{unknown}"' if unknown else "before the first heading"))
        elif current in ONE_LINE and any(one.text for one in fields[current]):
            strange.append((line, "below the last field"))
        elif after_blank and fields[current] and _LOOKS_LIKE_HEADING.fullmatch(line.text) and _is_long(fields[current]):
            unknown = line.text.rstrip(":")
            strange.append((line, "a heading that is not known"))
        else:
            fields[current].append(line)
        after_blank = False
    return {field: _stripped(found) for field, found in fields.items()}, strange


def _is_long(lines: Sequence[Line]) -> bool:
    """Tell whether a field holds running text, below which a short line in capitals is another heading."""
    return any(line.text.endswith(".") for line in lines)


def _stripped(lines: list[Line]) -> list[Line]:
    while lines and not lines[-1].text:
        lines.pop()
    return lines


def _top(page: Page, lines: Sequence[Line]) -> tuple[Line | None, Line | None, list[Line], list[tuple[Line, str]]]:
    """Find date and title above the text; return them, the text, and what stood before them."""
    shown = [index for index, line in enumerate(lines) if line.text and line.text.lower() not in CHROME]
    wanted = page.head.get("h1") or _without_site(page.head.get("title", ""))
    title_at = next((i for i in shown[:80] if wanted and lines[i].text == wanted), None)
    date_at = next((i for i in shown[:40] if i != title_at and is_date(lines[i].text)), None)
    if title_at is None and date_at is not None:
        above = next((i for i in reversed(shown) if i < date_at), None)
        title_at = next((i for i in shown if i > date_at), None)
        if above is not None and (title_at is None or _is_sentence(lines[title_at].text)):
            title_at = above  # the title stands above the date, the text below it
    elif title_at is None and shown:
        title_at = shown[0]
    title = lines[title_at] if title_at is not None else None
    if date_at is not None and title_at is not None and abs(shown.index(date_at) - shown.index(title_at)) > 3:
        date_at = None  # a date line far from the title belongs to the text
    date = lines[date_at] if date_at is not None else None
    start = max((i for i in (title_at, date_at) if i is not None), default=-1) + 1
    before = [(lines[i], "above the title") for i in shown if i < start and i not in (title_at, date_at)]
    return title, date, _without_buttons(lines[start:]), before


def _without_buttons(lines: Sequence[Line]) -> list[Line]:
    """Return *lines* without the buttons above and below the text; such words within it are part of it."""
    told = [index for index, line in enumerate(lines) if line.text and line.text.lower() not in CHROME]
    return list(lines[told[0] : told[-1] + 1]) if told else []


def _is_sentence(text: str) -> bool:
    return len(text) > 200 or (len(text) > 80 and text.endswith("."))


def _without_site(title: str) -> str:
    """Return a page's title without the name of the site behind a bar: ``Letter | Digital Archive``."""
    return re.split(r"\s+[|–—]\s+", title)[0].strip()


def is_date(text: str) -> bool:
    """Tell whether a line is a date and nothing else."""
    return len(text) <= 40 and (parse(text) is not None or why_not(text).suggestion is not None)
