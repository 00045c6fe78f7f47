"""Codes known at sight: where no archive is named, the shape of a code alone says whose it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import islice

from provcheck import tables
from provcheck.archives.lexicon import sight, vocabulary
from provcheck.archives.lexicon.begins import may_begin
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import Value, has_figure
from provcheck.archives.lexicon.vocabulary import Name
from provcheck.archives.reading import coded
from provcheck.archives.reading.asides import remarks
from provcheck.archives.reading.draft import Draft, Holder, size_of
from provcheck.model.kept import kept
from provcheck.model.lazy import pattern

_LEAD = pattern(
    r"(?:… )?\(?(?:[|-] )?(?:\*\*|_ ?\[)?"
    r"(?:Shelfmark: |[ ]{0,8}\"[A-Za-z_-]{3,24}\":[ ]{1,2}|\d{4,9},(?=[A-Z]{1,2}\d))?"
    r"(?:File\.? ?Nos?[., ] ?)?"
)
"""What a table, a list or an edition puts before the code: the name of its field, the number of its row."""
_AFTER_DAY = pattern(
    r"(?:1[5-9]|20)\d\d(?: ?(?:гг?|рр?|r)\b\.?)?"
    r"(?: \([^\W\d_][^()\d]{2,30}\))?[.,;:]? (?:// )?(?=[^\W_a-zß-ÿа-я])(?<=[.,;:/] )"
)
"""The end of a date, behind which the code of the document may stand."""
_DAYS = 3
_NOTE = pattern(r"\d{1,3} (?=[A-Z])")
"""The number of a note without a point: ``4 Add. 34217, f. 15``."""
_BEFORE_CAPITAL = pattern(r"(?<!\S)(\S++) (?=[^\W_a-zß-ÿа-я]|[“\"|…(])")
_PARTS = pattern(r".*(?:[;:|]|//|[^\W\d_]{3}\.|[\d.]\),|\.,)", re.DOTALL)
"""What a word ends with behind which a reference may begin."""


@kept
def _parting(word: str) -> bool | None:
    """Tell whether a sentence, a book or a reference ends with *word*; None where it leads from one to the next."""
    if _PARTS.fullmatch(word):
        return True
    return None if word.lower().strip(",.:;") in _leading() else False


@cache
def _leading() -> frozenset[str]:
    table = tables.wording()
    said = [*table["ands"], *table["compared"], *table["leads"]]
    return frozenset(phrase.rpartition(" ")[2].lower() for phrase in said)


def _begins(text: str) -> Iterable[int]:
    """Yield where a reference may begin behind a sentence, a book or another: ``See Smith, History, 34, and``."""
    for word in _BEFORE_CAPITAL.finditer(text):
        parts = _parting(word[1])
        if parts is None and (before := text[: word.start()][-2:-1]):
            parts = before.isalnum() or before in ".,;:"
        if parts:
            yield word.end()


_REFERENCES = 12


def read(
    text: str, found: list[Found], ends: list[int], named: Sequence[Holder] = (), *, least: int = 0
) -> list[Draft]:
    """Read the codes of a line that names no archive; where some are *named* in vain, their own or those words confirm.

    *ends* is where credits and remarks begin; what was read without any code has the size *least*.
    """
    for address, shape in sight.addresses():
        if address.beside in text and (whole := {found.groups(): found for found in shape.finditer(text)}):
            return [_addressed(address, found) for found in whole.values()]
    if named:
        told = {name.archive for holder in named for name in holder.names}  # such as “S-0123-0045-06”; UN Archives
        own = sorted(told.intersection(sight.everywhere()))
        drafts = _anywhere(text, found, ends, dict.fromkeys([*own, *sight.beside()]))
        for holder in named:
            known = drafts[0].holder.id if drafts and drafts[0].holder else None
            if known and any(name.archive == known for name in holder.names):
                holder.id = known
                for draft in drafts:
                    draft.holder, draft.own_holder = holder, draft is drafts[-1]
        return drafts
    leads = (_LEAD.match(text, at) for at in dict.fromkeys((0, remarks.lead_in(text))))
    starts = [lead.end() for lead in leads if lead] + [day.end() for day in islice(_AFTER_DAY.finditer(text), _DAYS)]
    if note := _NOTE.match(text):
        starts.append(note.end())
    if drafts := _beginning(text, found, ends, starts):
        return _of_others(text, found, ends, drafts)
    if has_figure(text):
        leads = (_LEAD.match(text, begin) for begin in islice(_begins(text), _REFERENCES))
        drafts = _beginning(text, found, ends, [lead.end() for lead in leads if lead])
        if drafts and size_of(drafts) >= least:
            ahead = text[: drafts[0].start]
            drafts = _of_others(text, found, ends, drafts)
            return [*_anywhere(ahead, found, ends, _may_have(ahead)), *drafts]  # Clm 210 and Harley MS 2688
    return _anywhere(text, found, ends, _may_have(text))


def _of_others(text: str, found: list[Found], ends: list[int], drafts: list[Draft]) -> list[Draft]:
    """Return *drafts* with those of a list read anew that are another archive's: ``Harl. 3777; C193/13/1, f. 3``."""
    known = drafts[0].holder.id if drafts[0].holder else None
    others = [(archive, shape) for archive, shape in sight.everywhere().items() if archive != known]
    read: list[Draft] = []
    for number, draft in enumerate(drafts):
        whose = next((a for a, shape in others if shape.match(text, draft.start)), None) if number else None
        again = _read(text, found, ends, whose, [draft.start])[:1] if whose else []
        read += again or [draft]
    return read


def _may_have(text: str) -> Iterable[str]:
    """Return the archives whose codes may stand somewhere in *text*: most lines have none of the letters of any."""
    return sight.everywhere() if sight.lettered().search(text) else sight.figured()


def _beginning(text: str, found: list[Found], ends: list[int], starts: list[int]) -> list[Draft]:
    """Read the codes that a line may begin with, at the first of *starts* that has one."""
    for start in starts:
        stop = remarks.stop(ends, start, len(text))
        for archive, shape in _likely(text[start : start + 1]):
            if shape.match(text, start, stop) and (drafts := _read(text, found, ends, archive, [start])):
                behind = islice(_NEXT.finditer(text, drafts[-1].end, stop), _REFERENCES)
                further = [sign.end() for sign in behind if shape.match(text, sign.end(), stop)]
                return drafts + _read(text, found, ends, archive, further) if further else drafts
    return []


_NEXT = pattern(r"; ")
"""Where a code may come again, behind a book or another mark: ``C 66/12, m. 3; Doe, Annals, 4; C 66/14, m. 5``."""


@lru_cache(maxsize=1 << 8)
def _likely(first: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the archives whose codes may begin with *first*, with what those look like."""
    return tuple((archive, shape) for archive, shape in sight.begin().items() if may_begin(shape, first))


def _anywhere(text: str, found: list[Found], ends: list[int], archives: Iterable[str]) -> list[Draft]:
    shapes, beside = sight.everywhere(), sight.beside()
    for archive in archives:
        if (words := beside.get(archive)) and not any(word in text for word in words):
            continue
        shape = shapes[archive]
        if not shape.search(text):
            continue
        if drafts := _read(text, found, ends, archive, [match.start() for match in shape.finditer(text)]):
            return drafts
    return []


_FAR = 1_000
"""How far from a code words may stand that belong to its mark."""


def _read(text: str, found: list[Found], ends: list[int], archive: str, starts: list[int]) -> list[Draft]:
    """Read the codes of *archive* that stand at *starts*."""
    drafts: list[Draft] = []
    names = tuple(Name(one, "current") for one in (archive, *sight.also().get(archive, ())))
    places = [item.start for item in found]
    for at in starts:
        if drafts and at < drafts[-1].end:
            continue
        holder = Holder(at, at, "", names, id=None if len(names) > 1 else archive)
        inside = found[bisect_left(places, at) : bisect_left(places, min(at + _FAR, len(text)))]
        stop = remarks.stop(ends, at, len(text))
        drafts += coded.read(text, inside, holder, tables.archives()[archive].convention, at, stop)
    return drafts


def _addressed(address: tables.Address, whole: re.Match[str]) -> Draft:
    """Return the mark that an address is *whole*: its groups are the levels and the archive."""
    code = vocabulary.follow(vocabulary.archive_codes(), vocabulary.parts_of(whole["archive"])).get("", ())
    known = [address.archive] if address.archive else [name.archive for name in code][:1]
    names = tuple(Name(archive, "current") for archive in known)
    holder = Holder(*whole.span("archive"), whole["archive"], names, id=known[0] if known else None)
    draft = Draft(holder, address.convention)
    draft.own_holder = True
    for level, value in whole.groupdict().items():
        if level != "archive" and value:
            draft.put(level.replace("_", "-"), Value(value, *whole.span(level)), whole.string)
    return draft
