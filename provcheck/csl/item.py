"""A reference: the variables of a CSL-JSON item, each read once and kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from provcheck.csl.dates import Date, read_date
from provcheck.csl.markup import rich
from provcheck.csl.people import Name, read_name
from provcheck.csl.scalars import text_of
from provcheck.csl.tree import Piece
from provcheck.csl.variables import ALIASES, DATES, NAMES


class Item:
    """One reference. Wrong types read as absent."""

    __slots__ = ("_dates", "_names", "data", "id", "language", "type")

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.id = text_of(data.get("id"))
        self.type = text_of(data.get("type"))
        self.language = text_of(data.get("language"))
        self._names: dict[str, tuple[Name, ...]] = {}
        self._dates: dict[str, Date | None] = {}

    def text(self, variable: str) -> str:
        """Return the text of *variable*; "" where it has none."""
        value = self.data.get(variable)
        if value is None and variable in ALIASES:
            value = self.data.get(ALIASES[variable])
        return value if isinstance(value, str) else text_of(value)

    def rich(self, variable: str) -> Sequence[Piece]:
        """Return the text of *variable* with its markup read."""
        text = self.text(variable)
        return rich(text) if text else ()

    def names(self, variable: str) -> tuple[Name, ...]:
        """Return the names in *variable*."""
        names = self._names.get(variable)
        if names is None:
            value = self.data.get(variable)
            listed = value if isinstance(value, list | tuple) else [value] if isinstance(value, dict) else ()
            names = tuple(name for name in map(read_name, listed) if name is not None)
            self._names[variable] = names
        return names

    def date(self, variable: str) -> Date | None:
        """Return the date in *variable*."""
        if variable not in self._dates:
            self._dates[variable] = read_date(self.data.get(variable))
        return self._dates[variable]

    def has(self, variable: str) -> bool:
        """Whether *variable* holds anything."""
        value = self.data.get(variable)
        if variable in NAMES or isinstance(value, list | tuple):
            return bool(self.names(variable))
        if variable in DATES or isinstance(value, Mapping):
            return self.date(variable) is not None
        return bool(self.text(variable))
