"""What values look like, kind by kind: an archivist chooses kinds of ``data/kinds`` by name in ``data/conventions``."""

from __future__ import annotations

import re
from typing import Any

from provcheck import tables
from provcheck.archives.lexicon.wording import worded
from provcheck.model.kept import kept
from provcheck.model.lazy import pattern
from provcheck.model.noun import noun

GAP = worded(
    r"[ \t\u00a0\n]*(?:\.(?=[,;]))?"
    r"(?:([,;:./\\#()\[\]*]|[‐‑‒–—-]+)|(\b{ands}\b(?!\.)|\bu\.(?= )|\bin(?= /\d)|&))?[ \t\u00a0\n]*"
)
"""What stands between two parts of a mark; group 1 is a sign, group 2 a word for "and"."""


_SIGNS = frozenset(",;:/#()[]*")
"""Separators that nothing makes part of a longer one."""
_LIGHT = frozenset(" .-–")
"""Those that part only what begins with a figure or a capital."""
_BLANKS = frozenset(" \t\u00a0\n")


def gap_at(text: str, at: int) -> tuple[str, int]:
    """Return the separator at *at* (a blank for none, ``and`` for all its words), and where what it leads to begins."""
    sign, first = text[at : at + 1], text[at + 1 : at + 2]
    if sign in _SIGNS:
        if first not in _BLANKS:
            return sign, at + 1
        if text[at + 2 : at + 3] not in _BLANKS:
            return sign, at + 2
    elif sign in _LIGHT and (first.isdigit() or first.isupper()):
        return sign, at + 1  # with these, most
    gap = GAP.match(text, at)
    assert gap is not None
    return gap[1] or ("and" if gap[2] else " "), gap.end()


@noun
class Kind:
    """What the values of a level look like, and how they behave: ``schemas/kind.schema.json`` explains each field."""

    shape: re.Pattern[str]
    after: tuple[str, ...] | None = None
    not_after: tuple[str, ...] = ()
    again_after: tuple[str, ...] = ()
    after_box: bool = False
    anywhere: bool = False
    comma_after_title: bool = False
    begins_list: bool = False
    closes_titles: bool = False
    far: bool = False
    followed: bool = False
    in_name: bool = False
    keeps_point: bool = False
    listed: bool = False
    listed_whole: bool = False
    monthly: bool = False
    no_gloss: bool = False
    over_title: bool = False
    over_any_title: bool = False
    own_letter: bool = False
    own_n: bool = False
    papers: bool = False
    past_words: bool = False
    title: bool = False
    title_is_series: bool = False


@kept
def kind(name: str) -> Kind:
    """Return the kind of value called *name*. Raises KeyError where no table has it."""
    row = tables.kinds()[name]
    levels: dict[str, Any] = {key: tuple(row[key]) for key in ("after", "not_after", "again_after") if key in row}
    traits: dict[str, Any] = {trait.replace("-", "_"): True for trait in row.get("is", ())}
    return Kind(pattern(row["shape"]), **levels, **traits)


TITLES = frozenset({"words", "title", "heading"})
"""Kinds that are titles, which the engine cuts: figures are tried before them."""
AND_SERIES = pattern(r" (?:and|&) (?=(?:[A-Z]+ ?: ?)?[A-Z]{1,3}(?:\d|/\d+/))|(?<=\d) and (?=[a-z])")
GLOSS = pattern(r" \([^()]*\)$")
OF_YEARS = pattern(r" \((?:1[4-9]|20)\d\d ?[-–] ?(?:1[4-9]|20)\d\d\)$")
"""Of when a series is, in brackets behind its title; those of a folder are part of its title."""
