"""Values that no word announces, in the family of fixed orders: the 84123 of ``FO 371/84123``."""

from __future__ import annotations

from operator import itemgetter

from provcheck.archives.lexicon.cuts import BARE_END, PAPERS_CODE, SIDED, SIDED_FOLIOS, names_collection
from provcheck.archives.lexicon.folios import folios_at
from provcheck.archives.lexicon.kinds import TITLES, gap_at, kind
from provcheck.archives.lexicon.times import YEARS_ONLY
from provcheck.archives.lexicon.values import Value
from provcheck.archives.reading import shaped
from provcheck.archives.reading.announced import Announced
from provcheck.archives.reading.marking import FURTHER
from provcheck.archives.reading.steps import Step, after
from provcheck.model.archive import LevelRule
from provcheck.model.shelfmark import Level

_NAME = itemgetter(0)
_FREE = TITLES | {"symbol"}
"""Kinds whose values have no form by which a list of them could be known."""


class Unannounced(Announced):
    """Adds to the mark in the making the level that its kind and the sign before it tell."""

    def _next_level(self, here: int, separator: str, sign: str, *, prose: bool) -> int | None:
        """Read the next level whose kind and *sign* before it fit; with *prose* no title, figures before titles."""
        text, stop, limit = self.text, self.stop, self.stretch.next_label(here)
        there = [*map(_NAME, self.draft.levels)]
        reached = -1.0 if self.back else self.rank
        for step in after(self.rules.id, sign, text[here], reached):
            rule, match = step.rule, None
            if step.shape:
                match = step.shape.match(text, here, stop if step.kind.past_words else limit)
                if match is None and rule.name != "folder":
                    continue  # most
            instead = bool(there) and self._is_better(step, here, there[-1])
            if instead and step.kind.comma_after_title and self._numbers_title(here, separator):
                continue  # VOC, 1.04.02
            above = rule.name in there or (step.rank <= reached and not step.kind.anywhere)
            if above and not instead and not (step.again and self._comes_again(rule, separator, there)):
                continue
            if step.asks and ((prose and step.titled) or not self._may_come(step, here, there)):
                continue
            if rule.name == "folder" and self._box_ahead(here):
                rule = FURTHER
                value = self._pattern(rule, here) if step.titled else shaped.value(self.stretch, rule, here)
            elif match:
                value = shaped.of_shape(text, rule, match)
            else:
                value = None if step.shape else self._pattern(rule, here)
            if value is None or value.end > stop or (instead and self._says_less(rule, value, separator)):
                continue
            self._take(rule, value, instead=instead)
            return value.end
        return None

    def _is_better(self, step: Step, here: int, last: str) -> bool:
        """Tell whether a number at *here* is better than the title just read, which it replaces."""
        rule = step.rule
        if self.titled == last and step.kind.over_title and (last == rule.name or step.kind.over_any_title):
            return True
        papers = last == "collection" and self.titled == "fonds" and step.kind.over_title
        return papers and PAPERS_CODE.match(self.text, here) is not None  # NL Seeckt, N 247/12

    def _says_less(self, rule: LevelRule, value: Value, separator: str) -> bool:
        """Tell whether *value* is no better than the title before it after all: a year, the number of an item."""
        if YEARS_ONLY.fullmatch(value.text):
            return True
        if not kind(rule.kind).followed:
            return False
        # Conseil d'État, 123: the number of the item, not of the archive
        return (separator == " " and "." not in value.text) or (value.text.isdigit() and not self._more(value.end))

    def _take(self, rule: LevelRule, value: Value, *, instead: bool) -> None:
        """Add *value*, which has no word, to the mark, or put it *instead* of the title before it."""
        of = kind(rule.kind)
        if instead and of.title_is_series:
            self.draft.levels[-1] = Level("series", self.draft.levels[-1].value)  # Szyfrogramy, 6/77: a series
            self.draft.tokens[-1] = self.draft.tokens[-1]._replace(level="series")
        elif instead:
            self._drop_last()
        folder = rule.name == "folder" and not self.draft.has("series")
        if of.closes_titles:
            self._last_title()
        self.put("series" if folder and self.stretch.volume_after(value.end) else rule.name, value)
        self.titled = rule.name if of.title or rule.kind in TITLES or names_collection(value.text) else ""
        self.bare = rule.name
        if rule.kind not in _FREE:
            self.bares.append(rule)
        if of.after_box:
            self.rank = self.ranks["box"]  # Box 365, Subject Files, …: what comes is the folder

    def _numbers_title(self, here: int, separator: str) -> bool:
        """Tell whether a bare number is the file's of the title before it: ``Heinrich-Mann-Archiv, 12/3``."""
        named = self.draft.levels[-1].value.endswith(("Archiv", "archiv", "Sammlung", "sammlung"))
        return self.text[here].isdigit() and (separator == " " or named)

    def _may_be_prose(self, separator: str) -> bool:
        """Tell whether a small letter after the archive begins no title: ``YIVO moved its …``."""
        named = self.holder.written if self.holder else ""
        return separator == " " or (self.rules.capital_titles and len(named) < 4) or bool(self.rules.last_title)

    def _more(self, end: int) -> bool:
        """Tell whether another number or a word for a level follows at *end*."""
        _, here = gap_at(self.text, end)
        if here not in self.labels:
            return self.text[here : here + 1].isdigit()
        return self.labels[here][1][0].role == "level"

    def _bare_folios(self, here: int, separator: str) -> int | None:
        """Read pages without a word: leaves with their sides, or as the convention has them."""
        rule = self.rules.folios
        if separator in ", " and self.draft.levels and not self.draft.folios and SIDED.match(self.text, here):
            rule = SIDED_FOLIOS
        if rule is None or separator not in rule.after or self.draft.folios or not self.draft.levels:
            return None
        if rule is self.rules.folios and not self.draft.has(self.rules.leaves_after or self.draft.levels[0].name):
            return None
        reading = folios_at(self.text, here)
        if reading is None or reading.end > self.stop or (rule.words and not BARE_END.match(self.text, reading.end)):
            return None
        self.draft.leaves(self.text, here, reading)
        return reading.end
