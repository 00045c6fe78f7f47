"""Titles of folders, which stand last: after their box, in quotation marks, or as the last of several titles."""

from __future__ import annotations

import re

from provcheck.archives.lexicon.cuts import FAR, QUOTED, opens_a_remark
from provcheck.archives.lexicon.values import Value
from provcheck.archives.lexicon.vocabulary import wording
from provcheck.archives.reading.coded import shaped
from provcheck.archives.reading.coded.marking import Marking
from provcheck.archives.reading.coded.steps import at_sight
from provcheck.model.archive import LevelRule
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level, Token

_FOLDER = LevelRule("folder", "title")
_MONTH = r"[A-Z][a-z]{2,8}\.?(?: \d{1,2})?"
_DAYS = pattern(
    r"(?P<days>\d{1,2}/\d{1,2}/\d{2,4}(?: ?[-–] ?\d{1,2}/\d{1,2}/\d{2,4})?"
    rf"|(?:19|20)\d\d"
    rf"|{_MONTH}(?:,? (?:19|20)\d\d)?(?: ?[-–] ?(?:{_MONTH}|\d{{1,2}}))?(?:,? (?:19|20)\d\d)?(?<=\d{{4}}))"
    r"(?:, (?P<word>[Vv]ol)\. (?P<volume>\w{1,6}))?"
)
"""The days that a folder covers: ``6/1/63–11/22/63``, ``March 1961``, ``May 12–June 19, 1967``, ``1968``;
and its volume.
"""


def after_box(state: Marking) -> bool:
    """Tell whether the title of a folder may come: after its box, or after three titles."""
    last = state.draft.last
    return last is not None and (
        last.name in {"box", "lot", "subseries", "reel", "accession"}
        or (last.name == "series" and state.draft.has("box"))
        or (last.name == "volume" and last.value.isupper())  # Vol. II, Cables
        or (last.name == "file" and (last.value.startswith("OA") or _in_box(state)))  # OA/ID 91117-003, Gorbachev
        or last.name == "call-number"  # Crockett Papers, MS 74-28, WJC Book
    )


def _in_box(state: Marking) -> bool:
    """Tell whether the file just read stands in a box: the title behind it is then its own, Box 7, File 092, Ports."""
    return bool(state.rules.last_title) and any(level.name == "box" for level in state.draft.levels[-2:-1])


_KEPT = frozenset({"box", "lot"})


def box_ahead(state: Marking, here: int) -> bool:
    """Tell whether titles go on to a box or a lot: ``Federal Government, Trade, Box 5``; ``MS 4, Letters, box 1``."""
    last = state.draft.last_name
    if last not in {"subseries", "lot", "accession", "call-number"} or (last != "subseries" and state.draft.has("box")):
        return False
    box = next((at for at in state.starts if at > here and state.labels[at][1][0].level in _KEPT), None)
    return box is not None and box - here <= FAR and not set(state.text[here:box]) & set(".;")


_YEAR = pattern(r"19\d\d, \d{3}(?:\.\d+)?(?!\d)")
_OFFICE = pattern(r"(?:Bureau|Division|Office|Section) (?:of|for) [A-Z][^,;:.()\d]{2,60}, ")


def code_behind(state: Marking, here: int) -> bool:
    """Tell whether a file's code follows the name of an office at *here*, or a year: ``Bureau of …, POL 3 Cyprus``."""
    if state.draft.last_name == "subseries" and _YEAR.match(state.text, here):
        return True  # General Records, 1950, 320.1, Box 12: the file of a post
    title = _OFFICE.match(state.text, here, state.stop) if state.draft.last_name == "subseries" else None
    rules = at_sight(state.rules.id, state.text[title.end() : title.end() + 1]) if title else ()
    return any(rule.name == "file" and title and state.value(rule, title.end()) for rule in rules)


_ENDS = frozenset({"", ".", ";"})
"""What stands behind the title of a file that has no word."""


def quoted(state: Marking, here: int) -> int | None:
    """Read the title of a folder in quotation marks after its box, where it is no letter's: ``Box 198, "Laos"``."""
    if state.draft.levels[-1].name not in {"box", "lot"}:
        return None
    filed = state.text[here] == "«" and state.rules.languages[0] == "it"  # b. 12, «Rossi Mario»: a fascicolo
    rule = state.rules.level("file" if filed else "folder")
    if rule is None or opens_a_remark(state.text, here):
        return None
    quoted = QUOTED.match(state.text, here, state.stop)
    if quoted is None or (filed and state.text[quoted.end() : quoted.end() + 1] not in _ENDS):
        return None
    state.put(rule.name, Value(quoted.group("v").rstrip(" ,."), here, quoted.end()))
    return quoted.end()


def last_title(state: Marking) -> None:
    """Take the last of three titles for the folder, where papers are cited without boxes."""
    levels = state.draft.levels
    last = state.rules.last_title
    if last and levels and levels[-1].name == last and (days := _DAYS.fullmatch(levels[-1].value)):
        _join_days(state, last, days)
    tokens = state.draft.tokens
    at = max((at for at, token in enumerate(tokens) if token.level == "subseries"), default=-1)  # before its leaves
    if last and at >= 0 and state.titled == "subseries" == levels[-1].name:
        token = tokens[at]
        whole = shaped.value(state.stretch, _FOLDER, token.start)  # Laos: General, 3/1/61–3/15/61
        value = whole or Value(levels[-1].value, token.start, token.end)
        levels[-1] = Level(last, value.text)
        tokens[at] = Token("value", last, state.text[value.start : value.end], value.start, value.end)


def _join_days(state: Marking, folder: str, said: re.Match[str]) -> None:
    """Take days and the title right before them for one folder: ``Laos Security, 6/1/63–11/22/63``."""
    title, days = state.draft.tokens[-2:] if len(state.draft.tokens) > 1 else (None, None)
    if title is None or days is None or title.kind != "value" or title.level not in {"series", "subseries"}:
        return
    alone = title.text == state.draft.levels[-2].value and not title.text.endswith(wording().holdings)
    if alone and state.text[title.end : days.start] == ", ":
        del state.draft.levels[-2:], state.draft.tokens[-2:]
        end = days.start + said.end("days")
        state.put(folder, Value(state.text[title.start : end], title.start, end))
        if said["volume"]:
            state.draft.note("label", "volume", state.text, *(days.start + at for at in said.span("word")))
            begin, end = (days.start + at for at in said.span("volume"))
            state.draft.put("volume", Value(said["volume"], begin, end), state.text)
