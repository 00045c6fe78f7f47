"""One walk over a line: every word looked up in the dictionaries of labels, archives and phrases."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.values import LEAD, value_at
from provcheck.archives.lexicon.vocabulary import Meanings, Name, Trie
from provcheck.model.lazy import pattern

WORD = pattern(r"[^\W\d_]{1,5}'(?=Archiv)|[^\W\d_]+(?:['՛](?=[^\W\d_])[^\W\d_]+|'(?=\)|\]|[,. ]?\s*\d))*")
_LATIN = pattern(r"[A-Za-z]+")
_LETTERS = pattern(r"[^\W\d_]+")
"""The same for lines without apostrophes, which are the most; the first for those of ASCII."""
_APOSTROPHE = pattern(r"[’‘ʹʼʻ´](?<=[^\W\d_].)(?=[^\W\d_]|\)|\]|[,. ]?\s*\d)")
_CYRILLIC = pattern(r"[Ѐ-ӿ]")
_INSIDE_LABEL = pattern(r"[\s.\-]{0,2}")
_INSIDE_NAME = pattern(r"[\s.,&\-–/«»“”\"()№]{0,3}")
_INSIDE_CODE = pattern(r"[\s.\-–/]{0,2}")
_MIXED = pattern(r"[A-Za-z](?:(?=[Ѐ-ӿ])|(?<=[Ѐ-ӿ].))")
_GLUED = pattern(r"[А-ЯЁІЇЄҐ](?<=[^\W\d_A-ZА-Я].)(?:(?=[а-яёіїєґ]{3})|(?<=[РПИФ])(?=[-–]?\d))")
"""Both begin with the letter that is rarer in such lines, so that the search leaps."""


class Word(NamedTuple):
    """A word of the line, with look-alike letters of the other alphabet put right."""

    text: str
    start: int
    end: int


_NOTHING = Meanings()


class Found(NamedTuple):
    """A label, an archive or a phrase found in the line. ``what`` says which; only its own field is filled."""

    what: str
    start: int
    end: int
    labels: Meanings = _NOTHING
    """What a label may mean, by convention."""
    lead: int = 0
    """Where what stands between a label and its value ends."""
    valued: bool = False
    """A number comes after the label."""
    names: tuple[Name, ...] = ()


_MARKUP = str.maketrans("`*•，、：；（）《》", "  ;,,:;()  ")
_MARKED = pattern(r"[`*•，、：；（）《》]")
_DOT = pattern(r"(?<![^\W\d_])·|·(?![^\W\d_])")


def unmarked(text: str) -> str:
    """Return *text* with the signs of Markdown blanked out and dots between references made commas; no place moves."""
    if _MARKED.search(text):
        text = text.translate(_MARKUP)
    return _DOT.sub(",", text) if "·" in text else text


_new = tuple.__new__
"""A named tuple made without its constructor: lines have many words."""


def words_in(text: str) -> list[Word]:
    """Return the words of *text*; glued ones (``ФондР-467``) parted."""
    if text.isascii():
        shape = WORD if "'" in text else _LATIN
        return [_new(Word, (match[0], match.start(), match.end())) for match in shape.finditer(text)]
    text = text.translate(vocabulary.APOSTROPHES) if _APOSTROPHE.search(text) else text
    shape = WORD if "'" in text or "՛" in text else _LETTERS
    cyrillic = _CYRILLIC.search(text) is not None
    mixed = cyrillic and _MIXED.search(text) is not None
    glued = cyrillic and _GLUED.search(text) is not None
    if not mixed and not glued:
        return [_new(Word, (match[0], match.start(), match.end())) for match in shape.finditer(text)]
    found = []
    for match in shape.finditer(text):
        word, start, end = match.group(), match.start(), match.end()
        if mixed and not word.isascii() and _MIXED.search(word):
            word = vocabulary.one_script(word)
        if glued and (cuts := _cuts(text, start, end)):
            for low, high in zip([start, *cuts], [*cuts, end], strict=True):
                found.append(Word(text[low:high], low, high))
            continue
        found.append(Word(word, start, end))
    return found


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Return where the word from *start* to *end* falls apart; what follows it is looked at too (``ФондР-467``)."""
    return (
        [m.start() for m in _GLUED.finditer(text, start, end + 4) if start < m.start() < end] if end - start > 4 else []
    )


def scan(text: str, words: list[Word]) -> list[Found]:
    """Return what the words mean, in order, none overlapping; the longest reading wins, archives before labels."""
    labels, phrases, prefixes = vocabulary.labels(), vocabulary.phrases(), vocabulary.prefixes()
    found: list[Found] = []
    index, count = 0, len(words)
    while index < count:
        word = words[index]
        roles = _roles(word.text)
        if not roles:
            index += 1
            continue
        best = index
        hit: Found | None = None
        if roles & _PREFIX and _is_prefix(text, word, prefixes[word.text][0]):
            found.append(_archive(word.start, word.start, (prefixes[word.text][1],)))
            if _SUBNUMBER.match(text, word.end):
                index += 1
                continue  # PRO 30/69/12: a series that is called like its archive
        if roles & _CODE and not _is_tail(text, word):
            walked = _walk(text, words, index, _code_branch(word.text), _INSIDE_CODE, exact=True)
            if walked and not _goes_on(text, word.start, words[walked[0]].end):
                best, hit = walked[0], _archive(word.start, words[walked[0]].end, tuple(walked[1]))
        if roles & _NAME:
            named = _walk_name(text, words, index)
            if named and (hit is None or named[0] > best):
                best, hit = named[0], _archive(word.start, words[named[0]].end, tuple(named[1]))
        if hit is None and roles & _PHRASE:
            walked = _walk(text, words, index, phrases[word.text.lower()], _INSIDE_LABEL)
            if walked:
                best, hit = walked[0], Found(walked[1][0], word.start, words[walked[0]].end)
        if hit is None and roles & _LABEL and not _is_part_of_code(text, word) and not _is_postal(text, word):
            walked = _walk(text, words, index, labels[word.text.lower()], _INSIDE_LABEL)
            if walked:
                best, hit = walked[0], _label(text, word.start, words[walked[0]].end, walked[1])
        if hit:
            found.append(hit)
        index = best + 1
    return found if text.isascii() or not _UNSPACED.search(text) else _with_unspaced(text, found)


def _archive(start: int, end: int, names: tuple[Name, ...]) -> Found:
    return _new(Found, ("archive", start, end, _NOTHING, 0, False, names))


def _label(text: str, start: int, end: int, meanings: Meanings) -> Found:
    """Return the label from *start* to *end*, looking once at what comes after it."""
    lead = LEAD.match(text, end)
    assert lead is not None
    at = lead.end()
    return _new(Found, ("label", start, end, meanings, at, value_at(text, at, "lettered") is not None, ()))


_SUBNUMBER = pattern(r" \d\d/\d")
_UNSPACED = pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def _with_unspaced(text: str, found: list[Found]) -> list[Found]:
    """Add the names of archives in scripts that put no blanks between words: they are found anywhere in a run."""
    taken = [(item.start, item.end) for item in found if item.what == "archive"]
    more: list[Found] = []
    for name, meaning in vocabulary.unspaced_names():
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            if not any(low < end and at < high for low, high in taken):
                taken.append((at, end))
                more.append(Found("archive", at, end, names=meaning))
            at = text.find(name, end)
    if not more:
        return found
    kept = [i for i in found if not any(m.start < i.end and i.start < m.end for m in more)]
    return sorted([*kept, *more], key=lambda item: item.start)


_PREFIX, _CODE, _NAME, _PHRASE, _LABEL = 1, 2, 4, 8, 16


@lru_cache(maxsize=1 << 15)
def _roles(word: str) -> int:
    """Return what may begin with *word*, as a sum of flags; 0 for most words of running text."""
    low = word.lower()
    roles = _PREFIX * (word in vocabulary.prefixes())
    roles += _PHRASE * (low in vocabulary.phrases()) + _LABEL * (low in vocabulary.labels())
    if word[0].isupper() or not word.isascii() or low.startswith("archiv"):
        codes = vocabulary.archive_codes()
        roles += _CODE * (word in codes or vocabulary.unmarked(word) in codes)
        abbreviation = low in vocabulary.wording().abbreviations
        roles += _NAME * (abbreviation or vocabulary.stem(word) in vocabulary.archive_names())
    return roles


def _is_postal(text: str, word: Word) -> bool:
    """Tell whether *word* is the box of an address: ``P.O. Box 12``."""
    return word.text == "Box" and text[max(0, word.start - 5) : word.start].replace(".", "").endswith("PO ")


def _is_part_of_code(text: str, word: Word) -> bool:
    """Tell whether a short word is part of a code: the c of 7523c, the P of P760159, the F of F/7."""
    if len(word.text) > 2:
        return False
    if word.start and text[word.start - 1].isdigit():
        return len(word.text) < 2 or _NUMBER_AFTER.match(text, word.end) is None  # but "ф.1оп.2"
    if (
        word.text.isascii()
        and text[word.start - 1 : word.start] == "-"
        and text[word.start - 2 : word.start - 1].isalnum()
    ):
        return True
    if len(word.text) > 1 or not "A" <= word.text <= "Z":
        return False
    after = text[word.end : word.end + 2]
    if after[:1].isdigit() or (after[:1] in {"-", "/"} and after[1:].isdigit()):
        return True
    return after[:1] == "." and after[1:].isupper() and text[word.end + 2 : word.end + 3] == "."  # P.C.R.


_NUMBER_AFTER = pattern(r"\.?[ \u00a0]?\d")
_SIZED = pattern(r"(?: [A-Za-z][\w.]+)* [a-gr-t]\. \d")
"""What follows ``MS.`` in the Bodleian's shelfmarks: fonds or subject, and the letter for the size."""


_LETTERED = pattern(r" ?[A-Z] ?\d")
"""What follows ``Mss Eur``: the letter of the class and a number."""


_LETTERED_SERIES = pattern(r",? [A-Z]/[A-Z\d]")
"""A series of a fonds known by letters: ``IOR, P/341/4``."""


def _is_prefix(text: str, word: Word, prefix: str) -> bool:
    """Tell whether the code *prefix* of a holding stands at *word* with its number after it: ``FO 371``."""
    if not text.startswith(prefix, word.start):
        return False
    if word.start and text[word.start - 1] in "-/.," and not text.endswith("GBR/0014/", 0, word.start):
        return False
    if " " in prefix and _LETTERED.match(text, word.start + len(prefix)):
        return True
    if prefix.endswith("."):
        return _SIZED.match(text, word.start + len(prefix)) is not None
    if _LETTERED_SERIES.match(text, word.start + len(prefix)):
        return True
    after = text[word.start + len(prefix) : word.start + len(prefix) + 2]
    return (
        after.strip(" ")[:1].isdigit()
        or (after[:1] == "," and after[1:].isalnum())
        or (after[:1] == "/" and after[1:].isalnum() and (len(prefix) > 2 or after[1:].isdigit()))
    )


def _is_tail(text: str, word: Word) -> bool:
    """Tell whether *word* is the second half of another sign: the AA of BKA/AA."""
    if len(word.text) > 2 or word.start < 2:
        return False
    if text[word.start - 1].isdigit():
        return True  # 72AJ/45
    return text[word.start - 1] == "/" and text[word.start - 2].isalpha()


_REGISTER = pattern(r"/[A-Z]{1,2}-\d")
"""A fonds of Norway right after its archive: ``RA/PA-1209``."""


def _goes_on(text: str, start: int, end: int) -> bool:
    """Tell whether a code goes on without a blank (AA1984, ARA/CAR), so that it is no archive's (but AWM52 is)."""
    after = text[end : end + 3]
    if after == "/RG":
        return False
    if end - start < 3 and after[:1] == "-" and after[1:2].isdigit() and text[start:end].isascii():
        return True  # NA-1480: a number with letters
    if after[:1] == "_":
        return not after[1:2].isdigit()
    if "/" in text[start:end] or _REGISTER.match(text, end):
        return False
    return (end - start < 3 and after[:1].isdigit()) or (
        after[:1] == "/" and after[1:].isupper() and after[1:].isalpha()
    )


def _walk(
    text: str, words: list[Word], index: int, branch: Trie, inside: re.Pattern[str], *, exact: bool = False
) -> tuple[int, Any] | None:
    """Walk up *branch*, that of word *index*; return the last word of the longest meaning, and this."""
    best = None
    node = branch
    at, last = index, len(words) - 1
    while True:
        if "" in node:
            best = (at, node[""])
            if len(node) == 1:
                return best
        if at == last:
            return best
        at += 1
        word = words[at].text if exact else words[at].text.lower()
        following = node.get(word)
        if following is None and exact and not word.isascii():
            following = node.get(vocabulary.unmarked(word))
        if following is None or not inside.fullmatch(text, words[at - 1].end, words[at].start):
            return best
        node = following


_NOWHERE: Trie = {}


@lru_cache(maxsize=1 << 12)
def _code_branch(word: str) -> Trie:
    """Return what the codes of archives that begin with *word* go on with."""
    codes = vocabulary.archive_codes()
    branch: Trie = codes[word] if word in codes else codes[vocabulary.unmarked(word)]
    return branch


@lru_cache(maxsize=1 << 12)
def _name_branch(low: str) -> Trie:
    """Return what the names of archives that begin with *low* go on with; nothing where none does."""
    node = vocabulary.archive_names()
    for step in _steps(low, inside=False):
        node = node.get(step, _NOWHERE)
    return node


@lru_cache(maxsize=1 << 15)
def _steps(low: str, *, inside: bool) -> tuple[str, ...]:
    """Return the stems that *low* leads down by: those of what it abbreviates, or its own; none inside for ``of``."""
    table = vocabulary.wording()
    if inside and low in table.skip:
        return ()
    return tuple(vocabulary.stem(part) for part in table.abbreviations.get(low, low).split())


def _walk_name(text: str, words: list[Word], index: int) -> tuple[int, list[Any]] | None:
    """The same for full names: by stems, abbreviations written out, small words passed over."""
    best = None
    word = words[index]
    node = _name_branch(word.text.lower())
    if not node:
        return None
    long, at = len(word.text), index
    if "" in node and long > 8:
        best = (at, node[""])
    for at in range(index + 1, len(words)):
        word = words[at]
        steps = _steps(word.text.lower(), inside=True)
        following = node
        for step in steps:
            following = following.get(step, _NOWHERE)
        if not following or not _INSIDE_NAME.fullmatch(text, words[at - 1].end, word.start):
            break
        if following is not node:
            node = following
            if "" in node:
                best = (at, node[""])
    return best
