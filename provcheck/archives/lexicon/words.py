"""The words of a line: signs of Markdown blanked out, look-alike letters put right, glued words parted."""

from __future__ import annotations

from typing import TypeAlias

from provcheck.archives.lexicon import vocabulary
from provcheck.model.lazy import pattern

Word: TypeAlias = tuple[str, int, int]
"""A word of the line, look-alike letters of the other alphabet put right, and where it starts and ends.

A plain tuple, because a line has many.
"""

_WORD = pattern(r"[^\W\d_]{1,5}'(?=Archiv)|[^\W\d_]+(?:['՛](?=[^\W\d_])[^\W\d_]+|'(?=\)|\]|[,. ]?\s*\d))*")
_LETTERS = pattern(r"[^\W\d_]+")
_LATIN = pattern(r"[A-Za-z]+")
"""The same for lines without apostrophes, which are the most, and for those of them that are ASCII."""
_UNUSUAL = pattern(r"[’‘ʹʼʻ´՛·•`*，、：；（）《》。\u0400-\u04ff]")
"""What must be looked at more closely: signs that stand for others, and Cyrillic, which mixes with Latin."""
_MARKUP = str.maketrans("`*•，、：；（）《》。", "  ;,,:;()  .")
_MARKED = pattern(r"[`*•，、：；（）《》。]")
_HELD = pattern(r"(?<=[馆館])(?:所?[藏蔵]档?|所收)(?![號号])")
"""Held by: what Chinese and Japanese put after the archive."""
_TAG = pattern(r"</?[A-Za-z][^<>\n]{0,120}>")
_DOT = pattern(r"(?<![^\W\d_])·|·(?![^\W\d_])")
_APOSTROPHE = pattern(r"[’‘ʹʼʻ´](?<=[^\W\d_].)(?=[^\W\d_]|\)|\]|[,. ]?\s*\d)")
_CYRILLIC = pattern(r"[Ѐ-ӿ]")
_MIXED = pattern(r"[A-Za-z](?:(?=[Ѐ-ӿ])|(?<=[Ѐ-ӿ].))")
_GLUED = pattern(r"[А-ЯЁІЇЄҐ](?<=[^\W\d_A-ZА-Я].)(?:(?=[а-яёіїєґ]{3})|(?<=[РПИФ])(?=[-–]?\d))")
"""Both begin with the letter that is rarer in such lines, so that the search leaps."""


def cut(text: str) -> tuple[str, list[Word]]:
    """Return *text* with the signs of Markdown blanked out and dots between references made commas, and its words.

    No place moves.
    """
    if "</" in text:
        text = _TAG.sub(lambda tag: " " * len(tag[0]), text)
    if text.isascii():
        if "`" in text or "*" in text:
            text = text.translate(_MARKUP)
        shape = _WORD if "'" in text else _LATIN
        return text, [(match[0], match.start(), match.end()) for match in shape.finditer(text)]
    if "馆" in text or "館" in text:
        text = _HELD.sub(lambda held: " " * len(held[0]), text)
    if _UNUSUAL.search(text):
        return _cut_closely(text)
    shape = _WORD if "'" in text else _LETTERS
    return text, [(match[0], match.start(), match.end()) for match in shape.finditer(text)]


def _cut_closely(text: str) -> tuple[str, list[Word]]:
    if _MARKED.search(text):
        text = text.translate(_MARKUP)
    if "·" in text:
        text = _DOT.sub(",", text)
    plain = text.translate(vocabulary.APOSTROPHES) if _APOSTROPHE.search(text) else text
    shape = _WORD if "'" in plain or "՛" in plain else _LETTERS
    words = [(match[0], match.start(), match.end()) for match in shape.finditer(plain)]
    if _CYRILLIC.search(text):
        if _MIXED.search(plain):
            words = [_unmixed(word) for word in words]
        if _GLUED.search(plain):
            words = [part for word in words for part in _parted(plain, word)]
    return text, words


def _unmixed(word: Word) -> Word:
    written, start, end = word
    mixed = not written.isascii() and _MIXED.search(written)
    return (vocabulary.one_script(written), start, end) if mixed else word


def _parted(text: str, word: Word) -> list[Word]:
    """Return the words that *word* falls apart into; what follows it is looked at too (``ФондР-467``)."""
    _, start, end = word
    if end - start < 5:
        return [word]
    cuts = [m.start() for m in _GLUED.finditer(text, start, end + 4) if start < m.start() < end]
    if not cuts:
        return [word]
    return [(text[low:high], low, high) for low, high in zip([start, *cuts], [*cuts, end], strict=True)]
