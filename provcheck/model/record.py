"""A record: what is said of one document, in the types that rules and citations use.

Absent means None or an empty tuple. A field of a wrong type is absent here: the schema has reported it, and one
error must not hide the others. Everything that a rule may want to point at carries its pointer (``at``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from provcheck.model.document import Pointer, Value
from provcheck.model.noun import noun
from provcheck.model.shelfmark import Shelfmark, SourceLine, Token, TokenKind

Held = Literal["private", "lost", "destroyed", "unknown"]


@noun
class Text:
    """A piece of text and the language it is in (BCP 47), where that is said."""

    text: str
    at: Pointer
    language: str | None = None


@noun
class Person:
    """A name in a role: sender, recipient, translator … ``alias`` is the name the document uses (Filippov)."""

    role: str
    name: str
    at: Pointer
    alias: str | None = None
    office: str | None = None
    into: str | None = None
    """For translators: the language translated into (BCP 47)."""


@noun
class When:
    """A date as written (EDTF or ``unknown``) and what it is the date of; the document itself has role ``""``."""

    text: str
    at: Pointer
    role: str = ""


class Piece(NamedTuple):
    """A printed piece of a shelfmark (archive, label, value, folios) and where it stands in the record."""

    token: Token
    at: Pointer
    """The scalar that holds it."""
    within: tuple[int, int] | None = None
    """Which of the scalar's characters it is; None for all of them."""


@noun
class Holding:
    """One shelfmark of the document and where each piece of it is written in the record."""

    mark: Shelfmark
    at: Pointer
    """The source's mapping, or the source line."""
    pieces: tuple[Piece, ...]
    """In the order written. Token levels are the convention's names, whatever word stands in the record."""
    structured: bool
    """True: written field by field; False: read out of a source line."""
    within: tuple[int, int] | None = None
    """The characters of the source line that hold this mark."""
    branches: tuple[str, ...] = ()
    """What stands in brackets right after titles of its levels: Home (Political) is not Home (Public)."""

    def piece(self, kind: TokenKind, level: str = "") -> Piece | None:
        """Return the first piece of that kind (and level)."""
        return next((p for p in self.pieces if p.token.kind == kind and (not level or p.token.level == level)), None)


@noun
class Source:
    """One entry of ``sources``: a source line, or one shelfmark written field by field, or who holds it otherwise."""

    at: Pointer
    line: SourceLine | None = None
    holdings: tuple[Holding, ...] = ()
    held: Held | None = None
    case_title: Text | None = None
    form: Text | None = None
    seen: Text | None = None
    via: Text | None = None
    url: Text | None = None
    note: Text | None = None
    formerly: Text | None = None
    fields: Mapping[str, Text] | None = None
    """The levels of a structured source as written, by key, folio field included; None for a source line."""
    unknown: tuple[str, ...] = ()
    """Fields of a structured source that no record has, as written: ``busta: 3``."""


@noun
class Rights:
    """What may be done with the document. ``status`` RightsStatements.org, ``licence`` SPDX or Creative Commons."""

    at: Pointer
    text: Text | None = None
    """The whole of it where rights are one text."""
    status: Text | None = None
    licence: Text | None = None
    holder: Text | None = None
    statement: Text | None = None
    contact: Text | None = None


@noun
class Publication:
    """Where the document is or was published: a host's page or a printed edition."""

    at: Pointer
    host: Text | None = None
    """The field ``in``."""
    id: Text | None = None
    url: Text | None = None
    date: When | None = None
    accessed: When | None = None
    """When the page was last looked at."""
    pages: Text | None = None
    doi: Text | None = None
    title: Text | None = None
    source: SourceLine | None = None
    """The source line as printed there, read; its text is kept to the letter."""


@noun
class TextFile:
    """A transcript, translation or summary kept as a file beside the record."""

    at: Pointer
    kind: str | None = None
    language: Text | None = None
    file: Text | None = None
    by: tuple[Person, ...] = ()
    date: When | None = None


@noun
class ScanFile:
    """A scan or other file, with the checksum it should have (64 hexadecimal digits)."""

    at: Pointer
    path: Text | None = None
    sha256: Text | None = None


@noun
class Relation:
    """``rel`` to another record: reply-to, encloses, translation-of …"""

    at: Pointer
    rel: str
    to: Text


@noun
class Record:
    """What is said of one document."""

    id: Text | None = None
    titles: tuple[Text, ...] = ()
    """The title as given, or one for each language."""
    type: Text | None = None
    dates: tuple[When, ...] = ()
    date_os: When | None = None
    """The Old Style (Julian) date."""
    languages: tuple[Text, ...] = ()
    sources: tuple[Source, ...] = ()
    translators: tuple[Person, ...] = ()
    people: tuple[Person, ...] = ()
    rights: Rights | None = None
    published: tuple[Publication, ...] = ()
    texts: tuple[TextFile, ...] = ()
    files: tuple[ScanFile, ...] = ()
    relations: tuple[Relation, ...] = ()
    number: Text | None = None
    place: Text | None = None
    data: Mapping[str, Value] | None = None
    """All of it as read, for rules that walk every text."""
    unquoted: tuple[tuple[Pointer, str], ...] = ()
    """See `provcheck.model.document.Entry.unquoted`."""
    unquoted_keys: tuple[Pointer, ...] = ()
    """See `provcheck.model.document.Entry.unquoted_keys`."""
    body: str = ""
    """The document's text, where the record's file holds it below its front matter."""
    file_stem: str | None = None
    """The name of the file without its ending, where the file holds this record alone."""
    path: str = ""
    """The file, for messages that name another record. No rule decides by it."""

    @property
    def title(self) -> Text | None:
        """The first title."""
        return self.titles[0] if self.titles else None

    @property
    def date(self) -> When | None:
        """The date of the document itself; where every date has a role, the first."""
        return next((when for when in self.dates if not when.role), self.dates[0] if self.dates else None)

    @property
    def holdings(self) -> tuple[Holding, ...]:
        """Every shelfmark of the record, in order."""
        return tuple(holding for source in self.sources for holding in source.holdings)

    def in_role(self, role: str) -> tuple[Person, ...]:
        """Return the people in *role*."""
        return tuple(person for person in self.people if person.role == role)

    def lines(self) -> Iterator[tuple[SourceLine, Pointer]]:
        """Yield every source line and where it stands: the record's own, and those that hosts print."""
        for source in self.sources:
            if source.line is not None:
                yield source.line, source.at
        for publication in self.published:
            if publication.source is not None:
                yield publication.source, (*publication.at, "source")
