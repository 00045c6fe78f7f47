"""What levels and labels mean together: which convention a line follows, and whether they make a reference at all."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from functools import cache

from provcheck import tables
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.reading.draft import Draft
from provcheck.model.lazy import pattern

TOP = frozenset({"fond", "fonds"})
MIDDLE = frozenset({"opis", "inventory", "perechen"})
LOW = frozenset({"delo", "file", "dokument", "kniga"})
FAR_LEVELS = TOP | MIDDLE | {"delo", "file"}
MAIN = FAR_LEVELS | {"papka", "dokument"}


BRACKETS = pattern(r"\([^()]*\)|[«“\"][^»”\"]*[»”\"]")
_WORD = pattern(r"[^\W\d_]{2,}")
_WORDS = 1


@cache
def ranks(convention: str) -> dict[str, int]:
    """Return the place of each level of *convention*, the broadest first."""
    return {level.name: rank for rank, level in enumerate(tables.conventions()[convention].levels)}


@cache
def kinds(convention: str) -> dict[str, str]:
    """Return what the values of each level of *convention* look like."""
    return {level.name: level.kind for level in tables.conventions()[convention].levels}


@cache
def soviet() -> frozenset[str]:
    """Return the conventions of the former Soviet Union: those that call their top level fond."""
    return frozenset(c.id for c in tables.conventions().values() if c.level("fond"))


@cache
def plurals(convention: str) -> frozenset[str]:
    """Return the plural words of *convention*: after them several values may follow (``фф. 17, 558``)."""
    found = {
        word.strip(".").lower()
        for level in tables.conventions()[convention].levels
        for form in level.forms.values()
        for singular, word in ((form.short, form.short_plural), (form.full, form.full_plural))
        if word != singular
    }
    return frozenset(found - {""})


def choose(found: Sequence[Found], preferred: str | None) -> str | None:
    """Return the convention that explains the labels best; *preferred* where it explains as many as any."""
    own = [item for item in found if item.labels and not item.labels.common]
    if not own:
        return preferred
    if preferred and all(preferred in item.labels for item in own):
        return preferred
    valued = [item for item in own if item.valued]  # not the "ed." of an editor
    for first in (preferred, next(iter(tables.conventions()))):
        if first and valued and all(first in item.labels for item in valued):
            return first  # it explains everything
    votes: Counter[str] = Counter()
    for item in valued:
        votes.update(item.labels.speak_for)
    if not votes:
        backwards = (c for c in tables.conventions().values() if c.values_first and c.engine == "labelled")
        return preferred or next((c.id for c in backwards if any(c.id in item.labels for item in own)), None)
    top = max(votes.values())
    if preferred and votes[preferred] + 1 >= top:
        return preferred
    return next(name for name in tables.conventions() if votes[name] == top)


def stands(text: str, draft: Draft, announced: bool) -> bool:
    """Tell whether what was read is a shelfmark, and not words and numbers that look alike."""
    main = [level.name for level in draft.levels if level.name in MAIN]
    holder = draft.holder
    if holder and holder.names:
        return bool(main or draft.folios or draft.aside)
    if holder and (len(main) > 1 or not holder.written.isupper()):
        return bool(main)
    names = set(main)
    if announced and names & LOW:
        return True
    if names <= TOP and names:
        return any(
            token.kind == "label" and len(token.text) >= 4 and token.text[:4].lower() not in {"best", "coll"}
            for token in draft.tokens
        )  # Фонд № 6146
    if not _tight(text, draft):
        return False
    if names & TOP:
        first = next(level.name for level in draft.levels if level.name in MAIN)
        return bool(names & MIDDLE) or (bool(names & LOW) and first in TOP)
    plain = {token.level for token in draft.tokens if token.kind == "label" and len(token.text) > 1}
    return bool(names & MIDDLE and names & LOW and (draft.folios or names <= plain))  # "оп. 11, спр. 22"


def _tight(text: str, draft: Draft) -> bool:
    """Tell whether no words stand between the parts of *draft* but those in brackets, and the year."""
    tokens = sorted(draft.tokens, key=lambda token: token.start)
    for before, after in itertools.pairwise(tokens):
        gap = BRACKETS.sub("", text[before.end : after.start])
        if len(_WORD.findall(gap)) > _WORDS or gap[:1] in {"%", "°"} or (gap[:1] == "." and gap[1:2].isdigit()):
            return False
    return True
