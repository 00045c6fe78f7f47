"""Names that are no archive's where they stand: those of men and towns, in titles, within longer names."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from provcheck import tables
from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.cuts import SENT
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import has_figure
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.holders.periodicals import is_periodical
from provcheck.archives.reading.institutions.listed_codes import unknown_before
from provcheck.model.lazy import pattern

_OF_A_TOWN = pattern(r" (?:de|du|des|di|do|da) (?:la |l['’])?[A-ZÀ-Þ]| d(?:e l)?['’][A-ZÀ-Þ]")
_GIVEN = worded(r"(?:, |\. )(?!(?:{leads}s?|At|The|And)\b)[A-Z][a-z]{2,} $")
"""The given name of a man after whom an archive is called too."""
_KEPT = worded(r"(?:{papers}|{files}|(?:[Bb]ox|[Ff]older|[Rr]eel) \d+|Job [\w–-]+), $")
_HOLDING = worded(
    r"(?:[,.:;]| [–—-])? (?:[Ff]ond|[Ff]\.|\d{1,3}\.? ?f(?:ond)?[. ]|[Фф]|[Bb]ox|[Ff]older|[Rr]eel|[Aa]cc"
    r"|(?:Files[,:] )?Job|Office of the Secretary|(?:Papers|Records) of "
    r"|[A-Z][^,;]{2,60}(?:{papers}|records"
    r"|Files(?: \([^()]*\)| \d{4}s?)?(?=(?:, [A-Z][^,;]{2,40})?, (?:[Bb]ox|Job))))"
    r"|(?:[,:;]| [–—-])?(?: \([^()]{2,20}\))?[,:]? "
    r"(?:[Mm][Ss]{1,2}\b|Ms\b|Add|Cotton|Harl|Sloane|Eg(?:erton|\.)|Lansd|Royal|Stowe|Ar(?:undel|\.)|Or\.)"
)
"""What is kept in an archive, named right after it."""
_IN_TOWN = pattern(r"(?:,? | \()([A-Z][a-z]{2,})(?:, (?:[A-Z]{2}|[A-Z][a-z]{2,9}\.?))?(?:\)|(?=[,.:]))")
_FILES_OF = pattern(
    r" (?:Office )?(?:[Ff]iles|Papers|Telcons|(?:Diary|Tapes|Chronological) Series)(?=[,)])| President['’]s Office(?=,)"
)
"""What shows that a code is no archive's but the first word of files."""
_EDITED = pattern(r"[主合]?[编編刊纂輯辑]|[館馆](?!所?[藏蔵])")
"""What follows an archive that edited a book, or gave its name to a journal: ``中国第二历史档案馆编``."""
_EASTERN_SERIAL = worded(r"{eastern_serials}")
"""What is printed, in a name that goes on behind its library: ``早稲田大学図書館和漢図書分類目録``."""
_SERIES_OF = pattern(r" (?:Records|Reports|Cables|Correspondence)(?=[,).])")
"""What shows that behind what holds them: ``Dulles Papers, CIA Records``, but no ``NARA Records, RG 59``."""
_FILES = frozenset("OFfPTRCD")
"""What these words begin with."""
_SURNAME = pattern(r" [A-ZÀ-Ž][a-zà-ž’'-]{2,}, [‘“\"«]")
"""A surname after initials, and a title."""
_AUTHOR = worded(r"(?:^|[\]\d.-] )(?!(?:{leads}s?|(?i:{compared})|Ibid(?:em)?|The)\b)[A-ZÀ-Ž][a-zà-ž’'-]{2,} $")
"""A surname before initials, at the start of a reference."""
_LONGEST_NAME = 40
_FIRM = "AS"
_FIRMS_NAME = pattern(r"\d(?:,| [-–])? (?:[A-ZÆØÅ][\w&-]+ ){1,4}$")
"""A firm by whose name its papers are called, before the letters of its form: ``PA-0311 Norsk Kabel AS``."""
_PLACED = pattern(
    r"[,.:]? (?:[^;:()\n]{0,90}[^\w;:()\n-] ?)?(?:(?!0|\d-\d-\d\b|\d{1,2}-\d{1,2}-(?:19|20)\d\d)"
    r"[A-Z]{0,3}\d{1,4}-[A-Z]?\d{1,4}-[A-Z]?\d{1,5}|[A-Z]{1,3}\d{1,3}-\d{1,5})(?![\w-])"
    r"|, (?:\d{1,4} ?)?(?:[A-Z]{1,3}|[A-Z][a-z])(?: \d{1,2}[ /])? ?\d{1,6}(?!\w)"
    r"|(?<=[A-Z]\d\d) \d{1,4} ?[A-Z]{1,2} ?\d{1,6}(?!\w)"
    r"|(?:(?<=\.[A-Z])|(?<=\. [A-Z])|(?<=\.[A-Z]\.))[.,]{1,2} "
    r"(?:(?:\d{1,4} ?[A-Z]{1,2}|(?:A[BEJ]|BB|[CFGHJK]) ?\d{1,2}|[XZ][12] ?[A-Za-z])[ /]\d{1,6}(?!\w)"
    r"|M\.? ?C\.?(?:/ET/|[, ](?: ?[ÉEée]t(?:ude\b|\.))? ?)[IVXLC]+\b"
    r"|(?:[Mm]ss?\.,? )?(?:[Ff]r|[Ll]at|[Nn]\. ?a\. ?fr?|[Nn]ouv|NAF|Français|Latin"
    r"|Clairambault|Joly|Dupuy|Moreau|Baluze)\b)"
    r"|(?:(?<=\.),|\.) (?:[A-Z][a-z]{2,8}\.? )?MSS?\b"
    r"|(?:,|(?<=[a-z])) (?:[A-Z][a-z]{3,10} )?(?:MSS?|mss?) \d{1,5}(?!\w)"
    r"|[,:.] [^;:()\n]{0,90}\b(?:cote|état civil|registres? paroissia|BMS|NMD)\b"
)
"""A mark after the name of a province, with what the document is between them; a cote after a department's number; a
manuscript after two letters in points, or a sign of the archives and the library of France: ``A.N., AJ 40 1234``."""


def is_other_name(text: str, item: Found) -> bool:
    """Tell whether a name is that of a man (Ladd to Hoover, Oct. 12, 1945) or a town and no archive's here."""
    start, end = item.start, item.end
    size = end - start
    if text[end - 1] > "\u4dff" and (
        text[end - 1] in "编編" or _EDITED.match(text, end) or _EASTERN_SERIAL.search(text, start, end)
    ):
        return True
    if size > _LETTERS and _A_FONDS.search(text, max(0, start - _SHORT_WORD), start):
        return True
    if len(item.names) > 2 and _OF_A_TOWN.match(text, end):
        return True  # Bibliothèque municipale de Vitré
    if text.startswith(_BARE, start) and _KIND.search(text, max(0, start - _SHORT_WORD), start):
        return True  # Provincial Archives, Land Registry: not those of Landes
    if size == 2 and (_is_state(text, item) or _STAR.match(text, end) or _is_part(text, start, end)):
        return True
    if 0 < size <= _LETTERS and is_periodical(text, start, end):
        return True
    if text[start:end] == _FIRM and _FIRMS_NAME.search(text, max(0, start - _LONGEST_NAME), start):
        return True
    if text.startswith(")", end) and size < _LETTERS and _REFERENCE_WORK.search(text, max(0, start - _FAR), start):
        return True
    if size == 3 and _GAZETTE.match(text, start):
        return True  # Ley 14/2013, art. 61.3, BOE núm. 233
    if _is_of_papers(text, start, end) if size < 7 else _PAPERS.match(text, end):
        return True  # Roosevelt Library Papers, NMML
    of_place = item.names and item.names[0].status == "place"
    if of_place and (item.names[-1].status == "place" or " " in text[start:end]) and not _PLACED.match(text, end):
        return True  # but AD33 is the code of an archive alone
    if size < 3 and (_AUTHOR.search(text, max(0, start - _LONGEST_NAME), start) or _SURNAME.match(text, end)):
        return True  # Weathersby KA. The Soviet Union …; KA Weathersby, ‘The Soviet Union
    if size < 3 and _OF_PERSON.match(text, end) and _ENGLISH.isdisjoint(_countries(item)):
        return True  # TT Krishnamachari Papers
    if text.startswith((": SE/", " Identifier"), end):
        return True  # NAD: SE/VALA/00241, the Swedish register of archives; National Archives Identifier 595500
    if text[start:end] not in vocabulary.wording().namesakes:
        return False
    if _GIVEN.search(text, max(0, start - 20), start):
        return True  # Herbert Hoover Subject Collection
    town = _IN_TOWN.match(text, end)
    if town and vocabulary.is_town_of(town[1], (name.archive for name in item.names)):
        end = town.end()  # Hoover, Stanford, CA, Nicolaevsky Collection
    if _HOLDING.match(text, end) and not text.endswith(" to ", 0, start):
        return False
    return _KEPT.search(text, max(0, start - 80), start) is None


_A_FONDS = pattern(r"[A-Z]{2}[),]*,? [Ff]on(?:d|ds|do|dos|s) $")
"""The word for a fonds right behind the code of an archive, and before its title: ``AHN, Fondos Contemporáneos``."""
_BARE = ("Archives, ", "Archive, ")
_KIND = worded(r"(?:^|[^\w])(?!(?:{leads}s?|The|In|At|From)\b)[A-Z][a-z]{3,15} $")
"""What kind of archive it is, before the word and a title that is no town."""
_SHORT_WORD = 20
_REFERENCE_WORK = worded(r"\b{reference_works}(?: [^,;:()\d]{1,50})? \($")
"""A work of reference before its letters: ``Historisches Lexikon der Schweiz (HLS)``."""
_FAR = 80
_GAZETTE = pattern(r"BOE,? (?:núm|n\.?[º°o]|de \d)")
"""The Spanish gazette by the number of its issue, no Bank of England."""
_STAR = pattern(r" [012]\d \d\d(?: \d\d(?:\.\d+)?)?(?=[,;]|\.?$)|[,:]? \d{1,2}[hm] ?\d")
"""Where a star stands, in hours and minutes: ``RA 01 02 33``, ``RA 00h 42m``."""


def _is_state(text: str, item: Found) -> bool:
    """Tell whether a short name of an American archive is that of the state behind its town: ``Honolulu, HI``."""
    if not text.endswith(", ", 0, item.start) or not text[item.start - 3].islower():
        return False
    known = tables.archives()
    states = vocabulary.wording().places["US"]
    return text[item.start : item.end] in states and all(known[name.archive].country == "US" for name in item.names)


def _is_part(text: str, start: int, end: int) -> bool:
    """Tell whether two letters are a part of the archive before them, which no table has, or its series.

    ``XYZA, AH, caja 12``, ``XYZA, AH 123``.
    """
    behind = text[end : end + 2]
    code = unknown_before(text, start) if behind == ", " or (behind[:1] == " " and behind[1:].isdigit()) else None
    return code is not None and len(code["v"]) > _ABBREVIATED and code["v"] not in vocabulary.prefixes()


_ABBREVIATED = 3
"""So many letters before two may be those of papers or of a country."""


def _is_of_papers(text: str, start: int, end: int) -> bool:
    """Tell whether a short name is part of the name of papers, or of their call number."""
    size = end - start
    if (
        1 < size < 6
        and text[end + 1 : end + 2] in _FILES
        and text[start:end].isupper()
        and (_FILES_OF.match(text, end) or (text.endswith(", ", 0, start) and _SERIES_OF.match(text, end)))
    ):
        return True  # Strauss Papers, IAS Files; Kissinger's HAK Office Files
    return text.endswith(("Papers of ", "papers of "), 0, start)  # Papers of JFK


_PAPERS = pattern(r" Papers[,.;)]")
_OF_PERSON = pattern(r" [A-Z][a-z]{2,} Papers\b")
"""Papers of a person whose initials stand before the surname."""
_ENGLISH = frozenset({"AU", "CA", "GB", "IE", "NZ", "US"})
"""Where archives call such papers so that may stand before them without a comma."""


def _countries(item: Found) -> set[str]:
    return {tables.archives()[name.archive].country for name in item.names}


_QUOTES = frozenset('”"»’')
_QUOTED = pattern(r"“[^“”]{0,300}”|\"[^\"]{0,300}\"|«[^«»]{0,300}»|‘[^‘’]{0,300}(?:’\w[^‘’]{0,300})*’(?=[,.;:) ]|$)")


@lru_cache(maxsize=1)
def _quotations(text: str) -> list[tuple[int, int]]:
    """Return where what stands in quotation marks begins and ends."""
    return [match.span() for match in _QUOTED.finditer(text)] if any(map(text.__contains__, _QUOTES)) else []


def is_in_title(text: str, found: list[Found], item: Found) -> bool:
    """Tell whether an archive is named in a title in quotation marks."""
    quoted = _quotations(text)
    number = bisect_left(quoted, (item.start, 0)) - 1
    if number < 0 or item.end >= quoted[number][1]:
        return False
    low, high = quoted[number]
    if item.start == low + 1 and item.end == high - 1:
        return False  # ГУ «Государственный архив Гродненской области», ф. 1: an institution, not a title
    return high - low < len(text) - 3 and not _cited_in(text, found, item.end, high)


def _cited_in(text: str, found: list[Found], low: int, high: int) -> bool:
    """Tell whether what stands in quotation marks after an archive is a reference and not the rest of a title."""
    if text[low : low + 2] == ", " and has_figure(text[low:high]):
        return True
    return any(low <= i.start < high and i.valued for i in found)


_OF = pattern(
    r"(?i:\b(?:records|files|papers|minutes|instructions|reports|cables|d[ei]spatches|letters|notes|posts)"
    r" (?:of|from|to)(?: the)? $|(?<!\d )\bof the $)|[A-Z][\w.’]* (?P<to>to )(?:the )?$"
)
_WRITTEN_TO = pattern(rf"[,;:(.] {SENT.pattern}[^,;:()\d]{{0,80}} (?:of|from|to|with|between|by)(?: the)? $")
"""A series of what was written, by whom and to whom: ``, Notes to Foreign Legations from the Department of State``."""
_SERIAL = worded(
    r"\b(?:(?:{serials}|Schriften|Collections|Catalogue|Archives)"
    r" (?:of|de|du|der|des|del|do|da|dell[ao]|in|für) ?(?:the |la |l['’])?|{serials} |Neues )$"
)
_SERIAL_AFTER = worded(
    r" \((?:Hg|Hrsg|Hgg|ed|eds|coord|dir|comp|a cura di)\b| (?:{serials}|Gazette|Appropriations?|Publication|Press"
    r"|Catalogue|Dispatch|Series|Week|Month|Day|Act|Building|Association|Conference"
    r"|Classification|Control Number|Foundation|Institute|Trust|Chronicle|Newsletter|Columns|Digest|Occasional Papers"
    r"|Record(?=,? (?:vol|n\.s|[ivxlc]+\b|\d)))\b"
)


_PRESS, _TOWN_BEFORE = pattern(r"\([^()\d:]{2,45}: (?:[^\W\d_]{3,20} ){0,3}$"), pattern(r"\([A-ZÀ-Þ][^()\d]{1,44}: $")
_TITLED = pattern(r"[^\W\d_]{3}[.”’»\"']? \((?:[A-ZÀ-Þ][^\W\d_]+, )?$")
"""The title of a book before its publisher, perhaps with the town: ``Manuscripts and Relics (Oxford, ``."""
_FILES_AFTER = pattern(r" (?:Central |Decimal )+Files?\b")
"""What makes a department's name that of its files, after numbers: ``…/592, Department of State Decimal File``."""
_YEAR_AFTER = pattern(r"(?: [A-Z][^\W\d_]{3,15})?, (?:1[5-9]|20)\d\d\)")
"""What stands around the publisher of a book: ``(Buenos Aires: Archivo General de la Nación, 1997)``."""


def is_serial(text: str, end: int) -> bool:
    """Tell whether the name that ends at *end* goes on as that of a journal: ``Bodleian Library Record 12``."""
    return _SERIAL_AFTER.match(text, end) is not None


_PRINTED = pattern(
    r"(?:, [A-Z][a-z]{2,12})? \((?:\d{1,2} (?:vols?|Bde?|t)\.|\d(?:st|nd|rd|th) ed)"
    r"[^()]{0,60}(?:1[5-9]|20)\d\d[^()]{0,12}\)"
)
"""The imprint of a book in several volumes or editions."""


def ends_title(text: str, end: int) -> bool:
    """Tell whether the name that ends at *end* ends the title of an article or a book.

    ``Das Bundesarchiv, in: Studien, Nr. 24``, ``Manuscripts in the Bodleian Library, Oxford (3 vols., Oxford, 1966)``
    """
    return text.startswith(", in: ", end) or _PRINTED.match(text, end) is not None


def is_publisher(text: str, item: Found) -> bool:
    """Tell whether an archive stands for the publisher of a book, ``(Ankara: TTK Basımevi, 1954)``, or in a title."""
    before = max(0, item.start - 50), item.start
    if text.startswith(")", item.end) and item.end - item.start > _LETTERS:
        return _TOWN_BEFORE.search(text, *before) is not None  # the year is not known: "n.d." is gone by now
    if item.end - item.start > _LETTERS and ends_title(text, item.end):
        return True
    if _YEAR_AFTER.match(text, item.end) is None:
        return False
    if item.end - item.start > _LETTERS and _TITLED.search(text, *before):
        return True
    return _PRESS.search(text, *before) is not None


_LETTERS = 6
"""A short name has no more."""


def is_in_name(text: str, item: Found, goes_on: bool) -> bool:
    """Tell whether a long name is part of a longer one: Proceedings of the …, … Gazette; Records of the …

    *goes_on*: an archive or a word for a level stands before it.
    """
    start = item.start
    if is_serial(text, item.end):
        return True
    if start > 2 and text[start - 3].isdigit() and _FILES_AFTER.match(text, item.end):
        return True
    if text.endswith(("U.", "U. "), 0, start):
        start = text.rindex("U", 0, start)  # Records of the U.S. Department of State
    led = text[max(0, start - 2) : start]
    if not (led.strip(" ").isalpha() or led.endswith(("'", "’"))):
        return False  # no word leads to it
    if _SERIAL.search(text, max(0, start - 60), start):
        return True
    of = _OF.search(text, max(0, start - 24), start)
    if of is None and goes_on and _WRITTEN_TO.search(text, max(0, start - 100), start):
        return True
    return of is not None and bool(goes_on or of["to"])
