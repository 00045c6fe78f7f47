"""Where a title ends: before a sign, its number, the next document, a sentence."""

from __future__ import annotations

from bisect import bisect_right

from provcheck.archives.lexicon.cuts import CLASSIFIED, DAY, SENT, VERB, opens_a_remark
from provcheck.archives.lexicon.kinds import AND_SERIES, kind
from provcheck.archives.lexicon.times import DATE, LAST_DATE, MONTHS, YEARS
from provcheck.archives.lexicon.values import has_figure
from provcheck.archives.lexicon.vocabulary import wording
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.coded.traits import traits
from provcheck.archives.reading.stretch import Stretch
from provcheck.model.archive import Convention, LevelRule
from provcheck.model.lazy import pattern

_A_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?(?:[ –-]|$)"
_AND_CAPITAL = pattern(
    r" and (?=[“\"(]|(?!(?:[A-Z][a-z]+(?:ing|ed|[aei]l|ic|ary|ive)|Background|Other(?: [A-Z][a-z]+){0,2})"
    rf" [A-Z][a-z]+s(?=[.;,)]|$)|[A-Z][a-z]+ {_A_MONTH})[A-Z][\w.]+ [A-Z]"
    r"|[A-Z]\w+, (?:[“\"]|report|memorandum|letter|draft)|transcript|report|memorandum|letter|minutes"
    r"|[a-z]{4,12} \((?:with|covering|attached))"
    r"| and (?=(?:19|20)\d\d[–-][A-Z][a-z])"
    r"|(?<=\d{4}) and (?=[A-Z][a-z]+(?:[–-][A-Z][a-z]+)? (?:19|20)\d\d(?:[;,.]|$))"
)
_PARTICLE = pattern(r"(?:d[aeiu]|del|v[ao]n|zu) (?:de[rnls]? |la )?[A-Z]")
"""What the name of a person may begin with, as a folder may be called: ``Lot 74 D 379, de Gaulle``."""
_AND_LOT = pattern(r" and (?=[A-Z][^,;()]{0,40} Lot (?:Files? )?\d\d)")
"""The next lot behind the title of a folder: ``Chronological and S/P Lot File 66D70``."""
_FOLDER_NUMBER = worded(
    r"(?:(?:\d{1,3}|(?!19|20)\d{4})[A-Za-z]?|[A-Z])(?=, | [a-z]{2,} [a-z]| [—–] |\. (?:[A-Z][\w.]* ){1,4}{papers})"
    r"|CF \d+(?!\w)"
)
"""A folder that has a number and no year, or a letter for it; what follows the comma is no title then."""
_NUMBER_ALONE = pattern(r"\d{1,3}[A-Za-z]?(?=\. [A-Z])")
"""A number that a sentence follows: ``12. The``."""
_ABBREVIATED = (
    r"(?:(?<=\w\. )|(?<=[a-zà-ÿ] ))(?!Nos?\.|Nr|Vol|Art|Doc|Inv|Cat|Ser|Div|Sez|Pos|Fol|Rep|Abt|Tit|Best|Hann|Nds)"
    r"[A-Z][a-z]{1,5}\."
)
_OFFICE = r"(?:Lit|Kur|Sen|Urk|Sekr|Rekt)\."
_NAMED = rf"({_OFFICE}|[^\W\d_].*?(?:[^\W\d_.)]|[^\W\d_]{{6}}\.|\b{_OFFICE}|{_ABBREVIATED}))(?: /)? "
_YEARS_ONLY = (
    r"(?!(?!1[5-7][2-8]\d/[01]\d(?!\d))(?:(?:1[4-9]|20)\d\d(?:[-–/](?:1[4-9]|20)?\d\d)?|[4-9]\d-[4-9]\d)[^\w(]*$)"
)
_ITS_NUMBER = (
    r"(?:\d+(?:bis|ter|[A-Za-z])?|[IVXLC]+[/-](?:[a-z][/-])?\d+)(?:[/.–-](?:\d+|[IVX]+))*[a-z]?"
    r"(?: (?:[IVX]{1,3}|[1-3]/[2-4]))?(?: \([^()]*\))?"
)
_MORE_NUMBERS = r"(?:(?:, \d+)* (?:{ands}|u\.) \d+(?:bis|ter|[A-Za-z])?(?:/(?:[IVX]{1,4}|\d{1,3}))?)?[^\w(]*"
_TITLE_NUMBER = worded(_NAMED + _YEARS_ONLY + _ITS_NUMBER + _MORE_NUMBERS)
"""A title and the number of its file, which is no year: ``Kurbayern 4591``, ``Varia 28-14``, ``Rullor 1641/13``."""
_TITLE_YEAR = pattern(r"([^\W\d_].*?[^\W\d_.]\)?) (?:1[4-9]|20)\d\d(?:[-–/]\d{2,4})?")
"""A title with its years: ``Correspondence 1945-1947``."""
_AND_NUMBERED = worded(r"(?<=\d) {ands} (?=[^\W\d_a-zß-ÿ][^\d,;:()]{1,40} \d)")
"""What joins two holdings, each with its number: the ``und`` of ``StK 12 und StK 13``."""
_YEAR_OF_LOT = pattern(r", 19\d\d(?=, (?:[Ll]ot|Entry)\b)|(?<=Files), 19\d\d(?=, Box\b)")
"""The year of files before their lot, entry or box: ``Berlin Crisis Files, 1961, Lot 66 D 124``."""
_SYMBOL_TAIL = pattern(r", \d+(?:[A-Z]|[-–]\d\d(?:\d\d)?)?(?=[,;.)]|$)")
"""What belongs to a control symbol of words: ``War, 41B``."""
LABEL_WORDS = frozenset(
    {"transcript list", *"bestand file files akte serie series fonds nachlass fond folder item record the".split()}
)
"""Words for levels that stand alone, as catalogues write them, or with an article, and are no titles."""
_WHO = ("i ", "we ")
_CODE_IN_TITLE = pattern(
    r"(?<= \d{4})/(?=[A-Z][a-z]{0,2}/\d)| (?=\d)(?:(?=\d+/\d+/\d+/)|(?:(?<=File )|(?<=Files ))(?=\d{3}[A-Z]?\.\w))"
    r"| (?:[-–] )?(?=(?:[IVX]+ )?[A-ZÅÄÖ]{1,2}(?: [IVX]+)?(?: ?[a-z]{1,3})?:\d)| (?=\d{1,5} [NR]\. ?\d)"
    r"|(?<=Central Files) (?=[A-Z]{2,5}(?: \d| [A-Z]{3}|\([A-Z]))"
)
_CLASSIFIED = pattern(rf"[.,] (?={CLASSIFIED})|\. (?=See(?: also)? |Also see )")
"""Where it says how secret a document was, behind its shelfmark in American editions, or what else to see."""

_NEXT_LETTER = pattern(
    r" and (?=[A-Z][\w.]+(?: [A-Z][\w.]+){0,3} to [A-Z])"
    r"|, (?=[A-Z][^,;:]{2,40}(?:, [A-Z][^,;:]{2,60})? [Tt]o [A-Z][^,;:]{2,60}(?:, [A-Z][^,;:]{2,40})?"
    r", \d{1,2} [A-Z][a-z]+ \d{4})"
)
"""``… Subject File and Smith to Jones``, ``Indian Reserves, Smith to Jones, 13 March 1970``: the document begins."""
_DOCUMENT = worded(r", (?={documents}(?:,| (?:of|by|to|from|dated|for|re|on|with) )|{said_copies}\.?$)")
"""``Korea, memo of 3 May``: one document of the folder begins."""
_NEXT_SENTENCE = (
    r"\. +(?:[^\W\d_a-zß-ÿа-я](?:[^\W\d_A-Z]| (?=[A-ZÀ-Þ]?[a-zß-ÿа-яії]|\d{4}|$))|(?=(?:1[5-9]|20)\d\d[ ’-]))"
)
_IN_BRACKETS = r"(?<=\d) \((?=[^\W\d_]{4}|[a-zß-ÿа-яії]{1,3} [^\W_]|[“\"«]|\d{1,4} (?:pp|ff)\b|(?:1[89]|20)\d\d[^/])"
_BEHIND_DASH = r"(?:(?<=\d)|(?<=\d[A-Z])) ?[—–] ?(?=[A-Za-z][a-z])"
_IN_QUOTES = r":? ?(?<![(\w])[“«]"
_IN_PROSE = r"(?<=\d) (?=[a-z]{2}[a-z ])(?!part\b)"
_SENTENCE = pattern("|".join((_NEXT_SENTENCE, _IN_BRACKETS, _BEHIND_DASH, _IN_QUOTES, _IN_PROSE)))
"""Where a control symbol ends: a new sentence, years or words in brackets, what it is about, words of a sentence."""

_DOUBLE_DASH = pattern(r" -- (?=[^\W\d_])")
"""What parts two titles in a typescript."""
_FIGURE = pattern(r"\d")
_AFTER_NUMBER = pattern(r"\d [a-z]{4,} [a-z]")
"""Words in small letters behind a number, as prose has them: ``Record Group 59 files confirm``."""
_LONGEST = 1_000
"""How long the title of a folder may be."""

_INVERTED = pattern(r", [A-Z][a-zà-ž]+ [A-Z]\.(?:, (?:1[89]|20)\d\d(?:[-–]\d{2,4})?)?(?=[,;.]|$)")
"""What follows the surname of a person by whose name a folder is called: ``Stassen, Harold E., 1957``."""

_ENUMERATED = pattern(r", [A-Z][^,;:.()\d]{1,40}, and [A-Z][^,;:.()\d]{1,60}(?=,| \((?:1[5-9]|20)\d\d)")
"""The rest of a title that names three things: ``Reports on USSR, China, and Middle East Discussions``."""

_OF_YEAR = pattern(r"[A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)? (?:19|20)\d\d[a-f](?=[,;:. ]|$)")
"""A book by its author and year: ``BGA; Ben-Gurion 1969b, 1, p. 106``."""


def title_limit(stretch: Stretch, at: int) -> int:
    """Return where the title of a folder is ended by the word for leaves, a box or a volume."""
    end = min(stretch.stop, at + _LONGEST)
    for number in range(bisect_right(stretch.starts, at), len(stretch.starts)):
        start = stretch.starts[number]
        if start >= end:
            break
        first = stretch.labels[start][1][0]
        ends = first.role != "level" or first.level in {"record-group", "box"}
        if ends and stretch.text[start - 2 : start] == ", ":
            return start
        if first.level == "box" and stretch.text.endswith(" and ", 0, start) and stretch.labels[start][0].valued:
            return start - len(" and ")
        if stretch.opens_volume(start):
            return start
    return end


def title_end(stretch: Stretch, rule: LevelRule, at: int, limit: int) -> int | None:
    """Return where a title from *at* ends."""
    text = stretch.text
    match = kind(rule.kind).shape.match(text, at, limit)
    yearly = rule.kind == "words" and any(when.match(text, at) for when in (DATE, MONTHS, _OF_YEAR))
    if not match or yearly or opens_a_remark(text, at):
        return None
    end, title = match.end(), match.group()
    if title.isalpha() and text.startswith(", ", end) and (name := _INVERTED.match(text, end, limit)):
        return name.end()
    goes_on = text[at].islower() and (rule.kind == "title" or _AFTER_NUMBER.match(text, at - 2))
    if goes_on and not _PARTICLE.match(text, at):
        return None  # "folder number"; Record Group 59 files confirm: prose goes on
    if text.startswith((" ", "."), at + 2) and kind("postal").shape.match(text, at):
        return None
    figured = _FIGURE.search(text, at, end) is not None
    dated = figured and not stretch.rules.last_title and DAY.search(text, at, end)  # but Haig Meetings 6/18/1982
    if dated or _is_label_word(title) or _names_level(stretch, title, end):
        return None
    end = _before_sign(text, at, end, figured=figured)
    if figured and (closed := text.find(") ", at, end)) > 0 and ends_with_code(stretch.rules, text[at : closed + 1]):
        return len(text[: text.rfind("(", at, closed)].rstrip())  # albums (BANC MSS 75/11 c) would help
    if rule.kind == "words":
        return _without_number(stretch, at, end, limit, figured=figured)
    return _end_of_folder(text, rule, at, end)


def _is_label_word(title: str) -> bool:
    said = title.strip(" ,").lower()
    first, _, last = said.rpartition(" ")
    if first.isalpha() and last in wording().ors:
        return True  # album eller eske L0006
    return said in LABEL_WORDS or (said.startswith(_WHO) and said.endswith(" the"))  # I consulted the files 3 and 4


def _before_sign(text: str, at: int, end: int, *, figured: bool) -> int:
    """Return where a title ends before a quotation, a code, a dash, the next letter; *figured*: it has figures."""
    title = text[at:end]
    if text[at] != '"' and (quote := text.find('"', at, end)) >= 0:
        end = quote
    amid = figured or "Central Files " in title or text.startswith(":", end)
    if amid and (code := _CODE_IN_TITLE.search(text, at, end + 2)):  # Landskansliet D III a:5
        end = code.start()
    elif " -- " in title and (dash := _DOUBLE_DASH.search(text, at, end)):
        end = dash.start()
    if (", " in title or ". " in title) and (classified := _CLASSIFIED.search(text, at, end)):
        end = classified.start()
    if (" and " in title or (figured and "o " in title)) and (other := _NEXT_LETTER.search(text, at, end)):
        end = other.start()
    return end


def _end_of_folder(text: str, rule: LevelRule, at: int, end: int) -> int:
    """Return where the title of a folder ends: behind its number, before a document in it."""
    if " Lot " in text[at:end] and (other := _AND_LOT.search(text, at, end)):
        end = other.start()
    title = text[at:end]
    if rule.kind == "title" and (number := _FOLDER_NUMBER.match(text, at, end)):
        end = number.end()
    elif rule.name == "folder" and (number := _NUMBER_ALONE.match(text, at, end)):
        end = number.end()  # folder 4. V. Zenzinov, Stranichka; but Vienna's file 1. Bezirk
    else:
        ands = _AND_CAPITAL.finditer(text, at, end)  # but Near and Middle East
        end = next((a.start() for a in ands if not text[at : a.start()].isalpha() or text[a.end()].islower()), end)
    if rule.kind == "title" and ", " in title and (document := _DOCUMENT.search(text, at, end)):
        end = document.start()
    if rule.kind == "title" and (quote := text.find(", “", at, end)) > 0:
        end = quote  # Indian Reserves, “Report on Schools,” 3 May 1946
    return end


def _names_level(stretch: Stretch, title: str, end: int) -> bool:
    """Tell whether *title* only says what the number after it is of: ``Mar, Filze, filza 69``; not ``f. SK, k. 1``."""
    label = stretch.labels.get(end + 2) if stretch.text.startswith(", ", end) else None
    said = title.lower()
    return label is not None and any(
        rule.name == label[1][0].level and not title.isupper() and said in rule.words for rule in stretch.rules.levels
    )


def _without_number(stretch: Stretch, at: int, end: int, limit: int, *, figured: bool) -> int:
    """Return where the words of a title end after which years stand or, if it is *figured*, a number."""
    text, known = stretch.text, traits(stretch.rules.id)
    if figured and known.numbered and (other := _AND_NUMBERED.search(text, at, end)):
        end = other.start()
    if text.startswith(", ", end) and not text.endswith((*wording().holdings, "Office"), at, end):
        enumerated = _ENUMERATED.match(text, end, limit)
        end = enumerated.end() if enumerated else end
    if years := YEARS.match(text, end, limit) or _YEAR_OF_LOT.match(text, end, limit + len(", Entry")):
        end = years.end() if not known.yearly or text[end] != "," else end
        figured = True
    if figured and known.spaced_years and (parted := _TITLE_YEAR.fullmatch(text, at, end)):
        end = parted.end(1)
    if (verb := VERB.search(text, at, end)) and not (verb[0] == " from the" and SENT.match(text, at)):
        end = verb.start()
    if figured and known.numbered and (parted := _TITLE_NUMBER.fullmatch(text, at, end)):
        opened = "(" in parted[1] and ")" not in parted[1]
        end = end if opened else parted.end(1)  # but Külügyminisztérium (K 63)
    elif figured and known.required and (parted := _TITLE_YEAR.fullmatch(text, at, end)):
        dated = text[parted.end(1) + 1 : end] >= "1900" if not known.undated else _is_dated(stretch, parted.end(1), end)
        dated = dated or parted[1].endswith(_OF_A_YEAR)  # Actas de 1498
        end = end if dated or LAST_DATE.search(text, at, end) else parted.end(1)  # but Guía 1989, April 1589
    return end


_OF_A_YEAR = (" de", " del", " von", " di", " of")


def _is_dated(stretch: Stretch, at: int, end: int) -> bool:
    """Tell whether years from *at* to *end* are the title's: a span, or one before the word for the file."""
    label = stretch.labels.get(end + 2) if stretch.text.startswith(", ", end) else None
    return end - at > len(" 1932") or (label is not None and label[1][0].level == "file")  # MA 1943, Nr. 12


def ends_with_code(rules: Convention, written: str) -> bool:
    """Tell whether the code of a title stands in brackets behind it and says it better: ``fonds Painlevé (313 AP)``."""
    code = written[written.rfind("(") + 1 : -1]
    kinds = (kind(rule.kind) for rule in rules.levels if "(" in rule.after)
    return has_figure(code) and any((of.over_title or of.anywhere) and of.shape.fullmatch(code) for of in kinds)


def end_of_symbol(text: str, at: int, limit: int) -> int | None:
    """Return where a control symbol ends."""
    match = kind("symbol").shape.match(text, at, limit)
    if not match or opens_a_remark(text, at) or text.startswith("and ", at):
        return None
    end = match.end()
    if joined := AND_SERIES.search(text, at, end):
        end = joined.start()
    if sentence := _SENTENCE.search(text, at, end):
        end = sentence.start()
    if (tail := _SYMBOL_TAIL.match(text, end, limit)) and not has_figure(text[at:end]):
        end = tail.end()
    return end
