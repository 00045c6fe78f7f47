"""Sender and recipient, where a title names them plainly: ``Telegram from Roshchin to Filippov [Stalin]``."""

from __future__ import annotations

import re
from typing import NamedTuple

from provcheck.archives.lexicon.vocabulary import is_place
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
