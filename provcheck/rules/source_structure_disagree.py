"""The source line that a host prints and the structured source say different things.

A record is copied field by field from a page, and one figure changes on the way; or the page was corrected and the
record was not. One holding was cited as box 205 in the line and box 56 in the field. Shelfmarks of the same archive
are compared level by level; what only one side says is no contradiction, nor are zeros in front of a leaf.

Fails::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 12-13}
    published:
      - {in: Digital Archive, source: "RGASPI, f. 17, op. 162, d. 19, ll. 12-13."}

Passes::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 12-13}
    published:
      - {in: Digital Archive, source: "RGASPI, f. 17, op. 162, d. 9, ll. 12-13."}

Look at the document or at another citation of it. If the host is wrong, keep its line to the letter, silence the
finding with a comment and tell the host.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.archives import compact
from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Holding, Publication, Record
from provcheck.model.shelfmark import Level, Shelfmark
from provcheck.rules._leaves import stretches
from provcheck.rules._marks import name_of

SEVERITY: Severity = "error"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every level or leaf in which a source differs from the line a host prints."""
    holdings = [holding for holding in record.holdings if holding.structured and holding.mark.archive_id is not None]
    for publication in record.published:
        if publication.source is None:
            continue
        printed = list(publication.source.marks)
        for archive in dict.fromkeys(holding.mark.archive_id for holding in holdings):
            ours = [holding for holding in holdings if holding.mark.archive_id == archive]
            theirs = [mark for mark in printed if mark.archive_id == archive]
            yield from _compared(ours, theirs, publication)


def _compared(ours: list[Holding], theirs: list[Shelfmark], publication: Publication) -> Iterator[Problem]:
    """Compare what is left when the pairs that agree are taken away, if it is one on either side."""
    left = [h for h in ours if not any(next(_differences(h, m), None) is None for m in theirs)]
    others = [m for m in theirs if not any(next(_differences(h, m), None) is None for h in ours)]
    if len(left) == 1 and len(others) == 1:
        host = publication.host.text if publication.host is not None else "the host"
        for level, here, there in _differences(left[0], others[0]):
            piece = left[0].piece("value", level) if level else left[0].piece("folios")
            what = level or "leaves"
            yield Problem(
                piece.at if piece is not None else left[0].at,
                f"{what} {here} of {name_of(left[0].mark)} here, {there} in the source line that {host} prints",
                piece.within if piece is not None else None,
                help="look at the document or another citation of it; which is right cannot be told here",
            )


def _differences(holding: Holding, mark: Shelfmark) -> Iterator[tuple[str, str, str]]:
    """Yield the levels (leaves: ``""``) that both give, each differently."""
    for level, value in holding.mark.levels:
        other = mark.level(level)
        if other is not None and _key(mark, Level(level, value)) != _key(mark, Level(level, other)):
            yield level, value, other
    ours, theirs = stretches(holding.mark.folios), stretches(mark.folios)
    if ours and theirs and ours != theirs:
        yield "", _written(holding.mark), _written(mark)


def _key(mark: Shelfmark, level: Level) -> str | None:
    return compact(Shelfmark(None, mark.archive_id, (level,), (), mark.convention))


def _written(mark: Shelfmark) -> str:
    return ", ".join(run.first if run.first == run.last else f"{run.first}-{run.last}" for run in mark.folios)
