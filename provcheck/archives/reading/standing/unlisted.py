"""Whether a mark of an archive that no table has stands: by more than books have."""

from __future__ import annotations

from provcheck import tables
from provcheck.archives.lexicon.cuts import names_collection
from provcheck.archives.lexicon.values import has_figure
from provcheck.archives.lexicon.vocabulary import wording
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.archives.reading.holders.namesakes import ends_title
from provcheck.archives.reading.institutions.behind import (
    PRINTED,
    SERIAL,
    code_behind,
    code_next,
    manuscript_behind,
    reference_before,
)
from provcheck.archives.reading.institutions.papers import papers_behind
from provcheck.archives.reading.institutions.schools import school
from provcheck.archives.reading.institutions.short_names import SHORT, may_be_a_person
from provcheck.archives.reading.institutions.written_books import book_behind, keeps_books, of_written_book
from provcheck.archives.reading.standing import coded
from provcheck.archives.reading.standing.signs import CODED, LABELS, PARTS, of_charter, of_leaves, of_register
from provcheck.model.lazy import pattern


def stands(text: str, draft: Draft, holder: Holder) -> bool:
    """Tell whether a coded mark of an archive that no table has stands."""
    if ends_title(text, holder.end):
        return False
    labels, named = draft.labels(), draft.names()
    if draft.folios and (len(named) > 1 or labels & _SURE or of_register(draft)) and of_leaves(draft):
        return True  # AHMM, Protocolos, vol. 12, fol. 34; AHMM, caja 12, fol. 34; AHMM, livro 12, fol. 34
    if holder.convention:
        if _is_issue(draft) and not of_written_book(draft) and not keeps_books(draft, holder):
            return False
        return _is_behind(text, draft, holder) or not labels.isdisjoint(_SURE) or len(labels - PARTS) > 1
    said = len(labels) > 1 and labels & _SURE and len(holder.written) > 2 and holder.written.isupper()
    if not said and (len(named & CODED) < 2 or not (labels or draft.folios)):
        return False  # capitals right before a word for a level; NOVÁK, Jan, 1981; but ABCD, cx. 3, doc. 4
    return coded.stands(text, draft, holder)


_SURE = frozenset("record-group fonds box folder bundle inv-no reel file lot entry accession call-number".split())
"""Levels whose words make a shelfmark of a clause that names an unknown archive; books have volumes and parts too."""


def _is_issue(draft: Draft) -> bool:
    """Tell whether volume or number of a journal and its pages stand: ``Archiwum Kryminologii, t. 12, s. 34-45``."""
    words = [token.text.lower() for token in draft.tokens if token.kind in LABELS]
    return len(words) == 2 and words[0] in wording().issues and words[1] in tables.page_words()


_MANUSCRIPT = pattern(r"(?:[Mm]ss?|[Cc]od|[Cc]ód|Hs)\b\.? ?(?!\d{5})")
_FAR = 100
"""How far behind an institution its mark may begin: its short name and a place may stand between."""
_YEARS = pattern(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_PAGES = frozenset("ps")
_PLACE = pattern(rf"{SHORT}(?:[,:.] ?[^\W\d_][^,;:.()\d]{{1,30}})?[ ,:.(–]{{1,4}}")
_WITH_CODE = pattern(r"[A-ZÀ-Þ].* (?:[Ff]onds|[Cc]ollection|Papers)")
_NUMBERED = pattern(r"(?!(?:1[5-9]|20)\d\d$)\d{1,5}[A-Za-z]?")
_OVER = frozenset({"section", "fonds", "series", "collection"})
_ENDED = pattern(r"\.?(?:$|[;,)\]]|\.? (?:[A-ZÀ-Þ(]|and|y|e|et)\b)")
_ADDRESS = worded(
    r"(?:.* )?(?:{streets}|[Ss]treet|[Rr]oad|[Aa]venue|[Vv]ia|[Cc]alle|[Pp]laza|[Pp]iazza|[Rr]ue|[Rr]ua)\b.*"
)
_YEAR_IN_BRACKETS = pattern(r",? \((?:1[6-9]|20)\d\d\)")


def _is_behind(text: str, draft: Draft, holder: Holder) -> bool:
    """Tell whether *draft*, read right behind the institution *holder*, is a shelfmark."""
    if draft.end <= holder.start:
        if school(text):
            return True
        return reference_before(text, holder.start)  # Smith Papers, Fairview University Library
    leaves = [t for t in draft.tokens if t.kind == "folio-label" and t.text[:1].lower() not in _PAGES]
    if may_be_a_person(holder.written) and not leaves and not code_next(text, holder.end):
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
    of_fund = next((level for level in draft.levels if level.name not in _OVER), first)
    if of_fund.name == "call-number" and _MANUSCRIPT.match(of_fund.value):
        return True  # Bibliothèque de Quimper, ms. 12; Biblioteca Civica, Siena, Fondo Rossi, ms. 12
    if leaves and any(map(has_figure, (_YEARS.sub("", level.value) for level in draft.levels))):
        return True  # Archivo Municipal de Vigo, 557B, f. 750r
    if of_written_book(draft) or of_charter(draft):
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
    if more and _WITH_CODE.fullmatch(draft.tokens[0].text) and has_figure(more[0].value):
        return True  # Oxtown University Archives. Doe Family fonds, F-58-2
    return names_collection(first.value) and first.name == "collection" and papers_behind(text, holder.end)
