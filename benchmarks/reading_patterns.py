"""What each pattern of the reader of source lines is worth: how many real lines it matches, and changes.

usage: python benchmarks/reading_patterns.py LINES.jsonl …     (JSON Lines with a "text")

Each pattern of `archives/lexicon` and `archives/reading` is switched off in turn, and the lines in which it matched
anything are read again. One that changes nothing, or a single line, is a rule for that line: it costs all others time,
so remove it, or find the general rule that it is a case of. What guards against text that is no reference changes none
of these lines either; for such, give the lines of a text that holds none.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from provcheck.model import lazy

_READER = ("provcheck.archives.lexicon.", "provcheck.archives.reading.")
_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")
_NEVER = re.compile(r"(?!)")


class Switched:
    """A pattern that remembers the lines in which it matched, and matches nothing while it is off."""

    line: int | None = None
    """The line that is being read, while patterns are to remember."""

    def __init__(self, source: str | Callable[[], str], flags: int = 0) -> None:
        self._source, self.flags = source, flags
        self._compiled: re.Pattern[str] | None = None
        self.on = True
        self.lines: set[int] = set()

    @property
    def pattern(self) -> str:
        return self._source if isinstance(self._source, str) else self._source()

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name not in _METHODS:
            raise AttributeError(name)
        return lambda *given, **named: self._call(name, given, named)

    def _call(self, name: str, given: tuple[Any, ...], named: dict[str, Any]) -> Any:
        if not self.on:
            return given[1] if name == "sub" else getattr(_NEVER, name)(*given, **named)
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self.flags)
        answer = getattr(self._compiled, name)(*given, **named)
        if Switched.line is None:
            return answer
        if name == "finditer":
            answer = [*answer]
        if answer if name not in ("sub", "split") else self._compiled.search(given[name == "sub"]):
            self.lines.add(Switched.line)
        return iter(answer) if name == "finditer" else answer


def modules() -> list[ModuleType]:
    """Import the reader, whose patterns can then be switched off."""
    lazy.pattern = Switched  # type: ignore[assignment]  # before anything of the reader makes its own
    archives = importlib.import_module("provcheck.archives")
    names = [found.name for found in pkgutil.walk_packages(archives.__path__, "provcheck.archives.")]
    return [importlib.import_module(name) for name in names if name.startswith(_READER)]


def forget(kept: list[Any]) -> None:
    """Empty what functions of the reader keep, as they kept it with other patterns."""
    for cache in kept:
        cache.cache_clear()


def worth(texts: list[str], reader: list[ModuleType]) -> Iterable[tuple[str, int, list[str]]]:
    """Yield the name of each pattern, how many lines it matches in, and those that are read otherwise without it."""
    from provcheck.archives import as_json, read_guarded

    known = {}
    for Switched.line, text in enumerate(texts):
        known[Switched.line] = as_json(read_guarded(text))
    Switched.line = None
    kept = [value for module in reader for value in vars(module).values() if hasattr(value, "cache_clear")]
    seen: set[Switched] = set()
    for module in reader:
        for name, pattern in vars(module).items():
            if not isinstance(pattern, Switched) or pattern in seen:
                continue
            seen.add(pattern)
            changed: list[str] = []
            if pattern.lines:
                pattern.on = False
                forget(kept)
                changed = [texts[at] for at in sorted(pattern.lines) if as_json(read_guarded(texts[at])) != known[at]]
                pattern.on = True
                forget(kept)
            yield f"{module.__name__.removeprefix('provcheck.archives.')}.{name}", len(pattern.lines), changed


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    rows = [row for name in sys.argv[1:] for row in Path(name).read_text(encoding="utf-8").splitlines() if row]
    texts = list(dict.fromkeys(json.loads(row)["text"] for row in rows))
    found = sorted(worth(texts, modules()), key=lambda each: (len(each[2]), each[1]))
    for name, matched, changed in found:
        print(f"{len(changed):5} changed of {matched:5} matched  {name:48} {changed[0][:90] if changed else ''}")
    print(f"{len(found)} patterns, {sum(not each[2] for each in found)} that change none of {len(texts):,} lines")


if __name__ == "__main__":
    main()
