"""Findings as a GitLab code quality report.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import json

from provcheck.report.outcome import Outcome, visible

_SEVERITIES = {"error": "major", "warning": "minor", "hint": "info"}


def render(outcome: Outcome) -> str:
    """Return a JSON list with one object per finding."""
    rows = [
        {
            "description": visible(_sentences(finding.message, finding.help)),
            "check_name": finding.rule,
            "fingerprint": finding.fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": outcome.seen(finding.path),
                "lines": {"begin": finding.place.line, "end": finding.place.end_line},
            },
        }
        for finding in outcome.findings
    ]
    return json.dumps(rows, indent=2) + "\n"


def _sentences(message: str, help_: str) -> str:
    """Return both on one line, on which they are sentences."""
    if not help_:
        return message
    return message + ("" if message[-1:] in ".?!" else ".") + f" {help_[:1].upper()}{help_[1:]}"
