"""What the dictionaries of archives grow from: made of the tables by ``make tables``, never while lines are read.

Making it takes longer than checking a file: names are inflected, transliterated, abbreviated and told from each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TypeAlias

from provcheck import tables
from provcheck.archives.lexicon.initials import initials
from provcheck.archives.lexicon.romanise import romanised, romanised_name
from provcheck.archives.lexicon.vocabulary import (
    ONE_CHINESE,
    Name,
    are_places,
    countries,
    name_stems,
    parts_of,
    place_keys,
    stems,
    unmarked,
    wording,
    words_of,
)
from provcheck.model.archive import Archive
from provcheck.model.lazy import pattern

Seeds: TypeAlias = dict[str, str]
"""What a dictionary of names grows from, by first word or stem: a line for each name, as it is written and the fields
of `Name`, parted by tabs."""


def code_seeds() -> Seeds:
    """Return what `vocabulary.archive_codes` grows from."""
    seeds: Seeds = {}
    holders: dict[str, set[str]] = {}
    derived: list[tuple[str, str, Name]] = []
    for archive in tables.archives().values():
        named = [
            (code, language, Name(archive.id, "current", None, preferred=code == codes[0]))
            for language, codes in archive.codes.items()
            for code in codes
        ]
        for former in archive.former:
            codes = (*former.codes, *_in_full(former.name, former.codes))
            named += [(code, "ru", Name(archive.id, "former", former.name)) for code in codes]
        for place in archive.places:
            _add_code(seeds, place, Name(archive.id, "place"))
        for code, language, name in named:
            _add_code(seeds, code, name)
            holders.setdefault(code, set()).add(archive.id)
            latin = romanised(code, language)
            glued = [written.replace(" ", "") for written in (code, *latin) if " " in written]  # ЦГАРМ for ЦГА РМ
            plain = unmarked(code.translate(_BARRED))  # ABTL for ÁBTL
            bare = [plain] if plain != code and plain.isascii() and len(plain) > _SHORT else []
            derived += [(written, code, name) for written in (*latin, *glued, *bare, *_parted(code), *_pointed(code))]
    for written, code, name in derived:
        # НАРБ is another archive than НА РБ, and NARA another than НАРА.
        others = [holders[same] for same in (written, written.upper()) if same in holders]
        if all(other <= holders[code] for other in others):
            _add_code(seeds, written, name)
    return seeds


def _in_full(name: str, codes: Sequence[str]) -> list[str]:
    """Return *codes* with their republic written out as the *name* has it: ЦГАОР Татарской АССР for ЦГАОР ТАССР."""
    republic = _REPUBLIC.search(name)
    return [code[: said.start()] + republic[0] for code in codes if republic and (said := _LETTERS.search(code))]


_REPUBLIC = pattern(r"[А-ЯЁІЇЄ][\w-]+(?:ой|ої) (?:А?ССР|РСР)")
_LETTERS = pattern(r"(?<= )[А-Я][\w.]* ?\w*(?:ССР|РСР)$")


def _pointed(code: str) -> list[str]:
    """Return a code with points, as it was written before: A.G.I., H.H.St.A.; not two letters, as persons have."""
    parts = _CAPITALS.findall(code) if code.isascii() else [*code]
    known = _SHORT <= len(parts) <= 2 * _SHORT and code.isalpha() and all(part[0].isupper() for part in parts)
    return [".".join(parts) + "."] if known and "".join(parts) == code else []


_CAPITALS = pattern(r"[A-Z](?:t(?![a-z]))?")
"""A letter of a code, or two as in the Staatsarchiv: ``HHStA``."""


def _parted(code: str) -> list[str]:
    """Return a Russian or Ukrainian code with its region apart, after letters that other codes have so: ЦДНИ РО."""
    if not code.isupper() or not code.isalpha() or code < "Ѐ":
        return []
    return [f"{code[:-size]} {code[-size:]}" for size in _REGION if code[:-size] in _kinds_of_archives()]


_REGION = (2, 3)
"""How many letters a region has in a code."""


@cache
def _kinds_of_archives() -> frozenset[str]:
    """Return the letters by which codes begin that have a blank behind them: ГА, ЦДНИ."""
    return frozenset(
        code.partition(" ")[0] for archive in tables.archives().values() for code in _codes(archive) if " " in code
    )


_SHORT = 3
"""A code of so few letters that loses its marks is mostly another archive's."""
_POINTS = {"current": 3, "former": 3, "place": 2}
"""So many points a code of single letters must have; fewer where a mark must follow it."""
_CEDILLAS = str.maketrans("ȘșȚț", "ŞşŢţ")
"""How Romanian commas below are mostly printed."""
_BARRED = str.maketrans("ŁłĐđ", "LlDd")


_SIGLUM = pattern(r"[A-Z]{1,3}-[A-Z]+[a-z]+")
"""How libraries of music are called, which in capitals could be any code: ``I-Ma``."""


_LIBRARY = pattern(r"[A-Z]-[A-Z]")
"""A library by its country and one letter, as musicologists cite the greatest: ``D-B``."""


def _add_code(seeds: Seeds, code: str, name: Name) -> None:
    few = code.count(".") < _POINTS[name.status] and len(words_of(code)) < 4
    if few and '"' not in code and all(len(word) < 2 for word in words_of(code)) and not _LIBRARY.fullmatch(code):
        return  # but א"מ: the sign says that it is short for something
    spelled = [code]
    if not code.isascii():
        spelled.append(code.translate(_CEDILLAS))
        spelled += [plain for plain in (unmarked(code.translate(_BARRED)),) if " " in code and plain.isascii()]
    if not _SIGLUM.fullmatch(code):
        spelled += [one.upper() for one in spelled]
    for written in dict.fromkeys(spelled):
        _sow(seeds, parts_of(written)[0], written, name)


def _sow(seeds: Seeds, first: str, written: str, name: Name) -> None:
    """Put *name* among *seeds*, once."""
    seed = "\t".join((written, name.archive, name.status, name.former or "", "preferred" * name.preferred)).rstrip("\t")
    lines = seeds[first].split("\n") if first in seeds else []
    if seed not in lines:
        seeds[first] = "\n".join((*lines, seed))


def name_seeds() -> Seeds:
    """Return what `vocabulary.archive_names` grows from, by the first stem."""
    seeds: Seeds = {}
    for archive in tables.archives().values():
        current = Name(archive.id, "current")
        named = [(name, current) for name in (*archive.names.values(), *archive.aliases)]
        named += [(former.name, Name(archive.id, "former", former.name)) for former in archive.former]
        for code in (code for codes in archive.codes.values() for code in codes):
            kind, _, town = code.rpartition(" ")
            if kind.isupper() and not town.isupper() and are_places(town, places().keys(), countries()):
                named.append((f"{town}, {kind}", current))  # Třeboň, SOA
        named += [(name, current) for name in (*_by_town(archive), *_of_region(archive))]
        known = {tuple(name_stems(name)) for name, _ in named}
        for latin, meaning in [(latin, meaning) for name, meaning in named for latin in romanised_name(name)]:
            if (stems := tuple(name_stems(latin))) not in known:  # most ways of transliterating have the same stems
                known.add(stems)
                named.append((latin, meaning))
        for name, meaning in named:
            for variant in _variants(name):
                _sow(seeds, _first_stem(variant), variant, meaning)
    return seeds


def _by_town(archive: Archive) -> list[str]:
    """Return how a town in another language stands with the kind of its archive: ``Florence, Archivio di Stato``."""
    found = []
    towns = [town for town in archive.towns if town.istitle()]
    for name in archive.names.values():
        start = max((start for start in wording().inverted if name.startswith(start)), key=len, default="")
        kind = _kind(start)
        if kind != start:
            found += [f"{town}, {kind}" for town in towns] + [f"{kind}, {town}" for town in towns]
        elif _keeps_manuscripts(archive) and (town := next(filter(name.endswith, towns), "")):
            kind = _kind(name.removesuffix(town).rstrip(" ,"))
            found += [f"{town}, {kind}" for town in towns]
    return found


def _of_region(archive: Archive) -> list[str]:
    """Return how a region goes by another name of its town: ``State Archive of Odessa Oblast``."""
    name, city = archive.names.get("en", ""), archive.city or ""
    latin = [town for town in archive.towns if town.isascii()]
    return [name.replace(city, town) for town in latin if f" {city} Oblast" in name and town != city]


def _keeps_manuscripts(archive: Archive) -> bool:
    """Tell whether its marks are call numbers: lists of these write the town first, ``Zürich, Zentralbibliothek``."""
    return any(rule.required and rule.name == "call-number" for rule in tables.conventions()[archive.convention].levels)


def _kind(start: str) -> str:
    """Return the beginning of a name without the word that leads to its town."""
    head, _, last = start.rpartition(" ")
    return head if head and last.islower() and len(last) < _PLAIN else start


def _first_stem(name: str) -> str:
    head = name.partition(" ")[0]
    return (not head.isupper() and _head_stem(head)) or _head_stem(name)


@lru_cache(maxsize=1 << 12)
def _head_stem(head: str) -> str:
    """Return the first stem of *head*: of a name's first word mostly, of which many names have the same."""
    return next(iter(name_stems(head)), "")


def _variants(name: str) -> list[str]:
    found = [name]
    head, _, tail = name.rpartition(", ")
    if (
        head
        and " " in head
        and are_places(tail, places().keys(), countries())
        and set(name_stems(head)) - stems("generic")
    ):
        found.append(head)  # but "City Archives" is many a town's
    if head and " " in head and are_places(tail, places().keys(), countries()):
        found.append(f"{tail}, {head}")  # Prague, National Archives
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
                found += [f"{town}, {_kind(start)}", f"{town}, {written}"]
    return found


@cache
def _replaced() -> tuple[str, ...]:
    """Return the beginnings of names that have variants."""
    return tuple(shape.partition("*")[0] for shape in wording().variants)


_PLAIN = 4
"""Words of so many letters are known without their marks too, as other languages write them: ``seccion``, ``maco``."""


def label_seeds() -> Seeds:
    """Return what `vocabulary.labels` grows from, by the first word: the words, and the fields of `Label`."""
    found: dict[str, dict[str, None]] = {}
    for convention in (*tables.conventions().values(), tables.common()):
        announcing = [(word, level.name, "level") for level in convention.levels for word in level.words]
        announcing += [(word, "", "leaf") for word in (convention.folios.words if convention.folios else ())]
        announcing += [(word, "", "page") for word in convention.pages]
        announcing += [(word, "", "aside") for word in convention.asides]
        known = {" ".join(words_of(written.lower())) for written, _, _ in announcing}
        plain = [(unmarked(written), level, role) for written, level, role in announcing if len(written) >= _PLAIN]
        announcing += [(written, level, role) for written, level, role in plain if written.lower() not in known]
        for written, level_name, role in announcing:
            if words := words_of(written.lower()):
                line = "\t".join((" ".join(words), convention.id, level_name, role))
                found.setdefault(words[0], {})[line] = None
    return {first: "\n".join(lines) for first, lines in found.items()}


def prefixes() -> list[list[str]]:
    """Return the codes of holdings that tell an archive that is not named (FO, CAB → tna), after their first word."""
    return [
        [words_of(prefix)[0], prefix, archive.id]
        for archive in tables.archives().values()
        for prefix in archive.prefixes
    ]


def unspaced() -> list[list[str]]:
    """Return the names in Chinese, Japanese and Korean script, longest first, each with the archives it may mean."""
    found: dict[str, list[str]] = {}
    for archive in tables.archives().values():
        for name in (*archive.names.values(), *archive.aliases):
            if len(name) > 2 and "\u3040" <= name[0] <= "\ud7a3":
                ids = found.setdefault(name.translate(ONE_CHINESE), [])
                if archive.id not in ids:
                    ids.append(archive.id)
    return sorted(([name, *ids] for name, ids in found.items()), key=lambda row: -len(row[0]))


_LONG = 7
_MANY = 2


def frequent() -> list[str]:
    """Return the words of labels that have six letters or more, the long ones that many archives share, no towns."""
    counts: Counter[str] = Counter()
    for archive in tables.archives().values():
        named, towns = (
            {word.lower() for name in names for word in words_of(name)} for names in (archive.full_names, archive.towns)
        )
        counts.update(named - towns)
    announcing = {word for lines in label_seeds().values() for line in lines.split("\n") for word in _words_in(line)}
    shared = {word for word in counts if counts[word] >= _MANY and len(word) >= _LONG}
    return [*shared.union(word for word in announcing if len(word) >= _LONG - 1)]


def _words_in(label: str) -> list[str]:
    """Return the words of one line of `label_seeds`."""
    return label.partition("\t")[0].split()


@cache
def places() -> dict[str, set[str]]:
    """Return the keys of the towns that have an archive, and of states, each with its countries."""
    found: dict[str, set[str]] = {}
    named = [(country, place) for country, named in wording().places.items() for place in named]
    named += [(archive.country, town) for archive in tables.archives().values() for town in archive.towns]
    for country, place in named:
        for key in filter(None, place_keys(place)):
            found.setdefault(key, set()).add(country)
    return found


def called() -> list[list[str]]:
    """Return the short names by which archives go beside their town or country alone: NA, Kew; MAE (Bruxelles)."""
    known = {code for archive in tables.archives().values() for code in _codes(archive)}
    found: dict[str, list[str]] = {}
    for archive in tables.archives().values():
        for code in sorted(known.intersection(_initials(archive)).difference(_codes(archive))):
            found.setdefault(code, []).append(archive.id)
    return [[code, *ids] for code, ids in sorted(found.items())]


def _codes(archive: Archive) -> set[str]:
    named = (*archive.codes.values(), *(former.codes for former in archive.former))
    return {code for codes in named for code in codes}


def _initials(archive: Archive) -> set[str]:
    """Return the first letters of the names of *archive*, and of the body whose archive it is, without its town."""
    named = (*archive.towns, *wording().countries.get(archive.country, ()))
    where = {key for name in named for key in place_keys(name)}
    parted = [(code[:at], code[at + 1 :]) for code in _codes(archive) for at, sign in enumerate(code) if sign == " "]
    found = {kind for kind, place in parted if are_places(place, where)}  # ЦГАОР Армении, TNA Dar es Salaam
    for name in (*archive.names.values(), *archive.aliases):
        found |= initials(name, where)
    return {letters for letters in found if len(letters) > 1}
