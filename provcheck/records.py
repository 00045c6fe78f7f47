"""Entry → `Record`, for any data whatever, and `Library`: all records of a run by id and by shelfmark.

A value of the wrong type is absent here: the schema has reported it, and one error must not hide the others.
Every piece keeps the pointer of the scalar it was read from, in whichever of the allowed forms it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import cast, get_args
from unicodedata import normalize

from provcheck import tables
from provcheck.archives import branches, dated, one_key, read_fields, read_guarded
from provcheck.model.context import Defaults, Library
from provcheck.model.document import Entry, Pointer, Value
from provcheck.model.record import (
    Held,
    Holding,
    Person,
    Piece,
    Publication,
    Record,
    Relation,
    Rights,
    ScanFile,
    Source,
    Text,
    TextFile,
    When,
)
from provcheck.model.shelfmark import SourceLine, Token

HELD = frozenset(get_args(Held))


def record(entry: Entry, *, path: str = "", file_stem: str | None = None) -> Record:
    """Return what *entry* says, in the types of the rules. Never raises.

    *path* is the file as the user called it; *file_stem* its name without ending, where it holds this entry alone.
    """
    data = entry.data if isinstance(entry.data, dict) else {}
    return Record(
        id=_name(data, "id"),
        titles=_titles(data.get("title"), ("title",)),
        type=_text(data, "type"),
        dates=_dates(data.get("date"), ("date",)),
        date_os=_when(data.get("date_os"), ("date_os",)),
        languages=tuple(_texts(data.get("language"), ("language",))),
        sources=tuple(sources(data.get("sources"))),
        translators=_persons(data.get("translators"), ("translators",), "translator"),
        people=tuple(_people(data.get("people"))),
        rights=_rights(data.get("rights"), ("rights",)),
        published=tuple(_publication(fields, at) for fields, at in _mappings(data, "published")),
        texts=tuple(_text_file(fields, at) for fields, at in _mappings(data, "texts")),
        files=tuple(_files(data.get("files"))),
        relations=tuple(_relations(data)),
        number=_text(data, "number"),
        place=_text(data, "place"),
        data=data if isinstance(entry.data, dict) else None,
        unquoted=entry.unquoted,
        unquoted_keys=entry.unquoted_keys,
        body=entry.body,
        file_stem=None if file_stem is None else normalize("NFC", file_stem),
        path=path,
    )


def with_defaults(one: Record, defaults: Defaults) -> Record:
    """Return the record *one* with the facts that its repository says once: for citing, where it says none itself.

    Rules look at the record as it is written; what is added here has no place in its file.
    """
    published, rights = one.published, one.rights
    if not published and (defaults.publisher or defaults.url):
        host = Text(defaults.publisher, ()) if defaults.publisher else None
        url = None
        if defaults.url and one.id is not None:
            url = Text(defaults.url.replace("{id}", one.id.text), ())
        published = (Publication((), host, one.id, url),)
    if rights is None and defaults.rights:
        rights = Rights((), Text(defaults.rights, (), defaults.language))
    return replace(one, published=published, rights=rights)


def library(records: Iterable[Record], *, complete: bool = True) -> Library:
    """Return *records* by id and by the key of each shelfmark; one record stands once under a key.

    *complete* is False where these are only some of a repository's records.
    """
    by_id: dict[str, list[Record]] = {}
    by_shelfmark: dict[str, list[Record]] = {}
    for one in records:
        if one.id is not None:
            by_id.setdefault(one.id.text, []).append(one)
        for key in dict.fromkeys(one_key(holding.mark) for holding in one.holdings):
            if key is not None:
                by_shelfmark.setdefault(key, []).append(one)
    return Library(
        {key: tuple(found) for key, found in by_id.items()},
        {key: tuple(found) for key, found in by_shelfmark.items()},
        complete,
    )


# Scalars and lists


def _scalar(value: Value) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _text(fields: Mapping[str, Value], key: str, at: Pointer = ()) -> Text | None:
    text = _scalar(fields.get(key))
    return None if text is None else Text(text, (*at, key))


def _name(fields: Mapping[str, Value], key: str, at: Pointer = ()) -> Text | None:
    """Return an ID as all that goes by it compares it: some systems write ü in one letter, others in two."""
    text = _scalar(fields.get(key))
    return None if text is None else Text(normalize("NFC", text), (*at, key))


def _each(value: Value, at: Pointer) -> Iterator[tuple[Value, Pointer]]:
    """Yield the items of a list; one value that stands alone is a list of itself."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield item, (*at, index)
    else:
        yield value, at


def _texts(value: Value, at: Pointer) -> Iterator[Text]:
    for item, place in _each(value, at):
        text = _scalar(item)
        if text is not None:
            yield Text(text, place)


def _mappings(fields: Mapping[str, Value], key: str) -> Iterator[tuple[Mapping[str, Value], Pointer]]:
    for item, at in _each(fields.get(key), (key,)):
        if isinstance(item, dict):
            yield item, at


def _own(key: object) -> bool:
    """Tell whether *key* is a user's own field, or no name at all (data not from our readers may have numbers)."""
    return not isinstance(key, str) or key.startswith("x-")


# Titles and dates


def _titles(value: Value, at: Pointer) -> tuple[Text, ...]:
    if not isinstance(value, dict):
        text = _scalar(value)
        return () if text is None else (Text(text, at),)
    return tuple(
        Text(title, (*at, language), language)
        for language, title in value.items()
        if isinstance(title, str) and title.strip() and not _own(language)
    )


def _when(value: Value, at: Pointer, role: str = "") -> When | None:
    text = _scalar(value)
    return None if text is None else When(text, at, role)


def _dates(value: Value, at: Pointer) -> tuple[When, ...]:
    if isinstance(value, str):
        when = _when(value, at)
        return () if when is None else (when,)
    found = (
        _when(item.get("date"), (*place, "date"), _scalar(item.get("role")) or "")
        for item, place in _each(value, at)
        if isinstance(item, dict)
    )
    return tuple(when for when in found if when is not None)


# People


def _persons(value: Value, at: Pointer, role: str) -> tuple[Person, ...]:
    """Read a name, ``{name, as, office, into}``, or a list of these. ``A; B`` is two names in one text."""
    found: list[Person] = []
    for item, place in _each(value, at):
        if isinstance(item, dict):
            name = _scalar(item.get("name"))
            if name is not None:
                alias, office, into = (_scalar(item.get(key)) for key in ("as", "office", "into"))
                found.append(Person(role, name.strip(), (*place, "name"), alias, office, into))
        elif isinstance(item, str):
            found += [Person(role, name.strip(), place) for name in item.split(";") if name.strip()]
    return tuple(found)


def _people(value: Value) -> Iterator[Person]:
    if isinstance(value, dict):
        for role, names in value.items():
            if not _own(role):
                yield from _persons(names, ("people", role), role)


# Sources


def sources(value: Value) -> Iterator[Source]:
    """Yield what a record's ``sources`` say."""
    for item, at in _each(value, ("sources",)):
        if isinstance(item, dict):
            yield _structured(item, at)
        elif _scalar(item) is not None:
            yield _source_line(cast(str, item), at)


def _source_line(text: str, at: Pointer) -> Source:
    line = read_guarded(text)
    holdings = tuple(
        Holding(
            mark,
            at,
            tuple(Piece(token, at, (token.start, token.end)) for token in segment.tokens),
            structured=False,
            within=(segment.start, segment.start + len(segment.text)),
            branches=(*branches(segment), *((mark.when.text,) if mark.when else ())),
        )
        for segment, mark in dated(line)
    )
    return Source(at, line, holdings)


def _structured(fields: Mapping[str, Value], at: Pointer) -> Source:
    levels, folios = tables.level_keys(), tables.folio_keys()
    written: dict[str, Text] = {}
    for key, value in fields.items():
        if key in levels or key in folios or key == "archive":
            text = _joined(value) if key in folios else _scalar(value)
            if text is not None:
                written[key] = Text(text, (*at, key))
    held = fields.get("held")
    return Source(
        at,
        holdings=(_holding(written, fields, at),) if written else (),
        held=cast(Held, held) if isinstance(held, str) and held in HELD else None,
        case_title=_text(fields, "case_title", at),
        form=_text(fields, "form", at),
        seen=_text(fields, "seen", at),
        via=_text(fields, "via", at),
        url=_text(fields, "url", at),
        note=_text(fields, "note", at),
        formerly=_text(fields, "formerly", at),
        fields={key: text for key, text in written.items() if key != "archive"},
        unknown=tuple(
            f"{key}: {_joined(value) or ''}".rstrip()
            for key, value in fields.items()
            if key not in tables.source_keys() and not key.startswith("x-")
        ),
    )


def _joined(value: Value) -> str | None:
    """Return leaves as one text: ``[78, 80-81]`` is ``78, 80-81``."""
    if isinstance(value, list):
        return ", ".join(item for item in value if isinstance(item, str) and item.strip()) or None
    return _scalar(value)


def _holding(written: Mapping[str, Text], fields: Mapping[str, Value], at: Pointer) -> Holding:
    mark, tokens = read_fields({key: text.text for key, text in written.items()})
    return Holding(mark, at, tuple(_piece(key, token, fields.get(key), at) for key, token in tokens), structured=True)


def _piece(key: str, token: Token, value: Value, at: Pointer) -> Piece:
    """Tie a token to the scalar under *key*; to part of it only where the token stands there letter by letter."""
    part = isinstance(value, str) and value != token.text and value[token.start : token.end] == token.text
    return Piece(token, (*at, key), (token.start, token.end) if part else None)


# The rest


def _rights(value: Value, at: Pointer) -> Rights | None:
    if isinstance(value, dict):
        rights = Rights(
            at,
            status=_text(value, "status", at),
            licence=_text(value, "licence", at),
            holder=_text(value, "holder", at),
            statement=_text(value, "statement", at),
            contact=_text(value, "contact", at),
        )
        return rights if rights != Rights(at) else None
    text = _scalar(value)
    return None if text is None else Rights(at, text=Text(text, at))


def _publication(fields: Mapping[str, Value], at: Pointer) -> Publication:
    return Publication(
        at,
        host=_text(fields, "in", at),
        id=_text(fields, "id", at),
        url=_text(fields, "url", at),
        date=_when(fields.get("date"), (*at, "date")),
        accessed=_when(fields.get("accessed"), (*at, "accessed")),
        pages=_text(fields, "pages", at),
        doi=_text(fields, "doi", at),
        title=_text(fields, "title", at),
        source=_line(fields.get("source")),
    )


def _line(value: Value) -> SourceLine | None:
    text = _scalar(value)
    return None if text is None else read_guarded(text)


def _text_file(fields: Mapping[str, Value], at: Pointer) -> TextFile:
    return TextFile(
        at,
        kind=_scalar(fields.get("kind")),
        language=_text(fields, "language", at),
        file=_text(fields, "file", at),
        by=_persons(fields.get("by"), (*at, "by"), "by"),
        date=_when(fields.get("date"), (*at, "date")),
    )


def _files(value: Value) -> Iterator[ScanFile]:
    for item, at in _each(value, ("files",)):
        if isinstance(item, dict):
            yield ScanFile(at, _text(item, "path", at), _text(item, "sha256", at))
        elif _scalar(item) is not None:
            yield ScanFile(at, Text(cast(str, item), at))


def _relations(data: Mapping[str, Value]) -> Iterator[Relation]:
    for fields, at in _mappings(data, "relations"):
        rel, to = _scalar(fields.get("rel")), _name(fields, "to", at)
        if rel is not None and to is not None:
            yield Relation(at, rel, to)
