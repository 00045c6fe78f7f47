"""Whether what stands right behind an institution that no table has is a shelfmark: a code, a title with a number."""

from __future__ import annotations

from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import Holder
from provcheck.archives.reading.institutions.courts import CASE
from provcheck.archives.reading.institutions.papers import FAR, PAPERS_BEFORE
from provcheck.archives.reading.institutions.short_names import SHORT
from provcheck.model.lazy import pattern

_NEXT = r"(?:,? ?:? |: ?|,| [-–—] | \((?=[^()]*(?:/|\d{3})))"
"""What parts an institution from a code."""
REFERENCE = pattern(
    r"[,:;]? [(]?(?i:(?:catalogue |archive |archival |document |item )?ref(?:erence)?s?(?: (?:no|number|code))?"
    r"|shelf ?mark|call (?:no|number)|cote)[.:]{0,2} ?(?=[A-Z\d])|[,:;]? תיק (?=[A-Z\dא-ת])"
)
"""What leads from an archive to its code, as in Britain: ``Norfolk Record Office, ref. MC 12/3``."""
_TITLES = r"(?:[^\W\d_][^,;:.()\d]{1,40}, ){0,2}"
"""Holdings by their names, before a code."""
_NO_CODE = (
    r"(?:Nov|Dec|Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Tel|Fax|Room|Rm|Box|No|Nr|Vol|Bd|Fig|Tab|Abb|Pp|Str"
    r"|ISBN|ISSN|DOI|EAN|PO|CH|CC|Am|Im|An|In|Der|Die|Das|The|At|On|By|To|Of|Il|La|El|Le|L[ao]s)\b\.? ?[A-Z]?\d"
    r"|(?:ISO|IEC|IEEE|RFC|DIN|ANSI|ASTM|CFR|USC|UMI)\b|(?:\d{1,2}\.){2,}\d{1,2}(?![\d.])|\d{1,2}-\d{1,2}-\d{1,2}(?!\d)"
    rf"|(?!{CASE})[^,;()]*\b(?:1[5-9]|20)\d\d(?:[-–/](?:\d\d)?\d\d)?(?:[.,;:)]|$)"
    r"|\d{1,2}([./-])\d{1,2}\1(?:1[5-9]|20)?\d\d(?!\d)|97[89]-|\d{4}[-–]\d{4}(?!\d)"
    r"|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|[A-Z]{2} \d{5}(?!\w)|\d{4} ?[A-Z]{2}(?!\w)"
)
"""Months, rooms, telephones, years, dates, numbers of books, standards, versions, postcodes, small words: no codes."""
_CODE = (
    r"(?![PS]\. ?\d|[A-Z] ?\d+-[a-z]{2})"
    r"(?:(?:[A-Z]{1,3}\([A-Z]{1,3}\)|[A-Z][A-Za-zÀ-þ]{0,3}\.?|[A-Z]{2,8})"
    r"(?:[ ./-](?:[A-Z]{1,7}|[A-Z][a-z]{1,3}\.?))*"
    r"[ ./-]{0,2}\d[\w./-]*"
    r"|\d{1,4} ?[A-Z]{1,3}[ /.-]?\d[\w./-]*"
    rf"|{CASE}"
    r"|[A-ZÅÄÖ]{1,2}(?: ?[IVX]+| ?\d{1,2})?(?: ?[A-Za-zåäö]{1,2})?:\d+"
    r"|\d{1,5}(?:[./-][A-Z]{0,3}\d{1,6}[A-Za-z]{0,2}){2,}|\d{1,5}/\d{3,6}|\d{3,5}/\d{1,6})"
    r"(?=[,;:.)\]\s–]|$)(?! \((?:1[89]|20)\d\d\))"
)
_CODE_NEXT = worded(rf"{SHORT}{_NEXT}(?!{_NO_CODE}){_CODE}")
_CODE_AFTER = worded(rf"(?!{_NO_CODE}){_CODE}")
_CODE_BEHIND = worded(rf"{SHORT}{_NEXT}{_TITLES}(?!{_NO_CODE}){_CODE}")
PRINTED = pattern(
    r"\.? (?:[Ee]d(?:s|ited by)?|Hg|Hrsgg?|red|éd|comp)\b\.?:? (?:by |von )?[A-ZÀ-Ž][^;\d]{3,120}?[ ,:(]"
    r"(?:1[6-9]|20)\d\d"
    r"|\. [A-ZÀ-Ž][^\W\d_]{2,}(?: [A-ZÀ-Ž][^\W\d_]+)?: [A-ZÀ-Ž][^;:\d]{2,60}, (?:1[6-9]|20)\d\d"
    r"|,? ?(?!of )(?:[^\W\d_]+[ -]){0,2}[^\W\d_]+[ ,:]{1,2}(?:1[6-9]|20)\d\d(?:[,.;)]|$)"
)
"""Where and when a book was printed, behind its volume, and by whom: ``Bd. 4, Nürnberg 1987``, ``. Ed. J. Roe``."""
SERIAL = worded(r"(?:.* )?{serials}(?: .*)?")


_CODE_BEFORE = worded(
    rf"(?:^|[,;:.(”\"] ?|\b(?:in|see) )(?!{_NO_CODE})"
    r"(?:[A-Z]{1,6}(?:/[A-Z\d]{1,6})*[/ ]?\d[\w.]*(?:/\w+)+|[A-Z]{1,4}(?:/[A-Z\d]{1,6})+/\d\w*"
    r"|(?:MSS?|Mss?) [\w./ ]{1,12})(?:, (?:[Tt]he )?| \((?:[Tt]he )?)$"
)


def reference_before(text: str, start: int) -> bool:
    """Tell whether a code or somebody's papers, with a number or none, stand right before an institution at *start*."""
    low = max(0, start - FAR)
    papers = PAPERS_BEFORE.search(text, low, start)
    return (papers is not None and bool(papers["sign"])) or _CODE_BEFORE.search(text, low, start) is not None


_NAMED = pattern(
    rf"{SHORT}, (?![^,;:.()\d]*(?:stra(?:ß|ss)e|str\.|platz|weg|gasse|allee|ring|ufer|Raum|Saal|Halle) )"
    r"[A-ZÄÖÜ][a-zäöüß]{3,}(?: [A-ZÄÖÜ][^\W\d_]+){0,3} (?!(?:1[5-9]|20)\d\d\b)\d{2,5}[a-z]?(?=[,;.)]|$)"
)
"""A holding by its name, and the number of a file, as in Germany: ``Hauptstaatsarchiv Neuburg, Kurpfalz 1234``."""


def named_behind(text: str, end: int) -> bool:
    """Tell whether the name of a holding and a number stand right behind a German institution's *end*."""
    return _NAMED.match(text, end) is not None


def code_next(text: str, end: int) -> bool:
    """Tell whether a code stands right behind an institution's *end*, with nothing between."""
    return _CODE_NEXT.match(text, end) is not None


def code_behind(text: str, end: int) -> bool:
    """Tell whether a code stands right behind an institution's *end*, or behind the names of holdings."""
    if text.endswith("uniments", 0, end) and _MUNIMENT.match(text, end):
        return True  # Hereford Cathedral Muniments 1234
    if reference := REFERENCE.match(text, end):
        return _CODE_AFTER.match(text, reference.end()) is not None
    return _CODE_BEHIND.match(text, end) is not None or _LEAVES_BEHIND.match(text, end) is not None


_LEAVES_BEHIND = pattern(
    rf"{SHORT} ?, (?:fondo |Fondo )?(?=[^,;:]*\d)[^,;:()]{{1,30}}?(?: \([^()]{{1,25}}\))?, "
    r"\d{1,4}[rv](?:[-–]\d{1,4}[rv])?(?!\w)"
)
"""A manuscript by its number alone, and leaves with their sides: ``Biblioteca Civica, 43, 1r-16v``."""
_LIBRARY = pattern(r"(?:[^,;:()]{3,40}, )?(?:\w*[Bb]ibliothe[ek]|Bibliothèque|Biblioteca|Médiathèque)\b[^,;\d]*")
_IN_TOWN = pattern(r"(?:^|[;(] ?)[A-ZÀ-Þ][^,;:()\d]{2,40}, $")
_NUMBER_ONLY = pattern(r" ?, (?!(?:1[4-9]|20)\d\d(?!\d))\d{1,4}(?:[;)]|\.?$)")


def manuscript_behind(text: str, holder: Holder) -> bool:
    """Tell whether a number is all that stands behind a library and its town: ``Rimini, Biblioteca Civica, 57``."""
    if not _NUMBER_ONLY.match(text, holder.end) or not _LIBRARY.fullmatch(holder.written):
        return False
    if ", " in holder.written:
        return text[max(0, holder.start - 2) : holder.start].rstrip()[-1:] in {"", ";", "("}
    return _IN_TOWN.search(text, max(0, holder.start - 45), holder.start) is not None


_MUNIMENT = pattern(r",? (?!(?:1[5-9]|20)\d\d\b)\d{2,5}[A-Z]?(?=[,;.)]|$)")
"""The number of a muniment, which needs no letters."""
