"""Printed editions beside marks: ``…, Bl. 45; AAPD 1963, I, Dok. 123``, ``(= DDF 1957, II, doc. 45)``."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import chain

from provcheck import tables
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.vocabulary import words_of
from provcheck.archives.lexicon.wording import any_of, worded
from provcheck.archives.reading.asides.remarks import lead_in
from provcheck.archives.reading.draft import BY_START
from provcheck.model.lazy import pattern

_EDITION = worded(
    r"(?:;|(?<=\d)\.|(?<=\d f\.)|(?<=\d ff\.)|(?<=\.\))|(?<=\w) =) ?(?:[^\W\d_]{2,16}[.:]? ){0,3}{editions}(?!\w)"
    r"(?![A-Za-z ]*(?:Files|Papers|[Ss]eries\b))[^;\n\d]*\d[^;\n]*"
)
"""What an edition prints, up to the next semicolon."""
_PRINTED_TOO = worded(
    r"(?<=[\d)]), {editions}(?=,| (?:18|19)\d\d| [IVXLC]+\b)[^;:\n]{0,60}?"
    r"[, ](?:[Dd]o[ck]s?|[Nn]os?|[Nn]rs?|[Nn]|pp?|S|n°|#)\.? ?\d[\w–-]*(?:,? (?:pp?|S)\.? ?\d[\d–-]*)?"
)
"""The same behind a comma, where it tells a document or a page: ``vol. 12, DDF 1961, doc. 45``, but no folder."""
_BRACKETED = worded(
    r" ?[(\[](?:= ?)?(?:[^\W\d_]{2,12}[.:]? ){0,2}{editions}(?!\w)(?! (?:Files|Papers))"
    r"[^()\[\]\d\n]*\d[^()\[\]\n]*[)\]]"
)
"""The edition that prints a document, in brackets: ``Bd. 12A (= AAPD 1961 II, Dok. 492)``."""
_FIRST = worded(r"{editions}(?!\w)(?! (?:Files|Papers))[^;\n\d]*\d[^;\n]*")
"""An edition with which a note begins."""
_SAME = pattern(r";? ?(?:[^\W\d_]{1,5} )?")
"""What stands between an edition and its ``ibid.``: ``and``."""
_OF_ARCHIVE = pattern(r"[.,]{1,2} [A-Z]{1,4}[ /.-]?\d")
"""A code behind ``ibid.``, of the archive named before the edition: ``ADAP, D, II, Dok. 123; ebd., R 29766``."""
_OF_DOCUMENTS = worded(
    r"; ?(?:[^\W\d_]{2,12}\.? ){0,2}(?:[A-Z][^\W\d_]{1,20}-Dokumente|{document_editions})(?: [^\W\d_]{2,20}){0,3}"
    r",? (?:[^\W\d_]{1,6}(?:\. ?| ))?[IVXLC]{1,6}(?:[./]\d)?, [^;\n\d]{0,12}\d[^;\n]*"
)
"""A volume and a number of what editions are called: ``; cf. Monumenta Poloniae, vol. II, doc. 12``."""


@cache
def _first_words() -> frozenset[str]:
    """Return with which words editions begin: most lines have none of them."""
    return frozenset(words_of(name)[0] for name in tables.wording()["editions"])


@cache
def _titles() -> frozenset[str]:
    """Return the words that only titles of editions have."""
    return frozenset(tables.wording()["document_editions"])


def editions(text: str, words: set[str], found: list[Found]) -> list[tuple[int, int]]:
    """Return where *text*, which has *words* and *found* in it, tells of editions and names no archive."""
    spans = [] if _first_words().isdisjoint(words) else _printed(text, found)
    if "; " in text and ("-Dokumente" in text or not _titles().isdisjoint(words)):
        spans += [printed.span() for printed in _OF_DOCUMENTS.finditer(text)]
    return [(low, _to_credit(text, low, high)) for low, high in spans if not names_archive(found, low, high)]


_CREDIT = worded(r"(?<=\.) (?i:{credits})\b(?=[^;\n]{0,80}\bby )")
_ABROAD = pattern(lambda: rf"(?<=\.) (?i:{any_of(chain(*tables.wording()['credits_abroad'].values()))})(?!\w)")
"""Who translated the document or gave it, in English and other languages, as the next sentence."""


def _to_credit(text: str, low: int, high: int) -> int:
    """Return where an edition ends that is told from *low* to *high*, before who translated or gave the document."""
    credit = _CREDIT.search(text, low, high) or _ABROAD.search(text, low, high)
    return credit.start() if credit else high


def names_archive(found: list[Found], low: int, high: int) -> bool:
    """Tell whether an archive is named from *low* to *high*."""
    return any(item.what == "archive" for item in found[bisect_left(found, low, key=BY_START) :] if item.start < high)


def _printed(text: str, found: list[Found]) -> list[tuple[int, int]]:
    """Return what editions print, with what is *ibid.* in them: ``DDF, 1954, doc. 314; ibid., doc. 320``."""
    spans = [put.span() for put in _BRACKETED.finditer(text)] if "(" in text or "[" in text else []
    spans += [printed.span() for edition in (_EDITION, _PRINTED_TOO) for printed in edition.finditer(text)]
    first = _FIRST.match(text, lead_in(text))
    if first and _goes_on(text, found, *first.span()):
        spans.append(first.span())
    return [(start, _goes_on(text, found, start, end) or end) for start, end in spans]


def _goes_on(text: str, found: list[Found], start: int, end: int) -> int:
    """Return where the last ``ibid.`` ends of what an edition prints from *start* to *end*; 0 where there is none."""
    last = 0
    for item in found:
        if item.what != "same":
            continue
        if start < item.start and (item.start < end or _SAME.fullmatch(text, end, item.start)):
            if _OF_ARCHIVE.match(text, item.end) and names_archive(found, 0, start):
                break
            stop = text.find(";", item.end)
            last = end = max(end, stop if stop >= 0 else len(text))
    return last
