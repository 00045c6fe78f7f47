"""What of a mark stands apart from it: pages before the archive or after a date, the number of a Cabinet paper."""

from __future__ import annotations

from bisect import bisect_left

from provcheck import tables
from provcheck.archives.lexicon.folios import Reading, folios_at
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import Value
from provcheck.archives.lexicon.vocabulary import is_place, wording
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading import levels
from provcheck.archives.reading.draft import BY_START, Draft, Holder
from provcheck.archives.reading.stretch import meanings_of
from provcheck.model.lazy import pattern

_PAGE_AFTER = pattern(r"\d{1,2} [A-Z][a-z]+ \d{4}, (?=\d{1,3}(?:[–-]\d{1,3})?(?:, \d{1,3})*\.(?: \[|$))")
"""Pages of a letter after its date, at the end: ``Smith to Jones, 14 March 1956, 4. [AEMR-120651]``."""


_WORD_LAST = pattern(
    r"第?(\d+(?:[~–—,-] ?\d+)*)[頁页쪽면]|(?=\d{1,4}\.[ –-])(\d+(?:\.? ?[–-] ?\d+)?)\. ?(?:str|стр)(?!\w)\.?"
)
"""A page whose word stands behind it, as in China, Japan and Korea; among South Slavs with a point: ``12.–14. str.``"""
_BEFORE_PAGE = pattern(
    r"(?:[「『《][^」』》\n]{1,80}[」』》], ?)?(?:(?:1[89]|20)\d\d[年년]?, ?)?"
    r"(?=第?\d{1,4}(?:[~–—-]\d{1,4})?[頁页쪽면])"
)
"""What the document is and of what year, before such a page: ``CJA0001234, 「판결문」, 1937, 12쪽``."""
_COMMAS = pattern(r", ?|、")


def page_at(text: str, draft: Draft, at: int, stop: int) -> int | None:
    """Read the pages *at* whose word stands behind them, and return where that ends: ``Ref.C10050001200、3頁``."""
    told = _BEFORE_PAGE.match(text, at, stop)
    page = None if draft.folios else _WORD_LAST.match(text, told.end() if told else at, stop)
    start, end = page.span(page.lastindex or 0) if page else (at, at)
    reading = folios_at(text, start) if page else None
    if page is None or reading is None or reading.end != end:
        return None
    if page.start() < start:
        draft.note("folio-label", "", text, page.start(), start)
    draft.leaves(text, start, reading)
    draft.note("folio-label", "", text, end, page.end())
    return page.end()


_BEHIND_BRACKET = pattern(r"\)(?:, (?P<town>[^\W\d_][^,;:.()\d]{1,30}))?, (?P<page>(?:pp?|[Ss]|str)\.) ?(?=\d)")
"""The pages behind the bracket with a mark, also behind the town: ``Archives (“Talks”), Tokyo, pp. 3-4``."""


def pages_after(text: str, draft: Draft, stop: int) -> None:
    """Take the pages that stand right behind a shelfmark, or after the date of the letter that follows it."""
    if not text.isascii() and (comma := _COMMAS.match(text, draft.end, stop)):
        page_at(text, draft, comma.end(), stop)
    if draft.folios or not draft.convention:
        return
    put = draft.holder is not None and draft.holder.written and text.startswith(" (", draft.holder.end)
    if put and (behind := _BEHIND_BRACKET.match(text, draft.end)):
        reading = folios_at(text, behind.end()) if not behind["town"] or is_place(behind["town"]) else None
        if reading:
            draft.note("folio-label", "", text, *behind.span("page"))
            draft.leaves(text, behind.end(), reading)
        return
    if not tables.conventions()[draft.convention].pages_after_date:
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


_IN_TREE = worded(r" [,;] (?i:{top_levels})(?= [,;] |$)")


def level_told(text: str, draft: Draft) -> None:
    """Take the level that a list of AtoM tells behind the only code of *draft*: ``SAHA AL2431 • Fonds • 1984``."""
    alone = len(draft.levels) == 1 and draft.last_name == "call-number"
    told = _IN_TREE.match(text, draft.end) if alone else None
    if told:
        draft.rename({"call-number": "fonds"})
        draft.note("label", "fonds", text, told.start() + len(" , "), told.end())


_BEFORE_BOX = pattern(
    r"(?:\b(?:1[5-9]|20)\d\d|;), (?P<folder>[A-Z][^,;:“”\"]{2,60}? \(\d{1,2}(?: of \d{1,2})?\)"
    r"|[A-Z][^,;:“”\"\d]{2,60}(?= [Ff]older, ))(?: (?P<word>[Ff]older))?, $"
)
"""A folder by its number in brackets or its word, behind a date: ``3 May 1955, Jane Doe folder, box 3, …``."""
_FOLDER_FAR = 90


def folder(text: str, draft: Draft) -> None:
    """Take the folder named before the box of *draft*, which goes on to its papers, where no archive is named."""
    if draft.last_name != "collection" or draft.tokens[0].level != "box" or (draft.holder and draft.holder.written):
        return
    start = draft.start
    said = _BEFORE_BOX.search(text, max(0, start - _FOLDER_FAR), start)
    rules = tables.conventions()[draft.convention] if draft.convention else None
    if said and rules and rules.level("folder") and not draft.has("folder"):
        draft.put("folder", Value(said["folder"], *said.span("folder")), text)
        if said["word"]:
            draft.note("label", "folder", text, *said.span("word"))


_TO_PAGES = pattern(
    r"(?: \([^()\d]{3,40}\))?(?: ?,?(?: in)? ?|, (?:attached to|enclosed (?:in|with)|in) [^;.]{3,60}, )"
)
"""What may stand between pages and the archive: ``report, pp. 3–4 (draft), attached to record of the meeting, TNA``."""


def pages(text: str, found: list[Found], draft: Draft) -> None:
    """Take the pages or the document named right before the archive: ``minutes, p. 22, Department of State, Lot …``.

    *found* is what stands near before it.
    """
    holder = draft.holder
    if draft.folios or holder is None or draft.convention is None:
        return
    if tables.conventions()[draft.convention].engine != "coded":
        return
    for label in reversed(found):
        meanings = label.labels.get(draft.convention, ()) if label.end < holder.start else ()
        if not text.endswith(".", 0, label.start) and any(m.role == "page" for m in meanings):
            reading = folios_at(text, label.lead)
            if reading and _TO_PAGES.fullmatch(text, reading.end, holder.start):
                draft.leaves(text, label.lead, reading, label)
            return
        number = label.valued if any(m.level == "document" for m in meanings) else None
        if number and text[label.start : label.end].lower() not in wording().number_signs:
            if _TO_PAGES.fullmatch(text, number.end, holder.start) and not draft.has("document"):
                draft.put("document", number, text)  # akte no. 3, BHIC, toegang 50, inv.nr. 377
                draft.note("label", "document", text, label.start, label.end)
            return


_CENSUS_PAGE = pattern(
    r"(?<!\w)(?P<word>[Pp]p?\.|[Pp]ages?|[Ss]heets?) (?P<page>\d{1,4}[A-Za-z]?)"
    r"(?=(?: \([a-z ]{3,20}\))?[,;])[^;]{0,90}(?:; (?!NARA)[^;]{1,90}){0,2}; (?:citing )?$"
)
"""The page of a census, before the household and the film: ``p. 139A, dwelling 12, John Roe; NARA microfilm …``."""
_CENSUS_FAR = 300


def census_page(text: str, draft: Draft) -> None:
    """Take the page of a census that genealogists name before the film of it, as *Evidence Explained* has it."""
    holder = draft.holder
    if holder is None or draft.folios or not draft.has("microfilm"):
        return
    page = _CENSUS_PAGE.search(text, max(0, holder.start - _CENSUS_FAR), holder.start)
    reading = folios_at(text, page.start("page")) if page else None
    if page and reading and reading.end == page.end("page"):
        draft.note("folio-label", "", text, *page.span("word"))
        draft.leaves(text, page.start("page"), reading)


_LEAVES_OR_PAGES, _LEAVES = frozenset({"leaf", "page"}), frozenset({"leaf"})
_TOWN_FIRST = pattern(r"\.?(?:, [^\W\d_][^,;.:()\d]{1,20}){0,2}, ")
"""What stands between an archive and the leaves behind it: ``, College Park, MD,``."""
_CLOSED_FIRST = pattern(r"\.?(?:, [^\W\d_][^,;.:()\d]{1,20}){0,2}\)[.,]? ")
"""What does where a bracket holds the archive alone, or with its town: ``д. 630 (ГАРФ), л. 14``."""
_OPENED = pattern(r"(?P<number>\d )?\((?:[Tt]he )?$")
BEHIND = 50
"""How far behind an archive its leaves may begin."""
_AT_END = worded(r"\.? ?(?:[;)(\]]|$)|\. [^\W\d_]|,? {ands} [^\W\d_]")


def leaves_behind(text: str, found: list[Found], holder: Holder) -> tuple[Found, Reading] | None:
    """Return the leaves right behind *holder*, with which all ends; *found* is what stands there."""
    label = found[0]
    convention = levels.of_all(holder.names)
    if convention is None:
        return None
    roles = _LEAVES_OR_PAGES
    if not _TOWN_FIRST.fullmatch(text, holder.end, label.start):
        opened = _OPENED.search(text, max(0, holder.start - len("1 (the ")), holder.start)
        if not opened or not _CLOSED_FIRST.fullmatch(text, holder.end, label.start):
            return None
        roles = _LEAVES_OR_PAGES if opened["number"] else _LEAVES  # S-1021-0083-09 (UN Archives, New York), page 2
    if not any(meaning.role in roles for meaning in meanings_of(label, convention)):
        return None
    reading = folios_at(text, label.lead)
    return (label, reading) if reading and _AT_END.match(text, reading.end) else None


_RIGHT_BEHIND = frozenset({"; ", ". ", "; vgl. ", "; see also "})


def pages_of_same(text: str, found: list[Found], last: Draft, holder: Holder) -> Draft | None:
    """Return the pages behind *ibid.* that stands right behind the pages of *last*: ``219-2-319, p. 5; ibid., p. 9``.

    Elsewhere they are those of the book before it.
    """
    if not found or not last.folios or text[last.end : holder.start] not in _RIGHT_BEHIND:
        return None
    label = found[0]
    said = {token.text.strip(" .").casefold() for token in last.tokens if token.kind == "folio-label"}
    word = text[label.start : label.end].casefold()
    if label.start - holder.end > _NEAR_SAME or not any(word[:1] == one[:1] for one in said):
        return None
    if word not in tables.page_words() or (reading := folios_at(text, label.lead)) is None:
        return None
    draft = Draft(holder, last.convention)
    draft.leaves(text, label.start, reading, label)
    return draft


_NEAR_SAME = 3
_TO_MARK = worded(r",? ?[(\[]|(?:,|:| [–—-])(?: in)? | in | (?:[а-яёіїє]{3,14} ){0,3}| {of_it} ")
"""What may stand between a leaf and its mark: bracket, ``fol. 3v – BnF``, ``л. 48 регистра ГАСК``, ``f. 10 of BL``."""
_NEAR_MARK = 60
_OPENS = frozenset("([ ")


def leaves_before(text: str, found: list[Found], drafts: list[Draft]) -> None:
    """Give a mark the leaf right before it, in front of its bracket mostly: ``le roi, fol. 153v (BNF, Français 2646)``.

    Pages may be those of a book that the bracket is about. *found* is what stands in the line.
    """
    if not found or not drafts:
        return
    first = found[0].start
    for at in range(len(drafts) - 1, -1, -1):
        draft = drafts[at]
        holder = draft.holder
        if draft.folios or holder is None or draft.convention is None:
            continue
        if text.startswith("], ", holder.start - 3) and draft.start >= holder.start:
            _leaf_in_brackets(text, draft, holder.start)
        if draft.folios or holder.start <= first:
            continue
        start = holder.start
        if text[start - 1] not in _OPENS or draft.start < start:
            continue
        last = drafts[at - 1] if at else None
        low = max(start - _NEAR_MARK, last.end if last and last.levels else 0)
        for label in reversed(found[: bisect_left(found, start, key=BY_START)]):
            if label.start < low:
                break
            if label.end < start and _is_leaf(label, draft.convention):
                reading = folios_at(text, label.lead)
                to_mark = reading and (
                    _TO_MARK.fullmatch(text, reading.end, start)
                    or (label is found[0] and _ends_remark(text, label, reading, start))
                )
                if reading and to_mark and not _is_about(text, label, reading):
                    draft.leaves(text, label.lead, reading, label)
                    if last and not last.levels and last.start == label.start:
                        del drafts[at - 1]
                break


def _ends_remark(text: str, label: Found, reading: Reading, start: int) -> bool:
    """Tell whether a leaf ends what is said of the document, before its mark at *start*: ``копия, л. 3–4; РГАСПИ``.

    But that of a number is its own, though no table has its archive: ``XYZ, 1B/11, fol. 88; HBCA, B.239``.
    """
    return text[reading.end : start] == "; " and not _NUMBERED.search(
        text, max(0, label.start - _NEAR_MARK), label.start
    )


def _leaf_in_brackets(text: str, draft: Draft, start: int) -> None:
    """Give *draft* the leaf of its side in brackets right before *start*, where its library begins."""
    leaf = _IN_BRACKETS.search(text, max(0, start - 20), start)
    reading = folios_at(text, leaf.start(1)) if leaf else None
    if leaf and reading:
        draft.leaves(text, leaf.start(1), reading)


_IN_BRACKETS = pattern(r"\[(\d{1,4}[rv](?:[-–]\d{1,4}[rv])?)\], $")
"""The leaf of a file that is told in brackets before its library: ``[12r], British Library, IOR/R/15/1/7``."""
_NUMBERED = pattern(r"\d[^;.]*$")


def _is_about(text: str, label: Found, reading: Reading) -> bool:
    """Tell whether the letter means about: ``born c. 1450 (BL, Add MS 5)``; but carta 23r."""
    return text[label.start : label.end] in {"c", "C"} and reading.folios[0].first.isdigit()


def _is_leaf(label: Found, convention: str) -> bool:
    return any(meaning.role == "leaf" for meaning in meanings_of(label, convention))
