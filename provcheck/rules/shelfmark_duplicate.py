"""Two records lie on exactly the same leaves, or one record names the same leaves twice.

Either a document was entered twice, or a shelfmark was copied to the next record and never changed. A letter and what
it encloses, a telegram and its copy, a text and its translation share leaves rightly: say so with ``relations``. In
an edition of correspondence 43 pairs of letters were found on one leaf.

Fails::

    id: "1"
    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 12-13}
    ---
    id: "2"
    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 012-013}

Passes::

    id: "1"
    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 12-13}
    ---
    id: "2"
    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 12-13}
    relations: [{rel: enclosed-in, to: "1"}]

Names that an archive had before, and copies that have the same numbers in two archives, are no other place.

Fails::

    id: "1"
    sources:
      - ЦГАОР СССР, ф. 9401, оп. 2, д. 64, л. 9
    ---
    id: "2"
    sources:
      - {archive: ГАРФ, fond: Р-9401, opis: 2, delo: 64, list: 9}

Fails::

    id: "1"
    sources:
      - APRF, f. 45, op. 1, d. 334, ll. 105-106
    ---
    id: "2"
    sources:
      - {archive: RGASPI, fond: 558, opis: 11, delo: 334, list: 0105-0106}

Where files are numbered anew each year or month, or in each office, that is told beside the number and tells two files
apart.

Passes::

    id: "1"
    sources: РГАДА, ф. 89, оп. 1, 1720 г., д. 4, л. 7
    ---
    id: "2"
    sources: РГАДА, ф. 89, оп. 1, 1721 г., д. 4, л. 7

Passes::

    id: "1"
    sources: РГАДА. Ф. 210. Московский стол. Стб. 31. Л. 8
    ---
    id: "2"
    sources: РГАДА. Ф. 210. Приказный стол. Стб. 31. Л. 8

Passes::

    id: "1"
    sources: MSA, Political Department, vol. 31 of 1857, p. 8
    ---
    id: "2"
    sources: MSA, Political Department, vol. 31 of 1832, p. 8

Compare both records with the document: correct the shelfmark that was copied, merge what is one document, or relate the
two. Brackets after a title that differ, *Home (Political)* and *Home (Public)*, tell two holdings apart. The record
that comes first in the run is named, the finding stands at the later one.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.archives import compact
from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Record
from provcheck.rules._shared import DOCUMENTS, apart, meetings, meets

SEVERITY: Severity = "warning"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every earlier record on the same leaves, and for a shelfmark that stands here twice."""
    for meeting in meetings(record, context):
        if meeting.same:
            where = f"the same leaves ({meeting.leaves})" if meeting.leaves else "the same shelfmark"
            yield Problem(
                meeting.holding.at,
                meets(meeting, where),
                meeting.holding.within,
                help="correct the one that was copied, or say under relations how the two belong together",
                names=meeting.other.path,
            )
    seen: dict[str, list[tuple[str, ...]]] = {}
    for holding in record.holdings:
        key = compact(holding.mark, folios=True)
        if key is None or not (holding.mark.folios or holding.mark.levels[-1].name in DOCUMENTS):
            continue
        before = seen.setdefault(key, [])
        if any(not apart(holding.branches, other) for other in before):
            yield Problem(
                holding.at,
                "this record has the same shelfmark twice",
                holding.within,
                help="take one out, or write the leaves that were meant",
            )
        before.append(holding.branches)
