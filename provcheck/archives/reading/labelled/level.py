"""A level that a word before it announces, with its values, put into this mark or the next."""

from __future__ import annotations

import re
from itertools import islice

from provcheck.archives.lexicon.folios import DASHES
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.times import DATE
from provcheck.archives.lexicon.values import Value
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.labelled import bare, leaves, unworded
from provcheck.archives.reading.labelled.anew import begins_anew
from provcheck.archives.reading.labelled.deciding import SENTENCE
from provcheck.archives.reading.labelled.marking import Marking
from provcheck.archives.reading.labelled.values import (
    ABBREVIATED,
    DATED,
    LEAVED,
    OF_A_COLLECTION,
    PARTS,
    leaves_first,
    values_of,
)
from provcheck.archives.reading.levels import BRACKETS, LOW, MIDDLE, TOP, plurals
from provcheck.model.lazy import pattern

_EXTENT = worded(r" {extents}(?!\w|\.? ?\d)")
_ADDRESS = worded(r"\b{streets}\.? (?:[^\W\d_]\.? ?)?[^.;:]{2,32},? $|[^\W\d_]{3} {streets}\.?,? $", re.IGNORECASE)
"""What makes the number of a house of a file: ``ул. Ленина, д. 2``, ``Заневский пр., д. 36``."""
_RAZDEL = pattern(
    r"[.,]? ((?:[IVX]+|(?<=[а-я] )\d{1,2}|(?<=[а-я][.,] )\d{1,2})[-–]\d{1,2}|(?<=\d[.,] )[A-Z]S)[.,]? "
    r"(?:1[5-9]\d\d(?: ?[гm]\.)?[.,]? )?"
)
"""A part of the fond behind it: ``Ф. 161. I-1. Оп. 781``, ``ф. Главный архив, 1–9, оп. 8``, ``f. 378, BS, b. 5``."""

_OWN_CASE = worded(r"{own_cases}", re.IGNORECASE)
_ORDER = worded(r"{order_in_list}", re.IGNORECASE)
_ITEM = pattern(r":(\d+)(?!\w)")
"""The number in a map, which is a file: ``EKLA, f. 193, m. 12:3``."""
_WORDS = pattern(r"[^\W\d_]{3,}")
"""Words of running text."""
_LIST_WORDS = 2
_ABBREVIATED = r"(?:(?:(?<= [^\W\d_])|(?<= [^\W\d_]{2}))\.)"
"""The point of a short word: ``копія XVI ст. — ``."""
_TELLS = worded(
    r"[,;] (?:an?|the|its|his|her|their) (?:[^\W\d_]+ ){1,8}(?:(?:is |are )?in|is|are) "
    r"| (?:is|are|was|were|contains?|has|holds?) [^.;:()\d]{3,80}[,;] (?:(?:and|while|but) )?"
    rf"|; [^\W\d_][^.;:()]{{3,80}}{_ABBREVIATED}? [–—] "
    r"| (?:не )?[а-яёіїє]{3,14}(?:тся|ться|ит|ить|[её]т|ают|яют|[аеєо]но|[аеєо]ны)"
    r" [^.;:()\d]{3,80}[,;] (?:(?:а|и|но|і|й) )?"
    r"| of [^.,;:()\d]{3,60},? {ands} "
    r"|; [^\W\d_][^.;:()\d]{3,80} {compared}[.:]* "
)
"""What is said of one file before the next: ``D. 195 is one copy, D. 163 another``, ``; фото — д. 9``,
`` of a draft, and``, ``; for the reply see``, ``; the protocol itself is``.
"""


def read(state: Marking, position: int, label: Found, level: str) -> None:
    """Read *level*, which *label* announces, into this mark or the next."""
    if _is_none(state, position, label, level):
        return
    if level == "delo" and _ORDER.fullmatch(state.text, label.start, label.end) and _file_yet(state, position):
        state.edge = label.valued.end if label.valued else label.end
        return  # f. 082, op. 23, por. 9, p. 95, d. 6: where the opis has it
    values = values_of(state, position, label, level)
    if state.rules.values_first and len(values) > 1 and leaves_first(state, position, values[-1].end):
        values = values[:1]
    written = state.text[label.start : label.end]
    if not values or _is_dated(state, level, values[0]):
        return
    if level == "fond" and _is_folio(state, position, written):
        leaves.read(state, position, label, label.lead, "leaf")
        return
    if level == "fond" and state.soviet and state.draft.has_any(TOP):
        level = _within_fond(state, position, label, level)
    if _restates(state, level, values, label.start):
        state.draft.note("label", level, state.text, label.start, label.end)
        state.draft.note("value", level, state.text, values[0].start, values[0].end)
        state.edge = values[0].end
        return
    among = None
    if len(values) > 1 and level == "delo" and state.soviet and not state.follows(position, "leaf"):
        among = bare.leaves_among(state.text, values) if written.lower() not in plurals(state.convention) else None
        values = values[:1] if among else values
    if level == "papka" and state.draft.takes_over(level) and state.draft.has_any(LOW):
        state.draft.levels = [known for known in state.draft.levels if known.name != level]  # d. 1, p. 2; d. 3, p. 4
    if begins_anew(state, position, label, level) or state.draft.has(level):
        if level in TOP and (other := bare.other_archive(state.text, state.edge, label.start)):
            state.holder = other
        state.next_mark(level)
        if level == "delo" and ";" in state.text[state.edge : label.start] and _OWN_CASE.fullmatch(written):
            state.draft.levels = []  # Ф. 3. Оп. 8. Д. 45; АСД № Р-33976: counted outside the fonds
        if level in MIDDLE and state.soviet:
            unworded.next_fond(state, label.start)
    if not state.draft.levels:
        _take_before(state, position, label, level)
    parted = (level in MIDDLE or level == "delo") and state.soviet and not state.draft.has_any(MIDDLE)
    if parted and (sign := _RAZDEL.fullmatch(state.text, state.edge, label.start)):
        state.put("razdel", Value(sign[1], sign.start(1), sign.end(1)))
    _put_all(state, position, label, level, values)
    if level == "papka" and (item := _ITEM.match(state.text, state.edge)):
        state.put("delo", Value(item[1], *item.span(1)))
        state.edge = item.end()
    if level in LEAVED and state.soviet:
        if level == "delo" and (part := bare.part_and_leaves(state.text, values[-1])):
            state.put("tom", part[0])
            state.edge, among = part[0].end, part[1]
        alone = level != "delo" and not state.follows(position, "leaf")
        alone = alone and not bare.far_file(state.text, values[-1].end, state.draft.value("delo"))
        unworded.bare_leaves(state, among or bare.leaves(state.text, values[-1], part=alone))
        if level in PARTS and not state.draft.folios:
            unworded.cases_behind(state)
            unworded.files_behind(state)


def _restates(state: Marking, level: str, values: list[Value], start: int) -> bool:
    """Tell whether the file that the mark began with is told again behind its fond: ``Справа 4. Ф. 5 оп. 1 спр. 4``."""
    if level not in LOW or len(values) > 1 or state.draft.folios or state.draft.value(level) != values[0].text:
        return False
    return (
        state.draft.tokens[0].level == level and state.draft.has_any(TOP) and ";" not in state.text[state.edge : start]
    )


def _is_dated(state: Marking, level: str, value: Value) -> bool:
    """Tell whether *value* is years; but an opis may be called by one: ``ГАРФ, ф. 102, оп. 1905 г., д. 5``.

    Or the day of a document behind its leaves: ``17/162/12, l. 4, special file 9 Sept. 1935``.
    """
    if state.draft.folios and DATE.match(state.text, value.start):
        return True
    if not 3 < len(value.text) < 10 or (level in MIDDLE and value.text.isdigit() and state.draft.has_any(TOP)):
        return False
    return DATED.match(state.text, value.start) is not None


def _is_none(state: Marking, position: int, label: Found, level: str) -> bool:
    """Tell whether *label* announces no level of a mark: the number of a house, a count, another work's volume."""
    text, start = state.text, label.start
    if level == "delo" and not state.draft.levels and _ADDRESS.search(text, max(0, start - 40), start):
        return True  # ул. Ленина, д. 2
    if text[start : label.lead] in _PREPOSITIONS or (text.startswith("к ", start) and not state.draft.levels):
        return True  # Д. 12. О 20-летии победы: a preposition, where an opis has a point; осужден к 5 годам
    if level == "kniga" and _FOND.match(text, label.lead) and not state.draft.has_any(TOP):
        return True  # Метрична книга. Ф. 5, оп. 1
    if "," in text[label.end : label.lead] and (
        text[max(0, start - 2)].isdigit()
        or (label.valued and _EXTENT.match(text, label.valued.end))
        or DATE.match(text, label.lead)
    ):
        return True  # 12 files, 3 boxes; (личное дело, 24 л.); Stalin's Special File, 4 Mar. 1944
    if level == "papka" and not state.draft.levels and state.follows(position, "", MIDDLE):
        return True  # "П 25, оп. 1": the letter of a fond
    if level == "papka" and label.end - start < ABBREVIATED and _is_item(state, start):
        return True  # РГАСПИ, ф. 17, оп. 3, д. 763, п. 4: an item of the agenda
    if not state.draft.has_any(LOW) and bare.is_initial(text, label, level):
        return True  # f. 1099 (T. I. Filippov), op. 1
    if level == "papka" and state.draft.folios and not (state.has_papki() or state.follows(position, "", LOW)):
        return True  # Л. 89. П. 94: an item of the agenda
    closed = state.draft.folios and _closed(state, start)
    over = level not in TOP and (closed or (state.draft.has(level) and _prose(state, start)))
    # "Reprinted in …, Vol. 5, Book 1"; "(… Л. 4). См. также документ 272"
    return over and not _resumes(state, position, label, level)


_PREPOSITIONS = frozenset({"о ", "О "})
_FOND = pattern(r"[ФF][.-] ?\d{1,5},? (?:[Oo]p|[Оо]п)\b")


def _file_yet(state: Marking, position: int) -> bool:
    """Tell whether the papka comes next, and then the file by its own word."""
    papka, file = (*islice(state.own_after(position), 2), None, None)[:2]
    if papka is None or file is None or not state.means(papka, _PAPKA) or not state.means(file, LOW):
        return False
    return ";" not in state.text[state.found[position].end : file.start]


_PAPKA = frozenset({"papka"})
"""The level between opis and file in the archive of the foreign ministry."""


def _is_item(state: Marking, start: int) -> bool:
    """Tell whether an archive that has no papki stands before a file and an item of it; but ``д. 5/п. 2``."""
    named = bool(state.holder and state.holder.names) and not state.has_papki()
    return named and state.draft.has_any(LOW) and not state.text.endswith("/", 0, start)


def _closed(state: Marking, stop: int) -> bool:
    """Tell whether the sentence or the bracket of the mark ends before *stop*."""
    gap = state.text[state.edge : stop]
    return gap.count(")") > gap.count("(") or SENTENCE.search(gap) is not None


def _prose(state: Marking, stop: int) -> bool:
    """Tell whether running text stands before *stop*, so that what follows is no list of files."""
    if len(_WORDS.findall(BRACKETS.sub("", state.text[state.edge : stop]))) <= _LIST_WORDS:
        return False
    return _TELLS.fullmatch(state.text, state.edge, stop) is None


_LISTS_ON = worded(
    r"\)(?: [\dа-яёіїєґў ]{3,60}\.?;|[,;])?(?: {ands})? "
    rf"(?P<what>[^\W\d_]+(?: [^\W\d_]+){{0,4}}{_ABBREVIATED}? [–—-] )?"
)
"""What leads from leaves in brackets to the next file, perhaps with whose or what it is.

``(л. 5), дело мужа – ``, ``(л. 5) передано в 1960 г.; копия XVI в. – ``
"""


def _resumes(state: Marking, position: int, label: Found, level: str) -> bool:
    """Tell whether a list goes on with a level and what is below it: ``Л. 4. Подлинник; Оп. 5. Д. 6``.

    A semicolon alone leads to another opis or file: ``ед. хр. 44 — тетрадь с правкой автора; оп. 3``. Behind leaves
    in brackets comes the next file: ``д. 12 (л. 5) и д. 14``.
    """
    value, following = label.valued, next(state.own_after(position), None)
    if value and state.draft.has(level) and (on := _LISTS_ON.fullmatch(state.text, state.edge, label.start)):
        return on["what"] is not None or state.text.rfind("(", state.draft.start, state.edge) > 0
    listed = level in MIDDLE or level == "delo"
    if value and listed and state.soviet and state.text[state.edge : label.start].rstrip(" `").endswith(";"):
        return state.draft.has_any(TOP) and state.draft.has_any(MIDDLE)
    if value is None or following is None or following.start - value.end > 3:
        return False
    return state.means(following, state.below(level), "leaf")


def _is_folio(state: Marking, position: int, written: str) -> bool:
    """Tell whether ``f.`` is a leaf, the fond having had another word: ``fonds 517, dossier 4, f. 12``."""
    draft = state.draft
    if written.lower() not in {"f", "ff"} or not draft.has_any(LOW) or draft.folios:
        return False
    own = draft.word_for("fond") or written.lower()
    return own not in {"f", "ff"} and not state.follows(position, "", MIDDLE | LOW)


def _within_fond(state: Marking, position: int, label: Found, level: str) -> str:
    """Return what a second word for a fond means within one mark.

    A file: ``NAA, f. 200, inv. 1, f. 12, p. 5``; a collection of it: ``Ф. 13. Кол. XI. Ед. хр. 78``.
    """
    draft = state.draft
    if draft.has_any(LOW) or draft.folios or ";" in state.text[state.edge : label.start]:
        return level
    if draft.has_any(MIDDLE):
        return "delo" if state.follows(position, "leaf") else level
    written = [state.text[at : at + 3].lower() in OF_A_COLLECTION for at in (draft.tokens[0].start, label.start)]
    return "razdel" if written == [False, True] and "razdel" in state.ranks else level


def _take_before(state: Marking, position: int, label: Found, level: str) -> None:
    """Take what stands before the first *level* of a mark: its leaves, or its fond without a word."""
    if state.ahead and state.ranks[level] and state.text[state.ahead.reading.end : label.start].strip(" ,.") == "":
        state.draft.leaves(state.text, state.ahead.start, state.ahead.reading, state.ahead.label)
    elif level in MIDDLE and (state.holder or state.follows(position, "", LOW)):
        unworded.fond_before(state, label.start)  # but "No. 14, op. 27" is music
    state.ahead = None


def _put_all(state: Marking, position: int, label: Found, level: str, values: list[Value]) -> None:
    """Put *values* for *level*, each further one into a mark of its own."""
    state.draft.note("label", level, state.text, label.start, label.end)
    if level == "fond" and (not values[0].text.isdigit() or state.text[values[0].end : values[0].end + 1] in DASHES):
        unworded.parted(state, position, values[0])
    else:
        state.put(level, values[0])
    for value in values[1:]:
        state.next_mark(level)
        state.put(level, value)
    state.edge = max(state.edge, values[-1].end)
