"""What stands before its archive: ``f. 45, op. 1, d. 334, APRF``; ``Keynes Ms. 2, King's College``."""

from __future__ import annotations

import re

from provcheck import tables
from provcheck.archives.lexicon.cuts import leads
from provcheck.archives.lexicon.folios import folios_at
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.times import DATE
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading import around, coded, labelled, numeric
from provcheck.archives.reading.archive_last import box_first, files_within, narrow_first, parted, reordered, titled
from provcheck.archives.reading.archive_last.codes import code_before
from provcheck.archives.reading.archive_last.leading import leads_to
from provcheck.archives.reading.coded import pointed
from provcheck.archives.reading.draft import Draft, Holder, size_of
from provcheck.archives.reading.institutions import schools
from provcheck.archives.reading.levels import required_levels
from provcheck.archives.reading.stretch import announces, meanings_of
from provcheck.model.archive import Convention
from provcheck.model.lazy import pattern

_HOLDINGS = frozenset({"collection", "fonds"})
"""What a mark that was read again by commas must have."""


def read(text: str, found: list[Found], holder: Holder, low: int = 0) -> list[Draft]:
    """Read what stands before *holder* by its own convention; of several archives' the one that reads most."""
    if dated := _YEAR_AND_DAY.search(text, low, holder.start):
        found, low = [item for item in found if item.start >= dated.end()], dated.end()
    if holder.convention:
        return _read(text, found, holder, holder.convention, low)
    known = tables.archives()
    names = sorted(holder.names, key=lambda name: not name.preferred)  # NAA is Australia's before Armenia's
    first, *others = dict.fromkeys(known[name.archive].convention for name in names)
    tries = [_read(text, found, holder, other, low) for other in others]
    tries = [_read(text, found, holder, first, low), *(read for read in tries if _labelled(read) or is_whole(read))]
    return max(tries, key=size_of)


def _read(text: str, found: list[Found], holder: Holder, convention: str, low: int) -> list[Draft]:
    """Read what stands before *holder* by *convention*, and the pages before that."""
    rules = tables.conventions().get(convention)
    if rules is None or rules.engine != "coded":
        return schools.of_school(text, holder) or (_numbers(text, found, holder, convention, low) if rules else [])
    first = next((item for item in found if item.start >= low), None)
    pages = folios_at(text, first.lead) if first and found[-1] is not first and _is_page(first, convention) else None
    if first and pages and (sign := _BEHIND_PAGES.match(text, pages.end)):
        rest = [item for item in found if item.start >= sign.end()]
        if drafts := _marks(text, rest, holder, rules, sign.end()):
            if drafts[0].start == sign.end() and not drafts[0].folios and sign[0] != ". ":
                drafts[0].leaves(text, first.lead, pages, first)  # Draft by Roe, p. 5, Smith Papers, box 3, …
            return drafts
    return _marks(text, found, holder, rules, low)


_BEHIND_PAGES = pattern(
    r"[.,] (?=[A-Z\d])|(?:,| of) (?:the )?(?=[a-z]{3,} (?:no\. ?)?\d)"
    r"|, (?:is|are|was|were) (?:in|from|on) (?:the )?(?=\w)"
)


def _is_page(item: Found, convention: str) -> bool:
    meanings = item.labels.get(convention, ())
    return bool(meanings) and all(meaning.role == "page" for meaning in meanings)


def _marks(text: str, found: list[Found], holder: Holder, rules: Convention, low: int) -> list[Draft]:
    """Read marks that are told as they come, from broad to narrow, or turned round, whichever tells most."""
    convention = rules.id
    if school := schools.of_school(text, holder):
        return school
    drafts = _as_it_comes(text, found, holder, rules, low)
    if len(drafts) > 1 and required_levels(convention) and not is_whole(drafts):
        plain = coded.read(text, found, None, convention, low, holder.start)
        if is_whole(plain) and size_of(plain) > size_of(drafts):
            return plain  # EA 1, 58/3 Part 6 and ABHS 950/Box 9, 40/4 Part 3, Archives New Zealand
    broad = titled.broad_first(text, found, holder, convention, low)
    if size_of(broad) > size_of(drafts):
        return broad
    usual = reordered.read(text, found, holder, convention, low)
    if size_of(usual) > size_of(drafts):
        return usual
    stop = holder.start
    if text.startswith(". ", stop - 2) and (commas := pointed.commas_before(text, found, convention, stop, low)):
        again = _as_it_comes(commas, found, holder, rules, low)
        again = max(again, reordered.read(commas, found, holder, convention, low), key=size_of)
        if size_of(again) > size_of(drafts) and any(draft.has_any(_HOLDINGS) for draft in again):
            pointed.points_back(text, again)
            return again  # Box 4, folder 11. Marsh Papers. Oxtown Library
    if text.startswith(". ", stop - 2) and (again := pointed.behind_day(text, found, convention, stop, low)):
        return again if size_of(again) > size_of(drafts) else drafts
    return drafts


_INITIAL = pattern(r"[A-Z]\. (?:[A-Z]\. )*[A-Z][a-z]{2}")
"""The initial of a name: ``J. P. Avery to Fish``."""


def _as_it_comes(text: str, found: list[Found], holder: Holder, rules: Convention, low: int) -> list[Draft]:
    """Read the words for levels before *holder* in any order; a code or a title right before it."""
    convention = rules.id
    labels = [
        i
        for i in found
        if (
            convention in i.labels
            and leads(text, i)
            and announces(text, i, rules)
            and (i.valued or not _INITIAL.match(text, i.start))
        )
        or (tables.COMMON in i.labels and i.valued and not text.startswith(", ", i.end))  # Registry Files, S-1021-…
    ]
    if labels and DATE.match(text, labels[0].lead):
        del labels[0]  # diary entry, 24 October 1842
    if len(labels) > 1 and (quoted := _QUOTED.search(text, low, labels[-1].start)) and quoted.end() > labels[0].start:
        labels = [label for label in labels if not quoted.start() < label.start < quoted.end()]  # “Memos, Vol. XII,”
    if text.endswith("; ", 0, holder.start) and (parts := parted.read(text, labels, convention, low, holder.start)):
        return parts
    if " folder, " in text and (alone := box_first.said_alone(text, holder, convention, low)):
        return alone
    if "arkiv" in text and ". " in text and (series := titled.series_of_papers(text, holder, convention, low)):
        return series
    if all(m.role != "level" for i in labels for m in meanings_of(i, convention)):
        return code_before(text, labels, holder, convention, low) or titled.title_alone(text, holder, convention, low)
    if upwards := box_first.upwards(text, holder, convention, low):
        return upwards
    if first := titled.folder_first(text, holder, convention, low):
        return first
    top = {m.level for m in labels[0].labels.get(convention, ())} & {rules.levels[0].name}
    start = labels[0].start if top else around.titles_before(text, labels[0].start, low)
    if top and (filed := _FILED.search(text, max(low, start - 90), start) or _of_office(text, start, low)):
        start = filed.start(1)
    if _PROSE.fullmatch(text, start, labels[0].start):
        start = labels[0].start
    if text.startswith("Arkiv nr", labels[0].start) and (board := _BOARD.search(text, low, labels[0].start)):
        start = board.start(1)
    stop = holder.start - text.endswith("/", 0, holder.start)  # box 6, LLS/NARA
    several = narrow_first.of_several_files(text, found, convention, start, stop) if " and " in text else []
    drafts = several or narrow_first.turned_round(text, found, labels, convention, stop)
    drafts = drafts or coded.read(text, found, None, convention, start, stop)
    if not _labelled(drafts) and start < labels[0].start:
        drafts = coded.read(text, found, None, convention, labels[0].start, stop)
    if not _labelled(drafts):
        return []
    narrow_first.name_call_number(drafts[-1])
    listed = ";" not in text[drafts[0].start : drafts[-1].end] or drafts[0].last_name == "document-no"
    listed = listed or all(draft.names() <= _IN_GROUP for draft in drafts[:-1])
    if listed and not several:  # which have files of their own, and the group
        ranks, first_one = tables.ranks(convention), drafts[0].levels[0].name
        broad = [level for level in drafts[-1].levels if ranks[level.name] < ranks[first_one]]
        for draft in drafts[:-1]:
            draft.levels[:0] = [level for level in broad if not draft.has(level.name)]  # boxes 12 and 14, Smith Papers
    narrow_first.name_collection(text, drafts[-1], holder.start)
    if len(drafts) == 1 and not narrow_first.narrow_to_broad(text, drafts[0], convention, holder.start):
        files_within.titles_between(text, drafts[0], convention, holder.start)
    box_first.put_said(text, drafts[0], low)
    files_within.group_last(drafts[-1])
    if "onds, " in text and tables.conventions()[convention].level("fonds"):
        files_within.name_fonds(drafts[-1])
    return drafts


_IN_GROUP = frozenset({"series", "box", "folder", "microfilm", "reel", "frame"})
"""What says nothing without a holding: it has that of the last of a list, ``box 3; box 5, Doe Papers``."""


def _numbers(text: str, found: list[Found], holder: Holder, convention: str, low: int) -> list[Draft]:
    """Read numbers alone, and the leaves behind them: ``38/1/245, p. 47, TsDAVO``."""
    drafts = numeric.before(text, low, holder, convention)
    leaves = [item for item in found if drafts and item.start >= drafts[-1].end]
    if leaves:
        drafts = drafts[:-1] + labelled.read(text, leaves, holder, convention, drafts[-1])
    return drafts if drafts and leads_to(text[drafts[-1].end : holder.start], drafts) else []


_YEAR_AND_DAY = pattern(r"\((?:1[5-9]|20)\d\d(?:, [^()]{3,22})?\)\. (?:\[[^\[\]]{3,150}\]\. )?")
"""A document's day in brackets, as psychologists cite, and what it is: ``(1917, 7 stycznia). [List]. Akta …``."""
_QUOTED = pattern(r"[“\"][^“”\";]{2,80}[,”\"]{2} ")
"""The title of a document, in which words for levels announce none."""
_FILED = worded(
    r"(?:^|[,;.:(”\"] ?|(?<= in )|(?<=[Aa]lso )|(?<= and )|(?<=[Ss]ee ))"
    r"((?:CCS|ABC|P&O|OPD|CSGPO|AG|HR|SEN) ?\d[^;:]{2,60}"
    r"|(?:(?:\d{3}[A-Z]?\.\w{1,6}/[\d-]{3,10}(?:[,;]|,? and) ){0,3}"
    r"\d{3}(?:[A-Z]?\.\w[\w. ()]*| [A-Z][A-Za-z. ]{2,30})/[^,;:()]{1,20}"
    r"|(?:POL|DEF|AID|INCO|CUL|ORG) [\dA-Z][^,;:()]{1,25})"
    r"(?:, (?:(?:CDF|DF|CF)(?: \d{4}[-–]\d{2,4})?"
    r"|(?:\d{4} )?[A-Z][^,;:()\d]{2,40} Files?(?:,? \d{4}(?:[-–]\d{2,4})?)?))?"
    r"|[A-Z][^,;:()]{2,60} (?:{papers}|{files})(?:,? \d{4}[-–]\d{2,4})?), $"
)
"""What stands in its record group, before it: ``CCS 092 (8-22-46), sec. 6, RG 218, NA``."""


_PROSE = pattern(r"(?:(?:[A-Z][a-z]+,? )?I )?[a-z]+ (?:[a-z]+ ){0,4}")
"""Words of a sentence right before a word for a level, which are no title: ``I asked for the file 7, Fond Roe``."""
_BOARD = pattern(r"(?:^|[;(] ?)(\d{1,2}\. [^.;:\d]{3,60}\. (?:[^.;:\d]{3,60}\. )?)$")
"""The field of a Danish commune by its number, and its committee: ``2. Skat. Ligningsudvalget. Arkiv nr. 4-1``."""
_OF_OFFICE = pattern(r"(?:^|[,;:(] )(Records of [^;:()\d]{4,90}), $")
_OF_STATE = ("RG 59,", "Record Group 59,")
"""A group whose own title begins otherwise, *General Records*: so records of an office before it are a series."""


def _of_office(text: str, start: int, low: int) -> re.Match[str] | None:
    """Find the records of an office before their record group at *start*: ``Records of the Counselor, RG 59, NA``."""
    return _OF_OFFICE.search(text, max(low, start - 110), start) if text.startswith(_OF_STATE, start) else None


def _labelled(drafts: list[Draft]) -> bool:
    return any(draft.labels() for draft in drafts)


def is_whole(drafts: list[Draft]) -> bool:
    """Tell whether *drafts* are codes with all their convention requires: ``T 236/3240, The National Archives``."""
    rules = tables.conventions().get(drafts[0].convention or "") if drafts else None
    required = required_levels(rules.id) if rules and rules.engine == "coded" else frozenset[str]()
    return bool(required) and all(draft.has(name) for draft in drafts for name in required)
