"""What spreadsheets make of numbers and of text: told by its form, whatever program and language it was."""

from __future__ import annotations

from typing import NamedTuple

from provcheck.model.lazy import pattern


class Spoilt(NamedTuple):
    """What a spreadsheet left in place of a number, in words, and the number where it can still be told."""

    what: str
    meant: str | None = None
    safe: bool = False
    """Whether *meant* is what stood there before, letter by letter."""


_ERROR = pattern(r"#(?:[NН]/[ADД]|NV|[^\W\d_a-zа-яё]{2,9}(?:/0)?[!?])")
"""#N/A, #NV, #Н/Д; #REF!, #ССЫЛКА!, #DIV/0!, #NAME?."""
_NARROW = pattern(r"#{2,}")
_EXPONENT = pattern(r"\d(?:[.,]\d+)?E[+]\d\d")
_KEPT = pattern(r"'\d[^']*")
_DECIMAL = pattern(r"(\d{1,8})[.,]0")
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_DATE = pattern(
    rf"(?:{_DAY}[./-]{_DAY}[./-]20\d\d|20\d\d[/-]{_DAY}[/-]{_DAY}|20\d\d年{_DAY}月{_DAY}日)(?: 0?0:00(?::00)?)?"
    rf"|{_DAY}月{_DAY}日"
)
"""A day in full: only years in which spreadsheets are used, for one of the archive's own time may be the file's."""
_MONTH = pattern(r"\d{1,2}[-.] ?([^\W\d_]{3,9})\.?|([^\W\d_]{3,9})(?:[-.] ?|\.-)\d\d")
_TRUTH = frozenset("TRUE FALSE WAHR FALSCH VRAI FAUX VERO FALSO VERDADERO PRAWDA FAŁSZ ИСТИНА ЛОЖЬ".split())


def spoilt(text: str, *, number: bool) -> Spoilt | None:
    """Return what a spreadsheet made of a level's value; None where none seems to have touched it.

    *number* tells that the value can only be a number, perhaps with letters: elsewhere a date or 12.0 may be meant.

    >>> spoilt("1.05E+05", number=False).what, spoilt("334.0", number=True).meant, spoilt("#REF!", number=False).what
    ('a rounded number', '334', 'an error')
    >>> spoilt("5-Oct", number=True).what, spoilt("5-п", number=True), spoilt("12.0", number=False)
    ('a date', None, None)
    """
    if text.isdecimal():
        return None
    if _EXPONENT.fullmatch(text):
        return Spoilt("a rounded number")
    if _ERROR.fullmatch(text):
        return Spoilt("an error")
    if _NARROW.fullmatch(text):
        return Spoilt("signs that its column is too narrow")
    if _KEPT.fullmatch(text):
        return Spoilt("an apostrophe that keeps it as text", text[1:], safe=True)
    if not number:
        return None
    if decimal := _DECIMAL.fullmatch(text):
        return Spoilt("a decimal number", decimal[1])
    if text in _TRUTH:
        return Spoilt("a truth value")
    return Spoilt("a date") if _DATE.fullmatch(text) or _has_month(text) else None


def _has_month(text: str) -> bool:
    """Tell whether *text* is a day of a month or a month of a year, as spreadsheets shorten them: 5-Oct, 05.окт."""
    match = _MONTH.fullmatch(text)
    if match is None:
        return False
    from provcheck.dates.months import month  # only here: few values have a word

    return month((match[1] or match[2]).lower()) is not None
