"""The only opener of ``data/``, ``schemas/`` and ``styles/``.

Archives, conventions and concordances are written by people in ``provcheck/data`` (YAML and CSV) and compiled into
``data/index.json``, ``archives.jsonl``, ``kinds.jsonl`` and ``lexicon.txt``, which are read at start-up; the latter
three hold one archive, kind or name a line, so that a run makes objects only of what it meets. ``make tables``
(`provcheck.compiling`) makes them anew.
Everything returned is frozen and cached.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from provcheck.model.archive import Archive, Concordance, Convention, FormerName, LevelForm, LevelRule
from provcheck.model.kept import kept

T = TypeVar("T")
COMMON = "*"
"""The convention that stands for all: its words mean the same everywhere."""
PACKAGE = Path(__file__).parent
"""A folder: importlib.resources would serve a package inside of a zip file too, at 8 ms of every start."""


def _folder(name: str) -> Path:
    """Return a folder that stands at the top of a checkout and inside the package of a wheel."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


@cache
def schema(name: str) -> dict[str, Any]:
    """Return ``schemas/NAME.schema.json``. Raises FileNotFoundError for a name we do not have."""
    text = (_folder("schemas") / f"{name}.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@cache
def level_keys() -> frozenset[str]:
    """Return the keys of a source mapping that name levels of a shelfmark."""
    return _source_keys("#/$defs/level")


@cache
def folio_keys() -> frozenset[str]:
    """Return the keys of a source mapping that hold leaves or pages."""
    return _source_keys("#/$defs/folios")


@cache
def source_keys() -> frozenset[str]:
    """Return all the keys that a source mapping may have, save those that begin with ``x-``."""
    return frozenset(schema("record")["$defs"]["source"]["properties"])


def _source_keys(reference: str) -> frozenset[str]:
    fields: dict[str, dict[str, Any]] = schema("record")["$defs"]["source"]["properties"]
    return frozenset(key for key, field in fields.items() if field.get("$ref") == reference)


@cache
def style_names() -> tuple[str, ...]:
    """Return the names of our own styles, sorted."""
    return tuple(sorted(f.name.removesuffix(".csl") for f in _folder("styles").iterdir() if f.name.endswith(".csl")))


def style_text(name: str) -> str | None:
    """Return the text of one of our own styles, or None."""
    return (_folder("styles") / f"{name}.csl").read_text(encoding="utf-8") if name in style_names() else None


@cache
def style_settings() -> dict[str, Any]:
    """Return ``styles/settings.json``: what our styles want that CSL cannot say."""
    found: dict[str, Any] = json.loads((_folder("styles") / "settings.json").read_text(encoding="utf-8"))
    return found


@cache
def _index() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((PACKAGE / "data" / "index.json").read_bytes())
    return found


class Sight(NamedTuple):
    """The codes of an archive that are known at sight (``data/at_sight.yaml``): patterns, empty where there is none."""

    archive: str
    begins: str = ""
    """Known only where the line begins with it."""
    anywhere: str = ""
    listed: str = ""
    """Collections that it alone has, known behind a mark of another library."""
    named: str = ""
    """What right behind a short name that it shares with others tells that it is meant."""
    behind_same: str = ""
    """What tells its convention right behind a word for the archive before, where there is none."""
    beside: tuple[str, ...] = ()
    """What the line must have one of too for a code to be known anywhere."""
    also: tuple[str, ...] = ()
    """Other archives that such codes may be of, so that it stays open whose one is."""


@cache
def at_sight() -> tuple[Sight, ...]:
    """Return the codes known at sight; the first archive whose shape fits has it."""
    lists = ("beside", "also")
    return tuple(Sight(**row | {name: tuple(row.get(name, ())) for name in lists}) for row in _index()["at_sight"])


class Address(NamedTuple):
    """An address of a page, or the name of a file, that is a whole mark (``data/addresses.yaml``)."""

    convention: str
    shape: str
    """A pattern whose groups are the levels, and ``archive``."""
    beside: str
    """What the line must have."""
    archive: str = ""
    """Whose it is; empty where what it has for the archive is a code."""


@cache
def addresses() -> tuple[Address, ...]:
    """Return the addresses that are whole marks."""
    return tuple(Address(**row) for row in _index()["addresses"])


class Lexicon(NamedTuple):
    """What the reader's dictionaries of archives grow from. Bytes are UTF-8: most of it no run ever asks for."""

    codes: Mapping[bytes, bytes]
    """By first word: a line for each code, with what it means."""
    names: Mapping[bytes, bytes]
    """The same by first stem."""
    labels: Mapping[bytes, bytes]
    """The words that announce levels, by first word."""
    prefixes: tuple[tuple[str, ...], ...]
    """First word, code of holdings, archive."""
    unspaced: tuple[tuple[str, ...], ...]
    """Names in scripts without blanks between words, each with its archives."""
    places: Mapping[str, str]
    """Names of places, each word by its stem, with the codes of their countries."""
    called: Mapping[str, Sequence[str]]
    """Short names, each with the archives that go by it where their town stands beside it."""
    frequent: tuple[str, ...]
    """Long words of labels and of many names, lower case: those in which a slip can be seen."""


@cache
def lexicon() -> Lexicon:
    """Return ``lexicon.txt``, which `provcheck.compiling` makes: its parts stand between two empty lines."""
    parts = (PACKAGE / "data" / "lexicon.txt").read_bytes().split(b"\n\n\n")
    codes, names, labels = map(_blocks, parts[:3])
    prefixes, unspaced, places, called, frequent = map(_rows, parts[3:])
    towns: Mapping[str, str] = dict(map(_pair, places))
    beside = {code: ids for code, *ids in called}
    return Lexicon(codes, names, labels, prefixes, unspaced, towns, beside, tuple(w for (w,) in frequent))


def _blocks(part: bytes) -> dict[bytes, bytes]:
    """Return blocks between empty lines by their first line."""
    return dict([block.split(b"\n", 1) for block in part.split(b"\n\n")])


def _pair(row: tuple[str, ...]) -> tuple[str, str]:
    return row[0], row[1]


def _rows(part: bytes) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split("\t")) for line in part.decode().split("\n"))


class _Rows(dict[str, T]):
    """Rows of a file by id, each made of its line when it is first asked for: a run meets few of a thousand."""

    def __init__(self, file: str, make: Callable[[dict[str, Any]], T]) -> None:
        super().__init__()
        lines = (PACKAGE / "data" / file).read_bytes().splitlines()
        self._lines = {line[len(_ID) : line.index(b'"', len(_ID))].decode(): line for line in lines}
        self._make = make

    def __missing__(self, key: str) -> T:
        row = self[key] = self._make(json.loads(self._lines[key]))
        return row

    def __contains__(self, key: object) -> bool:
        return key in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def get(self, key: str, default: Any = None) -> Any:
        """Return the row *key*, or *default*."""
        return self[key] if key in self._lines else default

    def keys(self) -> Any:
        """Return all ids."""
        return self._lines.keys()

    def values(self) -> Any:
        """Return all rows, in the order of the tables."""
        return {key: self[key] for key in self._lines}.values()

    def items(self) -> Any:
        """Return all ids and rows."""
        return {key: self[key] for key in self._lines}.items()


_ID = b'{"id":"'
"""What every line of these files begins with, before the id."""


@cache
def archives() -> Mapping[str, Archive]:
    """Return every archive we know, by id."""
    return _Rows("archives.jsonl", _archive)


@cache
def kinds() -> Mapping[str, dict[str, Any]]:
    """Return what the values of each kind look like (``data/kinds``); ``like`` is left, value, right of an example."""
    return _Rows("kinds.jsonl", dict)


@cache
def merged() -> Mapping[str, str]:
    """Return the ids that an institution had before two entries of it became one, and its id now."""
    return MappingProxyType(_index()["merged"])


@cache
def conventions() -> Mapping[str, Convention]:
    """Return every convention, by id; the order is that in which they are tried where nothing else decides."""
    return MappingProxyType({row["id"]: _convention(row) for row in _index()["conventions"]})


@cache
def common() -> Convention:
    """Return the levels whose words mean the same wherever they stand, from broad to narrow: ``data/levels.yaml``."""
    table = _index()["common"]
    return Convention(
        id=COMMON,
        name="Words that announce a level wherever they stand",
        levels=tuple(_level(row) for row in table["levels"]),
        folios=LevelRule("folio", "number", words=tuple(table["leaves"])),
        pages=tuple(table["pages"]),
        engine="coded",
    )


@kept
def ranks(convention: str) -> Mapping[str, float]:
    """Return where each level stands in *convention*, broad to narrow; common levels in between, by their own order."""
    own = {level.name: float(rank) for rank, level in enumerate(conventions()[convention].levels)}
    found, above = dict(own), -0.5
    for number, level in enumerate(common().levels):
        above = max(above, own.get(level.name, above))
        found.setdefault(level.name, above + 0.5 * (number + 1) / (len(common().levels) + 1))
    return MappingProxyType(found)


@cache
def same_archive() -> Mapping[str, str]:
    """Return the words for the same archive as before, each with the convention that it tells, if it tells one."""
    told = {word: rules.id for rules in conventions().values() for word in rules.same_archive}
    return MappingProxyType({**dict.fromkeys(wording()["same_archive"], ""), **told})


@cache
def page_words() -> frozenset[str]:
    """Return the words that call a number a page in any language, without their points."""
    written = (word.strip(".").casefold() for forms in wording()["pages_in"].values() for word in forms)
    return frozenset((*written, *wording()["pages_too"]))


@cache
def page_form(convention: str, languages: tuple[str, ...]) -> LevelForm:
    """Return how pages are written in the first of *languages* that *convention* understands, else in English."""
    own = conventions().get(convention, common())
    known = frozenset(own.pages + common().pages + (own.folios.words if own.folios else ()))
    forms = wording()["pages_in"]
    fitting = (forms[tag] for tag in languages if tag in forms and forms[tag][0].strip(".").casefold() in known)
    return LevelForm(*next(fitting, forms["en"]))


@cache
def concordances() -> tuple[Concordance, ...]:
    """Return the holdings known to have moved, been copied or been renumbered."""
    return tuple(Concordance(**{**row, "same": tuple(row["same"])}) for row in _index()["concordances"])


def wording() -> dict[str, Any]:
    """Return the words around shelfmarks: ``data/wording.yaml``."""
    found: dict[str, Any] = _index()["wording"]
    return found


def names() -> dict[str, Any]:
    """Return the words by which names of persons and of bodies are told: ``data/names.yaml``."""
    found: dict[str, Any] = _index()["names"]
    return found


def _tuples(row: dict[str, Any]) -> dict[str, Any]:
    """Return *row* with tuples for its lists."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}


def _archive(row: dict[str, Any]) -> Archive:
    codes = {language: tuple(codes) for language, codes in row.get("codes", {}).items()}
    former = tuple(FormerName(**_tuples(name)) for name in row.get("former", ()))
    return Archive(**_tuples(row) | {"codes": codes, "former": former})


def _level(row: dict[str, Any]) -> LevelRule:
    forms = {language: LevelForm(*form) for language, form in row.get("forms", {}).items()}
    return LevelRule(**_tuples(row) | {"forms": forms})


def _convention(row: dict[str, Any]) -> Convention:
    made = {
        "levels": tuple(map(_level, row["levels"])),
        "folios": _level(row["folios"]) if row.get("folios") else None,
        "examples": tuple(row.get("examples", {}).items()),
    }
    return Convention(**_tuples(row) | made)
