"""Rich text: what comes out of a style before it is written as text, HTML or Markdown.

A flat sequence of runs, each with the looks it has. Runs hold raw characters; only `provcheck.cite.write` escapes, and
it escapes everything.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

Look = Literal["italic", "bold", "underline", "small-caps", "superscript", "subscript", "link"]
"""``link``: the characters are an address."""


class Run(NamedTuple):
    """Characters that look alike."""

    text: str
    looks: tuple[Look, ...] = ()
    """Outermost first, each once."""


Rich: TypeAlias = tuple[Run, ...]


def merged(runs: Iterable[Run]) -> Rich:
    """Return *runs* with neighbours of the same looks joined and empty ones dropped."""
    out: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if out and out[-1].looks == run.looks:
            out[-1] = Run(out[-1].text + run.text, run.looks)
        else:
            out.append(run)
    return tuple(out)


def plain(rich: Rich) -> str:
    """Return the characters alone."""
    return "".join(run.text for run in rich)


def tidied(rich: Rich) -> Rich:
    """Return *rich* without doubled punctuation where two runs meet (``Italic title.`` + ``.``), trimmed at both ends.

    Inside a run nothing is touched: there the style's own joints are clean already, and the rest is what the
    record says.
    """
    out: list[Run] = []
    for run in rich:
        text = run.text
        if out and text:
            last = out[-1].text[-1]
            if last == text[0] and text[0] in ".,;: ":
                text = text[1:]
            elif (last, text[0]) in {(" ", ","), (" ", "."), (",", ".")}:
                out[-1] = Run(out[-1].text[:-1], out[-1].looks)
        if text:
            out.append(Run(text, run.looks))
    if out:
        out[0] = Run(out[0].text.lstrip(), out[0].looks)
        out[-1] = Run(out[-1].text.rstrip(), out[-1].looks)
    return merged(out)
