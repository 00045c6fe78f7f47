"""How fast a YAML file is read: our reader beside the usual ones, in one run, so that the ratios mean something.

    python benchmarks/read_files.py [FILE …]

Without files it reads a record of the usual size. Every reader gets the same text in turns, and the best of several
rounds counts, for a busy machine only ever makes a reader slower. Ours decodes, checks for forbidden characters,
duplicate keys and ambiguous scalars, and can tell every place afterwards; the others give data alone, but for ruamel.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import yaml

from provcheck.read import read

RECORD = """\
id: "000001"
title: Ciphered telegram from an embassy to its ministry
type: telegram
date: 1950-10-03
language: ru
people:
  sender: A. Sender
  recipient: {name: B. Recipient, as: Alias}
sources:
  - {archive: APRF, fond: 1, opis: 2, delo: 3, list: 4-5}
  - {archive: RGASPI, fond: 6, opis: 7, delo: 8, list: 9-10}
translators: [First Translator, Second Translator]
rights:
  statement: The holder welcomes reuse of these materials for research and teaching.
  contact: archive@example.org
published:
  - {in: A digital archive, id: "000001", date: 2011-11-20, url: "https://example.org/document/000001"}
"""

ROUNDS = 7


def readers() -> dict[str, Callable[[bytes], object]]:
    """The readers by name; those that are not installed are left out."""
    found: dict[str, Callable[[bytes], object]] = {
        "provcheck": lambda data: read("a.yaml", data).entries[0].data,
        "provcheck, with one place": lambda data: _one_place(data),
        "yaml.BaseLoader": lambda data: yaml.load(data, yaml.BaseLoader),
    }
    if yaml.__with_libyaml__:
        found["yaml.CSafeLoader"] = lambda data: yaml.load(data, yaml.CSafeLoader)
        found["yaml.CBaseLoader"] = lambda data: yaml.load(data, yaml.CBaseLoader)
    try:
        from ruamel.yaml import YAML
    except ImportError:
        print("ruamel.yaml is not installed: left out")
    else:
        found["ruamel.yaml (round trip)"] = lambda data: YAML().load(StringIO(data.decode()))
    return found


def _one_place(data: bytes) -> object:
    document = read("a.yaml", data)
    pointer = next(iter(document.entries[0].data))
    return document.place(document.entries[0].locator.value((pointer,)))


def files_per_second(reader: Callable[[bytes], object], files: list[bytes]) -> float:
    """Return the best of one round's files a second."""
    start = time.perf_counter()
    for data in files:
        reader(data)
    return len(files) / (time.perf_counter() - start)


def main() -> None:
    """Measure and print."""
    files = [Path(name).read_bytes() for name in sys.argv[1:]] or [RECORD.encode()]
    files *= max(1, 40 // len(files))
    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        for name, reader in readers().items():
            best[name] = max(best.get(name, 0.0), files_per_second(reader, files))
    ours = best["provcheck"]
    for name, speed in sorted(best.items(), key=lambda pair: -pair[1]):
        print(f"{name:28}{speed:10,.0f} files/s   provcheck is {ours / speed:6.1f} times as fast")


if __name__ == "__main__":
    main()
