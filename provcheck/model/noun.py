"""`noun`: a dataclass that is frozen for the type checker and cheap to define.

A commit hook defines all our types anew at every start. The standard decorator writes, compiles and runs six functions
for each frozen class, three of them never called; that was a third of the start-up. `noun` compiles the constructor
alone. What it gives up is the check at run time that nobody assigns to a field: mypy makes it before.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")

new = tuple.__new__
"""Makes a named tuple of a tuple without its constructor, which is a call of Python's own: lines have many."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def noun(cls: type[T], /) -> type[T]:
    """Make *cls* a frozen dataclass with slots; equal, and equal in hash, by the fields that are compared."""
    made: Any = dataclass(slots=True, eq=False, repr=False)(cls)
    made.__eq__, made.__hash__, made.__repr__ = _equal, _hash, _shown
    return made  # type: ignore[no-any-return]


def _values(one: Any) -> tuple[Any, ...]:
    return tuple(getattr(one, name) for name, kept in one.__dataclass_fields__.items() if kept.compare)


def _equal(self: Any, other: object) -> bool:
    return _values(self) == _values(other) if other.__class__ is self.__class__ else NotImplemented


def _hash(self: Any) -> int:
    return hash(_values(self))


def _shown(self: Any) -> str:
    inner = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__dataclass_fields__)
    return f"{type(self).__qualname__}({inner})"
