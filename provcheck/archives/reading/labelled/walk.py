"""The walk along a stretch, from label to label."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.vocabulary import Label
from provcheck.archives.reading import numeric
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.archives.reading.labelled import numbers_first, unworded, words_first
from provcheck.archives.reading.labelled.marking import Marking
from provcheck.archives.reading.levels import explains, first, of_all, soviet


def read(
    text: str, found: Sequence[Found], holder: Holder | None, convention: str, begun: Draft | None = None
) -> list[Draft]:
    """Read the marks that the labels *found* make, all under *holder*; *begun* is one that they may complete."""
    state = Marking(text, found, holder, convention, begun)
    if numbers_first.fits(text, found, convention):
        if not state.draft.tokens:
            state.edge = holder.end if holder else 0  # the first number stands before all labels
        _walk(state, numbers_first.read)
    else:
        _walk(state, words_first.read)
    if len(state.done) > 1:
        _told_apart(state)
    return numeric.complete(text, state.done, found) if state.soviet else state.done


def _walk(state: Marking, read_at: Callable[[Marking, int, Found, Sequence[Label]], None]) -> None:
    """Go from label to label, of which *read_at* reads each; a draft that is finished goes to ``done``."""
    holder = state.holder
    files = holder is not None and (unworded.has_only(holder, ("delo",)) or unworded.closed_case(state, holder.end))
    if files and state.holder and not state.draft.tokens and state.found:
        unworded.file_at_once(state, state.holder.end, 0)
    for position, label in enumerate(state.found):
        if files and state.draft.levels and (parted := state.text.find(";", state.edge, label.start)) >= 0:
            unworded.file_at_once(state, parted + 1, position)
        if label.what == "file" and "delo" in state.ranks:
            unworded.announced_file(state, position, label)
        if label.what != "label" or (label.start < state.edge and state.draft.tokens):
            continue
        if meanings := label.labels.get(state.convention):
            read_at(state, position, label, meanings)
    if state.ahead and state.soviet and not state.done and not state.draft.tokens:
        state.draft.leaves(state.text, state.ahead.start, state.ahead.reading, state.ahead.label)
    if state.draft.tokens:
        unworded.sign(state, len(state.text))
        state.done.append(state.draft)
    for before, last in reversed([*pairwise(state.done)]):
        unworded.share_above(state.text, before, last)


def _told_apart(state: Marking) -> None:
    """Let each mark of a list be of its archive's own convention where that has all of its words.

    One behind it may speak another language, for which the convention was chosen: ``RGASPI, f. 17, op. 3, d. 1.
    ՀԱՊԱ, ֆ. 113, ց. 1, գ. 5``.
    """
    holder = state.holder
    if not holder or holder.same or not state.soviet:
        return
    own = of_all(holder.names) if holder.names else holder.convention or first()
    if own is None or own == state.convention or own not in soviet():
        return
    for draft in state.done:
        words = [item for item in state.found if item.what == "label" and draft.start <= item.start < draft.end]
        if words and explains(own, words):
            draft.convention = own
