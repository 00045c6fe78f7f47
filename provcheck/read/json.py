"""JSON and JSON Lines → entries. The standard library reads the data; places are found when somebody asks for them."""

from __future__ import annotations

import json
import re

from provcheck.model.document import Entry, Value
from provcheck.model.lazy import pattern
from provcheck.read.encoding import forbidden
from provcheck.read.faults import EMPTY, Faults, line_of
from provcheck.read.json_places import JsonLocator, JsonText
from provcheck.read.json_tree import MAX_DEPTH, constants, too_deep
from provcheck.read.nodes import repeated

NO_CHARACTER = pattern(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u([dD][89a-fA-F][0-9a-fA-F]{2})"
    r"|u(00(?:0[0-8bcefBCEF]|1[0-9a-fA-F]|7[fF]|8[0-46-9a-fA-F]|9[0-9a-fA-F]))|.)",
    re.DOTALL,
)
"""An escape: half a character (group 1), a control character (group 2), or one that may stand (neither)."""

REMEDIES = (
    ("property name", "a key in double quotation marks should stand here"),
    ("Illegal trailing comma", "a comma stands after the last value: delete it"),
    ("',' delimiter", "a comma or a closing bracket should stand here"),
    ("':' delimiter", "a colon should stand between key and value"),
    ("Unterminated string", "this quotation mark is never closed on its line"),
    ("control character", "a line end or tab inside quotation marks: close them, or write \\n or \\t"),
    ("escape", "this backslash begins no escape: write \\\\ for a backslash"),
    ("Extra data", "something follows the value: a file of one record a line must end in .jsonl"),
)
"""What the standard library says, and what to say instead."""


def entries(text: str, faults: Faults) -> tuple[Entry, ...]:
    """Return the entries of a JSON *text*: its value, or every item of a list of mappings."""
    if not text.strip():
        faults.add("syntax", EMPTY, 0, 0)
        return ()
    found = _Reader(text, 0, len(text), faults)
    data = found.read()
    if isinstance(data, list) and data and all(isinstance(item, dict) for item in data):
        return tuple(Entry(item, JsonLocator(found.source, number)) for number, item in enumerate(data))
    return () if data is _NOTHING else (Entry(data, JsonLocator(found.source)),)


def lines(text: str, faults: Faults) -> tuple[Entry, ...]:
    """Return the entries of a JSON Lines *text*, one a line; a line that cannot be read does not stop the others."""
    found = []
    for match in re.finditer(r"[^\r\n]+", text):
        if match.group().isspace():
            continue
        reader = _Reader(text, *match.span(), faults)
        data = reader.read()
        if data is not _NOTHING:
            found.append(Entry(data, JsonLocator(reader.source)))
    if not found and not faults:
        faults.add("syntax", EMPTY, 0, 0)
    return tuple(found)


_NOTHING: Value = []
"""Stands for a value that could not be read; no value read is the same object."""


class _Reader:
    """Reads the one JSON value at *start* to *end* of *text*."""

    def __init__(self, text: str, start: int, end: int, faults: Faults) -> None:
        self.text = text
        self.start = start
        self.faults = faults
        self.source = JsonText(text, start, end)
        self.twice = False
        self.not_a_number = False

    def read(self) -> Value:
        """Return the value, or ``_NOTHING``."""
        start, end = self.start, self.source.end
        part = self.without_what_is_no_text(self.text[start:end])
        try:
            data: Value = json.loads(
                part,
                object_pairs_hook=self.mapping,
                parse_int=str,
                parse_float=str,
                parse_constant=self.constant,
            )
        except json.JSONDecodeError as error:
            self.faults.add("syntax", _in_words(error, part), start + min(error.pos, max(len(part) - 1, 0)))
            return _NOTHING
        except RecursionError:
            data = _NOTHING
        if data is _NOTHING or _deeper(data, part):
            message = f"nested more than {MAX_DEPTH} deep: not read"
            self.faults.add("syntax", message, too_deep(self.text, start, end))
            return _NOTHING
        if self.twice and self.source.top is not None:
            for key, first in repeated(self.source.top):
                if self.faults.full:
                    break  # to find the line of the first one costs a look at the text
                where = line_of(self.text, first.start)
                message = f"the key “{key.text}” is given twice, first on line {where}: the first one counts here"
                self.faults.add("key-duplicate", message, key.start, key.end)
        if self.not_a_number:
            for at, stop in constants(self.text, start, end):
                self.faults.add("syntax", f"{self.text[at:stop]} is no JSON: quote it", at, stop)
        return data

    def mapping(self, pairs: list[tuple[str, Value]]) -> dict[str, Value]:
        """Make a mapping of *pairs*; of two equal keys the first counts."""
        data = dict(pairs)
        if len(data) < len(pairs):
            self.twice = True
            data.update(reversed(pairs))
        return data

    def constant(self, text: str) -> str:
        """Keep NaN and Infinity, which Python writes and JSON does not know, as text."""
        self.not_a_number = True
        return text

    def without_what_is_no_text(self, part: str) -> str:
        """Return *part* with U+FFFD (escaped, same length) for halves of characters and control characters."""
        if "\\ud" not in part and "\\uD" not in part and "\\u00" not in part:
            return part

        def mend(match: re.Match[str]) -> str:
            at = self.start + match.start()
            if match[1] is not None:
                self.faults.add("encoding", f"{match.group()} is half a character: write the whole", at, at + 6)
            elif match[2] is not None:
                self.faults.add("encoding", forbidden(chr(int(match[2], 16))), at, at + 6)
            else:
                return match.group()
            return "\\ufffd"

        return NO_CHARACTER.sub(mend, part)


def _deeper(data: Value, part: str) -> bool:
    """Tell whether *data* is nested too deep; *part* is its text."""
    if part.count("[") + part.count("{") <= MAX_DEPTH:
        return False
    level = [data]
    for _ in range(MAX_DEPTH):
        level = [
            below
            for value in level
            if isinstance(value, (list, dict))
            for below in (value if isinstance(value, list) else value.values())
            if isinstance(below, (list, dict))
        ]
        if not level:
            return False
    return True


def _in_words(error: json.JSONDecodeError, part: str) -> str:
    before = part[: error.pos].rstrip()[-1:]
    here = part[error.pos : error.pos + 2]
    if here in ("//", "/*") or here[:1] == "#":
        return "JSON has no comments: put it into a field “note”, or use YAML"
    if before == "," and here[:1] in ("}", "]"):
        return "a comma stands before the closing bracket: delete it"
    if here[:1] == "'":
        return "JSON wants double quotation marks"
    if error.msg == "Expecting value" and error.pos >= len(part.rstrip()):
        return "the text ends too early: a value or a closing bracket is missing"
    return next((remedy for said, remedy in REMEDIES if said in error.msg), f"no JSON: {error.msg}")
