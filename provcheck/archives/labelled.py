"""The engine for shelfmarks whose levels are announced by words: ``ф. 45, оп. 1, д. 334, лл. 105-106``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from provcheck import tables
from provcheck.archives import numeric
from provcheck.archives.draft import Draft, Holder
from provcheck.archives.folios import folios_at
from provcheck.archives.holders import has_value
from provcheck.archives.scan import Found
from provcheck.archives.values import LEAD, Value, normal, values_at
from provcheck.archives.vocabulary import Label
from provcheck.model.archive import Convention
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level, Token

_SENTENCE = pattern(r"[.;]\s+[A-ZА-Я][^\W\d_]{3,}")
_NEAR = 14
"""How many characters may stand between a mark and the word for pages that belongs to it."""
_FAR = 240
"""How many may stand between the archive and its first level, or between two levels (titles of fonds do)."""


@cache
def _ranks(convention: str) -> dict[str, int]:
    return {level.name: rank for rank, level in enumerate(tables.conventions()[convention].levels)}


_MAIN = frozenset({"fond", "opis", "delo", "fonds", "inventory", "file", "papka"})
_CLOSE = 30
"""How far a volume or part may stand from its file: farther away it is one of a printed work."""


@cache
def _lists() -> frozenset[str]:
    """Return the levels of which a line may list several: the lowest required one of each convention."""
    return frozenset({"delo", "file", "item", "box", "dokument", "folder", "volume"})


def labelled(convention: Convention | None) -> bool:
    """Tell whether this engine reads *convention*."""
    return convention is None or convention.engine == "labelled"


def choose(found: Sequence[Found], text: str, preferred: str | None) -> str | None:
    """Return the convention that explains the labels best; *preferred* where it explains as many as any."""
    own = [item.labels for item in found if item.what == "label"]
    for first in (preferred, next(iter(tables.conventions()))):
        if first and own and all(first in conventions for conventions in own):
            return first  # it explains everything
    votes: Counter[str] = Counter()
    for label in found:
        if label.what == "label" and has_value(text, label):
            votes.update(c for c, meanings in label.labels.items() if any(m.role != "page" for m in meanings))
    if not votes:
        return preferred
    top = max(votes.values())
    if preferred and votes[preferred] + 1 >= top:
        return preferred
    return next(name for name in tables.conventions() if votes[name] == top)


def read(
    text: str, found: Sequence[Found], holder: Holder | None, convention: str, before: Draft | None
) -> list[Draft]:
    """Read the marks that the labels *found* make, all under *holder*; *before* is the mark they may take over from."""
    rules = tables.conventions()[convention]
    ranks = _ranks(convention)
    drafts: list[Draft] = []
    draft = Draft(holder, convention)
    backwards = rules.values_first and _numbers_first(text, found, convention)
    edge = holder.end if holder and not holder.same else (found[0].start if found else 0)
    for position, label in enumerate(found):
        if label.what != "label" or (label.start < edge and draft.tokens):
            continue
        meanings = label.labels.get(convention)
        if not meanings:
            continue
        lead = LEAD.match(text, label.end)
        assert lead is not None
        gap = text[edge : label.start]
        if backwards:
            again = next((m.level for m in meanings if m.role == "level" and draft.has(m.level)), None)
            if again and not any(m.role == "leaf" for m in meanings):
                drafts.append(draft)
                draft = _following(draft, ranks[again], ranks)
            edge = _before_label(text, edge, label, meanings, draft) or edge
            continue
        meaning = _decide(meanings, draft, text, lead.end(), gap, _leaf_follows(found, position, convention, text))
        if meaning is None or len(gap) > (_FAR if meaning.role == "leaf" or meaning.level in _MAIN else _CLOSE):
            continue
        if meaning.role != "level":
            reading = folios_at(text, lead.end(), dots=label.end - label.start > 3)
            bare = holder is not None and (holder.same or (bool(holder.names) and meaning.role == "leaf"))
            if reading is None or not (draft.levels or bare):
                continue
            draft.tokens.append(Token("folio-label", "", text[label.start : label.end], label.start, label.end))
            draft.tokens.append(Token("folios", "", text[lead.end() : reading.end], lead.end(), reading.end))
            draft.folios.extend(reading.folios)
            edge = reading.end
            continue
        rule = rules.level(meaning.level)
        assert rule is not None
        values = values_at(text, lead.end(), rule.kind, many=meaning.level in _lists())
        if not values:
            continue
        if draft.has(meaning.level) or (draft.folios and not _still_open(draft, meaning.level, ranks)):
            drafts.append(draft)
            draft = _following(draft, ranks[meaning.level], ranks)
        if not draft.levels and meaning.level == "opis" and (holder or _file_follows(found, position, convention)):
            _bare_fond(text, label.start, draft)
        draft.tokens.append(Token("label", meaning.level, text[label.start : label.end], label.start, label.end))
        _put(draft, meaning.level, values[0], text[values[0].start : values[0].end])
        for value in values[1:]:
            drafts.append(draft)
            draft = _following(draft, ranks[meaning.level], ranks)
            _put(draft, meaning.level, value, text[value.start : value.end])
        edge = values[-1].end
    if draft.tokens:
        drafts.append(draft)
    return numeric.complete(text, drafts) if convention in soviet() else drafts


def _numbers_first(text: str, found: Sequence[Found], convention: str) -> bool:
    """Tell whether the line has its numbers before the words: ``1370. f., 1. apr.``"""
    own = [i for i in found if convention in i.labels]
    return bool(own) and _FIRST.search(text, 0, own[0].start) is not None and not has_value(text, own[-1])


def _before_label(text: str, edge: int, label: Found, meanings: Sequence[Label], draft: Draft) -> int | None:
    """Read the number before *label* into *draft*; return where its word ends."""
    number = _FIRST.search(text, max(edge, label.start - 24), label.start)
    level = next((m for m in meanings if m.role == "level" and not draft.has(m.level)), None)
    if number is None:
        return None
    written = text[label.start : label.end]
    if level and not (draft.has("delo") and any(m.role == "leaf" for m in meanings)):
        _put(draft, level.level, Value(number.group(1), number.start(1), number.end(1)), number.group(1))
        draft.tokens.append(Token("label", level.level, written, label.start, label.end))
        return label.end
    reading = folios_at(text, number.start(1))
    if reading is None or not draft.levels:
        return None
    draft.folios.extend(reading.folios)
    draft.tokens.append(Token("folios", "", text[number.start(1) : reading.end], number.start(1), reading.end))
    draft.tokens.append(Token("folio-label", "", written, label.start, label.end))
    return label.end


_FIRST = pattern(r"((?:\d+(?:\.? ?[–-] ?|/))?\d+[a-z]?(?=\.)|\d+\.[a-z](?= ))\.? ?$")
_BARE = pattern(r"(?:^|[\s(«\"])((?:[^\W\d_]{1,2}-)?\d+[a-zа-я]?)[,.]? *$")


def _bare_fond(text: str, before: int, draft: Draft) -> None:
    """Take the number right before the opis for the fond whose label is left out: ``K-1, ap. 58, b. 127``."""
    low = max(draft.holder.end if draft.holder else 0, before - 16)
    if (bare := _BARE.search(text, low, before)) is not None:
        _put(draft, "fond", Value(bare.group(1).upper(), bare.start(1), bare.end(1)), bare.group(1))


def _put(draft: Draft, level: str, value: Value, written: str) -> None:
    text = normal(value.text) if draft.convention in soviet() else value.text
    draft.levels.append(Level(level, text))
    draft.tokens.append(Token("value", level, written, value.start, value.end))


@cache
def soviet() -> frozenset[str]:
    """Return the conventions of the former Soviet Union: those that call their top level fond."""
    return frozenset(c.id for c in tables.conventions().values() if c.level("fond"))


def _still_open(draft: Draft, level: str, ranks: dict[str, int]) -> bool:
    """Tell whether *level* after the folios still belongs to the mark: small to large, or a part of the file."""
    highest = min((ranks[known.name] for known in draft.levels), default=0)
    return ranks[level] < highest


def _following(draft: Draft, rank: int, ranks: dict[str, int]) -> Draft:
    """Return the next mark of a list: what stands above *rank* is taken over."""
    return Draft(draft.holder, draft.convention, [level for level in draft.levels if ranks.get(level.name, 99) < rank])


def _leaf_follows(found: Sequence[Found], position: int, convention: str, text: str) -> bool:
    """Tell whether a word for leaves comes next: then a ``p.`` before it is papka."""
    for label in found[position + 1 : position + 2]:
        if any(m.role == "leaf" for m in label.labels.get(convention, ())):
            return True
    return False


def _file_follows(found: Sequence[Found], position: int, convention: str) -> bool:
    """Tell whether a word for files comes next: without one, ``No. 14, op. 27`` is music."""
    return any(m.level == "delo" for i in found[position + 1 : position + 2] for m in i.labels.get(convention, ()))


def _decide(meanings: Sequence[Label], draft: Draft, text: str, at: int, gap: str, leaf_follows: bool) -> Label | None:
    """Choose what a label means here, by its place: papka or page, list or leaf."""
    if len(meanings) > 1 or meanings[0].role == "page":
        level = next((m for m in meanings if m.role == "level"), None)
        page = next((m for m in meanings if m.role == "page"), None)
        leaf = next((m for m in meanings if m.role == "leaf"), None)
        lowest = draft.has("delo") or draft.has("file") or draft.has("item")
        if level and page:
            if draft.has(level.level) or not draft.has("opis"):
                level = None
            elif lowest:
                reading = folios_at(text, at)
                many = reading is not None and (
                    len(reading.folios) > 1 or reading.folios[0].first != reading.folios[0].last
                )
                if many or not leaf_follows:
                    level = None
            if level:
                return level
        if level and not page and not leaf:
            return level
        if leaf and draft.levels:
            return leaf
        if page and lowest and len(gap) <= _NEAR and not _SENTENCE.search(gap):
            return page
        return level if level and not page else None
    return meanings[0]
