"""Where the marks of a stretch begin: behind the archive, its branch and what explains its name."""

from __future__ import annotations

from collections.abc import Sequence

from provcheck import tables
from provcheck.archives.lexicon import sight
from provcheck.archives.lexicon.codes import JOINED_MARK
from provcheck.archives.lexicon.kinds import kind
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import Value, has_figure
from provcheck.archives.reading.around import after_gloss, papers_before, photographed
from provcheck.archives.reading.coded import walk
from provcheck.archives.reading.coded.marking import Marking
from provcheck.archives.reading.draft import CLOSED, Draft, Holder
from provcheck.model.archive import LevelRule
from provcheck.model.kept import kept
from provcheck.model.lazy import pattern

_PARES = pattern(r"(?:/\d[\d.]*)?(?://?|::)(?:ACA,)?")
"""The same behind the archive's code in their catalogue, with less care for the signs: ``ES.28079.AHN::ESTADO,12``."""
_IMAGE = pattern(r"(?<=[ .(])[^\W\d_]{2,}\w*_\w+_\w+|(?<= )m0\d{3}(?!\w)")
"""The name of an image file that repeats the shelfmark, or its end: ``m0112``."""
_POINTED = pattern(r"\.\d+/\d")
"""A mark that a point joins to its archive."""
_IMAGE_WORDS = (", Image ", ", Image No. ", ", Image no. ", ", Image # ", ", Image: ")
_TOLD = pattern(r" (?:as|under)(?= [A-Z][A-Za-z]{0,4}[/ ]?(?:[A-Za-z]{1,6}[/ ]?){0,2}\d+/\d)")
"""What leads from an archive to a code: ``is kept in the Essex Record Office as D/DLu 15/12``."""
_CODE_NEXT = pattern(r"[A-Z]{1,4}[ /.-]?\d")
_TITLES_BEFORE_STROKES = (
    r"(?:[^\d,:;()]{2,60}(?:(?<= )(?:1[4-9]|20)\d\d(?:[-–]\d{2,4})?)?(?:, | \()){1,6}?"
    r"(?=(?:[A-Z]{1,6}\d{0,4}|\d{1,5}[A-Z]{1,3}\d{0,4})(?:[ /][A-Za-z\d]{1,8}){0,4}/[A-Z]?\d)"
)
_TITLES_BEFORE_CODE = (
    r"(?<=[A-ZÀ-Þ])(?:[^\d,:;.]{2,60}(?:[,:]|;(?= (?:CRS|Series) )) ){1,3}?"
    r"(?=(?:CRS |Series )?(?:[^\W\d_]{1,9}[ /.-]{0,2}){1,3}\d|\d)"
)
_HAN_TITLE = r"[,:] [\u3040-\u9fff][^,:;]{1,80} , ?(?=(?:[档檔][案号號]号?:?)?[A-Z]{0,2}\d)"
_TITLE = pattern(rf"(?:[,:] )?[A-ZÀ-Þa-z](?:{_TITLES_BEFORE_STROKES}|{_TITLES_BEFORE_CODE})|{_HAN_TITLE}")
"""Whose records they are, which is no level here, before a code: ``Department of Native Affairs, NTS 123``; what the
document is and of when, before one with strokes: ``Baptisms 1813–1864 (FB12/D1/3)``.
"""
_INITIALS_AND_CODE = pattern(
    r"(?<=[A-Z]\.[A-Z])\. (?:[A-ZÀ-Þ][a-zß-ÿ]{0,12}\.? ?(?:del? |y |e )?){1,6}"
    r"(?:\d|, (?:leg|lib|caja|cx|mç|reg|b|ms)\. ?\d|, (?!(?:1[5-9]|20)\d\d)\d{2,4}(?=[,;.)]|$))"
)
"""A point that is that of initials, before a series: ``P.R.O. CAB. 23/15``, ``B.L. Add. MS. 1``, ``A.G.I. Lima, 5``."""


_TOWN_BEHIND = pattern(r", ([A-ZÀ-Þ][^\W\d_]{3,20})(?=[,.:] )")
"""What may be the town of an institution, which no table has: where its name has it too."""


@kept
def _keeps_papers(convention: str) -> bool:
    """Tell whether papers of persons are a level of *convention*, which may be named before their archive."""
    return any(rule.name == "collection" and kind(rule.kind).papers for rule in tables.conventions()[convention].levels)


def _part_in_name(text: str, holder: Holder, rule: LevelRule) -> int | None:
    """Return where the part of an archive begins that ends its name and is the first level: ``ÖStA, AdR``."""
    of = kind(rule.kind)
    if not of.in_name:
        return None
    start = holder.start + max(map(holder.written.rfind, " ,/_-")) + 1
    part = of.shape.match(text, start) if start > holder.start else None
    return start if part and part.end() == holder.end else None


def _announces(text: str, word: Found, at: int) -> bool:
    """Tell whether *word* announces the value at *at*, ``Film: K-123``, or one for leaves there: ``Bl. 7``, no FO."""
    if word.what == "label" and word.lead == at and "," not in text[word.end : at]:
        return True
    leaves = any(meanings[0].role != "level" for meanings in word.labels.values())
    return word.start == at and leaves and not text[word.start : word.end].isupper()


def _from_the_top(state: Marking) -> bool:
    """Tell whether the first mark begins no lower than with the first level that must be there, or with papers."""
    first = state.drafts[0].levels[0].name if state.drafts[0].levels else ""
    if first == "collection" and len(state.drafts[0].levels) > 1:
        return True  # Nachlass Smith, 120/3
    required = _first_required(state.rules.id)
    return not (first and required) or state.ranks[first] <= state.ranks[required]


@kept
def _first_required(convention: str) -> str:
    """Return the broadest level that every mark of *convention* has; empty where there is none."""
    return next((rule.name for rule in tables.conventions()[convention].levels if rule.required), "")


def _behind_title(state: Marking, found: Sequence[Found], start: int) -> list[Draft]:
    """Read what stands behind a title that is no level here, where nothing was read, or only lower levels."""
    if state.drafts and _from_the_top(state):
        return []
    title = _TITLE.match(state.text, start, state.stop)
    if title is None or any(_announces(state.text, item, title.end()) for item in found):
        return []
    state = Marking(state.text, found, state.holder, state.rules, state.stop)
    return drafts if (drafts := walk.walk(state, title.end())) and _from_the_top(state) else []


def _behind_semicolon(
    text: str, found: Sequence[Found], holder: Holder, convention: str, start: int, stop: int
) -> list[Draft]:
    """Read what words tell behind a first mark that is none known: ``…, pli du 7 mai; fonds Doe, carton 18, f. 4``."""
    at = text.find("; ", start, stop)
    if at < start + _FEW or not text.startswith(", ", start):
        return []
    drafts = walk.walk(Marking(text, found, holder, tables.conventions()[convention], stop), at + 2)
    told = drafts[0].labels() - _OF_BOOKS if drafts else ()
    return drafts if len(told) > 1 and drafts[0].start == at + 2 else []


_OF_BOOKS = frozenset({"volume", "part", "document"})
_FEW = 5
"""Less than so many characters are no mark."""


def _own_series(found: Sequence[Found], holder: Holder, start: int, stop: int) -> int | None:
    """Return where a series of *holder* stands, known by its letters, behind words that are no part of the mark."""
    own = {name.archive for name in holder.names}
    codes = (item for item in found if item.end == item.start and start <= item.start < stop)
    return next((item.start for item in codes if any(name.archive in own for name in item.names)), None)


def _is_address(text: str, start: int, at: int) -> bool:
    """Tell whether what stands at *at*, right behind the archive or its gloss, is a whole mark of an own shape."""
    if text[start:at].strip(" ,:") and not text.endswith("), ", 0, at):
        return False
    return any(shape.match(text, at) for _, shape in sight.addresses())


def _put_item_before(state: Marking, draft: Draft, holder: Holder) -> None:
    """Add to a series that ends its reference the item that stands before it: ``419/3/12, AWM 93``."""
    needed = [rule.name for rule in state.rules.levels if rule.required]
    if needed != ["series", "item"] or not CLOSED.match(state.text, draft.end):
        return
    if item := _ITEM_BEFORE.search(state.text, max(0, holder.start - _FAR_ITEM), holder.start):
        draft.put("item", Value(item["v"], *item.span("v")), state.text)


_ITEM_BEFORE = pattern(
    r"(?:^|[,.;] |\()(?:[Ii]tem )?(?!\d{1,2}/\d{1,2}/(?:19)?(?:1[4-9]|[3-7]\d), )"  # 3/4/43: a day
    r"(?P<v>\d{1,4}(?:/\d{1,4}){1,3})(?:, | \()$"
)
_FAR_ITEM = 32


def read(
    text: str, found: Sequence[Found], holder: Holder | None, convention: str, start: int, stop: int
) -> list[Draft]:
    """Read the marks of the stretch *start* to *stop* of *text* by *convention*."""
    image = _IMAGE.search(text, start, stop) if "_" in text or " m0" in text else None
    if image and (has_figure(text[start : image.start()]) or _is_address(text, start, image.start())):
        stop = image.start()  # ANL_CVP_078v: the name of an image that repeats the mark before it
    if text.endswith(_IMAGE_WORDS, start, stop):
        stop = text.rindex("Image", start, stop)  # Box 3, Image SIA_000123_B03_012
    state = Marking(text, found, holder, tables.conventions()[convention], stop)
    if holder and _keeps_papers(convention):
        for level, value in papers_before(text, holder.start):
            if state.rules.level(level) and (level != "call-number" or state.starts):
                state.put(level, value)
    if holder and (part := _part_in_name(text, holder, state.rules.levels[0])):
        holder.written = text[holder.start : part].rstrip(" ,/_-")
        holder.end = holder.start + len(holder.written)
        return walk.walk(state, part)
    if holder and holder.written.startswith("ES.") and (branch := _PARES.match(text, start)):
        start = branch.end()
    elif holder and "/" not in holder.written and JOINED_MARK.match(text, start):
        start += 1  # KNA/DC/LAMU/1/2
    if (
        holder
        and holder.written[-1:].isupper()
        and (_POINTED.match(text, start) or _INITIALS_AND_CODE.match(text, start))
    ):
        start += 1  # SAD.404/3/12
    if holder and holder.written and not holder.same:  # ibid., Lima: a section
        after = after_gloss(text, start, stop, holder.names)
        if after == start and not holder.names and (town := _TOWN_BEHIND.match(text, start)):
            after = town.end() if town[1] in holder.written else start  # Oxtown Record Office, Oxtown, DD/12/3
        for at in state.starts:
            label = state.labels[at][0]
            told = label.valued or _CODE_NEXT.match(text, label.lead)  # but under the reference Doe Papers, box 3
            if start <= at < after and told and convention in label.labels:
                after = at
                break
        start = after
        start = told.end() if (told := _TOLD.match(text, start)) else start
    drafts = walk.walk(state, start)
    if not drafts and holder and holder.written and (series := _own_series(found, holder, start, stop)):
        state = Marking(text, found, holder, tables.conventions()[convention], stop)
        drafts = walk.walk(state, series)  # TNA, search for Doe in WO 97/12
    if not drafts and holder and holder.written:
        drafts = _behind_semicolon(text, found, holder, convention, start, stop)
    if (holder.written if holder else drafts) and (behind := _behind_title(state, found, start)):
        drafts = behind
    if drafts and holder and text.startswith("NAD: ", holder.start - 5):
        photographed(text, holder.start, drafts[0])
    if len(drafts) == 1 and holder and [level.name for level in drafts[0].levels] == ["series"]:
        _put_item_before(state, drafts[0], holder)
    return drafts
