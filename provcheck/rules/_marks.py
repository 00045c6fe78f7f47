"""What rules on shelfmarks share: the archive and convention of a mark, and the way from a token to its letters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from provcheck import tables
from provcheck.model.archive import Archive, Convention
from provcheck.model.document import Pointer, Value, value_at, with_value
from provcheck.model.finding import Change, Fix, Problem
from provcheck.model.record import Holding, Piece, Record, Source
from provcheck.model.shelfmark import Shelfmark
from provcheck.records import sources
from provcheck.rules._spreadsheet import Spoilt, spoilt

NUMBERS = frozenset({"number", "lettered"})
"""The kinds of levels whose values are numbers, perhaps with letters: not titles, codes or years."""


def archive_of(mark: Shelfmark) -> Archive | None:
    """Return the institution of *mark*, where it is known."""
    return tables.archives().get(mark.archive_id or "")


def convention_of(mark: Shelfmark) -> Convention | None:
    """Return the convention of *mark* where nobody had to guess: that of its known archive."""
    archive = archive_of(mark)
    if archive is None or archive.convention != mark.convention:
        return None
    return tables.conventions().get(archive.convention)


def name_of(mark: Shelfmark) -> str:
    """Return what messages call the archive: the name in the record, or else its id."""
    return mark.archive or mark.archive_id or "this archive"


def required(mark: Shelfmark) -> tuple[str, ...]:
    """Return the levels that the archive of *mark* wants, in its order; empty where that is not known."""
    convention = convention_of(mark)
    if convention is None:
        return ()
    archive = archive_of(mark)
    if archive is not None and archive.required and mark.convention in (None, archive.convention):
        return archive.required
    # a level of several kinds of value has a row for each
    wanted = tuple(dict.fromkeys(rule.name for rule in convention.levels if rule.required))
    # a call number stands for all other levels: ANC1-42-N-12843
    return tuple(name for name in wanted if name != "call-number") or wanted


class Placed(NamedTuple):
    """A shelfmark with the source it stands in."""

    source: Source
    holding: Holding


def placed(record: Record) -> Iterator[Placed]:
    """Yield every shelfmark of *record* with its source."""
    for source in record.sources:
        for holding in source.holdings:
            yield Placed(source, holding)


def raw(record: Record, pointer: Pointer) -> Value:
    """Return the value that *record* was read from at *pointer*."""
    return value_at(dict(record.data) if record.data is not None else None, pointer)


def problem(
    record: Record,
    piece: Piece,
    message: str,
    part: tuple[int, int] | None = None,
    fix: Fix | None = None,
    help: str = "",  # noqa: A002
) -> Problem:
    """Return a problem at a token, or at some characters (*part*) of its text."""
    whole = raw(record, piece.at)
    start, end = part or (0, len(piece.token.text))
    at, within = piece.at, piece.within
    if isinstance(whole, list):
        if item := _item(whole, start, end):
            at, within = (*at, item.number), (start - item.start, end - item.start)
    elif isinstance(whole, str) and part is not None:
        offset = within[0] if within is not None else 0
        within = (offset + start, offset + end)
    return Problem(at, message, within, fix, help=help)


def rewrite(record: Record, piece: Piece, start: int, end: int, text: str) -> Change:
    """Return the change that puts *text* in place of characters *start* to *end* of the token."""
    whole = raw(record, piece.at)
    token = piece.token.text
    if isinstance(whole, list):
        if item := _item(whole, start, end):
            return Change(
                (*piece.at, item.number), item.text[: start - item.start] + text + item.text[end - item.start :]
            )
        return Change(piece.at, [*f"{token[:start]}{text}{token[end:]}".split(", ")])
    if piece.within is not None and isinstance(whole, str):
        offset = piece.within[0]
        return Change(piece.at, whole[: offset + start] + text + whole[offset + end :])
    return Change(piece.at, token[:start] + text + token[end:])


def reworded(record: Record, fix: Fix) -> Fix | None:
    """Return *fix*, which only words a source otherwise; None where another file or other leaves would be read then."""
    data: Value = dict(record.data) if record.data is not None else {}
    for change in fix.changes:
        data = with_value(data, change.pointer, change.value)
    if not isinstance(data, dict):
        return None
    before = [holding.mark for holding in record.holdings]
    after = [holding.mark for source in sources(data.get("sources")) for holding in source.holdings]
    return fix if after == before else None


class _Item(NamedTuple):
    number: int
    start: int
    text: str


def _item(items: list[Value], start: int, end: int) -> _Item | None:
    """Return the item of a list of leaves that holds *start* to *end* of the token made of them all (see records)."""
    at: int | None = None
    for number, item in enumerate(items):
        if not isinstance(item, str) or not item.strip():
            continue
        if at is None:
            at = len(item.lstrip()) - len(item)  # the token begins at the first letter
        if at <= start and end <= at + len(item):
            return _Item(number, at, item)
        at += len(item) + len(", ")
    return None


def joined(words: list[str], last: str = "and") -> str:
    """Return *words* as a list in a sentence: ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def spoilt_in(holding: Holding, piece: Piece) -> Spoilt | None:
    """Return what a spreadsheet made of a value or of leaves in a source written field by field; None of all others."""
    if not holding.structured or piece.token.kind not in {"value", "folios"}:
        return None
    number = piece.token.kind == "folios"
    if not number and (convention := convention_of(holding.mark)) is not None:
        kinds = {rule.kind for rule in convention.levels if rule.name == piece.token.level}
        number = not kinds.isdisjoint(NUMBERS)
    return spoilt(piece.token.text, number=number)


def maybe_papka(holding: Holding) -> Piece | None:
    """Return the label ``p.`` that may announce the papka or a page; None where its place decides it.

    Only archives that want a papka are in doubt. Between opis and delo it is the papka, and before the leaf too; with
    several numbers it is pages. One number after the delo and nothing behind it can be either.
    """
    mark = holding.mark
    if "papka" not in required(mark) or len(mark.folios) != 1 or mark.folios[0].first != mark.folios[0].last:
        return None
    if mark.level("papka") is not None:
        return None
    labels = [piece for piece in holding.pieces if piece.token.kind == "folio-label"]
    if len(labels) == 1 and labels[0].token.text.strip(" .").casefold() in {"p", "п"}:
        return labels[0]
    return None
