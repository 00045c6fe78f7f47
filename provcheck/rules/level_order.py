"""The levels of a source line stand in another order than the archive's.

Archives cite from the largest unit to the smallest; the Foreign Policy Archive has fond, opis, papka, delo. A papka
behind the delo is the commonest slip: there a "p. 11" is soon taken for page 11. A line that goes strictly from small
to large and ends with its archive, as some manuals want it, is in order too; behind the archive it is not, and whoever
reads the first number takes it for the fond. It is a warning, because nothing is lost: every number has its word. In a
structured source the order of fields means nothing.

Fails::

    sources:
      - AVP RF, fond 0100, opis 34, delo 18, papka 253, listy 5-7

Passes::

    sources:
      - AVP RF, fond 0100, opis 34, papka 253, delo 18, listy 5-7

Passes::

    sources:
      - l. 12, d. 9, op. 162, f. 17, RGASPI

Fails::

    sources:
      - RGASPI, d. 334, op. 11, f. 558, l. 105

Fixed::

    sources:
      - RGASPI, f. 558, op. 11, d. 334, l. 105

Write the levels in the archive's order, or field by field. The fix moves each number with its word. Where only one
stands out of order it is not safe: word and number may have been mixed up.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from provcheck import archives
from provcheck.model.context import Context
from provcheck.model.finding import Change, Fix, Problem, Severity
from provcheck.model.record import Holding, Record, Source
from provcheck.model.shelfmark import Shelfmark
from provcheck.rules._marks import name_of, placed, required

SEVERITY: Severity = "warning"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for the first level that is out of order in each shelfmark of a line."""
    for source, holding in placed(record):
        if holding.structured:
            continue
        order = required(holding.mark)
        # Volumes, parts and boxes stand where the archive put them; only the main levels have a fixed order.
        written = [p for p in holding.pieces if p.token.kind == "value" and p.token.level in order]
        ranks = [order.index(piece.token.level) for piece in written]
        if len(ranks) < 3 and "papka" not in {piece.token.level for piece in written}:
            continue
        if all(a <= b for a, b in pairwise(ranks)):
            continue
        falling = all(a >= b for a, b in pairwise(ranks))
        if falling and not _begins_with_archive(holding):
            continue
        wrong = next(number for number, (a, b) in enumerate(pairwise(ranks), start=1) if a > b)
        piece, before = written[wrong], written[wrong - 1]
        yield Problem(
            piece.at,
            f"{piece.token.level} stands after {before.token.level}; "
            f"the order of {name_of(holding.mark)} is {', '.join(order)}",
            piece.within,
            _fix(source, holding, order, safe=falling),
            help="" if falling else "where a word and its number were mixed up, look at the document",
        )


def _begins_with_archive(holding: Holding) -> bool:
    first = holding.pieces[0].token
    return first.kind == "archive" and bool(first.text)


def _fix(source: Source, holding: Holding, order: tuple[str, ...], *, safe: bool) -> Fix | None:
    """Return the fix that puts levels and leaves in order, each with its word; None where more stands among them."""
    line, parts = source.line, _parts(holding)
    if line is None or not {level for level, _, _ in parts} <= {*order, _LEAVES}:
        return None
    text = line.text
    right = sorted(parts, key=lambda part: order.index(part[0]) if part[0] in order else len(order))
    new, end = "", 0
    for (_, start, stop), (_, low, high) in zip(parts, right, strict=True):
        new += text[end:start] + text[low:high]
        end = stop
    new += text[end:]
    if [_said(mark) for mark in archives.read_line(new).marks] != [_said(mark) for mark in line.marks]:
        return None
    return Fix(f'write "{new[parts[0][1] : parts[-1][2]]}"', (Change(source.at, new),), safe)


_LEAVES = ""


def _parts(holding: Holding) -> list[tuple[str, int, int]]:
    """Return the level of each part of the mark, and where it stands with its word."""
    parts: list[tuple[str, int, int]] = []
    for token, _, within in holding.pieces:
        if within is None or token.kind == "archive":
            continue
        level = token.level if token.kind in {"label", "value"} else _LEAVES
        if parts and parts[-1][0] == level:
            parts[-1] = (level, parts[-1][1], within[1])
        else:
            parts.append((level, *within))
    return parts


def _said(mark: Shelfmark) -> object:
    return mark.archive_id, sorted(mark.levels), mark.folios
