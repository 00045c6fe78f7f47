"""Past words that are no part of the mark, to its next level."""

from __future__ import annotations

from bisect import bisect_right

from provcheck.archives.lexicon.cuts import FAR
from provcheck.archives.lexicon.folios import folios_at
from provcheck.archives.lexicon.kinds import kind
from provcheck.archives.lexicon.times import DATE, LAST_DAY
from provcheck.archives.lexicon.vocabulary import wording
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.coded import announced, described, documents, glosses
from provcheck.archives.reading.coded.marking import Marking
from provcheck.archives.reading.coded.steps import at_sight
from provcheck.model.lazy import pattern

_TITLE_IN_PARTS = pattern(
    r"[^\W\d_][^;\d]{3,90}; [^\W\d_][^;\d]{3,90}(?:, (?:1[4-9]|20)\d\d(?: ?[-–] ?(?:1[4-9]|20)\d\d)?)?(?:,| -) "
)
"""The title of a fonds right behind its number, parted by a semicolon, up to the word for the next level."""
_FIELD = pattern(r", | \((?=[A-Z]{1,2}\.\d|30[12]/\d)")
"""Where a value may begin that is known at sight: also a sign in brackets, ``Testimonies (O.3)``."""
_NEW_SENTENCE = pattern(
    r"(?<!\b[SD][tr])(?<!, \d)(?<!, \d\d)\.\s+(?!(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4}, )"
    r"[A-ZÀ-Þ][a-zß-ÿ]{3,}\b"
)
"""Where a sentence begins: ``. Another``, but no *St. Petersburg* and no *Progs. February 1917,*."""
_QUOTE = pattern(r"[“\"«„]|(?<!\w)‘")
"""Where a quotation begins, but no apostrophe."""
_NUMBER_BEFORE = pattern(r"\d+(?:[/-]\d+)?[a-z]?\.?[ \u00a0]*$")
"""The number before a word, where the convention has them so: ``12.``."""
_TITLED = pattern(
    r"(?:(?:on|re|concerning) (?:the )?|(?:[A-Z][^\W\d_]*\.? ){0,3}[A-Z][^\W\d_]+, )?"
    r"\(?(?:[“\"„«][^“”\"„«»]{2,300}[”\"“»]|‘(?:[^‘’]|’(?=\w)){2,300}’)"
    r"[,.;]? ?(?:\([^()]*\),? ?|(?:1[89]|20)\d\d, )?"
)
"""The title of a document, perhaps behind who wrote it, and the year or what stands in brackets after it."""
_SHORT_SENTENCE = pattern(r"\.\s+[A-ZÀ-Þ][a-zß-ÿ]{0,2} [a-zß-ÿ]{3,} [^\W\d_]")
"""A sentence that begins with a short word: ``… It requested definite instructions``, ``. Si veda Rossi``."""
_PAGED = frozenset(
    {"volume", "file", "folder", "item", "signature", "bundle", "box", "inv-no", "document", "piece", "call-number"}
)
"""What has pages, of which a document in it may be named before them."""
_OF_A_PRINT = pattern(
    r"(?<!\d )(?<!\d\. )\b[^\W\d_a-z]\w+,? (?:1[5-9]|20)\d\d\)?, $"
    r"|[‘“\"„«(:]|\b(?:[A-Z]\. ?)+[A-Z]|\b(?:[Vv]ol|[Tt]|[Nn][ro]|[Bb]d)\. ?\d"
)
"""A town and a year, a title in quotation marks, the initials of an author: of a book, or of a journal."""
_TOLD = pattern(
    r" (?:[a-z]{3,}ed|has|had|holds|bought|keeps|moves|sells) (?!in |as |under |at |by |from |to )"
    r"| (?!samt|seit|laut)[a-zäöü]{3,}t N[ro]\. \d"
)
"""What a sentence says of an archive: ``The National Archives opened box 12``, ``Das Bundesarchiv zeigt Nr. 12``."""
_FIELD_NAME = pattern(r"\b(?:[Rr]eference|[Ss]helfmark|[Ss]ignature?)(?: [Nn](?:o\.|umber))?: $")
"""The name of a catalogue's field, which says that the mark follows: ``Original institution reference: F-6``."""
_FIELD_NEAR = 24
_ANOTHER = worded(r"{ands} [^,;:()\d]{3,60}, [^,;:()\d]{1,24}\d[^,;()]{0,20}, ")
"""Another document and its own mark, joined to the last: ``and Notebook E, MS DAR 124, ``."""
_STILL_OPEN = worded(r" *$| ?[,:;](?! {denied} )| [–—-] ")
"""How a mark goes on behind the bracket it began in: ``(RG 59, box 12), folder 3``; but ``(…, f. 4), not N. 5``."""


def skip(state: Marking, here: int, separator: str) -> int | None:
    """Pass over a title to the next word that announces something, where it is near and no new sentence begins."""
    if state.holder and not state.draft.tokens and _TOLD.match(state.text, state.holder.end):
        return None
    after = bisect_right(state.starts, here)
    for following in state.starts[after:]:
        item, meanings = state.labels[following]
        if following - here > FAR or _is_closed(state, following):
            return None
        leaf = meanings[0].role != "level"
        if leaf and separator == "," and _ANOTHER.fullmatch(state.text, here, following):
            return None  # MS 12, p. 3, and a letter, XY 34, p. 5: the page is of that
        if leaf and described.restates(state, here, following):
            return None
        if ";" in state.text[here:following]:
            below = any(m.level and not state.draft.has(m.level) for m in meanings)
            below = below and separator == " " and state.draft.last_name == "fonds"
            if not (below and _TITLE_IN_PARTS.fullmatch(state.text, here, following)):
                return None
        if _after_title(state, here, following):
            return announced.labelled(state, following)  # vol. 12: "Letter to …", ff. 1–9
        if _begins_anew(state, here, following) or _of_a_book(state, following):
            return None
        if state.text[following : item.end].lower() in wording().number_signs:
            if state.draft.folios or (separator == "." and state.draft.levels):
                return None  # k. 45, Protokół nr 12: of the document
            titled = state.draft.has("file") and state.text[following - 2 : following - 1].isalpha()
            if titled and meanings[0].level != "document-no":
                continue  # V/45, Protokół nr 12, k. 3
        if all(m.role == "page" for m in meanings):
            if _SHORT_SENTENCE.search(state.text, here - 2, following):
                return None  # Si veda anche Rossi, p. 34
            told = separator in ":,(" or (separator == " " and state.rules.tells_contents)  # A I:4 Likvidationer, s. 12
            if told and state.draft.has_any(_PAGED) and _ends_with(state, here, following):
                return announced.labelled(state, following)  # vol. 60: Västmanlands regemente, s. 465, KrA
        elif (end := _read_on(state, here, following)) is not None:
            return end
    return None if after < len(state.starts) else _anywhere(state, here, state.stop)


def _is_closed(state: Marking, following: int) -> bool:
    """Tell whether the bracket that the archive and its mark stand in is closed, and words are before *following*."""
    if state.holder is None or not state.draft.levels:
        return False
    close = state.text.find(")", state.draft.end, following)
    if close < 0 or _STILL_OPEN.match(state.text, close + 1, following):
        return False
    low = max(0, state.holder.start - FAR)
    return state.text.rfind("(", low, state.holder.start) > state.text.rfind(")", low, state.holder.start)


def _begins_anew(state: Marking, here: int, following: int) -> bool:
    """Tell whether a sentence or a quotation begins before *following*, where no catalogue names the field."""
    if _FIELD_NAME.search(state.text, max(here, following - _FIELD_NEAR), following):
        return False
    return any(start.search(state.text, here, following) for start in (_NEW_SENTENCE, _QUOTE))


def _read_on(state: Marking, here: int, following: int) -> int | None:
    """Read the value that is known at sight behind *here*, or the one that the word at *following* announces."""
    if (end := _anywhere(state, here, following)) is not None:
        return end
    if state.rules.values_first and (number := _NUMBER_BEFORE.search(state.text, here, following)):
        return announced.value_first(state, number.start())
    return announced.labelled(state, following)


def _after_title(state: Marking, here: int, following: int) -> bool:
    """Tell whether only a title in quotation, or what copy it is, is before the leaves or file at *following*."""
    meanings = state.labels[following][1]
    if state.draft.levels and state.text[here:following].strip(" ,.").lower() in wording().copy_words:
        return meanings[0].role != "level"  # H.B.C.A., B.239/1/4, MS, pp. 12, 68
    leaf = state.draft.levels and any(m.role == "leaf" for m in meanings)
    leaf = leaf or (state.draft.has_any(_PAGED) and meanings[0].role == "page")  # File No. 12, “Talks”, 1981, p. 3
    filed = glosses.coded_fonds(state) and meanings[0].level == "file"  # fonds 53/17, "Księgi sądu …", unit 45
    end = following
    if state.text.startswith(", ", following - 2) and (day := LAST_DAY.search(state.text, here, following - 2)):
        end = day.start()  # 123, “Talks,” 3 May 1981, p. 3
    return bool(leaf or filed) and _TITLED.fullmatch(state.text, here, end) is not None


def _of_a_book(state: Marking, following: int) -> bool:
    """Tell whether volumes or documents at *following* are another work's: ``…, 664. Smith, History, vol. II``."""
    if state.labels[following][1][0].level not in {"volume", "part", "document"} or state.text[following - 1] == "(":
        return False
    between = max(state.draft.end, following - FAR), following
    return any(start.search(state.text, *between) for start in (_NEW_SENTENCE, _SHORT_SENTENCE))


def _ends_with(state: Marking, title: int, start: int) -> bool:
    """Tell whether the pages announced at *start* end the mark, and what stands from *title* on is no book."""
    reading = folios_at(state.text, state.labels[start][0].lead)
    rest = state.text[reading.end : state.stop].strip(" 页頁") if reading else ""
    if rest == ",":
        return state.holder is None or not state.holder.written
    said = state.text[title:start].strip(" ,")
    if rest[:1] == ";" and DATE.fullmatch(said):
        return True  # 4003-1-20, 5 July 1950, p. 14; Smith, China
    if reading and documents.before_code(state, title, start, reading.end):
        return True  # PC/NZA/3/1, Annual Report, 1924, p. 8; DC/KMG/1/2
    if rest[:1] in _GOES_ON and said.isalpha() and said.islower():
        return True  # box 1, file 5, letterbook, p. 7, A to B, 3 May 1884; Doe, Treaty, 44
    return reading is not None and rest in {"", ".", ";"} and not _OF_A_PRINT.search(state.text, title, start)


_GOES_ON = frozenset(";,")


_DAY_BEFORE = pattern(r",? [^,;:()]{0,24}\b(?:1[89]|20)\d\d, ")


def _anywhere(state: Marking, here: int, following: int) -> int | None:
    """Read a value of a kind that is known at sight and stands behind a title that is passed over."""
    for start in _FIELD.finditer(state.text, here, following):
        at = start.end()
        for rule in at_sight(state.rules.id, state.text[at : at + 1]):
            better = state.titled == rule.name == state.draft.last_name and kind(rule.kind).over_title
            if better or not state.draft.has(rule.name):
                value = state.value(rule, at)
                if value is not None and (value.end <= following or at < following):
                    if better:
                        state.drop_last()  # VOC, Letters from Asia (Brieven), 1.04.02, inv.nr. 12
                    if state.titled and _DAY_BEFORE.fullmatch(state.text, state.draft.end, at):
                        state.drop_titles()  # PA AA, Roe an das Amt, 9.12.1924, R 72437: what the document is
                    state.put(rule.name, value)
                    return value.end
    return None


def sought(state: Marking, here: int) -> int | None:
    """Read the mark that stands behind the title of the document, where its form tells it from everything else."""
    for rule in state.rules.levels if state.holder and state.holder.written else ():
        if kind(rule.kind).far:
            for start in _FIELD.finditer(state.text, here, min(state.stop, here + FAR)):
                if ";" in state.text[here : start.end()]:
                    break
                if value := state.value(rule, start.end()):
                    state.put(rule.name, value)
                    state.bare = rule.name
                    return value.end
    return None
