"""How marks are read whose levels have their words before them: ``ф. 45, оп. 1, д. 334, лл. 105-106``."""

from __future__ import annotations

from collections.abc import Sequence

from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import Value, has_figure, value_at
from provcheck.archives.lexicon.vocabulary import Label
from provcheck.archives.reading.labelled import deciding, leaves, level, numbers_first, unworded
from provcheck.archives.reading.labelled.marking import Marking
from provcheck.archives.reading.labelled.values import ORDINAL
from provcheck.archives.reading.levels import BRACKETS, FAR_LEVELS, LOW
from provcheck.model.lazy import pattern

_FAR = 240
"""How many may stand between the archive and its first level, or between two levels (titles of fonds do)."""
_CLOSE, _TITLED = 30, 60
"""How far a volume may stand from its file, and a book from its fond: ``Ф. 137. Городовые книги. Новгород. Кн. 12``."""
_VOLUMES = frozenset({"tom", "chast", "kniga"})
_ORDINAL = pattern(rf"(?:[,.;:] | \()(?:{ORDINAL.pattern}) ")
_YEAR = pattern(r"\b1[5-9]\d\d(?:[-–]\d{2,4})?\b")


def read(state: Marking, position: int, label: Found, meanings: Sequence[Label]) -> None:
    """Read what *label* announces."""
    if not state.draft.levels and _is_of_code(state.text, label):
        return
    if label.start - state.edge > 3 and state.draft.levels:
        unworded.sign(state, label.start)
        unworded.unknown_word(state, label.start, meanings)
    if label.start - state.edge > _FAR:
        return
    gap = state.text[state.edge : label.start]
    meaning: Label | None = meanings[0]
    if len(meanings) > 1 or meanings[0].role == "page":
        meaning = deciding.decide(state, position, meanings, label.lead, gap)
    if meaning is None:
        return
    if meaning.level in _VOLUMES and label.start and (ordinal := _ordinal_before(state, label)):
        state.put(meaning.level, ordinal)
        state.draft.note("label", meaning.level, state.text, label.start, label.end)
        state.edge = label.end
        return
    most = _TITLED if meaning.level == "kniga" and not state.draft.has_any(LOW) else _CLOSE
    near = (
        meaning.role == "leaf"
        or meaning.level in FAR_LEVELS
        or (_is_close(gap, most) and not _is_printed(state, position, gap))
    )
    if not near:
        return
    if meaning.role == "level":
        level.read(state, position, label, meaning.level)
    elif meaning.role == "aside":
        _aside(state, label, label.lead)
    elif not (state.rules.values_first and label.valued is None and numbers_first.leaves_before(state, label)):
        if meaning.role == "leaf":
            unworded.file_before_leaves(state, label.start)
        leaves.read(state, position, label, label.lead, meaning.role)
        unworded.files_behind(state)


def _is_of_code(text: str, label: Found) -> bool:
    """Tell whether a letter stands in a code of numeral, letter and figure, and is no word for a level: ``I.A.15``."""
    if label.end - label.start > 1:
        return False
    start = text.rfind(" ", 0, label.start) + 1
    return text[start] in _NUMERALS and _POINTED_CODE.match(text, start) is not None


_NUMERALS = frozenset("IVX")
_POINTED_CODE = pattern(r"[IVX]{1,4}\.[A-Z]\.?\d")


def _ordinal_before(state: Marking, label: Found) -> Value | None:
    """Return the number before the word for a part of the file: ``д. 5, 2-й том``."""
    if not state.draft.has_any(LOW) or not state.text[label.start - 2].isalpha():
        return None
    ordinal = _ORDINAL.fullmatch(state.text, state.edge, label.start)
    return Value(ordinal[1], *ordinal.span(1)) if ordinal else None


def _is_close(gap: str, most: int) -> bool:
    """Tell whether *gap* leaves a volume or part with its file: farther away it is one of a printed work.

    So it is behind the name of another work: ``д. 9; «Воссоединение Украины с Россией». Т. 3``; but not behind what
    is in it: ``д. 9; фото: т. 3``.
    """
    if any(map(str.isalpha, gap.replace("|", ";").partition(";")[2])):
        return _HELD.fullmatch(gap) is not None
    bare = _YEAR.sub("", BRACKETS.sub("", gap))
    return gap == " (" or (len(bare) <= most and "(" not in bare and not has_figure(bare))  # спр. 12 (т. 2)


_HELD = pattern(r"; [а-яёіїєґa-z]{4,20}(?: [а-яёіїєґa-z]{2,20}){0,3}(?::| [—–]) ")


def _is_printed(state: Marking, position: int, gap: str) -> bool:
    """Tell whether a volume with pages is one of a printed work, behind a semicolon: ``д. 5; том V, с. 140``.

    But ``д. 5, т. 1, л. 3; т. 2, с. 4`` is a list, and ``оп. 1; д. 5; т. 2; с. 3`` one mark.
    """
    draft = state.draft
    if not state.follows(position, "page"):
        return False
    return (
        gap.lstrip(" )").startswith(";")
        and draft.has_any(LOW)
        and not (draft.has_any(_VOLUMES) or ";" in state.text[draft.start : state.edge])
    )


def _aside(state: Marking, label: Found, start: int) -> None:
    """Pass over a number that belongs to the reference and is no level: a reel, a museum's number."""
    value = value_at(state.text, start, "lettered")
    if value is None or state.holder is None or not (state.holder.names or state.holder.same):
        return
    if state.draft.aside and state.draft.folios:
        state.next_mark(state.rules.levels[0].name)  # Инв. 1542. С. 3; Инв. 29. С. 22
    state.draft.aside = not state.draft.levels
    state.draft.note("aside", "", state.text, label.start, value.end)
    state.edge = value.end
