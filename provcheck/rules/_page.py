"""A rule's docstring, taken apart: its first line, its text and its examples."""

from __future__ import annotations

import re
from inspect import cleandoc
from textwrap import dedent
from typing import Literal, cast

from provcheck.model.noun import noun

Kind = Literal["fails", "passes", "fixed"]


@noun
class Block:
    """An example of a page: YAML that the rule finds something in, or passes, or makes of the ``Fails`` before it."""

    kind: Kind
    text: str


@noun
class Page:
    """What is said of a rule: what it sees, in one line; all the rest, examples included; and the examples alone."""

    summary: str
    body: str
    blocks: tuple[Block, ...]

    @property
    def remedy(self) -> str:
        """What to do, in one sentence: the first of the last paragraph."""
        last = " ".join(self.body.rpartition("\n\n")[2].split()).replace("``", "`")
        return re.split(r"(?<=[\w`)]{2}\.) (?=[A-Z`])", last, maxsplit=1)[0]

    def examples(self, kind: Kind) -> tuple[str, ...]:
        """Return the examples of that kind, in order."""
        return tuple(block.text for block in self.blocks if block.kind == kind)


def parse(docstring: str) -> Page:
    """Take a docstring apart. A block is announced by ``Fails::``, ``Passes::`` or ``Fixed::`` alone on its line."""
    summary, _, body = cleandoc(docstring).partition("\n")
    lines = body.splitlines()
    blocks: list[Block] = []
    for number, line in enumerate(lines):
        if line in {"Fails::", "Passes::", "Fixed::"}:
            kind = cast(Kind, line[:-2].lower())
            end = number + 1
            while end < len(lines) and (not lines[end] or lines[end].startswith(" ")):
                end += 1
            blocks.append(Block(kind, dedent("\n".join(lines[number + 1 : end])).strip("\n") + "\n"))
    return Page(summary, body.strip("\n"), tuple(blocks))
