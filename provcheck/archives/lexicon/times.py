"""What days and years look like: they stand beside marks and are none."""

from __future__ import annotations

import re

from provcheck.archives.lexicon.folios import DASHES
from provcheck.archives.lexicon.wording import worded
from provcheck.model.lazy import pattern

_OF_BULK = rf", bulk (?:1[5-9]|20)\d\d(?: ?[{DASHES}] ?\d\d(?:\d\d)?)?(?![\w/])"
YEARS = pattern(
    rf",? (?:\(?(?:ca\. ?|circa )?(?:1[5-9]|20)\d\d)(?: ?[{DASHES}] ?(?:ca\. ?)?(?:\d\d(?:\d\d)?))\)?(?![\d/.]\d)(?!\d)"
    rf"(?:{_OF_BULK})?|{_OF_BULK}"
)
"""From when to when papers go, and from when most are: ``, circa 1900-1965, bulk 1910-1960``."""
_GAP = r"(?: |\. ?)"
"""Between a month, which may be cut short, and the figures behind it."""
_SPAN = r"(?:{first}|20)\d\d(?: ?[{dashes}] ?(?:(?:{first}|20)?\d\d))?(?![\w/]|[.-]\d\d)"
YEARS_ONLY, OLD_YEARS = (pattern(_SPAN.format(first=first, dashes=DASHES)) for first in ("1[5-9]", "1[2-9]"))
"""Years of what is kept in one volume, those of the Middle Ages too."""
TIMES = pattern(
    rf"(?:[A-Z][a-z]{{2,8}}\.?(?: ?[{DASHES}] ?[A-Z][a-z]{{2,8}}\.?)? )?"
    rf"(?:1[5-9]|20)\d\d(?: ?[{DASHES}] ?(?:\d\d(?:\d\d)?))?(?![\w/])"
)
"""Years or months, as folders are called: ``1947–1948``, ``November–December 1955``."""
_LUNAR_DAY = (
    r"\d{1,2} (?:mu[hḥ]arr|[sṣ]af|r[ae]b[iīî]|jum|cem|raj|rec|ram|sha|[şs]a[’']?b|[şs]evv|zil|dh)[^\W\d_]{2,14}"
    r" (?:[^\W\d_]{2,7} )?1[0-4]\d\d"
)
"""A day of the Muslim calendar: ``4 Rebîülevvel 1310``."""
DATE = pattern(
    r"(?=[\dadfjmnos])(?:"
    r"(?:\d{1,2}\.? )?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember|t)?"
    rf"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?){_GAP}\d{{1,2}}(?:,? \d{{4}})?(?![\w/])"
    rf"|\d{{1,2}}\.? (?:de )?[^\W\d_]{{3,}}{_GAP}(?:de )?(?:1[5-9]|20)\d\d"
    rf"|{_LUNAR_DAY})",
    re.IGNORECASE,
)
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
"""An English month, written out or cut short."""
_DAY = (
    rf"(?:\d{{1,2}}\.? )?{MONTH}{_GAP}"
    r"(?:\d{1,2}, )?(?:1[5-9]|20)\d\d"
)
LAST_DAY = worded(
    rf"(?:{_DAY}|\d{{1,2}}(?:er)?\.? (?:de )?(?:[^\W\d_]{{3,10}}\.?|[IVX]{{1,4}}) (?:de )?(?:1[5-9]|20)\d\d"
    rf"|(?i:{_LUNAR_DAY})"
    r"|\d{1,2}\. ?\d{1,2}\. ?(?:1[5-9]|20)\d\d|\b{undated}\.?(?: \[(?:c\. ?)?(?:1[5-9]|20)\d\d\??)?)(?: [rг]\.)?[\])]?$"
)
"""When a document was written, at the end of its title."""
WRITTEN_DAY = pattern(r"(?<=[,”\"’] )" + _DAY + r"(?=, )")
"""When a document was written, between its title and its number."""
BEGIN_MONTHS = frozenset("adfjmnosADFJMNOS")
BEGIN_DAYS = frozenset("0123456789JFMASOND")
"""What days begin with, as these and the next have them."""
_FULL = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?) (?:1[5-9]|20)\d\d"
)
MONTHS = pattern(rf"{_FULL}(?: ?[{DASHES}] ?{_FULL})?(?=[,;:)]|$)")
"""A month or two that are all of a title: ``June 1908``, ``Jan 1779-Nov 1786``."""
_MONTH = r" [A-Z][a-z]{2,8}\.?"
_DAYS = rf"(?:(?:\d{{1,2}}(?:{_MONTH})?, ){{0,5}}\d{{1,2}}(?:{_MONTH})?,? (?:and|&) |(?:\d{{1,2}}{_MONTH}, ){{1,5}})?"
"""Days before the last one: ``21 July, 30 Sept. and``."""
DATED = pattern(
    rf"{_DAYS}{_DAY}"
    rf"(?:[{DASHES}](?:\d\d(?:\d\d)?|{_DAY}))?(?=, [^a-z])"
    rf"|(?:1[5-9]|20)\d\d(?:[{DASHES}]\d\d(?:\d\d)?)?(?=, [A-Z]{{0,3}}\d)(?!, \d+[rv]\b)"
    r"|(?:1[5-9]|20)\d\d(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?)?(?=,[A-Z]{0,3}\d{1,4}-)"
)
"""When a document was written, before its number: ``10 Feb. 1960, 855-18-778``; but a manuscript is ``1564, 67r``."""
_YEAR = r"(?:1[2-9]|20)\d\d"
LAST_DATE = worded(
    r"(?<!\w)(?:"
    rf"\d{{1,2}}(?:st|nd|rd|th|er|[.°º])?(?: de)? ?[^\W\d_]{{1,12}}\.?(?: del?)? {_YEAR}"
    rf"|(?<![./-])\d{{1,2}}([./-]) ?\d{{1,2}}\1 ?(?:{_YEAR}|\d\d)"
    rf"|(?:Jan|Feb|M[aä]r|Apr|Ma[iy]|Ju[nl]|Aug|Sep|O[ck]t|Nov|De[cz])[a-zä]{{0,7}}{_GAP}"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?, )?{_YEAR}"
    rf"|{_YEAR}年\d{{1,2}}月(?:\d{{1,2}}日)?"
    r"|{undated})"
    r"(?: ?(?:гг?|рр?|r)\b)?[ .,()\]”\"’]*$"
)
"""The day or month that a text ends with, or that none is known."""
