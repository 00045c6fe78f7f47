"""A scan or text that the record names is not on disk.

Paths are read from the folder of the record. A file that was renamed, or never added to the repository, is missed by
nobody until the page is to be published.

Fails::

    texts:
      - {kind: transcript, file: missing-113732.ru.txt}

Fails::

    files: scans/missing-1.tif

Passes::

    files: scans/113732-1.tif

Add the file, or correct the path. Upper and lower case count.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Record

SEVERITY: Severity = "error"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every named file that was looked for and not found."""
    named = [scan.path for scan in record.files] + [text.file for text in record.texts]
    for path in named:
        fact = context.files.get((record.path, path.text)) if path is not None else None
        if path is not None and fact is not None and not fact.exists:
            yield Problem(path.at, f"{path.text} is not there")
