"""Numbers that one separator joins: ``558/11/334``, ``9401, 2, 64``; whether they stand at a place, and their parts."""

from __future__ import annotations

import re

from provcheck import tables
from provcheck.archives.lexicon.folios import DASHES
from provcheck.archives.lexicon.values import Value, normal
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import Draft
from provcheck.model.lazy import pattern
from provcheck.model.noun import new

_HALVED = r"(?:(?<=\.\d)|(?<=\.\d\d))/\d{1,2}[a-zа-я]?(?=\.\d)"
"""The second half of an opis between points: ``11.1/2.946.5``."""
_CAPITAL = r"[A-DSА-ГСРП](?=[^\w-]|-\d|$)"
"""A capital of an opis: ``17/3А/5``, ``П-5907/2Р``."""
_ONE = r"(?:[A-Za-zЀ-ӿ]{1,3}[-–])?\d+(?:-(?:ос|os)(?=/)|[a-zа-яA-ZА-Я]{0,2}| s[jch](?=\.))"
_CLASS = r"[A-ZА-Я]-(?:[IVXL]{1,6}-)?|[IVXL]{1,6}(?::|-(?:[A-Z]-)?)|[A-Z](?:[A-Za-z]|\.[a-z]|\.[A-Z]\.) ?"
"""What files are sorted by, before their number: ``П-``, ``C-IV-``, ``XVI:``, ``Bk ``, ``B.a ``."""
_SEQUENCE = pattern(
    rf"(?P<first>{_ONE}|[A-ZА-Я]{{1,2}}\d+[a-zа-я]?)[ ]?(?P<sep>[/.:\-‐–—]|_(?=\d+[a-zа-я]?_\d)|(?<=[ ])(?=\d))[ ]?"
    rf"(?P<rest>\d+(?:[a-zа-я]|{_CAPITAL}|{_HALVED})?(?![^\W_A-ZА-Я])"
    rf"(?:[ ]?(?P=sep)[ ]?(?:{_CLASS})?\d+[a-zа-я]?(?![^\W_A-ZА-Я]))*"
    r"|(?<=\d-)\(A-?\d{1,5}\)\d{1,6}(?!\w))"
)
_COMMAS = worded(
    rf"(?P<first>{_ONE}|[А-Я]\d+[a-zа-я]?)(?P<sep>, )"
    r"(?P<rest>(?!(?:1[5-9]|20)\d\d\b)\d{1,5}[a-zа-я]?, \d+[a-zа-я]?(?:, \d+)?)"
    r"(?!\w|, ?\d| (?!{ands} \d)[^\W\d_]{3}|, [a-zа-я]{3,}+(?!\. ?\d))"
)
"""Fond, opis, file and perhaps a leaf: ``ГАРФ, Р-9401, 2, 64, 5``, but no years and no quantities."""
_LEAD = pattern(r"[\s,;.:(–_/`«\"-]{0,4}(?:№ ?)?")
"""What may stand between an archive and its numbers."""
_OF_YEAR = r"[ ]?\((?:1[789]|20)\d\d(?:[-–]\d{1,4})?\)"
OF_YEAR = pattern(_OF_YEAR)
"""The year of the document in brackets: `` (1937)``, `` (1932–3)``."""
_PART = pattern(rf"(?:{_CLASS}|\(A-?\d{{1,5}}\))?\d+(?:[a-zа-я]|{_CAPITAL}|{_HALVED})?")
_SPACED = pattern(r"(?!\d{1,2} (?:1[5-9]|20)\d\d$)(?!00)\d+[a-zа-я]? (?!00)\d+[a-zа-я]?")
"""Numbers that only blanks part: ``558 11``."""
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DATE = pattern(rf"[0-3]?\d(?:[.-]{_MONTH}[.-](?:1[6-9]|20)?|/{_MONTH}/(?:1[6-9]|20))\d\d(?!\d)")
"""A day in figures: ``3.05.1943``."""
_FILE_TOLD = pattern(rf", ?(?:лл?|арк|ll?)\. ?\d|{_OF_YEAR}")
"""Leaves or the year of a file, which no day has: ``17-3-12, л. 4``, ``17/3/2025 (1937)``."""
_YEARS = pattern(rf"(?P<from>(?:1[5-9]|20)\d\d)(?:[ ]?[{DASHES}][ ]?(?P<to>(?:1[5-9]|20)\d\d)|\. \d+)")
"""The years of what an archive keeps, ``GARF, 1939–1960``; the year of a book and its page, ``1997. 86. lpp.``"""
_GLUES = frozenset(".-")


def sequence_at(text: str, start: int) -> re.Match[str] | None:
    """Return two or more numbers with one separator between, from *start*; None for days, years, and no. 0 of a photo.

    Joined to their archive they are none: ``ERAF.1.5.12``, ``РГИА-26-1-33``, ``ДАПО 5-1-12``. Blanks part three
    (``Р7523 105 168``), no sum (``10 000 000``), no date.
    """
    match = _SEQUENCE.match(text, start)
    if match is None or match["first"] == "0" or (not match["sep"] and not _SPACED.fullmatch(match["rest"])):
        return None
    letter, joint = text[max(0, start - 2) : start - 1], text[start - 1 : start]
    glued = letter.isalpha() and (joint in _GLUES or (joint == " " and letter.isupper() and match["sep"] == "-"))
    if not glued and _DATE.fullmatch(match.group()) and not _FILE_TOLD.match(text, match.end()):
        return None
    years = _YEARS.fullmatch(match.group())
    return None if years and years["from"] < (years["to"] or "9") else match


def follows(text: str, start: int, count: int = 3) -> bool:
    """Tell whether *count* numbers with one separator, or with commas, come right after an archive."""
    match = _right_after(text, start)
    return match is not None and count_of(match) >= count


def two_end(text: str, start: int) -> int:
    """Return where the two numbers end that come right after an archive; -1 where there are none, or more of them."""
    match = _right_after(text, start)
    return match.end() if match and count_of(match) == 2 else -1


def _right_after(text: str, start: int) -> re.Match[str] | None:
    return numbers_at(text, begin(text, start))


def numbers_at(text: str, at: int) -> re.Match[str] | None:
    """Return the numbers from *at* on with one separator between, or with commas."""
    return sequence_at(text, at) or _COMMAS.match(text, at)


def begin(text: str, start: int) -> int:
    """Return where numbers may begin behind an archive that ends at *start*: past blanks, points and brackets."""
    lead = _LEAD.match(text, start)
    return lead.end() if lead else start


def count_of(match: re.Match[str]) -> int:
    """Return how many numbers *match* joins."""
    return len(_PART.findall(match["rest"])) + 1


def parts_of(match: re.Match[str]) -> list[tuple[int, int]]:
    """Return where each number of *match* stands."""
    rest = _PART.finditer(match.string, match.start("rest"), match.end("rest"))
    return [match.span("first"), *(part.span() for part in rest)]


def put(text: str, draft: Draft, level: str, start: int, end: int) -> None:
    """Put the number from *start* to *end* into *draft* as *level*, its letters as the convention writes them."""
    written = text[start:end]
    kept = tables.conventions()[draft.convention or ""].letters_as_written
    draft.put(level, new(Value, (written, start, end)), text, None if kept else normal(written))
