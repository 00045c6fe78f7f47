"""The document is younger than the archive it is cited under.

An archive that was closed, merged or renamed took in nothing afterwards under its old name. A document of 1995 cited
under a name that ended in 1991 has a wrong date, or a name copied from another record. That an older document is still
cited under an old name is no contradiction.

Fails::

    date: 1995-05-02
    sources:
      - {archive: TsPA IML, fond: 17, opis: 3, delo: 12, list: 4}

Passes::

    date: 1950-10-03
    sources:
      - {archive: RGASPI, fond: 17, opis: 3, delo: 12, list: 4}

Check the date, and ask under which name the archive keeps the document now.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.archives import find
from provcheck.dates import parse
from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Record

SEVERITY: Severity = "warning"

LEEWAY = 1
"""Years that a name may be in use after its end: stationery and habits outlast decrees."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every archive name that went out of use before the document was made."""
    date = parse(record.date.text) if record.date is not None else None
    if record.date is None or date is None or date.earliest is None or date.uncertain or date.approximate:
        return
    for holding in record.holdings:
        piece = holding.piece("archive")
        if holding.mark.archive is None or piece is None:
            continue
        until = _until(holding.mark.archive)
        ended = parse(until) if until is not None else None
        if ended is None or ended.latest is None:
            continue
        if date.earliest.year > ended.latest.year + LEEWAY:
            name = piece.token.text
            message = f"{name} was no longer called so after {until}, but the document is dated {record.date.text}"
            yield Problem(piece.at, message, piece.within)


def _until(name: str) -> str | None:
    """Return the year in which *name* went out of use; None where it is in use or that is not known."""
    match = find(name)
    if match.archive is None:
        return None
    if match.status == "current":
        return match.archive.until
    years = {former.until for former in match.archive.former if former.name == match.former}
    return years.pop() if match.status == "former" and len(years) == 1 else None
