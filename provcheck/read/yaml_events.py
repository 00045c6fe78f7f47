"""The parser under our YAML reader: libyaml's through PyYAML, or PyYAML's own where the machine has no libyaml."""

from __future__ import annotations

from typing import Protocol

from yaml.events import Event
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

MAX_DEPTH = 100
"""Collections inside collections; a record has no more than five. The builders stop there."""


class Events(Protocol):
    """What we use of a parser."""

    def get_event(self) -> Event | None:
        """Return the next event; raises yaml.YAMLError where the text is no YAML."""


class PythonEvents(Reader, Scanner, Parser):
    """PyYAML's parser written in Python: the same events, some ten times slower."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


try:
    from yaml._yaml import CParser
except ImportError:  # PyYAML was built without libyaml
    CParser = None  # type: ignore[assignment,misc]


def events(text: str) -> Events:
    """Return a parser over *text*."""
    return PythonEvents(text) if CParser is None else CParser(text)
