"""Titles between the levels of a mark that goes from narrow to broad: whose they are."""

from __future__ import annotations

from collections.abc import Mapping

from provcheck import tables
from provcheck.archives.lexicon.kinds import GLOSS
from provcheck.archives.lexicon.values import Value
from provcheck.archives.reading.archive_last.titled import HOLDING
from provcheck.archives.reading.draft import Draft
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level


def group_last(draft: Draft) -> None:
    """Turn the titles of an office and its files round that stand before their record group: ``Files, Board, RG 3``."""
    if [level.name for level in draft.levels] != ["collection", "series", "record-group"]:
        return
    if HOLDING.fullmatch(draft.levels[0].value):
        draft.rename({"collection": "series", "series": "collection"})
        draft.levels[:2] = draft.levels[1::-1]


_FONDS = pattern(r".* [Ff]onds")


def name_fonds(draft: Draft) -> None:
    """Take the title that says so for the fonds, and the one before it for its series: ``Notes, box 4, Doe fonds``."""
    titled = [o for o in draft.levels if o.name in {"folder", "collection"} and _FONDS.fullmatch(o.value)]
    if not titled:
        return
    fonds = titled[0]
    draft.levels.remove(fonds)
    draft.rename({fonds.name: "fonds"} | ({"collection": "series"} if fonds.name == "folder" else {}))
    draft.levels.insert(0, Level("fonds", fonds.value.removesuffix(" fonds")))


_FILES = pattern(
    r", ([^\W\d_][^,;:.()]{1,60} (?:[Ff]iles?|[Rr]ecords|[Ss]eries|[Cc]orrespondence"
    r"|Instructions|D[ei]spatches|Letters|Notes))(?=, |$)"
)


def titles_between(text: str, draft: Draft, convention: str, stop: int) -> None:
    """Take the files named between a narrow level and the archive: ``folder 20, S-1 files, Bush files, RG 227, NA``."""
    ranks = tables.ranks(convention)
    named = [token for token in draft.tokens if token.kind == "value"]
    if (
        draft.has_any(_SERIES)
        or not named
        or ranks[named[0].level] < max(ranks[name] for name in _SERIES if name in ranks)
    ):
        return
    if _take_for_series(draft, ranks[named[0].level], ranks):
        return
    end = next((token.start for token in draft.tokens if token.kind == "label" and token.start > named[0].end), stop)
    titles = list(_FILES.finditer(text, named[0].end, end))
    if not titles or all(titles[0].start() != token.end for token in named):
        return
    for name, title in zip(("series", "subseries"), reversed(titles), strict=False):
        draft.put(name, Value(title.group(1), title.start(1), title.end(1)), text)


_WITH_NUMBER = pattern(r", (?:[A-Z][a-z]+ )?[A-Z]?\d{1,3}\b")
"""A level that was read into a title: ``Despatches, Roll 43``."""


def _take_for_series(draft: Draft, first: float, ranks: Mapping[str, float]) -> bool:
    """Take the title between a narrow and a broader level for a series: ``Box 12, Files of J. Doe, RG 59, NARA``."""
    for at, (before, token, after) in enumerate(zip(draft.tokens, draft.tokens[1:], draft.tokens[2:], strict=False), 1):
        bare = token.kind == "value" and before.kind != "label" and not _WITH_NUMBER.search(token.text)
        if bare and token.level == "folder" and after.kind == "label" and ranks.get(after.level, first) < first:
            draft.tokens[at] = token._replace(level="series")
            series = Level("series", GLOSS.sub("", token.text))  # Prisoner of War Office (POW)
            draft.levels[:] = [series if level == ("folder", token.text) else level for level in draft.levels]
            return True
    return False


_SERIES = frozenset({"series", "subseries"})
