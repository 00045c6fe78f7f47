"""What is read like a shelfmark and is a printed work, a piece of music or so many of something."""

from __future__ import annotations

import re
from functools import cache

from provcheck import tables
from provcheck.archives.lexicon.kinds import kind
from provcheck.archives.lexicon.vocabulary import is_place
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.model.lazy import pattern

_EDITED = worded(r",? \({editors}\b")
"""An archive that edits a book: ``Bundesarchiv (Hrsg.), Die Kabinettsprotokolle, Bd. 12``."""
_OWN_JOURNAL = worded(r"[^,;:.\d]* {serials}(?: [^,;.\d]*)?, $", re.IGNORECASE)
"""The journal of an archive, before its volume: ``El Archivo General publica su boletín, t. 12``."""
_OWN_PAGE = worded(r"\. (?:[A-Z]\w+ )?{finding_aids}s?(?: [^.;\d]{1,60})?[.,] (?:19|20)\d\d\.?$")
"""What an archive publishes, with its year: ``The National Archives. Finding Aids. 2019``."""
_SCORE = pattern(r"(?<![\w/])([A-Z]{2,5}) \d{1,2}, (?!\1 )[A-Z]{2,5} \d{1,2}(?=[:.;)]|$)")
"""How many each of two has won: ``TNA 12, BL 3``."""
_GAZETTE = worded(r"\b{gazettes}\b", re.IGNORECASE)
"""Where laws are printed, by number and part."""
_MEASURED = worded(r" {measures}\b(?!\.? ?\d| of )|,? {boxes} (?:of|de|di|von|à|z|po|по) \d+\b")
"""A unit behind figures: ``HW 12/345 hours``; so many in a box: ``BT 12/345, box of 24``."""
_IS_MEASURE = worded("{measures}")
_SIGN = r"[.:]?(?:[ -]?(?:{number_signs}|n)\b[.°º]{0,2}| №)"
_NUMBERED = worded(rf"\b(?:(?:{{wares}}|{{works}}|{{funds}}){_SIGN}?|{{wares_numbered}}{_SIGN}) ?$", re.IGNORECASE)
"""What the number after it is of, in trade, music and finance: ``Invoice no. 12/345``."""
_TRIED = worded(r"(?:^|[^\w-]){tried} $", re.IGNORECASE)
"""What makes the file after it a case before a court: «по делу № 5-12»; no «архивно-следственное»."""
_COURT = worded(r"{courts}\b")
_GAME = worded(r"{games} (?:2[Kk]|20)?\d\d")
_POSTAL = pattern(r"\d{4,6} ([^\W\d_]+)")
"""A postcode and a town, where the title of a folder could stand."""
_ON = pattern(r" (?:of|on|in|by|under|at|for|from|behind) [a-z][^.;:()\n]*")
"""Where a box is, or what it is of."""
_RATIO = pattern(r"[A-Z]{2,4} \d\d?/\d\d?")
"""Letters and two small numbers, which need little to be something else."""
_DECIMAL = pattern(r"\.\d")
"""What goes on with a fraction is no piece: ``Canon FD 50/1.4``."""
_CODE = pattern(r"[A-Z]{2,4} \d\d?/\d{1,3}")
_GOES_ON = pattern(r" ([a-z]{3,})\b")
_CLUB = worded(r" (?:[A-Z][a-z]+ )?{clubs}\b")
_MINE = pattern(r"\b(?:my|your)\b")
"""Whose household it is: ``on the shelf in my office``."""
_KEEPING = worded(
    r"\b(?:{archive_words}|{papers}|{files}|record|fonds|estate|accession|accrual|deposit|donation|bequest|holding|possession|diar|manuscript|copy|copies|universit|institut|department|office|society|cent(?:re|er)|court|same|this|these)",
    re.IGNORECASE,
)
"""What shows that a box stands with others of its kind."""
_KOECHEL = pattern(r"KV ?\d{2,3}")
"""A work of Mozart: the series of the Security Service have one figure."""
_DISTRICT = pattern(r"ED \d{1,3}-\d{1,4}[A-Z]?(?:,|;|$|\))")
"""A district of a census of the United States: ``1930 census, ED 40-261, sheet 23B``."""
_REPORT = pattern(r"NASA (?:SP|TN|TM|TP|CR|RP|EP|CP)[ -]")
"""A report of the space agency, which has the letters of the archives in Pretoria."""
_NEAR = 40
_REACHED = worded(
    r"(?:[^\d,;]*, ){0,2}(?:{telephones}[.:]{0,2} ?(?:(?:[+(]|0\d).*|\d{3,}[ /-]\d\d.*|\d{6,})"
    r"|{rooms}[.:]? (?:[A-Z]{1,3} ?)?\d{1,4}[a-z]?(?:, [^\d,;]*)?)",
    re.IGNORECASE,
)
"""Where one calls an archive or reads in it: ``tel. 01245 244644``; but Tel. 245 is a telegram."""
_POSTED = pattern(r"(\d{5}|\d{3} \d\d|\d{4})(?: [A-Z]{2})? ([^\W\d_]+)[^,;]*$")


def is_everyday(text: str, draft: Draft) -> bool:
    """Tell whether *draft*, read in *text*, is something else that is written so."""
    holder = draft.holder
    if (holder is None or not holder.written) and _is_counted(text, draft):
        return True
    if holder is None:
        return _is_unkept(text, draft)
    if not holder.written:
        if _DISTRICT.match(text, holder.start):
            return True
        if (draft.levels and _KOECHEL.fullmatch(draft.levels[0].value)) or _DECIMAL.match(text, draft.end):
            return True
        return _is_ratio(text, draft)
    if not holder.names and _MUSEUM.search(holder.written) and (_is_object(draft) or _EDITS.match(text, holder.end)):
        return True
    if text.startswith(". ", holder.end) and _OWN_PAGE.match(text, holder.end):
        return True
    if text.startswith(" ", holder.end) and _is_spoken(text, holder, draft):
        return True
    if text.startswith((" (", ", ("), holder.end):
        return _EDITED.match(text, holder.end) is not None or _is_spelled_otherwise(text, holder)
    if _is_address(text, holder, draft):
        return True
    if holder.written == "NASA":
        return _REPORT.match(text, holder.start) is not None
    first = min((token.start for token in draft.tokens), default=holder.end)
    if first - holder.end < _NEAR and text.startswith(" ", holder.end) and draft.names() <= _OF_JOURNALS:
        return _OWN_JOURNAL.fullmatch(text, holder.end, first) is not None
    return False


_SPELLED = pattern(r" \(([A-Z][^()\d]{3,60})\)")
_ARCHIVE = worded(r"(?i:{archive_words})")


def _is_spelled_otherwise(text: str, holder: Holder) -> bool:
    """Tell whether brackets say of what the two letters of *holder* are short, and that is no archive.

    Brackets with a name of the archive itself are part of the holder: ``RA (Riksarkivet)``.
    """
    spelled = _SPELLED.match(text, holder.end) if len(holder.written) == 2 else None
    if spelled is None or _ARCHIVE.search(spelled[1]):
        return False
    return "".join(filter(str.isupper, spelled[1])) == holder.written  # RA (Royal Academy)


_MUSEUM = pattern(r"(?i:mus[eé]|m[uú]ze|музе)(?!.*(?i:archi|arkiv|архив|архів|librar))")
_EDITS = pattern(r", (?:red|eds?|éds?|Hrsg|Hgg?|szerk|oprac|uspoř|ред|сост)\.? [A-ZÀ-ÞА-Я]")
"""What makes a museum the editor of a book, and its title begins: ``Nationaal Museum, red. The Collections``."""
_OBJECT = pattern(r"(?i)in[vw]|nr in[vw]|инв|інв")
"""How museums number what they show: ``Inv.-Nr.``"""
_ACQUIRED = pattern(r"[A-Z]{0,4}\.? ?(?:1[89]|20)\d\d(?:[/.]\d|$)")
"""The year in which it was acquired, and a number: ``NK 2019/018``."""
_PAPERS_THERE = pattern(r"(?:MSS?|Mss?|Ms|Hs|Cod)\b|[A-Z]{1,6}/")


def _is_object(draft: Draft) -> bool:
    """Tell whether *draft* is of what a museum shows and not of its papers: by its inventory, or a code in one."""
    if words := [token.text for token in draft.tokens if token.kind == "label"]:
        return all(map(_OBJECT.match, words))
    if draft.levels and _ACQUIRED.match(draft.levels[0].value):
        return True
    return draft.names() == {"call-number"} and not any(_PAPERS_THERE.match(level.value) for level in draft.levels)


def _is_address(text: str, holder: Holder, draft: Draft) -> bool:
    """Tell whether *draft* is a part of the address of *holder*, its telephone or a room of it."""
    if draft.folios or draft.start < holder.end:
        return False
    first = min((token.start for token in draft.tokens), default=draft.start)
    if _REACHED.fullmatch(text, first, draft.end):
        return True
    address = kind("address").shape.match(text, holder.end)
    if address is None or address.end() < draft.end:
        return False
    post = _POSTED.search(address[0])
    return post is None or len(post[1]) > len("1950") or (not draft.labels() and is_place(post[2]))


def _is_counted(text: str, draft: Draft) -> bool:
    """Tell whether the number of *draft* is that of goods or of a work, or says how many of something there are."""
    if _MEASURED.match(text, draft.end):
        return True
    first = min((token.start for token in draft.tokens if token.kind == "value"), default=draft.start)
    return any(_NUMBERED.search(text, max(0, end - _NEAR), end) for end in {draft.start, first})


def _is_unkept(text: str, draft: Draft) -> bool:
    """Tell whether *draft*, which no archive is named for, is of a gazette, a court, a game or a household."""
    before = max(0, draft.start - _NEAR)
    if "part" in draft.names() and _GAZETTE.search(text, before, draft.start):
        return True
    if draft.levels and draft.levels[0].name == "delo" and _TRIED.search(text, before, draft.start):
        return True
    if not draft.levels or draft.folios:
        return False
    first, last = draft.levels[0].value, draft.levels[-1].value
    if _COURT.match(first) or _GAME.fullmatch(first) or _IS_MEASURE.fullmatch(last):
        return True
    if (postal := _POSTAL.fullmatch(last)) and is_place(postal[1]):
        return True
    if draft.names() <= _HOUSED and (on := _ON.match(text, draft.end)):
        said = on.group().lower()
        return _MINE.search(said) is not None or (said == on.group() and _KEEPING.search(said) is None)
    return False


def _is_ratio(text: str, draft: Draft) -> bool:
    """Tell whether a code and two small numbers go on as prose without documents: ``HW 1/2 due Monday``."""
    if not _RATIO.fullmatch(text, draft.start, draft.end):
        return False
    if _CLUB.match(text, draft.end):
        return True
    word = _GOES_ON.match(text, draft.end)
    return word is not None and word[1] not in _said_of_marks()


def _is_spoken(text: str, holder: Holder, draft: Draft) -> bool:
    """Tell whether the short name that *draft* begins with, and figures, are odds, goods or a game: ``NBA 2K21``."""
    if holder.written.isupper() and len(draft.levels) == 1 and draft.levels[0].value.isdigit():
        score = _SCORE.search(text, max(0, holder.start - _NEAR))
        if score and score.start() <= holder.start < score.end():
            return True
    if _CODE.fullmatch(text, holder.start, draft.end):
        return (_CLUB.match(text, draft.end) or _MEASURED.match(text, draft.end)) is not None
    return bool(draft.levels) and _GAME.fullmatch(f"{holder.written} {draft.levels[0].value}") is not None


@cache
def _said_of_marks() -> frozenset[str]:
    """Return the words with which prose goes on after a shelfmark."""
    table = tables.wording()
    lists = ("said_of_marks", "ands", "documents", "despatches", "accounts", "copy_words", "skip", "before_marks")
    return frozenset(word for name in lists for word in table[name])


_HOUSED = frozenset({"box", "folder"})
_OF_JOURNALS = frozenset({"volume", "part", "document", "item", "issue"})
