"""Where a document is kept: archive, ordered levels, folios; and a source line read into such marks.

A shelfmark is an ordered list of (level, value) pairs plus folio ranges, so that fond/opis/delo/list, record
group/box/folder and series/piece are one noun. Level names are those of ``provcheck/data/conventions``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal, NamedTuple, get_args

from provcheck.model.noun import noun


class Level(NamedTuple):
    """One step of a shelfmark: ``Level("opis", "11")``. The value is text, as written but for inner blanks."""

    name: str
    value: str


class Folios(NamedTuple):
    """A run of folios, first to last, each with its side: ``Folios("3v", "5")``; one folio has two equal ends.

    Ends are text in full form: ``v`` the back, ``r`` the front, other letters part of the number (``17a``);
    padding zeros stay (``0141``), for they are how the archive stamped the leaf. Roman numerals stay as written
    (``iv``), and are in capitals where they have a side (``Iv``), which ``iv`` has none of.
    """

    first: str
    last: str


class When(NamedTuple):
    """A year, month or day among the levels, or the office, by which files of one number are told apart.

    ``оп. 1, 1720 г., д. 3``; ``ф. 109, 1 эксп. 1849, д. 214``; ``ф. 210, Московский стол, стб. 123``
    """

    before: int
    """How many levels stand before it."""
    text: str
    """As written: ``1720 г.``, ``July 1907``, ``of 1857``, ``1 эксп. 1849``."""

    @property
    def what(self) -> str:
        """What it is called: that a mark is *dated*, or the *office* alone."""
        return "dated" if sum(map(str.isdigit, self.text)) >= len("1720") else "office"


STROKES = frozenset("/-#:.")
"""Separators that belong to a code and are written in every form: FO 371/84081, 106-00001-01, E2001E#1972/33#12."""


@noun
class Shelfmark:
    """What to ask for in the reading room."""

    archive: str | None
    """The archive as written; None where the line leaves it out."""
    archive_id: str | None
    """The institution in ``provcheck/data/archives``; None where unknown or undecidable."""
    levels: tuple[Level, ...] = ()
    folios: tuple[Folios, ...] = ()
    convention: str | None = None
    """The convention it was read by (a file of ``provcheck/data/conventions``)."""
    paged: bool = False
    """The folios were called pages: page 5 of a file is another place than leaf 5."""
    when: When | None = None
    """Set for the holdings of records (`archives.dated`): files may be numbered anew each year. No level."""
    words: Mapping[str, str] = field(default_factory=dict, compare=False)
    """The word, or stroke, that led to each level in a line, by the level's name; "" where none did.

    Two units may be one level: a livro and a códice are volumes. It says how the mark was written, not what it is.
    """

    def level(self, name: str) -> str | None:
        """Return the value of the first level called *name*."""
        return next((value for level, value in self.levels if level == name), None)


TokenKind = Literal["archive", "label", "value", "folio-label", "folios", "aside"]


class Token(NamedTuple):
    """A piece of a shelfmark as printed. ``start`` and ``end`` count characters in the whole source line."""

    kind: TokenKind
    level: str
    """The level it belongs to; ``""`` for the archive, the folios, and a number that is no level (``aside``)."""
    text: str
    start: int
    end: int


CreditRole = Literal["translator", "obtained_by", "contributor", "editor"]


class Credit(NamedTuple):
    """Who did what for the document, as a source line says it: ``Translated by …``."""

    role: CreditRole
    names: tuple[str, ...]
    declined: bool = False
    """The names are in the case that the word before them asks for: ``Перевод Ивана Петрова``, who is Иван Петров."""


@noun
class Segment:
    """A stretch of a source line. With neither mark nor credits it is text that was not read as either."""

    text: str
    start: int
    mark: Shelfmark | None = None
    credits: tuple[Credit, ...] = ()
    tokens: tuple[Token, ...] = ()
    understood: bool = True
    """False where the text looks as if it should be part of a reference and no convention can read it."""


@noun
class SourceLine:
    """A source line, read. Its segments rejoin to the line exactly."""

    segments: tuple[Segment, ...]
    relation: Literal["same-document-copies", "separate"] | None = None
    """How several marks belong together; None for one mark or none."""
    unread_from: int | None = None
    """Where the text begins that was not read, because the line is too long; None: all was read."""
    failed: str = ""
    """The defect of ours for which nothing of the line was read; empty: there was none."""

    @property
    def text(self) -> str:
        """The line as it was written."""
        return "".join(segment.text for segment in self.segments)

    @property
    def marks(self) -> tuple[Shelfmark, ...]:
        """The shelfmarks, in order."""
        return tuple(segment.mark for segment in self.segments if segment.mark is not None)

    @property
    def credits(self) -> tuple[Credit, ...]:
        """The credits, in order."""
        return tuple(credit for segment in self.segments for credit in segment.credits)

    def names(self, role: CreditRole) -> tuple[str, ...]:
        """Return everyone credited in *role*, in order, each once."""
        return tuple(dict.fromkeys(n for credit in self.credits if credit.role == role for n in credit.names))


Labels = Literal["short", "full", "none"]
ArchiveForm = Literal["code", "name", "name (code)", "code (name)", "as-written", "none"]
_LABELS, _ARCHIVES = get_args(Labels), get_args(ArchiveForm)


@noun
class MarkForm:
    """How to write a shelfmark: labels, their language and case, order, dashes. See ``archives.format_shelfmark``."""

    language: str = "en"
    """Language (BCP 47) of labels and archive names; labels fall back to the convention's own abbreviations."""
    labels: Labels = "short"
    """``f. 45, op. 1`` · ``fond 45, opis 1`` · ``45/1/334/105-106``."""
    capitals: bool = False
    """``F. 45, Op. 1`` instead of ``f. 45, op. 1``."""
    between: str = ", "
    """Between levels; ``/`` is usual without labels, and read back only where the archive is cited in numbers alone
    (17/162/9): elsewhere leaves look like a level more (A5954/1234/5/12), and levels like others."""
    after_archive: str = ", "
    archive: ArchiveForm = "code"
    """``as-written`` leaves the numbers too, which the present name may change: TsKhDMO f. 1 is RGASPI f. M-1."""
    dash: str = "–"
    """Between the ends of a range of folios; the site of a digital archive may want a hyphen."""
    agreement: bool = True
    """Singular and plural labels (l. 5, ll. 5–6). GOST R 7.0.5 writes Л. for both."""
    abbreviate_ranges: bool = False
    """``105–6`` after the Chicago rule instead of ``105–106``."""
    leaf: tuple[str, str] = ("", "")
    """Words for one leaf and for several that replace the convention's: ``("fol.", "fols")``, ``("Bl.", "Bl.")``."""
    smallest_first: bool = False
    """``d. 334, op. 1, f. 45``: levels that a stroke ties together (FO 371/84081) stay together."""
    depth: int = 0
    """How many levels are written, the leaves being left out then; 0 is all."""

    def __post_init__(self) -> None:
        """Raise ValueError for what no form has: it would be written as another without a word."""
        for name, value, known in (("labels", self.labels, _LABELS), ("archive", self.archive, _ARCHIVES)):
            if value not in known:
                raise ValueError(f"{name} is {value!r}, and can be: {', '.join(known)}")
        if self.depth < 0:
            raise ValueError(f"depth is {self.depth}, and counts levels: 0 is all")
