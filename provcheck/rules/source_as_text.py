"""A source is one line of text that could be written field by field.

A line is the quickest way to begin, and it is checked as it stands. Written field by field the same source survives
every tool: nobody has to guess again where the opis ends, which number is the leaf, and where the translator begins.
Of eighteen lines met in real records seven did not fit the fixed columns of other tools.

Fails::

    sources: RGASPI, f. 17, op. 162, d. 9, ll. 12-13. Translated by Jane Doe.

Fixed::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 12-13}
    translators: [Jane Doe]

Fails::

    sources: RGASPI, f. 17, op. 162, d. 9, ll. 12-13; ibid., d. 10, l. 2. Translated by the US Embassy in Moscow.

Fixed::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 12-13}
      - {archive: RGASPI, fond: 17, opis: 162, delo: 10, list: 2}
    translators: [US Embassy in Moscow]

Passes::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 12-13}

The fix rewrites the line where all of it was understood; read it through afterwards. What the line said beside the
shelfmark (a title, "typescript"), or a credit beyond names ("for CWIHP"), keeps the fix away: move that to
``note`` or ``form`` first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from provcheck.archives import points_back, uncredited, write_fields
from provcheck.model.context import Context
from provcheck.model.document import Pointer, Value
from provcheck.model.finding import Change, Fix, Problem, Severity
from provcheck.model.record import Record, Source
from provcheck.model.shelfmark import Shelfmark
from provcheck.rules._credits import additions, credited
from provcheck.rules._marks import raw

SEVERITY: Severity = "hint"

_BETWEEN = frozenset(["and", "also", "in", "и", "та", "і", "und", "et", "y"])


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every source line that holds a shelfmark."""
    for source in record.sources:
        if source.line is not None and source.line.marks:
            yield Problem(
                source.at,
                "this source line can be written field by field",
                fix=_fix(record, source),
                help="other tools can then tell archive, levels, leaves and translators apart",
            )


def _fix(record: Record, source: Source) -> Fix | None:
    line = source.line
    assert line is not None
    left = "".join(s.text for s in line.segments if s.mark is None and not s.credits)
    words = {word.strip(".,;:()").casefold() for word in left.split()} - {""}
    if not words <= _BETWEEN or any(s.credits and any(uncredited(s)) for s in line.segments):
        return None
    mappings: list[Value] = []
    before: Shelfmark | None = None
    for segment in line.segments:
        if segment.mark is not None:
            mark = segment.mark
            if points_back(mark.archive or ""):
                if before is None or before.archive_id != mark.archive_id:
                    return None
                mark = replace(mark, archive=before.archive)
            before = mark
            fields = write_fields(replace(segment, mark=mark))
            if fields is None:
                return None
            mappings.append(dict(fields))
    changes = (_placed(record, source.at, mappings), *additions(record, credited(line)))
    return Fix("write the source field by field", changes, safe=False)


def _placed(record: Record, at: Pointer, mappings: list[Value]) -> Change:
    """Return the change that puts *mappings* in the place of the source line."""
    if len(at) == 1:
        return Change(at, mappings)
    if len(mappings) == 1:
        return Change(at, mappings[0])
    every = raw(record, at[:1])
    index = at[1]
    assert isinstance(every, list) and isinstance(index, int)
    return Change(at[:1], [*every[:index], *mappings, *every[index + 1 :]])
