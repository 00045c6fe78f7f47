"""Whether a coded mark of an archive stands: by a word, by figures, or by a title that says what it is."""

from __future__ import annotations

from provcheck import tables
from provcheck.archives.lexicon.cuts import names_collection
from provcheck.archives.lexicon.kinds import kind
from provcheck.archives.lexicon.times import YEARS_ONLY
from provcheck.archives.lexicon.values import has_figure
from provcheck.archives.lexicon.vocabulary import is_place
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.archives.reading.institutions.behind import PRINTED
from provcheck.archives.reading.levels import levels_by_figures, required_levels
from provcheck.archives.reading.standing.signs import PARTS, of_leaves
from provcheck.model.lazy import pattern

_SERIAL = worded(
    r"(?!.{0,60}(?:Board|Council|Department|Dept\.?|Branch|Revenue)\b.{0,30} Proceedings)"  # a holding of India
    r"(?:.* )?{serials}(?: (?:of|de[nrs]|van) .*| \d.*)?"
    r"|(?:Collections|Proceedings)(?:,? \d{1,2}(?:st|[nr]?d|th)(?: [Ss]er\.?(?:ies)?)?)?"
    r"|(?:.* )?{reference_works} of .*"
)
"""A journal of a society that is called like its archive, a dictionary that it has published."""
_SIGN = pattern(r"\d|[A-Z]/[A-Z]")
_BY_NAME = frozenset({"file", "call-number", "item"})
_IN_BOOKS = PARTS | {"section"}
_OF_JOURNALS = PARTS | {"item", "issue"}
_IMPRINT = pattern(
    r"(?!(?:[Mm]ss?|[Cc]od(?:ex)?|[Hh]s|[Rr]k?ps?|[Mm]anuscri\w+|[Hh]andschrift"
    r"|[Gg]rec|Gr(?:a?ec)us|[Ll]atin|Latinus|[Ss]yriaque|[Aa]rabe|Slave?|Ottob(?:oni)?|Barberini)\b)"
    r"(?![A-Z]{2,3} \d)(?:(?:['’]s-)?[^\W\d_]{3,}|[a-zà-ÿ][^\d]*) (?:1[6-9]|20)\d\d"
)
"""A town and a year, as of a printed book; words of a sentence and a year, but no ``ms. 1881``."""
_FILE_NAME = pattern(r"(?i:.*\.(?:jpe?g|jp2|png|tiff?|pdf))")
_IN_TOWN = pattern(r", [^\W\d_][^,;:()\d]{1,30}, ")
"""The town behind an archive, before a year."""
_DATED = pattern(r" ?\((?:1[5-9]|20)\d\d\).*|https?:.*|\bd\.d\. .*")
"""The year of what is published, and its address: no figures of a shelfmark."""


def stands(text: str, draft: Draft, holder: Holder) -> bool:
    """Tell whether a coded mark of an archive stands: by a word, by figures, or by a title that says what it is."""
    convention, labels, named = draft.convention, draft.labels(), draft.names()
    if not draft.levels or convention is None:
        return False
    required = required_levels(convention)
    bare = labels <= PARTS and not _is_code(draft) if labels else not required <= named
    leafed = draft.folios and has_figure(draft.levels[0].value) and not draft.levels[0].value.isdigit()
    told = bool(labels or leafed) and text.startswith(", ", holder.end)  # AA, R 27654, Bl. 12
    if bare and len(holder.written) < 3 and not _of_papers(draft) and required.isdisjoint(named) and not told:
        return False  # BA 286 is a flight
    if {"series", "piece"} <= required and "series" not in named:
        return False
    if labels <= _IN_BOOKS and draft.own_holder and _SERIAL.fullmatch(draft.levels[0].value):
        return False
    first = draft.levels[0].value
    if not labels and _FILE_NAME.fullmatch(first):
        return False
    if not labels and YEARS_ONLY.fullmatch(first) and _IN_TOWN.fullmatch(text, holder.end, draft.tokens[0].start):
        return False  # Österreichisches Staatsarchiv, Wien, 2007, S. 161: who published a book
    if not labels and draft.end <= holder.start and _is_opus(draft):
        return False  # Trio Op. 100, Wienbibliothek
    if not labels and _is_elsewhere(text, draft):
        return False
    if labels <= _OF_JOURNALS and holder.written and _WORDS.search(first) and _in_a_title(text, holder):
        return False  # Fondos y colecciones del Archivo General de Indias, Anuario de Estudios Americanos 47
    if labels:
        if tables.conventions()[convention].tells_contents and draft.end < holder.start:
            return True  # vol. 3, tingsprotokoll 1681, VaLA
        return not (labels <= PARTS and PRINTED.match(text, draft.end) and not _CODE.match(first))
    leaves = draft.folios and not any(token.kind == "folio-label" for token in draft.tokens)  # ÖNB, 1564, 67r
    joined = text.startswith("-", holder.end) or _has_country(holder)  # HR-HDA-1561, SI AS 1931
    joined = joined or (_NAMED.match(text, draft.end) is not None and _numbers_first(convention))
    if len(draft.levels) == 1 and YEARS_ONLY.fullmatch(draft.levels[0].value) and not leaves and not joined:
        return False  # Österreichisches Staatsarchiv 1945–1955
    by_figures = levels_by_figures(convention)
    if named <= {"item"} and not required <= named and not has_figure(draft.levels[0].value):
        return False  # NAA: Attorney-General's Department
    if named & by_figures & _BY_NAME and not _IMPRINT.fullmatch(first):
        return True  # but Universiteit Leiden, Leiden 2003
    for name, value in draft.levels:
        if name in by_figures and _SIGN.search(_DATED.sub("", value)) and not _IMPRINT.fullmatch(value):
            return True
    return _titled(text, draft, holder, named)


_OPUS = pattern(r"(?<!\w)[Oo]p(?:\.|us) ?\d+[a-z]?(?:[/, ]+(?:[Nn][or]\. ?)?\d+)?(?!\w)")
"""The number of a composer's work."""


def _is_opus(draft: Draft) -> bool:
    """Tell whether a work of music has been read, and no other figures."""
    values = [level.value for level in draft.levels]
    return _OPUS.search(values[-1]) is not None and not any(has_figure(_OPUS.sub("", value)) for value in values)


_NAMED = pattern(r" [A-ZÀ-Ž][a-zà-ž]+ [^\W\d_]{2,}(?![^\W_])")
"""The name of a holding behind its number, which is no year then: ``Het Utrechts Archief 1566 Raad voor …``."""


def _numbers_first(convention: str) -> bool:
    """Tell whether holdings are known by numbers that their names stand behind, as in the Netherlands."""
    return any(kind(rule.kind).followed for rule in tables.conventions()[convention].levels)


_CODE = pattern(r"(?:RG|MG|MSS?|Add\.? MSS?) ?\w*\d|[A-Z]{1,5}[ /.-]?\d[\w./-]*(?: [A-Z\d]\w*)+$|[A-Z]{1,5} ?\d+/\d")
"""The code of a holding, which no book has before its volume: ``MG 26 N1, vol. 38, Suez 1956``."""
_WORD = pattern(r"[^\W\d_]{3}")
_WORDS = pattern(r"[^\W\d_]{4}.* [^\W\d_]{4}")
"""What the title of a journal has, and no code."""


def _is_code(draft: Draft) -> bool:
    """Tell whether a series and its number stand before what books have too: ``AN F7 1234, n° 5``."""
    return sum(name not in PARTS and not _WORD.search(value) for name, value in draft.levels) > 1


_SHORT = 8
_OF = pattern(r"[^\W\d_]{3,} (?:del?|de l[’']|de la|of(?: the)?|des|dell[’']|do|da) ?$")
"""What makes the name of an archive the end of a title: ``Fondos y colecciones del``."""


def _in_a_title(text: str, holder: Holder) -> bool:
    """Tell whether the name of *holder* is the end of a title."""
    return len(holder.written) > _SHORT and _OF.search(text, max(0, holder.start - 40), holder.start) is not None


_VOLUME = pattern(r" ?\((?:1[89]|20)\d\d\),? ?\d+(?: ?[–-] ?\d+(?![\d/])|(?=[.,;)]|$))")
_POSTCODE = pattern(r"(?<=\d{4}) ([^\W\d_]+)")


def _is_elsewhere(text: str, draft: Draft) -> bool:
    """Tell whether a journal is called like a short code, or what follows it is an address."""
    if len(draft.levels) > 1 or not draft.levels[0].value.isdigit():
        return False
    town = _POSTCODE.match(text, draft.end)
    if town and is_place(town[1]):
        return True  # MNL OL, 1014 Budapest
    return _VOLUME.match(text, draft.end) is not None  # AJ 12 (1999) 34-56


def _of_papers(draft: Draft) -> bool:
    """Tell whether the first level is a collection that says so: ``Lansing Papers, vol. 12, LC``."""
    first = draft.levels[0]
    return first.name == "collection" and names_collection(first.value)


_NATIONAL = pattern(r"[A-Z]{2}[ _][A-Z]{3,}")
"""The code of an archive with its country's, as ISDIAH has it."""
_COUNTRY_FIRST = pattern(r"[A-Z]{2}-[A-Z][A-Za-z]+")


def _has_country(holder: Holder) -> bool:
    """Tell whether the code of an archive begins with that of its country: no words do before a year."""
    known = tables.archives()
    countries = {known[name.archive].country for name in holder.names}
    return holder.written[2:3] in {" ", "_", "-"} and holder.written[:2] in countries


_COUNTED = pattern(r" [–—-] \d{1,4} [^\W\d_]{3,12} \($")
"""How much there is of a holding, as a guide tells it before its archive and letters."""
_UNSORTED = worded(r",? \(?{unsorted}\b")
_COLLECTED = worded(
    r"(?:\w*arkisto|[Ա-Ֆ][ֆՖ]|kokoelma|\w*arkiv|samling|files?|Materials?|Manuscripts|{papers}|{files})$"
    r"|^(?:RA|VS|[Rr]odinný archiv|[Vv]elkostatek) [A-ZČŘŠŽ]"
    r"|^(?:NSF|PSF|POF|WHCF|NSCF|AWF)$"
)
"""Titles that say themselves that they are holdings."""


def _says_fonds(text: str, draft: Draft) -> bool:
    """Tell whether the first title says that it is a fonds: ``John Smith fonds, Archives of Ontario``."""
    token = draft.tokens[0]
    return token.level == "fonds" and (token.text[-6:].lower() == " fonds" or text.startswith(" fonds", token.end))


def _titled(text: str, draft: Draft, holder: Holder, named: set[str]) -> bool:
    """Tell whether titles alone make a shelfmark."""
    first = draft.levels[0].value
    alone = len(draft.levels) == 1 and first.isupper()
    if text.startswith(f"/{first}", holder.end) and (alone or _COUNTRY_FIRST.fullmatch(holder.written)):
        return True  # PT/TT/AA; AT-OeStA/KA ZSt HKR HR
    if first.isupper() and text.startswith(f" {first}", holder.end) and _NATIONAL.fullmatch(holder.written):
        return True  # BR RJANRIO OG
    if text.startswith(")", draft.end) and _COUNTED.search(text, max(0, holder.start - 24), holder.start):
        return True  # Refugees - 12 boxes (AJHM, REF)
    if _UNSORTED.match(text, draft.end):
        return True  # Praha, NA, KSČ-ÚV-GH, nezpracováno
    if draft.folios and holder.names and not _IMPRINT.fullmatch(draft.levels[-1].value):
        return of_leaves(draft)
    if holder.written and (names_collection(first) or _says_fonds(text, draft)):
        return True
    titles = tables.conventions()[draft.convention].standing_titles if draft.convention else ""
    if "collection" in named and (titles == "collections" or not first[0].isascii()):
        return True
    return titles == "holdings" and any(_COLLECTED.search(level.value) for level in draft.levels)
