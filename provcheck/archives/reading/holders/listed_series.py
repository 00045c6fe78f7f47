"""Letters behind a semicolon that are the next series of the archive before them, though a code of one abroad."""

from __future__ import annotations

from provcheck import tables
from provcheck.archives.lexicon import sight
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.reading.draft import Holder
from provcheck.archives.reading.levels import required_levels
from provcheck.model.lazy import pattern

_LETTERS = pattern(r"; (?P<letters>[A-Z]{2,3}) (?=[1-9])")
_SERIES = pattern(r"[A-Z]{1,3}(?=\d)")
"""The letters of a series which the archive before has too: the E of ``NRS, GD124/1; E38/301``, and none of Kew."""
_FIRST = pattern(
    r"(?: \([^()\d]{2,30}\))?[,:]? (?:[A-Z][^\d,;:()]{2,40}(?:, | \())?[A-Z][A-Za-z]{0,5}(?:[./][A-Z\d]{1,5})*\)?,? ?\d"
)
"""How a list begins whose next mark are letters and a number too: ``, Government House (GH) 8/48``."""


def is_next_series(text: str, item: Found, last: Holder | None) -> bool:
    """Tell whether *item* goes on the list of *last*, an archive of another country: ``KAB, GH 8/48; BK 140``."""
    start, end = item.start, item.end
    if last is None or not last.names or not last.written:
        return False
    if start == end and text.startswith("; ", start - 2):
        letters = _SERIES.match(text, start)
        return letters is not None and sight.is_top(last.names, letters[0])
    if end - start not in _SIZES or not _LETTERS.match(text, start - 2):
        return False
    if sight.is_top(last.names, text[start:end]):
        return True  # Norfolk Record Office, DCN 60/29; NRS 2797
    known, conventions = tables.archives(), tables.conventions()
    theirs, own = ([known[name.archive] for name in names] for names in (item.names, last.names))
    if not {row.country for row in own}.isdisjoint(row.country for row in theirs):
        return False
    if any(text[start:end] in row.hints for row in own):
        return True
    if not _STROKE.match(text, end) and any("piece" in required_levels(row.convention) for row in own):
        return False  # TNA, FO 371/123; BJ 1234: no series and its piece
    if any(conventions[row.convention].engine != "coded" for row in (*theirs, *own)):
        return False  # their numbers stand without letters: KAB, GH 8/48; NBG 12
    if any(_is_its_own(text, row.id, end + 1) for row in theirs):
        return False
    return _FIRST.match(text, last.end, start) is not None


_SIZES = (2, 3)
"""So many letters such a series has."""
_STROKE = pattern(r" \d+[/.]\d")
"""A number with another behind it, as no piece of a series has."""


def _is_its_own(text: str, archive: str, at: int) -> bool:
    """Tell whether what stands *at* is known by its shape to be of *archive*: the ``626 AP 12`` of ``AN 626 AP 12``."""
    shapes = (table.get(archive) for table in (sight.named(), sight.everywhere(), sight.begin()))
    return any(shape is not None and shape.match(text, at) for shape in shapes)
