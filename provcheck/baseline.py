"""What was known before: an old repository can start today and see only what is new.

The file is JSON, one finding a line, sorted, so that a version control system shows what came and went::

    {"version": 1, "findings": [
    {"fingerprint": "…", "rule": "label-number", "path": "records/1.yaml", "record": "1"},
    …
    ]}

Findings are compared by fingerprint, which does not change when lines move (see `provcheck.check`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from provcheck.model.finding import Finding
from provcheck.model.noun import noun

VERSION = 1
_FIELDS = ("fingerprint", "rule", "path", "record")


class BaselineError(ValueError):
    """The text is not a baseline file; the message says why."""


@noun
class Known:
    """One finding that a baseline holds."""

    fingerprint: str
    rule: str
    path: str
    record: str = ""


def learnt(findings: Iterable[Finding], seen: Callable[[str], str] = str) -> tuple[Known, ...]:
    """Return *findings* as a baseline holds them; *seen* gives a path as seen from the configuration."""
    return tuple(Known(f.fingerprint, f.rule, seen(f.path), f.record) for f in findings)


def dump(known: Iterable[Known]) -> str:
    """Return the text of a baseline that holds *known*."""
    rows = sorted((one.path, one.rule, one.record, one.fingerprint) for one in known)
    lines = [
        json.dumps({"fingerprint": fingerprint, "rule": rule, "path": path, "record": record})
        for path, rule, record, fingerprint in rows
    ]
    inner = ",\n".join(lines)
    return f'{{"version": {VERSION}, "findings": [\n{inner}\n]}}\n'


def load(text: str) -> tuple[Known, ...]:
    """Read the text of a baseline. Raises `BaselineError`."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"it is not JSON: {error}") from None
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
        raise BaselineError('it has no list "findings"; write it anew with --write-baseline')
    if data.get("version") != VERSION:
        raise BaselineError(
            f"its version is {data.get('version')!r}, not {VERSION}; write it anew with --write-baseline"
        )
    rows = []
    for row in data["findings"]:
        if not isinstance(row, dict) or not isinstance(row.get("fingerprint"), str):
            raise BaselineError('an entry of "findings" has no "fingerprint"')
        rows.append(Known(*(str(row.get(name) or "") for name in _FIELDS)))
    return tuple(rows)


def subtract(findings: Iterable[Finding], known: Iterable[Known]) -> tuple[list[Finding], list[Known]]:
    """Return the findings that are new, and the known ones that are gone."""
    known = tuple(known)
    before = {entry.fingerprint for entry in known}
    now = set()
    new = []
    for finding in findings:
        now.add(finding.fingerprint)
        if finding.fingerprint not in before:
            new.append(finding)
    return new, [entry for entry in known if entry.fingerprint not in now]
