"""Whether what stands right behind an institution that no table has is a shelfmark: a code, a title with a number."""

from __future__ import annotations

import re

from provcheck.archives.lexicon.cuts import names_collection
from provcheck.archives.lexicon.values import Value, has_figure
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.archives.reading.short_names import may_be_a_person
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level

_SHORT = r"(?: \([^\W\d_][^()\d]{1,20}\))?"
"""Its short name or its town in brackets."""
_NEXT = r"(?:,? ?:? |: ?|,| [-–—] | \((?=[^()]*(?:/|\d{3})))"
"""What parts an institution from a code."""
REFERENCE = pattern(
    r"[,:;]? [(]?(?i:(?:catalogue |archive |archival |document |item )?ref(?:erence)?s?(?: (?:no|number|code))?"
    r"|shelf ?mark|call (?:no|number)|cote)[.:]{0,2} ?(?=[A-Z\d])"
)
"""What leads from an archive to its code, as in Britain: ``Norfolk Record Office, ref. MC 12/3``."""
_TITLES = r"(?:[^\W\d_][^,;:.()\d]{1,40}, ){0,2}"
"""Holdings by their names, before a code."""
_NO_CODE = (
    r"(?:Nov|Dec|Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Tel|Fax|Room|Rm|Box|No|Nr|Vol|Bd|Fig|Tab|Abb|Pp|Str"
    r"|ISBN|ISSN|DOI|EAN|PO|CH|CC|Am|Im|An|In|Der|Die|Das|The|At|On|By|To|Of|Il|La|El|Le|L[ao]s)\b\.? ?[A-Z]?\d"
    r"|(?:ISO|IEC|IEEE|RFC|DIN|ANSI|ASTM|CFR|USC|UMI)\b|(?:\d{1,2}\.){2,}\d{1,2}(?![\d.])|\d{1,2}-\d{1,2}-\d{1,2}(?!\d)"
    r"|[^,;()]*\b(?:1[5-9]|20)\d\d(?:[-–/](?:\d\d)?\d\d)?(?:[.,;:)]|$)"
    r"|\d{1,2}([./-])\d{1,2}\1(?:1[5-9]|20)?\d\d(?!\d)|97[89]-|\d{4}[-–]\d{4}(?!\d)"
    r"|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|[A-Z]{2} \d{5}(?!\w)|\d{4} ?[A-Z]{2}(?!\w)"
)
"""Months, rooms, telephones, years, dates, numbers of books, standards, versions, postcodes, small words: no codes."""
_CODE = (
    r"(?![PS]\. ?\d|[A-Z] ?\d+-[a-z]{2})"
    r"(?:(?:[A-Z]{1,3}\([A-Z]{1,3}\)|[A-Z][A-Za-zÀ-þ]{0,3}\.?|[A-Z]{2,8})"
    r"(?:[ ./-](?:[A-Z]{1,7}|[A-Z][a-z]{1,3}\.?))*"
    r"[ ./-]{0,2}\d[\w./-]*"
    r"|\d{1,4} ?[A-Z]{1,3}[ /.-]?\d[\w./-]*"
    r"|\d{1,5}(?:[./-][A-Z]{0,3}\d{1,6}[A-Za-z]{0,2}){2,}|\d{1,5}/\d{3,6}|\d{3,5}/\d{1,6})"
    r"(?=[,;:.)\]\s–]|$)(?! \((?:1[89]|20)\d\d\))"
)
_CODE_NEXT = pattern(rf"{_SHORT}{_NEXT}(?!{_NO_CODE}){_CODE}")
_CODE_AFTER = pattern(rf"(?!{_NO_CODE}){_CODE}")
_CODE_BEHIND = pattern(rf"{_SHORT}{_NEXT}{_TITLES}(?!{_NO_CODE}){_CODE}")
_FAR = 100
"""How far behind an institution its shelfmark may begin: its short name and a place may stand between."""
_YEARS = pattern(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_PAGES = frozenset("ps")
_PLACE = pattern(rf"{_SHORT}(?:[,:.] ?[^\W\d_][^,;:.()\d]{{1,30}})?[ ,:.(–]{{1,4}}")
_WITH_CODE = pattern(r"[A-ZÀ-Þ].* (?:[Ff]onds|[Cc]ollection|Papers)")
_NUMBERED = pattern(r"(?!(?:1[5-9]|20)\d\d$)\d{1,5}[A-Za-z]?")
_OVER = frozenset({"section", "fonds", "series", "collection"})
_ENDED = pattern(r"\.?(?:$|[;,)\]]|\.? (?:[A-ZÀ-Þ(]|and|y|e|et)\b)")
_ADDRESS = worded(
    r"(?:.* )?(?:{streets}|[Ss]treet|[Rr]oad|[Aa]venue|[Vv]ia|[Cc]alle|[Pp]laza|[Pp]iazza|[Rr]ue|[Rr]ua)\b.*"
)
PRINTED = pattern(r",? ?(?!of )(?:[^\W\d_]+[ -]){0,2}[^\W\d_]+[ ,:]{1,2}(?:1[6-9]|20)\d\d(?:[,.;)]|$)")
"""Where and when a book was printed, behind its volume: ``Bd. 4, Nürnberg 1987``."""
_YEAR_IN_BRACKETS = pattern(r",? \((?:1[6-9]|20)\d\d\)")
_WRITTEN = worded(r"\b{written_books}\b", re.IGNORECASE)
SERIAL = worded(r"(?:.* )?{serials}(?: .*)?")


_PAPERS_BEHIND = worded(
    rf"{_SHORT},? (?!(?:Occasional|Working|Collected|Selected|Research|Conference|Discussion|Technical|State) )"
    r"(?:[A-Z](?:[^,;:.()\d]|(?<=\b[A-Z])\.){1,60} )?{papers}(?:, \d{1,4}/\d{1,4})?"
    r"(?:, [A-Z][^,;:.()\d]{1,60})*(?:[.;)]|$)"
)
"""The papers of somebody, and nothing that books have."""


def papers_behind(text: str, end: int) -> bool:
    """Tell whether the name of somebody's papers stands right behind an institution's *end*."""
    return _PAPERS_BEHIND.match(text, end) is not None


_CODE_BEFORE = pattern(
    rf"(?:^|[,;:.(”\"] ?|\b(?:in|see) )(?!{_NO_CODE})"
    r"(?:[A-Z]{1,6}(?:/[A-Z\d]{1,6})*[/ ]?\d[\w.]*(?:/\w+)+|[A-Z]{1,4}(?:/[A-Z\d]{1,6})+/\d\w*"
    r"|(?:MSS?|Mss?) [\w./ ]{1,12})(?:, (?:[Tt]he )?| \((?:[Tt]he )?)$"
)
_PAPERS_BEFORE = worded(
    r"(?:^|[,(\[;:.\"“”] ?|\b(?:in|see) )(?:[Tt]he )?"
    r"(?P<papers>[A-ZÀ-Þ](?:[^,;:.()\d]|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.){1,58} (?:{papers}|[Ff]onds))"
    r"(?P<number>[,.]? (?:[A-Za-z]{1,8}[ .-]?\d(?:[\w.-]*\w)?|\d{2,4}\.[\d.]*\d))?"
    r"(?P<sign>,|\.| (?=\())?(?: \(?(?:in |at )?(?:[Tt]he )?| )$"
)
"""Papers of somebody named right before what keeps them: ``Smith Papers, Fairview University Library``."""


def papers_before(text: str, low: int, start: int, *, parted: bool = True) -> re.Match[str] | None:
    """Return the papers named right before an institution that begins at *start*, by a comma or bracket if *parted*."""
    papers = _PAPERS_BEFORE.search(text, max(low, start - _FAR), start)
    return papers if papers and not papers["number"] and (papers["sign"] or not parted) else None


_SCHOOL = worded(
    r"(?:^|[.\]”\"] )(?P<papers>(?:[A-ZÀ-Þ]\.){0,3}[^,;:()\[\]\d]{2,70}? (?:Archives?|{papers})), "
    r"(?P<code>[A-Z]{1,5}\d*(?:/\w+)+)\. "
    r"(?P<school>(?:University (?:of|College) [A-Z][\w ]{2,30}|(?:[A-Z]\w+ ){1,3}(?:University|College))"
    r"(?:, [A-Z]\w+)?)\.?$"
)


def school(text: str) -> Holder | None:
    """Return the university that ends *text*, right behind a collection and its code, as universities are cited.

    ``(1952) Roe notes. [Manuscript]. Roe Archive, LBS/1/2. University of Oxtown, Oxtown.``
    """
    found = _schooled(text)
    return Holder(*found.span("school"), found["school"], convention="papers") if found else None


def of_school(text: str, holder: Holder) -> list[Draft]:
    """Return the mark of a university: the collection and the code right before *holder*."""
    found = _schooled(text)
    if found is None or found.start("school") != holder.start:
        return []
    draft = Draft(None, "papers")
    for name, group in (("collection", "papers"), ("call-number", "code")):
        draft.put(name, Value(found[group], *found.span(group)), text)
    return [draft]


def _schooled(text: str) -> re.Match[str] | None:
    told = "/" in text and ("niversity" in text or "College" in text)
    return _SCHOOL.search(text) if told else None


def reference_before(text: str, start: int) -> bool:
    """Tell whether a code or somebody's papers, with a number or none, stand right before an institution at *start*."""
    low = max(0, start - _FAR)
    papers = _PAPERS_BEFORE.search(text, low, start)
    return (papers is not None and bool(papers["sign"])) or _CODE_BEFORE.search(text, low, start) is not None


def take_papers(text: str, draft: Draft) -> None:
    """Take the papers named before an institution behind which their code stands: ``Smith Papers, …, D 12/3``."""
    holder = draft.holder
    if holder is None or not holder.convention or draft.start < holder.end or draft.has("collection"):
        return
    if papers := papers_before(text, 0, holder.start, parted=False):
        draft.levels.insert(0, Level("collection", papers["papers"]))
        draft.note("value", "collection", text, *papers.span("papers"))


_NAMED = pattern(
    rf"{_SHORT}, (?![^,;:.()\d]*(?:stra(?:ß|ss)e|str\.|platz|weg|gasse|allee|ring|ufer|Raum|Saal|Halle) )"
    r"[A-ZÄÖÜ][a-zäöüß]{3,}(?: [A-ZÄÖÜ][^\W\d_]+){0,3} (?!(?:1[5-9]|20)\d\d\b)\d{2,5}[a-z]?(?=[,;.)]|$)"
)
"""A holding by its name, and the number of a file, as in Germany: ``Hauptstaatsarchiv Neuburg, Kurpfalz 1234``."""


def named_behind(text: str, end: int) -> bool:
    """Tell whether the name of a holding and a number stand right behind a German institution's *end*."""
    return _NAMED.match(text, end) is not None


_BOOK = worded(
    rf"{_SHORT}, (?:[^\W\d_][^,;:.()\d]{{1,40}}, )?(?:[^\W\d_]{{2,20}} ){{0,2}}{{written_books}}"
    r" (?!(?:1[5-9]|20)\d\d\b)(?:\d{1,4}|[IVX]+)(?=[,;.)]|$)",
    re.IGNORECASE,
)


def book_behind(text: str, end: int) -> bool:
    """Tell whether a book written by hand and its number stand right behind an institution's *end*."""
    return _BOOK.match(text, end) is not None


def code_behind(text: str, end: int) -> bool:
    """Tell whether a code stands right behind an institution's *end*, or behind the names of holdings."""
    if text.endswith("uniments", 0, end) and _MUNIMENT.match(text, end):
        return True  # Hereford Cathedral Muniments 1234
    if reference := REFERENCE.match(text, end):
        return _CODE_AFTER.match(text, reference.end()) is not None
    return _CODE_BEHIND.match(text, end) is not None or _LEAVES_BEHIND.match(text, end) is not None


_LEAVES_BEHIND = pattern(
    rf"{_SHORT} ?, (?:fondo |Fondo )?(?=[^,;:]*\d)[^,;:()]{{1,30}}?(?: \([^()]{{1,25}}\))?, "
    r"\d{1,4}[rv](?:[-–]\d{1,4}[rv])?(?!\w)"
)
"""A manuscript by its number alone, and leaves with their sides: ``Biblioteca Civica, 43, 1r-16v``."""
_LIBRARY = pattern(r"(?:[^,;:()]{3,40}, )?(?:\w*[Bb]ibliothe[ek]|Bibliothèque|Biblioteca|Médiathèque)\b[^,;\d]*")
_IN_TOWN = pattern(r"(?:^|[;(] ?)[A-ZÀ-Þ][^,;:()\d]{2,40}, $")
_NUMBER_ONLY = pattern(r" ?, (?!(?:1[4-9]|20)\d\d(?!\d))\d{1,4}(?:[;)]|\.?$)")


def manuscript_behind(text: str, holder: Holder) -> bool:
    """Tell whether a number is all that stands behind a library and its town: ``Rimini, Biblioteca Civica, 57``."""
    if not _NUMBER_ONLY.match(text, holder.end) or not _LIBRARY.fullmatch(holder.written):
        return False
    if ", " in holder.written:
        return text[max(0, holder.start - 2) : holder.start].rstrip()[-1:] in {"", ";", "("}
    return _IN_TOWN.search(text, max(0, holder.start - 45), holder.start) is not None


_MUNIMENT = pattern(r",? (?!(?:1[5-9]|20)\d\d\b)\d{2,5}[A-Z]?(?=[,;.)]|$)")
"""The number of a muniment, which needs no letters."""


def of_written_book(draft: Draft) -> bool:
    """Tell whether leaves or pages are of a book written by hand, as its title or its word says.

    ``Vestry Minutes, vol. 7``; ``Letter Book 7``.
    """
    return bool(draft.folios and draft.levels) and (
        _WRITTEN.search(draft.levels[0].value) is not None or says_written_book(draft)
    )


def says_written_book(draft: Draft) -> bool:
    """Tell whether the word for a level is that of a book written by hand: ``Letter Book 7``."""
    return any(" " in token.text and _WRITTEN.search(token.text) for token in draft.tokens if token.kind == "label")


_BODY = worded(r"[A-ZÄÖÜ][a-zäöüß]{2,}archiv [A-ZÄÖÜ].*|.*\b(?i:{archives_of})\b.*")
_PRINTED_BY = worded(
    r"\b(?:{serials}|(?i:{guides})|Schriften|Beiträge|Studien|Cuadernos|Cadernos|Quaderni|Cahiers|Inventaires?|Report)\b"
)


def keeps_books(draft: Draft, holder: Holder) -> bool:
    """Tell whether *holder* is called as archives of a town or a parish are and no journal: Pfarrarchiv Neustadt.

    There pages behind a number are of what it keeps.
    """
    titles = (holder.written, *(level.value for level in draft.levels[:1]))
    return _BODY.fullmatch(holder.written) is not None and not any(map(_PRINTED_BY.search, titles))


def is_behind(text: str, draft: Draft, holder: Holder) -> bool:
    """Tell whether *draft*, read right behind the institution *holder*, is a shelfmark."""
    if draft.end <= holder.start:
        if school(text):
            return True
        return reference_before(text, holder.start)  # Smith Papers, Fairview University Library
    leaves = [t for t in draft.tokens if t.kind == "folio-label" and t.text[:1].lower() not in _PAGES]
    if may_be_a_person(holder.written) and not leaves and not _CODE_NEXT.match(text, holder.end):
        return False
    if manuscript_behind(text, holder):
        return True
    if code_behind(text, holder.end) and draft.start - holder.end < _FAR:
        return True  # Fairview City Archives: A981, 12
    place = _PLACE.match(text, holder.end)
    if not draft.levels or place is None or not holder.end < draft.start <= max(place.end(), holder.end + 1):
        return False
    first, *more = draft.levels
    if _ADDRESS.fullmatch(first.value) or SERIAL.fullmatch(first.value):
        return False
    if PRINTED.match(text, draft.end) or _YEAR_IN_BRACKETS.match(text, draft.end):
        return False
    if leaves and any(map(has_figure, (_YEARS.sub("", level.value) for level in draft.levels))):
        return True  # Archivo Municipal de Vigo, 557B, f. 750r
    if of_written_book(draft):
        return True  # Oxtown City Archive, Minute Book 7, p. 45
    labels = draft.labels() - _OVER
    if labels and draft.folios and keeps_books(draft, holder):
        return True  # Pfarrarchiv Neustadt, Bd. 3, S. 45
    if book_behind(text, holder.end) and _ENDED.match(text, draft.end):
        return True  # Pfarrarchiv Neustadt, Taufbuch III
    if any(t.kind == "folio-label" for t in draft.tokens) and not leaves and labels:
        return False  # Archivio storico lombardo, Serie III, vol. 12, pp. 34-56
    if more and labels <= {"volume", "document"} and _NUMBERED.fullmatch(more[-1 if labels else 0].value):
        return _ENDED.match(text, draft.end) is not None  # Archivio Vescovile, Atti, 41, no. 106; Ratsbücher, Bd. 4
    if more and _WITH_CODE.fullmatch(first.value) and has_figure(more[0].value):
        return True  # Oxtown University Archives. Doe Family fonds, F-58-2
    return names_collection(first.value) and first.name == "collection" and papers_behind(text, holder.end)
