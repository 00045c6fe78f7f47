"""The tokens of a text as a reader of dates sees them: numbers, words, marks; brackets and ? lifted out."""

from __future__ import annotations

from typing import NamedTuple

from provcheck.dates.months import month
from provcheck.model.lazy import pattern


class Token(NamedTuple):
    """A run of digits, a word, or a mark."""

    text: str
    start: int
    end: int
    number: int | None
    in_brackets: bool
    doubted: bool
    glued: bool
    """No blank between it and the token before."""


_PIECES = pattern(r"[0-9]+|(?<=[0-9])[年月日년월일]|[^\W\d_]+|[^\s\w]|[_\d]")


def words(text: str) -> frozenset[str]:
    """Return the blank-separated words of *text*."""
    return frozenset(text.split())


ORDINALS = words("st nd rd th d го ого е er ère re ter te ten º ª o a й ое η ης")
"""What follows the number of a day: 3rd, 3-го, 1er, 3º, 3-й, 3ης."""
OF = words("of de del di d da den dne")
"""Words between the day and the month or the year: 3 de octubre de 1950."""
YEAR_WORDS = words("г гг год года году годах годы р рр рік року році r roku roce rok m metų év évi an")
"""Words that follow the number of a year."""
DASHES = words("- – — ‒ −")
TO = words("to through till until bis au до по do al a până")
AND = {
    "and": "between", "und": "zwischen", "и": "между", "і": "між", "et": "entre", "y": "entre",
    "i": "między", "a": "mezi", "și": "între",
}  # fmt: skip
"""Words for *and*, and the word before a range that is joined by them."""
BEFORE_YEAR = words("""
    in of year years for during since from before after until by ca circa about around early late mid spring summer
    autumn fall winter im jahr jahre vom um seit vor nach bis anno en année de l'année del nel dal
    в во у за от до после с около весна лето осень зима весной летом осенью зимой
    w z od do roku rok r przed po v ze
""")
"""Words that announce a year."""
NUMBER_WORDS = words("""
    no nos nr nrs num number n № номер вх исх č čís sz szám fond f ф фонд op opis оп опись d delo д дело list l ll л лл
    box folder rg lot doc document p pp s page pages vol volume bd band t том кн heft h jg protocol protokoll протокол
    приказ order article § resolution rezolucja dok pos art poz
""")
"""Words that announce a number which is no date."""


def _one_number(first: str, second: str) -> bool:
    """Whether two runs of digits parted by a bracket are a day or a year of which an editor supplied a part."""
    return (first + second).isdecimal() and len(first + second) in (2, 4) and len(second) < 3


class Tokens:
    """The tokens of a text, and what one of them can be by itself."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        depth, end = 0, -1
        for match in _PIECES.finditer(text):
            word = match[0]
            if word == "[":
                depth += 1
            elif word == "]":
                depth = max(0, depth - 1)
            elif word == "?" and self.tokens:
                self.tokens[-1] = self.tokens[-1]._replace(doubted=True)
            else:
                if depth and word.lower() == "undated":  # September [undated] 1956
                    continue
                start, glued = match.start(), match.start() == end
                before = self.tokens[-1] if self.tokens else None
                if before and before.end == start - 1 and text[start - 1] in "[]" and _one_number(before.text, word):
                    start, glued, word = before.start, before.glued, before.text + word  # 2[3]. 1. 1925: the 23rd
                    self.tokens.pop()
                number = int(word) if "0" <= word[0] <= "9" and len(word) <= 4 else None
                self.tokens.append(Token(word, start, match.end(), number, depth > 0, False, glued))
                end = match.end()

    # Single tokens

    def at(self, i: int) -> Token | None:
        """Return token *i*; None beyond the ends."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else None

    def is_(self, i: int, *texts: str) -> bool:
        """Whether token *i* is one of *texts*."""
        token = self.at(i)
        return token is not None and token.text in texts

    def skip(self, i: int, *texts: str) -> int:
        """Return the index after token *i* if it is one of *texts*, else *i*."""
        return i + 1 if self.is_(i, *texts) else i

    def abbreviated(self, i: int, word: str) -> int:
        """Return the index after token *i* and a point behind it if it is *word*, else *i*."""
        return self.skip(i + 1, ".") if self.word(i) == word else i

    def word(self, i: int) -> str:
        """Return token *i* in lower case; ``""`` beyond the ends."""
        token = self.at(i)
        return token.text.lower() if token else ""

    def day(self, i: int) -> int | None:
        """Return the number of a day (1 to 31) at *i*."""
        token = self.at(i)
        if token is None or token.number is None or not 1 <= token.number <= 31 or len(token.text) > 2:
            return None
        return token.number

    def month(self, i: int) -> int | None:
        """Return the month that the word at *i* names."""
        token = self.at(i)
        return month(token.text) if token and token.text[0].isalpha() else None

    def year(self, i: int) -> int | None:
        """Return the year of four digits at *i*."""
        token = self.at(i)
        if token is None or token.number is None or len(token.text) != 4 or not 1000 <= token.number <= 2199:
            return None
        following = self.at(i + 1)
        if following is not None and following.glued and following.text[0].isalpha():
            return token.number if following.text in ("г", "年", "년", "р") else None
        return token.number

    def links(self, i: int) -> bool:
        """Whether the token at *i* can stand between the two ends of a range of days: ``3–5``, ``3 bis 5``."""
        token = self.at(i)
        return token is not None and (token.text in DASHES or token.text == "/" or self.word(i) in TO | AND.keys())

    def inside_a_number(self, i: int) -> bool:
        """Whether the digits at *i* go on from others (``061.005``) or follow a word such as No."""
        token, before = self.tokens[i], self.at(i - 1)
        if before is None or (before.text == "/" and self.before_month(i)):
            return False
        if (token.glued and before.text in ("№", "#", "/", ".", ",", "-", ":", "_")) or before.text in ("№", "#"):
            further = self.at(i - 2)
            digits = further is not None and further.number is not None and before.glued
            return digits or before.text in ("№", "#", "_", "/", ":")
        if token.glued and before.text[0].isalnum():
            return True
        named = self.word(i - 2) if before.text == "." else before.text.lower()
        return named in NUMBER_WORDS and not self.before_month(i)

    def before_month(self, i: int) -> bool:
        """Whether *i* is a day with the name of a month after it."""
        return self.day(i) is not None and (self.month(i + 1) is not None or self.month(i + 2) is not None)

    def closed(self, i: int) -> bool:
        """Whether no further digits are glued on before token *i* (``3.10.1950.4`` is no date)."""
        token, following = self.at(i), self.at(i + 1)
        if token is None or following is None:
            return True
        glued = token.glued and token.text in (".", "/", "-", ":") and following.glued and following.number is not None
        glued = glued and not self.before_month(i + 1)  # 6 January 1877/18 January 1877
        return not glued and not (token.glued and token.text[0].isdigit())
