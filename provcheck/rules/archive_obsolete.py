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
the old one where the source is written field by field; it is not safe where archives were merged,
unless a concordance says that the numbers of that one stayed. Where one says that the fonds got a letter, the fix
writes the letter too: under the present name the bare number may be another fond.
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
from provcheck.rules._marks import placed, problem, raw, rewrite

SEVERITY: Severity = "warning"

_HELP = "right for a note of what was seen then; to order the document today the present name is wanted"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every archive under a former name whose end is known."""
    for source, holding in placed(record):
        piece = holding.piece("archive")
        if piece is None:
            continue
        written = piece.token.text
        match = archives.find(written)
        if match.status != "former" or match.archive is None:
            continue
        former = next((name for name in match.archive.former if name.name == match.former and name.until), None)
        if former is None or (written in former.codes and not match.archive.codes):
            continue  # an abbreviation may outlive the name that it was made of (BOA)
        keep = holding.structured and source.formerly is None
        row = _concordance(match.archive, former)
        yield problem(
            record,
            piece,
            f'"{written}" was the name{_years(former)}; the archive is now {_now(match.archive, written)}',
            fix=_fix(record, holding, match.archive, row, keep),
            help=_HELP + _renumbered(row),
        )


def _years(former: FormerName) -> str:
    since, until = (former.since or "")[:4], (former.until or "")[:4]
    return f" from {since} to {until}" if since else f" until {until}"


def _now(archive: Archive, written: str) -> str:
    name = archive.names.get("en", archive.id)
    present = _present(archive, written)
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


def _fix(record: Record, holding: Holding, archive: Archive, row: Concordance | None, keep: bool) -> Fix | None:
    piece = holding.piece("archive")
    present = _present(archive, piece.token.text) if piece else None
    if piece is None or present is None or "," in present or archives.find(present).status != "current":
        return None
    texts = {piece: present}
    renumbered = _new_fond(holding, row, present)
    if renumbered is not None:
        texts[renumbered[0]] = renumbered[1]
    changes = list(_rewritten(record, texts))
    if keep:
        changes.append(Change((*piece.at[:-1], "formerly"), piece.token.text))
    safe = _only_renamed(archive) or _numbers_stay(row)
    return Fix("write " + " and ".join(f'"{text}"' for text in texts.values()), tuple(changes), safe=safe)


def _new_fond(holding: Holding, row: Concordance | None, present: str) -> tuple[Piece, str] | None:
    """Return the number of the fond and what it is today: under the present name the old one is another fond."""
    fond = holding.piece("value", "fond")
    if row is None or fond is None or row.source.get("fond") != "{n}" or not fond.token.text.isdecimal():
        return None
    number = Level("fond", row.target["fond"].replace("{n}", fond.token.text))
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


def _present(archive: Archive, written: str) -> str | None:
    """Return the present name in the script of *written*: a code for a code, a full name for a full name."""
    codes = {code for former in archive.former for code in former.codes}
    if written in codes or (" " not in written and archive.codes):
        return _in_script(archive.codes, written)
    english = any(word in written for word in ("Archive", "Center", "Centre", " of ", "Office", "Library"))
    if english:
        return archive.names.get("en")
    names: Mapping[str, Sequence[str]] = {tag: (name,) for tag, name in archive.names.items() if tag != "en"}
    return _in_script(names, written)


def _in_script(names: Mapping[str, Sequence[str]], written: str) -> str | None:
    script = dominant(written)
    english_first = sorted(names, key=lambda tag: tag != "en")  # RGVA rather than the Polish RGWA
    return next(
        (some[0] for some in map(names.__getitem__, english_first) if some and dominant(some[0]) == script), None
    )


def _only_renamed(archive: Archive) -> bool:
    """Tell whether the former names followed each other; where their years overlap, archives were merged."""
    spans = sorted({(name.since or "", name.until or "9999") for name in archive.former if name.since or name.until})
    return all(before[1] <= after[0] for before, after in pairwise(spans))
