"""Findings for programs, after ``schemas/report.schema.json``."""

from __future__ import annotations

import json
from typing import Any

from provcheck.model.document import Document, Span
from provcheck.model.finding import Finding
from provcheck.report.outcome import Outcome

VERSION = 1
"""Of this format: it rises when a field goes or changes its meaning, not when one comes."""


def render(outcome: Outcome) -> str:
    """Return one JSON object: the tool, a summary, the findings."""
    report = {
        "version": VERSION,
        "tool": {"name": "provcheck", "version": outcome.version},
        "summary": {
            "files": len(outcome.paths),
            "records": outcome.records,
            "errors": outcome.count("error"),
            "warnings": outcome.count("warning"),
            "hints": outcome.count("hint"),
            "fixable": outcome.fixable,
        },
        "findings": [_finding(finding, outcome.documents.get(finding.path)) for finding in outcome.findings],
        "notes": list(outcome.notes),
        "unread": list(outcome.unread),
    }
    # a lone surrogate (from "\\ud800" in JSON) cannot be written as UTF-8, so what is not ASCII could fail
    text = json.dumps(report, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _finding(finding: Finding, document: Document | None) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "path": finding.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "end_line": finding.place.end_line,
        "end_column": finding.place.end_column,
        "pointer": list(finding.pointer),
        "record": finding.record or None,
        "help": finding.help or None,
        "fix": _fix(finding, document),
        "fingerprint": finding.fingerprint,
    }


def _fix(finding: Finding, document: Document | None) -> dict[str, Any] | None:
    if not finding.edits or document is None:
        return None
    edits = [{**_region(document, edit.span), "text": edit.text} for edit in finding.edits]
    return {"message": finding.fix, "safe": finding.fix_safe, "edits": edits}


def _region(document: Document, span: Span) -> dict[str, int]:
    line, column, end_line, end_column = document.place(span)
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column}
