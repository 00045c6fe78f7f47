"""Two copies of the document have numbers that a concordance contradicts.

Some holdings were moved or copied number for number: delo 334 of one archive's fond is delo 334 of the other's, leaf
for leaf. Where one copy is cited as delo 334 and the other as 343, a figure was swapped in one of them. Only
concordances that several independent pairs bear out are used, and only copies in the very fond and opis that they
speak of. A level that is missing in one copy contradicts nothing.

Fails::

    sources:
      - {archive: APRF, fond: 45, opis: 1, delo: 412, list: 14-15}
      - {archive: RGASPI, fond: 558, opis: 11, delo: 421, list: 14-15}

Passes::

    sources:
      - {archive: APRF, fond: 45, opis: 1, delo: 412, list: 14-15}
      - {archive: RGASPI, fond: 558, opis: 11, delo: 412, list: 0014-0015}

Compare both copies with the documents; which of them is right cannot be told here.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.archives import compact, format_shelfmark, predict
from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Holding, Record
from provcheck.model.shelfmark import Shelfmark
from provcheck.rules._leaves import stretches
from provcheck.rules._marks import name_of

SEVERITY: Severity = "warning"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every later copy that differs from what an earlier one leads to expect."""
    holdings = record.holdings
    for number, holding in enumerate(holdings):
        for expected in predict(holding.mark):
            later = [other for other in holdings[number + 1 :] if _comparable(expected, other.mark)]
            if later and not any(_agrees(expected, other.mark) for other in later):
                yield _problem(holding, expected, later[0])


def _problem(first: Holding, expected: Shelfmark, second: Holding) -> Problem:
    wanted = format_shelfmark(expected)
    return Problem(
        second.at,
        f"the copy in {name_of(first.mark)} leads to expect {wanted} here: the two contradict each other",
        second.within,
        help="compare both copies with the documents; which is right cannot be told here",
    )


def _comparable(expected: Shelfmark, other: Shelfmark) -> bool:
    """Tell whether *other* lies where the concordance looks, in the same archive, fond and opis, and goes as deep.

    A level that only one of them gives contradicts nothing.
    """
    if expected.archive_id != other.archive_id or {n for n, _ in expected.levels} - {n for n, _ in other.levels}:
        return False
    return _top(expected) == _top(other) is not None


def _top(mark: Shelfmark) -> str | None:
    return compact(Shelfmark(mark.archive, mark.archive_id, mark.levels[:2], (), mark.convention))


def _agrees(expected: Shelfmark, other: Shelfmark) -> bool:
    if compact(expected) != compact(other):
        return False
    if expected.paged != other.paged:
        return True  # page 5 may well be on leaf 3
    ours, theirs = stretches(expected.folios), stretches(other.folios)
    return not ours or not theirs or ours == theirs
