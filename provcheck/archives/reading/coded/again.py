"""Whether a level that a word announces begins the next mark, goes back up, or only repeats what is there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from provcheck.archives.lexicon.values import Value
from provcheck.archives.lexicon.vocabulary import wording
from provcheck.archives.reading.coded import which_level
from provcheck.archives.reading.coded.marking import Marking
from provcheck.model.lazy import pattern


def begin_or_go_back(state: Marking, name: str, start: int) -> None:
    """Begin the next mark where level *name*, whose word is at *start*, is there already; else it may go back up."""
    rank, levels = state.ranks[name], state.draft.levels
    gap = state.text[state.draft.end : start]
    if name == "bundle" and state.draft.has(name):
        _make_signature(state, name, gap)
    if name == "volume" == state.draft.last_name:
        _make_subseries(state, gap)
    unit = gap == ", " and name in which_level.UNITS and state.draft.last_name in which_level.UNITS
    over = state.draft.folios and rank <= state.rank and (";" in gap or unit)  # lib. 3, f. 4, leg. 5
    over = over or (";" in gap and _leads_down(state, rank, start))  # M-982, reel 150; RG 165, Entry 77
    over = over or (";" in gap and _names_holding(state, name, rank, start))  # liasse 8; fonds Durand, 34
    over = over or (";" in gap and name == "record-group" and state.draft.has("fonds"))  # MG 26 J13; RG 25, vol. 1684
    other = name in which_level.UNITS and not state.draft.has(name)
    if other and gap.strip(" ,") in wording().ands and (units := _units(state)):
        rank, over = min(rank, *units), True  # leg. 1647, n.º 18, y lib. 1027
    if not over and ";" in gap and (units := _other_units(state, name, rank)):
        units = [-1.0] if _OF_HOLDING.match(state.text, start, state.stop) else units
        rank, over = min(rank, *units), True  # box 12, file 3, document 4; volume 14, p. 5
    if name == "accession" and ";" in gap and state.draft.has("call-number"):
        rank, over = min(rank, state.ranks["call-number"]), True  # MS 1234, f. 5; Acc. 12345/67
    if gap == ", " and not over and _is_within(state, name, start):
        return  # Fasz. 4a, Konv. 2
    if over or state.draft.has(name):
        before = [] if over else [*takewhile(lambda level: level.name != name, levels)]
        state.next_mark(rank)
        state.draft.levels = before or state.draft.levels  # kart. 12, sign. 3; kart. 13, sign. 4
        if name == "file" == levels[0].name:
            state.draft.levels = [level for level in state.draft.levels if level.name != "volume"]  # of the last file
    elif rank < state.rank:
        state.back = True


def _make_signature(state: Marking, name: str, gap: str) -> None:
    """Let the bundle that had no word be where the one named now is kept: ``23-10-4, Hacienda, leg. 12``."""
    where = next(level.value for level in state.draft.levels if level.name == name)
    if name in state.draft.labels() or state.draft.folios or not _PLACE.fullmatch(where) or not _TITLED.fullmatch(gap):
        return
    if not state.rules.level("signature") or state.draft.has("signature"):
        return
    state.draft.rename({name: "signature"})
    title = gap.strip(" ,")
    if title and not state.draft.has("series"):
        begin = state.text.index(title, state.draft.end)
        state.draft.put("series", Value(title, begin, begin + len(title)), state.text)


def _make_subseries(state: Marking, gap: str) -> None:
    """Let the last number of a path be a part of the series where a volume is named: ``SE/RA/2113/1/38, vol. 611``."""
    last = state.draft.tokens[-1]
    if last.kind != "value" or state.text[last.start - 1] != "/" or not _TITLED.fullmatch(gap):
        return
    if state.draft.has("series") and state.rules.level("subseries") and not state.draft.has("subseries"):
        state.draft.rename_last("subseries")


_PLACE = pattern(r"\d{1,2}-\d{1,2}-\d{1,2}")
"""Where a bundle is kept, as its hall is told in Buenos Aires: hall, shelf and row."""
_TITLED = pattern(r", (?:[^\W\d_a-zß-ÿ][^,;:.()\d]{2,40}, )?")


def _units(state: Marking) -> list[float]:
    """Return the ranks of what the document is kept in."""
    return [state.ranks[level.name] for level in state.draft.levels if level.name in which_level.UNITS]


def _other_units(state: Marking, name: str, rank: float) -> list[float]:
    """Return the ranks of what the document of a whole mark is kept in, where volume or bundle *name* has the next."""
    whole = name in _BOUND and rank < state.rank and not state.back and not state.draft.has(name)
    if not whole or state.draft.last_name not in _WITHIN or ";" in state.text[state.draft.start : state.draft.end]:
        return []
    return _units(state)


_OF_HOLDING = pattern(r"[^\W\d_]+\.? \d+ [\u0621-\u064a]{3}")
"""A volume and whose it is, which is not of the holding before: ``سجل 23 معية سنية``."""
_BOUND = frozenset({"volume", "bundle"})
_WITHIN = frozenset({"document", "item", "piece"})
"""What no volume lies in: behind a file it may be the file's, ``box 3, file 5; volume 2``."""


def _is_within(state: Marking, name: str, start: int) -> bool:
    """Tell whether the word at *start* is another one for the level *name* just read: what lies in it."""
    before = state.draft.tokens[-2:-1]
    within = bool(before) and before[0].kind == "label" and before[0].level == state.draft.last_name == name
    return within and before[0].text[:1].lower() != state.text[start].lower() and not state.draft.folios


def _leads_down(state: Marking, rank: float, start: int) -> bool:
    """Tell whether a level broader than the whole mark, whose word is at *start*, has another below it at once."""
    above = [state.ranks[level.name] for level in state.draft.levels]
    if len(above) < 2 or state.back or rank >= min(above):
        return False
    following = state.stretch.next_label(start)
    return following < state.stop and ";" not in state.text[start:following]


def _names_holding(state: Marking, name: str, rank: float, start: int) -> bool:
    """Tell whether the word for a fonds at *start* leads to a number, behind a mark that has no fonds but a series."""
    broader = [level for level in state.draft.levels if state.ranks[level.name] <= rank]
    if name != "fonds" or broader or state.back or len(state.draft.levels) < 2:
        return False
    return _NUMBER_NEXT.match(state.text, start, state.stop) is not None


_NUMBER_NEXT = pattern(r"[^\W\d_]+\.? [^;:\d]{1,60}\d")


def restated(state: Marking, name: str, values: Sequence[Value], start: int) -> bool:
    """Tell whether a word only repeats what is there: ``volume 6477, file 918-1, Perm. volume 6477``."""
    if len(values) > 1 or state.draft.folios or (name, values[0].text) not in state.draft.levels:
        return False
    end = values[0].end  # file no. 105-00510-07 and file no. 105-00511-02: the next of a list
    return ";" not in state.text[state.draft.end : start] and state.text[end : end + 1] not in _JOINED


_JOINED = frozenset({"-", "–", "/"})
"""Signs with which a mark goes on from the number that a word announces."""
