"""Somebody's papers beside an institution that no table has: ``Smith Papers, Fairview University Library``."""

from __future__ import annotations

import re

from provcheck import tables
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import Draft
from provcheck.archives.reading.institutions.short_names import SHORT
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level

FAR = 100
"""How far before an institution its papers, or a code, may begin."""
_PAPERS_BEHIND = worded(
    rf"{SHORT},? (?!(?:Occasional|Working|Collected|Selected|Research|Conference|Discussion|Technical|State) )"
    r"(?:[A-Z](?:[^,;:.()\d]|(?<=\b[A-Z])\.){1,60} )?{papers}(?:, \d{1,4}/\d{1,4})?"
    r"(?:, [A-Z][^,;:.()\d]{1,60})*(?:[.;)]|$)"
)
"""The papers of somebody, and nothing that books have."""


def papers_behind(text: str, end: int) -> bool:
    """Tell whether the name of somebody's papers stands right behind an institution's *end*."""
    return _PAPERS_BEHIND.match(text, end) is not None


PAPERS_BEFORE = worded(
    r"(?:^|[,(\[;:.\"“”] ?|\b(?:in|see|[Ff]rom) )(?:[Tt]he )?(?!From )"
    r"(?P<papers>[A-ZÀ-Þ](?:(?! from the )[^,;:.()\d]|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.){1,58} "
    r"(?:{papers}|[Ff]onds|Collection of (?:[A-Z][\w’'-]+ ){0,4}[A-Z][\w’'-]+))"
    r"(?P<number>[,.]? (?:[A-Za-z]{1,8}[ .-]?\d(?:[\w.-]*\w)?|\d{2,4}\.[\d.]*\d))?"
    r"(?P<sign>,|\.| (?=\())?(?: \(?(?:in |at )?(?:[Tt]he )?| )$"
)
"""Papers of somebody named right before what keeps them: ``Smith Papers, Fairview University Library``."""


def papers_before(text: str, low: int, start: int, *, parted: bool = True) -> re.Match[str] | None:
    """Return the papers named right before an institution that begins at *start*, by a comma or bracket if *parted*."""
    papers = PAPERS_BEFORE.search(text, max(low, start - FAR), start)
    return papers if papers and not papers["number"] and (papers["sign"] or not parted) else None


def take_papers(text: str, draft: Draft) -> None:
    """Take the papers named before an institution behind which their code stands: ``Smith Papers, …, D 12/3``."""
    holder = draft.holder
    if holder and not holder.written and "onds" in text:
        _take_fonds(text, draft)
    if holder is None or not holder.convention or draft.start < holder.end or draft.has("collection"):
        return
    if papers := papers_before(text, 0, holder.start, parted=False):
        draft.levels.insert(0, Level("collection", papers["papers"]))
        draft.note("value", "collection", text, *papers.span("papers"))


_FONDS_BEFORE = pattern(
    r"(?:^|[,;:(] |[a-z]{3}\. )(?P<fonds>[A-ZÀ-Þ][^,;:()\d]{2,60}) [Ff]onds, "
    r"(?:[“\"‘][^”\"’]{1,80}[”\"’],? |[^,;:()\d]{2,60}, )?$"
)
"""A fonds and the title of its file before a code known at sight: ``Doe fonds, “Speeches”, S-0123-0045-06``."""
_FONDS_FAR = 220


def _take_fonds(text: str, draft: Draft) -> None:
    """Take the fonds named before the code of *draft*, which is known at sight, where its convention has one."""
    if draft.has("fonds") or not draft.convention or not tables.conventions()[draft.convention].level("fonds"):
        return
    if named := _FONDS_BEFORE.search(text, max(0, draft.start - _FONDS_FAR), draft.start):
        draft.levels.insert(0, Level("fonds", named["fonds"]))
        draft.note("value", "fonds", text, *named.span("fonds"))
