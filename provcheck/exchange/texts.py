"""The text on a page: what is transcript, what translation, and the summary below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from provcheck.exchange.lines import Line
from provcheck.languages import primary, scripts, written_in

TextKind = Literal["transcript", "translation"]


class FoundText(NamedTuple):
    """A text of the document: its lines, and its language where the letters tell it."""

    kind: TextKind
    language: str | None
    lines: list[Line]

    @property
    def text(self) -> str:
        """The text as a file holds it: paragraphs parted by one blank line."""
        return re.sub(r"\n{3,}", "\n\n", "\n".join(line.text for line in self.lines)).strip("\n") + "\n"


MIN_LETTERS = 40
"""A part with fewer letters of its script is no text of its own: a word quoted in the original."""

PURITY = 0.7
"""How much of each part must be in its own script for the page to hold two texts."""

_ENGLISH = frozenset("the of and to in that is was for with on by be are this have has not it as at from which".split())

_FIRST_PERSON = frozenset("I me my we We our Our us you your Your".split())

_ONLY_HERE = (
    ("uk", "їєґ", "ыэъё"),
    ("be", "ў", "щъї"),
    ("ru", "ыэё", "іїєґў"),
    ("sr", "ђћ", "ыэщъ"),
    ("mk", "ѓќѕ", "ыэщъ"),
    ("bg", "ъ", "ыэёіїєґў"),
)
"""Languages in Cyrillic letters, told by letters that they have and that they have not."""

_BY_SCRIPT = {"Hang": "ko", "Kana": "ja", "Hira": "ja", "Grek": "el", "Armn": "hy", "Geor": "ka", "Thai": "th"}


def summary_of(body: Sequence[Line]) -> tuple[Line | None, list[Line]]:
    """Return the summary, where the last paragraph looks like one, and the lines above it.

    On these pages an editor's summary is the one line below the text: a sentence, parted from the text by a blank line.
    It tells of others; where somebody says "we" it is the end of the text.
    """
    lines = list(body)
    while lines and not lines[-1].text:
        lines.pop()
    if len(lines) < 3 or lines[-2].text:
        return None, lines
    last = lines[-1].text
    if len(last) < 30 or not last.endswith((".", ".”", '."')) or not is_english(last, 0.1):
        return None, lines
    if set(re.findall(r"[A-Za-z]+", last)) & _FIRST_PERSON:
        return None, lines
    return lines[-1], lines[:-1]


def split(body: Sequence[Line], *, translated: bool, original: str | None) -> list[FoundText]:
    """Return the texts in *body*: transcript and translation, where the script changes once from one to the other.

    *translated*: the page names a translator. *original*: the document's language, where the page gives it.
    """
    if not any(line.text for line in body):
        return []
    foreign, own = _by_script(body)
    in_latin = original is not None and primary(original) != "en" and "Latn" in written_in(original)
    if in_latin := in_latin and sum(own) > sum(foreign):
        foreign, own = _by_language(body)
    if (at := _turn(foreign, own)) is not None:
        first, second = list(body[:at]), list(body[at:])
        return [
            FoundText("transcript", language_of(first) or original, first),
            FoundText("translation", language_of(second), second),
        ]
    if (at := _turn(own, foreign)) is not None:
        first, second = list(body[:at]), list(body[at:])
        return [
            FoundText("translation", language_of(first), first),
            FoundText("transcript", language_of(second) or original, second),
        ]
    language = language_of(body)
    if language is None and in_latin:  # it is not English, so it is no translation into it
        return [FoundText("transcript", original, list(body))]
    same = original is not None and language is not None and original.split("-")[0] == language
    other = original is not None and language is not None and not same
    kind: TextKind = "translation" if other or (translated and not same and language in {"en", None}) else "transcript"
    return [FoundText(kind, language or (original if kind == "transcript" else None), list(body))]


def mixed(text: FoundText) -> bool:
    """Tell whether so much of a text is in another script than the rest that it may be two texts.

    >>> mixed(FoundText("transcript", None, [Line(1, "Письмо товарищу Сталину из Пекина в Москву, третье, a letter")]))
    False
    """
    foreign, latin = (sum(counts) for counts in _by_script(text.lines))
    return min(foreign, latin) >= 3 * MIN_LETTERS


def _by_script(lines: Sequence[Line]) -> tuple[list[int], list[int]]:
    """Return for each line how many of its letters are in another script, and how many are Latin."""
    counts = [scripts(line.text) for line in lines]
    return [count.total() - count["Latn"] for count in counts], [count["Latn"] for count in counts]


def _by_language(lines: Sequence[Line]) -> tuple[list[int], list[int]]:
    """Return for each line how many letters it has if it is not English, and how many if it is.

    Lines of a few words, which names and numbers may fill, count for neither.
    """
    letters = [scripts(line.text).total() if len(line.text.split()) > 4 else 0 for line in lines]
    english = [is_english(line.text, 0.12) for line in lines]
    return (
        [0 if yes else count for count, yes in zip(letters, english, strict=True)],
        [count if yes else 0 for count, yes in zip(letters, english, strict=True)],
    )


def _turn(before: Sequence[int], after: Sequence[int]) -> int | None:
    """Return the line where a text turns from one language to another; None where it does not, or more than once.

    The letters of each line in the one and in the other language are given.
    """
    best, at, balance = 0, None, 0
    for index, (a, b) in enumerate(zip(before, after, strict=True)):
        balance += a - b
        if balance > best:
            best, at = balance, index + 1
    if at is None:
        return None
    parts = (sum(before[:at]), sum(after[:at])), (sum(after[at:]), sum(before[at:]))
    for own, foreign in parts:
        if own < MIN_LETTERS or own < PURITY * (own + foreign):
            return None
    return at


def language_of(lines: Sequence[Line]) -> str | None:
    """Return the language (BCP 47) that the letters or the small words of a text tell for certain; None otherwise."""
    text = " ".join(line.text for line in lines)
    count = scripts(text)
    if not count:
        return None
    script = count.most_common(1)[0][0]
    if script == "Latn":
        return "en" if is_english(text, 0.15) else None
    if script == "Cyrl":
        letters = set(text.lower())
        for language, own, foreign in _ONLY_HERE:
            if letters & set(own) and not letters & set(foreign):
                return language
        # Long Russian texts may quote a name in Ukrainian letters, and the reverse.
        return "ru" if text.count("ы") > 5 * sum(text.count(letter) for letter in "іїєґў") else None
    if script == "Hani":
        return "ja" if count["Hira"] + count["Kana"] > 10 else "zh"
    return _BY_SCRIPT.get(script)


def is_english(text: str, share: float) -> bool:
    """Tell whether at least *share* of the words are small words of English."""
    words = re.findall(r"[a-z]+", text.lower())
    return bool(words) and sum(word in _ENGLISH for word in words) >= share * len(words)
