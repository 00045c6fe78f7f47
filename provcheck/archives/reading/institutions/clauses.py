"""Institutions that are not in the tables: a clause says that it names an archive, and in which language."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from operator import itemgetter

from provcheck import tables
from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.vocabulary import wording
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.lexicon.words import Word
from provcheck.archives.reading.draft import BY_START, Holder
from provcheck.archives.reading.institutions import short_names
from provcheck.archives.reading.institutions.behind import SERIAL, code_behind
from provcheck.archives.reading.institutions.courts import courts_in
from provcheck.archives.reading.levels import first
from provcheck.model.kept import kept
from provcheck.model.lazy import pattern

_CLAUSE = pattern(r"(?:[^,;:.()|\[\]\n“”\"«»©]|(?<=\b[^\W\d_])\.|(?<=\bSt)\.|\.(?=\w))+")
_HAN_CLAUSE = pattern(r"(?:[^,;:.()\[\]\n“”\"«» ①-⑳]|(?<![馆館]) )+")
"""In China the name of an archive ends with its word, whatever follows."""
_NAME = pattern(r"[^\W\d_][^\d]*")
_TITLED = pattern(r"[,:] ?\d[\d.]{0,9},? ")
"""A fonds by its number before its title, which may name an archive: ``NL-AbCdE, 1018 Archief van de stad``."""
_CODE_IN = pattern(r"(?: (?:[A-Z]{1,4}|[A-Z][a-z]{1,4}\.)(?:/[A-Z]{1,4})*){0,3} (?:[A-Z]{1,4}(?:/[A-Z]{1,2})?[/-]?)?\d")
"""Where a code begins that follows the name of an institution without a comma: ``Stadtarchiv Wil B I 273``."""
_FOND_IN = pattern(
    r" (?:[Фф](?:онд)?\.? ?(?:№ ?)?[^\W\d_]?-?\d|(?:[Rr]eel|[Rr]oll|[Mm]icrofilm|[Bb]ox) (?:[A-Z]{1,2} ?)?\d)"
)
"""Where a fond or a film begins that follows it so: ``Архив города Энска Ф. 3``, ``Iowa Archives reel 4``."""
_GOES_ON = (" to", " from", " by", " as", " with", " for", " is", " was", " are", " has")
"""How a sentence leads on to a code, and no name ends."""
_SIGNS, _REFERRED = frozenset(".:"), pattern(r" (?:[Cc]atalogue )?[Rr]ef(?:erence)?$")
"""A word that leads from an institution to its code without a comma: ``Doe Library Ref: MS 12``."""
_LONGEST = 90
_KIN_CLAUSES = 8
"""How many clauses before an institution, or after it, may belong to its name."""
_WITHIN = worded(r"(?<!\w)(?:{within})(?: (?:the |l[ae] |l['’])?|['’])(?=[A-ZÀ-ÞА-ЯЁІЇЄҐ])", re.IGNORECASE)
"""What leads to it from what is said of a document: ``Letter in``, ``the original is held at the``."""
_NOTE = pattern(r"\d{1,4} (?=[A-ZÀ-ÞА-ЯЁІЇЄҐ])")
"""The number of a note before the name."""
_SEEN = worded(r"(?:{compared}|{leads})\b[.:]? (?:(?:the|la|el|das|die|les) )?(?=[A-ZÀ-Þ])", re.IGNORECASE)
"""What leads to it: ``See also``."""
_NUMBER = pattern(r" (?!(?:1[5-9]|20)\d\d\b)\d{1,5}[A-Z]?(?:, [A-ZÀ-Þ]| [A-ZÀ-Þ][a-zà-ÿ]+ )")
"""A bare number, and the name of the holding that has it."""
_NEAR = 32
_NUMBERED = pattern(r"\b(?:[Aa]rchief|[Tt]oegang|[Bb]estand)(?:snummer|snr\.?|nummer|nr\.?)? ?\d[\d.]{0,12}[a-z]? \($")
"""What the number of a fonds makes of the name behind it in brackets: a title: ``archiefnummer 1 (Archief van …)``."""
_PERSONAL = pattern(r"(?:Archiv|Archiwum|Arhiv|Archive of|Archivo de|Archivio) (?:[A-Z]\. ?)+[A-Z][\w-]+")
"""The archive of a person, in private hands."""
_WORDS = pattern(r"[^\W\d_]+(?:['’‘-][^\W\d_]+)*")
_KIN = pattern(
    r"\b(?:Universit\w*|College|Institut\w*|Minist\w*|Church|Society|Museum|Department|Division|Special Collections"
    r"|Bibliot\w*"
    r"|Librar\w*|Archiv\w*|Arkiv\w*|Foundation|School|Academy|Diocese|Congregation|Council|Cathedral)\b"
)


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    """Return the words that tell an institution, longest first, each with its convention."""
    found = [(word, rules.id) for rules in tables.conventions().values() for word in rules.institutions]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@cache
def _sharing() -> dict[str, list[str]]:
    """Return the conventions that share each of these words."""
    shared: dict[str, list[str]] = {}
    for word, convention in _phrases():
        shared.setdefault(word, []).append(convention)
    return shared


def told_of_in(words: list[Word]) -> bool:
    """Tell whether among *words* is one at all by which an institution could be known."""
    return any(map(may_tell, map(itemgetter(0), words)))


@kept
def may_tell(word: str) -> bool:
    """Tell whether *word* is one of them, ends with one or begins several: ``Archiv``, ``Kreisarchiv``, ``Special``."""
    if word in short_names.firsts() or word in short_names.lands():
        return True
    low = word.lower().translate(vocabulary.APOSTROPHES).rstrip("'")
    return low in _ranks() or low.endswith(_endings()) or any(phrase.startswith(f"{low} ") for phrase in _spaced())


@cache
def _ranks() -> dict[str, int]:
    """Return the place of each of these words among them: the longest decides, and of two conventions the first."""
    return {word: rank for rank, (word, _) in reversed([*enumerate(_phrases())])}


@cache
def _spaced() -> tuple[str, ...]:
    return tuple(word for word in _ranks() if " " in word)


_MANUSCRIPT = pattern(
    r"(?:\b(?:MSS?|Mss?|mss?|Cod|cod|Hs)\b\.?) ?[A-Z\d]|rchives (?:[a-zéè]+ )?d(?:es?|u|['’])[^,;:()\d]{2,50}, "
    r"(?:\d{1,3} ?)?[A-Z]{1,3}(?: [IVX]+|\d{1,2})? ?\d+(?=[,;.)]|$)"
    r"|(?:档案馆|檔案館)[ ,:]{1,4}(?:(?:档号|檔號)?:? ?[A-Z]{0,3}\d{1,4}-|[^;。\n]{2,60}, ?[A-Z]{0,3}\d{1,4}-\d+-\d)"
)


_CALLED = pattern(
    r"(?:rchives?|ibrary|ollections?|ffice|RO|entre|enter|useum|ervice|tudies|niversity)(?: of [A-Z][a-z]+)?"
    r"(?: \([A-Z]{2,6}\))?(?:, [A-Z][a-z]+)?,? "
    r"(?!\d{1,2}/\d{1,2}/(?:\d\d)?\d\d(?!\d))(?:[A-Z][A-Za-z]{0,4}[ .]?){0,3}(?:[\d.]+[A-Z]?|[A-Z]{1,6})/[A-Z\d]"
)


def names_manuscript(text: str) -> bool:
    """Tell whether *text* has a call number, as those who keep it write it: ``ms. 527``, ``DC 90/2/1``, ``CC 789``."""
    return _MANUSCRIPT.search(text) is not None or ("/" in text and _CALLED.search(text) is not None)


@cache
def _endings() -> tuple[str, ...]:
    """Return those of these words that others may end with: ``Kreisarchiv``."""
    return tuple(word for word in _ranks() if " " not in word and (len(word) > 5 or not word.islower()))


_NO_NAME = pattern(r" v\. | (?:in|of|and|the|de|und|der)$")
"""A case in court, and what breaks off: ``Doe v. Board of Archives in``."""
_OF_OBLAST = pattern(r"\b(?:oblast|krai|gosudarstvenn|derzhavn)")
"""What only archives of the former Union have in their names, in Latin letters."""


def by_letters(text: str) -> frozenset[str]:
    """Return the conventions whose language *text* is in by letters that only this has: the ``ř`` of Czech."""
    low = text.lower()
    return frozenset(name for name, letters in _spellings() if any(map(low.__contains__, letters)))


@cache
def _spellings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((rules.id, rules.spelling) for rules in tables.conventions().values() if rules.spelling)


def convention_of(name: str) -> str | None:
    """Return the convention that an institution called *name* follows; None where the name says nothing of one.

    >>> convention_of("Staatsarchiv Basel-Stadt"), convention_of("Bishop's Palace")
    ('german', None)
    """
    low = name.lower().translate(vocabulary.APOSTROPHES)
    if _OF_OBLAST.search(low):
        return first()
    words, ranks = set(_WORDS.findall(low)), _ranks()
    told = [ranks[word] for word in words if word in ranks] + [ranks[phrase] for phrase in _spaced() if phrase in low]
    if not told:
        ended = [word for word in words if word.endswith(_endings())]
        told = [
            ranks[ending]
            for word in ended
            for ending in _endings()
            if word.endswith(ending) and len(word) > len(ending) + 2
        ]
    if not told or any(map(low.__contains__, wording().not_institutions)) or _NO_NAME.search(low):
        return None
    word, convention = _phrases()[min(told)]
    spelled = by_letters(low)
    return next(filter(spelled.__contains__, _sharing()[word]), convention) if spelled else convention


_QUOTED = pattern(r"“[^“”]{0,300}”|\"[^\"]{0,300}\"|„[^“”]{0,300}[“”]|«[^«»]{0,300}»")

_NAMED_FOR = pattern(r" (?:“[^“”\d]{2,40}”|\"[^\"\d]{2,40}\"|„[^“”\d]{2,40}[“”]|«[^«»\d]{2,40}»)(?=,)")
"""Whom an institution is named for, which is of its name: ``Biblioteca Civica "Ugo Rossi"``."""


@cache
def _of_persons() -> tuple[str, str]:
    """Return the archive that stands for the papers of persons, and its convention."""
    return next((rules.of_persons, rules.id) for rules in tables.conventions().values() if rules.of_persons)


def institutions_in(text: str) -> list[Holder]:
    """Return the clauses of *text* that name an archive or a library, with the neighbours that belong to the name."""
    quoted = [place for match in _QUOTED.finditer(text) for place in match.span()]
    clause_shape = _HAN_CLAUSE if "馆" in text or "館" in text else _CLAUSE
    clauses = [m for m in clause_shape.finditer(text) if m.group().strip()]
    found: list[Holder] = []
    telling = [word.start() for word in _WORDS.finditer(text) if may_tell(word.group())]
    for number, clause in enumerate(clauses):
        if bisect_left(telling, clause.start()) == bisect_left(telling, clause.end()) and clause_shape is _CLAUSE:
            continue
        said = clause.group().strip()
        start = clause.start() + clause.group().index(said)
        if numbered := _NOTE.match(said):
            said, start = said[numbered.end() :], start + numbered.end()
        if seen := _SEEN.match(said):
            said, start = said[seen.end() :], start + seen.end()
        if labelled := _FOND_IN.search(said):
            said = said[: labelled.start()]
        if text[clause.end() : clause.end() + 1] in _SIGNS and (referred := _REFERRED.search(said)):
            said = said[: referred.start()]
        coded = _CODE_IN.search(said)
        if coded:
            said = said[: coded.start()].rstrip(" -–—")
            if said.endswith(_GOES_ON):
                continue  # Archive moved to AF/IV/12
            if not code_behind(text, start + len(said)) and not _NUMBER.match(text, start + len(said)):
                continue
        if led := _led_to(said):
            said, start = said[led:], start + led
        if not said or not _NAME.fullmatch(said) or len(said) > _LONGEST or said[0].islower():
            continue
        if text[start - 1 : start] == "(" and _NUMBERED.search(text, max(0, start - _NEAR), start):
            continue
        if bisect_right(quoted, clause.start()) % 2:
            continue  # within a quotation: after its beginning, before its end
        convention = convention_of(said)
        if convention is None or (said.lower() in _ranks() and not _is_of_college(clauses, number)):
            continue  # Arhiva, Iași, nr. 12: a journal
        if found and found[-1].end >= clause.start() - 2 and _is_collection(said):
            continue  # … Library, Guardian Archive: papers that it keeps
        if found and found[-1].end >= clause.start() - 2 and ";" not in text[found[-1].end : clause.start()]:
            before = found[-1]  # University of Oregon Library, Special Collections
            before.end = start + len(said)
            before.written = text[before.start : before.end].strip()
            continue
        end = start + len(said)
        at = number - 1
        while (
            at >= max(0, number - _KIN_CLAUSES)
            and text[clauses[at].end() : start].strip() == ","
            and _belongs(clauses[at].group())
        ):
            start = clauses[at].start() + (len(clauses[at].group()) - len(clauses[at].group().lstrip()))
            at -= 1
        at = number + 1
        if not coded and (of_whom := _NAMED_FOR.match(text, end)):
            end = of_whom.end()
            while at < len(clauses) and clauses[at].start() < end:
                at += 1
        while (
            not coded
            and at < min(len(clauses), number + _KIN_CLAUSES)
            and text[end : clauses[at].start()].strip() == ","
            and _belongs(clauses[at].group())
        ):
            end = clauses[at].start() + len(clauses[at].group().rstrip())
            at += 1
        holder = Holder(start, end, text[start:end])
        holder.convention = convention
        if _PERSONAL.fullmatch(said):
            holder.id, holder.convention = _of_persons()
        found.append(holder)
    short = [
        named
        for named in (*short_names.coded(text), *short_names.short_names(text), *courts_in(text))
        if not any(map(named.overlaps, found))
    ]
    for named in short:
        found = [other for other in found if not _TITLED.fullmatch(text, named.end, max(named.end, other.start))]
    return sorted([*found, *short], key=BY_START) if short else found


def _led_to(said: str) -> int:
    """Return how much of a clause says only what is in an institution: ``the reply is in`` Hull City Archives."""
    if said.isupper():
        return 0
    for lead in _WITHIN.finditer(said):
        if said[lead.end()].isupper() and convention_of(said[lead.end() :]):
            ahead = said[: lead.start()].rstrip()
            return 0 if _KIN.search(ahead) or SERIAL.fullmatch(ahead) or convention_of(ahead) else lead.end()
    return 0


def _is_of_college(clauses: list[re.Match[str]], number: int) -> bool:
    """Tell whether a clause of one word is the archive of the body before it: ``St John's College, Archives``."""
    before = [clause.group() for clause in clauses[max(0, number - 2) : number]]
    return bool(before) and (is_kin(before[-1]) or (len(before) > 1 and _belongs(before[-1]) and is_kin(before[-2])))


def _is_collection(clause: str) -> bool:
    """Tell whether a clause after an institution names what it keeps and no part of the institution."""
    return clause.endswith((" Archive", " archive", " arkiv", *_BOOKS, *(f" {word}" for word in wording().papers)))


_BOOKS = (" Minutes", " Registers", " Proceedings", " Rolls", " Accounts", " Ledgers", " Correspondence")
"""What a council or a court has written, behind its name: ``Oxtown City Archives, Council Minutes``."""


def is_kin(clause: str) -> bool:
    """Tell whether a clause names a body of which an archive may be a part: a college, a division, a church."""
    said = clause.strip()
    return (
        len(said) < _LONGEST
        and bool(_NAME.fullmatch(said))
        and said[0].isupper()
        and bool(_KIN.search(said))
        and not _is_collection(said)
    )


def _belongs(clause: str) -> bool:
    return vocabulary.is_place(clause.strip()) or is_kin(clause)
