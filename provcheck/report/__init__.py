"""One file per output. Each takes an `Outcome` and gives its text; none decides or leaves out anything."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from provcheck.model.document import Document
from provcheck.report.outcome import Outcome, Paint, counted

FORMATS = ("text", "json", "sarif", "github", "gitlab", "junit")
"""Every output, by the name of its file in this folder (``json`` is in ``as_json``)."""


_KEYS = ({"version", "findings"}, {"version", "runs"}, {"check_name", "fingerprint"})
"""What tells JSON that provcheck writes from a record: a report or a baseline, SARIF, each finding of GitLab's list."""


def is_report(document: Document) -> bool:
    """Tell whether *document* is a report or a baseline in JSON, which lies among records but is none."""
    values = [entry.data for entry in document.entries] if document.format == "json" else []
    return bool(values) and all(
        any(keys <= value.keys() for keys in _KEYS) if isinstance(value, dict) else value == [] for value in values
    )


class _Report(Protocol):
    def render(self, outcome: Outcome) -> str: ...


def render(name: str, outcome: Outcome) -> str:
    """Return *outcome* in the output called *name*, one of `FORMATS`."""
    if name not in FORMATS:
        raise ValueError(f"no output is called {name!r}")
    # the one that is asked for is loaded, for every module costs a commit hook time
    module = cast(_Report, import_module(f"provcheck.report.{'as_json' if name == 'json' else name}"))
    return module.render(outcome)


__all__ = ["FORMATS", "Outcome", "Paint", "counted", "is_report", "render"]
