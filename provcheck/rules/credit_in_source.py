"""A translator, contributor or obtainer is named only in the source line.

"Translated by …" at the end of the line is where the reader sees it and where no program does: other tools put the
names into the shelfmark, and a citation in any other style leaves the translator out.

Fails::

    sources:
      - RGASPI, f. 17, op. 162, d. 9, ll. 12-13. Translated by Jane Doe.

Fixed::

    sources:
      - RGASPI, f. 17, op. 162, d. 9, ll. 12-13. Translated by Jane Doe.
    translators: [Jane Doe]

Passes::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 12-13}
    translators: [Jane Doe]
    published:
      - {in: Digital Archive, source: "RGASPI, f. 17, op. 162, d. 9, ll. 12-13. Translated by J. Doe."}

Give the names in ``translators``, or in ``people`` as ``contributor`` or ``obtained_by``; the fix adds those who are
missing and leaves the line as it is. It is not safe where the line has the name in another case: *Перевод Ивана
Петрова* is by Иван Петров.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Fix, Problem, Severity
from provcheck.model.record import Record
from provcheck.rules._credits import WORDS, additions, credited, declined, disagree, named
from provcheck.rules._marks import joined
from provcheck.rules._people import missing

SEVERITY: Severity = "warning"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every role in which a line names people whom the record does not."""
    said: set[tuple[str, str]] = set()
    placed = [*record.lines()]
    lines = [line for line, _ in placed]
    by_anyone = credited(*lines)
    for line, at in placed:
        for role, names in credited(line).items():
            in_case = declined(role, line)
            new = [name for name in missing(names, named(record, role), declined=in_case) if (role, name) not in said]
            # where both sides have names of their own, nobody can tell who is missing: translator-mismatch
            if not new or disagree(record, role, by_anyone[role], in_case=declined(role, *lines)):
                continue
            said.update((role, name) for name in new)
            field = "translators" if role == "translator" else f"people.{role}"
            segment = next(s for s in line.segments for c in s.credits if c.role == role and set(c.names) & set(new))
            called = f"is named as {WORDS[role]}" if len(new) == 1 else f"are named as {WORDS[role]}s"
            yield Problem(
                at,
                f"{joined(new)} {called} only in the source line",
                (segment.start, segment.start + len(segment.text.rstrip())),
                Fix(f"add {joined(new)} to {field}", additions(record, {role: tuple(new)}), safe=not in_case),
                help="write the name as its bearer is called: here it is in another case" if in_case else "",
            )
