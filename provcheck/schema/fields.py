"""What the schema says of each field, by its dotted name: ``sources.archive``, ``rights``, ``relations.rel``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from provcheck import tables
from provcheck.model.document import Pointer
from provcheck.schema.engines import Schema, part, target


@cache
def fields(name: str = "record") -> Mapping[str, Schema]:
    """Return every field of ``schemas/NAME.schema.json`` by dotted name, in the schema's order.

    Each comes with its ``title``, ``description`` and ``examples``. List items have no name of their own:
    ``sources.archive`` is the archive of any source. Keys that the user chooses are ``*``: ``people.*.name``.
    """
    root = tables.schema(name)
    return MappingProxyType(dict(_under(root, root, "")))


def _under(root: Schema, schema: Any, prefix: str) -> Iterator[tuple[str, Schema]]:
    for form in _forms(root, schema):
        others = form.get("additionalProperties")
        for key, field in form.get("properties", {}).items():
            yield prefix + key, field
            if not isinstance(others, dict) or field.get("$ref") != others.get("$ref"):
                yield from _under(root, field, f"{prefix}{key}.")
        yield from _under(root, others, f"{prefix}*.")


def _forms(root: Schema, schema: Any) -> Iterator[Schema]:
    """Yield a part of a schema, and every alternative and kind of list item that it allows."""
    if not isinstance(schema, dict):
        return
    if "$ref" in schema:
        yield from _forms(root, part(root, target(schema["$ref"])))
    yield schema
    for branch in (*schema.get("anyOf", ()), *schema.get("oneOf", ()), schema.get("items")):
        yield from _forms(root, branch)


def described(name: str, pointer: Pointer) -> Schema:
    """Return the field that *pointer* leads to or into, or what the schema says of the whole."""
    return _along(name, pointer)[0]


def is_needed(name: str, pointer: Pointer) -> bool:
    """Tell whether what stands at *pointer*, or the field whose list item it is, must be there."""
    while pointer and isinstance(pointer[-1], int):
        pointer = pointer[:-1]
    return not pointer or any(pointer[-1] in form.get("required", ()) for form in _along(name, pointer[:-1])[1])


def _along(name: str, pointer: Pointer) -> tuple[Schema, list[Schema]]:
    """Follow *pointer* from field to field: the last field with a description, and the forms of what is there."""
    root = tables.schema(name)
    found: Schema = root
    here = list(_forms(root, root))
    for step in pointer:
        if isinstance(step, int):
            continue  # the kinds of list items are among the forms
        field = next((form["properties"][step] for form in here if step in form.get("properties", ())), None)
        if field is not None:
            found = field
        else:  # a key that the user chooses: a role, a language, a rule's name
            others = (form.get("additionalProperties") for form in here)
            field = next((other for other in others if isinstance(other, dict)), None)
        here = list(_forms(root, field))
    return found, here
