"""One stretch of a line under one convention: its text, and the words in it that announce values."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from provcheck import tables
from provcheck.archives.lexicon.cuts import (
    ends_a_title,
    has_its_own_number,
    leads,
)
from provcheck.archives.lexicon.kinds import kind
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.vocabulary import Label
from provcheck.model.archive import Convention
from provcheck.model.kept import kept
from provcheck.model.lazy import pattern

_VALUE_BEFORE = pattern(r"\d[a-z]?\.[ \u00a0]?$")
"""The number before a word of one letter: ``12. d.``"""
_ODD_LEAF = pattern(
    r", ?\d+[rv](?!\w)|\.? ?\[(?!(?:1[4-9]|20)\d\d)\d{1,4}[^\[\]]{0,40}\]"
    r"|\. ?[ivxl]{1,7}(?: ?[rv])?(?=[,;)–-]|\.?$)"
    r"|\. [A-Z] ?\d{1,3}[rv]?(?=[,;)–-]|\.?$)"
)
"""A slip for a point, ``f, 740v``; leaves that have no number on them: ``Bl. [5–7]``, but no years;
leaves of a gathering or a letter: ``fol. K 12``, ``fol. B7v``."""
_SHORT_VALUE = pattern(
    r"(?!(?<=\b[zw]) (?:\d{1,2}\.? (?:[IVX]+|[^\W\d_]{3,}) )?(?:1[5-9]|20)\d\d(?![\d/]))"
    r"(?: :=)?(?:\.?[°º])?[.,:)]{0,2} {0,2}[-–]? ?(?:no\.? |nr\.? |br\. |№ ?|# ?)?(?:[A-ZΑ-Ω]{1,4}[-./ ]{0,2}){0,2}"
    r"(?:[\d«“\"]|[IVX]+(?:[-/]|[rv](?!\w)|(?![\w.])|\.$))"
)
"""What must follow a word of one letter, which names may begin with too: ``F. T.``"""
_COLON = pattern(
    r"[BERkp]: |[fkpP]\.? ?|(?:E (?:[A-Z]{1,3}\d?-)?|(?<=, )[BF] )\d+[A-Z]?(?=[,;.)]|$)"
    r"|[BEFbefrv]\. ?\d|(?<=\d, )R\. ?\d"
)
_YEARS = pattern(r" 1[4-9]\d\d ?[–-] ?(?:1[4-9]|20)\d\d(?=[,;.)]|$)")
_SHELVED = pattern(r"\.\d+(?:-\d+)?/")
_IN_A_TITLE = pattern(r"[a-zà-ž] [a-zà-ž]")
"""A small word after a small word."""
_OF = pattern(r" (?:d[eiao]|of) [A-ZÀ-Ž]")
"""What makes the word after it, with a capital, part of a title."""
_NAMED = pattern(r"\. [^\W\d_]")
_ROMAN = pattern(r" [IVXLC]+(?:, |[;)]|\.?$)")
_LAST_PAGES = pattern(r"(?:.\d|\d,) S \d{1,4}(?:[-–]\d{1,4})?(?:f{1,2}\b)?(?:[.;)]|$)")
"""Pages behind a number, with which a reference ends: ``N 1022/32, S 13``."""


def _names_fonds(text: str, item: Found, meanings: Sequence[Label]) -> bool:
    """Tell whether a word of one small letter announces a fonds by its name: ``f. Úrad vlády``."""
    named = meanings[0].level == "fonds" and text[item.start].islower()
    return named and _NAMED.match(text, item.end) is not None and text[item.end + 2].isupper()


@kept
def _own_letters(convention: str) -> tuple[re.Pattern[str], ...]:
    """Return what values of *convention* look like whose letter is their own, and no word: ``LIMA,210,N.4``."""
    levels = tables.conventions()[convention].levels
    return tuple(kind(rule.kind).shape for rule in levels if kind(rule.kind).own_letter)


def meanings_of(item: Found, convention: str) -> Sequence[Label]:
    """Return what a label means in *convention*, or everywhere where that has no word of its own like it."""
    return item.labels.get(convention) or item.labels.get(tables.COMMON) or ()


def announces(text: str, item: Found, rules: Convention) -> bool:
    """Tell whether a letter may announce a level here: ``B: 717, E: 190``, but no initial of a name."""
    lone = item.end - item.start == 1 and rules.letters_with_colon and rules.id in item.labels
    return not lone or _COLON.match(text, item.start) is not None


def writes(rules: Convention, word: str) -> bool:
    """Tell whether a level of *rules* is written with *word*: the F. of Tirana."""
    return any(form.short == word for rule in rules.levels for form in rule.forms.values())


class Stretch:
    """The text of a stretch, the labels in it, and where it stops."""

    def __init__(self, text: str, found: Sequence[Found], rules: Convention, stop: int) -> None:
        self.text = text
        self.rules = rules
        self.stop = stop
        self.ranks = tables.ranks(rules.id)
        self.labels: dict[int, tuple[Found, Sequence[Label]]] = {}
        for number, item in enumerate(found, 1):
            meanings = meanings_of(item, rules.id)
            if meanings and self._is_label(item, meanings) and not self._ends_title(item, found[number : number + 1]):
                self.labels[item.start] = (item, meanings)
        self.starts = sorted(self.labels)
        self.apart = [start for start in self.starts if start < stop and text[start - 1 : start] != "/"]
        """Where labels begin that no stroke joins to what stands before them: there values end."""

    def until(self, stop: int) -> Stretch:
        """Return the same stretch, but ending at *stop*."""
        new = Stretch(self.text, (), self.rules, stop)
        new.labels, new.starts, new.apart = self.labels, self.starts, self.apart
        return new

    def _ends_title(self, item: Found, after: Sequence[Found]) -> bool:
        """Tell whether the word for another level right *after* makes that of *item* a title's: ``… File Box 32``."""
        if item.valued or not after or after[0].start != item.lead or not after[0].valued:
            return False
        return after[0].end - after[0].start > 2 and self.text[item.start - 2 : item.start].strip(" ").isalpha()

    def _is_label(self, item: Found, meanings: Sequence[Label]) -> bool:
        """Tell whether the word *item* announces a value here, and is no part of a title, a code, a name."""
        text, start, end = self.text, item.start, item.end
        size = end - start
        if text[start - 1 : start] == "_" or ends_a_title(text, start, end):
            return False
        if size == 2 and text[start:end].isupper() and self._is_of_capitals(item, meanings[0]):
            return False
        sided = meanings[-1].role != "level" and _ODD_LEAF.match(text, end) is not None
        if size == 1:
            initials = text[start : end + 3 : 2]
            initial = initials.isupper() and initials.isalpha() and text[end : end + 3 : 2] == ".."
            sign, lettered = text[start - 1 : start], start > 1 and text[start - 2].isalpha()
            joined = (sign == "." and (text[start].isupper() or lettered)) or (sign == "/" and lettered)  # C/h 23a
            if initial or joined:
                return False  # N.F. 541: initials; 22.F.14.6F: a code
            if self.own_letter(start):
                return False
            own = self.rules.id in item.labels  # RG 393, E 2601; MUD, P, 1862, F VII, r. 154
            roman = meanings[0].role == "level" and not (start > 1 and text[start - 2].isdigit())  # but 1 D XIV, 21
            paged = own and meanings[-1].role in {"leaf", "page"} and _LAST_PAGES.match(text, start - 3) is not None
            own = paged or (
                own
                and (
                    text[start] == "E"
                    or text[start] in self.rules.capitals
                    or (roman and _ROMAN.match(text, end) is not None)
                )
            )
            holding = _SHELVED.match(text, end) and not writes(self.rules, text[start : end + 1])
            if text[start].isupper() and ((text.startswith(" ", end) and not own) or holding):
                return False  # P 123, F.245/12: a holding; pages have a point, or a small letter
            behind = self.rules.values_first and _VALUE_BEFORE.search(text, max(0, start - 4), start)
            if not (sided or behind or _SHORT_VALUE.match(text, end) or _names_fonds(text, item, meanings)):
                return False
        after = text[end + 1 : end + 2]
        if item.valued is None and after.isalpha() and _OF.match(text, start - 4):
            return False  # Sala de Libros Raros
        if item.valued is None and text.startswith(" Papers", end) and text[start].isupper():
            return text.startswith(" of ", end + len(" Papers"))  # Earle Page Papers; but folder Papers of …
        if item.valued and text[start:end] == "Book" and text.startswith(": ", item.valued.end):
            return False  # Box 332, Book 8: Teheran: the title of a folder
        amid = item.valued is None and size > 3 and (after.islower() or after in {"–", "-"})
        if amid and _IN_A_TITLE.match(text, start - 2):
            return False  # "Zbirka matičnih knjiga i popisa": a word of a title
        if has_its_own_number(text, start) or (size > 3 and item.valued and self._is_of_years(item)):
            return False
        if not announces(text, item, self.rules) or text[start:end] in self.rules.not_words:
            return False
        own = self.rules.id in item.labels
        return sided or leads(text, item, figure=not own) or (own and self.rules.values_first)

    def _is_of_years(self, item: Found) -> bool:
        """Tell whether *item* ends a title behind which its years stand: ``Pamětní kniha 1923–1938, inv. č. 2``."""
        text, start = self.text, item.start
        amid = start > 1 and text[start - 1] == " " and text[start - 2].isalpha() and text[start : item.end].islower()
        return amid and _YEARS.match(text, item.end) is not None

    def _is_of_capitals(self, item: Found, meaning: Label) -> bool:
        """Tell whether two capitals are the sign of a holding and no word for leaves or pages."""
        text, end = self.text, item.end
        if meaning.role == "level":
            if text.startswith("NO-", item.start):
                return True  # NO-1234, a document of Nuremberg
            own = self.rules.id in item.labels or meaning.level == "record-group"
            foreign = not own and text[end + 1 : end + 2].isdigit()  # SV 12/81
            named = meaning.level == "frame" and text[end + 2 : end + 5].islower()  # FR Papers
            return text[end : end + 1] == " " and (foreign or named)
        # PP 123, PP302/1: series; PP. Minori: fathers; TR.10/67: a call number; but TOMO 70, FF. 846R-860V
        if text[end : end + 1] != "." or text[end : end + 3].strip(". ").isalpha():
            return True
        return _SHELVED.match(text, end) is not None

    def own_letter(self, at: int) -> bool:
        """Tell whether a value stands at *at* whose letter is its own."""
        return any(shape.match(self.text, at) for shape in _own_letters(self.rules.id))

    def next_label(self, at: int) -> int:
        """Return where the next label begins that no stroke joins to what stands before it, or the stretch ends."""
        number = bisect_right(self.apart, at)
        return self.apart[number] if number < len(self.apart) else self.stop

    def opens_volume(self, start: int) -> bool:
        """Tell whether a word for volumes comes right after a word: ``Personal Letterbook Vol. 1``."""
        _, meanings = self.labels[start]
        after_word = self.text[start - 2 : start - 1].isalpha() and self.text[start - 1] == " "
        return after_word and meanings[0].level == "volume"

    def volume_after(self, end: int) -> bool:
        """Tell whether a word for volumes follows at *end*, so that the title before it is no folder's."""
        return end + 1 in self.labels and self.opens_volume(end + 1)
