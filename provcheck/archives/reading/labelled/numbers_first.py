"""How marks are read whose levels have their words behind them: ``LVVA, 1370. f., 1. apr., 5. l., 12.–13. lp.``"""

from __future__ import annotations

from collections.abc import Sequence

from provcheck import tables
from provcheck.archives.lexicon.folios import back_at, folios_at
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import Value
from provcheck.archives.lexicon.vocabulary import Label
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.labelled import leaves
from provcheck.archives.reading.labelled.marking import Marking
from provcheck.archives.reading.levels import LOW, MIDDLE
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Folios

_NUMBER_FIRST = pattern(
    r"((?:[^\W\d_]{1,3}-)?(?:\d+(?:\.? ?[–—-] ?|/|\.))?\d+[a-zа-я]?)(?:\.| ?[-–]|(?<=[\da-zа-я])) ?$"
    r"|(\d+\.[a-z]) ?$"
)
"""A number that stands before its word: ``1370. f.``, ``12.–13. lp.``, ``141-қор``, ``62a l.``, ``R-17 fond``"""
_LEAVES_FIRST = pattern(r"((?:\d+[a-z]?\.?(?: ?[–—,-] ?| (?:un|ir|ja) ))*\d+[a-z]?)\.?[ -]?$")
_LISTED_FIRST = worded(r"(?<![\w.,-])(?:\d+[a-z]?\.?, ?)*\d+[a-z]?\.?,? {ands} $")
_ORDINALS = pattern(r"(?<![\w.,-])(?:\d+[a-z]?\., )+$")
"""A list without *and*, each number with its point: ``12., 14. l.``"""
_ONE = pattern(r"\d+[a-z]?")

_YEAR = worded(r"(?:1[5-9]|20)\d\d\.? ?{of_years}(?!\w)")


def fits(text: str, found: Sequence[Found], convention: str) -> bool:
    """Tell whether the line has its numbers before the words."""
    own = [item for item in found if convention in item.labels]
    if not tables.conventions()[convention].values_first:
        return len(own) > _LEVELS and not own[-1].valued and all(_follows_number(text, item) for item in own)
    if not own:
        return False
    if (value := own[-1].valued) and _PARTED.isdisjoint(text[own[-1].end : value.start]):
        return len(own) > _LEVELS and all(_follows_number(text, item) == (item is not own[-1]) for item in own)
    return any(_follows_number(text, item) for item in own[:2])


_PARTED = frozenset(',“„«"')
"""What parts a word from the number behind it: ``1987. fonds — “1941. gada …“``."""
_LEVELS = 2
"""More words than these must have their numbers before them where this is not usual: ``558. f. 11. op. 334. d.``"""


def _follows_number(text: str, item: Found) -> bool:
    return _NUMBER_FIRST.search(text, max(0, item.start - 24), item.start) is not None


def read(state: Marking, position: int, label: Found, meanings: Sequence[Label]) -> None:
    """Read the number before *label*."""
    if meanings[0].role == "aside":
        state.edge = label.valued.end if label.valued else state.edge  # satur 3 lietas: how many
        return
    leaf = any(m.role == "leaf" for m in meanings)
    again = next((m.level for m in meanings if m.role == "level" and state.draft.has(m.level)), None)
    if not leaf and (again or (state.draft.folios and meanings[0].role == "level")):
        state.next_mark(again or meanings[0].level)
    may_stand = state.draft.levels or (state.holder and state.holder.same)
    number = _NUMBER_FIRST.search(state.text, max(state.edge, label.start - 24), label.start)
    if number is None:
        if leaf and may_stand and not leaves_before(state, label):
            leaves.read(state, position, label, label.lead, "leaf")
        elif not leaf and label.valued and state.draft.levels:  # 1535. fonds, 8. apraksts, lietas nr. 20–30
            if _YEAR.match(state.text, label.valued.start):
                return  # 1535. fonda lietas – 2020. gadā
            state.put(meanings[0].level, label.valued)
            state.draft.note("label", meanings[0].level, state.text, label.start, label.end)
            state.edge = label.valued.end
        return
    group = 1 if number.group(1) else 2
    low = state.draft.has_any(LOW)
    level = next((m.level for m in meanings if m.role == "level" and not state.draft.has(m.level)), None)
    if level and not (low and leaf):
        _earlier(state, level, number.start(group))
        state.put(level, Value(number.group(group), number.start(group), number.end(group)))
        state.draft.note("label", level, state.text, label.start, label.end)
        state.edge = label.end
    elif leaf and may_stand:
        leaves_before(state, label)


def _earlier(state: Marking, level: str, end: int) -> None:
    """Read the numbers of a list that stand before the last, at *end*, each into a mark: ``3., 4. un 7. lieta``.

    Without *and* they are files alone: ``235., 1. apr.`` has its fond before its opis.
    """
    begun = state.draft.levels or state.done or state.holder  # LVVA 235. un 1679. fonds
    shapes = (_LISTED_FIRST, _ORDINALS) if level in LOW and state.draft.has_any(MIDDLE) else (_LISTED_FIRST,)
    low = max(state.edge, end - 60)
    listed = next((found for shape in shapes if (found := shape.search(state.text, low, end))), None) if begun else None
    for number in _ONE.finditer(state.text, *listed.span()) if listed else ():
        state.put(level, Value(number[0], *number.span()))
        state.next_mark(level)


def leaves_before(state: Marking, label: Found) -> bool:
    """Read the leaves before their word, if there are any: ``5., 7. lp.``, ``3.–5. lp.``, ``12. lp. o.p.``"""
    found = _LEAVES_FIRST.search(state.text, max(state.edge, label.start - 60), label.start)
    reading = folios_at(found.group(1).replace(".", " "), 0) if found else None
    if found is None or reading is None:
        return False
    if state.text.startswith("(", found.start(1) - 1) and state.text[found.end(1)] != "." and state.draft.has_any(LOW):
        state.edge = label.end
        return True  # 12. lieta (48 lp.): how many it has
    folios, end = list(reading.folios), label.end
    if back := back_at(state.text, label.end):
        folios[-1] = Folios(folios[-1].first + "v" * (folios[-1].first == folios[-1].last), folios[-1].last + "v")
        end = back
    state.draft.folios.extend(folios)
    state.draft.note("folios", "", state.text, found.start(1), found.start(1) + reading.end)
    state.draft.note("folio-label", "", state.text, label.start, end)
    state.edge = end
    return True
