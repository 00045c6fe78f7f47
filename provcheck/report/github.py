"""Findings as workflow commands, which GitHub shows beside the lines of a pull request.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from provcheck.model.finding import Finding
from provcheck.report.outcome import Outcome, visible

_COMMANDS = {"error": "error", "warning": "warning", "hint": "notice"}


def render(outcome: Outcome) -> str:
    """Return one command a line."""
    unread = [f"::error title=not read::{_data(visible(line))}" for line in outcome.unread]
    found = [_command(finding, outcome.seen(finding.path)) for finding in outcome.findings]
    return "".join(f"{line}\n" for line in (*found, *unread))


def _command(finding: Finding, path: str) -> str:
    place = finding.place
    properties = {"file": path, "line": str(place.line), "endLine": str(place.end_line)}
    if place.end_line == place.line:  # GitHub takes columns only within one line
        properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    properties["title"] = f"{finding.rule} ({finding.record})" if finding.record else finding.rule
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = "\n".join(part for part in (visible(finding.message), visible(finding.help)) if part)
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
