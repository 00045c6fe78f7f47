"""A word mixes Latin and Cyrillic letters that look alike.

The eye sees no difference between Latin ``c`` and Cyrillic ``с``; searching, sorting and comparing see two words.
It comes from typing with the wrong keyboard layout for a moment, and from OCR. Deliberate mixes are left alone:
codes with hyphens or digits (``П-7908``), Roman numerals (``XXв``), Latin abbreviations with a Russian ending.

Fails::

    title: "Телегpамма Рощина Филиппову"

Fixed::

    title: "Телеграмма Рощина Филиппову"

Fails::

    title: "Telegrаm from Roshchin to Filippov"

Fixed::

    title: "Telegram from Roshchin to Filippov"

Passes::

    title: Дело П-7908 начала XXв, письмо в IBMовский отдел

Retype the word in one script; the fix does so where every strange letter has a look-alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.languages import dominant, script_of
from provcheck.model.context import Context
from provcheck.model.finding import Change, Fix, Problem, Severity
from provcheck.model.lazy import pattern
from provcheck.model.record import Record
from provcheck.rules._texts import every

SEVERITY: Severity = "error"

# Cyrillic letters and the Latin ones that nobody can tell from them in print.
_CYRILLIC = "АВСЕНІЈКМОРЅТХУаеіјорсухѕԁһԛԝӏ"
_LATIN = "ABCEHIJKMOPSTXYaeijopcyxsdhqwl"
_TO_LATIN = dict(zip(_CYRILLIC, _LATIN, strict=True))
_TO_CYRILLIC = dict(zip(_LATIN, _CYRILLIC, strict=True)) | {"k": "к"}
for _strange in "dhqwlsSJj":  # Cyrillic letters of few languages: a Latin letter does not stand for them
    _TO_CYRILLIC.pop(_strange)
_TO_LATIN |= {"к": "k"}

_WORD = pattern(r"[^\W\d_]+")
_ROMAN = frozenset("IVXLCDM")


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every text with such words; one fix mends the whole text."""
    for at, text in every(record):
        if text.isascii():
            continue
        wrong = [(match, single) for match in _WORD.finditer(text) if (single := _single(match, text)) is not None]
        if not wrong:
            continue
        pieces, end = [], 0
        for match, single in wrong:
            pieces += [text[end : match.start()], single]
            end = match.end()
        shown = ", ".join(f'"{match[0]}" ({_strangers(match[0], single)})' for match, single in wrong[:3])
        fix = Fix(f"write {', '.join(single for _, single in wrong[:3])}", (Change(at, "".join(pieces) + text[end:]),))
        yield Problem(at, f"letters of two scripts in one word: {shown}", (wrong[0][0].start(), end), fix=fix)


def _is_mixed(word: str) -> bool:
    found = {script_of(character) for character in word}
    return "Latn" in found and "Cyrl" in found


def _beside_digits(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isdigit() or text[end : end + 1].isdigit()


def _single(match: re.Match[str], text: str) -> str | None:
    """Return the word in one script; None where it is already, or cannot be, or where the mix may be meant."""
    word = match[0]
    if word.isascii() or not _is_mixed(word) or _beside_digits(text, match.start(), match.end()):
        return None
    latin = [character for character in word if script_of(character) == "Latn"]
    head = word.rstrip("".join(character for character in word if script_of(character) == "Cyrl"))
    if len(head) == len(latin) and (set(latin) <= _ROMAN or (len(latin) > 1 and head.isupper() and not word.isupper())):
        return None  # XXв, IBMовский
    cyrillic = "".join(_TO_CYRILLIC.get(c, c) for c in word)
    roman = "".join(_TO_LATIN.get(c, c) for c in word)
    ways = [way for way in (cyrillic, roman) if not _is_mixed(way)]
    if len(ways) == 2:  # every letter is a look-alike: the words around decide
        around = dominant(text)
        return {frozenset(("Cyrl",)): cyrillic, frozenset(("Latn",)): roman}.get(around)
    return ways[0] if ways else None


def _strangers(word: str, single: str) -> str:
    changed = dict.fromkeys(old for old, new in zip(word, single, strict=True) if old != new)
    script = "Latin" if script_of(next(iter(changed))) == "Latn" else "Cyrillic"
    return f"{script} {' '.join(changed)}"
