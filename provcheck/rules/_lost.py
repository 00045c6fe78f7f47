"""References in a source line that stay unread beside one that is read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provcheck import archives
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Shelfmark, SourceLine

_PART = pattern(r"[^;\n]+")
_SIGN = pattern(r"\w")
_CODE = pattern(r"\W*[A-Z]{1,5}(?:/[A-Z]{1,4})+/\d|.*(?<!\w)[A-Z]{2,6},? (?:MSS? [A-Z\d]|[A-Z]{1,5} ?\d+/[A-Z\d])")
"""A code with strokes, or one behind the short name of an archive."""
_OF_BOOKS = pattern(
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?<!\d)(?:1[5-9]|20)\d\d(?:[-–/](?:\d\d)?\d\d)?(?!\d)"
    r"|\d{1,2}\.?(?:st|nd|rd|th)? [^\W\d_]{3,}|[^\W\d_]{3,} \d{1,2}\b"
    r"|(?:pp?|S|ss?|vols?|Bd|t|n[or]?|ed|H)\.? ?\d[\d–-]*|№ ?\d+|[Сс]\. ?\d[\d–-]*"
    r"|\d+ ?(?:pp?|ed)\b|\[[^\[\]]*\]"
)
"""Days, years, volumes and pages."""
_ONLINE = pattern(r"https?:|www\.|@")
_LEADS = pattern(r"\W*(?:[^\W\d_]+:? ){0,4}")
"""Words that lead to an institution: ``copy in the``."""
_BEHIND = pattern(r"[,:]? [^;()]{0,60}")


def references_lost(line: SourceLine) -> Iterator[tuple[int, int]]:
    """Yield where text that looks like a reference stands unread beside marks that were read."""
    if not line.marks:
        return
    for segment in line.segments:
        if segment.start == line.unread_from:
            return  # told as a whole
        if segment.mark or segment.credits or not segment.understood or not archives.has_figure(segment.text):
            continue
        for part in _PART.finditer(segment.text):
            if archives.has_figure(part[0]) and (_CODE.match(part[0]) or _cites(part[0]) or _is_read(part[0])):
                yield segment.start + _first(part), segment.start + part.end()


_GOES_ON = pattern(
    r"/\w[\w.]*(?:/\w[\w.]*)*(?=\W*$)|, (?:[A-Z]{2,6},? )?(?=[\w.]*\d)[\w.]+/(?=[\w./]*\d)[\w./]+(?=\W*$)"
)
"""A code with strokes, or letters and such a code, right behind a mark at the end of the line: ``, MFA, 2456/12``."""


def ends_lost(line: SourceLine) -> Iterator[tuple[int, int]]:
    """Yield where a mark goes on to the end of the line with a code that was not read."""
    if len(line.segments) < 2 or line.unread_from is not None:
        return
    before, last = line.segments[-2:]
    if before.mark is None or last.mark or last.credits or not last.understood:
        return
    code = _GOES_ON.match(last.text)
    if code and archives.has_figure(_OF_BOOKS.sub("", code[0])):
        start = last.start + len(code[0]) - len(code[0].lstrip(", "))
        yield start, last.start + code.end()


def _first(part: re.Match[str]) -> int:
    sign = _SIGN.search(part[0])
    return part.start() + (sign.start() if sign else 0)


def _cites(part: str) -> bool:
    """Tell whether *part* names an institution and, behind it, figures that no book has."""
    if _ONLINE.search(part):
        return False
    for named in archives.institutions_in(part):
        behind = _BEHIND.match(part, named.end)
        if behind and _LEADS.fullmatch(part, 0, named.start) and archives.has_figure(_OF_BOOKS.sub("", behind[0])):
            return True
    return False


def _is_read(part: str) -> bool:
    """Tell whether *part* is read as a reference where it stands alone: two levels, or one with leaves."""
    return any(map(_is_whole, archives.read_line(part.strip(" ,.:")).marks))


def _is_whole(mark: Shelfmark) -> bool:
    return len(mark.levels) + bool(mark.folios) > 1
