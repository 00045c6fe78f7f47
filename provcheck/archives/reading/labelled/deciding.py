"""What a label means where it stands: a level, leaves or pages, by what is read already and what follows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise

from provcheck import tables
from provcheck.archives.lexicon.folios import folios_at
from provcheck.archives.lexicon.vocabulary import Label
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.labelled.marking import NONE, Marking
from provcheck.archives.reading.levels import BRACKETS, LOW, MIDDLE, TOP

SENTENCE = worded(
    r"[.;]\s+(?:[A-ZА-Я][^\W\d_]{3,}|[A-ZА-Я][^\W\d_]+,? (?:1[89]|20)\d\d\b|[A-Z][a-z]?[A-Z], [A-Z][a-z]{4}|{leads}\b)"
)
_NEAR = 14
"""How many characters may stand between a mark and the word for pages that belongs to it."""
_NEXT = 3
"""How many labels on a level may come: a mark has no more above its leaves."""


def decide(state: Marking, position: int, meanings: Sequence[Label], at: int, gap: str) -> Label | None:
    """Choose what a label means here, by its place: papka or page, list or leaf."""
    draft = state.draft
    level = _lower(state, position, [m for m in meanings if m.role == "level"], gap)
    page = next((m for m in meanings if m.role == "page"), None)
    leaf = next((m for m in meanings if m.role == "leaf"), None)
    aside = next((m for m in meanings if m.role == "aside"), None)
    if level and aside:
        return aside if draft.has(level.level) else level
    low = draft.has_any(LOW)
    between = BRACKETS.sub("", gap) if page else ""  # f. 369 (V. D. Bonch-Bruevich), k. 42
    near = not page or (len(between) <= _NEAR and not SENTENCE.search(between))
    if level and not near:
        level = None  # Оп. 1; Иванов И. И. История. М., 1999. С. 45
    if level and page:
        # "p." is papka after the opis, and after the delo when a leaf follows it; else pages.
        first = not draft.levels and state.follows(position, "", LOW)  # ibid., p. 303, d. 10
        has_middle = draft.has_any(MIDDLE) or (first and level.level == "papka")
        pages = low and (_many(state, at) or not (state.follows(position, "leaf") or _pages_yet(state, position)))
        last = level.level == "korobka" and draft.has("tom") and not state.follows(position, "", LOW)  # t. 64, k. 12
        low = low or last
        if level.level == "papka" and _next_papka(state, position, gap):
            return level
        there = draft.has(level.level) and not draft.takes_over(level.level)
        if pages or last or there or not (has_middle or level.level == "korobka"):
            level = None
        if level:
            return level
    if level and leaf and gap == ", " and _in_fond(state, position, level.level):
        return leaf
    if level and leaf and level.level in TOP and draft.levels and (not low or _parted(state, gap)):
        return None if _pages_of_book(state, position, gap) else level  # no leaf without a file
    if leaf and draft.levels:
        return level if level and (_rises_to(state, level.level) or _leads_down(state, position, level.level)) else leaf
    if page and near and (low or draft.aside):
        return page
    if level and leaf and (_comes_yet(state, position, level.level) or _lies_low(state, position, level.level)):
        return leaf
    return level if level and not page else None


def _lower(state: Marking, position: int, levels: Sequence[Label], gap: str) -> Label | None:
    """Return which of *levels* comes next: the lower one where another word has said the upper: ``д. 5, а.е. 12``."""
    level = levels[0] if levels else None
    if len(levels) > 1 and levels[0].level == "papka" and levels[1].level in LOW:
        return levels[not _has_file(state, position, levels[1].level, gap)]
    if len(levels) > 1 and state.draft.last_name == levels[0].level and ";" not in gap:
        item = state.found[position]
        own = state.text[item.start : item.end].lower()
        word = next((token.text.lower() for token in reversed(state.draft.tokens) if token.kind == "label"), own)
        level = levels[word != own]
    return level


def _has_file(state: Marking, position: int, file: str, gap: str) -> bool:
    """Tell whether another word says the *file*, before a word that may mean it or behind: ``file 12, folder 3``."""
    item, following = state.found[position], next(state.own_after(position), None)
    own = state.text[item.start : item.end].lower()
    if state.draft.has(file) and ";" not in gap:
        return state.draft.word_for(file).lower() != own and not state.draft.has("papka")
    if following is None or ";" in state.text[item.end : following.start]:
        return False
    return state.text[following.start : following.end].lower() != own and state.means(following, LOW)


def _next_papka(state: Marking, position: int, gap: str) -> bool:
    """Tell whether the papka and the file of the next mark come: ``p. 21, d. 47, ll. 29–40; p. 22, d. 49``."""
    draft = state.draft
    value, following = state.found[position].valued, next(state.own_after(position), None)
    if value is None or following is None or not draft.has_any(LOW) or not (draft.has("papka") or state.has_papki()):
        return False
    begins = ";" in gap or (draft.has("papka") and bool(draft.folios) and not draft.paged)
    return begins and ";" not in state.text[value.end : following.start] and state.means(following, LOW)


def _in_fond(state: Marking, position: int, level: str) -> bool:
    """Tell whether another word than that of the fond follows it at once, for a leaf: ``Fond 253/12, f. 3``."""
    item, first = state.found[position], state.draft.word_for(level).rstrip(".").lower()
    same = first == state.text[item.start : item.end].rstrip(".").lower()
    return bool(first) and not same and state.draft.last_name == level and not _leads_down(state, position, level)


def _parted(state: Marking, gap: str) -> bool:
    """Tell whether a semicolon parts the next mark; but ``f. 1; inv. 2; d. 3; f. 4`` is one."""
    return ";" in gap and ";" not in state.text[state.draft.start : state.edge]


def _pages_of_book(state: Marking, position: int, gap: str) -> bool:
    """Tell whether pages of a book follow its title, whose word may mean a fond: ``c. 9; Documents, p. 93``."""
    item = state.found[position]
    word = state.text[item.start : item.end].lower()
    titled = any(map(str.isalpha, gap.partition(";")[2]))
    return titled and word in tables.page_words() and not _leads_down(state, position, "fond")


def _rises_to(state: Marking, level: str) -> bool:
    """Tell whether the mark goes from small to large and lacks *level* yet: ``D. 5. Inv. 2. F. 51``."""
    written = [state.ranks.get(known.name, 99) for known in state.draft.levels]
    return len(written) > 1 and sorted(written, reverse=True) == written and state.ranks[level] < written[-1]


def _leads_down(state: Marking, position: int, level: str) -> bool:
    """Tell whether a level below *level* follows at once, so that it is none of leaves: ``f. 1, s. 74, i. 123``."""
    value, following = state.found[position].valued, next(state.own_after(position), None)
    if following is None or value is None or ";" in state.text[value.end : following.start]:
        return False
    return (level in TOP or not state.draft.has_any(LOW)) and state.means(following, state.below(level))


def _lies_low(state: Marking, position: int, level: str) -> bool:
    """Tell whether an opis is none, as no file follows: ``RF IIaLI, list 20``."""
    return level in MIDDLE and not _leads_down(state, position, level)


def _comes_yet(state: Marking, position: int, level: str) -> bool:
    """Tell whether *level* comes yet by a word that means no leaves: ``list 5, delo 7, opis 2, fond 3``."""
    parted = None
    for before, item in pairwise([state.found[position], *islice(state.own_after(position), _NEXT)]):
        semicolon = ";" in state.text[before.end : item.start]
        if semicolon and parted is False:
            return False  # f. 17, op. 3, d. 1; XYZ, fond 3
        parted = semicolon
        if item.valued and state.means(item, frozenset({level})) and not state.means(item, NONE, "leaf"):
            return True
    return False


def _many(state: Marking, at: int) -> bool:
    reading = folios_at(state.text, at)
    return reading is not None and (len(reading.folios) > 1 or reading.folios[0].first != reading.folios[0].last)


def _pages_yet(state: Marking, position: int) -> bool:
    """Tell whether other pages come, in an archive that wants a papka: ``d. 49, p. 22, pp. 145–147``."""
    following = next(state.own_after(position), None)
    if following is None or not state.has_papki():
        return False
    one, other = (state.text[item.start : item.end].rstrip(" .") for item in (state.found[position], following))
    return one != other and state.means(following, NONE, "page")
