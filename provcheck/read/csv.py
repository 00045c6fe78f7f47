"""CSV and TSV → entries: a row a record, dotted column names for nested fields (``sources.0.archive``).

See docs/formats.md. An empty cell is an absent field; the places of a list are counted from 0, and gaps close up.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from provcheck.model.document import Edit, Entry, Locator, Pointer, Span, Value
from provcheck.model.lazy import pattern
from provcheck.read.faults import EMPTY, Faults
from provcheck.read.spans import enough
from provcheck.read.table import Cell, Table

PLACE = pattern(r"0|[1-9][0-9]{0,3}")
"""A step in a column's name that is a place in a list."""

EXCEL = pattern(r"[\r\n]*sep=([;,|\t])[\r\n]")
"""A first line that tells Excel the delimiter."""

MAX_STEPS = 20
"""Steps in a column's name."""

Branch: TypeAlias = "dict[str | int, Branch | int]"
"""The columns filled in a row, as a tree: at its ends the numbers of the columns."""


def entries(text: str, faults: Faults, delimiter: str) -> tuple[Entry, ...]:
    """Return an entry for every row under the header."""
    header_line = text.lstrip("\r\n").partition("\n")[0]
    told = EXCEL.match(text)
    if told is not None:
        delimiter = told[1]
    elif delimiter not in header_line:
        delimiter = next((sign for sign in (";", "\t") if sign in header_line), delimiter)
    sheet = Sheet(Table(text, delimiter), faults)
    found = []
    rows = sheet.table.rows()
    if told is not None:
        next(rows, None)
    if (header := next(rows, None)) is None:
        faults.add("syntax", EMPTY, 0, 0)
        return ()
    sheet.take_header(header[1])
    for start, cells in rows:
        data = sheet.read(cells, faults)
        if data is not None:
            found.append(Entry(data, CellLocator(sheet, start)))
    if not found and not faults:
        faults.add("syntax", "there is no record in it: no row is filled below the header", len(text), len(text))
    return tuple(found)


class Sheet:
    """A table whose first row names its columns."""

    def __init__(self, table: Table, faults: Faults) -> None:
        self.table = table
        self.faults = faults
        self.header: list[Cell] = []
        self.columns: list[Pointer | None] = []
        """Which field each column holds; None for a column that has no name or one that was there already."""
        self.nameless: set[int] = set()
        self.width = 0
        """How many columns there are up to the last one with a name."""
        # The findings in one row or cell ask one after the other: the latest is kept.
        self.latest: tuple[int, list[Cell], Branch] | None = None
        self.latest_letters: tuple[Cell, int, list[Span]] | None = None

    def row(self, start: int) -> tuple[list[Cell], Branch]:
        """Return the cells of the row that begins at *start*, and the filled ones as a tree."""
        if self.latest is None or self.latest[0] != start:
            cells = self.table.row(start)[0]
            self.latest = start, cells, self.tree(cells, Faults())
        return self.latest[1:]

    def letters(self, cell: Cell, most: int) -> list[Span]:
        """Return where the first *most* characters of *cell* stand."""
        if self.latest_letters is None or self.latest_letters[:2] != (cell, most):
            self.latest_letters = cell, most, self.table.letters(cell, most)
        return self.latest_letters[2]

    def take_header(self, cells: list[Cell]) -> None:
        """Take the names of the columns."""
        self.header = cells
        seen: dict[Pointer, int] = {}
        for number, cell in enumerate(cells):
            self.check_quotes(cell, self.faults)
            name = cell.text.strip()
            steps = tuple(int(step) if PLACE.fullmatch(step) else step for step in name.split("."))
            if not name:
                self.nameless.add(number)
                self.columns.append(None)
                continue
            self.width = number + 1
            if "" in steps or len(steps) > MAX_STEPS or isinstance(steps[0], int):
                message = f"“{name[:40]}” names no field: steps are parted by single points, as in sources.0.archive"
                self.faults.add("syntax", message, *cell.span)
                self.columns.append(None)
            elif steps in seen:
                message = f"the column “{name}” is there twice, first as column {seen[steps] + 1}: the first one counts"
                self.faults.add("key-duplicate", message, *cell.span)
                self.columns.append(None)
            else:
                seen[steps] = number
                self.columns.append(steps)

    def check_quotes(self, cell: Cell, faults: Faults) -> None:
        """Report a cell whose quotation marks do not come in pairs around it."""
        if cell.wrong is None:
            return
        if cell.wrong == cell.span.start:
            faults.add("syntax", "this quotation mark is never closed", cell.wrong)
        else:
            message = "text follows the closing quotation mark: double the quotation marks inside a cell"
            faults.add("syntax", message, cell.wrong, cell.span.end)

    def read(self, cells: list[Cell], faults: Faults) -> dict[str, Value] | None:
        """Return the data of a row; None where all its cells are empty."""
        tree = self.tree(cells, faults)
        return self.values(tree, cells) if tree else None

    def tree(self, cells: list[Cell], faults: Faults) -> Branch:
        """Return the filled cells of a row as a tree; what is wrong with the row goes to *faults*."""
        tree: Branch = {}
        for number, cell in enumerate(cells):
            self.check_quotes(cell, faults)
            if not cell.text or cell.text.isspace():
                continue
            steps = self.columns[number] if number < len(self.columns) else None
            if steps is not None:
                if not _insert(tree, steps, number):
                    name = ".".join(map(str, steps))
                    faults.add("syntax", f"“{name}” cannot stand beside another filled column of this row", *cell.span)
            elif number >= len(self.columns):
                message = f"the row has {len(cells)} cells, the header {len(self.columns)}: quote the text that holds "
                faults.add("syntax", f"{message}“{self.table.delimiter}”".replace("\t", "a tab"), *cell.span)
                break
            elif number in self.nameless:
                self.nameless.discard(number)
                faults.add("syntax", "a filled cell in a column without a name is not read", *cell.span)
        if tree and len(cells) < self.width and not any(cell.wrong is not None for cell in cells):
            message = f"the row has {len(cells)} of the {self.width} cells that the header names"
            faults.add("syntax", message, cells[0].span.start, cells[-1].span.end)
        return tree

    def values(self, tree: Branch, cells: Sequence[Cell]) -> dict[str, Value]:
        """Return the data of a row from its tree."""

        def value(branch: Branch | int) -> Value:
            if isinstance(branch, int):
                return cells[branch].text
            if isinstance(next(iter(branch)), int):
                return [value(branch[step]) for step in sorted(branch)]
            return {str(step): value(below) for step, below in branch.items()}

        return {str(step): value(below) for step, below in tree.items()}


def _insert(tree: Branch, steps: Pointer, number: int) -> bool:
    """Put column *number* at *steps*; False where something else stands there."""
    for depth, step in enumerate(steps):
        if tree and isinstance(next(iter(tree)), int) != isinstance(step, int):
            return False
        if depth == len(steps) - 1:
            if step in tree:
                return False
            tree[step] = number
            return True
        below = tree.setdefault(step, {})
        if isinstance(below, int):
            return False
        tree = below
    return False


class CellLocator(Locator):
    """Finds the cells of one row, by reading the row once more."""

    def __init__(self, sheet: Sheet, start: int) -> None:
        self.sheet = sheet
        self.start = start

    @property
    def _cells(self) -> list[Cell]:
        return self.sheet.row(self.start)[0]

    def _columns(self, pointer: Pointer) -> tuple[Pointer, list[int]]:
        """Return the field in the columns' own counting, and the columns that hold it.

        Filled columns go before empty ones. For what has no column those of the nearest field around it are given,
        and none where that is the whole row.
        """
        cells, tree = self.sheet.row(self.start)
        branch: Branch | int | None = tree
        steps: list[str | int] = []
        for step in pointer:
            if isinstance(branch, dict):
                places = sorted(place for place in branch if isinstance(place, int))
                if isinstance(step, int) and 0 <= step < len(places):
                    step = places[step]  # gaps in the table are closed up in the data
                branch = branch.get(step)
            else:
                branch = None
            steps.append(step)
        wanted = tuple(steps)
        if pointer and branch is not None:
            return wanted, _ends(branch)
        for depth in range(len(wanted), 0, -1):
            around = wanted[:depth]
            found = [
                number
                for number, column in enumerate(self.sheet.columns[: len(cells)])
                if column is not None and column[:depth] == around
            ]
            if found:
                return around, found
        return (), []

    def value(self, pointer: Pointer) -> Span:
        """Return the span of the cell of *pointer*, or from the first to the last of its cells."""
        cells = self._cells
        columns = self._columns(pointer)[1] or range(len(cells))
        return Span(cells[min(columns)].span.start, cells[max(columns)].span.end)

    def key(self, pointer: Pointer) -> Span:
        """Return the span of the column's name."""
        columns = self._columns(pointer)[1]
        return self.sheet.header[min(columns)].span if columns else self.value(pointer)

    def _column(self, pointer: Pointer) -> int | None:
        """Return the one column that is for *pointer* and nothing else."""
        steps, columns = self._columns(pointer)
        return columns[0] if len(columns) == 1 and self.sheet.columns[columns[0]] == steps != () else None

    def within(self, pointer: Pointer, start: int, end: int) -> Span:
        """Return the span of characters *start* to *end* of the cell at *pointer*."""
        column = self._column(pointer)
        if column is None:
            return self.value(pointer)
        cell = self._cells[column]
        letters = self.sheet.letters(cell, enough(end))
        if not 0 <= start <= end <= len(letters) or not letters:
            return cell.span
        if start == end:
            at = letters[start].start if start < len(letters) else letters[-1].end
            return Span(at, at)
        return Span(letters[start].start, letters[end - 1].end)

    def replace(self, pointer: Pointer, value: Value) -> tuple[Edit, ...] | None:
        """Return the edit of the cell at *pointer*. None where it has no column of its own: none is ever added."""
        if not pointer or not isinstance(value, (str, type(None))):
            return None
        column = self._column(pointer)
        if column is None:
            return None
        cell = self._cells[column]
        quoted = self.sheet.table.text.startswith('"', cell.span.start)
        return (Edit(cell.span, self.sheet.table.written(value or "", quoted and bool(value))),)


def _ends(branch: Branch | int) -> list[int]:
    """Return the columns at the ends of *branch*."""
    waiting, found = [branch], []
    while waiting:
        below = waiting.pop()
        if isinstance(below, int):
            found.append(below)
        else:
            waiting += below.values()
    return found
