"""Leaves and pages that a word announces, before their file or behind it."""

from __future__ import annotations

import re
from itertools import islice

from provcheck.archives.lexicon.folios import LAST_LEAF, Reading, folios_at
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.times import YEARS_ONLY
from provcheck.archives.lexicon.values import Value, are_near, has_figure
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.labelled import bare
from provcheck.archives.reading.labelled.deciding import SENTENCE
from provcheck.archives.reading.labelled.marking import NONE, Ahead, Marking
from provcheck.archives.reading.levels import LOW
from provcheck.model.lazy import pattern

_PRINTED = pattern(
    r"(?: (?:of|in) the |, )(?:book|volume|pamphlet|article|text)\b| of (?:his|her|[A-Z]\w+[’'](?:s)?) (?:own )?copy\b"
    r"|[ ](?:книги|брошюры|издания)\b"
)
"""What follows the pages of a printed book that the file keeps: `` of the book``, `` of Stalin's copy``."""
_ANNEXED = worded(r"(?i:{annexes})(?: № ?\d{1,3}| \d{1,3})?(?::| [–—-]) $")
"""What leads to the leaves of an annex, also in a sentence of its own: ``Л. 3. Подлинник. Приложение: Л. 5``."""
_AUTHOR = worded(r",? {ands} [A-ZА-ЯЁ][^\W\d_A-ZА-ЯЁ]{2,20}, $")
"""Who wrote the book whose pages follow those of the file: ``d. 3, p. 5, and Popov, p. 24``."""

_CODE = worded(
    r"(?:; ?(?:{ands} )?|,? {ands} )(?:[^,;\d]{2,40}, |[^\W\d_]{2,5} )?"
    r"(?:[A-ZА-ЯЁ]{1,6}[ -]?|[A-Z][a-z]{1,4}\. ?)\d+(?:[/-]\d+)*,? ?"
)
"""A mark that nothing knows, whose leaves are none of the file before it: ``d. 1204; WKP 166, ll. 3–5``."""
_INITIALS = pattern(r"[IVXLCDM]\. ?(?:[^\W\d_]\. ?)?[^\W\d_a-zß-ÿа-я][^\W\d_]")
"""The second initial of a name whose first is taken for a word for leaves: ``F. I. Orlov``."""
_ON_LEAF = (" на ", " На ")
"""What stands before the leaf on which a remark is, behind those of the document."""
_CLOSES = pattern(r" ?[.;,)»]|$")
"""What ends a clause."""
_PREPOSITIONS = frozenset({"в ", "с ", "v "})
"""What else a letter may say that elsewhere announces leaves, where it has no point."""


def read(state: Marking, position: int, label: Found, start: int, role: str) -> None:
    """Read the leaves or pages (*role*) that stand at *start* behind *label*."""
    reading = folios_at(state.text, start, dots=label.end - label.start > 3)
    if reading is None or (state.draft.folios and _begins_sentence(state, label, role)):
        return
    if _CODE.fullmatch(state.text, state.edge, label.start):
        return
    parted = "," in state.text[label.end : start] or state.text[label.start : start].lower() in _PREPOSITIONS
    if parted and YEARS_ONLY.match(state.text, start):
        return  # ед. хр. 5, 34 л., 1932–1933; л. 30. В 1948 г. он уехал
    if (
        state.draft.folios
        and state.text.endswith(_ON_LEAF, 0, label.start)
        and not _CLOSES.match(state.text, reading.end)
    ):
        return  # Л. 3-5. Машинопись, на л. 3 помета; but л. 3, то же на л. 5
    if role == "page" and _is_of_print(state, label, reading.end):
        state.edge = reading.end
        return
    if state.text[label.start].isupper() and _INITIALS.match(state.text, start):
        return
    file = None
    if len(reading.folios) > 1 and state.draft.has("delo"):
        if file := _far_file(state, start, reading):
            reading = Reading(reading.folios[:-1], file.start())
        elif role == "leaf":
            reading = _before_file(state, position, start, reading)
    reading = bare.backs(state.text, reading, state.rules)
    holder = state.holder
    may_do_without = holder is not None and (holder.same or bool(holder.names and role == "leaf"))
    small_first = not state.draft.levels and _of_next_file(state, position, reading.end)
    if state.draft.levels or state.draft.aside or (may_do_without and not small_first):
        state.draft.leaves(state.text, start, reading, label)
        state.edge = reading.end
        if file:
            state.next_mark("delo")
            state.put("delo", Value(file[1], *file.span(1)))
            state.edge = file.end()
    elif role == "leaf" and not state.draft.tokens:
        state.ahead = Ahead(label, start, reading)
        state.edge = reading.end


def _begins_sentence(state: Marking, label: Found, role: str) -> bool:
    """Tell whether a sentence begins before *label*, so that its leaves are no more of the mark.

    But for those of an annex, and those that a list goes on with: ``Л. 3. Черновик; л. 4–5. Беловик``.
    """
    if SENTENCE.search(state.text, state.edge, label.start) is None:
        return False
    if role == "leaf" and state.text.endswith("; ", 0, label.start):
        return has_figure(state.text[state.edge : label.start])
    return _ANNEXED.search(state.text, max(state.edge, label.start - _FAR), label.start) is None


_LAST = worded(r"(?:;|,? {ands}|; {ands}) (\d+)$")
"""The last of a list behind a semicolon or *and*."""


def _far_file(state: Marking, start: int, reading: Reading) -> re.Match[str] | None:
    """Return the next file behind leaves, near the file's number and too long for a leaf: ``1139, p. 4, and 1148``."""
    last = _LAST.search(state.text, start, reading.end)
    far = last is not None and len(last[1]) > _LEAF_LENGTH and are_near(state.draft.value("delo"), last[1])
    return last if far and len(reading.folios[-2].last) <= _LEAF_LENGTH else None


_LEAF_LENGTH = len(f"{LAST_LEAF}")


def _before_file(state: Marking, position: int, start: int, reading: Reading) -> Reading:
    """Return *reading* without its last number where that is the next file: ``д. 64, л. 12 и 68, л. 4``.

    The leaves behind it begin anew, with a smaller number.
    """
    following = next(state.own_after(position), None)
    if following is None or following.valued is None or following.start != reading.end + len(", "):
        return reading
    last = _LAST.search(state.text, start, reading.end) if state.means(following, NONE, "leaf") else None
    if last is None or not following.valued.text.isdigit() or int(following.valued.text) > int(last[1]):
        return reading
    return Reading(reading.folios[:-1], last.start())


def _is_of_print(state: Marking, label: Found, end: int) -> bool:
    """Tell whether the pages that *label* announces and that end at *end* are those of a book."""
    low = max(state.edge, label.start - _FAR)
    return bool(_PRINTED.match(state.text, end) or _AUTHOR.search(state.text, low, label.start))


_FAR = 40
"""So long may the name be of who wrote it, with what joins it."""


_PARTED = worded(r";|,? {ands} ")
"""What parts the leaves of the last file from the next one: ``ibid., l. 15 and d. 12, l. 98``."""


def _of_next_file(state: Marking, position: int, end: int) -> bool:
    """Tell whether leaves before a file are its own: ``л. 105, д. 334``, but not ``л. 4–7; д. 336, л. 2``."""
    following = [*islice(state.own_after(position), 2)]
    if not following or not state.means(following[0], LOW) or _PARTED.search(state.text, end, following[0].start):
        return False
    if len(following) < 2 or not state.means(following[1], NONE, "leaf"):
        return True
    return ";" in state.text[following[0].start : following[1].start]
