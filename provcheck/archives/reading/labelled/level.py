"""A level that a word before it announces, with its values, put into this mark or the next."""

from __future__ import annotations

import re

from provcheck.archives.lexicon.folios import DASHES
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.times import DATE
from provcheck.archives.lexicon.values import LISTED, ROMAN_TOO, Value, counts_on, listed, value_at
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.labelled import bare, leaves, unworded
from provcheck.archives.reading.labelled.deciding import SENTENCE
from provcheck.archives.reading.labelled.marking import NONE, Marking
from provcheck.archives.reading.levels import BRACKETS, LOW, MIDDLE, TOP, plurals
from provcheck.model.lazy import pattern

_DATED = worded(r"1[5-9]\d\d(?: ?[–—-] ?(?:1[5-9])?\d\d)?(?:-го)? ?{of_years}\b")
"""Years that stand after a word that could announce a level: ``документ 1763 р.``, ``дело 1835–1838 годов``."""
_LISTED = frozenset({"delo", "file", "dokument"})
"""The levels of which a line may list several; of others only after a plural (``фф. 17, 558``)."""
_LEAVED = frozenset({"delo", "tom", "chast", "kniga"})
"""The levels after which leaves may stand without a word."""
_PARTS = _LEAVED - {"delo"}
_EXTENT = worded(r" {extents}(?!\w|\.? ?\d)")
_ADDRESS = worded(r"\b{streets}\.? (?:[^\W\d_]\.? ?)?[^.;:]{2,32},? $|[^\W\d_]{3} {streets}\.?,? $", re.IGNORECASE)
"""What makes the number of a house of a file: ``ул. Ленина, д. 2``, ``Заневский пр., д. 36``."""
_RAZDEL = pattern(
    r"[.,]? ((?:[IVX]+|(?<=[а-я] )\d{1,2}|(?<=[а-я][.,] )\d{1,2})[-–]\d{1,2}|(?<=\d[.,] )[A-Z]S)[.,]? "
    r"(?:1[5-9]\d\d(?: ?[гm]\.)?[.,]? )?"
)
"""A part of the fond behind it: ``Ф. 161. I-1. Оп. 781``, ``ф. Главный архив, 1–9, оп. 8``, ``f. 378, BS, b. 5``."""
ORDINAL: re.Pattern[str] = pattern(r"(\d{1,2})-(?:[оыи]?й|[ао]?я|[iy]|yi|oi|i[ai]|[ao]ia|[ao]?ya)")
"""Which of the volumes of a file it is, told in its order: ``том 2-й``."""
_ITEM = pattern(r":(\d+)(?!\w)")
"""The number in a map, which is a file: ``EKLA, f. 193, m. 12:3``."""
_WORDS = pattern(r"[^\W\d_]{3,}")
"""Words of running text."""
_LIST_WORDS = 2
_TELLS = pattern(
    r", (?:an?|the|its|his|her|their) (?:[^\W\d_]+ ){1,8}(?:is |are )?in "
    r"| (?:is|are|was|were|contains?|has|holds?) [^.;:()\d]{3,80}[,;] (?:(?:and|while|but) )?"
    r"|; [^\W\d_][^.;:()]{3,80} [–—] "
)
"""What is said of one file before the next: ``D. 195 is one copy, D. 163 another``, ``; фото — д. 9``."""
_SIGN = pattern(r"[^\W\d_]\.?,? (?=№ ?\d)")
"""Where a fond known by its name ends before the sign of its file: ``ф. Оссолинские, № 123``."""
_LONGEST_NAME = 60


def read(state: Marking, position: int, label: Found, level: str) -> None:
    """Read *level*, which *label* announces, into this mark or the next."""
    if _is_none(state, position, label, level):
        return
    values = _values(state, position, label, level)
    if state.rules.values_first and len(values) > 1 and _leaves_first(state, position, values[-1].end):
        values = values[:1]
    written = state.text[label.start : label.end]
    if not values or _is_dated(state, level, values[0]):
        return
    if level == "fond" and _is_folio(state, position, written):
        leaves.read(state, position, label, label.lead, "leaf")
        return
    if level == "fond" and state.soviet and state.draft.has_any(TOP):
        level = _within_fond(state, position, label, level)
    among = None
    if len(values) > 1 and level == "delo" and state.soviet and not state.follows(position, "leaf"):
        among = bare.leaves_among(state.text, values) if written.lower() not in plurals(state.convention) else None
        values = values[:1] if among else values
    if level == "papka" and state.draft.takes_over(level) and state.draft.has_any(LOW):
        state.draft.levels = [known for known in state.draft.levels if known.name != level]  # d. 1, p. 2; d. 3, p. 4
    trails = _trails(state, position, label, level) or _ends_upwards(state, position, label, level)
    begins = (_begins_anew(state, level, label.start) and not trails) or _in_bracket(state, position, label, level)
    if begins or state.draft.has(level):
        if level in TOP and (other := bare.other_archive(state.text, state.edge, label.start)):
            state.holder = other
        state.next_mark(level)
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
    if level in _LEAVED and state.soviet:
        if level == "delo" and (part := bare.part_and_leaves(state.text, values[-1])):
            state.put("tom", part[0])
            state.edge, among = part[0].end, part[1]
        alone = level != "delo" and not state.follows(position, "leaf")
        unworded.bare_leaves(state, among or bare.leaves(state.text, values[-1], part=alone))
        if level in _PARTS and not state.draft.folios:
            unworded.cases_behind(state)
            unworded.files_behind(state)


def _is_dated(state: Marking, level: str, value: Value) -> bool:
    """Tell whether *value* is years; but an opis may be called by one: ``ГАРФ, ф. 102, оп. 1905 г., д. 5``."""
    if not 3 < len(value.text) < 10 or (level in MIDDLE and value.text.isdigit() and state.draft.has_any(TOP)):
        return False
    return _DATED.match(state.text, value.start) is not None


def _is_none(state: Marking, position: int, label: Found, level: str) -> bool:
    """Tell whether *label* announces no level of a mark: the number of a house, a count, another work's volume."""
    text, start = state.text, label.start
    if level == "delo" and not state.draft.levels and _ADDRESS.search(text, max(0, start - 40), start):
        return True  # ул. Ленина, д. 2
    if text[start : label.lead].lower() == "о ":
        return True  # Д. 12. О 20-летии победы: a preposition, where an opis has a point
    if "," in text[label.end : label.lead] and (
        text[max(0, start - 2)].isdigit()
        or (label.valued and _EXTENT.match(text, label.valued.end))
        or DATE.match(text, label.lead)
    ):
        return True  # 12 files, 3 boxes; (личное дело, 24 л.); Stalin's Special File, 4 Mar. 1944
    if level == "papka" and not state.draft.levels and state.follows(position, "", MIDDLE):
        return True  # "П 25, оп. 1": the letter of a fond
    if level == "papka" and label.end - start < _ABBREVIATED and _is_item(state, start):
        return True  # РГАСПИ, ф. 17, оп. 3, д. 763, п. 4: an item of the agenda
    if not state.draft.has_any(LOW) and bare.is_initial(text, label, level):
        return True  # f. 1099 (T. I. Filippov), op. 1
    if level == "papka" and state.draft.folios and not (state.has_papki() or state.follows(position, "", LOW)):
        return True  # Л. 89. П. 94: an item of the agenda
    closed = state.draft.folios and _closed(state, start)
    over = level not in TOP and (closed or (state.draft.has(level) and _prose(state, start)))
    # "Reprinted in …, Vol. 5, Book 1"; "(… Л. 4). См. также документ 272"
    return over and not _resumes(state, position, label, level)


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


def _resumes(state: Marking, position: int, label: Found, level: str) -> bool:
    """Tell whether a list goes on with a level and what is below it: ``Л. 4. Подлинник; Оп. 5. Д. 6``.

    A semicolon alone leads to another opis: ``ед. хр. 44 — тетрадь с правкой автора; оп. 3``.
    """
    value, following = label.valued, next(state.own_after(position), None)
    if value and level in MIDDLE and state.soviet and state.text[state.edge : label.start].rstrip(" `").endswith(";"):
        return state.draft.has_any(TOP) and state.draft.has_any(MIDDLE)
    if value is None or following is None or following.start - value.end > 3:
        return False
    return state.means(following, state.below(level), "leaf")


def _values(state: Marking, position: int, label: Found, level: str) -> list[Value]:
    """Return the value after *label*, and the list that it opens where *level* may have one."""
    kind = state.kinds[level]
    first = value_at(state.text, label.lead, kind) if kind in ROMAN_TOO else label.valued
    if first is None and level in TOP and state.holder and state.holder.names:
        first = _titled(state, position, label) or value_at(state.text, label.lead, "code")
    if first is None and level in MIDDLE and state.draft.has_any(TOP):
        first = value_at(state.text, label.lead, "roman")  # оп. I
    if first is None and level == "delo" and label.end - label.start > _ABBREVIATED:
        whose = unworded.OF_WHOM.match(state.text, label.end)
        first = value_at(state.text, whose.end(), kind) if whose else None
    if first is None:
        return []
    if level in _LISTED:
        return listed(state.text, first, kind)
    if level in _PARTS and (ordinal := ORDINAL.fullmatch(first.text)):
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


_ABBREVIATED = 3
"""So long are words for a file that nobody is named behind."""


def _lettered(values: list[Value]) -> bool:
    """Tell whether all of *values* begin with a letter, as only fonds do."""
    return all(value.text[0].isalpha() for value in values)


def _is_file(state: Marking, position: int, values: list[Value]) -> bool:
    """Tell whether the second of two *values* is the file of an opis, before its leaves: ``оп. 1, 271, л. 3``."""
    comma = len(values) == 2 and state.text[values[0].end] == ","
    return comma and state.soviet and state.follows(position, "leaf")


def _leaves_first(state: Marking, position: int, end: int) -> bool:
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
    if of_what and state.text[label.start : label.end][:3].lower() in _OF_A_COLLECTION:
        return None  # Коллекция документов. Д. 5: what it is of
    numbered = (i for i in state.own_after(position) if i.valued and not _DATED.match(state.text, i.lead))
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
_OF_A_COLLECTION = frozenset({"кол", "col"})
"""How the words for a fond begin that is a collection."""


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
    written = [state.text[at : at + 3].lower() in _OF_A_COLLECTION for at in (draft.tokens[0].start, label.start)]
    return "razdel" if written == [False, True] and "razdel" in state.ranks else level


def _begins_anew(state: Marking, level: str, start: int) -> bool:
    """Tell whether *level* begins the next mark: it goes back up, and the mark does not go from small to large."""
    if not state.draft.tokens:
        return bool(state.draft.folios)
    rank, first = state.ranks[level], state.ranks.get(state.draft.tokens[0].level)
    if first is not None and rank > first:
        return bool(state.draft.folios)  # most
    written = [state.ranks[t.level] for t in state.draft.tokens if t.kind == "value" and t.level in state.ranks]
    if not written or rank > min(written):
        return bool(state.draft.folios)
    if len(written) > 1:
        return written == sorted(written)
    kinds_in_order = [t.kind for t in sorted(state.draft.tokens, key=lambda token: token.start)]
    leaves_last = "folios" in kinds_in_order and kinds_in_order.index("folios") > kinds_in_order.index("value")
    return leaves_last or ";" in state.text[state.edge : start]


def _in_bracket(state: Marking, position: int, label: Found, level: str) -> bool:
    """Tell whether a bracket behind a file has another whole: ``архивное дело П-123 (ф. 1, оп. 2, д. 3)``."""
    if level not in TOP or not state.draft.has_any(LOW) or state.draft.has_any(TOP):
        return False
    if not state.text.endswith("(", 0, label.start):
        return False
    end = state.text.find(")", label.end, label.end + _BRACKET)
    return any(item.start < end and item.valued and state.means(item, LOW) for item in state.own_after(position))


_BRACKET = 60
"""So long a bracket may be that has a mark."""


def _trails(state: Marking, position: int, label: Found, level: str) -> bool:
    """Tell whether a part of the file stands last, behind its leaves: ``Д. 5. Л. 1. Т. 2.``"""
    narrower = level in _PARTS or (level == "papka" and state.has_papki())
    if not narrower or state.text[state.edge : label.start].strip(" .,"):
        return False
    following = next(state.own_after(position), None)
    return following is None or state.means(following, TOP)


def _ends_upwards(state: Marking, position: int, label: Found, level: str) -> bool:
    """Tell whether a mark that began with its file ends with *level* above it, behind leaves: ``д. 5, л. 3, ф. 6``."""
    tokens = state.draft.tokens
    if not tokens or tokens[0].level not in LOW or level not in TOP | MIDDLE or state.draft.has(level):
        return False
    following = next(state.own_after(position), None)
    closed = state.text[state.edge : label.start].strip(" .,") == ""
    return closed and (following is None or state.means(following, TOP))


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
