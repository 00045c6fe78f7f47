"""The institutions of the tables: none twice, every name in its script, every town spelled one way."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping

from provcheck import tables
from provcheck.archives import find
from provcheck.archives.lexicon.scan import scan
from provcheck.archives.lexicon.words import cut
from provcheck.model.archive import Archive

ARCHIVES = tables.archives()


# -- none twice -------------------------------------------------------------------------------------------------------

_JACAR = "JACAR shows the holdings of all three; the letter of its reference code tells whose they are"
NOT_THE_SAME = {
    frozenset({"da-mofa-jp", "naj"}): _JACAR,
    frozenset({"da-mofa-jp", "nids-jp"}): _JACAR,
    frozenset({"naj", "nids-jp"}): _JACAR,
    frozenset({"lva", "lvva"}): "parts of the National Archives of Latvia, whose code stands for either",
}
"""Pairs that share a name or a code of one town and are two institutions nevertheless, with the reason."""

_SMALL = frozenset("the of and for in at de la le les des du der die das di del della d l".split())


def _folded(name: str) -> str:
    """Return what stays of a name when marks, case, order, small words and the plural are taken away."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    words = re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c)))
    return " ".join(sorted(word.removesuffix("s") for word in words if word not in _SMALL))


def _marks(archive: Archive) -> Iterator[tuple[str, str, str]]:
    """Return by what *archive* could be known as another: full names in its country and town, codes in its town."""
    for name in (*archive.names.values(), *archive.aliases):
        yield "country", archive.country, _folded(name)
        if archive.city:
            yield "town", archive.city, _folded(name)
    for code in itertools.chain(*archive.codes.values()):
        yield "code", archive.city, code.upper()


def _twice(archives: Mapping[str, Archive]) -> dict[frozenset[str], str]:
    """Return the pairs that may be one institution, and what they share."""
    holders: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for archive in archives.values():
        for mark in dict.fromkeys(_marks(archive)):
            holders[mark].append(archive.id)
    return {frozenset(pair): " ".join(mark) for mark, ids in holders.items() for pair in itertools.combinations(ids, 2)}


def test_no_institution_stands_in_the_tables_twice() -> None:
    found = _twice(ARCHIVES)
    assert {pair: mark for pair, mark in found.items() if pair not in NOT_THE_SAME} == {}
    assert set(NOT_THE_SAME) <= set(found), "an exception for nothing"


def test_an_institution_that_stands_there_twice_is_found() -> None:
    aan = ARCHIVES["aan"]
    same_name = Archive("aan-2", {"pl": "Archiwum Akt Nowych"}, {}, "PL", city="Łódź")
    same_code = Archive("aan-3", {"en": "New Acts"}, {"pl": ("aan",)}, "PL", city=aan.city)
    elsewhere = Archive("aan-4", {"en": "Academy of Nowhere"}, {"en": ("AAN",)}, "XX", city="Nowhere")
    found = _twice({a.id: a for a in (aan, same_name, same_code, elsewhere)})
    assert set(found) == {frozenset({"aan", "aan-2"}), frozenset({"aan", "aan-3"})}


def test_an_id_that_was_merged_is_understood() -> None:
    assert tables.merged()
    for old, now in tables.merged().items():
        match = find(old)
        assert (match.status, match.archive) == ("current", ARCHIVES[now])
        assert old not in ARCHIVES


# -- names ------------------------------------------------------------------------------------------------------------

_SCRIPTS = {
    "CYRILLIC": "ru uk be bg mk sr kk ky mn tg uz-Cyrl",
    "GREEK": "el",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "HEBREW": "he",
    "ARABIC": "ar fa ur",
    "CJK": "zh zh-Hant ja",
    "HANGUL": "ko",
    "DEVANAGARI": "hi",
    "THAI": "th",
    "KHMER": "km",
    "BENGALI": "bn",
    "SINHALA": "si",
    "MYANMAR": "my",
}
_SCRIPT_OF = {tag: script for script, tags in _SCRIPTS.items() for tag in tags.split()}


def _script(text: str) -> set[str]:
    found = {unicodedata.name(c, "?").split()[0] for c in text if c.isalpha()}
    return {"CJK" if script in {"HIRAGANA", "KATAKANA"} else script for script in found}


def test_names_and_codes_are_in_the_script_of_their_language() -> None:
    wrong = []
    for archive in ARCHIVES.values():
        written = [*archive.names.items(), *archive.cities.items()]
        written += [(language, code) for language, codes in archive.codes.items() for code in codes]
        for language, text in written:
            script = _SCRIPT_OF.get(language, "LATIN")
            if _script(text) - {"MODIFIER"} != {script}:
                wrong.append((archive.id, language, text))
    assert wrong == []


def test_towns_are_spelled_one_way() -> None:
    """The town is in English; what stands under `cities` is the same town in other languages."""
    other: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    english = {(archive.country, archive.city) for archive in ARCHIVES.values()}
    for archive in ARCHIVES.values():
        assert _script(archive.city) <= {"LATIN"}, archive.id
        assert "en" not in archive.cities, f"{archive.id}: the town is in English already"
        for language, town in archive.cities.items():
            other[archive.country, archive.city, language].add(town)
            if town != archive.city:
                assert (archive.country, town) not in english, f"{archive.id}: {town} is {archive.city} elsewhere"
    assert {key: towns for key, towns in other.items() if len(towns) > 1} == {}


def test_names_say_things_once() -> None:
    twice = []
    for archive in ARCHIVES.values():
        names = [*archive.names.values(), *archive.aliases]
        twice += [(archive.id, alias) for alias in archive.aliases if names.count(alias) > 1]
        codes = set(itertools.chain(*archive.codes.values()))
        twice += [(archive.id, code) for former in archive.former for code in former.codes if code in codes]
    assert twice == []


# -- facts ------------------------------------------------------------------------------------------------------------


def test_countries_have_names() -> None:
    assert {archive.country for archive in ARCHIVES.values()} - {""} <= set(tables.style_settings()["countries"])


def test_years_are_in_their_order() -> None:
    for archive in ARCHIVES.values():
        for since, until in ((archive.since, archive.until), *((f.since, f.until) for f in archive.former)):
            assert since is None or until is None or since <= until, archive.id


def test_a_convention_is_of_the_language_of_its_country() -> None:
    """A convention that only Spanish has is none for Brazil; those of English serve for all."""
    wrong = []
    for archive in ARCHIVES.values():
        languages = set(tables.conventions()[archive.convention].languages)
        own = {language.split("-")[0] for language in archive.names} - {"en"}
        if "en" not in languages and not own & languages:
            wrong.append((archive.id, archive.convention))
    assert wrong == []


def test_what_is_general_knowledge_is_marked_as_unchecked() -> None:
    for archive in ARCHIVES.values():
        facts = {"names", *(fact for fact in ("codes", "city", "former", "since", "until") if getattr(archive, fact))}
        assert set(archive.unchecked) <= facts | {"convention"}, f"{archive.id} has no such fact"
        if archive.source.startswith("general knowledge"):
            assert set(archive.unchecked) >= facts - {"former", "since", "until"}, archive.id


# -- every name is understood -----------------------------------------------------------------------------------------

NOT_UNDERSTOOD = {
    "thyssenkrupp Konzernarchiv": "names begin with a capital",
    "thyssenkrupp Corporate Archive": "names begin with a capital",
    "tkA Duisburg": "names begin with a capital",
    "private collection": "words that are a name only as `private` understands them",
    "archiwum prywatne": "words that are a name only as `private` understands them",
    "Arsenal": "a word of its own, known with Bibliothèque de l'",
    "La contemporaine. Bibliothèque, archives, musée des mondes contemporains": "a point ends a name",
    "राष्ट्रीय अभिलेखागार": "vowels that are marks and no letters",
    "CA ON00313": "a number of more than one figure is a holding's",
    "V&A": "single letters are no code",
    "S-": "known with its series, by `shapes`",
}
"""What stands in the tables and is not understood in a line, with the reason."""


def _is_understood(archive: Archive, name: str) -> bool:
    text, words = cut(f"{name}, Box 1, No. 3")
    return any(known.archive == archive.id for item in scan(text, words) for known in item.names)


def test_every_name_and_code_is_understood() -> None:
    said = {
        name
        for archive in ARCHIVES.values()
        for name in (
            *itertools.chain(archive.names.values(), archive.aliases, *archive.codes.values()),
            *itertools.chain(*((former.name, *former.codes) for former in archive.former)),
        )
        if not _is_understood(archive, name)
    }
    assert said == set(NOT_UNDERSTOOD)
