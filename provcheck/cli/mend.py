"""``--fix`` and ``--diff``: mend, check again, mend what has become possible, until nothing is left to mend."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from provcheck import fix, read
from provcheck.check import Collection
from provcheck.cli.streams import paint, show
from provcheck.model.document import Document
from provcheck.model.finding import Finding
from provcheck.model.noun import noun
from provcheck.report.outcome import counted

ROUNDS = 10
"""Mending one thing can uncover another, but rules that undo each other must not go on for ever."""

Check = Callable[[Sequence[Document]], tuple[Collection, list[Finding]]]


@noun
class Mended:
    """The records after mending, and what is still found in them."""

    collection: Collection
    findings: Sequence[Finding]
    count: int = 0
    """How many fixes were made …"""
    files: int = 0
    """… in how many files."""
    dropped: tuple[str, ...] = ()
    """Fixes that were not made, each with its reason."""


def mend(collection: Collection, findings: Sequence[Finding], check: Check, *, unsafe: bool) -> Mended:
    """Return *collection* with what can be mended mended; nothing is written.

    *check* is asked again after every round: mending one record can settle or uncover something in another.
    """
    count = 0
    files: set[str] = set()
    dropped: dict[str, None] = {}
    for _ in range(ROUNDS):
        by_path: dict[str, list[Finding]] = defaultdict(list)
        for finding in findings:
            by_path[finding.path].append(finding)
        made = 0
        documents = []
        for document in collection.documents:
            fixed = fix.apply(document, by_path.get(document.path, ()), unsafe=unsafe)
            documents.append(fixed.document)
            made += len(fixed.applied)
            files.update(one.path for one in fixed.applied)
            for one in fixed.dropped:
                place = f"{one.finding.path}:{one.finding.place.line}"
                dropped[f"{place}: {one.finding.rule} was not mended: {one.reason}."] = None
        if not made:
            break
        count += made
        collection, findings = check(documents)
    return Mended(collection, findings, count, len(files), tuple(dropped))


def diff(before: Sequence[Document], after: Sequence[Document], *, terminal: bool, colours: bool) -> str:
    """Return what changed as a unified diff; for a *terminal* with control characters made visible."""
    pairs = zip(before, after, strict=True)
    lines = [line for old, new in pairs for line in fix.diff(old.path, old.text, new.text)]
    if terminal:
        lines = [show(line.rstrip("\r\n")) + "\n" for line in lines]
    if colours:
        lines = [_coloured(line) for line in lines]
    return "".join(lines)


def _coloured(line: str) -> str:
    if line.startswith(("---", "+++")):
        return paint(line[:-1], "strong") + "\n"
    role = {"+": "added", "-": "removed", "@": "frame"}.get(line[:1], "")
    return paint(line[:-1], role) + "\n"


def write(paths: Sequence[str], before: Sequence[Document], after: Sequence[Document]) -> list[str]:
    """Write what changed back to its files, each whole or not at all; return what could not be written.

    Standard input (``-`` among *paths*) goes to standard output, changed or not.
    """
    refused = []
    for path, old, new in zip(paths, before, after, strict=True):
        data = read.encode(new.text, new.encoding)
        if path == "-":
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        elif old.text != new.text:
            try:
                fix.write_atomically(Path(path), data)
            except OSError as error:
                refused.append(f"cannot write {show(path)}: {error.strerror or error}")
    return refused


def told(mended: Mended, verb: str) -> list[str]:
    """Return what was done, or would be, in words."""
    done = f"{verb} {counted(mended.count, 'finding')} in {counted(mended.files, 'file')}." if mended.count else ""
    return [line for line in (done, *mended.dropped) if line]
