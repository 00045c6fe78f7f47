"""Where a value of the coded family begins and ends: small words and signs between the parts of a line."""

from __future__ import annotations

from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.wording import worded
from provcheck.model.archive import LevelRule
from provcheck.model.lazy import pattern

AND_CAPITAL = pattern(
    r" and (?=[“\"(]|[A-Z][\w.]+ [A-Z]|[A-Z]\w+, (?:[“\"]|report|memorandum|letter|draft)|transcript|report"
    r"|memorandum|letter|minutes|[a-z]{4,12} \((?:with|covering|attached))"
    r"|(?<=\d{4}) and (?=[A-Z][a-z]+(?:[–-][A-Z][a-z]+)? (?:19|20)\d\d(?:[;,.]|$))"
)
FOLDER_NUMBER = worded(
    r"\d{1,3}[A-Za-z]?(?=, | [a-z]{2,} [a-z]| [—–] |\. (?:[A-Z][\w.]* ){1,4}{papers})"
    r"|CF \d+(?!\w)"
)
"""A folder that has a number; what follows the comma is no title then."""
GLOSS_SIGN = pattern(
    r"[A-Z]{2,5}(?: [A-Z]{2,5})?(?=, (?:[^\W\d_]|\d+(?:[,.;)]|$)))|[^\W\d_][^,;:.()\d]{2,60}(?=, [IVX]+[-/,])"
)
"""What a fonds that has a number is called for short says nothing new: ``AJ, 837, KPR, I-3-a``."""
BRACKET = pattern(r" ?\([^()\d]{3,80}\)(?=[/,](?! (?:fols?|ff?|Bll?|pp?|S)\b))")
HENCEFORTH = pattern(r" ?\((?:henceforth|hereafter|hereinafter|cited as) [^()]{2,80}\)")
"""How a holding is called from now on."""
NUMBER_FIRST = pattern(r"(\d+(?:[/–-](?:\d+|[a-z](?!\w)))*[a-z]?)\.?[ \u00a0]*")
VALUE_BEFORE = pattern(r"\d[a-z]?\.[ \u00a0]?$")
"""The number before a word of one letter: ``12. d.``"""
NUMBER_BEFORE = pattern(r"\d+(?:[/-]\d+)?[a-z]?\.?[ \u00a0]*$")
_ABBREVIATED = (
    r"(?:(?<=\w\. )|(?<=[a-zà-ÿ] ))(?!No|Nr|Vol|Art|Doc|Inv|Cat|Ser|Div|Sez|Pos|Fol|Rep|Abt|Tit|Best|Hann|Nds)"
    r"[A-Z][a-z]{1,5}\."
)
_OFFICE = r"(?:Lit|Kur|Sen|Urk|Sekr|Rekt)\."
TITLE_NUMBER = worded(
    rf"({_OFFICE}|[^\W\d_].*?(?:[^\W\d_.)]|[^\W\d_]{{6}}\.|\b{_OFFICE}|{_ABBREVIATED}))(?: /)? "
    r"(?!(?:(?:1[4-9]|20)\d\d(?:[-–/](?:1[4-9]|20)?\d\d)?|[4-9]\d-[4-9]\d)[^\w(]*$)"
    r"(?:\d+[A-Za-z]?|[IVXLC]+[/-](?:[a-z][/-])?\d+)(?:[/.–-](?:\d+|[IVX]+))*[a-z]?(?: [IVX]{1,3})?"
    r"(?: \([^()]*\))?"
    r"(?:(?:, \d+)* (?:{ands}|u\.) \d+[a-z]?)?[^\w(]*"
)
TITLE_YEAR = pattern(r"([^\W\d_].*?[^\W\d_.]\)?) (?:1[4-9]|20)\d\d(?:[-–/]\d{2,4})?")
CODE_GOES_ON = pattern(r"[/ ]\d")
SIDED = pattern(r"\d+[rv](?:\s?[-–]\s?\d*[rv])?(?!\w)")
SIDED_FOLIOS = LevelRule("folio", "number", after=", ")
VERB = pattern(
    r" (?:is|are|was|were|has|have|contains?|includes?|ist|sind|est|sont|fue|listed|available|from the)(?= )"
)
SYMBOL_TAIL = pattern(r", \d+(?:[A-Z]|[-–]\d\d(?:\d\d)?)?(?=[,;.)]|$)")
"""What belongs to a control symbol of words: ``War, 41B``."""
LETTER = pattern(r"[A-Z](?=[,.;)]|$)")
DAY = pattern(
    r"\d(?:(?:(?<=[12])\d|(?<=3)[01])?\. ?\d{1,2}\. ?(?:1\d|20)\d\d(?!\d)"
    r"|(?<![(\[–\d]\d)\d?/(?:[0-2]?\d|3[01])/(?:1[4-9]|20)\d\d(?![\d/])|(?:(?<=1)[5-9]|(?<=2)0)\d\d(?:-[01]\d-[0-3]\d(?!\d)"
    r"|\. (?:jan|feb|már|ápr|máj|jún|júl|aug|sze|okt|nov|dec)))"
)
"""It begins with what all have, so that the search leaps."""
LABEL_WORDS = frozenset(
    {
        "transcript list",
        "bestand",
        "file",
        "files",
        "akte",
        "serie",
        "series",
        "fonds",
        "fond",
        "folder",
        "item",
        "record",
    }
)
"""Words for levels that stand alone, as catalogues write them, and are no titles."""
CODE_IN_TITLE = pattern(
    r" (?=\d)(?:(?=\d+/\d+/\d+/)|(?:(?<=File )|(?<=Files ))(?=\d{3}[A-Z]?\.\w))"
    r"|(?<=Central Files) (?=[A-Z]{2,5}(?: \d| [A-Z]{3}))"
)
_CALLED = pattern(
    r"(?:Nachla(?:ss|ß)|N[lL](?= [^\W\d])|Depositum|Raccolta|[Ss]bírka|Zbirka|Zbiór|Colección|Colecți[ae]|Collezione"
    r"|Collectie|Papers of) ."
)
_CALL = frozenset("NDRSsZCP")
"""What these begin with."""
_CALLS = ("Papers", "Collection", " papers", " collection", " records", " manuscritos", "okoelma", " samling")


def names_collection(title: str) -> bool:
    """Tell whether *title* says itself that it is a collection's and no archive's fonds."""
    if title.endswith(_CALLS) and title not in _CALLS:
        return True
    return title[:1] in _CALL and _CALLED.match(title) is not None


ROMAN = pattern(r"(?:[IVXLC]{1,8}(?:[-/]\d+)?|[ivx]{1,5})(?=[,.;:)\s]|$)(?! \d)")
CLASSIFIED = pattern(
    r"\. (?:Top Secret|Secret|Confidential|Unclassified|Limited Official|Official Use|No classification|Restricted)"
)
"""How secret a document was, which stands after its shelfmark in American editions."""
LEAF_AFTER_COMMA = pattern(r", ?\d+[rv](?!\w)")
"""A slip for a point: ``f, 740v``."""
QUOTED = pattern(r"[“\"„«](?P<v>[^“”\"«»]{2,90})[”\"“»]")
QUOTABLE = frozenset({"file", "folder", "item", "box"})
"""Levels whose title may stand in quotation marks: ``file "M/8 Japan"``."""
SHORT_VALUE = pattern(
    r"(?!(?<=\b[zw]) (?:\d{1,2}\.? (?:[IVX]+|[^\W\d_]{3,}) )?(?:1[5-9]|20)\d\d(?![\d/]))"
    r"(?: :=)?(?:\.?[°º])?[.,:)]{0,2} {0,2}[-–]? ?(?:no\.? |nr\.? |br\. |№ ?|# ?)?(?:[A-ZΑ-Ω]{1,4}[-./ ]{0,2}){0,2}"
    r"(?:[\d«“\"]|[IVX]+(?:[-/]|(?![\w.])))"
)
"""What must follow a word of one letter, which names may begin with too: ``F. T.``"""
NUMBERED = frozenset({"file", "bundle", "volume", "inv-no", "box", "item"})
PAPERS_CODE = pattern(r"NL? \d{1,4}/\d")
"""The number of papers in the Bundesarchiv, better than whose they are."""
AND_WORD = worded(r"{ands} (?=[A-ZÄÖÜ])")
SHORT_GLOSS = pattern(r"(?:[^()\d]{2,60}|[A-Z]{1,3} \d{1,3})\)(?=/\d)")
"""What a fonds is called, in brackets between its number and the file's."""
IMAGE = pattern(r"(?<=[ .])[^\W\d_]{2,}\w*_\w+_\w+")
"""The name of an image file that repeats the shelfmark."""
FONDS_WORD = pattern(r"^(?:[fF]|fond)\. ?(?=[^\W\d_]{2})")
"""The word of a fonds that has a title, abbreviated to one letter."""
MAPS = pattern(r"MP(?:-|$)|[Mm]apas y [Pp]lanos")
"""Sections of maps, whose numbers are the maps' own."""
HYPHEN = pattern(r" ?- ?(?=\d)")
"""``w-86 t-1312``, as some Polish references have it."""
SIGN = pattern(r"[A-Z]{2,6}(?=[,;.]|$)")
"""A file known by letters only: ``file AQR``."""
PLAIN = pattern(r"\d+[a-zA-Z]?(?:[-–]\d+)?")
NEXT_LETTER = pattern(
    r" and (?=[A-Z][\w.]+(?: [A-Z][\w.]+){0,3} to [A-Z])"
    r"|, (?=[A-Z][^,;:]{2,40}(?:, [A-Z][^,;:]{2,60})? [Tt]o [A-Z][^,;:]{2,60}(?:, [A-Z][^,;:]{2,40})?"
    r", \d{1,2} [A-Z][a-z]+ \d{4})"
)
"""``… Subject File and Smith to Jones``, ``Indian Reserves, Smith to Jones, 13 March 1970``: the document begins."""
GROUP_TITLE = pattern(
    r",? (?:(?:General Records|Records? Group) of [^,;]+(?=,)|(?:General )?Records of [^,;:]+:(?= ))"
    r"|: (?:General )?Records of [^,;:()]+"
)
"""The title of a record group after its number says nothing new."""
TITLED = pattern(r"\(?[“\"„«][^“”\"„«»]{2,300}[”\"“»][,.;]? ?(?:\([^()]*\),? ?)?")
"""The title of a document and what stands in brackets after it."""
FOLDER_AFTER = pattern(r" ([Ff]older|[Ff]ile)\b")
"""The word for a folder after its title."""
EXTENT = pattern(r"\d+ (?:folios|fojas|hojas|leaves|sheets|pages|páginas|feuillets|Blätter|Seiten|pagine|carte)\b")
"""How much there is of something: ``38 folios``."""
QUOTE = pattern(r"[“\"«„]|(?<!\w)‘")
NEW_SENTENCE = pattern(r"(?<!\b[SD][tr])(?<!, \d)(?<!, \d\d)\.\s+[A-ZÀ-Þ][a-zß-ÿ]{3,}\b")
SHORT_SENTENCE = pattern(r"\.\s+[A-ZÀ-Þ][a-zß-ÿ]{0,2} [a-zß-ÿ]{3,} [a-zß-ÿ]")
"""A sentence that begins with a short word: ``… It requested definite instructions``."""
SENTENCE = pattern(r"\. +[A-Z][a-z]|(?<=\d) ?[—–] ?(?=[A-Z][a-z])|(?<=\d[A-Z]) ?[—–] ?(?=[A-Z][a-z])")
"""Where a control symbol ends: a new sentence, or what it is about after a dash."""


_VALUE = pattern(
    r"(?:[A-Z]{1,3}(?:[ .:/-](?=[\dA-Z]))?){0,3}\d|[A-Z]{1,6}(?=[,;.)]|$)|[ivxlc]{1,7}(?![\w/])|[IVXLC]{1,7}(?![\w/.])"
)


def value_after(text: str, item: Found) -> int:
    """Return where a value begins that the label *item* announces, a hyphen between them or other signs."""
    if "-" in text[item.end : item.end + 2] and (hyphen := HYPHEN.match(text, item.end)):
        return hyphen.end()
    return item.lead


def leads(text: str, item: Found, *, figure: bool = False) -> bool:
    """Tell whether something that may be a value comes after a label; with *figure* it must be a number or a sign."""
    at = value_after(text, item)
    if ", " in text[item.end : at]:
        return False
    if figure:
        return _VALUE.match(text, at) is not None
    following = text[at : at + 1]
    return following.isalnum() or following in {"“", '"', "‘", "«"}


_ONE_YEAR = pattern(r" \d{4}(?=[,;])")
_YEARLY = pattern(r",? \(?(?:\d{1,2}(?:[-–]\d{1,2})? [A-Z][a-z]{2,8} )?(?:1[5-9]|20)\d\d(?:[-–—/ s]|\)|,|;|\.|$)")


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
    return not (word[0].islower() and _ONE_YEAR.match(text, end))  # beheert toegang 1513, …


_LETTER_TO = pattern(
    r"(?=[A-Z])(?:[A-Z](?:[\w’' -]|\.(?! )|(?<=\b[A-Z])\.){1,40} "
    r"(?:memos?|letters?|cables?|notes?|telegrams?|interview) "
    r"|(?!(?:Memo|Letter|Cable|Report|Message|Correspondence|Telegram|Dispatch|Instruction|Mission|Embassy|Legation|Delegation"
    r"|Representative|Ambassador|Assistant|Advis[eo]r|Aid|Assistance|Visit|Trip|Relating)\w* )"
    r"[A-Z][\w.’']*+(?: [A-Z][\w.’']*+){0,2} to [A-Z]\w+(?: [A-Z]\w+)?(?:[.;]|,(?! [A-Z][a-z]+ \d\d?[–-]\d)))"
)
"""What a document is called by who wrote it: ``Smith memo to Jones``; but Vance to Moscow, March 28–30 is a journey."""
_FIRST_WORD = pattern(r"[“\"‘«„(]?(?!Minutes(?:[–—.;,-]| [A-Z\d]|$))([^\W\d_]+)")


def opens_a_remark(text: str, at: int) -> bool:
    """Tell whether a title would begin with ``Accessed``, ``Translated`` or the like, and so is none."""
    if _LETTER_TO.match(text, at):
        return True
    word = _FIRST_WORD.match(text, at)
    return word is not None and word.group(1).lower() in vocabulary.wording().not_titles


LISTED = frozenset({"box", "folder", "file", "bundle", "volume", "piece", "inv-no", "reel", "item", "document"})
"""The levels of which a line may list several."""
ACCESS_IN_TITLE = pattern(r"^[^\d]{2,60} (\d\.\d\d(?:\.\d\d)+)(?: [^\d,]+)?$|^[^\d]{2,60} ([A-F] Rep\. \d+(?:-\d+)?)$")
"""The number of a Dutch archive behind its name."""
BRANCH = pattern(r"(?:/[\d.]+)?//(?:ACA,)?")
"""The place of a holding in the tree of the Spanish state archives, which is no level."""
LISTING_ON = worded(r"\d+[A-Za-z]?(?:, \d+[A-Za-z]?)* (?:{ands}|u\.) \d+[A-Za-z]?(?=[,.;)\]]|$| (?:is|are) )")
"""Numbers that are a list, as the last is told by ``and``: ``415, 429 y 430``."""
SEVERAL = pattern(r"\d{1,6}[A-Z]?(?:[-–]\d{1,6})?(?:, \d{1,6}[A-Z]?(?:[-–]\d{1,6})?)+(?=[.;)]| ?:|$)")
"""Numbers that are a list, being several: ``CO 1022/22, 23, 25``, ``FCO 141/2187–2191, 2246–2247, 2250``."""
DOUBLE_DASH = pattern(r" -- (?=[^\W\d_])")
"""What parts two titles in a typescript."""
NUMBER_SIGN = pattern(r"^(?:No|Nr|no|nr)\.? ?(?=\d)")
BARE_END = pattern(r"[.,;:)\]]?(?:\s|$)(?! ?(?:[^\W\d_]+ ?)?\d{4})(?![^\W\d_])|[.,;)]")
"""What comes after leaves that no word announces; a day has its month."""
FORM = pattern(r"\d+")
FIGURE = pattern(r"\d")
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""What the numbers of a list must have alike: their strokes, not their length, nor the letter before."""
FIELD = pattern(r", ")
FAR = 220
"""How far the next label may stand beyond a title that is passed over."""
RANKED = pattern(r"(?:Nouveaux?|Anciens?) $")
"""What makes a title of the word: ``Nouveau Fonds 2328``."""
FILM = pattern(r"P[–-]\d{6}")
"""A film number of the Department of State, whose letter is no word for pages."""
ROMAN_NUMBER = pattern(r"\.? [IVX]")
"""``UK, vol. VIII``: part of the title of a folder."""
