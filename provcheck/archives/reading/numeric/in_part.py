"""Marks of which only a part is said in numbers: a fond alone, its opis and file behind it, a number without levels."""

from __future__ import annotations

from collections.abc import Sequence

from provcheck import tables
from provcheck.archives.lexicon.folios import folios_at
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.archives.reading.numeric.numbers import put
from provcheck.model.lazy import pattern

_FOND = pattern(
    r"[\s,.:_-]{0,2}(?P<lettered>[РПИКRPK]-?(?!0\d)\d{1,5}[а-яa-z]?)(?![\w/-])"
    r"|\.(?P<glued>\d{1,5}[A-ZА-Я]{0,2})(?![\w/.-])"
    r"|\. ?(?P<enclosed>\d{1,5}[A-ZА-Я]{0,2})\)"
    r"|,? ?№ ?(?P<closed>\d{3,6} ?(?:фп|пф|кфп))(?!\w)"
)
_CLOSED_CASE = pattern(r"П-?\d{4,6}")
"""The number of a criminal case that is closed, which no fond has: ``Госархив ХмО, П-7670``, ``ЦГАООУ, № 72925 фп``."""
_ITEM = pattern(r"[\s,.:(]{0,3}(?:№[ ]?)?(?:[A-ZА-ЯЁІ]{1,3}[ -]?)?\d[\d/-]*(?![^\W_])")
_PAIR = pattern(r", ?(\d+[a-zа-я]?)/(\d+[a-zа-я]?)(?![\w/])")
"""Another file with its leaf: ``, 335/12``."""
_NEXT_PAIR = worded(r"(?:[,;] (?:{ands} )?| {ands} )(\d+[a-zа-я]?)/(\d+[a-zа-я]?)(?![\w/])")
"""The opis and delo of the next file of a fond: ``Fond 89, 16/3 and 55/28``."""
_THIRD = worded(r"(?:, ?(?:{ands} )?| {ands} )(\d+[a-zа-я]?)(?![\w/–-])(?= ?[,.;)(]| {ands} \d|$)")

_OF_LEAVES = frozenset({"leaf", "page"})
_LEAVES = frozenset({"folio-label", "folios"})
_TO_LEAVES = pattern(r"(?: [(\[][^()\[\]\d]{2,40}[)\]])?[,.:]? ?")
"""What may stand between a file and the word for its leaves: `` (secret), ``."""


def lone_fond(text: str, stop: int, holder: Holder, convention: str) -> list[Draft]:
    """Read a fond that stands alone and is known by its letter (``ГАРФ Р-5446``) or its point (``ERAF.130SM``).

    The number of a closed case is a file's.
    """
    number = _FOND.match(text, holder.end, stop)
    required = [rule.name for rule in tables.conventions()[convention].levels if rule.required]
    if number is None or not holder.names or required[:1] != ["fond"]:
        return []
    draft = Draft(holder, convention)
    group = number.lastgroup or ""
    level = "delo" if group == "closed" or _CLOSED_CASE.fullmatch(number[group]) else "fond"
    put(text, draft, level, number.start(group), number.end(group))
    return [draft]


def item(text: str, stop: int, holder: Holder, convention: str) -> list[Draft]:
    """Pass over the number after an archive of films, photographs or sound, which has no levels to read."""
    own = {tables.archives()[name.archive].convention for name in holder.names}
    if not own or any(rule.required for one in own for rule in tables.conventions()[one].levels):
        return []
    number = _ITEM.match(text, holder.end, stop)
    if number is None:
        return []
    draft = Draft(holder, convention)
    draft.aside = True
    draft.note("aside", "", text, holder.end, number.end())
    return [draft]


def complete(text: str, drafts: list[Draft], labels: Sequence[Found]) -> list[Draft]:
    """Read the opis and delo that stand as bare numbers after a lone fond: ``Fond 89, 73/34, 35``.

    The leaves that a word of *labels* announces right behind each are its own: ``Fond 89, 73/34, p. 5, and 18/3``.
    """
    draft = drafts[-1] if drafts else None
    if draft is None or len(draft.levels) != 1 or draft.levels[0].name != "fond":
        return drafts
    fond = next((token for token in draft.tokens if token.level == "fond" and token.kind == "value"), None)
    pair = _PAIR.match(text, fond.end) if fond else None
    if pair is None:
        return drafts
    folios, tokens = draft.folios, [token for token in draft.tokens if token.kind in _LEAVES]
    draft.folios, draft.tokens = [], [token for token in draft.tokens if token.kind not in _LEAVES]
    put(text, draft, "opis", *pair.span(1))
    put(text, draft, "delo", *pair.span(2))
    found, at = list(drafts), _leaves(text, pair.end(), draft, labels)
    while following := _NEXT_PAIR.match(text, at) or (None if draft.folios else _THIRD.match(text, at)):
        pair = following if following.re.groups > 1 else None
        draft = Draft(draft.holder, draft.convention, draft.levels[: 1 if pair else -1])
        if pair:
            put(text, draft, "opis", *pair.span(1))
        put(text, draft, "delo", *following.span(following.re.groups))
        found.append(draft)
        at = _leaves(text, following.end(), draft, labels)
    if not any(mark.folios for mark in found[len(drafts) - 1 :]):  # they were read behind the fond, past words
        draft.folios, draft.tokens = folios, draft.tokens + tokens
    return found


def _leaves(text: str, at: int, draft: Draft, labels: Sequence[Found]) -> int:
    """Read into *draft* the leaves that a word right behind its file announces, which ends *at*; return their end."""
    word = next((label for label in labels if label.start >= at), None)
    roles = {meaning.role for meaning in word.labels.get(draft.convention or "", ())} if word else set()
    if word is None or roles.isdisjoint(_OF_LEAVES) or not _TO_LEAVES.fullmatch(text, at, word.start):
        return at
    reading = folios_at(text, word.lead)
    if reading is None:
        return at
    draft.leaves(text, word.lead, reading, word)
    return reading.end
