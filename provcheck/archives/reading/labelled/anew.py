"""Whether a level begins the next mark: it goes back up, and is no part of the file that is told last."""

from __future__ import annotations

from provcheck.archives.lexicon.scan import Found
from provcheck.archives.reading.labelled.marking import Marking
from provcheck.archives.reading.labelled.values import PARTS
from provcheck.archives.reading.levels import LOW, MIDDLE, TOP


def begins_anew(state: Marking, position: int, label: Found, level: str) -> bool:
    """Tell whether the *level* that *label* announces begins the next mark."""
    own = _trails(state, position, label, level) or _ends_upwards(state, position, label, level)
    return (_goes_back(state, level, label.start) and not own) or _in_bracket(state, position, label, level)


def _goes_back(state: Marking, level: str, start: int) -> bool:
    """Tell whether *level* goes back up, and the mark does not go from small to large."""
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
    narrower = level in PARTS or (level == "papka" and state.has_papki())
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
