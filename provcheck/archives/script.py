"""The letters in the numbers of a shelfmark, in the script that the rest is written in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from provcheck import tables
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level, Shelfmark

_CYRILLIC_FIRST = frozenset({("ru",), ("uk",), ("bg",), ("be",), ("sr",), ("kk",), ("mn",)})
_LETTERS = str.maketrans(
    dict(zip("абвгдезиклмнопрстуфАБВГДЕЗИКЛМНОПРСТУФ", "abvgdeziklmnoprstufABVGDEZIKLMNOPRSTUF", strict=True))
)
_BACK = {latin: chr(cyrillic) for cyrillic, latin in _LETTERS.items()}
_LETTER = pattern(r"(?<![^\W\d_])[^\W\d_](?![^\W\d_])")
"""A letter that stands alone: 059a, R-9401."""


def in_script(mark: Shelfmark, language: str) -> Shelfmark:
    """Return *mark* with the letters of its numbers in the script of *language*: Р-9401, 059а → R-9401, 059a.

    Only for archives whose own script is Cyrillic; elsewhere a letter is what it is.
    """
    convention = tables.conventions().get(mark.convention or "")
    if convention is None or convention.engine == "coded" or convention.languages[:1] not in _CYRILLIC_FIRST:
        return mark
    letters: Mapping[int, str] = str.maketrans(_BACK) if (language.split("-")[0],) in _CYRILLIC_FIRST else _LETTERS

    def written(value: str) -> str:
        return _LETTER.sub(lambda match: match[0].translate(letters), value)

    return replace(mark, levels=tuple(Level(level.name, written(level.value)) for level in mark.levels))
