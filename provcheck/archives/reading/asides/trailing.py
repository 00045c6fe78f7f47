"""What is told behind a mark and is no part of it: what the document is, its address on the web, what to compare.

``…, 539/1/2: Smith to Jones, 4 May 1944``; ``…, l. 5. See also ibid.``
"""

from __future__ import annotations

import re
from collections.abc import Collection

from provcheck import tables
from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.cuts import has_its_own_number, names_collection
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.sight import addresses
from provcheck.archives.lexicon.times import LAST_DATE
from provcheck.archives.lexicon.values import has_figure
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.asides import remarks
from provcheck.model.lazy import pattern

_LONGEST_DATE = 40
_LONGEST = 200
"""How long what is told of a document is at most, its date left out."""
_AFTER = ' .,)]”"’'
_ENDS = frozenset("日dDгрrеeai")
"""What the last letter may be of what stands for a date, and behind one."""
_CENTURIES = frozenset(map(str, range(12, 21)))
_SIGNS = frozenset("./-")
_RANGE = worded(r"(?:[–-]|\b(?:{ranges}|{ands}|&)) ?$")
"""What makes the day the last one of several, as those of a folder are told."""
_A_MONTH = pattern(r"[A-Z][a-z]{2,8}\.? (?:1[5-9]|20)\d\d")
_MANY_IN_BOX = pattern(r"\b[Bb]ox [\w-]{1,8}, [A-Z][a-z]{2,14}(?:s|nda|ence)(?: [^,;:.()\d]{1,60})?, $")
"""What makes a month that of a folder, with many documents: ``Box 12, Memoranda of Conversation, May 1951``."""
_OPENS = pattern(
    r"(?:[,:] *|(?<=[\d)A-Za-z])(?:\. (?=[^\W\d_a-zß-ÿа-я])| [—–:] ?| \((?!\d)))"
    r"(?=(?:[“\"‘«„<〈「『]|(?:[^\W\d_][\w’'-]*\.? ){0,2}?[^\W\d_]))"
)
"""Where what is told of a document may begin."""
_TITLE = pattern(
    r"[“\"‘«„][^“”\"‘«»„]{3,150}[”\"“’»][,.]? (?:\([^()\d]{3,30}\)[,.]? )?(?:(?:[Vv]om|du|de|от|z|from) )?$"
)
_HAN = pattern(r"[〈「『 ]*[\u3040-\u9fff々ー・]{3,60}[〉」』 ]*,? ?$")
_PARTIES = worded(
    r"(?!(?:Visit|Trip|Journey|Assistance|Aid|Contribution)\w* |(?:[\w/]+ ){0,3}?Relat(?:ing|ed) to )"
    r"[^\W\d_a-zß-ÿа-я][^,:;()\d]{1,60}? {to_whom} (?:[a-z]{2,3} |l[’'])?[^\W\d_a-zß-ÿа-я]"
)
"""Who wrote to whom."""
_WORDS = pattern(r"[^\W\d_][\w-]*(?: [^\W\d_][\w-]*){0,2}")
"""The first words, of which one may say what the document is: ``Докладная записка``, ``Circular telegram``."""
_SENTENCE = pattern(r"(?<=[^\W\d_]{4})\. (?=[^\W\d_a-zß-ÿа-я])")
_SHELVED = pattern(r"\d/\d|\d\.\d")
_ADDRESS = worded(r"(?:[ .,;:(\"]|(?<!\w)(?i:{addressed})(?!\w))+$")
"""What leads to an address on the web: ``(available at https://…``, ``. URL: https://…``."""
_WITHIN_ADDRESS = pattern(r"[^\s\"<>]{0,500}")
_NEAR = 40
_LETTER_AND_FIGURE = pattern(r"\W*(?:[^\W\d_]\D*\d|\d+[^\W\d_])")
"""The beginning of a code; but ``12. https://…`` is the number of a note."""
_NEXT = worded(
    r",? {besides} (?=[^\W\d_a-zß-ÿа-я][^\W\d_]+, [^\W\d_])"
    r"|[.;,](?:(?<=\S\.) (?!(?:Bezirk|Reihe|Abteilung|Teil)\b)(?=[^\W\d_])|(?<=;) ?(?=[^\W\d_])|(?<=,) (?=[a-zà-ž]))"
)
"""Where what to compare, or a book, may begin; but no ordinal number ends there: ``10. Bezirk``."""
_COMPARED = worded(r"(?:[Ff]or [^.;\d]{3,60} )?(?i:{compared})(?<=\w)(?:\.:?|:)? (?:[a-zà-ž]{2,14} ){0,3}(?=[^\W\d_])")
_BOOK = pattern(
    r"[^\W\d_a-zà-ž](?=[.\w’'])(?:"
    r"(?=[^;\n(]{1,300}\()(?:[^;\n\d]|(?:1[4-9]|20)\d\d){8,200}(?:\d[\d–, ]*)?"
    r"\((?:[^()\d;]{2,60}[ ,:])?(?:1[5-9]|20)\d\d\)(?:[.,:]|$)"
    r"|(?:[^;\n\d]|(?:1[4-9]|20)\d\d){8,160}[,.] [^\W\d_a-z][^\W\d_]*(?: [^\W\d_]+)?\.?,? (?:1[5-9]|20)\d\d"
    r"[.,] (?:pp?|[SsСс])\. ?\d"
    r"|(?:[^\W\d_]+|(?![^,;]{0,200}(?:Papers|Files|Records|Collection|Archives?|Department|Office|Series)\b)"
    r"[\w’']+(?: [^\W\d_a-zà-ž][\w’'.]*){1,3}), [^\d;:()]{3,60}, "
    r"(?:(?:[Vv]ol|[Bb]d|[Tt])\. ?\d+, )?(?:pp?|[SsСс])\. ?\d+(?:[–-]\d+)?[.)]*$"
    r"|[^;:()\n\d]{3,80},? [Vv]ol\. ?\d{1,3},? (?:[Nn]os?|[Ii]ssue)\.? ?\d{1,3}(?:[–-]\d{1,3})?,? "
    r"\((?:[^()\d;]{2,20} )?(?:1[89]|20)\d\d\)[,:]? (?:pp?\. ?)?\d"
    r"|[\w’'-]+(?: (?:and|&|und|y|et|i|и) [^\W\d_a-zà-ž][\w’'-]+| et al\.)? \(?(?:1[89]|20)\d\d[a-z]?\)?"
    r"[,:] ?(?:(?:pp?|[SsСс])\. ?)?\d{1,4}(?:[–-]\d{1,4})?[.)\]]*$"
    r")"
)
"""A book or an article, by its imprint, year, pages: ``J. Smith, History (London, 1990), p. 3``, ``Smith 1990, 3``,
``Past Times, vol. 4, no. 1 (1967), p. 12``.
"""
_CITED = pattern(r"[^\W\d_a-zà-ž][^\d;:()]{3,80}, (?:pp?\. ?)?\d{1,4}(?:[–-]\d{1,4})?[.)]*$")
"""A work cited by a short title and pages, behind a word that says so: ``see also Smith, History, 34``."""


def end(text: str, found: list[Found]) -> int:
    """Return where *text* ends as far as it may have marks; *found* is what stands in it."""
    end = len(text)
    if not found and not has_figure(text):
        return end
    if (at := text.find("http")) > 0:
        lead = _ADDRESS.search(text, max(0, at - _NEAR), at)
        address = _WITHIN_ADDRESS.match(text, at)
        if lead and address and _may_be_cut(text, found, lead.start(), address.end()):
            end = lead.start()
    if (other := text.find(" // ", _behind_levels(text, found), end)) >= 0 and has_figure(text[:other]):
        end = other
    end = min(_document(text, found, end), _compared(text, found, end))
    return end if end == len(text) else len(text[:end].rstrip())


_FIGURES_END = pattern(r".*\d", re.DOTALL)
"""All of a line up to its last figure."""
_SEVERAL = pattern(r"(?:Memoranda|Minutes|Notes|Letters|Reports|Cables|Telegrams)\b")
"""Documents of a month are the folder that holds them: ``Memoranda of Conversation, May 1950``."""
_SHORTEST = 20
"""A book with its imprint or pages is not shorter."""
_ENDS_BOOK = worded(r" ?; |,? {ands} ")


def behind_book(text: str, found: list[Found], start: int) -> int:
    """Return where a line goes on behind a book by which it begins at *start*; *start* where it begins with none."""
    first = next((item.start for item in found if item.what == "archive" or _is_of_unit(text, item)), len(text))
    if first - start < _SHORTEST or not has_figure(text[start:first]):
        return start
    for end in _ENDS_BOOK.finditer(text, start, first):
        if _BOOK.match(text, start, end.start()) or _CITED.match(text, start, end.start()):
            return end.end()
    return start


def _compared(text: str, found: list[Found], end: int) -> int:
    """Return where begins what to compare with the mark, or a book, up to *end*; or *end*."""
    signs = [*_NEXT.finditer(text, _behind_levels(text, found), end)]
    if not signs:
        return end
    figures = _FIGURES_END.match(text, 0, end)
    last = figures.end() if figures else 0
    same = {item.start for item in found if item.what == "same" and item.end >= last}
    for sign in signs:
        at = sign.end()
        if lead := _COMPARED.match(text, at, end):
            told = lead.end() in same or _CITED.match(text, lead.end(), end) or _BOOK.match(text, lead.end(), end)
            return sign.start() if told and has_figure(text[: sign.start()]) else end
        if sign[0] != ", " and _BOOK.match(text, at, end) and has_figure(text[: sign.start()]):
            return sign.start()
    return end


def _behind_levels(text: str, found: list[Found]) -> int:
    """Return where the last archive ends, or the last level that is announced."""
    for item in reversed(found):
        if item.what == "archive" or _is_of_unit(text, item):
            return item.valued.end if item.valued else item.end
    return 0


def _may_be_cut(text: str, found: list[Found], at: int, behind: int) -> bool:
    """Tell whether a mark may stand before *at*, where what leads to an address begins, and none *behind* that."""
    if any(item.valued and item.start >= behind for item in found):
        return False
    if not has_figure(text[:at]) and any(said.beside in text and form.search(text, at) for said, form in addresses()):
        return False  # Nationaal Archief, https://www.nationaalarchief.nl/…: the address is the mark
    return (
        any(item.what == "archive" and item.end <= at for item in found)
        or _LETTER_AND_FIGURE.match(text, 0, at) is not None
    )


def _is_of_unit(text: str, item: Found) -> bool:
    """Tell whether *item* announces a level, and neither pages nor the volume of a book."""
    if item.valued is None:
        return False
    word = text[item.start : item.end].lower().rstrip(".")
    return word not in vocabulary.wording().issues and word not in tables.page_words()


def _document(text: str, found: list[Found], end: int) -> int:
    """Return where begins what is told of a document whose date ends at *end*, or *end*."""
    low = max(0, end - _LONGEST_DATE)
    last = text[low:end].rstrip(_AFTER)
    if last[-1:] not in _ENDS and not (last[-4:-2] in _CENTURIES or last[-3:-2] in _SIGNS):
        return end
    date = LAST_DATE.search(text, low, end)
    if date is None or _RANGE.search(text, low, date.start()):
        return end
    if _A_MONTH.match(text, date.start()) and _MANY_IN_BOX.search(text, max(0, date.start() - _LONGEST), date.start()):
        return end
    return _begin(text, found, date.start(), end)


def _begin(text: str, found: list[Found], date: int, end: int) -> int:
    """Return where begins what is told of the document of *date*, or *end*."""
    signs = vocabulary.wording().number_signs
    ends = (item.valued.end if item.valued else item.end for item in found if _is_of_mark(text, item, signs))
    low = max(0, date - _LONGEST, *(end for end in ends if end < date))
    low = max([low, *(point.start() for point in _SENTENCE.finditer(text, low, date))])
    for sign in _OPENS.finditer(text, low, date):
        at = sign.end()
        if "(" in sign[0] and ")" in text[at:date]:
            continue
        if _is_told(text, at, date) and not _SHELVED.search(text, at, date):
            return end if _is_all(text, found, sign.start()) else sign.start()
    return end


def _is_all(text: str, found: list[Found], at: int) -> bool:
    """Tell whether the archive that ends *at* is all that is told besides: ``Archives, letter of 4 May 1938``."""
    archive = next((item for item in found if item.end == at and item.what == "archive"), None)
    return archive is not None and not has_figure(text[remarks.lead_in(text) : archive.start])


def _is_of_mark(text: str, item: Found, signs: Collection[str]) -> bool:
    """Tell whether *item* is an archive or announces a level, and no number of a document: ``Minutes no. 5``."""
    if item.valued is None or has_its_own_number(text, item.start):
        return item.what == "archive"
    amid = item.start > 1 and text[item.start - 2].isalpha()
    return not (amid and text[item.start : item.end].lower() in signs)


def _is_told(text: str, at: int, date: int) -> bool:
    """Tell whether a document is named *at*, whose *date* follows: by a title, by its parties, by what it is."""
    if text[at] in '“"‘«„':
        return _TITLE.match(text, at, date) is not None
    if text[at] > "\u3000":
        return _HAN.match(text, at, date) is not None
    if _SEVERAL.match(text, at, date) and _A_MONTH.match(text, date):
        return False
    words = _WORDS.match(text, at, date)
    if words and not vocabulary.wording().told.isdisjoint(words.group().lower().split(" ")):
        return True
    return _PARTIES.match(text, at, date) is not None


_YEARS = r"\((?:ca?\. ?)?(?:1[4-9]|20)\d\d(?: ?[–—-] ?(?:\d\d)?\d\d)?(?: ?(?:гг?|рр?|r)\.)?\)"
_TITLED = r"[,.:]? ?[“\"‘«„][^“”\"‘«»„\n]{3,120}[”\"“’»](?![,.]? ?(?:1[4-9]|20)\d\d)"
_EXPLAINED = r" \([^\W\d_a-zß-ÿа-я][^()\d]{4,90}\)"
_AMID = pattern(rf"(?<=\d)[^\W\d_]?( {_YEARS}|{_EXPLAINED}|{_TITLED}|{_TITLED} {_YEARS})(?=[,.;] $)")
"""Years and titles between a value and the word for the next level: ``op. 2 (1938), d. 3``."""
_CODE = pattern(
    r"(?<![\w/.-])(?!(?:19|20)\d\d)[A-Z]{1,4}[ /-]?\d+(?:[ /-]\d+)*[A-Z]?(?:"
    rf"( {_YEARS})(?=, (?:[A-Z]|\d+[/-]\d))|({_TITLED})(?=, (?:[A-Z]{{1,3}}\d|\d+/\d)))"
)
"""Years or a title behind the code of a series: ``A1838 (1955–60), 539/1/2``."""
_YEAR_ENDS = pattern(r"[ .](?:1[4-9]|20)\d\d(?!\d)")
_DAY = worded(
    r"(?<=\d)(?:,? |, (?i:{accounts}|{further_accounts}) ){of_day}\.? (?:(?:den|dne|dnia) )?\d{1,2}"
    r"(?:\. ?(?:\d{1,2}\. ?|[^\W\d_]{3,9}\.? )| (?:de )?[^\W\d_]{3,10}\.? (?:de )?| [IVX]{1,4} )(?:1[4-9]|20)\d\d"
    r"(?: r\.)?(?=[,.;:)]|$)"
)
"""The day of a document right behind a number: ``MRZ. 12/1848 v. 31. 3. 1848``, ``sygn. 12, dokument z 3 V 1430 r.``"""
_LICENCE = pattern(r"[,;/]? CC[ -]BY(?:-(?:SA|NC|ND)){0,2}(?: \d\.\d)?(?= \()")
"""The licence of a picture before who has it: ``CC BY-SA 4.0 (Landesarchiv NRW)``."""
_HELD = worded(
    r"\b[Ff]ile (?:[Nn]o\.? ?)?\d{1,5}(?P<held>(?: \((?:1[89]|20)\d\d(?:[–-]\d\d(?:\d\d)?)?\))?: [^;:()\d]{3,140})"
    r"(?=, [A-Z][^,;:()\d]{1,50}{papers}(?:,| \())"
)
"""What a file holds and when, before the papers it is of: ``File No. 12 (1970): Notes on rice, Doe Papers, NMML``."""
_PARTED = pattern(r"\d[^\W\d_]?[.)/-]\d+[^\W\d_]?$")
_MAY_BE_TOLD = pattern(r"[)”\"’»“],")
_CLOSED = frozenset(')”"’»“')
_UNITS = frozenset({"delo", "kniga", "file", "item", "piece", "inv-no", "bundle", "document"})
"""Levels below which a title is that of a document and none of a folder."""
_LONGEST_TITLE = 140


def amid(text: str, found: list[Found]) -> list[tuple[int, int]]:
    """Return the years and titles that only say what a unit is, between its number and the word for the next one."""
    spans = [day.span() for day in _DAY.finditer(text)] if _YEAR_ENDS.search(text) else []
    if " CC" in text:
        spans += [licence.span() for licence in _LICENCE.finditer(text)]
    if "ile " in text and ": " in text:
        spans += [file.span("held") for file in _HELD.finditer(text)]
    if _MAY_BE_TOLD.search(text) is None:
        return spans
    last: Found | None = None
    archive = next((item.end for item in found if item.what == "archive"), len(text))
    for item in found:
        start = item.start
        if item.valued and start > 2 and text[start - 1] == " " and text[start - 3] in _CLOSED:
            told = _AMID.search(text, max(0, start - _LONGEST_TITLE), start)
            if told and _may_be_amid(text, last, item, told, named=archive < start):
                spans.append(told.span(1))
        last = item if item.valued else last
    if archive < len(text) and _MAY_BE_TOLD.search(text, archive):
        spans += [code.span(code.lastindex or 0) for code in _CODE.finditer(text, archive)]
    return sorted({*spans})


def _may_be_amid(text: str, last: Found | None, item: Found, told: re.Match[str], *, named: bool) -> bool:
    """Tell whether what is *told* between *last* and *item* is of no mark and no book; an archive is *named*."""
    if names_collection(told[1].strip(_AFTER)):
        return False
    explained = told[1].startswith(" (") and not has_figure(told[1])
    if _is_of_unit(text, item):
        return not explained
    titled = told[1].strip(" ,.:")[:1] != "("
    if text[item.start : item.end].lower().rstrip(".") not in tables.page_words():
        return named and (titled or last is None or _is_of_unit(text, last) or last.end < told.start() - _NEAR)
    if last and not _UNITS.isdisjoint(meaning.level for meanings in last.labels.values() for meaning in meanings):
        return named and _is_of_unit(text, last)
    return named and titled and _PARTED.search(text, 0, told.start(1)) is not None
