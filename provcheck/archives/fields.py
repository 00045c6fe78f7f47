"""A structured source: a shelfmark written field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from html import unescape

from provcheck import tables
from provcheck.archives.lexicon.folios import read_folios
from provcheck.archives.lexicon.spoken import convention_in
from provcheck.archives.lexicon.values import has_figure
from provcheck.archives.lexicon.vocabulary import wording
from provcheck.archives.names import Match, find
from provcheck.model.archive import Archive
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Folios, Level, Segment, Shelfmark, Token

PAGE_KEYS = frozenset({"page", "pages"})
FOLIO_KEYS = PAGE_KEYS | {"list", "listy", "folio", "folios", "sheet", "sheets", "leaf", "leaves"}


@cache
def level_names() -> frozenset[str]:
    """Return every name of a level: those of records, and those that some convention has."""
    named = {level.name for convention in tables.conventions().values() for level in convention.levels}
    return tables.level_keys() | named


@cache
def _level_of(key: str, convention: str | None) -> str | None:
    """Return the level that the field *key* means: its own name, or a full word of the convention for it."""
    key = key.lower().replace("_", "-")
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
    known = _known(find(archive), fields) if archive else None
    convention = known.convention if known and known.convention in tables.conventions() else None
    levels: list[Level] = []
    folios: list[Folios] = []
    pieces: list[tuple[str, Token]] = []
    counted: set[str] = set()
    for key, value in fields.items():
        text = value.strip()
        start = value.find(text)
        if key == "archive":
            pieces.append((key, Token("archive", "", text, start, start + len(text))))
        elif key.lower() in FOLIO_KEYS and not (convention and tables.conventions()[convention].level(key.lower())):
            runs, _ = read_folios(text)
            folios += runs
            counted.add(key.lower())
            pieces.append((key, Token("folios", "", text, start, start + len(text))))
        elif level := _level_of(key, convention):
            levels.append(Level(level, " ".join(text.split())))
            pieces.append((key, Token("value", level, text, start, start + len(text))))
    mark = Shelfmark(
        archive=archive,
        archive_id=known.id if known else None,
        levels=tuple(levels),
        folios=tuple(folios),
        convention=convention or convention_in(archive or "", levels, _guess(levels)),
        paged=bool(counted) and counted <= PAGE_KEYS,
    )
    return mark, tuple(pieces)


def _known(match: Match, fields: Mapping[str, str]) -> Archive | None:
    """Return the archive that is meant: of several with one name the only one that has all those levels (NAA)."""
    if match.status in {"current", "former"}:
        return match.archive
    keys = {key.lower() for key in fields} & tables.level_keys()
    fitting = [one for one in match.candidates if match.status == "ambiguous" and keys <= _levels_of(one.convention)]
    return fitting[0] if keys and len(fitting) == 1 else None


@cache
def _levels_of(convention: str) -> frozenset[str]:
    rules = tables.conventions().get(convention)
    common = tables.common().levels if rules is not None and rules.engine == "coded" else ()  # Box, file anywhere
    return frozenset(level.name for level in (*rules.levels, *common)) if rules is not None else frozenset()


def _guess(levels: list[Level]) -> str | None:
    names = {level.name for level in levels}
    if all(map(tables.common().level, names)):
        return None  # box and file say nothing of the country
    for convention in tables.conventions().values():
        if names and names <= {level.name for level in convention.levels}:
            return convention.id
    return None


def beside(segment: Segment) -> tuple[str, ...]:
    """Return what stands within a shelfmark and is no part of it: a year, a gloss, the name of a subfonds not read.

    >>> from provcheck.archives import read_line
    >>> [beside(segment) for segment in read_line("RGASPI 17/162/14 (1932), 17").segments]
    [('1932',)]
    """
    found: list[str] = []
    at = segment.start
    end = segment.start + len(segment.text)
    labelled = _is_labelled(segment)
    last = ""
    for token in sorted([*segment.tokens, Token("value", "", "", end, end)], key=lambda token: token.start):
        between = segment.text[max(at - segment.start, 0) : token.start - segment.start]
        words = unescape(_TAG.sub(" ", between)).strip(' \t,.;:()[]«»"–—-№#°º/')
        said = words.casefold()
        misprint = (
            labelled and last != "label" and token.level and token.kind == "value" and _MISPRINT.fullmatch(between)
        )
        named = last in {"", "archive"} and words.endswith("_")  # AHU_ACL_CU_005: the code begins with its archive
        silent = wording().number_signs | wording().archive_follows | {"n", "’s", "'s"}  # N°; the; TNA’s
        if any(map(str.isalnum, words)) and not (silent.issuperset(said.split()) or misprint or named):
            found.append(words)
        if token.kind == "aside":
            found.append(token.text.strip(" ,.;:()"))
        at, last = max(at, token.end), token.kind
    return tuple(found)


_TAG = pattern(r"</?[A-Za-z][^<>\n]{0,120}>")
"""A sign of markup, which says nothing: ``<i>Senato</i>``."""
_MISPRINT = pattern(r"[,.;]? ?[^\W\d_]{1,4}[.:]? ?")
"""The word for a level, though not as it should be printed: "On. 1" for "Оп. 1", and the letter in F558."""


def _is_labelled(segment: Segment) -> bool:
    rules = tables.conventions().get((segment.mark.convention if segment.mark else None) or "")
    return rules is not None and rules.engine == "labelled"


_BRANCH = pattern(r"\s?\(([^()]+)\)")


def branches(segment: Segment) -> tuple[str, ...]:
    """Return what stands in brackets right after the title of a level and tells it from others of that title.

    >>> from provcheck.archives import read_line
    >>> branches(read_line("NARA, Nixon Presidential Materials, NSC Institutional Files (H-Files), Box 3").segments[0])
    ('h-files',)
    """
    titles = [token for token in segment.tokens if token.kind == "value" and not has_figure(token.text)]
    found = (_BRANCH.match(segment.text, token.end - segment.start) for token in titles)
    return tuple(" ".join(match[1].casefold().split()) for match in found if match)


def write_fields(segment: Segment) -> dict[str, str] | None:
    """Return the shelfmark of *segment* field by field: the other way of `read_fields`. Folios stand as printed.

    None where fields cannot say all of the segment: no archive, a level twice, one that records have no field for, a
    unit that would be cited by another word (fascio as filza), or words beside the mark.

    >>> from provcheck.archives import read_line
    >>> write_fields(read_line("APRF, f. 45, op. 1, d. 334, ll. 105-106").segments[0])
    {'archive': 'APRF', 'fond': '45', 'opis': '1', 'delo': '334', 'list': '105-106'}
    >>> write_fields(read_line("ASNa, Farnesiano, fascio 34").segments[0])
    """
    mark = segment.mark
    if mark is None or mark.archive is None or beside(segment):
        return None
    names = [level.name for level in mark.levels]
    if len(set(names)) < len(names) or not set(names) <= tables.level_keys():
        return None
    fields = {level.name: level.value for level in mark.levels}
    if mark.folios:
        printed = [token.text for token in segment.tokens if token.kind == "folios"]
        fields[_folio_key(mark)] = ", ".join(printed)
    for name in (mark.archive, *_in_full(mark)):
        if _says(mark, {"archive": name, **fields}):
            return {"archive": name, **fields}
    return None


def _in_full(mark: Shelfmark) -> Iterator[str]:
    """Yield the full name of an archive whose short one only the rest of the line explained, in its own language first.

    NAA is in Canberra or in Yerevan. What no name of the archive is says more than it (a division): that stays.
    """
    known = tables.archives().get(mark.archive_id or "")
    if known is None or mark.archive is None or find(mark.archive).status != "ambiguous":
        return
    own = tables.conventions()[known.convention].languages if known.convention in tables.conventions() else ()
    for language in (*own, "en"):
        name = known.names.get(language)
        if name is not None and bool(_LATIN.search(name)) == bool(_LATIN.search(mark.archive)):
            yield name


_LATIN = pattern("[A-Za-z]")


def _says(mark: Shelfmark, fields: dict[str, str]) -> bool:
    """Tell whether *fields* are read as *mark* again, and cited as it is: a volume that was called livro is none."""
    from provcheck.archives.writing.mark import format_shelfmark

    again, _ = read_fields(fields)
    same = all(getattr(again, said) == getattr(mark, said) for said in ("archive_id", "levels", "folios", "paged"))
    return same and format_shelfmark(again) == format_shelfmark(replace(mark, archive=again.archive))


def _folio_key(mark: Shelfmark) -> str:
    if mark.paged:
        return "page"
    rules = tables.conventions().get(mark.convention or "")
    return "list" if rules is not None and rules.folios is not None and rules.folios.name == "list" else "folio"
