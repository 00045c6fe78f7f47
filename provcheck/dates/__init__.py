"""Dates as archives write them: EDTF read into days, dates found in running text, Old and New Style.

What was probably meant by a date that is not EDTF is told by `provcheck.dates.suggest`, what a date in a title is the
date of by `provcheck.dates.roles`. Pure: nothing here reads the clock, prints or raises for what a user wrote.
"""

from provcheck.dates.day import Day, new_style, old_style, style_difference
from provcheck.dates.edtf import UNKNOWN, Edtf, Point, parse
from provcheck.dates.finder import find
from provcheck.dates.found import Found, Partial, Reading, agrees

__all__ = [
    "UNKNOWN",
    "Day",
    "Edtf",
    "Found",
    "Partial",
    "Point",
    "Reading",
    "agrees",
    "find",
    "new_style",
    "old_style",
    "parse",
    "style_difference",
]
