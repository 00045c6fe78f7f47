"""Which characters a pattern may begin with: one that cannot match need not be tried.

The answer is taken from the parser of `re`, which is not public. Where that is missing or has changed, every pattern
may begin with anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

_ALL = frozenset(map(chr, range(128)))
_CLASSES = {
    "CATEGORY_DIGIT": frozenset(c for c in _ALL if c.isdigit()),
    "CATEGORY_WORD": frozenset(c for c in _ALL if c.isalnum() or c == "_"),
    "CATEGORY_SPACE": frozenset(c for c in _ALL if c.isspace()),
}
_CLASSES |= {name.replace("_", "_NOT_"): _ALL - characters for name, characters in _CLASSES.items()}


def may_begin(pattern: re.Pattern[str], character: str) -> bool:
    """Tell whether what *pattern* matches may begin with *character*."""
    return not character.isascii() or character in begins(pattern.pattern)


@cache
def begins(pattern: str) -> frozenset[str]:
    """Return the ASCII characters that what *pattern* matches may begin with."""
    found: set[str] = set()
    try:
        parsed: Any = re._parser.parse(pattern)  # type: ignore[attr-defined]
        may_be_empty = _gather(parsed, found)
    except (AttributeError, LookupError, TypeError, ValueError):
        return _ALL
    return _ALL if may_be_empty else frozenset(found)


def _gather(items: Iterable[tuple[Any, Any]], found: set[str]) -> bool:
    """Add to *found* what a part of a pattern may begin with; tell whether it may match nothing at all."""
    for code, value in items:
        name = str(code)
        if name in {"AT", "ASSERT", "ASSERT_NOT"}:
            continue  # stands between characters
        if name == "BRANCH":
            empty = True in [_gather(branch, found) for branch in value[1]]
        elif name == "SUBPATTERN":
            empty = _gather(value[3], found)
        elif name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            empty = _gather(value[2], found) or value[0] == 0
        else:
            found.update(_characters(name, value))
            empty = False
        if not empty:
            return False
    return True


def _characters(name: str, value: Any) -> frozenset[str]:
    """Return the ASCII characters that one step of a pattern takes. Raises LookupError for a step not known here."""
    if name == "LITERAL":
        return _ALL & {chr(value)}
    if name == "NOT_LITERAL":
        return _ALL - {chr(value)}
    if name == "ANY":
        return _ALL
    if name == "RANGE":
        return frozenset(c for c in _ALL if value[0] <= ord(c) <= value[1])
    if name == "CATEGORY":
        return _CLASSES[str(value)]
    if name != "IN":
        raise LookupError(name)
    inner = [_characters(str(code), inside) for code, inside in value if str(code) != "NEGATE"]
    return _ALL.difference(*inner) if len(inner) < len(value) else frozenset().union(*inner)
