"""Marks that go from narrow to broad, and so end with their archive: ``B: 16, ELP, DDEL``."""

from __future__ import annotations

from collections.abc import Mapping

from provcheck import tables
from provcheck.archives.lexicon.kinds import GLOSS
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.times import DATE
from provcheck.archives.lexicon.values import Value, has_figure
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading import coded
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.archives.reading.institutions.papers import papers_before
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


_HOLDING = worded(
    r"[A-Z].*(?:{papers}|{files}|Office|Secretariat(?:, NSC)?|Advis[eo]r|Materials?)(?<!Series)"
    r"|(?:Records|Papers) of .+"
)
"""A title that says itself that it is a holding, and no folder's."""
_CENTRAL = pattern(r"(?:OF|PPF|POF|GF|CF) \d[\w-]*")
NARROW_FIRST = ("collection", "series", "subseries")


_QUOTED_FIRST = pattern(
    r"[“\"](?P<folder>[^“”\"]{2,80}?),?[”\"],? "
    r"(?P<chain>(?:[A-Z][^,;:()“”\d]{1,60}, ){2,3})[Bb]ox (?P<box>[\w-]{1,12}), $"
)
_QUOTED_BEFORE_BOX = pattern(
    r"(?:“(?P<double>[^“”\"]{2,80}?),?”|\"(?P<straight>[^“”\"]{2,80}?),?\"|‘(?P<single>[^‘’]{2,80}?),?’),? "
    r"(?P<chain>(?:[A-Z][^,;:()“”\d]{1,60}, ){1,2})[Bb]ox (?P<box>[\w-]{1,12}), (?P<broad>[A-Z][^,;:()“”\d]{1,60}), $"
)
"""The same where the files of the president stand behind the box."""
_BROAD = pattern(
    r"NSF|NSFs|PSF|POF|WHCF|NSCF|AWF|(?:Ann )?Whitman File"
    r"|National Security Files?|President(?:ial|['’]s) Office Files?|Papers of .*|.* Papers"
)
"""Files of a president that hold all others."""


def _is_broad(level: Level) -> bool:
    return _BROAD.fullmatch(level.value) is not None


def folder_first(text: str, holder: Holder, convention: str, low: int) -> list[Draft]:
    """Read what goes from the folder to the files of a president: ``“Vietnam,” Country File, NSF, Box 43, LBJL``."""
    if not tables.conventions()[convention].last_title or text[holder.start - 2 : holder.start] != ", ":
        return []
    begin = max(low, holder.start - 240)
    if "ox " not in text[begin : holder.start]:
        return []
    if found := _QUOTED_FIRST.search(text, begin, holder.start):
        folder, at = "folder", found.end("chain")
        chain = found["chain"].removesuffix(", ")
    elif found := _QUOTED_BEFORE_BOX.search(text, begin, holder.start):
        at = found.end("broad")
        folder = next(name for name in ("double", "straight", "single") if found[name])
        chain = found["chain"] + found["broad"]
    else:
        return []
    clauses = chain.split(", ")[::-1]
    if not _BROAD.fullmatch(clauses[0]) or (clauses[1:] and _BROAD.fullmatch(clauses[-1])):
        return []
    draft = Draft(None, convention)
    for name, clause in zip(NARROW_FIRST, clauses, strict=False):
        at = text.rindex(clause, found.start("chain"), at)
        draft.put(name, Value(clause, at, at + len(clause)), text)
    draft.note("label", "box", text, found.start("box") - 4, found.start("box") - 1)
    draft.put("box", Value(found["box"], found.start("box"), found.end("box")), text)
    draft.put("folder", Value(found[folder], *found.span(folder)), text)
    return [draft]


_QUOTED_FILE = pattern(
    r"(?:“(?P<double>[^“”\"]{2,80}?),?”|\"(?P<straight>[^“”\"]{2,80}?),?\"|«(?P<french>[^«»]{2,80})»),? "
    r"(?P<word>[Ff]ile|[Ff]older|[Dd]ossier|[Bb]inder)(?:,| at| in|,? \() ?(?:the )?$"
)


def _quoted_file(text: str, holder: Holder, convention: str, low: int) -> list[Draft]:
    """Read a file by its title alone: ``“Cuba: Corps” file, Diplomatic Archives``."""
    found = _QUOTED_FILE.search(text, max(low, holder.start - 110), holder.start)
    level = "folder" if found and found["word"] in {"Folder", "folder"} else "file"
    if found is None or tables.conventions()[convention].level(level) is None:
        return []
    title = next(name for name in ("double", "straight", "french") if found[name])
    draft = Draft(None, convention)
    draft.put(level, Value(found[title], *found.span(title)), text)
    draft.note("label", level, text, *found.span("word"))
    return [draft]


_HELD = pattern(
    r"(?:^|[(\[;:\"“”«*]|\. )[ ]?"
    r"([A-ZÅÄÖ][^,;:()\d]{2,60}(?:arkisto|kokoelma|arkiv|arkivet|samling| papper))(?:, | \()$"
)
"""Papers of a person or a body named right before the archive that keeps them, with no number."""


def title_alone(text: str, holder: Holder, convention: str, low: int) -> list[Draft]:
    """Read a fonds known by its name alone: ``(Leo Mechelinin arkisto, Kansallisarkisto, Helsinki)``."""
    if quoted := _quoted_file(text, holder, convention, low):
        return quoted
    title, name = _HELD.search(text, max(low, holder.start - 90), holder.start), "fonds"
    if title is None and not holder.names:
        title, name = papers_before(text, low, holder.start), "collection"
    if title is None or tables.conventions()[convention].level(name) is None:
        return []
    draft = Draft(None, convention, [Level(name, title.group(1))])
    draft.note("value", name, text, title.start(1), title.end(1))
    return [draft]


_BROAD_FIRST = worded(
    r"(?:NSF|PSF|WHCF|Papers of [A-Z][^,;:()]{2,60}|\d{4} P-Reels"
    r"|[A-Z][^,;:.()]{0,60}?(?:{papers}|{files})(?: \([^()]{2,40}\))?(?:,? \d{4} ?[-–] ?\d{2,4})?)"
    r"(?=[,:] | [A-Z]{2,4} )"
)
_BEHIND_COMMA = frozenset({", ", " (", "” ", '" '})
_QUOTED_LAST = pattern(r", [“\"](?P<folder>[^“”\"]{2,60}?)(?:[”\"],?|,[”\"]) ")
"""A folder behind its series, before the archive: ``Doe Papers, Correspondence, “Smith,” Mudd Library``."""
_CLOSELY = frozenset({",", "(", ":"})


def broad_first(text: str, found: list[Found], holder: Holder, convention: str, low: int) -> list[Draft]:
    """Read what goes from broad to narrow before its archive: ``Whitman File, Cabinet Series, Eisenhower Library``."""
    rules = tables.conventions()[convention]
    if rules.engine != "coded" or text[holder.start - 2 : holder.start] not in _BEHIND_COMMA:
        return []
    if not _BROAD_FIRST.match(text, low, holder.start):
        return []
    drafts = coded.read(text, found, None, convention, low, holder.start)
    if len(drafts) != 1 or drafts[0].start != low:
        return []
    gap = text[drafts[0].end : holder.start].strip()
    dated = gap[:2] == ", " and DATE.fullmatch(gap, 2, len(gap) - 1) is not None  # Doe Papers, Diary, 12 May 1950, …
    if quoted := _QUOTED_LAST.fullmatch(text, drafts[0].end, holder.start):
        if rules.level("folder") and len(drafts[0].levels) > 1 and not drafts[0].has_figures():
            drafts[0].put("folder", Value(quoted["folder"], *quoted.span("folder")), text)
    elif gap not in _CLOSELY and not dated:
        return []
    first, *others = drafts[0].levels
    whole = (
        (others or dated)
        and not any(map(_is_broad, others))
        and (_is_broad(first) or not others or not _HOLDING.fullmatch(others[-1].value))
    )
    return drafts if whole else []


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
    if (*(level.name for level in pair),) == NARROW_FIRST[:2] and (*map(_is_broad, pair),) == (False, True):
        draft.levels[:2] = map(Level, NARROW_FIRST, (pair[1].value, pair[0].value))  # Country File, NSF, box 14, LBJL
    labels = [token for token in draft.tokens if token.kind == "label"]
    last = max(range(len(draft.tokens)), key=lambda at: draft.tokens[at].start * (draft.tokens[at - 1].kind == "label"))
    tail = text[draft.tokens[last].end : stop].strip(" ,/)]")
    clauses = _CLAUSES.split(tail)[::-1]
    if draft.start == labels[0].start and _titled_after(text, draft, tail, draft.tokens[last].end):
        return True
    broad = _BROAD.fullmatch(clauses[0]) is not None
    if (
        not (broad or _HOLDING.fullmatch(clauses[0]))
        or len(clauses) > len(NARROW_FIRST)
        or any(c.isdigit() or c == ":" for c in tail)
    ):
        return False
    head = text[draft.start : labels[0].start].strip(' ,“”"‘’').removeprefix("fol. ") if draft.tokens else ""
    if ";" in head or (_HOLDING.fullmatch(head) and not broad):
        return False
    if broad and _HOLDING.fullmatch(head) and len(clauses) == 1:
        return _broad_last(draft, head)  # DDE Diary, Box 12, AWF, DDEL
    kept = [level for level in draft.levels if level.name in {token.level for token in labels}]
    of_head = "file" if _CENTRAL.fullmatch(head) else "folder"
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


_FILED = worded(r" (?:{files}|Series)$")
_DOWN = ("collection", "series", "folder")


def _titled_after(text: str, draft: Draft, tail: str, at: int) -> bool:
    """Take the titles behind a box that go from broad to narrow: ``Box 12, NSF, Country File, France, LBJL``."""
    titles = tail.split(", ")
    if not 1 < len(titles) <= len(_DOWN) or not _BROAD.fullmatch(titles[0]) or has_figure(tail):
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


def group_last(draft: Draft) -> None:
    """Turn the titles of an office and its files round that stand before their record group: ``Files, Board, RG 3``."""
    if [level.name for level in draft.levels] != ["collection", "series", "record-group"]:
        return
    if _HOLDING.fullmatch(draft.levels[0].value):
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
