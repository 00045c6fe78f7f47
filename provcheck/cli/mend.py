"""``--fix`` and ``--diff``: mend, check again, mend what has become possible, until nothing is left to mend."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path

import click

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
    made: Mapping[str, int] = field(default_factory=dict)
    """How many fixes were made in which file."""
    dropped: tuple[str, ...] = ()
    """Fixes that were not made, each with its reason."""


def mend(collection: Collection, findings: Sequence[Finding], check: Check, *, unsafe: bool) -> Mended:
    """Return *collection* with what can be mended mended; nothing is written.

    *check* is asked again after every round: mending one record can settle or uncover something in another.
    """
    made: Counter[str] = Counter()
    dropped: dict[str, None] = {}
    for _ in range(ROUNDS):
        by_path: dict[str, list[Finding]] = defaultdict(list)
        for finding in findings:
            by_path[finding.path].append(finding)
        before = made.total()
        refused: set[int] = set()
        documents = []
        for document in collection.documents:
            fixed = fix.apply(document, by_path.get(document.path, ()), unsafe=unsafe)
            documents.append(fixed.document)
            made.update(one.path for one in fixed.applied)
            refused.update(id(one.finding) for one in fixed.dropped)
            for one in fixed.dropped:
                place = f"{one.finding.path}:{one.finding.place.line}"
                dropped[f"{place}: {one.finding.rule} was not mended: {one.reason}."] = None
        if made.total() == before:
            # what could not be mended is not to be told as mendable
            findings = [
                replace(one, fix="", fix_safe=False, edits=(), changes=()) if id(one) in refused else one
                for one in findings
            ]
            break
        collection, findings = check(documents)
    return Mended(collection, findings, made, tuple(dropped))


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


def write(
    paths: Sequence[str], before: Sequence[Document], mended: Mended, check: Check
) -> tuple[Mended, Sequence[str]]:
    """Write what changed back to its files, each whole or not at all; one that others changed meanwhile is left alone.

    Standard input (``-`` among *paths*) goes to standard output, changed or not. Returns what is mended in the files
    then, for which *check* is asked once more where one could not be written, and what could not be written.
    """
    changed = []
    for path, old, new in zip(paths, before, mended.collection.documents, strict=True):
        if path == "-":
            sys.stdout.flush()
            sys.stdout.buffer.write(read.encode(new.text, new.encoding))
            sys.stdout.buffer.flush()
        elif old.text != new.text:
            changed.append((path, old, new))
    refused = _replace(changed)
    if refused:
        pairs = zip(before, mended.collection.documents, strict=True)
        collection, findings = check([old if old.path in refused else new for old, new in pairs])
        made = {path: count for path, count in mended.made.items() if path not in refused}
        mended = Mended(collection, findings, made, mended.dropped)
    return mended, list(refused.values())


def _replace(changed: Sequence[tuple[str, Document, Document]]) -> dict[str, str]:
    """Write each (path, as read, as mended) to its file; return by path why it could not be written."""
    refused: dict[str, str] = {}
    done = 0
    try:
        for path, old, new in changed:
            was, data = (read.encode(one.text, one.encoding) for one in (old, new))
            try:
                fix.write_atomically(Path(path), data, read_as=was)
                done += 1
            except OSError as error:
                refused[path] = f"cannot write {show(path)}: {error.strerror or error}"
    except KeyboardInterrupt:
        if done:
            files = counted(len(changed), "file")
            click.echo(f"interrupted: {done} of {files} mended; run again for the rest", err=True)
        raise
    return refused


def told(mended: Mended, verb: str) -> list[str]:
    """Return what was done, or would be, in words."""
    count = sum(mended.made.values())
    done = f"{verb} {counted(count, 'finding')} in {counted(len(mended.made), 'file')}." if count else ""
    return [line for line in (done, *mended.dropped) if line]
