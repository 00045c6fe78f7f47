"""YAML → entries. Data first; places only when somebody asks for them."""

from __future__ import annotations

from provcheck.model.document import Entry
from provcheck.read.faults import EMPTY, Faults, line_of
from provcheck.read.nodes import repeated
from provcheck.read.yaml_build import Builder
from provcheck.read.yaml_places import YamlLocator, YamlText

MAX_TAG_DIRECTIVES = 100
"""libyaml compares each with all before it: thousands of them take minutes."""


def entries(text: str, faults: Faults, *, start: int = 0, end: int | None = None, body: str = "") -> tuple[Entry, ...]:
    """Return the entries of the YAML that stands at *start* to *end* of its file's *text*.

    Every document of the stream is an entry, and so is every item where the top is a list of mappings.
    """
    source = YamlText(text, start, len(text) if end is None else end)
    if text.count("%TAG", start, source.end) > MAX_TAG_DIRECTIVES:
        at = text.index("%TAG", start)
        faults.add("syntax", f"more than {MAX_TAG_DIRECTIVES} times %TAG: not read", at, at + 4)
        return ()
    builder = Builder(text[start : source.end], start, faults)
    builder.build()
    if builder.repeated:
        _report_repeated(builder, source, faults)
    found: list[Entry] = []
    for number, (data, unquoted, keys) in enumerate(builder.documents):
        if data is None:
            continue
        if not (isinstance(data, list) and data and all(isinstance(item, dict) for item in data)):
            found.append(Entry(data, YamlLocator(source, number), tuple(unquoted), tuple(keys), body))
            continue
        for item, value in enumerate(data):
            own = tuple((pointer[1:], scalar) for pointer, scalar in unquoted if pointer[0] == item)
            own_keys = tuple(pointer[1:] for pointer in keys if pointer[0] == item)
            found.append(Entry(value, YamlLocator(source, number, item), own, own_keys, body))
    if not found and not faults:
        faults.add("syntax", EMPTY, start, start)
    return tuple(found)


def _report_repeated(builder: Builder, source: YamlText, faults: Faults) -> None:
    """Report keys that stood in their mapping already, with the line of the first one."""
    firsts = {key.start: first for top in source.documents for key, first in repeated(top)}
    for key, start, end in builder.repeated:
        if faults.full:
            break  # to find the line of the first one costs a look at the text
        first = firsts.get(source.start + start)
        where = f", first on line {line_of(source.text, first.start)}" if first is not None else ""
        message = f"the key “{key}” is given twice{where}: the first one counts here, the last one in other readers"
        faults.add("key-duplicate", message, source.start + start, source.start + end)
