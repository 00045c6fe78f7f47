"""Who a source line credits, and how that is added to the record's own fields."""

from __future__ import annotations

from collections.abc import Mapping

from provcheck.model.document import Value
from provcheck.model.finding import Change
from provcheck.model.record import Record
from provcheck.model.shelfmark import SourceLine
from provcheck.rules._marks import raw
from provcheck.rules._people import missing

Credited = Mapping[str, tuple[str, ...]]
"""Names by role: ``translator``, ``obtained_by``, ``contributor``, ``editor``."""

WORDS = {
    "translator": "translator",
    "obtained_by": "obtainer",
    "contributor": "contributor",
    "editor": "editor",
}


def credited(*lines: SourceLine) -> Credited:
    """Return everyone whom source lines credit, by role."""
    roles = dict.fromkeys(credit.role for line in lines for credit in line.credits)
    return {role: tuple(dict.fromkeys(name for line in lines for name in line.names(role))) for role in roles}


def declined(role: str, *lines: SourceLine) -> bool:
    """Tell whether names in *role* stand in another case than they are called in: ``Перевод Ивана Петрова``."""
    return any(credit.declined for line in lines for credit in line.credits if credit.role == role)


def named(record: Record, role: str) -> tuple[str, ...]:
    """Return the names that the record itself has in *role*."""
    people = record.translators if role == "translator" else record.in_role(role)
    return tuple(person.name for person in people)


def additions(record: Record, by_role: Credited) -> tuple[Change, ...]:
    """Return the changes that add to the record those of *by_role* whom it does not name."""
    changes: list[Change] = []
    people: dict[str, Value] = {}
    for role, names in by_role.items():
        new = missing(names, named(record, role))
        if not new:
            continue
        if role == "translator":
            changes.append(Change(("translators",), _extended(raw(record, ("translators",)), new)))
        elif isinstance(raw(record, ("people",)), dict):
            changes.append(Change(("people", role), _extended(raw(record, ("people", role)), new, alone=True)))
        else:
            people[role] = _extended(None, new, alone=True)
    if people:
        changes.append(Change(("people",), people))
    return tuple(changes)


def _extended(value: Value, names: list[str], *, alone: bool = False) -> Value:
    """Return *value*, a name or a list of names, with *names* at its end; a single one may stand without a list."""
    if isinstance(value, list):
        return [*value, *names]
    if value is not None and value != "":
        return [value, *names]
    return names[0] if alone and len(names) == 1 else list(names)


def disagree(record: Record, role: str, names: tuple[str, ...], *, in_case: bool) -> bool:
    """Tell whether the lines, with *names*, and the record each name somebody whom the other does not."""
    ours = named(record, role)
    return bool(missing(names, ours, declined=in_case)) and bool(missing(ours, names, declined=in_case))
