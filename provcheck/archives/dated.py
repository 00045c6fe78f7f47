"""The year, month or day, or the office, by which files of one number are told apart that are numbered anew in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import zip_longest

from provcheck import tables
from provcheck.archives.lexicon.kinds import kind
from provcheck.archives.lexicon.times import MONTH
from provcheck.archives.lexicon.wording import worded
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level, Segment, Shelfmark, SourceLine, Token, When

_YEAR = r"(?:1[5-9]|20)\d\d"
_MONTH = rf"(?:\d{{1,2}} )?{MONTH}\.? {_YEAR}"
_OF_YEAR = rf"(?:{_MONTH}|{_YEAR}(?: ?{{of_years}}\b\.?)?)"
_OFFICE = (
    r"(?:(?:\d{1,2}(?:-?[^\W\d_]{1,2})?|[IVX]{1,4}|(?:[Сс]толбцы |[Ss]tolbtsy )?[^\W\d_]{4,16}) )?"
    r"{offices}(?![^\W_])(?:,? {offices}(?![^\W_]))?"
)
_AMONG = worded(
    rf"(?:[.,]? ?\([^()\d]{{3,40}}\)| «[^«»\d]{{3,40}}»)?[ ,.;:]*(?:(?:[Pp]rogs|[Pp]roceedings)\.?,? )?"
    rf"({_OF_YEAR}(?:[.,]* {_OFFICE})?|{_OFFICE}(?:[.,]* {_OF_YEAR})?)[ ,.;:№]*"
)
"""All that stands between two levels: ``оп. 1, 1720 г., д. 3``, ``Political A, July 1907, nos. 12-15``,
``Ф. 109. 1 эксп. 1849. Д. 214``, ``Ф. 210 (Разрядный приказ). Московский стол. Стб. 123``.
"""
_IN_YEAR = pattern(_YEAR)
_BEHIND = pattern(rf" (of {_YEAR}(?:[-–/]\d\d(?:\d\d)?)?)(?=[,;:.)]|$)")
"""What stands right behind the last number, in India: ``vol. 12 of 1857``."""
_OF_MONTH = pattern(rf",? \(?({_MONTH})\)?(?=[,;:.)]|$)")
"""The same where numbers begin anew each month: ``nos. 12-15, July 1907``."""


def dated(line: SourceLine) -> Iterator[tuple[Segment, Shelfmark]]:
    """Yield each segment that has a mark, and the mark with the date among its levels; years from and to are none.

    >>> from provcheck.archives import read_line
    >>> [mark.when for _, mark in dated(read_line("RGADA, f. 89, op. 1, 1720 g., d. 3, l. 5"))]
    [When(before=2, text='1720 g.')]
    """
    for segment, following in zip_longest(line.segments, line.segments[1:]):
        if segment.mark is not None:
            yield segment, _with_when(segment, segment.mark, following.text[:_FAR] if following else "")


_FAR = 40
"""How long a date behind a mark is at most."""


def _with_when(segment: Segment, mark: Shelfmark, following: str) -> Shelfmark:
    text, begin = segment.text + following, segment.start
    if not mark.levels:
        return mark
    end, above, office = 0, "", None
    for token in (*sorted(segment.tokens, key=lambda token: token.start), _END):
        if above and (behind := _behind(text, end - begin, mark, above)):
            return replace(mark, when=When(len(mark.levels), behind))
        if above and token.level and (among := _AMONG.fullmatch(text, end - begin, token.start - begin)):
            before = _index(mark.levels, token)
            told = replace(mark, when=When(before, among[1])) if before else mark
            if _IN_YEAR.search(among[1]):
                return told
            office = office or told  # Ф. 109. 3 эксп. Оп. 154. 1869. Д. 115: the year tells more
        end, above = max(end, token.end), token.level if token.kind == "value" else ""
    return office or mark


_END = Token("archive", "", "", 0, 0)


def _behind(text: str, at: int, mark: Shelfmark, above: str) -> str:
    """Return the date that stands *at* right behind the last level, if *above* is that."""
    if above != mark.levels[-1].name:
        return ""
    shapes = (_BEHIND, _OF_MONTH) if above in _monthly(mark.convention or "") else (_BEHIND,)
    return next((found[1] for shape in shapes if (found := shape.match(text, at))), "")


@cache
def _monthly(convention: str) -> frozenset[str]:
    """Return the levels of *convention* whose numbers begin anew each month."""
    rules = tables.conventions().get(convention)
    return frozenset(level.name for level in rules.levels if kind(level.kind).monthly) if rules else frozenset()


def _index(levels: Sequence[Level], token: Token) -> int:
    """Return how many levels stand before the one that *token* is of."""
    return next((at for at, level in enumerate(levels) if level.name == token.level), 0)
