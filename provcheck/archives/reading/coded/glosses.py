"""Words that only explain what was just read: the title of a fonds after its number, the years of a volume."""

from __future__ import annotations

from provcheck.archives.lexicon.cuts import HENCEFORTH, names_collection
from provcheck.archives.lexicon.kinds import TITLES, gap_at, kind
from provcheck.archives.lexicon.values import has_figure
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.coded.marking import Marking
from provcheck.archives.reading.draft import Draft
from provcheck.model.lazy import pattern

_GLOSS_SIGN = pattern(
    r"[A-Z]{2,5}(?: [A-Z]{2,5})?(?=, (?:[^\W\d_]|\d+(?:[,.;)]|$)))"
    r"|[^\W\d_][^,;:.()\d]{2,60}(?=, (?:[IVX]+[-/,]|[A-Z]-\d))"
    r"|[^\W\d_][^,;:.()\d]{2,80} \([^\W\d_a-zß-ÿа-я]{2,8}\)(?=, |\.?$)"
)
"""What a fonds that has a number is called, or for short, says nothing new: ``AJ, 837, KPR, I-3-a``."""
_YEARS = r"(?:1[5-9]|20)\d\d ?[-–] ?(?:1[5-9]|20)\d\d"
_BRACKET = worded(
    rf" ?\((?:[^()\d]{{3,80}}(?:(?:1[5-9]|20)\d\d)?|[A-Z]{{1,3}} \d{{1,3}}|{_YEARS})\)"
    r"(?=[/,;](?! (?:fols?|ff?|Bll?|pp?|S)\b)| (?:(?:[IVX]{1,4}/)?\d{1,5}(?:[,;.)]|$)|pp?\. ?\d)"
    r"| {ands} [A-Z]| ?[–—] ?[A-Z])"
)
"""A bracket that explains the number before it: `` (OKW)/``."""
_SHORT_FORM = worded(
    rf" ?\((?:(?:[A-Z][a-z]{{0,3}}[.-]?){{2,6}}|[A-Z][A-Za-z. ]{{2,30}} Files?|{_YEARS})\)(?=, | \d)"
    r"|(?<=\d) \([^()#]{1,40}\)(?=[,;]? (?:{ands} [^,;]{0,12}\d|in /\d))"
)
"""A short name for a title, or its years: ``Mediceo del Principato (MdP), 100``; what explains a number before the next
of a list: ``2410/8 (copy), and 130.09/2310``, ``R 58/123 (1934) und R 58/124``.
"""
_BRACKETED = frozenset({"fonds", "call-number", "record-group", "series", "box", "lot", "accession", "entry"})
"""Levels behind whose numbers such a bracket stands: ``RG 59 (General Records), Central Files 1967–69``."""
_FILED = frozenset({"piece", "file", "item", "document-no"})
"""Those behind which one without a word for a level does: ``S9361A (Spain, 1936); S 4021``."""
_OTHER_NUMBER = pattern(r" ?\([^()]{1,25}\)(?=, (?:(?:fols?|ff?|cc?|Bll?)\.? ?)?\d{1,4}[rv](?!\w))")
"""The number that a manuscript had before, or another, in brackets before its leaves: ``665 (C II 8), 12r``."""
_YEAR_OF_FILE = pattern(r" \((?:1[5-9]|20)\d\d\)(?=[,:] [^\W\d_])")
"""Of which year a file is: ``Subject File No. 12 (1970), Roe Papers``; but a journal's pages follow its year."""
_WRITTEN_BOOK = pattern(r" \([^\W\d_][^()\d]{3,40} (?:1[5-9]|20)\d\d(?: ?[-–] ?(?:(?:1[5-9]|20)?\d\d))?\)(?=[,;]|\.?$)")
"""What a number is and of when, which is no volume of it: ``inv.nr. 2170 (letter book 1883), fol. 55``."""
_NUMBERED = pattern(r" ?\(No\. ?\d{1,4} [a-z]{4,20}\)")
"""What is in a file, in brackets with a number: ``THCR 1/10/22 (No. 10 minutes)``."""
_FILM = pattern(r" \([A-Z]{1,2}-?\d{2,4}\)")
"""The film that a reel is of, behind its number: ``reel 21 (LM284)``."""
_FORMER = pattern(
    r" ?[(\[](?:[Oo]ld|[Oo]rig\.|[Oo]riginal|[Ff]ormerly|[Oo]lim|[Pp]reviously|alt|ehem\.|anc\.|dawn\.)"
    r" [^()\[\]]{1,40}[)\]]"
)
"""What number it had before: ``vol. 5791 [old vol. 12]``."""
_CATALOGUED = pattern(r" \([A-ZÀ-Þ][^\W\d_]{2,}(?:[ -][A-ZÀ-Þ][^\W\d_]+)?, (?:n[o°º]s?|[Nn]r)\.? ?\d{1,5}[a-z]?\)")
"""Its number in a printed catalogue, by who made this: ``B 1593 (Stein, no 230)``."""
_TREE_LEVEL = worded(r" ?\((?i:{tree_levels})\)(?=,? [^\W_])")
"""What level it is, as finding aids tell: ``0045 010 (Serie) Busta 30``."""
_TITLE_ON = 50
"""How much further the title of a holding may go on after a comma."""
_SIGNED = pattern(r"[\d;:()]|, (?:Cl|Lit|Tit|Abt|Kap)\. ?[A-Z]")
"""What the title of a holding has not: figures, a class."""
_NUMBER_NEXT = pattern(r", (?!(?:1[5-9]|20)\d\d(?!\d))\d{1,5}[a-z]?(?=[,;)]|\.?$)")
"""A number behind the title of a fonds, where no series comes first: ``17 Raad van State, 345``."""
_SERIES_NUMBER = pattern(r"\d{1,2}|[IVX]{1,5}")
_SERIES = frozenset({"series", "subseries"})
"""Levels whose number says better than the title behind its colon which is meant."""
_EXPLAINED = frozenset({"fonds", "record-group"})
"""Levels that are known by numbers, which words after them explain."""
_FILES = worded(r"(?:{files})$")
_SERIES_SIGN = pattern(r"(?:[IVX]+|[A-Z])(?=,)|[A-ZÅÄÖ]{1,2} [IVX]+[/:]\d|[A-Z][A-Za-z]?/\d|[IVX]+-\d")
"""A series by a sign alone, or with its volume, or a file: ``IV,``, ``C/3``, ``A I/8``, ``I-3-a/101``."""
_YEARS_OF = pattern(r" ?(?:\([^()]*\))?, (?:1\d{3}|20\d\d)[-/–](?:1\d{3}|20\d\d)(?=,)")
"""The years of a fonds after its title."""
_ABBREVIATED_SIGN = pattern(r"[^\W\d_]+\. ?\d|[A-Z]{1,4}(?:-[A-Z])? ?\d")
"""``Loc. 8254``: no title of the fonds before it."""
_NUMBERED_FONDS = pattern(r"(?:[A-Z]{1,2}-|\d{1,3}-|T ?)?\d+(?: [IVX]+)?")
"""A fonds by its number: ``1589``, ``T 123``, ``53-968``, ``132-1 II``."""
_OF_STATE = pattern(r"[IVXL]+(?:-(?!J)[A-Z]+-\d+(?:-\w+)*|\.\d+)|[KPSZ] ?(?!63)\d+")
"""A fonds of Hungary before its title; in those of the foreign ministry a country stands there: ``XIX-A-16-b``."""

_OFFICES = pattern(r"(?:,[^,;\d]{3,80}(?:\(\d{4}(?:[-–]\d{4})?\)[^,;\d]{0,30})?){1,2}(?=, +\d)")
"""The offices of a ministry behind its name, before the number of a box: ``, Titkársági iratok, 4. doboz``."""


def is_number_of_series(draft: Draft) -> bool:
    """Tell whether *draft* ends with the number of a series, whose title says nothing new: ``Series 5: Letters``."""
    if draft.last_name not in _SERIES:
        return False
    return _SERIES_NUMBER.fullmatch(draft.levels[-1].value) is not None


def gloss(state: Marking, here: int, separator: str) -> int | None:
    """Return where words end that only explain the fonds just read by its number."""
    text, last = state.text, state.draft.levels[-1]
    if separator == ":" and is_number_of_series(state.draft) and text[here].isalpha():
        title = kind("words").shape.match(text, here, state.stop)
        return title.end() if title else None  # Series 5: Financial Papers
    if last.name not in _EXPLAINED:
        return None
    if separator == ":" and last.name == "record-group":
        title = kind("words").shape.match(text, here, state.stop)
        if title and gap_at(text, title.end())[1] in state.labels and not _FILES.search(title.group()):
            return title.end()  # RG 165: War Department General and Special Staffs, Entry 421
    below = state.rules.level("subfonds")
    if below and kind(below.kind).no_gloss and state.value(below, here):
        return None  # F. 14, AP-OU
    if last.name == "fonds" and _SERIES_SIGN.match(text, here):
        return None  # AS 1589, IV, t. e. 123: a series
    numbered = _NUMBERED_FONDS.fullmatch(last.value) is not None
    if numbered and separator not in "/-" and (gloss := _GLOSS_SIGN.match(text, here, state.stop)):
        entry = state.labels.get(gap_at(text, gloss.end())[1])
        if last.name == "fonds" or (entry and entry[1][0].level == "entry"):
            state.glossed = state.draft.end
            return gloss.end()
    of_state = state.rules.values_first and last.name == "fonds" and _OF_STATE.fullmatch(last.value) is not None
    if separator in " ." and (numbered or of_state) and last.name == "fonds" and len(state.draft.levels) == 1:
        title = kind("words").shape.match(text, here, state.stop)
        down = title and (_has_series(state) or _NUMBER_NEXT.match(text, title.end()))
        if title and down and not _coded_below(state, here) and of_state >= state.rules.values_first:
            if of_state and (goes_on := _OFFICES.match(text, title.end(), state.stop)):
                return goes_on.end()
            return _to_its_file(state, title.end())  # HR-DAZG-37 Narodni odbor
    explained = coded_fonds(state) or (numbered and last.name == "fonds" and not _ABBREVIATED_SIGN.match(text, here))
    if separator not in ",:-" or not explained or state.glossed == state.draft.end:
        return None
    end = _glossed(state, here)
    state.glossed = state.draft.end if end else -1
    return end


def _has_series(state: Marking) -> bool:
    """Tell whether the convention has series, other than parts of an archive that is told by its name."""
    return any(rule.name == "series" and not kind(rule.kind).after for rule in state.rules.levels)


def _glossed(state: Marking, here: int) -> int | None:
    """Return where a title ends after which a word for a level comes."""
    title = kind("words").shape.match(state.text, here, state.stop)
    if title is None:
        return None
    said = title.group().partition(" (")[0]
    if " " not in said and has_figure(said):
        return None  # AJ, 507, III/32, l. 5: a file
    if said.startswith("Minist"):
        return title.end()  # AGR, T 123, Ministère de la Guerre, 456
    if (said.isupper() and " " in said and not has_figure(said)) or names_collection(said):
        years = _YEARS_OF.match(state.text, title.end(), state.stop)
        return years.end() if years else title.end()  # HR-DAPA-55, PREFEKTURA ISTRE U PULI, 1923-1945
    return title.end() if gap_at(state.text, title.end())[1] in state.labels else None


def _coded_below(state: Marking, here: int) -> bool:
    """Tell whether a series with a code, or what is known at sight, stands at *here*: ``FR ANOM 971 EC 9/12``."""
    rules = (rule for rule in state.rules.levels if rule.kind not in TITLES)
    return any(state.value(rule, here) for rule in rules if rule.name == "series" or kind(rule.kind).anywhere)


def _to_its_file(state: Marking, end: int) -> int:
    """Return where the title of a holding ends that has a comma in it: before the word for its file."""
    label = state.stretch.next_label(end) if state.rules.titles_with_commas else state.stop
    inside = state.text[end:label]
    near = label < state.stop and label - end < _TITLE_ON and state.labels[label][1][0].level == "file"
    return end + len(inside.rstrip(" ,")) if near and not _SIGNED.search(inside) else end


def _has_leaves(state: Marking, at: int, end: int) -> bool:
    """Tell whether the bracket from *at* to *end* begins with a word for leaves or pages."""
    label = state.stretch.next_label(at)
    return label < end and label - at <= len(" (") and state.labels[label][1][0].role != "level"


def coded_fonds(state: Marking) -> bool:
    """Tell whether the fonds was just read by a number such as 53/968, which a title after it only explains."""
    last = state.draft.last
    return last is not None and last.name == "fonds" and "/" in last.value and last.value.replace("/", "").isdigit()


def bracketed(state: Marking, at: int) -> int | None:
    """Return where a bracket ends that only explains the code just read: ``RW 19 (OKW)/234``."""
    last = state.draft.last
    if last is None or at != state.draft.end:
        return None
    coded = last.name in _BRACKETED and state.titled != last.name
    bracket = (_BRACKET if coded or last.name in _FILED else HENCEFORTH).match(state.text, at, state.stop)
    if bracket and not coded and state.stretch.next_label(at) < bracket.end():
        bracket = None  # File 14 (Part II)
    if bracket is None and last.name == "inv-no":
        bracket = _WRITTEN_BOOK.match(state.text, at, state.stop)
    if bracket is None and last.name == "reel":
        bracket = _FILM.match(state.text, at, state.stop)
    if bracket is None and last.name == "file":
        bracket = _YEAR_OF_FILE.match(state.text, at, state.stop)
    bracket = bracket or _NUMBERED.match(state.text, at, state.stop) or _FORMER.match(state.text, at, state.stop)
    if bracket is None and not coded:
        bracket = _SHORT_FORM.match(state.text, at, state.stop)
        if bracket and _has_leaves(state, *bracket.span()):
            return None  # inv.nr. 12 (fol. 3-5) and 14
    bracket = bracket or _TREE_LEVEL.match(state.text, at, state.stop) or _CATALOGUED.match(state.text, at, state.stop)
    if bracket is None and last.name == "call-number":
        bracket = _OTHER_NUMBER.match(state.text, at)
    return bracket.end() if bracket else None
