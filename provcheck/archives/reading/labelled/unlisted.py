"""Archives that no table has, known by what stands before the first word for a level: ``; MSP, f. 3``."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter

from provcheck import tables
from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.cuts import NUMERAL
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.lexicon.words import Word
from provcheck.archives.reading.draft import Holder
from provcheck.archives.reading.holders.namesakes import is_serial
from provcheck.archives.reading.holders.republics import BEHIND, country_of
from provcheck.model.lazy import pattern

ABBREVIATION = r"(?:(?:[A-ZА-ЯІЇЄҐЎ][a-zа-яіїєґў]{0,3}){3,10}|[Ա-Ֆ]{3,6}|[ა-ჰ]{3,6})"
"""The short name of an archive, perhaps with small letters: ``ЗГАСлц``, ``TsDAHOU``."""
_ABBREVIATION = pattern(ABBREVIATION)


_WHOSE = pattern(
    r"(?<=[^\W\d_a-zа-яёіїєґў])(?P<whose> [иі]м\. ?(?:[А-ЯІЇЄ]\.[ -]?){0,3}[А-ЯІЇЄ][\w-]+"
    r"| [А-Я][^,.;()\d]{4,40}кома (?:КПСС|ВКП\(б\)|КП[А-Я]?)| при [А-ЯІЇЄ]{2,3}(?=[ .,])[^,.;()\d]{0,40}|"
    + BEHIND
    + r")[,.]? ?$"
)
"""Whose archive the one before it is, or in whose honour: ``ГМИИ им. А. С. Пушкина, ф. 13``, ``АП Украины, ф. 1``.

``ПА Тамбовского обкома КПСС, ф. 840``, ``ПА ИИП при ЦК КП Грузии, ф. 14``
"""
_LONGEST_NAME = 60


def _first_valued(found: list[Found]) -> Found | None:
    """Return the first label that a number follows."""
    for item in found:
        if item.valued:
            return item
    return None


def unnamed(text: str, words: list[Word], found: list[Found], convention: str) -> Holder | None:
    """Return the unknown archive that a capital abbreviation right before the first label may be.

    Of several words the first is where the *convention* has fonds by their letters (`abbreviated`): ``AHXY, PN, caja``.
    """
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
    whose = _whose(text, label.start)
    if whose:
        before = [word for word in before if word[2] <= whose.start()]
        if not before:
            return None
    table = vocabulary.wording()
    edge = first = whose.start() if whose else label.start
    last_word = before[-1][2]
    for word, start, end in reversed(before[-4:]):
        gap = text[end:edge]
        if len(gap) > 4 or gap.strip(" \u00a0,.:;()–—-"):
            break
        if word in table.no_archives or word.lower() in table.before_marks:  # SHELFMARK: Фонд 13
            break
        if not (len(word) > 1 and (word.isupper() or _ABBREVIATION.fullmatch(word))) or NUMERAL.fullmatch(word):
            break
        if "," in gap and edge < first and not label.labels.of_fonds:
            if tables.conventions()[convention].languages[0] in table.titles_first:
                return None
            last_word = end
        edge = start
    if edge == first or any(
        item.end + 1 == edge and item.labels.of_fonds and text.endswith(", ", 0, item.start) for item in found
    ):
        return None  # ABC/XYZ, Fundo PCB, caixa 3: what the archive before it has
    if text.endswith(_NO_KEEPER, 0, edge):
        return None  # Papers of the NAACP, Part 9, reel 4; Wofford to JFK, Box 30
    end = whose.end("whose") if whose else last_word
    return Holder(edge, end, text[edge:end])


def _whose(text: str, label: int) -> re.Match[str] | None:
    """Return what tells whose archive stands before it, right before the *label*; a word alone must be a republic."""
    whose = _WHOSE.search(text, max(0, label - _LONGEST_NAME), label)
    if whose and whose["republic"] and country_of(whose["republic"], whose["kind"]) is None:
        return None
    return whose


_NO_KEEPER = ("Papers of ", "Papers of the ", " to ")
"""What stands before letters that are no archive's: whose papers they are, to whom a letter went."""


def small_code(text: str, before: list[Word], fond: int) -> Holder | None:
    """Return the archive whose short name stands right before the *fond* in small letters: ``rgaspi, f. 17``."""
    if not before or text[before[-1][2] : fond].strip(" ,.:"):
        return None
    for count in (3, 2, 1):
        start, written = before[-count:][0][1], text[before[-count:][0][1] : before[-1][2]]
        if len(written) < _LONG_CODE or not written.islower():
            continue
        if names := vocabulary.follow(vocabulary.archive_codes(), written.upper().split()).get(""):
            return Holder(start, start + len(written), written, tuple(names))
    return None


_LONG_CODE = 4
"""How many letters a short name has that is known in small letters too."""
_ABBREVIATED = pattern(
    r"(?:^|[(;] ?|[.”\"] |[”\"], )(?![IVXLC]+,)(?P<v>[^\W\d_a-zß-ÿ]{3,}(?:[-/][A-Z]+)?), (?=[^\W\d_][^;()\n]{2,90}$)"
)


def abbreviated(text: str, found: list[Found], convention: str) -> Holder | None:
    """Return the unknown archive that a capital abbreviation is, with titles between it and the first label.

    In English somebody's papers are all that may stand there, and what the document is before it.
    """
    label = _first_valued(found)
    if label is None:
        return None
    if tables.conventions()[convention].languages[0] in vocabulary.wording().titles_first:
        name = _ABBREVIATED.search(text, max(0, label.start - 120), label.start)
    else:
        name = (
            _KEEPS.search(text, max(0, label.start - 80), label.start)
            if text[label.start - 3 : label.start] == "s, "
            else None
        )
    if name is None or name["v"] in vocabulary.wording().no_archives:
        return None
    return Holder(name.start("v"), name.end("v"), name.group("v"))


_KEEPS = worded(
    r"(?:^(?:\d{1,3}\.? )?|[;(] ?|(?:1[5-9]|20)\d\d, |[”\"’],? )(?P<v>[A-Z]{3,6}), [A-Z][^,;:()\d]{1,50} {papers}, $"
)
"""The letters of an archive, and whose papers it keeps right before their box: ``3 May 1920, OUXL, Doe Papers, ``."""
_NEAR_WORDS = 10
"""How many words before the first label may name an archive."""
_PAPERS = worded(r", [^,]*{papers}$")
_CLAUSE = worded(
    r"(?:^(?:\W?\d{1,4}\W{0,2}\s)?|[;:(\[]|//|\.\s(?=[A-ZА-ЯІЇЄ]|архів|архив)|\n|\d(?:[ \u00a0]?{of_years}\.?)?,)"
    r"(?:\s*[Дд]анные(?= ))?[\s*#«“\"|_]*"
)
_SEEN = worded(r"{leads}\.?:? ")
_KEPT = pattern(r"\b[Хх]ран[яи]тся (?:в|во|у) (?=\w)|\b[Зз]беріга[єю]ться (?:в|у) (?=\w)")
"""What leads to it in a sentence: ``Письма хранятся в Музее …``."""


def unknown(text: str, before: list[Word], label: int) -> Holder | None:
    """Return an archive not in the tables: the clause right before the first label, where it says so (Госархив …)."""
    archival = vocabulary.stems("archive_words")
    near = (start for word, start, end in before if label - end < 90 and vocabulary.stem(word) in archival)
    for said in near:
        starts = [match.end() for match in _CLAUSE.finditer(text, 0, said + 1) if match.end() <= said]
        start = max(starts, default=said)
        if seen := _SEEN.match(text, start, said):
            start = seen.end()
        if led := [match.end() for match in _KEPT.finditer(text, start, said + 1) if match.end() <= said]:
            start = led[-1]
        chunk = text[start:label].rstrip(" ,.:;–—-(\u00a0")
        if papers := _PAPERS.search(chunk):
            chunk = chunk[: papers.start()]
        elif ", " in chunk:
            chunk = chunk[: _told(chunk, said + 1 - start)]
        if _is_no_archive(text, start, start + len(chunk)):
            return None
        plain = _CALLED.sub("", chunk) if "«" in chunk else chunk
        if chunk and len(chunk) <= 90 and not any(c.isdigit() or c in "«»“”:" for c in plain):
            return Holder(start, start + len(chunk), chunk)
    return None


_CALLED = pattern(r"(?<=[а-яіїєґ]) «(?!О[бт]? |Про |К |Из )[^«»\d]{2,30}»(?=[,.]|$)")
"""What is called so whose archive it is: ``Архив завода «Серп и молот»``; but no title of a document."""
_NEXT = pattern(r", (\w+)")


def _told(chunk: str, at: int) -> int:
    """Return where in *chunk*, behind *at*, the archive's document is told: ``Архив музея, Отчет за 1955 г.``."""
    documents = vocabulary.stems("told")
    starts = (match.start() for match in _NEXT.finditer(chunk, at) if vocabulary.stem(match[1]) in documents)
    return next(starts, len(chunk))


_BEHIND = pattern(r"(?: ?/ ?| ?[–—-] |, | ?\()(?P<v>[^\W\d_][^,;:()\d«»“”\n]{3,90}?)(?:\)|\.?\s*$|; |\. (?=[А-ЯЄІЇ]))")
"""What ends a mark of the former Union, perhaps its archive: ``Ф. 5. Оп. 3. Д. 2 / Музей истории города``."""
_FIRST_WORDS = 3
"""Among how many words the one that tells is: ``областной партийный архив``."""


def behind(text: str, end: int) -> Holder | None:
    """Return an archive not in the tables: the clause right behind a mark that ends at *end*, where it says so."""
    clause = _BEHIND.match(text, end)
    if clause is None:
        return None
    words = vocabulary.words_of(clause["v"])[:_FIRST_WORDS]
    if vocabulary.stems("archive_words").isdisjoint(map(vocabulary.stem, words)):
        return None
    return None if _is_no_archive(text, *clause.span("v")) else Holder(*clause.span("v"), clause["v"])


def _is_no_archive(text: str, start: int, end: int) -> bool:
    """Tell whether a clause with a word for archives announces a file's number, or names a serial or a book."""
    said, table = text[start:end].lower(), vocabulary.wording()
    announces = said.endswith(("/", *table.file_follows))  # Russkii arkhiv, XV/i: a volume
    return announces or any(word in said for word in table.not_institutions) or is_serial(text, end)
