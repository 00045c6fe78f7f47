"""What is read like a shelfmark and is a printed work, a piece of music or so many of something."""

from __future__ import annotations

import itertools
import re
from functools import cache

from provcheck import tables
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.model.lazy import pattern

_EDITED = worded(r",? \({editors}\b")
"""An archive that edits a book: ``Bundesarchiv (Hrsg.), Die Kabinettsprotokolle, Bd. 12``."""
_OWN_JOURNAL = worded(r"[^,;:.\d]* {serials}(?: [^,;.\d]*)?, $", re.IGNORECASE)
"""The journal of an archive, before its volume: ``El Archivo General publica su boletín, t. 12``."""
_OWN_PAGE = worded(r"\. (?:[A-Z]\w+ )?{finding_aids}s?(?: [^.;\d]{1,60})?[.,] (?:19|20)\d\d\.?$")
"""What an archive publishes, with its year: ``The National Archives. Finding Aids. 2019``."""
_GAZETTE = worded(r"\b{gazettes}\b", re.IGNORECASE)
"""Where laws are printed, by number and part."""
_MEASURED = worded(r" {measures}\b(?!\.? ?\d| of )|,? {boxes} (?:of|de|di|von|à|z|po|по) \d+\b")
"""A unit behind figures: ``HW 12/345 hours``; so many in a box: ``BT 12/345, box of 24``."""
_PIECES = worded(r", \d{1,4} {measures}\b")
_PASSES = pattern(r" (?:to|into|onto) ")


def _passes(text: str, draft: Draft) -> bool:
    """Tell whether a level is brought to another: ``Add the box 4 to folder 12``."""
    words = [token for token in draft.tokens if token.kind == "label"]
    return any(
        before.level != after.level and _PASSES.search(text, before.end, after.start) is not None
        for before, after in itertools.pairwise(words)
    )


_IS_MEASURE = worded("{measures}")
_SIGN = r"[.:]?(?:[ -]?(?:{number_signs}|n)\b[.°º]{0,2}| №)"
_NUMBERED = worded(rf"\b(?:(?:{{wares}}|{{works}}|{{funds}}){_SIGN}?|{{wares_numbered}}{_SIGN}) ?$", re.IGNORECASE)
"""What the number after it is of, in trade, music and finance: ``Invoice no. 12/345``."""
_TRIED = worded(r"(?:^|[^\w-]){tried} $", re.IGNORECASE)
"""What makes the file after it a case before a court: «по делу № 5-12»; no «архивно-следственное»."""
_COURT = worded(r"{courts}\b")
_RATIO = pattern(r"[A-Z]{2,4} \d\d?/\d\d?")
"""Letters and two small numbers, which need little to be something else."""
_GOES_ON = pattern(r" ([a-z]{3,})\b")
_NEAR = 40
_REACHED = worded(
    r"(?:[^\d,;]*, ){0,2}(?:{telephones}[.:]{0,2} ?(?:(?:[+(]|0\d).*|\d{3,}[ /-]\d\d.*|\d{6,})"
    r"|{rooms}[.:]? (?:[A-Z]{1,3} ?)?\d{1,4}[a-z]?(?:, [^\d,;]*)?)",
    re.IGNORECASE,
)
"""Where one calls an archive or reads in it: ``tel. 01245 244644``; but Tel. 245 is a telegram."""

_PERCENT = pattern(r" ?%| (?:per ?cent|Prozent|pour cent|por ciento|per cento|процент)")
_POSTAL = pattern(r"[Bb]ox \d{1,5}, [A-Z][\w .]{2,25},? (?:[A-Z]{2},? \d{5}|[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2})\b")
"""Where one writes to it: ``box 500, Independence, MO 64050``."""


def is_everyday(text: str, draft: Draft) -> bool:
    """Tell whether *draft*, read in *text*, is something else that is written so."""
    holder = draft.holder
    if draft.levels and _is_book(draft):
        return True
    if (holder is None or not holder.written) and _is_counted(text, draft):
        return True
    if holder is None:
        return _is_unkept(text, draft)
    if _PERCENT.match(text, draft.end) or (draft.levels and draft.levels[0].value.startswith(_OF_OUR_LORD)):
        return True
    if not holder.written:
        return _is_ratio(text, draft)
    if not holder.names and _MUSEUM.search(holder.written) and (_is_object(draft) or _EDITS.match(text, holder.end)):
        return True
    if not holder.names and _EDITION.match(holder.written):
        return True
    if not holder.names and text.startswith(", ", holder.end) and _JUDGED.match(text, holder.end + 2):
        return True
    if text.startswith(_YEAR_NEXT, holder.end) and _IMPRINT.match(text, holder.end):
        return True
    if text.startswith(". ", holder.end) and _OWN_PAGE.match(text, holder.end):
        return True
    if text.startswith((" (", ", ("), holder.end):
        return _EDITED.match(text, holder.end) is not None
    if _is_address(text, holder, draft):
        return True
    first = min((token.start for token in draft.tokens), default=holder.end)
    if first - holder.end < _NEAR and text.startswith(" ", holder.end) and draft.names() <= _OF_JOURNALS:
        return _OWN_JOURNAL.fullmatch(text, holder.end, first) is not None
    return False


_BY_EDITOR = pattern(
    r"(?i:h(?:rs)?gg?|herausgegeben|bearb|bearbeitet|eds?|edited|éds?|édité|publ|publié|oprac|wyd)\.?"
    r" (?:von|v\.|by|par|por|przez) [A-ZÀ-Þ]"
)
"""Who made the edition of a book that has an archive's name in its title: ``Matrikel der Universität, hg. von …``."""
_ROMAN = pattern(r"[IVX]+")
_IN_COLUMNS = ("Sp.", "Nr.", "Nrn.")
"""What tells the column or number of the Repertorium Germanicum, a printed calendar: ``RG IX, Nr. 456``."""


def _is_book(draft: Draft) -> bool:
    """Tell whether *draft* is what an editor made, or a number in the Repertorium Germanicum."""
    first = draft.levels[0]
    if first.name != "record-group":
        return _BY_EDITOR.match(first.value) is not None
    if not _ROMAN.fullmatch(first.value) or len(draft.levels) < 2:
        return False
    return draft.levels[1].value in _IN_COLUMNS or any(token.text + "." in _IN_COLUMNS for token in draft.tokens)


_OF_OUR_LORD = ("A.D. ", "A. D. ")
"""Years in the title of a book: ``Annals of the Library of Oxtown, A.D. 1602–A.D. 1870``."""
_JUDGED = worded(r"{judgments}\b")
"""What a court made, which looks like an archive that no table has: ``WSA w Krakowie, wyrok z 4.03.2021, sygn. …``."""
_EDITION = worded(r"{editions}\b")
"""Printed documents, by volume and number: ``ADAP, Serie D, Bd. VII, Nr. 192``."""
_YEAR_NEXT = (" 1", " 2")
_IMPRINT = worded(r" (?:1[5-9]|20)\d\d, \d{1,4} {extents}(?!\w)")
"""When an archive printed a book, and how many pages that has: ``(Stadsarchief Rotterdam 2004, 96 blz.)``."""
_MUSEUM = pattern(r"(?i:mus[eé]|m[uú]ze|музе)(?!.*(?i:archi|arkiv|архив|архів|librar))")
_EDITS = pattern(r", (?:red|eds?|éds?|Hrsg|Hgg?|szerk|oprac|uspoř|ред|сост)\.? [A-ZÀ-ÞА-Я]")
"""What makes a museum the editor of a book, and its title begins: ``Nationaal Museum, red. The Collections``."""
_OBJECT = pattern(r"(?i)in[vw]|nr in[vw]|инв|інв")
"""How museums number what they show: ``Inv.-Nr.``"""
_ACQUIRED = pattern(r"(?:1[89]|20)\d\d\.\d+(?:\.\d+)*[a-z]?")
"""The year in which a museum got an object, and its number: ``1975.1.142``."""
_PAPERS_THERE = pattern(r"(?:MSS?|Mss?|Ms|Hs|Cod)\b|[A-Z]{1,6}/")


def _is_object(draft: Draft) -> bool:
    """Tell whether *draft* is of what a museum shows and not of its papers: by its inventory, or a code in one."""
    if words := [token.text for token in draft.tokens if token.kind == "label"]:
        return all(map(_OBJECT.match, words)) or any(_ACQUIRED.fullmatch(level.value) for level in draft.levels)
    return draft.names() == {"call-number"} and not any(_PAPERS_THERE.match(level.value) for level in draft.levels)


def _is_address(text: str, holder: Holder, draft: Draft) -> bool:
    """Tell whether *draft* is the telephone of *holder* or a room of it."""
    if draft.folios or draft.start < holder.end:
        return False
    first = min((token.start for token in draft.tokens), default=draft.start)
    return _REACHED.fullmatch(text, first, draft.end) is not None or _POSTAL.match(text, first) is not None


def _is_counted(text: str, draft: Draft) -> bool:
    """Tell whether the number of *draft* is that of goods or of a work, or says how many of something there are."""
    ends = {draft.end, *(token.end for token in draft.tokens if token.kind == "value")}
    if any(_MEASURED.match(text, end) for end in ends) or _PIECES.match(text, draft.end) or _passes(text, draft):
        return True
    first = min((token.start for token in draft.tokens if token.kind == "value"), default=draft.start)
    return any(_NUMBERED.search(text, max(0, end - _NEAR), end) for end in {draft.start, first})


_LAW = pattern(r"[A-ZÀ-Þ][a-zß-ÿ]{0,3}\. ?\d{1,4}/(?:1[89]|20)\d\d")
"""A law by its number and year, as in Iceland: ``L. 12/1990``."""
_REPORTER = pattern(r"F\.? ?(?:Supp\.? ?)?[234]d\b")
"""Where American courts are reported: ``975 F.2d 832``."""

_REPORTED = pattern(r"(?:\bCt\.|\bComm['’]n) $")
"""The court whose judgments a law report prints, by its initials: ``Inter-Am. Ct. H.R. (Ser. A) No. 9``."""

_JUDGMENTS = ("A", "C")
_OF_AMERICAS = pattern(r"\b(?:Corte|Cour) I\.?(?:D|A)\.?D?\.?H\b")
"""The same court in Spanish and in French, whose judgments are of series A or C: ``Corte IDH, …, Serie C No. 9``."""

_COMMAND = pattern(r"\((?:C|Cd|Cmd|Cmnd|Cm)\.? ?\d{2,5}\)")
"""The number of a paper that was laid before Parliament: ``Parliamentary Papers 1882 XIV, p. 5 (C. 3210)``."""


def _is_unkept(text: str, draft: Draft) -> bool:
    """Tell whether *draft*, which no archive is named for, is of a gazette or a court, or measured."""
    before = max(0, draft.start - _NEAR)
    if "part" in draft.names() and _GAZETTE.search(text, before, draft.start):
        return True
    if draft.levels and draft.levels[0].name == "delo" and _TRIED.search(text, before, draft.start):
        return True
    if _SLASHED.search(text, max(0, draft.start - 3), draft.start):
        return True
    if draft.levels and (_EDITION.match(draft.levels[0].value) or _LAW.fullmatch(draft.levels[0].value)):
        return True
    if text.startswith(("Ct. ", "’n ", "'n "), draft.start - 4) and _REPORTED.search(text, before, draft.start):
        return True
    if draft.value("series") in _JUDGMENTS and _OF_AMERICAS.search(text, 0, draft.end):
        return True
    if _REPORTER.match(text, draft.start) or _COMMAND.search(text, draft.start, draft.end + 1):
        return True
    if not draft.levels or draft.folios:
        return False
    first, last = draft.levels[0].value, draft.levels[-1].value
    judged = _COURT.match(text, draft.start) or _COURT.match(first)
    return judged is not None or _IS_MEASURE.fullmatch(last) is not None


def _is_ratio(text: str, draft: Draft) -> bool:
    """Tell whether a code and two small numbers go on as prose without documents: ``HW 1/2 due Monday``."""
    if not _RATIO.fullmatch(text, draft.start, draft.end):
        return False
    word = _GOES_ON.match(text, draft.end)
    return word is not None and word[1] not in _said_of_marks()


@cache
def _said_of_marks() -> frozenset[str]:
    """Return the words with which prose goes on after a shelfmark."""
    table = tables.wording()
    lists = ("said_of_marks", "ands", "documents", "despatches", "accounts", "copy_words", "skip", "before_marks")
    return frozenset(word for name in lists for word in table[name])


_SLASHED = pattern(r"(?<![^\W_])[^\W\d_]/(?:[^\W\d_]\.? )?$")
"""The first half of a short word with a stroke: ``c/n 28234``."""
_OF_JOURNALS = frozenset({"volume", "part", "document", "item", "issue"})
