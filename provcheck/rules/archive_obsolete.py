"""The archive is called by a name that it has no longer.

A note that cites RTsKhIDNI was right from 1991 to 1999: the name tells when the document was seen. Whoever wants to
order the document today needs the present name. Holdings that were only renamed keep their numbers (TsKhSD became
RGANI); where several archives were merged, the fond may have got a letter (TsGAOR became GARF, fond Р-9401), so look
it up.

Fails::

    sources:
      - {archive: RTsKhIDNI, fond: 17, opis: 162, delo: 9}

Fixed::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, formerly: RTsKhIDNI}

Passes::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, formerly: RTsKhIDNI}

Write the present name and keep the one that was cited in ``formerly``. The fix writes it in the same script and keeps
the old one where the source is written field by field; it is only offered where the new line or source still means
this archive, and not safe where archives were or may have been merged, unless a concordance says that numbers stayed.
Where one says that the fonds got a letter, the fix writes the letter too: under the present name the bare number may
be another fond.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from provcheck import archives, tables
from provcheck.languages import dominant
from provcheck.model.archive import Archive, Concordance, FormerName
from provcheck.model.context import Context
from provcheck.model.finding import Change, Fix, Problem, Severity
from provcheck.model.record import Holding, Piece, Record
from provcheck.model.shelfmark import Level
from provcheck.rules._marks import archive_of, placed, problem, raw, rewrite

SEVERITY: Severity = "warning"

_HELP = "right for a note of what was seen then; to order the document today the present name is wanted"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every archive under a former name, unless that may be in use still: since 1955."""
    for source, holding in placed(record):
        piece = holding.piece("archive")
        archive = archive_of(holding.mark)
        if piece is None or archive is None:
            continue
        written = piece.token.text
        former = _former(archive, written)
        if former is None or (former.since and not former.until):
            continue
        keep = holding.structured and source.formerly is None
        yield problem(
            record,
            piece,
            f'"{written}" {_was(former)}; the archive is now {_now(archive, written)}',
            fix=_fix(record, holding, archive, former, keep),
            help=_HELP + _renumbered(_concordance(archive, former)),
        )


def _former(archive: Archive, written: str) -> FormerName | None:
    """Return the name that *written* was of *archive*; also where other archives have or had the same (ASV)."""
    match = archives.find(written)
    if match.archive is archive:
        return next((name for name in archive.former if name.name == match.former), None)
    if archive not in match.candidates or any(written in codes for codes in archive.codes.values()):
        return None
    return next((name for name in archive.former if written in {name.name, *name.codes}), None)


def _was(former: FormerName) -> str:
    since, until = (former.since or "")[:4], (former.until or "")[:4]
    if not until:
        return "is a former name"
    return f"was the name from {since} to {until}" if since else f"was the name until {until}"


def _now(archive: Archive, written: str) -> str:
    name = archive.names.get("en", archive.id)
    present = next(iter(_present(archive, written)), None)
    return f"{present} ({name})" if present and present != name else name


def _concordance(archive: Archive, former: FormerName) -> Concordance | None:
    """Return what is known of the numbers under that name: that they stay, or how they changed."""
    names = {former.name, *former.codes}
    rows = (row for row in tables.concordances() if row.source["archive"] == archive.id)
    return next((row for row in rows if row.name in names), None)


def _numbers_stay(row: Concordance | None) -> bool:
    """Tell whether it is well attested that every number is the same under the present name."""
    return row is not None and row.status == "well attested" and len(row.source) == len(row.target) == 1


def _renumbered(row: Concordance | None) -> str:
    """Say how a level changed, where the concordance tells: ``fond N is fond Р-N there``."""
    if row is None or len(row.target) == 1:
        return ""
    old, new = (
        " ".join(f"{level} {value.replace('{n}', 'N')}" for level, value in side.items() if level != "archive")
        for side in (row.source, row.target)
    )
    return f"; {old} of that time is {new} today ({row.status})"


def _fix(record: Record, holding: Holding, archive: Archive, former: FormerName, keep: bool) -> Fix | None:
    row = _concordance(archive, former)
    piece = holding.piece("archive")
    if piece is None:
        return None
    for present in _present(archive, piece.token.text):
        texts = {piece: present}
        renumbered = _new_fond(holding, row, present)
        if renumbered is not None:
            texts[renumbered[0]] = renumbered[1]
        changes = list(_rewritten(record, texts))
        if not _means(archive, record, holding, changes):
            continue
        if keep:
            changes.append(Change((*piece.at[:-1], "formerly"), piece.token.text))
        safe = _only_renamed(archive, former) or _numbers_stay(row)
        return Fix("write " + " and ".join(f'"{text}"' for text in texts.values()), tuple(changes), safe=safe)
    return None


def _means(archive: Archive, record: Record, holding: Holding, changes: Sequence[Change]) -> bool:
    """Tell whether the source, changed so, is read as *archive* with as many levels: NAA may be Armenia's."""
    if holding.structured:
        whole = raw(record, holding.at)
        said = {str(key): value for key, value in whole.items()} if isinstance(whole, dict) else {}
        said |= {str(change.pointer[-1]): change.value for change in changes}
        marks = [archives.read_fields({key: value for key, value in said.items() if isinstance(value, str)})[0]]
    else:
        marks = [*archives.read_line(str(changes[0].value)).marks]
    return any(mark.archive_id == archive.id and len(mark.levels) == len(holding.mark.levels) for mark in marks)


def _new_fond(holding: Holding, row: Concordance | None, present: str) -> tuple[Piece, str] | None:
    """Return the number of the fond and what it is today: under the present name the old one is another fond."""
    level = next((name for name, value in (row.source if row else {}).items() if value == "{n}"), None)
    fond = holding.piece("value", level) if level else None
    if row is None or level is None or fond is None or not fond.token.text.isdecimal():
        return None
    number = Level(level, row.target[level].replace("{n}", fond.token.text))
    mark = replace(holding.mark, levels=(number,))
    return fond, archives.in_script(mark, "ru" if "Cyrl" in dominant(present) else "en").levels[0].value


def _rewritten(record: Record, texts: Mapping[Piece, str]) -> Iterator[Change]:
    """Yield the changes that put each text in place of its piece: one for a whole line, whatever changes in it."""
    whole = raw(record, next(iter(texts)).at)
    if len(texts) == 1 or len({piece.at for piece in texts}) > 1 or not isinstance(whole, str):
        for piece, text in texts.items():
            yield rewrite(record, piece, 0, len(piece.token.text), text)
        return
    for piece, text in sorted(texts.items(), key=lambda one: one[0].within or (0, 0), reverse=True):
        start, end = piece.within or (0, len(whole))
        whole = whole[:start] + text + whole[end:]
    yield Change(piece.at, whole)


def _present(archive: Archive, written: str) -> list[str]:
    """Return the present names in the script of *written*: codes before full names for a code, else after them."""
    english = any(word in written for word in ("Archive", "Center", "Centre", " of ", " for ", "Office", "Library"))
    is_code = " " not in written or any(written in former.codes for former in archive.former)
    names = {tag: (name,) for tag, name in archive.names.items() if is_code or (tag == "en") == english}
    codes, full = _in_script(archive.codes, written), _in_script(names, written)
    return [*codes, *full] if is_code else [*full, *codes]


def _in_script(names: Mapping[str, Sequence[str]], written: str) -> list[str]:
    """Return the first name in each language of the script of *written*; the language that it is in tells itself.

    ЦДАЖР begins like the Ukrainian ЦДАВО, and not like the Russian ЦГАВО; where nothing tells, English comes before
    others: RGVA rather than the Polish RGWA.
    """
    script = dominant(written)
    fitting = [(tag, some[0]) for tag, some in names.items() if some and dominant(some[0]) == script]
    fitting.sort(key=lambda one: (-_begin_alike(one[1], written), one[0] != "en"))
    return [name for _, name in fitting]


def _begin_alike(one: str, other: str) -> int:
    """Return how many letters two names have in common before they differ."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _only_renamed(archive: Archive, former: FormerName) -> bool:
    """Tell whether the former names followed each other; where their years overlap, archives were merged.

    Of a name without years that is not known; a short one (CRO) may be that of an archive in no table, too.
    """
    if not former.until:
        return False
    spans = sorted({(name.since or "", name.until or "9999") for name in archive.former if name.since or name.until})
    return all(before[1] <= after[0] for before, after in pairwise(spans))
