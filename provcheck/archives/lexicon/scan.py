"""One walk over a line: every word looked up in the dictionaries of labels, archives and phrases."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress, count
from operator import itemgetter
from typing import Any, TypeAlias

from provcheck import tables
from provcheck.archives.lexicon import codes as signs
from provcheck.archives.lexicon import slips, vocabulary
from provcheck.archives.lexicon.spelled import names_itself, spelled
from provcheck.archives.lexicon.values import Value, lead_and_value
from provcheck.archives.lexicon.vocabulary import Meanings, Name, Trie, follow
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.lexicon.words import Word
from provcheck.model.kept import kept
from provcheck.model.lazy import pattern
from provcheck.model.noun import noun

_INSIDE_LABEL = pattern(r"[\s.\-/]{0,2}")
_INSIDE_NAME = pattern(r"(?![»”\"]\.)['’]?[\s.,&\-–/«»„“”\"״()№'’@]{0,3}")
_HYPHENED = pattern(r"\.?-[^\W\d_]")
_INSIDE_CODE = pattern(r"[\s.\-–/(&_\"״]{0,2}| [–-] ")
_SHORTENED = pattern(
    r"[\]*_'’ʹ]{0,3} \((?:[^\W\d_]{1,5}\. ?){1,2}\)| \[[a-z]{3,12}\]"
    r"|(?<![^\W\d_]{5})\. \([^\W\d_]{2,9}['’ʹ]?\)(?= \d)"
)
"""What a word is short for, ``t. (tom) 4``, or shortened to, ``*tom* (t.) 7``, or translated, ``w. [bundle] 14``."""
_OPENS, _NOTHING = frozenset("(["), Meanings()


@noun
class Found:
    """A label, an archive or a phrase found in the line. ``what`` says which; only its own field is filled."""

    what: str
    start: int
    end: int
    labels: Meanings
    """What a label may mean, by convention."""
    lead: int = 0
    """Where what stands between a label and its value ends."""
    valued: Value | None = None
    """The number that comes after the label, perhaps with letters."""
    names: tuple[Name, ...] = ()


_Branch: TypeAlias = tuple[Any, Trie | None]
"""What a dictionary knows of a word: what this means alone, and the words that may follow."""
_Entry: TypeAlias = tuple[tuple[str, Name] | None, _Branch | None, Trie | None, _Branch | None, _Branch | None]
"""What may begin with a word: the code of a holding, codes of archives, their names, phrases, labels.

Plain tuples, as a line has many.
"""


def _branch(trie: Trie | None) -> _Branch | None:
    return (trie.get(""), trie if set(trie) - {""} else None) if trie else None


_LOW = ("archiv", "gta", "saqartvel", "sakartvel")
"""How names of archives begin that are written small: in Georgian, which has no capitals, too."""


@kept
def _entry(word: str) -> _Entry | None:
    """Return what may begin with *word*; None for most words of running text."""
    low = word.lower()
    codes = names = None
    if word[0].isupper() or not word.isascii() or low.startswith(_LOW):
        known = vocabulary.archive_codes()
        codes = known.get(word) or (known.get(vocabulary.unmarked(word)) if len(word) > 2 else None)
        abbreviation = low in vocabulary.wording().abbreviations
        if abbreviation or vocabulary.stem(word) in vocabulary.archive_names():
            names = follow(vocabulary.archive_names(), _steps(low)) or None
    phrases, labels = _branch(vocabulary.phrases().get(low)), _branch(vocabulary.labels().get(low))
    entry = (vocabulary.prefixes().get(word), _branch(codes), names, phrases, labels)
    if any(entry):
        return entry
    right = slips.meant(low)
    return _entry(right.capitalize() if word[0].isupper() else right) if right else None


_WRITTEN = itemgetter(0)
_POINT_AND_SIGN = (".,", ".:", ".)", ".]", ". –", ". -", ". (")


def scan(text: str, words: list[Word], *, plain: bool = False) -> list[Found]:
    """Return what the words mean, in order, none overlapping; the longest reading wins, archives before labels.

    In *plain* lines are no names in scripts without blanks between words.
    """
    found: list[Found] = []
    following = 0
    entries = [*map(_entry, map(_WRITTEN, words))]
    for index, (word, start, end), entry in compress(zip(count(), words, entries, strict=False), entries):
        if index < following or entry is None:
            continue
        prefix, codes, names, phrases, labels = entry
        hit: Found | None = None
        held = prefix and signs.is_prefix(text, start, prefix[0]) and not (codes and signs.JOINED_MARK.match(text, end))
        if prefix and held and not _IN_BOX.match(text, end):
            found.append(_archive(start, start, [prefix[1]]))
            if _SUBNUMBER.match(text, start + len(prefix[0])):
                continue  # PRO 30/69/12: a series that is called like its archive
            if codes and text[end : end + 1] in _JOINED:
                continue  # JCPML00653/176: the archive's letters are part of each number; RGS,LEG,12: of Simancas
        if codes and not (end - start < 3 and signs.is_tail(text, start)):
            last, stop, meaning = _walk(text, words, index, codes, _INSIDE_CODE, exact=True)
            if meaning and not signs.goes_on(text, start, stop) and not _NO_SIGLUM.match(text, start):
                if text[stop - 2 : stop - 1] == "." and text.startswith(_POINT_AND_SIGN, stop):
                    stop += 1  # (A.G.I.), but A.G.S. Kent
                following, hit = last + 1, _archive(start, stop, meaning)
        if names:
            last, stop, meaning = _walk_name(text, words, index, names)
            if meaning and last > index and not _CLAUSE_ENDS.isdisjoint(text[start:stop]):
                last, stop, meaning = _longer_behind_place(text, words, entries, index, (last, stop, meaning))
            if meaning and (hit is None or (last >= following and not _is_no_town(text, hit, stop, meaning))):
                following, hit = last + 1, _archive(start, stop, meaning)
        if hit is None and phrases:
            last, stop, meaning = _walk(text, words, index, phrases, _INSIDE_LABEL)
            if meaning:
                following, hit = last + 1, Found(meaning[0], start, stop, _NOTHING)
        if (
            hit is None
            and labels
            and not (word in _OF_TOWNS and text.startswith(" ", end))
            and not (word in _OF_DAYS and _IN_DAY.match(text, start))
            and not (found and start < found[-1].lead and _is_its_sign(text, found[-1], start))
            and (end - start > 2 or not signs.is_part_of_code(text, word, start, end) or _goes_down(text, found, start))
        ):
            last, stop, (meaning, further) = index, end, labels
            if further:
                last, stop, meaning = _walk(text, words, index, labels, _INSIDE_LABEL)
            if meaning and not (word == "Box" and _is_postal(text, start)):
                following, hit = last + 1, _label(text, start, stop, meaning)
                if not _OPENS.isdisjoint(text[stop : stop + 5]) and (own := _SHORTENED.match(text, stop)):
                    while following < len(words) and words[following][1] < own.end():
                        following += 1
                    hit = _label(text, start, own.end(), meaning)
        if hit:
            found.append(hit)
    return found if plain else _with_unspaced(text, found)


_NO_SIGLUM = pattern(r"[IVX] [A-Z][a-zß-ÿ]|NAD(?:,? č|: ?\d)|T-S |D/B ?\d|HAK (?:Office|Mem|Tel)|D[. (]{1,2}[BW]\b")
"""A Roman number and the word for a bundle, ``E 40 I Bü 12``, initials: the libraries of RISM have a hyphen, ``I-Bu``.

The number of a fonds in the Czech list of the national heritage, ``NAD č. 12``; a class of the Genizah, ``T-S A6.1``;
of Essex, ``D/B 3/3``; the initials of Kissinger before his files, ``HAK Office Files``.
"""
_OF_DAYS = frozenset({"Apr", "c", "в", "d", "D", "д"})
_IN_DAY = pattern(
    r"Apr(?<=\d Apr)\.? (?:1[4-9]|20)\d\d(?!\d)|c\.? ?(?:1[4-9]|20)\d\d(?![\w/-])|в (?:1[4-9]|20)\d\d(?!\d)"
    r"|[dDд](?<=\b[bnosб]\.[dDд])\.? (?!\d)"
)
"""A month and what says when, words for a level or leaf too: ``27 Apr 1646``, ``c. 1723``, ``в 1921г.``, ``n.d.``"""
_OF_TOWNS = frozenset({"BB", "DD"})
"""Series of the archives of French towns, which are no words in capitals."""


def _is_its_sign(text: str, label: Found, start: int) -> bool:
    """Tell whether the word at *start* is the number sign of *label*, and no level: ``f. n° 17``; but C 7/I Nr. 3."""
    before = text[max(0, label.start - 2) : label.start].strip(" ")
    said = text[label.start : label.end]
    if said in {"I", "V", "X"}:
        in_code = not before[-1:].islower()  # HA I Nr. 3
    else:
        alone = len(said) == 1 and (said.islower() or text[label.end] == " ")  # Rep. 30 Berlin C Nr. 4
        in_code = before.isdigit() or (alone and before.strip("/").isalnum())
    apart = text[label.end : start] in {" ", ". "} and before[-1:] != "." and not in_code
    return apart and label.valued is not None and not text.startswith("N. ", start)


def _is_no_town(text: str, code: Found, stop: int, named: list[Name]) -> bool:
    """Tell whether what follows *code* after a comma is a title, though like the town of *named*: ``AST, Materie``."""
    if not text.startswith(", ", code.end) or not text[code.end + 2 : stop].isalpha():
        return False
    known, word = tables.archives(), text[code.end + 2 : stop]
    said = (written for name in named for written in (*known[name.archive].towns, *known[name.archive].full_names))
    shared = {name.archive for name in named}.intersection(name.archive for name in code.names)
    return not shared and not any(written.endswith(word) for written in said)


_CLAUSE_ENDS = frozenset(",.")


def _longer_behind_place(
    text: str, words: list[Word], entries: Sequence[_Entry | None], index: int, told: tuple[int, int, list[Name]]
) -> tuple[int, int, list[Name]]:
    """Return the name or code that goes on behind the place of another, with which that begins.

    ``Zürich, Staatsarchiv des Kantons Zürich``, ``Казахстан. ЦГА РК``
    """
    for inner in range(index + 1, told[0] + 1):
        entry = entries[inner] if text[words[inner][1] - 2] in _CLAUSE_ENDS else None
        if entry and entry[2]:
            last, stop, meaning = _walk_name(text, words, inner, entry[2])
            if meaning and stop > told[1]:
                return last, stop, meaning
        if entry and entry[1]:
            last, stop, meaning = _walk(text, words, inner, entry[1], _INSIDE_CODE, exact=True)
            if meaning and stop > told[1] and {name.archive for name in meaning} & {name.archive for name in told[2]}:
                return last, stop, meaning
    return told


def _archive(start: int, end: int, names: list[Name]) -> Found:
    return Found("archive", start, end, _NOTHING, 0, None, tuple(names))


def _label(text: str, start: int, end: int, meanings: Meanings) -> Found:
    """Return the label from *start* to *end*, looking once at what comes after it."""
    lead, value = lead_and_value(text, end)
    if text.startswith(_RAISED, end) and end - start < _FEW:
        meanings = meanings.of_leaves or meanings  # f° 12
    if value and text.startswith(", ", end) and _DAY.fullmatch(value.text):
        value = None  # Memo for the Record, 12/6/1951
    return Found("label", start, end, meanings, lead, value)


_RAISED = ("°", "º")
_FEW = 3
"""How many letters a word has at least behind which a raised o is none of *folio*."""
_DAY = pattern(r"\d{1,2}([/.-])\d{1,2}\1(?:(?:1[5-9]|20)\d\d|\d\d)")
_IN_BOX = pattern(r"[ .-]?\d{1,5}[,:]? (?:[^,;]{2,60}, )?[Bb]ox \w")
"""Papers of a library whose code looks like that of a series of Kew: ``Doe Papers, SP02, Box 1, Folder 7``."""
_JOINED = frozenset("0123456789,")
_SUBNUMBER = pattern(r"[ /]?\d{1,3} ?/\d")
_UNSPACED = pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def _with_unspaced(text: str, found: list[Found]) -> list[Found]:
    """Add the names of archives in scripts without blanks between words; they are found anywhere in a run."""
    if not _UNSPACED.search(text):
        return found
    taken = bytearray(len(text))
    for item in found:
        if item.what == "archive":
            taken[item.start : item.end] = b"\1" * (item.end - item.start)
    more: list[Found] = []
    text = text.translate(vocabulary.ONE_CHINESE)
    for name, meaning in vocabulary.unspaced_names():
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            if not any(taken[at:end]):
                taken[at:end] = b"\1" * len(name)
                more.append(Found("archive", at, end, _NOTHING, names=meaning))
            at = text.find(name, end)
    if not more:
        return found
    kept = [item for item in found if item.what == "archive" or not any(taken[item.start : item.end])]
    return sorted([*kept, *more], key=lambda item: item.start)


def _is_postal(text: str, start: int) -> bool:
    """Tell whether the word at *start* is the box of an address: ``P.O. Box 12``."""
    return text[max(0, start - 5) : start].replace(".", "").endswith("PO ")


def _goes_down(text: str, found: list[Found], start: int) -> bool:
    """Tell whether the label before has its number without a blank too: ``F17 OP3 D1 L5``."""
    above = found[-1].valued if found else None
    if above is None or start - above.end > 2 or found[-1].end != above.start:
        return False
    return not text[above.end : start].strip(" ,.;_")


def _walk(
    text: str, words: list[Word], index: int, begun: _Branch, inside: re.Pattern[str], *, exact: bool = False
) -> tuple[int, int, Any]:
    """Walk on from *begun*, the branch of word *index*; return the last word of the longest meaning, its end and it."""
    meaning, branch = begun
    last, end = index, words[index][2]
    stop = end
    if branch is None:
        return last, stop, meaning
    for at in range(index + 1, len(words)):
        word, start, following_end = words[at]
        following = branch.get(word if exact else word.lower())
        if following is None and exact and not word.isascii():
            following = branch.get(vocabulary.unmarked(word))
        if following is None:
            break
        if not (text[end:start] == " " or inside.fullmatch(text, end, start)) and not (
            exact and text[end:start] == ", " and _may_be_parted(text, following, words[index][0], words[at])
        ):
            break
        if exact and len(word) == 1 and text[end:start] == ". " and text[end - 2 : end - 1] == ".":
            break  # A.N. F 17 1234: no A.N.F.
        branch, end = following, following_end
        if "" in branch:
            last, stop, meaning = at, end, branch[""]
    if exact and (numbered := _with_figure(text, end, branch)):
        stop, meaning = numbered
    return last, stop, meaning


_FIGURES = frozenset("0123456789")
_NUMBERS = frozenset(f"{number:0{width}}" for width in (1, 2) for number in range(100))
_NEAR = 5
"""How far the number of an archive ends from its name, with all that may stand between."""
_NUMBERED = pattern(r"[.,]?+ ?+(?:№ ?)?(\d{1,2})(?![\w/-])(?!\.\d| [A-Z]{1,3} ?\d)")
"""The number of an archive, and none of a series: ``Archives départementales, 35 J 12``."""


def _with_figure(text: str, end: int, branch: Trie) -> tuple[int, list[Name]] | None:
    """Read on where archives of one name have numbers: ``TTLTQG3``, ``National Archives Center No. 3``."""
    if _FIGURES.isdisjoint(text[end : end + _NEAR]) or branch.keys().isdisjoint(_NUMBERS):
        return None
    figure = _NUMBERED.match(text, end)
    numbered = branch.get(figure[1]) if figure else None
    return (figure.end(), numbered[""]) if figure and numbered and "" in numbered else None


def _may_be_parted(text: str, following: Trie, code: str, behind: Word) -> bool:
    """Tell whether a comma may part *code* from the branch or town *behind* it: ``LA, Berlin``; ``AD, Haut-Rhin``."""
    archives = [tables.archives()[name.archive] for name in following.get("", ())]
    own = any(f"{code} {behind[0]}" in archive.branches or behind[0] in archive.towns for archive in archives)
    return own or _HYPHENED.match(text, behind[2]) is not None


_NOWHERE: Trie = {}


@kept
def _steps(low: str) -> tuple[str, ...]:
    """Return the stems that *low* leads down by: those of what it abbreviates, or its own."""
    return tuple(vocabulary.stem(part) for part in vocabulary.wording().abbreviations.get(low, low).split())


@kept
def _inner_steps(word: str) -> tuple[str, ...]:
    """Return the same for a word inside of a name, where small ones are passed over."""
    low = word.lower()
    return () if low in vocabulary.wording().skip else _steps(low)


_PAPERS_ON = worded(r" (?:[A-Z][\w.]+ ){0,2}{papers}(?!\w)")
"""Papers right behind what looks like a town, which is whose they are."""


def _walk_name(text: str, words: list[Word], index: int, branch: Trie) -> tuple[int, int, list[Name] | None]:
    """The same for full names: by stems, abbreviations written out, small words passed over."""
    word, _, end = words[index]
    spoken = word[0].islower()
    last, stop, meaning = index, end, branch.get("") if len(word) > 8 else None
    reached, untowned = index, None
    if meaning and word.isascii() and not any(names_itself(name.archive, word) for name in meaning):
        meaning = None  # contemporary: La Contemporaine has the same stem
    for at in range(index + 1, len(words)):
        word, start, following_end = words[at]
        following = branch
        for step in _inner_steps(word):  # as `follow` does, which would be a call for every word
            following = following.get(step, _NOWHERE)
        if not following and (right := slips.meant(word.lower())):
            following = follow(branch, _steps(right))
        if not following:
            break
        if (gap := text[end:start]) != " ":
            if (spoken and "," in gap) or not _INSIDE_NAME.fullmatch(gap):
                break  # … correspondence archive, Nationaal Archief
            untowned = (last, stop, meaning)
        reached, end = at, following_end
        if following is not branch:
            branch = following
            if "" in branch:
                last, stop, meaning = at, end, branch[""]
    if untowned and untowned[2] and _PAPERS_ON.match(text, stop):
        last, stop, meaning = untowned  # Library of Congress, Washington Papers: of George, and no town
    if meaning:
        meaning = spelled([word for word, _, _ in words[index : last + 1]], meaning)
    if numbered := _with_figure(text, end, branch):
        return reached, *numbered
    return last, stop, meaning
