"""What nobody sees: signs that pages and PDF files leave within words, and a second blank after a blank."""

from __future__ import annotations

import re
from dataclasses import replace

from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import SourceLine, Token

HIDDEN = pattern(
    r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
    r"(?:(?<!\u00ad)|(?<!\d\u00ad)|(?!\d))"
)
"""Soft hyphen, zero-width space and joiners, direction marks and overrides, word joiner, byte order mark.

Between figures a soft hyphen is a dash that went wrong. The signs come first in the pattern, so that the search leaps.
"""


_BLANKS = pattern(r"[ \u00a0](?<=[ \u00a0][ \u00a0])")


def seen(text: str, *, plain: bool) -> str:
    """Return *text* without what nobody sees, which if *plain* are blanks only; itself, where there is nothing else."""
    bare = text if plain else HIDDEN.sub("", text)
    return (_BLANKS.sub("", bare) if "  " in bare or "\u00a0" in bare else bare) or text


def _left(shape: re.Pattern[str], text: str, places: list[int]) -> list[int]:
    """Return those of *places*, where the letters of *text* stand, that are left when *shape* is taken out."""
    hidden = {match.start() for match in shape.finditer(text)}
    return [place for at, place in enumerate(places) if at not in hidden]


def put_back(line: SourceLine, text: str) -> SourceLine:
    """Return *line*, read of what is `seen` of *text*, with the places and the words of *text* itself."""
    places = _left(HIDDEN, text, [*range(len(text))])
    places = _left(_BLANKS, "".join(text[at] for at in places), places)
    starts = [0, *(places[segment.start] for segment in line.segments[1:]), len(text)]

    def moved(token: Token) -> Token:
        start, end = places[token.start], places[token.end - 1] + 1
        return token._replace(text=text[start:end], start=start, end=end)

    return replace(
        line,
        segments=tuple(
            replace(segment, text=text[start:end], start=start, tokens=tuple(map(moved, segment.tokens)))
            for segment, start, end in zip(line.segments, starts, starts[1:], strict=False)
        ),
    )
