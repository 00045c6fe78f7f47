"""Which format a text without a telling name is in: standard input, mostly."""

from __future__ import annotations

import re

from provcheck.model.lazy import pattern

MANY_LINES = pattern(r"\s*\{[^\r\n]*\}[ \t]*(?:\r\n|\n|\r)+\{")
"""Two lines that each begin with a brace, the first one closing it: JSON Lines."""

FRONT_MATTER = pattern(r"---[ \t]*(?:\r\n|\n|\r)(?:(?!---)[^\r\n]*(?:\r\n|\n|\r))*---[ \t]*(?:\r\n|\n|\r|\Z)")
YAML_LINE = pattern(r"\s*(?:#|[^\s:#]+:(?:\s|\Z)|-\s|\{|\Z)")
HEADER = pattern(r"[\"\w.-]+(?:[,;\t][\"\w. -]*)+(?:[\r\n]|\Z)")


def sniff(text: str) -> str:
    """Return the format that *text* looks like; YAML where nothing speaks for another one.

    >>> sniff('{"id": "1"}'), sniff("id,title\\n1,x\\n"), sniff("---\\nid: 1\\n---\\nDear comrade,\\n")
    ('json', 'csv', 'markdown')
    """
    if MANY_LINES.match(text):
        return "jsonl"
    begin = text.lstrip()[:1]
    if begin == "[" or (begin == "{" and re.match(r'\s*\{\s*["}]', text)):
        return "json"
    matter = FRONT_MATTER.match(text)
    if matter is not None and not YAML_LINE.match(text, matter.end()):
        return "markdown"
    header = HEADER.match(text)
    if header is not None:
        return "tsv" if "\t" in header.group() else "csv"
    return "yaml"
