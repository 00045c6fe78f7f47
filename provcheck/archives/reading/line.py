"""A source line, read: archives and labels found, given to the engines, and everything accounted for."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter, itemgetter

from provcheck.archives.lexicon.scan import Found, scan
from provcheck.archives.lexicon.words import cut, is_plain
from provcheck.archives.reading import apart, by_archive, following, named, numeric, reference_codes, shapes
from provcheck.archives.reading import credits as crediting
from provcheck.archives.reading.asides import remarks, trailing
from provcheck.archives.reading.asides.between import between
from provcheck.archives.reading.asides.states import states
from provcheck.archives.reading.draft import BY_START, Draft, Line, size_of
from provcheck.archives.reading.holders.again import by_initials
from provcheck.archives.reading.holders.meant import resolve
from provcheck.archives.reading.holders.naming import holders_in
from provcheck.archives.reading.institutions import papers, told
from provcheck.archives.reading.labelled import unlisted
from provcheck.archives.reading.layout import relation, segments
from provcheck.archives.reading.levels import of_all, soviet
from provcheck.archives.reading.plain import prose
from provcheck.archives.reading.plain.evened import as_written, evened
from provcheck.archives.reading.plain.hidden import Span, bared, put_back, without
from provcheck.archives.reading.standing import stands
from provcheck.model.defect import described, raised
from provcheck.model.shelfmark import Level, Segment, SourceLine

_IN_FILES = frozenset({"tom", "chast"})
"""What may stand behind numbers alone: ``«146-1-2655 Лозинських», т. 2, арк. 30``."""
_NAMED: attrgetter[str] = attrgetter("written")
_WHAT: attrgetter[str] = attrgetter("what")
_WRITTEN = itemgetter(0)
CREDITS = frozenset({"translator", "obtained_by", "contributor", "editor"})
_ASIDE = CREDITS | {"remark"}
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


def read_guarded(text: str) -> SourceLine:
    """Read *text* like `read_line`; where that fails by a defect of ours, leave it unread (`SourceLine.failed`).

    One line must not take all others of a run with it.
    """
    try:
        return read_line(text)
    except Exception as error:
        return SourceLine((Segment(text, 0, understood=False),), failed=f"{described(error)}, in {raised(error)}")


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
    if (hidden := bared(text, plain=plain)) is None:
        return _read(text, plain=plain)
    bare, places = hidden
    return put_back(_read(bare, plain=is_plain(bare)), text, places)


def _read(text: str, *, plain: bool, whole: bool = True) -> SourceLine:
    """Read *text*, which is *whole* as long as nothing in brackets has been passed over."""
    written = remarks.unwrapped(text) if text[:1] in remarks.WRAPPED else text
    part, words = cut(evened(written), plain=plain)
    found = scan(part, words, plain=plain)
    found = by_initials(part, found)
    kinds = {*map(_WHAT, found)}
    said: list[Found] = []
    remarking = [item for item in found if item.what == "remark"] if "remark" in kinds else said
    remarked = remarks.starts(part, remarking, marked=bool(found))
    if not _ASIDE.isdisjoint(kinds):
        said = [item for item in found if item.what in CREDITS]
        found = [item for item in found if item.what not in _ASIDE]
    there = {*map(_WRITTEN, words)}
    if whole and found and (joints := prose.joints(part, there, found)):
        bare, places = prose.parted(text, joints)
        return put_back(_read(bare, plain=plain), text, places)
    end = trailing.end(part, found)
    if whole and (passed := _passed(part, there, found, remarked, end, same="same" in kinds)):
        bare, places = without(text, passed)
        return put_back(_read(bare, plain=plain, whole=False), text, places)
    remarked += remarks.described(part, found)
    credited = crediting.read(part, words, said)
    marked = part
    if end < len(part):
        marked = part[:end]
        found = by_initials(marked, scan(marked, [word for word in words if word[2] <= end], plain=plain))
        found = [item for item in found if item.what not in _ASIDE]
    drafts = _drafts(Line(marked, words, found, "file" in kinds, part), [*map(BY_START, credited)], remarked)
    if part != text:
        as_written(text, drafts)
    return SourceLine(segments(text, drafts, credited), relation(text, drafts))


def _passed(text: str, words: set[str], found: list[Found], remarked: list[int], end: int, *, same: bool) -> list[Span]:
    """Return what is passed over in *text*, in order; behind *end* nothing is part of a mark anyway."""
    spans = (
        {*remarks.in_brackets(text, remarked, found), *remarks.in_lists(text, remarked, found)} if remarked else set()
    )
    if found:
        several = sum(item.what == "archive" for item in found) > 1
        spans.update(trailing.amid(text, found), states(text[:end], words, several=several))
        spans.update(remarks.leading_on(text, words, found))
        spans.update(between(text, words, found, same=same))
    return sorted(spans)


def _drafts(line: Line, credited: list[int], remarked: list[int]) -> list[Draft]:
    """Return the marks of the line; *credited* is where its credits begin, *remarked* where remarks do."""
    text, found = line.text, line.found
    holders = told.beside(line, named_here) if (named_here := holders_in(text, found)) else told.alone(line)
    ends = sorted(credited + remarked) if remarked else credited
    drafts = by_archive.read(line, holders, ends) if found or holders else []
    if not any(draft.names() - _IN_FILES for draft in drafts):
        if not holders:
            drafts = numeric.read_alone(line.whole, drafts) or numeric.closed_case(text)
        elif len(holders) == 1 and "(" in text and of_all(holders[0].names) in soviet():
            drafts = numeric.read_alone(text, drafts, holders[0])
    if drafts and not holders:
        _kept_behind(text, drafts[-1])
    resolve(line.words, drafts)
    standing = _standing(line, drafts)
    written = any(map(_NAMED, holders))
    in_vain = holders if written else []
    if not (standing and written) and (known := shapes.read(text, found, ends, in_vain, least=size_of(standing))):
        low, high = known[0].start, known[-1].end  # CO 152/68, and Smith to Doe, 24 April 1789, Add. MSS 12345
        kept = [draft for draft in standing if draft.holder and (draft.end <= low or draft.start >= high)]
        standing = sorted(kept + known, key=BY_START)
    apart.leaves_before(text, found, standing)
    for draft in standing:
        apart.paper(text, draft)
        apart.folder(text, draft)
        apart.level_told(text, draft)
        papers.take_papers(text, draft)
    if written:
        following.name_again(standing)
    if holders and not text.isascii():
        standing += named.originals(text, holders, standing)
    if standing or not holders:
        return standing or reference_codes.read(text)
    return (named.credited(text, holders, credited) if credited else []) or named.dated(text, holders, ends)


_LEAD = 20
"""Before this a line has no more than what announces a file: ``Архивное дело: № ``."""


def _kept_behind(text: str, draft: Draft) -> None:
    """Give the last mark of a line that names no archive the one behind it that no table has, as the Union has them."""
    whole = len(draft.levels) > 1 or draft.start < _LEAD or any(level.value[0].isalpha() for level in draft.levels)
    if draft.holder is None and draft.convention in soviet() and whole:
        draft.holder = unlisted.behind(text, draft.end)
        draft.own_holder = draft.holder is not None


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
    """Tell whether *draft*, of no archive or that of *last*, is only its next number: ``RG 59, boxes 12, 13 and 14``.

    A series that is known at sight counts beside another of its archive: ``CO 137/345 and CO 142``.
    """
    if draft.convention != last.convention or draft.start - last.end > _FAR_NUMBER:
        return False
    if draft.holder and not (draft.holder is last.holder and draft.holder.written and not draft.labels()):
        alone = not draft.holder.written and len(draft.levels) == 1 and draft.holder is not last.holder
        return alone and last.holder is not None and draft.holder.names == last.holder.names
    above = draft.levels[:-1] == last.levels[:-1]
    return above and draft.levels[-1].name == last.levels[-1].name and ";" not in text[last.end : draft.start]
