"""YAML → entries. Data first; places only when somebody asks for them."""

from __future__ import annotations

from provcheck.model.document import Entry, Locator
from provcheck.read.faults import Faults
from provcheck.read.yaml_build import Builder


def entries(text: str, faults: Faults, *, base: int = 0, body: str = "") -> tuple[Entry, ...]:
    """Return the entries of a YAML *text* that begins at character *base* of its file.

    Every document of the stream is an entry; a list of mappings is as many entries.
    """
    builder = Builder(text, base, faults)
    builder.build()
    for repeated in builder.repeated:
        message = f"the key “{repeated.key}” is given twice"
        faults.add("key-duplicate", message, base + repeated.start, base + repeated.end)
    found = []
    for data, unquoted in builder.documents:
        if data is None:
            continue
        found.append(Entry(data, Locator(), tuple(unquoted), body))
    if not found and not faults:
        faults.add("syntax", "there is no record in it: the file is empty", base, base)
    return tuple(found)
