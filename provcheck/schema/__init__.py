"""JSON Schema over plain data → problems, in the words of the schema's own descriptions.

The schemas are the single truth for fields. Two engines can check them: jsonschema-rs, which is fast, and jsonschema,
the reference; what they find is the same, and every word of a message is ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from provcheck.model.document import Entry
from provcheck.model.finding import Problem
from provcheck.schema.engines import EngineName
from provcheck.schema.fields import fields
from provcheck.schema.flaws import checker
from provcheck.schema.guess import meant_key
from provcheck.schema.kinds import KINDS
from provcheck.schema.words import problems

NOTHING: Mapping[str, str] = MappingProxyType({})

__all__ = ["KINDS", "EngineName", "check", "check_data", "fields", "meant_key"]


def check(entry: Entry, *, supplied: Mapping[str, str] = NOTHING, engine: EngineName = "auto") -> Iterator[Problem]:
    """Yield what is wrong with the fields of a record; see `check_data`.

    *supplied* are fields that the repository's configuration says for every record that does not say them itself.
    """
    data = entry.data
    if supplied and isinstance(data, dict):
        data = {**supplied, **data}
    return check_data(data, "record", engine=engine)


def check_data(data: Any, schema_name: str, *, engine: EngineName = "auto") -> Iterator[Problem]:
    """Yield where plain *data* does not meet ``schemas/SCHEMA_NAME.schema.json``, in the order of the data.

    ``Problem.rule`` is one of `KINDS`. ``auto`` takes the fast engine where it is installed. FileNotFoundError for a
    schema that we do not have; ImportError for ``fast`` where jsonschema-rs is not installed.
    """
    chosen = checker(schema_name, engine)
    try:
        found = list(chosen.flaws(data))
    except ValueError:  # the fast engine wants sound Unicode, and data that is not nested too deeply
        chosen = checker(schema_name, "reference")
        try:
            found = list(chosen.flaws(data))
        except RecursionError:
            yield Problem((), "the record is nested too deeply to be checked", rule="field-type")
            return
    yield from problems(found, data, schema_name, chosen.schema)
