"""What leads from an archive to its mark, and from one mark to the next: dates and titles, lists."""

from __future__ import annotations

from provcheck.archives.lexicon.cuts import AT_SIGHT, BARE_END, CAPITALS, CODE_GOES_ON, FAR, FIELD, FORM
from provcheck.archives.lexicon.kinds import PATTERNS
from provcheck.archives.lexicon.times import DATED, TIMES
from provcheck.archives.lexicon.values import Value
from provcheck.archives.lexicon.vocabulary import prefixes
from provcheck.archives.reading.draft import Draft
from provcheck.archives.reading.marking import Marking


class Listing(Marking):
    """Adds to the mark in the making those of a list."""

    def _written_on(self, here: int) -> int | None:
        """Return where a date ends that stands between the archive and its mark: ``10 Feb. 1960, 855-18-778``."""
        date = DATED.match(self.text, here, self.stop)
        return date.end() if date and (len(date.group()) > 4 or not self.stretch.traits.yearly) else None

    def _sought(self, here: int) -> int | None:
        """Read the mark that stands behind the title of the document, where its form tells it from everything else."""
        for rule in self.rules.levels if self.holder and self.holder.written else ():
            if rule.kind in AT_SIGHT:
                for start in FIELD.finditer(self.text, here, min(self.stop, here + FAR)):
                    if ";" in self.text[here : start.end()]:
                        break
                    if value := self._pattern(rule, start.end()):
                        self.put(rule.name, value)
                        self.bare = rule.name
                        return value.end
        return None

    def _same_again(self, here: int) -> int | None:
        """Read on a list: folders that are years or months, ``1947–1948; 1949–1950 and 1951``."""
        here += 4 if self.text.startswith("and ", here) else 0
        last = self.rules.level(self.draft.levels[-1].name)
        if last is None or last.kind != "title" or not TIMES.fullmatch(self.draft.levels[-1].value):
            return None
        match = TIMES.match(self.text, here, self.stop)
        if match is None:
            return None
        self._next(self.ranks[last.name])
        self.put(last.name, Value(match.group(), match.start(), match.end()))
        return match.end()

    def _listed(self, here: int) -> int | None:
        """Read on a list of codes: the next piece of the series (``FO 371/84059,84081``), or the next code whole."""
        if self.bare in {"file", "item"} and (value := self._alike(here)):
            self._next(self.ranks[self.bare])
            self.put(self.bare, value)
            return value.end
        first = self.rules.levels[0]
        if first.kind != "series" or not first.required or not all(self.draft.has(r.name) for r in self._required()):
            return None
        last = self._required()[-1]
        if self.bare == last.name and here == self.draft.end + 1 and (value := self._pattern(last, here)):
            self._next(self.ranks[last.name])
            self.put(last.name, value)
            self.bare = last.name
            return value.end
        value = self._pattern(first, here)
        if value is None or value.text.split()[0] not in prefixes() or not CODE_GOES_ON.match(self.text, value.end):
            return None
        return self._restart(here)

    def _alike(self, here: int) -> Value | None:
        """Return the next file of a list, which has the form of the last: ``1248/1979, M680/1979, 2769/1979``."""
        last = self.draft.levels[-1]
        match = PATTERNS["code"].match(self.text, here, self.stop)
        if last.name != self.bare or match is None or "/" not in last.value:
            return None
        if FORM.sub("9", match.group().lstrip(CAPITALS)) != FORM.sub("9", last.value.lstrip(CAPITALS)):
            return None
        return Value(match.group(), here, match.end()) if BARE_END.match(self.text, match.end()) else None

    def _restart(self, here: int) -> int | None:
        """Begin a new mark of the same archive after ``and``: only where its first level is plainly there."""
        for rule in self.rules.levels:
            if rule.after and rule.required and rule.kind not in {"words", "title", "symbol"}:
                value = self._pattern(rule, here)
                if value:
                    self.drafts.append(self.draft)
                    self.draft = Draft(self.holder, self.rules.id)
                    self.rank = -1.0
                    self.put(rule.name, value)
                    return value.end
        return None
