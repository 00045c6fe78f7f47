"""A list of faults that cannot grow without end, whatever the file."""

from __future__ import annotations

from provcheck.model.document import Fault, Span

EMPTY = "there is no record in it: the file is empty"

MAX_FAULTS = 100
"""Faults of one file that are reported one by one; whoever has a hundred has one cause."""


class Faults(list[Fault]):
    """What is wrong with one text, in the order met."""

    @property
    def full(self) -> bool:
        """Whether what is added now would not be shown."""
        return len(self) > MAX_FAULTS

    def add(self, rule: str, message: str, start: int, end: int | None = None) -> None:
        """Add a fault on the characters *start* to *end* (one character unless given)."""
        if len(self) < MAX_FAULTS:
            self.append(Fault(rule, message, Span(start, start + 1 if end is None else end)))
        elif len(self) == MAX_FAULTS:
            self.append(Fault("syntax", f"more than {MAX_FAULTS} faults: the rest is not shown", Span(start, start)))


def line_of(text: str, at: int) -> int:
    """Return the number of the line on which character *at* stands, from 1."""
    return 1 + text.count("\n", 0, at) + text.count("\r", 0, at) - text.count("\r\n", 0, at)
