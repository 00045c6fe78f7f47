"""Lines whose archives stand behind their marks: ``CO 537/1, TNA; FO 371/4, ibid.; Smith, A Book, 12``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from provcheck import tables
from provcheck.archives.lexicon.cuts import names_collection
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import has_figure
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import CLOSED, Holder
from provcheck.archives.reading.holders.beside import both
from provcheck.archives.reading.institutions.papers import FAR, papers_before
from provcheck.model.lazy import pattern

_CLOSES_LINE = worded(r"(?:(?!, [^,;]{1,30} (?:{papers}))(?:, [A-Z][^;,()\d]{1,30})){0,3}[ .)\];]*$")
"""What stands behind the last archive of a line: no more than where it is, ``, Cambridge, Mass.``"""
_PLACE = r"[)\]]?(?:(?:, [A-Z][^;,\d]{1,30}){1,3}(?=;))?"
NEXT = worded(_PLACE + r"(?:;| \((?=(?i:{copies})[: ])|,? (?:{ands}|a) )(?: ?(?:{leads}|{also})\.?:?(?= ))?")
"""What leads from an archive that stands behind its mark to the next mark: ``; see also``."""
_LEADS_TO = frozenset({" / ", " – ", " — ", " - "})
_NAMED_LAST = worded(_PLACE + r"(?:;| \((?=(?i:{copies})[: ])|,? {ands} )")
_GROUP = worded(r"; (?:(?i:{copies}|{leads})[.:]? )?(?:RG|Record Group) ?\d")
_OWN_GROUPS = pattern(r"\b(?:RG|Record Group) ?\d")
_NUMBERED = worded(r", [^;,\d]{3,60} (?:{papers})(?:, (?:Collection|Coll\.) \d{1,6}|,? \([^;()]{2,20}\)), $")
"""Papers with their number right before their archive: ``Alma Lutz Papers (MC 182), Schlesinger Library``."""
_BARE_IBID = pattern(r"\.?(?:;|[ .)]*$)")
_BOOKS = pattern(r"[.)]?; [^;]{8,}(?:; [^;]{8,})*$")
"""What may stand behind the last archive of a note: books, with no word for a level but pages."""


def ends(text: str, found: Sequence[Found], holders: Sequence[Holder], *, marked: bool) -> tuple[set[int], list[int]]:
    """Return where archives end that stand behind their marks, and where what belongs to those before them ends.

    *marked* tells that a mark may stand before the first one.
    """
    if len(holders) < 2:
        return set(), []
    begun = [*_begun(text, holders)]
    first = marked and _NAMED_LAST.match(text, holders[0].end) is not None
    closed = _CLOSES_LINE.match(text, holders[-1].end) is not None
    books = first and not closed and _before_books(text, found, holders[-1])
    if not (closed or books or (first and _all_behind(text, holders))):
        return set(), begun
    if first:
        _name_again(text, holders)
    return {h.end for h in holders if NEXT.match(text, h.end)}, begun + [holders[-1].end] * books


def group_begins(text: str, low: int, stop: int) -> int:
    """Return where the semicolon stands before a record group, the first one between *low* and *stop*; or -1.

    What stands before it is of no archive that keeps record groups: ``Hull Papers, box 5; RG 59, Box 2, NARA``.
    """
    at = text.rfind(";", low, stop)
    return at if at > 0 and _GROUP.match(text, at) and not _OWN_GROUPS.search(text, low, at) else -1


def _begun(text: str, holders: Sequence[Holder]) -> Iterator[int]:
    """Yield where references begin that end with their archive, behind papers or a sign that leads to it.

    ``; box 3, Hull Papers, DDEL``, ``; ф. 17, оп. 3, д. 5 / РГАСПИ``, ``; 013902 – ГАРФ``; a record group behind marks
    that have none: ``HSTL, PSF, Box 215; RG 263, Box 2, NARA``; or that a bracket holds, of a copy: ``– УСБУ (ф. 1,
    оп. 2, д. 3 – ГАОО)``. Or with the name of a holding before its archive: ``; Nachlass Doe, BArch, N 34/5``.
    """
    for last, holder in pairwise(holders):
        closes = text.startswith((")", ".)"), holder.end)
        at = text.rfind("(" if closes else ";", last.end, holder.start)
        if at > 0 and not holder.same and _names_holding(text, at, holder.start):
            yield at
            continue
        if at < 0 or not CLOSED.match(text, holder.end):
            continue
        led = text[holder.start - 3 : holder.start] in _LEADS_TO or (closes and text.endswith(", ", at, holder.start))
        led = led and not both(last.names, holder.names)
        grouped = group_begins(text, last.end, holder.start) == at
        if led or grouped or papers_before(text, at, holder.start) or _NUMBERED.search(text, at, holder.start):
            yield at


def _names_holding(text: str, at: int, start: int) -> bool:
    """Tell whether nothing but the name of a holding stands between a semicolon and an archive that begins there."""
    title = text[at + 1 : start - 2].strip()
    if len(title) > FAR or not text.endswith(", ", 0, start) or has_figure(title):
        return False
    return title[1:6] == "onds " or names_collection(title)


def _all_behind(text: str, holders: Sequence[Holder]) -> bool:
    """Tell whether all archives that are named stand behind: ``Box 1, NA; Box 2, LBJL; ibid., Box 3``."""
    named = [holder for holder in holders if holder.written and not holder.same]
    return len(named) > 1 and all(_NAMED_LAST.match(text, holder.end) for holder in named)


def _before_books(text: str, found: Sequence[Found], last: Holder) -> bool:
    """Tell whether only books are cited behind the last archive."""
    told = {text[item.start : item.end].lower() for item in found if item.start > last.end and item.valued}
    return _BOOKS.match(text, last.end) is not None and told <= tables.page_words()


def _name_again(text: str, holders: Sequence[Holder]) -> None:
    """Make ``ibid.`` that stands alone one more name of the archive before it: ``Box 12, NARA; Box 45, ibid.``"""
    names = holders[0].names
    for holder in holders:
        if holder.same and _BARE_IBID.match(text, holder.end):
            holder.names, holder.same, holder.again = names, False, True
        names = holder.names or names
