"""What an import gives: the data of a record, its texts, and what a person should look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from provcheck.model.document import Value


class Note(NamedTuple):
    """Something to look at after an import. ``inferred``: it stands in the record; ``unread``: it does not."""

    kind: Literal["unread", "inferred"]
    line: int
    """The line of the page, from 1; 0 where it is about the page as a whole."""
    message: str


class Notes:
    """The notes that are taken while a page is read."""

    def __init__(self) -> None:
        self.notes: list[Note] = []

    def unread(self, line: int, message: str) -> None:
        """Tell of something on the page that does not stand in the record."""
        self.notes.append(Note("unread", line, message))

    def inferred(self, line: int, message: str) -> None:
        """Tell of something that stands in the record by inference."""
        self.notes.append(Note("inferred", line, message))


class ImportedText(NamedTuple):
    """A text to be kept as a file beside the record, under the name that the record's ``texts`` give it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What a page gave: the data of a record, its texts, and what a person should look at."""

    data: dict[str, Value]
    texts: tuple[ImportedText, ...]
    notes: tuple[Note, ...]

    @property
    def name(self) -> str:
        """The name of the record's file without ending."""
        return file_name(str(self.data.get("id", "")))


def file_name(record_id: str) -> str:
    """Return a name for files that no ID can lead out of their folder with.

    >>> file_name("113732"), file_name("../etc/passwd"), file_name("")
    ('113732', 'etc-passwd', 'record')
    """
    return re.sub(r"[^\w.-]+", "-", record_id).strip(".-")[:80] or "record"


def shown(text: str) -> str:
    """Return *text* as a note shows it."""
    return f"“{text if len(text) <= 80 else text[:77] + '…'}”"
