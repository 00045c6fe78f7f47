"""Whether numbers are a list: by what ends them, by *and* before the last, by a plural before the first."""

from __future__ import annotations

from provcheck.archives.lexicon.cuts import LISTED, VERB
from provcheck.archives.lexicon.kinds import gap_at, kind
from provcheck.archives.lexicon.times import YEARS_ONLY
from provcheck.archives.lexicon.values import Value, is_far_longer
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.coded.marking import Marking
from provcheck.model.lazy import pattern

_RUN_TOO = r"\d+(?:\.\d{1,3}(?!\d))?[A-Za-z]?(?:[-–]\d+)?"
_LISTING_ON = worded(rf"{_RUN_TOO}(?:, ?{_RUN_TOO})* (?:{{ands}}|u\.) {_RUN_TOO}(?=[,.;)\]]|$| (?:is|are) )")
"""Numbers that are a list, as the last is told by ``and``: ``415, 429 y 430``, ``4 y 9-11``."""
_TITLE_BEHIND = r" (?![^\W\d_]+\.? (?:1\d|20)\d\d(?!\d))[A-Z][a-z]{3}"
_TITLE = pattern(_TITLE_BEHIND)
"""What a volume holds, behind its number; no day: ``115 Letters``."""
_TITLED_LIST = worded(rf"{_RUN_TOO}(?:, {_RUN_TOO})* {{ands}} {_RUN_TOO}(?={_TITLE_BEHIND})")
"""A list before what the volumes hold: ``inventory number 113 and 115 Letters``."""

LEADING = pattern(r"\d+")

_ENDS = frozenset({";", ")", "]", "and"})
"""What ends a number of a list."""
IN_DATABASE = worded(r"{databases}\b")
"""The number of the document in a database, behind its mark: ``; DECODE R2252``."""


def ends_list(state: Marking, value: Value) -> bool:
    """Tell whether a number of a list is followed by another one, by a word for a level or leaf, or by nothing."""
    several = state.plural or (state.draft.last_name == "inv-no" and not state.text.startswith(";", state.draft.end))
    last = state.draft.levels[-1].value
    beside = (several and YEARS_ONLY.fullmatch(last)) or from_lettered(last, value.text)
    if YEARS_ONLY.fullmatch(value.text) and not beside:
        return False  # a year, but behind a number that looks like one: inv.nrs. 1560 en 1561, inv.nr. 1618-20 en 1622
    separator, here = gap_at(state.text, value.end)
    point = separator == "." and here > value.end + 1  # but 611.00/2
    if here >= state.stop or point or separator in _ENDS:
        return True
    if separator == "(" and value.text[0].isdigit() and (several or _are_as_long(state, value.text)):
        return True  # inventory number 2211 and 2213-2215 (photographs)
    if separator in ",(" and IN_DATABASE.match(state.text, here):
        return True  # legs. 12 and 14 (DECODE R34)
    if separator == "," and kind("membrane").shape.match(state.text, here, state.stop):
        return True  # Muniments 5813; 19541, m. 3
    if here in state.labels and (separator == "," or (separator in " (" and state.labels[here][1][-1].role == "leaf")):
        return True  # 7067, f. 224; 7078 ff. 131v–132r; 12 (fol. 3) and 14 (fol. 5)
    if separator == "(" and here in state.labels and state.plural:
        return True  # Files 12 and 15 (Transcript List II)
    if separator == " " and state.draft.last_name == "inv-no" and _TITLE.match(state.text, value.end):
        return True
    if _lists_titled(state, here):
        return True
    listed = separator == "," and (state.plural or _LISTING_ON.match(state.text, here, state.stop))
    return bool(listed or (separator == " " and VERB.match(state.text, value.end)))


def from_lettered(last: str, number: str) -> bool:
    """Tell whether *number* goes on from *last*, which has the letter of a part, so that it is no year: 1812A, 1813."""
    first = last[:-1]
    return last[-1:].isupper() and first.isdigit() and number.isdigit() and len(first) == len(number) and first < number


def _are_as_long(state: Marking, number: str) -> bool:
    """Tell whether *number* has as many digits as the last one, so that it goes on from that."""
    first, second = LEADING.match(state.draft.levels[-1].value), LEADING.match(number)
    return first is not None and second is not None and len(first[0]) == len(second[0])


def ends_unit(state: Marking, value: Value) -> bool:
    """Tell whether *value* ends a list, or a level follows that has a letter of its own: ``Charcas, 16, R. 12``."""
    separator, here = gap_at(state.text, value.end)
    return (separator == "," and state.stretch.own_letter(here)) or ends_list(state, value)


_SMALL = pattern(r"\d{1,2}(?!\d)")
"""The number of a part, of which a file has no hundred."""


def are_parts(state: Marking, here: int) -> bool:
    """Tell whether the numbers at *here* are those of parts, as the file's has strokes: ``3004/11/1, 1 and 2``."""
    last = state.draft.levels[-1]
    return (
        last.name == "item"
        and "/" in last.value
        and state.rules.level("part") is not None
        and _SMALL.match(state.text, here) is not None
    )


def begins_again(state: Marking, value: Value, name: str) -> bool:
    """Tell whether *value*, of a list of level *name*, has that level itself: ``exp. 3 y 4; 21673, exp. 8``."""
    separator, here = gap_at(state.text, value.end)
    label = state.labels.get(here) if separator == "," else None
    return label is not None and label[1][0].level == name


_SHORT = frozenset({"box", "reel", "folder"})
"""Levels whose numbers are short."""


def leads_down(state: Marking, here: int) -> bool:
    """Tell whether the comma before *here* leads to the document, as that before the bundle did: ``GYM,LEG,312,88``."""
    last = state.draft.levels[-1]
    if last.name in _SHORT and is_far_longer(last.value, state.text, here):
        return True  # Box 39, 8690402; roll 470, 8060534
    before = state.draft.end - len(last.value) - 1
    return last.name == "bundle" and before > 0 and state.text[here - 1] == "," == state.text[before]


def are_listed(state: Marking, here: int) -> bool:
    """Tell whether the numbers that go on at *here* are a list: the word was a plural, or *and* is before the last."""
    level = state.draft.last_name
    if not state.bares or state.bares[-1].name != level:
        return False
    if are_parts(state, here):
        return False
    if (state.plural and level in LISTED) or _LISTING_ON.match(state.text, here, state.stop):
        return True
    return _lists_titled(state, here)


def _lists_titled(state: Marking, here: int) -> bool:
    """Tell whether the inventory numbers that go on at *here* are a list, before what they hold."""
    return state.draft.last_name == "inv-no" and _TITLED_LIST.match(state.text, here, state.stop) is not None
