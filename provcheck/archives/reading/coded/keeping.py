"""What a title behind a mark keeps, so that it is the next holding: its unit, its leaves, its number."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from provcheck.archives.lexicon import sight
from provcheck.archives.lexicon.cuts import NUMERAL
from provcheck.archives.lexicon.kinds import TITLES, gap_at, kind
from provcheck.archives.lexicon.values import Value, has_figure
from provcheck.archives.lexicon.vocabulary import is_place
from provcheck.archives.reading.coded import documents, listing
from provcheck.archives.reading.coded.marking import Marking
from provcheck.archives.reading.coded.which_level import UNITS
from provcheck.archives.reading.draft import Draft
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level

_LISTED = 9
"""So many numbers of a list may stand between a mark and the word for them."""


def spoken(state: Marking) -> Draft:
    """Return the mark in the making, or the last that has words, of which it is one more number: ``tomos 2 y 9``."""
    return next((draft for draft in (state.draft, *reversed(state.drafts[-_LISTED:])) if draft.labels()), state.draft)


def titles_of(draft: Draft) -> list[Level]:
    """Return the levels of a mark that are titles alone."""
    return [level for level in draft.levels if not has_figure(level.value) and not NUMERAL.fullmatch(level.value)]


def unit_behind(state: Marking, end: int) -> tuple[int | None, bool]:
    """Return where what a holding is kept in stands behind its title that ends at *end*, and whether that is one."""
    for number in range(_TITLES):
        separator, after = gap_at(state.text, end)
        if separator != "," or after >= state.stop:
            break
        if after in state.labels or state.text[after].isdigit():
            return after, not number
        title = kind("words").shape.match(state.text, after, state.stop)
        if title is None:
            break
        end = title.end()
    return None, False


def is_top(state: Marking, title: str) -> bool:
    """Tell whether *title* is a holding's that stands under no other: ``Senato, Mar, reg. 1; Collegio, reg. 2``."""
    return state.holder is not None and sight.is_top(state.holder.names, title)


_TITLES = 6
"""How many titles a holding has at most: fonds, series, parts of it."""
_UNITS = UNITS | {"folder"}
"""What a holding is kept in, by numbers."""

_PARTED = frozenset({"bundle", "box"})
"""What parts of a holding have, and none of a book."""
_SIDED_LEAF = pattern(r"\d{1,5}, \d{1,4}[rv](?!\w)")
"""A number with the side of a leaf behind it, which no printed book has."""
_REGISTERS = ("reg", "Reg")
_OF_ARCHIVES = frozenset("AB")
_DATED = pattern(r"(?:,| \() ?\d{1,2} [^\W\d_]{3,12}\.? (?:[^\W\d_]{2,7} )?(?:1[2-9]|20)\d\d\)?(?=;|\.?$)")
"""The day of the document behind its number: ``Y.PRK.UM., 27/83, 12 May 1892``; but a newspaper has a plain number."""
_CODE = pattern(r"[A-Z]{3,6},")
"""Letters that may be an archive's or a library's, where they begin as these are called."""


def keeps(state: Marking, here: int, unit: int, level: str, alone: str) -> bool:
    """Tell whether the number at *unit* is what the holding named at *here* is kept in, and that of no book.

    *level*: of the title before it; *alone*: the title, where it is the only one.
    """
    end = state.text.find(";", here, state.stop)
    low, high = bisect_right(state.starts, unit), bisect_right(state.starts, end if end > 0 else state.stop)
    rest = [state.labels[start][1][0] for start in state.starts[low:high]]
    if any(meaning.role == "page" for meaning in rest):
        return False
    begins = state.text[here].isupper() or is_top(state, alone)
    other = begins and not state.rules.last_title and documents.lists_on(state, unit)
    if state.text[here : here + 1] in _OF_ARCHIVES and _CODE.match(state.text, here):
        return False  # AHMB, caixa 3; AMG, Manuals, reg. 1: another archive
    if unit not in state.labels:
        plain = not alone or len(titles_of(state.draft)) == 1  # SC, Cina, 2, 3r; Acta, 12, 45r: one of SC, or none
        if other and plain and _SIDED_LEAF.match(state.text, unit, state.stop):
            return True  # Acta, vol. 44, f. 3; SC, Indie Orientali, 3, 201r
        told = bool(state.draft.labels() & _UNITS) and not _of_a_place(state, alone)
        if not rest and (told or not (alone or titles_of(state.draft)[1:])):
            return False  # Tierras, vol. 12, exp. 3; Quito, 5; Smith, History, 34: of a book
        return bool(other and (rest or state.bares)) and any(
            listing.ends_unit(state, number) or ("/" in number.text and _DATED.match(state.text, number.end))
            for number in _numbers(state, unit)
        )
    item, meanings = state.labels[unit]
    said = spoken(state).tokens
    words = [t for t in said if t.kind == "label" and state.ranks.get(t.level, -1) > state.ranks[level]]
    word = state.text[item.start : item.end].rstrip(".s")
    again = bool(words) and words[0].text.rpartition(" ")[2].rstrip(".s") == word  # Proceedings nos. 1–3
    same = bool(alone) and again
    numbered = meanings[0].role == "leaf" and state.text[unit - 3].isdigit()  # S.O., Decreta 1634, f. 45
    within = meanings[0].level == "part" and bool(rest) and rest[0].level in _PARTED  # Gavetas, parte I, mç. 5
    within = within and len(state.labels[state.starts[low]][1]) == 1  # parte II, f. 440: a leaf
    if not (same or (other and (again or numbered or within or meanings[0].level in _UNITS))):
        return False
    register = state.text.startswith(_REGISTERS, item.start)  # Consiglio dei Dieci, Misti, reg. 5; but vol. 5 of a book
    return (
        bool(rest)
        or numbered
        or register
        or meanings[0].level != "volume"
        or (same and (" " in alone or is_place(alone)))
        or is_top(state, alone)
    )


def _of_a_place(state: Marking, title: str) -> bool:
    """Tell whether *title* is a place's, with a number that always is there: ``Charcas, leg. 12; Lima, 34``."""
    last = state.rules.level(state.draft.last_name)
    return last is not None and last.required and is_place(title)


def _numbers(state: Marking, at: int) -> Iterator[Value]:
    """Return the value at *at* as each level reads it that needs no word and whose values are numbers."""
    for rule in state.rules.levels:
        if rule.name in _UNITS and "," in rule.after and rule.kind not in TITLES and (value := state.value(rule, at)):
            yield value
