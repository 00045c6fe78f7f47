"""How the examples on a rule's page are run.

An example gives only the fields of interest; the runner completes it with the fields of `BASE` that it does not give.
A field that stands there empty is absent. Several records in one example are parted by a line ``---``; each has its own
id, and each knows the others. A first line like ``# 113636.yaml`` names the file that the record stands in. Lines like
``# text: Peking, 3 October 1950`` give the document's text. Every file that an example names is on disk and empty, but
those whose name begins with ``missing``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from provcheck.model.context import Context, Defaults, FileFact
from provcheck.model.document import Document
from provcheck.model.finding import Fix, Problem
from provcheck.model.record import Record
from provcheck.read import read
from provcheck.records import library, record
from provcheck.rules import Rule

BASE = {
    "id": 'id: "{id}"',
    "title": "title: Letter to the editor",
    "type": "type: letter",
    "date": "date: 1950-10-03",
    "language": "language: ru",
    "sources": "sources:\n  - {{archive: RGASPI, fond: 558, opis: 11, delo: 1, list: {leaf}}}",
    "rights": "rights: Public domain",
}
"""A valid record in which no rule finds anything. Several of them lie on different leaves."""

TODAY = date(2026, 1, 1)

_TOP_KEY = re.compile(r"^([\w-]+):", re.MULTILINE)
_FILE = re.compile(r"#\s*(\S+)\.(?:yaml|yml)\s*$", re.MULTILINE)
_TEXT = re.compile(r"^# text: ?(.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """One record of an example: its document, the part of its text that stands on the page, and what was read."""

    document: Document
    shown: int
    """How many characters of the document's text stand on the page; the rest is from `BASE`."""
    record: Record


def examples(text: str) -> list[Example]:
    """Return the records of an example, each completed to a valid record and read."""
    parts = re.split(r"^---\n", text, flags=re.MULTILINE)
    return [_example(part, number) for number, part in enumerate(parts, start=1)]


def _example(text: str, number: int) -> Example:
    given = set(_TOP_KEY.findall(text))
    rest = [line.format(id=f"example-{number}", leaf=number) for key, line in BASE.items() if key not in given]
    whole = text + "".join(f"{line}\n" for line in rest)
    return reread(whole, len(text))


def reread(whole: str, shown: int = 0) -> Example:
    """Read the text of one record."""
    named = _FILE.match(whole)
    stem = named.group(1) if named else None
    path = f"{stem or 'example'}.yaml"
    document = read(path, whole.encode(), "yaml")
    assert not document.faults, document.faults
    read_record = record(document.entries[0], path=path, file_stem=stem)
    return Example(document, shown, replace(read_record, body="\n".join(_TEXT.findall(whole))))


def context(records: Sequence[Record], defaults: Defaults | None = None) -> Context:
    """Return the facts that the rules are given: these records, and a day that does not move."""
    files = {
        (one.path, named.text): _on_disk(named.text)
        for one in records
        for named in (*(scan.path for scan in one.files), *(text.file for text in one.texts))
        if named is not None
    }
    return Context(today=TODAY, library=library(records), defaults=defaults or Defaults(), files=files)


def _on_disk(path: str) -> FileFact:
    if path.rpartition("/")[2].startswith("missing"):
        return FileFact(False)
    return FileFact(True, sha256(b"").hexdigest())


def problems(rule: Rule, text: str) -> list[tuple[Example, Problem]]:
    """Return what *rule* finds in an example, each problem with the record it is in."""
    found = examples(text)
    facts = context([example.record for example in found])
    return [(example, problem) for example in found for problem in rule.check(example.record, facts)]


def messages(rule: Rule, text: str) -> list[str]:
    """Return the messages of what *rule* finds in an example."""
    return [problem.message for _, problem in problems(rule, text)]


def fixed(rule: Rule, text: str) -> list[Example]:
    """Return the records of an example after every fix of *rule* was applied, safe or not, one at a time."""
    found = examples(text)
    for _ in range(40):
        facts = context([example.record for example in found])
        for number, example in enumerate(found):
            fix = next((problem.fix for problem in rule.check(example.record, facts) if problem.fix), None)
            if fix is not None:
                found[number] = reread(applied(example.document, fix))
                break
        else:
            return found
    raise AssertionError("the fixes never come to an end")


def applied(document: Document, fix: Fix) -> str:
    """Return the text of *document* after *fix*."""
    edits = set()
    for change in fix.changes:
        made = document.entries[0].locator.replace(change.pointer, change.value)
        assert made is not None, f"the fix cannot be written: {change}"
        edits.update(made)
    whole = document.text
    for edit in sorted(edits, reverse=True):
        whole = whole[: edit.span.start] + edit.text + whole[edit.span.end :]
    return whole


def silent_after_fix(rule: Rule, text: str) -> list[Example]:
    """Return the fixed records, having made sure that *rule* finds nothing in them any more."""
    result = fixed(rule, text)
    facts = context([example.record for example in result])
    left = [problem for example in result for problem in rule.check(example.record, facts)]
    assert not left, (left, [example.document.text for example in result])
    return result
