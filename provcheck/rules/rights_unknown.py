"""A rights status or licence is none that is known.

A status is one of the twelve statements of RightsStatements.org, a licence a Creative Commons address or the SPDX
name of a licence. Written by other names neither a search for what may be reused nor a person can rely on it: "CC BY"
without version is six different texts. The addresses of RightsStatements.org begin with ``http``, whatever the
browser shows: they are names.

Fails::

    rights: {status: "https://rightsstatements.org/page/InC/1.0/?language=en"}

Fixed::

    rights: {status: "http://rightsstatements.org/vocab/InC/1.0/"}

Fails::

    rights: {licence: CC BY 4.0}

Fixed::

    rights: {licence: CC-BY-4.0}

Fails::

    rights: {licence: CC BY}

Passes::

    rights: {status: NoC-US}

Passes::

    rights: {licence: "https://creativecommons.org/licenses/by-nc-sa/4.0/deed.de"}

Use the name given at rightsstatements.org/page/1.0, creativecommons.org/licenses or spdx.org/licenses; a wording of
your own belongs under ``statement``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Change, Fix, Problem, Severity
from provcheck.model.lazy import pattern
from provcheck.model.record import Record, Text
from provcheck.rules._rights import STATEMENTS, licence, meant, statement, statement_uri

SEVERITY: Severity = "warning"

_CREATIVE_COMMONS = pattern(r"\b(?:cc|creative ?commons)\b", re.IGNORECASE)


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for a status or licence that is not known, or not under its name."""
    if record.rights is None:
        return
    status, given, text = record.rights.status, record.rights.licence, record.rights.text
    if status is not None:
        yield from _status(status)
    if given is not None and licence(given.text) is None:
        yield from _licence(given)
    if text is not None and "rightsstatements.org/" in text.text and not any(c.isspace() for c in text.text.strip()):
        yield from _status(text)


def _status(status: Text) -> Iterator[Problem]:
    plain = status.text.strip()
    if plain in STATEMENTS or licence(plain) is not None:
        return
    name = statement(plain)
    if name is None:
        if plain.startswith(("http://", "https://")):
            yield Problem(status.at, f"{plain} is none of the twelve statements of RightsStatements.org")
        else:
            yield Problem(
                status.at, f'"{plain}" is no rights status', help=f"the known ones are {', '.join(STATEMENTS)}"
            )
        return
    wanted = statement_uri(name) if "/" in plain else name
    if plain not in (wanted, wanted.rstrip("/")):
        fix = Fix(f"write {wanted}", (Change(status.at, wanted),))
        yield Problem(status.at, f"the statement {STATEMENTS[name]} is named {wanted}", fix=fix)


def _licence(given: Text) -> Iterator[Problem]:
    plain = given.text.strip()
    wanted = meant(plain)
    name = statement(plain)
    if wanted is not None:
        fix = Fix(f"write {wanted}", (Change(given.at, wanted),))
        yield Problem(given.at, f'the name of the licence "{plain}" is {wanted} (SPDX)', fix=fix)
    elif name is not None:
        yield Problem(given.at, f"this is a rights status ({STATEMENTS[name]}), no licence", help="put it under status")
    elif _CREATIVE_COMMONS.search(plain):
        message = f'"{plain}" is no licence in full: which kind and version?'
        yield Problem(given.at, message, help="the newest are CC-BY-4.0, CC-BY-SA-4.0, CC-BY-NC-4.0 …")
    else:
        message = f'"{plain}" is neither a Creative Commons address nor the SPDX name of a licence we know'
        yield Problem(
            given.at, message, help="a wording of your own belongs under statement; LicenseRef-… names your own licence"
        )
