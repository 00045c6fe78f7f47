"""Where the keys of a TOML file stand; ``tomllib`` gives values without places.

It looks at lines, as a person does: table headers, and ``key =`` at the beginning of a line. A key inside of an inline
table has no line of its own and gets the place of the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

from provcheck.model.document import Pointer, Span
from provcheck.model.lazy import pattern

_HEADER = pattern(r"[ \t]*(\[\[?)([^\]\n#]+)\]\]?")
_KEY = pattern(r"""[ \t]*((?:[\w.-]|"[^"\n]*"|'[^'\n]*')(?:[\w. \t-]|"[^"\n]*"|'[^'\n]*')*?)[ \t]*=""")
_STEP = pattern(r"""[\w-]+|"([^"\n]*)"|'([^'\n]*)'""")


class Places:
    """The places of the keys of one TOML text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._keys: dict[Pointer, Span] = {}
        for pointer, span in _keys(text):
            self._keys.setdefault(pointer, span)

    def of(self, pointer: Pointer) -> Span:
        """Return the span of the key that *pointer* ends in; of a list item, of its text; else of the nearest above."""
        for end in range(len(pointer), 0, -1):
            if pointer[:end] in self._keys:
                return self._keys[pointer[:end]]
        return Span(0, min(1, len(self._text)))

    def of_text(self, pointer: Pointer, value: object) -> Span:
        """Return the span of the string *value* after the key of *pointer*, its quotes included, or of the key."""
        key = self.of(pointer)
        after = min((span.start for span in self._keys.values() if span.start > key.start), default=len(self._text))
        for quoted in (f'"{value}"', f"'{value}'"):
            at = self._text.find(quoted, key.end, after)
            if at >= 0:
                return Span(at, at + len(quoted))
        return key


def _keys(text: str) -> Iterator[tuple[Pointer, Span]]:
    table: Pointer = ()
    counts: dict[Pointer, int] = {}
    start = 0
    for line in StringIO(text, newline=""):  # lines as TOML has them
        if header := _HEADER.match(line):
            table = _steps(header[2])
            for end in range(1, len(table)):  # [a.b] below [[a]] is inside the last a
                if table[:end] in counts:
                    table = (*table[:end], counts[table[:end]] - 1, *table[end:])
            if header[1] == "[[":
                counts[table] = counts.get(table, 0) + 1
                table = (*table, counts[table] - 1)
            yield table, Span(start + header.start(1), start + header.end())
        elif key := _KEY.match(line):
            yield (*table, *_steps(key[1])), Span(start + key.start(1), start + key.end(1))
        start += len(line)


def _steps(dotted: str) -> Pointer:
    return tuple(step[1] or step[2] or step[0] for step in _STEP.finditer(dotted))
