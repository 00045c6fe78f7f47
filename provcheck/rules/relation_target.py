"""A relation leads to a record that is not there.

A letter that replies to a record of another number than it has now leads nowhere. Where only some files of a
repository are checked (in a commit hook) nothing is said, for the record may be among the others.

Fails::

    id: "113732"
    relations:
      - {rel: reply-to, to: "113731"}

Passes::

    id: "113732"
    relations:
      - {rel: reply-to, to: "113731"}
    ---
    id: "113731"

Correct the ID. What is related but has no record here belongs in ``note``.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Record

SEVERITY: Severity = "error"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every relation to an ID that no record has, if all records are known."""
    if not context.library.complete:
        return
    for relation in record.relations:
        if relation.to.text in context.library.by_id or "/" in relation.to.text:
            continue
        near = _near(relation.to.text, context)
        yield Problem(relation.to.at, f'no record has the ID "{relation.to.text}"', help=near)


def _near(wanted: str, context: Context) -> str:
    """Return a hint at an ID that differs in its case, its blanks or its leading zeros only."""
    plain = wanted.strip().casefold().lstrip("0")
    for known in (wanted.strip(), wanted.lower(), wanted.upper(), plain, "0" + wanted):
        if known in context.library.by_id:
            return f'there is a record "{known}"'
    return ""
