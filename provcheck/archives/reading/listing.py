"""What leads from an archive to its mark, and from one mark to the next: dates, titles of documents, lists."""

from __future__ import annotations

import re
from bisect import bisect_right

from provcheck.archives.lexicon.cuts import (
    BARE_END,
    DAY,
    FAR,
    FIELD,
    LISTED,
    NEW_SENTENCE,
    PLAIN,
    QUOTED,
    VERB,
    names_collection,
    opens_a_remark,
)
from provcheck.archives.lexicon.kinds import TITLES, gap_at, kind
from provcheck.archives.lexicon.times import DATE, DATED, LAST_DAY, TIMES, WRITTEN_DAY, YEARS_ONLY
from provcheck.archives.lexicon.values import Value, has_figure
from provcheck.archives.lexicon.vocabulary import prefixes, wording
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import Draft
from provcheck.archives.reading.marking import Marking
from provcheck.archives.reading.titles import traits
from provcheck.model.archive import LevelRule
from provcheck.model.lazy import pattern

_CODE_GOES_ON = pattern(r"[/ ]?\d")
_TITLED = pattern(r"\(?[“\"„«][^“”\"„«»]{2,300}[”\"“»][,.;]? ?(?:\([^()]*\),? ?)?")
"""The title of a document and what stands in brackets after it."""
_FOLDER_AFTER = pattern(r" ([Ff]older|[Ff]ile)\b")
"""The word for a folder after its title."""
_EXTENT = pattern(r"\d+ (?:folios|fojas|hojas|leaves|sheets|pages|páginas|feuillets|Blätter|Seiten|pagine|carte)\b")
"""How much there is of something: ``38 folios``."""
_SHORT_SENTENCE = pattern(r"\.\s+[A-ZÀ-Þ][a-zß-ÿ]{0,2} [a-zß-ÿ]{3,} [a-zß-ÿ]")
"""A sentence that begins with a short word: ``… It requested definite instructions``."""
_LISTING_ON = worded(r"\d+[A-Za-z]?(?:, \d+[A-Za-z]?)* (?:{ands}|u\.) \d+[A-Za-z]?(?=[,.;)\]]|$| (?:is|are) )")
"""Numbers that are a list, as the last is told by ``and``: ``415, 429 y 430``."""
_SEVERAL = pattern(r"\d{1,6}[A-Z]?(?:[-–]\d{1,6})?(?:, \d{1,6}[A-Z]?(?:[-–]\d{1,6})?)+(?=[.;)]| ?:|$)")
"""Numbers that are a list, being several: ``CO 1022/22, 23, 25``, ``FCO 141/2187–2191, 2246–2247, 2250``."""
_FORM = pattern(r"\d+")
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""What the numbers of a list must have alike: their strokes, not their length, nor the letter before."""
_BESTAND = worded(r"(?P<letters>[A-ZÄÖÜ]{1,3}) \d{1,4}(?:-[IVX]+)?(?:(?P<file>/\d)|(?=[,;)\]]|\.?$| {ands} ))")
_ENDS = frozenset({";", ")", "]", "and"})
"""What ends a number of a list."""
_CODES = frozenset({"file", "item", "call-number", "document-no"})
"""Levels of which codes are listed that look alike."""
_NUMBERED = pattern(r"(\d{1,3}[a-z]?)/\d+(?=[,;.)]|$)")
"""A holding with its file: ``GLA 233/1234, 233/1235``."""
_SHORT_TITLE = pattern(
    r"(?:([A-ZÄÖÜ][A-Za-zäöü]{1,7}) \d+(?:/\d+)*|([^\W\d_a-z]{1,4}(?:\. ?[^\W\d_a-z]{1,5}){0,3}\.?), \d+/\d+)"
    r"(?=[,;.)]|$)"
)
_NO_NUMBER = pattern(rf"{DAY.pattern}|{_EXTENT.pattern}|(?i:{DATE.pattern})")
_NUMBER = r"\d+[A-Za-z]?(?:[-–/]\d+)*"
_DIGITS = pattern(_NUMBER)
_JOINED = pattern(
    rf"(?:{_NUMBER}, )*(?:{_NUMBER} )?(?P<word>[^\W\d_]{{1,7}}|t/m) (?P<number>{_NUMBER})(?=[,.;:)\]]|$| \()"
)
"""The rest of a list whose last number a word joins; of a range, which has but two."""
_LAST_NUMBER = pattern(r"\d+$")
_LETTER = pattern(r"[A-ZÀ-Þ][\w.’' -]{1,60}? to [A-ZÀ-Þ][\w.’' -]{1,60}")
"""What a letter is called, which has no date: ``Smith to Jones``."""
_LONG_DAY = 24
"""How many characters a day has at most: ``23 September 1850 (1)``."""
_OPENING = frozenset("“‘\"'")


def form_of(code: str) -> str:
    """Return *code* with one figure for each of its numbers, as the codes of a list are alike: 109-00007-02 → 9-9-9."""
    return _FORM.sub("9", code)


class Listing(Marking):
    """Adds to the mark in the making those of a list."""

    def _written_on(self, here: int) -> int | None:
        """Return where a date ends that stands between the archive and its mark: ``10 Feb. 1960, 855-18-778``."""
        date = DATED.match(self.text, here, self.stop)
        return date.end() if date and (len(date.group()) > 4 or not traits(self.rules.id).yearly) else None

    def _past_document(self, here: int) -> int | None:
        """Return where the semicolon stands behind the document's title: ``MS 12, A to B, 3 May 1900; MS 13``."""
        end = self.text.find("; ", here, min(self.stop, here + FAR))
        if end < 0 or not self._lists_on(end + 2) or self.stretch.next_label(here - 1) < end:
            return None
        if end + 2 in self.labels and not self._has_level(end + 2):
            return None
        dated = LAST_DAY.search(self.text, max(here, end - _LONG_DAY), end)
        return end if dated or _LETTER.fullmatch(self.text, here, end) else None

    def _behind_document(self, here: int) -> int | None:
        """Return where a mark of a list begins, past its document's title: ``…; A to B, 3 May 1900, MS 13``."""
        if not self.text[here].isupper() and self.text[here] not in _OPENING:
            return None
        end = self.text.find(";", here, min(self.stop, here + FAR))
        dated = WRITTEN_DAY.search(self.text, here, end if end > 0 else min(self.stop, here + FAR))
        if dated is None or not self._lists_on(dated.end()) or self.stretch.next_label(here) < dated.end():
            return None
        return dated.end() + len(", ")

    def _listed_at(self, here: int) -> int | None:
        """Read the next mark of a list, after a semicolon."""
        return (
            self._series_again(here)
            or self._same_again(here)
            or self._next_bestand(here)
            or self._titled_number(here)
            or self._one_more(here)
            or self._restart(here)
            or self._holding(here)
        )

    def _has_level(self, at: int) -> bool:
        """Tell whether the word at *at* is that of a level which is there already."""
        return self.draft.has(self.labels[at][1][0].level)

    def _lists_on(self, at: int) -> bool:
        """Tell whether what stands at *at* may be of this archive, and not of another that is named right after it."""
        return self.stop >= len(self.text) or self.text.find(";", at, self.stop) >= 0

    def _sought(self, here: int) -> int | None:
        """Read the mark that stands behind the title of the document, where its form tells it from everything else."""
        for rule in self.rules.levels if self.holder and self.holder.written else ():
            if kind(rule.kind).far:
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
        return self._again(last.name, Value(match.group(), match.start(), match.end()))

    def _series_again(self, here: int) -> int | None:
        """Read on with the next piece of a series whose number stands again: ``FO 371/84123 and 371/84124``."""
        if len(self.draft.levels) < 2:
            return None
        series, piece = self.draft.levels[:2]
        number = series.value.rpartition(" ")[2]
        rule = self.rules.level(piece.name)
        if rule is None or not number.isdigit() or not self.text.startswith(f"{number}/", here):
            return None
        value = self._pattern(rule, here + len(number) + 1) if "/" in rule.after else None
        return self._again(piece.name, value, bare=True) if value else None

    def _listed(self, here: int) -> int | None:
        """Read on a list of codes: the next piece of the series (``FO 371/84059,84081``), or the next code whole."""
        if end := self._series_again(here) or self._alike(here):
            return end
        level = self.draft.levels[-1].name
        if (
            self.bares
            and self.bares[-1].name == self.draft.levels[-1].name
            and ((self.plural and level in LISTED) or _LISTING_ON.match(self.text, here, self.stop))
        ):
            return self._one_more(here)
        numbered = self.bare == level or (not self.bare and level in LISTED)
        several = _SEVERAL.match(self.text, here, self.stop) if numbered else None
        if several and len(self.draft.levels) > 1 and PLAIN.fullmatch(self.draft.levels[-1].value):
            return self._each(here, several.end())  # CO 1022/22, 23, 25
        if end := self._next_bestand(here):
            return end
        if self.bare in {"file", "item"} and (end := self._next_cote(here)):
            return end
        first = self.rules.levels[0]
        if (
            not kind(first.kind).begins_list
            or not first.required
            or not all(self.draft.has(r.name) for r in self._required())
        ):
            return None
        last = self._required()[-1]
        if self.bare == last.name and here == self.draft.end + 1 and (value := self._pattern(last, here)):
            return self._again(last.name, value, bare=True)
        value = self._pattern(first, here)
        if value is None or value.text.split()[0] not in prefixes() or not _CODE_GOES_ON.match(self.text, value.end):
            return None
        return self._restart(here)

    def _each(self, start: int, end: int) -> int:
        """Begin a mark with each number from *start* to *end*, of the level that was the last."""
        for number in _DIGITS.finditer(self.text, start, end):
            self._again(self.draft.levels[-1].name, Value(number.group(), number.start(), number.end()))
        return end

    def _joined(self, here: int) -> int | None:
        """Read on numbers that a word joins, or of which it makes a range: ``kart. 12, 13 a 15``; ``Nr. 12 bis 15``."""
        on, name = _JOINED.match(self.text, here, self.stop), self.draft.levels[-1].name
        token = self.draft.tokens[-1]
        first = _LAST_NUMBER.search(token.text) if on and name in LISTED and token.level == name else None
        if on is None or first is None:
            return None
        joins, languages = on["word"] in wording().joins, wording().ranges.get(on["word"])
        if languages is None or (joins and self.rules.languages[0] not in languages):
            return self._each(here, on.end()) if joins else None
        if on.start("word") != here or not on["number"].isdigit() or int(on["number"]) <= int(first.group()):
            return None
        self._drop_last()
        self.put(name, Value(self.text[token.start : on.end()], token.start, on.end()))
        return on.end()

    def _next_cote(self, here: int) -> int | None:
        """Read on a list of series, each with its number: ``F 23 234, F 60 567``; ``2153卷之1、2155卷之4``."""
        rule = next((rule for rule in self.bares if kind(rule.kind).listed_whole), None)
        value = self._pattern(rule, here) if rule else None
        if rule is None or value is None or not _CODE_GOES_ON.match(self.text, value.end):
            return None
        return self._again(rule.name, value, bare=True)

    def _next_bestand(self, here: int) -> int | None:
        """Read on a list of holdings: ``BArch R 2, R 2501``, each with its file: ``R 43-II/123, NS 19/2065``."""
        if not self.rules.holdings_listed:
            return None
        code = _BESTAND.match(self.text, here, self.stop)
        if code is None and self.bare == "file" and (numbered := _NUMBERED.match(self.text, here, self.stop)):
            return self._also(numbered) if self.draft.levels[0].value.isdigit() else None
        if code is None or self.bare not in {"fonds", "file"}:
            return None
        alone = self.bare == "fonds" and self.draft.levels[-1].value.startswith(f"{code['letters']} ")
        filed = self.bare == "file" and code["file"]
        return self._restart(here) if (alone and not code["file"]) or filed else None

    def _also(self, code: re.Match[str]) -> int:
        """Begin a mark of the same archive with the group of *code* that is there, its fonds; the file comes after."""
        group = code.lastindex or 1
        return self._again("fonds", Value(code.group(group), code.start(group), code.end(group)))

    def _titled_number(self, here: int) -> int | None:
        """Read on with the next holding that has its file right behind its short name: ``MInn 71234; MA 99876``.

        With a comma between them, as they were before, the file has a stroke: ``Y.MTV, 122/33; DH.MKT, 12/5``.
        """
        names = [level.name for level in self.draft.levels]
        code = _SHORT_TITLE.match(self.text, here, self.stop)
        if code is None or names != ["fonds", "file"] or self.bare != "file":
            return None
        return self._also(code) if traits(self.rules.id).numbered or code.group(2) else None

    def _one_more(self, here: int) -> int | None:
        """Read on a list without words: ``577B y 594``, ``7067, f. 224; 7078, ff. 131v–132r``."""
        names = dict.fromkeys(rule.name for rule in self.bares if self.draft.has(rule.name))
        digit = self.text[here].isdigit()
        for rule in (rule for name in (reversed(names) if digit else names) for rule in self._numbers(name)):
            value = self._pattern(rule, here)
            if value is None or not has_figure(value.text) or not (value.text[0].isalpha() or self._ends(value)):
                continue  # "sygn. V/45; A. Garlicki, …": an author
            if rule.kind == "symbol" and not (value.text.isupper() or has_figure(value.text)):
                continue  # "NAA: A1838, 2498/11; Smith to Jones, …": the next document
            return self._again(rule.name, value, bare=True)
        return None

    def _numbers(self, name: str) -> list[LevelRule]:
        """Return the rules for the numbers of level *name*."""
        return [rule for rule in self.rules.levels if rule.name == name and rule.kind not in TITLES]

    def _begins_again(self, value: Value, name: str) -> bool:
        """Tell whether *value*, of a list of level *name*, has that level itself: ``exp. 3 y 4; 21673, exp. 8``."""
        separator, here = gap_at(self.text, value.end)
        label = self.labels.get(here) if separator == "," else None
        return label is not None and label[1][0].level == name

    def _ends(self, value: Value) -> bool:
        """Tell whether a number of a list is followed by another one, by a word for a level or leaf, or by nothing."""
        if YEARS_ONLY.fullmatch(value.text):
            return False
        separator, here = gap_at(self.text, value.end)
        point = separator == "." and here > value.end + 1  # but 611.00/2
        if here >= self.stop or point or separator in _ENDS or (here in self.labels and separator == ","):
            return True
        listed = separator == "," and (self.plural or _LISTING_ON.match(self.text, here, self.stop))
        return bool(listed or (separator == " " and VERB.match(self.text, value.end)))

    def _holding(self, here: int) -> int | None:
        """Read on with the next holding: ``milicias y marina, tomo 19; caciques e indios, tomo 6``."""
        titles = [level for level in self.draft.levels if not has_figure(level.value)]
        title = kind("words").shape.match(self.text, here, self.stop)
        if not titles or title is None:
            return None
        if len(titles) > 1 and titles[0].name == "collection" and names_collection(title.group()):
            return None  # Smith Papers, Diary, box 3; Jones Papers, box 4
        separator, after = gap_at(self.text, title.end())
        if separator != "," or after not in self.labels:
            return None
        item, _ = self.labels[after]
        rank, written = self.ranks[titles[-1].name], self.text[item.start : item.end]
        words = [t.text for t in self.draft.tokens if t.kind == "label" and self.ranks.get(t.level, -1) > rank]
        end = self.text.find(";", here, self.stop)
        low, high = bisect_right(self.starts, here), bisect_right(self.starts, end if end > 0 else self.stop)
        rest = [self.labels[start][1] for start in self.starts[low:high]]
        of_book = " " not in title.group() and written.lower() in {"vol", "t", "bd"}
        if words[:1] != [written] or of_book or any(m.role == "page" for meanings in rest for m in meanings[:1]):
            return None
        return self._again(titles[-1].name, Value(" ".join(title.group().split()), here, title.end()))

    def _alike(self, here: int) -> int | None:
        """Read the next code of a list, in the form of the last: ``1248/1979, M680/1979``, ``R 12345, R 12346``.

        What is above it may stand again: ``StK 12, StK 13``.
        """
        last = self.draft.levels[-1]
        if self.bare not in {"", last.name} or last.name not in LISTED | _CODES:
            return None
        start = max((token.start for token in self.draft.tokens[-2:-1] if token.kind == "value"), default=here)
        above = self.text[start : self.draft.tokens[-1].start]
        restated = len(above) if above and self.text.startswith(above, here) else 0
        here += restated
        head = last.value.rpartition(" ")[0]
        lead = len(head) + 1 if head and self.text.startswith(f"{head} ", here) else 0
        match = kind("code").shape.match(self.text, here + lead, self.stop)
        free = _CAPITALS if "/" in last.value else ""
        coded = last.name in _CODES and (free or lead or last.value[0] in _CAPITALS)
        stroke = self.text[self.draft.end : here] == " / " and not last.value.isdigit()  # 17-246 / 17-248; but 91 / 2
        if match is None or not (coded or restated or stroke):
            return None
        code = self.text[here : match.end()]
        if form_of(code.lstrip(free)) != form_of(last.value.lstrip(free)):
            return None
        if not BARE_END.match(self.text, match.end()) and gap_at(self.text, match.end())[0] != "and":
            return None
        return self._again(last.name, Value(code, here, match.end()))

    def _restart(self, here: int) -> int | None:
        """Begin a new mark of the same archive after ``and``: only where its first level is plainly there."""
        for rule in self.rules.levels:
            if rule.after and rule.required and rule.kind not in {"words", "title", "symbol"}:
                value = self._pattern(rule, here)
                if value and not value.text.isdigit():
                    self.drafts.append(self.draft)
                    self.draft = Draft(self.holder, self.rules.id)
                    self.rank = -1.0
                    self.put(rule.name, value)
                    return value.end
        return None

    def _is_no_number(self, here: int) -> bool:
        """Tell whether the figures at *here* are a day (``ibid., 6 May 1940``) or an extent (``38 folios``)."""
        return _NO_NUMBER.match(self.text, here) is not None

    def _quoted_folder(self, here: int) -> int | None:
        """Read the title of a folder in quotation marks after its box, where it is no letter's: ``Box 198, "Laos"``."""
        if self.draft.levels[-1].name not in {"box", "lot"}:
            return None
        rule = self.rules.level("folder")
        if rule is None or rule.kind != "title" or opens_a_remark(self.text, here):
            return None
        quoted = QUOTED.match(self.text, here, self.stop)
        if quoted is None:
            return None
        self.put("folder", Value(quoted.group("v").rstrip(" ,."), here, quoted.end()))
        word = _FOLDER_AFTER.match(self.text, quoted.end(), self.stop)
        if word is None:
            return quoted.end()
        self.draft.note("label", "folder", self.text, word.start(1), word.end())
        return word.end()  # Box 1, “Correspondence: K” folder

    def _after_title(self, here: int, following: int) -> bool:
        """Tell whether only a title in quotation, or what copy it is, is before the leaves or file at *following*."""
        meanings = self.labels[following][1]
        if self.draft.levels and self.text[here:following].strip(" ,.").lower() in wording().copy_words:
            return meanings[0].role != "level"  # H.B.C.A., B.239/1/4, MS, pp. 12, 68
        leaf = self.draft.levels and any(m.role == "leaf" for m in meanings)
        filed = self._coded_fonds() and meanings[0].level == "file"  # fonds 53/17, "Księgi sądu …", unit 45
        return bool(leaf or filed) and _TITLED.fullmatch(self.text, here, following) is not None

    def _of_a_book(self, following: int) -> bool:
        """Tell whether volumes or documents at *following* are another work's: ``…, 664. Smith, History, vol. II``."""
        if self.labels[following][1][0].level not in {"volume", "part", "document"} or self.text[following - 1] == "(":
            return False
        between = self.draft.end, following
        return any(start.search(self.text, *between) for start in (NEW_SENTENCE, _SHORT_SENTENCE))
