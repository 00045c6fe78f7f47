"""Which archives a line names, each with the town and the code that stand beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from provcheck import tables
from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.kinds import TITLES, kind
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import has_figure
from provcheck.archives.lexicon.vocabulary import Name
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading import levels
from provcheck.archives.reading.draft import Holder
from provcheck.archives.reading.holders import authorities, placed
from provcheck.archives.reading.holders.authorities import WRITTEN_OUT
from provcheck.archives.reading.holders.beside import belongs, both, stands_behind
from provcheck.archives.reading.holders.lookalikes import goes_on, is_code_part, is_fonds_of
from provcheck.archives.reading.holders.meant import by_mark, by_series, narrowed
from provcheck.archives.reading.holders.namesakes import is_in_name, is_in_title, is_other_name, is_publisher
from provcheck.archives.reading.holders.repeated import is_no_ibid
from provcheck.archives.reading.institutions.clauses import convention_of
from provcheck.model.archive import Archive
from provcheck.model.lazy import pattern

_SHORT_CODE = 6
"""So many letters a short name has at most that may be part of a code."""
_INITIALS = 2
"""So many letters stand for national archives, and the series tells which: ``NA CO 123/4``."""


@dataclass(slots=True)
class _Passed:
    """What was found in a line before an archive."""

    right_before: Found | None = None
    label: bool = False
    """A word for a level or leaves."""
    fonds: Found | None = None
    """The last word for a fonds."""


def holders_in(text: str, found: list[Found]) -> list[Holder]:
    """Return the archives of the line, in order; a name and the code in brackets after it are one."""
    holders: list[Holder] = []
    passed = _Passed()
    for item in found:
        what = item.what
        if what in _ARCHIVES:
            last = holders[-1] if holders else None
            if not _is_none(text, found, item, passed, last):
                if last and authorities.is_maker(text, last, item):
                    holders.pop()
                holders.append(_holder(text, item, holders))
        else:
            if what == "label":
                passed.label = True
            if item.labels.of_fonds:
                passed.fonds = item
        passed.right_before = item
    return holders


def _is_none(text: str, found: list[Found], item: Found, passed: _Passed, last: Holder | None) -> bool:
    """Tell whether *item* is no archive: part of a code, of a title, of the archive before it."""
    start, end, what = item.start, item.end, item.what
    size, before = end - start, last if last and start - last.end < _FAR else None
    fonds = passed.fonds if size <= _SHORT_CODE and passed.fonds and not _has_fond(text, found, item) else None
    announced = fonds if passed.right_before is passed.fonds else passed.right_before
    if size > _SHORT_CODE and passed.fonds and is_fonds_of(text, passed.fonds, item, before):
        return True
    if size <= _SHORT_CODE and (
        is_code_part(text, item, announced, last, before) or (fonds and goes_on(text, fonds, item))
    ):
        return True
    if size <= _SHORT_CODE and text[start - 1 : start].isspace() and _REGISTERED.search(text, max(0, start - 8), start):
        return True  # GB 133 AGP/1/12
    if not size and before is not None and _is_own_code(text, before, item):
        return True
    if size and (is_other_name(text, item) or is_publisher(text, item)):
        return True
    if before is not None and authorities.has_records(text, before, item):
        return True
    if what == "archive" and (_is_spoken_of(text, found, item) or _is_of_next(text, found, item)):
        return True
    if what == "same" and is_no_ibid(text, found, item, last, near=before is not None):
        return True
    if before is not None and size <= _SHORT_CODE and _OF_A_BODY.fullmatch(text, before.end, start):
        return True  # ANIC, CC of the RCP, Section; BOA, C. ADL.
    if 2 < size <= WRITTEN_OUT and text[start - 3 : start] in _OF_IT and is_in_name(text, item, False):
        return True  # Revista do IHGB
    if _INITIALS < size <= WRITTEN_OUT and _TITLE_ENDS.match(text, end) and is_in_title(text, found, item):
        return True  # folder “Visit to RGASPI,” box 3, Hoover Institution Archives
    if size > WRITTEN_OUT:
        within = before is not None and ";" not in text[before.end : start]
        if within and text[start:end] in vocabulary.wording().namesakes:
            return True  # Bush Presidential Records, National Security Council, Robert Gates Files
        if is_in_title(text, found, item):
            return True
    if before and not before.same and what == "archive" and belongs(text, before, item):
        return True
    if size <= WRITTEN_OUT:
        return False
    return is_in_name(text, item, passed.label or before is not None or _FILMED.match(text, end) is not None)


_REGISTERED = pattern(r"\bGB[ -]\d{2,4} $")
"""An archive by its number in the British register, before the code of a holding."""
_FILMED = pattern(
    r"(?:, [A-Z][A-Za-z. ]{2,30})?, (?:[MT]-?\d{1,4}, (?:[Rr]oll|[Rr]eel)s? |(?:[Rr]oll|[Rr]eel) \d{1,4}, [MT]-?\d)"
)
"""A film behind a name, which is that of what is filmed: ``Letters of the Department of State, Peru, M1, Roll 3``."""
_OF_A_BODY = pattern(r", (?:the )?(?:[A-Z][\w.]* ?){1,3}of the $|, CC $|[,.] ?[A-Z]\. ?$")
"""The office of a body, behind the archive that keeps its papers; the first letter of a holding's sign."""
_TITLE_ENDS = pattern(r"[,.]?[”\"»’][,.]? ")
"""A title's end, behind an archive that it names, with more to come."""


def _is_spoken_of(text: str, found: list[Found], item: Found) -> bool:
    """Tell whether a province has another behind it whose archive is meant: ``Gansu is told of in Hunan, 1-5-8``."""
    if not item.names or item.names[0].status != "place":
        return False
    nearest = next((other for other in found if other.start > item.end and other.what == "archive"), None)
    if nearest is None or nearest.start - item.end > _LINE or not nearest.names or nearest.names[0].status != "place":
        return False
    gap = text[item.end : nearest.start]
    return gap != ", " and not has_figure(gap) and ";" not in gap


def _is_of_next(text: str, found: list[Found], item: Found) -> bool:
    """Tell whether a file is of the archive abroad right behind it: ``CAB 121/4/3, Archives New Zealand``."""
    code = _FILE_ALONE.match(text, item.start)
    if code is None or not (item.start == item.end or _BOXED.search(text, max(0, item.start - 12), item.start)):
        return False
    behind = next((other for other in found if other.start == code.end() and other.names), None)
    if behind is None:
        return False
    known = tables.archives()
    own, other = ({known[name.archive].country for name in found.names} for found in (item, behind))
    return own.isdisjoint(other)


_BOXED = pattern(r"[Bb]ox \w+, $")
_FILE_ALONE = pattern(r"[A-Z]{2,5} ?\d+(?:/\d+){2,}(?: [Pp](?:ar)?ts? \d+(?:[-–]\d+)?)?(?:, f[a-z]*\.? \d+)?,? ")
"""A file of several numbers, where a series and its piece have two."""
_LINE = 90
"""So far a province may stand before the one that is meant."""


def _has_fond(text: str, found: list[Found], item: Found) -> bool:
    """Tell whether a fond stands right behind *item*, so that no title is before: ``Фонд писем в РГАЛИ (ф. 558``."""
    label = next((other for other in found if other.start >= item.end), None)
    return label is not None and label.labels.of_fonds and bool(label.valued) and label.start - item.end < _CLOSE


_CLOSE = 4
"""How far from its archive a fond may begin."""


def _is_own_code(text: str, before: Holder, item: Found) -> bool:
    """Tell whether a code right behind an archive is its own though another has series called so: ``NAI, ED/1/23``."""
    start, others = item.start, {name.archive for name in item.names}
    if start - before.end > len(", ") or any(name.archive in others for name in before.names):
        return False
    known, conventions = tables.archives(), tables.conventions()
    only = {name.archive for name in before.names}
    abroad = {known[own].country for own in only}.isdisjoint(known[one].country for one in others)
    if abroad and (len(only) == 1 or len(before.written) > _INITIALS) and _FEW_LETTERS.match(text, start):
        return True  # PA AA, AB 2/801: no series of Kew
    heads = (conventions[known[name.archive].convention].levels[0] for name in before.names)
    return any(
        head.required and not head.words and head.kind not in TITLES and kind(head.kind).shape.match(text, start)
        for head in heads
    )


_FEW_LETTERS = pattern(r"[A-Z]{1,2}[ /]?\d")
"""A code whose letters are too few to tell whose it is behind an archive of another country."""


def _holder(text: str, item: Found, holders: list[Holder]) -> Holder:
    """Return the archive that *item* names, as those of its names tell that the place beside it leaves."""
    start, end, names = item.start, item.end, item.names
    size, before = end - start, holders[-1] if holders and start - holders[-1].end < _FAR else None
    national = size > WRITTEN_OUT and text[start:end].lower() in vocabulary.wording().of_nations
    if (office := placed.prosecutor_end(text, start, end)) > 0:
        return Holder(start, office, text[start:office], convention=convention_of("Staatsanwaltschaft"))
    convention = None
    if names and (0 < size <= placed.SHORT or national):
        names, end = placed.placed(text, start, end, names)
        if names is item.names and size <= placed.SHORT:
            names = placed.initialled(text[start:end], holders, names) or names
        convention = None if names else _elsewhere(item.names)
    if len(names) > 1:  # FO 371/84123, National Archives
        names = both(before.names, names) if before and stands_behind(text, before, item) else names
        told = (size == _INITIALS or national) and by_series(text, end)
        names = told or by_mark(text, end, names) or narrowed(text[max(0, start - _NEAR) : end + _NEAR], names)
    if text.startswith(("U.S.", "A.D. ", "A.M. "), start - 2) and start > 1:
        start -= 2
    elif start > 2 and text.startswith("A. D. ", start - 3):
        start -= 3
    elif start and text[start - 1] == "." and text.startswith("ES.", start - _PARES):
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


_TITLE_ON = pattern(r"(?<=\.[A-ZÀ-Þ])\. [A-ZÀ-Þ][^\W\d_]+ [^\W\d_]")
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
_OF_IT = frozenset({"do ", "el ", "da ", "la ", "de "})
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
            return start
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
_ARCHIVES = frozenset({"archive", "same"})
_FAR = 600
"""How far two names may stand apart that are taken for one."""
_NEAR = 300
"""How far words that tell archives of one code apart may stand from it."""
