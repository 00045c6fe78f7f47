"""Whether a mark of an archive that no table has stands: by more than books have."""

from __future__ import annotations

from provcheck import tables
from provcheck.archives.lexicon.vocabulary import wording
from provcheck.archives.reading.behind import is_behind, keeps_books, of_written_book
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.archives.reading.standing import coded
from provcheck.archives.reading.standing.signs import CODED, LABELS, PARTS, of_leaves


def stands(text: str, draft: Draft, holder: Holder) -> bool:
    """Tell whether a coded mark of an archive that no table has stands."""
    labels, named = draft.labels(), draft.names()
    if draft.folios and len(named) > 1 and of_leaves(draft):
        return True  # AHMM, Protocolos, vol. 12, fol. 34
    if holder.convention:
        if _is_issue(draft) and not of_written_book(draft) and not keeps_books(draft, holder):
            return False
        return is_behind(text, draft, holder) or not labels.isdisjoint(_SURE) or len(labels - PARTS) > 1
    if len(named & CODED) < 2 or not (labels or draft.folios):
        return False  # a capital abbreviation right before a word for a level; NOVÁK, Jan, 1981
    return coded.stands(text, draft, holder)


_SURE = frozenset("record-group fonds box folder bundle inv-no reel file lot entry accession call-number".split())
"""Levels whose words make a shelfmark of a clause that names an unknown archive; books have volumes and parts too."""


def _is_issue(draft: Draft) -> bool:
    """Tell whether volume or number of a journal and its pages stand: ``Archiwum Kryminologii, t. 12, s. 34-45``."""
    words = [token.text.lower() for token in draft.tokens if token.kind in LABELS]
    return len(words) == 2 and words[0] in wording().issues and words[1] in tables.page_words()
