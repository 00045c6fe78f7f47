"""The name of the file is another ID than the record's.

Where files are called after the IDs in them, a name that differs in its digits is a record saved under another's
name: the next person looks it up there and finds something else. Files that are called by other things than IDs,
or by the ID and something more, are left alone.

Fails::

    # 113636.yaml
    id: "113732"

Passes::

    # 113732.yaml
    id: "113732"

Passes::

    # roshchin-to-stalin.yaml
    id: "113732"

Rename the file, or correct the ID, whichever of them is the slip.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.lazy import pattern
from provcheck.model.record import Record

SEVERITY: Severity = "error"

_DIGITS = pattern(r"[0-9]+")


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem where name and ID are of one pattern but differ, or the name is another record's ID."""
    if record.id is None or not record.file_stem:
        return
    stem, own = record.file_stem.casefold(), record.id.text.strip().casefold()
    if _numbers(stem) == _numbers(own) and _DIGITS.sub("0", stem) == _DIGITS.sub("0", own):
        return
    same_pattern = _DIGITS.search(own) is not None and _DIGITS.sub("0", stem) == _DIGITS.sub("0", own)
    if same_pattern or (record.file_stem in context.library.by_id and own not in stem):
        yield Problem(record.id.at, f'the file is called "{record.file_stem}", the record in it "{record.id.text}"')


def _numbers(text: str) -> list[str]:
    return [digits.lstrip("0") for digits in _DIGITS.findall(text)]
