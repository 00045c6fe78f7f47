"""Which format a text without a telling name is in: standard input, mostly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provcheck.model.lazy import pattern

MANY_LINES = pattern(r"\s*\{[^\r\n]*\}[ \t]*(?:\r\n|\n|\r)+\{")
"""Two lines that each begin with a brace, the first one closing it: JSON Lines."""

OPENING = pattern(r"---[ \t]*(?:\r\n|\n|\r)")
CLOSING = pattern(r"(?:^|(?<=\r))(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
"""The lines between which front matter stands."""

LINE_END = pattern(r"\r\n|\n|\r")
KEY = pattern(r"(?:- +)?([^\s:#{}\[\]-][^\s:#]*):(?:\s|\Z)")
YAML_LINE = pattern(r"- |-\Z|[{}\[\]]|---|\.\.\.")
"""What else than a key may begin a line of YAML at the margin."""

HEADER = pattern(r"[\"\w.-]+(?:[,;\t][\"\w. -]*)+(?:[\r\n]|\Z)")


def sniff(text: str) -> str:
    """Return the format that *text* looks like; YAML where nothing speaks for another one.

    >>> sniff('{"id": "1"}'), sniff("id,title\\n1,x\\n"), sniff("---\\nid: 1\\n---\\nDear comrade,\\n")
    ('json', 'csv', 'markdown')
    >>> sniff("---\\nid: 1\\n---\\n# Letter\\nDear comrade,\\n"), sniff("---\\nid: 1\\n---\\n# the next\\nid: 2\\n")
    ('markdown', 'yaml')
    """
    if MANY_LINES.match(text):
        return "jsonl"
    begin = text.lstrip()[:1]
    if begin == "[" or (begin == "{" and re.match(r'\s*\{\s*["}]', text)):
        return "json"
    if _has_front_matter(text):
        return "markdown"
    header = HEADER.match(text)
    if header is not None:
        return "tsv" if "\t" in header.group() else "csv"
    return "yaml"


def _has_front_matter(text: str) -> bool:
    """Tell whether *text* is Markdown with front matter, and no stream of several YAML documents.

    A heading (``# Title``) or a list may begin either. The next document has a key at the margin that the first has
    too, or nothing but lines of YAML there; the text of a record does not look so.
    """
    opening = OPENING.match(text)
    closing = CLOSING.search(text, opening.end()) if opening is not None else None
    if opening is None or closing is None or not text[closing.end() :].strip():
        return False
    below = _at_margin(text[closing.end() :])
    if not set(_keys(_at_margin(text[opening.end() : closing.start()]))).isdisjoint(_keys(below)):
        return False
    yaml = any(KEY.match(line) or line[0] in "{[" for line in below)
    return not (yaml and all(KEY.match(line) or YAML_LINE.match(line) for line in below))


def _at_margin(text: str) -> list[str]:
    """Return the lines that are not indented, and neither comments nor headings."""
    return [line for line in LINE_END.split(text) if line[:1].strip("# \t")]


def _keys(lines: list[str]) -> Iterator[str]:
    return (match[1] for line in lines if (match := KEY.match(line)) is not None)
