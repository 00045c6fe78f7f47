"""A structured source: a shelfmark written field by field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from provcheck import tables
from provcheck.archives.folios import read_folios
from provcheck.archives.names import find
from provcheck.model.shelfmark import Folios, Level, Shelfmark, Token

FOLIO_KEYS = frozenset({"list", "listy", "folio", "folios", "page", "pages", "sheet", "sheets", "leaf", "leaves"})


@cache
def level_names() -> frozenset[str]:
    """Return every name of a level: those of records, and those that some convention has."""
    named = {level.name for convention in tables.conventions().values() for level in convention.levels}
    return tables.level_keys() | named


@cache
def _level_of(key: str, convention: str | None) -> str | None:
    """Return the level that the field *key* means: its own name, or a full word of the convention for it."""
    key = key.lower()
    rules = tables.conventions().get(convention or "")
    if rules and rules.level(key):
        return key
    if rules:
        for level in rules.levels:
            if key in level.words:
                return level.name
    if key in level_names():
        return key
    for other in tables.conventions().values():
        for level in other.levels:
            if len(key) > 3 and key in level.words:
                return level.name
    return None


def read_fields(fields: Mapping[str, str]) -> tuple[Shelfmark, tuple[tuple[str, Token], ...]]:
    """Read a structured source: ``archive``, levels by name, and one folio field.

    Returns the shelfmark and its pieces, each with the key it stood under; token places count in that field's text.
    Fields that are neither archive, level nor folio are passed over.
    """
    archive = fields.get("archive")
    match = find(archive) if archive else None
    known = match.archive if match and match.status in {"current", "former"} else None
    convention = known.convention if known and known.convention in tables.conventions() else None
    levels: list[Level] = []
    folios: list[Folios] = []
    pieces: list[tuple[str, Token]] = []
    for key, value in fields.items():
        text = value.strip()
        start = value.find(text)
        if key == "archive":
            pieces.append((key, Token("archive", "", text, start, start + len(text))))
        elif key.lower() in FOLIO_KEYS and not (convention and tables.conventions()[convention].level(key.lower())):
            runs, _ = read_folios(text)
            folios += runs
            pieces.append((key, Token("folios", "", text, start, start + len(text))))
        elif level := _level_of(key, convention):
            levels.append(Level(level, " ".join(text.split())))
            pieces.append((key, Token("value", level, text, start, start + len(text))))
    mark = Shelfmark(
        archive=archive,
        archive_id=known.id if known else None,
        levels=tuple(levels),
        folios=tuple(folios),
        convention=convention or _guess(levels),
    )
    return mark, tuple(pieces)


def _guess(levels: list[Level]) -> str | None:
    names = {level.name for level in levels}
    for convention in tables.conventions().values():
        if names and names <= {level.name for level in convention.levels}:
            return convention.id
    return None


PAGE_LABELS = frozenset({"p", "pp", "page", "pages", "с", "стр", "s", "str"})
"""Words that announce pages of a file, where others announce its leaves."""


def write_fields(mark: Shelfmark, tokens: Sequence[Token]) -> dict[str, str] | None:
    """Return *mark*, read from a line as *tokens*, field by field: the other way of `read_fields`.

    Folios stand as they were printed. None where fields cannot say all of it: no archive, a level twice, a level that
    records have no field for.

    >>> write_fields(Shelfmark("APRF", "aprf", (Level("fond", "45"),)), ())
    {'archive': 'APRF', 'fond': '45'}
    """
    names = [level.name for level in mark.levels]
    if mark.archive is None or len(set(names)) < len(names) or not set(names) <= tables.level_keys():
        return None
    fields = {"archive": mark.archive, **{level.name: level.value for level in mark.levels}}
    if mark.folios:
        labels = {token.text.strip(" .").casefold() for token in tokens if token.kind == "folio-label"}
        printed = [token.text for token in tokens if token.kind == "folios"]
        fields[_folio_key(mark.convention, labels)] = ", ".join(printed)
    return fields


def _folio_key(convention: str | None, labels: set[str]) -> str:
    if labels & PAGE_LABELS:
        return "page"
    rules = tables.conventions().get(convention or "")
    return "list" if rules is not None and rules.folios is not None and rules.folios.name == "list" else "folio"
