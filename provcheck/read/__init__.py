"""Bytes → `Document`: one file per input format. Nothing here opens a file, and nothing a user wrote raises."""

from __future__ import annotations

from itertools import islice

from provcheck.model.document import Document, Entry, Pointer, Value
from provcheck.model.lazy import pattern
from provcheck.read.encoding import MAX_REPORTED, clean, decode, encode, forbidden, unseen
from provcheck.read.faults import Faults
from provcheck.read.sniff import sniff

__all__ = ["FORMATS", "encode", "format_of", "read"]

FORMATS = {
    "yaml": (".yaml", ".yml"),
    "json": (".json",),
    "jsonl": (".jsonl", ".ndjson"),
    "markdown": (".md", ".markdown"),
    "csv": (".csv",),
    "tsv": (".tsv", ".tab"),
}
"""The formats that are read, and the file endings that announce them."""

MARKUP = pattern(r"\s*(<(?:\?xml\b|!DOCTYPE\b|!--|[A-Za-z][\w:.-]*(?=[\s/>])))")
IS_MARKUP = (
    "this is XML (TEI, EAD) or HTML, in which no records are read: write them as YAML, JSON, CSV or Markdown; "
    "`provcheck import` makes one of a saved page"
)

_BY_ENDING = {ending: name for name, endings in FORMATS.items() for ending in endings}


def format_of(path: str) -> str | None:
    """Return the format that the ending of *path* announces; None where it announces none.

    >>> format_of("records/113732.yaml")
    'yaml'
    """
    name = path.replace("\\", "/").rpartition("/")[2].lower()
    return _BY_ENDING.get("." + name.rpartition(".")[2]) if "." in name else None


def read(path: str, data: bytes, format: str | None = None) -> Document:  # noqa: A002 (the field's own word)
    """Read the bytes *data* of the file that the user calls *path*. Never raises: what is wrong is in its faults.

    *format* is one of `FORMATS`; without it the ending of *path* decides, and where that says nothing, the text does.
    """
    decoded = decode(data)
    kind = format or format_of(path) or sniff(decoded.text)
    if not decoded.readable:
        return Document(path, kind, decoded.text, (), decoded.faults, decoded.encoding)
    text, told = clean(decoded.text)
    faults = Faults([*decoded.faults, *told])
    found = _entries(kind, text, faults)
    if "\\" in text:
        for entry in found:
            _escaped(entry, entry.data, (), text, faults)
    faults.sort(key=lambda fault: fault.span)
    return Document(path, kind, decoded.text, found, tuple(faults), decoded.encoding)


def _escaped(entry: Entry, value: Value, at: Pointer, text: str, faults: Faults) -> None:
    """Tell of characters nobody sees that are written as escapes, the first of a value; others are told already."""
    if isinstance(value, str):
        for start in islice(unseen(value), MAX_REPORTED):
            span = entry.locator.within(at, start, start + 1)
            if text[span.start : span.end] != value[start]:
                faults.add("encoding", forbidden(value[start]), span.start, span.end)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _escaped(entry, item, (*at, index), text, faults)
    elif isinstance(value, dict):
        for key, item in value.items():
            _escaped(entry, item, (*at, key), text, faults)


def _entries(kind: str, text: str, faults: Faults) -> tuple[Entry, ...]:
    if kind in ("yaml", "json") and (tag := MARKUP.match(text)) is not None:
        faults.add("syntax", IS_MARKUP, *tag.span(1))
        return ()
    if kind == "yaml":
        from provcheck.read import yaml

        return yaml.entries(text, faults)
    if kind == "markdown":
        from provcheck.read import markdown

        return markdown.entries(text, faults)
    if kind in ("csv", "tsv"):
        from provcheck.read import csv

        return csv.entries(text, faults, "\t" if kind == "tsv" else ",")
    from provcheck.read import json

    return json.lines(text, faults) if kind == "jsonl" else json.entries(text, faults)
