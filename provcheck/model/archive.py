"""What is known of archives: institutions, the conventions of their shelfmarks, and holdings that moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from provcheck.model.noun import noun


@noun
class FormerName:
    """A name the institution, or the one whose holdings it took over, had before. Years are EDTF; None = not known."""

    name: str
    codes: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None


@noun
class Archive:
    """An institution that keeps documents."""

    id: str
    names: Mapping[str, str]
    """Full names by language tag (``ru``, ``en``, ``ru-Latn`` for the transliterated one)."""
    codes: Mapping[str, tuple[str, ...]]
    """Short names by language tag, the preferred one first: ``{"en": ("APRF", "AP RF"), "ru": ("АП РФ", "АПРФ")}``."""
    country: str
    """ISO 3166-1 alpha-2; ``""`` for international bodies."""
    merged: tuple[str, ...] = ()
    """Ids of entries that turned out to be this institution; they are understood still."""
    branches: tuple[str, ...] = ()
    """Those of its codes that name a branch with numbers of its own (HHStA, IPN Ka): kept when a mark is written."""
    branch_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """How these branches are called in full, by code."""
    calls: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Its own words for levels, short and in full, by level: mazzo in Turin, filza in Venice."""
    letters: Mapping[str, str] = field(default_factory=dict)
    """What it writes between letters and number, by level: ``FO 371`` in Kew, ``A1838`` in Canberra."""
    keeper: str = ""
    """The archive that keeps its records, which may be named at the end of the line."""
    aliases: tuple[str, ...] = ()
    """Other ways its full name is written, in any language."""
    prefixes: tuple[str, ...] = ()
    """Codes of its own holdings by which it is known where it is not named: FO, CAB, PREM."""
    places: tuple[str, ...] = ()
    """What it is called where a mark follows at once: ``Hebei, 1960, 855-18-778``, its province."""
    hints: tuple[str, ...] = ()
    """Words of a line that tell this archive from others of the same code: NAI with DFA is in Dublin."""
    holdings: tuple[str, ...] = ()
    """Titles, or their first words, of holdings that stand under no other: Estado in Madrid, Kloster in Munich."""
    city: str = ""
    cities: Mapping[str, str] = field(default_factory=dict)
    """The town in other languages than English, by language tag."""
    town_names: tuple[str, ...] = ()
    """What else the town is called, in any language and time."""
    other_towns: tuple[str, ...] = ()
    """The towns of its other houses."""
    convention: str = ""
    """Which convention its shelfmarks follow (a file of ``data/conventions``)."""
    required: tuple[str, ...] = ()
    """Levels this archive wants where they differ from its convention's (AVP RF wants papka)."""
    former: tuple[FormerName, ...] = ()
    since: str | None = None
    """Founded (EDTF), where known."""
    until: str | None = None
    """Closed or merged (EDTF); None = open or not known."""
    successor: str | None = None
    """The institution (id) that holds its records now."""
    url: str = ""
    source: str = ""
    """Where these facts were read."""
    unchecked: tuple[str, ...] = ()
    """Facts above that were not read in a source."""

    def branch(self, written: str | None) -> str | None:
        """Return the code of the branch that *written* names, by its code or in full."""
        if written is None or written in self.branches:
            return written
        for sign in (", ", " "):
            if (last := written.rpartition(sign)[2]) in self.branches:
                return last  # Pretoria, SAB; RA ERA
        if (joined := written.replace(", ", " ")) in self.branches:
            return joined  # AIPN, BU
        named = ((code, name) for code, names in self.branch_names.items() for name in names)
        return next((code for code, name in named if name in written), None)

    @property
    def towns(self) -> tuple[str, ...]:
        """Where it is, in all languages known."""
        towns = (self.city, *self.cities.values(), *self.town_names, *self.other_towns)
        return tuple(town for town in towns if town)

    @property
    def called(self) -> str:
        """Its name in English, or in the first language known."""
        return self.names.get("en") or next(iter(self.names.values()), self.id)

    @property
    def full_names(self) -> tuple[str, ...]:
        """All its full names, the former ones last."""
        return (*self.names.values(), *self.aliases, *(former.name for former in self.former))


ValueKind = str
"""What a value looks like: ``data/kinds`` has the kinds, each with an example. Of general use are ``number``,
``lettered``, ``roman``, ``code``, ``series``, ``symbol`` (anything up to the next comma), ``words`` (a title up to the
next comma) and ``title`` (one up to the end of the reference); most others stand for one country's numbers."""


@noun
class LevelForm:
    """How one level is written in one language: ``f.`` and ``ff.``, ``fond``, plural ``fondy``."""

    short: str
    full: str
    short_plural: str = ""
    full_plural: str = ""


@noun
class LevelRule:
    """One level of a convention: what its values look like and which words announce it."""

    name: str
    kind: ValueKind
    required: bool = False
    words: tuple[str, ...] = ()
    """Every word or abbreviation that announces it, in any script, without final point."""
    forms: Mapping[str, LevelForm] = field(default_factory=dict)
    """How to write it, by language tag."""
    after: str = ""
    """Separators that may lead to it without any word: ``/`` before the piece in FO 371/84123."""
    below: str = ""
    """It is written so where the broadest level is of this kind: tétel in XIX-J-1-j, őrzési egység elsewhere."""


@noun
class Convention:
    """How a family of archives writes its shelfmarks: levels in order, their words, their values."""

    id: str
    name: str
    levels: tuple[LevelRule, ...]
    folios: LevelRule | None = None
    """The smallest step, leaves or pages; None where the family does not cite them."""
    source: str = ""
    engine: Literal["labelled", "coded"] = "labelled"
    """Labelled: words announce the values. Coded: the values stand in a fixed order after the archive's name."""
    values_first: bool = False
    """The number stands before its word: ``12. doboz``, ``1370. f.``"""
    capitals: tuple[str, ...] = ()
    """Capitals that announce a level without a point: ``C 12, D 34``."""
    letters_with_colon: bool = False
    """A word of one letter announces a level only with its colon: ``B: 717``."""
    letters_as_written: bool = False
    """Letters behind a number keep their case: ``ERAF.131SM.1.240``."""
    not_words: tuple[str, ...] = ()
    """Words that mean a level elsewhere and are part of a code here: ``RG 11/1234``."""
    names_within: Literal["", "after-series", "anywhere", "records"] = ""
    """Where names and codes of other archives are parts of its marks: ``NAA: A5882, CO1191``."""
    last_title: str = ""
    """The level of the last title, where every level of titles has one and nothing follows."""
    own_titles: tuple[str, ...] = ()
    """Levels whose values have a title that stands before them and is no level."""
    titles_with_commas: bool = False
    """The title of a holding after its number may have a comma in it, where the word for its file comes soon."""
    holdings_listed: bool = False
    """Holdings of one archive may follow each other after commas: ``BArch R 2, R 2501``."""
    files_in: str = "box"
    """The level of a number without a word before a file that has one: ``F7 12961, dossier 3``."""
    strokes: tuple[str, ...] = ()
    """The archives (ids) that lead with a stroke to a number for which the others have a word: ``R 43/12``."""
    lists_by_plural: bool = False
    """Only a plural opens a list: ``cajas 12, 13``; after ``caja 12, 13`` the next level follows without its word."""
    standing_titles: Literal["", "holdings", "collections"] = ""
    """Which titles make a shelfmark without any number: those that say that they are holdings, or any collection's."""
    maps: str = ""
    """The level of what is the number of a bundle elsewhere, in a section of maps and plans."""
    pages_after_date: bool = False
    """Pages of a letter may stand after its date, which comes after the mark."""
    tells_contents: bool = False
    """Between a mark and its archive may stand what the volume holds."""
    numbers_after_names: bool = False
    """The number of a file may follow the name of its holding with nothing between: ``Kurpfalz 1234``."""
    numbers_like_years: bool = False
    """The number of a unit follows the title of its holding even where it may be a year: ``Notarile 1523``."""
    unlisted: str = ""
    """The convention of the archives that it would be taken for and no table has."""
    manuscripts: str = ""
    """The convention of manuscripts in libraries and museums that else write so: ``РНБ, F.IV.232``."""
    languages: tuple[str, ...] = ()
    """The languages it has words for; the first is its own."""
    institutions: tuple[str, ...] = ()
    """Words by which the name of an archive that no table has says that it writes so: ``archiwum``."""
    short_institutions: tuple[str, ...] = ()
    """Short words for such archives, before the name of their town: ``StadtA``, ``SOkA``."""
    isil: str = ""
    """The country whose archives that no table has may be named by their international code: ``NL-AbCdE``."""
    of_persons: str = ""
    """The archive (an id) that stands for the papers of persons, which are called after them: ``Archiv L. Svobody``."""
    of_schools: bool = False
    """Whether universities that no table has write so, named behind their collection and its code."""
    spelling: tuple[str, ...] = ()
    """Letters that tell its language where another convention has the same word for an archive: the ``ř`` of Czech."""
    same_archive: tuple[str, ...] = ()
    """Words for the same archive as before that say, where none was named, that it writes so: ``tamże``."""
    pages: tuple[str, ...] = ()
    """Words for the pages of a file, which also announce pages of printed books."""
    asides: tuple[str, ...] = ()
    """Words for numbers that are no level and are passed over: reels, museum numbers."""
    verso: Mapping[str, str] = field(default_factory=dict)
    """How the back of a leaf is marked, by language tag: ``{"ru": "об."}``."""
    examples: tuple[tuple[str, str], ...] = ()
    """Shelfmarks as written, and the same in one line: ``fond=45 opis=1 delo=334 #105-106``. Tests run them."""

    def level(self, name: str) -> LevelRule | None:
        """Return the rule for the level called *name*."""
        for rule in self.levels:
            if rule.name == name:
                return rule
        return None


@noun
class Concordance:
    """A holding that moved, was copied, or has another notation: what numbers in one place are in the other."""

    kind: str
    """``transfer``, ``copy``, ``renaming``, ``merger`` or ``notation``."""
    source: Mapping[str, str]
    """Archive id under ``archive`` and the levels that are fixed, on the one side; ``{n}`` stands for any value …"""
    target: Mapping[str, str]
    """… and on the other, where the same ``{n}`` has the same value: another level, or a letter more."""
    same: tuple[str, ...]
    """What keeps its number from one to the other: levels, and ``folios``."""
    status: str
    """``well attested``, ``partial`` …; only well attested ones are used to contradict a record."""
    name: str = ""
    """The former name, or the holding known by name only, that the row speaks of; else the archive as it is."""
    note: str = ""
    read_in: str = ""
