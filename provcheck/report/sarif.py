"""Findings as SARIF 2.1.0, which code hosts and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from provcheck.catalogue import describe
from provcheck.model.document import Place
from provcheck.model.finding import Finding
from provcheck.report.outcome import Outcome, visible

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "hint": "note"}


def render(outcome: Outcome) -> str:
    """Return one SARIF log with one run."""
    rules = sorted({finding.rule for finding in outcome.findings})
    index = {rule: number for number, rule in enumerate(rules)}
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "provcheck",
                "semanticVersion": outcome.version,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index[finding.rule], outcome) for finding in outcome.findings],
    }
    if outcome.unread:
        told = [{"level": "error", "message": {"text": visible(line)}} for line in outcome.unread]
        run["invocations"] = [{"executionSuccessful": False, "toolExecutionNotifications": told}]
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: str) -> dict[str, Any]:
    known = describe(rule)
    described: dict[str, Any] = {"id": rule, "name": "".join(word.title() for word in rule.split("-"))}
    if known is not None:
        described |= {
            "shortDescription": {"text": known.summary},
            "fullDescription": {"text": known.summary},
            "help": {"text": known.text, "markdown": known.text},
            "defaultConfiguration": {"level": _LEVELS[known.severity]},
        }
    return described


def _result(finding: Finding, number: int, outcome: Outcome) -> dict[str, Any]:
    artifact, document = _artifact(outcome.seen(finding.path)), outcome.documents.get(finding.path)
    message = "\n".join(part for part in (visible(finding.message), visible(finding.help)) if part)
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": _region(finding.place)}}],
        "partialFingerprints": {"provcheck/v1": finding.fingerprint},
    }
    if finding.record:
        result["locations"][0]["logicalLocations"] = [{"fullyQualifiedName": visible(finding.record), "kind": "record"}]
    if finding.edits and document is not None:
        replacements = [
            {"deletedRegion": _region(document.place(edit.span)), "insertedContent": {"text": edit.text}}
            for edit in finding.edits
        ]
        result["fixes"] = [
            {
                "description": {"text": visible(finding.fix)},
                "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
            }
        ]
    return result


def _artifact(path: str) -> dict[str, str]:
    """Return *path* as a URI reference, relative wherever the path is."""
    posix = path.replace("\\", "/").removeprefix("./")
    uri = quote(posix.encode("utf-8", "surrogateescape"), safe="/")
    return {"uri": f"file://{uri}" if uri.startswith("/") else uri}


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
