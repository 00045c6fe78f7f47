"""What stands behind an archive and belongs to it: a gloss, its town and country, a street, what leads to the mark."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from provcheck import tables
from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.kinds import kind
from provcheck.archives.lexicon.vocabulary import Name
from provcheck.archives.lexicon.wording import worded
from provcheck.model.lazy import pattern

_PARENT = worded(
    r"[,;][ ](?=(?:Archiv|Arkiv|Archief|Archives?),"
    r"|[^,;:.]{0,60}\b(?:{departments}\w*|office|(?:pob|odd|Oddz)(?=\.)|(?:LIT|HS)(?=,)"
    r"|(?:MSS?|[Mm]ss?)(?=\.?,)(?!(?<=[a-z.] MS), (?:[A-Z][a-z]+\.?,? [A-Z]\.? ?)?[\dIVXLivxl])|HA[ND]|A[Ss]t)\b)"
    r"(?:[^,;:.\d]|(?<=\b[A-ZČŘŠŽ])\.|(?<=\b(?:pob|odd|A[Ss]t))\.|(?<=\bOddz)\.){2,70}?(?=[,;:.]|$)(?<!\bodd)(?<!\bpob)(?<!\bOddz)(?<!\bA[Ss]t)"
    r"(?<!\b[A-ZČŘŠŽ])(?:\.(?=,))?"
)
_NUMBER = pattern(
    r"[,:]? ?(?:Item (?=S-)"
    r"|(?:(?:[Dd]ocument|[Rr]ecord|[Pp]hoto(?:graph)?) )?"
    r"(?:[Nn]o|[Nn]r|№|[Nn]os|[Nn]umbers?|档号|档案号)\.?:? ?(?=\d))"
)
_NUMBER_BEGINS = "DdPpRrNn№档I"
_WHAT_IT_IS = worded(r" \((?:{archive_words});(?: on [^,;()]{1,30},)?(?= )")
"""What an archive is, in a bracket before its mark: ``Staatsarchiv Rudolstadt (archive; Kanzlei 693)``."""
_BRACKET = pattern(r"[ \u00a0]*[(\[](?:[^()\[\]\d]{1,60}|AD ?\d[\dAB])[)\]]")
_HOLDING = worded(r"[^(\[]*[(\[][A-Z][^()]*?(?:{papers}|{files})(?:, [^()]*)?[)\]]")
_QUOTED_FILE = pattern(r"[ \u00a0]*\([“\"«][^()]+[”\"»] (?:file|folder|dossier|binder)\)")
_CLOSED = pattern(r"[.;]? *(?:$|[A-Z])")


def _is_whole(text: str, bracket: re.Match[str]) -> bool:
    """Tell whether a bracket behind an archive has its mark, and nothing comes after: ``(Whitman File, Diaries)``.

    A file by its title has its town behind it too: ``(“Cuba” file), Tokyo``.
    """
    if _QUOTED_FILE.fullmatch(bracket[0]):
        return True
    return _CLOSED.match(text, bracket.end()) is not None and _HOLDING.fullmatch(bracket[0]) is not None


_PLACE = pattern(
    r"(?:[ \u00a0]*[,;]?[ \u00a0]*|-| [–—] )((?!Indios\b)"
    r"(?:[A-Z]\.[A-Z](?:\.[A-Z])?\.?|['’]?[^\W\d_][^,;:.()\d—–]{1,30}?(?:\.[A-Z]\.?)?))"
    r"(?=[,;:.)\]]|$| \(| [—–] | [ai]\. ?(?:[A-Z]\w{0,7}|d\. ?[A-Z]\w{0,7})\.?[,;:)]|(?<=[a-zà-žа-я]{3}) \d+/\d)"
)
_LOCATED = pattern(
    r"[ \u00a0](?:(?:we?|ve?|u|in|at|à|en|em|i|te|zu|во?|у)[ \u00a0]"
    r"(?:['’]s-)?[^\W\d_a-zà-ÿ][^\W\d_]{2,}(?:[ -][^\W\d_a-z][^\W\d_]+){0,2}"
    r"|[iao]\. ?(?:d\. ?)?[A-ZÄÖÜ][a-zäöü]{0,8}\.?)(?=[,;:)]|\.?$|\. | \()"
)
"""The town of an archive in the words of a sentence, ``… w Warszawie``, or where that lies: ``i. Br.``"""
_OPENS = frozenset({"", "(", "["})
_GLOSSES = frozenset(",; \u00a0([-")
"""What a gloss or a town begins with."""


def _begin(archives: Iterable[str]) -> set[str]:
    """Return the levels that shelfmarks of *archives* begin with: a section, which may be called like a country."""
    known = tables.archives()
    return {tables.conventions()[known[archive].convention].levels[0].name for archive in archives}


_OF_ARCHIVES = frozenset({"fonds", "section"})
"""What marks of archives begin with that have no manuscripts' call numbers."""


def _is_held(parent: str, names: tuple[Name, ...]) -> bool:
    """Tell whether *parent* is what the archive holds and not what it is a part of: LAK, Københavns Universitet."""
    if "niversit" not in parent or not names:
        word, _, kind_of = parent.strip(", ;").partition(" ")  # Manuscrits divers
        whole = word if kind_of.islower() else parent.strip(", ;")
        alone = whole.removesuffix("verzameling").removesuffix("sammlung") in tables.wording()["departments"]
        if alone and names and _begin(name.archive for name in names) <= _OF_ARCHIVES:
            return True  # WStLA, Handschriften, A 12: of a library its department, of an archive a fonds
        return parent.endswith(vocabulary.wording().papers)
    if not _begin(name.archive for name in names) <= _OF_ARCHIVES:
        return False
    known = (tables.archives()[name.archive].names for name in names)
    return not any("niversit" in said for called in known for said in called.values())


_SIGNED = worded(r"(?:,? [A-ZÄÖÜ][\w-]+)?,? \(?{signed}\b\.?:?(?= )")
"""What tells that a mark follows: ``unter der Signatur NS 19/2065``."""
_SIGNS = ("gnatur", "cot", "hiệu", "ref", "shelf", "call", "under the n", "шифр")
"""What these words have in them."""
_CLOSES = {")": "(", "]": "["}
_SIGNED_NEAR = 80
_SHORT = 5
"""Shorter names of places are states of America mostly."""


def _abroad(archives: tuple[str, ...], place: str) -> bool:
    """Tell whether *place* is no town of *archives* and they stand where no American states do: ``ACS, MI``."""
    known = [tables.archives()[archive] for archive in archives]
    keys = {vocabulary.place_key(word) for word in vocabulary.words_of(place)}
    if any(keys <= _said_of(archive) for archive in archives):
        return False
    return bool(known) and not any(a.country in {"US", "CA", "AU", "GB"} for a in known)


@cache
def _said_of(archive: str) -> frozenset[str]:
    """Return the words of the towns, names and hints of *archive*, its country among them."""
    row = tables.archives()[archive]
    said = (*row.towns, *row.hints, *row.full_names)
    return frozenset(vocabulary.place_key(word) for name in said for word in vocabulary.words_of(name))


def _is_its_country(place: str, archives: tuple[str, ...]) -> bool:
    country = vocabulary.nations().get(place.lower())
    return country is not None and any(tables.archives()[archive].country == country for archive in archives)


_OF_LIBRARIES = frozenset({"collection", "call-number"})
"""What libraries begin with, which have no series that are called like countries: ``BnF, Frankreich, fr. 12``."""
_NUMBERED = pattern(r"\.?,? (?:[^\W\d_]{1,6}\.? ?)?\d")
"""What follows a series that is called like the country of its archive: ``PA AA, Deutschland, Bd. 12``."""


def _is_town(text: str, place: re.Match[str], names: tuple[Name, ...]) -> bool:
    """Tell whether *place* is a town; where the archive has one of *names*, it must be a town of that."""
    archives = tuple({name.archive for name in names})
    if not vocabulary.is_place(place.group(1), archives) or _ABBREVIATED.match(text, place.end(1) - 3):
        return False
    if _is_its_country(place.group(1), archives) and (
        not _NUMBERED.match(text, place.end(1)) or _begin(archives) <= _OF_LIBRARIES
    ):
        return True
    code = text[place.start() - 1 : place.start()].isupper() or text[place.start() - 1 : place.start()] == ")"
    # ASMAE, Germania: a section
    return not ((code or len(place.group(1)) < _SHORT) and _abroad(archives, place.group(1)))


_ABBREVIATED = pattern(r"\b[A-Z][a-z]{2}\. ?\d")
"""A word of three letters with its point before a number, and no town: ``ARSI, Rom. 12``."""
_TOWN_FIRST = pattern(r" \(([A-ZÀ-Þ][^\W\d_]+(?: [A-ZÀ-Þ][^\W\d_]+)?)(?=[,:] )")
"""The town at the beginning of a bracket that holds the mark: ``TNA (Kew, CO 137/111)``."""


_OWN_TOWN = pattern(
    r", ([^\W\d_a-zß-ÿ][^\W\d_]{2,20}) (?!(?:Stadt|Land|City|Capitale|Residenz|Hof)\b)(?=[^\W\d_a-zß-ÿ])"
)
"""The town of an archive named by its code, right before a mark: ``ÖNB, Wien Cod. 12``."""
_ITEM = pattern(r":[ \n]*[-–] (?=[A-Z\d])")
"""The first item of a list of what the archive has: ``Bundesarchiv: - B 323``."""


def after_gloss(text: str, start: int, stop: int, names: tuple[Name, ...] = ()) -> int:
    """Return where the reference goes on after an archive: past a gloss in brackets and the names of its town.

    With *names* the town of another archive is no town here but a section: AGI, Buenos Aires.
    """
    at = start + (text[start : start + 1] in {")", "]"})
    at += text[at : at + 2] == ".,"
    for _ in range(6 if text[at : at + 1] in _GLOSSES else 0):
        following = text[at : at + 3].lstrip(" ,;\u00a0")[:1]
        if (following.isupper() or following.isdecimal()) and (address := kind("address").shape.match(text, at, stop)):
            at = address.end()
        elif following.isalnum() and (house := _house(text, at, stop, names)):
            at = house
        elif following.isdecimal():
            break
        elif following == "(" and (said := _WHAT_IT_IS.match(text, at, stop)):
            at = said.end()
            break
        elif following in _OPENS and (bracket := _BRACKET.match(text, at, stop)) and not _is_whole(text, bracket):
            at = bracket.end()
        elif (
            following == "("
            and (town := _TOWN_FIRST.match(text, at, stop))
            and vocabulary.is_town_of(town.group(1), (name.archive for name in names))
        ):
            at = town.end(1)
        elif (parent := _PARENT.match(text, at, stop)) and not _is_held(parent.group(), names):
            at = parent.end()
        elif (place := _PLACE.match(text, at, stop)) and _is_town(text, place, names):
            at = place.end(1)
            at += text[at : at + 2] in {".:", ".)"}  # Austin, Tex.: National Security File
        elif following.islower() and (located := _LOCATED.match(text, at, stop)):
            at = located.end()
        elif text[start - 1 : start].isupper() and (own := _OWN_TOWN.match(text, at, stop)):
            if not any(own.group(1) in tables.archives()[name.archive].towns for name in names):
                break  # AGAD, Warszawskie Ekonomiczne 13: of the holding
            at = own.end()
        else:
            break
    if (close := _CLOSES.get(text[at : at + 1])) and text.rfind(close, max(0, start - 120), start) >= 0:
        at += 1  # (Public Record Office, London), FO 371
    at = after_signed(text, at, stop)
    if text[at : at + 3] in {" — ", " – "}:
        at += 3
    elif text[at : at + 1] == ":" and (item := _ITEM.match(text, at, stop)):
        at = item.end()
    may_announce = text[at : at + 3].lstrip(",: ")[:1] in _NUMBER_BEGINS
    number = _NUMBER.match(text, at, stop) if may_announce else None
    return number.end() if number else at


_HOUSE = pattern(
    r"[,;]?[ ](?P<first>\d{1,4}[a-z]?,? )?(?P<street>[^\W\d_][^\d,;:()]{3,48}?)"
    r"(?(first)|,? \d{1,4}(?:[/–-]\d{1,5})?[a-z]?)"
    r"(?=, (?:\d{4,5} |\d\d-\d{3} )?(?P<town>[^\W\d_a-z][^\W\d_A-Z][^,;:.()\d]{1,28})(?:[,;:.)]|$)|[.,]? ?$)"
)
"""A street and the number of a house in it, before their town: ``, Drotárska cesta 42, Bratislava``."""
_ADJECTIVES = ("ská", "cká", "ova", "ní")
"""How streets of Prague and Brno end that have no word for it: ``Vinohradská 12, Praha``."""


def _house(text: str, at: int, stop: int, names: tuple[Name, ...]) -> int | None:
    """Return where the address of an archive ends that is told *at* the end of its name; the town stays."""
    house = _HOUSE.match(text, at, stop)
    if house is None:
        return None
    words = [word.lower() for word in vocabulary.words_of(house["street"])]
    known = vocabulary.wording()
    if any(word in known.streets or word.endswith(known.street_ends) for word in words):
        there = house["town"] is None or vocabulary.is_place(house["town"])
    else:
        alone = len(words) == 1 and words[0].endswith(_ADJECTIVES) and house["town"]
        there = bool(alone) and vocabulary.is_town_of(house["town"], (name.archive for name in names))
    return house.end() if there else None


def after_signed(text: str, at: int, stop: int) -> int:
    """Return where the mark begins, behind what tells that it follows *at* the end of its archive."""
    near = text[at : at + _SIGNED_NEAR]
    signed = _SIGNED.match(text, at, stop) if any(map(near.__contains__, _SIGNS)) else None
    return signed.end() if signed else at
