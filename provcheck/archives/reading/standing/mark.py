"""Whether what was read is a shelfmark, and not words and numbers that look alike."""

from __future__ import annotations

from provcheck import tables
from provcheck.archives.lexicon.vocabulary import wording
from provcheck.archives.reading.draft import Draft, Line
from provcheck.archives.reading.institutions.written_books import says_written_book
from provcheck.archives.reading.standing import coded, labelled, unlisted
from provcheck.archives.reading.standing.everyday import is_everyday
from provcheck.archives.reading.standing.signs import CODED, PARTS, is_whole, of_charter, of_register, squares
from provcheck.model.lazy import pattern


def stands(line: Line, draft: Draft) -> bool:
    """Tell whether *draft*, read in *line*, is a shelfmark."""
    holder = draft.holder
    if is_everyday(line.text, draft):
        return False
    if "ª" in line.text and draft.labels() <= PARTS and _PRINTED_SERIES.search(line.text, draft.start, draft.end):
        return False  # MMA, vol. II, 2.ª série, pp. 122-123, doc. 37
    if "[" in line.text and draft.names() == {"collection"} and _PRINTED.match(line.text, draft.end):
        return False
    if "www." in line.text and _IN_ADDRESS.search(line.text, max(0, draft.start - _LONG), draft.start):
        return False
    if holder and (holder.same or _is_issue(draft)) and _JOURNAL.match(line.text, draft.end):
        return False  # Ibid., no. 9 (1990): 151-152; Instytut Pamięci Narodowej, Nr 9 (2016), strony 9–16
    if holder and holder.same and not holder.names and draft.names() <= _BOOKS and _in_print(line.text, holder.start):
        return False  # “A,” in Collected Works, vol. 31, 78–86; “B,” ibid., vol. 39, 197
    if holder and holder.same:
        return bool(draft.folios) or any(level.name != "korobka" for level in draft.levels)
    if holder and holder.names and not holder.written and draft.convention:
        return _at_sight(line.text, draft)
    if draft.convention is None or tables.conventions()[draft.convention].engine == "labelled":
        return labelled.stands(line, draft)
    if (
        draft.names() <= PARTS
        and not draft.folios
        and not (_is_register(draft) or _is_shelved(draft) or says_written_book(draft) or of_charter(draft))
    ):
        return False
    if holder is None:
        return _without_archive(draft) or _is_alone(line.text, draft)
    return unlisted.stands(line.text, draft, holder) if not holder.names else coded.stands(line.text, draft, holder)


_PRINTED = pattern(r"[^\[\];\d]{0,40}\[[CDGJMNRSZ](?:/OL)?\]")
"""The sign by which the Chinese standard tells what is printed; archives have an A: ``清代档案[M]. 北京: 中华书局``."""
_IN_ADDRESS = pattern(r"\bwww\.\S*$")
"""The beginning of an address on the web, with which that of a house may go on: ``www.arch.be Ruisbroekstraat 10``."""
_LONG = 60
_PRINTED_SERIES = pattern(r"\d\.?ª ?[Ss][ée]rie\b.{0,30}\bpp?\. ?\d")
"""A series of volumes and its page, as of a printed edition; archives have boxes there."""
_BOOKS = PARTS | {"tom"}
_IN_PRINT = pattern(
    r"[”\"»],? (?:in|в) (?:#?\w{0,6}[\[*_<>]{1,2})?[^\W\d_a-zß-ÿа-я][^;:\d]{5,80}, "
    r"(?:[Vv]ol|[Tt]|[Тт]|Bd)\. ?\d{1,3}, (?:pp?\. ?)?\d"
)
"""A title in a printed work of several volumes."""


def _in_print(text: str, stop: int) -> bool:
    """Tell whether a title of a printed work is cited before *stop*."""
    return _IN_PRINT.search(text, 0, stop) is not None


def _is_issue(draft: Draft) -> bool:
    """Tell whether nothing was read but a number by a word that journals have too."""
    return len(draft.levels) == 1 and bool(draft.labels()) and draft.tokens[0].text.lower() in wording().issues


_SHELF = pattern(r"\d{1,3}/\d{1,3}/\d{1,3}")


def _is_shelved(draft: Draft) -> bool:
    """Tell whether a volume of a known archive is told by where it stands: ``AHI, 317/1/18``."""
    known = draft.holder is not None and bool(draft.holder.names) and not draft.labels()
    return known and _SHELF.fullmatch(draft.levels[0].value) is not None


_JOURNAL = pattern(r" ?\((?:1[89]|20)\d\d\)(?::|, ?(?:(?:pp?|ss?|S|str)\.|stron|Seite|pages?) ?)")
"""A year in brackets and pages, as after the volume of a journal."""
_OTHERS = pattern(
    r"KV ?\d\d|(?!BT|CO|DO|FO|HO|HW|KV|MH|MT|PC|RG|SP)[A-Z]{2} ?"
    r"(?:(?:19|20)\d\d/\d{5,6}(?!\d)|[\d/ ]{5,14} ?[ABCU]\d?(?![\w/]))"
)
"""What letters of series begin too: a work of Mozart; a patent, ``WO 2020/123456 A1``, but not WO 208/1234."""


def _at_sight(text: str, draft: Draft) -> bool:
    """Tell whether a code stands that is known without its archive, and looks like no patent."""
    if _OTHERS.match(text, draft.start):
        return False
    return is_whole(draft) or len(draft.labels()) > 1 or len(draft.levels) > 2


def _without_archive(draft: Draft) -> bool:
    """Tell whether a coded mark without any archive stands: two words for levels that printed works have not."""
    labels, named = draft.labels(), draft.names()
    if "record-group" in labels and "file" in named:
        return True  # RG 59, 861.00B/345
    if "item" in labels and all(t.end - t.start < 2 for t in draft.tokens if t.kind == "label"):
        return False  # Cass., n. 6027, in Foro it., c. 1234
    known = (labels & CODED) | (named & {"collection", "call-number"})
    if "bundle" in labels and any(t.level == "bundle" and t.text[2:].isalpha() for t in draft.tokens):
        known |= {"bundle"}  # Kt. 20, Fasc. 27, f. 54; but D. W. 1969
    return len(known) >= 2 and not squares(draft)


_BOX = pattern(r"[Bb]ox \d+(?:\.\d+)+-\d+\.?")


def _is_alone(text: str, draft: Draft) -> bool:
    """Tell whether a box is all of the line, and known by more than a number: ``Box 19.174-3``."""
    return draft.names() == {"box"} and _BOX.fullmatch(text) is not None


def _is_register(draft: Draft) -> bool:
    """Tell whether a volume of a known archive stands: ``APEP, Códice 56, doc. 78``."""
    known = draft.holder is not None and bool(draft.holder.names) and draft.holder.written.isupper()
    return known and of_register(draft)
