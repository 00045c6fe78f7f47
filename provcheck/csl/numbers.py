"""Numbers as the specification reads them: numeric content, ordinals, Roman numerals, page ranges, plurals."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


class Figure(NamedTuple):
    """One number: letters before its figures (the A of A12), and what joins it to the next."""

    prefix: str
    value: str
    joint: str = ""


class Numbers(NamedTuple):
    """The content of a number variable, read."""

    figures: tuple[Figure, ...]
    numeric: bool
    """What cs:if is-numeric finds."""
    many: bool
    """A label is in the plural."""
    counted: bool
    """The figures are numbers, each of them: they can be ordinals, and ranges of them shortened."""


_JOINT = r"\s*&\s*|,?\s+(?:{})\s+|;\s+|,\s+|\s*\\*[-–]+\s*"
_PREFIXED = re.compile(r"([0-9]*[a-zA-Z]+0*)?([0-9]+(?:[a-zA-Z]*|[-,a-zA-Z]+))")
_NUMERIC = re.compile(r"(?:[0-9]+|[ixv]+)[-,:a-zA-Z]*")
_LETTERED = re.compile(r"[0-9]+[,a-zA-Z]+")
_LETTERS = re.compile(r"[,a-zA-Z]+")
_ROMAN_NUMERAL = re.compile(r"[ivxlcm]+", re.IGNORECASE)
_LABELLED = re.compile(r"[^\W\d_]{1,8}\.\s")
_LONGEST = 1000
"""What is longer is no number."""
_FRACTION = re.compile(r"[0-9]+(?:/[0-9]+)+")


@lru_cache(maxsize=4096)
def read_numbers(text: str, conjunction: str = "and", symbol: str = "&") -> Numbers:
    """Read *text*: "2", "D2", "2b", "2, 3", "xii-xv", "2 & 4", "2 and 4".

    *conjunction* is the locale's "and", which English "and" always may stand for; an ampersand becomes *symbol*.
    An escaped hyphen (``\\-``) joins no range. Whether the first number is one decides for all.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return Numbers((Figure("", text),), False, False, False)
    escaped = "\\-" in text
    if escaped:
        text = "\\-".join(part.replace("-", "–") for part in text.split("\\-"))
    words = "and" if conjunction in ("", "and") else f"and|{re.escape(conjunction)}"
    parts = re.split(f"({_JOINT.format(words)})", text)
    for at in range(len(parts) - 2, 0, -2):
        if parts[at] == "-" and _LETTERED.fullmatch(parts[at - 1]) and _LETTERS.fullmatch(parts[at + 1]):
            parts[at - 1 : at + 2] = ["".join(parts[at - 1 : at + 2])]
    figures = []
    for at in range(0, len(parts), 2):
        joint = parts[at + 1] if at + 1 < len(parts) else ""
        if joint.strip() == "&":
            bare = parts[at][-1:].isalpha() and parts[at][:1].isalpha()
            joint = symbol if bare else f" {symbol} "
        elif "-" in joint:
            joint = "\\-" if "\\" in joint else "-"
        match = _PREFIXED.fullmatch(parts[at])
        figures.append(Figure(match[1] or "", match[2], joint) if match else Figure("", parts[at], joint))
    first = figures[0].value
    if len(figures) == 1 and _FRACTION.fullmatch(first):
        return Numbers(tuple(figures), True, False, False)
    numeric = _NUMERIC.fullmatch(first) is not None
    counted = first[:1].isdecimal() or _ROMAN_NUMERAL.fullmatch(first) is not None
    return Numbers(tuple(figures), numeric, numeric and counted and _alike(figures) - escaped > 1, counted)


def _alike(figures: Sequence[Figure]) -> int:
    """Return how many of *figures* the label before them is for: what follows another, as in "1, fol. 186", is not."""
    return next((n for n, figure in enumerate(figures) if n and _LABELLED.match(figure.value)), len(figures))


def whole(text: str) -> int | None:
    """Return the number that the figures *text* are; None where they are none, or more than numbers have."""
    return int(text) if text.isdecimal() and len(text) < 16 else None


def roman(number: int) -> str:
    """Return *number* in lower-case Roman numerals; as figures above 5000."""
    if not 0 < number < 5000:
        return str(number)
    out = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        out += letters * count
    return out


def with_ranges(numbers: Numbers, delimiter: str, form: str | None = None) -> tuple[Figure, ...]:
    """Return the figures, ranges of numbers among them joined with *delimiter*.

    *form* is the page-range-format for pages; None is for what is no page, and whose numbers stay as they are.
    """
    figures = list(numbers.figures)
    if not numbers.counted:
        return tuple(f._replace(joint=delimiter) if f.joint == "-" and numbers.numeric else f for f in figures)
    for n, (first, last) in enumerate(pairwise(figures)):
        if first.joint == "-" and last.joint != "-" and first.prefix == last.prefix:
            figures[n : n + 2] = _range(first, last, delimiter, form)
    return tuple(figures)


def _range(first: Figure, last: Figure, delimiter: str, form: str | None) -> tuple[Figure, Figure]:
    if _ROMAN_NUMERAL.fullmatch(first.value) and _ROMAN_NUMERAL.fullmatch(last.value):
        return first._replace(joint=delimiter), last
    if not (first.value[:1].isdecimal() and last.value[:1].isdecimal()):
        return first, last
    first = first._replace(joint=delimiter)
    if form not in _FORMS or whole(first.value) is None or whole(last.value) is None:
        return first, last
    one, other = first.value, last.value
    full = one[: len(one) - len(other)] + other if len(other) < len(one) else other
    if int(full) <= int(one):
        return first, last._replace(value=full)
    prefix = last.prefix if form == "expanded" else ""
    return first, last._replace(prefix=prefix, value=_FORMS[form](one, full))


def _minimal(first: str, last: str, least: int = 1) -> str:
    if len(first) != len(last):
        return last
    same = 0
    while same < len(last) - least and first[same] == last[same]:
        same += 1
    return last[same:]


def _minimal_two(first: str, last: str) -> str:
    return _minimal(first, last, min(2, len(last)))


def _chicago(first: str, last: str, changed: int = 3) -> str:
    number = int(first)
    if number < 100 or number % 100 == 0 or len(first) != len(last):
        return last
    if number % 100 < 10:
        return _minimal(first, last)
    if changed == 3 and len(first) == 4 and len(_minimal(first, last)) >= 3:
        return last
    return _minimal_two(first, last)


_FORMS: dict[str, Callable[[str, str], str]] = {
    "expanded": lambda first, last: last,
    "minimal": _minimal,
    "minimal-two": _minimal_two,
    "chicago": _chicago,
    "chicago-15": _chicago,
    "chicago-16": lambda first, last: _chicago(first, last, 4),
}
