"""Lists of numbers each with its years behind it, which tell no other mark: ``regs. 5 (1348), 10 (1357, 1361)``."""

from __future__ import annotations

from typing import TypeAlias

from provcheck.archives.lexicon.wording import worded
from provcheck.model.lazy import pattern

Span: TypeAlias = tuple[int, int]

_AND = " {ands} "
_YEAR = r"(?:c(?:a|irca)?\.? )?(?:1[0-9]|20)\d\d(?:[-–/](?:\d{4}|\d\d?))?"
_YEARS = rf"\({_YEAR}(?:(?:, |{_AND}){_YEAR}){{0,15}}\)"
_NUMBER = (
    r"(?:[^\W\d_]{1,8}\.? )?(?:[A-Z]{1,3}[ .-]?)?\d{1,6}[a-z]?(?:[-–/]\d{1,6})?"
    r"(?: (?:bis|ter|quater))?(?![\w/–-])"
)
_NEXT = rf"(?:[,;] (?:and )?|{_AND}){_NUMBER}|; [A-ZÀ-Þ][^\W\d_][^();,\d]{{2,60}} \d{{1,6}}[a-z]?(?![\w/])"
_LIST = worded(
    rf"(?<=[\dsr]) (?<!\d{{7}} ){_YEARS}(?:(?:{_NEXT})(?: {_YEARS})?){{1,40}}(?=[.;:)\]]|,(?! \d)|$| [^\W\d(])"
)
"""Numbers, or holdings with their numbers, of which the first has its years; a periodical has its pages behind them."""
_OF_ONE = worded(rf" {_YEARS}")
_LIKE_A_YEAR = pattern(r"(?<!\w)(?:1[5-9]|20)\d\d(?!\w)")
"""A number that only its years tell from one: ``211 (1838), 1850 (1840)``."""


def years(text: str) -> list[Span]:
    """Return where the years of the numbers of lists stand: at least two of a list have them."""
    spans: list[Span] = []
    if "(1" not in text and "(2" not in text:
        return spans
    for listed in _LIST.finditer(text):
        own = [found.span() for found in _OF_ONE.finditer(text, *listed.span())]
        if len(own) > 1 and not _LIKE_A_YEAR.search(_OF_ONE.sub("", listed[0])):
            spans += own
    return spans
