"""Short names that are no archive's where they stand: parts of codes, of marks, of the titles of folders and fonds."""

from __future__ import annotations

from provcheck import tables
from provcheck.archives.lexicon import sight, vocabulary
from provcheck.archives.lexicon.codes import JOINED_MARK
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import Holder
from provcheck.archives.reading.holders.subjects import CODE_BEFORE_NUMBER, is_abroad, is_series, is_subject, is_symbol
from provcheck.model.lazy import pattern

_PLURAL_CAPITALS = pattern(r"\.([A-Z])\1(?!\w)")
"""How an office goes on whose short name doubles its letters, being a plural: the ``.GG`` of AA.GG.RR."""
_INSIDE_CODE = pattern(r"[A-Z\d][ –-]|\)[–-]")
"""What stands before a short name within a code: the ``0-`` of 20-CDA-9."""
_DECIMAL = pattern(
    r"\b(?:(?:AID|CUL|DEF|ECON|INCO|ORG|PET|POL) \d{1,2}(?:[–-]\d{1,2})?[ –-](?:[A-Z]{2,6}[ –-]){0,2}"
    r"|\d{3}[A-Z]?\.\d{1,5}[–-])$"
)
"""What stands before the country or the organisation of a file of the Department of State: ``POL 23-9 PAK``."""
_CODE_ON = pattern(r"[–-][A-Z]")
"""How a code goes on behind a short name: ``-A``."""
_SIGNED = (
    "Ms ",
    "MS ",
    "Ms. ",
    "MS. ",
    "MSS. ",
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
_SIGN_ON = pattern(r"[. ]{0,2}(?:Rolls? )?\d")
_HERITAGE = pattern(r"NAD \d{1,5}(?![\w/–-]|\.\d)")
"""A fonds by its number in the list of the Czech archival heritage."""
_NUMBER_SIGNS = ("No. ", "no. ", "Nr. ", "nr. ", "№ ", "n° ")


_NO_SHORT_NAME = pattern(r"ALS(?: \((?!Bern)|, (?:[A-Z]{1,4}[a-z]?-?){1,3}[,:] )|DNA(?! ?[:,)]| RG)")
"""A letter signed by its hand, before who keeps it, as American editions have it; and what all that lives has."""


_LONG_NUMBER = pattern(r"\d{6}")
"""So long is no number that is joined to the short name of its archive."""


_COPY = pattern(r"-\d{4,7}\]\.?$")
"""The number of a copy in somebody's own list, in brackets at the end."""


def is_code_part(text: str, item: Found, label: Found | None, last: Holder | None, before: Holder | None) -> bool:
    """Tell whether a short name is part of a code: f. SA; 20-CDA-9; OASD/ISA; POL 27-14 ARAB-ISR, PET 3 OECD."""
    if item.end > item.start and _LONG_NUMBER.match(text, item.end):
        return True  # CJA0002263, a file of Korea
    if text.startswith("[", item.start - 1) and _COPY.match(text, item.end):
        return True  # …, box 22. [SAR-000418]: the copy of an inquiry
    if text.startswith(("ALS", "DNA"), item.start) and _NO_SHORT_NAME.match(text, item.start):
        return True  # ALS (MHi: Adams Papers); ALS, DLC, …; DNA test of the remains
    if text.startswith("B.C.", item.start) and text.startswith("A.", item.start + 5):
        return True  # the Han Dynasty (206 B.C.-A.D. 220)
    if text.startswith(" posts", item.end):
        return True  # Circular telegram to all ARA posts: of a bureau
    if text.startswith("/", item.end) and text.endswith(_NUMBER_SIGNS, 0, item.start):
        return True  # File No. HI/102/14/80
    if text.startswith("NAD ", item.start) and _HERITAGE.match(text, item.start):
        return True  # Národní archiv, Archiv fotografie NAD 241: a fonds in the Czech list, not Myanmar's NAD 1/12
    if text.endswith(_SIGNED, 0, item.start) and _SIGN_ON.match(text, item.end):
        return True  # ZBZ, Ms AS 5/15; Musée du Louvre, inv. AO 12345; MS. Bodl. 264; MS. Bodl. Rolls 3
    if label and item.end - item.start < 5 and _announces(text, label, item):
        return True
    if text.endswith(", ", 0, item.start) and is_subject(text, item):
        return True
    if item.end > item.start and _within(text, item, last):
        return True
    if last is None and item.end == item.start > 1 and text[item.start - 1] == "/" and _is_amid_path(text, item.start):
        return True  # Oxtown Bank Archives, HC/FO/1/12: what a path goes on with is no series of Kew
    if item.end > item.start and text[item.end : item.end + 1] == "/" and sight.lettered().match(text, item.start):
        return True  # LMA, CLC/262; LMA/4521/A; ACC/1302/3: the letters are of a code that is known at sight
    if item.end - item.start == 2 and text[item.end : item.end + 1] == " " and _AMID_NAME.match(text, item.start):
        return last is None or last.end < item.start - 1  # NAA: B12, ROE AH LING
    if item.start and item.end - item.start < 6 and _IN_WORD.match(text, item.start - 1):
        return True  # X509_CRL, 0x8CAD; but 1709AGN, where a year ends
    if _DECIMAL.search(text, max(0, item.start - 24), item.start):
        return True
    path = before is not None and before.written and _PATH_ON.match(text, item.end)
    if before and path and _TO_PATH.fullmatch(text, before.end, item.start) and is_abroad(item, before):
        return True  # Swansea, SWCC: MNA/PP/8/1
    if before is not None and _PLURAL_CAPITALS.match(text, item.end):
        return True  # ACS, MI, Div. AA.GG.RR.
    if before is not None and _is_of_folder(text, item, before):
        return True  # Nixon Presidential Materials, NSC Files, Box 341, HAK Memos
    if last is not None and last.same and item.names and text[last.end : item.start].strip(".") == ", ":
        known = {name.archive for name in last.names}
        return item.end > item.start and known.isdisjoint(name.archive for name in item.names)  # ebd., AIM 1234/56
    if last is not None and (is_symbol(text, item, last) or _is_again(text, item, last)):
        return True  # AWM 113, MH 1/123: an item; BnF, NAF 5218 and NAF 5219
    if before is not None and (_is_of_its_mark(text, item, before) or _shortens(text, item, before)):
        return True
    return (before is not None or item.start > 1) and _is_inside(text, item, before)


_PATH_ON = pattern(r"/[A-Z]{2,6}/\d")
_TO_PATH = pattern(r"(?:, [A-Z][^,;:()\d]{2,20})?[,:]? ")
"""What stands between an archive and a path of letters and numbers that is its own: ``, Swansea: MNA/PP/8/1``."""


def _is_of_its_mark(text: str, item: Found, before: Holder) -> bool:
    """Tell whether a short name is of the mark of the archive *before* it: a series, a sign joined to it."""
    start, end = item.start, item.end
    if is_series(text, item, before):
        return True  # PRAAD, Kumasi, ARG 1/2: a series, whatever its letters mean elsewhere
    if text[start - 1 : start] in {".", "—"} and text[start - 2 : start - 1].isalpha():
        return True  # BOA, DH.İ.UM; NARA, RG 59, 1978 Papers—AHA
    if text[start - 4 : start - 3] == "(" and text[start - 2 : start] == ". ":
        return is_abroad(item, before)  # BOA, Cevdet Adliye (C. ADL)
    if start > 1 and text[start - 1] == "." and text[start - 2].isdigit() and _GOES_ON_CODE.match(text, end):
        return True  # YVA, M-10.AR.1/456; TLA.230.1.BM 7
    if end == start and text[start - 1] == "/":
        return True  # GBR/0014/CHAR 20/123
    if text.endswith(("sign. ", "Sign. "), 0, start):
        return is_abroad(item, before)  # SOkA Šumperk, fond Okresní soud, sign. KV 31
    if text.startswith(", ", end) and _OF_YEAR.fullmatch(text, before.end, start):
        return is_abroad(item, before)  # DAMSP, PA, 1957, SAD, f. 12: a country
    if text[start - 1 : start] == " " and _STATE_FONDS.search(text, max(before.end, start - _FAR), start):
        return is_abroad(item, before)  # MNL OL XIX-B-1-r BM: its ministry
    if text.startswith("LC-", start) and text[start - 2 : start] in {", ", " ("} and _PICTURE.match(text, start):
        return not is_abroad(item, before)
    if text.startswith("-", end) and _CODE_ON.match(text, end) and text.startswith(", ", start - 2):
        return is_abroad(item, before)  # AQSH, F. 14, APL-STR, V. 1948
    return before.end + 1 == start and JOINED_MARK.match(text, before.end) is not None  # PRAAD/ADM 11/1/123


def _shortens(text: str, item: Found, before: Holder) -> bool:
    """Tell whether *item* is short for the fonds of the archive *before*: ``BOA, Tapu Tahrir Defterleri (TT. d.)``."""
    title = _FONDS.fullmatch(text, before.end, item.start) if text.endswith("(", 0, item.start) else None
    letters = "".join(word[0] for word in title[1].split()) if title else ""
    return letters.startswith(text[item.start : item.end]) and item.end > item.start and is_abroad(item, before)


_PICTURE = pattern(r"LC-[A-Z]+\d*(?:-[A-Za-z\d]+)+")
"""The number of a picture behind its lot, that begins with the short name of its library: ``LOT 12, LC-USZ62-345``."""
_FONDS = pattern(r"[,:.] ([^\W\d_][^\d,;:().\n]{2,60}) \(")


def _is_again(text: str, item: Found, before: Holder) -> bool:
    """Tell whether a short name with a number behind it began the mark of the archive *before* too, right behind it."""
    written = text[item.start : item.end]
    first = text.find(written, before.end, item.start) if written else -1
    return (
        0 <= first - before.end < _CLOSE
        and text[first + len(written) :][:2].strip(" /").isdigit()
        and text[item.end :][:2].strip(" /").isdigit()
    )


_CLOSE = 4

_STATE_FONDS = pattern(r"[IVXL]-[A-Z]-\d+(?:-[a-z]+)?,? $")
_OF_YEAR = pattern(r",? (?:[A-Z][A-Z-]{0,5}(?: \([^()\d]{3,40}\))?,? )?(?:1[89]|20)\d\d, ")
"""A fonds and a year, as foreign ministries have them before the country."""


def _is_inside(text: str, item: Found, before: Holder | None) -> bool:
    """Tell whether a short name stands between figures or capitals that are a code with it: ``20-CDA-9``."""
    start, end = item.start, item.end
    if end - start == 2 and _BETWEEN_FIGURES.match(text, max(0, start - 2)):
        return True  # 72 AJ 258
    if end - start == 3 and _SERIES_OF_TOWN.match(text, max(0, start - 4)):
        return True  # Archives de la Ville, 1 AST 41
    if not _INSIDE_CODE.match(text, start - 2):
        return False
    if before is not None and end - start > 2 and text[start - 1] == " " and _closed(text, before, start):
        return False  # NAA A5954 813/2; Minute 1586 NAA A5954 807/1; (НИАБ, ф. 5, оп. 1), из фонда 389 РГАДА
    if before is not None and start == before.end + 1:
        if end == start and len(before.written) == 2:
            return False  # NA WO 141/93: the series tells which National Archives
        if len(before.names) > 1 and all(name.status == "former" for name in item.names):
            return False  # NA PRO FO 371/84123
        if not {name.archive for name in before.names}.isdisjoint(name.archive for name in item.names):
            return False  # RA ERAF 1-4-1234
    return before is not None or _CODE_ON.match(text, end) is not None


def _closed(text: str, before: Holder, start: int) -> bool:
    """Tell whether the mark of the archive *before* has ended, and the bracket it stands in, when *start* comes."""
    if ";" in text[before.end : start] or _FOND_NEXT.match(text, start):
        return True
    return text.startswith("(", before.start - 1) and ")" in text[before.end : start]


_FOND_NEXT = pattern(r"[^\W\d_]{3,8}[.,]? ?(?:[Фф]онд|[ФфFf]\.) ?№? ?(?:[^\W\d_]{1,2}-?)?\d")
"""A code before its fond, with which another mark begins: ``Д. 12 РГВА. Ф. 17. Оп. 3``."""


def _is_of_folder(text: str, item: Found, before: Holder) -> bool:
    """Tell whether *item* begins the title of a folder, as the archive *before* has them, and no new mark."""
    on, between = _GOES_ON.match(text, item.end), text[before.end : item.start]
    quoted = between.count('"') % 2 or between.rfind("“") > between.rfind("”")  # Folder "Leading up to HAK Trip"
    if not before.names or not (quoted or (on and between.endswith(", ") and _PARTED.isdisjoint(between))):
        return False
    convention = tables.archives()[before.names[0].archive].convention
    titled = bool(tables.conventions()[convention].last_title)
    return titled and (bool(quoted) or (on is not None and not (on[1] and vocabulary.is_place(on[1]))))


_PARTED = frozenset(";.(")
_GOES_ON = pattern(
    r"[ /](?!Fond|Record|Box|Series|Opis|Central|Library|Archiv)([A-Z][a-z]+) ?(?:[A-Z][a-z]|19\d\d|[,.]|$)"
    r"|[ ]19\d\d(?:[–-](?:19)?\d\d)?(?=[,.;]|$)"
)
"""How the title of a folder goes on that begins with letters which are an archive's elsewhere."""

_AMID_NAME = pattern(r"(?<=[A-Z]{3} )[A-Z]{2} [A-Z]{3,}(?![^\W_])")
"""Two letters between words in capitals: part of a name."""
_IN_WORD = pattern(r"(?:(?<=[^\W_])_|(?<!1[5-9]\d)(?<!20\d)\d(?=[A-Z]{3}))[A-Z]{2,5}(?![a-z])")

_BETWEEN_FIGURES = pattern(r"\d ?[A-Z]{2} ?\d")
"""Two letters between figures: ``72 AJ 2``."""
_SERIES_OF_TOWN = pattern(r"(?:, |^.?)\d [A-Z]{3} \d{1,3}(?=[,;/.]|$)")
"""A series of three letters with its number before them, right behind a comma: ``, 1 AST 4``."""
_GOES_ON_CODE = pattern(r"\.| \d")
"""How a code goes on behind letters that a point joins to its numbers."""


def _announces(text: str, label: Found, item: Found) -> bool:
    """Tell whether *label* right before *item* announces a fond, a series by its letters (``série BA``) or a number.

    ``file AR 405``: it begins with letters that are an archive's elsewhere.
    """
    gap = text[label.end : item.start]
    if gap == " " and item.end > item.start and label.what == "label":
        if text[label.start : label.end].lower() in _SERIES_WORDS:
            return True
        numbered = CODE_BEFORE_NUMBER.match(text, item.start) or text[item.end : item.end + 2] in _STROKE_NUMBER
        if label.end - label.start > 3 and numbered:
            return True
    if not label.labels.of_fonds or (gap == ". " and _COUNTED.search(text, max(0, label.start - 6), label.start)):
        return False
    return gap in {". ", "."} or (gap == " " and label.end - label.start > 3)


_COUNTED = pattern(r"(?:^|[.,;] )\d{1,3} $")
"""How many pages a document has, before a letter that may stand for a fond: ``Secret. 1 p. NARA``."""


_STROKE_NUMBER = frozenset(f"/{figure}" for figure in range(10))
_SERIES_WORDS = frozenset({"série", "serie", "sous-série"})


def is_fonds_of(text: str, label: Found, item: Found, before: Holder | None) -> bool:
    """Tell whether a former archive is a fonds of the one *before*: ``NA, Praha, f. A ÚV KSČ 02/1, sv. 8``."""
    if before is None or label.start < before.end or text[label.end : item.start] not in {". ", " "}:
        return False
    return not {name.archive for name in before.names}.isdisjoint(name.archive for name in item.names)


def goes_on(text: str, label: Found, item: Found) -> bool:
    """Tell whether the title of a fond, announced by *label*, goes on with a short name: ``f. IV. správa SNB``.

    In brackets it is the title's own: ``fond Ministerstvo vnútra (MV)``.
    """
    if label.end - label.start == 1 and text[label.end] == " " and text[label.end + 1].islower():
        return False  # złożony z jednostek IPN BU 0397/1: a preposition
    title = _NAMED.fullmatch(text, label.end, item.start)
    if title and _LEADS_TO_ARCHIVE.search(title["title"]):
        return False  # w inwentarzu zespołu oznaczono je jako IPN BU 1572/3708
    own = (
        title
        and title["bracket"]
        and [word[0].upper() for word in title["title"].split()] == [*text[item.start : item.end]]
    )
    return title is not None and (not title["bracket"] or bool(own))


_LEADS_TO_ARCHIVE = worded(r" (?:{within}|jako|as|als|как|як|comme|como|come)$")
_NAMED = pattern(r"[.)]{0,2} (?P<title>[^\W\d_][^\d,;:()\n]{2,60}(?<!\.)) (?P<bracket>\(?)")


def _within(text: str, item: Found, before: Holder | None) -> bool:
    """Tell whether a short code is the middle of another one, or the second half of one after an archive or figure."""
    start = item.start
    if start < 2:
        return False
    if before is None and text[start - 1] == "/":
        return text[start - 2].isdigit() or _is_amid_path(text, start)  # DIN EN 1992-1-1/NA:2013-04
    if before is None and text[start - 1] == "." and text[start - 2].isupper():
        return True  # C.ADL 33/1992, AE.SMST.III
    if text[start - 1] == "(" and text.startswith(")(", item.end):
        return True  # CAB 32/130, E(PD)(37)3: the letters of a committee
    return text[start - 1] == text[item.end : item.end + 1] == "-" or (
        text[start - 1] == "/"
        and before is not None
        and before.end < start - 1
        and text[start : item.end].isascii()
        and not {name.archive for name in before.names} & {name.archive for name in item.names}
    )


_PATH = pattern(r"[^\W\d_](?: \([^()\d]{2,20}\))?[,:] (?!GBR/)(?P<first>[A-Z]{1,5}\d{0,3})/(?:[A-Z\d]{1,6}/){0,3}$")
"""Letters and strokes behind a name and a comma: ``Oxtown Bank Archives, HO/``."""
_FAR = 60


def _is_amid_path(text: str, start: int) -> bool:
    """Tell whether what begins at *start* is amid a code of a body named before, and of no country."""
    path = _PATH.search(text, max(0, start - _FAR), start) if start else None
    return path is not None and path["first"] not in vocabulary.wording().countries
