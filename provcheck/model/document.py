"""What a file holds once it is read: plain values, and the way back to where each one stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias

from provcheck.model.noun import noun

Pointer: TypeAlias = tuple[str | int, ...]
"""The way from the top of an entry to a value: ``("sources", 0, "fond")``."""

Value: TypeAlias = str | bool | None | list["Value"] | dict[str, "Value"]
"""A plain value as read. Numbers are absent on purpose: every scalar keeps its text (``0334`` stays ``"0334"``)."""


def value_at(data: Value, pointer: Pointer) -> Value:
    """Return the value at *pointer*; None where there is none."""
    for step in pointer:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
            data = data[step]
        else:
            return None
    return data


def with_value(data: Value, pointer: Pointer, value: Value) -> Value:
    """Return *data* with *value* at *pointer*; only what lies on the way is copied."""
    if not pointer:
        return value
    step, rest = pointer[0], pointer[1:]
    if isinstance(data, dict) and isinstance(step, str):
        return {**data, step: with_value(data.get(step), rest, value)}
    if isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
        return [*data[:step], with_value(data[step], rest, value), *data[step + 1 :]]
    return data


class Span(NamedTuple):
    """A stretch of a document's text, in characters (code points), end excluded."""

    start: int
    end: int


class Place(NamedTuple):
    """Where a span stands for a reader: lines and columns count from 1, columns in characters, end excluded."""

    line: int
    column: int
    end_line: int
    end_column: int


class Edit(NamedTuple):
    """Replace one span of a text by other text. An empty span inserts."""

    span: Span
    text: str


@noun
class Fault:
    """Something a reader could not accept as it stands: bad syntax, a key given twice, a wrong encoding.

    It carries its own rule id and span, for a text that cannot be read has no pointers yet.
    """

    rule: str
    message: str
    span: Span
    unread: bool = False
    """On its account nothing of the file was read."""


class Locator:
    """How an entry finds its values again in the document's text. Each input format brings its own.

    The base class knows no places; it serves entries made from plain data (tests, imported pages).
    A pointer to something absent gives the place of the nearest ancestor that is there.
    """

    def value(self, pointer: Pointer) -> Span:
        """Return the span of the value at *pointer*, its quotes included."""
        return Span(0, 0)

    def key(self, pointer: Pointer) -> Span:
        """Return the span of the key that *pointer* ends in; where it has none, the value's span."""
        return self.value(pointer)

    def within(self, pointer: Pointer, start: int, end: int) -> Span:
        """Return the span of characters *start* to *end* of the scalar at *pointer*.

        Where the scalar is not written letter by letter (escapes, folded lines) this may be the whole of it.
        """
        return self.value(pointer)

    def replace(self, pointer: Pointer, value: Value) -> tuple[Edit, ...] | None:
        """Return the edits that make *value* stand at *pointer*, in the layout of its surroundings.

        The last key of *pointer* may be absent from an existing mapping: it is added.
        Text is written so that every reader takes it for text. ``None``: this format cannot say it there.
        """
        return None


@noun
class Entry:
    """One record's plain data inside a document, and the way back to where its values stand."""

    data: Value
    locator: Locator
    unquoted: tuple[tuple[Pointer, str], ...] = ()
    """YAML scalars without quotes that some YAML reader may not take for this text (``0102``, ``no``, ``1.10``)."""
    unquoted_keys: tuple[Pointer, ...] = ()
    """The same of keys: ``no`` in ``title: {no: Brev}`` is False to some."""
    body: str = ""
    """The text below the front matter, where the format has one."""


@dataclass(frozen=True)
class Document:
    """One file as read. ``path`` is what the user called it; ``-`` is standard input."""

    path: str
    format: str
    text: str
    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...] = ()
    encoding: str = "utf-8"
    """How the file's bytes were written; ``-sig`` at its end: they begin with a byte order mark, which *text* lacks."""

    @cached_property
    def _line_starts(self) -> list[int]:
        # A lone carriage return ends a line too: so do YAML and the editors that people use.
        return [0, *(match.end() for match in re.finditer(r"\r\n?|\n", self.text))]

    def place(self, span: Span) -> Place:
        """Return where *span* stands, in lines and columns."""
        starts = self._line_starts
        line, end_line = bisect_right(starts, span.start), bisect_right(starts, span.end)
        return Place(line, span.start - starts[line - 1] + 1, end_line, span.end - starts[end_line - 1] + 1)

    def line(self, number: int) -> str:
        """Return the text of line *number* (from 1), without its line end."""
        starts = self._line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")
