"""Which institutions that no table has a line names: alone, or beside archives that are known."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from provcheck import tables
from provcheck.archives.lexicon import sight
from provcheck.archives.lexicon.initials import initials
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.vocabulary import is_place
from provcheck.archives.reading import levels, numeric
from provcheck.archives.reading.draft import BY_START, Holder, Line
from provcheck.archives.reading.institutions import short_names
from provcheck.archives.reading.institutions.behind import (
    code_behind,
    manuscript_behind,
    named_behind,
    reference_before,
)
from provcheck.archives.reading.institutions.clauses import (
    by_letters,
    institutions_in,
    may_tell,
    names_manuscript,
    told_of_in,
)
from provcheck.archives.reading.institutions.last_letters import last_letters
from provcheck.archives.reading.institutions.listed_codes import (
    with_groups,
    with_listed,
    with_numbered,
    with_rolls,
    with_unknown,
)
from provcheck.archives.reading.institutions.papers import papers_behind
from provcheck.archives.reading.institutions.parting import (
    NEXT,
    ends_before,
    ends_reference,
    heads_code,
    is_soviet,
    may_take,
    refers,
)
from provcheck.archives.reading.institutions.schools import school
from provcheck.archives.reading.institutions.written_books import book_behind
from provcheck.model.lazy import pattern

_OF_FAMILY = pattern(
    r"Archiwum (?:[A-ZŁŚŻŹĆ]\w+(?:skie|ckie|owe|iego|ego) )?(?!Bernard|Dominik|Jezuit|Karmelit|Francisz|Kapucyn|Paulin)"
    r"[A-ZŁŚŻŹĆ]\w+(?:ów|skich|ckich|zkich|skiego|ckiego)(?: z(?:e)? [A-ZŁŚŻŹĆ]\w+)?"
)
"""Papers of a family or a person, which an archive of Poland keeps: ``Archiwum Zamoyskich``; but no friars'."""
_OF_BODY = pattern(r"(?:Archief|Archiv|Arkiv|Archives|Archivio|Archivo) ((?:[A-ZÀ-Þ][\w.&-]* ?){1,4})")
"""Papers of a body or a person that an archive keeps: ``Archief NVV``."""
_NEAR_CODE = 20
"""How long the rest of a code may be."""


def alone(line: Line) -> list[Holder]:
    """Return the institutions of a line that names no known archive; in the former Union the words for levels tell."""
    if university := school(line.text):
        return [university]
    if lettered := last_letters(line.text):
        return [lettered]
    if not told_of_in(line.words):
        return []
    text, found = line.text, line.found
    labels = [item for item in found if item.labels]
    manuscript = names_manuscript(text)
    if not labels and not manuscript:
        return [named for named in institutions_in(text) if _is_told(text, named)]
    named_here = [named for named in institutions_in(text) if _is_cited(text, named)]
    spoken = levels.choose(found, None) or ""
    top = levels.TOP | levels.MIDDLE
    soviet = spoken in levels.soviet() and any(
        m.level in top for item in labels for m in item.labels.get(spoken, ()) if not _is_western(text, item)
    )
    if not soviet or manuscript or by_letters(text):
        return named_here
    own = [item for item in labels if item.labels.of_some and item.valued]
    return [
        named
        for named in named_here
        if is_soviet(named) or levels.explains(named.convention or "", own) or _coded_behind(text, named)
    ]


def _is_western(text: str, item: Found) -> bool:
    """Tell whether *item* is no word of the former Union: ``Bestand``, ``Register``, the end of ``Doe fonds, F-5``."""
    said = text[item.start : item.end].lower()
    return said.startswith(("coll", "best", "regist")) or (said == "fonds" and text.startswith(",", item.end))


def beside(line: Line, known: list[Holder]) -> list[Holder]:
    """Return the archives *known* in the line and the institutions beside them that begin references of their own."""
    text = line.text
    known = with_unknown(text, known)
    known = with_listed(text, known) if "; AH" in text else known
    known = with_groups(text, known) if " RG " in text else known
    known = with_rolls(text, known) if text[:1] in {"C", "E"} or "; C" in text or "; E" in text else known
    known = with_numbered(text, known) if "/" in text else known
    if university := school(text):
        heads = [k for k in known if k.start < university.start]
        if all(university.start - k.end < _NEAR_CODE for k in heads):
            return known[len(heads) :] or [university]  # Bauer Archive, LBS/1/2. University of Oxtown: a code
    if not _is_told_of(line, known):
        return known
    starts = [*map(BY_START, known)]
    more: list[Holder] = []
    fewer: list[Holder] = []
    for named in institutions_in(text):
        at = bisect_left(starts, named.start)
        low = known[at - 1].end if at else 0
        after = known[at] if at < len(known) else None
        if after and after.start == named.start and _is_elsewhere(named, after):
            at += 1
            fewer.append(after)
            after = known[at] if at < len(known) else None
        if low > named.start or (after and after.start < named.end):
            continue
        if at and _is_of(known[at - 1], "PL") and _OF_FAMILY.fullmatch(named.written):
            continue  # AGAD, Metryka Koronna, sygn. 14; Archiwum Zamoyskich, sygn. 17
        if at and _is_of_body(named) and f", {named.written.partition(' ')[0]} " in text[low : named.start]:
            continue  # IISG, Archief Troelstra, 12; Archief NVV, 34: the first is no institution either
        if at and sight.is_top(known[at - 1].names, named.written):
            continue  # ASGe, San Giorgio 12; Archivio Segreto 34
        coded = _coded_behind(text, named)
        own = after is not None and after.start - named.end < NEXT
        own = after is not None and own and (_has_letters(text, named, after) or heads_code(text, named, after))
        if after and not (
            may_take(text, named, after, coded=coded) if own else ends_before(text, named, after, coded=coded)
        ):
            continue
        stop = after.start if after and not own else len(text)
        if refers(line, named, low, stop, coded=coded) or ends_reference(line, named, low):
            more.append(named)
            fewer += [after] if own and after else []
    if not more:
        return known
    gone = {*map(id, fewer)}
    return sorted([*more, *(holder for holder in known if id(holder) not in gone)], key=BY_START)


def _has_letters(text: str, named: Holder, known: Holder) -> bool:
    """Tell whether the code of *known*, an archive of another land, is only what *named* is called for short.

    ``Archivo Diocesano de Lugo (ADL)`` is not the Archiv des Liberalismus.
    """
    if text[named.end : known.start] != " (" or text[known.end : known.end + 1] != ")":
        return False
    others = {tables.archives()[name.archive].convention for name in known.names}
    apart = named.written.replace("archi", " Archi")  # the SAL of a Stadtarchiv
    return bool(others) and named.convention not in others and known.written in initials(apart)


def _is_of_body(named: Holder) -> bool:
    """Tell whether a name may be that of papers, which an archive keeps, and has no town in it."""
    body = _OF_BODY.fullmatch(named.written)
    return body is not None and not is_place(body[1])


def _is_of(known: Holder, country: str) -> bool:
    """Tell whether *known* is an archive of *country*."""
    return any(tables.archives()[name.archive].country == country for name in known.names)


def _is_elsewhere(named: Holder, known: Holder) -> bool:
    """Tell whether the town right behind a short name is not that of the archives *known* by it: ``ASC Ravenna``."""
    town = named.written[len(known.written) :].strip()
    return (
        named.written.startswith(f"{known.written} ")
        and known.written in short_names.conventions()
        and is_place(town)
        and not is_place(town, tuple(name.archive for name in known.names))
    )


_PARTS = pattern(r"[;\n(\[]|\. ")
"""What must part an institution from the archive before it."""


def _is_told_of(line: Line, known: list[Holder]) -> bool:
    """Tell whether a word by which an institution could be known begins no reference to the archives *known*."""
    telling = [start for word, start, _ in line.words if may_tell(word)]
    if not telling:
        return False
    starts = [*map(BY_START, known)]
    parts = [sign.start() for sign in _PARTS.finditer(line.text)]
    for start in telling:
        at = bisect_right(starts, start)
        low = known[at - 1].end if at else 0
        if not low or (low <= start and bisect_left(parts, low) < bisect_left(parts, start)):
            return True
    return False


def _is_told(text: str, named: Holder) -> bool:
    """Tell whether a code, a book written by hand or somebody's papers stand right beside an institution."""
    if _coded_behind(text, named) or papers_behind(text, named.end) or reference_before(text, named.start):
        return True
    return book_behind(text, named.end)


def _coded_behind(text: str, named: Holder) -> bool:
    """Tell whether a code stands right behind an institution, or the bare numbers of fond, opis and file."""
    if is_soviet(named):
        return numeric.follows(text, named.end)
    if code_behind(text, named.end) or manuscript_behind(text, named):
        return True
    rules = tables.conventions().get(named.convention or "")
    return rules is not None and rules.numbers_after_names and named_behind(text, named.end)


def _is_cited(text: str, named: Holder) -> bool:
    """Tell whether an institution's name says how it is cited; of the former Union's the words for levels do."""
    return not is_soviet(named) or numeric.follows(text, named.end)
