"""Markdown with front matter: YAML between two lines of three hyphens, and the document's text below."""

from __future__ import annotations

from provcheck.model.document import Entry
from provcheck.read import yaml
from provcheck.read.faults import Faults
from provcheck.read.sniff import CLOSING, OPENING


def entries(text: str, faults: Faults) -> tuple[Entry, ...]:
    """Return the one entry of a Markdown *text*, its body with it."""
    opening = OPENING.match(text)
    if opening is None:
        if text.startswith("+++"):
            faults.add("syntax", "front matter in TOML (+++) is not read: write it in YAML between lines of ---", 0, 3)
        else:
            faults.add("syntax", "no front matter: a record begins with a line of --- and ends with another", 0, 0)
        return ()
    closing = CLOSING.search(text, opening.end())
    if closing is None:
        faults.add("syntax", "the front matter is never closed: end it with a line of ---", 0, 3)
        return ()
    return yaml.entries(text, faults, start=opening.end(), end=closing.start(), body=text[closing.end() :])
