"""Titles before their archive: a folder in quotes, files of a president, papers and fonds known by a name alone."""

from __future__ import annotations

from provcheck import tables
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.times import DATE
from provcheck.archives.lexicon.values import Value
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading import coded
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.archives.reading.institutions.papers import papers_before
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level

HOLDING = worded(
    r"[A-Z].*(?:{papers}|{files}|Office|Secretariat(?:, NSC)?|Advis[eo]r|Materials?)(?<!Series)"
    r"|(?:Records|Papers) of .+"
)
"""A title that says itself that it is a holding, and no folder's."""

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
BROAD = pattern(
    r"NSF|NSFs|PSF|POF|WHCF|NSCF|AWF|(?:Ann )?Whitman File"
    r"|National Security (?:Files?|Advis[eo]r)|President(?:ial|['’]s) Office Files?|Papers of .*|.* Papers"
)
"""Files of a president that hold all others."""


def is_broad(level: Level) -> bool:
    """Tell whether a level is the files of a president that hold all others."""
    return BROAD.fullmatch(level.value) is not None


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
    if not BROAD.fullmatch(clauses[0]) or (clauses[1:] and BROAD.fullmatch(clauses[-1])):
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


_SERIES_OF = pattern(
    r"(?:^|[(\[;:\"“”«*,]|\. |\bi )[ ]?(?P<fonds>[A-ZÅÄÖØ][^.,;:()\d\"“”]{2,60}(?:arkiv|arkivet|samling| papper))"
    r"\. (?P<series>[A-ZÅÄÖØ][^.,;:()\d\"“”]{2,40})[”\"»]?\)?(?:, | \()$"
)


def series_of_papers(text: str, holder: Holder, convention: str, low: int) -> list[Draft]:
    """Read papers and their series, parted by a point, with no number: ``(i "Bergs arkiv. Brev"), Riksarkivet``."""
    found = _SERIES_OF.search(text, max(low, holder.start - 120), holder.start)
    if found is None or not tables.conventions()[convention].level("fonds"):
        return []
    draft = Draft(None, convention)
    for name in ("fonds", "series"):
        draft.put(name, Value(found[name], *found.span(name)), text)
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
        and not any(map(is_broad, others))
        and (is_broad(first) or not others or not HOLDING.fullmatch(others[-1].value))
    )
    return drafts if whole else []
