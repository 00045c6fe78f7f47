"""Which levels of a convention may come without a word for them: after which sign, beginning with what."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from provcheck import tables
from provcheck.archives.lexicon.begins import may_begin
from provcheck.archives.lexicon.cuts import ANYWHERE, BETTER, PAST_LABELS
from provcheck.archives.lexicon.kinds import PATTERNS, TITLES
from provcheck.model.archive import LevelRule
from provcheck.model.noun import noun


@noun
class Step:
    """A level that may stand without a word, and what is asked of it at every value."""

    rule: LevelRule
    rank: float
    """Where it stands in the convention, the broadest first."""
    titled: bool
    """Its values are titles."""
    anywhere: bool
    """Its values are known at sight, so that they may stand after lower levels."""
    again: bool
    """It may come a second time, or after a lower level, where `Marking._comes_again` says so."""
    instead: bool
    """Its values are numbers that are better than a title before them."""
    after_box: bool
    """It is the title of a folder, which comes after its box."""
    first: bool
    """Its values are known only where nothing but a collection stands before them."""
    asks: bool
    """What stands before decides whether it may come: see `Marking._may_come`."""
    shape: re.Pattern[str] | None
    """What its values look like; None where `shaped.value` has to find out."""
    apart: bool
    """A word for a level ends them."""


_AGAIN = frozenset({"ramo", "years"})
OPENING = ""
"""What stands for a blank, a colon or a comma before the first value, which are all one."""
_FIRST = frozenset({"librarysign", "librarynumber", "provincialno"})
"""Kinds so wide that they stand right after the archive, or after nothing but the name of the papers."""


@cache
def without_words(convention: str) -> tuple[Step, ...]:
    """Return the levels of *convention* that may stand without a word, figures before titles."""
    ranks = tables.ranks(convention)
    steps = [
        Step(
            rule,
            rank=ranks[rule.name],
            titled=rule.kind in TITLES,
            anywhere=rule.kind in ANYWHERE,
            again=rule.after == "/" or rule.kind in _AGAIN or (rule.kind, rule.name) == ("words", "subseries"),
            instead=rule.kind in BETTER,
            after_box=(rule.kind, rule.name) == ("title", "folder"),
            first=rule.kind in _FIRST,
            asks=rule.name == "call-number" or rule.kind in TITLES | _FIRST | {"decimal", "pairbox"},
            shape=None if rule.kind in TITLES | {"symbol"} else PATTERNS[rule.kind],
            apart=rule.kind not in PAST_LABELS,
        )
        for rule in tables.conventions()[convention].levels
        if rule.after
    ]
    return tuple(sorted(steps, key=lambda step: step.titled))


def _may_begin(rule: LevelRule, first: str) -> bool:
    return rule.kind not in PATTERNS or may_begin(PATTERNS[rule.kind], first)


@lru_cache(maxsize=1 << 14)
def after(convention: str, separator: str, first: str, reached: float) -> tuple[Step, ...]:
    """Return those of them that *separator* may lead to and whose values may begin with the character *first*.

    Of those not below *reached*, the rank of the level read last, some may come nevertheless.
    `OPENING` stands for a blank, a colon or a comma before the first value, which are all one.
    """
    apart = {*" ,:"} if separator == OPENING else {separator}
    return tuple(
        step
        for step in without_words(convention)
        if not apart.isdisjoint(step.rule.after)
        and (step.rank > reached or step.anywhere or step.again or step.instead)
        and (step.rule.name == "folder" or _may_begin(step.rule, first))
    )


@lru_cache(maxsize=1 << 14)
def at_sight(convention: str, first: str) -> tuple[LevelRule, ...]:
    """Return the levels whose values are known wherever they stand, of those that may begin with *first*."""
    known = ANYWHERE - {"papers", "records"}
    rules = (step.rule for step in without_words(convention))
    return tuple(rule for rule in rules if rule.kind in known and _may_begin(rule, first))
