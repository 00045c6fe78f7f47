"""What is read like a shelfmark and is a printed work, a piece of music or so many of something."""

from __future__ import annotations

import re

from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import Draft
from provcheck.model.lazy import pattern

_EDITED = worded(r",? \({editors}\b")
"""An archive that edits a book: ``Bundesarchiv (Hrsg.), Die Kabinettsprotokolle, Bd. 12``."""
_OWN_JOURNAL = worded(r"[^,;:.\d]* {serials}(?: [^,;.\d]*)?, $", re.IGNORECASE)
"""The journal of an archive, before its volume: ``El Archivo General publica su boletín, t. 12``."""
_GAZETTE = worded(r"\b{gazettes}\b", re.IGNORECASE)
"""Where laws are printed, by number and part."""
_MEASURED = worded(r" {measures}\b(?!\.? ?\d)")
"""A unit behind figures: ``HW 12/345 hours``."""
_KOECHEL = pattern(r"KV ?\d{2,3}")
"""A work of Mozart: the series of the Security Service have one figure."""
_REPORT = pattern(r"NASA (?:SP|TN|TM|TP|CR|RP|EP|CP)[ -]")
"""A report of the space agency, which has the letters of the archives in Pretoria."""
_NEAR = 40


def is_everyday(text: str, draft: Draft) -> bool:
    """Tell whether *draft*, read in *text*, is something else that is written so."""
    holder = draft.holder
    if holder is None:
        return "part" in draft.names() and _GAZETTE.search(text, max(0, draft.start - _NEAR), draft.start) is not None
    if not holder.written:
        if draft.levels and _KOECHEL.fullmatch(draft.levels[0].value):
            return True
        return text.startswith(" ", draft.end) and _MEASURED.match(text, draft.end) is not None
    if text.startswith((" (", ", ("), holder.end):
        return _EDITED.match(text, holder.end) is not None
    if holder.written == "NASA":
        return _REPORT.match(text, holder.start) is not None
    first = min((token.start for token in draft.tokens), default=holder.end)
    if first - holder.end < _NEAR and text.startswith(" ", holder.end) and draft.names() <= _OF_JOURNALS:
        return _OWN_JOURNAL.fullmatch(text, holder.end, first) is not None
    return False


_OF_JOURNALS = frozenset({"volume", "part", "document", "item", "issue"})
