"""The engine for marks whose parts stand in a fixed order, with or without words: ``FO 371/84123``, ``NAA: A1838, 2498/11``.

Going along the line, each piece is a labelled value, or the next level of the convention whose kind it fits and
whose separator stands before it. What fits nothing ends the mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from provcheck import tables
from provcheck.archives.draft import Draft, Holder
from provcheck.archives.folios import DASHES, folios_at
from provcheck.archives.scan import Found
from provcheck.archives.values import LEAD, Value, values_at
from provcheck.archives.vocabulary import Label
from provcheck.model.archive import Convention, LevelRule
from provcheck.model.shelfmark import Level, Token

_GAP = re.compile(r"[ \t\u00a0\n]*([,;:./#()\[]|[–—-]+(?=[ \u00a0])|\band\b|\by\b|\bet\b)?[ \t\u00a0\n]*")
_TITLE = re.compile(
    r"(?=[^\W_]|[“\"‘'«])(?:[^,;:.()\[\]\n]|\([^()]{0,60}\)|\.(?=[^\s])|\.(?=\s[a-z\d(])|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z]{2})\.)+"
)
_REST = re.compile(
    r"(?=[^\W_]|[“\"‘'«])(?:[^;.()\n]|\([^()]{0,60}\)|\.(?=[^\s])|(?<=\betc)\.|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z]{2})\.|(?<=\bSept)\.)+"
)
_YEARS = re.compile(
    rf",? (?:\(?(?:ca\. ?)?(?:1[5-9]|20)\d\d)(?: ?[{DASHES}] ?(?:ca\. ?)?(?:\d\d(?:\d\d)?))\)?(?![\d/.])"
)
_DATE = re.compile(
    r"(?:\d{1,2}\.? )?(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.? \d{1,2}(?:,? \d{4})?(?![\w/])|\d{1,2}\.? (?:de )?[^\W\d_]{3,}\.? (?:de )?(?:1[5-9]|20)\d\d",
    re.IGNORECASE,
)
_PATTERNS = {
    "number": re.compile(rf"\d+(?:[{DASHES}]\d+)?[a-zA-Z]?(?![\w/])"),
    "lettered": re.compile(rf"(?:[A-Z]{{1,2}}-?)?\d+[A-Za-z]{{0,2}}(?:[{DASHES}]\d+)?(?![\w/])"),
    "roman": re.compile(r"(?:[ivxlc]{1,7}|[IVXLC]{1,7}|\d{1,2})(?![\w/])"),
    "code": re.compile(rf"(?:[^\W\d_]{{1,5}}[.:]?[- ]?)?\d[\w.]*(?:[/{DASHES}#_.]\w+)*(?:\(\w{{1,4}}\))?\*?"),
    "series": re.compile(rf"[A-ZÄÖÜŠŽ][A-Za-z]{{0,4}}[. -]? ?\d+[A-Za-z]?(?:[{DASHES}][IVX]+)?(?![^\W_])"),
    "lot": re.compile(r"\d{2,3} ?[A-Z] ?\d{1,4}|[MF]-?\d+|\d+"),
    "decimal": re.compile(
        rf"\d{{2,3}}[A-Z]?(?:\.[\dA-Z]+)+(?: [A-Z][^,;/\d]*(?: 19\d\d)?)?|\d{{3}} [A-Z][^,;/\d]+(?=/\d)"
        rf"|[A-Z]{{2,6}}(?: \([A-Z]+\))? (?!(?:1[6-9]|20)\d\d)\d{{1,2}}(?:[{DASHES}]\d+)?(?:[ -–](?:[A-Z]{{1,5}}|[A-Z]+\([A-Z]+\))(?![a-z]))*(?: [A-Z][a-z][^,;.]*)?"
    ),
    "enclosure": re.compile(
        rf"[PDN]\d{{5,7}}[{DASHES}]\d+|(?<=/)[\dA-Z]+(?:[{DASHES}]\d+)?(?: \d/\d)?(?: through [\d./{DASHES}]+)?"
    ),
    "access": re.compile(r"\d[\d.]*(?:-\d+)?[a-z]?(?![\w/])"),
    "inventory": re.compile(rf"\d[\d.]*[A-Za-z]?(?: ?[{DASHES}] ?\d+)?(?![\w/])"),
    "bestand": re.compile(
        rf"[A-ZÄÖÜ][A-Za-z]{{0,3}} \d+(?:[{DASHES}][IVX]+)?(?![\w])|MfAA|MfS|[A-Z]{{2,3}} [A-Z][a-zäöü]{{3,}}"
    ),
    "papers": re.compile(r"[A-Z][^,;:()]*?(?:Papers|papers|MSS|Collection|Nachlass)(?=[ ,:;.()]|$)"),
    "shelf": re.compile(
        r"(?:(?:[A-Z]{2}, )?(?:[A-Z][A-Za-z]*\.? )?(?:MSS?|ms|Ms|rkp|Cod)\b\.?(?:-Papers)?#?[- ]?(?:[A-Z][A-Za-z]*\.? )*(?:[a-g]\. )?\d+(?:[./-]\d+)*[a-z]?(?: \([A-Z]\))?)"
        r"|(?:Cod|Cgm|Clm|Cpg|NAF|Cod\.icon|KAT|RP)\b\.?[a-z.]* ?\d+(?:[./]\d+)*|[A-Z]{2,5} ?\d+(?:/\d+)+|[IVX]+ [A-Z][A-Za-z]* \d+(?:\.\d+)*|(?:Français|Latin|Baluze) \d+|MSS?\d+"
    ),
    "fondhu": re.compile(r"(?:[IVXL]+-)?[A-ZÁÉ](?:-\w+)*-\d+(?:-\w+)*|[A-Z]{1,2} ?\d+|M-KS-\d+"),
    "frseries": re.compile(r"(?:[A-Z]{1,3}/?\d+|\d{1,3} ?[A-Z]{1,3})(?![\w])"),
    "plain": re.compile(r"\d+(?:\(\d+\))?(?![\w/])"),
    "record": re.compile(r"CIA-RDP[\w-]+"),
    "unseries": re.compile(r"S-\d{4}"),
    "symbol": re.compile(r"(?:[^,;\[\]\n(]|\([^()]{0,40}\))+"),
}
_AND_SERIES = re.compile(rf" (?:and|&) (?=(?:[A-Z]+: ?)?[A-Z]{{1,3}}\d)")
FAR = 160


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
        self.labels: dict[int, tuple[Found, list[Label]]] = {}
        for item in found:
            meanings = [m for m in item.labels if m.convention == rules.id]
            if item.what == "label" and meanings:
                self.labels[item.start] = (item, meanings)
        self.starts = sorted(self.labels)
        self.drafts: list[Draft] = []
        self.draft = Draft(holder, rules.id)
        self.rank = -1
        self.back = False

    def read(self, start: int) -> list[Draft]:
        at = start
        while at < self.stop:
            gap = _GAP.match(self.text, at)
            assert gap is not None
            separator = gap.group(1) or " "
            if separator in {"and", "y", "et"}:
                separator = "and"
            here = gap.end()
            if here >= self.stop:
                break
            end = self._labelled(here) if here in self.labels else None
            if end is None and here not in self.labels:
                end = self._placed(here, separator, at == start)
            if end is None:
                end = self._skip(here, separator)
            if end is None:
                break
            at = end
        if self.draft.tokens:
            self.drafts.append(self.draft)
        return self.drafts

    def _labelled(self, here: int) -> int | None:
        item, meanings = self.labels[here]
        lead = LEAD.match(self.text, item.end)
        assert lead is not None
        levels = [m for m in meanings if m.role == "level"]
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

    def _level(self, item: Found, meanings: list[Label], at: int) -> int | None:
        name = meanings[0].level
        for meaning in meanings:
            if self.ranks[meaning.level] > self.rank and not self.draft.has(meaning.level):
                name = meaning.level
                break
        rule = self.rules.level(name)
        assert rule is not None
        values = self._values(rule, at)
        if not values or values[-1].end > self.stop:
            return None
        rank = self.ranks[name]
        if self.draft.has(name) or (self.draft.folios and rank <= self.rank):
            self._next(rank)
        elif rank < self.rank:
            self.back = True
        self.draft.tokens.append(Token("label", name, self.text[item.start : item.end], item.start, item.end))
        self._put(name, values[0])
        for value in values[1:]:
            self._next(rank)
            self._put(name, value)
        return values[-1].end

    def _values(self, rule: LevelRule, at: int) -> list[Value]:
        if rule.kind in {"words", "title", "symbol"}:
            if value := self._pattern(rule, at):
                return [value]
            return []
        if rule.kind in {"code", "series"}:
            if value := self._pattern(rule, at):
                return [value]
            return values_at(self.text, at, "code", many=False)
        found = values_at(self.text, at, rule.kind, many=True)
        for other in ("lettered", "code"):
            if not found:
                found = values_at(self.text, at, other, many=False)
        return found

    def _pattern(self, rule: LevelRule, at: int) -> Value | None:
        """Match a value of the kind of *rule* at *at*, as written."""
        limit = min(self.stop, next((s for s in self.starts if s > at), self.stop))
        if rule.kind in {"words", "title"}:
            match = (_TITLE if rule.kind == "words" else _REST).match(self.text, at, limit)
            if not match or _DATE.match(self.text, at) and rule.kind == "words":
                return None
            end = match.end()
            if rule.kind == "words" and (years := _YEARS.match(self.text, end, limit)):
                end = years.end()
            if rule.kind == "title" and (series := re.compile(r" and (?=[A-Z“\"(])").search(self.text, at, end)):
                end = series.start()
        elif rule.kind == "symbol":
            match = _PATTERNS["symbol"].match(self.text, at, limit)
            if not match:
                return None
            end = match.end()
            if joined := _AND_SERIES.search(self.text, at, end):
                end = joined.start()
            if sentence := re.compile(r"\. +[A-Z][a-z]").search(self.text, at, end):
                end = sentence.start()
        else:
            match = _PATTERNS[rule.kind].match(self.text, at, limit)
            if not match:
                return None
            end = match.end()
        written = self.text[at:end].rstrip(" \u00a0.,–—-\"”'’")
        written = written.lstrip('“"‘«') if rule.kind in {"words", "title"} else written
        if not written:
            return None
        return Value(" ".join(written.split()), at, at + len(self.text[at:end].rstrip(" \u00a0,–—-")))

    def _placed(self, here: int, separator: str, first: bool) -> int | None:
        """Read a value without a word: the next level whose kind and separator fit; figures before titles."""
        if separator == "and" and self.draft.levels:
            return self._restart(here)
        if separator == ";" and self.draft.levels:
            return None
        for titles in (False, True):
            for rule in self.rules.levels:
                rank = self.ranks[rule.name]
                if (rank <= self.rank) != self.back and not (rank <= self.rank and self.back):
                    continue
                if not rule.after or self.draft.has(rule.name) or (rule.kind in {"words", "title"}) != titles:
                    continue
                if separator not in rule.after and not (first and separator in " :,."):
                    continue
                value = self._pattern(rule, here)
                if value is None or value.end > self.stop:
                    continue
                self._put(rule.name, value)
                return value.end
        return None

    def _restart(self, here: int) -> int | None:
        """Begin a new mark of the same archive after ``and``: only where its first level is plainly there."""
        for rule in self.rules.levels:
            if rule.after and rule.kind in {"code", "series"} and self.ranks[rule.name] <= 1:
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
        following = next((s for s in self.starts if s > here), None)
        if following is None or following - here > FAR:
            return None
        between = self.text[here:following]
        if ";" in between or re.search(r"\.\s+[A-Z][a-z]{3,}\b.*\s", between):
            return None
        if not self.draft.levels and self.holder is None and self.drafts:
            return None
        end = self._labelled(following)
        return end

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
    return reader.read(start)
