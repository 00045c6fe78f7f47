"""What stands between two marks and is of neither: the document in brackets, captions of figures, printed editions.

``…, Bl. 3 (Vermerk, 5.1.1950); B 11``, ``Photo: BnF. Fig. 4. Vienna``, ``…, Bl. 45; AAPD 1963, I, Dok. 123``
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from operator import attrgetter

from provcheck import tables
from provcheck.archives.lexicon.cuts import names_collection
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.times import LAST_DAY
from provcheck.archives.lexicon.vocabulary import wording, words_of
from provcheck.archives.lexicon.wording import worded
from provcheck.model.lazy import pattern

_START: attrgetter[int] = attrgetter("start")
_DAY = r"\d{1,2}\.? [^\W\d_]{1,12}\.? 1[0-9]\d\d"
_BRACKET = pattern(
    r"\d(?: ?RS| ff?\.?|\. [^\W\d_]{1,4}\.|[^\W\d_]{0,2})(?P<put> ?\((?P<said>"
    r"(?:[^\W\d_]{3}|[^\W\d_]{2,9}\. )[^();#\n]{2,110}"
    rf"|{_DAY}|\d{{1,2}}\. ?\d{{1,2}}\. ?(?:1[5-9]|20)\d\d)\))(?=;)"
)
"""A bracket behind a number and before a semicolon that begins with a word, or is a day."""
_LONGEST_DAY = 24
_CODED = pattern(r"\d[/-]?[^\W\d_]?\d*/\d|(?<!\w)[A-Z]{1,2}\d*[ .-]?\d|(?<!\w)(?:MSS?|Ms|ms|Mss|fr|lat|RG|MG)\.? ?\d")
"""What may be a mark: ``FO 371/12``, ``MS 12``."""
_CAPTION = worded(r"(?:^|(?<=[.;] ))(?i:{captions})\.? (?:\d{1,3}[a-z]?(?:[–-]\d{1,3})?|[IVXL]{1,6})(?:[.:;] |\.?$)")
"""The number of a figure, alone between two full stops."""
_EDITION = worded(
    r"(?:;|(?<=\d)(?:\.| =)) ?(?:[^\W\d_]{2,12}\.? ){0,2}{editions}(?!\w)"
    r"(?![A-Za-z ]*(?:Files|Papers|[Ss]eries\b))[^;\n\d]*\d[^;\n]*"
)
"""What an edition prints, up to the next semicolon."""
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
def _documents() -> frozenset[str]:
    return frozenset(tables.wording()["document_editions"])


def between(text: str, words: set[str], found: list[Found]) -> list[tuple[int, int]]:
    """Return where *text*, which has *words* and *found* in it, tells of documents, figures and editions."""
    spans = []
    if ");" in text:
        spans = [put.span("put") for put in _BRACKET.finditer(text) if _explains(text, found, put)]
    if not wording().captions.isdisjoint(map(str.lower, words)):
        spans += [caption.span() for caption in _CAPTION.finditer(text)]
    if not _first_words().isdisjoint(words):
        spans += [printed.span() for printed in _EDITION.finditer(text) if not _archive(found, *printed.span())]
    if "; " in text and ("-Dokumente" in text or not _documents().isdisjoint(words)):
        spans += [printed.span() for printed in _OF_DOCUMENTS.finditer(text) if not _archive(found, *printed.span())]
    return spans


def _explains(text: str, found: list[Found], put: re.Match[str]) -> bool:
    """Tell whether the bracket *put* says what the document is: no archive, mark or holding stands in it."""
    start, end = put.span("said")
    if _archive(found, start, end) or names_collection(put["said"]):
        return False
    if put["said"].lower().rstrip(".") in wording().copy_words:
        return False  # it may tell that two marks are of one document
    day = LAST_DAY.search(text, max(start, end - _LONGEST_DAY), end)
    said = day.start() if day else end
    if _CODED.search(text, start, said):
        return False
    for item in found[bisect_left(found, start, key=_START) :]:
        if item.start >= said:
            break
        if (
            item.valued
            and item.valued.start < said
            and text[item.start : item.end].lower() not in wording().number_signs
        ):
            return False  # box 3 (folder 2); box 4
    return True


def _archive(found: list[Found], low: int, high: int) -> bool:
    """Tell whether an archive is named from *low* to *high*."""
    return any(item.what == "archive" for item in found[bisect_left(found, low, key=_START) :] if item.start < high)
