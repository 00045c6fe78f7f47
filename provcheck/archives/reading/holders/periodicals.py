"""Abbreviations of journals, series and editions that are archives' codes too: ``AHR 12 (1950): 34``."""

from __future__ import annotations

from provcheck.archives.lexicon.vocabulary import wording
from provcheck.archives.lexicon.wording import worded
from provcheck.model.lazy import pattern

_VOLUME = r"\.?,? (?:(?:[Vv]ol|[Tt]|[Bb]d|[Jj]g)\. ?)?(?:\d{1,3}(?:[./-]\d{1,3})?|[IVXLC]{1,8})"
_ISSUE = r"(?:,? (?:[Nn]os?|[Nn]r|[Hh]|[Ff]asc|[Ii]ss)\. ?\d{1,3}(?:[/–-]\d{1,3})?|, \d{1,2}|:\d{1,2})"
_DATE = r"(?:[^\W\d][^()\d]{1,19} )?(?:1[89]|20)\d\d(?:[/–-]\d{2,4})?"
_CITED = pattern(
    rf"{_VOLUME}{_ISSUE}?,? \({_DATE}\)(?:[:,]? ?(?P<pages>(?:(?:pp?|SS?|ss|str)\. ?)?\d)|(?=[.,;)]|$))"
    rf"|{_VOLUME}{_ISSUE}, {_DATE}, (?P<range>pp\. ?\d+[–-]\d)"
)
"""The volume of a journal, its year in brackets and pages; or the issue, the year and a range of pages."""
_TITLE_BEFORE = frozenset({'"', "”", "»", "’", "“"})
_OF_AUTHORS = pattern(r"\.? ?VV\b")
"""``AA. VV.``: several authors."""
_SERIES = worded(
    r"(?::| =) {serials}\b"
    r"| (?:(?:Int(?:ern(?:at(?:ional)?)?)?|Brit(?:ish)?|Suppl(?:ementary)?)\.? Ser(?:ies|\.)|S\d{3,4}[,)]"
    r"|(?:Journal|Transactions|Proceedings)\b|(?:[A-Z][a-z]+ ){0,2}Paper \d{1,3}(?![\w/]))"
)
"""A series of books or the journal of a body: ``BAR International Series 123``, ``RIBA Journal``, ``HL Paper 127``;
a journal by its letters and name, ``RA: Revue …``.
"""
_ISSUE_BEHIND = pattern(r",? (?:[Tt]|[Nn][or]|[Vv]ol|[Zz]|[Bb]d|[Hh]|[Rr]|[Вв]ып|№)\.? ?\d")
_IN_SERIAL = worded(r"\b{serials}(?: [^\W\d_]{4,14})? $")
"""A journal that has the name of its archive: ``Biuletyn IPN, t. 12, s. 34``."""
_IN_EDITION = pattern(
    r",? (?:(?:Serie|Abt\.) [IVX]+, (?:Bd\. ?)?)?(?:\d{1,2}|[IVX]{1,5})(?:[./]\d{1,2})?[,:] "
    r"?(?P<report>(?:KB|Krit(?:\.|ischer) Ber(?:\.|icht)),? ?)?(?:SS?\.|pp?\.|\d)"
)
"""A volume of an edition, its critical report and a page."""


def is_periodical(text: str, start: int, end: int) -> bool:
    """Tell whether the short name from *start* to *end* is cited as a journal, a series or an edition is."""
    if text[end : end + 1] not in _FOLLOWS:
        return False
    if cited := _CITED.match(text, end):
        titled = text[max(0, start - 3) : start].strip(" ,.")[-1:] in _TITLE_BEFORE
        return bool(titled or cited["pages"] or cited["range"])
    if _ISSUE_BEHIND.match(text, end) and _IN_SERIAL.search(text, max(0, start - 2 * _NEAR), start):
        return True
    letters = text[start:end]
    if letters == _REPORT and (volume := _REPORT_BEFORE.search(text, max(0, start - _NEAR), start)):
        return volume[1] in wording().complete_works
    if letters == _ACTS and _OF_YEARS.match(text, end):
        return True
    if letters == _SEVERAL and _OF_AUTHORS.match(text, end):
        return True
    if (authors := wording().complete_works.get(letters)) and (volume := _IN_EDITION.match(text, end)):
        return volume["report"] is not None or any(map(text.__contains__, authors))
    return _SERIES.match(text, end) is not None


_FOLLOWS = frozenset(" ,.:V")
_SEVERAL, _ACTS = "AA", "APC"
_OF_YEARS = pattern(r",? 1[56]\d\d[-–]\d{1,4}, pp?\. ?\d")
"""The years of a volume of the *Acts of the Privy Council*, as printed: ``APC, 1601-4, p. 23``."""
_REPORT, _NEAR = "KB", 24
_REPORT_BEFORE = pattern(r"\b([A-Z]{2,4}),? (?:[IVX]+, )?(?:\d{1,2}|[IVX]{1,5})(?:[./]\d{1,2})?, $")
"""A volume of an edition before its critical report: ``NBA I/14, KB``."""
