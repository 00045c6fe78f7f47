"""The next papers of the same archive, with which a new mark begins: ``Smith Papers, box 3; Jones Papers, box 4``."""

from __future__ import annotations

import re

from provcheck.archives.lexicon.cuts import names_collection
from provcheck.archives.lexicon.times import DATE
from provcheck.archives.lexicon.values import Value, has_figure
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.coded import documents
from provcheck.archives.reading.coded.holdings import begin_anew
from provcheck.archives.reading.coded.marking import Marking
from provcheck.model.lazy import pattern

_SIGNED = frozenset({"shelf", "shelfsign", "roosevelt"})
"""Kinds of call numbers that have a sign of their own: ``MS Am 2560``, ``OF 463-C``."""
_CHAIN = pattern(
    r"([A-Z][\w’'-]+, [A-Z][\w’'-]+(?: [A-Z]\.)?: Files|[A-Z][^,;:()\d]{1,60}?)(?: \([^()]{1,40}\))?, "
    r"(?:[A-Z][^,;:()]{2,60}, ){0,3}"
)
"""Titles, up to a word for a level."""
_SAYS_PAPERS = worded(r".+ {papers}$")
_UNITS_OF_PAPERS = frozenset({"box", "folder", "reel", "file"})
_OF_OTHERS = _UNITS_OF_PAPERS | {"volume"}
"""What papers that call themselves so may be in, whatever those before are in."""


def next_papers(state: Marking, here: int) -> int | None:
    """Begin with other papers of the archive: ``Smith Papers, Diary, box 3; Jones Papers, Letters, box 4``."""
    if state.holder is None or not documents.lists_on(state, here):
        return None
    for own in state.rules.levels if state.rules.last_title else ():
        value = state.value(own, here) if own.kind in _SIGNED else None
        if value and value.text[0].isalpha() and has_figure(value.text):
            return begin_anew(state, own.name, value)
    titles, first = _CHAIN.match(state.text, here, state.stop), state.draft.levels[0]
    if titles and first.name == "call-number" and _behind_call_number(state, titles):
        return begin_anew(state, "collection", Value(titles[1], here, titles.end(1)))
    if titles is None or titles.end() not in state.labels:
        return _told_papers(state, here)
    says, unit = _SAYS_PAPERS.match(titles[1]) is not None, state.labels[titles.end()][1][0].level
    if not (first.name == "collection" or (says and state.rules.last_title)):
        return None
    if not (state.rules.last_title or names_collection(titles[1])):
        return None
    same = state.draft.labels() & _UNITS_OF_PAPERS
    if not (unit in same or (says and same and unit in _OF_OTHERS)):  # PSF, Box 3; Smith Diaries, vol. 12
        return None
    return begin_anew(state, "collection", Value(titles[1], here, titles.end(1)))


def _told_papers(state: Marking, here: int) -> int | None:
    """Begin with other papers whose file has no word, as the last: ``; A to B, Doe Papers, C 3``."""
    first, last = state.draft.levels[0], state.draft.last_name
    papers = _OF_SENTENCE.match(state.text, here, state.stop) if first.name == "collection" else None
    if papers and last == "item" and state.draft.has("call-number"):
        last = "call-number"  # GALTON/2/4/1/5, item 3; Pearson Papers, PEARSON/11/1
    elif papers is None or state.bare != last:
        return None
    if not (names_collection(first.value) or _SAYS_PAPERS.match(first.value)):
        return None  # Thatcher MSS
    values = (state.value(rule, papers.end()) for rule in state.rules.levels if rule.name == last)
    coded = last == "call-number" and _LETTERED.match(state.text, papers.end(), state.stop) is not None
    if not coded and not any(value and has_figure(value.text) for value in values):
        return None
    return begin_anew(state, "collection", Value(papers["v"], *papers.span("v")))


_LETTERED = pattern(r"[A-Z]{3,5} ?\d{1,4}(?:/\d{1,4}[A-Z]?)*(?=[,;)]|\.?$|,? ff?\.? ?\d)")
"""A call number as colleges of England have them, by the letters of whose papers it is: ``WEAL 2``."""
_KEPT_IN = frozenset({"box", "folder"})
_MANUSCRIPT = pattern(
    r", (?:b?MSS?\.? (?:[A-Z][a-z]{1,4}\.? )?\d|[A-Z]{1,6}(?:/[A-Z]{1,6})*/?\d{1,5}(?:/\d{1,5})*(?=[,;)]|\.?$))"
)
"""A manuscript, or a call number that the papers have of their own: ``B3``, ``RP/1/2``."""


def _behind_call_number(state: Marking, titles: re.Match[str]) -> bool:
    """Tell whether *titles* begin with papers of a library, the mark before having a call number.

    ``MS 12, fol. 3; Smith Papers, MS 2014``, ``; Smith Papers, vol. 4, fol. 5``: a book has no leaves.
    """
    if not state.rules.level("collection") or not _SAYS_PAPERS.match(titles[1]):
        return False
    if _MANUSCRIPT.match(state.text, titles.end(1), state.stop):
        return True
    end = titles.end()
    if end not in state.labels:
        return False
    unit = state.labels[end][1][0].level
    following = state.stretch.next_label(end)
    leaf = following < state.stop and ";" not in state.text[end:following]
    return unit in _KEPT_IN or (unit == "volume" and leaf and state.labels[following][1][0].role == "leaf")


_OF_SENTENCE = worded(r"(?:[A-Z][^.;()\d]{3,60}?, )?(?P<v>[A-Z][^,;:.()\d]{1,50}(?:{papers}|{files})), ")


def in_next_sentence(state: Marking, here: int) -> int | None:
    """Begin with other papers behind a full stop: ``Smith Papers, box 3. Jones Papers, box 4``."""
    if state.draft.levels[0].name != "collection":
        return None
    papers = _OF_SENTENCE.match(state.text, here, state.stop)
    if papers is None or papers.end() not in state.labels:
        return None
    if state.labels[papers.end()][1][0].level not in _UNITS_OF_PAPERS:
        return None
    return begin_anew(state, "collection", Value(papers["v"], *papers.span("v")))


_DEPARTMENT = pattern(rf"(?:(?i:{DATE.pattern}), )?(?P<v>[A-Z][^,;:()\d]{{2,60}} (?:Department|Dept))\.?(?=[,;)]|\.?$)")
"""The department that gave an order, behind that and its day: ``G.O. No. 1260, 3 May 1912, Revenue Department``."""
_OF_ORDER = pattern(
    r"(?P<v>(?!(?:No|File|Proceedings)\b)[A-Z](?:(?! to )[^,;:()\d]){2,40}(?: \([A-Z][a-z]{2,20}\))?)"
    rf"(?=, (?i:{DATE.pattern}))"
)
"""The same without its word, before the day: ``G.O. 123, Public Works, 4 May 1910``."""


_ORDERS = frozenset({"g.", "go"})


def department(state: Marking, here: int) -> int | None:
    """Read the department behind its order as the fonds, whatever the order before has."""
    told = _DEPARTMENT.match(state.text, here, state.stop)
    if told is None and state.draft.tokens[0].text[:2].lower() in _ORDERS:
        told = _OF_ORDER.match(state.text, here, state.stop)
    if told is None or not state.rules.level("fonds") or not state.draft.labels():
        return None
    if any(token.level == "fonds" for token in state.draft.tokens):
        return None
    state.draft.levels = [level for level in state.draft.levels if level.name != "fonds"]
    rank = state.rank
    state.put("fonds", Value(told["v"], *told.span("v")))
    state.draft.levels.insert(0, state.draft.levels.pop())
    state.rank = rank
    return told.end()
