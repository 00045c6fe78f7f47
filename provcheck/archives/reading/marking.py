"""The marks of a stretch in the making: what was read last, what may come now, where the next mark begins."""

from __future__ import annotations

from collections.abc import Sequence

from provcheck import tables
from provcheck.archives.lexicon.cuts import (
    FAR,
    HENCEFORTH,
    names_collection,
)
from provcheck.archives.lexicon.kinds import TITLES, gap_at, kind
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.times import YEARS_ONLY
from provcheck.archives.lexicon.values import Value, has_figure
from provcheck.archives.lexicon.vocabulary import wording
from provcheck.archives.reading import shaped
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.archives.reading.steps import Step
from provcheck.archives.reading.stretch import Stretch
from provcheck.model.archive import Convention, LevelRule
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level, Token

_GLOSS_SIGN = pattern(
    r"[A-Z]{2,5}(?: [A-Z]{2,5})?(?=, (?:[^\W\d_]|\d+(?:[,.;)]|$)))|[^\W\d_][^,;:.()\d]{2,60}(?=, [IVX]+[-/,])"
)
"""What a fonds that has a number is called for short says nothing new: ``AJ, 837, KPR, I-3-a``."""
_BRACKET = pattern(r" ?\([^()\d]{3,80}\)(?=[/,](?! (?:fols?|ff?|Bll?|pp?|S)\b))")
_MAPS = pattern(r"MP(?:-|$)|[Mm]apas y [Pp]lanos")
"""Sections of maps, whose numbers are the maps' own."""
_QUOTES = frozenset('“„«"')
"""``Box 12, “Letter to …”``: the title of a document, and none of a level."""


_FOLDER = LevelRule("folder", "title")
FURTHER = LevelRule("subseries", "words")
"""A part of a subseries: a fourth title before the box."""
_ON = frozenset({":", ","})
"""What leads on from the subject of a folder to its rest: ``Laos: General, 3/1/61–3/15/61``."""

_DAYS = pattern(
    r"\d{1,2}/\d{1,2}/\d{2,4}(?: ?[-–] ?\d{1,2}/\d{1,2}/\d{2,4})?"
    r"|[A-Z][a-z]{2,8}\.?(?: ?[-–] ?[A-Z][a-z]{2,8}\.?)? (?:19|20)\d\d"
)

_TITLE_ON = 50
"""How much further the title of a holding may go on after a comma."""
_SIGNED = pattern(r"[\d;:()]|, (?:Cl|Lit|Tit|Abt|Kap)\. ?[A-Z]")


_EXPLAINED = frozenset({"fonds", "record-group"})
"""Levels that are known by numbers, which words after them explain."""
_SERIES_SIGN = pattern(r"(?:[IVX]+|[A-Z])(?=,)")
_FONDS = (" fonds", " Fonds")
_YEARS_OF = pattern(r" ?(?:\([^()]*\))?, (?:1\d{3}|20\d\d)[-/–](?:1\d{3}|20\d\d)(?=,)")
"""The years of a fonds after its title."""
_ABBREVIATED_SIGN = pattern(r"[^\W\d_]+\. ?\d|[A-Z]{1,4}(?:-[A-Z])? ?\d")
"""``Loc. 8254``: no title of the fonds before it."""
_NUMBERED_FONDS = pattern(r"(?:[A-Z]{1,2}-|\d{1,3}-|T ?)?\d+")
_BROAD = frozenset({"fonds", "series", "subseries", "section"})


class Marking:
    """The state of reading: the mark in the making, and those that are done."""

    def __init__(self, text: str, found: Sequence[Found], holder: Holder | None, rules: Convention, stop: int) -> None:
        self.text = text
        self.holder = holder
        self.rules = rules
        self.stop = stop
        self.skips = holder.skips if holder else ()
        self.ranks = tables.ranks(rules.id)
        self.stretch = Stretch(text, found, rules, stop)
        self.labels, self.starts = self.stretch.labels, self.stretch.starts
        self.drafts: list[Draft] = []
        self.draft = Draft(holder, rules.id)
        self.rank = -1.0
        self.back = False
        self.titled = ""
        """The level whose value, just put, is a title without a word for its level."""
        self.bare = ""
        """The level whose value was just put without a word for its level."""
        self.glossed = -1
        """Where the fonds ends whose title was passed over."""
        self.plural = False  # the last word for a level, after which lists come: Files 289 and 290, Smith Papers
        self.bares: list[LevelRule] = []
        """The rules by which numbers without words were put, in their order."""

    def _last_title(self) -> None:
        """Take the last of three titles for the folder, where papers are cited without boxes."""
        levels = self.draft.levels
        last = self.rules.last_title
        if last and levels and levels[-1].name == last and _DAYS.fullmatch(levels[-1].value):
            self._join_days(last)
        if last and self.titled == "subseries" and levels[-1].name == "subseries":
            token = self.draft.tokens[-1]
            whole = (
                shaped.value(self.stretch, _FOLDER, token.start)
                if self.text[token.end : token.end + 1] in _ON
                else None
            )
            value = whole or Value(levels[-1].value, token.start, token.end)
            levels[-1] = Level(last, value.text)
            self.draft.tokens[-1] = Token("value", last, self.text[value.start : value.end], value.start, value.end)

    def _join_days(self, folder: str) -> None:
        """Take days and the title right before them for one folder: ``Laos Security, 6/1/63–11/22/63``."""
        title, days = self.draft.tokens[-2:] if len(self.draft.tokens) > 1 else (None, None)
        if title is None or days is None or title.kind != "value" or title.level not in {"series", "subseries"}:
            return
        alone = title.text == self.draft.levels[-2].value and not title.text.endswith(wording().holdings)
        if alone and self.text[title.end : days.start] == ", ":
            del self.draft.levels[-2:], self.draft.tokens[-2:]
            self.put(folder, Value(self.text[title.start : days.end], title.start, days.end))

    def _is_last(self, name: str) -> bool:
        """Tell whether *name* is there already and no further file follows that a second one could begin."""
        if not self.draft.has(name):
            return False
        files = (start for start in reversed(self.starts) if self.labels[start][1][0].level == "file")
        return next(files, -1) <= self.draft.end

    def _named_otherwise(self, name: str, item: Found) -> bool:
        """Tell whether a level that is there already was announced by another word, with nothing between to list."""
        if not self.draft.tokens:
            return False
        words = [token.text.lower() for token in self.draft.tokens if token.kind == "label" and token.level == name]
        if not words:
            return False
        again = self.text[item.start : item.end].lower()
        rules = [self._rule_of(name, word) for word in (*words, again)]
        if len(rules) == 2 and all(rules) and rules[0] is not rules[1]:
            return True  # Dosya 12, Gömlek 3
        return name == "item" and not any(again[:2] == word[:2] for word in words)

    def _rule_of(self, name: str, word: str) -> LevelRule | None:
        """Return the rule of the convention for level *name* that has *word*."""
        return next((rule for rule in self.rules.levels if rule.name == name and word in rule.words), None)

    def _after_box(self) -> bool:
        """Tell whether the title of a folder may come: after its box, or after three titles."""
        last = self.draft.last
        return last is not None and (
            last.name in {"box", "lot", "subseries", "reel", "accession"}
            or (last.name == "series" and self.draft.has("box"))
            or (last.name == "volume" and last.value.isupper())  # Vol. II, Cables
            or (last.name == "file" and last.value.startswith("OA"))  # OA/ID 91117-003, Gorbachev
            or (last.name == "call-number" and self.draft.has("collection"))  # Crockett Papers, MS 74-28, WJC Book
        )

    def _restated(self, name: str, values: Sequence[Value], start: int) -> bool:
        """Tell whether a word only repeats what is there: ``volume 6477, file 918-1, Perm. volume 6477``."""
        if len(values) > 1 or self.draft.folios or (name, values[0].text) not in self.draft.levels:
            return False
        return ";" not in self.text[self.draft.end : start]

    def _dated(self) -> bool:
        """Tell whether years after the last level say when it is of: a volume, or papers, whose name is whole."""
        last = self.draft.last
        return last is not None and (
            last.name == "volume" or (last.name == "collection" and last.value.endswith(wording().papers))
        )

    def _box_ahead(self, here: int) -> bool:
        """Tell whether titles go on to a box: ``Federal Government, Trade, Box 5``; ``Job 80-R01386R, DCI, Box``."""
        last = self.draft.last_name
        if last not in {"subseries", "lot", "accession"} or (last != "subseries" and self.draft.has("box")):
            return False
        box = next((at for at in self.starts if at > here and self.labels[at][1][0].level == "box"), None)
        return box is not None and box - here <= FAR and not set(self.text[here:box]) & set(".;")

    def _once(self, rule: LevelRule) -> bool:
        """Tell whether a second file comes after a stroke, as the convention has it: dosya/gömlek."""
        if any(other.name == "document" and "/" in other.after for other in self.rules.levels):
            return False  # leg. 8019/39/15: then the document
        return rule.name in {"file", "subseries"} and sum(level.name == rule.name for level in self.draft.levels) == 1

    def _further_title(self, rule: LevelRule) -> bool:
        """Tell whether a title comes after the last level of titles: ``Paesi, Sardegna, Economico, Cat. I``."""
        if rule.kind != "words" or rule.name != "subseries" or "subseries" not in {self.titled, self.bare}:
            return False
        return self.rules.languages[0] in wording().all_titles and self.draft.levels[-1].name == "subseries"

    def _coded_fonds(self) -> bool:
        """Tell whether the fonds was just read by a number such as 53/968, which a title after it only explains."""
        last = self.draft.last
        return last is not None and last.name == "fonds" and "/" in last.value and last.value.replace("/", "").isdigit()

    def _glossed(self, here: int) -> int | None:
        """Return where a title ends after which a word for a level comes."""
        title = kind("words").shape.match(self.text, here, self.stop)
        if title is None:
            return None
        said = title.group().partition(" (")[0]
        if said.startswith("Minist"):
            return title.end()  # AGR, T 123, Ministère de la Guerre, 456
        if (said.isupper() and " " in said and not has_figure(said)) or names_collection(said) or said.endswith(_FONDS):
            years = _YEARS_OF.match(self.text, title.end(), self.stop)
            return years.end() if years else title.end()  # HR-DAPA-55, PREFEKTURA ISTRE U PULI, 1923-1945
        return title.end() if gap_at(self.text, title.end())[1] in self.labels else None

    def _gloss(self, here: int, separator: str) -> int | None:
        """Return where words end that only explain the fonds just read by its number."""
        text, last = self.text, self.draft.levels[-1]
        if last.name not in _EXPLAINED:
            return None
        below = self.rules.level("subfonds")
        if below and kind(below.kind).no_gloss and self._pattern(below, here):
            return None  # F. 14, AP-OU
        if last.name == "fonds" and _SERIES_SIGN.match(text, here):
            return None  # AS 1589, IV, t. e. 123: a series
        numbered = _NUMBERED_FONDS.fullmatch(last.value) is not None
        if numbered and separator not in "/-" and (gloss := _GLOSS_SIGN.match(text, here, self.stop)):
            entry = self.labels.get(gap_at(text, gloss.end())[1])
            if last.name == "fonds" or (entry and entry[1][0].level == "entry"):
                return gloss.end()
        if separator in " ." and numbered and last.name == "fonds" and len(self.draft.levels) == 1:
            title = kind("words").shape.match(text, here, self.stop)
            if title and self.rules.level("series") and not self._coded_below(here) and not self.rules.values_first:
                return self._to_its_file(title.end())  # HR-DAZG-37 Narodni odbor
        explained = self._coded_fonds() or (
            numbered and last.name == "fonds" and not _ABBREVIATED_SIGN.match(text, here)
        )
        if separator not in ",:" or not explained or self.glossed == self.draft.end:
            return None
        end = self._glossed(here)
        self.glossed = self.draft.end if end else -1
        return end

    def _coded_below(self, here: int) -> bool:
        """Tell whether a series with a code, or what is known at sight, stands at *here*: ``FR ANOM 971 EC 9/12``."""
        rules = (rule for rule in self.rules.levels if rule.after and rule.kind not in TITLES)
        return any(self._pattern(rule, here) for rule in rules if rule.name == "series" or kind(rule.kind).anywhere)

    def _to_its_file(self, end: int) -> int:
        """Return where the title of a holding ends that has a comma in it: before the word for its file."""
        label = self.stretch.next_label(end) if self.rules.titles_with_commas else self.stop
        inside = self.text[end:label]
        near = label < self.stop and label - end < _TITLE_ON and self.labels[label][1][0].level == "file"
        return end + len(inside.rstrip(" ,")) if near and not _SIGNED.search(inside) else end

    def _bracketed(self, at: int) -> int | None:
        """Return where a bracket ends that only explains the code of the fonds just read: ``RW 19 (OKW)/234``."""
        last = self.draft.last
        if last is None or at != self.draft.end:
            return None
        coded = last.name in {"fonds", "call-number"} and not self.titled
        bracket = (_BRACKET if coded else HENCEFORTH).match(self.text, at, self.stop)
        return bracket.end() if bracket else None

    def _required(self) -> list[LevelRule]:
        return [rule for rule in self.rules.levels if rule.required]

    def _into_title(self, *, plain: bool = False) -> None:
        """Take the number just read for a part of the title before it: ``Escribanía 1, leg. 12, exp. 4``.

        With *plain* the title must be one without figures.
        """
        if min(len(self.draft.levels), len(self.draft.tokens)) < 2 or (
            plain and has_figure(self.draft.levels[-2].value)
        ):
            return
        if self.text[self.draft.tokens[-2].end : self.draft.tokens[-1].start] != " ":
            return
        number, token = self.draft.levels.pop(), self.draft.tokens.pop()
        title = self.draft.levels[-1]
        self.draft.levels[-1] = Level(title.name, f"{title.value} {number.value}")
        whole = self.text[self.draft.tokens[-1].start : token.end]
        self.draft.tokens[-1] = self.draft.tokens[-1]._replace(text=whole, end=token.end)
        self.rank = self.ranks[title.name]

    def _only_titles(self) -> bool:
        """Tell whether the mark has titles alone so far."""
        titles = all(
            level.name in _BROAD and (not level.value[0].isdigit() or YEARS_ONLY.fullmatch(level.value))
            for level in self.draft.levels
        )
        return titles and not self.draft.folios

    def _drop_last(self) -> None:
        self.draft.levels.pop()
        self.draft.tokens.pop()

    def _drop_titles(self) -> None:
        if not any(token.kind == "label" for token in self.draft.tokens[:1]):
            self.draft.levels.clear()
            self.draft.tokens.clear()

    def _next(self, rank: float) -> None:
        self.drafts.append(self.draft)
        self.draft = Draft(
            self.holder, self.rules.id, [level for level in self.draft.levels if self.ranks[level.name] < rank]
        )

    def _again(self, name: str, value: Value, *, bare: bool = False) -> int:
        """Begin the next mark of a list with *value* of level *name*; return where it ends. *bare*: it has no word.

        All stays that is there before the last level, if that is of *name*.
        """
        *before, last = self.draft.levels
        self._next(self.ranks[name])
        if last.name == name:
            self.draft.levels = before
        self.put(name, value)
        if bare:
            self.bare = name
        return value.end

    def put(self, name: str, value: Value) -> None:
        """Take *value* for the level *name*, which is now the last."""
        if name == "series" and self.text[value.end : value.end + 6].lstrip(" ,").startswith("Lot "):
            self.draft.put(name, value, self.text)
            self.rank = self.ranks[name]
            return  # Keefer Papers Lot File 09D480
        broadest = name == "fonds" or (name == "series" and not self.draft.levels and value.text.endswith("Papers"))
        if broadest and names_collection(value.text):
            name = "collection"
        if name == "bundle" and self.rules.maps and any(_MAPS.match(level.value) for level in self.draft.levels):
            name = self.rules.maps  # AGI, MP-México, 70
        self.draft.put(name, value, self.text)
        self.rank = self.ranks[name]

    def _may_come(self, step: Step, here: int, there: Sequence[str]) -> bool:
        """Tell whether a level that `Step.asks` may come at *here*, after those that are *there*."""
        rule, last = step.rule, there[-1] if there else ""
        if rule.name == "call-number" and "piece" in there:
            return False
        if step.titled:
            colon = self.text.endswith(": ", 0, here)
            title = colon and (last == "subseries" or self.text[here].isdigit())  # S/S Records: Memcons, Lot 87D327
            if step.after_box and (title or not self._after_box()):
                return False
            return self.text[here] not in _QUOTES or rule.kind == "heading"
        return last not in step.kind.not_after and (step.kind.after is None or last in step.kind.after)

    def _comes_again(self, rule: LevelRule, separator: str, there: Sequence[str]) -> bool:
        """Tell whether a level may come though it is there already, or a lower one is."""
        if there and there[-1] in kind(rule.kind).again_after:
            return True  # N. 2, R. 4
        if rule.kind == "years" and self.titled and (rule.name not in there or self.titled == rule.name == "subseries"):
            return True  # PA, SSSR, 1948
        if separator == "/" == rule.after and there[-1] == rule.name and self._once(rule):
            return True
        return separator == "," and self._further_title(rule)

    def _pattern(self, rule: LevelRule, at: int) -> Value | None:
        return shaped.value(self.stretch, rule, at, self._lowest(rule) if rule.kind == "title" else -1)

    def _lowest(self, rule: LevelRule) -> float:
        """Return the level from which on a word ends the title of a folder; any does for others."""
        return self.ranks[rule.name] if rule.kind == "title" and self.rank >= 0 and not self.back else -1
