"""Values that a word announces, in the family of fixed orders: ``box 12``, ``12. doboz``, ``ff. 3-5``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from provcheck.archives.lexicon.cuts import GROUP_TITLE, SIDED, value_after
from provcheck.archives.lexicon.folios import folios_at
from provcheck.archives.lexicon.kinds import GAP, TITLES, kind
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import Value, has_figure
from provcheck.archives.lexicon.vocabulary import Label
from provcheck.archives.reading import shaped
from provcheck.archives.reading.levels import plurals, required_levels, rule
from provcheck.archives.reading.listing import Listing
from provcheck.model.archive import LevelRule
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level

_NUMBER_FIRST = pattern(r"([IVX]+-\d+(?:\.\d+)*|\d+(?:[/–-](?:\d+|[a-z](?!\w)))*[a-z]?)\.?[ \u00a0]*")
_MORE_PARTS = pattern(
    r"(?:,? (?:and|&) |, (?=(?:\d{1,2}|[ivxIVX]+) (?:and|&) [\divxIVX]))"
    r"(\d{1,2}|[IVX]{1,5}|[ivx]{1,5})(?![\w/])(?!\. ?\d)"
)
_HOLDERS_OF_LEAVES = frozenset({"file", "bundle"})
_TWICE = frozenset({"item", "document-no"})
_PLURAL = frozenset("sS")
_UNITS = frozenset({"box", "volume", "bundle", "file"})
_NUMBER = pattern(r"\d+\w?(?:[-–]\d+)?")
_PAGE = pattern(r"\d+(?:[-–]\d+)?(?![\w/.])")
"""A number after the day of a newspaper is a page's."""

_SIGNED = frozenset({"shelf", "shelfsign", "roosevelt"})
"""Kinds of call numbers that have a sign of their own: ``MS Am 2560``, ``OF 463-C``."""
_CHAIN = pattern(r"([A-Z][^,;:()\d]{1,60}), (?:[A-Z][^,;:()]{2,60}, ){0,3}")
"""Titles, up to a word for a level."""
_UNITS_OF_PAPERS = frozenset({"box", "folder", "reel"})


class Announced(Listing):
    """Adds to the mark in the making what words for levels and leaves announce."""

    def _listed_behind(self, here: int) -> int | None:
        """Read the next mark of a list, after a semicolon and the title of its document."""
        at = self._behind_document(here)
        if at is None:
            return None
        if at in self.labels:
            return self._labelled(at) if self._has_level(at) else None
        return None if _PAGE.match(self.text, at) else self._listed_at(at)

    def _anew(self, here: int) -> int | None:
        """Begin with other papers of the archive: ``Smith Papers, Diary, box 3; Jones Papers, Letters, box 4``."""
        if not self.rules.last_title or self.holder is None or not self._lists_on(here):
            return None
        for own in self.rules.levels:
            value = self._pattern(own, here) if own.kind in _SIGNED else None
            if value and value.text[0].isalpha() and has_figure(value.text):
                return self._begin_anew(own.name, value)
        titles, first = _CHAIN.match(self.text, here, self.stop), self.draft.levels[0]
        if titles is None or titles.end() not in self.labels or first.name != "collection":
            return None
        if self.labels[titles.end()][1][0].level not in self.draft.labels() & _UNITS_OF_PAPERS:
            return None
        return self._begin_anew("collection", Value(titles[1], here, titles.end(1)))

    def _begin_anew(self, name: str, value: Value) -> int:
        """Begin a mark of the same archive with *value* of level *name*."""
        self._next(-1.0)
        self.draft.levels = []
        self.put(name, value)
        self.back, self.titled, self.bare = False, "", name
        return value.end

    def _value_first(self, here: int) -> int | None:
        """Read ``12. doboz``, ``45. o.``, where the convention has the number before its word."""
        number = _NUMBER_FIRST.match(self.text, here)
        if number is None or number.end() not in self.labels:
            return None
        item, meanings = self.labels[number.end()]
        name = meanings[0].level
        leaves = meanings[-1 if self.draft.has(name) else 0].role in {"leaf", "page"}
        if leaves and self.draft.levels and not self.draft.folios:
            reading = folios_at(self.text, here)
            if reading is None or self.text[reading.end : item.start].rstrip(" \u00a0") != ".":
                return None
            self.draft.leaves(self.text, here, reading)
            self.draft.note("folio-label", "", self.text, item.start, item.end)
            return item.end
        if self.bare == name and rule(self.rules.id, self.rules.files_in):
            self._into_unit()  # 32/b. 1969/12. ő. e.: the number without a word was the bundle's
        if not name or self.draft.has(name):
            return None
        self.draft.note("label", name, self.text, item.start, item.end)
        self.put(name, Value(number.group(1), number.start(1), number.end(1)))
        return item.end

    def _labelled(self, here: int) -> int | None:
        item, meanings = self.labels[here]
        at = value_after(self.text, item)
        if len(meanings) == 1 and meanings[0].role == "level" and not self.rules.values_first:
            return self._level(item, meanings, at)  # most
        if meanings[0].role == "aside":
            if number := kind("code").shape.match(self.text, at, self.stop):
                self.draft.note("aside", "", self.text, item.start, number.end())  # snímek 45
            return number.end() if number else None
        levels = [m for m in meanings if m.role == "level"]
        last = self.draft.last_name if self.rules.values_first else ""
        if levels and last == levels[0].level and not self.text[self.draft.end : here].strip(". "):
            return item.end  # "M-KS-288. f.": the number stood before its word
        sided = SIDED.match(self.text, at) is not None and any(m.role == "leaf" for m in meanings)
        if levels and levels[0].level in _HOLDERS_OF_LEAVES and meanings[-1].role == "leaf" and not sided:
            levels = self._unit_or_leaves(levels, at)
        leaf = (self.draft.has("file") or self.draft.has("volume")) and any(m.role == "leaf" for m in meanings)
        if self.draft.has("call-number") and item.end - item.start == 1 and meanings[-1].role == "leaf":
            levels = []  # rkps 1234, k. 12: of a manuscript the leaf, of papers the box
        if len(meanings) > len(levels) and levels[:1] and levels[0].level == "folder" and not self.draft.has("box"):
            levels = []  # box 12, f. 3 is a folder; without a box it is a leaf
        if len(meanings) > len(levels) == 1 and levels[0].level == "fonds" and self.draft.has_any(_UNITS):
            levels = []  # Caps. D. Fasc. 80, f. 3
        if levels and self.draft.levels and sided:
            levels = []  # vol. 12, f. 34v
        if levels and not (leaf and self.ranks[levels[0].level] < self.rank) and (end := self._level(item, levels, at)):
            return end
        again = self.holder is not None and self.holder.same  # ebd., Bl. 15
        roles = {m.role for m in meanings}
        if (roles - {"level"} and self.draft.levels) or (again and "leaf" in roles):
            reading = folios_at(self.text, at)
            if reading and reading.end <= self.stop:
                self.draft.leaves(self.text, at, reading, item)
                return reading.end
        return None

    def _unit_or_leaves(self, levels: list[Label], at: int) -> list[Label]:
        """Say what a word means that a unit and its leaves share: the leaves of the unit that is there, if last."""
        there = _UNITS if len(levels) > 1 else frozenset({levels[0].level})
        if not self.draft.has_any(there):
            return [m for m in levels if m.level != "file"] or levels  # Affari esteri, f. 123: a filza
        end = _NUMBER.match(self.text, at)
        comma = end and GAP.match(self.text, end.end())
        after = comma and self.labels.get(comma.end())
        if comma and comma.group(1) == "," and after and all(m.role == "leaf" for m in after[1]):
            return [m for m in levels if m.level == "file"] or levels  # b. 12, f. 3, c. 4: a fascicolo
        return []

    def _level(self, item: Found, meanings: Sequence[Label], at: int) -> int | None:
        if self.bare == "inv-no" and any(m.level == "inv-no" for m in meanings):
            self._into_title()  # TBO 12, nr. 345
        name = meanings[0].level if len(meanings) == 1 else self._fitting(meanings, at, item)
        if name == "file" and not self.draft.levels and "call-number" in required_levels(self.rules.id):
            name = "call-number"  # Biblioteka Czartoryskich, sygn. 5478
        titled = self.draft.has(name) and ";" not in self.text[self.draft.end : item.start]
        values = shaped.announced(self.stretch, name, item, at, titled=titled, lowest=self._lowest)
        if not values or values[-1].end > self.stop:
            return None
        if self._restated(name, values, item.start):
            return values[-1].end
        last = self.draft.last_name
        further = name == "series" and last == self.titled and self._below_series(last)
        if further:
            name = "subseries"  # PNF, Servizi vari, serie I: a part of the series that its title names
        rank = self.ranks[name]
        if further:
            pass
        elif last == name and (self.titled == name or name == "collection"):
            # "Ministry of Justice, access number 2.09": the number says it better than the title before it.
            self._drop_last()
        elif name == "fonds" and titled and self._only_titles() and values[0].text[0].isdigit():
            self.draft.levels.clear()  # fond KSČ-ÚV, předsednictvo, f. 02/1
            self.draft.tokens.clear()
        unit = self.rules.files_in
        of_papers = bool(self.rules.last_title)
        if (
            name == "file"
            and self.bare == "file"
            and not of_papers
            and self.draft.levels[-1].value[0].isdigit()
            and rule(self.rules.id, unit)
            and not self.draft.has(unit)
        ):
            self._into_unit()  # F7 12961, dossier 3: the number without a word was the carton
        liasse = name == "bundle" and self.rules.languages[0] == "de"  # PA I 523, Liasse XLVII/8a
        if self.bare == "file" and rank < self.rank and name in {"bundle", "box"} and not liasse:
            self._into_title(plain=True)
        if self.bare == name and name in _UNITS:
            self._into_title(plain=True)  # Protocolos, oficio 19, leg. 12
        self.bare = ""
        if not further and not self._says_more(name, item):
            over = self.draft.folios and rank <= self.rank and ";" in self.text[self.draft.end : item.start]
            if over or self.draft.has(name):
                before = [*takewhile(lambda level: level.name != name, self.draft.levels)] if not over else []
                self._next(rank)
                self.draft.levels = before or self.draft.levels  # kart. 12, sign. 3; kart. 13, sign. 4
            elif rank < self.rank:
                self.back = True
        if name in self.rules.own_titles:
            self._drop_titles()  # the title of a film is no fonds
        if len(values) > 1 and self.rules.lists_by_plural and not self._lists(item, values):
            values = values[:1]  # caja 1234, 12: the folder
        self.plural = self.text[item.end - 1] in _PLURAL
        self.draft.note("label", name, self.text, item.start, item.end)
        self.put(name, values[0])
        if name == "fonds" and not has_figure(values[0].text):
            self.titled = name  # f. KSČ-ÚV, 02/1: the number says it better
        if len(values) == 1:
            self._may_go_on(rule(self.rules.id, name))
        for value in values[1:]:
            if self._begins_again(value, name):
                return self.draft.end
            self._again(name, value)
        if name == "part" and self.text[item.end - 1] in _PLURAL and self._more_parts(rank):
            return self.draft.end
        if name == "record-group" and (title := GROUP_TITLE.match(self.text, values[-1].end, self.stop)):
            return title.end()
        return values[-1].end

    def _below_series(self, last: str) -> bool:
        """Tell whether the title just read is a series of a fonds, which a series by its number may follow."""
        return (
            last in {"series", "subseries"} and self.draft.has("fonds") and rule(self.rules.id, "subseries") is not None
        )

    def _lists(self, item: Found, values: Sequence[Value]) -> bool:
        """Tell whether *values* are several of one level: *item* is a plural, or "and" stands before the last."""
        word = self.text[item.start : item.end]
        listed = word[-1] in _PLURAL or word.lower() in plurals(self.rules.id)
        return listed or "," not in self.text[values[-2].end : values[-1].start]

    def _into_unit(self) -> None:
        """Make of the number just read, which had no word, what the convention keeps such files in."""
        unit = self.rules.files_in
        self.draft.levels[-1] = Level(unit, self.draft.levels[-1].value)
        self.draft.tokens[-1] = self.draft.tokens[-1]._replace(level=unit)
        self.bare = ""

    def _more_parts(self, rank: float) -> bool:
        """Read on with further parts of the file, each a mark: ``Parts I and II``. Tell whether there were any."""
        before = self.draft
        while further := _MORE_PARTS.match(self.text, self.draft.end, self.stop):
            self._next(rank)
            self.put("part", Value(further.group(1), further.start(1), further.end(1)))
        return self.draft is not before

    def _may_go_on(self, own: LevelRule | None) -> None:
        """Keep the rule of a number after which others may follow without the word: ``inv.nrs. 12, 13 en 15``."""
        if own is not None and own.kind not in TITLES and not (self.bares and any(own is bare for bare in self.bares)):
            self.bares.append(own)

    def _says_more(self, name: str, item: Found) -> bool:
        """Tell whether the word *item* for level *name* goes on with this mark, whatever is there already."""
        last = self.draft.last_name
        if name == last and last in _TWICE and name not in self.draft.labels():
            return True  # R.7, N.61; ALC 3/548/1, no. 5
        if name == "section" and last == "fonds" and self.text[self.draft.end : item.start] == ", ":
            return True  # Sección República, Fondo Ministerio de Gobierno, Sección 1a
        if name == "volume" and last == "file" and (self._is_last(name) or self.text.startswith("file ", item.start)):
            return True  # the volume of the file, beside the volume that holds it
        if name == "file" and last == "box" and self.back:
            return True  # file 12, volume 3, box 1, file 1-5: the second one is of the box
        return self.draft.has(name) and self._named_otherwise(
            name, item
        )  # Unit 12, Item K1234: two words for one level

    def _fitting(self, meanings: Sequence[Label], at: int, item: Found) -> str:
        """Return which of the levels that *item* may announce comes next: the first whose values look like this one."""
        free = [
            m.level
            for m in meanings
            if (self.ranks[m.level] > self.rank and not self.draft.has(m.level)) or self._replaces(m.level)
        ]
        if len(free) > 1:
            rules = [r for name in free for r in self.rules.levels if r.name == name and r.kind not in TITLES]
            word = self.text[item.start : item.end].lower()
            own = [r for r in rules if word in r.words] or [r for r in rules if r.words]
            fits = next((r.name for r in own if kind(r.kind).shape.match(self.text, at)), None)
            if fits:
                return fits
        absent = [m.level for m in meanings if not self.draft.has(m.level)]
        return next(iter(free or absent), meanings[0].level)

    def _replaces(self, name: str) -> bool:
        """Tell whether a number may be better than the title just read: ``WUSW Wrocław, sygn. 053/12``."""
        last = self.draft.last_name
        return name == self.titled == last and any(
            r.name == name and kind(r.kind).over_any_title for r in self.rules.levels
        )
