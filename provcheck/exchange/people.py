"""The people on a page: those in its fields, and those its title names: ``Telegram from Roshchin to Filippov``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from provcheck.archives.lexicon.vocabulary import is_place
from provcheck.exchange.imported import Notes, shown
from provcheck.exchange.layout import is_date, is_running
from provcheck.exchange.lines import Line
from provcheck.model.document import Value


class Named(NamedTuple):
    """A person as a title names them. ``alias`` is the name that the document uses, where editors gave the real one."""

    name: str
    alias: str | None = None

    def as_value(self) -> Value:
        """Return what a record says of this person."""
        return {"name": self.name, "as": self.alias} if self.alias else self.name


_MESSAGE = (
    r"\b(?:telegram|cable|cablegram|letter|cipher(?:ed )?gram|ciphergram|ciphertelegram|note|message|dispatch|postcard)"
    r"(?: No\. ?[\w/-]{1,12}| #[\w/-]{1,12})?"
)
"""What goes from a person to a person. A journey "from Moscow to Beijing" does not."""

_WHEN = r"(?:,(?=[^,]{0,30}\d).{0,80})?"
"""A date may follow; a second recipient may not."""

_FROM_TO = re.compile(
    _MESSAGE + r" from (?P<sender>[^,;:]{2,80}?) to (?P<recipient>[^,;:]{2,80}?)" + _WHEN + "$", re.IGNORECASE
)
_NAMED_TO = re.compile(
    _MESSAGE + r", (?P<sender>[^,;:]{2,60}?) to (?P<recipient>[^,;:]{2,60}?)" + _WHEN + "$", re.IGNORECASE
)
_PLACE = re.compile(r" (?:in|at) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?$")
_BRACKETS = re.compile(r"(?P<alias>[^\[\]]+?) \[(?P<name>[^\[\]?]+)\]$")
_NAME = re.compile(
    r"(?:(?:[A-Z]\. ?)+|[A-Z][^\W\d_'’-]*(?:['’-][^\W\d_]+)*(?: |$))(?:(?:[A-Z]\. ?)|(?:de|von|van|al|el|bin|del) |"
    r"[A-Z][^\W\d_]*(?:['’-][^\W\d_]+)*(?: |$)){0,3}"
)

_BODIES = frozenset(
    "embassy ministry committee council government bureau department office politburo secretariat consulate "
    "mission delegation comrades union republic party general army staff command chairman president minister "
    "ambassador premier secretary central".split()
)
"""Words that make a name that of a body or an office: then who the person is cannot be told here."""


_CAPITALS = frozenset(
    "Addis Ababa|Algiers|Ankara|Athens|Baghdad|Bangkok|Cairo|Damascus|Delhi|Djakarta|Hanoi|Havana|Helsinki|Islamabad|"
    "Jakarta|Kabul|Karachi|Leningrad|Luanda|Managua|New Delhi|Peking|Phnom Penh|Pyongyang|Rangoon|Saigon|Seoul|Sofia|"
    "Teheran|Tehran|Tel Aviv|Tokyo|Vientiane|Warsaw".split("|")
)
"""Towns that telegrams come from and that have no archive in our tables."""


def correspondents(title: str) -> tuple[Named, Named] | None:
    """Return sender and recipient where *title* gives both as plain names; None where it cannot be told.

    >>> correspondents("Ciphered Telegram from Roshchin in Beijing to Filippov [Stalin]")
    (Named(name='Roshchin', alias=None), Named(name='Stalin', alias='Filippov'))
    >>> correspondents("Telegram from the Romanian Embassy in Pyongyang to the Ministry of Foreign Affairs") is None
    True
    """
    match = _FROM_TO.search(title) or _NAMED_TO.search(title)
    if match is None or len(re.findall(r" to ", match.group())) > 1:
        return None
    sender, recipient = _person(match["sender"]), _person(match["recipient"])
    return (sender, recipient) if sender is not None and recipient is not None else None


def _person(text: str) -> Named | None:
    text = text.strip()
    if (match := _BRACKETS.fullmatch(text)) is not None:
        alias, name = (_plain(match[part]) for part in ("alias", "name"))
        return Named(name, alias) if alias and name else None
    name = _plain(text)
    return Named(name) if name else None


def _plain(text: str) -> str | None:
    name = _PLACE.sub("", text.strip())
    if not _NAME.fullmatch(name) or set(name.lower().split()) & _BODIES:
        return None
    if is_place(name) or name in _CAPITALS:  # "from Beijing to Moscow": the offices there, and nobody's name
        return None
    return name


def fuller(person: Value, name: str) -> Value | None:
    """Return *person*, as a record names them, under *name* where that says more; None where it is another family.

    >>> fuller("Roshchin", "N. V. Roshchin"), fuller("N. V. Roshchin", "Roshchin"), fuller("Roshchin", "Stalin")
    ('N. V. Roshchin', 'N. V. Roshchin', None)
    """
    known = (
        {key: str(person.get(key, "")) for key in ("name", "as")} if isinstance(person, dict) else {"name": str(person)}
    )
    for key, called in known.items():
        if _family(called) == _family(name):
            if len(name) <= len(called):
                return person
            return {**person, key: name} if isinstance(person, dict) else name
    return None


def _family(name: str) -> str:
    family, comma, _ = name.partition(",")
    return family.strip() if comma else " ".join(name.split()[-1:])


def _is_sentence(line: Line) -> bool:
    return is_running(line) or line.text.endswith((",", ":", "!", "?"))


PEOPLE = {
    "sender": "sender", "recipient": "recipient", "author": "author", "donor": "contributor",
    "contributor": "contributor",
}  # fmt: skip
"""The fields that hold names, and what these people are in a record."""


class People:
    """Places the people of a page in their roles: those of the title first, then those in the fields."""

    def __init__(self, notes: Notes) -> None:
        self.data: dict[str, Value] = {}
        self.notes = notes

    def of_title(self, title: Line | None) -> None:
        """Place sender and recipient where the title names them plainly."""
        if title is None or (found := correspondents(title.text)) is None:
            return
        for role, person in zip(("sender", "recipient"), found, strict=True):
            self.add(role, [person.as_value()])
            if person.alias:
                words = f"{person.alias} was taken for the name used, {person.name} for the person"
                self.notes.inferred(title.number, f"{words}, from the brackets in the title")

    def of_fields(self, fields: dict[str, list[Line]]) -> None:
        """Place those in the fields, and take these out."""
        for field, role in PEOPLE.items():
            names: list[Value] = [
                line.text for line in self.only_names(fields.pop(field, []), field) if not self.is_known(line)
            ]
            if names:
                self.add(role, names)

    def only_names(self, lines: Sequence[Line], field: str) -> list[Line]:
        """Return the names in a field, without what follows them: label and value of a date, or a sentence."""
        given = [line for line in lines if line.text]
        end = next((max(at - 1, 0) for at, line in enumerate(given) if is_date(line.text)), len(given))
        end = next((at for at, line in enumerate(given[:end]) if _is_sentence(line)), end)
        for line in given[end:]:
            self.notes.unread(line.number, f"{shown(line.text)} ({field}) is no name; it is not in the record")
        return given[:end]

    def is_known(self, line: Line) -> bool:
        """Tell whether the name in a field is a correspondent's of the title; they get the fuller of both names."""
        for role, person in self.data.items():
            if not isinstance(person, list) and (found := fuller(person, line.text)) is not None:
                if found != person:
                    self.data[role] = found
                    self.notes.inferred(line.number, f"{line.text} was taken for the {role} whom the title names")
                return True
        return False

    def add(self, role: str, names: list[Value]) -> None:
        """Add people to a role: one stands alone, several in a list."""
        have = self.data.get(role, [])
        every = [*(have if isinstance(have, list) else [have]), *names]
        self.data[role] = every[0] if len(every) == 1 else every
