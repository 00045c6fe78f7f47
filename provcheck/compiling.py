"""Compiles the tables that people edit into what is read at start-up: ``make tables``.

``data/archives.jsonl``, ``kinds.jsonl`` and ``index.json`` hold the tables themselves, ``lexicon.txt`` the dictionaries
of archives that the reader makes of them: names and codes in all their spellings. All are kept in the repository, so
that users compile nothing.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from operator import itemgetter
from pathlib import Path
from typing import Any

import yaml

from provcheck import tables
from provcheck.archives.lexicon import seeds
from provcheck.archives.lexicon.folios import DASHES
from provcheck.model.document import Pointer, value_at
from provcheck.schema import check_data

SCHEMAS = {"archives": "archive", "conventions": "convention", "kinds": "kind"}
"""Which schema the tables of a folder follow."""


def _read(path: Path) -> Any:
    """Return the table *path*. Raises ValueError with its name where it is no YAML or not as its schema wants it."""
    try:
        # BaseLoader: every scalar stays text, so that the code NO is not false and 1991 keeps its digits.
        table = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    except yaml.YAMLError as error:
        raise ValueError(f"{path}: {error}") from None
    if schema := SCHEMAS.get(path.parent.name):
        told = [f"{path}: {_entry(table, flaw.pointer)}{flaw.message}" for flaw in check_data(table, schema)]
        if told:
            raise ValueError("\n".join(told))
    return table


def _entry(table: Any, pointer: Pointer) -> str:
    """Return the steps of *pointer*, an entry of a list by its id: ``archives › garf › former › 0: ``."""
    steps = []
    for end, step in enumerate(pointer, 1):
        value = value_at(table, pointer[:end])
        steps.append(str(value.get("id", step) if isinstance(value, dict) else step))
    return " › ".join(steps) + ": " if steps else ""


def _town(row: dict[str, Any], towns: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return how other languages write the town of *row*, and what else it is called."""
    known = towns.get(row.get("city", ""), {})
    cities = {tag: name for tag, name in known.items() if tag != "also"} | row.get("cities", {})
    others = known.get("also", [])
    return ({"cities": cities} if cities else {}) | ({"town_names": others} if others else {})


def compile_tables(data: Path) -> dict[str, str]:
    """Return the texts of ``index.json``, ``archives.jsonl`` and ``kinds.jsonl`` for the tables under *data*.

    Raises ValueError where a table is not as its schema wants it or an id is given twice, and KeyError where a pattern
    has a part that is not there.
    """
    archives_found, towns = [], _read(data / "towns.yaml")
    for path in sorted((data / "archives").glob("*.yaml")):
        table = _read(path)
        archives_found += [row | {"country": table["country"]} | _town(row, towns) for row in table["archives"]]
    rows = [_read(path) for path in sorted((data / "conventions").glob("*.yaml"))]
    rows.sort(key=lambda row: (int(row.pop("rank", "100")), row["id"]))
    for row in rows:
        row.update({key: True for key, value in row.items() if value == "true"})
        for level in [*row["levels"], *([row["folios"]] if row.get("folios") else [])]:
            _normalise(level)
    moved = []
    for path in sorted((data / "concordances").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            moved += [_moved(line) for line in csv.DictReader(lines)]
    kinds = sorted(_kinds(_read(path) for path in sorted((data / "kinds").glob("*.yaml"))), key=itemgetter("id"))
    for what, ids in (
        ("archive", [i for r in archives_found for i in (r["id"], *r.get("merged", ()))]),
        ("convention", [r["id"] for r in rows]),
        ("kind", [r["id"] for r in kinds]),
    ):
        if twice := {i for i in ids if ids.count(i) > 1}:
            raise ValueError(f"{what} id given twice: {', '.join(sorted(twice))}")
    index = {
        "merged": {old: row["id"] for row in archives_found for old in row.get("merged", ())},
        "conventions": rows,
        "concordances": moved,
        "common": _common(_read(data / "levels.yaml")),
        "wording": _read(data / "wording.yaml"),
        "names": _read(data / "names.yaml"),
        "at_sight": [_sight(row) for row in _read(data / "at_sight.yaml")],
        "addresses": [
            {key: said for key, said in row.items() if key != "example"} for row in _read(data / "addresses.yaml")
        ],
    }
    return {"index.json": _in_lines(index), "archives.jsonl": _rows(archives_found), "kinds.jsonl": _rows(kinds)}


_COMMENT = re.compile(r"\s{2,}# .*")
_PART = re.compile(r"\{([a-z_]+)\}")


def _kinds(written: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield every kind of value that is *written* with its pattern whole: lines joined, parts put in."""
    for table in written:
        parts = {"dashes": DASHES}
        for name, part in table.get("parts", {}).items():
            parts[name] = _pattern(part, parts)
        for name, row in table["kinds"].items():
            before, _, rest = row.pop("like").partition("«")
            behind = ["".join(words) for words in product(*row.pop("behind", [[""]]))]
            led = "|".join(f"(?<={_whole(words, parts)})" for words in filter(None, behind))
            shape = (f"(?:{led})" if led else "") + _pattern(row.pop("shape"), parts)
            yield {"id": name, "like": [before, *rest.split("»", 1)], "shape": shape} | row


def _pattern(lines: str, parts: Mapping[str, str]) -> str:
    """Return the pattern written in *lines*: what stands behind two blanks and ``#`` is said of it."""
    return _whole("".join(_COMMENT.sub("", line).strip() for line in lines.splitlines()), parts)


def _whole(pattern: str, parts: Mapping[str, str]) -> str:
    """Return *pattern* with the *parts* that it names put in: ``{dashes}``."""
    return _PART.sub(lambda part: parts[part[1]], pattern)


def _rows(rows: Iterable[dict[str, Any]]) -> str:
    """Return *rows* as JSON Lines, the id first."""
    return "".join(f"{_json({'id': row['id']} | row)}\n" for row in rows)


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


_SHAPES = ("begins", "anywhere", "listed", "named", "behind_same")


def _sight(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row of ``at_sight.yaml`` with one pattern of all its shapes, without their examples."""
    shapes = {key: "|".join(one["shape"] for one in row[key]) for key in _SHAPES if key in row}
    also = {"also": row["also"]} if "also" in row else {}
    return {"archive": row["archive"], "beside": row.get("beside", [])} | also | shapes


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
    places = sorted([place, " ".join(sorted(codes))] for place, codes in seeds.places().items())
    rows = [
        "\n".join("\t".join(row) for row in found)
        for found in (seeds.prefixes(), seeds.unspaced(), places, seeds.called())
    ]
    return "\n\n\n".join((*blocks, *rows, "\n".join(sorted(seeds.frequent()))))


def main() -> None:
    """Write the files anew, the lexicon last: it is made from the archives."""
    data = tables.PACKAGE / "data"
    try:
        compiled = compile_tables(data)
    except ValueError as error:
        sys.exit(f"{error}\nNothing was written.")
    for name, text in compiled.items():
        (data / name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"{data / name}\n")
    (data / "lexicon.txt").write_text(compile_lexicon(), encoding="utf-8")
    sys.stdout.write(f"{data / 'lexicon.txt'}\n")


if __name__ == "__main__":
    main()
