"""Who translated, obtained or contributed: ``Obtained by A and translated for CWIHP by B and C.``"""

from __future__ import annotations

import re
from typing import NamedTuple

from provcheck.archives.lexicon.vocabulary import wording
from provcheck.archives.lexicon.words import Word as Cut
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Credit, CreditRole


class Word(NamedTuple):
    """A word of the line."""

    text: str
    start: int
    end: int


class Credited(NamedTuple):
    """Credits and the stretch of the line that says them."""

    start: int
    end: int
    credits: tuple[Credit, ...]


_JOIN = pattern(
    r"[ \t\u00a0]*(?:(,)[ \t\u00a0]*(?:and[ \t\u00a0]+|&[ \t\u00a0]*)?|(?:and|&|und|et|y|и)[ \t\u00a0]+)(?=[^\W\d_])"
)
_BRACKET = pattern(r"[ \t\u00a0]*\([^()]{0,80}\)")
_JUNIOR = pattern(r",?[ \t\u00a0]+(?:[JS]r\b\.?|I{2,3}\b)")
_HONORIFICS = frozenset({"mr", "mrs", "ms", "dr", "prof", "professor"})
"""Words before a name that are no part of it."""
_LONGEST = 12
"""How many words may stand between the credit word and ``by``."""


def read(text: str, words: list[Cut]) -> list[Credited]:
    """Return the credits of a line, in order."""
    return _read(text, [Word(*word) for word in words]) if _may_credit(text) else []


def _may_credit(text: str) -> bool:
    """Tell whether *text* has a word at all that credits begin or go on with."""
    if "trans" in text:
        return True
    for word in wording().credit_by:  # noqa: SIM110 - half the time of any()
        if word in text:
            return True
    return False


def _read(text: str, words: list[Word]) -> list[Credited]:
    table = wording()
    found: list[Credited] = []
    index = 0
    while index < len(words):
        role = table.credits.get(words[index].text.lower())
        credited = _read_from(text, words, index, role) if role else None
        if credited is None:
            index += 1
            continue
        found.append(credited)
        while index < len(words) and words[index].start < credited.end:
            index += 1
    return found


def _read_from(text: str, words: list[Word], index: int, role: str) -> Credited | None:
    table = wording()
    roles: list[str] = [role]
    at = index + 1
    while at < len(words) and at - index < _LONGEST:
        word = words[at].text.lower()
        if word in table.credit_by:
            break
        if re.search(r"[.;:]\s", text[words[at - 1].end : words[at].start + 1]):
            return _abbreviated(text, words, index, role)
        if word in table.credits:
            roles.append(table.credits[word])
        at += 1
    else:
        at = len(words)
    if at >= len(words) or words[at].text.lower() not in table.credit_by:
        return _abbreviated(text, words, index, role)
    names, end = _names(text, words, at + 1)
    if not names:
        return None
    said = tuple(Credit(_role(r), tuple(names)) for r in dict.fromkeys(roles))
    return Credited(words[index].start, end, said)


def _abbreviated(text: str, words: list[Word], index: int, role: str) -> Credited | None:
    """Read ``trans. Jane Doe``, which does without "by"."""
    word = words[index]
    if word.text.lower() not in {"trans", "transl"} or text[word.end : word.end + 2] != ". ":
        return None
    names, end = _names(text, words, index + 1, commas=False)
    full = [name for name in names if " " in name]
    return Credited(word.start, end, (Credit(_role(role), tuple(full)),)) if full and full == names else None


def _role(role: str) -> CreditRole:
    if role == "translator":
        return "translator"
    if role == "obtained_by":
        return "obtained_by"
    return "editor" if role == "editor" else "contributor"


def _names(text: str, words: list[Word], index: int, *, commas: bool = True) -> tuple[list[str], int]:
    """Read names from word *index*: capitalised words, initials and particles; joined by comma or ``and``."""
    names: list[str] = []
    end = words[index].start if index < len(words) else len(text)
    while index < len(words):
        first = index
        last = _one_name(text, words, index)
        if last is None:
            break
        while first < last and words[first].text.lower() in _HONORIFICS:
            first += 1
        name_end = words[last].end
        if text[name_end : name_end + 1] == "." and (len(words[last].text) == 1 or words[last].text.lower() == "jr"):
            name_end += 1
        if junior := _JUNIOR.match(text, name_end):
            name_end = junior.end()
        names.append(" ".join(text[words[first].start : name_end].split()))
        end = name_end
        if bracket := _BRACKET.match(text, end):
            end = bracket.end()
        join = _JOIN.match(text, end)
        if not join or (join.group(1) and not commas):
            break
        while index < len(words) and words[index].start < join.end():
            index += 1
        if index < len(words) and words[index].text.lower() in wording().credits:
            break
    return names, end


def _one_name(text: str, words: list[Word], index: int) -> int | None:
    """Return the last word of the name that begins at word *index*; None where no name begins."""
    table = wording()
    last = None
    at = index
    while at < len(words):
        word = words[at]
        if at > index:
            gap = text[words[at - 1].end : word.start]
            before = words[at - 1].text
            point = (
                gap.startswith(".")
                and (len(before) <= 2 or before.lower() in table.titles)
                and gap.strip(". \u00a0") in {"", "-"}
            )
            if not (point or gap.strip(" \u00a0") in {"", "-", "‐", "‑", "–"} or gap in {" ‘", " “"}):
                break
        low = word.text.lower()
        if word.text[0].isupper():
            last = at
        elif low not in table.particles or (at == index and low == "the"):
            break
        at += 1
    return last
