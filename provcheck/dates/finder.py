"""Finds dates in running text: ``3 October 1950``, ``16.XII.1947``, ``3–5 мая 1950 г.``, ``October 3``.

`find` says where each date stands and which days it can mean; what it is the date *of* is told by `roles`. Numbers that
merely look like dates (``No. 061.005``, ``02/01476``) are passed over: one missed date costs less than a false one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from provcheck.dates.day import days_in
from provcheck.dates.found import Found, Partial, Reading
from provcheck.dates.months import roman
from provcheck.dates.tokens import AND, BEFORE_YEAR, DASHES, OF, ORDINALS, TO, YEAR_WORDS, Tokens


def find(text: str) -> Iterator[Found]:
    """Find the dates in *text*, in order, without overlaps. Linear in the length of *text*.

    >>> [found.edtf for found in find("Telegram No. 061.005, 3 October 1950, on the talks of 5–7 мая 1949 г.")]
    ['1950-10-03', '1949-05-05/1949-05-07']
    """
    reader = _Reader(text)
    at = 0
    while at < len(reader.tokens):
        found = reader.date(at)
        if found is None:
            at += 1
        else:
            yield found[0]
            at = found[1]


class _Match(NamedTuple):
    readings: tuple[Reading, ...]
    next: int
    short_year: bool = False
    bare: bool = False


def _one(year: int | None, month_: int | None, day: int | None) -> tuple[Reading, ...]:
    partial = Partial(year, month_, day)
    return (Reading(partial, partial),)


class _Reader(Tokens):
    """The patterns of dates over the tokens of a text. Each returns what it read from token *i* on, or None."""

    def date(self, i: int) -> tuple[Found, int] | None:
        """Return the date that begins at token *i*, ranges included, and the index after it."""
        match = self.single(i)
        if match is None:
            return None
        match = self.range(i, match) or match
        tokens = self.tokens[i : match.next]
        end = match.next
        if self.word(end) in YEAR_WORDS and self.readings_have_year(match):
            end = self.skip(end + 1, ".") if self.word(end) in ("г", "р", "гг", "рр", "r") else end + 1
            tokens = self.tokens[i:end]
        found = Found(
            tokens[0].start,
            tokens[-1].end,
            match.readings,
            match.short_year,
            any(token.in_brackets for token in tokens),
            any(token.doubted for token in tokens),
            match.bare,
        )
        return found, end

    @staticmethod
    def readings_have_year(match: _Match) -> bool:
        return match.readings[0].last.year is not None

    def single(self, i: int) -> _Match | None:
        token = self.tokens[i]
        if token.number is not None:
            if self.inside_a_number(i):
                return None
            return (
                self.year_first(i)
                or self.numeric(i)
                or self.numeric_range(i)
                or self.day_month(i)
                or self.cjk(i)
                or self.year_alone(i)
            )
        if self.month(i) is not None:
            return self.month_first(i)
        return None

    def year_first(self, i: int) -> _Match | None:
        """``1950-10-03``, ``1950.10.03``, ``1950/10/03``; ``1950. október 3.``, ``1950 m. spalio 3 d.``."""
        year = self.year(i)
        if year is None:
            return None
        separator, number = self.at(i + 1), self.at(i + 2)
        if (
            separator
            and number
            and (separator.text in DASHES or separator.text in "./")
            and number.number
            and len(number.text) <= 2
        ):
            day = self.day(i + 4)
            if (
                self.is_(i + 3, separator.text)
                and day
                and number.number <= 12
                and day <= days_in(number.number, year)
                and self.closed(i + 5)
            ):
                return _Match(_one(year, number.number, day), i + 5)
            if (
                (separator.text in DASHES or separator.text == "/")
                and number.glued
                and len(number.text) == 2
                and self.closed(i + 3)
            ):
                return self.short_span(i, year, number.number)
        at = self.abbreviated(self.skip(i + 1, ".", ","), "m")
        month_, day = self.month(at), self.day(self.skip(at + 1, "."))
        if month_ and day and day <= days_in(month_, year):
            end = self.abbreviated(self.skip(at + 1, ".") + 1, "d")
            if self.year(self.skip(end, ",")) is None and self.month(self.skip(end, ".")) is None:
                return _Match(_one(year, month_, day), end)
        return None

    def short_span(self, i: int, year: int, second: int) -> _Match | None:
        """``1949-50`` and ``1949/50`` are two years; ``1950-10`` is a month."""
        if second > year % 100:
            return _Match(
                (Reading(Partial(year), Partial(year - year % 100 + second)),), i + 3, False, second != year % 100 + 1
            )
        if 1 <= second <= 12 and self.is_(i + 1, "-"):
            return _Match(_one(year, second, None), i + 3)
        return None

    def numeric(self, i: int) -> _Match | None:
        """``3.10.1950``, ``3. 10. 50``, ``3/10/1950``, ``16.XII.1947``, ``16 XII 1947``."""
        first, separator = self.tokens[i], self.at(i + 1)
        if first.number is None or len(first.text) > 2 or separator is None:
            return None
        middle = i + 2 if separator.text in (".", "/", "-", "–", "_") else i + 1
        name = self.at(middle)
        if name is None:
            return None
        numeral = roman(name.text) if name.number is None else None
        after = self.at(middle + 1)
        year_at = middle + 2 if after and after.text in (".", "/", "-", "–", "_") else middle + 1
        year_token = self.at(year_at)
        if year_token is None or year_token.number is None or not self.closed(year_at + 1):
            return None
        long = self.year(year_at)
        short = year_token.number if len(year_token.text) == 2 else None
        year = long if long is not None else short
        if year is None:
            return None
        if numeral is not None:
            if (long is None and middle == i + 1) or not self.fits(year, numeral, first.number):
                return None
            return _Match(_one(year, numeral, first.number), year_at + 1, long is None)
        if name.number is None or len(name.text) > 2 or middle == i + 1 or year_at == middle + 1:
            return None
        assert after is not None
        if separator.text != after.text or (separator.text != "." and not (name.glued and year_token.glued)):
            return None
        orders = [(first.number, name.number)]
        if separator.text in ("/", "-") and first.number != name.number:
            orders.append((name.number, first.number))
        readings = tuple(_one(year, m, d)[0] for d, m in orders if self.fits(year, m, d))
        return _Match(readings, year_at + 1, long is None) if readings else None

    def numeric_range(self, i: int) -> _Match | None:
        """``3.–5.10.1950``, ``3.10.–5.11.1950``, ``3. bis 5.10.1950``."""
        day, at = self.day(i), i + 1
        if day is None or not self.is_(at, ".", *DASHES):
            return None
        at = self.skip(at, ".")
        month_ = self.day(at)
        if month_ is not None and self.is_(at + 1, "."):
            at += 2
        else:
            month_ = None
        if not self.links(at) or self.day(at + 1) is None:
            return None
        second = self.numeric(at + 1)
        if second is None or len(second.readings) != 1:
            return None
        last = second.readings[0].first
        first = last._replace(month=month_ or last.month, day=day)
        if not self.fits(first.year or 2000, first.month or 0, day):
            return None
        return _Match((Reading(first, last),), second.next, second.short_year)

    @staticmethod
    def fits(year: int, month_: int, day: int) -> bool:
        return 1 <= month_ <= 12 and 1 <= day <= days_in(month_, year if year > 99 else 2000)

    def ordinal(self, i: int) -> int:
        """Return the index after the day at *i* and what belongs to it: ``3rd``, ``3-го``, ``3.``, ``1er``."""
        at = i + 1
        dash = self.at(at)
        if dash and dash.text == "-" and dash.glued and self.word(at + 1) in ORDINALS:
            return at + 2
        suffix = self.at(at)
        if suffix and suffix.glued and suffix.text.lower() in ORDINALS:
            at += 1
        return self.skip(at, ".", "º", "ª", "°")

    def day_month(self, i: int) -> _Match | None:
        """``3 October 1950``, ``3rd of Oct., 1950``, ``3–5 мая 1950 г.``, ``3 (16) октября 1917``, ``4 December``."""
        first = self.day(i)
        if first is None:
            return None
        at = self.ordinal(i)
        second, other = None, None
        token = self.at(at)
        if token and (self.links(at) or token.text == "(") and self.day(at + 1) is not None:
            after = self.ordinal(at + 1)
            if token.text == "(":
                other, at = self.day(at + 1), self.skip(after, ")")
            else:
                second, at = self.day(at + 1), after
        if self.word(at) in OF:
            at += 1
            at = self.skip(at, "'", "’")
        month_ = self.month(at)
        if month_ is None or len(self.tokens[at].text) < 3:
            return None
        at = self.skip(at + 1, ".")
        year, at = self.year_after(at)
        days = [day for day in (first, second, other) if day is not None]
        if any(not self.fits(year or 2000, month_, day) for day in days):
            return None
        readings = _one(year, month_, first) + (_one(year, month_, other) if other else ())
        if second:
            readings = (Reading(Partial(year, month_, first), Partial(year, month_, second)),)
        return _Match(readings, at)

    def year_after(self, at: int) -> tuple[int | None, int]:
        """Return the year that follows at *at*, a comma or ``de`` between, and the index after it."""
        here = self.skip(at, ",", "'", "’")
        if self.word(here) in OF:
            here += 1
        year = self.year(here)
        if year is not None and self.numeric(here) is None and self.closed(here + 1):
            return year, here + 1
        return None, at

    def month_first(self, i: int) -> _Match | None:
        """``October 3, 1950``, ``Oct. 3–5, 1950``, ``August, 1962``, ``October–November 1950``, ``October 3``."""
        month_ = self.month(i)
        at = self.skip(i + 1, ".")
        day = self.day(at)
        if month_ is None or len(self.tokens[i].text) < 3:
            return None
        token = self.at(at)
        if token and token.text in DASHES and self.month(at + 1) is not None:
            year, end = self.year_after(self.skip(at + 2, "."))
            if year is None:
                return None
            return _Match((Reading(Partial(year, month_), Partial(year, self.month(at + 1))),), end)
        if day is None:
            year, end = self.year_after(at)
            return _Match(_one(year, month_, None), end) if year is not None else None
        end = self.ordinal(at)
        second = None
        token = self.at(end)
        if token and token.text in DASHES and self.day(end + 1) is not None and self.month(end + 2) is None:
            second, end = self.day(end + 1), self.ordinal(end + 1)
        if not self.closed(end if second else at + 1) or (second is None and self.month(end) is not None):
            return None
        year, end = self.year_after(end)
        if not self.fits(year or 2000, month_, day) or (second and not self.fits(year or 2000, month_, second)):
            return None
        return _Match((Reading(Partial(year, month_, day), Partial(year, month_, second or day)),), end)

    def cjk(self, i: int) -> _Match | None:
        """``1950年10月3日``, ``1950년 10월 3일``."""
        year, month_, day = self.year(i), self.at(i + 2), self.at(i + 4)
        if year is None or not self.is_(i + 1, "年", "년") or self.word(i + 2).startswith(("代", "대")):
            return None
        if month_ is None or month_.number is None or not self.is_(i + 3, "月", "월"):
            return _Match(_one(year, None, None), i + 2)
        if day is None or day.number is None or not self.is_(i + 5, "日", "일"):
            return _Match(_one(year, month_.number, None), i + 4) if 1 <= month_.number <= 12 else None
        if not self.fits(year, month_.number, day.number):
            return None
        return _Match(_one(year, month_.number, day.number), i + 6)

    def year_alone(self, i: int) -> _Match | None:
        """A year that the words or marks around it show to be one; otherwise it is *bare*."""
        year, token = self.year(i), self.tokens[i]
        if year is None or year > 2100 or not (self.closed(i + 1) or self.year(i + 2)):
            return None
        before, after = self.word(i - 1), self.word(i + 1)
        shown = (
            before in BEFORE_YEAR
            or after in YEAR_WORDS - {"m", "an"}
            or token.in_brackets
            or (before == "(" and after == ")")
            or (before == "," and after in ("", ",", ";", "."))
            or len(self.tokens) == 1
        )
        return _Match(_one(year, None, None), i + 1, False, not shown)

    def range(self, i: int, match: _Match) -> _Match | None:
        """Return *match* widened to the range that it begins: ``3 October – 5 November 1950``, ``1949 bis 1951``."""
        at = match.next
        if self.word(at) in ("г", "гг") and self.is_(at + 1, "."):
            at += 2
        link = self.at(at)
        if link is None or len(match.readings) != 1:
            return None
        first_token = self.tokens[i]
        if link.text == "(" or (link.in_brackets and not first_token.in_brackets):
            return self.other_style(match, at + (link.text == "("))
        word = link.text.lower()
        before = self.word(i - 1)
        if not (link.text in DASHES or link.text == "/" or word in TO or AND.get(word, "-") == before):
            return None
        if word in TO and self.word(at + 1) in ("zum", "the", "den", "le"):
            at += 1
        following = self.at(at + 1)
        if following is None or (following.number is None and self.month(at + 1) is None):
            return None
        second = self.second(at + 1)
        if second is None or len(second.readings) != 1 or second.short_year != match.short_year:
            return None
        first, last = match.readings[0].first, second.readings[0].last
        if first.year is None:
            first = first._replace(year=last.year)
        if last.year is not None and first.year is not None and first.year > last.year:
            return None
        if link.text == "/" and first.day is not None:  # Old and New Style: 6 January 1877/18 January 1877
            return _Match((Reading(first, first), Reading(last, last)), second.next, match.short_year)
        return _Match((Reading(first, last),), second.next, match.short_year, match.bare and second.bare)

    def other_style(self, match: _Match, i: int) -> _Match | None:
        """``25 October [7 November] 1917``, ``25 октября (7 ноября) 1917 г.``: one day in both calendars."""
        second = self.day_month(i)
        if second is None or len(second.readings) != 1:
            return None
        first, last = match.readings[0].first, second.readings[0].first
        end = self.skip(second.next, ")")
        year = last.year
        if year is None:
            year, end = self.year_after(end)
        if year is None or first.day is None or first.year is not None:
            return None
        new = last._replace(year=year)
        old = first._replace(year=year - 1 if (first.month or 0) > (last.month or 0) else year)
        return _Match((Reading(old, old), Reading(new, new)), end)

    def second(self, i: int) -> _Match | None:
        """Return the date that ends a range, beginning at token *i*."""
        if self.month(i) is not None:
            return self.month_first(i)
        return self.year_first(i) or self.numeric(i) or self.day_month(i) or self.year_alone(i)
