"""The parser under our YAML reader: libyaml's through PyYAML, or PyYAML's own where the machine has no libyaml."""

from __future__ import annotations

from typing import Protocol

from yaml.events import Event, ScalarEvent
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError

MAX_DEPTH = 100
"""Collections inside collections; a record has no more than five. The builders stop there."""


NO_ESCAPE = "found invalid Unicode character escape code"


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

    def get_event(self) -> Event | None:
        """Return the next event; refuses escapes for what is no character, as libyaml does."""
        try:
            event: Event | None = super().get_event()  # type: ignore[no-untyped-call]
        except (ValueError, OverflowError):  # an escape beyond the last code point
            raise ScannerError("while parsing a quoted scalar", None, NO_ESCAPE, self.get_mark()) from None
        if isinstance(event, ScalarEvent) and any("\ud800" <= char <= "\udfff" for char in event.value):
            raise ScannerError("while parsing a quoted scalar", None, NO_ESCAPE, event.start_mark)  # type: ignore[arg-type]
        return event


try:
    from yaml._yaml import CParser
except ImportError:  # PyYAML was built without libyaml
    CParser = None  # type: ignore[assignment,misc]


def events(text: str) -> Events:
    """Return a parser over *text*."""
    return PythonEvents(text) if CParser is None else CParser(text)
