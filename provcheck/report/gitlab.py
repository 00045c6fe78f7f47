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
            "description": visible(" ".join(part for part in (finding.message, finding.help) if part)),
            "check_name": finding.rule,
            "fingerprint": finding.fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": finding.path.removeprefix("./"),
                "lines": {"begin": finding.place.line, "end": finding.place.end_line},
            },
        }
        for finding in outcome.findings
    ]
    return json.dumps(rows, indent=2) + "\n"
