"""Compiles the tables that people edit into what is read at start-up: ``make tables``.

``data/archives.jsonl`` and ``data/index.json`` hold the tables themselves, ``data/lexicon.txt`` the dictionaries of
archives that the reader makes of them: names and codes in all their spellings. All are kept in the repository, so that
users compile nothing.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import Any

import yaml

from provcheck import tables
from provcheck.archives.lexicon import seeds


def compile_index(data: Path) -> tuple[str, str]:
    """Return the texts of ``index.json`` and ``archives.jsonl`` for the tables under *data*.

    Raises ValueError where a table is unsound.
    """

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
        "merged": {old: row["id"] for row in archives_found for old in row.get("merged", ())},
        "conventions": rows,
        "concordances": moved,
        "common": _common(read(data / "levels.yaml")),
        "wording": read(data / "wording.yaml"),
        "at_sight": [_sight(row) for row in read(data / "at_sight.yaml")],
    }
    return _in_lines(index), "".join(f"{_json({'id': row['id']} | row)}\n" for row in archives_found)


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _in_lines(index: dict[str, Any]) -> str:
    """Write one convention and one concordance a line, so that two changes of them do not meet in version control."""
    parts = []
    for key, value in index.items():
        written = "[\n" + ",\n".join(map(_json, value)) + "\n]" if isinstance(value, list) else _json(value)
        parts.append(f"{_json(key)}:{written}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _normalise(level: dict[str, Any]) -> None:
    level["required"] = level.get("required") == "true"
    level["forms"] = {
        language: (form if isinstance(form, list) else [form, form])
        for language, form in level.get("forms", {}).items()
    }


def _sight(row: dict[str, Any]) -> dict[str, str]:
    """Return a row of ``at_sight.yaml`` with one pattern of all its shapes, without their examples."""
    shapes = {key: "|".join(one["shape"] for one in row[key]) for key in ("begins", "anywhere") if key in row}
    return {"archive": row["archive"], "beside": row.get("beside", "")} | shapes


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
    """Return the text of ``lexicon.txt`` for the archives in ``archives.jsonl``: see `tables.Lexicon`."""
    blocks = [
        "\n\n".join(f"{first}\n{lines}" for first, lines in found.items())
        for found in (seeds.code_seeds(), seeds.name_seeds(), seeds.label_seeds())
    ]
    rows = ["\n".join("\t".join(row) for row in found) for found in (seeds.prefixes(), seeds.unspaced())]
    lists = ["\n".join(sorted(words)) for words in (seeds.places(), seeds.frequent())]
    return "\n\n\n".join((*blocks, *rows, *lists))


def main() -> None:
    """Write the files anew, the archives first: the lexicon is made from them."""
    data = tables.PACKAGE / "data"
    index, archives = compile_index(data)
    (data / "index.json").write_text(index, encoding="utf-8")
    (data / "archives.jsonl").write_text(archives, encoding="utf-8")
    (data / "lexicon.txt").write_text(compile_lexicon(), encoding="utf-8")
    sys.stdout.write("".join(f"{data / name}\n" for name in ("index.json", "archives.jsonl", "lexicon.txt")))


if __name__ == "__main__":
    main()
