"""Which archives a line names, each with the town and the code that stand beside it."""

from __future__ import annotations

from collections.abc import Sequence

from provcheck import tables
from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.vocabulary import Name
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading import levels, placed
from provcheck.archives.reading.beside import belongs, both, stands_behind
from provcheck.archives.reading.draft import Holder
from provcheck.archives.reading.lookalikes import (
    goes_on,
    is_code_part,
    is_in_name,
    is_in_title,
    is_other_name,
    quotations,
)
from provcheck.archives.reading.meant import narrowed
from provcheck.model.archive import Archive
from provcheck.model.lazy import pattern


def holders_in(text: str, found: list[Found]) -> list[Holder]:
    """Return the archives of the line, in order; a name and the code in brackets after it are one."""
    holders: list[Holder] = []
    labels = False
    quoted: list[tuple[int, int]] | None = None
    previous: Found | None = None
    fonds: Found | None = None
    for item in found:
        what = item.what
        if what == "label":
            labels = True
        if what not in _ARCHIVES:
            previous = item
            if item.labels.of_fonds:
                fonds = item
            continue
        label, previous = previous, item
        start, end = item.start, item.end
        last = holders[-1] if holders else None
        before = last if last and start - last.end < _FAR else None
        size = end - start
        if size < 7 and (is_code_part(text, item, label, last, before) or (fonds and goes_on(text, fonds, item))):
            continue
        if size and is_other_name(text, item):
            continue
        if what == "same" and text[end : end + 1] not in {".", ","} and vocabulary.needs_sign(text[start:end]):
            continue  # Uo., the Hungarian ibid., but the pinyin of "uo yilai"
        if (
            before
            and size > 12
            and text[start:end] in vocabulary.wording().namesakes
            and ";" not in text[before.end : start]
        ):
            continue  # Bush Presidential Records, National Security Council, Robert Gates Files
        if 2 < size <= 12 and text[start - 3 : start] in _OF_IT and is_in_name(text, item, False):
            continue  # Revista do IHGB
        if size > 12:
            quoted = quotations(text) if quoted is None else quoted
            if quoted and is_in_title(text, found, item, quoted):
                continue
        if before and not before.same and what == "archive" and belongs(text, before, item):
            continue
        if size > 12 and is_in_name(text, item, labels or before is not None):
            continue
        names = item.names
        convention = None
        if names and (0 < size <= placed.SHORT or size in _NATIONAL):
            names, end = placed.placed(text, start, end, names)
            if names is item.names and size <= placed.SHORT:
                names = placed.initialled(text[start:end], holders, names) or names
            convention = None if names else _elsewhere(item.names, size)
        if len(names) > 1:  # FO 371/84123, National Archives
            names = both(before.names, names) if before and stands_behind(text, before, item) else names
            names = narrowed(text[max(0, start - _NEAR) : end + _NEAR], names)
        if text.startswith("U.S.", start - 2) and start > 1:
            start -= 2
        if (opened := text.rfind("(", start, end)) > start and text.find(")", opened, end) < 0:
            # Archivo General de Indias (Sevilla); but AN (Paris, Pierrefitte)
            end = end + 1 if text[end : end + 1] == ")" else len(text[:opened].rstrip())
        elif text.startswith(" Librar", end) and (library := _LIBRARY.match(text, end)):
            end = library.end()  # University of Oregon Library
        if (size in _NATIONAL or text.startswith("Foreign Ministry", start)) and (
            abroad := _of_a_nation(text, start, end)
        ):
            holders.append(abroad)
            continue
        if "," in text[start:end] and (article := _ARTICLE.search(text, max(0, start - 4), start)):
            start = article.start()  # The Hague, Nationaal Archief
        if size and "," in text[max(0, start - 2) : start]:
            start = _with_town(text, start, names)
        holders.append(Holder(start, end, text[start:end], names, what == "same", convention=convention))
    return holders


_LIBRARY = pattern(r" (?:Library|Libraries)\b")
_ARTICLE = pattern(r"\b(?:The|Den|La|Los|Las|Le) $")
_OF_IT = frozenset({"do ", "el ", "da ", "la ", "de "})
_NATIONALES = len("Archives nationales")
_NATIONAL = frozenset({len("National Archives"), len("National Archive"), _NATIONALES})
_NATION = worded(
    r"(?:^|[,;:(.] ?|\d )"
    r"((?!(?:{leads}s?|British|American|Washington|Courtesy|London|Also|Photo)\b)"
    r"[A-Z][a-z]{3,}(?: [A-Z][a-z]+)? )$"
)
"""A country before ``National Archives``: those are no archives of Great Britain or America."""
_OF_NATION = pattern(
    r"(?: (?:and|&) (?:Library|Libraries|Records(?: Service)?)(?: Agency| Service)?)?"
    r" of (?:the )?(?!United|U\.|US|UK|America|England|Britain|Great)[A-Z][a-zà-ÿ]+(?:[ -][A-Z][a-zà-ÿ]+)*"
)
"""A country behind it that no table has."""
_ABROAD = pattern(
    r"(?<=[Nn]ationales) (?:du |de la |de l['’]|des |de |d['’])(?!France|Paris|Pierrefitte|Fontainebleau|Roubaix)"
    r"[A-ZÀ-Þ][\w'’-]+(?:[ -][A-ZÀ-Þ][\w-]+){0,2}"
)
"""A country behind ``Archives nationales``: those are not France's."""


def _elsewhere(names: Sequence[Name], size: int) -> str:
    """Return the convention to read by where none of *names* is in the place beside it; the name has that *size*."""
    if size in _NATIONAL:
        return "french" if size == _NATIONALES else "british"
    own = max(names, key=lambda name: name.preferred)
    return levels.of_all(names) or tables.archives()[own.archive].convention


def _of_a_nation(text: str, start: int, end: int) -> Holder | None:
    """Return the national archives of a country that no table has, where one is named before or behind them."""
    ministry = "papers" if text.startswith("Foreign Ministry", start) else "british"
    convention = "french" if end - start == _NATIONALES else ministry
    nation = None if convention == "french" else _NATION.search(text, max(0, start - 40), start)
    if nation:
        start = nation.start(1)
    elif ministry == "papers":
        return None
    elif behind := (_ABROAD if convention == "french" else _OF_NATION).match(text, end):
        end = behind.end()
    else:
        return None
    holder = Holder(start, end, text[start:end])
    holder.convention = convention
    return holder


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


def _is_its_town(said: str, names: Sequence[Name]) -> bool:
    known = tables.archives()
    return any(said in _towns(known[name.archive]) for name in names)


def _towns(archive: Archive) -> list[str]:
    """Return the towns of *archive*, as they are called in several languages."""
    return [town for one in archive.towns for town in (one, *_TOWNS.split(one), one.partition(",")[0]) if town]


_TOWNS = pattern(r" / | \(|\)|, ")
_STATE = pattern(r"[A-Z]{2}|[A-Z]\.[A-Z]\.|[A-Z][a-z]{1,4}\.")
_CLAUSE_BEFORE = pattern(r"(?:^|[,;.(:“”\"/] ?)(?P<v>[^\W\d_][^,;:()\d]{0,29}[^,;:()\d ])(?:, ?| ,)$")
"""The clause right before an archive."""
_ARCHIVES = frozenset({"archive", "same"})
_FAR = 600
"""How far two names may stand apart that are taken for one."""
_NEAR = 300
"""How far words that tell archives of one code apart may stand from it."""
