"""Archives that a line tells by a code alone: record groups, rolls, historical archives, codes that no table has."""

from __future__ import annotations

import re

from provcheck import tables
from provcheck.archives.lexicon import sight
from provcheck.archives.lexicon.vocabulary import Name, archive_codes, prefixes, wording
from provcheck.archives.reading import levels, numeric
from provcheck.archives.reading.draft import BY_START, Holder
from provcheck.archives.reading.institutions.parting import by_series
from provcheck.model.lazy import pattern

_LISTED = pattern(r"; (?P<v>AH[A-ZÀ-Þ]{1,4}), (?=[A-ZÀ-Þ][^;\d]{2,60}[, ][a-zç]{1,7}\.? ?\d)")
"""A historical archive by its letters, which begins the next mark of a list."""


def with_listed(text: str, known: list[Holder]) -> list[Holder]:
    """Return *known* and the historical archives that no table has behind them: ``AHN, …; AHXY, Varios, leg. 4``."""
    more: list[Holder] = []
    for code in _LISTED.finditer(text):
        start, end = code.span("v")
        before = next((holder for holder in reversed(known) if holder.end <= start), None)
        own = levels.of_all(before.names) if before else None
        rules = tables.conventions()[own] if own else None
        if rules and rules.languages[0] in wording().titles_first and not any(k.start == start for k in known):
            more.append(Holder(start, end, code["v"], convention=rules.unlisted or rules.id))
    return sorted([*known, *more], key=BY_START)


_NUMBERED = pattern(
    r"(?:^|[;.:] |\d, |\(|\b(?:and|in|see|See|и|та|і) )(?P<v>[A-ZА-ЯІЇЄ]{4,9})(?<!VOL), ?"
    r"(?=(?:[A-ZА-Я]-?)?(?:[4-9]\d|\d{3,5})[^\W\d_]?/\d{1,3}[^\W\d_]?/\d{1,5}(?![\w/]))"
)
"""A code before fond, opis and file in numbers, no days: ``; GAOPDFRK, 865/1/10``."""


def with_numbered(text: str, known: list[Holder]) -> list[Holder]:
    """Return *known* and the archives that no table has, cited as one of the former Union that is: in numbers alone."""
    cited = (k for k in known if levels.of_all(k.names) in levels.soviet() and numeric.follows(text, k.end))
    own = next((levels.of_all(k.names) for k in cited), None)
    codes = _NUMBERED.finditer(text) if own else ()
    more = [
        Holder(code.start("v"), code.end("v"), code["v"], convention=own)
        for code in codes
        if code["v"] not in wording().no_archives
        and not any(k.start < code.end("v") and code.start("v") < k.end for k in known)
    ]
    return sorted([*known, *more], key=BY_START) if more else known


_UNKNOWN = pattern(r"(?:^(?:\d{1,3}[.)]? )?|[;(] ?|(?:1[5-9]|20)\d\d, )(?P<v>[A-Z]{2,7})[,:] $")
_FAR = 16
"""So far before a series its archive begins that is a code."""


def unknown_before(text: str, start: int) -> re.Match[str] | None:
    """Return the code (``v``) right before *start* by which a reference begins, where no table has it."""
    code = _UNKNOWN.search(text, max(0, start - _FAR), start)
    if code is None or code["v"] in wording().no_archives or "" in archive_codes().get(code["v"], {}):
        return None
    return code


def with_unknown(text: str, known: list[Holder]) -> list[Holder]:
    """Return *known* with codes that no table has for archives whose series others have too: ``XYA, WO 12/34``."""
    return [_unknown(text, holder) or holder for holder in known]


def _unknown(text: str, series: Holder) -> Holder | None:
    code = None if series.written else unknown_before(text, series.start)
    if code is None or not by_series(text, series) or prefixes().get(code["v"], ("", None))[1] in series.names:
        return None  # FO, CO 123/4
    return Holder(*code.span("v"), code["v"], convention=levels.of_all(series.names))


_GROUP = pattern(r"(?:; |\d,? and )(?P<v>RG \d)")
"""A record group that begins the next mark of a list."""


def with_groups(text: str, known: list[Holder]) -> list[Holder]:
    """Return *known* and whose a record group is that comes behind series of Kew: ``FO 371/84123; RG 59, Box 3``."""
    more: list[Holder] = []
    for code in _GROUP.finditer(text):
        start = code.start("v")
        before = next((holder for holder in reversed(known) if holder.end <= start), None)
        own = levels.of_all(before.names) if before else None
        if own and levels.required_levels(own) >= {"series", "piece"}:
            archive = next((archive for archive, shape in sight.begin().items() if shape.match(text, start)), None)
            more += [Holder(start, start, "", (Name(archive, "current"),), id=archive)] if archive else []
    return sorted([*known, *more], key=BY_START) if more else known


_ROLL = pattern(r"(?:^|(?<=; ))[CE] ?\d{2,3}/\d{1,4}(?:/\d{1,4}(?:[–-]\d{1,3})?)?(?=[,;.)]|$)")
"""A roll of Chancery or the Exchequer, whose letter alone is too short to be an archive's."""


def with_rolls(text: str, known: list[Holder]) -> list[Holder]:
    """Return *known* and Kew before its rolls, in a list with libraries of Britain: ``E 179/1/3; Bodl. Tanner 65``."""
    _, kew = prefixes().get("PROB", ("", None))
    archives = tables.archives()
    if kew is None or not any(
        archives[name.archive].country == archives[kew.archive].country
        for holder in known
        if holder.written
        for name in holder.names
    ):
        return known
    places = [roll.start() for roll in _ROLL.finditer(text) if not _goes_on(text, roll.start(), known)]
    rolls = [_again(text, at, known) or Holder(at, at, "", (kew,), id=kew.archive) for at in places]
    return sorted([*known, *rolls], key=BY_START) if rolls else known


_LETTER = pattern(r"(?:, [A-Z][^,;:()\d]{2,20})?(?: \([^()\d]{2,12}\))?[,:]? [A-Z] ?\d{1,3}/\d")
"""How the list of an archive begins that has series of one letter itself: ``, London, G 3/21``."""


def _goes_on(text: str, at: int, known: list[Holder]) -> bool:
    """Tell whether a roll goes on the list of another archive: ``Bank of England Archive, G 3/21; C40/118``."""
    before = next((holder for holder in reversed(known) if holder.end <= at and holder.written), None)
    return before is not None and _LETTER.match(text, before.end) is not None


def _again(text: str, at: int, known: list[Holder]) -> Holder | None:
    """Return the archive before a roll once more if it has series of that letter too: ``NRS, CH2/122/1; E38/301``.

    Kew has a blank behind the letter: ``NRS, CH2/122/1; E 101/3``.
    """
    before = next((holder for holder in reversed(known) if holder.end <= at), None)
    if before is None or text[at + 1] == " " or not sight.is_top(before.names, text[at]):
        return None
    return Holder(at, at, before.written, before.names)
