"""The next mark of a list, by the sign that stands before it."""

from __future__ import annotations

from provcheck.archives.lexicon.folios import LEAVED
from provcheck.archives.lexicon.values import Value
from provcheck.archives.reading.coded import (
    alike,
    announced,
    described,
    documents,
    further_numbers,
    holdings,
    listing,
    papers,
)
from provcheck.archives.reading.coded.marking import Marking
from provcheck.archives.reading.levels import required_levels
from provcheck.model.lazy import pattern


def after_and(state: Marking, here: int) -> int | None:
    """Read the next mark after a word for *and*."""
    return (
        alike.next_whole(state, here)
        or alike.next_lettered(state, here)
        or alike.next_piece(state, here)
        or alike.next_code(state, here)
        or alike.next_file(state, here)
        or further_numbers.next_years(state, here)
        or holdings.next_numbered(state, here)
        or holdings.next_series(state, here)
        or _number_or_holding(state, here)
        or (holdings.next_titled(state, here) if state.text[here].isupper() else None)  # leg. 12 y Lima, leg. 13
        or alike.next_pair(state, here)
        or holdings.next_known(state, here)
    )


_LETTERED = pattern(r"[A-Z] \d")


def next_lettered_file(state: Marking, here: int) -> int | None:
    """Read one more file that a letter begins, as that before it: ``M 1, A 17072 und C 371/75``; but ``und M 2``."""
    last = state.draft.levels[-1]
    if state.bare != "file" or len(state.draft.levels) < 2 or not _LETTERED.match(last.value):
        return None
    other = _LETTERED.match(state.text, here, state.stop) and state.text[here] != state.draft.levels[0].value[0]
    return further_numbers.one_more(state, here, only="file") if other else None


def _number_or_holding(state: Marking, here: int) -> int | None:
    """Read one more number of the last level, or the next holding: that first where the code of one stands there."""
    if state.draft.last_name in required_levels(state.rules.id):
        return further_numbers.one_more(state, here) or holdings.restart(state, here)
    return holdings.restart(state, here) or further_numbers.one_more(state, here)  # TSCH/3/S9361A; DFA/10/P/12


def after_leaves(state: Marking, here: int) -> int | None:
    """Read the next mark after a comma that stands behind leaves."""
    again = alike.next_whole(state, here) or alike.next_code(state, here) or holdings.next_coded(state, here)
    if again := again or holdings.next_top(state, here) or alike.next_pair(state, here):
        return again
    if not LEAVED.match(state.text, here, state.stop):
        return None
    return alike.next_piece(state, here) or further_numbers.one_more(state, here)


def after_semicolon(state: Marking, here: int, *, dated: bool) -> int | None:
    """Read the next mark after a semicolon; *dated*: a day stood between them."""
    if described.is_no_mark(state, here):
        return None
    again = alike.next_dotted(state, here) or alike.next_whole(state, here) or _right_after_semicolon(state, here)
    if again or dated:
        return again
    return (
        papers.next_papers(state, here)  # before its day: Doe Papers, Memcons, June 1950, Box 3
        or _behind_document(state, here)
        or (papers.in_next_sentence(state, here) if state.holder is None else None)
    )


def _right_after_semicolon(state: Marking, here: int) -> int | None:
    return (
        _next_leafed(state, here)
        or holdings.next_film(state, here)
        or holdings.next_han(state, here)
        or holdings.next_known(state, here)
        or holdings.next_again(state, here)
        or alike.next_piece(state, here)
        or alike.next_file(state, here)
        or further_numbers.next_years(state, here)
        or alike.next_pair(state, here)
        or holdings.next_coded(state, here)
        or holdings.next_numbered(state, here)
        or holdings.next_series(state, here)
        or _number_or_holding(state, here)
        or holdings.next_titled(state, here)
        or alike.next_upper(state, here)
    )


_AND_LEAF = pattern(r"(\d{1,4}):\d{1,4}[a-z]?(?![\w:/])")


def _next_leafed(state: Marking, here: int) -> int | None:
    """Read the next volume that a colon parts from its leaf, as the last: ``30:214; 31:2``."""
    tokens = state.draft.tokens
    if state.draft.last_name != "volume" or not state.draft.folios or len(tokens) < 2:
        return None
    other = _AND_LEAF.match(state.text, here, state.stop)
    if other is None or tokens[-1].kind != "folios" or state.text[tokens[-2].end : tokens[-1].start] != ":":
        return None
    return state.again("volume", Value(other[1], *other.span(1)))


def _behind_document(state: Marking, here: int) -> int | None:
    """Read the next mark behind the title of its document: ``…; A to B, 3 May 1900, MS 13``."""
    at = documents.behind_document(state, here)
    if at is None:
        return None
    if at in state.labels:
        group = state.draft.has("fonds") and state.labels[at][1][0].level == "record-group"  # MG 26; …, RG 25, vol. 3
        return announced.labelled(state, at) if group or state.has_level(at) else None
    if state.text[at].isdigit() and state.draft.last_name in _WORDED and state.draft.labels():
        return None  # box 115; Roe to Doe, 1 March 1964, 48: a page of it, and no box
    return alike.next_whole(state, at) or _right_after_semicolon(state, at)


_WORDED = frozenset({"box", "folder", "reel", "frame"})
"""What has its word again behind a document."""


def after_comma(state: Marking, here: int) -> int | None:
    """Read the next mark after a comma: ``FO 371/84059, 371/84081``, ``CO 1022/22, 23, 25``."""
    if end := alike.next_piece(state, here) or alike.next_code(state, here) or alike.next_dotted(state, here):
        return end
    if end := alike.next_whole(state, here):
        return end
    if end := further_numbers.manuscripts(state, here):
        return end
    if state.draft.last_name == "document" and _is_beside(state, here):
        return holdings.restart(state, here)
    if listing.are_listed(state, here):
        return further_numbers.one_more(state, here, only=state.draft.last_name)
    return (
        further_numbers.several(state, here)
        or holdings.next_coded(state, here)
        or holdings.next_series(state, here)
        or holdings.next_required(state, here)
        or holdings.next_listed(state, here)
        or (alike.next_pair(state, here) if state.draft.has("subfonds") else None)  # MfS, HA II 12, HA IX 34
    )


def _is_beside(state: Marking, here: int) -> bool:
    """Tell whether a call number of the same collection stands at *here*: ``fr. 123 no. 4, fr. 124 no. 5``."""
    own = next((level.value for level in state.draft.levels if level.name == "call-number"), "")
    collection = own.rstrip("0123456789")
    named = collection[-1:] == " " and state.text.startswith(collection, here)
    return named and state.text[here + len(collection) :][:1].isdigit()
