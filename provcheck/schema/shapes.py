"""What a field of the record may hold, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from provcheck import tables

_SHAPES = {
    "string": "text",
    "object": "fields",
    "array": "a list",
    "boolean": "true or false",
    "number": "a number",
    "integer": "a number",
    "null": "nothing",
}


def _resolved(field: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return *field* with the definition that it refers to."""
    reference = str(field.get("$ref", ""))
    if not reference.startswith("#/$defs/"):
        return field
    definition = tables.schema("record").get("$defs", {}).get(reference.removeprefix("#/$defs/"), {})
    return {**_resolved(definition), **field}


def shape(field: Mapping[str, Any]) -> str:
    """Return what a field may be, in words: ``text or a list``."""
    field = _resolved(field)
    types = field.get("type")
    if types is None and (branches := field.get("anyOf") or field.get("oneOf")):
        return " or ".join(dict.fromkeys(shape(branch) for branch in branches))
    named = [types] if isinstance(types, str) else list(types or [])
    if not named and ("enum" in field or "const" in field):
        return "text"
    shapes = dict.fromkeys(_SHAPES.get(str(one), str(one)) for one in named)
    return " or ".join(shapes) or "a value"


def values(field: Mapping[str, Any]) -> list[str]:
    """Return the values that a field may have, where they are listed."""
    field = _resolved(field)
    found = [str(value) for value in field.get("enum", ())]
    for branch in (*field.get("anyOf", ()), *field.get("oneOf", ())):
        found += values(branch)
        if "const" in branch:
            found.append(str(branch["const"]))
    return list(dict.fromkeys(found))
