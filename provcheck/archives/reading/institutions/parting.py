"""Whether a reference begins or ends with an institution that no table has, and where one parts from the next."""

from __future__ import annotations

import re
from bisect import bisect_left

from provcheck.archives.lexicon.times import LAST_DATE
from provcheck.archives.lexicon.vocabulary import prefixes
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading import levels, numeric
from provcheck.archives.reading.draft import BY_START, CLOSED, Holder, Line
from provcheck.archives.reading.institutions.papers import papers_before, papers_behind
from provcheck.model.lazy import pattern

_FAR = 100
"""How far before an institution its reference may begin."""


def ends_before(text: str, named: Holder, known: Holder, *, coded: bool) -> bool:
    """Tell whether the reference to an institution ends before the archive *known*, or only a code tells that.

    *coded*: a code stands right behind the institution, after which a copy may be named.

    Not so Raoul Wallenberg-föreningens arkiv, volym F 4:4, Riksarkivet: papers that it keeps.
    """
    parted = _COPIED if coded else _PARTED
    return known.same or not known.written or parted.search(text, named.end - 1, known.start) is not None


def may_take(text: str, named: Holder, known: Holder, *, coded: bool) -> bool:
    """Tell whether a code right behind an institution is its own, and not that of the archive *known* by it.

    Not so Foreign Office Archives, FO 371/84123; Qatar Digital Library, IOR/L/PS/10/1165.
    """
    if known.written:
        return True
    return coded and by_series(text, known) and _IN_LONDON.search(named.written) is None


def heads_code(text: str, named: Holder, known: Holder) -> bool:
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


def by_series(text: str, known: Holder) -> bool:
    """Tell whether nothing but the letters of a series, which others have as well, say that an archive is meant."""
    letters = _LETTERS.match(text, known.start)
    return letters is not None and letters[0] in prefixes()


_LETTERS = pattern(r"[A-Z]{1,5}(?=[ /]?\d)")
NEXT = 4
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

_COPIED = worded(_NEXT_ONE + r"|\d,? (?i:{copies}|{compared}|{said_copies})\b")
"""The same where a code has been read: a copy elsewhere."""
_LEADS = worded(
    r"\s*(?:(?i:{copies}|{said_copies}|{compared}|{documents})|[^\W\d_]{3,12})"
    r"(?: (?:in|im|at|also|auch|en|w|v|u|the|der|dem|in the))*\s*"
)
"""Words by which a reference leads to its archive: ``; Abschrift im``, ``; see also``."""
_CLAUSE = pattern(r"[^;\n]{0,160}")


def refers(line: Line, named: Holder, low: int, stop: int, *, coded: bool) -> bool:
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
    if is_soviet(named):
        at = bisect_left(line.found, named.end, key=BY_START)
        first = line.found[at] if at < len(line.found) else None
        near = first is not None and first.start - named.end < NEXT and bool(first.valued and first.labels.of_fonds)
        return near and (told or (begins is not None and not begins["joined"]))
    if not told and (begins is None or not (begins["joined"] is None or _LEADS.fullmatch(begins["joined"]))):
        return False
    clause = _CLAUSE.match(line.text, named.end, stop)
    end = clause.end() if clause else named.end
    return any(named.end <= item.start < end and item.valued for item in line.found)


_WHOSE_PART = pattern(r"(?:,? (?:in |at )?[A-Z][^,;:()\d]{2,20})? \([^()]{3,60}, (?=[Ff](?:ond)?\b)")
"""Between an archive and what it has from another, in brackets: ``RGASPI in Moscow (Comintern Archives,``."""


def ends_reference(line: Line, named: Holder, low: int) -> bool:
    """Tell whether papers with their boxes lead to an institution: ``; Smith Papers, box 3, Oxtown Library``.

    So do a box and its folder, though no papers are named: ``; Doe to Roe, box 3, folder 11, MG 25, Oxtown Archives``.
    """
    text = line.text
    begins = max((sign.end() for sign in _NEXT_DOCUMENT.finditer(text, low, named.start)), default=low)
    if (low and begins == low) or not CLOSED.match(text, named.end):
        return False
    if papers_before(text, begins, named.start) or _FOLDER_IN_BOX.search(text, begins, named.start):
        return True
    return _PAPERS_WITHIN.search(text, begins, named.start) is not None and any(
        begins <= item.start < named.start and item.valued for item in line.found
    )


_FOLDER_IN_BOX = pattern(
    r", [Bb]ox [\w-]{1,8}, (?:[Ff]older|[Ff]ile) [\w-]{1,8}, (?:[A-Z]{1,5}[ .-]?\d[\w./-]{0,12}, )?(?:the )?$"
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


def is_soviet(named: Holder) -> bool:
    """Tell whether an institution is read by a convention of the former Union."""
    return named.convention in levels.soviet()
