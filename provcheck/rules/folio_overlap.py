"""Two records share some of their leaves, or one shelfmark names leaves twice.

"ll. 12-16" and "ll. 14-15" in one file: one of the two ranges is wrong, or one document lies inside the other, which
``relations`` can say. Where one document ends on the leaf on which the next begins (12-13 and 13-14) nothing is said.

Fails::

    id: "1"
    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 12-16}
    ---
    id: "2"
    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 14-15}

Fails::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: "5-7, 6-8"}

Fails::

    sources:
      - РГАСПИ, ф. 17, оп. 162, д. 9, лл. 5, 3, 5

Passes::

    sources:
      - РГАСПИ, ф. 17, оп. 162, д. 9, лл. 7, 3-5, 5 об., 5а

Passes::

    id: "1"
    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 12-14}
    ---
    id: "2"
    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 14-15}

Passes::

    id: "1"
    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 12-16}
    relations: [{rel: encloses, to: "2"}]
    ---
    id: "2"
    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 14-15}

Look where each document begins and ends, or relate the two. Leaves out of order are no slip: a document may be bound
so.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Record
from provcheck.rules._shared import meetings, meets, repeated

SEVERITY: Severity = "warning"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every earlier record that has some of this one's leaves, and for leaves named twice."""
    for holding in record.holdings:
        twice = repeated(holding.mark.folios)
        if twice is not None:
            piece = holding.piece("folios") or holding
            yield Problem(
                piece.at,
                f"{f'leaves {twice} stand' if '-' in twice else f'leaf {twice} stands'} twice in this shelfmark",
                piece.within,
                help="look at the document: a figure may be wrong, or a leaf was written down twice",
            )
    for meeting in meetings(record, context):
        if not meeting.same:
            yield Problem(
                meeting.holding.at,
                meets(meeting, f"leaves {meeting.leaves} too"),
                meeting.holding.within,
                help="look where each document begins and ends, or say under relations how they belong together",
                names=meeting.other.path,
            )
