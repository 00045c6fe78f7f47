"""From where to where an archive's name goes in a line, with its town, its bracket and its country, and whose it is."""

from __future__ import annotations

from collections.abc import Sequence

from provcheck import tables
from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.spelled import is_its_school
from provcheck.archives.lexicon.vocabulary import Name
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading import levels
from provcheck.archives.reading.draft import Holder
from provcheck.archives.reading.holders import placed
from provcheck.archives.reading.holders.authorities import WRITTEN_OUT
from provcheck.archives.reading.holders.beside import both, stands_behind
from provcheck.archives.reading.holders.meant import are_soviet, by_code, by_mark, by_series, narrowed, of_tongue
from provcheck.archives.reading.holders.republics import of_republic
from provcheck.archives.reading.institutions import courts
from provcheck.archives.reading.institutions.clauses import convention_of
from provcheck.model.archive import Archive
from provcheck.model.lazy import pattern

INITIALS = 2
"""So many letters stand for national archives, and the series tells which: ``NA CO 123/4``."""


def holder_of(text: str, item: Found, holders: list[Holder]) -> Holder:
    """Return the archive that *item* names, as those of its names tell that the place beside it leaves."""
    start, end, names = item.start, item.end, item.names
    size, before = end - start, holders[-1] if holders and start - holders[-1].end < FAR else None
    national = size > WRITTEN_OUT and text[start:end].lower() in vocabulary.wording().of_nations
    if office := courts.prosecutor(text, start, end):
        return office
    convention = None
    republic = of_republic(text, start, end, names) if size and are_soviet(names) else None
    if republic:
        names, end = republic
        convention = None if names else _elsewhere(item.names)
    elif names and (0 < size <= placed.SHORT or national):
        names, end = placed.placed(text, start, end, names)
        if names is item.names and size <= placed.SHORT:
            names = placed.initialled(text[start:end], holders, names) or names
        convention = None if names else _elsewhere(item.names)
    if len(names) > 1:  # FO 371/84123, National Archives
        names = both(before.names, names) if before and stands_behind(text, before, item) else names
        told = by_code(text, end, names) or ((size == INITIALS or national) and by_series(text, end))
        told = told or by_mark(text, end, names)
        if not told:
            names, convention = of_tongue(text, end, names)
        names = told or narrowed(text[max(0, start - _NEAR) : end + _NEAR], names)
    if start and text[start - 1] == "." and text.startswith("ES.", start - _PARES):
        start -= _PARES  # ES.41091.AGI
    elif text.startswith(("US, ", "S, "), start):
        start = text.index(" ", start) + 1  # POL 27 VIET S, Department of State
    if (opened := text.rfind("(", start, end)) > start and ")" not in text[opened : end + 1]:
        start += _in_bracket(text, start, opened, names)
    end = placed.with_part(text, start, _end(text, start, end))
    if size > WRITTEN_OUT and (town := _TOWN_ON.match(text, end)) and _is_its_town(town[1], names):
        end = town.end()  # Kennedy Library, Boston NSF Box 12
    one_of_many = national or text.startswith("Foreign Ministry", start)
    if one_of_many and (abroad := _of_a_nation(text, start, end, item.names)):
        return abroad
    if "," in text[start:end] and (article := _ARTICLE.search(text, max(0, start - 4), start)):
        start = article.start()  # The Hague, Nationaal Archief
    end = _with_branch(text, end, names)
    if size and "," in text[max(0, start - 2) : start]:
        start = _with_town(text, start, names)
        if start == item.start and (other := _other_town(text, item, end)) >= 0:
            return Holder(other, end, text[other:end], convention=_elsewhere(item.names))
    return Holder(start, end, text[start:end], names, item.what == "same", convention=convention)


def _in_bracket(text: str, start: int, opened: int, names: Sequence[Name]) -> int:
    """Return how long the town is before a bracket that its archive stands in: ``Oxford (Bodleian, MS 5)``."""
    return opened + 1 - start if _is_its_town(text[start:opened].strip(), names) else 0


def _end(text: str, start: int, end: int) -> int:
    """Return where the archive from *start* to *end* ends, with its bracket closed or left out, and its library."""
    if (opening := _QUOTES.get(text[end : end + 1])) and text.count(opening, start, end) == 1:
        end += opening == text[end] or text.find(text[end], start, end) < 0  # Архив общества «Мемориал»
    if (opened := text.rfind("(", start, end)) > start and text.find(")", opened, end) < 0:
        # Archivo General de Indias (Sevilla); but AN (Paris, Pierrefitte)
        return end + 1 if text[end : end + 1] == ")" else len(text[:opened].rstrip())
    keeper = _KEEPER.match(text, end) if text.startswith(_KEEPERS, end) else None
    if keeper and (keeper["library"] or end - start > WRITTEN_OUT):
        return keeper.end()  # University of Oregon Library; Balliol College Archives; Nixon Library and Museum
    if text.startswith("-", end) and " " in text[start:end] and (part := _PART_OF_TOWN.match(text, end)):
        return part.end()  # BA Berlin-Lichterfelde
    if text.startswith(". ", end) and _TITLE_ON.match(text, end):
        return end + 1  # A.H.N. Casa de Osuna: the point is the code's; but A.H.N. Other
    return end


def _with_branch(text: str, end: int, names: Sequence[Name]) -> int:
    """Return where an archive ends that one of its branches is told behind: ``Архив МВД Грузии (II)``, ``НАА ОПД``."""
    gap = _BRANCH_GAP.match(text, end)
    if gap is None:
        return end
    for name in names:
        for called in tables.archives()[name.archive].branch_names.values():
            for branch in called:
                stop = gap.end() + len(branch)
                if text.startswith(branch, gap.end()) and not text[stop : stop + 1].isalnum():
                    return stop
    return end


_BRANCH_GAP = pattern(r"[.,]? ")
_TITLE_ON = pattern(r"(?<=\.[A-ZÀ-Þ])\. [A-ZÀ-Þ][^\W\d_]+ [^\W\d_]")
"""The title of a holding behind a code whose points it ends with."""
_QUOTES = {"»": "«", '"': '"', "”": "“", "“": "„"}
"""Quotation marks that close a name, and what opens it."""
_TOWN_ON = pattern(r",? ([A-Z][a-z]{2,12}(?: [A-Z][a-z]{2,12})?)(?= [A-Z]{2,5}[ /](?:[A-Z]|\d|Box))")
"""The town behind an archive and right before the letters of its mark."""
_PARES = len("ES.41091.")
"""So much stands before the code of an archive in the catalogue of the Spanish state archives."""
_PART_OF_TOWN = pattern(r"-(?:[a-z]{1,3}-|La )?[A-ZÀ-Ž][a-zß-ÿ]{3,}(?=[ ,;:.)\]]|$)")
_KEEPERS = (" Librar", " Archiv", " Munim", " and Mus", " & Mus")
_KEEPER = pattern(
    r" (?:(?P<library>Library|Libraries|(?<=Library )(?:and|&) Museum)|Archives?(?: and Manuscripts| Centre)?"
    r"|Muniments)\b(?! of\b)"
)
_ARTICLE = pattern(r"\b(?:The|Den|La|Los|Las|Le) $")
"""The article before the town of an archive: ``The `` of *The Hague, Nationaal Archief*."""

_NATION = worded(
    r"(?:^|[,;:(.] ?|\d )"
    r"((?!(?:{leads}s?|British|American|Washington|Courtesy|London|Also|Photo)\b)"
    r"[A-Z][a-z]{3,}(?: [A-Z][a-z]+)? )$"
)
"""A country before ``National Archives``: those are no archives of Great Britain or America."""
_OF_NATION = pattern(
    r"(?: (?:and|&) (?:Library|Libraries|Records(?: Service)?)(?: Agency| Service)?)?"
    r" of (?:the )?(?!United|U\.|US|UK|America|England|Britain|Great)[A-Z][a-zà-ÿ]+(?:[ -][A-Z][a-zà-ÿ]+)*"
    r"|(?<=hivo [Nn]acional) de(?:l| la)? [A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?"
    r"|(?<=uivo [Nn]acional) d[eoa] (?!Rio\b)[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?"
    r"|(?<=[Nn]ationales) (?:du |de la |de l['’]|des |de |d['’])(?!France|Paris|Pierrefitte|Fontainebleau|Roubaix)"
    r"[A-ZÀ-Þ][\w'’-]+(?:[ -][A-ZÀ-Þ][\w-]+){0,2}"
)
"""A country behind them that no table has."""


def _elsewhere(names: Sequence[Name]) -> str:
    """Return the convention to read by where none of *names* is in the place beside it."""
    own = max(names, key=lambda name: name.preferred)
    return levels.of_all(names) or tables.archives()[own.archive].convention


def _of_a_nation(text: str, start: int, end: int, names: Sequence[Name]) -> Holder | None:
    """Return the national archives of a country that no table has, where one is named before or behind them."""
    ministry, french = text.startswith("Foreign Ministry", start), text.startswith("Archives", start)
    convention = convention_of(text[start:end]) if ministry else _elsewhere(names)
    nation = None if french else _NATION.search(text, max(0, start - 40), start)
    behind = None if nation or ministry else _OF_NATION.match(text, end)
    if nation:
        start = nation.start(1)
    elif behind:
        end = behind.end()
    else:
        return None
    return Holder(start, end, text[start:end], convention=convention)


def _with_town(text: str, start: int, names: Sequence[Name]) -> int:
    """Return where the town begins that stands before its archive at *start*: ``Kew, The National Archives``."""
    for _ in range(3):
        before = _CLAUSE_BEFORE.search(text, max(0, start - 40), start)
        if before is None or not (_is_its_town(before["v"], names) or (_STATE.fullmatch(before["v"]))):
            return (
                before.start("v") if before and is_its_school(before["v"], [name.archive for name in names]) else start
            )
        if _STATE.fullmatch(before["v"]):
            outer = _CLAUSE_BEFORE.search(text, max(0, before.start("v") - 40), before.start("v"))
            if outer is None or not _is_its_town(outer["v"], names):
                return start
        start = before.start("v")
    return start


def _other_town(text: str, item: Found, end: int) -> int:
    """Return where the town before what many archives are called begins, where none of them is in it; -1 without one.

    So ``Albi, Bibliothèque municipale`` is the library of that town, which no table has.
    """
    if len(item.names) < _MANY or not (before := _OTHER_TOWN.search(text, max(0, item.start - 40), item.start)):
        return -1
    behind = text[end : end + 40].strip(" ,(").partition(",")[0]
    return -1 if _is_its_town(behind.rstrip(") "), item.names) else before.start("v")


_MANY = 5
"""What so many archives are called is the name of none."""
_OTHER_TOWN = pattern(
    r"(?:^|[;(\[:] ?|\d[.)]? |- )"
    r"(?P<v>[A-ZÀ-Þ][\w'’]+(?:(?:[- ][a-zà-ÿ]{1,3})?[- ](?:[ld]['’])?[A-ZÀ-Þ][\w'’]+){0,3}), ?$"
)


def _is_its_town(said: str, names: Sequence[Name]) -> bool:
    known = tables.archives()
    return any(said in _towns(known[name.archive]) for name in names)


def _towns(archive: Archive) -> list[str]:
    """Return the towns of *archive*, as they are called in several languages."""
    return [town for one in archive.towns for town in (one, *_TOWNS.split(one), one.partition(",")[0]) if town]


_TOWNS = pattern(r" / | \(|\)|, ")
"""What parts the names of several towns."""
_STATE = pattern(r"[A-Z]{2}|[A-Z]\.[A-Z]\.|[A-Z][a-z]{1,4}\.")
"""A state of the United States: ``MA``, ``D.C.``, ``Mass.``."""
_CLAUSE_BEFORE = pattern(r"(?:^|[,;.(:“”\"/] ?)(?P<v>[^\W\d_][^,;:()\d]{0,29}[^,;:()\d ])(?:, ?| ,)$")
"""The clause right before an archive."""

FAR = 600
"""How far two names may stand apart that are taken for one."""
_NEAR = 300
"""How far words that tell archives of one code apart may stand from it."""
