"""The translators of the record are others than those of its source lines or of its translation.

A name was misspelt on one side ("Katheryn"), or a second translator was forgotten. Initials, order, case and accents
do not matter, nor do names in another script. Translators ``into`` a language that the line says nothing of may be
more. Where several lines name translators, the record has those of all: each copy may have been translated by itself.

Fails::

    sources:
      - RGASPI, f. 17, op. 162, d. 9, ll. 12-13. Translated by Katheryn Doe.
    translators: [Kathryn Doe]

Passes::

    sources:
      - RGASPI, f. 17, op. 162, d. 9, ll. 12-13. Translated by K. Doe.
    translators: ["Doe, Kathryn"]

Passes::

    sources:
      - RGASPI, f. 17, op. 162, d. 9, ll. 12-13. Translated by Jane Doe.
      - RGANI, f. 89, op. 5, d. 6, l. 7. Translated by Mark Roe.
    translators: [Jane Doe, Mark Roe]

Compare with the translation itself and write the names alike. If the host's line is wrong, keep it to the letter and
silence the finding with a comment.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Person, Record
from provcheck.rules._credits import credited, declined
from provcheck.rules._marks import joined
from provcheck.rules._people import missing, same_name

SEVERITY: Severity = "warning"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every translator whom the other side does not name."""
    ours = [person.name for person in record.translators]
    if not ours:
        return
    lines = [line for line, _ in record.lines() if line.names("translator")]
    theirs = credited(*lines).get("translator", ())
    where = "the source line, which names" if len(lines) == 1 else "the source lines, which name"
    for person in record.translators if theirs else ():
        if _absent(person, theirs, ours, in_case=declined("translator", *lines)):
            yield Problem(
                person.at,
                f"{person.name} is no translator in {where} {joined(list(theirs))}",
                help="look at the translation: correct the name that is wrong, or name both",
            )
    for text in record.texts:
        if text.kind != "translation":
            continue
        for person in text.by:
            if missing([person.name], ours):
                yield Problem(
                    person.at,
                    f"{person.name} is not among the record's translators: {joined(ours)}",
                    help="look at the translation: correct the name that is wrong, or name both",
                )


def _absent(person: Person, theirs: tuple[str, ...], ours: list[str], *, in_case: bool) -> bool:
    """Tell whether *person* should be among *theirs* and is not."""
    if any(same_name(person.name, name, declined=in_case) for name in theirs):
        return False
    return person.into is None or bool(missing(theirs, ours, declined=in_case))
