"""A source line, or part of it, cannot be read as a shelfmark.

What cannot be read cannot be checked, compared or cited in another style. Mostly a label or a number is damaged: OCR
turned "ll." into "11.", a comma fell out, a number was lost, or leaves stand in doubt. Text that nobody expects to be
a shelfmark (the title of a fond, "Original, typescript") is left in peace. So is a field of a structured source, but
for leaves that are no numbers. What looks like one more reference beside a mark (an archive with a code behind it,
two words for levels with their numbers) is told, for nothing in it was checked; so is a code with which it goes on to
the end. Of a line of more than 20,000 characters only the beginning is read, as far as a mark ends.

Fails::

    sources:
      - In the family's papers, third drawer

Passes::

    sources:
      - RGASPI, f. 17, op. 162, d. 9, ll. 12-13. Original, typescript.

Fails::

    sources:
      - Gazzetta Ufficiale n. 12

Fails::

    sources:
      - Bundesarchiv (Hrsg.), Akten zur auswärtigen Politik, Boppard 1972, S. 12

Fails::

    sources:
      - RGASPI, f. 17, op. 162, d. 9, ll. 12?, 13–14

Fails::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: twelve to thirteen}

Passes::

    sources:
      - {archive: RGASPI, fond: 17, opis: 162, delo: 9, list: 12-13}

Fails::

    sources:
      - RGANI, f. 5, po. 30, d. 225, l. 4

Fails::

    sources:
      - TNA, FO 371/84123; IEE, MS SC 3

Compare the part that is pointed at with the document or the finding aid and write it with the archive's labels. For
papers in private hands or lost ones write ``held: private`` or ``held: lost`` instead of a line. A book, a journal, a
gazette or a number in a catalogue of works is no source: it belongs under ``published``.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck import archives
from provcheck.dates.months import month
from provcheck.model.context import Context
from provcheck.model.document import Pointer
from provcheck.model.finding import Problem, Severity
from provcheck.model.lazy import pattern
from provcheck.model.record import Record, Source
from provcheck.model.shelfmark import SourceLine
from provcheck.rules._leaves import folio_pieces
from provcheck.rules._lost import ends_lost, references_lost
from provcheck.rules._marks import convention_of, problem, required

SEVERITY: Severity = "warning"

_PAD = " \t\n\u00a0.,;:()[]-–—"
_PART = pattern(
    r"[\s.,;:()\]–—-]*(\[?(?:№\s?|(?:[^\W\d_]{1,8}|1l|l1)(?:\.\s?|\s)(?=\S)|\?[\])]?\s?[,;]\s?)?"
    r"\S{0,80}[^\s.,;:()\[\]][\])]?)"
)
_HARMLESS = pattern(
    r"\[?(?:(?:1[4-9]|20)\d\d\b|\d{1,2}/(?:\d{1,2}/)?(?:1[4-9]|20)\d\d|\d+\s?(?:лл?|арк|с|стр|листов|pp?|ss?|leaves|folios|reels?)\b)"
)
"""Years, dates and extents (9 л.) are no part of a shelfmark."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every source line without shelfmark and for every part that was not understood."""
    for line, at in record.lines():  # also what a host prints, which is kept to the letter but should be read
        yield from _too_long(line, at)
    for source in record.sources:
        if source.line is not None:
            yield from _line(source)
        elif source.held is None:
            yield from _leaves(record, source)


def _line(source: Source) -> Iterator[Problem]:
    line = source.line
    assert line is not None
    if line.failed:
        return  # told as what it is, a defect of ours
    unread = [segment for segment in line.segments if not segment.understood]
    for start, end in _levels_lost(line):
        yield Problem(source.at, _unread(line.text[start:end]), (start, end), help=_DAMAGED)
    for segment in unread:
        part = _PART.match(segment.text)
        if part is not None and not _HARMLESS.match(segment.text, part.start(1)):
            start, end = segment.start + part.start(1), segment.start + part.end(1)
            yield Problem(
                source.at,
                _unread(line.text[start:end]),
                (start, end),
                help=_DAMAGED,
            )
    for start, end in ends_lost(line):
        yield Problem(source.at, _unread(line.text[start:end]), (start, end), help=_DAMAGED)
    for start, end in references_lost(line):
        yield Problem(
            source.at,
            f'"{_short(line.text[start:end])}" looks like a reference that provcheck cannot read: it was not checked',
            (start, end),
            help="write it as a source of its own: its archive, and its levels with their labels",
        )
    if not line.marks and not unread:
        yield Problem(
            source.at,
            "provcheck reads no shelfmark in this source line: nothing in it was checked",
            help="name the archive and its levels with their labels; what is printed belongs under "
            '"published", and papers elsewhere are "held: private" (lost, unknown)',
        )


_DAMAGED = "compare it with the document or the finding aid; a damaged label or number is the usual cause"


def _unread(text: str) -> str:
    return f'"{_short(text)}" stands in the shelfmark but cannot be read as part of it'


_LOST = pattern(r"(?<=[,;.])\s{1,2}(?P<word>[^\W\d_]{1,4})(?:\.\s?|\s)\d{1,3}[^\W\d_]?(?=\s{0,2}[,;.]|\s{0,2}$)")
"""What looks like a level whose word is misspelt: ``, po. 30,``."""

_LOST_BEHIND = pattern(r"[,.;]\s{1,2}[^\W\d_]{1,4}(?:\.\s?|\s)\d{1,3}[^\W\d_]?(?=\s{0,2}[,;.]|\s{0,2}$)")


def _levels_lost(line: SourceLine) -> Iterator[tuple[int, int]]:
    """Yield where levels with words that nobody knows stand in labelled marks, or behind one that lacks a level."""
    for number, segment in enumerate(line.segments):
        convention = convention_of(segment.mark) if segment.mark else None
        if segment.mark is None or convention is None or convention.engine != "labelled" or convention.values_first:
            continue
        read = list(segment.text)
        for _, _, _, start, end in segment.tokens:
            read[start - segment.start : end - segment.start] = "_" * (end - start)
        names = {level.name for level in segment.mark.levels}
        rest = line.segments[number + 1] if number + 1 < len(line.segments) else None
        if rest and rest.mark is None and rest.understood and not names.issuperset(required(segment.mark)):
            read += rest.text[: match.end()] if (match := _LOST_BEHIND.match(rest.text)) else ""
        for match in _LOST.finditer("".join(read)):
            word = match["word"].lower()
            if word not in convention.asides and month(word) is None:
                yield segment.start + match.start("word"), segment.start + match.end()


def _too_long(line: SourceLine, at: Pointer) -> Iterator[Problem]:
    if line.unread_from is not None:
        yield Problem(
            at,
            f"the line is too long: its text after character {line.unread_from:,} was not read",
            (line.unread_from, min(line.unread_from + 60, len(line.text))),
            help="split it: write each shelfmark as a line of its own",
        )


def _leaves(record: Record, source: Source) -> Iterator[Problem]:
    for holding in source.holdings:
        for piece in folio_pieces(holding):
            _, rest = archives.read_folios(piece.token.text)
            start = piece.token.text.find(rest) if rest.strip(_PAD) else -1
            if start >= 0:
                yield problem(
                    record,
                    piece,
                    f'"{_short(rest)}" cannot be read as leaves or pages',
                    (start, start + len(rest)),
                    help='write numbers and ranges: "105-106, 110v"; remarks belong in "note"',
                )


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:57]}…"
