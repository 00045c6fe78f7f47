"""Numbers as the specification reads them: numeric content, ordinals, Roman numerals, page ranges, plurals."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

_NUMBER = r"[^\W\d_]{0,4}\d+[^\W\d_]{0,4}"
_SEPARATOR = r"\s*[,&–\-]\s*|\s+(?:and|et|und|y)\s+"
_NUMERIC = re.compile(rf"\s*{_NUMBER}(?:(?:{_SEPARATOR}){_NUMBER})*\s*")
_SPLIT = re.compile(rf"({_SEPARATOR})")
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


@lru_cache(maxsize=4096)
def is_numeric(text: str) -> bool:
    """Whether *text* is numbers only: "2", "D2", "2b", "2, 3", "2-4", "2 & 4"."""
    return _NUMERIC.fullmatch(text) is not None


def pieces_of(text: str, conjunction: str = "&") -> list[str]:
    """Return numbers and separators in turn, the separators spaced as the specification has it."""
    out = []
    for n, part in enumerate(_SPLIT.split(text.strip())):
        if n % 2 == 0:
            out.append(part)
        elif "," in part:
            out.append(", ")
        elif "&" in part:
            out.append(f" {conjunction} ")
        elif "-" in part or "–" in part:
            out.append("–")
        else:
            out.append(f" {part.strip()} ")
    return out


def roman(number: int) -> str:
    """Return *number* in lower-case Roman numerals; as figures above 5000."""
    if not 0 < number < 5000:
        return str(number)
    out = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        out += letters * count
    return out


_PLURAL = re.compile(r"\d\S*\s*(?:[,&–\-]|\s(?:and|et|und|y|и|&)\s)\s*\S*\d", re.IGNORECASE)
_ROMAN_PLURAL = re.compile(r"\b[ivxlcdm]+\s*(?:[,&–\-]|\s(?:and|et|und)\s)\s*[ivxlcdm]+\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def is_plural(text: str) -> bool:
    """Whether *text* names several: "1-3", "2 & 4", "iv, vi"."""
    text = text.replace("\\-", "")
    return _PLURAL.search(text) is not None or _ROMAN_PLURAL.search(text) is not None


def page_range(text: str, form: str, delimiter: str) -> str:
    """Return *text* with its ranges in page-range-format *form*, delimited by *delimiter*.

    What is not plainly a range of numbers stays as it is; an escaped hyphen is no range.
    """
    if "-" not in text and "–" not in text:
        return text
    if "\\-" in text:
        return text.replace("\\-", "-")
    return "".join(part if n % 2 else _one_range(part, form, delimiter) for n, part in enumerate(_LISTED.split(text)))


_LISTED = re.compile(r"(\s*[,;&]\s*|\s+(?:and|et|und)\s+)")
_FIGURES = re.compile(r"(.*\D|)(\d+)\s*[-–]\s*(.*\D|)(\d+)", re.DOTALL)
_ROMAN_RANGE = re.compile(r"([ivxlcdm]+)\s*[-–]\s*([ivxlcdm]+)", re.IGNORECASE)


def _one_range(text: str, form: str, delimiter: str) -> str:
    match = _ROMAN_RANGE.fullmatch(text)
    if match:
        return f"{match[1]}{delimiter}{match[2]}"
    match = _FIGURES.fullmatch(text)
    if not match:
        return re.sub(r"(?<=\d)\s*-\s*(?=\d)", delimiter, text)
    prefix, first, other, last = match.groups()
    if other != prefix:
        # N110-5 is no range of numbers: it stays, but for the spaces around its hyphen.
        return re.sub(r"\s*-\s*", "-", text)
    full = first[: len(first) - len(last)] + last if len(last) < len(first) else last
    if form not in _FORMS or int(full) <= int(first):
        return f"{prefix}{first}{delimiter}{other}{last}"
    return f"{prefix}{first}{delimiter}{other if form == 'expanded' else ''}{_FORMS[form](first, full)}"


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
