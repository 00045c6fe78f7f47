"""The archive is not in provcheck's tables, or its short name is that of several.

This is no fault of the record: thousands of archives are not in the tables. It says what was not checked, for without
the archive the levels it wants and the names it had are not known. RA, NA, AA, NAI or AGN are several archives each:
there the reader of a citation is as lost as the program.

Fails::

    sources:
      - {archive: Museum of the Old Mill, fond: 17, opis: 1, delo: 9}

Passes::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9}

Write the full name with the town, which decides between archives of one abbreviation. For an archive that should be
in the tables, add it to ``provcheck/data/archives`` (see CONTRIBUTING) or ask for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck import archives
from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Record
from provcheck.rules._marks import joined, problem
from provcheck.rules._slips import slip, slip_by_mark

SEVERITY: Severity = "hint"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every archive that is not known or cannot be decided."""
    for holding in record.holdings:
        piece = holding.piece("archive")
        if piece is None or holding.mark.archive_id is not None:
            continue
        name = piece.token.text
        if archives.points_back(name):
            continue
        match = archives.find(name)
        if match.status in {"current", "former"} or slip(name, match) or slip_by_mark(name, holding.mark):
            continue
        if match.status == "ambiguous" and len(match.candidates) > 1 and any(_is_name(name, c) for c in _names(match)):
            known = [archive.names.get("en", archive.id) for archive in match.candidates[:4]]
            message = f'"{name}" can be {joined(known, "or")}; which one cannot be told here'
            yield problem(record, piece, message, help="write the full name, with the town")
        else:
            message = f'provcheck does not know the archive "{name}": its levels were not checked'
            yield problem(
                record, piece, message, help="write its full name with the town, or the short name in common use"
            )


def _names(match: archives.Match) -> list[str]:
    return [code for archive in match.candidates for codes in archive.codes.values() for code in codes] + [
        name for archive in match.candidates for name in (*archive.names.values(), *archive.aliases)
    ]


def _is_name(written: str, known: str) -> bool:
    return written.strip(" .,;:").casefold() == known.casefold()
