"""Text → rows and cells with their places, for CSV and TSV (RFC 4180, and what spreadsheets make of it)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from provcheck.model.document import Span
from provcheck.model.lazy import pattern

QUOTED = pattern(r'"([^"]*+(?:""[^"]*+)*+)"')
"""Possessive, so that an unclosed quotation mark costs one look at the rest and not one for every other mark in it."""


class Cell(NamedTuple):
    """A cell: its span, quotation marks included, and what it says. ``wrong`` is where its quoting breaks."""

    span: Span
    text: str
    wrong: int | None = None


class Table:
    """A text in rows and cells."""

    def __init__(self, text: str, delimiter: str) -> None:
        self.text = text
        self.delimiter = delimiter
        sign = re.escape(delimiter)
        self._bare = re.compile(rf"[^{sign}\r\n]*")
        self._end = re.compile(r"\r\n|\n|\r")

    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """Yield (where it begins, its cells) for every row that is not an empty line."""
        at = 0
        while at < len(self.text):
            cells, after = self.row(at)
            if len(cells) > 1 or cells[0].span.start < cells[0].span.end:
                yield at, cells
            at = after

    def row(self, at: int) -> tuple[list[Cell], int]:
        """Return the cells of the row that begins at *at*, and where the next row begins."""
        cells = []
        while True:
            cell = self._cell(at)
            cells.append(cell)
            at = cell.span.end
            if not self.text.startswith(self.delimiter, at):
                break
            at += 1
        end = self._end.match(self.text, at)
        return cells, end.end() if end is not None else at

    def _cell(self, at: int) -> Cell:
        text = self.text
        if text.startswith('"', at):
            quoted = QUOTED.match(text, at)
            if quoted is not None:
                said = quoted[1].replace('""', '"')
                rest = self._bare.match(text, quoted.end())
                if rest is None or not rest.group():
                    return Cell(Span(at, quoted.end()), said)
                if rest.group().isspace():
                    return Cell(Span(at, rest.end()), said)
                return Cell(Span(at, rest.end()), said + rest.group(), quoted.end())
        bare = self._bare.match(text, at)
        assert bare is not None
        return Cell(Span(*bare.span()), bare.group(), at if text.startswith('"', at) else None)

    def letters(self, cell: Cell, most: int) -> list[Span]:
        """Return where the first *most* characters of *cell* stand."""
        at, end = cell.span
        if not self.text.startswith('"', at) or cell.wrong is not None:
            return [Span(place, place + 1) for place in range(at, min(end, at + most))]
        found: list[Span] = []
        at += 1
        while len(found) < min(most, len(cell.text)):
            width = 2 if self.text.startswith('""', at) else 1
            found.append(Span(at, at + width))
            at += width
        return found

    def written(self, text: str, quoted: bool) -> str:
        """Return *text* as a cell, in quotation marks where it needs them or had them before."""
        if quoted or any(sign in text for sign in (self.delimiter, '"', "\r", "\n")) or text != text.strip():
            return '"' + text.replace('"', '""') + '"'
        return text
