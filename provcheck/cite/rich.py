"""Rich text: what comes out of a processor before it is written, as the flow of `provcheck.csl`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from provcheck import csl

Rich: TypeAlias = Sequence[csl.Token]


def plain(rich: Rich) -> str:
    """Return the characters alone."""
    return csl.text_of(rich)


def tidied(rich: Rich) -> Rich:
    """Return *rich* without doubled punctuation where two texts meet (``Italic title.`` + ``.``).

    Inside a text nothing is touched: there the style's own joints are clean already, and the rest is what the
    record says.
    """
    out: list[csl.Token] = []
    last = -1
    for token in rich:
        if not isinstance(token, str):
            out.append(token)
            continue
        before = out[last] if last >= 0 else ""
        assert isinstance(before, str)
        if before and token and before[-1] == token[0] and token[0] in ".,;: ":
            token = token[1:]
        elif before and token[:1] and (before[-1], token[0]) in {(" ", ","), (" ", "."), (",", ".")}:
            out[last] = before[:-1]
        if token:
            last = len(out)
            out.append(token)
    return [token for token in out if token != ""]
