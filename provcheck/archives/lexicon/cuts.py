"""Where a value of the coded family begins and ends: small words and signs between the parts of a line."""

from __future__ import annotations

from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.wording import worded
from provcheck.model.lazy import pattern

A_COPY = worded(r"(?:an? )?(?i:{copies}):? (?=[A-Z\d])")
"""What leads from an archive behind its mark to a copy in the same: ``…, AMSZ; a copy in``."""
HENCEFORTH = worded(r" ?\({hereafter}:? [^()]{2,80}\)")
"""How a holding is called from now on."""
SIDED = pattern(r"\d+(?:[rv][a-d]?(?:\s?[-–]\s?(?:\d*[rv][a-d]?|[b-d]))?|['’′][-–]\d+)(?!\w)")
"""A leaf that names its side, which no level can be: ``34v``, ``12r-13v``, ``44ra-b``, ``56'-57``."""
VERB = pattern(
    r" (?:is|are|was|were|has|have|contains?|includes?|ist|sind|est|sont|fue|listed|available"
    r"|(?<!Notes )(?<!Letters )(?<!D[ei]spatches )from the)(?= )"
)
"""What makes a sentence of the number before it: ``Box 12 contains …``; but series are called *Notes from the …*."""
SENT = pattern(
    r"(?:[A-Z][a-z]+ )?(?:Notes|D[ei]spatches|Instructions|Correspondence|Letters|Telegrams|Communications|Memoranda"
    r"|Reports)\b"
)
"""What begins the title of a series of what was written to somebody: ``Notes to Foreign Legations from the …``."""
DAY = pattern(
    r"\d(?:(?:(?<=[12])\d|(?<=3)[01])?\. ?(?:\d{1,2}|[IVX]{1,4})\. ?(?:1\d|20)\d\d(?!\d)"
    r"|(?<![(\[–/\d]\d)\d?/(?:[0-2]?\d|3[01])/(?:1[4-9]|20)\d\d(?![\d/])|(?:(?<=1)[3-9]|(?<=2)0)\d\d(?:-[01]\d-[0-3]\d(?!\d)"
    r"|\. (?:jan|feb|már|ápr|máj|jún|júl|aug|sze|okt|nov|dec)))"
)
"""It begins with what all have, so that the search leaps."""
_CALLED = pattern(
    r"(?:Nachl(?:\.|ass|aß)|N[lL](?= [^\W\d])|Depositum|Raccolta|[Ss]bírka|Zbirka|Zbiór|Colección|Colecți[ae]"
    r"|Collezione|Collectie|Papers of) ."
)
"""How a collection begins that says itself what it is: ``Nachlass Müller``."""
_CALL = frozenset("NDRSsZCP")
"""What these begin with."""
_CALLS = (
    "Papers",
    "Collection",
    " papers",
    " collection",
    " records",
    " manuscritos",
    "okoelma",
    " samling",
    " parish register",
    " parish registers",
    " Parish Registers",
)


def names_collection(title: str) -> bool:
    """Tell whether *title* says itself that it is a collection's and no archive's fonds."""
    if title.endswith(_CALLS) and title not in _CALLS:
        return True
    return title[:1] in _CALL and _CALLED.match(title) is not None


NUMERAL = pattern(r"[IVXLC]+")
"""A number in Roman figures."""
QUOTED = pattern(r"[“\"„«](?P<v>[^“”\"«»]{2,160})[”\"“»]")
"""A title in quotation marks."""
SINGLY_QUOTED = pattern(r"[‘'](?P<v>(?:[^‘’';:\n]|[’'](?=\w)){3,160})[’'](?!\w)")
"""A title in single ones, in which an apostrophe may stand: ``‘Canada's War’``."""
_HYPHEN = pattern(r" ?- ?(?=\d)")
"""``w-86 t-1312``, as some Polish references have it."""
PLAIN = pattern(r"\d+[a-zA-Z]?(?:[-–]\d+)?")
"""A number of a list of numbers: ``12``, ``577B``, ``12–15``."""
GROUP_TITLE = pattern(
    r"(?:,| [–—])? (?:General Records|Records? Group|Foreign Service Posts) of [^,;]+?(?:(?=,)|:(?= ))"
    r"|(?<!\b59),? Records of (?:[^,;:]+:(?= )|[^,;:()]{5,90}"
    r"(?=, (?!Box|Entry|Lot|File |Folder|Reel|Record Group|RG)[A-Z][A-Za-z/]+ [^,;:]{1,90},))"
    r"|: (?:General )?Records of [^,;:()]+(?:, (?:1[5-9]|20)\d\d ?[-–] ?(?:1[5-9]|20)\d\d(?=,))?"
    r"|-Records of (?:the )?(?:U\.S\. )?[^,;:().]+"
)
"""The title of a record group after its number says nothing new; of group 59 it begins *General Records*."""


_VALUE = pattern(
    r"(?:[A-Z]{1,3}(?:[ .:/-](?=[\dA-Z]))?){0,3}\d|[A-Z](?:[A-Z]{0,5}|[-–][A-Z])(?=[,;.)]|$)"
    r"|[ivxlc]{1,7}(?![\w/])|[IVXLC]{1,7}(?![\w/.])"
)
"""A number or a sign: ``RG 59``, ``A12``, ``XIV``, ``AB,``."""


def value_after(text: str, item: Found) -> int:
    """Return where a value begins that the label *item* announces, a hyphen between them or other signs."""
    if "-" in text[item.end : item.end + 2] and (hyphen := _HYPHEN.match(text, item.end)):
        return hyphen.end()
    return item.lead


_CATALOGUED = pattern(r"\d{1,5}: [A-Z]")
"""A number between a word and a title, as catalogues print their fields: ``Fonds, 3270: Endicott fonds``."""


_FIELD = pattern(r"\.?, (?!(?:1[4-9]|20)\d\d(?!\d))\d{1,5}[a-z]?(?=[,;.)]|$)")
"""The number of a word that is a field of its own, as lists of catalogues have it: ``Pernambuco, Cx, 12, doc. 3``."""


def leads(text: str, item: Found, *, figure: bool = False) -> bool:
    """Tell whether something that may be a value comes after a label; with *figure* it must be a number or a sign."""
    at = value_after(text, item)
    if ", " in text[item.end : at]:
        named = text[item.start : item.end].isupper() and item.end - item.start > 2  # AGS, EST, LEG, 1234
        if not named and text.startswith(", ", item.start - 2):
            named = _FIELD.match(text, item.end) is not None
        return (named and text[at : at + 1].isdigit()) or _CATALOGUED.match(text, at) is not None
    if figure:
        return _VALUE.match(text, at) is not None
    following = text[at : at + 1]
    if following.isalpha() and _NONE.match(text, item.start):
        return False
    return following.isalnum() or following in {"“", '"', "‘", "«", "„"}


_NONE = pattern(r"[Nn]o (?:[A-Z]{2,6} )?[a-z]{2}")
"""What says that there is none, and is no sign of a number: ``No minutes were kept``, ``no THM was made``."""
_YEARLY = pattern(
    r",? \(?(?:\d\d/\d\d/|\d{1,2}(?:[-–]\d{1,2})? [A-Z][a-z]{2,8} )?(?:1[5-9]|20)\d\d(?:[-–—/ s]|\)|,|;|\.|$)"
)
"""The years of the title before them: `` 1967–69``, ``, 1950-1954``."""


def ends_a_title(text: str, start: int, end: int) -> bool:
    """Tell whether a word for a level is the last one of a title with years: ``Central Files 1967–69``."""
    word = text[start:end]
    if word.lower() == "files" and text[end : end + 2] == ": ":
        return True  # OSD Files: FRC 64 A 2382
    if word in {"File", "Files"} and text.endswith(("Central ", "Decimal ", "'s ", "’s "), 0, start):
        return True  # Central Files. 611.80; Decimal File 711.11
    if not text[max(0, start - 2) : start].strip(" ").isalpha():
        return False
    if word == "Files" and text[end : end + 2] == ". ":
        return True  # Conference Files. 611.80
    if _YEARLY.match(text, end) is None:
        return False
    if text[max(0, start - 4) : start - 2].rstrip(" ")[-1:].isdigit():
        return False  # E 130 b Bü 1843, E 130b Bü 1843: the number's letter
    return word[0].isupper()  # but beheert toegang 1513, …


_LETTER_TO = pattern(
    r"(?=[A-Z])(?:[A-Z](?:[\w’' -]|\.(?:(?! )|(?= )(?<=\b[A-Z]\.))){1,40} "
    r"(?:memos?|letters?|cables?|notes?|telegrams?|interview) "
    r"|(?!(?:Memo|Letter|Cable|Report|Message|Correspondence|Telegram|Dispatch|Instruction|Mission|Embassy|Legation|Delegation"
    r"|Representative|Ambassador|Assistant|Advis[eo]r|Aid|Assistance|Visit|Trip|Relating)\w* )"
    r"[A-Z][\w.’']*+(?: [A-Z][\w.’']*+){0,2}(?<! Relating)(?<! Related)(?<! Pertaining)"
    r" to [A-Z]\w+(?: [A-Z]\w+)?(?:[.;]| \(|$|,(?! [A-Z][a-z]+ \d\d?[–-]\d)))"
    r"|(?:telex|telegram|cable|letter|memo|memorandum|note|report) (?:of|from|by) [^,;:()\d]{2,40} to (?:the )?[A-Z]"
    r"|[\u4e00-\u9fff]{2,6}[呈電电函致](?![報报稿件文])[\u4e00-\u9fff]{2}"
)
"""What a document is called by who wrote it: ``Smith memo to Jones``; but Vance to Moscow, March 28–30 is a journey."""
_ACCOUNT = worded(
    r"(?i:{accounts}|{despatches})\.? "
    r"(?:(?:[\w’'-]+ ){0,4}?{of_day} (?:den )?\d|(?:von|an|de|à|di|da|a|do|od) [A-ZÀ-Þ]|[Nn][ro.º°]|br\.|č\.)"
    r"|(?:Aufzeichnung|Bericht|Vermerk|Notiz|Schreiben|Telegramm|Drahtbericht|Erlass) [A-ZÄÖÜ][\w-]+,"
)
"""A document told by its day, writer, number: ``Bericht vom 3. Mai``, ``note du 5 juin``, ``lettre de Bidault``."""
_TELLS = pattern(r"[a-z]{3,12}(?:ed|wn|nt|ld|nd|pt) (?:there|here|in|by|under|at|from|with|as|to|for|on)\b")
"""What was done with a document: ``printed there under …``, ``found in …``."""
_NUMBER_SIGNS = frozenset("nNbBčČ№")
_OF_ITS_OWN = worded(
    r"(?i:\b{despatches}s?\.? )"
    r"(?:[a-zß-ÿ]{4,14} |(?:{of_day} )?(?:\d{1,2}\.? [^\W\d_]{3,10}\.? )?(?:1[5-9]|20)\d\d,? )?$"
)
"""The word for a document before its number: ``telegram ``, ``oficio confidencial ``, ``verbaal 3 mei 1864 ``."""
_LONG_WORD = 40


def has_its_own_number(text: str, start: int) -> bool:
    """Tell whether the word for a number at *start* is a document's, and no level's: ``telegram no. 12``."""
    return (
        text[start : start + 1] in _NUMBER_SIGNS
        and _OF_ITS_OWN.search(text, max(0, start - _LONG_WORD), start) is not None
    )


CLASSIFIED = (
    r"(?:(?:Top Secret|Secret|Confidential|Unclassified|Restricted|(?:Limited )?Official Use(?: Only)?"
    r"|(?:No|Ex|Lim)dis)(?:[.;,)\]]|$)|No classification)"
)
"""How secret a document was, which says nothing of where it is."""
_CLASSIFIED = pattern(CLASSIFIED)
_EXTENDS = worded(r"{ands} {extending} ")
"""What goes on to say how much there is of a fonds: ``et se répartit en quatre articles``."""
_REPORTED = worded(r"[^\W\d_]+(?: [^\W\d_]+){0,2} {despatches} \d{1,4}(?=[,.;)]|$)")
"""A document by its writer and number: ``Sundströmin raportti 15``."""
_FIRST_WORD = pattern(r"[“\"‘«„(]?(?!Minutes(?:[–—.;,-]| [A-Z\d]|$))([^\W\d_]+)")
"""The first word of a title; minutes with a day are a folder of them."""


def opens_a_remark(text: str, at: int) -> bool:
    """Tell whether a title would begin with ``Accessed``, ``Translated`` or the like, and so is none."""
    if (
        _CLASSIFIED.match(text, at)
        or _LETTER_TO.match(text, at)
        or _TELLS.match(text, at)
        or has_its_own_number(text, at)
        or (text[at : at + 1].isupper() and _REPORTED.match(text, at))
    ):
        return True
    word = _FIRST_WORD.match(text, at)
    if word is None:
        return False
    first, words = word.group(1).lower(), vocabulary.wording()
    if first in words.ands:
        return _EXTENDS.match(text, at) is not None
    if first in words.not_titles or word.group(1) in words.clauses:
        return True
    return first in words.accounts and _ACCOUNT.match(text, at) is not None


LISTED = frozenset("box folder file bundle volume piece inv-no reel item document document-no".split())
"""The levels of which a line may list several."""
BARE_END = worded(
    r"[.,;:)\]]?(?:\s|$)(?! ?(?:[^\W\d_]+ ?)?\d{4})(?:(?![^\W\d_])|(?=(?:{ands}|or) (?:[A-ZА-Я]|\d+-\d+-\d)))"
    r"|[,;)|]|\.(?![^\W\d_])"
)
"""What comes after leaves that no word announces; a day has its month. The end of a cell, ``12v|``.

Or the next mark: ``and 105-00598-02``.
"""
FAR = 220
"""How far the next label may stand beyond a title that is passed over."""
