"""The engine for marks whose parts stand in a fixed order, words or none: ``FO 371/84123``, ``NAA: A1838, 2498/11``.

Going along the line, each piece is a labelled value, or the next level of the convention whose kind it fits and
whose separator stands before it. What fits nothing ends the mark.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from provcheck import tables
from provcheck.archives.lexicon.codes import JOINED_MARK
from provcheck.archives.lexicon.cuts import (
    AND_WORD,
    BRANCH,
    FAR,
    FIELD,
    IMAGE,
    NEW_SENTENCE,
    NUMBER_BEFORE,
    QUOTE,
    SHORT_GLOSS,
)
from provcheck.archives.lexicon.folios import folios_at
from provcheck.archives.lexicon.kinds import gap_at, kind
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.times import BEGIN_DAYS, BEGIN_MONTHS, DATE, PAGED_DAY, YEARS_ONLY
from provcheck.archives.lexicon.vocabulary import wording
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.around import after_gloss, papers_before, photographed
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.archives.reading.listing import form_of
from provcheck.archives.reading.steps import OPENING, at_sight, without_words
from provcheck.archives.reading.unannounced import Unannounced
from provcheck.model.archive import LevelRule
from provcheck.model.kept import kept
from provcheck.model.lazy import pattern

_PLAIN = frozenset(" ,:/-(")
"""Separators that are as they are written."""
_PAGED = frozenset({"volume", "file", "folder", "item", "signature", "bundle", "box", "inv-no", "document"})
"""What has pages, of which a document in it may be named before them."""
_OF_A_PRINT = pattern(
    r"(?<!\d )(?<!\d\. )\b[^\W\d_a-z]\w+,? (?:1[5-9]|20)\d\d\)?, $"
    r"|[‘“\"„«(:]|\b(?:[A-Z]\. ?)+[A-Z]|\b(?:[Vv]ol|[Tt]|[Nn][ro]|[Bb]d)\. ?\d"
)
"""A town and a year, a title in quotation marks, the initials of an author: of a book, or of a journal."""
_TOLD = pattern(r" (?:[a-z]{3,}ed|has|had|holds|bought|keeps|moves|sells) (?!in |as |under |at |by |from |to )")
"""What a sentence says of an archive: ``The National Archives opened box 12``."""
_YEAR_LAST = pattern(r"[^()]*(?:1[4-9]|20)\d\d\)")
"""A bracket that ends with a year tells of its archive, or where a book about it was printed."""
_FIGURED = pattern(r"[^\d,;]{0,30}\d")
"""What a list may go on with: something that has a figure."""
_PARTS = 3
"""How many numbers a mark has at least that is known again by its form."""
_SIGNED = pattern(r"\w+(?:[./-]\w+){2,6}(?=[,;.)]|$)")
"""Numbers that only signs part."""
_EDITION = worded(r"{editions},? (?![A-Za-z ]*(?:Files|Papers|[Ss]eries\b))[^;]*\d")
_FIELD_NAME = pattern(r"\b(?:[Rr]eference|[Ss]helfmark|[Ss]ignature?)(?: [Nn](?:o\.|umber))?: $")
"""The name of a catalogue's field, which says that the mark follows: ``Original institution reference: F-6``."""
_FIELD_NEAR = 24
_PAGE_AFTER = pattern(r"第?(\d+(?:[~–—,-] ?\d+)*)[頁页]")
"""A page whose word stands behind it, as in China and Japan."""


class _Reader(Unannounced):
    """Reads the marks of one stretch of the line."""

    def read(self, start: int) -> list[Draft]:
        text, at = self.text, start
        while at < self.stop:
            if "(" in text[at : at + 2]:
                at = self._bracketed(at) or at
            separator, here = gap_at(text, at)
            if separator not in _PLAIN:
                separator, here = self._parted(separator, here)
            if here >= self.stop:
                break
            end = self._passed_over(here, separator)
            if end is None and here in self.labels:
                end = self._labelled(here)
            elif end is None and self.rules.values_first:
                end = self._value_first(here)
            if end is None:
                end = self._unlabelled(here, separator, at == start)
            if end is None and separator == "," and self.draft.has_figures():
                end = self._past_document(here)
            if end is None:
                break
            at = end
        if self.draft.tokens:
            self._last_title()
            self.drafts.append(self.draft)
        return self.drafts

    def _parted(self, separator: str, here: int) -> tuple[str, int]:
        """Return what *separator* amounts to, and where what it leads to begins."""
        if separator == "--":
            return ",", here
        if separator == ";" and not self.drafts and (not self.draft.tokens or self._stopped()):
            return ",", here  # Central State Archive; Fond 1B; Eisenhower Library; Dulles Papers; Subject Series
        if separator == ";" and self.text.startswith("and ", here):
            return separator, here + 4  # Box 378; and Kohlberg Papers, Box 12
        if separator == "." and self.text[here : here + 2] in {"– ", "- "}:
            return separator, here + 2  # 3.1.5. – O-11386
        return separator, here

    def _stopped(self) -> bool:
        """Tell whether semicolons stand for all commas, as one stands after the archive."""
        end = self.holder.end if self.holder else self.draft.tokens[0].start
        return self.text[end : end + 1] == ";" and self.draft.tokens[0].start > end

    def _passed_over(self, here: int, separator: str) -> int | None:
        """Return where ends what is no part of the mark: the archive's name again, the date of the document."""
        if self.skips and (again := next((high for low, high in self.skips if low == here), None)):
            return again
        if separator not in ", " or self.text[here] not in BEGIN_DAYS:
            return None
        if not self.draft.levels:
            return self._written_on(here)
        day = PAGED_DAY.match(self.text, here, self.stop) if separator == "," else None
        return day.end() if day else None  # FO 371/92192, 20 Nov. 1950, p. 19

    def _unlabelled(self, here: int, separator: str, first: bool) -> int | None:
        """Read on where no word for a level stands, or pass over a title to the next one."""
        end = None
        if not (here in self.labels and self.labels[here][1][0].role == "page"):
            end = self._placed(here, separator, first)
        if end is None and separator in ", " and not self.draft.levels:
            end = self._sought(here)
        if end is None and separator == "(" and (gloss := SHORT_GLOSS.match(self.text, here, self.stop)):
            end = gloss.end()  # RW 19 (Wehrwirtschaftsamt)/234
        return self._skip(here, separator) if end is None and separator != ";" else end

    @property
    def _after_stop(self) -> bool:
        """Tell whether a semicolon may lead on to the next level: ``Central Files; POL 25 INDON``."""
        return any(";" in step.rule.after for step in without_words(self.rules.id))

    def _placed(self, here: int, separator: str, first: bool) -> int | None:
        """Read a value without a word: the next level whose kind and separator fit; figures before titles."""
        listed = separator == "," and self.text[here - 3].isdigit()
        if listed and (joined := AND_WORD.match(self.text, here)):
            separator, here = "and", joined.end()  # R 58/1027, Bl. 12, und R 58/1028, Bl. 4
        if self.bare == "part" and separator in {"and", ","} and self._more_parts(self.ranks["part"]):
            return self.draft.end  # AA:A981, WAR 45, i and ii
        if separator == "and" and self.draft.levels:
            return self._series_again(here) or self._same_again(here) or self._one_more(here) or self._restart(here)
        if separator == ";" and _EDITION.match(self.text, here):
            return following if (following := self.text.find(";", here, self.stop)) > 0 else None
        if separator == ";" and self.draft.levels:
            date = self._written_on(here) if self.text[here] in BEGIN_DAYS else None
            here = date + len(", ") if date else here  # SZ1-2-906, p. 29; 21 July 1961, SZ1-2-898
            again = self._listed_at(here) or self._whole_again(here)
            if not again and not date:
                again = self._listed_behind(here) or self._anew(here)
            if again or not self._after_stop:
                return again
        if separator == "," and (end := self._whole_again(here)):
            return end
        if self.draft.folios and separator != "/":
            return self._alike(here) or self._next_bestand(here) if separator == "," else None
        first_one = self.text[here]
        if first_one.isdigit() and separator != "-" and self._is_no_number(here):
            return None
        if first and first_one in BEGIN_MONTHS and DATE.match(self.text, here):
            return None  # BN, May 26, 1963
        if self.draft.levels and (end := self._goes_on(here, separator)):
            return end
        if first and separator == "(" and not _YEAR_LAST.match(self.text, here):
            sign = OPENING  # Archivio di Stato di Milano (Carteggio Sforzesco, b. 12)
        else:
            sign = OPENING if first and separator in " :," else separator
        prose = first and first_one.islower() and self.holder is not None and self._may_be_prose(separator)
        return self._next_level(here, separator, sign, prose=prose) or self._bare_folios(here, separator)

    def _whole_again(self, here: int) -> int | None:
        """Read on with the next mark in the form of the last, none of whose parts has a word: ``6-01-3, 6-02-1``."""
        if len(self.draft.levels) < _PARTS:
            return None
        values = [token for token in self.draft.tokens if token.kind == "value"]
        if len(values) < _PARTS:
            return None  # the upper ones were taken over
        last = _SIGNED.match(self.text, values[0].start, values[-1].end)
        code = _SIGNED.match(self.text, here, self.stop) if last and last.end() == values[-1].end else None
        if last is None or code is None or form_of(code.group()) != form_of(last.group()):
            return None
        before = self.draft, self.rank
        self.draft, self.rank = Draft(self.holder, self.rules.id), -1.0
        end = self._next_level(here, ",", OPENING, prose=False)
        if end is None:
            self.draft, self.rank = before
            return None
        self.drafts.append(before[0])
        return end

    def _goes_on(self, here: int, separator: str) -> int | None:
        """Read what goes on from the level just read and is no lower one: a list, a gloss, years."""
        if separator in ", " and (end := self._quoted_folder(here)):
            return end
        if separator in ", " and _FIGURED.match(self.text, here):
            if separator == "," and (end := self._listed(here)):
                return end
            if self.text[self.draft.end : here] in {" ", ", "} and (end := self._joined(here)):
                return end
        if separator == "/" and self.text[self.draft.end : here] == " / " and (end := self._alike(here)):
            return end
        if gloss := self._gloss(here, separator):
            return gloss
        if separator in ", " and not self.draft.folios and (page := _PAGE_AFTER.match(self.text, here, self.stop)):
            return self._paged(page)
        if self._dated() and (years := YEARS_ONLY.match(self.text, here)):
            return years.end()  # Vol. 1, 1900–1901: of when it is
        if separator == " " and (years := _OF_YEAR.match(self.text, here)):
            return years.end()  # Vol. 123 of 1818, pp. 45–9
        return None

    def _paged(self, page: re.Match[str]) -> int | None:
        """Read a page whose word stands behind it: ``Ref.C10050001200、3頁``."""
        reading = folios_at(self.text, page.start(1))
        if reading is None or reading.end != page.end(1):
            return None
        self.draft.leaves(self.text, page.start(1), reading)
        self.draft.note("folio-label", "", self.text, page.end(1), page.end())
        return page.end()

    def _skip(self, here: int, separator: str) -> int | None:
        """Pass over a title to the next label, where it is near and no new sentence begins."""
        if self.holder and not self.draft.tokens and _TOLD.match(self.text, self.holder.end):
            return None
        for place in range(bisect_right(self.starts, here), len(self.starts)):
            following = self.starts[place]
            if following - here > FAR or ";" in self.text[here:following]:
                return None
            if self._after_title(here, following):
                return self._labelled(following)  # vol. 12: "Letter to …", ff. 1–9
            named = _FIELD_NAME.search(self.text, max(here, following - _FIELD_NEAR), following)
            if not named and (
                NEW_SENTENCE.search(self.text, here, following) or QUOTE.search(self.text, here, following)
            ):
                return None
            if self._of_a_book(following):
                return None
            if self.text[following : self.labels[following][0].end].lower() in wording().number_signs:
                if self.draft.folios or (separator == "." and self.draft.levels):
                    return None  # k. 45, Protokół nr 12: of the document
                of_unit = self.labels[following][1][0].level != "document-no"
                if of_unit and self.draft.has("file") and self.text[following - 2 : following - 1].isalpha():
                    continue  # V/45, Protokół nr 12, k. 3
            if all(m.role == "page" for m in self.labels[following][1]):
                if separator in ":,(" and self.draft.has_any(_PAGED) and self._ends_with(here, following):
                    return self._labelled(following)  # vol. 60: Västmanlands regemente, s. 465, KrA
                continue
            if (end := self._anywhere(here, following)) is not None:
                return end
            if self.rules.values_first and (number := NUMBER_BEFORE.search(self.text, here, following)):
                if (end := self._value_first(number.start())) is not None:
                    return end
                continue
            if (end := self._labelled(following)) is not None:
                return end
        return None if self.starts[bisect_right(self.starts, here) :] else self._anywhere(here, self.stop)

    def _ends_with(self, title: int, start: int) -> bool:
        """Tell whether the pages announced at *start* end the mark, and what stands from *title* on is no book."""
        reading = folios_at(self.text, self.labels[start][0].lead)
        rest = self.text[reading.end : self.stop].strip() if reading else ""
        if self.holder is None or not self.holder.written:
            return reading is not None and rest == ","
        return reading is not None and rest in {"", "."} and not _OF_A_PRINT.search(self.text, title, start)

    def _anywhere(self, here: int, following: int) -> int | None:
        """Read a value of a kind that is known at sight and stands behind a title that is passed over."""
        for start in FIELD.finditer(self.text, here, following):
            at = start.end()
            for rule in at_sight(self.rules.id, self.text[at : at + 1]):
                if not self.draft.has(rule.name):
                    value = self._pattern(rule, at)
                    if value is not None and value.end <= following:
                        self.put(rule.name, value)
                        return value.end
        return None


_POINTED = pattern(r"\.\d+/\d")
"""A mark that a point joins to its archive."""
_OF_YEAR = pattern(r"of (?:1[5-9]|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?(?=[,;:.)]|$)")
"""Of which year a volume or file is, as in India."""
_ABBREVIATED = pattern(r"\b(?:[Nn]at|[Dd]ép|[Mm]un|[Cc]omm)$")


@kept
def _keeps_papers(convention: str) -> bool:
    """Tell whether papers of persons are a level of *convention*, which may be named before their archive."""
    return any(rule.name == "collection" and kind(rule.kind).papers for rule in tables.conventions()[convention].levels)


def _part_in_name(text: str, holder: Holder, rule: LevelRule) -> int | None:
    """Return where the part of an archive begins that ends its name and is the first level: ``ÖStA, AdR``."""
    of = kind(rule.kind)
    if not of.in_name:
        return None
    start = holder.start + max(map(holder.written.rfind, " ,/_-")) + 1
    part = of.shape.match(text, start) if start > holder.start else None
    return start if part and part.end() == holder.end else None


def read(
    text: str, found: Sequence[Found], holder: Holder | None, convention: str, start: int, stop: int
) -> list[Draft]:
    """Read the marks of the stretch *start* to *stop* of *text* by *convention*."""
    if "_" in text and (image := IMAGE.search(text, start, stop)):
        stop = image.start()  # ANL_CVP_078v: the name of an image
    reader = _Reader(text, found, holder, tables.conventions()[convention], stop)
    if holder and _keeps_papers(convention):
        for level, value in papers_before(text, holder.start):
            if reader.rules.level(level) and (level != "call-number" or reader.starts):
                reader.put(level, value)
    if holder and (part := _part_in_name(text, holder, reader.rules.levels[0])):
        holder.written = text[holder.start : part].rstrip(" ,/_-")
        holder.end = holder.start + len(holder.written)
        return reader.read(part)
    if holder and text[start : start + 1] == "/" and (branch := BRANCH.match(text, start)):
        start = branch.end()  # ES.41091.AGI/26//MP-FILIPINAS,45
    elif holder and "/" not in holder.written and JOINED_MARK.match(text, start):
        start += 1  # KNA/DC/LAMU/1/2
    if holder and text.startswith(". ", start) and _ABBREVIATED.search(holder.written):
        start += 1  # Arch. nat. F7 12961
    elif holder and holder.written[-1:].isupper() and _POINTED.match(text, start):
        start += 1  # SAD.404/3/12
    if holder and holder.written and not holder.same:  # ibid., Lima: a section
        after = after_gloss(text, start, stop, holder.names)
        for at in reader.starts:
            if start <= at < after and convention in reader.labels[at][0].labels:
                after = at
                break
        start = after
    drafts = reader.read(start)
    if drafts and holder and text.startswith("NAD: ", holder.start - 5):
        photographed(text, holder.start, drafts[0])
    return drafts
