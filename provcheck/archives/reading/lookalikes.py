"""Names that are no archive's where they stand: parts of codes and of longer names, men, towns, titles in quotation."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from provcheck import tables
from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.codes import JOINED_MARK
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import has_figure
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import Holder
from provcheck.archives.reading.levels import required_levels
from provcheck.model.lazy import pattern

_PLURAL_CAPITALS = pattern(r"\.[A-Z]{2}\b")
"""How an office goes on whose short name has two letters for a plural."""
_INSIDE_CODE = pattern(r"[A-Z\d][ –-]|\)[–-]")
"""What stands before a short name within a code: the ``0-`` of 20-CDA-9."""
_CODE_ON = pattern(r"[–-][A-Z]")
"""How a code goes on behind a short name: ``-A``."""
_SIGNED = (
    "Ms ",
    "MS ",
    "Ms. ",
    "MS. ",
    "Cod. ",
    "Hs. ",
    "inv. ",
    "Inv. ",
    "inv. n° ",
    "inv. no. ",
    "Inv.-Nr. ",
    "nr inv. ",
)
"""What stands before the sign of a manuscript, or of what a museum has."""
_NUMBER_SIGNS = ("No. ", "Nr. ", "№ ", "n° ")


def is_code_part(text: str, item: Found, label: Found | None, last: Holder | None, before: Holder | None) -> bool:
    """Tell whether a short name is part of a code: f. SA; 20-CDA-9; OASD/ISA; POL 27-14 ARAB-ISR, PET 3 OECD."""
    if text.startswith("/", item.end) and text.endswith(_NUMBER_SIGNS, 0, item.start):
        return True  # File No. HI/102/14/80
    if text.endswith(_SIGNED, 0, item.start) and text[item.end + 1 : item.end + 2].isdigit():
        return True  # ZBZ, Ms AS 5/15; Musée du Louvre, inv. AO 12345
    if label and item.end - item.start < 5 and _announces_fond(text, label, item.start):
        return True
    if (
        item.end == item.start
        and text.endswith(("Files, ", "File, "), 0, item.start)
        and _SUBJECT.match(text, item.end)
    ):
        return True  # WHCF, Subject Files, CO 165, Box 71
    if item.end > item.start and _within(text, item, last):
        return True
    if item.start and item.end - item.start < 6 and _IN_WORD.match(text, item.start - 1):
        return True  # X509_CRL, 0x8CAD; but 1709AGN, where a year ends
    if before is not None and _PLURAL_CAPITALS.match(text, item.end):
        return True  # ACS, MI, Div. AA.GG.RR.
    if before is not None and _is_of_folder(text, item, before):
        return True  # Nixon Presidential Materials, NSC Files, Box 341, HAK Memos
    if last is not None and last.same and item.names and text[last.end : item.start].strip(".") == ", ":
        known = {name.archive for name in last.names}
        return item.end > item.start and known.isdisjoint(name.archive for name in item.names)  # ebd., AIM 1234/56
    if before is not None and _is_of_its_mark(text, item, before):
        return True
    return (before is not None or item.start > 1) and _is_inside(text, item, before)


def _is_of_its_mark(text: str, item: Found, before: Holder) -> bool:
    """Tell whether a short name is of the mark of the archive *before* it: a series, a sign joined to it."""
    start, end = item.start, item.end
    if _is_symbol(text, item, before) or _is_series(text, item, before):
        return True  # AWM 113, MH 1/123: an item; PRAAD, Kumasi, ARG 1/2: a series, whatever its letters mean elsewhere
    if text[start - 1 : start] in {".", "—"} and text[start - 2 : start - 1].isalpha():
        return True  # BOA, DH.İ.UM; NARA, RG 59, 1978 Papers—AHA
    if end == start and text[start - 1] == "/":
        return True  # GBR/0014/CHAR 20/123
    if text.startswith("-", end) and _CODE_ON.match(text, end) and text.startswith(", ", start - 2):
        return _is_abroad(item, before)  # AQSH, F. 14, APL-STR, V. 1948
    return before.end + 1 == start and JOINED_MARK.match(text, before.end) is not None  # PRAAD/ADM 11/1/123


def _is_inside(text: str, item: Found, before: Holder | None) -> bool:
    """Tell whether a short name stands between figures or capitals that are a code with it: ``20-CDA-9``."""
    start, end = item.start, item.end
    if end - start == 2 and _BETWEEN_FIGURES.match(text, max(0, start - 2)):
        return True  # 72 AJ 258
    if not _INSIDE_CODE.match(text, start - 2):
        return False
    if before is not None and start == before.end + 1:
        if end == start and len(before.written) == 2:
            return False  # NA WO 141/93: the series tells which National Archives
        if len(before.names) > 1 and all(name.status == "former" for name in item.names):
            return False  # NA PRO FO 371/84123
        if not {name.archive for name in before.names}.isdisjoint(name.archive for name in item.names):
            return False  # RA ERAF 1-4-1234
    return before is not None or _CODE_ON.match(text, end) is not None


def _is_of_folder(text: str, item: Found, before: Holder) -> bool:
    """Tell whether *item* begins the title of a folder, as the archive *before* has them, and no new mark."""
    on, between = _GOES_ON.match(text, item.end), text[before.end : item.start]
    if on is None or not before.names or not between.endswith(", ") or not _PARTED.isdisjoint(between):
        return False
    convention = tables.archives()[before.names[0].archive].convention
    return bool(tables.conventions()[convention].last_title) and not vocabulary.is_place(on[1])


_PARTED = frozenset(";.(")
_GOES_ON = pattern(
    r"[ /](?!Fond|Record|Box|Series|Opis|Central|Library|Archiv)([A-Z][a-z]+) ?(?:[A-Z][a-z]|19\d\d|[,.]|$)"
)
"""How the title of a folder goes on that begins with letters which are an archive's elsewhere."""
_SUBJECT = pattern(r"[A-Z]{2} ?\d{1,3}(?:-\d+)*(?![\w/-])")
"""A subject of the central files of a president, whose letters are those of a British series."""


_IN_WORD = pattern(r"(?:(?<=[^\W_])_|(?<!1[5-9]\d)(?<!20\d)\d(?=[A-Z]{3}))[A-Z]{2,5}(?![a-z])")
_ONE_SERIES = pattern(
    r"[:,]? ?(?:\([^()]{2,20}\)[:,]? )?(?:CRS |Series )?[A-Z]{0,3} ?\d{1,6}[A-Z]?(?:/[A-Z]?\d+)?[,:] (?:[Ii]tem )?$"
)


def _is_symbol(text: str, item: Found, before: Holder) -> bool:
    """Tell whether a code stands where the archive *before* has the sign of an item, right after its series."""
    if not item.names or not before.names or not _CODE_BEFORE_NUMBER.match(text, item.start):
        return False
    convention = tables.archives()[before.names[0].archive].convention
    return "item" in required_levels(convention) and _ONE_SERIES.fullmatch(text, before.end, item.start) is not None


_PLACE_BETWEEN = pattern(r"(?: \([^()]{2,20}\))?[,:]? (?:[A-Z][a-z]+, |MG ?\d+,? )?$")


def _is_series(text: str, item: Found, before: Holder) -> bool:
    """Tell whether a code with its number stands right after the archive *before*, which is of another country."""
    if not before.written or not item.names or not _CODE_BEFORE_NUMBER.match(text, item.start):
        return False
    between = _PLACE_BETWEEN.fullmatch(text, before.end, item.start)
    if between is None or (item.end == item.start and "MG" not in between.group()):
        return False  # PAC, MG 11, CO 42: a series of copies
    return _is_abroad(item, before)


def _is_abroad(item: Found, before: Holder) -> bool:
    """Tell whether the archives that a short name may mean are in other countries than the archive *before*."""
    known = tables.archives()
    countries = {known[name.archive].country for name in before.names}
    return bool(countries) and countries.isdisjoint(known[name.archive].country for name in item.names)


_CODE_BEFORE_NUMBER = pattern(r"[A-Z]{1,4} ?(?:\d|I{1,3}/\d)")
_BETWEEN_FIGURES = pattern(r"\d ?[A-Z]{2} ?\d")
"""Two letters between figures: ``72 AJ 2``."""


def _announces_fond(text: str, label: Found, stop: int) -> bool:
    """Tell whether *label* right before *stop* can announce a fond."""
    gap = text[label.end : stop]
    return (gap in {". ", "."} or (gap == " " and label.end - label.start > 3)) and label.labels.of_fonds


def goes_on(text: str, label: Found, item: Found) -> bool:
    """Tell whether the title of a fond, announced by *label*, goes on with a short name: ``f. IV. správa SNB``.

    In brackets it is the title's own: ``fond Ministerstvo vnútra (MV)``.
    """
    title = _NAMED.fullmatch(text, label.end, item.start)
    own = (
        title
        and title["bracket"]
        and [word[0].upper() for word in title["title"].split()] == [*text[item.start : item.end]]
    )
    return title is not None and (not title["bracket"] or bool(own))


_NAMED = pattern(r"[.)]{0,2} (?P<title>[^\W\d_][^\d,;:()\n]{2,60}(?<!\.)) (?P<bracket>\(?)")


def _within(text: str, item: Found, before: Holder | None) -> bool:
    """Tell whether a short code is the middle of another one, or the second half of one after an archive or figure."""
    start = item.start
    if before is None and text[start - 1] == "/":
        return text[start - 2].isdigit()  # DIN EN 1992-1-1/NA:2013-04
    return text[start - 1] == text[item.end : item.end + 1] == "-" or (
        text[start - 1] == "/"
        and before is not None
        and before.end < start - 1
        and text[start : item.end].isascii()
        and not {name.archive for name in before.names} & {name.archive for name in item.names}
    )


_OF_A_TOWN = pattern(r" (?:de|du|des|di|do|da) (?:la |l['’])?[A-ZÀ-Þ]| d(?:e l)?['’][A-ZÀ-Þ]")
_GIVEN = worded(r"(?:, |\. )(?!(?:{leads}s?|At|The|And)\b)[A-Z][a-z]{2,} $")
"""The given name of a man after whom an archive is called too."""
_KEPT = worded(r"(?:{papers}|{files}|(?:[Bb]ox|[Ff]older|[Rr]eel) \d+|Job [\w–-]+), $")
_HOLDING = worded(
    r"(?:[,.:;]| [–—-])? (?:[Ff]ond|[Ff]\.|[Фф]|[Bb]ox|[Ff]older|[Rr]eel|[Aa]cc"
    r"|(?:Files[,:] )?Job|Office of the Secretary|(?:Papers|Records) of "
    r"|[A-Z][^,;]{2,60}(?:{papers}|records"
    r"|Files(?: \([^()]*\)| \d{4}s?)?(?=(?:, [A-Z][^,;]{2,40})?, (?:[Bb]ox|Job))))"
    r"|(?:[,:;]| [–—-])?(?: \([^()]{2,20}\))?[,:]? "
    r"(?:[Mm][Ss]{1,2}\b|Ms\b|Add|Cotton|Harl|Sloane|Eg(?:erton|\.)|Lansd|Royal|Stowe|Ar(?:undel|\.)|Or\.)"
)
"""What is kept in an archive, named right after it."""
_IN_TOWN = pattern(r"(?:,? | \()([A-Z][a-z]{2,})(?:, (?:[A-Z]{2}|[A-Z][a-z]{2,9}\.?))?(?:\)|(?=[,.:]))")
_FILES_OF = pattern(r" (?:Office )?(?:[Ff]iles|Papers|Telcons)(?=[,)])| President['’]s Office(?=,)")
"""What shows that a code is no archive's but the first word of files."""
_EDITED = pattern(r"[主合]?[编編刊纂輯辑]|[館馆](?!所?[藏蔵])")
"""What follows an archive that edited a book, or gave its name to a journal: ``中国第二历史档案馆编``."""
_FILES = frozenset("OFfP")
"""What these words begin with."""
_SURNAME = pattern(r" [A-ZÀ-Ž][a-zà-ž’'-]{2,}, [‘“\"«]")
"""A surname after initials, and a title."""
_AUTHOR = worded(r"(?:^|[\]\d.-] )(?!(?:{leads}s?|Ibid(?:em)?|The)\b)[A-ZÀ-Ž][a-zà-ž’'-]{2,} $")
"""A surname before initials, at the start of a reference."""
_LONGEST_NAME = 40
_PLACED = pattern(
    r"[,.:]? (?:[^;:()\n]{0,90}[^\w;:()\n-] ?)?(?:(?!0|\d-\d-\d\b|\d{1,2}-\d{1,2}-(?:19|20)\d\d)"
    r"[A-Z]{0,3}\d{1,4}-[A-Z]?\d{1,4}-[A-Z]?\d{1,5}|[A-Z]{1,3}\d{1,3}-\d{1,5})(?![\w-])"
    r"|, (?:\d{1,4} ?)?(?:[A-Z]{1,3}|[A-Z][a-z])(?: \d{1,2}[ /])? ?\d{1,6}(?!\w)"
    r"|(?<=[A-Z]\d\d) \d{1,4} ?[A-Z]{1,2} ?\d{1,6}(?!\w)"
    r"|(?:(?<=\.),|\.) (?:[A-Z][a-z]{2,8}\.? )?MSS?\b"
)
"""A mark after the name of a province, with what the document is between them; a cote after a department's number; a
manuscript after two letters in points."""


def is_other_name(text: str, item: Found) -> bool:
    """Tell whether a name is that of a man (Ladd to Hoover, Oct. 12, 1945) or a town and no archive's here."""
    start, end = item.start, item.end
    size = end - start
    if text[end - 1] > "\u4dff" and (text[end - 1] in "编編" or _EDITED.match(text, end)):
        return True
    if len(item.names) > 2 and _OF_A_TOWN.match(text, end):
        return True  # Bibliothèque municipale de Vitré
    if size == 2 and _is_state(text, item):
        return True
    if _is_of_papers(text, start, end) if size < 7 else _PAPERS.match(text, end):
        return True  # Roosevelt Library Papers, NMML
    if item.names and item.names[0].status == "place" and not _PLACED.match(text, end):
        return True
    if size < 3 and (_AUTHOR.search(text, max(0, start - _LONGEST_NAME), start) or _SURNAME.match(text, end)):
        return True  # Weathersby KA. The Soviet Union …; KA Weathersby, ‘The Soviet Union
    if text.startswith(": SE/", end):
        return True  # NAD: SE/VALA/00241, the Swedish register of archives
    if text[start:end] not in vocabulary.wording().namesakes:
        return False
    if _GIVEN.search(text, max(0, start - 20), start):
        return True  # Herbert Hoover Subject Collection
    town = _IN_TOWN.match(text, end)
    if town and any(vocabulary.place_keys(town[1])[0] in vocabulary.towns_of(name.archive) for name in item.names):
        end = town.end()  # Hoover, Stanford, CA, Nicolaevsky Collection
    if _HOLDING.match(text, end) and not text.endswith(" to ", 0, start):
        return False
    return _KEPT.search(text, max(0, start - 80), start) is None


def _is_state(text: str, item: Found) -> bool:
    """Tell whether a short name of an American archive is that of the state behind its town: ``Honolulu, HI``."""
    if not text.endswith(", ", 0, item.start) or not text[item.start - 3].islower():
        return False
    known = tables.archives()
    states = vocabulary.wording().places["US"]
    return text[item.start : item.end] in states and all(known[name.archive].country == "US" for name in item.names)


def _is_of_papers(text: str, start: int, end: int) -> bool:
    """Tell whether a short name is part of the name of papers, or of their call number."""
    size = end - start
    if 1 < size < 6 and text[end + 1 : end + 2] in _FILES and text[start:end].isupper() and _FILES_OF.match(text, end):
        return True  # Strauss Papers, IAS Files; Kissinger's HAK Office Files
    return text.endswith(("Papers of ", "papers of "), 0, start)  # Papers of JFK


_PAPERS = pattern(r" Papers[,.;)]")


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
    return high - low < len(text) - 3 and not _cited_in(text, found, item.end, high)


def _cited_in(text: str, found: list[Found], low: int, high: int) -> bool:
    """Tell whether what stands in quotation marks after an archive is a reference and not the rest of a title."""
    if text[low : low + 2] == ", " and has_figure(text[low:high]):
        return True
    return any(low <= i.start < high and i.valued for i in found)


_OF = pattern(
    r"(?i:\b(?:records|files|papers|minutes|instructions|reports|cables|d[ei]spatches|letters|notes)"
    r" (?:of|from|to)(?: the)? $|(?<!\d )\bof the $)|[A-Z][\w.’]* (?P<to>to )(?:the )?$"
)
_SERIAL = worded(
    r"\b(?:(?:{serials}|Schriften|Collections|Catalogue|Archives)"
    r" (?:of|de|du|der|des|del|do|da|dell[ao]|in|für) ?(?:the |la |l['’])?|{serials} )$"
)
_SERIAL_AFTER = worded(
    r" \((?:Hg|Hrsg|Hgg|ed|eds|coord|dir|comp|a cura di)\b| (?:{serials}|Gazette|Appropriations?|Publication|Press"
    r"|Catalogue|Dispatch|Series|Week|Month|Day|Act|Building|Association|Conference"
    r"|Classification|Control Number|Foundation|Institute|Trust|Chronicle|Newsletter|Columns|Digest|Occasional Papers"
    r"|Record(?=,? (?:vol|n\.s|[ivxlc]+\b|\d)))\b"
)


_PRESS = pattern(r"\([^()\d]{2,45}: $")
_FILES_AFTER = pattern(r" (?:Central |Decimal )+Files?\b")
"""What makes a department's name that of its files, after numbers: ``…/592, Department of State Decimal File``."""
_YEAR_AFTER = pattern(r", (?:1[5-9]|20)\d\d\)")
"""What stands around the publisher of a book: ``(Buenos Aires: Archivo General de la Nación, 1997)``."""


def is_serial(text: str, end: int) -> bool:
    """Tell whether the name that ends at *end* goes on as that of a journal: ``Bodleian Library Record 12``."""
    return _SERIAL_AFTER.match(text, end) is not None


def is_in_name(text: str, item: Found, goes_on: bool) -> bool:
    """Tell whether a long name is part of a longer one: Proceedings of the …, … Gazette; Records of the …

    *goes_on*: an archive or a word for a level stands before it.
    """
    start = item.start
    if _YEAR_AFTER.match(text, item.end) and _PRESS.search(text, max(0, start - 50), start):
        return True
    if is_serial(text, item.end):
        return True
    if text[start - 3 : start - 2].isdigit() and _FILES_AFTER.match(text, item.end):
        return True
    led = text[max(0, start - 2) : start]
    if not (led.strip(" ").isalpha() or led.endswith(("'", "’"))):
        return False  # no word leads to it
    if _SERIAL.search(text, max(0, start - 60), start):
        return True
    of = _OF.search(text, max(0, start - 24), start)
    return of is not None and bool(goes_on or of["to"])
