"""Points or semicolons where the signs of a coded mark are commas: all of them, or the point behind the archive."""

from __future__ import annotations

from collections.abc import Iterator

from provcheck import tables
from provcheck.archives.lexicon.cuts import CLASSIFIED, VERB
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.times import LAST_DATE
from provcheck.archives.lexicon.values import has_figure
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading import around
from provcheck.archives.reading.coded import begin
from provcheck.archives.reading.coded.documents import IN_A_YEAR
from provcheck.archives.reading.draft import Draft, Holder, size_of
from provcheck.archives.reading.holders.placed import SHORT
from provcheck.archives.reading.levels import required_levels
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level

_POINT = pattern(r"(?:(?<=\d)|(?<=[^\W\d_]{4})|(?<=[A-ZÄÖÜ]{2}))\. (?=[^\W_a-zß-ÿа-я]|[“\"])")
"""A point that may part two levels, and ends no abbreviation."""
_PROSE = pattern(r"\b[a-zß-ÿ]{3,} [a-zß-ÿ]{2,}")
"""Two small words, as in a sentence that follows an archive at the end of another."""
_OF_BOOKS = frozenset({"volume", "part", "item", "issue", "document"})
"""Levels that a guide or a journal of the archive has as well: ``NARA. Prologue. Vol. 30. No. 2``."""
_LOWEST = frozenset({"item", "document", "part"})
_SHORTENED = pattern(r", [A-Z][a-z]{2,4}\. [^.;]*,")
"""A word that is shortened, and a comma after the next: ``Segr. Stato, Germania``."""
_HOLDING = worded(r"(?:.*(?:{files}|{papers}|[Ff]onds)$|Papers of )")
_BOOK = worded(r"(?:{guides}|{serials}|Guide|Guía|Führer)\b")
_COMMA = pattern(r"[,:] ")
_PLACED = pattern(r"(?:,| \(|(?= [A-ZÀ-Ž]))[^;:\d]{3,60}\. ")
"""What may be a town, its country or both before a point."""


def read(text: str, found: list[Found], holder: Holder | None, convention: str, start: int, stop: int) -> list[Draft]:
    """Read by a coded convention, whose commas may be semicolons or points."""
    drafts = _by_points(text, found, holder, convention, start, stop)
    if not (drafts or holder):
        return drafts
    tried = [*_by_one_sign(text, found, holder, convention, start, stop, drafts)]
    if not tried:
        return drafts
    best = max(tried, key=size_of)
    points_back(text, best)
    return best


def _by_points(
    text: str, found: list[Found], holder: Holder | None, convention: str, start: int, stop: int
) -> list[Draft]:
    """Read by a coded convention; points may stand for its commas, as in Russia: ``TNA. FO 371/84123. P. 12``.

    Or one alone, behind the archive: ``Johnson Library. National Security File, Country File, box 3``.
    """
    drafts = begin.read(text, found, holder, convention, start, stop)
    point = _point_after(text, holder, start, stop)
    if not point or _begins(drafts, point + 2):
        return drafts  # A.H.N. Other
    best = drafts
    required = required_levels(convention)
    words = {item.end for item in found if item.valued}
    alone = f",{text[point + 1 : stop]}"
    commas = _POINT.sub(lambda sign: sign[0] if point + sign.start() in words else ", ", alone)
    parting = _POINT.search(alone)
    comma = _COMMA.search(alone, 1)
    by_commas = not parting or (comma and comma.start() < parting.start()) or _SHORTENED.match(alone)
    for tried in dict.fromkeys((alone, commas) if by_commas else (commas, alone)):
        again = begin.read(f"{text[:point]}{tried}{text[stop:]}", found, holder, convention, start, stop)
        more = _is_more(again, best, announced=bool(by_commas) and tried != alone)
        if more and not _is_prose(again, holder, required, by_commas=bool(by_commas)):
            best = again
    if best is not drafts:
        points_back(text, best)
    return best


_SEMICOLON = pattern(r";(?= )")
_BEFORE_CODE = pattern(r";(?= (?![RM]G)[A-Z]{1,5}[ ./-]{0,2}\d[\w./–-]*(?:[,;)]|\.?$|\. ))")
"""A semicolon among commas, before a code: ``RG 59; CFPF 1967–1969, PR 10``."""
_FULL_POINT = worded(rf"(?:^|(?<=\d)|(?<=[a-zß-ÿ]{{5}}))\.(?= [^\W_])(?! {IN_A_YEAR})")
_NUMBER = pattern(r"(?!.*[a-zß-ÿа-я]{3}).*\d|[ivxlcIVXLC]+$")
"""A number or code; but not who wrote a book, and when: ``NARA RG 59 Box 12; Smith 1990``."""


def _by_one_sign(
    text: str, found: list[Found], holder: Holder | None, convention: str, start: int, stop: int, drafts: list[Draft]
) -> Iterator[list[Draft]]:
    """Read what has semicolons or points and no commas as one mark: ``NAA: A1838; 539/1/2``, ``AGI. Lima. 99``.

    What it adds to *drafts* is a number or announced; else it is the next document.
    """
    begun_at = start
    start += text.startswith(", ", start) and ";" not in text[start:stop]  # AGI, Gobierno. Quito. Legajo 12
    within = text[start:stop]
    if "; " not in within and ("," in within or ". " not in within):
        return
    words = {item.end for item in found if item.valued}
    before = {*_levels_of(drafts)}
    for sign in (_BEFORE_CODE,) if "," in within else (_SEMICOLON, _FULL_POINT):
        commas = sign.sub(lambda at: at[0] if start + at.start() in words else ",", within)
        if commas == within:
            continue
        again = begin.read(f"{text[:start]}{commas}{text[stop:]}", found, holder, convention, begun_at, stop)
        if len(again) != 1 or size_of(again) <= size_of(drafts):
            continue
        own = {draft.start for draft in drafts[1:]} if sign is _BEFORE_CODE else ()
        if own and any(start + at.end() + 1 in own for at in sign.finditer(within)):
            continue  # Estado 812, f. 3; E 595: the next mark already
        begun = {token.start for token in again[0].tokens}
        if sign is _BEFORE_CODE and any(
            start + at.end() < again[0].end and start + at.end() + 1 not in begun for at in sign.finditer(within)
        ):
            continue  # B 136/12, Bl. 3; B 136/13, Bl. 5: the next mark, and no further leaf
        labels = again[0].labels()
        if sign is _FULL_POINT and ((labels and labels <= _OF_BOOKS) or tables.conventions()[convention].values_first):
            continue  # Bundesarchiv. Findbücher. Bd. 12
        last = again[0].tokens[-1]
        told = len(again[0].tokens) > 1 and again[0].tokens[-2].kind == "label"
        if last.kind == "value" and (LAST_DATE.search(last.text) or not (told or _NUMBER.match(last.text))):
            continue
        if not any(_PROSE.search(level.value) for level in again[0].levels if level not in before):
            yield again


def _levels_of(drafts: list[Draft]) -> list[Level]:
    return [level for draft in drafts for level in draft.levels]


_PAPERS = worded(
    r"(?:^|[.,”\"] )(?P<papers>[A-ZÀ-Þ](?:[^.;:()\d]|(?<=\b[A-Z])\.){1,60} (?:{papers}|[Ff]onds)"
    r"(?:, 1[5-9]\d\d[-–](?:1[5-9]|20)\d\d)?)"
    r"(?:(?P<code>[.,]? (?:[A-Za-z]{1,8}[ .#-]?)?\d[\w.-]*\w)"
    r"(?:, (?:[Bb]ox|[Ff]older|[Rr]eel) [\w-]{1,8}){0,3}| \([^()]{1,20}\))?\. $"
)
_STOP = pattern(r"(?<!\b[A-Z])\.([”\"’]?) ")
_COMMA_FOR = r"\1, "


def commas_before(text: str, found: list[Found], convention: str, stop: int, low: int) -> str | None:
    """Return *text* with commas for the points of a mark that ends at *stop*, before its archive.

    Such are marks of libraries: ``Box 4, folder 11. Marsh Papers, MS 102. Special Collections, Oxtown University``.
    """
    papers = _PAPERS.search(text, max(low, stop - _LONG), stop)
    if papers is None:
        return None
    labels = [i.start for i in found if low <= i.start < papers.start() and (convention in i.labels or i.valued)]
    near = [at for at in labels if papers.start() - at < _LONG]
    start = near[0] if near else papers.start("papers")
    if not near and not papers["code"]:
        return None
    return f"{text[:start]}{_STOP.sub(_COMMA_FOR, text[start:stop])}{text[stop:]}"


_DAY_BEFORE = pattern(
    r"(?:\d{1,2} [A-ZÀ-Þ][a-zß-ÿ]{2,9}|[A-ZÀ-Þ][a-zß-ÿ]{2,9} \d{1,2},) (?:1[6-9]|20)\d\d\. "
    rf"(?:{CLASSIFIED} )?(?=[^\W_])"
)
"""The document's day, with a point, and how secret it was."""


def behind_day(text: str, found: list[Found], convention: str, stop: int, low: int) -> list[Draft]:
    """Read a mark between its document's day and its archive, in which points stand for all commas.

    ``Roe to Doe, 3 May 1951. Londres. Ofícios. 31/4/2. AHI``. Nothing where anything is left over.
    """
    day = next(iter(_DAY_BEFORE.finditer(text, max(low, stop - _LONG), stop)), None)
    if day is None or not has_figure(text[day.end() : stop]):
        return []
    commas = f"{text[: day.end()]}{_STOP.sub(_COMMA_FOR, text[day.end() : stop])}"
    drafts = begin.read(commas, found, None, convention, day.end(), stop)
    if len(drafts) != 1 or drafts[0].start != day.end() or drafts[0].end != stop - 2 or not drafts[0].has_figures():
        return []
    points_back(text, drafts)
    return drafts if len(drafts[0].levels) > 1 else []


_LONG = 160
"""How long the titles of such a mark may be."""


def _point_after(text: str, holder: Holder | None, start: int, stop: int) -> int:
    """Return where the point stands that ends the name of *holder*, or its town: 0 where none does."""
    if holder is None or not holder.written[-2:-1].isalpha():
        return 0
    if text.startswith(". ", start):
        return start
    if not _PLACED.match(text, start, stop):
        return 0
    at = around.after_gloss(text, start, stop, holder.names)
    at -= text[at - 1] == "."
    return at if at > start and text.startswith(". ", at) else 0


def _is_more(again: list[Draft], best: list[Draft], *, announced: bool) -> bool:
    """Tell whether *again* says more than *best*; what is added behind needs a word or, if not *announced*, figures."""
    if not again or not again[0].tokens or size_of(again) <= size_of(best):
        return False
    if not best or again[0].start < best[0].start:
        return True
    added = {level for draft in again for level in draft.levels}.difference(*(draft.levels for draft in best))
    announces = size_of(again) > size_of(best) + len(added)
    return announces or (not announced and any(has_figure(level.value) for level in added))


def _is_prose(drafts: list[Draft], holder: Holder | None, required: frozenset[str], *, by_commas: bool) -> bool:
    """Tell whether what was read is a sentence after an archive, or a book of it; what is *required* a book has not."""
    draft = drafts[0]
    values = [token.text for token in draft.tokens if token.kind == "value"]
    leaves = any(token.kind == "folio-label" and token.text[:1] in "fFcC" for token in draft.tokens)
    if draft.labels() <= _OF_BOOKS and any(map(_BOOK.match, values[:1])):
        return True
    kept = leaves or not draft.labels() <= _OF_BOOKS or (by_commas and any(map(_HOLDING.match, values)))
    if any(map((VERB if kept and by_commas else _PROSE).search, values)):
        return True
    if kept or not values or has_figure(values[0]) or values[0].isupper():
        return False
    whole = bool(required) and draft.labels() <= _LOWEST
    numbered = len(values) == 1 or has_figure(values[1])
    if (numbered and _HOLDING.match(values[0])) or (whole and required <= draft.names()):
        return False
    short = holder is not None and len(holder.written) <= SHORT
    coded = len(values) > 1 and values[-2].isupper() and has_figure(values[-1])  # Coopération politique. AE 15428
    return not ((short or coded) and draft.has_figures() and not draft.labels())


def points_back(text: str, drafts: list[Draft]) -> None:
    """Let what was read with commas have the points of *text* again."""
    for draft in drafts:
        for at, token in enumerate(draft.tokens):
            written = text[token.start : token.end]
            if token.kind == "value":
                said = token.level, token.text
                draft.levels[:] = [Level(one.name, written) if one == said else one for one in draft.levels]
            draft.tokens[at] = token._replace(text=written)


def _begins(drafts: list[Draft], start: int) -> bool:
    """Tell whether the first of *drafts* begins at *start*."""
    return bool(drafts) and bool(drafts[0].tokens) and drafts[0].tokens[0].start == start
