"""A file is not the one that its checksum was made of.

The SHA-256 of a scan is noted when it is made, so that a damaged, edited or exchanged file is noticed years later.

Fails::

    files:
      - path: scans/113732-1.tif
        sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08

Passes::

    files:
      - path: scans/113732-1.tif
        sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855

Compare the file with a backup. If it was changed on purpose, note its new checksum (``sha256sum FILE``).
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Record

SEVERITY: Severity = "error"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every file whose checksum is another than the record's."""
    for scan in record.files:
        if scan.path is None or scan.sha256 is None:
            continue
        fact = context.files.get((record.path, scan.path.text))
        if fact is not None and fact.sha256 is not None and fact.sha256.lower() != scan.sha256.text.strip().lower():
            yield Problem(scan.sha256.at, f"{scan.path.text} has another checksum: {fact.sha256}")
