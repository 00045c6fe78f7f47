"""The tables as the reader wants them: words and names in dictionaries, made once."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache, cached_property
from typing import Any, NamedTuple

from provcheck import tables
from provcheck.archives.lexicon.wording import Wording
from provcheck.model.kept import kept
from provcheck.model.lazy import pattern
from provcheck.model.noun import noun

LOOKALIKES = str.maketrans("ABCEHIKMOPTXYaceiopxy", "АВСЕНІКМОРТХУасеіорху")
"""Latin letters that print like Cyrillic ones."""

APOSTROPHES = str.maketrans("’‘ʹʼʻ´", "'" * 6)
"""What stands for an apostrophe, a soft sign or the Uzbek comma."""

_TO_LATIN = {cyrillic: latin for latin, cyrillic in LOOKALIKES.items()}


def one_script(word: str) -> str:
    """Put look-alike letters of the other alphabet right, where that makes the word one of either alphabet."""
    cyrillic = word.translate(LOOKALIKES)
    if not any("A" <= c.upper() <= "Z" for c in cyrillic):
        return cyrillic
    latin = word.translate(_TO_LATIN)
    return latin if latin.isascii() else cyrillic


_ENDINGS = "aeiouyаеёиоуыэюяіїєйьъўʹ'’"


@noun
class Label:
    """One reading of a label: which level it announces in which convention."""

    convention: str
    level: str
    role: str
    """``level``, ``leaf`` (folios), ``page`` (folios, where nothing better can be meant), ``aside`` (no level)."""


class Meanings(dict[str, list[Label]]):
    """What a label may mean, by convention."""

    @cached_property
    def of_some(self) -> bool:
        """It is a word of some convention, and not only one that means the same everywhere."""
        return not self.keys() <= {tables.COMMON}

    @cached_property
    def of_fonds(self) -> bool:
        """It can announce a fond."""
        return any(m.level in {"fond", "fonds"} for found in self.values() for m in found)

    @cached_property
    def of_leaves(self) -> Meanings:
        """What it means where it can only be a word for leaves."""
        leaves = {c: [m for m in found if m.role == "leaf"] for c, found in self.items()}
        return Meanings({c: found for c, found in leaves.items() if found})

    @cached_property
    def speak_for(self) -> frozenset[str]:
        """The conventions that the word tells: those in which it announces more than pages."""
        return frozenset(c for c, found in self.items() if c != tables.COMMON and any(m.role != "page" for m in found))


class Name(NamedTuple):
    """One archive that a name may mean."""

    archive: str
    status: str
    """``current``, ``former``, or ``place``: a word that means the archive only where a mark follows."""
    former: str | None = None
    """The former name in full."""
    preferred: bool = False
    """It is the short form that the archive itself uses first."""


@kept
def stem(word: str) -> str:
    """Return what stays the same when *word* is inflected: lower case, no marks, no ending, seven letters at most."""
    folded = word.lower()
    if not folded.isascii():
        folded = folded.replace("ў", "в")  # архіў, архіва
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    if len(folded) < 4:
        return folded  # See is no SU
    cut = folded.rstrip(_ENDINGS)
    if cut.endswith(("ог", "ег", "ом", "ем", "ам", "ах", "их", "ых", "ми", "ag")) and len(cut) > 5:
        cut = cut[:-2].rstrip(_ENDINGS)
    elif cut.endswith("s") and len(cut) > 5:
        cut = cut[:-1].rstrip(_ENDINGS)
    return (cut or folded)[:7]


@kept
def unmarked(word: str) -> str:
    """Return *word* with the marks of its Latin letters taken off: RGAE for ``RGAĖ``."""
    if word.isascii() or not any("\u00c0" <= c <= "\u024f" or "\u1e00" <= c <= "\u1eff" for c in word):
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


_WORD = pattern(r"[^\W_]+(?:'[^\W_]*)*")
_LETTERS_AND_FIGURES = pattern(r"\d+|[^\W\d_](?:[^\W\d_]|')*")


def words_of(text: str) -> list[str]:
    """Split a name or a label into its words, whatever its apostrophes look like."""
    plain = text if text.isascii() else text.translate(APOSTROPHES)
    return [plain] if text.isalpha() else _WORD.findall(plain)  # one word, as most codes are


def parts_of(text: str) -> list[str]:
    """The same, figures parted from letters: NAC and 3 for ``NAC3``."""
    parts = words_of(text)
    return parts if parts == [text] and text.isalpha() else _LETTERS_AND_FIGURES.findall(" ".join(parts))


@cache
def wording() -> Wording:
    """Return the words around shelfmarks."""
    return Wording(tables.wording())


@cache
def stems(of: str) -> frozenset[str]:
    """Return the stems of one list of words around shelfmarks: ``generic``, ``archive_words``, ``not_persons``."""
    return frozenset(stem(word) for word in getattr(wording(), of))


def place_key(word: str) -> str:
    """Return the form by which a word of a place's name is known, whatever its ending."""
    return stem(word) if len(word) > 3 else word


def place_keys(name: str) -> list[str]:
    """Return the forms by which the place *name* is known, or places: whole, and without where it lies.

    >>> place_keys("Kew, London"), place_keys("Rostov-on-Don")
    (['Kew', 'london'], ['rostov on Don', 'rostov'])
    """
    found = []
    for part in name.replace("/", ",").split(","):
        keys = [place_key(word) for word in words_of(part)]
        found += [" ".join(keys), *(keys[:1] if len(keys) > 2 and keys[1] in wording().situated else ())]
    return found


@cache
def nations() -> dict[str, str]:
    """Return the codes of countries by what they are called, in small letters; not by stems: India and Indios."""
    return {name.lower(): country for country, called in wording().countries.items() for name in called}


@cache
def countries() -> frozenset[str]:
    """Return the keys of what countries are called."""
    return frozenset(key for called in wording().countries.values() for name in called for key in place_keys(name))


@cache
def _states(country: str) -> frozenset[str]:
    return frozenset(key for place in wording().places.get(country, ()) for key in place_keys(place))


@cache
def towns_of(archive: str) -> frozenset[str]:
    """Return the keys of the towns of *archive*, in all languages given."""
    return frozenset(key for town in tables.archives()[archive].towns for key in place_keys(town))


def is_town_of(place: str, archives: Iterable[str]) -> bool:
    """Tell whether *place* is the town of one of *archives* (ids), in any language given."""
    key = place_keys(place)[0]
    return any(key in towns_of(archive) for archive in archives)


@cache
def _places_of(archive: str) -> frozenset[str]:
    """Return the keys of what may say where *archive* is."""
    country = tables.archives()[archive].country
    own = wording().countries.get(country, ())
    return _states(country) | towns_of(archive) | {key for name in own for key in place_keys(name)}


_LONGEST_PLACE = 5
"""More words has the name of no place in the tables that would be written out."""


def is_place(text: str, archives: tuple[str, ...] = ()) -> bool:
    """Tell whether *text* is a town that has an archive, or its state or country; with *archives* a town of theirs."""
    return are_places(text, *(map(_places_of, archives) if archives else (tables.lexicon().places.keys(), countries())))


def are_places(text: str, *known: Collection[str]) -> bool:
    """Tell whether *text* is the name of a place in *known* or of several, one after the other (see `place_keys`)."""
    words = words_of(text)
    if "." not in text and any(len(word) == 1 for word in words):
        return False  # Albert C. Wedemeyer is no Alberta
    keys = [place_key(word) for word in words]
    at = 0
    while at < len(keys):
        ends = range(min(len(keys), at + _LONGEST_PLACE), at, -1)
        end = next((end for end in ends if any(" ".join(keys[at:end]) in places for places in known)), 0)
        if not end:
            return False
        at = end
    return bool(keys)


def needs_sign(same: str) -> bool:
    """Tell whether a word for the archive just named is another one too where no point or comma follows it."""
    return same.lower() in wording().same_with_sign


Trie = dict[str, Any]
"""Words to the next step; what a sequence of words means stands under ``""``."""


def _add(trie: Trie, words: list[str], meaning: Any) -> None:
    for word in words:
        trie = trie.setdefault(word, {})
    found = trie.setdefault("", [])
    if meaning not in found:
        found.append(meaning)


@cache
def labels() -> Roots:
    """Return the trie of words, lower case, that announce a level or folios; meanings are `Label`, by convention."""
    return Roots(tables.lexicon().labels, _grow_label)


def _grow_label(trie: Trie, line: str) -> None:
    written, convention, level, role = line.split("\t")
    for word in written.split(" "):
        trie = trie.setdefault(word, {})
    found: Meanings = trie.setdefault("", Meanings())
    found.setdefault(convention, []).append(Label(convention, level, role))


@kept
def _stems_of(word: str) -> tuple[str, ...]:
    """Return the stems that one word of a name gives: several for an abbreviation, none for a small word."""
    table = wording()
    low = word.lower()
    return tuple(stem(part) for part in table.abbreviations.get(low, low).split() if part not in table.skip)


def name_stems(name: str) -> list[str]:
    """Return the stems by which a name is known, abbreviations written out, small words left out; НА is none first."""
    parts = parts_of(name)
    small = parts[:1] if parts and parts[0].isupper() and not name.isupper() and not _stems_of(parts[0]) else []
    return [*map(stem, small), *(part for word in parts for part in _stems_of(word))]


@cache
def archive_codes() -> Roots:
    """Return the trie of archive codes, word by word; meanings are `Name`. Transliterations of codes are known too."""
    return Roots(tables.lexicon().codes, _grow_code)


def _encoded(word: str) -> bytes:
    return word.encode("utf-8", "surrogatepass")


def _grow_code(trie: Trie, line: str) -> None:
    written, name = _sown(line)
    _add(trie, parts_of(written), name)


def _grow_name(trie: Trie, line: str) -> None:
    written, name = _sown(line)
    _add(trie, name_stems(written), name)


def _sown(line: str) -> tuple[str, Name]:
    written, archive, status, former, preferred, *_ = *line.split("\t"), "", ""
    return written, Name(archive, status, former or None, bool(preferred))


@cache
def prefixes() -> dict[str, tuple[str, Name]]:
    """Return the codes of holdings that tell an archive that is not named (FO, CAB → tna), by their first word."""
    return {first: (prefix, Name(archive, "current")) for first, prefix, archive in tables.lexicon().prefixes}


ONE_CHINESE = str.maketrans(
    "東雲會傳務區華歷歴圖図國壯學寧廣慶憲戦戰檔漢濱發発蘇衛資貴遼鐵錫陝館黑黨龍蔵員處號專門縣臺灣陽雞書",
    "东云会传务区华历历图图国壮学宁广庆宪战战档汉滨发发苏卫资贵辽铁锡陕馆黑党龙藏员处号专门县台湾阳鸡书",
)
"""The letters of Taiwan and Japan for those of the mainland, as far as names of archives have them: 檔案館, 档案馆."""


@cache
def unspaced_names() -> tuple[tuple[str, tuple[Name, ...]], ...]:
    """Return the names in Chinese (`ONE_CHINESE`), Japanese and Korean script, longest first."""
    return tuple((name, tuple(Name(i, "current") for i in ids)) for name, *ids in tables.lexicon().unspaced)


class Roots:
    """The first words of a trie, each growing its branch when it is first asked for: a run meets few of thousands."""

    def __init__(self, seeds: Mapping[bytes, bytes], grow: Callable[[Trie, str], None]) -> None:
        self._seeds = seeds
        self._grow = grow
        self._grown: Trie = {}

    def __contains__(self, word: str) -> bool:
        return word in self._grown or _encoded(word) in self._seeds

    def get(self, word: str, default: Any = None) -> Any:
        """Return the branch of *word*."""
        if word not in self._grown:
            if (seed := self._seeds.get(_encoded(word))) is None:
                return default
            for line in seed.decode().split("\n"):
                self._grow(self._grown, line)
        return self._grown[word]


_NOWHERE: Trie = {}


def follow(start: Trie | Roots, words: Iterable[str]) -> Trie:
    """Return where *words* lead to from *start*, one after the other; an empty trie where they lead nowhere."""
    branch: Any = start
    for word in words:
        branch = branch.get(word, _NOWHERE)
    return _NOWHERE if branch is start and isinstance(start, Roots) else branch


@cache
def archive_names() -> Roots:
    """Return the trie of the stems of full names; meanings are `Name`."""
    return Roots(tables.lexicon().names, _grow_name)


@cache
def phrases() -> Trie:
    """Return the trie of lower-case phrases: ``same`` archive, a ``file``, a ``remark``, the role of a credit."""
    trie: Trie = {}
    for phrase in tables.same_archive():
        _add(trie, words_of(phrase.lower()), "same")
    for phrase in wording().file_follows:
        _add(trie, words_of(phrase.lower()), "file")
    for phrase in wording().remarks:
        _add(trie, words_of(phrase), "remark")
    for role, words in wording().credits_abroad.items():
        for phrase in words:
            _add(trie, words_of(phrase), role)
    return trie
