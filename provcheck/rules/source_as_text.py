"""A source is one line of text that could be written field by field.

A line is the quickest way to begin, and it is checked as it stands. Written field by field the same source survives
every tool: nobody has to guess again where the opis ends, which number is the leaf, and where the translator begins.
Of eighteen lines met in real records seven did not fit the fixed columns of other tools.

Fails::

    sources: RGASPI, f. 17, op. 162, d. 9, ll. 12-13. Translated by Jane Doe.

Fixed::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 12-13}
    translators: [Jane Doe]

Passes::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 12-13}

The fix rewrites the line where all of it was understood; read it through afterwards. What the line said beside the
shelfmark (a title, "typescript") keeps the fix away: move that to ``note`` or ``form`` first.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck import tables
from provcheck.archives import read_fields
from provcheck.model.context import Context
from provcheck.model.document import Pointer, Value
from provcheck.model.finding import Change, Fix, Problem, Severity
from provcheck.model.record import Holding, Record, Source
from provcheck.model.shelfmark import Shelfmark
from provcheck.rules._credits import additions, credited
from provcheck.rules._leaves import folio_pieces
from provcheck.rules._marks import archive_of, points_back, raw

SEVERITY: Severity = "hint"

_BETWEEN = frozenset(["and", "also", "in", "и", "та", "і", "und", "et", "y"])


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every source line that holds a shelfmark."""
    for source in record.sources:
        if source.line is not None and source.line.marks:
            yield Problem(
                source.at,
                "this source line can be written field by field",
                fix=_fix(record, source),
                help="other tools can then tell archive, levels, leaves and translators apart",
            )


def _fix(record: Record, source: Source) -> Fix | None:
    line = source.line
    assert line is not None
    left = "".join(s.text for s in line.segments if s.mark is None and not s.credits)
    words = {word.strip(".,;:()").casefold() for word in left.split()} - {""}
    if not words <= _BETWEEN:
        return None
    mappings: list[Value] = []
    for holding in source.holdings:
        mapping = _mapping(holding)
        if mapping is None:
            return None
        mappings.append(mapping)
    changes = (_placed(record, source.at, mappings), *additions(record, credited(line)))
    return Fix("write the source field by field", changes, safe=False)


def _mapping(holding: Holding) -> Value:
    """Return the shelfmark field by field; None where the fields could not say all of it."""
    mark = holding.mark
    names = [level.name for level in mark.levels]
    if mark.archive is None or points_back(mark.archive):
        return None
    if len(set(names)) < len(names) or not set(names) <= tables.level_keys():
        return None
    fields = {level.name: level.value for level in mark.levels}
    if mark.folios:
        written = [piece.token.text for piece in folio_pieces(holding)]
        labels = {p.token.text.strip(" .").casefold() for p in holding.pieces if p.token.kind == "folio-label"}
        fields[_folio_key(mark.convention, labels)] = ", ".join(written)
    known = archive_of(mark)
    for name in (mark.archive, known.names.get("en") if known is not None else None):
        # a short name that the rest of the line explained may need to be written in full (NAA in Canberra or Yerevan)
        if name is not None and _says(mark, {"archive": name, **fields}):
            return {"archive": name, **fields}
    return None


def _says(mark: Shelfmark, fields: dict[str, str]) -> bool:
    """Tell whether *fields* are read as *mark* again."""
    again, _ = read_fields(fields)
    return (again.archive_id, again.levels, again.folios) == (mark.archive_id, mark.levels, mark.folios)


def _folio_key(convention: str | None, labels: set[str]) -> str:
    if labels & {"p", "pp", "page", "pages", "с", "стр", "s", "str"}:
        return "page"
    rules = tables.conventions().get(convention or "")
    return "list" if rules is not None and rules.folios is not None and rules.folios.name == "list" else "folio"


def _placed(record: Record, at: Pointer, mappings: list[Value]) -> Change:
    """Return the change that puts *mappings* in the place of the source line."""
    if len(at) == 1:
        return Change(at, mappings)
    if len(mappings) == 1:
        return Change(at, mappings[0])
    every = raw(record, at[:1])
    index = at[1]
    assert isinstance(every, list) and isinstance(index, int)
    return Change(at[:1], [*every[:index], *mappings, *every[index + 1 :]])
