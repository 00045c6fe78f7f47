"""Collation: the order in which readers of a language expect words, as the Unicode collation algorithm gives it.

Accents, capitals and punctuation make no difference, figures count as numbers. What is equal so far is left to the next
key of a style. The tailorings are those of CLDR for the languages that public styles are written in.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_CYRILLIC = "аәӕбвгғҕдђҙеєжҗзѕӡиійјкқӄҡҟҝлӆљмӎнӊңӈҥњоөпҧҁрҏсҫтҭћуүұѹфхҳһѡцҵчҷҹҽҿџшщъыьҍѣэюяѥѧѫѩѭѯѱѳѵҩӏ"
_SYMBOLS = "`´^°©+<=| ~$€"
"""Symbols sort before figures, in this order; the bar stands for a space."""
_AFTER: dict[str, str] = {
    "ca": "", "cs": "cč rř sš zž", "da": "zæøå", "es": "nñ", "et": "sšzž wõäöü", "fi": "zåäö", "hr": "cčć dđ sš zž",
    "hu": "oö uü", "is": "aá dð eé ií oó uú yý zþæöå", "lt": "cč sš zž", "lv": "cč gģ kķ lļ nņ sš zž", "nb": "zæøå",
    "nn": "zæøå", "no": "zæøå", "pl": "aą cć eę lł nń oó sś zźż", "ro": "aăâ iî sş tţ", "sk": "aä cč oô rř sš zž",
    "sl": "cčć dđ sš zž", "sv": "zåäö", "tr": "cç gğ hı oö sş uü", "uk": "гґ ії",
}  # fmt: skip
"""By language: a letter, and the letters of their own that follow it."""
_LIKE = {"da": "ä æ ö ø ő ø", "nb": "ä æ ö ø", "sv": "æ ä ø ö œ ö", "fi": "æ ä ø ö", "ro": "ș ş ț ţ", "hu": "ő ö ű ü"}
"""By language: letters that sort as others do."""
_SINGLE = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "þ": "z\ufffd", "ı": "i\ufffd"}


class _Folding(dict[int, str]):
    """For `str.translate`: what each character of a decomposed text counts as."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kind = unicodedata.category(char)
        if char in _SYMBOLS:
            folded = chr(_SYMBOLS.index(char) + 1)
        elif char in _CYRILLIC:
            folded = chr(0x400 + _CYRILLIC.index(char))
        elif 0x1100 <= code < 0x1200:  # Hangul, before Kana
            folded = chr(code + 0x1E00)
        else:
            folded = "" if kind[0] in "MPZC" else char
        self[code] = folded
        return folded


_FOLDING = _Folding()
_FIGURES = re.compile(r"\d+")


@cache
def _own_letters(language: str) -> dict[int, str]:
    """Return what stands for the letters that are not their base letter with an accent."""
    base = language[:2].lower()
    table = {ord(letter): instead for letter, instead in _SINGLE.items()} | {ord("й"): "и\ufffd"}
    for first, *others in map(list, _AFTER.get(base, "").split()):
        table |= {ord(letter): first + "\ufffd" * n for n, letter in enumerate(others, 1)}
    pairs = _LIKE.get(base, "").split()
    return table | {ord(a): table[ord(b)] for a, b in zip(pairs[::2], pairs[1::2], strict=True)}


@lru_cache(maxsize=65536)
def collation(text: str, language: str = "en-US") -> str:
    """Return a text that sorts by code point as *text* sorts for readers of *language*."""
    text = text.casefold().replace(" ", "|")
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_own_letters(language)))
    text = text.translate(_FOLDING)
    return _FIGURES.sub(_as_number, text) if any(map(str.isdecimal, text)) else text


def _as_number(match: re.Match[str]) -> str:
    """Return figures so that longer numbers come after shorter ones."""
    figures = match[0].lstrip("0")
    return f"0{chr(0x21 + min(len(figures), 0x200))}{figures}"
