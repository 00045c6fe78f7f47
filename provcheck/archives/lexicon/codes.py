"""Short words that are parts of codes and no labels or archives: the c of 7523c, the F of F/7, the AA of BKA/AA."""

from __future__ import annotations

from provcheck.archives.lexicon.kinds import kind
from provcheck.archives.lexicon.vocabulary import is_place, words_of
from provcheck.model.lazy import pattern


def is_part_of_code(text: str, word: str, start: int, end: int) -> bool:
    """Tell whether a short word is part of a code: the c of 7523c, the P of P760159, the F of F/7."""
    before = text[start - 1 : start]
    if before != " ":
        if before.isdigit():
            # but "ф.1оп.2"
            return len(word) < 2 or _NUMBER_AFTER.match(text, end) is None or _HASH.match(text, start) is not None
        if before in _OF_ADDRESS and text.startswith("=", end):
            return True  # https://…/?f=2-123
        if before == "-" and word.isascii() and text[start - 2 : start - 1].isalnum():
            return True
    if word not in _CAPITALS:
        return False
    after = text[end : end + 2]
    if after[:1] == "-" and after[1:].isdigit():
        near = _HYPHENED.finditer(text, max(0, start - _BEFORE), end + _BEHIND)
        return not any(low.start() <= start < low.end() for low in near)
    return after[:1].isdigit() or (after[:1] == "/" and after[1:].isdigit())


_OF_ADDRESS = frozenset("?&")
_HYPHENED = pattern(
    r"(?<![\w-])F?[MXHF]-\d+[a-z]?, ?[A-Z][A-Za-z]?-\d+[a-z]?, ?(?:[A-Z][A-Za-z]{0,2}|Kh/n|Х/?[нН])-\d"
    r"(?:\d*[a-z]?, ?L-\d)?|(?<=, )L-\d+, ?H-\d|(?<=-\d\d, )L-\d{1,3}(?![\w-])"
)
"""Levels, each with a hyphen behind its letter: ``F-6, D-1, HN-25``; legajo and hoja in Mexico: ``L-3, H-234``."""
_BEFORE, _BEHIND = 24, 30
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_NUMBER_AFTER = pattern(r"\.?[ \u00a0]?\d")
_HASH = pattern(r"[\dA-Fa-f]{10}")
"""What no level is but an identifier of machines: ``xid=E1BD466FB72711``."""
_SIZED = pattern(r"(?: [A-Za-z][\w.]+)* [a-gr-t]\. \d")
"""What follows ``MS.`` in the Bodleian's shelfmarks: fonds or subject, and the letter for the size."""


_LETTERED = pattern(r" ?[A-Z]\.? ?\d")
"""What follows ``Mss Eur``: the letter of the class and a number."""
_ROMAN = pattern(r" [IVX]{1,4}/\d")
"""A series of papers by its Roman number: ``BEVN II/4/5``."""
_SHORT = 3
"""Letters so few are those of series, which have figures."""


_LETTERED_SERIES = pattern(r"[,:]? [A-Z]/[A-Z\d]")
"""A series of a fonds known by letters: ``IOR, P/341/4``."""


_DISTRICT = pattern(r", ED \d{1,3}[a-z]?,? (?:ff?|fol|folio|pp?|page|sched|schedule)\b")
"""The enumeration district of a census behind its piece: ``HO 107/374, ED 13, p. 10``."""
_THOUSANDS = pattern(r" ?\d{1,3},\d{3}(?!\d)")
"""A number with a comma, which is no series and its piece: the certificate ``SC 123,456`` of a pension."""
_SAID_SERIES = pattern(r",? (?:series|class) \d|, (?:\d{3}/\d{2}|\d{2}/\d{3})\d{0,4}(?![\d/])")
"""A number that a word or a comma parts from its letters: ``FO series 371``, ``FO, 371/84123``."""

_ITEM_OF_A_NAME = pattern(r"\d{2,4}(?:/\d{1,2})?, [A-Z]{3,} [A-Z][A-Z ]+(?:[,.;]|$)")
"""What makes the letters those of a series of Australia, whose items have the names of men: ``MT1234/1, ROE JOHN``."""


_OF_UN = ("UN Doc ", "UN Doc. ", "UN document ", "U.N. Doc. ")
"""What stands before the symbol of a document that the United Nations printed."""


def is_prefix(text: str, start: int, prefix: str) -> bool:
    """Tell whether the code *prefix* of a holding stands at *start* with its number after it: ``FO 371``."""
    if not text.startswith(prefix, start):
        return False
    end = start + len(prefix)
    if start > 2 and text[start - 3].isdigit() and _DISTRICT.match(text, start - 2):
        return False
    if text.endswith(_OF_UN, 0, start):
        return False  # UN Doc CRC/C/15/Add.34
    if (
        start > 1
        and text[start - 1] == "/"
        and text[start - 2].isupper()
        and not text[max(0, start - 3) : start - 2].isalnum()
    ):
        return False  # S/SEC/4/1
    if (" " in prefix and _LETTERED.match(text, end)) or (len(prefix) > _SHORT and _ROMAN.match(text, end)):
        return True
    if kind("postcode").shape.match(text, start) or (prefix.isupper() and _THOUSANDS.match(text, end)):
        return False
    if text[end : end + 1].isdigit() and _ITEM_OF_A_NAME.match(text, end):
        return False
    if prefix.endswith(".") and len(words_of(prefix)) < 2:
        return _SIZED.match(text, end) is not None
    if _LETTERED_SERIES.match(text, end) or _SAID_SERIES.match(text, end):
        return True
    after = text[end : end + 2]
    if after[:1] == "/" and text[end + 2 : end + 3].islower():
        return False  # SEC/Memcons
    return (
        after.strip(" ")[:1].isdigit()
        or (after[:1] == "," and after[1:].isalnum())
        or (after[:1] == "/" and after[1:].isalnum() and (len(prefix) > 2 or after[1:].isdigit()))
    )


def is_tail(text: str, start: int) -> bool:
    """Tell whether the short word at *start* is the second half of another sign: the AA of BKA/AA."""
    if start < 2:
        return False
    before = text[start - 1]
    return before.isdigit() or (before == "/" and text[start - 2].isalpha())  # 72AJ/45


_REGISTER = pattern(r"/[A-Z]{1,2}-\d")
"""A fonds of Norway right after its archive: ``RA/PA-1209``."""


JOINED_MARK = pattern(r"(?:/[A-Z]+){1,3}[. ]?/?\d+[A-Z]?(?:/\d+)+(?![\w/])")
"""A whole mark joined to its archive, with two numbers: ``KNA/DC/LAMU/1/2``, ``PRAAD/ADM 11/1/123``."""


_LETTERED_CODE = pattern(
    r"-(?!\d{1,3}-\d{1,4}-\d|\d{3}, [^\W\d_a-z]{2,4}[, ]|\d{2,3}, (?:[IVX]+-|(?:fasc|kut)\b))"
    r"(?:\d|(?:[A-Z]|[IVX]{2,4})(?:[ ,.;]|$))"
)
"""What makes two letters a number's or a fonds' and no archive's: ``NA-1480``, ``BA-S``, ``AN-II``."""


_DIVISION = pattern(r"/(?:I{1,3}|IV|V)[,:/ ]")
"""A division of the archive by its number: ``BHStA/IV, MKr 1234``."""
_COMPOUND = pattern(r"-([A-ZÀ-Þ][a-zà-ÿ]{4,})(?![\w ]{0,20}, (?:[Cc]x|[Cc]aixa|[Cc]ód)\b)")
"""A word joined to letters: ``HL-Senteret``; but a fonds before its box: ``AHU-Minas Gerais, cx. 3``."""
_UNDERLINED = pattern(r"_[^\W\d_]{0,5}\d|_[A-Z]{4}[A-Z ]*, [Cc]x\b")
"""A level in the name of a file: ``RGASPI_F17_OP3``."""
_APART = frozenset({"", *" ,.:;)"})


def goes_on(text: str, start: int, end: int) -> bool:
    """Tell whether a code goes on without a blank (AA1984, ARA/CAR), so that it is no archive's (but AWM52 is)."""
    after = text[end : end + 3]
    if after[:1] in _APART or after == "/RG" or (end - start > 3 and _DIVISION.match(text, end)):
        return False
    if after[:1] == "-" and end - start < 4 and (word := _COMPOUND.match(text, end)) and not is_place(word[1]):
        return True  # HL-Senteret; but BA-Koblenz
    if end - start < 3 and text[start:end].isascii() and _LETTERED_CODE.match(text, end):
        return True
    if after[:1] == "_":
        return _UNDERLINED.match(text, end) is None
    if "/" in text[start:end] or _REGISTER.match(text, end) or (end - start > 2 and JOINED_MARK.match(text, end)):
        return False
    return (end - start < 3 and after[:1].isdigit()) or (
        after[:1] == "/" and after[1:].isupper() and after[1:].isalpha()
    )
