"""The walk along a stretch, piece by piece.

Each piece is a labelled value, or the next level of the convention whose kind it fits and whose separator stands
before it, or the next mark of a list. What fits nothing ends the mark.
"""

from __future__ import annotations

from provcheck.archives.lexicon.cuts import names_collection
from provcheck.archives.lexicon.kinds import gap_at
from provcheck.archives.lexicon.times import BEGIN_DAYS, BEGIN_MONTHS, DATE, OLD_YEARS
from provcheck.archives.lexicon.values import Value, has_figure
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading import apart
from provcheck.archives.reading.coded import (
    alike,
    announced,
    described,
    documents,
    folders,
    further,
    further_numbers,
    glosses,
    holdings,
    listing,
    lists,
    papers,
    unannounced,
    which_level,
)
from provcheck.archives.reading.coded.marking import Marking
from provcheck.archives.reading.coded.signs import CLOSING, closes, parted
from provcheck.archives.reading.coded.steps import OPENING
from provcheck.archives.reading.draft import Draft
from provcheck.archives.reading.institutions.behind import REFERENCE
from provcheck.model.lazy import pattern

_AND_WORD = worded(r"{ands} (?=[A-ZÄÖÜ]|[/#]\d|\d{1,4}[./-]\d|\d{1,6}[a-z]?,? ff?\.|\d{1,6}[a-z]?,? fol)")
"""A word for *and* before another mark: ``und R 58/1028``."""
_ENDS_NUMBER = frozenset("0123456789)")
"""What stands before the comma of a list: a number, or what explains it."""
_PLAIN = frozenset(" ,:/-")
"""Separators that are as they are written."""

_YEAR_LAST = worded(r"(?![^():,]*(?:{papers}|{files}|Lot File \w+)[:,])[^()]*(?:1[4-9]|20)\d\d\)")
"""A bracket that ends with a year and begins with no holding tells of its archive, or of a book about it."""
_FIGURED = pattern(r"[^\d,;]{0,30}\d")
"""What a list may go on with: something that has a figure."""

_BLANK_OR_OPEN = frozenset({" ", "("})
_DATED = frozenset({"volume", "bundle"})
"""What years behind it date: ``leg. 12, 1712–1714, exp. 3``."""
_MONTHS = pattern(r"\d\d?/(?:1[89]|20)\d\d ?[–-] ?\d\d?/(?:1[89]|20)\d\d(?![\d/])")
"""From which month to which they go: ``volume 2, 10/1953–03/1964``."""
_RANGES = frozenset("-–")
_OF_YEAR = pattern(r"of (?:1[5-9]|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?(?=[,;:.)]|$)")
"""Of which year a volume or file is, as in India."""

_ORDINAL_SIGNS = frozenset(".snrteè-ºª°")
"""What may follow the figure of an ordinal: ``2. Band``, ``2nd volume``."""


def walk(state: Marking, start: int) -> list[Draft]:
    """Read the marks from *start* on."""
    text = state.text
    if text[start + 1 : start + 2] in _BLANK_OR_OPEN and (reference := REFERENCE.match(text, start, state.stop)):
        start = reference.end() - (text[reference.end() - 1] == " ")
    at = start
    while at < state.stop:
        if text[at : at + 1] in CLOSING and closes(state, at):
            at += 1
        if "(" in text[at : at + 2] or "[" in text[at : at + 2]:
            at = glosses.bracketed(state, at) or at
        separator, here = gap_at(text, at)
        if separator not in _PLAIN:
            separator, here = parted(state, separator, here)
        here += separator == "/" == text[here : here + 1]  # CAB 16//123
        if here >= state.stop or (separator == "." and documents.tells_a_year(state, here)):
            break
        end = _passed_over(state, here, separator)
        if end is None and separator == ";" and state.draft.levels:
            end = described.next_code(state, here)
            here = described.on_leaf(state, here)
        if end is None and here in state.labels:
            end = announced.labelled(state, here)
        elif end is None and state.rules.values_first:
            end = announced.value_first(state, here)
        elif end is None and text[here + 1 : here + 2] in _ORDINAL_SIGNS and state.draft.levels:
            end = announced.ordinal(state, here)
        if end is None:
            end = _unlabelled(state, here, separator, at == start)
        if end is None and separator == "," and state.draft.has_figures():
            end = documents.to_its_leaves(state, here) or documents.past_document(state, here)
        elif end is None and separator == " " and state.draft.has_figures():
            end = documents.past_title(state, here)
        if end is None or end <= at:
            break  # what stands here was read already
        at = end
    if state.draft.tokens:
        folders.last_title(state)
        state.drafts.append(state.draft)
    return state.drafts


def _passed_over(state: Marking, here: int, separator: str) -> int | None:
    """Return where the date of the document ends, which is no part of the mark."""
    if state.draft.levels or separator not in ", " or state.text[here] not in BEGIN_DAYS:
        return None
    return documents.written_on(state, here)


def _unlabelled(state: Marking, here: int, separator: str, first: bool) -> int | None:
    """Read on where no word for a level stands, or pass over a title to the next one."""
    end = papers.in_next_sentence(state, here) if separator == "." and state.draft.levels else None
    if separator == "," and state.draft.last_name == "document-no":
        end = papers.department(state, here)
    if end is None and not (here in state.labels and _are_leaves(state, here)):
        end = _placed(state, here, separator, first)
    if end is None and separator == "," and state.draft.levels:
        end = described.after_and(state, here)
    if end is None and separator in ",. " and state.draft.has_figures() and (code := described.told_next(state, here)):
        end = _like_the_last(state, code, wholly=False)
    if end is None and separator in ", " and not state.draft.levels:
        end = further.sought(state, here)
    return further.skip(state, here, separator) if end is None and separator != ";" else end


def _are_leaves(state: Marking, here: int) -> bool:
    """Tell whether the word *here* announces pages, or leaves of nothing: ``Jane Doe's psalter (BL), fol. 3``."""
    _, meanings = state.labels[here]
    if meanings[0].role == "page":
        return not announced.REGISTERED.match(state.text, here)
    if state.draft.levels or state.holder is None:
        return False  # fol. 12, box 34, RG 86: a folder
    return state.text[here].islower() and all(m.role == "leaf" for m in meanings)


def _placed(state: Marking, here: int, separator: str, first: bool) -> int | None:
    """Read a value without a word: the next level whose kind and separator fit; figures before titles."""
    behind = (
        state.text[max(0, here - 3) : max(0, here - 2)] in _ENDS_NUMBER
        or state.bare == "part"
        or bool(state.draft.folios)
    )
    listed = separator == "," and behind
    if listed and (end := _titled_alike(state, here)):
        return end
    if listed and (joined := _AND_WORD.match(state.text, here)):
        separator, here = "and", joined.end()  # R 58/1027, Bl. 12, und R 58/1028, Bl. 4
        if here in state.labels and state.has_level(here):
            return announced.labelled(state, here)  # Item 12, and Item 14
    if state.bare == "part" and further_numbers.parts(state, "part"):
        return state.draft.end  # AA:A981, WAR 45, i and ii
    if separator == "and" and state.draft.levels:
        again = alike.next_form(state, here) or lists.next_lettered_file(state, here)
        return again or _like_the_last(state, here) or lists.after_and(state, here)
    if separator == ";" and state.draft.levels:
        if listing.IN_DATABASE.match(state.text, here):
            return None
        date = documents.written_on(state, here)
        here = date + len(", ") if date else here  # SZ1-2-906, p. 29; 21 July 1961, SZ1-2-898
        again = alike.next_piece(state, here) or alike.next_paired(state, here)
        if not again and state.text[here] == state.draft.levels[-1].value[0]:
            again = lists.next_lettered_file(state, here)  # MfAA, C 12/75; C 13/75
        again = again or _like_the_last(state, here)  # R 43/12, Bl. 3; 43/14: not fonds 43
        if again or (again := lists.after_semicolon(state, here, dated=bool(date))):
            return again
    if state.draft.folios and separator != "/":
        listed = separator == "," and bool(state.draft.levels)
        if listed and (end := alike.next_piece(state, here)):
            return end
        if listed and alike.begins_alike(state, here) and (end := _like_the_last(state, here)):
            return end  # B 12, Bd. 3, Bl. 4, B 14, Bd. 5, Bl. 6
        if separator == "," and (end := _papers_last(state, here)):
            return end
        return lists.after_leaves(state, here) if state.draft.levels else None
    first_one = state.text[here]
    if first_one.isdigit() and separator != "-" and documents.is_no_number(state, here):
        return None
    if first and first_one in BEGIN_MONTHS and DATE.match(state.text, here):
        return None  # BN, May 26, 1963
    if state.draft.levels and (end := _goes_on(state, here, separator)):
        return end
    if first and separator == "(" and not _YEAR_LAST.match(state.text, here):
        sign = OPENING  # Archivio di Stato di Milano (Carteggio Sforzesco, b. 12)
    else:
        led_to = separator in " :," or (separator == "-" and state.text.startswith(" - ", here - 3))
        sign = OPENING if first and led_to else separator  # AGS - Estado, leg. 254
    prose = (
        first and first_one.islower() and state.holder is not None and unannounced.may_be_prose(state, here, separator)
    )
    return unannounced.next_level(state, here, separator, sign, prose=prose) or unannounced.bare_folios(
        state, here, separator
    )


_PAPERS_LAST = pattern(r"[A-ZÀ-Þ][^,;:()\d]{2,60}?(?=[.;)]|,? ?$)")


def _papers_last(state: Marking, here: int) -> int | None:
    """Read the papers that a call number is of, behind its leaves: ``THCR 3/1/41, ff. 7–8, Thatcher Papers``."""
    if not state.draft.has("call-number") or state.draft.has("collection") or not state.rules.level("collection"):
        return None
    title = _PAPERS_LAST.match(state.text, here, state.stop)
    if title is None or not names_collection(title[0]):
        return None
    state.put("collection", Value(title[0], *title.span()))
    return title.end()


_FAR = 240
"""So long is a mark that is read as one of a list, at most."""


def _like_the_last(state: Marking, here: int, *, wholly: bool = True) -> int | None:
    """Read the next mark of a list where it is made as the last: ``1.04.02, inv.nr. 25; 2.21, inv.nr. 4``.

    Not *wholly*: where it has the same two first levels.
    """
    if state.alone or len(state.draft.levels) < 2:
        return None
    end = state.text.find(";", here, state.stop)
    stop = min(end if end > 0 else state.stop, here + _FAR)
    fresh = state.afresh(stop)
    drafts = walk(fresh, here - 1)
    if not drafts or (fresh.draft.end >= stop and stop == here + _FAR):
        return None
    alike_too = alike.is_like(drafts[0], state.draft) if wholly else alike.begins_as(drafts[0], state.draft)
    return state.take(fresh) if alike_too else None


_AND_THE = worded(r"(?:{ands} )?(?:{articles} )?")


def _titled_alike(state: Marking, here: int) -> int | None:
    """Read the next mark where the word for the first level, a title, stands again: ``…, box 3, and fond Doe, box 4``.

    Without it the box would be of the first fonds.
    """
    first = state.draft.levels[0] if state.draft.levels else None
    if first is None or has_figure(first.value) or state.alone:
        return None
    joined = _AND_THE.match(state.text, here, state.stop)
    at = joined.end() if joined else here
    if at not in state.labels or state.labels[at][1][0].level != first.name:
        return None
    fresh = state.afresh(min(state.stop, at + _FAR))
    drafts = walk(fresh, at - 1)
    led = bool(drafts) and len(drafts[0].levels) > 1 and drafts[0].levels[0].name == first.name
    return state.take(fresh) if led else None


_LEAVES = r"(?:(?:, | {ands} )\d{1,3}(?:[-–]\d{1,3})?(?![\d–-]))"
_PAGES = worded(rf"\d{{1,3}}[-–]\d{{1,3}}{_LEAVES}*(?=[;.]|$|,? {{ands}} \d{{3}}-)|[1-9]\d{{0,2}}{_LEAVES}+(?=[;.]|$)")


def _are_pages(state: Marking, here: int) -> bool:
    """Tell whether bare pages stand at *here*, where marks have them so: ``PRC FMA 118-00777-01, 5-8, 12``."""
    rule = state.rules.folios
    pages = _PAGES.match(state.text, here, state.stop) if rule is not None and "," in rule.after else None
    if pages is None:
        return False
    run, last = pages[0].lstrip("0123456789")[:1] in _RANGES, state.draft.levels[-1].value
    return run or last[0] == "0" or last[-1] == ")"  # …-00729-02, 7 and 9-10: filled up with noughts; …-13(1), 7, 9


def _goes_on(state: Marking, here: int, separator: str) -> int | None:
    """Read what goes on from the level just read and is no lower one: a list, a gloss, years."""
    if separator in "-–" and (end := further_numbers.range_on(state, here)):
        return end
    if separator == "," and alike.begins_alike(state, here) and (end := _like_the_last(state, here)):
        return end
    if separator in ", " and (end := folders.quoted(state, here)):
        return end
    if separator == "," and (end := unannounced.leaves_of_volume(state, here)):
        return end
    lower = separator == "," and (_are_pages(state, here) or listing.leads_down(state, here))
    if separator in ", " and not lower and _FIGURED.match(state.text, here):
        if separator == "," and (end := lists.after_comma(state, here)):
            return end
        if end := further_numbers.joined(state, here):
            return end
    if separator in "/," and (end := holdings.next_class(state, here) or holdings.next_top(state, here)):
        return end
    if separator == "/" and state.plural and (end := further_numbers.slashed(state, here)):
        return end
    stroke = separator == "/" and state.text[state.draft.end : here] == " / "
    if stroke and (end := holdings.beside(state, here) or alike.next_code(state, here)):
        return end
    if gloss := glosses.gloss(state, here, separator):
        return gloss
    if separator in ", " and (end := apart.page_at(state.text, state.draft, here, state.stop)):
        return end
    dated = state.draft.last_name in _DATED
    if dated and (months := _MONTHS.match(state.text, here)):
        return months.end()
    if (dated or (separator == "," and state.bare == "file")) and (years := OLD_YEARS.match(state.text, here)):
        if not dated:
            return years.end() if state.text.startswith("; ", years.end()) else None  # Grundbuch 3, 1857; Grundbuch 5
        return years.end() if state.text[years.end() : years.end() + 1] not in _RANGES else None  # Vol. 1, 1900–1901
    if state.titled and (years := OLD_YEARS.match(state.text, here)) and state.text.startswith(", ", years.end()):
        return years.end() if which_level.is_code(state, years.end() + 2) else None  # naissances, 1872, 4 E 12
    if separator == " " and (years := _OF_YEAR.match(state.text, here)):
        return years.end()  # Vol. 123 of 1818, pp. 45–9
    return unannounced.town(state, here) if separator == "," and state.text[here].isupper() else None
