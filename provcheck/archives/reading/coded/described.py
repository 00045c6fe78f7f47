"""The next mark of a list behind what is said of its document without a day: ``MS.43490; his reply, MS.43495``."""

from __future__ import annotations

from provcheck.archives.lexicon.cuts import FAR, names_collection
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.coded import alike, holdings
from provcheck.archives.reading.coded.documents import lists_on
from provcheck.archives.reading.coded.marking import Marking
from provcheck.model.lazy import pattern

_LETTERS = pattern(r"[A-ZÀ-Þ][^\W\d_]+|[A-Z]\d\d(?=/)")
"""The letters by which a call number is known again: the SA of ``SA/EUG/L.8``, the MS of ``MS.43490``."""
_GOES_ON = pattern(r"(?![^\W\d_])[^,;:()]{0,20}?\d|[^,;:()\s]{0,24}\d")
"""How a call number goes on behind them."""
_SAID = worded(
    r"(?:[^\W_]|[‘“\"'])[^;:()\d]{2,80}(?:, | in(?: the)? | now | as )"
    r"|(?:[^\W\d_]{4,} ){1,2}(?:\d{1,3}|[IVX]{1,5}|[A-Z]), "
)
"""What is said of a document, or the number of a notebook: ``Murray's reply, ``, ``copy in ``, ``Cahier 51, ``."""
_AND = worded(r"{ands} ")
_ON_LEAF = pattern(r"(?:[Aa]uf|ab|on|au|na|op|från|fra) (?=[^\W\d_]{1,6}\.? ?\d)")
"""What leads to the leaf that something begins on: ``fol. 1–73; auf fol. 74 beginnen``."""


def on_leaf(state: Marking, here: int) -> int:
    """Return where the word for leaves stands to which a preposition leads behind other leaves; or *here*."""
    leads = _ON_LEAF.match(state.text, here, state.stop) if state.draft.folios else None
    label = state.labels.get(leads.end()) if leads else None
    return leads.end() if leads and label and label[1][0].role == "leaf" else here


def next_code(state: Marking, here: int) -> int | None:
    """Read the next call number, which begins with the letters of the last, behind what its document is."""
    at = _code_behind(state, here)
    if at is None:
        return None
    return alike.next_whole(state, at) or holdings.next_known(state, at) or holdings.next_call_number(state, at)


def after_and(state: Marking, here: int) -> int | None:
    """Read the same after a word for *and*: ``MS DAR 121, p. 3, and a notebook, MS DAR 124``."""
    joined = _AND.match(state.text, here, state.stop)
    return next_code(state, joined.end()) if joined else None


_TOLD_NEXT = worded(
    r"(?:{ands} )?(?:[^\W\d_][^\d;:()]{2,70} )?(?:{lies}|(?i:{copies})) (?:also )?(?:on|in|at) (?:file )?"
    r"(?=[A-Z]{1,4} ?\d)"
)
"""What is said of another document, before the code it is under: ``The reply is on A1838, 3006/4/7``."""


def told_next(state: Marking, here: int) -> int | None:
    """Return where the code begins that words lead to behind a comma or a full stop: ``. His reply is in R 58/13``."""
    told = _TOLD_NEXT.match(state.text, here, state.stop)
    return told.end() if told else None


def _code_behind(state: Marking, here: int) -> int | None:
    """Return where a code with the letters of the last call number begins, behind what is said of its document."""
    last = next((level.value for level in state.draft.levels if level.name == "call-number"), "")
    text, at = state.text, _code_like(state, last, here + 1, min(state.stop, here + FAR))
    if at < 0 or not lists_on(state, at):
        return None
    label = state.stretch.next_label(here - 1)
    if label < at and state.labels[label][0].end + 1 == at:
        return at  # Letter Book CW A/119
    if not _SAID.fullmatch(text, here, at) or names_collection(text[here:at].rstrip(", ")):
        return None
    if label >= at:
        return at
    item, meanings = state.labels[label]
    return at if item.start == here and not state.draft.has(meanings[0].level) else None  # Section 3, AOM 5; Section 4


def _code_like(state: Marking, last: str, here: int, stop: int) -> int:
    """Return where from *here* to *stop* a code begins that has the letters of the call number *last*; -1 if none."""
    text, letters = state.text, _LETTERS.match(last)
    at = text.find(letters[0], here, stop) if letters else -1
    while letters and at >= 0:
        if not text[at - 1].isalnum() and _GOES_ON.match(text, at + len(letters[0]), state.stop):
            return at
        at = text.find(letters[0], at + 1, stop)
    return -1


_NOTEBOOK = pattern(r"[A-ZÀ-Þ][^\W\d_]{3,} (?:\d{1,3}|[IVX]{1,5})(?=, ?)")
"""A notebook by its number: ``Heft 8,``, ``Cahier XII,``."""
_VOLUME_AND_PAGE = pattern(r"([A-Z]{2,5} )\d{1,3}[A-Z]?(?:: ?\d|, [Dd]oc\. \d)")
"""A volume of an edition by its letters, with a page or a document: ``CW 46: 27``."""


def restates(state: Marking, here: int, stop: int) -> bool:
    """Tell whether another call number of the letters of the last is before *stop*: ``p. 2 (draft, MS 7, f. 4``."""
    if not state.draft.folios or state.draft.last_name != "call-number":
        return False
    return _code_like(state, state.draft.levels[-1].value, here, stop) >= 0


def is_no_mark(state: Marking, here: int) -> bool:
    """Tell whether what stands at *here* is none of a list, though it has its number as one.

    A notebook before its own archive, ``; Heft 8, ebd., Cod. 3``; a volume of an edition: ``; CW 46: 27``.
    """
    named = _NOTEBOOK.match(state.text, here, state.stop)
    if named and state.stop < len(state.text):
        return not state.text[named.end() : state.stop].strip(", ")
    volume = _VOLUME_AND_PAGE.match(state.text, here, state.stop)
    return volume is not None and not any(level.value.startswith(volume[1]) for level in state.draft.levels)
