"""Two records have the same ID.

Relations, citations and the address of the page all go by the ID; with two records under one, each of them
leads to either. It happens when a record is begun as a copy of another.

Fails::

    id: "113732"
    title: Telegram from Roshchin to Stalin
    ---
    id: "113732"
    title: Telegram from Stalin to Roshchin

Passes::

    id: "113732"
    title: Telegram from Roshchin to Stalin
    ---
    id: "113733"
    title: Telegram from Stalin to Roshchin

Give each record an ID of its own. Two copies of one document are one record with two sources.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Record

SEVERITY: Severity = "error"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem where another record has this record's ID; the message names the first of them."""
    if record.id is None:
        return
    sharing = context.library.by_id.get(record.id.text, ())
    other = next((other for other in sharing if other is not record), None)
    if other is None:
        return
    where = "in this file" if other.path == record.path else f"in {other.path}"
    have = f"and {len(sharing) - 2} more have" if len(sharing) > 2 else "has"
    yield Problem(record.id.at, f'another record {where} {have} the ID "{record.id.text}" too')
