"""The engine for marks whose parts stand in a fixed order, words or none: ``FO 371/84123``, ``NAA: A1838, 2498/11``.

Going along the line, each piece is a labelled value, or the next level of the convention whose kind it fits and
whose separator stands before it. What fits nothing ends the mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from provcheck import tables
from provcheck.archives.around import after_gloss
from provcheck.archives.cuts import (
    AND_CAPITAL,
    ANYWHERE,
    BETTER,
    FAR,
    FOLDER_NUMBER,
    GLOSS_SIGN,
    GROUP_TITLE,
    HYPHEN,
    LISTED,
    NEW_SENTENCE,
    NEXT_LETTER,
    NUMBER_BEFORE,
    NUMBER_FIRST,
    PAPERS_BEFORE,
    PLAIN,
    QUOTE,
    SENTENCE,
    SIGN,
    TRAILING,
    leads,
    opens_a_remark,
)
from provcheck.archives.draft import Draft, Holder
from provcheck.archives.folios import folios_at
from provcheck.archives.kinds import (
    AND_SERIES,
    DATE,
    GAP,
    GLOSS,
    HEADING,
    HEREAFTER,
    PATTERNS,
    REST,
    TITLE,
    TITLES,
    YEARS,
    YEARS_ONLY,
)
from provcheck.archives.scan import Found
from provcheck.archives.values import LEAD, Value, values_at
from provcheck.archives.vocabulary import Label
from provcheck.model.archive import Convention, LevelRule
from provcheck.model.shelfmark import Level, Token

_TITLE_PATTERNS = {"words": TITLE, "title": REST, "heading": HEADING}


@cache
def _ranks(convention: str) -> dict[str, int]:
    return {level.name: rank for rank, level in enumerate(tables.conventions()[convention].levels)}


class _Reader:
    """Reads the marks of one stretch of the line."""

    def __init__(self, text: str, found: Sequence[Found], holder: Holder | None, rules: Convention, stop: int) -> None:
        self.text = text
        self.holder = holder
        self.rules = rules
        self.stop = stop
        self.ranks = _ranks(rules.id)
        self.labels: dict[int, tuple[Found, Sequence[Label]]] = {}
        for item in found:
            meanings = item.labels.get(rules.id)
            if item.what == "label" and meanings and (leads(text, item.end) or rules.values_first):
                self.labels[item.start] = (item, meanings)
        self.starts = sorted(self.labels)
        self.drafts: list[Draft] = []
        self.draft = Draft(holder, rules.id)
        self.rank = -1
        self.back = False
        self.titled = ""
        """The level whose value, just put, is a title without a word for its level."""
        self.bare = ""
        """The level whose value was just put without a word for its level."""

    def read(self, start: int) -> list[Draft]:
        at = start
        while at < self.stop:
            gap = GAP.match(self.text, at)
            assert gap is not None
            separator = gap.group(1) or " "
            if separator in {"and", "y", "et"}:
                separator = "and"
            here = gap.end()
            if here >= self.stop:
                break
            end = self._labelled(here) if here in self.labels else self._value_first(here)
            if end is None:
                end = self._placed(here, separator, at == start)
            if end is None:
                end = self._skip(here, separator)
            if end is None:
                break
            at = end
        if self.draft.tokens:
            self.drafts.append(self.draft)
        return self.drafts

    def papers(self, value: Value) -> None:
        """Take the collection that is named before its archive or its code: ``Smith Papers, ABC 1/2``."""
        self._put("collection", value)

    def _value_first(self, here: int) -> int | None:
        """Read ``12. doboz``, where the convention has the number before its word."""
        if not self.rules.values_first:
            return None
        number = NUMBER_FIRST.match(self.text, here)
        if number is None or number.end() not in self.labels:
            return None
        item, meanings = self.labels[number.end()]
        name = meanings[0].level
        if not name or self.draft.has(name):
            return None
        self.draft.tokens.append(Token("label", name, self.text[item.start : item.end], item.start, item.end))
        self._put(name, Value(number.group(1), number.start(1), number.end(1)))
        return item.end

    def _labelled(self, here: int) -> int | None:
        item, meanings = self.labels[here]
        lead = HYPHEN.match(self.text, item.end) or LEAD.match(self.text, item.end)
        assert lead is not None
        levels = [m for m in meanings if m.role == "level"]
        last = self.draft.levels[-1].name if self.rules.values_first and self.draft.levels else ""
        if levels and last == levels[0].level and not self.text[self.draft.end : here].strip(". "):
            return item.end  # "M-KS-288. f.": the number stood before its word
        if levels and (end := self._level(item, levels, lead.end())):
            return end
        if any(m.role != "level" for m in meanings) and self.draft.levels:
            reading = folios_at(self.text, lead.end())
            if reading and reading.end <= self.stop:
                self.draft.tokens.append(Token("folio-label", "", self.text[here : item.end], here, item.end))
                self.draft.tokens.append(
                    Token("folios", "", self.text[lead.end() : reading.end], lead.end(), reading.end)
                )
                self.draft.folios.extend(reading.folios)
                return reading.end
        return None

    def _level(self, item: Found, meanings: Sequence[Label], at: int) -> int | None:
        name = meanings[0].level
        for meaning in meanings:
            if self.ranks[meaning.level] > self.rank and not self.draft.has(meaning.level):
                name = meaning.level
                break
        values: list[Value] = []
        for rule in self.rules.levels:
            titled = rule.kind in TITLES and self.draft.has(name)
            if rule.name == name and not values and not titled:
                values = self._values(rule, at)
        if not values or values[-1].end > self.stop:
            return None
        rank = self.ranks[name]
        if self.titled == name and self.draft.levels[-1:] and self.draft.levels[-1].name == name:
            # "Ministry of Justice, access number 2.09": the number says it better than the title before it.
            self._drop_last()
        if name == "file" and self.bare == "file" and self.rules.level("box") and not self.draft.has("box"):
            # F7 12961, dossier 3: the number without a word was the carton.
            self.draft.levels[-1] = Level("box", self.draft.levels[-1].value)
            self.draft.tokens[-1] = self.draft.tokens[-1]._replace(level="box")
        self.bare = ""
        if name == "volume" and self.draft.levels[-1:] and self.draft.levels[-1].name == "file" and self._is_last(name):
            pass  # the volume of the file, beside the volume that holds it
        elif self.draft.has(name) or (self.draft.folios and rank <= self.rank):
            self._next(rank)
        elif rank < self.rank:
            self.back = True
        self.draft.tokens.append(Token("label", name, self.text[item.start : item.end], item.start, item.end))
        self._put(name, values[0])
        for value in values[1:]:
            self._next(rank)
            self._put(name, value)
        if name == "record-group" and (title := GROUP_TITLE.match(self.text, values[-1].end, self.stop)):
            return title.end()
        return values[-1].end

    def _is_last(self, name: str) -> bool:
        """Tell whether *name* is there already and no further file follows that a second one could begin."""
        return (
            self.draft.has(name)
            and sum(1 for start in self.starts if start > self.draft.end and self.labels[start][1][0].level == "file")
            == 0
        )

    def _values(self, rule: LevelRule, at: int) -> list[Value]:
        """Read what stands after a label: the level's own kind, or at least something with a figure."""
        if rule.kind not in {"number", "lettered"}:
            value = self._pattern(rule, at)
            if value or rule.kind in {"title", "symbol"}:
                return [value] if value else []
            return values_at(self.text, at, "code", many=False)
        found = values_at(self.text, at, rule.kind, many=rule.name in LISTED)
        while len(found) > 1 and not PLAIN.fullmatch(found[-1].text):
            found.pop()
        if len(found) > 1 and self.text[found[0].end : found[1].start] == ",":
            del found[1:]  # PTR,LEG,54,71: without blanks the comma leads to the next level
        if len(found) == 1 and (longer := PATTERNS["code"].match(self.text, at)) and longer.end() > found[0].end:
            return [Value(longer.group(), at, longer.end())]
        found = found or values_at(self.text, at, "code", many=False)
        if not found and rule.name == "file" and (sign := SIGN.match(self.text, at)):
            found = [Value(sign.group(), at, sign.end())]
        return found

    def _pattern(self, rule: LevelRule, at: int) -> Value | None:
        """Match a value of the kind of *rule* at *at*, as written."""
        limit = self._limit(rule, at)
        text = self.text
        if rule.kind in TITLES:
            match = _TITLE_PATTERNS[rule.kind].match(text, at, limit)
            if not match or (rule.kind == "words" and DATE.match(text, at)) or opens_a_remark(text, at):
                return None
            end = match.end()
            if other := NEXT_LETTER.search(text, at, end):
                end = other.start()
            if rule.kind == "words" and (years := YEARS.match(text, end, limit)):
                end = years.end()
            if rule.kind == "title" and (number := FOLDER_NUMBER.match(text, at, end)):
                end = number.end()
            elif rule.kind == "title" and (other := AND_CAPITAL.search(text, at, end)):
                end = other.start()
        elif rule.kind == "symbol":
            match = PATTERNS["symbol"].match(text, at, limit)
            if not match:
                return None
            end = match.end()
            if joined := AND_SERIES.search(text, at, end):
                end = joined.start()
            if sentence := SENTENCE.search(text, at, end):
                end = sentence.start()
        else:
            match = PATTERNS[rule.kind].match(text, at, limit if rule.kind != "decimal" else self.stop)
            if not match:
                return None
            end = match.end()
            if "v" in match.groupdict():
                return Value(match.group("v"), at, end)
        if trailing := TRAILING.search(text[at:end].rstrip()):
            end = at + trailing.start()
        written = text[at:end].rstrip(" \u00a0.,–—-\"”'’“„")
        if rule.kind in TITLES:
            written = HEREAFTER.sub("", written.lstrip('“"‘«„'))
            if rule.name in {"fonds", "section", "collection"}:
                written = GLOSS.sub("", written)
        if not written:
            return None
        return Value(" ".join(written.split()), at, at + len(text[at:end].rstrip(" \u00a0,–—-")))

    def _limit(self, rule: LevelRule, at: int) -> int:
        """Return where the next label ends a value: any label, but for the titles of folders only lower levels."""
        if rule.kind == "shelf":
            return self.stop
        lowest = self.ranks[rule.name] if rule.kind == "title" and self.rank >= 0 and not self.back else -1
        for start in self.starts:
            if (
                start > at
                and self.text[start - 1] != "/"
                and (lowest < 0 or any(self.ranks.get(m.level, -1) >= lowest - 1 for m in self.labels[start][1]))
            ):
                return min(self.stop, start)
        return self.stop

    def _placed(self, here: int, separator: str, first: bool) -> int | None:
        """Read a value without a word: the next level whose kind and separator fit; figures before titles."""
        if separator == "and" and self.draft.levels:
            return self._restart(here)
        if separator == ";" and self.draft.levels:
            return self._same_again(here) or self._restart(here)
        if self._numbered() and (gloss := GLOSS_SIGN.match(self.text, here, self.stop)):
            return gloss.end()
        for titles in (False, True):
            for rule in self.rules.levels:
                if not rule.after or (rule.kind in TITLES) != titles:
                    continue
                instead = self.titled == rule.name and rule.kind in BETTER  # VOC, 1.04.02: the number says it better
                if self.draft.has(rule.name) and not instead:
                    continue
                if self.ranks[rule.name] <= self.rank and not self.back and not instead and rule.kind not in ANYWHERE:
                    continue
                if separator not in rule.after and not (first and separator in " :,"):
                    continue
                if (
                    rule.kind == "title"
                    and separator == ","
                    and not (self.draft.levels and self.draft.levels[-1].name == "box")
                ):
                    continue
                value = self._pattern(rule, here)
                if value is None or value.end > self.stop:
                    continue
                if instead:
                    self._drop_last()
                self._put(rule.name, value)
                self.titled = rule.name if titles else ""
                self.bare = rule.name
                return value.end
        return self._bare_folios(here, separator)

    def _numbered(self) -> bool:
        """Tell whether the fonds was just read, and by its number."""
        return (
            bool(self.draft.levels) and self.draft.levels[-1].name == "fonds" and self.draft.levels[-1].value.isdigit()
        )

    def _bare_folios(self, here: int, separator: str) -> int | None:
        """Read pages without a word, where the convention has them so and the mark is whole."""
        rule = self.rules.folios
        if rule is None or separator not in rule.after or self.draft.folios or not self.draft.levels:
            return None
        reading = folios_at(self.text, here)
        if reading is None or reading.end > self.stop:
            return None
        self.draft.tokens.append(Token("folios", "", self.text[here : reading.end], here, reading.end))
        self.draft.folios.extend(reading.folios)
        return reading.end

    def _same_again(self, here: int) -> int | None:
        """Read on a list after a semicolon: folders that are years, ``1947–1948; 1949–1950``."""
        here += 4 if self.text.startswith("and ", here) else 0
        last = self.rules.level(self.draft.levels[-1].name)
        if last is None or last.kind != "title" or not YEARS_ONLY.fullmatch(self.draft.levels[-1].value):
            return None
        match = YEARS_ONLY.match(self.text, here, self.stop)
        if match is None:
            return None
        self._next(self.ranks[last.name])
        self._put(last.name, Value(match.group(), match.start(), match.end()))
        return match.end()

    def _restart(self, here: int) -> int | None:
        """Begin a new mark of the same archive after ``and``: only where its first level is plainly there."""
        for rule in self.rules.levels:
            if rule.after and rule.required and rule.kind not in {"words", "title", "symbol"}:
                value = self._pattern(rule, here)
                if value:
                    self.drafts.append(self.draft)
                    self.draft = Draft(self.holder, self.rules.id)
                    self.rank = -1
                    self._put(rule.name, value)
                    return value.end
        return None

    def _skip(self, here: int, separator: str) -> int | None:
        """Pass over a title to the next label, where it is near and no new sentence begins."""
        for following in self.starts:
            if following <= here:
                continue
            if following - here > FAR or ";" in self.text[here:following]:
                return None
            if NEW_SENTENCE.search(self.text, here, following) or QUOTE.search(self.text, here, following):
                return None
            if all(m.role == "page" for m in self.labels[following][1]):
                continue
            if self.rules.values_first and (number := NUMBER_BEFORE.search(self.text, here, following)):
                if (end := self._value_first(number.start())) is not None:
                    return end
                continue
            if (end := self._labelled(following)) is not None:
                return end
        return None

    def _drop_last(self) -> None:
        self.draft.levels.pop()
        self.draft.tokens.pop()

    def _next(self, rank: int) -> None:
        self.drafts.append(self.draft)
        self.draft = Draft(
            self.holder, self.rules.id, [level for level in self.draft.levels if self.ranks[level.name] < rank]
        )

    def _put(self, name: str, value: Value) -> None:
        self.draft.levels.append(Level(name, value.text))
        self.draft.tokens.append(Token("value", name, self.text[value.start : value.end], value.start, value.end))
        self.rank = self.ranks[name]


def read(
    text: str, found: Sequence[Found], holder: Holder | None, convention: str, start: int, stop: int
) -> list[Draft]:
    """Read the marks of the stretch *start* to *stop* of *text* by *convention*."""
    reader = _Reader(text, found, holder, tables.conventions()[convention], stop)
    if holder and (rule := reader.rules.level("collection")) and rule.kind == "papers":
        before = PAPERS_BEFORE.search(text, max(0, holder.start - 80), holder.start)
        if before:
            reader.papers(Value(" ".join(before.group(1).split()), before.start(1), before.end(1)))
    return reader.read(after_gloss(text, start, stop) if holder and holder.written else start)
