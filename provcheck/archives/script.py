"""The letters in the numbers of a shelfmark, in the script that the rest is written in."""

from __future__ import annotations

import re
from dataclasses import replace

from provcheck import tables
from provcheck.archives.folding import CYRILLIC, LATIN
from provcheck.archives.lexicon.romanise import in_latin, name_in_latin
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Folios, Level, Shelfmark

_CYRILLIC_FIRST = frozenset({("ru",), ("uk",), ("bg",), ("be",), ("sr",), ("kk",), ("mn",)})
_LETTERS = str.maketrans(
    dict(zip("абвгдезиклмнопрстуфАБВГДЕЗИКЛМНОПРСТУФ", "abvgdeziklmnoprstufABVGDEZIKLMNOPRSTUF", strict=True))
)
_BACK = str.maketrans({latin: chr(cyrillic) for cyrillic, latin in _LETTERS.items()})
_SERIES = {
    "ch": "ч",
    "sch": "сч",
    "ss": "сс",
    "fp": "фп",
    "pf": "пф",
    "ls": "лс",
    "so": "со",
    "dop": "доп",
    "vua": "вуа",
}
"""Letters of secret and of other series that have no letter of their own for each, or stand together."""
_LETTER = pattern(rf"(?<![^\W\d_])(?:[^\W\d_]|{'|'.join(_SERIES)})(?![^\W\d_])", re.IGNORECASE)
"""A letter that stands alone, 059a, R-9401, or the few of a series: 9401s/ch."""
_CYRILLIC = pattern(r"(?<![^\W\d_])[Ѐ-ӿ]{1,3}(?![^\W\d_])")
"""The same, and the few letters of a series: 50090-фп, СО-84475."""
_WORD = pattern(r"[^\W\d_]{5}")
"""Longer is a word, as in the title of a fond, which is not translated: И. В. Сталина."""
_DASH = pattern(r"(?<=^[^\W\d_])[‐‑–—−](?=\d)")
"""A dash for the hyphen between the letter of a fond and its number: R–7523."""
_ROMAN = pattern(r"(?:.*[\d/. -])?[IVX]{1,4}(?:-\d+(?:-\w)?)?")
"""A Roman numeral, alone, at the end of a number, or with what is below it: II, 173.II, 304/I, КПР I-3-a."""
_LETTERED_LEAF = pattern(r"(?<=\d)[^\W\d_](?=[rv]?$)")
_SIGN = "call-number"
"""The level of a sign that is written as the library writes it: Q.p.I.18."""
_SIDES = frozenset("rvрв")
"""Letters that would mean the front or the back of a leaf, in Latin letters."""


def _in_cyrillic(match: re.Match[str]) -> str:
    letters = match[0]
    series = _SERIES.get(letters.lower(), letters.translate(_BACK))
    return series.upper() if len(letters) > 1 and letters.isupper() else series


def is_cyrillic(language: str) -> bool:
    """Tell whether *language* is written in Cyrillic letters."""
    return (language.split("-")[0],) in _CYRILLIC_FIRST


def in_script(mark: Shelfmark, language: str) -> Shelfmark:
    """Return *mark* with the letters of its numbers in the script of *language*: Р-9401, 059а → R-9401, 059a.

    Cyrillic ones only in archives whose own script that is; in codes a letter is what it is, but a call number may
    name its collection: собр. Погодина, 31 → sobr. Pogodina, 31.
    """
    convention = tables.conventions().get(mark.convention or "")
    cyrillic = is_cyrillic(language)
    if convention is None or convention.engine == "coded":
        return mark if convention is None or cyrillic else _sign_in_latin(mark)
    if cyrillic and convention.languages[:1] not in _CYRILLIC_FIRST:
        return mark

    def written(value: str) -> str:
        value = _DASH.sub("-", value)
        if _WORD.search(value) or _ROMAN.fullmatch(value):
            return value
        if cyrillic:
            return _LETTER.sub(_in_cyrillic, value)
        return _CYRILLIC.sub(lambda match: in_latin(match[0]), value)

    def leaf(end: str) -> str:
        return _LETTERED_LEAF.sub(lambda match: match[0] if match[0] in _SIDES else written(match[0]), end)

    return replace(
        mark,
        levels=tuple(Level(level.name, written(level.value)) for level in mark.levels),
        folios=tuple(Folios(leaf(run.first), leaf(run.last)) for run in mark.folios),
    )


def _sign_in_latin(mark: Shelfmark) -> Shelfmark:
    if not any(level.name == _SIGN and _IS_CYRILLIC.search(level.value) for level in mark.levels):
        return mark
    levels = (Level(name, name_in_latin(value) if name == _SIGN else value) for name, value in mark.levels)
    return replace(mark, levels=tuple(levels))


_TO_CYRILLIC = str.maketrans(LATIN, CYRILLIC)
_ALONE = pattern(r"(?<![^\W\d_])[A-Za-z](?![^\W\d_])")
"""A letter of a number: R-9401."""
_IS_CYRILLIC = pattern("[Ѐ-ӿ]")
_NO_LETTER = pattern(r"(?<![^\W\d_])[CcXx](?![^\W\d_])")
"""Latin letters that stand for no Cyrillic one but that which they look like: op. 1c is opis 1с."""


def as_read(mark: Shelfmark) -> Shelfmark:
    """Return *mark* with the Latin letters of its numbers that were typed for Cyrillic ones as these.

    In a line in Cyrillic all that look so: P-9401 → Р-9401; in any other those that transliterate none: 1c → 1с.
    In codes a letter is what it is: I-3-b/637 of the Archives of Yugoslavia.
    """
    convention = tables.conventions().get(mark.convention or "")
    if convention is not None and convention.engine == "coded":
        return mark
    if mark.archive is not None and _IS_CYRILLIC.search(mark.archive):
        return as_it_looks(mark)
    if convention is None or convention.languages[:1] not in _CYRILLIC_FIRST:
        return mark
    return _looking(mark, _NO_LETTER)


def as_it_looks(mark: Shelfmark) -> Shelfmark:
    """Return *mark* with the Latin letters of its numbers that look Cyrillic as Cyrillic ones: P-9401 → Р-9401."""
    return _looking(mark, _ALONE)


def _looking(mark: Shelfmark, letters: re.Pattern[str]) -> Shelfmark:
    if not any(letters.search(level.value) for level in mark.levels):
        return mark

    def looking(value: str) -> str:
        return value if _ROMAN.fullmatch(value) else letters.sub(lambda one: one[0].translate(_TO_CYRILLIC), value)

    return replace(
        mark, levels=tuple(Level(name, value if name == _SIGN else looking(value)) for name, value in mark.levels)
    )
