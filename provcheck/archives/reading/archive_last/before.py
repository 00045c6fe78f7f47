"""What stands before its archive: ``f. 45, op. 1, d. 334, APRF``; ``Keynes Ms. 2, King's College``."""

from __future__ import annotations

import re
from itertools import pairwise

from provcheck import tables
from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.cuts import DAY, GROUP_TITLE, leads
from provcheck.archives.lexicon.folios import folios_at
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.times import DATE, LAST_DATE, YEARS_ONLY
from provcheck.archives.lexicon.values import has_figure
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading import around, coded, labelled, numeric
from provcheck.archives.reading.archive_last import box_first, narrow_first, parted, reordered
from provcheck.archives.reading.coded import pointed
from provcheck.archives.reading.draft import Draft, Holder, size_of
from provcheck.archives.reading.institutions import schools
from provcheck.archives.reading.institutions.clauses import is_kin
from provcheck.archives.reading.levels import levels_by_figures, required_levels
from provcheck.archives.reading.stretch import announces, meanings_of
from provcheck.model.archive import Convention
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level


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


_BEHIND_PAGES = pattern(r"[.,] (?=[A-Z\d])|, (?:is|are|was|were) (?:in|from|on) (?:the )?(?=\w)")


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
    broad = narrow_first.broad_first(text, found, holder, convention, low)
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


def _as_it_comes(text: str, found: list[Found], holder: Holder, rules: Convention, low: int) -> list[Draft]:
    """Read the words for levels before *holder* in any order; a code or a title right before it."""
    convention = rules.id
    labels = [
        i
        for i in found
        if (convention in i.labels and leads(text, i) and announces(text, i, rules))
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
    if all(m.role != "level" for i in labels for m in meanings_of(i, convention)):
        return _code_before(text, labels, holder, convention, low) or narrow_first.title_alone(
            text, holder, convention, low
        )
    if upwards := box_first.upwards(text, holder, convention, low):
        return upwards
    if first := narrow_first.folder_first(text, holder, convention, low):
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
    drafts = narrow_first.turned_round(text, found, labels, convention, stop) or coded.read(
        text, found, None, convention, start, stop
    )
    if not _labelled(drafts) and start < labels[0].start:
        drafts = coded.read(text, found, None, convention, labels[0].start, stop)
    if not _labelled(drafts):
        return []
    if ";" not in text[drafts[0].start : drafts[-1].end] or drafts[0].last_name == "document-no":
        ranks, first_one = tables.ranks(convention), drafts[0].levels[0].name
        broad = [level for level in drafts[-1].levels if ranks[level.name] < ranks[first_one]]
        for draft in drafts[:-1]:
            draft.levels[:0] = [level for level in broad if not draft.has(level.name)]  # boxes 12 and 14, Smith Papers
    narrow_first.name_collection(text, drafts[-1], holder.start)
    if len(drafts) == 1 and not narrow_first.narrow_to_broad(text, drafts[0], convention, holder.start):
        narrow_first.titles_between(text, drafts[0], convention, holder.start)
    box_first.put_said(text, drafts[0], low)
    narrow_first.group_last(drafts[-1])
    if "onds, " in text and tables.conventions()[convention].level("fonds"):
        narrow_first.name_fonds(drafts[-1])
    return drafts


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


_ABOUT = 120
"""How long the words between a mark and its archive may be that say what the volume holds."""
_HOLDINGS = frozenset({"collection", "fonds"})
_NEAR = 48
"""How far before its archive a code may begin, but for the name of the papers that it is in."""
_NAME = pattern(r"(?:^|(?<=[,;:(.] ))(?:[A-Z]\. |\(?[A-Z][\w'’-]*\)? ){0,5}\(?[A-Z][\w'’-]*$")
_SENTENCE = pattern(r"[a-z]{5}\. [A-Z]")
_LEADING = frozenset({"", ".", ",", "(", "-", "in", ", in", "),", ").", "”,", ",”", '",', ',"'})
"""What may stand between a code and its archive."""
_ARTICLE = pattern(r"\b(?:[Tt]he|held at|at)\b|^ \([^()\d]{3,60}\)(?=, )")
_MONTH = pattern(r"[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ][^\W\d_]{1,7}\.? (?:1[5-9]|20)\d\d(?!\d)")
"""When the document was written: ``July 1984, Department of State``; but ``NTS 1772``."""
_MONTH_BEFORE = pattern(r"\b[A-ZÀ-Þ](?:[^\W\d_]{2,8}|[^\W\d_]{2,3}\.) $")
_PARTY_BEFORE = pattern(r"\b(?:to|from|by|with) $")
_PAGES_BEFORE = pattern(r"\bpp?\.? $")
_FIELD_START = pattern(r"(?:^|[,;:(.\[“\"'] ?|\s)(?=[A-Z\d]|[bf]MS|[\u4e00-\u9fff]{2,18}[档檔]案)")
_AMERICAN_DAY = pattern(r"(?:0?[1-9]|1[0-2])/(?:[012]?\d|3[01])/(?:19)?\d\d(?=,)")
_OF_A_YEAR = pattern(r"[^\d,]* [a-z]{2,} (?:1[5-9]|20)\d\d")
"""Words that end with a year, as sentences do: ``the army list of 1751``."""


def _unnumbered(level: Level) -> bool:
    """Tell whether *level* has no figures but years."""
    return not has_figure(level.value) or YEARS_ONLY.fullmatch(level.value) is not None


def _code_before(text: str, found: list[Found], holder: Holder, convention: str, low: int) -> list[Draft]:
    """Read a code that ends right before its archive: ``T 267/1, TNA``; ``Keynes Ms. 2, King's College``."""
    if text[holder.start - 1 : holder.start] == ".":
        return []  # ES.41091.AGI
    required, by_figures = required_levels(convention), levels_by_figures(convention)
    near = max(low, holder.start - (2 * _NEAR if text.endswith(". ", 0, holder.start) else _NEAR))
    if name := _NAME.search(text, max(low, near - _NEAR), near):
        near = name.start()
    if (written := LAST_DATE.search(text, near, holder.start)) and not written[1]:
        return []  # Procès-verbal de la séance du 3 mai 1945, AN
    day = DAY.search(text, near, holder.start)
    ahead = near - len(", ") if name or text.endswith((", ", ". ", "; ", ": "), low, near) else near
    fields = [match.end() for match in _FIELD_START.finditer(text, max(low, ahead), holder.start)]
    for start in dict.fromkeys([low, *fields]) if near == low else fields:
        if day and day.start() <= start < day.end():
            continue  # Brief vom 12. 3. 1901, DLA
        code = text[start : holder.start]
        if not code.strip(" ,(") or not (required or has_figure(code)):
            break
        if YEARS_ONLY.match(text, start) or _MONTH.match(text, start):
            continue
        if _AMERICAN_DAY.match(text, start) and any(tables.archives()[n.archive].country == "US" for n in holder.names):
            continue  # interview, 3/19/73, FDRL
        if _MONTH_BEFORE.search(text, max(low, start - 12), start):
            continue  # Ben-Gurion to Hazaz, July 10, 1968, BGA
        if _PARTY_BEFORE.search(text, max(low, start - 6), start):
            continue  # Asquith to Venetia Stanley, MS Eng. c. 7091
        if _PAGES_BEFORE.search(text, max(low, start - 4), start):
            continue  # ‘My Life’, pp. 17–19, IWM
        drafts = coded.read(text, found, None, convention, start, holder.start)
        if not (drafts and _is_list(text, drafts, by_figures)):
            continue
        gap = _SAID.sub("", text[drafts[-1].end : holder.start])
        of_year = len(drafts[0].levels) > 1 and YEARS_ONLY.fullmatch(gap.strip(", "))  # UM, 12 L, 1948, KA
        if _ARTICLE.sub("", gap).strip() not in _LEADING and not is_kin(gap.strip(", ")) and not of_year:
            continue
        first = drafts[0].levels[0].value
        if _SENTENCE.search(first) or (first.endswith((" in", " at")) and drafts[0].levels[0].name == "collection"):
            continue  # Letters from the Governor. Legislative Papers, LP2:828; State Department of 23 May 1961 in
        if len(drafts[0].levels) == 1 and _OF_A_YEAR.fullmatch(first):
            continue
        known = {level.name for level in drafts[0].levels}
        if not required and all(map(_unnumbered, drafts[0].levels)):
            continue  # Vienna, 1720–22, SOA Plzeň
        if required <= known and known and known <= by_figures:
            return drafts
    return []


_JOINED = worded(r",? (?:{ands}|u\.) |, ")


def _is_list(text: str, drafts: list[Draft], by_figures: frozenset[str]) -> bool:
    """Tell whether *drafts* are one code, or codes that are one list: ``R 43 II/1234 und R 58/123, Bundesarchiv``."""
    for first, last in pairwise(drafts):
        joined = _JOINED.match(text, first.end) if len(last.levels) > 1 and last.names() <= by_figures else None
        again = text[joined.end() : last.start].strip(" /") if joined else ""  # the fonds that both have
        if joined is None or again not in {"", last.levels[0].value}:
            return False
    return True


_SAID = pattern(
    r"^ \([^()\d]{3,60}(?:(?:1[5-9]|20)\d\d)?\)(?=, | (?:from|in|at) | ?$)"
    r"|^ \((?:(?:1[89]|20)\d\d(?: ?г\.?|[-–]\d\d(?:\d\d)?)?|[а-яё]{4,20}(?: [А-Яа-яё]{1,20}){0,3}"
    r"|\d{1,4} ?[а-яії]{1,8}\.?(?:, \d{1,4} ?[а-яії]{1,8}\.?)?)\)(?=[,.]? )"
)
"""What a bracket says of the mark before it: ``EA 1, 102/9/31 (Samoa), ANZ``; when a file is of, what became of it.

How much it has: ``№ П-123 (2 тома, 62 л.), УФСБ``.
"""
_OF_GROUP = worded(r", (?:[A-Z][\w.’'-]* ){1,6}(?:{papers}|Fonds), ")
"""What the record group before it is called: ``RG 25, vol. 12, External Affairs Records, National Archives``."""
_TOWN = pattern(r"[.,] (?P<v>[A-ZÀ-Þ][\w.’' -]{2,30})(?:, [A-ZÀ-Þ][\w. ]{1,30})?: (?:[Tt]he )?")
"""Where the archive is, named before it as publishers' towns are."""
_TOLD = worded(
    r"(?![^;]*\b(?:{compared}|{copies}|cited|quoted)\b)(?!.*(?<!\d)(?!1[4-9]\d\d(?!\d)|20\d\d(?!\d))\d{3}|.*[A-Za-z]-\d)"
    r"(?=.*(?:1[4-9]\d\d|[“\"„«]| to [A-Z]|№))(?: \((?:1[89]|20)\d\d(?:[-–]\d\d(?:\d\d)?)?\))?[,:\"”]{1,2} "
    r"(?:[^;\n.]|(?<=\b[^\W\d_a-zß-ÿа-я])\.|\.(?! [^\W\d_a-zß-ÿа-я][^\W\d_A-Z]+ [a-zа-я])){3,90}"
    r"(?:,|:| [(\[–—]) ?[\"“]?(?:[Tt]he |in )?"
)
"""What is told of the document between its mark and the archive with which the line ends."""
_FILES_TOO = worded(r"; [A-Z][^,;:()\d]{0,60}(?:{papers}|{files})(?:, [A-Z][^,;:()\d]{1,40})?, (?:[Tt]he )?")
"""Other files of the archive, without a number: ``Memos, boxes 12, 13; Country File, NSF, LBJ Library``."""


def leads_to(gap: str, loose: list[Draft], *, closes: bool = False) -> bool:
    """Tell whether the words between a mark and the archive after it say no more than "in", or name the lone fond.

    *closes*: the line names no other archive and ends with this one; then they may tell of the document.
    """
    if len(loose) == 1 and len(loose[0].levels) == 1 and loose[0].has("fond"):
        return len(gap) <= 120 and not set(gap) & set(".;")
    rules = tables.conventions()[loose[-1].convention] if loose[-1].convention else None
    told = rules is not None and rules.tells_contents and gap[:1] in {",", ":"} and len(gap) <= _ABOUT
    if told and ". " not in gap.partition("[")[0]:
        return True  # vol. 3, tingsprotokoll 1681, VaLA
    if loose[-1].has("record-group"):
        title = GROUP_TITLE.match(gap)
        if _OF_GROUP.fullmatch(gap) or (title and gap[title.end() :] == ", "):
            return True
    if (town := _TOWN.fullmatch(gap)) and vocabulary.is_place(town["v"]):
        return True  # box 4, folder 5. Halifax, Nova Scotia: Dalhousie University Archives
    if loose[-1].has("collection") and DATE.fullmatch(gap.strip(" ,")):
        return True  # Kennan Papers, Diary, 12 May 1950, Mudd Library
    if closes and _FILES_TOO.fullmatch(gap) and loose[-1].has("collection"):
        return True
    if closes and _TOLD.fullmatch(gap) and len(loose[-1].levels) > 1 and loose[-1].has_figures():
        return True  # vol. 3930, file 117, Doe to Roe, 31 May 1893, Library and Archives Canada
    gap = _SAID.sub("", gap)
    words = vocabulary.words_of(gap.lower())
    return len(gap) <= 60 and all(word in vocabulary.wording().archive_follows for word in words)
