"""Numbers that no archive stands before: alone, in brackets, or right before their archive."""

from __future__ import annotations

import itertools

from provcheck.archives.lexicon.folios import folios_at
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.archives.reading.levels import first as first_convention
from provcheck.archives.reading.numeric.numbers import OF_YEAR, count_of, put, sequence_at
from provcheck.archives.reading.numeric.walk import read
from provcheck.model.lazy import pattern

_OPENS = pattern(r"[(«\"“`]")
_ALONE = pattern(
    r"(?=(?:[А-Я]{1,2}[-–])?\d{1,5}[a-zа-я]?(?P<sep>[-/])\d{1,4}[a-zа-я]?(?P=sep)\d{1,6}[a-zа-я]?"
    r"(?:[)»\"”`]|\s+[А-ЯІЇЄ]|$|,? (?:[Лл]{1,2}|[Аа]рк|[Сс]тр)\. ?\d))"
)
_LETTERED = pattern(
    r"(?<![\w./-])(?=[А-ЯІ]{1,2}-\d{1,5}[а-яa-z]?(?P<sep>[-/])\d{1,4}[а-яa-z]?(?P=sep)\d{1,6}[а-яa-z]?(?![\w/-]|\.\d))"
)
"""A fond with its letter, an opis and a file in one, wherever they stand: ``МК 1880: И-294-3-189``."""
_DAY = pattern(
    r"(?:[0-2]?\d|3[01])(?P<sign>[-/.])(?:[0-2]?\d|3[01])(?P=sign)(?:\d\d){1,2}|(?:1[5-9]|20)\d\d[-/]\d\d?[-/]\d\d?"
)
"""Numbers that look like a day where no archive stands before them: ``12/05/43``, ``1943-05-12``."""
_CASE = pattern(r"П(?<!\w.)-\d{4,6}(?=, [Аа]рх[иі]в )")
_BEFORE = pattern(r"(?<![^\s(\[;:,“«\"])(?=(?:[A-Za-zЀ-ӿ]{1,3}[-–]?)?\d[\w-]*[/.:–-]\d)")
_FARTHEST = 60


def read_alone(text: str, leaves: list[Draft], holder: Holder | None = None) -> list[Draft]:
    """Read three numbers that stand alone, in brackets or quotes or at the beginning: ``(И-138-2-532)``.

    *leaves* is what else was read, which has no levels but parts of files; what is right behind the numbers is theirs.
    Behind *holder* they stand in brackets, and so does each further mark: ``РС 1834 (333-9-55), РС 1850 (333-9-211)``.
    """
    opened = [sign.end() for sign in _OPENS.finditer(text, holder.end if holder else 0)]
    lettered = [led.start() for led in _LETTERED.finditer(text)] if holder is None else []
    for start in (*(() if holder else (0,)), *opened, *lettered):
        if drafts := _alone_at(text, start, holder):
            for further in sorted({*opened, *lettered}):
                drafts += _alone_at(text, further, holder) if further > drafts[-1].end else []
            for draft, behind in itertools.product(drafts, leaves):
                gap = text[draft.end : behind.start].rpartition("»")[2]  # «230-1-2641 Яницьких», арк. 12
                near = draft.end <= behind.start and _TITLE.fullmatch(gap) is not None
                if near and not draft.folios:
                    draft.folios, draft.tokens = behind.folios, draft.tokens + behind.tokens
                    draft.levels += behind.levels
            for draft in drafts:
                _own_leaves(text, draft)
            return drafts
    return leaves


_TITLE = pattern(r"(?: [А-ЯІЇЄҐ][^\W\d_]+(?=,))?[ ,).]*(?:без [а-яёіїєґ]{4,14},? )?")
"""Whose file it is, and what it has not, before its leaves: ``230-1-2641 Яницьких, без титулу, арк. 12``."""
_LEAVES = pattern(r",? (?P<word>[Лл]{1,2}|[Аа]рк|[Сс](?:тр)?)\.? ?(?=\d)")


def _own_leaves(text: str, draft: Draft) -> None:
    """Read the leaves right behind a further mark, which are none of the first: ``(И-1-2-3, л. 4; И-1-2-5, л. 6)``."""
    leaf = None if draft.folios else _LEAVES.match(text, draft.end)
    if leaf and (reading := folios_at(text, leaf.end())):
        draft.note("folio-label", "", text, *leaf.span("word"))
        draft.leaves(text, leaf.end(), reading)


def _alone_at(text: str, start: int, holder: Holder | None) -> list[Draft]:
    match = sequence_at(text, start) if _ALONE.match(text, start) or _LETTERED.match(text, start) else None
    if match is None or count_of(match) != 3 or _DAY.fullmatch(match.group()):
        return []
    return read(text, start, len(text), holder, first_convention())


def closed_case(text: str) -> list[Draft]:
    """Read the number of a closed criminal case that an archive stands behind: ``П-23645, архив УСБУ``."""
    case = _CASE.search(text) if "П-" in text else None
    if case is None:
        return []
    draft = Draft(None, first_convention())
    put(text, draft, "delo", *case.span())
    return [draft]


def before(text: str, low: int, holder: Holder, convention: str) -> list[Draft]:
    """Read three numbers or more right before their archive: ``9401/1/2244, GARF``."""
    for begun in _BEFORE.finditer(text, max(low, holder.start - _FARTHEST), holder.start):
        match = sequence_at(text, begun.end())
        if match is None or count_of(match) < 3:
            continue
        if not _DAY.fullmatch(match.group()) or OF_YEAR.match(text, match.end()):
            return read(text, begun.end(), holder.start, holder, convention)
    return []
