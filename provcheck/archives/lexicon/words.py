"""The words of a line: signs of Markdown blanked out, look-alike letters put right, glued words parted."""

from __future__ import annotations

import re
from typing import TypeAlias

from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.wording import worded
from provcheck.model.lazy import pattern

Word: TypeAlias = tuple[str, int, int]
"""A word of the line, look-alike letters of the other alphabet put right, and where it starts and ends.

A plain tuple, because a line has many.
"""

_ALPHABETS = "A-Za-zª²³µ¹º¼-¾À-ÖØ-öø-ʯЀ-ҁҊ-ԯ"
r"""The letters of plain lines, as `[^\W\d_]` has them; it takes three times as long."""
_STRANGE = pattern(r"[^\x00-\xac\xae-\u02af\u0400-\u052f\u2010-\u2027\u2030-\u205e№]")
"""What plain lines have not: other alphabets, scripts without blanks, signs that nobody sees."""


def _shapes(letter: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what words look like in lines without apostrophes, which are the most, and with them."""
    inside = rf"'(?=Archiv)|['՛](?={letter}){letter}+|'(?=\)|\]|[,. ]?\s*\d)"
    return pattern(rf"{letter}+"), pattern(rf"{letter}+(?:{inside})*")


_LATIN = _shapes("[A-Za-z]")
_PLAIN = _shapes(f"[{_ALPHABETS}]")
_ANY = _shapes(r"[^\W\d_]")
_HAN = 2 * (
    pattern(
        r"[\u3040-\u9fff]+?[号號录錄](?=[〇一二三四五六七八九十百甲乙丙丁戊]+(?!\w))"
        r"|[\u3040-\u9fff]+?(?=[档檔]案?[号號](?![\u3040-\u9fff]))|[\u3040-\u9fff]+|[^\W\d_\u3040-\u9fff]+"
    ),
)
"""In Chinese and Japanese lines letters of others are words of their own, and so are numbers after their sign.

So is the word for a call number, whose fonds may be joined to it: ``建设厅档案号3-3-940``.
"""
_UNUSUAL = pattern(r"[’‘ʹʼʻ´՛·•`*，、：；（）《》。،؛\u0400-\u04ff]")
"""What must be looked at more closely: signs that stand for others, and Cyrillic, which mixes with Latin."""
_MARKED = pattern(r"[`*•，、：；（）《》。،؛]")
_SIGN = pattern(r"[’‘ʹʼʻ´՛·•`*，、：；（）《》。،؛]")
_MARKUP = str.maketrans("`•，、：；（）《》。،؛", " ;,,:;()  .,;")
_EMPHASIS = pattern(
    r"\*(?!(?<=\d\*)\d|(?<=A(?:RC|rc) 4\*) ?\d|(?<=\b[A-Z]\d\*) \d|(?<=\b[A-Z]\d\d\*) \d|(?<=A(?:RC|rc)\. 4\*) ?\d)"
)
"""Stars that are no part of a number: ``RG-50.030*0234``, ``ARC. 4* 1234``."""
_BLANKS = pattern(r"[\u00a0\u2002-\u200a\u202f\u205f\u3000]")
"""Blanks that do not break, thin ones, and those of China."""
_DASHES = pattern(rf"[–‐‑](?<=[{_ALPHABETS}].)(?=[{_ALPHABETS}\d])|[–‐‑](?<=\d.)(?=[{_ALPHABETS}])")
"""Dashes for hyphens within codes: П–15975, CIA–RDP82."""
_HELD = pattern(r"(?<=[馆館局院])(?:所?[藏蔵]档?|所收)(?![號号])")
"""Held by: what Chinese and Japanese put after the archive."""
_TICK = pattern(r"`(?<=[^\W\d_].)(?=[^\W\d_])")
"""The apostrophe of some keyboards: ``ro`yxat``."""
_DOT = pattern(r"(?<![^\W\d_])·|·(?![^\W\d_])")
_IN_TREE = worded(r"· ((?i:{top_levels})) ·")
"""The level of a whole fonds where AtoM lists it, parted from its code more clearly than by a comma."""
_CYRILLIC = pattern(r"[Ѐ-ӿ]")
_MIXED = pattern(r"[A-Za-z](?:(?=[Ѐ-ӿ])|(?<=[Ѐ-ӿ].))")
_GLUED = pattern(
    rf"[А-ЯЁІЇЄҐ](?<=[{_ALPHABETS}].)(?:(?<![A-ZА-Я].)(?:(?=[а-яёіїєґ]{{3}})|(?<=[РПИФ])(?=[-–]?\d))"
    r"|(?<=[А-Я].)(?:(?<=Ф)онд|(?<=О)пись|(?<=Д)ело)(?![а-яё]))"
)
"""Both begin with the letter that is rarer in such lines, so that the search leaps."""


def is_plain(text: str) -> bool:
    """Tell whether *text* has no letters but Latin and Cyrillic ones, and none but the usual signs."""
    return text.isascii() or _STRANGE.search(text) is None


def _unmarked(text: str) -> str:
    """Return *text* with blanks for the signs of Markdown, and the stops of China and Arabia as others write them."""
    text = _TICK.sub("'", text) if "`" in text else text
    return (_EMPHASIS.sub(" ", text) if "*" in text else text).translate(_MARKUP)


def cut(text: str, *, plain: bool = False) -> tuple[str, list[Word]]:
    """Return *text* with the signs of Markdown blanked out, dots between references made commas, one kind of blanks and
    hyphens, and its words.

    No place moves. What is not known to be *plain* is looked at more closely.
    """
    if text.isascii():
        if "`" in text or "*" in text:
            text = _unmarked(text)
        return text, _words(_LATIN, text)
    if not plain or "\u00a0" in text:
        text = _BLANKS.sub(" ", text)
    if "–" in text or "‐" in text or "‑" in text:
        text = _DASHES.sub("-", text)
    shapes = _PLAIN if plain else _ANY
    if not plain and ("馆" in text or "館" in text or "局" in text or "院" in text):
        text = _HELD.sub(lambda held: " " * len(held[0]), text)
        shapes = _HAN
    unusual = _UNUSUAL.search(text)
    if unusual is None:
        return text, _words(shapes, text)
    written = text
    if _SIGN.search(text, unusual.start()):
        if _MARKED.search(text):
            text = _unmarked(text)
        if "·" in text:
            text = _IN_TREE.sub(r"; \1 ;", text) if " · " in text else text
            text = _DOT.sub(",", text)
        written = text.translate(vocabulary.APOSTROPHES)
    words = _words(shapes, written)
    if _CYRILLIC.search(text, unusual.start()):
        if _MIXED.search(written):
            words = [(vocabulary.one_script(word), start, end) for word, start, end in words]
        if _GLUED.search(written):
            words = [part for word in words for part in _parted(written, word)]
    return text, words


def _words(shapes: tuple[re.Pattern[str], re.Pattern[str]], text: str) -> list[Word]:
    shape = shapes["'" in text or "՛" in text]
    return [(match[0], match.start(), match.end()) for match in shape.finditer(text)]


def _parted(text: str, word: Word) -> list[Word]:
    """Return the words that *word* falls apart into; what follows it is looked at too (``ФондР-467``)."""
    _, start, end = word
    cuts = [m.start() for m in _GLUED.finditer(text, start, end + 4) if start < m.start() < end]
    if not cuts:
        return [word]
    return [(text[low:high], low, high) for low, high in zip([start, *cuts], [*cuts, end], strict=True)]
