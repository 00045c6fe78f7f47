"""Signs that nobody sees: pages and PDF files leave them within the words of lines that are copied from them."""

from __future__ import annotations

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


def put_back(line: SourceLine, text: str) -> SourceLine:
    """Return *line*, read of *text* without its hidden signs, with the places and the words of *text* itself."""
    hidden = {match.start() for match in HIDDEN.finditer(text)}
    places = [at for at in range(len(text)) if at not in hidden]
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
