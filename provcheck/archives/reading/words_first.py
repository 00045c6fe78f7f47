"""How marks are read whose levels have their words before them: ``ф. 45, оп. 1, д. 334, лл. 105-106``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from provcheck import tables
from provcheck.archives.lexicon.folios import Reading, folios_at
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import (
    LISTED,
    ROMAN_TOO,
    Value,
    has_figure,
    lead_and_value,
    listed,
    normal,
    value_at,
)
from provcheck.archives.lexicon.vocabulary import Label
from provcheck.archives.reading import bare
from provcheck.archives.reading.deciding import NONE, SENTENCE, Deciding
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.archives.reading.levels import BRACKETS, FAR_LEVELS, LOW, MIDDLE, TOP, kinds, plurals, soviet
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Token

_FAR = 240
"""How many may stand between the archive and its first level, or between two levels (titles of fonds do)."""
_CLOSE = 30
_BESIDE = 4
"""How far a reel may stand behind the level or leaves that it goes with."""
_DATED = pattern(r"1[5-9]\d\d ?(?:г|гг|год|года|году|р|рр|року|рік|m|gada|metai)\b")
"""A year that stands after a word that could announce a level: ``документ 1763 р.``"""
_DAY_BEFORE = pattern(r"\b\d{1,2}\.? $")
_YEAR = pattern(r"\b1[5-9]\d\d(?:[-–]\d{2,4})?\b")
_LISTED = frozenset({"delo", "file", "dokument"})
"""The levels of which a line may list several; of others only after a plural (``фф. 17, 558``)."""

_LEAVED = frozenset({"delo", "tom", "chast", "kniga"})
"""The levels after which leaves may stand without a word."""

_PRINTED = pattern(r"[ ](?:of|in) the (?:book|volume|pamphlet|article|text)\b|[ ](?:книги|брошюры|издания)\b")
"""What follows the pages of a printed book that the file keeps."""
_NUMBER_SIGN = pattern(
    r"(?: \([^()]{1,40}\)|(?P<title>[.,] [^\W\d_][^\d.,;:()№]{3,40}))?"
    r"[\s,.;:–—]{0,5}(?:№+|[NnНн][oоºr°.]\.?)[ \u00a0]{0,2}(?=\d)"
)
_SIGN_OF_FILE = pattern(r"[^\W\d_]-")
_THREE = pattern(r"((?:[^\W\d_]-?)?\d+[^\W\d_]?)-(\d+[^\W\d_]?)-(\d+[^\W\d_]?)")
_STREET = r"(?:ул|улица|пер|просп\w*|пр(?:-т)?|наб\w*|бул\w*|пл(?:ощадь)?|шоссе|вул\w*|пров|ul|per|prosp|nab)"
_ADDRESS = pattern(
    rf"\b{_STREET}\.? (?:[^\W\d_]\.? ?)?[^.;:]{{2,32}},? $|[^\W\d_]{{3}} {_STREET}\.?,? $", re.IGNORECASE
)
"""What makes the number of a house of a file: ``ул. Ленина, д. 2``, ``Заневский пр., д. 36``."""
_WORDS = pattern(r"[^\W\d_]{3,}")
_LIST_WORDS = 2
_ENDS = pattern(r"[\s.]*(?:[,.;:)\]»”\"(]|$)")


class _Ahead(NamedTuple):
    """Leaves that stand before all levels: ``л. 105, д. 334, оп. 11``."""

    label: Found
    start: int
    reading: Reading


class WordsFirst(Deciding):
    """Reads marks whose levels have their words before them, all under one archive."""

    def __init__(
        self, text: str, found: Sequence[Found], holder: Holder | None, convention: str, begun: Draft | None
    ) -> None:
        super().__init__(text, found, convention, begun or Draft(holder, convention))
        self.holder = holder
        self.rules = tables.conventions()[convention]
        self.soviet = convention in soviet()
        self.kinds = kinds(convention)
        self.done: list[Draft] = []
        self.ahead: _Ahead | None = None
        if begun:
            self.edge = begun.end
        else:
            self.edge = holder.end if holder and not holder.same else (found[0].start if found else 0)

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

    def _announced_file(self, position: int, label: Found) -> None:
        """Read the file that a phrase announces, first of all or last: ``опись № 1, арх. дело № 46``."""
        if not self.draft.levels:
            self._file_at_once(label.end, position + 1)
            return
        awaited = self.draft.has_any(MIDDLE) and not self.draft.has_any(LOW) and label.start - self.edge < _BESIDE
        if awaited and (value := lead_and_value(self.text, label.end)[1]):
            self._put("delo", value)
            self.edge = value.end

    def _file_at_once(self, at: int, position: int) -> None:
        """Read the file *at* which no word stands: it is announced, or the archive has nothing but files.

        ``ЦА ФСБ. Р-9000. Т. 12``, ``Архивное дело № Р-33835. Т. 2``; but ``Арх.дело: Ф.6 д.50090-фп``, ``Ф-487 оп.1``.
        """
        _, value = lead_and_value(self.text, at)
        own = [i for i in islice(self.found, position, position + 2) if self.convention in i.labels]
        if value is None or (own and own[0].start == value.start and self._means(own[0], TOP)):
            return
        following = next((i for i in own if i.start >= value.end), None)
        if following is None or following.start > value.end + 3 or self._means(following, MIDDLE):
            return
        if not _SIGN_OF_FILE.match(self.text, following.start):
            if self.draft.tokens:
                self._next("delo")
            self._put("delo", value)
            self.edge = value.end

    @staticmethod
    def _wants(holder: Holder, levels: tuple[str, ...]) -> bool:
        """Tell whether the archive that *holder* names has no other levels than *levels*."""
        return bool(holder.names) and all(tables.archives()[n.archive].required == levels for n in holder.names)

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
        if self.draft.levels and label.start - self.edge > _BESIDE:
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
        if (
            level == "delo"
            and not self.draft.levels
            and _ADDRESS.search(self.text, max(0, label.start - 40), label.start)
        ):
            return  # ул. Ленина, д. 2
        if "," in self.text[label.end : label.lead] and self.text[max(0, label.start - 2)].isdigit():
            return  # 12 files, 3 boxes
        over = level not in TOP and (
            (self.draft.folios and self._closed(label.start)) or (self.draft.has(level) and self._prose(label.start))
        )
        if over and not self._resumes(position, label, level):
            return  # "Reprinted in …, Vol. 5, Book 1"; "(… Л. 4). См. также документ 272"
        if level == "papka" and not self.draft.levels and self._follows(position, "", MIDDLE):
            return  # "П 25, оп. 1": the letter of a fond
        values = self._values(position, label, level)
        written = self.text[label.start : label.end]
        if not values or (len(values[0].text) < 6 and self._is_year(values[0], label.start, written)):
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
        if self.draft.has(level) or self._begins_anew(level, label.start):
            if level in TOP and (other := bare.other_archive(self.text, self.edge, label.start)):
                self.holder = other
            self._next(level)
        if not self.draft.levels:
            if self.ahead and self.ranks[level] and self.text[self.ahead.reading.end : label.start].strip(" ,.") == "":
                self.draft.leaves(self.text, self.ahead.start, self.ahead.reading, self.ahead.label)
            elif level in MIDDLE and (self.holder or self._follows(position, "", LOW)):
                self._bare_fond(label.start)  # but "No. 14, op. 27" is music
            self.ahead = None
        self.draft.note("label", level, self.text, label.start, label.end)
        for name, value in self._parted(position, level, values[0]):
            self._put(name, value)
        for value in values[1:]:
            self._next(level)
            self._put(level, value)
        self.edge = values[-1].end
        if level in _LEAVED and self.soviet:
            parts = level != "delo" and not self._follows(position, "leaf")
            self._bare_leaves(among or bare.leaves(self.text, values[-1], parts=parts))

    def _parted(self, position: int, level: str, value: Value) -> list[tuple[str, Value]]:
        """Return *value* of *level*, or fond, opis and file where they are one number: ``ф. 792-1-17``."""
        three = _THREE.fullmatch(value.text) if level == "fond" and value.text.count("-") == 2 else None
        if three is None or self._follows(position, "", MIDDLE | LOW):
            return [(level, value)]
        parts = zip(("fond", "opis", "delo"), (1, 2, 3), strict=True)
        return [(name, Value(three[n], value.start + three.start(n), value.start + three.end(n))) for name, n in parts]

    def _said_twice(self, level: str, values: list[Value], start: int) -> bool:
        """Tell whether a level stands right behind itself with the same value: ``op. 162, op. 162``."""
        if not self.soviet or len(values) > 1 or self.draft.levels[-1:] != [(level, normal(values[0].text))]:
            return False
        return start - self.edge < _BESIDE and ";" not in self.text[self.edge : start] and not self.draft.folios

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
        return bare.worded(self.text, label.lead, following.start if following and named else label.lead)

    def _closed(self, stop: int) -> bool:
        """Tell whether the sentence or the bracket of the mark ends before *stop*."""
        gap = self.text[self.edge : stop]
        return gap.count(")") > gap.count("(") or SENTENCE.search(gap) is not None

    def _prose(self, stop: int) -> bool:
        """Tell whether running text stands before *stop*, so that what follows is no list of files."""
        return len(_WORDS.findall(BRACKETS.sub("", self.text[self.edge : stop]))) > _LIST_WORDS

    def _sign(self, stop: int) -> None:
        """Read a file that has no other word than the number sign: ``Ф. 94. Оп. 1. № 23``."""
        if not self.soviet or self.draft.folios or self.draft.has_any(LOW):
            return
        sign = _NUMBER_SIGN.match(self.text, self.edge, stop)
        value = value_at(self.text, sign.end(), "lettered") if sign else None
        if sign and sign["title"] and value:  # Ф. 178. Музейное собрание. № 1234; № 12. Л. 5, but Приказ № 12
            apart = self.text[sign.end("title")] in ".," and value.end < stop <= value.end + 2
            if not apart and not (self.holder and self._wants(self.holder, ("fond", "delo"))):
                return
        if value and value.end <= stop and _ENDS.match(self.text, value.end):
            self._put("delo", value)
            self.edge = value.end

    def _unknown_word(self, stop: int, meanings: Sequence[Label]) -> None:
        """Read an opis or a file whose word is not known, or misspelt, where no other can stand."""
        if not self.draft.levels or not self.soviet:
            return
        above = self.draft.levels[-1].name
        if above in MIDDLE and any(m.role == "leaf" for m in meanings):
            level, value = "delo", bare.file(self.text, self.edge, stop)
        elif above in TOP and any(m.level == "delo" for m in meanings):
            level, value = "opis", bare.opis(self.text, self.edge, stop)
        else:
            return
        if value:
            self._put(level, value)
            self.edge = value.end

    def _bare_fond(self, before: int) -> None:
        """Take the number right before the opis for the fond whose label is left out."""
        low = max(self.holder.end if self.holder else 0, before - 16)
        if fond := bare.fond(self.text, low, before):
            self._put(self.rules.levels[0].name, fond)

    def _bare_leaves(self, reading: Reading | None) -> None:
        """Take leaves that have no word: they stand after a colon, or go down from the number of the file."""
        if reading:
            written = self.text[self.edge : reading.end].lstrip(" ,:")
            self.draft.tokens.append(Token("folios", "", written, reading.end - len(written), reading.end))
            self.draft.folios.extend(reading.folios)
            self.edge = reading.end

    def _put(self, level: str, value: Value) -> None:
        self.draft.put(level, value, self.text, normal(value.text) if self.soviet else None)

    def _next(self, level: str) -> None:
        """Begin the next mark of a list: what stands above *level* is taken over."""
        self.done.append(self.draft)
        rank = self.ranks[level]
        kept = [known for known in self.draft.levels if self.ranks.get(known.name, 99) < rank]
        self.draft = Draft(self.holder, self.convention, kept)

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
