"""``--fix`` and ``--diff``: mend, check again, mend what has become possible, until nothing is left to mend."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from provcheck import fix
from provcheck.check import Collection
from provcheck.cli.streams import show
from provcheck.model.document import Document
from provcheck.model.finding import Finding
from provcheck.report.outcome import counted

ROUNDS = 10
"""Mending one thing can uncover another, but rules that undo each other must not go on for ever."""

Check = Callable[[Sequence[Document]], tuple[Collection, list[Finding]]]


@dataclass(frozen=True, slots=True)
class Mended:
    """The records after mending, what is still found in them, and how much was done."""

    collection: Collection
    findings: list[Finding]
    count: int
    files: int


def mend(collection: Collection, findings: list[Finding], check: Check, *, unsafe: bool) -> Mended:
    """Return *collection* with what can be mended mended; nothing is written."""
    count = 0
    touched: set[str] = set()
    for _ in range(ROUNDS):
        by_path: dict[str, list[Finding]] = defaultdict(list)
        for finding in findings:
            if finding.edits and (finding.fix_safe or unsafe):
                by_path[finding.path].append(finding)
        documents = []
        for document in collection.documents:
            ...
            documents.append(document)
        if not touched:
            break
        collection, findings = check(documents)
    return Mended(collection, findings, count, len(touched))


def diff(before: Sequence[Document], after: Sequence[Document]) -> str:
    """Return what changed from *before* to *after* as a unified diff."""
    parts = []
    for old, new in zip(before, after, strict=True):
        if old.text != new.text:
            lines = unified_diff(
                old.text.splitlines(keepends=True), new.text.splitlines(keepends=True), show(old.path), show(new.path)
            )
            parts += [line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines]
    return "".join(parts)
