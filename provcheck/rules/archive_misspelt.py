"""The name of the archive is one slip away from that of a known one.

Two letters change places in a row of capitals that nobody can pronounce, and the shelfmark belongs to no archive: a
search for RGASPI does not find RGAPSI. Short names of regional archives often differ by one letter and are all right;
so only swapped letters, a letter too many in a long abbreviation, or a slip in one word of a full name are taken for
slips. Before a code that tells its archive by itself (FO 371/84123 is in The National Archives) any letter may be
wrong.

Fails::

    sources:
      - {archive: RGAPSI, fond: 17, opis: 162, delo: 9}

Fixed::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9}

Passes::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9}

Fails::

    sources:
      - TNS, FO 371/84123

Fixed::

    sources:
      - TNA, FO 371/84123

Fails::

    sources:
      - National Archves, FO 371/84123

Passes::

    sources:
      - Public Record Office, FO 371/84123

Compare the name with the finding aid and write it as the archive does. The fix writes the one known name that it may
be a slip for, unless the archive has that name no longer. In a short name it is safe only where letters changed places
or one was written twice, and the name is that of one archive alone: another letter may be another archive.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck import archives
from provcheck.model.context import Context
from provcheck.model.finding import Change, Fix, Problem, Severity
from provcheck.model.lazy import pattern
from provcheck.model.record import Holding, Piece, Record, Source
from provcheck.rules._marks import archive_of, placed, problem, rewrite
from provcheck.rules._slips import Slip, code_slip_of, is_sure, slip, slip_by_mark, slip_of

SEVERITY: Severity = "warning"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every archive whose name is a slip away from a known one."""
    for source, holding in placed(record):
        piece = holding.piece("archive")
        if piece is not None and piece.token.text:
            yield from _named(record, holding, piece)
        elif holding.mark.archive_id is not None:
            yield from _before_code(source, holding)


def _named(record: Record, holding: Holding, piece: Piece) -> Iterator[Problem]:
    """Yield a problem for a name that was read as an archive's."""
    written = piece.token.text
    if archives.points_back(written):
        return
    known = archive_of(holding.mark)
    for name in dict.fromkeys((written, _TOWN_AFTER.sub("", written))):
        if known is not None:
            scanned = name[-1:] in {"l", "1"} and name[:-1].isupper()  # RGASPl
            right = code_slip_of(name, known) if scanned else slip_of(name, known)
            meant = Slip(right, known) if right else None
        else:
            meant = slip(name, archives.find(name)) or slip_by_mark(name, holding.mark)
        if meant is not None:
            change = rewrite(record, piece, 0, len(name), meant.name)
            yield problem(record, piece, _said(name, meant), (0, len(name)), _fix(name, meant, change))
            return


def _before_code(source: Source, holding: Holding) -> Iterator[Problem]:
    """Yield a problem for what stands right before a code that tells its archive, and is nearly the name of that."""
    archive, line = archive_of(holding.mark), source.line
    if archive is None or line is None or holding.within is None:
        return
    end = holding.within[0]
    before = _CLAUSE.search(line.text, max(0, end - _LONGEST), end)
    if before is None or any(s.start <= before.start("name") < s.start + len(s.text) and s.mark for s in line.segments):
        return
    words = before["name"].split(" ")
    for number in range(len(words)):
        written = " ".join(words[number:])
        code = number == len(words) - 1 and _CODE.fullmatch(written)
        name = code_slip_of(written, archive) if code else slip_of(written, archive)
        if name is not None:
            stop = before.end("name")
            start = stop - len(written)
            change = Change(source.at, f"{line.text[:start]}{name}{line.text[stop:]}")
            meant = Slip(name, archive)
            yield Problem(source.at, _said(written, meant), (start, stop), _fix(written, meant, change))
            return


_TOWN_AFTER = pattern(r"(?:, | ?\().*$")
_CLAUSE = pattern(r"(?P<name>[^,;:.()\d\s][^,;:.()\d\n]{2,})(?: \([^()]{2,20}\)|, [^,;:.()\d\n]{2,20})?[,:]? $")
"""What stands before a code: a name, and maybe its town."""
_CODE = pattern(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*")
_LONGEST = 120


def _said(written: str, meant: Slip) -> str:
    whose = meant.archive.names.get("en", meant.archive.id)
    return f'"{written}" is no archive that we know; "{meant.name}" is ({whose})'


def _fix(written: str, meant: Slip, change: Change) -> Fix | None:
    """Return the fix; None where it would write a name that the archive had before: archive-obsolete tells of those."""
    status = archives.find(meant.name).status
    if status == "former":
        return None
    sure = is_sure(written, meant.name) and status != "ambiguous"  # НАРК is Karelia's, Komi's and others'
    return Fix(f'write "{meant.name}"', (change,), safe=sure)
