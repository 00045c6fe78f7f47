"""The state of reading a stretch by a coded convention, which every function of this room is handed and changes."""

from __future__ import annotations

from collections.abc import Sequence

from provcheck import tables
from provcheck.archives.lexicon import sight
from provcheck.archives.lexicon.cuts import names_collection
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import Value, has_figure
from provcheck.archives.lexicon.vocabulary import Name
from provcheck.archives.reading.coded import shaped
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.archives.reading.stretch import Stretch
from provcheck.model.archive import Convention, LevelRule
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level

_MAPS = pattern(r"MP(?:-|$)|[Mm]apas y [Pp]lanos")
"""Sections of maps, whose numbers are the maps' own."""


_KNOWN = frozenset({"call-number", "collection"})


def keeper(holder: Holder | None, level: str, value: Value) -> Holder | None:
    """Return whose the next of a list is: *holder*'s, or the library's that alone has it: ``Clm 12 and Harley 268``."""
    known = {name.archive for name in holder.names} if holder else set()
    if level not in _KNOWN:
        return holder
    for archive, shape in sight.listed().items():
        fits = shape.match if level == "call-number" else shape.fullmatch  # of a collection the whole: L.S.L.
        if archive not in known and fits(value.text):
            return Holder(value.start, value.start, "", (Name(archive, "current"),), id=archive)
    return holder


class Marking:
    """The mark in the making, those that are done, and what was read last."""

    def __init__(self, text: str, found: Sequence[Found], holder: Holder | None, rules: Convention, stop: int) -> None:
        self.text = text
        self.holder = holder
        self.rules = rules
        self.stop = stop
        self.ranks = tables.ranks(rules.id)
        self.stretch = Stretch(text, found, rules, stop)
        self.labels, self.starts = self.stretch.labels, self.stretch.starts
        self.drafts: list[Draft] = []
        self.draft = Draft(holder, rules.id)
        self.rank = -1.0
        """The rank in the convention of the level put last; the broadest comes first."""
        self.back = False
        """A broader level came after a narrower one, so that the rank says no more what may come."""
        self.titled = ""
        """The level whose value, just put, is a title without a word for its level."""
        self.bare = ""
        """The level whose value was just put without a word for its level."""
        self.glossed = -1
        """Where the fonds ends whose title was passed over."""
        self.plural = False
        """The last word for a level was a plural, after which lists come: ``Files 289 and 290, Smith Papers``."""
        self.alone = False
        """Only one mark is read, and no list of marks that are all made alike."""
        self.bares: list[LevelRule] = []
        """The rules by which numbers without words were put, in their order."""

    def afresh(self, stop: int) -> Marking:
        """Return the state before the first mark of the same stretch, which ends at *stop*."""
        new = Marking(self.text, (), self.holder, self.rules, stop)
        new.stretch = self.stretch.until(stop)
        new.labels, new.starts = new.stretch.labels, new.stretch.starts
        new.alone = True
        return new

    def take(self, other: Marking) -> int:
        """Go on behind the marks of *other*, which was read afresh; return where they end."""
        self.drafts += [self.draft, *other.drafts[:-1]]
        self.draft, self.bares = other.draft, other.bares
        self.rank, self.glossed, self.titled = other.rank, other.glossed, other.titled
        self.bare, self.back, self.plural = other.bare, other.back, other.plural
        return self.draft.end

    def value(self, rule: LevelRule, at: int) -> Value | None:
        """Read a value of the kind of *rule* at *at*."""
        return shaped.value(self.stretch, rule, at)

    def has_level(self, at: int) -> bool:
        """Tell whether the word at *at* is that of a level which is there already."""
        return self.draft.has(self.labels[at][1][0].level)

    def put(self, name: str, value: Value) -> None:
        """Take *value* for the level *name*, which is now the last."""
        if name == "series" and self.text[value.end : value.end + 6].lstrip(" ,:").startswith("Lot "):
            self.draft.put(name, value, self.text)
            self.rank = self.ranks[name]
            return  # Keefer Papers Lot File 09D480
        papers = value.text.endswith("Papers") or value.text.startswith("Papers of ")
        broadest = name == "fonds" or (name == "series" and not self.draft.levels and papers)
        if broadest and names_collection(value.text):
            name = "collection"
        if name == "folder" and names_collection(value.text) and self._ends_with_collection():
            self.draft.levels = [level for level in self.draft.levels if level.name != "collection"]
            name = "collection"  # Box 68, RFK Papers; Box 30, Sorensen Papers
        if name == "bundle" and self.rules.maps and any(_MAPS.match(level.value) for level in self.draft.levels):
            name = self.rules.maps  # AGI, MP-México, 70
        if name == "folder" and value.text.endswith(" folder"):
            value = value._replace(text=value.text[: -len(" folder")])  # box 2, Doe folder
        self.draft.put(name, value, self.text)
        self.rank = self.ranks[name]

    def _ends_with_collection(self) -> bool:
        """Tell whether the mark before ends with its collection, and this one has it from there."""
        ended = bool(self.drafts) and self.drafts[-1].last_name == "collection"
        return ended and all(token.level != "collection" for token in self.draft.tokens)

    def next_mark(self, rank: float) -> None:
        """Begin the next mark, which takes over the levels that are broader than *rank*."""
        self.drafts.append(self.draft)
        above = [level for level in self.draft.levels if self.ranks[level.name] < rank]
        self.draft = Draft(self.holder, self.rules.id, above)

    def again(self, name: str, value: Value) -> int:
        """Begin the next mark of a list with *value* of level *name*; return where it ends.

        All stays that is there before the last level, if that is of *name*.
        """
        *before, last = self.draft.levels
        self.holder = keeper(self.holder, name, value)
        self.next_mark(self.ranks[name])
        if last.name == name:
            self.draft.levels = before
        self.put(name, value)
        return value.end

    def drop_last(self) -> None:
        """Take back the value put last."""
        self.draft.levels.pop()
        self.draft.tokens.pop()

    def drop_titles(self) -> None:
        """Take back all values, unless a word announced the first."""
        if not any(token.kind == "label" for token in self.draft.tokens[:1]):
            self.draft.levels.clear()
            self.draft.tokens.clear()

    def into_title(self, *, plain: bool = False) -> None:
        """Take the number just read for a part of the title before it: ``Escribanía 1, leg. 12, exp. 4``.

        With *plain* the title must be one without figures.
        """
        levels, tokens = self.draft.levels, self.draft.tokens
        if min(len(levels), len(tokens)) < 2 or (plain and has_figure(levels[-2].value)):
            return
        if self.text[tokens[-2].end : tokens[-1].start] != " ":
            return
        number, token = levels.pop(), tokens.pop()
        title = levels[-1]
        levels[-1] = Level(title.name, f"{title.value} {number.value}")
        tokens[-1] = tokens[-1]._replace(text=self.text[tokens[-1].start : token.end], end=token.end)
        self.rank = self.ranks[title.name]

    def into_unit(self) -> None:
        """Make of the number just read, which had no word, what the convention keeps such files in."""
        self.draft.rename_last(self.rules.files_in)
        self.bare = ""
