"""What several tests of the reading ask: a mark in one line, a line's marks as plain values, the lines of one mark."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from provcheck.archives import read_line
from provcheck.model.shelfmark import Shelfmark

LINES = Path(__file__).parent / "collected.jsonl"
LONGEST = 250
"""Longer lines are notes, which have their own beginnings and ends."""

Reading = list[tuple[str | None, list[tuple[str, str]], list[tuple[str, ...]]]]


def plain(mark: Shelfmark) -> str:
    folios = ",".join(run.first if run.first == run.last else f"{run.first}-{run.last}" for run in mark.folios)
    levels = "; ".join(f"{level.name}={level.value}" for level in mark.levels)
    return f"{mark.archive_id or '-'} {levels}".strip() + (f" #{folios}" if folios else "")


def reading(text: str) -> Reading:
    return [
        (
            mark.archive_id,
            [(level.name, " ".join(level.value.split())) for level in mark.levels],
            [*map(tuple, mark.folios)],
        )
        for mark in read_line(text).marks
    ]


@cache
def lines_of_one() -> list[tuple[str, Reading]]:
    """Return the collected lines that have one mark, without their last point, and what is read of them."""
    texts = (json.loads(line)["text"].rstrip(" .;") for line in LINES.read_text(encoding="utf-8").splitlines())
    found = [(text, reading(text)) for text in dict.fromkeys(texts) if len(text) <= LONGEST]
    return [(text, marks) for text, marks in found if len(marks) == 1]
