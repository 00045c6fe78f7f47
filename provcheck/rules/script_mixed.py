"""A word mixes Latin and Cyrillic letters that look alike.

The eye sees no difference between Latin ``c`` and Cyrillic ``с``; searching, sorting and comparing see two words.
It comes from typing with the wrong keyboard layout for a moment, and from OCR. A letter of a number counts where the
archive is written in Cyrillic: there the Latin P of «ф. P-9401» was meant for Р. Deliberate mixes are left alone:
codes with hyphens or digits (``П-7908``), Roman numerals (``XXв``), Latin abbreviations with a Russian ending.

Fails::

    title: "Телегpамма Рощина Филиппову"

Fixed::

    title: "Телеграмма Рощина Филиппову"

Fails::

    title: "Telegrаm from Roshchin to Filippov"

Fixed::

    title: "Telegram from Roshchin to Filippov"

Fails::

    sources:
      - ГАРФ, ф. P-9401, оп. 1, д. 2, л. 3

Fails::

    sources:
      - {archive: РГАСПИ, fond: 17, opis: 1a, delo: 2, list: 3}

Fixed::

    sources:
      - {archive: РГАСПИ, fond: 17, opis: 1а, delo: 2, list: 3}

Passes::

    sources:
      - РГАСПИ, ф. 17, оп. 1а, д. II-5, л. 3
      - РГАСПИ, ф. 17, оп. 162, д. 1O5, л. 1O
      - GARF, f. Р-9401, op. 1а, d. 2, l. 3

Passes::

    title: Дело П-7908 начала XXв, письмо в IBMовский отдел

Retype the word in one script; the fix does so where every strange letter has a look-alike. In a number it is not safe
for P, B, C, H and Y, which may be typed for their sound as well: look whether Р or П is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provcheck.dates.tokens import words
from provcheck.languages import dominant, script_of
from provcheck.model.context import Context
from provcheck.model.finding import Change, Fix, Problem, Severity
from provcheck.model.lazy import pattern
from provcheck.model.record import Record
from provcheck.rules._marks import convention_of, problem, rewrite
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
_ENDINGS = words("в вв го й ый ой ая ое му м е х ому ого")
"""What is put to a Roman numeral: XXв, IIй."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every text with such words; one fix mends the whole text."""
    yield from _numbers(record)
    for at, text in every(record):
        if text.isascii():
            continue
        wrong = _mended(text)
        if not wrong:
            continue
        pieces, end = [], 0
        for match, single in wrong:
            pieces += [text[end : match.start()], single]
            end = match.end()
        shown = ", ".join(f'"{match[0]}" ({_strangers(match[0], single)})' for match, single in wrong[:3])
        fix = Fix(f"write {', '.join(single for _, single in wrong[:3])}", (Change(at, "".join(pieces) + text[end:]),))
        yield Problem(at, f"letters of two scripts in one word: {shown}", (wrong[0][0].start(), end), fix=fix)


def _numbers(record: Record) -> Iterator[Problem]:
    """Yield a problem for every Latin letter of a number in a shelfmark of a Cyrillic archive's labels."""
    for holding in record.holdings:
        convention = convention_of(holding.mark)
        if convention is None or convention.engine != "labelled" or "Cyrl" not in dominant(holding.mark.archive or ""):
            continue
        for piece in holding.pieces:
            text = piece.token.text
            found = _IN_NUMBER.search(text) if piece.token.kind in {"value", "folios"} else None
            if found is None or found[0] not in _TO_CYRILLIC:
                continue
            letter = _TO_CYRILLIC[found[0]]
            mended = f"{text[: found.start()]}{letter}{text[found.end() :]}"
            change = rewrite(record, piece, found.start(), found.end(), letter)
            yield problem(
                record,
                piece,
                f'the letter of "{text}" is a Latin {found[0]} in a Cyrillic shelfmark',
                found.span(),
                Fix(f'write "{mended}" with a Cyrillic {letter}', (change,), safe=found[0] not in _OTHER_SOUND),
            )


_IN_NUMBER = pattern(r"(?<!\w)[A-HJ-NP-WYZa-np-z](?=-?\d)|(?:(?<=\d)|(?<=\d-))[A-HJ-NP-WYZa-np-z](?!\w)")
"""One Latin letter before or behind figures; I and X may be Roman numbers, and O is a nought (level-value)."""
_OTHER_SOUND = frozenset("PBCHYpcy")


def _is_mixed(word: str) -> bool:
    found = {script_of(character) for character in word}
    return "Latn" in found and "Cyrl" in found


def _beside_digits(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isdigit() or text[end : end + 1].isdigit()


def _mended(text: str) -> list[tuple[re.Match[str], str]]:
    """Return the words that mix scripts, each with the word in one script."""
    found = [(match, ways) for match in _WORD.finditer(text) if (ways := _ways(match, text))]
    if all(len(ways) == 1 for _, ways in found):
        return [(match, ways[0]) for match, ways in found]
    rest, end = [], 0  # words all of look-alikes: the words around decide, as they will be when mended
    for match, ways in found:
        rest += [text[end : match.start()], ways[0] if len(ways) == 1 else ""]
        end = match.end()
    around = dominant("".join(rest) + text[end:])
    chosen = 0 if around == {"Cyrl"} else 1 if around == {"Latn"} else None
    return [
        (match, ways[0] if len(ways) == 1 else ways[chosen or 0])
        for match, ways in found
        if len(ways) == 1 or chosen is not None
    ]


def _ways(match: re.Match[str], text: str) -> list[str]:
    """Return the word in Cyrillic and in Latin letters, as far as it can be; none where the mix may be meant."""
    word = match[0]
    if word.isascii() or not _is_mixed(word) or _beside_digits(text, match.start(), match.end()):
        return []
    head = word.rstrip("".join(character for character in word if script_of(character) == "Cyrl"))
    if all(script_of(character) == "Latn" for character in head):
        ending = word[len(head) :]
        if set(head) <= _ROMAN and ending in _ENDINGS:
            return []  # XXв
        if len(head) > 1 and head.isupper() and not word.isupper():
            return []  # IBMовский
    cyrillic = "".join(_TO_CYRILLIC.get(character, character) for character in word)
    latin = "".join(_TO_LATIN.get(character, character) for character in word)
    return [way for way in (cyrillic, latin) if not _is_mixed(way)]


def _strangers(word: str, single: str) -> str:
    changed = dict.fromkeys(old for old, new in zip(word, single, strict=True) if old != new)
    script = "Latin" if script_of(next(iter(changed))) == "Latn" else "Cyrillic"
    return f"{script} {' '.join(changed)}"
