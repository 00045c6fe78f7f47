"""Which levels of a convention may come without a word for them: after which sign, beginning with what."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from provcheck import tables
from provcheck.archives.lexicon.begins import may_begin
from provcheck.archives.lexicon.kinds import TITLES, Kind, kind
from provcheck.model.archive import LevelRule
from provcheck.model.noun import noun


@noun
class Step:
    """A level that may stand without a word, and what is asked of it at every value."""

    rule: LevelRule
    kind: Kind
    """What its values look like, and how they behave."""
    rank: float
    """Where it stands in the convention, the broadest first."""
    titled: bool
    """Its values are titles."""
    again: bool
    """It may come a second time, or after a lower level, where `unannounced` says so."""
    after_box: bool
    """It is the title of a folder, which comes after its box."""
    asks: bool
    """What stands before decides whether it may come: see `unannounced`."""
    shape: re.Pattern[str] | None
    """What its values look like; None where `shaped.value` has to find out."""


OPENING = ""
"""What stands for a blank, a colon or a comma before the first value, which are all one."""


@cache
def without_words(convention: str) -> tuple[Step, ...]:
    """Return the levels of *convention* that may stand without a word, figures before titles."""
    ranks = tables.ranks(convention)
    steps = [_step(rule, ranks[rule.name]) for rule in tables.conventions()[convention].levels if rule.after]
    return tuple(sorted(steps, key=lambda step: step.titled))


def _step(rule: LevelRule, rank: float) -> Step:
    of, titled = kind(rule.kind), rule.kind in TITLES
    return Step(
        rule,
        of,
        rank,
        titled=titled,
        again=rule.after == "/"
        or rule.kind == "years"
        or bool(of.again_after)
        or (titled and rule.name == "subseries"),
        after_box=(rule.kind, rule.name) == ("title", "folder"),
        asks=rule.name == "call-number" or titled or of.after is not None or bool(of.not_after),
        shape=None if rule.kind in TITLES | {"symbol"} else of.shape,
    )


def _may_begin(step: Step, first: str) -> bool:
    return step.titled or may_begin(step.kind.shape, first)


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
        and (step.rank > reached or step.kind.anywhere or step.again or step.kind.over_title)
        and (step.rule.name == "folder" or _may_begin(step, first))
    )


@lru_cache(maxsize=1 << 14)
def at_sight(convention: str, first: str) -> tuple[LevelRule, ...]:
    """Return the levels whose values are known wherever they stand, of those that may begin with *first*."""
    known = (step for step in without_words(convention) if step.kind.anywhere and not step.kind.papers)
    return tuple(step.rule for step in known if _may_begin(step, first))
