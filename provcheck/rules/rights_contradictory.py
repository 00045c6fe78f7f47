"""The rights say two things that exclude each other.

A Creative Commons licence beside "all rights reserved", a public domain mark beside "in copyright", or two different
licences: whoever reuses the document must guess which of them counts. It happens when a statement is copied from the
host's page beside a licence from a template.

Fails::

    rights: {licence: CC-BY-4.0, statement: "© The Archive. All rights reserved."}

Fails::

    rights: {status: "http://rightsstatements.org/vocab/InC/1.0/", licence: CC0-1.0}

Fails::

    rights: {licence: CC-BY-4.0, statement: "Licensed under https://creativecommons.org/licenses/by-nc/4.0/"}

Passes::

    rights: {status: InC, licence: CC-BY-4.0, holder: The Archive, statement: Some rights reserved}

Passes::

    rights: "© The Archive. All rights reserved."

Ask the holder of the rights, and keep the one that is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.lazy import pattern
from provcheck.model.record import Record, Text
from provcheck.rules._rights import STATEMENTS, licence, meant, statement

SEVERITY: Severity = "warning"

_RESERVED = pattern(
    r"(?<!not )(?<!no )\ball rights (?:are )?reserved\b|\balle rechte vorbehalten\b|\btous droits réservés\b|"
    r"\bвсе права защищены\b|\bусі права захищені\b|\bwszelkie prawa zastrzeżone\b",
    re.IGNORECASE,
)
_ADDRESS = pattern(r"https?://(?:www\.)?creativecommons\.org/[^\s<>)\"]{1,80}", re.IGNORECASE)
_NAME = pattern(r"\bCC[ -]BY(?:[ -](?:NC|SA|ND)){0,2}[ -][1-4]\.[0-9]\b", re.IGNORECASE)
_FREE = frozenset(("CC0-1.0", "CC-PDM-1.0", "PDDL-1.0", "CC-PDDC"))


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for each pair of parts that exclude each other."""
    rights = record.rights
    if rights is None:
        return
    given = _named(rights.licence.text) if rights.licence else None
    status = statement(rights.status.text) if rights.status else None
    worded = rights.statement or rights.text
    said = _in(worded.text) if worded else {}
    licences = {
        name: text for name, text in ((given, rights.licence), (_cc(rights.status), rights.status)) if name and text
    }
    for name, at in licences.items():
        if worded is not None and (reserved := _RESERVED.search(worded.text)):
            yield Problem(worded.at, f"the licence is {name}, but here stands: {reserved[0]}", reserved.span())
        other = next((other for other in said if other != name), None)
        if worded is not None and other is not None and name not in said:
            yield Problem(worded.at, f"the licence is {name}, but here stands {other}", said[other])
        if name in _FREE and status is not None and status.startswith("InC"):
            yield Problem(at.at, f"{name} gives up all rights, but the status is {STATEMENTS[status]}")
    if len(licences) > 1:
        yield Problem(rights.at, f"two licences are given: {' and '.join(sorted(licences))}")
    elif not licences and worded is not None and said:
        if len(said) > 1 and {name.rpartition("-")[2] for name in said} == {next(iter(said)).rpartition("-")[2]}:
            yield Problem(worded.at, f"two licences are named: {' and '.join(said)}")
        elif reserved := _RESERVED.search(worded.text):
            yield Problem(worded.at, f"{next(iter(said))} is named, but also: {reserved[0]}", reserved.span())


def _named(text: str) -> str | None:
    return licence(text) or meant(text)


def _cc(status: Text | None) -> str | None:
    return licence(status.text) if status is not None else None


def _in(text: str) -> dict[str, tuple[int, int]]:
    """Return the licences named in a wording, and where."""
    found: dict[str, tuple[int, int]] = {}
    for wording in (_ADDRESS, _NAME):
        for match in wording.finditer(text):
            name = _named(match[0].rstrip(".,;"))
            if name is not None:
                found.setdefault(name, match.span())
    return found
