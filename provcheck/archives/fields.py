"""A structured source: a shelfmark written field by field."""

from __future__ import annotations

from collections.abc import Mapping
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
