"""What stands among labelled levels without its word: files, the fond before its opis, leaves after a colon."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from provcheck import tables
from provcheck.archives.lexicon.folios import Reading
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import Value, lead_and_value, normal, value_at
from provcheck.archives.lexicon.vocabulary import Label
from provcheck.archives.reading import bare
from provcheck.archives.reading.deciding import Deciding
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.archives.reading.levels import LOW, MIDDLE, TOP, soviet
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Token

BESIDE = 4
"""How far a reel may stand behind the level or leaves that it goes with, or a file behind its opis."""
_NUMBER_SIGN = pattern(
    r"(?: \([^()]{1,40}\)|(?P<title>[.,] [^\W\d_][^\d.,;:()№]{3,40}))?"
    r"[\s,.;:–—]{0,5}(?:№+|[NnНн][oоºr°.]\.?)[ \u00a0]{0,2}(?=\d)"
)
"""The sign of a number where a word for the file is missing: ``. № 23``."""
_SIGN_OF_FILE = pattern(r"[^\W\d_]-")
"""How the number of a file begins that has a letter: ``Р-33835``."""
_THREE = pattern(r"((?:[^\W\d_]-?)?\d+[^\W\d_]?)-(\d+[^\W\d_]?)-(\d+[^\W\d_]?)")
"""Fond, opis and file in one: ``792-1-17``."""
_ENDS = pattern(r"[\s.]*(?:[,.;:)\]»”\"(]|$)")


class Unworded(Deciding):
    """The mark in the making, its archive, and what is put into it without a word."""

    def __init__(
        self, text: str, found: Sequence[Found], holder: Holder | None, convention: str, begun: Draft | None
    ) -> None:
        super().__init__(text, found, convention, begun or Draft(holder, convention))
        self.holder = holder
        self.rules = tables.conventions()[convention]
        self.soviet = convention in soviet()
        self.done: list[Draft] = []
        if begun:
            self.edge = begun.end
        else:
            self.edge = holder.end if holder and not holder.same else (found[0].start if found else 0)

    def _announced_file(self, position: int, label: Found) -> None:
        """Read the file that a phrase announces, first of all or last: ``опись № 1, арх. дело № 46``."""
        if not self.draft.levels:
            self._file_at_once(label.end, position + 1)
            return
        awaited = self.draft.has_any(MIDDLE) and not self.draft.has_any(LOW) and label.start - self.edge < BESIDE
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

    def _parted(self, position: int, value: Value) -> None:
        """Put the fond *value*, or fond, opis and file where it is all three: ``ф. 792-1-17``."""
        three = _THREE.fullmatch(value.text)
        if three is None or self._follows(position, "", MIDDLE | LOW):
            self._put("fond", value)
            return
        for number, name in enumerate(("fond", "opis", "delo"), 1):
            start, end = three.span(number)
            self._put(name, Value(three[number], value.start + start, value.start + end))

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
