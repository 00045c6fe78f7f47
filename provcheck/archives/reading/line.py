"""A source line, read: archives and labels found, given to the engines, and everything accounted for."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from operator import attrgetter

from provcheck import tables
from provcheck.archives.lexicon.scan import Found, scan
from provcheck.archives.lexicon.vocabulary import archive_codes, prefixes
from provcheck.archives.lexicon.words import cut, is_plain
from provcheck.archives.reading import (
    apart,
    before,
    behind,
    engines,
    following,
    labelled,
    levels,
    named,
    numeric,
    remarks,
    shapes,
    told,
    trailing,
    turned,
)
from provcheck.archives.reading import credits as crediting
from provcheck.archives.reading.beside import both, stands_behind
from provcheck.archives.reading.draft import Draft, Holder, Line, size_of
from provcheck.archives.reading.hidden import places_of, put_back, seen, without
from provcheck.archives.reading.holders import holders_in
from provcheck.archives.reading.layout import relation, segments
from provcheck.archives.reading.meant import resolve
from provcheck.archives.reading.standing import may_stand_before, stands
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level, Segment, SourceLine, Token

_START: attrgetter[int] = attrgetter("start")
_NAMED: attrgetter[str] = attrgetter("written")
_HAS_FIGURES = Draft.has_figures
_WHAT: attrgetter[str] = attrgetter("what")
CREDITS = frozenset({"translator", "obtained_by", "contributor"})
_ASIDE = CREDITS | {"remark"}
_NEAR = 80
"""How far before an archive the word for its pages may begin."""
_BRACKET = 200
"""How far before its archive the bracket of a mark may open."""
LONGEST = 20_000
"""Lines longer than this are no source lines; what lies beyond is left unread, and told (`SourceLine.unread_from`)."""
_LAST_STOP = 2_000
"""How far before that end a line end or a semicolon is looked for, so that no mark is cut."""


def read_line(text: str) -> SourceLine:
    """Read a source line into shelfmarks, credits and the rest. Segments rejoin to *text*."""
    if len(text) <= LONGEST:
        return _whole(text)
    line = _beginning(text)
    end = len(line.text)
    return replace(line, segments=(*line.segments, Segment(text[end:], end)), unread_from=end)


def _beginning(text: str) -> SourceLine:
    """Read what of *text*, which is too long, ends where a mark does."""
    for stop in ("\n", "; "):
        if (at := text.rfind(stop, LONGEST - _LAST_STOP, LONGEST)) >= 0:
            return _whole(text[: at + len(stop)])
    line = _whole(text[:LONGEST])
    last = next((segment.start for segment in reversed(line.segments) if segment.mark), 0)
    return _whole(text[:last]) if last else line  # the last mark may go on beyond


def _whole(text: str) -> SourceLine:
    """Read the whole of *text*, which is not too long."""
    plain = is_plain(text)
    if (bare := seen(text, plain=plain)) is not text and bare != text:
        return put_back(_read(bare, plain=is_plain(bare)), text, places_of(text))
    return _read(text, plain=plain)


def _read(text: str, *, plain: bool, whole: bool = True) -> SourceLine:
    """Read *text*, which is *whole* as long as nothing in brackets has been passed over."""
    written = remarks.unwrapped(text) if text[:1] in remarks.WRAPPED else text
    part, words = cut(_parted(_capitals(written) if text.islower() else written), plain=plain)
    found = scan(part, words, plain=plain)
    kinds = {*map(_WHAT, found)}
    said: list[Found] = []
    remarking = [item for item in found if item.what == "remark"] if "remark" in kinds else said
    remarked = remarks.starts(part, remarking, marked=bool(found))
    if not _ASIDE.isdisjoint(kinds):
        said = [item for item in found if item.what in CREDITS]
        found = [item for item in found if item.what not in _ASIDE]
    passed = trailing.amid(part, found) if whole and found else []
    if whole and remarked:
        passed = sorted({*passed, *remarks.in_brackets(part, remarked, found)})
    if passed:
        bare, places = without(text, passed)
        return put_back(_read(bare, plain=plain, whole=False), text, places)
    remarked += remarks.described(part, found)
    credited = crediting.read(part, words, said)
    marked = part
    if (end := trailing.end(part, found)) < len(part):
        marked = part[:end]
        found = scan(marked, [word for word in words if word[2] <= end], plain=plain)
        found = [item for item in found if item.what not in _ASIDE]
    drafts = _drafts(Line(marked, words, found, "file" in kinds, part), [*map(_START, credited)], remarked)
    if part != text:
        _as_written(text, drafts)
    return SourceLine(segments(text, drafts, credited), relation(text, drafts))


_SMALL = pattern(r"([a-z]{3,6})[,:]? (?:[a-z]{1,5} ?)?(?=\d)|([a-z]{2,5}) (?=\d{2,}/\d)")
"""How a line begins that has no capitals: ``tna, fo 371/84123``, ``fo 371/84123``."""


def _capitals(text: str) -> str:
    """Return *text*, which has none, with capitals in the codes of an archive and a holding by which it begins."""
    code = _SMALL.match(text)
    known = code and (archive_codes().get(code[1].upper()) if code[1] else prefixes().get(code[2].upper()))
    return code[0].upper() + text[code.end() :] if code and known else text


_HYPHENED = pattern(r"(?<![\w-])(?:[FfФф]|[Oo]p|[Оо]п|[DdДд]|ll?|лл?|spr|спр)-(?=\d)")
_HYPHENED_LIST = pattern(r"(?<![\w-])(?:[Oo]p|[Оо]п)-\d")


def _parted(text: str) -> str:
    """Return *text* with its parts told apart, as long as before.

    Blanks stand for the hyphens between words for levels and their numbers, ``f-558, op-11, d-334``, and for what joins
    a code to Chinese or Japanese words, ``見TNA``; a letter for the figure that a scan made of it, ``d. 275, 1. 3``.
    """
    if ("p-" in text or "п-" in text) and _HYPHENED_LIST.search(text):
        text = _HYPHENED.sub(lambda joined: f"{joined[0][:-1]} ", text)
    if ",1. " in text or ", 1. " in text:
        text = _LEAF_SCANNED.sub(r"\1l\2", text)
    if not text.isascii() and _EASTERN.search(text):
        text = _JOINED.sub(" ", text)
    return text


_LEAF_SCANNED = pattern(r"(\b[Dd]\. ?\d+[a-z]?, ?)1(\. \d)")
_EASTERN = pattern(r"[ぁ-ん一-龥]")
_JOINED = pattern(r"[ぁ-ん見见于於自在藏由据據及](?=[A-Z]{2})|(?<=[A-Za-z\d])[ぁ-ん参等](?!\w*[档檔])")


def _as_written(text: str, drafts: list[Draft]) -> None:
    """Give the tokens and values of *drafts* back the signs for which others stood while *text* was read."""
    for draft in drafts:
        for token in draft.tokens:
            if token.kind == "value" and "-" in token.text:
                _dashes_back(draft, token, " ".join(text[token.start : token.end].split()))
        draft.tokens[:] = [token._replace(text=text[token.start : token.end]) for token in draft.tokens]


def _dashes_back(draft: Draft, token: Token, written: str) -> None:
    """Let the value that *token* is part of have its dashes as they are *written*."""
    for at, (name, value) in enumerate(draft.levels):
        if name == token.level and (start := token.text.find(value)) >= 0 and len(written) == len(token.text):
            draft.levels[at] = Level(name, written[start : start + len(value)])


def _drafts(line: Line, credited: list[int], remarked: list[int]) -> list[Draft]:
    """Return the marks of the line; *credited* is where its credits begin, *remarked* where remarks do."""
    text, found = line.text, line.found
    holders = told.beside(line, named_here) if (named_here := holders_in(text, found)) else told.alone(line)
    ends = sorted(credited + remarked) if remarked else credited
    drafts = _Cut(line, holders, ends).read() if found or holders else []
    if not drafts and not holders:
        drafts = numeric.read_alone(line.whole)
    resolve(line.words, drafts)
    standing = _standing(line, drafts)
    written = any(map(_NAMED, holders))
    in_vain = holders if written else []
    if not (standing and written) and (known := shapes.read(text, found, ends, in_vain, least=size_of(standing))):
        standing = known
    apart.leaves_before(text, found, standing)
    for draft in standing:
        apart.paper(text, draft)
        behind.take_papers(text, draft)
    if standing or not holders:
        return standing
    return (named.credited(text, holders, credited) if credited else []) or named.dated(text, holders, ends)


def _standing(line: Line, drafts: list[Draft]) -> list[Draft]:
    """Return the marks among *drafts*; what has its upper levels from one that is none is none either: D 3 of F 45."""
    standing: list[Draft] = []
    fallen: set[Level] = set()
    for draft in drafts:
        here = stands(line, draft) or (bool(standing) and _lists_on(line.text, standing[-1], draft))
        printed = {token.level for token in draft.tokens if token.kind == "value"}
        borrowed = {level for level in draft.levels if level.name not in printed}
        if here and not borrowed & fallen:
            standing.append(draft)
            fallen -= set(draft.levels)
        else:
            fallen.update(draft.levels)
    return standing


_FAR_NUMBER = 8
"""How far the next number of a list may stand from the last: `` sowie ``."""


def _lists_on(text: str, last: Draft, draft: Draft) -> bool:
    """Tell whether *draft*, of no archive, is only the next number after *last*: ``RG 59, boxes 12, 13 and 14``."""
    if draft.holder or draft.convention != last.convention or draft.start - last.end > _FAR_NUMBER:
        return False
    above = draft.levels[:-1] == last.levels[:-1]
    return above and draft.levels[-1].name == last.levels[-1].name and ";" not in text[last.end : draft.start]


class _Cut:
    """A line cut at the archives it names, each stretch of which is read."""

    def __init__(self, line: Line, holders: list[Holder], ends: list[int]) -> None:
        self.line = line
        self.text, self.found = line.text, line.found
        self.holders = holders
        self.ends = ends
        """Where credits and remarks begin, before which a mark ends."""
        self.places = [*map(_START, line.found)]
        self.bounds = [*map(_START, holders), len(line.text)]
        """Where each archive begins, and the line ends."""
        first = self.bounds[0]
        lead = remarks.lead_in(self.text)
        self.first = trailing.behind_book(self.text, line.found, lead) if first > lead else lead
        """Where the number of a footnote, ``See`` and a book end, which are no part of a mark."""
        self.ahead = self._between(self.first if self.first > lead else 0, first)
        """What was found before the first archive …"""
        stop = remarks.stop(ends, 0, first)
        self.loose = engines.read(line, self.ahead, None, self.first, stop) if self.ahead else []
        """… and the marks read of it, whose archive is open."""
        self.drafts: list[Draft] = []
        whose = bool(self.loose) or any(item.valued for item in self.ahead)
        self.turned, ended = turned.ends(text=self.text, found=self.found, holders=holders, marked=whose)
        self.ends = sorted([*ends, *ended]) if ended else ends
        """Where archives end that stand behind their marks, as the last one does: ``CO 537/1, TNA; FO 371/4, TNA``."""

    def read(self) -> list[Draft]:
        """Return the marks of all stretches, in order."""
        for number, holder in enumerate(self.holders):
            self._under(number, holder)
        loose = self.loose
        if not loose:
            return self.drafts
        if loose[0].holder and not any(draft.own_holder for draft in loose):
            loose[0].own_holder = True
        return [*loose, *self.drafts]

    def _under(self, number: int, holder: Holder) -> None:
        """Read the stretch after *holder*, or the mark right before it."""
        last = self.drafts[-1] if self.drafts else None
        end = self.bounds[number + 1]
        stop = remarks.stop(self.ends, holder.end, end)
        if holder.start and holder.names and self._has_leaves(number, holder, stop):
            return
        read = engines.read(self.line, self._between(holder.end, stop), holder, holder.end, stop, last)
        if not read and last and last.holder and following.hands_over(last, holder):
            last.holder.names, last.holder.id = holder.names, None
            return
        if last and self._names_behind(last, holder):
            return
        if read and last and read[-1].end <= last.end and {*read[-1].levels} <= {*last.levels}:
            return  # Mss Eur F 111/123, Curzon Papers, BL: the papers were read with their mark
        ahead = (
            holder.start
            and (holder.written or not read)
            and (holder.end in self.turned or may_stand_before(self.text, read) or self._closes(holder))
        )
        if ahead and number == 0 and not self._holds(holder, read) and (before_it := self._stands_last(holder)):
            self.loose = []
            if any(map(_HAS_FIGURES, before_it)) or not any(map(_HAS_FIGURES, read)):
                self.drafts = before_it
                return  # but Fonds Thorez, AN, 626 AP 12: the code says it better
        if ahead and number and holder.names:
            read = self._right_before(number, holder, last) or read
        if read:
            read[0].own_holder = True
            if (number or self.ahead) and (near := self._between(holder.start - _NEAR, holder.start)):
                apart.pages(self.text, near, read[0])
            apart.pages_after(self.text, read[-1], stop)
            if last and last.holder and (holder.same or following.lacks_fond(read[0], last)):
                following.take_over(read, last)
            if last and self.drafts and following.goes_on(read[0], last, self.text):
                read[0].holder, read[0].tokens = last.holder, last.tokens + read[0].tokens
                self.drafts.pop()
            self.drafts += read

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
        behind = self._between(holder.end, min(stop, holder.end + 4))
        leaves = apart.leaves_behind(self.text, behind, holder) if behind else None
        if leaves is None:
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

    def _closes(self, holder: Holder) -> bool:
        """Tell whether a bracket ends with *holder*, so that its mark stands before: ``(MS 646, fol. 77, BL) and``."""
        low = max(0, holder.start - _BRACKET)
        opened, closed = (self.text.rfind(sign, low, holder.start) for sign in "()")
        return self.text.startswith(")", holder.end) and opened > closed

    def _between(self, low: int, high: int) -> list[Found]:
        """Return what was found from *low* to *high*."""
        return self.found[bisect_left(self.places, low) : bisect_left(self.places, high)]

    def _stands_last(self, holder: Holder) -> list[Draft]:
        """Return the marks that end with their archive: ``f. 45, op. 1, d. 334, APRF``."""
        text = self.text
        if holder.names or holder.convention:
            self.loose = before.read(text, self.ahead, holder, self.first) or self.loose
        if not self.loose or not before.leads_to(text[self.loose[-1].end : holder.start], self.loose):
            return []
        drafts = self.loose
        if not before.is_whole(drafts):  # but T 236/3240, The National Archives
            drafts = _by_its_convention(text, self.ahead, holder, drafts)
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
        read = read or (_by_its_convention(self.text, labels, holder, []) if labels else [])
        if not read or not before.leads_to(self.text[read[-1].end : holder.start], read):
            return []
        for draft in read:
            draft.holder = holder
        return read


def _by_its_convention(text: str, found: list[Found], holder: Holder, loose: list[Draft]) -> list[Draft]:
    """Read what stands before *holder* anew, where its convention understands the words otherwise."""
    convention = levels.convention_for(found, holder, None)
    if (loose and convention == loose[0].convention) or tables.conventions()[convention].engine != "labelled":
        return loose
    again = labelled.read(text, found, None, convention)
    if size_of(again) >= size_of(loose):
        return again
    if again and loose and again[-1].end >= loose[-1].end and levels.explains(convention, found):
        return again  # F. 1, inv. 2, d. 3, f. 4, ANRM: a leaf, and no second fond
    for draft in loose:  # read by the words of others; its levels are still those of its archive
        if all(tables.conventions()[convention].level(level.name) for level in draft.levels):
            draft.convention = convention
    return loose
