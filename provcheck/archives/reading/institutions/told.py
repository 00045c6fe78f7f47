"""Which institutions that no table has a line names: alone, or beside archives that are known."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter

from provcheck import tables
from provcheck.archives.lexicon import sight
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.times import LAST_DATE
from provcheck.archives.lexicon.vocabulary import Name, is_place, prefixes, wording
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading import levels, numeric
from provcheck.archives.reading.draft import CLOSED, Holder, Line
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
from provcheck.archives.reading.institutions.papers import papers_before, papers_behind
from provcheck.archives.reading.institutions.schools import school
from provcheck.archives.reading.institutions.written_books import book_behind
from provcheck.model.lazy import pattern

_START: attrgetter[int] = attrgetter("start")
_NEAR_CODE = 20
"""How long the rest of a code may be."""
_FAR = 100
"""How far before an institution its reference may begin."""


def alone(line: Line) -> list[Holder]:
    """Return the institutions of a line that names no known archive; in the former Union the words for levels tell."""
    if university := school(line.text):
        return [university]
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
        if _is_soviet(named) or levels.explains(named.convention or "", own) or _coded_behind(text, named)
    ]


def _is_western(text: str, item: Found) -> bool:
    """Tell whether *item* is no word of the former Union: ``Bestand``, ``Register``, the end of ``Doe fonds, F-5``."""
    said = text[item.start : item.end].lower()
    return said.startswith(("coll", "best", "regist")) or (said == "fonds" and text.startswith(",", item.end))


def beside(line: Line, known: list[Holder]) -> list[Holder]:
    """Return the archives *known* in the line and the institutions beside them that begin references of their own."""
    text = line.text
    known = _with_listed(text, known) if "; AH" in text else known
    known = _with_groups(text, known) if " RG " in text else known
    known = _with_rolls(text, known) if text[:1] in {"C", "E"} or "; C" in text or "; E" in text else known
    if university := school(text):
        heads = [k for k in known if k.start < university.start]
        if all(university.start - k.end < _NEAR_CODE for k in heads):
            return known[len(heads) :] or [university]  # Bauer Archive, LBS/1/2. University of Oxtown: a code
    if not _is_told_of(line, known):
        return known
    starts = [*map(_START, known)]
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
        coded = _coded_behind(text, named)
        own = after is not None and after.start - named.end < _NEXT and _heads_code(text, named, after)
        if after and not (
            _may_take(text, named, after, coded=coded) if own else _ends_before(text, named, after, coded=coded)
        ):
            continue
        stop = after.start if after and not own else len(text)
        if _refers(line, named, low, stop, coded=coded) or _ends_reference(line, named, low):
            more.append(named)
            fewer += [after] if own and after else []
    if not more:
        return known
    gone = {*map(id, fewer)}
    return sorted([*more, *(holder for holder in known if id(holder) not in gone)], key=_START)


_LISTED = pattern(r"; (?P<v>AH[A-ZÀ-Þ]{1,4}), (?=[A-ZÀ-Þ][^;\d]{2,60}[, ][a-zç]{1,7}\.? ?\d)")
"""A historical archive by its letters, which begins the next mark of a list."""


def _with_listed(text: str, known: list[Holder]) -> list[Holder]:
    """Return *known* and the historical archives that no table has behind them: ``AHN, …; AHXY, Varios, leg. 4``."""
    more: list[Holder] = []
    for code in _LISTED.finditer(text):
        start, end = code.span("v")
        before = next((holder for holder in reversed(known) if holder.end <= start), None)
        own = levels.of_all(before.names) if before else None
        rules = tables.conventions()[own] if own else None
        if rules and rules.languages[0] in wording().titles_first and not any(k.start == start for k in known):
            more.append(Holder(start, end, code["v"], convention=rules.unlisted or rules.id))
    return sorted([*known, *more], key=_START)


_GROUP = pattern(r"(?:; |\d,? and )(?P<v>RG \d)")
"""A record group that begins the next mark of a list."""


def _with_groups(text: str, known: list[Holder]) -> list[Holder]:
    """Return *known* and whose a record group is that comes behind series of Kew: ``FO 371/84123; RG 59, Box 3``."""
    more: list[Holder] = []
    for code in _GROUP.finditer(text):
        start = code.start("v")
        before = next((holder for holder in reversed(known) if holder.end <= start), None)
        own = levels.of_all(before.names) if before else None
        if own and levels.required_levels(own) >= {"series", "piece"}:
            archive = next((archive for archive, shape in sight.begin().items() if shape.match(text, start)), None)
            more += [Holder(start, start, "", (Name(archive, "current"),), id=archive)] if archive else []
    return sorted([*known, *more], key=_START) if more else known


_ROLL = pattern(r"(?:^|(?<=; ))[CE] ?\d{2,3}/\d{1,4}(?:/\d{1,4}(?:[–-]\d{1,3})?)?(?=[,;.)]|$)")
"""A roll of Chancery or the Exchequer, whose letter alone is too short to be an archive's."""


def _with_rolls(text: str, known: list[Holder]) -> list[Holder]:
    """Return *known* and Kew before its rolls, in a list with libraries of Britain: ``E 179/1/3; Bodl. Tanner 65``."""
    _, kew = prefixes().get("PROB", ("", None))
    archives = tables.archives()
    if kew is None or not any(
        archives[name.archive].country == archives[kew.archive].country
        for holder in known
        if holder.written
        for name in holder.names
    ):
        return known
    rolls = [Holder(roll.start(), roll.start(), "", (kew,), id=kew.archive) for roll in _ROLL.finditer(text)]
    return sorted([*known, *rolls], key=_START) if rolls else known


def _is_elsewhere(named: Holder, known: Holder) -> bool:
    """Tell whether the town right behind a short name is not that of the archives *known* by it: ``ASC Ravenna``."""
    town = named.written[len(known.written) :].strip()
    return (
        named.written.startswith(f"{known.written} ")
        and known.written in short_names.conventions()
        and is_place(town)
        and not is_place(town, tuple(name.archive for name in known.names))
    )


def _ends_before(text: str, named: Holder, known: Holder, *, coded: bool) -> bool:
    """Tell whether the reference to an institution ends before the archive *known*, or only a code tells that.

    *coded*: a code stands right behind the institution, after which a copy may be named.

    Not so Raoul Wallenberg-föreningens arkiv, volym F 4:4, Riksarkivet: papers that it keeps.
    """
    parted = _COPIED if coded else _PARTED
    return known.same or not known.written or parted.search(text, named.end - 1, known.start) is not None


def _may_take(text: str, named: Holder, known: Holder, *, coded: bool) -> bool:
    """Tell whether a code right behind an institution is its own, and not that of the archive *known* by it.

    Not so Foreign Office Archives, FO 371/84123; Qatar Digital Library, IOR/L/PS/10/1165.
    """
    if known.written:
        return True
    return coded and _by_series(text, known) and _IN_LONDON.search(named.written) is None


def _heads_code(text: str, named: Holder, known: Holder) -> bool:
    """Tell whether what is taken for an archive may begin the code of another: ``Oxtown Library, BA/H/3``.

    In brackets it says where that is kept: ``Schepenbankarchief Veghel (BHIC 7705)``; fond, opis and file in numbers
    are of the archive before them: ``Party library: RGASPI 17-3-746``; with its country a code is an archive's alone:
    ``Gamleby kyrkoarkiv, SE/HLA/1010``.
    """
    if levels.of_all(known.names) in levels.soviet() and numeric.follows(text, known.end):
        return False
    if known.written and len(known.names) == 1 and text[named.end : known.start] == " (":
        return False
    if "/" in known.written:
        return False
    return not known.written or _HEAD.match(text, known.start, known.end + 2) is not None


_HEAD = pattern(r"[A-Z]{2,5}(?:/| ?\d)")


def _by_series(text: str, known: Holder) -> bool:
    """Tell whether nothing but the letters of a series, which others have as well, say that an archive is meant."""
    letters = _LETTERS.match(text, known.start)
    return letters is not None and letters[0] in prefixes()


_LETTERS = pattern(r"[A-Z]{1,5}(?=[ /]?\d)")
_NEXT = 4
"""How far behind an institution a code may begin that is its own, though another archive has codes like it."""
_IN_LONDON = pattern(r"\b(?:Office|National|Public|British|Royal|Imperial|Kew|London|UK|England|Military|War|State)\b")
"""What may be another name for The National Archives, whose series they are."""
_BEGINS = pattern(
    r"(?:^(?:\W?\d{1,4}\W{0,2}\s)?|[;\n]|(?<=[\d)”’])\.)(?P<joined>\s*[^\s;.:\d][^;.:\d\n]{0,60}[\s(])?\s*$",
    re.IGNORECASE,
)
"""Where a reference may begin, perhaps with words before its archive: ``; copy in the``."""
_IS_PART = worded(r"(?:{sections})\b", re.IGNORECASE)
_NEXT_ONE = r"[;\n]|[\d)]\. |\d[),]? (?:and|und|et|y|e|i|и|та) "
_PARTED = pattern(_NEXT_ONE)
"""What parts one reference from the next."""
_PARTS = pattern(r"[;\n(\[]|\. ")
"""What must part an institution from the archive before it."""
_COPIED = worded(_NEXT_ONE + r"|\d,? (?i:{copies}|{compared}|{said_copies})\b")
"""The same where a code has been read: a copy elsewhere."""
_LEADS = worded(
    r"\s*(?:(?i:{copies}|{said_copies}|{compared}|{documents})|[^\W\d_]{3,12})"
    r"(?: (?:in|im|at|also|auch|en|w|v|u|the|der|dem|in the))*\s*"
)
"""Words by which a reference leads to its archive: ``; Abschrift im``, ``; see also``."""
_CLAUSE = pattern(r"[^;\n]{0,160}")


def _is_told_of(line: Line, known: list[Holder]) -> bool:
    """Tell whether a word by which an institution could be known begins no reference to the archives *known*."""
    telling = [start for word, start, _ in line.words if may_tell(word)]
    if not telling:
        return False
    starts = [*map(_START, known)]
    parts = [sign.start() for sign in _PARTS.finditer(line.text)]
    for start in telling:
        at = bisect_right(starts, start)
        low = known[at - 1].end if at else 0
        if not low or (low <= start and bisect_left(parts, low) < bisect_left(parts, start)):
            return True
    return False


def _refers(line: Line, named: Holder, low: int, stop: int, *, coded: bool) -> bool:
    """Tell whether a code (*coded*), or a word for a level with its value before *stop*, stands behind an institution.

    *low* is where the archive before it ends.
    """
    whose = _WHOSE_PART.match(line.text, low) if low else None
    if _IS_PART.match(named.written) or (whose and whose.end() == named.end + len(", ")):
        return False
    begins = _BEGINS.search(line.text, max(low, named.start - _FAR), named.start)
    told = _tells_of_document(line.text, low, named.start)
    if coded or papers_behind(line.text, named.end):
        return begins is not None or told or line.text[named.start - 1 : named.start] in {"(", "["}
    if _is_soviet(named):
        at = bisect_left(line.found, named.end, key=_START)
        first = line.found[at] if at < len(line.found) else None
        near = first is not None and first.start - named.end < _NEXT and bool(first.valued and first.labels.of_fonds)
        return near and (told or (begins is not None and not begins["joined"]))
    if not told and (begins is None or not (begins["joined"] is None or _LEADS.fullmatch(begins["joined"]))):
        return False
    clause = _CLAUSE.match(line.text, named.end, stop)
    end = clause.end() if clause else named.end
    return any(named.end <= item.start < end and item.valued for item in line.found)


_WHOSE_PART = pattern(r"(?:,? (?:in |at )?[A-Z][^,;:()\d]{2,20})? \([^()]{3,60}, (?=[Ff](?:ond)?\b)")
"""Between an archive and what it has from another, in brackets: ``RGASPI in Moscow (Comintern Archives,``."""


def _ends_reference(line: Line, named: Holder, low: int) -> bool:
    """Tell whether papers with their boxes lead to an institution: ``; Smith Papers, box 3, Oxtown Library``."""
    text = line.text
    begins = max((sign.end() for sign in _NEXT_DOCUMENT.finditer(text, low, named.start)), default=low)
    if (low and begins == low) or not CLOSED.match(text, named.end):
        return False
    return papers_before(text, begins, named.start) is not None or (
        _PAPERS_WITHIN.search(text, begins, named.start) is not None
        and any(begins <= item.start < named.start and item.valued for item in line.found)
    )


_PAPERS_WITHIN = worded(r"(?:^|[ ,“\"])[A-ZÀ-Þ][^,;:()\d]{1,58} {papers}, [^;:()]{1,60}, (?:the )?$")


def _tells_of_document(text: str, low: int, start: int) -> bool:
    """Tell whether what is told of a document leads to an institution that begins at *start*.

    It begins behind the archive that ends at *low*, and its day, a bracket or a word that leads on is the last of it:
    ``; Smith to Jones, 3 May 1920,``, ``; the original is held at the``.
    """
    if low and _NEXT_DOCUMENT.search(text, low, start) is None:
        return False
    end = start - (text[start - 1 : start] in {"(", "["})
    return end < start or _WITHIN.search(text, low, start) is not None or LAST_DATE.search(text, low, start) is not None


_NEXT_DOCUMENT = pattern(r"[;\n]|(?<=[\d)\]”’»])\.\s+(?=[^\W\d_a-zß-ÿа-я])")
_WITHIN = worded(
    r"(?<!\w)(?:(?i:{within})(?::? (?:the |l[ae] |l['’])?|['’])|(?i:{documents}|{accounts}|{further_accounts})[,:]? )$"
)


def _is_told(text: str, named: Holder) -> bool:
    """Tell whether a code, a book written by hand or somebody's papers stand right beside an institution."""
    if _coded_behind(text, named) or papers_behind(text, named.end) or reference_before(text, named.start):
        return True
    return book_behind(text, named.end)


def _coded_behind(text: str, named: Holder) -> bool:
    """Tell whether a code stands right behind an institution, or the bare numbers of fond, opis and file."""
    if _is_soviet(named):
        return numeric.follows(text, named.end)
    if code_behind(text, named.end) or manuscript_behind(text, named):
        return True
    rules = tables.conventions().get(named.convention or "")
    return rules is not None and rules.numbers_after_names and named_behind(text, named.end)


def _is_cited(text: str, named: Holder) -> bool:
    """Tell whether an institution's name says how it is cited; of the former Union's the words for levels do."""
    return not _is_soviet(named) or numeric.follows(text, named.end)


def _is_soviet(named: Holder) -> bool:
    return named.convention in levels.soviet()
