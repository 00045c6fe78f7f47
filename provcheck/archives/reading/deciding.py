"""What a label means where it stands: a level, leaves or pages, by what is read already and what follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from provcheck import tables
from provcheck.archives.lexicon.folios import folios_at
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.vocabulary import Label
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import Draft
from provcheck.archives.reading.levels import BRACKETS, LOW, MIDDLE, TOP, own_ranks

SENTENCE = worded(r"[.;]\s+(?:[A-ZА-Я][^\W\d_]{3,}|[A-ZА-Я][^\W\d_]+,? (?:1[89]|20)\d\d\b|{leads}\b)")
_NEAR = 14
"""How many characters may stand between a mark and the word for pages that belongs to it."""
NONE: frozenset[str] = frozenset()


_NEXT = 3
"""How many labels on a level may come: a mark has no more above its leaves."""


class Deciding:
    """Chooses among the meanings of labels."""

    def __init__(self, text: str, found: Sequence[Found], convention: str, draft: Draft) -> None:
        self.text = text
        self.found = found
        self.convention = convention
        self.ranks = own_ranks(convention)
        self.draft = draft

    def _decide(self, position: int, meanings: Sequence[Label], at: int, gap: str) -> Label | None:
        """Choose what a label means here, by its place: papka or page, list or leaf."""
        draft = self.draft
        level = next((m for m in meanings if m.role == "level"), None)
        page = next((m for m in meanings if m.role == "page"), None)
        leaf = next((m for m in meanings if m.role == "leaf"), None)
        aside = next((m for m in meanings if m.role == "aside"), None)
        if level and aside:
            return aside if draft.has(level.level) else level
        low = draft.has_any(LOW)
        near = not page or (len(BRACKETS.sub("", gap)) <= _NEAR and not SENTENCE.search(gap))
        if level and not near:
            level = None  # Оп. 1; Иванов И. И. История. М., 1999. С. 45
        if level and page:
            # "p." is papka after the opis, and after the delo when a leaf follows it; else pages.
            first = not draft.levels and self._follows(position, "", LOW)  # ibid., p. 303, d. 10
            has_middle = draft.has_any(MIDDLE) or (first and level.level == "papka")
            pages = low and (self._many(at) or not (self._follows(position, "leaf") or self._pages_yet(position)))
            if pages or draft.has(level.level) or not (has_middle or level.level == "korobka"):
                level = None
            if level:
                return level
        if level and not page and not leaf:
            return level
        if leaf and draft.levels:
            return level if level and (self._rises_to(level.level) or self._leads_down(position, level.level)) else leaf
        if page and near and (low or draft.aside):
            return page
        if level and leaf and (self._comes_yet(position, level.level) or self._lies_low(position, level.level)):
            return leaf
        return level if level and not page else None

    def _rises_to(self, level: str) -> bool:
        """Tell whether the mark goes from small to large and lacks *level* yet: ``D. 5. Inv. 2. F. 51``."""
        written = [self.ranks.get(known.name, 99) for known in self.draft.levels]
        return len(written) > 1 and sorted(written, reverse=True) == written and self.ranks[level] < written[-1]

    def _leads_down(self, position: int, level: str) -> bool:
        """Tell whether a level below *level* follows at once, so that it is none of leaves: ``f. 1, s. 74, i. 123``."""
        value, following = self.found[position].valued, next(self._own_after(position), None)
        if following is None or value is None or ";" in self.text[value.end : following.start]:
            return False
        return (level in TOP or not self.draft.has_any(LOW)) and self._means(following, self._below(level))

    def _lies_low(self, position: int, level: str) -> bool:
        """Tell whether an opis is none, as no file follows: ``RF IIaLI, list 20``."""
        return level in MIDDLE and not self._leads_down(position, level)

    def _comes_yet(self, position: int, level: str) -> bool:
        """Tell whether *level* comes yet by a word that means no leaves: ``list 5, delo 7, opis 2, fond 3``."""
        for item in islice(self._own_after(position), _NEXT):
            if self._means(item, frozenset({level})) and not self._means(item, NONE, "leaf"):
                return True
        return False

    def _many(self, at: int) -> bool:
        reading = folios_at(self.text, at)
        return reading is not None and (len(reading.folios) > 1 or reading.folios[0].first != reading.folios[0].last)

    def _follows(self, position: int, role: str, levels: frozenset[str] = NONE) -> bool:
        """Tell whether the next label of this convention can mean *role*, or one of *levels*."""
        following = next(self._own_after(position), None)
        return following is not None and self._means(following, levels, role)

    def _pages_yet(self, position: int) -> bool:
        """Tell whether other pages come, in an archive that wants a papka: ``d. 49, p. 22, pp. 145–147``."""
        names = self.draft.holder.names if self.draft.holder else ()
        following = next(self._own_after(position), None)
        if following is None or not any("papka" in tables.archives()[name.archive].required for name in names):
            return False
        one, other = (self.text[item.start : item.end].rstrip(" .") for item in (self.found[position], following))
        return one != other and self._means(following, NONE, "page")

    def _own_after(self, position: int) -> Iterator[Found]:
        """Yield the labels of this convention after the one at *position*."""
        return (item for item in islice(self.found, position + 1, None) if self.convention in item.labels)

    def _means(self, item: Found, levels: frozenset[str], role: str = "") -> bool:
        """Tell whether *item* can mean *role* here, or one of *levels*."""
        return any(m.role == role or m.level in levels for m in item.labels[self.convention])

    def _below(self, level: str) -> frozenset[str]:
        """Return the levels below *level*."""
        return frozenset(name for name, rank in self.ranks.items() if rank > self.ranks[level])
