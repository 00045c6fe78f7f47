"""A line cut at the archives that it names, each stretch of which is read."""

from __future__ import annotations

from bisect import bisect_left

from provcheck import tables
from provcheck.archives.lexicon.cuts import A_COPY
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.reading import apart, coded, engines, following, levels
from provcheck.archives.reading.archive_last import before, turned
from provcheck.archives.reading.archive_last.leading import leads_to
from provcheck.archives.reading.asides import remarks, trailing
from provcheck.archives.reading.draft import BY_START, CLOSED, Draft, Holder, Line
from provcheck.archives.reading.holders.beside import both, stands_behind
from provcheck.archives.reading.standing.signs import is_whole
from provcheck.archives.reading.whose import by_its_convention, is_a_number, may_stand_before
from provcheck.model.lazy import pattern

_HAS_FIGURES = Draft.has_figures
_NAMED = pattern(r"[^;:\d]*[^\W\d_][.,] ")
"""What names another archive before a mark: no part of it stands there, for these a semicolon would end too."""
_NEAR = 80
"""How far before an archive the word for its pages may begin."""
_BRACKET = 200
"""How far before its archive the bracket of a mark may open."""


def read(line: Line, holders: list[Holder], ends: list[int]) -> list[Draft]:
    """Return the marks of *line*, which names *holders*; at *ends* credits and remarks begin."""
    drafts = _Cut(line, holders, ends).read()
    following.share_papers(drafts, line.text)
    return drafts


class _Cut:
    """A line cut at the archives it names, each stretch of which is read."""

    def __init__(self, line: Line, holders: list[Holder], ends: list[int]) -> None:
        self.line = line
        self.text, self.found = line.text, line.found
        self.holders = holders
        self.ends = ends
        """Where credits and remarks begin, before which a mark ends."""
        self.places = [*map(BY_START, line.found)]
        self.bounds = [*map(BY_START, holders), len(line.text)]
        """Where each archive begins, and the line ends."""
        first = self.bounds[0]
        lead = remarks.lead_in(self.text)
        self.first = trailing.behind_book(self.text, line.found, lead) if first > lead else lead
        """Where the number of a footnote, ``See`` and a book end, which are no part of a mark."""
        self.ahead = self._between(self.first, first)
        """What was found before the first archive …"""
        stop = remarks.stop(ends, 0, first)
        self.loose = engines.read(line, self.ahead, None, self.first, stop) if self.ahead else []
        """… and the marks read of it, whose archive is open."""
        self.drafts: list[Draft] = []
        self.marked = bool(self.loose) or any(item.valued for item in self.ahead)
        """Whether a mark may stand before the first archive."""
        self.turned, ended = turned.ends(text=self.text, found=self.found, holders=holders, marked=self.marked)
        self.ends = sorted([*ends, *ended]) if ended else ends
        """Where archives end that stand behind their marks, as the last one does: ``CO 537/1, TNA; FO 371/4, TNA``."""

    def read(self) -> list[Draft]:
        """Return the marks of all stretches, in order."""
        for number, holder in enumerate(self.holders):
            self._under(number, holder)
        if "/" in self.text and (lettered := self._of_one_letter()):
            return [*lettered, *self.drafts]
        loose = self.loose
        if self.ahead and self.drafts and self.holders[0].names and following.is_group(self.drafts[0]):
            filmed = before.read(self.text, self.ahead, self.holders[0], self.first)
            if filmed and following.takes_group(self.drafts, filmed, self.text):  # M44, roll 40, NARA, RG 59
                return self.drafts
        if not loose or following.takes_fond(self.drafts, loose, self.text):
            return self.drafts
        if following.takes_group(self.drafts, loose, self.text):
            return self.drafts
        if loose[0].holder and not any(draft.own_holder for draft in loose):
            loose[0].own_holder = True
        return [*loose, *self.drafts]

    def _of_one_letter(self) -> list[Draft]:
        """Return the marks of series of one letter before the first: ``T 230/33, T273/3 and CAB 103/56, TNA``.

        So few letters tell nothing without the archive that the line ends with, and no other. Words may part them from
        it then: ``T199/14 and T291/18 give the background, TNA``.
        """
        named = [holder for holder in self.holders if holder.written]
        if len(named) != 1 or not named[0].names:
            return []
        holder, first = named[0], self.drafts[0] if self.drafts else None
        convention = tables.archives()[holder.names[0].archive].convention
        if first and (first.holder is not holder or first.start > holder.start or not is_whole(first)):
            return []
        if first is None and (self.loose or not CLOSED.match(self.text, holder.end)):
            return []
        if tables.conventions()[convention].engine != "coded":
            return []
        codes = _ONE_LETTER.finditer(self.text, self.first, first.start if first else holder.start)
        marks = [coded.read(self.text, [], holder, convention, *code.span()) for code in codes]
        return [mark for read in marks for mark in read if len(mark.levels) > 1 and is_whole(mark)]

    def _under(self, number: int, holder: Holder) -> None:
        """Read the stretch after *holder*, or the mark right before it."""
        last = self.drafts[-1] if self.drafts else None
        if number and self._before_same(number - 1):
            holder.names = self.holders[number - 1].names
            last = last if last and last.holder and both(last.holder.names, holder.names) else None
        end = self.bounds[number + 1]
        stop = self._named_again(holder, remarks.stop(self.ends, holder.end, end))
        if self.text.startswith("(", holder.start - 1) and end < len(self.text):
            stop = min(stop, self._before_next_fond(number, holder))
        if holder.start and holder.names and self._has_leaves(number, holder, stop):
            return
        if not (number or self.marked) and self._is_of_next(number, holder):
            return
        read = engines.read(self.line, self._between(holder.end, stop), holder, holder.end, stop, last)
        if not read and last and last.holder and both(last.holder.names, holder.names):
            read = self._behind_copy(last, holder, stop)
        if not read and last and holder.same:
            pages = apart.pages_of_same(self.text, self._between(holder.end, stop), last, holder)
            read = [pages] if pages else []
        if not read and last and last.holder and following.hands_over(last, holder):
            last.holder.names, last.holder.id = holder.names, None
            return
        if last and self._names_behind(last, holder):
            if self.text.startswith(";", holder.end) and not self._is_of_next(number, holder):
                self.drafts += read
            return
        if read and last and read[-1].end <= last.end and {*read[-1].levels} <= {*last.levels}:
            return  # Mss Eur F 111/123, Curzon Papers, BL: the papers were read with their mark
        told = read and (read[0].labels() or is_whole(read[0]))  # but RG 59, NARA; Smith, History, 34
        if told and len(self.holders) == 1 and self._ends_first(holder) and (before_it := self._stands_last(holder)):
            self.loose, self.drafts = [], [*before_it, *read]
            return
        ahead = (
            holder.start
            and (holder.written or not read)
            and (holder.end in self.turned or may_stand_before(self.text, read) or self._closes(holder))
        )
        marked = any(map(_HAS_FIGURES, read)) or _NUMBER_ON.match(self.text, holder.end) is not None
        if (marked and self._behind_another(holder)) or self._before_same(number):
            ahead = False  # XYZ, box 3; RGASPI, 17/3/5: another archive's
        if ahead and number == 0 and not self._holds(holder, read) and (before_it := self._stands_last(holder)):
            self.loose = []
            figures = any(map(_HAS_FIGURES, read))
            if (any(map(_HAS_FIGURES, before_it)) or not figures) and not (figures and is_a_number(before_it)):
                self.drafts = before_it
                following.take_series(before_it[-1], read, self.text)
                return  # but Fonds Thorez, AN, 626 AP 12: the code says it better
        if ahead and number and (holder.names or holder.convention) and not self._behind_another(holder):
            right = self._right_before(number, holder, last)
            grouped = right and read and read[0].has("record-group") and end == len(self.text)
            behind = grouped and self.text.startswith(";", holder.end)
            read = [*right, *read] if behind else right or read  # RG 59, NARA; RG 84, box 2, NARA; RG 43, box 3
        if read:
            read[0].own_holder = True
            low = max(holder.start - _NEAR, last.end if last else 0)
            if (number or self.ahead) and (near := self._between(low, holder.start)):
                apart.pages(self.text, near, read[0])
            if "ensus" in self.text:
                apart.census_page(self.text, read[0])
            apart.pages_after(self.text, read[-1], stop)
            if holder.same and not last and self.loose and self.loose[-1].convention in levels.soviet():
                last = self.loose[-1]  # of an archive that no table has
            if last and (holder.same or following.lacks_fond(read[0], last)):
                following.take_over(read, last)
            if last and self.drafts and following.goes_on(read[0], last, self.text):
                read[0].holder, read[0].tokens = last.holder, last.tokens + read[0].tokens
                read[0].levels[:0] = [level for level in last.levels if level not in read[0].levels]
                self.drafts.pop()
            self.drafts += read

    def _is_of_next(self, number: int, holder: Holder) -> bool:
        """Tell whether what stands behind *holder* and a semicolon is papers of the archive that ends the line.

        ``Alumni Files, Hartley Library; Doe Papers, box 3, Newberry Library``: the first has no more of its own.
        """
        following = self.holders[-1]
        if number + 2 != len(self.holders) or not self.text.startswith("; ", holder.end) or not following.names:
            return False
        if both(following.names, holder.names) or not CLOSED.match(self.text, following.end):
            return False
        read = self._right_before(number + 1, following, None)
        return bool(read) and read[0].start == holder.end + len("; ") and read[0].has("collection")

    def _named_again(self, holder: Holder, stop: int) -> int:
        """Return where the marks of *holder* end, before *stop*, where its name stands behind them once more."""
        for item in self._between(holder.end + 1, stop) if holder.written else ():
            written = item.what == "archive" and self.text.startswith(", ", item.start - 2) and item.end > item.start
            if written and both(holder.names, item.names) and CLOSED.match(self.text, item.end):
                return item.start  # NARA, RG 59, Box 3, National Archives
        return stop

    def _before_next_fond(self, number: int, holder: Holder) -> int:
        """Return where the bracket of *holder* ends if a fond is behind it whose archive ends the next mark."""
        following = self.holders[number + 1]
        fond = _NEXT_FOND.search(self.text, holder.end, following.start)
        closed = fond and CLOSED.match(self.text, following.end)
        return fond.start() if fond and closed else following.start

    def _behind_copy(self, last: Draft, holder: Holder, stop: int) -> list[Draft]:
        """Return the marks behind a document whose archive is named once more: ``NAC, A to B; RG10``."""
        begin = self.text.find("; ", holder.end, stop) + len("; ")
        found = self._between(begin, stop) if begin > 1 else []
        return engines.read(self.line, found, last.holder, begin, stop, last) if found and found[0].valued else []

    def _names_behind(self, last: Draft, holder: Holder) -> bool:
        """Let *last* and the marks before it, whose code alone told their archive, have its name: ``FO 371/8, TNA``."""
        if last.holder is None or not stands_behind(self.text, last.holder, holder):
            return False
        for draft in reversed(self.drafts):
            if draft.holder is None or draft.holder.written or not both(draft.holder.names, holder.names):
                break
            draft.holder, draft.own_holder = holder, draft is last
        return True

    def _has_leaves(self, number: int, holder: Holder, stop: int) -> bool:
        """Tell whether a mark stands before *holder* and its leaves behind: ``FO 371/1, TNA, f. 5``; read it then."""
        behind = self._between(holder.end, min(stop, holder.end + apart.BEHIND))
        leaves = apart.leaves_behind(self.text, behind, holder) if behind else None
        if leaves is None or self._behind_another(holder):
            return False
        last = self.drafts[-1] if self.drafts else None
        if last and self._names_behind(last, holder):
            read = [last]
        elif number == 0:
            read = self._stands_last(holder)
            self.loose = [] if read else self.loose
            self.drafts = read
        else:
            read = self._right_before(number, holder, last)
            self.drafts += read
        if read and not read[-1].folios:
            label, reading = leaves
            read[-1].leaves(self.text, label.lead, reading, label)
        return bool(read)

    def _holds(self, holder: Holder, read: list[Draft]) -> bool:
        """Tell whether a bracket holds *holder* and its mark, before which a leaf stands: ``f. 12 (AN, JJ 35)``."""
        if not self.text.startswith("(", holder.start - 1) or not any(map(_HAS_FIGURES, read)):
            return False
        return all(len(draft.levels) < 2 for draft in self.loose)

    def _behind_another(self, holder: Holder) -> bool:
        """Tell whether a semicolon parts *holder*, whose own mark follows, from what stands before it."""
        return self.text.endswith("; ", 0, holder.start) and not CLOSED.match(self.text, holder.end)

    def _before_same(self, number: int) -> bool:
        """Tell whether ``ibid.`` follows the archive whose mark stands behind that: ``Die Zeit 9; BArch, ebd., 3``."""
        named, following = self.holders[number : number + 2] if number + 1 < len(self.holders) else (None, None)
        return bool(named and following and following.same and self.text[named.end : following.start] == ", ")

    def _closes(self, holder: Holder) -> bool:
        """Tell whether a bracket ends with *holder*, so that its mark stands before: ``(MS 646, fol. 77, BL) and``."""
        low = max(0, holder.start - _BRACKET)
        opened, closed = (self.text.rfind(sign, low, holder.start) for sign in "()")
        return self.text.startswith(")", holder.end) and opened > closed

    def _ends_first(self, holder: Holder) -> bool:
        """Tell whether *holder* ends the mark right before it, and another begins behind a semicolon."""
        if not _ANOTHER.match(self.text, holder.end):
            return False
        if self.text.startswith("; ", holder.end) and A_COPY.match(self.text, holder.end + 2):
            return True
        if not any(map(_HAS_FIGURES, self.loose)):
            return False
        return self.text[self.loose[-1].end : holder.start] in _TO_HOLDER

    def _between(self, low: int, high: int) -> list[Found]:
        """Return what was found from *low* to *high*."""
        return self.found[bisect_left(self.places, low) : bisect_left(self.places, high)]

    def _stands_last(self, holder: Holder) -> list[Draft]:
        """Return the marks that end with their archive: ``f. 45, op. 1, d. 334, APRF``."""
        text = self.text
        if (at := turned.group_begins(text, self.first, holder.start)) > 0:
            others = [draft for draft in self.loose if draft.end <= at]
            read = before.read(text, self._between(at, holder.start), holder, at)
            if others and read and leads_to(text[read[-1].end : holder.start], read):
                for draft in read:
                    draft.holder = holder
                read[-1].own_holder = True
                return [*others, *read]
        if holder.names or holder.convention:
            self.loose = before.read(text, self.ahead, holder, self.first) or self.loose
        alone = len(self.holders) == 1
        closes = alone and bool(CLOSED.match(text, holder.end) or not text[holder.end :].strip(' .)]”"»'))
        gap = text[self.loose[-1].end : holder.start] if self.loose else ""
        if not self.loose or not leads_to(gap, self.loose, alone=alone, closes=closes):
            return []
        begin, end = self.loose[0].start, self.loose[-1].end
        if text.find(";", begin, holder.start) >= end and _NAMED.fullmatch(text, self.first, begin):
            return []  # XYZ, f. 3, op. 4, d. 5; RGASPI: another archive's
        drafts = self.loose
        if not before.is_whole(drafts):  # but T 236/3240, The National Archives
            drafts = by_its_convention(text, self.ahead, holder, drafts)
        for draft in drafts:
            draft.holder = holder
        drafts[-1].own_holder = True
        return drafts

    def _right_before(self, number: int, holder: Holder, last: Draft | None) -> list[Draft]:
        """Return the marks between the archive before and *holder*, after which nothing stands."""
        low = max(self.holders[number - 1].end, last.end if last else 0)
        low = joined.end() if (joined := turned.NEXT.match(self.text, low)) else low
        labels = [item for item in self._between(low, holder.start) if item.what == "label"]
        read = before.read(self.text, labels, holder, low)
        read = read or (by_its_convention(self.text, labels, holder, []) if labels else [])
        if not read and self.line.announces_file:
            read = engines.file_before(self.text, low, holder.start)
        if not read or not leads_to(self.text[read[-1].end : holder.start], read):
            return []
        for draft in read:
            draft.holder = holder
        return read


_ONE_LETTER = pattern(
    r"(?<![\w./:-])(?![MD]\d{2,3}/[0-5], [A-Z\d][\w.]*[. ]+[A-Z\d])"
    r"[A-Z] ?\d{2,3}/\d{1,5}(?:[/–-]\d{1,5})?(?![\w/–-])(?!\.\d)"
)
"""A series of one letter and its piece, or several pieces; but no minute of Churchill's: ``M474/2, Oct. 21, 1942``."""
_ANOTHER = pattern(r";|\.? (?:Данные )?[Гг]ос\.? ?архив")
"""What stands behind the archive of one mark and before that of the next: ``20779 – УСБУ. Данные Гос.архива: Фонд``."""
_NUMBER_ON = pattern(r",? (?:[A-Z]{1,5}[ -]?)?\d")
"""A number right behind an archive, which is its own though none can read it."""
_TO_HOLDER = frozenset({", ", " – ", " - ", " / "})
_NEXT_FOND = pattern(r"\)[,;]? (?:[а-яёіў]+ ){1,4}(?:фонд[а-яіў]{0,3}|ф\.) ?№? ?[\w-]{1,9} $")
"""Behind the bracket of one mark the fond of the next, before its archive: ``(НГАБ, ф. 1) сделаны с фонда 2 РГАДА``."""
