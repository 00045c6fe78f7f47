"""A level that the archive wants is missing from the shelfmark.

Without the opis nobody can order the delo: the same number stands in every opis of the fond. The Foreign Policy
Archive (AVP RF) wants the papka as well; security-service archives only the number of the file. What an archive wants
is in the tables; where it is not known, or another level stands in (a box instead of an opis), nothing is said.

Fails::

    sources:
      - {archive: RGASPI, fond: 17, delo: 9, list: 12-13}

Passes::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 12-13}

Fails::

    sources:
      - AVP RF, f. 0100, op. 34, d. 18, ll. 5-7

Passes::

    sources:
      - AVP RF, f. 0100, op. 34, p. 253, d. 18, ll. 5-7

Leaves alone say nothing at all: mostly what stands before them could not be read.

Fails::

    sources:
      - РГИА. Печ. зап. № 123. Л. 4

A call number may stand for all levels and is never asked for beside others, but the fonds that a bundle is of is.

Fails::

    sources:
      - {archive: AHN, bundle: 1234}

Passes::

    sources:
      - {archive: AHN, fonds: Estado, bundle: 1234}

Look the level up in the finding aid or on the scan's cover. Where the fond really has none, silence the finding with
a comment that says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.lazy import pattern
from provcheck.model.record import Holding, Record, Source
from provcheck.model.shelfmark import Shelfmark
from provcheck.rules._marks import convention_of, joined, maybe_papka, name_of, placed, required

SEVERITY: Severity = "warning"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every shelfmark that lacks a level its archive wants."""
    for source, holding in placed(record):
        missing = _missing(holding)
        if missing and source.held is None and not (holding.mark.levels and _goes_on(source, holding)):
            wanted = ", ".join(required(holding.mark))
            what = f"no {joined(missing, 'and no')}" if holding.mark.levels else "nothing but leaves"
            why = f"a shelfmark of {name_of(holding.mark)} has {wanted}" if wanted else "only fond and delo are given"
            yield Problem(
                holding.at,
                f"{what}: {why}",
                holding.within,
                help="look it up in the finding aid or on the cover of the file",
            )


_REST = pattern(r"[\s.,;:]{0,4}(?:[^\W\d_]{1,12}[.,:]{0,2}\s{0,2})?(?:№\s{0,2})?[A-ZА-Я]{0,2}-?\d")


def _goes_on(source: Source, holding: Holding) -> bool:
    """Tell whether there seems to be more of the shelfmark in the line, which could not be read."""
    if source.line is None or holding.within is None:
        return False
    start, end = holding.within
    text = list(source.line.text[start:end])
    for piece in holding.pieces:
        text[piece.token.start - start : piece.token.end - start] = " " * (piece.token.end - piece.token.start)
    if re.search(r"(?<!\d)(?!1[4-9]\d\d\b|20\d\d\b)\d+", "".join(text)):
        return True  # a number inside it, and no year, was not read
    segment = next((s for s in source.line.segments if s.start == holding.within[1]), None)
    return segment is not None and segment.mark is None and _REST.match(segment.text) is not None


def _one_number(mark: Shelfmark) -> bool:
    """Tell whether one number says it all: П-15975 for a case of the security service, 14-5 for fond and opis."""
    first = mark.levels[0].value
    if len(mark.levels) == 1:
        return mark.levels[0].name == "delo" and first[:1].isalpha()
    return mark.levels[0].name == "fond" and _TWO_NUMBERS.match(first) is not None


def _labelled(holding: Holding) -> list[str]:
    """Return the opis, where an unknown archive is cited by fond and delo with their labels and nothing else."""
    labels = [piece.token.level for piece in holding.pieces if piece.token.kind == "label"]
    return ["opis"] if labels == ["fond", "delo"] else []


_TWO_NUMBERS = pattern(r"\d+[-/]\d+$")


def _missing(holding: Holding) -> list[str]:
    mark = holding.mark
    if not (mark.levels or mark.folios) or (mark.levels and _one_number(mark)):
        return []
    if mark.archive_id is None:
        return _labelled(holding)
    convention = convention_of(mark)
    wanted = required(mark)
    if convention is None or not wanted or mark.archive is None:
        return []
    order = [rule.name for rule in convention.levels]
    given = {level.name for level in mark.levels}
    missing = []
    for number, level in enumerate(wanted):
        if level in given or level not in order or (level == "papka" and maybe_papka(holding)):
            continue
        before = order.index(wanted[number - 1]) if number and wanted[number - 1] in order else -1
        after = order.index(wanted[number + 1]) if number + 1 < len(wanted) and wanted[number + 1] in order else 99
        if not given & {name for name in order[before + 1 : after] if name not in wanted}:
            missing.append(level)
    return missing
