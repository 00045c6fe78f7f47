"""Every text of a record that a person wrote to be read, for the rules that look at letters and not at fields."""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.model.document import Pointer, Value
from provcheck.model.record import Record

_FOR_MACHINES = frozenset(
    ("id", "url", "doi", "path", "file", "sha256", "contact", "language", "into", "date", "to", "rel")
)


def every(record: Record) -> Iterator[tuple[Pointer, str]]:
    """Yield (pointer, text) for every such text, a user's own fields and the values meant for machines left out."""
    yield from _walk(dict(record.data or {}), ())


def _walk(value: Value, at: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _walk(item, (*at, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in _FOR_MACHINES and not key.startswith("x-"):
                yield from _walk(item, (*at, key))
