"""From a schema and plain data to the flaws that a person should hear of: of alternatives only the branch meant."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from provcheck import tables
from provcheck.model.document import Pointer
from provcheck.schema.engines import Engine, EngineName, Flaw, Location, Schema, compiled, part, settle, target

ALTERNATIVES = ("anyOf", "oneOf")


class Checker:
    """One schema with one engine. Parts of the schema are compiled when a branch has to be looked into."""

    def __init__(self, schema: Schema, engine: EngineName) -> None:
        self.schema = schema
        self._engine = engine
        self._whole = compiled(schema, engine)
        self._parts: dict[Location, Engine] = {}
        self._branches: dict[Location, list[tuple[Location, Schema]]] = {}

    def is_valid(self, data: Any) -> bool:
        """Tell whether *data* meets the schema. ValueError where the engine cannot read it."""
        return self._whole.is_valid(data)

    def flaws(self, data: Any) -> Iterator[Flaw]:
        """Yield what *data* does not meet. A flaw at an alternative stays one where no branch was clearly meant."""
        if not self._whole.is_valid(data):
            yield from self._within(self._whole, (), data, ())

    def _within(self, engine: Engine, base: Location, value: Any, at: Pointer) -> Iterator[Flaw]:
        for found in engine.flaws(value):
            flaw = Flaw((*at, *found.pointer), settle(self.schema, base, found.location))
            if flaw.location[-1] in ALTERNATIVES:
                yield from self._meant(flaw, inside(value, found.pointer))
            else:
                yield flaw

    def _meant(self, flaw: Flaw, value: Any) -> Iterator[Flaw]:
        """Yield the flaws of the branch that the author meant: of the value's type, with most keys in common."""
        if flaw.location not in self._branches:
            found = branches(self.schema, flaw.location)
            self._branches[flaw.location] = [(branch, part(self.schema, branch)) for branch in found]
        if is_empty(value):
            fitting = []
        else:
            what = kind(value)
            fitting = [(branch, form) for branch, form in self._branches[flaw.location] if what in kinds(form)]
        if not fitting:
            yield flaw
            return
        keys = set(value) if isinstance(value, dict) else set()
        best, _ = max(fitting, key=lambda found: len(keys & set(found[1].get("properties", ()))))
        yield from self._within(self._part(best), best, value, flaw.pointer)

    def _part(self, location: Location) -> Engine:
        if location not in self._parts:
            alone = {**part(self.schema, location), "$defs": self.schema.get("$defs", {})}
            self._parts[location] = compiled(alone, self._engine)
        return self._parts[location]


@cache
def checker(name: str, engine: EngineName) -> Checker:
    """Return the checker for ``schemas/NAME.schema.json``, made once."""
    return Checker(tables.schema(name), engine)


def inside(data: Any, pointer: Pointer) -> Any:
    """Return the value at *pointer* in plain data."""
    for step in pointer:
        data = data[step]
    return data


def followed(schema: Schema, location: Location) -> Location:
    """Return where the part at *location* is written: its own place, or what its ``$ref`` names."""
    reference = part(schema, location).get("$ref")
    return location if reference is None else followed(schema, target(reference))


def branches(schema: Schema, location: Location) -> list[Location]:
    """Return the alternatives listed at *location*, those of alternatives among them included."""
    found = []
    for index in range(len(part(schema, location))):
        branch = followed(schema, (*location, index))
        nested = next((key for key in ALTERNATIVES if key in part(schema, branch)), None)
        if nested is not None and "type" not in part(schema, branch):
            found += branches(schema, (*branch, nested))
        else:
            found.append(branch)
    return found


def kind(value: Any) -> str:
    """Return the JSON type of a plain value."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, str):
        return "string"
    if isinstance(value, dict):
        return "object"
    return "array" if isinstance(value, list) else "number"


def kinds(schema: Schema) -> list[str]:
    """Return the JSON types that a part of a schema takes; of ``enum`` the types of its words."""
    if "enum" in schema:
        return sorted({kind(word) for word in schema["enum"]})
    types = schema.get("type", [])
    named = [types] if isinstance(types, str) else list(types)
    return ["number" if name == "integer" else name for name in named]


def is_empty(value: Any) -> bool:
    """Tell whether a value says nothing: null, blanks, an empty list or mapping."""
    return value is None or value in ([], {}) or (isinstance(value, str) and not value.strip())
