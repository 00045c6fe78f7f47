"""One day of the proleptic Gregorian calendar, in any year, and the Old Style day that it was.

`datetime` ends at the years 1 and 9999; EDTF does not. Years count astronomically, as in ISO 8601: 0 is 1 BCE.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Day(NamedTuple):
    """A calendar day. Days compare in the order of time."""

    year: int
    month: int
    day: int

    @classmethod
    def of(cls, when: date) -> Day:
        """Return the day of a `datetime.date`."""
        return cls(when.year, when.month, when.day)

    def __str__(self) -> str:
        """Return it as ISO 8601 writes it: ``1950-10-03``, ``-0044-03-15``, ``Y17000-01-01``."""
        sign = "-" if self.year < 0 else ""
        year = f"{abs(self.year):04}"
        return f"{'Y' if len(year) > 4 else ''}{sign}{year}-{self.month:02}-{self.day:02}"


def is_leap(year: int) -> bool:
    """Whether *year* has a 29 February in the Gregorian calendar."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in(month: int, year: int) -> int:
    """Return the number of days of *month* (1 to 12) in *year*."""
    return 29 if month == 2 and is_leap(year) else _DAYS[month - 1]


def exists(year: int, month: int, day: int) -> bool:
    """Whether the Gregorian calendar has this day."""
    return 1 <= month <= 12 and 1 <= day <= days_in(month, year)


def number(day: Day, *, julian: bool = False) -> int:
    """Return the Julian day number of *day*, read as Gregorian or, with *julian*, as an Old Style date.

    The usual arithmetic (Explanatory Supplement to the Astronomical Almanac, 15.11), with floor division so that it
    holds for every year. 1950-10-03 is 2433558.
    """
    before_march = (14 - day.month) // 12
    year = day.year + 4800 - before_march
    days = day.day + (153 * (day.month + 12 * before_march - 3) + 2) // 5 + 365 * year + year // 4
    return days - 32083 if julian else days - year // 100 + year // 400 - 32045


def from_number(count: int, *, julian: bool = False) -> Day:
    """Return the day with this Julian day number; the inverse of `number`."""
    if julian:
        days, century = count + 32082, 0
    else:
        shifted = count + 32044
        century = (4 * shifted + 3) // 146097
        days = shifted - 146097 * century // 4
    years = (4 * days + 3) // 1461
    rest = days - 1461 * years // 4
    month = (5 * rest + 2) // 153
    return Day(
        100 * century + years - 4800 + month // 10,
        month + 3 - 12 * (month // 10),
        rest - (153 * month + 2) // 5 + 1,
    )


def old_style(day: Day) -> Day:
    """Return the Julian (Old Style) date of a Gregorian *day*: 1917-11-07 was 25 October 1917."""
    return from_number(number(day), julian=True)


def new_style(day: Day) -> Day:
    """Return the Gregorian date of an Old Style *day*: 25 October 1917 was 1917-11-07."""
    return from_number(number(day, julian=True))


def style_difference(day: Day) -> int:
    """Return how many days the Julian calendar is behind on the Gregorian *day*: 10 in 1600, 13 in 1917.

    It changes with the end of February, Old Style, of 1700, 1800, 1900 and 2100, not with the century.
    """
    return number(day) - number(old_style(day))
