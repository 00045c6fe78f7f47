"""What nobody reads: signs within words, second blanks, words broken at the end of a line, letters and marks parted."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from html import unescape
from itertools import accumulate
from typing import TypeAlias

from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import SourceLine, Token

HIDDEN = pattern(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
    r"(?:(?<!\u00ad)|(?<!\d\u00ad)|(?!\d))"
)
"""Control characters, soft hyphen, zero-width space and joiners, direction marks and overrides, byte order mark.

Between figures a soft hyphen is a dash that went wrong. The signs come first in the pattern, so that the search leaps.
"""


_BLANKS = pattern(r"[ \u00a0](?:(?<=[ \u00a0][ \u00a0])|(?<=[\d)].)(?=, ))")
"""Blanks behind another, or between a number and a comma."""
_BROKEN = pattern(r"-\n(?<=[^\W\d_A-ZА-Я]-\n)(?=[^\W\d_A-ZА-Я])")
"""Where a word is broken at the end of a line: ``Mi-`` and ``crofilm``."""
_APART = pattern(
    r"[^\u0300-\u036f\u0653-\u0655\u3099\u309a][\u0300-\u036f\u0653-\u0655\u3099\u309a]+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
    r"|&(?:[A-Za-z]{2,8}\d?|#\d{2,5}|#x[\dA-Fa-f]{2,5});"
)
"""A letter with its marks behind it, a Korean syllable in its parts, as names of files have them; ``&nbsp;``."""

_TAGS = pattern(r"</?(?i:i|em|b|strong|u|span|small|cite|font)(?: [^<>\n]{0,200})?>|<br ?/?>")
"""Signs of markup around or within words: ``<i>GARF</i>``."""
_STARRED = pattern(
    r"(?<![\w*])(?:(?P<stars>\*{1,3})(?=[^\s*])([^*\n]{1,300}(?<=[^\s*]))(?P=stars)"
    r"|(?P<bars>_{1,3})(?=[^\s_])([^_\n]{1,300}(?<=[^\s_]))(?P=bars))(?![\w*])"
)
"""What Markdown sets in italics or in bold."""
_LINKED = pattern(r"\[(?=[^\[\]\d\n]{0,80}\d)([^\[\]\n]{1,200})\]\(https?://[^\s()]{1,500}\)")
"""What Markdown links to a page, where it has a figure; the page may be a mark where it has none."""
_SPELLED_OUT = pattern(r"(?<=[A-Z])(?<!\w\w)[\[{][a-zà-ÿ][a-zà-ÿ ]{0,20}[\]}](?: (?=[A-Z][\[{]))?")
"""What an editor fills initials up with: ``P[ublic] R[ecord] O[ffice]``."""

_NOTE = pattern(
    r"(?:[⁰¹²³⁴-⁹](?:(?<=[\d).”\"»].)|(?<=\w.)(?=[.,;:]?$))[⁰¹²³⁴-⁹]{0,2}|\[(?<=[\da-zß-ÿа-я”\"»].)\d\d?\])(?=[\s.,;:)\]]|$)"
)
"""The sign of a note behind a word: ``105–106¹``, ``1938[12]``; but F⁷ is a series."""

Span: TypeAlias = tuple[int, int]


def seen(text: str, *, plain: bool) -> str:
    """Return *text* without what nobody sees, which if *plain* are blanks only; itself, where there is nothing else."""
    bare = text if plain and text.isprintable() and "&" not in text else HIDDEN.sub("", _APART.sub(_together, text))
    bare = _TAGS.sub("", bare) if "</" in bare or "<br" in bare else bare
    bare = _NOTE.sub("", bare) if "[" in bare or not bare.isascii() else bare
    bare = _STARRED.sub(_words_of, bare) if "*" in bare or "_" in bare else bare
    bare = _SPELLED_OUT.sub("", _LINKED.sub(_words_of, bare)) if "[" in bare or "{" in bare else bare
    bare = _BLANKS.sub("", bare) if "  " in bare or " ," in bare or "\u00a0" in bare else bare
    return (_BROKEN.sub("", bare) if "-\n" in bare else bare) or text


def _words_of(marked: re.Match[str]) -> str:
    return str(marked[marked.lastindex or 0])


def _together(letter: re.Match[str]) -> str:
    """Return one letter for what is written as several; those that have none stay."""
    one = unescape(letter[0]) if letter[0][0] == "&" else unicodedata.normalize("NFC", letter[0])
    return one if len(one) == 1 else letter[0]


def _spans(text: str) -> tuple[str, list[Span]]:
    """Return *text* with its letters together, and where each of them stands."""
    spans: list[Span] = []
    at = 0
    for letter in _APART.finditer(text):
        start, end = letter.span()
        spans += [(place, place + 1) for place in range(at, start)]
        spans += [(start, end)] if len(_together(letter)) == 1 else [(place, place + 1) for place in range(start, end)]
        at = end
    spans += [(place, place + 1) for place in range(at, len(text))]
    return _APART.sub(_together, text), spans


def _without(shape: re.Pattern[str], text: str, spans: list[Span]) -> tuple[str, list[Span]]:
    """Return *text* and *spans* without what *shape* is found at."""
    hidden = {at for match in shape.finditer(text) for at in range(*match.span())}
    return shape.sub("", text), [span for at, span in enumerate(spans) if at not in hidden]


def _unmarked(shape: re.Pattern[str], text: str, spans: list[Span]) -> tuple[str, list[Span]]:
    """Return *text* and *spans* without the signs of markup that *shape* has around its words."""
    passed: list[Span] = []
    for marked in shape.finditer(text):
        start, end = marked.span(marked.lastindex or 0)
        passed += [(marked.start(), start), (end, marked.end())]
    bare, places = without(text, passed)
    return bare, [spans[at] for at, _ in places]


def without(text: str, passed: list[Span]) -> tuple[str, list[Span]]:
    """Return *text* without what is *passed* over, in order, and where each letter of it stands."""
    starts, ends = [start for start, _ in passed], [*accumulate((end for _, end in passed), max)]
    kept = [range(*piece) for piece in zip([0, *ends], [*starts, len(text)], strict=True)]
    return "".join(text[piece.start : piece.stop] for piece in kept), [(at, at + 1) for piece in kept for at in piece]


def places_of(text: str) -> list[Span]:
    """Return where each letter of what is `seen` of *text* stands in it."""
    bare, spans = _without(HIDDEN, *_spans(text))
    if "</" in bare or "<br" in bare:
        bare, spans = _without(_TAGS, bare, spans)
    bare, spans = _unmarked(_LINKED, *_unmarked(_STARRED, *_without(_NOTE, bare, spans)))
    return _without(_BROKEN, *_without(_BLANKS, *_without(_SPELLED_OUT, bare, spans)))[1]


def put_back(line: SourceLine, text: str, places: list[Span]) -> SourceLine:
    """Return *line*, read of the letters of *text* at *places*, with the places and the words of *text* itself."""

    def begin(at: int) -> int:
        return places[at][0] if at < len(places) else len(text)

    starts = [0, *(begin(segment.start) for segment in line.segments[1:]), len(text)]

    def moved(token: Token) -> Token:
        start = begin(token.start)
        end = places[token.end - 1][1] if token.end > token.start else start  # an archive that is known without words
        return token._replace(text=text[start:end], start=start, end=end)

    return replace(
        line,
        segments=tuple(
            replace(segment, text=text[start:end], start=start, tokens=tuple(map(moved, segment.tokens)))
            for segment, start, end in zip(line.segments, starts, starts[1:], strict=False)
        ),
    )
