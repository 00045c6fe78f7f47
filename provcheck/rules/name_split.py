"""A comma without quotes made two names of one.

In ``[Lih, Lars T.]`` YAML sees two names, and so every citation has two people where there is one. Only lists in which
surnames alone and given names with an initial take turns are told: two people may well have one name each.

Fails::

    translators: [Lih, Lars T.]

Fails::

    translators: [Lih, Lars T., Weathersby, Kathryn]

Fails::

    people:
      author: [Сталин, И. В.]

Passes::

    translators: ["Lih, Lars T.", "Weathersby, Kathryn"]

Passes::

    people:
      author: [Lenin, Trotsky]
      recipient: [Molotov, V. M. Molotov]

Put each name in quotes: ``["Lih, Lars T."]``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from provcheck.model.context import Context
from provcheck.model.document import Pointer
from provcheck.model.finding import Problem, Severity
from provcheck.model.lazy import pattern
from provcheck.model.record import Person, Record

SEVERITY: Severity = "warning"

_SURNAME = pattern(r"(?:(?:de|da|di|du|del|van|von|der|den) )*[^\W\d_]+(?:['’-][^\W\d_]+)*")
_GIVEN = pattern(
    r"[^\W\d_]+(?:-[^\W\d_]+)*(?P<initials>(?: ?[^\W\d_]\.)+)?|(?P<only>[^\W\d_]{1,2}\.(?:[ -]?[^\W\d_]{1,2}\.)*)"
)


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every list of names that is surnames and given names by turns."""
    for _, listed in groupby((*record.translators, *record.people), key=_list_of):
        names = list(listed)
        if _is_split(names):
            family, given = names[0].name, names[1].name
            yield Problem(
                names[0].at,
                f'"{family}" and "{given}" are two names here, but look like surname and given name of one',
                help=f'put the name in quotes: "{family}, {given}"',
            )


def _list_of(person: Person) -> Pointer:
    return person.at[:-1]


def _is_split(names: Sequence[Person]) -> bool:
    if len(names) % 2 or not all(_SURNAME.fullmatch(person.name) for person in names[::2]):
        return False
    given = [_GIVEN.fullmatch(person.name) for person in names[1::2]]
    return all(given) and any(one is not None and (one["initials"] or one["only"]) for one in given)
