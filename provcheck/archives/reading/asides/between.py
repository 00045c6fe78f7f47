"""What stands between two marks and is of neither: the document in brackets, captions of figures, printed editions.

``…, Bl. 3 (Vermerk, 5.1.1950); B 11``, ``Photo: BnF. Fig. 4. Vienna``
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from provcheck import tables
from provcheck.archives.lexicon.cuts import names_collection
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.times import DATE, LAST_DAY
from provcheck.archives.lexicon.vocabulary import wording, words_of
from provcheck.archives.lexicon.wording import any_of, worded
from provcheck.archives.reading.asides.editions import editions, names_archive
from provcheck.archives.reading.draft import BY_START, CLOSED
from provcheck.model.lazy import pattern

_DAY = r"\d{1,2}\.? [^\W\d_]{1,12}\.? 1[0-9]\d\d"
_BRACKET = pattern(
    r"\d(?: ?RS| ?[rv]°| ff?\.?|\. [^\W\d_]{1,4}\.|[^\W\d_]{0,2})(?P<put> ?\((?P<said>"
    r"(?:[^\W\d_]{3}|[^\W\d_]{2,9}\. |[A-Z][a-z] [A-Z])[^();#\n]{2,110}"
    r"|(?P<years>(?:1[4-9]|20)\d\d(?:[-–]\d\d(?:\d\d)?)?)"
    rf"|{_DAY}|\d{{1,2}}\. ?\d{{1,2}}\. ?(?:1[5-9]|20)\d\d)\))(?= ?;)"
)
"""A bracket behind a number and before a semicolon, of which French has a blank: words, a day, or years."""
_LONGEST_DAY = 24
_CODED = pattern(r"\d[/-]?[^\W\d_]?\d*/\d|(?<!\w)[A-Z]{1,2}\d*[ .-]?\d|(?<!\w)(?:MSS?|Ms|ms|Mss|fr|lat|RG|MG)\.? ?\d")
"""What may be a mark: ``FO 371/12``, ``MS 12``."""
_CAPTION = worded(r"(?:^|(?<=[.;] ))(?i:{captions})\.? (?:\d{1,3}[a-z]?(?:[–-]\d{1,3})?|[IVXL]{1,6})(?:[.:;] |\.?$)")
"""The number of a figure, alone between two full stops."""
_ACT = worded(
    r"(?:^|; )(?P<put>(?:[^\W\d_][^;:,()\d]{2,60}, )?(?i:{acts})(?: [^;:,()\d]{1,60})? "
    r"(?:n[°ºo]|N[°ºo]|nr|n|№)\.? ?\d{1,5}(?:/(?:1[5-9]|20)\d\d)?"
    r"(?: [^\W\d_]{1,3} \d{1,2}\.? [^\W\d_]{3,12} (?:1[5-9]|20)\d\d)?,? )(?=[^\W\d_a-zß-ÿ])"
)
"""The entry of a register right before its archive: ``Acte de mariage n° 12, AD Yonne, 2 E 166/18``."""
_MARKED = pattern(r"[^;\d]{0,40}\d")
"""A mark behind its archive, which therefore is none behind what stands before it."""
_ENDINGS = frozenset({"pdf", "jpg", "jpeg", "png", "tif", "tiff", "djvu", "gif"})
_FILE = pattern(
    r"(?: ?\((?:[^\W\d_]{2,12}: ?){0,2}|; ?(?:[^\W\d_]{2,12}: ?){1,2})"
    rf"[^;,:()\[\]/]{{3,80}}\.{any_of(_ENDINGS)}(?![^\W_])\)?"
)
"""The name of a file that shows what was cited: ``(image: ABC_1-2-3.jpg)``, ``; File:ABC 1-2-3.pdf``."""
_SITES = frozenset({"org", "com", "net", "info", "ua"})
_SITE = pattern(
    r"(?: [–—]|[;,]| ?\() ?(?:[^\W\d_]{1,12} ){0,3}(?:[\w-]{2,30}\.){1,3}"
    rf"{any_of(_SITES)}(?:/[^\s,;()]{{0,80}})?"
    r",? (?i:doc|document|док|документ)\.? (?:no\.?|nr\.?|№)? ?\d+\)?(?=[,;.]|$)"
)
"""The number that a site gives what it shows: ``— scans at example.org, doc. no. 12345``."""


_FILE_PAGES = pattern(
    r"(?:[;,.]? ?(?:[^\W\d_]{2,12}(?: [^\W\d_]{2,12})?: ?)?|(?P<open> ?\())https?://[^\s;,()<>]{3,200}"
    rf"\.{any_of(_ENDINGS)}(?![^\W_])(?(open)\))"
)
"""The address of such a file, which tells the same mark again: ``; scan: https://….org/wiki/File:ABC_1-2-3.pdf``."""
_FIRST_FILE = pattern(rf"[^\W\d_]{{3,8}}:[^;,:()\[\]/]{{3,80}}\.{any_of(_ENDINGS)}(?:[.,;:]| [–—-]) ")
"""The same where a line begins with it, as pages about files have it: ``File:ABC 1-2-3.pdf. State Archives, …``."""


def _shown(text: str, words: set[str], found: list[Found]) -> list[tuple[int, int]]:
    """Return where files and sites are named that show the mark before them."""
    first = next((item.end for item in found if item.what == "archive"), len(text))
    if not _ENDINGS.isdisjoint(words):
        opens = _FIRST_FILE.match(text)
        if opens and any(
            item.what == "archive" and item.start >= opens.end() and _MARKED.match(text, item.end) for item in found
        ):
            return [opens.span(), *_shown_behind(text, words, opens.end())]
    return _shown_behind(text, words, first)


def _shown_behind(text: str, words: set[str], first: int) -> list[tuple[int, int]]:
    """Return them from *first* on, where a mark stands before them or goes on behind their bracket."""
    spans: list[tuple[int, int]] = []
    if not _ENDINGS.isdisjoint(words):
        spans = [shown.span() for shown in _FILE.finditer(text, first)]
        spans += [page.span() for page in _FILE_PAGES.finditer(text, first)] if "://" in text else []
    spans += [] if _SITES.isdisjoint(words) else [shown.span() for shown in _SITE.finditer(text, first)]
    bracketed = (" (", "(")
    return [
        (start, end)
        for start, end in spans
        if _FIGURE.search(text, first, start) or (text.startswith(bracketed, start) and _FIGURE.search(text, end))
    ]


_FIGURE = pattern(r"\d")
_ONLINE = "Qatar Digital Library"
_OF_ONLINE = pattern(
    rf"(?<![\w’'])(?:{_ONLINE}, )?['‘“\"][^\n]{{3,300}}?['’”\"],? (?=\[\d{{1,4}}[rv]|British Library: India)"
    rf"|\](?P<put> ?\(\d{{1,4}}/\d{{1,4}}\))(?=,)|(?:,? in|;) {_ONLINE}(?=[ ,.]|$)"
)
"""What that library tells how to cite: the title of a file before its leaf, the number of the image behind it, itself:
``'File 12/34' [5r] (6/78), British Library: India Office Records, IOR/R/15/1/9, in Qatar Digital Library``.
"""


@cache
def _acts() -> frozenset[str]:
    return frozenset(tables.wording()["acts"])


def _entries(text: str, found: list[Found]) -> list[tuple[int, int]]:
    """Return the entries of registers that stand before an archive whose mark follows it."""
    ends = {item.start: item.end for item in found if item.what == "archive" and item.end > item.start}
    told = (entry.span("put") for entry in _ACT.finditer(text))
    return [span for span in told if span[1] in ends and _MARKED.match(text, ends[span[1]])]


def between(text: str, words: set[str], found: list[Found], *, same: bool) -> list[tuple[int, int]]:
    """Return where *text*, which has *words* and *found* in it, tells of documents, figures and editions.

    *same*: one of *found* says that an archive comes again.
    """
    spans = editions(text, words, found)
    if _ONLINE in text:
        spans += [told.span("put" if told["put"] else 0) for told in _OF_ONLINE.finditer(text)]
    if ");" in text or ") ;" in text:
        spans += [put.span("put") for put in _BRACKET.finditer(text) if _explains(text, found, put)]
    if not wording().captions.isdisjoint(map(str.lower, words)):
        spans += [caption.span() for caption in _CAPTION.finditer(text)]
    if not (_ENDINGS | _SITES).isdisjoint(words):
        spans += _shown(text, words, found)
    if not _acts().isdisjoint(map(str.lower, words)):
        spans += _entries(text, found)
    if ", in " in text and ", p" in text:
        printed = (book.span() for book in _IN_BOOK.finditer(text))
        spans += [span for span in printed if not names_archive(found, *span)]
    if not _of_same_unit().isdisjoint(map(str.lower, words)):
        spans += [unit.span() for unit in _SAME_UNIT.finditer(text)]
    if "; " in text and (" — " in text or " – " in text):
        spans += [register.span("put") for register in _OF_REGISTER.finditer(text)]
    if any(map(text.__contains__, _OPENS_TITLE)):
        spans += _titles_behind(text, found)
    if " to " in text and ("/" in text or "oll " in text or "eel " in text):
        spans += [letter.span(letter.lastgroup or 0) for letter in _OF_DECIMAL.finditer(text)]
    if same:
        spans += _same_before(text, found)
        spans += _in_same(text, found)
        spans += _ends_list(text, found)
    return spans


_OF_REGISTER = pattern(
    r"(?:;|:)(?P<put> (?:[^\W\d_]{1,20}\.? ){1,3}(?:1[6-9]|20)\d\d(?: ?г\.)?(?: [—–] |: ))"
    r"(?=[^\W\d_]{0,2}-?\d+[-/]\d+[-/]\d)"
)
"""The register of a year that the next mark is of: ``РС 1850: НА РБ, И-138-2-717; МК 1866 — И-294-1-28``."""
_LETTER = r"[A-Z][^,;:()\d]{1,40} to [A-Z][^,;:()\d]{1,40}(?:, (?:No\. )?\d{1,5})?"
_LETTER_DAY = r", (?:[A-Z][a-z]{2,8}\.? \d{1,2}, |\d{1,2} [A-Z][a-z]{2,8}\.? )(?:18|19)\d\d"
_OF_DECIMAL = pattern(
    r"(?<!\w)\d{3}[A-Z]?\.\d{2}[\w.]{0,6}(?: [A-Z][A-Za-z ]{2,24})?/[\d-]{1,10}"
    rf"(?P<put>, {_LETTER}{_LETTER_DAY})"
    r"(?=, (?:RG|Record Group|Box|box|Central|Decimal|CDF|DF|DSR|M-?\d)\b)"
    rf"|[Rr](?:oll|eel)s? \d[\d–-]*(?:;|,)(?: and)?(?P<film> {_LETTER}(?:{_LETTER_DAY})?,)(?= [MT]-?\d)"
)
"""Who wrote to whom, between a decimal file and its group: ``793.94/4521, Doe to Roe, May 5, 1927, RG 59, box 3``;
or two films of one group: ``M77, Roll 3, and Doe to Roe, M46, Roll 5, RG 59``.
"""
_PRINTED_IN = pattern(r"(?<=[\dв)rv])(?<!1[5-9]\d\d)(?<!20\d\d), in:? $")
_IN_BOOK = pattern(
    r"(?<=[\dв)rv])(?<!1[5-9]\d\d)(?<!20\d\d), (?:printed |published |reprinted )?in [A-Z][^;:()\d]{5,90}, "
    r"(?:[Vv]ol\. ?(?:\d{1,2}|[IVX]+), )?pp?\. ?\d{1,4}(?:[–-]\d{1,4})?(?=; |\.?$)"
)
"""Who prints the document, by author, title and pages: ``9401/12/316, in Doe and Roe, Camps, pp. 540–42; also``."""
_VOLUME = pattern(r"\.?,? (?:vols?|Bde?|t|tom|pp?|S|docs?|nos?|Nr|Dok)\.? ?\d[^;\n]{0,60}?(?=\.?$|[;\n)]|\. [^\W\d_])")
_LEAF = pattern(r" (?:ff?|fols?|Bl|ll?)\. ?\d")
"""What leads from the leaf of a mark to an edition, its volume or page; leaves, which no edition has."""


def _in_same(text: str, found: list[Found]) -> list[tuple[int, int]]:
    """Return what tells that the edition cited last prints the document: ``9401/1/64, 7–9, in ibid., vol. 3, 717``."""
    spans = []
    for item in found:
        if item.what != "same" or text[item.start - 1 : item.start] != " ":
            continue
        lead = _PRINTED_IN.search(text, max(0, item.start - len("0000, in: ")), item.start)
        volume = _VOLUME.match(text, item.end) if lead else None
        if lead and volume and not _LEAF.search(volume[0]):
            spans.append((lead.start(), volume.end()))
    return spans


_OPENS_TITLE = (", “", ', "', ", „", ", «")
_SAME_UNIT = worded(
    r"(?:(?<=[;,.\]] )|(?<=\band ))(?:in (?:the )?|the |(?i:{compared})\.? (?:[^\W\d_]+ ){1,5}in (?:the )?)?"
    r"(?i:{same_units}),? (?=[^\W\d_]{1,8}\.? ?[\dIVX])"
)
"""What says that the next part or leaves are of the unit cited last: ``FO 371/123, p. 4; same file, p. 9``."""


@cache
def _of_same_unit() -> frozenset[str]:
    """Return with which words that begins: most lines have none."""
    return frozenset(words_of(said)[0] for said in tables.wording()["same_units"])


_TITLE_BEHIND = worded(
    r"(?:, [A-ZÀ-Þ][^\W\d_]+(?: [A-ZÀ-Þ][^\W\d_]+)?)?, (?P<title>[“\"„«][^“”\"„«»\n]{3,150}[”\"“»],?"
    rf"(?: \(?(?i:{DATE.pattern})\)?|,? (?:1[5-9]|20)\d\d)?,? )(?=(?:pp?\. ?\d+(?:[–-]\d+)?, )?"
    r"(?:[A-Z]{1,6}(?:-[A-Z]{1,6})*[ .-]?\d|(?:Acc|Add|MSS?)\b\.? "
    r"|[A-Z][^,;:()“”\d]{2,60}(?: {papers}|{files}|fonds), ))"
)
"""The title of a document and its day between an archive and its mark: ``, “Minutes,” 20 May 1930, RG 2-43, box 3``."""


def _titles_behind(text: str, found: list[Found]) -> list[tuple[int, int]]:
    """Return the titles of documents right behind archives, but for the comma before them."""
    ends = (item.end for item in found if item.what == "archive" and item.end > item.start)
    told = (_TITLE_BEHIND.match(text, end) for end in ends)
    return [title.span("title") for title in told if title]


_TO_SAME = worded(
    r";(?: {ands})? [A-Z][^;,\d]{1,60} {to_whom} [A-Z][^;,\d]{1,60}(?:, [A-Z]?[^;,]{3,20}(?:, \d{4})?)?(?=, $)|; ?$"
)
"""The letter whose reference is *ibid.*, or nothing."""
_FAR = 160
"""How far before *ibid.* it may begin."""


def _same_before(text: str, found: list[Found]) -> list[tuple[int, int]]:
    """Return what leads to *ibid.* among marks whose archive stands behind all of them, so that they are a list.

    ``T50, Roll 12; and Roe to Doe, ibid., Roll 10, RG 59, NA`` is ``T50, Roll 12, Roll 10, RG 59, NA``.
    """
    spans: list[tuple[int, int]] = []
    last: Found | None = None
    for number, item in enumerate(found):
        if item.what == "archive" and item.end > item.start:
            return spans if CLOSED.match(text, item.end) else []
        following = found[number + 1] if item.what == "same" and number + 1 < len(found) else None
        if last and following and following.valued and text[item.end : following.start] in {", ", "., "}:
            words = (text[label.start : label.end].lower().rstrip("s") for label in (last, following))
            led = _TO_SAME.search(text, max(last.end, item.start - _FAR), item.start) if len({*words}) == 1 else None
            if led and led[0].endswith("; "):
                spans.append((led.start(), following.start - len(", ")))
            elif led:
                spans += led.span(), (item.start, following.start)
        last = item if item.valued else last
    return []


_MARK_FIRST = pattern(r"[^;\d]{0,120}\d")
"""A mark behind its archive, however long its titles are."""
_SAME_ENDS = pattern(r"\.?(?=;|\.?$)")


def _ends_list(text: str, found: list[Found]) -> list[tuple[int, int]]:
    """Return ``ibid.`` behind marks of a list whose archive is named before the first: ``LC, Taft Papers, box 3;
    Pinchot Papers, box 22, ibid.``
    """
    spans: list[tuple[int, int]] = []
    first = 0
    for item in found:
        if item.what == "archive" and item.end > item.start:
            first = item.end if _MARK_FIRST.match(text, item.end) else 0
        at = text.rfind("; ", first, item.start) if item.what == "same" and first else -1
        ends = _SAME_ENDS.match(text, item.end) if at > 0 and text.startswith(", ", item.start - 2) else None
        if ends and _FIGURE.search(text, at, item.start):
            spans.append((item.start - 2, ends.end()))
    return spans


def _explains(text: str, found: list[Found], put: re.Match[str]) -> bool:
    """Tell whether the bracket *put* says what the document is: no archive, mark or holding stands in it."""
    start, end = put.span("said")
    if put["years"]:
        return names_archive(found, 0, start)  # AGI, Patronato 181, r. 4 (1582); but the year of a journal
    if names_archive(found, start, end) or names_collection(put["said"]):
        return False
    if put["said"].lower().rstrip(".") in wording().copy_words:
        return False  # it may tell that two marks are of one document
    day = LAST_DAY.search(text, max(start, end - _LONGEST_DAY), end)
    said = day.start() if day else end
    if _CODED.search(text, start, said):
        return False
    for item in found[bisect_left(found, start, key=BY_START) :]:
        if item.start >= said:
            break
        if (
            item.valued
            and item.valued.start < said
            and text[item.start : item.end].lower() not in wording().number_signs
        ):
            return False  # box 3 (folder 2); box 4
    return True
