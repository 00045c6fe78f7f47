"""One stretch of a line under one convention: its labels, and what values of each kind stand where."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from provcheck import tables
from provcheck.archives.lexicon.cuts import (
    ACCESS_IN_TITLE,
    AND_CAPITAL,
    ANDS,
    CLASSIFIED,
    CODE_IN_TITLE,
    DAY,
    DOUBLE_DASH,
    FIGURE,
    FILM,
    FOLDER_NUMBER,
    FONDS_WORD,
    LABEL_WORDS,
    LEAF_AFTER_COMMA,
    LETTER,
    LISTED,
    NEXT_LETTER,
    NO_CALL,
    NUMBER_SIGN,
    NUMBERED,
    PAST_LABELS,
    PLAIN,
    POSTAL,
    QUOTABLE,
    QUOTED,
    RANKED,
    ROMAN,
    ROMAN_NUMBER,
    SENTENCE,
    SHORT_VALUE,
    SIGN,
    SYMBOL_TAIL,
    TITLE_NUMBER,
    TITLE_YEAR,
    TRAILING,
    VALUE_BEFORE,
    VERB,
    ends_a_title,
    leads,
    opens_a_remark,
)
from provcheck.archives.lexicon.kinds import AND_SERIES, GLOSS, HEADING, HEREAFTER, PATTERNS, REST, TITLE, TITLES
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.times import DATE, YEARS
from provcheck.archives.lexicon.values import Value, listed, value_at
from provcheck.archives.lexicon.vocabulary import Label
from provcheck.model.archive import Convention, LevelRule
from provcheck.model.lazy import pattern
from provcheck.model.noun import new

_COLON = pattern(r"[BERkp]: |[fkpP]\.? ?|E \d+[A-Z]?(?=[,;.)]|$)|[BEFbefrv]\. ?\d")
_NUMBERED_COLLECTION = pattern(r"Collection (\d+[A-Z]?)")
_SHELVED = pattern(r"\.\d+/")
_LONGEST = 1_000
"""How long the title of a folder may be."""
_SIGNS = " \u00a0.,–—-\"”'’“„"
"""What leads on from a value and is no part of it."""
_CODE_AND_TITLE = pattern(r"([A-Z]{1,2} ?\d{1,4}(?:\.\d+)*) (?=[^\W\d_a-zß-ž][a-zà-ž]{3,})")
_IN_A_TITLE = pattern(r"[a-zà-ž] [a-zà-ž]")
"""A small word after a small word."""
_GLOSSED = frozenset({"fonds", "section", "collection"})
_TITLE_PATTERNS = {"words": TITLE, "title": REST, "heading": HEADING}


_NAMED = pattern(r"\. [^\W\d_]")


def _names_fonds(text: str, item: Found, meanings: Sequence[Label]) -> bool:
    """Tell whether a word of one small letter announces a fonds by its name: ``, f. Úrad vlády``."""
    named = meanings[0].level == "fonds" and text[item.start].islower() and text[item.start - 2 : item.start] == ", "
    return named and _NAMED.match(text, item.end) is not None and text[item.end + 2].isupper()


def meanings_of(item: Found, convention: str) -> Sequence[Label]:
    """Return what a label means in *convention*, or everywhere where that has no word of its own like it."""
    return item.labels.get(convention) or item.labels.get(tables.COMMON) or ()


def announces(text: str, item: Found, rules: Convention) -> bool:
    """Tell whether a letter may announce a level here: ``B: 717, E: 190``, but no initial of a name."""
    lone = item.end - item.start == 1 and rules.letters_with_colon and rules.id in item.labels
    return not lone or _COLON.match(text, item.start) is not None


class _Traits(NamedTuple):
    """What the levels of a convention say of titles."""

    yearly: bool
    """Years are a level of their own and no part of the title before them."""
    spaced_years: bool
    """… even where only a blank parts them from the title."""
    numbered: bool
    """A number at the end of a title is the file's: ``Kurbayern 4591``."""


@cache
def _traits(convention: str) -> _Traits:
    levels = tables.conventions()[convention].levels
    years = [rule for rule in levels if rule.kind == "years"]
    numbers = [rule for rule in levels if rule.name in NUMBERED and " " in rule.after and rule.kind in PATTERNS]
    return _Traits(
        yearly=bool(years),
        spaced_years=any(" " in rule.after for rule in years),
        numbered=any(PATTERNS[rule.kind].match("Titel 1234", 6) for rule in numbers),
    )


@cache
def _rules(convention: str, level: str) -> tuple[LevelRule, ...]:
    """Return the rules for *level* in *convention*, or the common ones where it has none of its own."""
    own = tuple(rule for rule in tables.conventions()[convention].levels if rule.name == level)
    own = tuple(sorted(own, key=lambda rule: not rule.words))  # a word announces what the rule that has it says
    return own or tuple(rule for rule in tables.common().levels if rule.name == level)


class Stretch:
    """The text of a stretch, the labels in it, and where it stops."""

    def __init__(self, text: str, found: Sequence[Found], rules: Convention, stop: int) -> None:
        self.text = text
        self.rules = rules
        self.stop = stop
        self.ranks = tables.ranks(rules.id)
        self.labels: dict[int, tuple[Found, Sequence[Label]]] = {}
        for item in found:
            meanings = meanings_of(item, rules.id)
            if meanings and self._is_label(item, meanings):
                self.labels[item.start] = (item, meanings)
        self.starts = sorted(self.labels)
        self.apart = [start for start in self.starts if start < stop and text[start - 1 : start] != "/"]
        """Where labels begin that no stroke joins to what stands before them: there values end."""
        self.traits = _traits(rules.id)

    def _is_label(self, item: Found, meanings: Sequence[Label]) -> bool:
        """Tell whether the word *item* announces a value here, and is no part of a title, a code, a name."""
        text, start, end = self.text, item.start, item.end
        size = end - start
        if text[start - 1 : start] == "_" or ends_a_title(text, start, end):
            return False
        if size == 2 and text[start:end].isupper() and self._is_of_capitals(item, meanings[0]):
            return False
        sided = meanings[-1].role != "level" and LEAF_AFTER_COMMA.match(text, end) is not None
        if size == 1:
            if text[start - 1 : start] == "." and text[start - 2 : start - 1].isalpha():
                return False  # N.F. 541: initials
            own = text[start] == "E" and self.rules.id in item.labels  # RG 393, E 2601
            if text[start].isupper() and ((text.startswith(" ", end) and not own) or _SHELVED.match(text, end)):
                return False  # P 123, F.245/12: a holding; pages have a point, or a small letter
            behind = self.rules.values_first and VALUE_BEFORE.search(text, max(0, start - 4), start)
            if not (sided or behind or SHORT_VALUE.match(text, end) or _names_fonds(text, item, meanings)):
                return False
            if meanings[0].role == "page" and FILM.match(text, start):
                return False
        amid = item.valued is None and size > 3 and text[end + 1 : end + 2].islower()
        if amid and _IN_A_TITLE.match(text, start - 2):
            return False  # "Zbirka matičnih knjiga i popisa": a word of a title
        if meanings[0].level == "fonds" and text[start].isupper() and RANKED.search(text, max(0, start - 9), start):
            return False
        if not announces(text, item, self.rules) or text[start:end] in self.rules.not_words:
            return False
        own = self.rules.id in item.labels
        return sided or leads(text, item, figure=not own) or (own and self.rules.values_first)

    def _is_of_capitals(self, item: Found, meaning: Label) -> bool:
        """Tell whether two capitals are the sign of a holding and no word for leaves or pages."""
        text, end, role = self.text, item.end, meaning.role
        if role == "leaf" or text.startswith("PP ", item.start):
            return True  # FO, FL; PP 123: private papers
        if role == "level":
            numbered = _rules(self.rules.id, meaning.level)[0].kind == "lettered"
            return numbered and text[end : end + 1] == " " and text[end + 2 : end + 5].islower()  # FR Papers
        # PP302/1: a series; PP. Minori: fathers
        return role == "page" and (text[end : end + 1].isdigit() or text[end : end + 3].strip(". ").isalpha())

    def labelled_values(self, name: str, at: int, *, titled: bool, lowest: Callable[[LevelRule], float]) -> list[Value]:
        """Read the values after a label of level *name*: the level's own kinds first, then whatever has a figure.

        With *titled* the level is there already, and a second title does not follow.
        """
        if name != "file" and DAY.match(self.text, at):
            return []
        if name in {"fonds", "section"} and self.text[at : at + 3] in {"di ", "de ", "del", "da ", "do "}:
            if not self.text.startswith("ección de ", at - 7):
                return []  # Fondo di Vienna: the word belongs to the title
            at += 3  # Sección de Inquisición
        opened = at - (self.text[at - 1 : at] in {"“", '"'})
        if name in QUOTABLE and (quoted := QUOTED.match(self.text, opened, self.stop)):
            return [Value(quoted.group("v").strip(" \u00a0\u202f,."), at, quoted.end())]
        for rule in _rules(self.rules.id, name):
            if rule.kind == "signatura" and self.text[at - 2 : at] == "N ":
                at -= 2  # sign. N 1234/5: no word for a number
            if (rule.kind not in TITLES or not titled) and (values := self._values(rule, at, lowest(rule))):
                return values
        if name == "file" and (sign := SIGN.match(self.text, at, self.stop)):
            return [Value(sign.group(), at, sign.end())]
        if roman := ROMAN.match(self.text, at, self.stop):
            return [Value(roman.group(), at, roman.end())]
        stop = self.next_label(at)
        mark = PATTERNS["mark"].match(self.text, at, stop) or LETTER.match(self.text, at, self.stop)
        return [Value(mark.group(), at, mark.end())] if mark else []

    def _values(self, rule: LevelRule, at: int, lowest: float) -> list[Value]:
        """Read what stands after a label: the level's own kind, or at least something with a figure."""
        if rule.kind not in {"number", "lettered"}:
            value = self.pattern(rule, at, lowest)
            return [value] if value else []
        first = value_at(self.text, at, rule.kind)
        found = listed(self.text, first, rule.kind) if first and rule.name in LISTED else [first] if first else []
        while len(found) > 1 and not PLAIN.fullmatch(found[-1].text):
            found.pop()
        if len(found) > 1 and self.text[found[0].end : found[1].start] == ",":
            del found[1:]  # PTR,LEG,54,71: without blanks the comma leads to the next level
        longer = PATTERNS["code"].match(self.text, at, self.stop) if len(found) == 1 else None
        if longer and longer.end() > found[0].end:
            return [Value(longer.group(), at, longer.end())]
        found = found or ([coded] if (coded := value_at(self.text, at, "code")) else [])
        if found and found[0].text.isalpha() and (mark := PATTERNS["mark"].match(self.text, at, self.next_label(at))):
            return [Value(mark.group(), at, mark.end())]  # Box CL 306
        if not found and rule.name == "file" and (sign := SIGN.match(self.text, at)):
            found = [Value(sign.group(), at, sign.end())]
        return found

    def pattern(self, rule: LevelRule, at: int, lowest: float = -1) -> Value | None:
        """Match a value of the kind of *rule* at *at*, as written; a label of rank *lowest* or below ends it."""
        kind = rule.kind
        if kind in TITLES:
            end = self._title(rule, at, self._limit_of_title(at, lowest) if kind == "title" else self.next_label(at))
            return None if end is None else self._cleaned_title(rule, at, end)
        if kind == "symbol":
            end = self._symbol(at, self.next_label(at))
            return None if end is None else self._cleaned(at, end)
        limit = self.next_label(at) if self.apart and kind not in PAST_LABELS else self.stop
        match = PATTERNS[kind].match(self.text, at, limit)
        return self.shaped(rule, match) if match else None

    def shaped(self, rule: LevelRule, match: re.Match[str]) -> Value | None:
        """Return the value that *match* is, which has the shape of the kind of *rule*."""
        kind, text = rule.kind, self.text
        at, end = match.span()
        if rule.name == "call-number" and NO_CALL.match(text, at):
            return None
        if match.re.groupindex:
            return Value(match.group("v") or match.group(), at, end)
        written = match[0]
        if written[-1:].isdigit() and " " not in written and "\u00a0" not in written:
            return new(Value, (written, at, end))
        value = self._cleaned(at, end)
        if value and kind == "shelf" and text[end - 1] == ".":
            return value._replace(text=value.text + ".")  # Cod. Guelf. 45 Extrav.
        if value and kind == "code" and (sign := NUMBER_SIGN.match(value.text)):
            return value._replace(text=value.text[sign.end() :])  # No. 1234
        return value

    def _cleaned(self, at: int, end: int) -> Value | None:
        """Return the value from *at* to *end* without what only leads on: signs, ``and``."""
        end = self._before_and(at, end)
        if self.text[end - 1] == ")" and self.text.count("(", at, end) < self.text.count(")", at, end):
            end -= 1  # (NARA, RG 59, CFPF, PR 10 Foreign Relations)
        written = self.text[at:end].rstrip(_SIGNS)
        return Value(" ".join(written.split()), at, self._end(at, end)) if written else None

    def _cleaned_title(self, rule: LevelRule, at: int, end: int) -> Value | None:
        """Return the title from *at* to *end* without quotation marks, the word for its level, a gloss."""
        text = self.text
        end = self._before_and(at, end)
        written = text[at:end].rstrip(_SIGNS)
        if text[end - 1] == "." and (
            (text[end : end + 1] == " " or (text.startswith(".,", end - 1) and not text[end - 3].isupper()))
            or text[end - 3 : end - 2] == "."
        ):
            written += "."  # Collect. 393; A.E.S.
        written = written.lstrip('“"‘«„')
        if written.endswith(")"):
            written = HEREAFTER.sub("", written)
        if rule.name == "fonds" and (access := ACCESS_IN_TITLE.search(written)):
            written = access.group(access.lastindex or 1)  # VOC 1.04.02
        elif rule.name == "fonds" and (coded := _CODE_AND_TITLE.match(written)):
            written = coded.group(1)  # fond A 3 Lékařská fakulta
        elif rule.name == "fonds":
            written = FONDS_WORD.sub("", written)  # f. ÚPV
        if written.endswith(")") and (
            rule.name in _GLOSSED or (rule.kind == "words" and not any(c.isdigit() for c in written))
        ):
            written = GLOSS.sub("", written)
        if not written or written.lower() in LABEL_WORDS:
            return None
        if rule.name == "collection" and (number := _NUMBERED_COLLECTION.fullmatch(written)):
            written = number.group(1)
        return Value(" ".join(written.split()), at, self._end(at, end))

    def _before_and(self, at: int, end: int) -> int:
        """Return where what stands from *at* to *end* stops if ``and`` is its last word; else *end*."""
        written = self.text[at:end].rstrip()
        trailing = TRAILING.search(written) if written.endswith(ANDS) else None
        return at + trailing.start() if trailing else end

    def _end(self, at: int, end: int) -> int:
        return at + len(self.text[at:end].rstrip(" \u00a0,–—-"))

    def _symbol(self, at: int, limit: int) -> int | None:
        """Return where a control symbol ends, which is whatever stands before the next comma."""
        text = self.text
        match = PATTERNS["symbol"].match(text, at, limit)
        if not match or opens_a_remark(text, at) or text.startswith("and ", at):
            return None
        end = match.end()
        if joined := AND_SERIES.search(text, at, end):
            end = joined.start()
        if sentence := SENTENCE.search(text, at, end):
            end = sentence.start()
        if (tail := SYMBOL_TAIL.match(text, end, limit)) and not any(c.isdigit() for c in text[at:end]):
            end = tail.end()
        return end

    def next_label(self, at: int) -> int:
        """Return where the next label begins that no stroke joins to what stands before it, or the stretch ends."""
        number = bisect_right(self.apart, at)
        return self.apart[number] if number < len(self.apart) else self.stop

    def _limit_of_title(self, at: int, lowest: float) -> int:
        """Return where the title of a folder is ended by a label, after other levels only by that of a lower one."""
        end = min(self.stop, at + _LONGEST)
        for number in range(bisect_right(self.starts, at), len(self.starts)):
            start = self.starts[number]
            if start >= end:
                break
            first = self.labels[start][1][0]
            ends = first.role != "level" or first.level in {"record-group", "box"}
            if ends and self.text[start - 2 : start] == ", ":
                return start
            if self._opens_volume(start):
                return start
            if self.text[start - 1] != "/" and (
                lowest < 0 or any(self.ranks.get(m.level, -1) >= lowest - 1 for m in self.labels[start][1])
            ):
                return start
        return end

    def _opens_volume(self, start: int) -> bool:
        """Tell whether a word for volumes comes right after a word: ``Personal Letterbook Vol. 1``."""
        item, meanings = self.labels[start]
        volume = meanings[0].level == "volume" and not ROMAN_NUMBER.match(self.text, item.end)
        return volume and self.text[start - 2 : start - 1].isalpha() and self.text[start - 1] == " "

    def volume_after(self, end: int) -> bool:
        """Tell whether a word for volumes follows at *end*, so that the title before it is no folder's."""
        return end + 1 in self.labels and self._opens_volume(end + 1)

    def _title(self, rule: LevelRule, at: int, limit: int) -> int | None:
        """Return where a title from *at* ends."""
        text = self.text
        match = _TITLE_PATTERNS[rule.kind].match(text, at, limit)
        if not match or (rule.kind == "words" and DATE.match(text, at)) or opens_a_remark(text, at):
            return None
        end = match.end()
        if rule.kind == "title" and text[at].islower():
            return None  # "folder number"
        if self.rules.languages[0] == "en" and POSTAL.match(text, at):
            return None
        figures = FIGURE.search(text, at, end)
        title = match.group()
        if title.strip(" ,").lower() in LABEL_WORDS or (figures and DAY.search(text, at, end)):
            return None
        if text[at] != '"' and (quote := text.find('"', at, end)) >= 0:
            end = quote
        if figures and (code := CODE_IN_TITLE.search(text, at, end)):
            end = code.start()
        elif " -- " in title and (dash := DOUBLE_DASH.search(text, at, end)):
            end = dash.start()
        if ". " in title and (classified := CLASSIFIED.search(text, at, end)):
            end = classified.start()
        if (" and " in title or (figures and "o " in title)) and (other := NEXT_LETTER.search(text, at, end)):
            end = other.start()
        if rule.kind == "words":
            return self._without_number(at, end, limit, figured=figures is not None)
        if rule.kind == "title" and (number := FOLDER_NUMBER.match(text, at, end)):
            end = number.end()
        elif rule.kind == "title" and " and " in title:
            ands = AND_CAPITAL.finditer(text, at, end)  # but Near and Middle East
            end = next((a.start() for a in ands if not text[at : a.start()].isalpha() or text[a.end()].islower()), end)
        return end

    def _without_number(self, at: int, end: int, limit: int, *, figured: bool) -> int:
        """Return where the words of a title end after which years stand or, if it is *figured*, a number."""
        text = self.text
        if years := YEARS.match(text, end, limit):
            end = years.end() if not self.traits.yearly or text[end] != "," else end
            figured = True
        if figured and self.traits.spaced_years and (parted := TITLE_YEAR.fullmatch(text, at, end)):
            end = parted.end(1)
        if verb := VERB.search(text, at, end):
            end = verb.start()
        if figured and self.traits.numbered and (parted := TITLE_NUMBER.fullmatch(text, at, end)):
            end = parted.end(1)
        return end
