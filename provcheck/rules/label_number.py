"""The label for leaves is singular before several, or plural before one.

"ll. 141" makes the reader look for the second number: is a leaf missing, or is the label wrong? In transliteration
"l." is one leaf and "ll." several, as "p." and "pp." are. The Russian standard writes "Л." for both, and so do notes
that follow it point by point (F. 17. Op. 3. D. 9. L. 12–13); these are left in peace, as is the front and back of one
leaf, and "fol. 1r–2v" of an archive whose own language is not English: notes in German, Latin, French, Spanish and
Dutch have one word for both. So are leaves that are open or in doubt (ll. 12–, ll. 12?, 13, ll. 12/13): there the
label may be what is right.

Fails::

    sources:
      - RGASPI, f. 17, op. 162, d. 9, ll. 12

Fixed::

    sources:
      - RGASPI, f. 17, op. 162, d. 9, l. 12

Fails::

    sources:
      - RGASPI, f. 17, op. 162, d. 9, l. 12, 14-16

Fixed::

    sources:
      - RGASPI, f. 17, op. 162, d. 9, ll. 12, 14-16

Passes::

    sources:
      - РГАСПИ. Ф. 17. Оп. 162. Д. 9. Л. 12–13

Passes::

    sources:
      - RGASPI, f. 17, op. 162, d. 9, ll. 12?, 13

Passes::

    sources:
      - BSB, Clm 4567, fol. 3r-5v

See whether a leaf was lost; if not, let the fix write the label that fits.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck import tables
from provcheck.model.context import Context
from provcheck.model.finding import Fix, Problem, Severity
from provcheck.model.lazy import pattern
from provcheck.model.record import Holding, Piece, Record
from provcheck.model.shelfmark import Folios
from provcheck.rules._leaves import folio_pieces, side
from provcheck.rules._marks import archive_of, placed, reworded, rewrite

SEVERITY: Severity = "warning"

_ENGLISH = (("p", "pp"), ("page", "pages"), ("f", "ff"), ("folio", "folios"))
"""English labels for pages and folios, singular and plural; French, Spanish and others write "p." and "f." for both."""


_ONE_FOR_BOTH = {"nl", "es"}
"""Languages in which the singular is usual before several leaves too, whatever we write ourselves."""

_SETTLED = pattern(r"[ \u00a0]*(?:$|[;)\]»”\"]|\.(?![.\d])|,(?![ \u00a0]*[\[(?]?\d)|\(?[^\W\d_]{2})")
"""What may stand behind one leaf that was read to its end: no dash, question mark, stroke, dots or further number."""


_CUT = pattern(r"\. ?\d")
"""Behind leaves it says that they were not read to their end: ``l. 62, 1. 63``, of which the second is misread."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every label of leaves that does not fit their number."""
    for source, holding in placed(record):
        if source.line is None:
            continue
        plurals, singulars = _words(holding)
        for label, piece, leaves in _labelled(holding):
            word = label.token.text.rstrip(" .").casefold()
            several = _several(leaves)
            line = source.line.text
            if several is None or line[label.token.end :].lstrip(" ").startswith(":"):
                continue
            if _CUT.match(line, piece.token.end):
                continue
            if several and word in plurals and not _after_the_standard(line, label):
                yield _problem(record, label, plurals[word], "stands before several leaves")
            elif not several and word in singulars and _SETTLED.match(line, piece.token.end):
                yield _problem(record, label, singulars[word], "stands before one leaf")


def _problem(record: Record, label: Piece, right: str, message: str) -> Problem:
    text = label.token.text
    stem = text.rstrip(" .")
    written = right.upper() if stem.isupper() and len(stem) > 1 and len(right) > 1 else right
    if stem[0].isupper():
        written = written[0].upper() + written[1:]
    fix = Fix(f'write "{written}{text[len(stem) :]}"', (rewrite(record, label, 0, len(stem), written),))
    return Problem(label.at, f'"{text}" {message}', label.within, reworded(record, fix))


def _words(holding: Holding) -> tuple[dict[str, str], dict[str, str]]:
    """Return the labels for leaves that want another before several, and those that want another before one."""
    plurals: dict[str, str] = {}
    singulars: dict[str, str] = {}
    rules = tables.conventions().get(holding.mark.convention or "")
    if rules is None:
        return plurals, singulars
    forms = rules.folios.forms if rules.folios is not None else {}
    pairs = [("en", one, many) for one, many in _ENGLISH] if "en" in rules.languages else []
    for language, form in forms.items():
        pairs += [(language, form.short, form.short_plural), (language, form.full, form.full_plural)]
    one_for_both = _ONE_FOR_BOTH if rules.engine == "labelled" or _is_english(holding) else {*_ONE_FOR_BOTH, "en"}
    for language, one, many in pairs:
        one, many = one.rstrip(".").casefold(), many.rstrip(".").casefold()
        if one and many and one != many:
            singulars[many] = one
            if language not in one_for_both:
                plurals[one] = many
    return plurals, singulars


def _is_english(holding: Holding) -> bool:
    """Tell whether the archive has names in no other language: our conventions for manuscripts serve all countries."""
    archive = archive_of(holding.mark)
    return archive is not None and all(tag.startswith("en") for tag in archive.names)


def _labelled(holding: Holding) -> Iterator[tuple[Piece, Piece, tuple[Folios, ...]]]:
    """Yield each label of leaves with the leaves that follow it, as written and as read; none read in part only."""
    from provcheck.archives import read_folios

    alone = len(tuple(folio_pieces(holding))) == 1
    label = None
    for piece in holding.pieces:
        if piece.token.kind == "folio-label":
            label = piece
        elif piece.token.kind == "folios" and label is not None:
            if alone:
                yield label, piece, holding.mark.folios
            else:
                leaves, rest = read_folios(piece.token.text)
                yield label, piece, () if rest else leaves
            label = None


_COLUMN = pattern(r"(?<=[rv])[a-d]$")
"""The column of a page: 12va and 12vb are on one leaf."""


def _several(leaves: tuple[Folios, ...]) -> bool | None:
    """Tell whether these are several leaves; the two sides of one are neither one nor several (None)."""
    if not leaves:
        return None
    numbers = set()
    for run in leaves:
        if run.last == "ff":
            return None
        for end in run:
            leaf = side(_COLUMN.sub("", end), 0)
            numbers.add(end if leaf is None else leaf[:2])
    if len(numbers) > 1:
        return True
    one = leaves[0].first
    return None if len(leaves) > 1 or one != leaves[0].last or "/" in one else False  # 12/13 may be two


def _after_the_standard(line: str, label: Piece) -> bool:
    """Tell whether one label serves for both: in Cyrillic, and where points part the levels (Op. 3. L. 12–13)."""
    if not label.token.text.isascii():
        return True
    before = line[: label.token.start].rstrip()
    return label.token.text[:1].isupper() and before.endswith((".", "-", "–"))
