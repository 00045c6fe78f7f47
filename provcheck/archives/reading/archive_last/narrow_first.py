"""Marks that go from narrow to broad, and so end with their archive: ``B: 16, ELP, DDEL``."""

from __future__ import annotations

from provcheck import tables
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import has_figure
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading import coded
from provcheck.archives.reading.archive_last.titled import BROAD, HOLDING, NARROW_FIRST, is_broad
from provcheck.archives.reading.draft import Draft
from provcheck.archives.reading.stretch import meanings_of
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level

_PAPERS = worded(r"[A-Z]{2,6}|.*{papers}")


def name_collection(text: str, draft: Draft, stop: int) -> None:
    """Take the title right before the archive for its collection: ``B: 16, ELP, DDEL``."""
    token = draft.tokens[-1] if draft.tokens else None
    if token is None or token.level not in {"folder", "series", "subseries"} or draft.has("collection"):
        return
    if len(draft.tokens) > 1 and draft.tokens[-2].kind == "label":
        return  # box 3, folder 12, Mudd Library
    upwards = draft.tokens[0].kind == "label" and draft.tokens[0].level in {"box", "folder"}  # the broad comes last
    if (
        (upwards or _PAPERS.fullmatch(token.text))
        and text[token.end : stop].strip() in {",", "/"}
        and draft.levels[-1].value == token.text
    ):
        draft.rename_last("collection")


_CALL_NUMBER = pattern(r"M[Ss][Ss]?\.?[# -]{0,2}\d{1,5}")


def name_call_number(draft: Draft) -> None:
    """Take the number of the papers behind a box for what it is, and no folder: ``Boxes 12 and 14, MS#0633``."""
    token = draft.tokens[-1] if draft.tokens else None
    if token is None or token.level != "folder" or "folder" in draft.labels() or draft.has("call-number"):
        return
    named = tables.conventions()[draft.convention or ""].level("call-number")
    if named and draft.levels[-1].value == token.text and _CALL_NUMBER.fullmatch(token.text):
        draft.rename_last("call-number")


_CALLED = pattern(r"(?:^|[.,;] )(MSS?\.?[# -]{0,2}\d{1,5})\.?$")
"""The number of the papers, before their box: ``Letters, 1938. MS#0633, Box 22. Doe Records``."""
_CENTRAL = pattern(r"(?:OF|PPF|POF|GF|CF) \d[\w-]*")


def _broad_last(draft: Draft, head: str) -> bool:
    """Take the files after the box for those that hold the series before it."""
    first, last = draft.levels[0], draft.levels[-1]
    if first.value != head or first.name != "collection" or last.name not in {"folder", "series", "subseries"}:
        return False
    draft.levels[:] = [Level("collection", last.value), Level("series", head), *draft.levels[1:-1]]
    draft.tokens[0] = draft.tokens[0]._replace(level="series")
    draft.tokens[-1] = draft.tokens[-1]._replace(level="collection")
    return True


_CLAUSES = pattern(r", (?!NSC(?:,|$))")
"""What parts titles; the council whose secretariat it is stands behind a comma too: ``Executive Secretariat, NSC``."""


def narrow_to_broad(text: str, draft: Draft, convention: str, stop: int) -> bool:
    """Take titles by their order from narrow to broad: ``UK 1985, Box 90867, Sommer Files, Reagan Library``."""
    if not tables.conventions()[convention].last_title or not draft.has("box"):
        return False
    pair = draft.levels[:2]
    if (*(level.name for level in pair),) == NARROW_FIRST[:2] and (*map(is_broad, pair),) == (False, True):
        draft.levels[:2] = map(Level, NARROW_FIRST, (pair[1].value, pair[0].value))  # Country File, NSF, box 14, LBJL
    labels = [token for token in draft.tokens if token.kind == "label"]
    last = max(range(len(draft.tokens)), key=lambda at: draft.tokens[at].start * (draft.tokens[at - 1].kind == "label"))
    tail = text[draft.tokens[last].end : stop].strip(" ,/)]")
    clauses = _CLAUSES.split(tail)[::-1]
    if draft.start == labels[0].start and _titled_after(text, draft, tail, draft.tokens[last].end):
        return True
    broad = BROAD.fullmatch(clauses[0]) is not None
    if (
        not (broad or HOLDING.fullmatch(clauses[0]))
        or len(clauses) > len(NARROW_FIRST)
        or any(c.isdigit() or c == ":" for c in tail)
    ):
        return False
    head = text[draft.start : labels[0].start].strip(' ,“”"‘’').removeprefix("fol. ") if draft.tokens else ""
    if head.endswith("["):
        head = ""  # Container number [Box 12], Smith Papers: the name of a field
    if ";" in head or (HOLDING.fullmatch(head) and not broad):
        return False
    if broad and HOLDING.fullmatch(head) and len(clauses) == 1:
        return _broad_last(draft, head)  # DDE Diary, Box 12, AWF, DDEL
    kept = [level for level in draft.levels if level.name in {token.level for token in labels}]
    of_head = "file" if _CENTRAL.fullmatch(head) else "folder"
    if called := _CALLED.search(head):
        head, of_head = called[1], "call-number"
    if head.endswith(" Series") and len(clauses) < len(NARROW_FIRST):
        of_head = NARROW_FIRST[len(clauses)]  # NSC Series, Box 6, Ann Whitman File, DDEL
    titled = [Level(of_head, head)] if head and not any(level.name == of_head for level in kept) else []
    draft.levels[:] = [*map(Level, NARROW_FIRST, clauses), *kept, *titled]
    tokens = [t for t in draft.tokens if labels[0].start <= t.start <= draft.tokens[last].start]
    begin, end = draft.start, draft.tokens[last].end
    draft.tokens[:] = tokens
    if titled and (at := text.find(head, begin)) >= 0:
        draft.note("value", of_head, text, at, at + len(head))
    at = stop
    for name, clause in zip(NARROW_FIRST, clauses, strict=False):
        at = text.rindex(clause, end, at)
        draft.note("value", name, text, at, at + len(clause))
    return True


_FILED = worded(r" (?:{files}|Series)$|^Memoranda of Conversations?$")
_DOWN = ("collection", "series", "folder")


def _titled_after(text: str, draft: Draft, tail: str, at: int) -> bool:
    """Take the titles behind a box that go from broad to narrow: ``Box 12, NSF, Country File, France, LBJL``."""
    titles = tail.split(", ")
    if not 1 < len(titles) <= len(_DOWN) or not BROAD.fullmatch(titles[0]) or has_figure(tail):
        return False
    names = _DOWN if len(titles) == len(_DOWN) or _FILED.search(titles[-1]) else _DOWN[::2]
    kept = [token for token in draft.tokens if token.end <= at]
    above = {token.level for token in kept}
    if not above.isdisjoint(names):
        return False
    draft.levels[:] = [level for level in draft.levels if level.name in above]
    draft.levels[:0] = [Level(name, title) for name, title in zip(names, titles, strict=False)]
    draft.tokens[:] = kept
    for name, title in zip(names, titles, strict=False):
        at = text.index(title, at)
        draft.note("value", name, text, at, at + len(title))
        at += len(title)
    return True


_OF_A_TITLE = pattern(r"\b[A-Z][a-z]+ $")
"""What makes the word after it one of a title: the Files of ``Central Files 1950–1954``."""
_WORD = 20


def turned_round(text: str, found: list[Found], labels: list[Found], convention: str, stop: int) -> list[Draft]:
    """Read marks that go from narrow to broad and share the broad levels: ``Fr: 2, R: 5, Fr: 8, R: 6, RG226``."""
    ranks = tables.ranks(convention)
    labels = [label for label in labels if not _OF_A_TITLE.search(text, max(0, label.start - _WORD), label.start)]
    levels = [next((m.level for m in meanings_of(i, convention) if m.role == "level"), "") for i in labels]
    if not levels or levels.count(levels[0]) < 2 or not all(levels[:2]) or ranks[levels[0]] <= ranks[levels[1]]:
        return []
    starts = [label.start for label, level in zip(labels, levels, strict=True) if level == levels[0]]
    drafts: list[Draft] = []
    for start, end in zip(starts, [*starts[1:], stop], strict=True):
        inside = [item for item in found if start <= item.start < end]
        drafts += coded.read(text, inside, None, convention, start, end)[:1]
    return drafts


_NEXT_FILES = worded(
    r"(?<= )(?:{files})(?:,? (?:1[89]|20)\d\d[-–](?:\d\d)?\d\d)?(?:,? {ands} )"
    r"(?=[Ff]older |[Ff]ile |[Bb]ox |\d{3}[. ]?[\w ]*/)"
)
"""Files in which the first box is, and the next box or file: ``Box 232, Central File, and Folder Doe, Box 37,``."""


def of_several_files(text: str, found: list[Found], convention: str, start: int, stop: int) -> list[Draft]:
    """Read boxes that are each followed by the files they are in: ``Box 2, Central File, and Box 3, Office Files, RG``.

    As one stretch the files of the first would be a folder, and the next box one of the first file.
    """
    begins = [start, *(joint.end() for joint in _NEXT_FILES.finditer(text, start, stop))]
    drafts: list[Draft] = []
    for begin, end in zip(begins, [*begins[1:], stop], strict=True) if len(begins) > 1 else ():
        inside = [item for item in found if begin <= item.start < end]
        read = coded.read(text, inside, None, convention, begin, end)
        if len(read) != 1 or not read[0].has("box") or not read[0].has_any(_OF_FILES):
            return []
        drafts += read
    for draft in drafts[:-1]:
        if not draft.has("record-group"):
            draft.levels[:0] = [level for level in drafts[-1].levels if level.name == "record-group"]
    return drafts


_OF_FILES = frozenset({"series", "collection", "lot"})
