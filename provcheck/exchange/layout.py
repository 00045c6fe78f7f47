"""The parts of a digital archive's page: date, title, text, and the headed fields of its "Document Information"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from typing import NamedTuple

from provcheck.dates import parse
from provcheck.dates.suggest import why_not
from provcheck.exchange.labels import field_of
from provcheck.exchange.lines import Line, Page

ONE_LINE = frozenset({"type", "uploaded", "id"})
"""Fields of one line: what follows it under the same heading belongs to the foot of the page."""

PROVENANCE = frozenset({"source", "archive", "shelfmark"})
"""Fields that say where the document lies."""

OF_PAGES = frozenset({"rights", "language", "id", "uploaded"})
"""Fields that documents themselves have not."""

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

_INLINE = re.compile(r"([^\W\d_](?:[^\W\d_]|[() .'’-]){1,30}?)\s*:\s*(\S.*)")
_LOOKS_LIKE_HEADING = re.compile(r"[A-Z][A-Za-z()]*(?: [A-Za-z()&]+){0,3}:?")


BELOW = "below the last field"


class Parts(NamedTuple):
    """A page taken apart. What fits nowhere stands in ``strange``, with why."""

    title: Line | None
    date: Line | None
    body: list[Line]
    fields: dict[str, list[Line]]
    strange: list[tuple[Line, str]]
    below: bool
    """The text stands below the fields."""
    labels: list[Line]
    """Labels of lists and tables of which too few are known here: they stand in the text."""


def take_apart(page: Page) -> Parts:
    """Return the parts of *page*."""
    named = [line for line in page.lines if line.labels and line.text]
    known = Counter(line.table for line in named if field_of(line.text))
    tables = {table for table, labels in known.items() if labels > 1}
    begin = _information(page.lines, tables)
    fields, strange, last = _fields(page.lines[begin:], tables)
    title, date, body, passed = _top(page, page.lines[:begin])
    if below := not body:
        body, strange = _text_below(fields.get(last, []), strange)
    count = Counter(line.table for line in named)
    labels = [line for line in named if line.table not in tables and count[line.table] > 2]
    return Parts(title, date, body, fields, passed + strange, below and bool(body), labels)


def _information(lines: Sequence[Line], tables: Container[int]) -> int:
    """Return the index of the line where the fields begin: those in *tables* of labels, else under headings."""
    for index in range(len(lines) - 1, -1, -1):
        if lines[index].text.lower().rstrip(":") in INFORMATION:
            return index
    if (first := next((index for index, line in enumerate(lines) if line.table in tables), None)) is not None:
        return first
    headed = [(index, found[0]) for index, line in enumerate(lines) if (found := _heading(line))]
    # Without that heading: the last run of headings that says where the document lies, for a "Source" inside the text
    # is none. Those above it are of the run where no more than a value stands between. A memorandum has Date and
    # Subject, but nothing that only an archive's page says.
    tells = next((kind for kind in (PROVENANCE, OF_PAGES) if any(field in kind for _, field in headed)), None)
    if len(headed) < 3 or tells is None:
        return len(lines)
    at = max(at for at, (_, field) in enumerate(headed) if field in tells)
    while at and sum(bool(line.text) for line in lines[headed[at - 1][0] + 1 : headed[at][0]]) < 3:
        at -= 1
    return headed[at][0]


def _heading(line: Line) -> tuple[str, str] | None:
    """Return the field that a line is the heading of, and the value that follows on the same line."""
    text = line.text
    if line.lead and (field := field_of(line.lead)):
        return field, text[len(line.lead) :].lstrip(": ")
    if field := field_of(text):
        return field, ""
    if (match := _INLINE.fullmatch(text)) and (field := field_of(match[1])):
        return field, match[2]
    return None


def _fields(lines: Sequence[Line], tables: Container[int]) -> tuple[dict[str, list[Line]], list[tuple[Line, str]], str]:
    """Return the values of each field, what belongs to none with why, and the field that no other one ends."""
    fields: dict[str, list[Line]] = {}
    strange: list[tuple[Line, str]] = []
    current: str | None = None
    unknown = ""
    after_blank, in_table = True, False
    for line in lines:
        if not line.text:
            after_blank = True
            if current is not None and not unknown and fields[current] and fields[current][-1].text:
                fields[current].append(line)
            continue
        listed = line.table in tables
        ended, in_table = in_table and not listed, listed
        if listed and not line.labels:  # a value, whatever it looks like
            if unknown or current is None:
                strange.append((line, f"under the label “{unknown}”, which is not known here"))
            else:
                fields[current].append(line)
            continue
        found = _heading(line)
        if ended and found is None:
            current, unknown = None, BELOW
        if found is not None:
            field, value = found
            current, unknown = field, ""
            fields.setdefault(field, [])
            if value:
                fields[field].append(Line(line.number, value))
        elif listed:
            unknown = line.text.rstrip(": ")
        elif line.text.lower().rstrip(":") in INFORMATION:
            pass
        elif line.text.lower() in CHROME and (current is None or unknown or fields[current]):
            pass  # right under a heading such a word is the field's value: "English", "Document"
        elif line.text.lower().rstrip(":") in FOOT:
            unknown = line.text.rstrip(":")
            strange.append((line, "below the fields"))
        elif unknown == BELOW:
            strange.append((line, BELOW))
        elif current is None or unknown:
            strange.append((line, f'under the heading "{unknown}"' if unknown else "before the first heading"))
        elif current in ONE_LINE and any(one.text for one in fields[current]):
            strange.append((line, BELOW))
        elif after_blank and fields[current] and _LOOKS_LIKE_HEADING.fullmatch(line.text) and _is_long(fields[current]):
            unknown = line.text.rstrip(":")
            strange.append((line, "as a heading that is not known"))
        else:
            fields[current].append(line)
        after_blank = False
    return {field: _stripped(found) for field, found in fields.items()}, strange, "" if unknown else current or ""


def _text_below(last: list[Line], strange: list[tuple[Line, str]]) -> tuple[list[Line], list[tuple[Line, str]]]:
    """Return the text below the fields of a page that has none above them, and what else is strange there.

    It is what follows a blank line below the *last* field, which loses it, or what stands below that.
    """
    blank = next((index for index, line in enumerate(last) if not line.text), len(last))
    if any(_is_running(line) for line in last[blank:]):
        body = last[blank + 1 :]
        del last[blank:]
        return body, strange
    below = [line for line, why in strange if why == BELOW]
    if any(_is_running(line) for line in below):
        return below, [(line, why) for line, why in strange if why != BELOW]
    return [], strange


def _is_running(line: Line) -> bool:
    return len(line.text) > 60 or (len(line.text.split()) > 4 and line.text.endswith((".", "…", "...")))


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
