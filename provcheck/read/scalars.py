"""What other YAML readers make of an unquoted text: ``0102`` is 66 to some and 102 to others, ``no`` is False.

Facts: the YAML 1.1 type repository (yaml.org/type: int, float, bool, timestamp, merge, value), the YAML 1.2.2 core
schema (chapter 10.3.2), and Ruby's Psych, by which Jekyll reads front matter and which takes commas for thousands.
"""

from __future__ import annotations

from provcheck.model.lazy import pattern

TRUE = frozenset(form for word in ("y", "yes", "true", "on") for form in (word, word.capitalize(), word.upper()))
FALSE = frozenset(form for word in ("n", "no", "false", "off") for form in (word, word.capitalize(), word.upper()))
NULL = frozenset(("", "~", "null", "Null", "NULL"))

SURE_DIGITS = 15
"""Whole numbers and fractions of this many digits survive in every reader's arithmetic."""

BINARY = pattern(r"[-+]?0b[01_]+")
HEX = pattern(r"[-+]?0x[0-9a-fA-F_]+")
OCTAL = pattern(r"[-+]?0o[0-7_]+")
WHOLE = pattern(r"[-+]?[0-9][0-9_]*")
THOUSANDS = pattern(r"[-+]?[1-9][0-9]*(?:,[0-9]+)+")
SEXAGESIMAL = pattern(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?")
FRACTION = pattern(r"[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*(?:[eE][-+]?[0-9]+)?")
EXPONENT = pattern(r"[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+")
SPECIAL = pattern(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
TIMESTAMP = pattern(
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?"
    r"(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?"
)
DAY = pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def misread(text: str) -> str | None:
    """Return what some YAML reader takes the unquoted *text* for, in words; None: the text survives.

    Plain whole numbers and fractions that come back as they were written (``45``, ``1.5``) survive, and so do days
    (``1950-10-03``): readers that make a date of them write it the same way.

    >>> misread("0102")
    'the number 66 (octal) or 102'
    >>> misread("1.10")
    'the number 1.1'
    >>> misread("45") is None
    True
    """
    if text in TRUE:
        return "true"
    if text in FALSE:
        return "false"
    if text in NULL:
        return "nothing"
    if text == "<<":
        return "the sign for merging"
    if text == "=":
        return "a default value"
    first = text[0]
    if first not in "0123456789+-.":
        return None
    if SPECIAL.fullmatch(text):
        return "infinity" if "n" in text.lower()[-3:-1] and text[-1] in "fF" else "no number (NaN)"
    if WHOLE.fullmatch(text):
        return _whole(text)
    if DAY.fullmatch(text):
        return None
    if FRACTION.fullmatch(text) or EXPONENT.fullmatch(text):
        return _fraction(text)
    if SEXAGESIMAL.fullmatch(text):
        return f"the number {_sexagesimal(text)} (sixties)"
    return _rarer(text)


def _rarer(text: str) -> str | None:
    digits = text.replace("_", "")
    for written, base, name in ((HEX, 16, "hexadecimal"), (BINARY, 2, "binary"), (OCTAL, 8, "octal")):
        if written.fullmatch(text) and digits[-1] not in "xbo":
            return f"the number {_short(int(digits, base))} ({name})" if len(digits) < 100 else f"a number ({name})"
    if THOUSANDS.fullmatch(text):
        return f"the number {text.replace(',', '')}"
    if TIMESTAMP.fullmatch(text):
        return "a moment, written back in another form"
    return None


def _short(number: float) -> str:
    text = str(number)
    return text if len(text) <= 20 else f"{number:.4g}"


def _whole(text: str) -> str | None:
    digits = text.lstrip("+-").replace("_", "")
    if len(digits) > 100:
        return "a number too large to keep"
    number = int(digits)
    sign = "-" if text[0] == "-" and number else ""
    if digits[0] == "0" and len(digits) > 1:
        if set(digits) <= set("01234567"):
            octal = int(digits, 8)
            if octal != number:
                return f"the number {sign}{octal} (octal) or {sign}{number}"
        return f"the number {sign}{number}"
    if f"{sign}{number}" != text:
        return f"the number {sign}{number}"
    if len(digits) > SURE_DIGITS:
        return "a number too large to keep all its digits"
    return None


def _fraction(text: str) -> str | None:
    """Return what becomes of a fraction: zeros at its ends go, and an exponent is worked out."""
    bare = text.replace("_", "")
    if not any(char.isdigit() for char in bare.partition("e")[0]):
        return None
    number = float(bare)
    if number in (float("inf"), float("-inf")):
        return "infinity"
    if number.is_integer() and abs(number) < 10**SURE_DIGITS:
        return f"the number {int(number)}"
    shown = repr(number)
    return None if shown == text else f"the number {shown}"


def _sexagesimal(text: str) -> str:
    whole, _, fraction = text.lstrip("+-").replace("_", "").partition(".")
    if len(whole) > 100:
        return "of many digits"
    number = 0
    for part in whole.split(":"):
        number = number * 60 + int(part)
    return f"{'-' if text[0] == '-' else ''}{number}{'.' + fraction if fraction else ''}"
