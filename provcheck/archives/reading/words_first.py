"""How marks are read whose levels have their words before them: ``ф. 45, оп. 1, д. 334, лл. 105-106``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from provcheck.archives.lexicon.folios import Reading, folios_at
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import (
    LISTED,
    ROMAN_TOO,
    Value,
    has_figure,
    listed,
    normal,
    value_at,
)
from provcheck.archives.lexicon.vocabulary import Label
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading import bare
from provcheck.archives.reading.deciding import NONE, SENTENCE
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.archives.reading.levels import BRACKETS, FAR_LEVELS, LOW, MIDDLE, TOP, kinds, plurals
from provcheck.archives.reading.unworded import BESIDE, Unworded
from provcheck.model.lazy import pattern

_FAR = 240
"""How many may stand between the archive and its first level, or between two levels (titles of fonds do)."""
_CLOSE = 30
_DATED = pattern(r"1[5-9]\d\d ?(?:г|гг|год|года|году|р|рр|року|рік|m|gada|metai)\b")
"""A year that stands after a word that could announce a level: ``документ 1763 р.``"""
_DAY_BEFORE = pattern(r"\b\d{1,2}\.? $")
"""A day before *Apr*, which is no opis then: ``15 ``."""
_YEAR = pattern(r"\b1[5-9]\d\d(?:[-–]\d{2,4})?\b")
_LISTED = frozenset({"delo", "file", "dokument"})
"""The levels of which a line may list several; of others only after a plural (``фф. 17, 558``)."""

_LEAVED = frozenset({"delo", "tom", "chast", "kniga"})
"""The levels after which leaves may stand without a word."""
_PARTS = _LEAVED - {"delo"}

_PRINTED = pattern(r"[ ](?:of|in) the (?:book|volume|pamphlet|article|text)\b|[ ](?:книги|брошюры|издания)\b")
"""What follows the pages of a printed book that the file keeps."""
_ADDRESS = worded(r"\b{streets}\.? (?:[^\W\d_]\.? ?)?[^.;:]{2,32},? $|[^\W\d_]{3} {streets}\.?,? $", re.IGNORECASE)
"""What makes the number of a house of a file: ``ул. Ленина, д. 2``, ``Заневский пр., д. 36``."""
_RAZDEL = pattern(r"[.,]? ([IVX]+-\d+)[.,]? ")
"""A part of the fond between it and its opis: ``Ф. 161. I-1. Оп. 781``."""
_WORDS = pattern(r"[^\W\d_]{3,}")
"""Words of running text."""
_LIST_WORDS = 2


class _Ahead(NamedTuple):
    """Leaves that stand before all levels: ``л. 105, д. 334, оп. 11``."""

    label: Found
    start: int
    reading: Reading


class WordsFirst(Unworded):
    """Reads marks whose levels have their words before them, all under one archive."""

    def __init__(
        self, text: str, found: Sequence[Found], holder: Holder | None, convention: str, begun: Draft | None
    ) -> None:
        super().__init__(text, found, holder, convention, begun)
        self.kinds = kinds(convention)
        self.ahead: _Ahead | None = None

    def read(self) -> None:
        """Go from label to label; each draft that is finished goes to ``done``."""
        files = self.holder is not None and self._wants(self.holder, ("delo",))
        if files and self.holder and not self.draft.tokens and self.found:
            self._file_at_once(self.holder.end, 0)
        for position, label in enumerate(self.found):
            if files and self.draft.folios and (parted := self.text.find(";", self.edge, label.start)) >= 0:
                self._file_at_once(parted + 1, position)
            if label.what == "file" and "delo" in self.ranks:
                self._announced_file(position, label)
            if label.what != "label" or (label.start < self.edge and self.draft.tokens):
                continue
            if meanings := label.labels.get(self.convention):
                self._label(position, label, meanings)
        if self.ahead and self.soviet and not self.done and not self.draft.tokens:
            self.draft.leaves(self.text, self.ahead.start, self.ahead.reading, self.ahead.label)
        if self.draft.tokens:
            self._sign(len(self.text))
            self.done.append(self.draft)

    def _label(self, position: int, label: Found, meanings: Sequence[Label]) -> None:
        """Read what *label* announces."""
        if label.start - self.edge > 3 and self.draft.levels:
            self._sign(label.start)
            self._unknown_word(label.start, meanings)
        gap = self.text[self.edge : label.start]
        meaning: Label | None = meanings[0]
        if len(meanings) > 1 or meanings[0].role == "page":
            meaning = self._decide(position, meanings, label.lead, gap)
        if meaning is None:
            return
        if len(gap) > _FAR or not (meaning.role == "leaf" or meaning.level in FAR_LEVELS or self._is_close(gap)):
            return
        if meaning.role == "level":
            self._level(position, label, meaning.level)
        elif meaning.role == "aside":
            self._aside(label, label.lead)
        else:
            self._leaves(position, label, label.lead, meaning.role)

    def _is_close(self, gap: str) -> bool:
        """Tell whether *gap* leaves a volume or part with its file: farther away it is one of a printed work."""
        bare = _YEAR.sub("", BRACKETS.sub("", gap))
        return len(bare) <= _CLOSE and "(" not in bare and not has_figure(bare)

    def _leaves(self, position: int, label: Found, start: int, role: str) -> None:
        reading = folios_at(self.text, start, dots=label.end - label.start > 3)
        if reading is None or (self.draft.folios and SENTENCE.search(self.text, self.edge, label.start)):
            return
        if role == "page" and _PRINTED.match(self.text, reading.end):
            return
        reading = bare.backs(reading, self.rules)
        holder = self.holder
        may_do_without = holder is not None and (holder.same or bool(holder.names and role == "leaf"))
        small_first = not self.draft.levels and self._of_next_file(position, reading.end)
        if self.draft.levels or self.draft.aside or (may_do_without and not small_first):
            self.draft.leaves(self.text, start, reading, label)
            self.edge = reading.end
        elif role == "leaf" and not self.draft.tokens:
            self.ahead = _Ahead(label, start, reading)
            self.edge = reading.end

    def _of_next_file(self, position: int, end: int) -> bool:
        """Tell whether leaves before a file are its own: ``л. 105, д. 334``, but not ``л. 4–7; д. 336, л. 2``."""
        following = [*islice(self._own_after(position), 2)]
        if not following or not self._means(following[0], LOW) or ";" in self.text[end : following[0].start]:
            return False
        if len(following) < 2 or not self._means(following[1], NONE, "leaf"):
            return True
        return ";" in self.text[following[0].start : following[1].start]

    def _aside(self, label: Found, start: int) -> None:
        """Pass over a number that belongs to the reference and is no level: a reel, a museum's number."""
        value = value_at(self.text, start, "lettered")
        if value is None or self.holder is None or not self.holder.names:
            return
        if self.draft.levels and label.start - self.edge > BESIDE:
            self.edge = value.end
            return
        self.draft.aside = not self.draft.levels
        self.draft.note("aside", "", self.text, label.start, value.end)
        self.edge = value.end

    def _is_year(self, value: Value, start: int, written: str) -> bool:
        """Tell whether a number of four figures is a year: ``документ 1763 р.``, ``15 Apr 1940``."""
        day = written.lower() == "apr" and _DAY_BEFORE.search(self.text, max(self.edge, start - 12), start)
        return bool(day) or _DATED.match(self.text, value.start) is not None

    def _level(self, position: int, label: Found, level: str) -> None:
        """Read *level*, which *label* announces, into this mark or the next."""
        if self._is_none(position, label, level):
            return
        values = self._values(position, label, level)
        written = self.text[label.start : label.end]
        if not values or (3 < len(values[0].text) < 6 and self._is_year(values[0], label.start, written)):
            return
        if level == "fond" and self._is_folio(position, written):
            self._leaves(position, label, label.lead, "leaf")
            return
        among = None
        if len(values) > 1 and level == "delo" and self.soviet and not self._follows(position, "leaf"):
            among = bare.leaves_among(self.text, values) if written.lower() not in plurals(self.convention) else None
            values = values[:1] if among else values
        if self._said_twice(level, values, label.start):
            self.draft.note("label", level, self.text, label.start, label.end)
            self.draft.note("value", level, self.text, values[0].start, values[0].end)
            self.edge = values[0].end
            return
        begins = self._begins_anew(level, label.start) and not self._trails(position, label, level)
        if begins or self.draft.has(level):
            if level in TOP and (other := bare.other_archive(self.text, self.edge, label.start)):
                self.holder = other
            self._next(level)
        if not self.draft.levels:
            self._take_before(position, label, level)
        if level in MIDDLE and self.soviet and (sign := _RAZDEL.fullmatch(self.text, self.edge, label.start)):
            self._put("razdel", Value(sign[1], sign.start(1), sign.end(1)))
        self._put_all(position, label, level, values)
        if level in _LEAVED and self.soviet:
            parts = level != "delo" and not self._follows(position, "leaf")
            self._bare_leaves(among or bare.leaves(self.text, values[-1], parts=parts))

    def _is_none(self, position: int, label: Found, level: str) -> bool:
        """Tell whether *label* announces no level of a mark: the number of a house, a count, another work's volume."""
        text, start = self.text, label.start
        if level == "delo" and not self.draft.levels and _ADDRESS.search(text, max(0, start - 40), start):
            return True  # ул. Ленина, д. 2
        if "," in text[label.end : label.lead] and text[max(0, start - 2)].isdigit():
            return True  # 12 files, 3 boxes
        if level == "papka" and not self.draft.levels and self._follows(position, "", MIDDLE):
            return True  # "П 25, оп. 1": the letter of a fond
        closed = self.draft.folios and self._closed(start)
        over = level not in TOP and (closed or (self.draft.has(level) and self._prose(start)))
        # "Reprinted in …, Vol. 5, Book 1"; "(… Л. 4). См. также документ 272"
        return over and not self._resumes(position, label, level)

    def _take_before(self, position: int, label: Found, level: str) -> None:
        """Take what stands before the first *level* of a mark: its leaves, or its fond without a word."""
        if self.ahead and self.ranks[level] and self.text[self.ahead.reading.end : label.start].strip(" ,.") == "":
            self.draft.leaves(self.text, self.ahead.start, self.ahead.reading, self.ahead.label)
        elif level in MIDDLE and (self.holder or self._follows(position, "", LOW)):
            self._bare_fond(label.start)  # but "No. 14, op. 27" is music
        self.ahead = None

    def _put_all(self, position: int, label: Found, level: str, values: list[Value]) -> None:
        """Put *values* for *level*, each further one into a mark of its own."""
        self.draft.note("label", level, self.text, label.start, label.end)
        if level == "fond" and values[0].text.count("-") == 2:
            self._parted(position, values[0])
        else:
            self._put(level, values[0])
        for value in values[1:]:
            self._next(level)
            self._put(level, value)
        self.edge = values[-1].end

    def _trails(self, position: int, label: Found, level: str) -> bool:
        """Tell whether a part of the file stands last, behind its leaves: ``Д. 5. Л. 1. Т. 2.``"""
        if level not in _PARTS or self.text[self.edge : label.start].strip(" .,"):
            return False
        following = next(self._own_after(position), None)
        return following is None or self._means(following, TOP)

    def _said_twice(self, level: str, values: list[Value], start: int) -> bool:
        """Tell whether a level stands right behind itself with the same value: ``op. 162, op. 162``."""
        if not self.soviet or len(values) > 1 or self.draft.levels[-1:] != [(level, normal(values[0].text))]:
            return False
        return start - self.edge < BESIDE and ";" not in self.text[self.edge : start] and not self.draft.folios

    def _is_folio(self, position: int, written: str) -> bool:
        """Tell whether ``f.`` is a leaf, the fond having had another word: ``fonds 517, dossier 4, f. 12``."""
        draft = self.draft
        if written.lower() not in {"f", "ff"} or not draft.has_any(LOW) or draft.folios:
            return False
        own = next((t.text.lower() for t in draft.tokens if t.kind == "label" and t.level == "fond"), written.lower())
        return own not in {"f", "ff"} and not self._follows(position, "", MIDDLE | LOW)

    def _resumes(self, position: int, label: Found, level: str) -> bool:
        """Tell whether a list goes on with a level and what is below it: ``Л. 4. Подлинник; Оп. 5. Д. 6``."""
        if level not in MIDDLE and level != "delo":
            return False
        value, following = label.valued, next(self._own_after(position), None)
        if value is None or following is None or following.start - value.end > 3:
            return False
        return self._means(following, self._below(level), "leaf")

    def _values(self, position: int, label: Found, level: str) -> list[Value]:
        """Return the value after *label*, and the list that it opens where *level* may have one."""
        kind = self.kinds[level]
        first = value_at(self.text, label.lead, kind) if kind in ROMAN_TOO else label.valued
        if first is None and level in TOP and self.holder and self.holder.names:
            first = self._titled(position, label) or value_at(self.text, label.lead, "code")
        if first is None and level in MIDDLE and self.draft.has_any(TOP):
            first = value_at(self.text, label.lead, "roman")  # оп. I
        if first is None:
            return []
        if level in _LISTED:
            return listed(self.text, first, kind)
        if LISTED.match(self.text, first.end):
            lone = level in MIDDLE and not self._follows(position, "", LOW)
            if lone or self.text[label.start : label.end].lower() in plurals(self.convention):
                return listed(self.text, first, kind)
        return [first]

    def _titled(self, position: int, label: Found) -> Value | None:
        """Return the fond that has no number: ``ф. ВУА``, ``Ф. Канцелярия. Оп. 469``."""
        numbered = (i for i in self._own_after(position) if i.valued and not _DATED.match(self.text, i.lead))
        following = next(numbered, None)
        named = following and self._means(following, MIDDLE | LOW)
        return bare.titled(self.text, label.lead, following.start if following and named else label.lead)

    def _closed(self, stop: int) -> bool:
        """Tell whether the sentence or the bracket of the mark ends before *stop*."""
        gap = self.text[self.edge : stop]
        return gap.count(")") > gap.count("(") or SENTENCE.search(gap) is not None

    def _prose(self, stop: int) -> bool:
        """Tell whether running text stands before *stop*, so that what follows is no list of files."""
        return len(_WORDS.findall(BRACKETS.sub("", self.text[self.edge : stop]))) > _LIST_WORDS

    def _begins_anew(self, level: str, start: int) -> bool:
        """Tell whether *level* begins the next mark: it goes back up, and the mark does not go from small to large."""
        if not self.draft.tokens:
            return bool(self.draft.folios)
        rank, first = self.ranks[level], self.ranks.get(self.draft.tokens[0].level)
        if first is not None and rank > first:
            return bool(self.draft.folios)  # most
        written = [self.ranks[t.level] for t in self.draft.tokens if t.kind == "value" and t.level in self.ranks]
        if not written or rank > min(written):
            return bool(self.draft.folios)
        if len(written) > 1:
            return written == sorted(written)
        kinds_in_order = [t.kind for t in sorted(self.draft.tokens, key=lambda token: token.start)]
        leaves_last = "folios" in kinds_in_order and kinds_in_order.index("folios") > kinds_in_order.index("value")
        return leaves_last or ";" in self.text[self.edge : start]
