"""Words for *ibid.* that are none where they stand: of an author, part of a sign, before the archive's own name."""

from __future__ import annotations

from bisect import bisect_left

from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import BY_START, Holder
from provcheck.archives.reading.holders.namesakes import is_other_name
from provcheck.model.lazy import pattern

_INITIAL = pattern(r"[A-Z]\. ?\w")
"""Capitals with points before a word, which are one sign with it."""
_IN_FILE = worded(r"(?i)[.,]{1,2} (?:(?:fond[^,;.\d]{1,60}, )?{same_follows}|[^,;.\d]{1,60}, {same_holding})\.? ?\d")
"""What says that it is the same archive and no author: a leaf, or a level that printed works have not."""
_IN_SERIES = pattern(r"[.,]{1,2} (?:\d{1,3} ?[A-Z]{1,2}|[A-Z]{1,2}) ?\d")
"""The same where an archive was named before: a series and its number."""
_IN_HOLDING = worded(r"(?i)[.,]{1,2} [^,;.\d]{3,60}, (?:{same_holding}|vol|t|tomo|legajo|\d)\.? ?\d?")
"""A holding with its unit: right behind the mark of an archive that has no author, it is of the same archive."""
_SIGNS = frozenset({", ", "., ", " ", ": "})


_MARK = pattern(r"[^;]{3,120}\d[^;.:“”\"]{0,20}; ")
"""A mark and nothing else, behind its archive: ``, Inquisición, vol. 3, f. 12; ``."""


def _is_next(text: str, item: Found, last: Holder) -> bool:
    """Tell whether only the mark of the archive *last*, which the line begins with, stands before *item*."""
    return bool(last.written) and last.start < _LEAD and _MARK.fullmatch(text, last.end, item.start) is not None


_LEAD = 16
"""Before this a line has no author yet, but the number of its note: ``12. See``."""


def is_no_ibid(text: str, found: list[Found], item: Found, last: Holder | None, *, near: bool) -> bool:
    """Tell whether the word *item*, behind the archive *last*, maybe *near* to it, does not stand for an archive."""
    start, end = item.start, item.end
    if text[end : end + 1] not in {".", ","} and vocabulary.needs_sign(text[start:end]):
        return True  # Uo., the Hungarian ibid., but the pinyin of "uo yilai"
    if start and text[start + 1] == " " and text[start - 1].isdigit():
        return True  # 126A y 127: the letter of a number, no "a.y."
    if start > 2 and text[start:end].isupper() and _INITIAL.match(text, start - 3):
        return True  # AE. SMST. II
    if text[start:end].lower() in vocabulary.wording().same_author and not (
        _IN_FILE.match(text, end)
        or (near and _IN_SERIES.match(text, end))
        or (near and last is not None and _is_next(text, item, last) and _IN_HOLDING.match(text, end))
    ):
        return True  # Idem, Une histoire, p. 12; but AN, J 12; id., J 13
    following = bisect_left(found, end, key=BY_START)
    named = found[following] if last and following < len(found) else None
    if last is None or named is None or named.what != "archive" or named.end == named.start:
        return False
    if is_other_name(text, named):
        return False  # ibid., DDE Diary Series
    shared = {name.archive for name in last.names}.intersection([name.archive for name in named.names])
    return bool(shared) and text[end : named.start] in _SIGNS  # samas, EAA.278.1.1112
