"""The two JSON Schema engines behind one face: jsonschema-rs, which is fast, and jsonschema, the reference.

Of what an engine finds only the *flaw* is used: where in the data, and which keyword of the schema. Both engines agree
on that (a test compares them), and the words are ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Literal, NamedTuple, Protocol, TypeAlias

from provcheck.model.document import Pointer

EngineName = Literal["auto", "fast", "reference"]
Schema: TypeAlias = dict[str, Any]
Location: TypeAlias = tuple[str | int, ...]
"""The way from the top of a schema to one of its parts, ``$ref`` followed."""


class Flaw(NamedTuple):
    """One keyword of the schema that the data does not meet."""

    pointer: Pointer
    location: Location
    """Of the keyword in the schema."""


class Engine(Protocol):
    """A schema, compiled."""

    def is_valid(self, data: Any) -> bool:
        """Tell whether *data* meets the schema."""

    def flaws(self, data: Any) -> Iterator[Flaw]:
        """Yield the flaws of *data*; those inside of alternatives (``anyOf``) stay unsaid.

        ValueError where the engine cannot read *data*.
        """


class _Fast:
    def __init__(self, schema: Schema) -> None:
        import jsonschema_rs

        self._validator = jsonschema_rs.Draft202012Validator(schema)

    def is_valid(self, data: Any) -> bool:
        return bool(self._validator.is_valid(data))

    def flaws(self, data: Any) -> Iterator[Flaw]:
        if _has_blurred_key(data):
            raise ValueError("jsonschema-rs would not name this key in its pointers")
        for error in self._validator.iter_errors(data):
            yield Flaw(tuple(error.instance_path), tuple(error.schema_path))


class _Reference:
    def __init__(self, schema: Schema) -> None:
        from jsonschema import Draft202012Validator

        self._validator = Draft202012Validator(schema)

    def is_valid(self, data: Any) -> bool:
        return self._validator.is_valid(data)

    def flaws(self, data: Any) -> Iterator[Flaw]:
        for error in self._validator.iter_errors(data):
            yield Flaw(tuple(error.absolute_path), tuple(error.absolute_schema_path))


def _has_blurred_key(data: Any) -> bool:
    """Tell whether a key is empty, which jsonschema-rs leaves out of pointers, or a number, which it makes an index."""
    waiting = [data]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if any(not key or key.removeprefix("+").isdecimal() for key in value):
                return True
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return False


@lru_cache(maxsize=1)
def fast_is_here() -> bool:
    """Tell whether jsonschema-rs can be imported; its maker has no wheels for some machines."""
    try:
        import jsonschema_rs  # noqa: F401
    except ImportError:
        return False
    return True


def compiled(schema: Schema, engine: EngineName) -> Engine:
    """Return *schema* compiled by *engine*; ``auto`` is the fast one where it is here. ImportError without ``fast``."""
    if engine == "reference" or (engine == "auto" and not fast_is_here()):
        return _Reference(schema)
    return _Fast(schema)


def settle(root: Schema, base: Location, path: Location) -> Location:
    """Return where *path*, taken from *base*, ends in *root*, so that both engines name the same place.

    At a ``$ref`` one engine's path starts anew at ``$defs``, the other's goes on in what is referred to.
    """
    settled: Location = () if path[:1] == ("$defs",) else base
    for step in path:
        here = part(root, settled)
        while isinstance(here, dict) and step not in here and "$ref" in here:
            settled = target(here["$ref"])
            here = part(root, settled)
        settled = (*settled, step)
    return settled


def target(reference: str) -> Location:
    """Return the location that a ``$ref`` within the same schema names."""
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in reference.removeprefix("#/").split("/"))


def part(root: Schema, location: Location) -> Any:
    """Return the part of *root* at *location*."""
    found: Any = root
    for step in location:
        found = found[step]
    return found
