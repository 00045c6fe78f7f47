"""Findings as JUnit XML: a suite per file, a case per finding.

Errors fail their case. Warnings and hints are written as the output of a case that passes, so that they do not break
a build. A file without findings is one case that passes. What could not be read is the
error of a case in a suite of its own.
"""

from __future__ import annotations

from collections import defaultdict
from html import escape

from provcheck.model.finding import Finding
from provcheck.report.outcome import Outcome, visible


def render(outcome: Outcome) -> str:
    """Return the XML."""
    by_path: dict[str, list[Finding]] = defaultdict(list)
    for finding in outcome.findings:
        by_path[finding.path].append(finding)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    cases = sum(max(len(by_path[path]), 1) for path in dict.fromkeys([*outcome.paths, *by_path]))
    unread = len(outcome.unread)
    counts = f'tests="{cases + unread}" failures="{outcome.count("error")}" errors="{unread}"'
    lines.append(f'<testsuites name="provcheck" {counts}>')
    for path in sorted({*outcome.paths, *by_path}):
        lines += _suite(path, by_path[path])
    if unread:
        lines.append(f'  <testsuite name="not read" tests="{unread}" failures="0" errors="{unread}" skipped="0">')
        lines += [
            f'    <testcase classname="not read" name={_quoted(line)}><error message={_quoted(line)}/></testcase>'
            for line in outcome.unread
        ]
        lines.append("  </testsuite>")
    lines.append("</testsuites>")
    return "\n".join(lines) + "\n"


def _suite(path: str, findings: list[Finding]) -> list[str]:
    failures = sum(1 for finding in findings if finding.severity == "error")
    cases = max(len(findings), 1)
    lines = [f'  <testsuite name={_quoted(path)} tests="{cases}" failures="{failures}" errors="0" skipped="0">']
    for finding in findings:
        where = f"{path}:{finding.place.line}:{finding.place.column}"
        record = f" ({finding.record})" if finding.record else ""
        lines.append(f"    <testcase classname={_quoted(path)} name={_quoted(f'{finding.rule}{record} {where}')}>")
        told = "\n".join(part for part in (where, finding.message, finding.help) if part)
        if finding.severity == "error":
            lines.append(f'      <failure type="error" message={_quoted(finding.message)}>{_text(told)}</failure>')
        else:
            lines.append(f"      <system-out>{_text(f'{finding.severity}: {told}')}</system-out>")
        lines.append("    </testcase>")
    if not findings:
        lines.append(f'    <testcase classname={_quoted(path)} name="provcheck"/>')
    lines.append("  </testsuite>")
    return lines


def _quoted(text: str) -> str:
    return f'"{escape(visible(text), quote=True)}"'


def _text(text: str) -> str:
    return "\n".join(escape(visible(line), quote=False) for line in text.split("\n"))
