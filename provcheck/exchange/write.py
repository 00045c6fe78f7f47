"""A record's data → the text of a file, in the house's layout."""

from __future__ import annotations

import json
from typing import Literal

from provcheck.model.document import Value
from provcheck.read.yaml_write import after_key, scalar

RecordFormat = Literal["yaml", "json", "markdown"]

ENDINGS: dict[RecordFormat, str] = {"yaml": ".yaml", "json": ".json", "markdown": ".md"}
"""The ending of a file of each format."""


def record_text(data: dict[str, Value], format: RecordFormat = "yaml") -> str:  # noqa: A002 (the field's own word)
    r"""Return *data* as a file's text; `provcheck.read.read` reads the same data out of it.

    >>> record_text({"id": "0102", "title": "A letter"})
    'id: "0102"\ntitle: A letter\n'
    """
    if format == "json":
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    lines = "".join(f"{scalar(key, flow=False)}:{after_key(value, 0, chr(10))}\n" for key, value in data.items())
    return f"---\n{lines}---\n" if format == "markdown" else lines
