"""What levels and labels mean together: the facts of a convention, and which one a stretch of the line follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import chain
from operator import attrgetter

from provcheck import tables
from provcheck.archives.lexicon.kinds import TITLES, kind
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import Value
from provcheck.archives.lexicon.vocabulary import Name
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.model.archive import LevelRule
from provcheck.model.kept import kept
from provcheck.model.lazy import pattern

TOP = frozenset({"fond", "fonds"})
MIDDLE = frozenset({"opis", "inventory", "perechen"})
LOW = frozenset({"delo", "file", "dokument", "kniga"})
FAR_LEVELS = TOP | MIDDLE | {"delo", "file"}
MAIN = FAR_LEVELS | {"papka", "dokument"}


BRACKETS = pattern(r"\([^()]*\)|\[[^\[\]]*\]|[«“\"][^»”\"]*[»”\"]")


@kept
def own_ranks(convention: str) -> dict[str, int]:
    """Return the place of each level that *convention* itself has, the broadest first."""
    return {level.name: rank for rank, level in enumerate(tables.conventions()[convention].levels)}


@kept
def kinds(convention: str) -> dict[str, str]:
    """Return what the values of each level of *convention* look like."""
    return {level.name: level.kind for level in tables.conventions()[convention].levels}


@kept
def required_levels(convention: str) -> frozenset[str]:
    """Return the levels that every shelfmark of *convention* has."""
    return frozenset(rule.name for rule in tables.conventions()[convention].levels if rule.required)


@kept
def levels_by_figures(convention: str) -> frozenset[str]:
    """Return the levels of *convention* that are not known by titles."""
    rules = tables.conventions()[convention].levels
    return frozenset(rule.name for rule in rules if rule.kind not in TITLES and not kind(rule.kind).title)


@cache
def rule(convention: str, level: str) -> LevelRule | None:
    """Return the rule of *convention* for *level*, the first where it has several."""
    return tables.conventions()[convention].level(level)


@cache
def rules_for(convention: str, level: str) -> tuple[LevelRule, ...]:
    """Return the rules for *level* in *convention*, or the common ones where it has none of its own."""
    own = tuple(rule for rule in tables.conventions()[convention].levels if rule.name == level)
    own = tuple(sorted(own, key=lambda rule: not rule.words))  # a word announces what the rule that has it says
    return own or tuple(rule for rule in tables.common().levels if rule.name == level)


@cache
def soviet() -> frozenset[str]:
    """Return the conventions of the former Soviet Union: those that call their top level fond."""
    return frozenset(c.id for c in tables.conventions().values() if c.level("fond"))


@cache
def first() -> str:
    """Return the convention that is tried first where nothing else decides."""
    return next(iter(tables.conventions()))


@kept
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


@cache
def _backwards() -> tuple[str, ...]:
    """Return the labelled conventions that have the number before its word."""
    return tuple(c.id for c in tables.conventions().values() if c.values_first and c.engine == "labelled")


def _backward(found: Sequence[Found]) -> str | None:
    """Return the first of them that knows one of the labels *found*."""
    for convention in _backwards():
        for item in found:
            if convention in item.labels:
                return convention
    return None


_OWN: attrgetter[bool] = attrgetter("labels.of_some")
_VALUED: attrgetter[Value | None] = attrgetter("valued")


def explains(convention: str, found: Sequence[Found]) -> bool:
    """Tell whether *convention* knows all labels of *found*."""
    for item in found:  # noqa: SIM110 - half the time of all()
        if convention not in item.labels:
            return False
    return True


def choose(found: Sequence[Found], preferred: str | None) -> str | None:
    """Return the convention that explains the labels best; *preferred* where it explains as many as any."""
    own = [*filter(_OWN, found)]
    if not own:
        return preferred
    if preferred and explains(preferred, own):
        return preferred
    valued = [*filter(_VALUED, own)]  # not the "ed." of an editor
    leaves = _are_of_leaves(valued)
    for one in (preferred, None if leaves else first()):
        if one and valued and explains(one, valued):
            return one
    told = [item.labels.speak_for - soviet() if leaves else item.labels.speak_for for item in valued]
    if not any(told):
        return preferred or _backward(own)
    leading, top = frozenset.intersection(*told) if told else frozenset(), len(told)
    if not leading:  # no convention has them all
        votes = Counter(chain.from_iterable(told))
        top = max(votes.values())
        leading = frozenset(name for name, count in votes.items() if count == top)
    if preferred and sum(preferred in names for names in told) + 1 >= top:
        return preferred
    return next(filter(leading.__contains__, tables.conventions()))


def _are_of_leaves(valued: Sequence[Found]) -> bool:
    """Tell whether the word for a fond that stands last means leaves: ``vol. 12, f. 34``, ``Reg. 12, f. 34``."""
    *before, last = valued or (None,)
    return (
        last is not None
        and last.labels.of_fonds
        and bool(last.labels.of_leaves)  # fondas never
        and bool(before)
        and not any(item is None or item.labels.of_fonds for item in before)
        and not _has_opis(valued)
    )


def convention_for(found: Sequence[Found], holder: Holder | None, last: Draft | None) -> str:
    """Return the convention to read by: the archive's own, or the one that explains the labels best."""
    if holder and holder.convention:
        chosen = _by_its_words(found, holder.convention)
        valued = [*filter(_VALUED, found)]
        foreign = not explains(chosen, valued) and _has_opis(valued) and explains(first(), valued)
        return first() if foreign else chosen  # Party Archives, Fond 545, Opis 3, Dela 12-14
    if holder and holder.same:
        preferred = last.convention if last else tables.same_archive().get(holder.written.casefold()) or None
    else:
        preferred = of_all(holder.names) if holder else None
    told = holder is not None and holder.same and last is None
    if preferred and tables.conventions()[preferred].engine == "coded" and not (told and _has_opis(found)):
        return preferred
    chosen = choose(found, preferred) or first()
    if told and not preferred and _has_file_and_pages(found):
        return first()  # ibid., d. 267, p. 25
    if told and not preferred:
        return _of_leaves(found, chosen) or _of_volume(found, chosen) or _of_all_words(found, chosen) or chosen
    return chosen


def _of_all_words(found: Sequence[Found], chosen: str) -> str | None:
    """Return the first convention that has all words of *found*, where *chosen* has not: ``ibid., box 4, folder 5``."""
    valued = [*filter(_VALUED, found)]
    if explains(chosen, valued):
        return chosen
    return next((name for name in tables.conventions() if explains(name, valued)), None)


def _of_leaves(found: Sequence[Found], chosen: str) -> str | None:
    """Return a coded convention for words that, alone, mean leaves, and none in *chosen*: ``ibid., ff. 3-4``."""
    valued = [*filter(_VALUED, found)]
    if not valued or any(label.role == "leaf" for item in valued for label in item.labels.get(chosen, ())[:1]):
        return None
    coded = (convention.id for convention in tables.conventions().values() if convention.engine == "coded")
    return next((c for c in coded if all(_roles(item, c) == {"leaf"} for item in valued)), None)


def _of_volume(found: Sequence[Found], chosen: str) -> str | None:
    """Return a coded convention for a volume that is none of a file, as in *chosen*: ``ibid., vol. 12, fol. 7``."""
    valued = [*filter(_VALUED, found)]
    levels = _levels(valued, chosen) if chosen in soviet() else set()
    if "tom" not in levels or levels & FAR_LEVELS:
        return None
    roles = [_roles(item, chosen) for item in valued]
    coded = (convention.id for convention in tables.conventions().values() if convention.engine == "coded")
    known = (c for c in coded if explains(c, valued) and "volume" in _levels(valued, c))
    return next((c for c in known if [_roles(item, c) for item in valued] == roles), None)


def _levels(found: Sequence[Found], convention: str) -> set[str | None]:
    """Return the levels that *found* announce first in *convention*."""
    return {label.level for item in found for label in item.labels.get(convention, ())[:1]}


def _roles(item: Found, convention: str) -> set[str]:
    """Return what *item* announces in *convention*: a level, leaves or pages."""
    return {label.role for label in item.labels.get(convention, ())}


def _has_opis(found: Sequence[Found]) -> bool:
    """Tell whether a word for an opis stands among *found*: a mark of the former Union after "ebd."."""
    return any(label.level in MIDDLE for item in found for label in item.labels.get(first(), ()))


def _has_file_and_pages(found: Sequence[Found]) -> bool:
    """Tell whether *found* are a word for a file, as the former Union has it by a letter, and one for pages."""
    valued = [*filter(_VALUED, found)]
    if len(valued) != 2 or valued[0].end - valued[0].start != 1:
        return False
    file, pages = valued
    paged = any(label.role == "page" for meanings in pages.labels.values() for label in meanings)
    return paged and any(label.level == "delo" for label in file.labels.get(first(), ()))


def of_all(names: Sequence[Name]) -> str | None:
    """Return the one convention of the archives that share a name; of several, the one whose levels have words."""
    known, rules = tables.archives(), tables.conventions()
    if len(names) == 1:
        return known[names[0].archive].convention
    own = {known[name.archive].convention for name in names}
    spoken = [c for c in own if rules[c].engine == "labelled"] if len(own) > 1 else list(own)
    return spoken[0] if len(spoken) == 1 else None


def _by_its_words(found: Sequence[Found], convention: str) -> str:
    """Return *convention*, which the name of an archive tells, unless another one explains more of the labels."""
    votes = Counter(
        name
        for item in found
        if item.end - item.start > 2
        for name in (*3 * [*item.labels], *(2 * [convention] if tables.COMMON in item.labels else []))
        if name != tables.COMMON and tables.conventions()[name].engine == "coded"
    )
    best = max(votes.values(), default=0)
    return convention if votes[convention] > best - 2 else next(name for name in votes if votes[name] == best)
