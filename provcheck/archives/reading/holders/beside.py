"""Two names of archives beside each other: one archive named twice, a sign of its holdings, or another archive."""

from __future__ import annotations

from collections.abc import Sequence

from provcheck import tables
from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.kinds import kind
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import has_figure
from provcheck.archives.lexicon.vocabulary import Name
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import Holder
from provcheck.archives.reading.holders.authorities import WRITTEN_OUT
from provcheck.archives.reading.holders.keeps import DIRECTLY, abbreviates, countries, is_holding, is_sign
from provcheck.model.lazy import pattern

_SERIES_BEFORE = pattern(
    r"[ :,]*(?:[A-Z]{1,3}l? ?\d+(?:/[\dl]+)*(?:[ /]T\d+)?(?: [A-Z][^\d,;:()]{2,60}(?=, ))?(?:, ?| \())?"
)
"""The series of the Australian archives, or an agency with its name, after which comes a control symbol of any form."""


def _names_within(holder: Holder) -> set[str]:
    """Return where names of other archives are parts of the marks of the archive, or of one that its name may mean."""
    known, rules = tables.archives(), tables.conventions()
    return {rules[known[name.archive].convention].names_within for name in holder.names}


_SECTION = pattern(r"[:,;] ?Section \d{1,3}(?: [^,;:()\d]{3,60})?, $")
"""The part of an archive before a code of its own: ``: Section 3 Libri Magni, ``."""
_RECORDS = pattern(r" Records\b")
_SERIES = pattern(r"[ /]?(?:[A-Z]{1,3})?\d")
_GAP = worded(r"[.)]?(?: \([^()\d]{2,30}\))?,(?: [A-Z][^,;\d]{2,20},)? (?:{signed} )?")
_UNPARTED = pattern(r"\d (?:… ?|\.{3} ?)?$")
"""Before a sign that goes on after a number with no comma between them: a new archive begins after one."""
_TOWN = 40
"""How far the name of a town may go that stands behind its archive."""
_PLACES = pattern(r"(?:, [A-Z][a-z]+){1,4}, ")
"""Where an archive is: ``, Kew, Richmond, Surrey,``"""
_FAR_CODE, _NEAR_CODE = 90, 30
"""How far a code may stand behind its archive, named once more by it; behind another archive than its own."""


def belongs(text: str, before: Holder, item: Found) -> bool:
    """Tell whether the name *item* belongs to the archive named before it, which takes it over where it says more."""
    if stands_behind(text, before, item):
        return False  # FO 371/84123, The National Archives, London: it is named here for the first time
    gap = text[before.end : item.start]
    if gap == " (" and (there := _in_town(text, before, item)):
        before.end, before.written, before.names = item.end + 1, text[before.start : item.end + 1], there
        return True  # Central Historical Archive (TsDA), Sofia: what many countries have, and whose it is
    shared = {name.archive for name in before.names}.intersection([name.archive for name in item.names])
    return _is_again(text, before, item, gap, shared) if shared else _is_part(text, before, item, gap)


_NATIONAL = ("SE/", "AV/")
"""How codes of archives begin that are those of a whole country's register."""


def _is_again(text: str, before: Holder, item: Found, gap: str, shared: set[str]) -> bool:
    """Tell whether *item* names the archives *shared* with the name *before* again, or is a code within their marks."""
    start, end = item.start, item.end
    if end > start and text[end : end + 1].isdigit() and before.written:
        return True  # AR AGN AGN01-ADE-12: a code that begins like its archive
    if end == start and gap.endswith(", ") and _PAPERS_NEXT.match(gap):
        return False  # FO 371/56832, TNA; and Clark Kerr Papers, FO 800/302
    if not before.written and end > start and _JOINED_ON.search(gap):
        return False  # FO 371/84123, and RG 59, box 3, National Archives
    if text.startswith(_NATIONAL, start) and ";" not in gap:
        if _restated(text, before, item, gap, shared):
            return True  # Landsarkivet i Lund, SE/LLA/13171
        _restart(text, before, item, shared)
        return True  # Riksarkivet, Mantalslängder …, SE/RA/55203
    if (not has_figure(gap) and _goes_on_to_call(text, start, end)) or _restated(text, before, item, gap, shared):
        return True
    if _is_symbol(before, item, gap) or _is_within(text, before, item, gap):
        return True
    if gap == ". " and end - start > 12 and len(before.names) == 1:
        return True  # UCD Archives. University College Dublin Library
    if end > start:
        return end - start > 12 and not _ENDED.search(gap) and not _begins_anew(text, gap, end)
    if before.written and _SECTION.search(gap):
        return True  # National Library of Malta: Section 3 Libri Magni, AOM 25
    address = kind("address").shape.match(gap)
    if len(gap) >= _FAR_CODE or has_figure(gap[address.end() if address else 0 :]):
        return False
    if before.written and _NEXT_MARK.match(gap):
        return False  # T 267/36, TNA, and a draft in CAB 103/571
    if len(gap) > 2 and before.written and (gap.islower() or address or _PLACES.fullmatch(gap)):
        before.end = start  # "The National Archives' reference WO 95/1668"
        before.names = tuple(name for name in item.names if name.archive in shared)
    return True


def _restart(text: str, before: Holder, item: Found, shared: set[str]) -> None:
    """Let the mark of the archive *before* begin where *item* names it again."""
    before.start, before.end, before.written = item.start, item.end, text[item.start : item.end]
    before.names = tuple(name for name in item.names if name.archive in shared)


def _is_part(text: str, before: Holder, item: Found, gap: str) -> bool:
    """Tell whether *item*, another archive's name, is part of a mark of the one *before*, or says which that is."""
    start, end = item.start, item.end
    if end - start == 2 and _SERIES.match(text, end):
        if _GAP.fullmatch(gap) or _UNPARTED.search(gap):
            return True  # Arch. nat., AJ 40: the first level; AN, BB18 6787 … BL 203: a file
        if _LISTED.search(gap) and _is_listed(text, before, start):
            return True  # AN, F/7/12895 ; AJ/40/1023: the next of a list
    if _is_symbol(before, item, gap):
        return True
    if (len(before.names) > 1 or len(before.written) == 2) and gap in DIRECTLY:
        if end == start:
            if not _LETTERS < len(before.written) < WRITTEN_OUT or both(before.names, item.names):
                before.names = item.names  # NA, CAB 16/47: the series tells which National Archives; but NAM, CO 3/4
            return True
        if end - start > 2 and all(name.status == "former" for name in item.names):
            _take(text, before, item)
            return True  # NA, PRO, FO 371/84123: the former name tells which National Archives
    if _is_within(text, before, item, gap):
        return True
    short = gap == " (" and text[end : end + 1] == ")"
    if short and (abbreviates(text[start:end], before.written) or _is_house(before, item)):
        before.end, before.written = end + 1, text[before.start : end + 1]
        return True  # Arkib Negara Malaysia (ANM), though ANM is another archive's code
    if text[end : end + 1] == ")" and _HENCEFORTH.fullmatch(gap):
        return True  # AGAD, Archiwum Publiczne Potockich (dalej APP): what its holding is called from now on
    if gap == ", " and text.endswith("Materials", start, end):
        _take(text, before, item)
        return True  # National Archives, Nixon Presidential Materials: what is now the Nixon Library
    return is_sign(text, before, item, gap) or (end == start and len(gap) < _NEAR_CODE and not has_figure(gap))


def _in_town(text: str, before: Holder, item: Found) -> tuple[Name, ...]:
    """Return the archives of a code in brackets that are in the town behind it, where the one *before* is not."""
    town = _CLAUSE.match(text, item.end) if text.startswith("), ", item.end) else None
    if town is None or vocabulary.is_town_of(town[1], (name.archive for name in before.names)):
        return ()
    return tuple(name for name in item.names if vocabulary.is_town_of(town[1], [name.archive]))


_CLAUSE = pattern(r"\), ([^\W\d_][^,;:.()\d]{2,30})(?=[,;:.])")


def _is_house(before: Holder, item: Found) -> bool:
    """Tell whether a code in brackets is that of the house of an archive: ``Staatsarchiv Münster (LAV NRW)``."""
    whole = len(before.names) == 1 and _KEEPS.search(before.written)  # but Department of State (NARA): of its maker
    if not whole:
        return False
    if countries(before.names).isdisjoint(countries(item.names)):
        return item.end - item.start < 6  # Staatsarchiv Stade (NLA): no library in Australia
    known = [tables.archives()[name.archive] for name in item.names]  # but Archives nationales (ANOM) is overseas
    return not any(before.written in said for one in known for said in (*one.names.values(), *one.aliases))


_KEEPS = pattern(r"[Aa]rchi[vw]|[Aa]r[hq]u?i[vw]|[Bb]iblioth?|Librar|Record Office")
"""A word of names of institutions that keep documents."""
_HENCEFORTH = worded(r"[.:]?,? [^;,()\d][^;()\d]{2,80} \({hereafter}:? $")
_LISTED = pattern(r"\d[^;\d]{0,40} ?; $")
"""Before a sign that is the next of a list."""


def _is_listed(text: str, before: Holder, start: int) -> bool:
    """Tell whether what begins at *start* is a sign as the archive *before* lists them whole, series and number."""
    known, rules = tables.archives(), tables.conventions()
    levels = (level for name in before.names for level in rules[known[name.archive].convention].levels)
    return any(kind(level.kind).listed_whole and kind(level.kind).shape.match(text, start) for level in levels)


def _take(text: str, before: Holder, item: Found) -> None:
    """Let the archive *before* be the one that *item* names behind it."""
    before.end, before.written, before.names = item.end, text[before.start : item.end], item.names


def _is_symbol(before: Holder, item: Found, gap: str) -> bool:
    """Tell whether a code is a control symbol after its series: ``NAA: A5882, CO1191``; ``NAA: SP1008/1``."""
    mark = gap.rpartition(";")[2].removeprefix(" and")
    code = item.end == item.start and _SERIES_BEFORE.fullmatch(mark) is not None
    return code and "after-series" in _names_within(before)


def _is_within(text: str, before: Holder, item: Found, gap: str) -> bool:
    """Tell whether marks of the archive *before* have such names in them, or it keeps the papers that are named."""
    within = _names_within(before) if ";" not in gap else set()
    if "anywhere" in within and (item.end == item.start or _SERIES.match(text, item.end)):
        return True  # Archives New Zealand, AAFD 811 W3738/1080, CAB 197/4/1; TAD, SNA 45, NA 1234/02
    if "records" in within and _RECORDS.match(text, item.end):
        return True  # US National Archives, RG 59, Department of State Records, Records of …
    return is_holding(text, before, item, gap)


_ENDED = pattern(r";|\.(?! \d[\d–-]*, $)")
"""What ends a mark: a semicolon, a point but that of its pages."""
_CLOSED = worded(
    r"(?:[^;\d]{0,120}?"
    r"|(?:, [A-Z][a-z]+)?(?:\), (?:pp?|pages?)|\)?, (?:ff?|fols?|fos|foll|folios?|leaf|leaves|Bll?))"
    r"\.? \d+[rv]?(?:[-–]\d+[rv]?)?\.?)"
    r"(?:[;\n]|$|[),] ?(?:{ands}) )"
)
"""What follows an archive that ends its mark: no more figures up to the next but those of its leaves."""
_PAPERS_NEXT = worded(r"; (?:{ands} )?[A-Z][^;:,\d]{2,60}{papers}, $")
"""The papers of somebody behind a semicolon, before the code of a mark."""
_NEXT_MARK = worded(r", {ands} ")
_JOINED_ON = worded(r"\b(?:{ands}|{leads}) (?:[A-Z]{2}|[^\W\d_]{1,6}\.|(?:[Tt]he )?$)")
"""Another mark begins, or the archive of one."""


def stands_behind(text: str, before: Holder, item: Found | Holder) -> bool:
    """Tell whether the archive *item* is that of the mark before it, whose archive only its code told."""
    if before.written or before.end > before.start or item.start == item.end or not both(before.names, item.names):
        return False
    gap = text[before.end : item.start]
    if ";" in gap or not has_figure(gap) or _JOINED_ON.search(gap):
        return False
    return _CLOSED.match(text, item.end) is not None


_LETTERS = 2
"""So many letters are those of any nation's archives."""


def both(coded: Sequence[Name], names: Sequence[Name]) -> tuple[Name, ...]:
    """Return those of *names* whose archives the names *coded* mean too."""
    told = {name.archive for name in coded}
    return tuple(name for name in names if name.archive in told)


def _begins_anew(text: str, gap: str, end: int) -> bool:
    """Tell whether an archive named again after a mark has the next one: a mark and a comma follow, but no town."""
    if has_figure(gap) and ")" in gap and gap.endswith("("):
        return True  # Karl (AT-OeStA/KA NL 192), Otto (AT-OeStA/KA NL 193)
    if not has_figure(gap) or text[end : end + 2] != ", ":
        return False
    return not vocabulary.is_place(text[end + 2 : end + _TOWN].partition(",")[0].rstrip(".) "))


def _goes_on_to_call(text: str, start: int, end: int) -> bool:
    """Tell whether a call number goes on: Stiftsarchiv …, StAV-Ms 276a; but BL, IOR/L/PS/12 has its own name."""
    return text[end : end + 1] in _JOINED and text[end + 1 : end + 2].isalpha() and "/" not in text[start:end]


_JOINED = frozenset({"-", "/"})


def _restated(text: str, before: Holder, item: Found, gap: str, shared: set[str]) -> bool:
    """Take a name that says the archive before it again, which is now known by both."""
    start, end = item.start, item.end
    again = text[start:end] != before.written and ")" not in gap
    if again and gap.endswith("(") and has_figure(gap):
        if _DATED.fullmatch(gap) and text[end : end + 1] != ")":
            _restart(text, before, item, shared)
        return True  # JACAR Ref. A03023610400 (National Archives of Japan, …)
    if not _restates(gap) and not (end > start and gap.endswith(", ") and vocabulary.is_place(gap.strip(", "))):
        return False  # Fondazione Gramsci, Roma, Archivio del Partito comunista italiano (APC)
    if "=" in gap and end > start:  # HUA = Het Utrechts Archief
        before.start, before.end, before.written = start, end, text[start:end]
    elif end > start:
        closed = end + text.startswith((".)", ".]"), end)  # (dalej: APKr.)
        before.end = closed + 1 if text[closed : closed + 1] in {")", "]"} and not {"(", "["}.isdisjoint(gap) else end
        before.written = text[before.start : before.end]
    before.names = tuple(name for name in item.names if name.archive in shared)
    return True


_DATED = pattern(r"[:,] [^\d()]{3,200}(?:1[5-9]|20)\d\d(?:[-–]\d{2,4})? \($")
"""A document's title and year between an archive and its mark in brackets: ``: Minutes, 1895 (AMB A 1/3)``."""
_FEW = 3
"""How many words may join two names of one archive: ``hereafter``, its town."""


def _restates(gap: str) -> bool:
    """Tell whether what stands between two names of one archive only joins them."""
    if gap.strip(" \u00a0*_") in {"(", ",", "/", "–", "-", "[", "", ":", "="}:
        return True
    if ")" in gap and "(" not in gap:  # British Library (BL, London): India Office Records
        town, _, rest = gap.partition(")")
        return rest.strip(" -–") == ":" and (not town or vocabulary.is_place(town.strip(" ,")))
    if "(" not in gap or not 0 < len(words := vocabulary.words_of(gap.lower())) <= _FEW:
        return False
    said = [word for word in words if word in vocabulary.wording().hereafter]
    return all(w in said or vocabulary.is_place(w) or vocabulary.is_place(w.capitalize()) for w in words)
