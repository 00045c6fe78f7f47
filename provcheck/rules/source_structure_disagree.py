"""The source line that a host prints and the record's own sources say different things.

A record is copied field by field from a page, and one figure changes on the way; or the page was corrected and the
record was not. One holding was cited as box 205 in the line and box 56 in the field. Shelfmarks of the same archive
are compared level by level, whether the record has them field by field or in a line of its own; what only one side says
is no contradiction, nor are zeros in front of a leaf. Sources of one record are not compared with each other: each may
be another copy, also in the same fond.

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

Fails::

    sources:
      - APRF, f. 45, op. 1, d. 334, l. 5
    published:
      - {in: WCDA, source: "APRF, f. 45, op. 1, d. 335, l. 5"}

Passes::

    sources:
      - APRF, f. 45, op. 1, d. 334, l. 5; RGASPI, f. 558, op. 11, d. 334
    published:
      - {in: WCDA, source: "АПРФ. Ф. 45. Оп. 1. Д. 334. Л. 5."}

Passes::

    sources:
      - TNA, FO 371/84123
      - {archive: TNA, series: FO 371, piece: 84125}

Look at the document or at another citation of it. If the host is wrong, keep its line to the letter, silence the
finding with a comment and tell the host.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from provcheck import tables
from provcheck.archives import agree, compact, counterparts, format_shelfmark, read_line
from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Holding, Record
from provcheck.model.shelfmark import Shelfmark
from provcheck.rules._leaves import stretches
from provcheck.rules._marks import name_of

SEVERITY: Severity = "error"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every level or leaf in which a source differs from the line that a host prints."""
    named = [holding for holding in record.holdings if holding.mark.archive is not None]
    for publication in record.published:
        if publication.source is not None:
            host = publication.host.text if publication.host is not None else "the host"
            yield from _against(named, publication.source.marks, f"the source line that {host} prints")


def _against(named: Sequence[Holding], marks: Sequence[Shelfmark], line: str) -> Iterator[Problem]:
    """Compare archive by archive; where several agree with none, nobody can tell which belong together."""
    for archive in dict.fromkeys(_archive(holding.mark) for holding in named):
        ours = [holding for holding in named if _archive(holding.mark) == archive]
        theirs = [mark for mark in marks if _archive(mark) == archive]
        left = [h for h in ours if not any(_agree(h, m) for m in theirs)]
        others = [m for m in theirs if not any(_agree(h, m) for h in ours)]
        if len(left) == 1 and len(others) == 1:
            yield from _compared(left[0], others[0], line)


def _compared(holding: Holding, mark: Shelfmark, line: str) -> Iterator[Problem]:
    for level, here, there in min((list(_differences(*pair)) for pair in _readings(holding.mark, mark)), key=len):
        piece = holding.piece("value", level) if level else holding.piece("folios")
        yield Problem(
            piece.at if piece is not None else holding.at,
            f"{level or 'leaves'} {here} of {name_of(holding.mark)} here, {there} in {line}",
            piece.within if piece is not None else None,
            help="look at the document or another citation of it; which is right cannot be told here",
        )


def _archive(mark: Shelfmark) -> str | None:
    return mark.archive_id or (" ".join(mark.archive.casefold().split()) if mark.archive is not None else None)


def _readings(one: Shelfmark, other: Shelfmark) -> Iterator[tuple[Shelfmark, Shelfmark]]:
    """Yield both as they are written, then as they are today where they are cited under a former name (f. 9401).

    And *one*, which may stand field by field, as it would be read in a line: there PART 12 is beside the item.
    """
    yield one, other
    for here in _today(one):
        for there in _today(other):
            yield here, there
    known = tables.archives().get(one.archive_id or "")
    rules = tables.conventions().get(known.convention) if known is not None else None
    if rules is None or rules.engine != "coded":
        return  # every level has its word
    line = read_line(format_shelfmark(one, folios=False)).marks
    if len(line) == 1 and _archive(line[0]) == _archive(one):
        yield replace(line[0], folios=one.folios, paged=one.paged), other


def _today(mark: Shelfmark) -> list[Shelfmark]:
    return [mark, *(later for _, later in counterparts(mark) if later.archive_id == mark.archive_id)]


def _agree(holding: Holding, mark: Shelfmark) -> bool:
    return any(next(_differences(one, other), None) is None for one, other in _readings(holding.mark, mark))


def _differences(one: Shelfmark, other: Shelfmark) -> Iterator[tuple[str, str, str]]:
    """Yield the levels (leaves: ``""``) that both give, each differently; a code may be cut into other levels."""
    one_code = compact(one) == compact(other) is not None
    for level, value in one.levels:
        if not one_code and not agree(one, other, level):
            yield level, value, other.level(level) or ""
    ours, theirs = stretches(one.folios), stretches(other.folios)
    if ours and theirs and ours != theirs and one.paged == other.paged:
        yield "", _written(one), _written(other)


def _written(mark: Shelfmark) -> str:
    return ", ".join(run.first if run.first == run.last else f"{run.first}-{run.last}" for run in mark.folios)
