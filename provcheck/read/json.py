"""JSON → entries. The standard library reads the data; places are found only when somebody asks for them."""

from __future__ import annotations

import json

from provcheck.model.document import Entry, Locator, Value
from provcheck.read.faults import Faults

MAX_DEPTH = 100


def entries(text: str, faults: Faults, *, base: int = 0) -> tuple[Entry, ...]:
    """Return the entries of a JSON *text* that begins at character *base* of its file."""
    if not text.strip():
        faults.add("syntax", "there is no record in it: the file is empty", base, base)
        return ()
    try:
        data: Value = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        faults.add("syntax", f"no JSON: {error.msg}", base + error.pos)
        return ()
    except RecursionError:
        faults.add("syntax", f"nested more than {MAX_DEPTH} deep: not read", base)
        return ()
    items = data if isinstance(data, list) and data and all(isinstance(item, dict) for item in data) else [data]
    return tuple(Entry(item, Locator()) for item in items)
