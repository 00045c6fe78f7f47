"""Compiles the tables that people edit into what is read at start-up: ``make tables``.

``data/index.json`` holds the tables themselves, ``data/lexicon.json`` the dictionaries of archives that the reader
makes of them: names and codes in all their spellings. Both are kept in the repository, so that users compile nothing.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import Any

import yaml

from provcheck import tables
from provcheck.archives.lexicon import vocabulary


def compile_index(data: Path) -> str:
    """Return the text of ``index.json`` for the tables under *data*. Raises ValueError where a table is unsound."""

    def read(path: Path) -> Any:
        # BaseLoader: every scalar stays text, so that the code NO is not false and 1991 keeps its digits.
        return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506

    archives_found = []
    for path in sorted((data / "archives").glob("*.yaml")):
        table = read(path)
        archives_found += [row | {"country": table["country"]} for row in table["archives"]]
    rows = [read(path) for path in sorted((data / "conventions").glob("*.yaml"))]
    rows.sort(key=lambda row: (int(row.pop("rank", "100")), row["id"]))
    for row in rows:
        for level in [*row["levels"], *([row["folios"]] if row.get("folios") else [])]:
            _normalise(level)
    moved = []
    for path in sorted((data / "concordances").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            moved += [_moved(line) for line in csv.DictReader(lines)]
    for kind, ids in (
        ("archive", [i for r in archives_found for i in (r["id"], *r.get("merged", ()))]),
        ("convention", [r["id"] for r in rows]),
    ):
        if twice := {i for i in ids if ids.count(i) > 1}:
            raise ValueError(f"{kind} id given twice: {', '.join(sorted(twice))}")
    index = {
        "archives": archives_found,
        "conventions": rows,
        "concordances": moved,
        "common": _common(read(data / "levels.yaml")),
        "wording": read(data / "wording.yaml"),
    }
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")) + "\n"


def _normalise(level: dict[str, Any]) -> None:
    level["required"] = level.get("required") == "true"
    level["forms"] = {
        language: (form if isinstance(form, list) else [form, form])
        for language, form in level.get("forms", {}).items()
    }


def _common(table: dict[str, Any]) -> dict[str, Any]:
    for level in table["levels"]:
        _normalise(level)
    return table


def _moved(line: dict[str, str]) -> dict[str, Any]:
    return {
        "kind": line["kind"],
        "name": line["from_name"],
        "source": {"archive": line["from_archive"]} | _pairs(line["from_levels"]),
        "target": {"archive": line["to_archive"]} | _pairs(line["to_levels"]),
        "same": line["same"].split(),
        "status": line["status"],
        "note": line["note"],
        "read_in": line["read_in"],
    }


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in text.split())


def compile_lexicon() -> str:
    """Return the text of ``lexicon.json`` for the tables in ``index.json``."""
    found = {"codes": vocabulary.code_seeds(), "names": vocabulary.name_seeds()}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n"


def main() -> None:
    """Write both files anew, the index first: the lexicon is made from it."""
    data = tables.PACKAGE / "data"
    (data / "index.json").write_text(compile_index(data), encoding="utf-8")
    (data / "lexicon.json").write_text(compile_lexicon(), encoding="utf-8")
    sys.stdout.write(f"{data / 'index.json'}\n{data / 'lexicon.json'}\n")


if __name__ == "__main__":
    main()
