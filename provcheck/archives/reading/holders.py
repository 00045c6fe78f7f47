"""Which archives a line names, and which institutions they are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from operator import itemgetter

from provcheck import tables
from provcheck.archives.lexicon import sight, vocabulary
from provcheck.archives.lexicon.romanise import spellings
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.vocabulary import Name
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.lexicon.words import Word
from provcheck.archives.reading import levels, placed
from provcheck.archives.reading.beside import belongs, both, stands_behind
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.archives.reading.lookalikes import (
    goes_on,
    is_code_part,
    is_in_name,
    is_in_title,
    is_other_name,
    quotations,
)
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


_ROMAN = pattern(r"[IVXLC]+")
ABBREVIATION = r"(?:[A-ZА-ЯІЇЄҐЎ][a-zа-яіїєґў]{0,3}){3,10}"
"""The short name of an archive, perhaps with small letters: ``ЗГАСлц``, ``TsDAHOU``."""
_ABBREVIATION = pattern(ABBREVIATION)


def _first_valued(found: list[Found]) -> Found | None:
    """Return the first label that a number follows."""
    for item in found:
        if item.valued:
            return item
    return None


def unnamed(text: str, words: list[Word], found: list[Found]) -> Holder | None:
    """Return the unknown archive that a capital abbreviation right before the first label may be."""
    label = _first_valued(found)
    if label is None:
        return None
    last = bisect_right(words, label.start, key=itemgetter(2))
    before = words[max(0, last - _NEAR_WORDS) : last]
    if not before:
        return None
    if named := unknown(text, before, label.start):
        return named
    if label.labels.of_fonds and (code := small_code(text, before, label.start)):
        return code
    edge = label.start
    for word, start, end in reversed(before[-4:]):
        gap = text[end:edge]
        if len(gap) > 4 or gap.strip(" \u00a0,.:;()"):
            break
        if not (len(word) > 1 and (word.isupper() or _ABBREVIATION.fullmatch(word))) or _ROMAN.fullmatch(word):
            break
        edge = start
    end = before[-1][2]
    return Holder(edge, end, text[edge:end]) if edge < end else None


def small_code(text: str, before: list[Word], fond: int) -> Holder | None:
    """Return the archive whose short name stands right before the *fond* in small letters: ``rgaspi, f. 17``."""
    if not before or text[before[-1][2] : fond].strip(" ,.:"):
        return None
    for count in (3, 2, 1):
        start, written = before[-count:][0][1], text[before[-count:][0][1] : before[-1][2]]
        if len(written) < _LONG_CODE or not written.islower():
            continue
        if names := vocabulary.follow(vocabulary.archive_codes(), written.upper().split(" ")).get(""):
            return Holder(start, start + len(written), written, tuple(names))
    return None


_LONG_CODE = 4
"""How many letters a short name has that is known in small letters too."""
_ABBREVIATED = pattern(
    r"(?:^|[(;] ?|[.”\"] |[”\"], )(?P<v>[^\W\d_a-zß-ÿ]{3,}(?:[-/][A-Z]+)?), (?=[^\W\d_][^;()\n]{2,90}$)"
)


def abbreviated(text: str, found: list[Found], convention: str) -> Holder | None:
    """Return the unknown archive that a capital abbreviation is, with titles between it and the first label."""
    label = _first_valued(found)
    if label is None or tables.conventions()[convention].languages[0] not in vocabulary.wording().titles_first:
        return None
    name = _ABBREVIATED.search(text, max(0, label.start - 120), label.start)
    return Holder(name.start("v"), name.end("v"), name.group("v")) if name else None


_NEAR_WORDS = 10
"""How many words before the first label may name an archive."""
_PAPERS = worded(r", [^,]*{papers}$")
_CLAUSE = pattern(r"(?:^(?:\W?\d{1,4}\W{0,2}\s)?|[;:(\[]|//|\.\s(?=[A-ZА-ЯІЇЄ])|\n|\d,)[\s*#«“|_]*")


def unknown(text: str, before: list[Word], label: int) -> Holder | None:
    """Return an archive not in the tables: the clause right before the first label, where it says so (Госархив …)."""
    archival, table = vocabulary.stems("archive_words"), vocabulary.wording()
    near = (start for word, start, end in before if label - end < 90 and vocabulary.stem(word) in archival)
    for said in near:
        starts = [match.end() for match in _CLAUSE.finditer(text, 0, said + 1) if match.end() <= said]
        start = max(starts, default=said)
        chunk = text[start:label].rstrip(" ,.:;–—-(\u00a0")
        if papers := _PAPERS.search(chunk):
            chunk = chunk[: papers.start()]
        if chunk.lower() in table.file_follows or any(word in chunk.lower() for word in table.not_institutions):
            return None
        if chunk and len(chunk) <= 90 and not any(c.isdigit() or c in "«»“”:" for c in chunk):
            return Holder(start, start + len(chunk), chunk)
    return None


def narrowed(text: str, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Leave of several archives that share a name those to which most words of the line point (NAI, DFA: Dublin)."""
    counts = {
        name.archive: sum(_stands_in(text, hint) for hint in _said(name.archive) if hint in text) for name in names
    }
    top = max(counts.values(), default=0)
    return tuple(name for name in names if counts[name.archive] == top) if top else names


@cache
def _said(archive: str) -> tuple[str, ...]:
    """Return the words that point to *archive*: its hints and towns."""
    row = tables.archives()[archive]
    return (*row.hints, *row.towns)


def _stands_in(text: str, hint: str) -> bool:
    at = text.find(hint)
    while at >= 0:
        end = at + len(hint)
        if not (at and text[at - 1].isalnum()) and not (text[end : end + 1].isalpha() and hint[-1].isalpha()):
            return True
        at = text.find(hint, end)
    return False


def resolve(words: list[Word], drafts: list[Draft]) -> None:
    """Say which institution each archive's name means, where something in the line decides."""
    open_ones: list[Draft] = []
    for draft in drafts:
        _move_into_part(draft)
    for draft in drafts:
        if draft.holder is not None and draft.holder.id is None and draft.holder.names:
            draft.holder.id = _only_one(draft.holder.names, draft)
            if draft.holder.id is None:
                open_ones.append(draft)
    if not open_ones:
        return
    stems = frozenset(vocabulary.stem(word) for word, _, _ in words)
    known = tables.archives()
    beside = {d.holder.id for d in drafts if d.holder and d.holder.id}
    for draft in (*open_ones, *open_ones):  # what is decided may decide another one
        holder = draft.holder
        if holder is not None and holder.id is None:
            towns, countries = {known[i].city for i in beside}, {known[i].country for i in beside}
            holder.id = _likeliest(holder, stems, towns, countries)
            beside |= {holder.id} if holder.id else set()


def _only_one(names: Sequence[Name], draft: Draft) -> str | None:
    if len(names) == 1:
        return names[0].archive
    candidates = {name.archive for name in names}
    if len(candidates) == 1:
        return candidates.pop()
    if own := [name for name in candidates if _has_code_of(name, draft)]:
        return own[0]  # JACAR, B02030123400: the letter tells who keeps the original
    known, common = tables.archives(), levels.soviet() if draft.convention == levels.first() else frozenset()
    fits = {i for i in candidates if known[i].convention == draft.convention or known[i].convention in common}
    return fits.pop() if len(fits) == 1 and draft.holder and not draft.holder.tied else None


def _has_code_of(archive: str, draft: Draft) -> bool:
    """Tell whether a level of *draft* is a code of *archive* that is known at sight."""
    shape = sight.everywhere().get(archive)
    return shape is not None and any(shape.fullmatch(level.value) for level in draft.levels)


def _likeliest(holder: Holder, stems: frozenset[str], towns: set[str], countries: set[str]) -> str | None:
    """Decide by the places named in the line, by where its other archives are, by whose short name it is first."""
    known = tables.archives()
    candidates = list(dict.fromkeys(name.archive for name in holder.names))
    hints = {i: _hints(i, stems) for i in candidates}
    best = max(hints.values())
    top = [i for i in candidates if hints[i] == best]
    if best and len(top) == 1:
        return top[0]
    current = [name for name in holder.names if name.status == "current" and name.archive in top]
    now = {name.archive for name in current} or top  # ЦГА РК was Karelia's, beside РГАСПИ it is Kazakhstan's
    for near in ([i for i in now if known[i].city in towns], [i for i in now if known[i].country in countries]):
        if len(near) == 1:
            return near[0]
    first = [name for name in current if name.preferred]
    for choice in (first,) if holder.tied else (current, first):
        # No other has it now; or the others have another short name of their own.
        if len(own := {name.archive for name in choice}) == 1:
            return own.pop()
    return None


def _move_into_part(draft: Draft) -> None:
    """Take the part of an archive that its first level tells: MfS in the Bundesarchiv is the Stasi Records Archive."""
    holder = draft.holder
    if holder is None or len(holder.names) != 1 or not draft.levels:
        return
    _, part = vocabulary.prefixes().get(draft.levels[0].value, ("", None))
    if part and part.archive.startswith(f"{holder.names[0].archive}-"):
        holder.names = (part,)


def _hints(archive: str, stems: frozenset[str]) -> int:
    """Count the words of the line that point to *archive*: places, and what its full names have of their own."""
    return len(_own_stems(archive) & stems)


@cache
def _own_stems(archive: str) -> frozenset[str]:
    row = tables.archives()[archive]
    named = (*row.towns, *row.hints, *row.names.values(), *row.aliases)
    generic = vocabulary.stems("generic")
    own = {
        stem
        for name in named
        for word in vocabulary.words_of(name)
        if vocabulary.stem(word) not in generic
        for written in spellings(word)
        for stem in vocabulary.name_stems(written)
    }
    return frozenset(stem for stem in own if len(stem) > 2) - generic
