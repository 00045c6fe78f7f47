"""Names as records write them → the family and given names that CSL sorts and shortens by.

A name that cannot be told apart safely stays whole (CSL ``literal``): printed as written, never turned round. The
words by which persons and bodies are told stand in ``data/names.yaml``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import TypeAlias

from provcheck.cite.bodies import OFFICE, PARTICLES, RULER, TABLE, TITLES, is_body

CslName: TypeAlias = dict[str, str]

_DROPPING = frozenset(TABLE["dropping"])
_CAPITALISED = frozenset(TABLE["capitalised"])
"""Part of the family name where written so: Van Deusen, Dalla Torre."""
_WITHIN = frozenset(TABLE["within_names"])
_JOINING = frozenset(TABLE["joining_names"])
_SMALL = PARTICLES | _JOINING
_SUFFIXES = frozenset(TABLE["suffixes"])
_RULERS = frozenset([*TABLE["rulers"], *TABLE["also_given"]])
_RULERS_NAMES = frozenset(TABLE["of_rulers"])
_RANKS = frozenset(TABLE["ranks"])
_ROMANCE_TITLES = frozenset(TABLE["romance_titles"])
_BEHIND_GIVEN = frozenset(TABLE["behind_given"])
_GIVEN = {language: frozenset(names) for language, names in TABLE["given"].items()}
_ROMANCE = _GIVEN["fr"] | _GIVEN["es"] | _GIVEN["pt"]
_OF_FAMILY_FIRST = _GIVEN["hu"] | {name for language in ("ru", "uk") for name in _GIVEN[language] if name > "а"}
"""Given names that as often stand behind the family name: Hungarian, and Russian and Ukrainian in Cyrillic letters."""
_CHILD_OF = frozenset(TABLE["child_of"])
_HUNGARIAN_FAMILIES = frozenset(TABLE["hungarian_families"])
_SLAVIC_FAMILY = re.compile(
    r"[А-ЯЁІЇЄҐ][а-яёіїєґ]+(?:[сц]к(?:ий|ая|ой|ій|а)|[оеё]в|[оеё]ва|енко|[чщ]ук|[юь]к|ян|дзе|швили|ых|ко)",
    re.IGNORECASE,
)
"""A family name by its ending, which no given name of another country has: in Cyrillic *Клод Симон* may stand too."""
_ALL_GIVEN = frozenset[str]().union(*_GIVEN.values())

_NUMERAL = re.compile(r"(?=[IVXІХ\u2160-\u216b])(?:[XХ]{0,2}(?:[IІ][XVХ]|V?[IІ]{0,3})|[\u2160-\u216b])\.?")
"""I to XXIX, with Latin or Cyrillic letters or the signs for them: Wilhelm II."""
_OTHER_SCRIPT = re.compile("[\\u0590-\\u109f\\u1100-\\u1c7f\\u2e80-\\ufaff\\ufb1d-\\ufefc\\U00020000-\\U0003ffff]")
"""Hebrew, Arabic, Indic, Chinese … letters: names in them are not taken apart."""
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.[ -]?)+")
_PATRONYMIC = re.compile(
    r"[^\W\d_]{3,}(?:ovich|evich|ich|ovna|evna|ichna|ович|евич|ьич|ич|овна|евна|ична|инична|ійович|івна|ївна)",
    re.IGNORECASE,
)
_EAST_ASIAN = frozenset(TABLE["east_asian"])
_CYRILLIC_SURNAMES = frozenset(TABLE["cyrillic_east_asian"])
_JAPANESE = frozenset(TABLE["japanese"])
_SYLLABLE = (
    "(?:[bpmfdtnlgkhjqxrzcswyv]|zh|ch|sh|th|ts|tz|hs|ss|sz|ng|ngh|nh|gi|kh|ph|tr|qu|hy|yo|ye)?['’]?"
    "[aeiou]{1,4}y?(?:ng|nh|n|r|k|l|m|p|t|h|c|ch)?"
)
"""One syllable of Chinese, Korean or Vietnamese in Latin letters, roughly: enough to keep out Philby and Harvey."""
_EAST_ASIAN_GIVEN = re.compile(rf"{_SYLLABLE}(?:[-'’]?{_SYLLABLE})?")
_JAPANESE_WORD = re.compile("(?:(?:[kgsztdnhbpmyrwjf]|[kgnhmrbp]y|sh|t?ch|ts)?[aeiou]|n(?![aeiouy])|([kstp])(?=\\1))+")
_VOWELS = re.compile("[aeiouyàâáéèêíîóôúûœæ]+|[ëïü]", re.IGNORECASE)


def parse(name: str) -> CslName:
    """Return *name* as CSL has it.

    >>> parse("N. V. Roshchin")
    {'family': 'Roshchin', 'given': 'N. V.'}
    >>> parse("Рощин Николай Васильевич")
    {'family': 'Рощин', 'given': 'Николай Васильевич'}
    >>> parse("Mao Zedong")
    {'literal': 'Mao Zedong'}
    >>> parse("Charles de Gaulle")
    {'family': 'Gaulle', 'given': 'Charles', 'non-dropping-particle': 'de'}
    >>> parse("Nicholas II")
    {'literal': 'Nicholas II'}
    """
    name = " ".join(name.split())
    if in_office := _in_office(name):
        return in_office
    if is_body(name) or _OTHER_SCRIPT.search(name):
        return {"literal": name}
    found = _with_comma(name) if "," in name else _person(name.split(" "))
    return found or {"literal": name}


def _in_office(name: str) -> CslName | None:
    """Read ``Botschafter Hans Kroll`` and ``Hans Kroll, Botschafter``: the given name tells that it is a person."""
    person, _, behind = name.partition(", ")
    office = OFFICE.match(behind or name)
    if office is None or (behind and len(behind.split()) > _OFFICE_WORDS):
        return None
    words = person.split(" ") if behind else name[office.end() :].split()
    if len(words) < 2 or words[0].lower().partition("-")[0] not in _ALL_GIVEN:
        return None
    return _person(words, behind.split() if behind else office[0].split())


_OFFICE_WORDS = 3
"""So many words an office behind a name has that is put before it: ``Botschafter Hans Kroll an …``."""


def _with_comma(name: str) -> CslName | None:
    """Read what has a comma: ``Kennedy, Robert F., Jr.``; None where it is not behind a family name."""
    parts = [part.strip() for part in name.split(",")]
    suffix = next((part for part in parts[1:] if part in _SUFFIXES), "")
    if suffix:
        parts.remove(suffix)
    elif len(parts) == 2:
        words, suffix = _without_suffix(parts[0].split(" "))  # Biddle Jr., Anthony
        parts[0] = " ".join(words)
    if not all(parts) or len(parts) > 2:
        return None
    found = _turned(*parts) if len(parts) == 2 else _person(parts[0].split(" "))
    return found | {"suffix": suffix} if found and suffix else found


def _turned(family: str, given: str) -> CslName | None:
    """Read ``Bismarck, Otto von``; None for ``Willy Brandt, Egon Bahr`` and ``Hans Müller, Berlin``.

    What stands before the comma is no family name where it begins as the name of a person does, unless given names
    follow (``Lloyd George, David``).
    """
    words = given.split(" ")
    if " " in family and not all(_is_given(word) for word in words if word not in PARTICLES):
        titled = any(TITLES.match(part) or RULER.match(part) for part in (family, given))
        if titled or any(map(_is_given, family.split(" "))):
            return None
    at = len(words)
    while at > 1 and words[at - 1] in PARTICLES:
        at -= 1
    return _joined(words[:at], words[at:], family)


def _is_given(word: str) -> bool:
    """Whether *word* is known as a given name, or is an initial."""
    return word.lower().partition("-")[0] in _ALL_GIVEN or bool(_INITIALS.fullmatch(word)) or len(word) == 1


def _person(words: list[str], titles: Sequence[str] = ()) -> CslName | None:
    """Read a name without a comma, behind *titles*; None where it cannot be told apart safely."""
    name = " ".join(words)
    if len(words) > 7 or RULER.match(name) or _is_ruler(words) or _has_rank(words):
        return None
    if (titled := TITLES.match(name)) and len(words) > 1 and not _is_east_asian(words):
        rest = name[titled.end() :]
        return _person(rest.split(" "), titled[0].split()) if rest and not OFFICE.match(rest) else None
    words, suffix = _without_suffix(words)
    if len(words) == 1:
        return _joined(titles, (), words[0], suffix) if words[0] else None
    child = next((i for i, word in enumerate(words) if word.lower() in _CHILD_OF), 0)
    if child == len(words) - 1 > 1:
        return _joined([*titles, *words[1:]], (), words[0], suffix)
    if child > 1:
        return _joined([*titles, *words[: child + 1]], (), " ".join(words[child + 1 :]), suffix)
    if not suffix and (_is_east_asian(words) or _is_japanese(words)):
        return None
    first, *others = words
    if _INITIALS.fullmatch("".join(others)) and not _INITIALS.fullmatch(first) and not others[0].islower():
        return _joined([*titles, *others], (), first, suffix)
    patronymic = len(words) == 3 and _PATRONYMIC.fullmatch(words[2]) and not _PATRONYMIC.fullmatch(words[1])
    if patronymic and not any(map(_INITIALS.fullmatch, words)):  # but Lazar M. Kaganovich
        return _joined([*titles, *others], (), first, suffix)
    if all(word.lower() in _OF_FAMILY_FIRST for word in others):
        if first.lower() in _OF_FAMILY_FIRST:
            return None
        if first.lower() in _HUNGARIAN_FAMILIES or _SLAVIC_FAMILY.fullmatch(first):  # Nagy Imre, Троцкий Лев
            return _joined([*titles, *others], (), first, suffix)
    return _western(words, titles, suffix)


def _western(words: list[str], titles: Sequence[str], suffix: str) -> CslName | None:
    """Given names first, the last word or what follows a particle is the family name."""
    if words[-1].endswith(".") or any(map(_is_no_name, words[1:])):
        return None
    starts = (i for i, word in enumerate(words[:-1]) if word in PARTICLES or (i and word in _CAPITALISED))
    at = next(starts, len(words) - 1)
    joint = next((i for i, word in enumerate(words) if word in _JOINING), len(words))
    if joint <= at:
        return _joined([*titles, words[0]], (), " ".join(words[1:]), suffix) if (joint, len(words)) == (2, 4) else None
    is_romance = words[at] in _WITHIN or words[at].startswith(("d'", "d’"))
    if at > 1 and is_romance and not _is_given(words[at - 1]):  # Maurice Couve de Murville
        return None
    end = at
    while end < len(words) - 1 and words[end] in PARTICLES:
        end += 1
    return _joined([*titles, *words[:at]], words[at:end], " ".join(words[end:]), suffix)


def _is_no_name(word: str) -> bool:
    """Whether *word* is a small one that is known in no name."""
    return word[0].islower() and word not in _SMALL and not re.search("['’-]", word)


def _joined(given: Sequence[str], particles: Sequence[str], family: str, suffix: str = "") -> CslName:
    parts = {"given": " ".join(given), "suffix": suffix}
    parts["dropping-particle" if _drops(particles, given, family) else "non-dropping-particle"] = " ".join(particles)
    return {"family": family} | {part: said for part, said in parts.items() if said}


def _drops(particles: Sequence[str], given: Sequence[str], family: str) -> bool:
    """Whether the family name stands alone without its particles: Bismarck and Tocqueville, but van Gogh and de Gaulle.

    A French "de" stays before one syllable. Where the name may be Dutch or Irish it stays too: de Klerk, de Valera.
    """
    if list(particles) != ["de"]:
        return bool(particles) and particles[0] in _DROPPING
    is_french = any(word.lower() in _ROMANCE_TITLES or word.lower().partition("-")[0] in _ROMANCE for word in given)
    return is_french and len(_VOWELS.findall(re.sub("es?$", "", family))) > 1


def _without_suffix(words: list[str]) -> tuple[list[str], str]:
    """Return *words* without what tells the younger from the elder, and that."""
    for length in (2, 1):
        suffix = " ".join(words[-length:])
        if suffix in _SUFFIXES and len(words) > length + (not suffix.endswith(".")):
            return words[:-length], suffix
    return words, ""


def _is_ruler(words: list[str]) -> bool:
    """Whether a numeral says that these are given names alone: Nicholas II, King George V, Ercole I d'Este."""
    at = next((i for i, word in enumerate(words) if i and _NUMERAL.fullmatch(word)), 0)
    numeral, before = words[at], words[at - 1]
    if not at or len(before.rstrip(".")) == 1:
        return False
    if at < len(words) - 1:  # but Robert V Smith has an initial
        return len(numeral.rstrip(".")) > 1 or words[at + 1][0].islower()
    if words[0].lower() in _RULERS or before.lower() in _RULERS_NAMES or _PATRONYMIC.fullmatch(before):
        return True
    return not _INITIALS.fullmatch(numeral) if at == 1 else numeral not in _SUFFIXES


def _has_rank(words: list[str]) -> bool:
    """Whether the last word is, or may be, no name but a rank; that of A. Q. Khan is none."""
    return len(words) > 1 and words[-1].lower() in _RANKS and not _INITIALS.fullmatch("".join(words[:-1]))


def _is_east_asian(words: list[str]) -> bool:
    if words[0].lower() in _CYRILLIC_SURNAMES:
        return 2 <= len(words) <= 3 and "." not in "".join(words) and not _PATRONYMIC.fullmatch(words[-1])
    first, *others = map(_plain, words)
    return 1 <= len(others) <= 3 and first in _EAST_ASIAN and all(map(_EAST_ASIAN_GIVEN.fullmatch, others))


def _is_japanese(words: list[str]) -> bool:
    """Whether this is Japanese with the family name first, or with a long vowel, where the order cannot be told."""
    plain = [*map(_plain, words)]
    long = re.search("[ōū]", words[0], re.IGNORECASE) is not None and plain[-1] not in _JAPANESE
    is_first = plain[0] in _JAPANESE or long  # but Hideki Tōjō
    return len(words) == 2 and is_first and all(map(_JAPANESE_WORD.fullmatch, plain))


def _plain(word: str) -> str:
    """Return *word* without accents, apostrophes and capitals: ``Nguyễn``, ``Ch'en``, ``Tōgō``."""
    parts = unicodedata.normalize("NFKD", word.lower().replace("đ", "d"))
    return "".join(sign for sign in parts if not unicodedata.combining(sign) and sign not in "'’")


def untitled(name: CslName) -> CslName:
    """Return *name* without titles before and within its given names, where these are to be cut to initials."""
    if "given" not in name:
        return name
    titles = TITLES.match(f"{name['given']} ") or OFFICE.match(name["given"])
    if not titles and "dropping-particle" in name:  # Sévigné, marquise de; but Vidor, King
        titles = RULER.match(f"{name['given']} ")
    words = name["given"][titles.end() if titles else 0 :].split()
    if len(words) > 1 and words[-1].lower() in _BEHIND_GIVEN:
        words.pop()
    if words:
        return name | {"given": " ".join(words)}
    particle = name.get("non-dropping-particle", "")  # général de Gaulle
    alone = {"family": f"{particle} {name['family']}".strip()}
    return alone | {part: said for part, said in name.items() if part == "suffix"}


def short(name: CslName) -> str:
    """Return what a short form calls the person: the family name, or the name as a whole."""
    if "literal" in name:
        return name["literal"]
    particle = name.get("non-dropping-particle", "")
    return f"{particle} {name['family']}".strip()


def whole(name: CslName) -> str:
    """Return the name in reading order."""
    if "literal" in name:
        return name["literal"]
    order = ("given", "dropping-particle", "non-dropping-particle", "family")
    text = " ".join(name[part] for part in order if name.get(part))
    return f"{text}, {name['suffix']}" if name.get("suffix") else text
