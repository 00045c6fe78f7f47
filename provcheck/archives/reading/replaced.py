"""Which levels of the mark before it a mark behind ``ibid.`` replaces."""

from __future__ import annotations

from itertools import takewhile
from typing import NamedTuple

from provcheck import tables
from provcheck.archives.lexicon.values import has_figure
from provcheck.archives.reading.draft import Draft
from provcheck.model.lazy import pattern


class Replaced(NamedTuple):
    """What a mark has instead of levels of the one before it."""

    names: dict[str, str]
    """The levels of the mark, as that one calls them."""
    at: int | None = None
    """Where they begin there, if not with the level of the same name."""
    titles: bool = False
    """Of what stands above them there only titles stay."""


def by(draft: Draft, last: Draft) -> Replaced:
    """Return what *draft*, a mark behind ``ibid.``, has instead of levels of *last*."""
    if (
        own := _titled_so(draft, last)
        or _level_of(draft, last)
        or _level_below(draft, last)
        or _level_by_word(draft, last)
    ):
        return Replaced({draft.levels[0].name: own})
    if deeper := _deeper(draft, last):
        return Replaced(deeper, titles=True)
    return Replaced(*_likewise(draft, last))


def _titled_so(draft: Draft, last: Draft) -> str | None:
    """Return the level of *last* that has the title of *draft* already: ``StK, Preußen 45; ebd., Preußen 46``."""
    title = draft.levels[0] if draft.levels else None
    if title is None or title.name not in _TITLES or has_figure(title.value):
        return None
    level = next((one.name for one in last.levels if one.value == title.value and one.name in _TITLES), title.name)
    return None if level == title.name or draft.has(level) else level


_ROMAN = pattern(r"(?:.* )?[IVXLC]+")
_POINTED = pattern(r"(?:[A-Z]|[IVXLC]{1,5}|\d{1,3})(?:\.(?:[A-Z]{1,2}|\d{1,4}))+")


def _level_of(draft: Draft, last: Draft) -> str | None:
    """Return the level of *last* that the title before *draft*'s numbers replaces, where that is none of the first.

    They have their last word in common, a Roman numeral, or a code in points: ``AWF, Herter Series, box 5; ibid., NSC
    Series, box 6``, ``Udenrigsministeriet, I.A.15; samme sted, I.A.16``.
    """
    if _is_series_within(draft, last):
        return "series"  # Box 4, Ann Whitman File, DDEL; ibid., NSC Series, box 4
    if not draft.levels or len(last.levels) < len(draft.levels) + 1 or draft.levels[0].name != last.levels[0].name:
        return None
    title, (first, second) = draft.levels[0].value, last.levels[:2]
    if _POINTED.fullmatch(title) and _POINTED.fullmatch(second.value) and not has_figure(first.value):
        return None if draft.has(second.name) else second.name
    if has_figure(title) or has_figure(second.value) or draft.has(second.name):
        return None
    word = title.rpartition(" ")[2]
    roman = _ROMAN.fullmatch(title) and _ROMAN.fullmatch(second.value) and not _ROMAN.fullmatch(first.value)
    same = word == second.value.rpartition(" ")[2] != first.value.rpartition(" ")[2] and " " in title
    return second.name if roman or same else None


def _is_series_within(draft: Draft, last: Draft) -> bool:
    """Tell whether *draft* begins with what calls itself a series, and *last* is of a collection that does not."""
    first, above = draft.levels[:1], last.levels[:1]
    if not first or not above or first[0].name != "collection" or above[0].name != "collection" or draft.has("series"):
        return False
    return first[0].value.endswith(" Series") and not above[0].value.endswith(" Series")


_OF_LIBRARY = ("White House ", "NSC ", "National Security ", "President")
"""What the titles of whole collections of a president's library begin with."""


def _deeper(draft: Draft, last: Draft) -> dict[str, str]:
    """Return which levels of *last* the titles of *draft* replace where it begins below its collection.

    Known by their last words: ``NSC Files, Agency Files, Box 4; ibid., Country Files, Chile``.
    """
    if not draft.levels or not last.levels or last.levels[0].name != "collection" or not last.has("series"):
        return {}
    title, there = draft.levels[0], [level.value for level in last.levels]
    if title.name not in TITLED or title.value in there or title.value.startswith(_OF_LIBRARY):
        return {}
    word = _last_word(title.value)
    lower = [level.name for level in reversed(last.levels) if level.name in _BELOW and _last_word(level.value) == word]
    if not lower or lower[0] == title.name:
        return {}
    return {"series": "subseries"} | {title.name: lower[0]}


TITLED, _BELOW = frozenset({"collection", "series"}), frozenset({"series", "subseries"})


def _last_word(title: str) -> str:
    return title.rpartition(" ")[2].removesuffix("s")


def _level_below(draft: Draft, last: Draft) -> str | None:
    """Return the level that the word for the first one of *draft* means where *last* has that one without a word.

    ``BB18 1234; ibid., d. 4``: the dossier in the carton, which is a file of its own elsewhere.
    """
    rules = tables.conventions().get(last.convention or "")
    name = draft.levels[0].name if draft.levels else ""
    word = draft.word_for(name).rstrip(".")
    if rules is None or not word or last.last_name != name or name in last.labels():
        return None
    ranks = tables.ranks(rules.id)
    return next((rule.name for rule in rules.levels if word in rule.words and ranks[rule.name] > ranks[name]), None)


def _level_by_word(draft: Draft, last: Draft) -> str | None:
    """Return the level that the word for the first one of *draft* meant in *last*: ``nr. 72, hk. 3; ibid., nr. 73``."""
    name = draft.levels[0].name if draft.levels else ""
    word = draft.word_for(name)
    said = {*last.announced_by(word)} if word else set[str]()
    level = said.pop() if len(said) == 1 else name
    return None if level == name or draft.has(level) else level


_NUMBERED = pattern(r"(?P<word>[^\W\d_]{2,10}\.? )?(?:(?P<year>(?:1[5-9]|20)\d\d)|\d+)[a-z]?")
"""A title that is a word and a number, or a year."""
_TITLES = frozenset({"fonds", "collection", "section", "series", "subseries"})


def _likewise(draft: Draft, last: Draft) -> tuple[dict[str, str], int | None]:
    """Return which levels of *last* the first ones of *draft* replace by their word, or as years; where they begin.

    ``Segr. Stato, anno 1901, rubr. 247; ivi, anno 1903, rubr. 12``, ``MI, DGPS, 1931, b. 14; ivi, 1933, b. 3``
    """
    titles = [*takewhile(lambda level: level.name in _TITLES, draft.levels)]
    there = {_sign_of(level.value): at for at, level in enumerate(last.levels) if level.name in _TITLES}
    places = [there.get(sign) if (sign := _sign_of(level.value)) else None for level in titles] if there else []
    first = places[0] if places else None
    if first is None:
        return {}, None
    found: dict[str, str] = {}
    for level, place in zip(titles, places, strict=True):
        if place is None:
            return {}, None
        found[level.name] = last.levels[place].name
    clash = (draft.names() - found.keys()) & {*found.values()}
    return ({}, None) if clash else (found, first)


def _sign_of(title: str) -> str:
    """Return the word of a title that is numbered, ``year`` for years alone, nothing for others."""
    numbered = _NUMBERED.fullmatch(title)
    return (numbered["word"] or ("year" if numbered["year"] else "")).lower() if numbered else ""
