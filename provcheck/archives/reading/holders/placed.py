"""The town or country beside a short name: it says which of the archives that share the name is meant."""

from __future__ import annotations

from collections.abc import Sequence

from provcheck import tables
from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.initials import all_initials, initials
from provcheck.archives.lexicon.vocabulary import Name
from provcheck.archives.reading.draft import Holder
from provcheck.archives.reading.holders.beside import both
from provcheck.model.kept import kept
from provcheck.model.lazy import pattern

SHORT = 7
"""How long a short name is at most that several archives share."""
_AFTER = pattern(
    r"(?P<gap>(?P<clause>\)?,) ?| ?[(\[]| ?[-–—/] ?| (?:(?:w|u|in|at|à|en|em|i|te|zu|v|(?:в|во|у)(?: [гм]\.)?) )?)"
    r"(?P<place>[^\W\d_a-zß-ÿ][\w'’-]*(?:\.[A-Z](?!\w)\.?)*(?: [^\W\d_][\w'’-]+){0,3})"
)
_TOWN = pattern(r"[,(]")
_LONG = 5
"""A short name of so many letters is no other nation's: ``HHStA Belgien``."""
_OPENS, _CLOSES = frozenset({"(", "[", " (", " ["}), frozenset(")]")
_BEFORE = pattern(
    r"(?:^|[;.(\[] ?|\d[.)]? )(?P<place>[^\W\d_a-zß-ÿ][\w'’-]+(?: [^\W\d_][\w'’-]+){0,2})(?:, |: ?| [(\[])$"
)
_FAR = 40
_ENDS = pattern(r"[,;:)\]]|(?<=[^\W\d_]{5})\.|\.(?= [A-Z]{1,5}[ /]\d)|$| [(\[—–-]| [A-Z]{1,5}[ /]?\d")
"""What follows a place, which is a clause or stands before a code; a point ends a short word that is abbreviated."""
_TITLED = pattern(r" [A-ZÅÄÖØ][a-zåäöø]+| (?:[a-z]{1,6}\.? ?)?\d")
"""What follows the town of an archive without a comma: ``RA Stockholm Diplomatica``, ``AHU Lisboa cx. 12``."""
_NUMBERED = pattern(r",? (?:[^\W\d_][a-zß-ÿ]{0,5}\.? ?)?\d")
"""What follows a series that is called like a country: ``MAE, Espagne, vol. 12``."""
_NEAR = 50
"""Among how many archives before it the one is looked for whose initials a short name is."""
_ABBREVIATED = 3
"""A place of so few letters is the state of an American town, but for a country."""


def placed(text: str, start: int, end: int, names: tuple[Name, ...]) -> tuple[tuple[Name, ...], int]:
    """Return which of the archives that share the short name from *start* to *end* the place beside it means.

    And where the name ends: a place that is no clause of its own belongs to it, as in ``NA (Kew)``.

    Archives whose code is another one, but whose name begins with these letters, are meant only so: ``NA, Kew``.
    Where several share it and none is in that country, nobody knows which is meant: none is returned.
    """
    if (after := _AFTER.match(text, end)) and (place := _known(after["place"])):
        stop = after.start("place") + len(place)
        nation = place.lower() in vocabulary.nations()
        series = (
            nation
            and not _of_nation(text[start:end], place)
            and ((after["clause"] and _NUMBERED.match(text, stop)) or (after["gap"] == " " and end - start >= _LONG))
        )
        own = after["gap"] == " " and vocabulary.is_town_of(place, (name.archive for name in names))
        if not series and (_ENDS.match(text, stop) or (own and _TITLED.match(text, stop))):
            code, bracketed = _short(text[start:end]), after["gap"] in _OPENS and text[stop : stop + 1] in _CLOSES
            meant = _meant(code, place, names, alone=bracketed and code == code.upper())
            joined = (
                (meant != names or own)
                and not after["clause"]
                and (after["gap"] not in _OPENS or text[stop : stop + 1] in _CLOSES)
            )
            return meant, stop + (after["gap"] in _OPENS) if joined else end
    if start > 2 and text[start - 1] in " ([:" and (before := _BEFORE.search(text, max(0, start - _FAR), start)):
        place = before["place"]
        if _known(place) == place:
            return _meant(_short(text[start:end]), place, names) or names, end
    return names, end


def initialled(code: str, holders: Sequence[Holder], names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the archive named in full before, whose initials *code* is: ``Uganda National Archives; UNA``.

    Of the archives that either may mean it is one that both may mean, where there is one.
    """
    for holder in reversed(holders[-_NEAR:]):
        if len(holder.written) > SHORT and holder.names and code in _initials(holder.written):
            return both(names, holder.names) or tuple(holder.names)
    return ()


@kept
def _initials(name: str) -> frozenset[str]:
    """Return the initials of *name* up to its town, with small words and without."""
    own = _TOWN.split(name, maxsplit=1)[0]
    return frozenset({all_initials(own), *initials(own)})


def _short(name: str) -> str:
    """Return the short form of a *name*: its first letters where it is written out, as ``National Archives``."""
    return name if len(name) <= SHORT else all_initials(name)


_DISTRICT = pattern(r"(?<=Washington),? D\. ?C(?:\.(?=[,;:.)\]]| \(| [A-Z]{1,6} ?\d|$)|(?!\w))")
"""What tells which Washington an archive is in, with points: ``D.C.``; without them it is one word with the town."""
_BRANCH = pattern(
    r",? (?:Oddział (?:Zamiejscowy )?we? [A-ZŁŚŻ][^\W\d_]{2,20}(?: [A-ZŁŚŻ][^\W\d_]{2,20})?|O/[A-ZŁŚŻ][^\W\d_]{2,20}"
    r"|\(?site d(?:e |e la |u |['’])[A-ZÀ-Þ][\w'’-]{2,30}(?: [A-ZÀ-Þ][\w'’-]{2,20})?\)?"
    r"|(?:Stads|Gemeente|Streek)archief|(?<=iecezjalne )we? [A-ZŁŚŻ][^\W\d_]{2,20})(?=[,:;)]|\.?$|  )"
)
"""The branch of a Polish archive, the town of a diocese that no table has; the archive of a Dutch town behind that:
``Gemeente Delft Gemeentearchief``; which of its houses an archive of France means: ``, site de Fontainebleau``.
"""
_PARTS = (
    ", D.",
    " D.",
    " Oddz",
    ", Oddz",
    " O/",
    " w ",
    " we ",
    " Stadsa",
    " Gemeentea",
    " Streeka",
    ", Stadsa",
    ", Gem",
    ", site d",
    " (site d",
    " site d",
)
_CITY = "Gemeente "


def with_part(text: str, start: int, end: int) -> int:
    """Return where the archive ends whose name goes from *start* to *end*, with what belongs to it behind that."""
    if not text.startswith(_PARTS, end):
        return end
    if part := _DISTRICT.match(text, end):
        return part.end()
    part = _BRANCH.match(text, end)
    return part.end() if part and (part[0][-1] != "f" or text.startswith(_CITY, start)) else end


def _key(place: str) -> str:
    return vocabulary.place_keys(place)[0]


@kept
def _known(said: str) -> str:
    """Return the longest place with which *said* begins."""
    words = said.split(" ")
    for count in range(len(words), 0, -1):
        place = " ".join(words[:count])
        if place.lower() in vocabulary.nations():
            return place
        if len(place) >= _ABBREVIATED and _key(place) in tables.lexicon().places:
            return place
    return ""


def _meant(code: str, place: str, names: tuple[Name, ...], *, alone: bool = False) -> tuple[Name, ...]:
    """Return those of *names*, or of what else goes by *code*, that are in *place*.

    A place *alone* in brackets is no series, though nothing else has this code: ``ACA (Amman)`` is not Barcelona's.
    """
    known, key, nation = tables.archives(), _key(place), vocabulary.nations().get(place.lower(), "")
    others = tuple(Name(archive, "current") for archive in tables.lexicon().called.get(code, ()))
    for choice in (names, others):
        if there := tuple(name for name in choice if key in vocabulary.towns_of(name.archive)):
            return there
    countries = {nation, *tables.lexicon().places.get(key, "").split(" ")}
    for choice in (names, others if nation else ()):
        if there := tuple(name for name in choice if known[name.archive].country in countries):
            return there
    shared = len({name.archive for name in (*names, *others)}) > 1 or _of_nation(code, place) or alone
    return () if shared and all(known[name.archive].country for name in names) else names


def _of_nation(code: str, place: str) -> bool:
    """Tell whether *code* may be that of the national archives of a country: ``NAM, Malawi``, no series of Malta.

    ``NA, Burma`` neither.
    """
    if code == "NA" and place.lower() in vocabulary.nations():
        return True
    rest = code.replace("NA", "", 1) if "NA" in code else code.replace("AN", "", 1)
    return len(code) == len(rest) + 2 and rest == place[:1] and place.lower() in vocabulary.nations()
