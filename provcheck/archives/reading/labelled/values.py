"""The values that a word for a level announces: one, a list, a name."""

from __future__ import annotations

import re

from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import LISTED, ROMAN_TOO, Value, counts_on, listed, value_at
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.labelled import bare, unworded
from provcheck.archives.reading.labelled.marking import NONE, Marking
from provcheck.archives.reading.levels import LOW, MIDDLE, TOP, plurals
from provcheck.model.lazy import pattern

DATED = worded(r"1[5-9]\d\d(?: ?[–—-] ?(?:1[5-9])?\d\d)?(?:-го)? ?{of_years}\b")
"""Years that stand after a word that could announce a level: ``документ 1763 р.``, ``дело 1835–1838 годов``."""
_LISTED = frozenset({"delo", "file", "dokument"})
"""The levels of which a line may list several; of others only after a plural (``фф. 17, 558``)."""
LEAVED = frozenset({"delo", "tom", "chast", "kniga"})
"""The levels after which leaves may stand without a word."""
PARTS = LEAVED - {"delo"}

ORDINAL: re.Pattern[str] = pattern(r"(\d{1,2})-(?:[оыи]?й|[ао]?я|[iy]|yi|oi|i[ai]|[ao]ia|[ao]?ya)")
"""Which of the volumes of a file it is, told in its order: ``том 2-й``."""

_SIGN = pattern(r"[^\W\d_]\.?,? (?=№ ?\d)")
"""Where a fond known by its name ends before the sign of its file: ``ф. Оссолинские, № 123``."""
_LONGEST_NAME = 60


def values_of(state: Marking, position: int, label: Found, level: str) -> list[Value]:
    """Return the value after *label*, and the list that it opens where *level* may have one."""
    kind = state.kinds[level]
    first = value_at(state.text, label.lead, kind) if kind in ROMAN_TOO else label.valued
    if first is None and level in TOP and state.holder and state.holder.names:
        first = _titled(state, position, label) or value_at(state.text, label.lead, "code")
    if first is None and level in MIDDLE and state.draft.has_any(TOP):
        first = value_at(state.text, label.lead, "roman")  # оп. I
    if first is None and level == "razdel" and (sign := _PART_SIGN.match(state.text, label.lead)):
        return [Value(sign[0], *sign.span())]
    if first is None and level == "delo" and label.end - label.start > ABBREVIATED:
        whose = unworded.OF_WHOM.match(state.text, label.end)
        first = value_at(state.text, whose.end(), kind) if whose else None
    if first is None:
        return []
    if level in _LISTED:
        return listed(state.text, first, kind)
    if level in PARTS and (ordinal := ORDINAL.fullmatch(first.text)):
        return [first._replace(text=ordinal[1])]
    if LISTED.match(state.text, first.end):
        values = listed(state.text, first, kind)
        if state.text[label.start : label.end].lower() in plurals(state.convention):
            return values
        if level in MIDDLE and not state.follows(position, "", LOW) and not _is_file(state, position, values):
            return values
        if level in TOP and _lettered(values) and not state.follows(position, "", MIDDLE | LOW):
            return values  # ф. Р-792, Р-1075
        if level == "tom" and state.soviet and counts_on(*(value.text for value in values)):
            return values
    return [first]


ABBREVIATED = 3
"""So long are words for a file that nobody is named behind."""
_PART_SIGN = pattern(r"[A-ZА-Я]{1,3}(?=, )|[A-ZА-Я]{2,3}(?=\. )")
"""The letters of a part of the fond: ``skyr. PS``."""


def _lettered(values: list[Value]) -> bool:
    """Tell whether all of *values* begin with a letter, as only fonds do."""
    return all(value.text[0].isalpha() for value in values)


def _is_file(state: Marking, position: int, values: list[Value]) -> bool:
    """Tell whether the second of two *values* is the file of an opis, before its leaves: ``оп. 1, 271, л. 3``."""
    comma = len(values) == 2 and state.text[values[0].end] == ","
    return comma and state.soviet and state.follows(position, "leaf")


def leaves_first(state: Marking, position: int, end: int) -> bool:
    """Tell whether the word for leaves is right behind them, where those for levels are before: ``lieta 12, 3. lp.``"""
    following = next(state.own_after(position), None)
    return (
        following is not None
        and following.start - end < _NEAR
        and not following.valued
        and state.means(following, NONE, "leaf")
    )


_NEAR = 24
"""How far behind the last number of a list the word for leaves may stand that these are."""


def _titled(state: Marking, position: int, label: Found) -> Value | None:
    """Return the fond that has no number: ``ф. ВУА``, ``Ф. Канцелярия. Оп. 469``."""
    of_what = state.text[label.lead : label.lead + 1].islower()
    if of_what and state.text[label.start : label.end][:3].lower() in OF_A_COLLECTION:
        return None  # Коллекция документов. Д. 5: what it is of
    numbered = (i for i in state.own_after(position) if i.valued and not DATED.match(state.text, i.lead))
    following = next(numbered, None)
    if following and state.means(following, MIDDLE | LOW):
        parts = (i.start for i in state.own_after(position) if _is_part(state, i))
        return bare.titled(state.text, label.lead, min(next(parts, following.start), following.start))
    sign = _SIGN.search(state.text, label.lead, label.lead + _LONGEST_NAME)
    return bare.titled(state.text, label.lead, sign.end() if sign else label.lead)


def _is_part(state: Marking, label: Found) -> bool:
    """Tell whether *label* announces a part of the fond: ``ф. Госархива, разряд VII, д. 2``."""
    return state.means(label, _RAZDEL_ONLY) and value_at(state.text, label.lead, "roman") is not None


_RAZDEL_ONLY = frozenset({"razdel"})
OF_A_COLLECTION = frozenset({"кол", "col"})
"""How the words for a fond begin that is a collection."""
