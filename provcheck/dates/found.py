"""What a date found in running text can mean, and whether it agrees with a date in EDTF."""

from __future__ import annotations

from typing import NamedTuple

from provcheck.dates.day import Day, days_in
from provcheck.dates.edtf import Edtf
from provcheck.model.noun import noun


class Partial(NamedTuple):
    """A calendar date of which parts may be missing: ``4 December`` has no year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def edtf(self) -> str | None:
        """The date in EDTF; None without a year."""
        if self.year is None:
            return None
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)

    def first_day(self, year: int) -> Day:
        """Return the first day that it can mean in *year*."""
        return Day(year, self.month or 1, self.day or 1)

    def last_day(self, year: int) -> Day:
        """Return the last day that it can mean in *year*."""
        last = self.month or 12
        return Day(year, last, self.day or days_in(last, year))


class Reading(NamedTuple):
    """One way to read a date: from ``first`` to ``last``, which are equal but for a range."""

    first: Partial
    last: Partial

    @property
    def edtf(self) -> str | None:
        """The reading in EDTF; None without a year."""
        if self.first.edtf is None or self.last.edtf is None:
            return None
        return self.first.edtf if self.first == self.last else f"{self.first.edtf}/{self.last.edtf}"


@noun
class Found:
    """A date found in a text, at its characters ``start`` to ``end``."""

    start: int
    end: int
    readings: tuple[Reading, ...]
    """Several where the text leaves it open (``3/10/1950``) or gives Old and New Style (``3 (16) октября 1917``)."""
    short_year: bool = False
    """The year has two digits; it then stands in the readings as 0 to 99."""
    supplied: bool = False
    """Part of it stands in square brackets: an editor's addition."""
    uncertain: bool = False
    """A question mark stands in it."""
    bare: bool = False
    """It is a number of four digits that nothing around it shows to be a year."""

    @property
    def edtf(self) -> str | None:
        """The date in EDTF; None where the year is missing or short, or where it can be read in several ways."""
        if len(self.readings) != 1 or self.short_year:
            return None
        return self.readings[0].edtf

    @property
    def has_day(self) -> bool:
        """Whether it names a day, not just a month or a year."""
        return all(reading.first.day is not None for reading in self.readings)


def agrees(found: Found, date: Edtf) -> bool | None:
    """Whether *found* and *date* can mean the same day. None: it cannot be told, for *date* is open or too wide."""
    earliest, latest = date.earliest, date.latest
    if earliest is None or latest is None or latest.year - earliest.year > 99:
        return None
    for first, last in found.readings:
        for year in range(earliest.year - 1, latest.year + 2):  # a range without year may run into the next one
            from_year = first.year if first.year is not None and not found.short_year else year
            if found.short_year and first.year is not None and year % 100 != first.year:
                continue
            begin = first.first_day(from_year)
            to_year = from_year + ((last.year or 0) - (first.year or 0))
            end = last.last_day(to_year)
            if end < begin and last.year is None:
                end = last.last_day(to_year + 1)
            if begin <= latest and earliest <= end:
                return True
    return False
