"""Which level a word announces, where it has several meanings or its level is there already."""

from __future__ import annotations

from collections.abc import Sequence

from provcheck.archives.lexicon.kinds import TITLES, kind
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.vocabulary import Label, wording
from provcheck.archives.reading.coded.marking import Marking
from provcheck.model.archive import LevelRule
from provcheck.model.lazy import pattern

_TWICE = frozenset({"item", "document-no"})
UNITS = frozenset({"box", "volume", "bundle", "file"})
"""What leaves are kept in, and is numbered itself."""


_SIGN = pattern(r"(?:^|[ /-])[A-Z]{1,2}[ /-]\d+$")
"""A sign that is what the leaves are in: ``M/12``, ``S 12``."""


def fitting(state: Marking, meanings: Sequence[Label], at: int, item: Found) -> str:
    """Return which of the levels that *item* may announce comes next: the first whose values look like this one."""
    word = state.text[item.start : item.end].lower()
    bound = {m.level: near for m in meanings if (near := _follows(state, m.level, word, at)) is not None}
    if any(bound.values()):
        return next(name for name, near in bound.items() if near)
    meanings = [m for m in meanings if m.level not in bound] or meanings
    if len(meanings) == 1:
        return meanings[0].level
    free = [
        m.level
        for m in meanings
        if (state.ranks[m.level] > state.rank and not state.draft.has(m.level)) or _replaces(state, m.level)
    ]
    rules = [r for name in free for r in state.rules.levels if r.name == name and r.kind not in TITLES]
    own = [r for r in rules if word in r.words] or [r for r in rules if r.words]
    if fits := next((r.name for r in own if kind(r.kind).shape.match(state.text, at)), None):
        return fits
    if absent := free or [m.level for m in meanings if not state.draft.has(m.level)]:
        return absent[0]
    last = state.draft.last_name
    if any(m.level == last for m in meanings):
        return last  # f. 507, f. 3; f. 4: all are there, and the last one is listed
    said = state.draft.announced_by(word)
    return (said or [meanings[0].level])[-1]


def _follows(state: Marking, name: str, word: str, at: int) -> bool | None:
    """Tell whether *word* means level *name* here, if its values stand behind some levels only: nr. within a filza."""
    bound = [kind(r.kind) for r in state.rules.levels if r.name == name and word in r.words and kind(r.kind).after]
    last = state.draft.last_name
    return any(last in (of.after or ()) and of.shape.match(state.text, at) for of in bound) if bound else None


_FIGURES, _PAIR = pattern(r"\d+"), 2


def listed(state: Marking, item: Found, at: int) -> str:
    """Return the level read last where the same word lists one more of it: ``w. 82, t. 1265 and t. 1266``.

    Behind a comma it may mean another level, unless the number goes on from the last: ``t. 12, t. 3`` is a volume.
    """
    if len(state.draft.tokens) < _PAIR:
        return ""
    word, value = state.draft.tokens[-2:]
    if word.kind != "label" or not word.level == value.level == state.draft.last_name:
        return ""
    if word.text != state.text[item.start : item.end]:
        return ""
    gap = state.text[state.draft.end : item.start].strip(" ,")
    number = _FIGURES.match(state.text, at, state.stop)
    longer = number is not None and len(number[0]) == len(value.text) and number[0] > value.text
    longer = longer and value.level != "fonds"  # f. 130, f. 645: what is in it
    return value.level if gap in wording().ands or (not gap and longer and value.text.isdigit()) else ""


def said_of_next(state: Marking, item: Found) -> str:
    """Return the level that the same word announced in this mark, where a semicolon begins the next: ``; nr. 73``."""
    if state.text[state.draft.end : item.start] != "; ":
        return ""
    said = {*state.draft.announced_by(state.text[item.start : item.end].lower())}
    return said.pop() if len(said) == 1 else ""


def is_code(state: Marking, at: int) -> bool:
    """Tell whether a code stands at *at* that says more than any title before it: ``4 E 12``."""
    codes = (kind(r.kind) for r in state.rules.levels)
    return any(of.over_any_title and of.shape.match(state.text, at) for of in codes)


def begins_again(state: Marking, item: Found, levels: Sequence[Label]) -> list[Label]:
    """Return what *item* announces again, behind a semicolon: what a mark begins with, ``f. 5, k. 3; f. 8, k. 12``.

    What the word announced last it means again, but for a level below the broadest that follows at once. Where it
    announced two, the nearer number tells: ``f. 130, f. 64, j.o. 4; f. 65, j.o. 12``. Where it announced one, and what
    lies in that follows, it is that again: ``fond 334, f. 12, j.o. 40, l. 3; f. 13, j.o. 41``.
    """
    text, above = state.text, state.draft.levels
    following = state.stretch.next_label(item.start)
    leads = following < state.stop and ";" not in text[item.start : following]
    if leads and (name := said_of_next(state, item)) and state.ranks[name] < _rank_at(state, following):
        return [m for m in levels if m.level == name]
    if not above or not levels or levels[0].level != above[0].name:
        return []
    if ";" not in text[state.draft.end : item.start] or ";" in text[state.draft.start : state.draft.end]:
        return []
    word, said = text[item.start : item.end].lower(), [""]
    for draft in (state.draft, *reversed(state.drafts)):
        said = [t.level for t in draft.tokens if t.kind.endswith("label") and t.text.lower() == word]
        if said:
            break
    if above[0].name not in said:
        return []
    if leads and len({*said}) > 1 and _is_nearer(state, item, said[-1]):
        return [m for m in levels if m.level == said[-1]]
    again = leads or (said[-1] == above[0].name and (len(above) > 1 or bool(state.draft.folios)))
    return [*levels[:1]] if again else []


def _rank_at(state: Marking, at: int) -> float:
    """Return how low the level is that the word at *at* announces; 0 where it is none."""
    level = state.labels[at][1][0].level
    return state.ranks[level] if level else 0


def _is_nearer(state: Marking, item: Found, name: str) -> bool:
    """Tell whether the number behind *item* is nearer to that of level *name* than to that of the broadest."""
    own = next((level.value for level in state.draft.levels if level.name == name), "")
    numbers = [own, state.draft.levels[0].value, item.valued.text if item.valued else ""]
    if not all(number.isdecimal() for number in numbers):
        return False
    last, first, here = map(int, numbers)
    return abs(here - last) < abs(here - first)


def may_be_fonds(state: Marking, item: Found, *, titles: bool) -> bool:
    """Tell whether *item*, which may mean leaves, announces a fonds by number: behind *titles*, if it may."""
    word = state.text[item.start : item.end].lower()
    return titles and any(r.name == "fonds" and word in r.words and r.kind not in TITLES for r in state.rules.levels)


def _replaces(state: Marking, name: str) -> bool:
    """Tell whether a number may be better than the title just read: ``WUSW Wrocław, sygn. 053/12``."""
    last = state.draft.last_name
    return name == state.titled == last and any(
        r.name == name and kind(r.kind).over_any_title for r in state.rules.levels
    )


def unit_or_leaves(state: Marking, levels: list[Label], at: int) -> list[Label]:
    """Say what a word means that a unit and its leaves share: the leaves of the unit that is there, if last."""
    there = UNITS if len(levels) > 1 else frozenset({levels[0].level})
    of_manuscript = state.draft.levels and state.draft.levels[-1].value.lower().startswith("ms")
    signed = state.draft.levels and _SIGN.search(state.draft.levels[-1].value)
    book = of_manuscript or signed or state.draft.has("part")  # liber GGG, pars I, f. 12
    if not state.draft.has_any(there) and not book:  # Manoscritti, ms. 12, f. 3; M/12, f. 3
        return [m for m in levels if m.level != "file"] or levels  # Affari esteri, f. 123: a filza
    _, after = state.labels.get(state.stretch.next_label(at), (None, ()))
    if after and (after[0].level == "subfile" or all(m.role == "leaf" for m in after)):
        return [m for m in levels if m.level == "file"] or levels  # b. 12, f. 3, c. 4; b. 12, f. 3, ins. 2: a fascicolo
    if after and after[0].level in _PIECES and _NUMERAL.match(state.text, at, state.stop):
        return [m for m in levels if m.level == "file"] or levels  # b. 12, f. VI, n. 3
    return []


_PIECES = frozenset({"item", "document"})
_NUMERAL = pattern(r"[IVXLC]+,")
"""A Roman number before that of a piece, as fascicoli have them and leaves seldom."""


def says_more(state: Marking, name: str, item: Found) -> bool:
    """Tell whether the word *item* for level *name* goes on with this mark, whatever is there already."""
    last = state.draft.last_name
    if name == last and last in _TWICE and name not in state.draft.labels():
        return True  # R.7, N.61; ALC 3/548/1, no. 5
    if name == "section" and last == "fonds" and state.text[state.draft.end : item.start] == ", ":
        return True  # Sección República, Fondo Ministerio de Gobierno, Sección 1a
    if (
        name == "volume"
        and last == "file"
        and (_is_last(state, name, item) or state.text.startswith("file ", item.start))
    ):
        return True  # the volume of the file, beside the volume that holds it
    gap = state.text[state.draft.end : item.start]
    if name == "file" and last == "document-no" and gap == ", " and name not in state.draft.labels():
        return True  # E4320#1990/266#12*, C.12-345, Dossier 5: within the file
    if name == "file" and last == "box" and state.back and gap == ", ":
        return True  # file 12, volume 3, box 1, file 1-5: the second one is of the box
    return state.draft.has(name) and _named_otherwise(state, name, item)  # Unit 12, Item K1234: two words for one level


def _is_last(state: Marking, name: str, item: Found) -> bool:
    """Tell whether *name* is there already and no further file follows that a second one, *item*, could begin."""
    end = state.draft.end
    if not state.draft.has(name) or ";" in state.text[end : item.start]:
        return False
    files = (start for start in state.starts if start > end and state.labels[start][1][0].level == "file")
    following = next(files, -1)
    return following < 0 or ";" in state.text[end:following]


def _named_otherwise(state: Marking, name: str, item: Found) -> bool:
    """Tell whether a level that is there already was announced by another word, with nothing between to list."""
    words = [token.text.lower() for token in state.draft.tokens if token.kind == "label" and token.level == name]
    if not words:
        return False
    again = state.text[item.start : item.end].lower()
    rules = [_rule_of(state, name, word) for word in (*words, again)]
    if len(rules) == 2 and all(rules) and rules[0] is not rules[1]:
        return True  # Dosya 12, Gömlek 3
    return name == "item" and not any(again[:2] == word[:2] for word in words)


def _rule_of(state: Marking, name: str, word: str) -> LevelRule | None:
    """Return the rule of the convention for level *name* that has *word*."""
    return next((rule for rule in state.rules.levels if rule.name == name and word in rule.words), None)
