"""The tables as the reader wants them: words and names in dictionaries, made once."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, cached_property, lru_cache
from typing import Any, NamedTuple, TypeAlias

from provcheck import tables
from provcheck.archives.lexicon.romanise import romanised
from provcheck.archives.lexicon.wording import Wording
from provcheck.model.lazy import pattern

LOOKALIKES = str.maketrans("ABCEHIKMOPTXYaceiopxy", "АВСЕНІКМОРТХУасеіорху")
"""Latin letters that print like Cyrillic ones."""

APOSTROPHES = str.maketrans("’‘ʹʼʻ´", "'" * 6)
"""What stands for an apostrophe, a soft sign or the Uzbek comma."""

_TO_LATIN = str.maketrans("АВСЕНІКМОРТХУасеіорху", "ABCEHIKMOPTXYaceiopxy")


def one_script(word: str) -> str:
    """Put look-alike letters of the other alphabet right, where that makes the word one of either alphabet."""
    cyrillic = word.translate(LOOKALIKES)
    if not any("A" <= c.upper() <= "Z" for c in cyrillic):
        return cyrillic
    latin = word.translate(_TO_LATIN)
    return latin if latin.isascii() else cyrillic


_ENDINGS = "aeiouyаеёиоуыэюяіїєйьъўʹ'’"


class Label(NamedTuple):
    """One reading of a label: which level it announces in which convention."""

    convention: str
    level: str
    role: str
    """``level``, ``leaf`` (folios), ``page`` (folios, where nothing better can be meant), ``aside`` (no level)."""


class Meanings(dict[str, list[Label]]):
    """What a label may mean, by convention."""

    @cached_property
    def common(self) -> bool:
        """It is a word of no convention, but one that means the same everywhere."""
        return self.keys() == {tables.COMMON}

    @cached_property
    def speak_for(self) -> tuple[str, ...]:
        """The conventions that the word tells: those in which it announces more than pages."""
        return tuple(c for c, found in self.items() if c != tables.COMMON and any(m.role != "page" for m in found))


class Name(NamedTuple):
    """One archive that a name may mean."""

    archive: str
    status: str
    """``current``, ``former``, or ``place``: a word that means the archive only where a mark follows."""
    former: str | None = None
    """The former name in full."""
    preferred: bool = False
    """It is the short form that the archive itself uses first."""


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """Return what stays the same when *word* is inflected: lower case, no marks, no ending, seven letters at most."""
    folded = word.lower()
    if not folded.isascii():
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    cut = folded.rstrip(_ENDINGS)
    if cut.endswith(("ог", "ег", "ом", "ем", "ам", "ах", "их", "ых", "ми", "ag")) and len(cut) > 5:
        cut = cut[:-2].rstrip(_ENDINGS)
    elif cut.endswith("s") and len(cut) > 5:
        cut = cut[:-1].rstrip(_ENDINGS)
    return (cut or folded)[:7]


@lru_cache(maxsize=1 << 12)
def unmarked(word: str) -> str:
    """Return *word* with the marks of its Latin letters taken off: RGAE for ``RGAĖ``."""
    if word.isascii() or not any("\u00c0" <= c <= "\u024f" or "\u1e00" <= c <= "\u1eff" for c in word):
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


_WORD = pattern(r"(?:[^\W_]|')+")


def words_of(text: str) -> list[str]:
    """Split a name or a label into its words, whatever its apostrophes look like."""
    plain = text if text.isascii() else text.translate(APOSTROPHES)
    return [plain] if text.isalpha() else _WORD.findall(plain)  # one word, as most codes are


@cache
def wording() -> Wording:
    """Return the words around shelfmarks."""
    return Wording(tables.wording())


@cache
def archive_words() -> frozenset[str]:
    """Return the stems of words by which a clause names an archive that is not in the tables."""
    return frozenset(stem(word) for word in wording().archive_words)


@cache
def generic() -> frozenset[str]:
    """Return the stems of words that many names of archives have, so that they decide nothing."""
    return frozenset(stem(word) for word in wording().generic)


@cache
def _places() -> frozenset[str]:
    found = {_place_key(word) for place in wording().places for word in words_of(place)}
    for archive in tables.archives().values():
        for city in (archive.city, *archive.cities.values()):
            found |= {_place_key(word) for word in words_of(city)}
    return frozenset(found)


def _place_key(word: str) -> str:
    return stem(word) if len(word) > 3 else word


@cache
def _countries() -> frozenset[str]:
    return frozenset(_place_key(word) for place in wording().places for word in words_of(place))


@cache
def _towns(archive: str) -> frozenset[str]:
    row = tables.archives()[archive]
    return _countries() | {_place_key(word) for city in (row.city, *row.cities.values()) for word in words_of(city)}


def is_place(text: str, archives: tuple[str, ...] = ()) -> bool:
    """Tell whether *text* is a town that has an archive, or its state or country; with *archives* a town of theirs."""
    words = words_of(text)
    if "." not in text and any(len(word) == 1 for word in words):
        return False  # Albert C. Wedemeyer is no Alberta
    known = [_towns(archive) for archive in archives] or [_places()]
    return bool(words) and all(any(_place_key(word) in towns for towns in known) for word in words)


Trie = dict[str, Any]
"""Words to the next step; what a sequence of words means stands under ``""``."""


def _add(trie: Trie, words: list[str], meaning: Any) -> None:
    for word in words:
        trie = trie.setdefault(word, {})
    found = trie.setdefault("", [])
    if meaning not in found:
        found.append(meaning)


@cache
def labels() -> Trie:
    """Return the trie of words, lower case, that announce a level or folios; meanings are `Label`, by convention."""
    trie: Trie = {}

    def _add(trie: Trie, words: list[str], meaning: Label) -> None:
        for word in words:
            trie = trie.setdefault(word, {})
        found: Meanings = trie.setdefault("", Meanings())
        own = found.setdefault(meaning.convention, [])
        if meaning not in own:
            own.append(meaning)

    for convention in (*tables.conventions().values(), tables.common()):
        for level in convention.levels:
            for word in level.words:
                _add(trie, words_of(word.lower()), Label(convention.id, level.name, "level"))
        if convention.folios:
            for word in convention.folios.words:
                _add(trie, words_of(word.lower()), Label(convention.id, "", "leaf"))
        for word in convention.pages:
            _add(trie, words_of(word.lower()), Label(convention.id, "", "page"))
        for word in convention.asides:
            _add(trie, words_of(word.lower()), Label(convention.id, "", "aside"))
    return trie


@lru_cache(maxsize=1 << 15)
def _stems_of(word: str) -> tuple[str, ...]:
    """Return the stems that one word of a name gives: several for an abbreviation, none for a small word."""
    table = wording()
    low = word.lower()
    return tuple(stem(part) for part in table.abbreviations.get(low, low).split() if part not in table.skip)


def name_stems(name: str) -> list[str]:
    """Return the stems by which a name is known, abbreviations written out, small words left out."""
    return [part for word in words_of(name) for part in _stems_of(word)]


Seeds: TypeAlias = dict[str, str]
"""What a dictionary of names grows from, by first word or stem: a line for each name, as it is written and the fields
of `Name`, parted by tabs. Lines, not lists: with those the file takes nearly twice as long to load."""


@cache
def archive_codes() -> Trie:
    """Return the trie of archive codes, word by word; meanings are `Name`. Transliterations of codes are known too."""
    return _Growing(tables.lexicon()["codes"], words_of)


def code_seeds() -> Seeds:
    """Return what `archive_codes` grows from; ``make tables`` keeps it, for it takes longer than checking a file."""
    seeds: Seeds = {}
    holders: dict[str, set[str]] = {}
    derived: list[tuple[str, str, Name]] = []
    for archive in tables.archives().values():
        named = [
            (code, language, Name(archive.id, "current", None, preferred=code == codes[0]))
            for language, codes in archive.codes.items()
            for code in codes
        ]
        named += [(code, "ru", Name(archive.id, "former", f.name)) for f in archive.former for code in f.codes]
        for place in archive.places:
            _add_code(seeds, place, Name(archive.id, "place"))
        for code, language, name in named:
            _add_code(seeds, code, name)
            holders.setdefault(code, set()).add(archive.id)
            latin = romanised(code, language)
            glued = [written.replace(" ", "") for written in (code, *latin) if " " in written]  # ЦГАРМ for ЦГА РМ
            derived += [(written, code, name) for written in (*latin, *glued)]
    for written, code, name in derived:
        # НАРБ is another archive than НА РБ, and NARA another than НАРА.
        others = [holders[same] for same in (written, written.upper()) if same in holders]
        if all(other <= holders[code] for other in others):
            _add_code(seeds, written, name)
    return seeds


def _add_code(seeds: Seeds, code: str, name: Name) -> None:
    if all(len(word) < 2 for word in words_of(code)):
        return
    for written in dict.fromkeys((code, code.upper())):
        _sow(seeds, words_of(written)[0], written, name)


def _sow(seeds: Seeds, first: str, written: str, name: Name) -> None:
    """Put *name* among *seeds*, once."""
    seed = "\t".join((written, name.archive, name.status, name.former or "", "preferred" * name.preferred)).rstrip("\t")
    lines = seeds[first].split("\n") if first in seeds else []
    if seed not in lines:
        seeds[first] = "\n".join((*lines, seed))


def _sown(lines: str) -> Iterator[tuple[str, Name]]:
    for line in lines.split("\n"):
        written, archive, status, former, preferred, *_ = *line.split("\t"), "", ""
        yield written, Name(archive, status, former or None, bool(preferred))


@cache
def prefixes() -> dict[str, tuple[str, Name]]:
    """Return the codes of holdings that tell an archive that is not named (FO, CAB → tna), by their first word."""
    return {
        words_of(prefix)[0]: (prefix, Name(archive.id, "current"))
        for archive in tables.archives().values()
        for prefix in archive.prefixes
    }


class _Growing(Trie):
    """A trie that grows a branch when it is first asked for: a run meets few of thousands of names."""

    def __init__(self, seeds: Seeds, split: Callable[[str], list[str]]) -> None:
        super().__init__()
        self._seeds = dict(seeds)
        self._split = split

    def __contains__(self, key: object) -> bool:
        return key in self._seeds or super().__contains__(key)

    def __missing__(self, key: str) -> Any:
        for written, name in _sown(self._seeds.pop(key)):
            _add(self, self._split(written), name)
        return self[key]

    def get(self, key: str, default: Any = None) -> Any:
        """Return the branch of *key*."""
        return self[key] if key in self else default  # noqa: SIM401 - that would call itself


@cache
def archive_names() -> Trie:
    """Return the trie of the stems of full names; meanings are `Name`."""
    return _Growing(tables.lexicon()["names"], name_stems)


def name_seeds() -> Seeds:
    """Return what `archive_names` grows from, by the first stem; see `code_seeds`."""
    seeds: Seeds = {}
    for archive in tables.archives().values():
        current = Name(archive.id, "current")
        named = [(name, current) for name in (*archive.names.values(), *archive.aliases)]
        named += [(former.name, Name(archive.id, "former", former.name)) for former in archive.former]
        for name, meaning in named:
            for variant in _variants(name):
                _sow(seeds, _first_stem(variant), variant, meaning)
    return seeds


@cache
def unspaced_names() -> tuple[tuple[str, tuple[Name, ...]], ...]:
    """Return the names in Chinese, Japanese and Korean script, longest first."""
    found: dict[str, list[Name]] = {}
    for archive in tables.archives().values():
        for name in (*archive.names.values(), *archive.aliases):
            if len(name) > 2 and "\u3040" <= name[0] <= "\ud7a3":
                found.setdefault(name, []).append(Name(archive.id, "current"))
    return tuple(sorted(((name, tuple(all_)) for name, all_ in found.items()), key=lambda pair: -len(pair[0])))


def _first_stem(name: str) -> str:
    return _head_stem(name.partition(" ")[0]) or _head_stem(name)


@lru_cache(maxsize=1 << 12)
def _head_stem(head: str) -> str:
    """Return the first stem of *head*: of a name's first word mostly, of which many names have the same."""
    return next(iter(name_stems(head)), "")


def _variants(name: str) -> list[str]:
    found = [name]
    head, _, tail = name.rpartition(", ")
    if head and " " in head and is_place(tail) and set(name_stems(head)) - generic():
        found.append(head)  # but "City Archives" is many a town's
    if name.startswith(_replaced()):
        for shape, others in wording().variants.items():
            start, _, end = shape.partition("*")
            if name.startswith(start) and name.endswith(end):
                rest = name[len(start) : len(name) - len(end)]
                found += [other.replace("*", rest) if end else other + rest for other in others]
    if name.startswith(tuple(wording().inverted)):
        for written in tuple(found):
            start = max((start for start in wording().inverted if written.startswith(start)), key=len, default=written)
            if (town := written[len(start) :].strip()).istitle() and " " not in town:
                found += [f"{town}, {start.removesuffix(' di').removesuffix(' de')}", f"{town}, {written}"]
    return found


@cache
def _replaced() -> tuple[str, ...]:
    """Return the beginnings of names that have variants."""
    return tuple(shape.partition("*")[0] for shape in wording().variants)


@cache
def phrases() -> Trie:
    """Return the trie of lower-case phrases: the same archive (``same``), a file (``file``), the role of a credit."""
    trie: Trie = {}
    for phrase in wording().same_archive:
        _add(trie, words_of(phrase.lower()), "same")
    for phrase in wording().file_follows:
        _add(trie, words_of(phrase.lower()), "file")
    for role, words in wording().credits_abroad.items():
        for phrase in words:
            _add(trie, words_of(phrase), role)
    return trie
