"""What stands before its archive: ``f. 45, op. 1, d. 334, APRF``; ``Keynes Ms. 2, King's College``; pages."""

from __future__ import annotations

from provcheck import tables
from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.cuts import DAY, GROUP_TITLE, leads
from provcheck.archives.lexicon.folios import folios_at
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.times import YEARS_ONLY
from provcheck.archives.lexicon.values import Value, has_figure
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading import around, coded, parted
from provcheck.archives.reading.draft import Draft, Holder, size_of
from provcheck.archives.reading.institutions import is_kin
from provcheck.archives.reading.levels import levels_by_figures, required_levels
from provcheck.archives.reading.stretch import announces, meanings_of
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level


def read(text: str, found: list[Found], holder: Holder, low: int = 0) -> list[Draft]:
    """Read what stands before *holder* by its own convention; of several archives' the one that reads most."""
    if holder.convention:
        return _read(text, found, holder, holder.convention, low)
    known = tables.archives()
    names = sorted(holder.names, key=lambda name: not name.preferred)  # NAA is Australia's before Armenia's
    first, *others = dict.fromkeys(known[name.archive].convention for name in names)
    tries = [_read(text, found, holder, other, low) for other in others]
    tries = [_read(text, found, holder, first, low), *(read for read in tries if _labelled(read) or is_whole(read))]
    return max(tries, key=size_of)


def _read(text: str, found: list[Found], holder: Holder, convention: str, low: int) -> list[Draft]:
    rules = tables.conventions().get(convention)
    if rules is None or rules.engine != "coded":
        return []
    labels = [
        i
        for i in found
        if (convention in i.labels and leads(text, i) and announces(text, i, rules))
        or (tables.COMMON in i.labels and i.valued)
    ]
    if text.endswith("; ", 0, holder.start) and (parts := parted.read(text, labels, convention, low, holder.start)):
        return parts
    if all(m.role != "level" for i in labels for m in meanings_of(i, convention)):
        return _code_before(text, labels, holder, convention, low) or _title_before(text, holder, convention, low)
    if first := _folder_first(text, holder, convention, low):
        return first
    top = {m.level for m in labels[0].labels.get(convention, ())} & {rules.levels[0].name}
    start = labels[0].start if top else around.titles_before(text, labels[0].start, low)
    if top and (filed := _FILED.search(text, max(low, start - 90), start)):
        start = filed.start(1)
    drafts = _turned_round(text, found, labels, convention, holder.start) or coded.read(
        text, found, None, convention, start, holder.start
    )
    if not _labelled(drafts) and start < labels[0].start:
        drafts = coded.read(text, found, None, convention, labels[0].start, holder.start)
    if not _labelled(drafts):
        return []
    if ";" not in text[drafts[0].start : drafts[-1].end]:
        ranks, first_one = tables.ranks(convention), drafts[0].levels[0].name
        broad = [level for level in drafts[-1].levels if ranks[level.name] < ranks[first_one]]
        for draft in drafts[:-1]:
            draft.levels[:0] = [level for level in broad if not draft.has(level.name)]  # boxes 12 and 14, Smith Papers
    _name_collection(text, drafts[-1], holder.start)
    if len(drafts) == 1 and not _narrow_to_broad(text, drafts[0], convention, holder.start):
        _titles_between(text, drafts[0], convention, holder.start)
    return drafts


_FILED = worded(
    r"(?:^|[,;.:(”\"] ?)((?:CCS|ABC|P&O|OPD|CSGPO|AG|HR|SEN) ?\d[^;:]{2,60}"
    r"|(?:\d{3}[A-Z]?\.\w[\w. ]*/[^,;:()]{1,20}|(?:POL|DEF|AID|INCO|CUL|ORG) [\dA-Z][^,;:()]{1,25})"
    r"(?:, (?:(?:CDF|DF|CF)(?: \d{4}[-–]\d{2,4})?|(?:\d{4} )?[A-Z][^,;:()\d]{2,40} Files?(?:,? \d{4}(?:[-–]\d\d)?)?))?"
    r"|[A-Z][^,;:()]{2,60} (?:{papers}|{files})(?:,? \d{4}[-–]\d{2,4})?), $"
)
"""What stands in its record group, before it: ``CCS 092 (8-22-46), sec. 6, RG 218, NA``."""


def _labelled(drafts: list[Draft]) -> bool:
    return any(draft.labels() for draft in drafts)


def is_whole(drafts: list[Draft]) -> bool:
    """Tell whether *drafts* have all that their convention requires: ``T 236/3240, The National Archives``."""
    required = required_levels(drafts[0].convention or "") if drafts else frozenset[str]()
    return bool(required) and all(draft.has(name) for draft in drafts for name in required)


_PAPERS = worded(r"[A-Z]{2,6}|.*{papers}")


def _name_collection(text: str, draft: Draft, stop: int) -> None:
    """Take the title right before the archive for its collection: ``B: 16, ELP, DDEL``."""
    token = draft.tokens[-1] if draft.tokens else None
    if token is None or token.level not in {"folder", "series", "subseries"} or draft.has("collection"):
        return
    upwards = draft.tokens[0].kind == "label" and draft.tokens[0].level in {"box", "folder"}  # the broad comes last
    if (
        (upwards or _PAPERS.fullmatch(token.text))
        and text[token.end : stop].strip() == ","
        and draft.levels[-1].value == token.text
    ):
        draft.levels[-1] = Level("collection", token.text)
        draft.tokens[-1] = token._replace(level="collection")


_HOLDING = worded(r"[A-Z].*(?:{papers}|{files}|Office)(?<!Series)")
"""A title that says itself that it is a holding, and no folder's."""
_CENTRAL = pattern(r"(?:OF|PPF|POF|GF|CF) \d[\w-]*")
_NARROW_FIRST = ("collection", "series", "subseries")


_QUOTED_FIRST = pattern(
    r"[“\"](?P<folder>[^“”\"]{2,80}?),?[”\"],? "
    r"(?P<chain>(?:[A-Z][^,;:()“”\d]{1,60}, ){2,3})[Bb]ox (?P<box>[\w-]{1,12}), $"
)
_BROAD = pattern(
    r"NSF|NSFs|PSF|POF|WHCF|NSCF|AWF|(?:Ann )?Whitman File"
    r"|National Security Files?|President['’]s Office Files?|Papers of .*|.* Papers"
)
"""Files of a president that hold all others."""


def _is_broad(level: Level) -> bool:
    return _BROAD.fullmatch(level.value) is not None


def _folder_first(text: str, holder: Holder, convention: str, low: int) -> list[Draft]:
    """Read what goes from the folder to the files of a president: ``“Vietnam,” Country File, NSF, Box 43, LBJL``."""
    if not tables.conventions()[convention].last_title or text[holder.start - 2 : holder.start] != ", ":
        return []
    found = _QUOTED_FIRST.search(text, max(low, holder.start - 240), holder.start)
    if found is None:
        return []
    clauses = found["chain"].removesuffix(", ").split(", ")[::-1]
    if not _BROAD.fullmatch(clauses[0]) or _BROAD.fullmatch(clauses[-1]):
        return []
    draft = Draft(None, convention)
    at = found.end("chain")
    for name, clause in zip(_NARROW_FIRST, clauses, strict=False):
        at = text.rindex(clause, found.start("chain"), at)
        draft.put(name, Value(clause, at, at + len(clause)), text)
    draft.note("label", "box", text, found.start("box") - 4, found.start("box") - 1)
    draft.put("box", Value(found["box"], found.start("box"), found.end("box")), text)
    draft.put("folder", Value(found["folder"], found.start("folder"), found.end("folder")), text)
    return [draft]


def _broad_last(draft: Draft, head: str) -> bool:
    """Take the files after the box for those that hold the series before it."""
    first, last = draft.levels[0], draft.levels[-1]
    if first.value != head or first.name != "collection" or last.name not in {"folder", "series", "subseries"}:
        return False
    draft.levels[:] = [Level("collection", last.value), Level("series", head), *draft.levels[1:-1]]
    draft.tokens[0] = draft.tokens[0]._replace(level="series")
    draft.tokens[-1] = draft.tokens[-1]._replace(level="collection")
    return True


def _narrow_to_broad(text: str, draft: Draft, convention: str, stop: int) -> bool:
    """Take titles by their order from narrow to broad: ``UK 1985, Box 90867, Sommer Files, Reagan Library``."""
    if not tables.conventions()[convention].last_title or not draft.has("box"):
        return False
    pair = draft.levels[:2]
    if (*(level.name for level in pair),) == _NARROW_FIRST[:2] and (*map(_is_broad, pair),) == (False, True):
        draft.levels[:2] = map(Level, _NARROW_FIRST, (pair[1].value, pair[0].value))  # Country File, NSF, box 14, LBJL
    labels = [token for token in draft.tokens if token.kind == "label"]
    last = max(range(len(draft.tokens)), key=lambda at: draft.tokens[at].start * (draft.tokens[at - 1].kind == "label"))
    tail = text[draft.tokens[last].end : stop].strip(" ,")
    clauses = tail.split(", ")[::-1]
    broad = _BROAD.fullmatch(clauses[0]) is not None
    if (
        not (broad or _HOLDING.fullmatch(clauses[0]))
        or len(clauses) > len(_NARROW_FIRST)
        or any(c.isdigit() or c == ":" for c in tail)
    ):
        return False
    head = text[draft.start : labels[0].start].strip(' ,“”"‘’') if draft.tokens else ""
    if ";" in head or (_HOLDING.fullmatch(head) and not broad):
        return False
    if broad and _HOLDING.fullmatch(head) and len(clauses) == 1:
        return _broad_last(draft, head)  # DDE Diary, Box 12, AWF, DDEL
    kept = [level for level in draft.levels if level.name in {token.level for token in labels}]
    of_head = "file" if _CENTRAL.fullmatch(head) else "folder"
    if head.endswith(" Series") and len(clauses) < len(_NARROW_FIRST):
        of_head = _NARROW_FIRST[len(clauses)]  # NSC Series, Box 6, Ann Whitman File, DDEL
    titled = [Level(of_head, head)] if head and not any(level.name == of_head for level in kept) else []
    draft.levels[:] = [*map(Level, _NARROW_FIRST, clauses), *kept, *titled]
    tokens = [t for t in draft.tokens if labels[0].start <= t.start <= draft.tokens[last].start]
    begin, end = draft.start, draft.tokens[last].end
    draft.tokens[:] = tokens
    if titled and (at := text.find(head, begin)) >= 0:
        draft.note("value", of_head, text, at, at + len(head))
    at = stop
    for name, clause in zip(_NARROW_FIRST, clauses, strict=False):
        at = text.rindex(clause, end, at)
        draft.note("value", name, text, at, at + len(clause))
    return True


_FILES = pattern(r", ([^\W\d_][^,;:.()]{1,60} (?:[Ff]iles?|[Rr]ecords|[Ss]eries|[Cc]orrespondence))(?=, |$)")


def _titles_between(text: str, draft: Draft, convention: str, stop: int) -> None:
    """Take the files named between a narrow level and the archive: ``folder 20, S-1 files, Bush files, RG 227, NA``."""
    ranks = tables.ranks(convention)
    named = [token for token in draft.tokens if token.kind == "value"]
    if (
        draft.has_any(_SERIES)
        or not named
        or ranks[named[0].level] < max(ranks[name] for name in _SERIES if name in ranks)
    ):
        return
    end = next((token.start for token in draft.tokens if token.kind == "label" and token.start > named[0].end), stop)
    titles = list(_FILES.finditer(text, named[0].end, end))
    if not titles or titles[0].start() != named[0].end:
        return
    for name, title in zip(("series", "subseries"), reversed(titles), strict=False):
        draft.put(name, Value(title.group(1), title.start(1), title.end(1)), text)


_SERIES = frozenset({"series", "subseries"})


def _turned_round(text: str, found: list[Found], labels: list[Found], convention: str, stop: int) -> list[Draft]:
    """Read marks that go from narrow to broad and share the broad levels: ``Fr: 2, R: 5, Fr: 8, R: 6, RG226``."""
    ranks = tables.ranks(convention)
    levels = [next((m.level for m in meanings_of(i, convention) if m.role == "level"), "") for i in labels]
    if levels.count(levels[0]) < 2 or not all(levels[:2]) or ranks[levels[0]] <= ranks[levels[1]]:
        return []
    starts = [label.start for label, level in zip(labels, levels, strict=True) if level == levels[0]]
    drafts: list[Draft] = []
    for start, end in zip(starts, [*starts[1:], stop], strict=True):
        inside = [item for item in found if start <= item.start < end]
        drafts += coded.read(text, inside, None, convention, start, end)[:1]
    return drafts


_ABOUT = 120
"""How long the words between a mark and its archive may be that say what the volume holds."""
_LEADING = frozenset({"", ".", ",", "(", "-", "in", ", in", "),", ")."})
"""What may stand between a code and its archive."""
_ARTICLE = pattern(r"\b(?:[Tt]he|held at|at)\b")
_MONTH = pattern(r"[A-Z][a-z]{2,8}\.? (?:1[5-9]|20)\d\d(?!\d)")
"""When the document was written: ``July 1984, Department of State``."""
_MONTH_BEFORE = pattern(r"\b[A-Z][a-z]{2,8}\.? $")
_PARTY_BEFORE = pattern(r"\b(?:to|from|by|with) $")
_HEADING = pattern(r"(?:[Pp]referred )?(?:[Cc]ite as|[Cc]itation|[Ss]ource|[Rr]eference|[Ff]rom): ")
_FIELD_START = pattern(r"(?:^|[,;:(.\[“\"'] ?|\s)(?=[A-Z\d]|[bf]MS)")


def _unnumbered(level: Level) -> bool:
    """Tell whether *level* has no figures but years."""
    return not has_figure(level.value) or YEARS_ONLY.fullmatch(level.value) is not None


def _code_before(text: str, found: list[Found], holder: Holder, convention: str, low: int) -> list[Draft]:
    """Read a code that ends right before its archive: ``T 267/1, TNA``; ``Keynes Ms. 2, King's College``."""
    if text[holder.start - 1 : holder.start] == ".":
        return []  # ES.41091.AGI
    required, by_figures = required_levels(convention), levels_by_figures(convention)
    near = max(low, holder.start - 48)
    day = DAY.search(text, near, holder.start)
    fields = [match.end() for match in _FIELD_START.finditer(text, near, holder.start)]
    for start in dict.fromkeys([low, *fields]) if near == low else fields:
        if day and day.start() <= start < day.end():
            continue  # Brief vom 12. 3. 1901, DLA
        code = text[start : holder.start]
        if not code.strip(" ,(") or not (required or has_figure(code)):
            break
        if YEARS_ONLY.match(text, start) or _MONTH.match(text, start):
            continue
        if _MONTH_BEFORE.search(text, max(0, start - 12), start):
            continue  # Ben-Gurion to Hazaz, July 10, 1968, BGA
        if _PARTY_BEFORE.search(text, max(0, start - 6), start):
            continue  # Asquith to Venetia Stanley, MS Eng. c. 7091
        if _HEADING.match(text, start):
            continue  # Cite as: …
        drafts = coded.read(text, found, None, convention, start, holder.start)
        if len(drafts) != 1:
            continue
        gap = text[drafts[0].end : holder.start]
        if _ARTICLE.sub("", gap).strip() not in _LEADING and not is_kin(gap.strip(", ")):
            continue
        known = {level.name for level in drafts[0].levels}
        if not required and all(map(_unnumbered, drafts[0].levels)):
            continue  # Vienna, 1720–22, SOA Plzeň
        if required <= known and known and known <= by_figures:
            return drafts
    return []


_HELD = pattern(
    r"(?:^|[(\[;:\"“”«*]|\. )[ ]?"
    r"([A-ZÅÄÖ][^,;:()\d]{2,60}(?:arkisto|kokoelma|arkiv|arkivet|samling| papper))(?:, | \()$"
)
"""Papers of a person or a body named right before the archive that keeps them, with no number."""


def _title_before(text: str, holder: Holder, convention: str, low: int) -> list[Draft]:
    """Read a fonds known by its name alone: ``(Leo Mechelinin arkisto, Kansallisarkisto, Helsinki)``."""
    title = _HELD.search(text, max(low, holder.start - 90), holder.start)
    if title is None or tables.conventions()[convention].level("fonds") is None:
        return []
    draft = Draft(None, convention, [Level("fonds", title.group(1))])
    draft.note("value", "fonds", text, title.start(1), title.end(1))
    return [draft]


_OF_GROUP = worded(r", (?:[A-Z][\w.’'-]* ){1,6}(?:{papers}|Fonds), ")
"""What the record group before it is called: ``RG 25, vol. 12, External Affairs Records, National Archives``."""


def leads_to(gap: str, loose: list[Draft]) -> bool:
    """Tell whether the words between a mark and the archive after it say no more than "in", or name the lone fond."""
    if len(loose) == 1 and len(loose[0].levels) == 1 and loose[0].has("fond"):
        return len(gap) <= 120 and not set(gap) & set(".;")
    rules = tables.conventions()[loose[-1].convention] if loose[-1].convention else None
    if rules and rules.tells_contents and gap[:1] in {",", ":"} and len(gap) <= _ABOUT and ". " not in gap:
        return True  # vol. 3, tingsprotokoll 1681, VaLA
    if loose[-1].has("record-group"):
        title = GROUP_TITLE.match(gap)
        if _OF_GROUP.fullmatch(gap) or (title and gap[title.end() :] == ", "):
            return True
    words = vocabulary.words_of(gap.lower())
    return len(gap) <= 60 and all(word in vocabulary.wording().archive_follows for word in words)


_PAGE_AFTER = pattern(r"\d{1,2} [A-Z][a-z]+ \d{4}, (?=\d{1,3}(?:[–-]\d{1,3})?(?:, \d{1,3})*\.(?: \[|$))")
"""Pages of a letter after its date, at the end: ``Smith to Jones, 14 March 1956, 4. [AEMR-120651]``."""


def pages_after(text: str, draft: Draft, stop: int) -> None:
    """Take the pages that stand after the date of the letter that follows its shelfmark."""
    if draft.folios or not draft.convention or not tables.conventions()[draft.convention].pages_after_date:
        return
    page = _PAGE_AFTER.search(text, draft.end, min(stop, draft.end + 200))
    reading = folios_at(text, page.end()) if page else None
    if page and reading:
        draft.leaves(text, page.end(), reading)


_PAPER = pattern(
    r"(?:^|[ (])((?:(?:[A-Z]\.){1,3} ?|CP )\d+(?: ?\(\d\d\))?|[A-Z]{1,4} ?(?:\([A-Z]{1,3}\) ?)?\(\d\d\) ?\d+"
    r"|CID \d+-[A-D])"
    r"(?:, (?:\d{1,2} [A-Z][a-z]{2,8}\.? (?:19)?\d\d|[a-z]{4,10}\.? \d{1,3}|annex(?: [A-Z\d])?)){0,3}(?:, | in )$"
)
"""The number of a Cabinet paper or of minutes, with its day and the point in it, right before its file."""
_PAPER_NEAR = 72


def paper(text: str, draft: Draft) -> None:
    """Take the number of a Cabinet paper that stands before its file: ``C.P. 322, CAB 24/95``."""
    start = min(draft.holder.start, draft.start) if draft.holder else draft.start
    cabinet = bool(draft.levels) and draft.levels[0].value[:3].upper() == "CAB" and not draft.has("document-no")
    if cabinet and (number := _PAPER.search(text, max(0, start - _PAPER_NEAR), start)):
        draft.put("document-no", Value(number.group(1), number.start(1), number.end(1)), text)


_TO_PAGES = pattern(r" ?,?(?: in)? ?|, (?:attached to|enclosed (?:in|with)|in) [^;.]{3,60}, ")
"""What may stand between pages and the archive: ``report, pp. 3–4, attached to record of the meeting, TNA``."""


def pages(text: str, found: list[Found], draft: Draft) -> None:
    """Take the pages named right before the archive: ``minutes, p. 22, Department of State, Lot File …``.

    *found* is what stands near before it.
    """
    holder = draft.holder
    if draft.folios or holder is None or draft.convention is None:
        return
    if tables.conventions()[draft.convention].engine != "coded":
        return
    for label in reversed(found):
        meanings = label.labels.get(draft.convention, ()) if label.end < holder.start else ()
        if text[label.start - 1] != "." and any(m.role == "page" for m in meanings):
            reading = folios_at(text, label.lead)
            if reading and _TO_PAGES.fullmatch(text, reading.end, holder.start):
                draft.leaves(text, label.lead, reading, label)
            return
