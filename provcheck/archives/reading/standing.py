"""Whether what was read is a shelfmark, and not words and numbers that look alike."""

from __future__ import annotations

import itertools

from provcheck import tables
from provcheck.archives.lexicon.cuts import names_collection
from provcheck.archives.lexicon.times import YEARS_ONLY
from provcheck.archives.lexicon.values import has_figure
from provcheck.archives.lexicon.vocabulary import is_place, wording, words_of
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.behind import PRINTED, is_behind, keeps_books, of_written_book, says_written_book
from provcheck.archives.reading.draft import Draft, Holder, Line
from provcheck.archives.reading.everyday import is_everyday
from provcheck.archives.reading.levels import BRACKETS, LOW, MAIN, MIDDLE, TOP, levels_by_figures, required_levels
from provcheck.archives.reading.short_names import may_be_a_person
from provcheck.archives.reading.unlisted import ABBREVIATION
from provcheck.model.lazy import pattern


def _is_whole(draft: Draft) -> bool:
    """Tell whether *draft* has every level that its convention requires."""
    return not draft.convention or all(draft.has(name) for name in required_levels(draft.convention))


_LABELS = frozenset({"label", "folio-label"})


def _is_one_title(read: list[Draft]) -> bool:
    return len(read) == 1 and not read[0].has_figures()


def may_stand_before(text: str, read: list[Draft]) -> bool:
    """Tell whether a mark before its archive may be meant: after it nothing was read by a word, nor a code whole."""
    for draft in read:
        if draft.has("call-number"):
            return False
        if (
            draft.holder
            and draft.tokens
            and text.startswith("/", draft.holder.end)
            and draft.tokens[0].start == draft.holder.end + 1
        ):
            return False  # SE/KrA/0023: a code joined to its archive
        for token in draft.tokens:
            if token.kind in _LABELS and not (token.level == "fonds" and _is_one_title(read)):
                return False
    if not read or not (convention := read[-1].convention) or tables.conventions()[convention].engine != "coded":
        return True
    return not required_levels(convention) or not _is_whole(read[-1])


_CODED = frozenset(
    "fonds inventory file item box inv-no signature series record-group entry folder lot reel collection".split()
)
"""Two of these make a reference without any archive."""
_SURE = frozenset(
    {"record-group", "fonds", "box", "folder", "bundle", "inv-no", "reel", "file", "lot", "entry", "accession"}
)
"""Levels whose words make a shelfmark of a clause that names an unknown archive; books have volumes and parts too."""
_FILED = frozenset({"fonds", "inventory", "file"})
_PARTS = frozenset({"volume", "part", "document"})
"""Books have them too, so that they alone make no shelfmark."""

_MANUSCRIPT = pattern(r"(?:MSS?|Mss?|mss?|Cod|Codex|Hs|Clm|Cgm)\b")
_CALL_NUMBER = pattern(
    r"(?:MSS?|Mss?|mss?|Cod|Codex|Hs|Clm|Cgm)\b|(?!\d{1,2}/\d{1,2}/(?:\d\d)?\d\d$)(?=.*\d)[^/]+/[A-Z\d].*"
)
"""What a call number begins with that a library no table has is known by."""


_PATENT = pattern(
    r"(?!BT|CO|DO|FO|HO|HW|KV|MH|MT|PC|RG|SP)[A-Z]{2} ?(?:(?:19|20)\d\d/\d{5,6}(?!\d)|[\d/ ]{5,14} ?[ABCU]\d?(?![\w/]))"
)
"""The publication of a patent, which letters of series begin too: ``WO 2020/123456 A1``; but WO 208/1234."""
_FLIGHT = pattern(r"[A-Z]{2} \d+")
"""Two capitals and a number are a flight of Lufthansa: the papers of Liddell Hart are LH 15/4/24."""


def stands(line: Line, draft: Draft) -> bool:
    """Tell whether *draft*, read in *line*, is a shelfmark."""
    holder = draft.holder
    if is_everyday(line.text, draft):
        return False
    if holder and holder.same:
        if _JOURNAL.match(line.text, draft.end):
            return False  # Ibid., no. 9 (1990): 151-152
        return bool(draft.folios) or any(level.name != "korobka" for level in draft.levels)
    if holder and holder.names and not holder.written and draft.convention:
        return _at_sight(line.text, draft)
    if draft.convention is None or tables.conventions()[draft.convention].engine == "labelled":
        return _labelled(line, draft)
    if draft.names() <= _PARTS and not draft.folios and not (_is_register(draft) or says_written_book(draft)):
        return False
    if holder is None:
        return _without_archive(draft)
    return _unlisted(line.text, draft, holder) if not holder.names else _coded(line.text, draft, holder)


def _at_sight(text: str, draft: Draft) -> bool:
    """Tell whether a code stands that is known without its archive, and looks like no flight or patent."""
    if draft.has("call-number") and _FLIGHT.fullmatch(draft.levels[-1].value):
        return False
    if draft.tokens and _PATENT.match(text, draft.start):
        return False
    return _is_whole(draft) or len(draft.labels()) > 1 or len(draft.levels) > 2


def _without_archive(draft: Draft) -> bool:
    """Tell whether a coded mark without any archive stands: two words for levels that printed works have not."""
    labels, named = draft.labels(), draft.names()
    if "record-group" in labels and "file" in named:
        return True  # RG 59, 861.00B/345
    if "item" in labels and all(t.end - t.start < 2 for t in draft.tokens if t.kind == "label"):
        return False  # Cass., n. 6027, in Foro it., c. 1234
    coded = (labels & _CODED) | (named & {"collection", "call-number"})
    if "bundle" in labels and any(t.level == "bundle" and t.text[2:].isalpha() for t in draft.tokens):
        coded |= {"bundle"}  # Kt. 20, Fasc. 27, f. 54; but D. W. 1969
    return len(coded) >= 2 and not _squares(draft)


def _unlisted(text: str, draft: Draft, holder: Holder) -> bool:
    """Tell whether a coded mark of an archive that no table has stands."""
    named = draft.names()
    if draft.folios and len(named) > 1 and _of_leaves(draft):
        return True  # AHMM, Protocolos, vol. 12, fol. 34
    if holder.convention:
        if _is_issue(draft) and not of_written_book(draft) and not keeps_books(draft, holder):
            return False
        person = not draft.labels() and may_be_a_person(holder.written)
        return is_behind(text, draft, holder) or (not person and _is_sure(text, draft))
    if len(named & _CODED) < 2 or not (draft.labels() or draft.folios):
        return False  # a capital abbreviation right before a word for a level; NOVÁK, Jan, 1981
    return _coded(text, draft, holder)


def _is_sure(text: str, draft: Draft) -> bool:
    """Tell whether what was read under an institution that no table has is more than books have."""
    labels, named = draft.labels(), draft.names()
    if not labels.isdisjoint(_SURE) or len(labels - _PARTS) > 1:
        return True
    if {"series", "piece"} <= named or (named >= {"series", "file"} and not labels) or named >= _FILED:
        return True  # Archives communales de Grenoble, CC 789
    shape = _MANUSCRIPT if text[draft.end : draft.end + 1] == " " else _CALL_NUMBER
    return any(level.name == "call-number" and shape.match(level.value) for level in draft.levels)


_IMPRINT = pattern(r"(?:(?:['’]s-)?[^\W\d_]{3,}|[a-zà-ÿ][^\d]*) (?:1[6-9]|20)\d\d")
"""A town and a year, as of a printed book; words of a sentence and a year."""
_JOURNAL = pattern(r" ?\((?:1[89]|20)\d\d\)(?::|, ?pp?\.)")
"""A year in brackets and pages, as after the volume of a journal."""
_SERIAL = worded(r"(?:.* )?{serials}(?: (?:of|de[nrs]|van) .*| \d.*)?|Collections")
"""A journal of a society that is called like its archive."""
_SIGN = pattern(r"\d|[A-Z]/[A-Z]")
_COLLECTED = worded(
    r"(?:\w*arkisto|kokoelma|\w*arkiv|samling|files?|Materials?|Manuscripts|{papers}|{files})$"
    r"|^(?:RA|VS|[Rr]odinný archiv|[Vv]elkostatek) [A-ZČŘŠŽ]"
)
"""Titles that say themselves that they are holdings."""
_BY_NAME = frozenset({"file", "call-number", "item"})


def _coded(text: str, draft: Draft, holder: Holder) -> bool:
    """Tell whether a coded mark of an archive stands: by a word, by figures, or by a title that says what it is."""
    convention, labels, named = draft.convention, draft.labels(), draft.names()
    if not draft.levels or convention is None:
        return False
    required = required_levels(convention)
    bare = labels <= _PARTS if labels else not required <= named
    told = bool(labels) and text.startswith(", ", holder.end)
    if bare and len(holder.written) < 3 and not _of_papers(draft) and required.isdisjoint(named) and not told:
        return False  # BA 286 is a flight
    if {"series", "piece"} <= required and "series" not in named:
        return False
    if labels <= _PARTS and draft.own_holder and _SERIAL.fullmatch(draft.levels[0].value):
        return False
    first = draft.levels[0].value
    if not labels and _is_elsewhere(text, draft):
        return False
    if named <= _BY_NAME and len(named) == 1 and _IMPRINT.fullmatch(first) and is_place(first[:-5]):
        return False  # Universiteit Leiden, Leiden 2003
    if labels <= _OF_JOURNALS and holder.written and _in_a_title(text, holder):
        return False  # Fondos y colecciones del Archivo General de Indias, Anuario de Estudios Americanos 47
    if labels:
        return not (labels <= _PARTS and PRINTED.match(text, draft.end))
    if _AUTHOR_DATE.match(text, holder.end):
        return False
    if _JOURNAL.match(text, draft.end) and not (draft.has("call-number") and not first.isdigit()):
        return False  # AJ 12 (1999), pp. 34-56; but BnF, Clairambault 580 (1721), p. 89
    if len(draft.levels) == 1 and YEARS_ONLY.fullmatch(draft.levels[0].value):
        return False  # Österreichisches Staatsarchiv 1945–1955
    by_figures = levels_by_figures(convention)
    if named <= {"item"} and not required <= named and not has_figure(draft.levels[0].value):
        return False  # NAA: Attorney-General's Department
    if _is_guide(draft):
        return False
    if named & by_figures & _BY_NAME:
        return True
    for name, value in draft.levels:
        if name in by_figures and _SIGN.search(_DATED.sub("", value)) and not _IMPRINT.fullmatch(value):
            return True
    return _titled(text, draft, holder, named)


_OF_JOURNALS = _PARTS | {"item", "issue"}
_AUTHOR_DATE = pattern(r" (?:1[89]|20)\d\d[a-z]?(?:, (?:pp?\.|[Ss]\.|\d)|[):;]|$)")
"""An archive as the author of what it published: ``The National Archives 2019, p. 12``."""
_DATED = pattern(r" ?\((?:1[5-9]|20)\d\d\).*|https?:.*|\bd\.d\. .*")
"""The year of what is published, and its address: no figures of a shelfmark."""
_SHORT = 8
_OF = pattern(r"[^\W\d_]{3,} (?:del?|de l[’']|de la|of(?: the)?|des|dell[’']|do|da) ?$")
"""What makes the name of an archive the end of a title: ``Fondos y colecciones del``."""


def _in_a_title(text: str, holder: Holder) -> bool:
    """Tell whether the name of *holder* is the end of a title."""
    return len(holder.written) > _SHORT and _OF.search(text, max(0, holder.start - 40), holder.start) is not None


_VOLUME = pattern(r" ?\((?:1[89]|20)\d\d\),? ?\d+ ?[–-] ?\d+(?![\d/])")
_POSTCODE = pattern(r"(?<=\d{4}) ([^\W\d_]+)")
_DECIMAL = pattern(r"\d{2,3}\.\d{1,3}")


def _is_elsewhere(text: str, draft: Draft) -> bool:
    """Tell whether a journal is called like a short code, or what follows it is the shelf of a book or an address."""
    *more, last = draft.levels
    if not more and last.value.isdigit() and (town := _POSTCODE.match(text, draft.end)) and is_place(town[1]):
        return True  # MNL OL, 1014 Budapest
    if not more and last.value.isdigit() and _VOLUME.match(text, draft.end):
        return True  # AJ 12 (1999) 34-56
    if not more and draft.holder is not None and draft.holder.id is None and _DECIMAL.fullmatch(last.value):
        return True  # RA 957.11
    return len(more) == 1 and last.value.isdigit() and _IMPRINT.fullmatch(more[0].value) is not None  # ACS Nano 2012, 6


def _of_papers(draft: Draft) -> bool:
    """Tell whether the first level is a collection that says so: ``Lansing Papers, vol. 12, LC``."""
    first = draft.levels[0]
    return first.name == "collection" and names_collection(first.value)


_NATIONAL = pattern(r"[A-Z]{2}[ _][A-Z]{3,}")
"""The code of an archive with its country's, as ISDIAH has it."""


def _titled(text: str, draft: Draft, holder: Holder, named: set[str]) -> bool:
    """Tell whether titles alone make a shelfmark."""
    first = draft.levels[0].value
    if first.isupper() and len(draft.levels) == 1 and text.startswith(f"/{first}", holder.end):
        return True  # PT/TT/AA
    if first.isupper() and text.startswith(f" {first}", holder.end) and _NATIONAL.fullmatch(holder.written):
        return True  # BR RJANRIO OG
    if draft.folios and holder.names and not _IMPRINT.fullmatch(draft.levels[-1].value):
        return _of_leaves(draft)
    if holder.written and names_collection(first):
        return True
    titles = tables.conventions()[draft.convention].standing_titles if draft.convention else ""
    if "collection" in named and (titles == "collections" or not first[0].isascii()):
        return True
    return titles == "holdings" and any(_COLLECTED.search(level.value) for level in draft.levels)


def _is_register(draft: Draft) -> bool:
    """Tell whether a volume of a known archive stands: ``APEP, Códice 56, doc. 78``."""
    known = draft.holder is not None and bool(draft.holder.names) and draft.holder.written.isupper()
    return known and any(t.kind == "label" and t.text.lower() in wording().registers for t in draft.tokens)


def _is_guide(draft: Draft) -> bool:
    """Tell whether a title, a year and pages are those of a printed book: ``Guide des sources, 1998, p. 12``."""
    titled = not has_figure(draft.levels[0].value) and YEARS_ONLY.fullmatch(draft.levels[-1].value)
    return bool(titled) and any(t.kind == "folio-label" and t.text[:1] == "p" for t in draft.tokens)


_LEAVES, _LISTS, _CYRILLIC = frozenset("fc"), frozenset("лl"), frozenset("л")
"""How words for leaves begin: folio, carte; лист, list."""


def _of_leaves(draft: Draft, letters: frozenset[str] = _LEAVES) -> bool:
    """Tell whether a word for leaves that begins with one of *letters* stands: ``Index, Protocolli, f. 123``.

    Books have none of these words, but pages.
    """
    return any(token.kind == "folio-label" and token.text[:1].lower() in letters for token in draft.tokens)


def _squares(draft: Draft) -> bool:
    """Tell whether letters with their figures are squares of a chessboard, or a number to base sixteen: d5 c4 e6."""
    values = {token.start for token in draft.tokens if token.kind != "label"}
    labels = [token for token in draft.tokens if token.kind in _LABELS]
    single = sum(token.end - token.start < 3 and token.text.isascii() for token in labels)
    return single > 1 and all(token.end in values for token in labels)


def _is_issue(draft: Draft) -> bool:
    """Tell whether volume or number of a journal and its pages stand: ``Archiwum Kryminologii, t. 12, s. 34-45``."""
    words = [token.text.lower() for token in draft.tokens if token.kind in _LABELS]
    return len(words) == 2 and words[0] in wording().issues and words[1] in tables.page_words()


def _is_spelled_out(draft: Draft, level: str) -> bool:
    """Tell whether the word for *level* is written whole."""
    return any(t.kind == "label" and t.level == level and len(t.text.rstrip(".")) > 3 for t in draft.tokens)


_SHORT_NAME = pattern(rf"[^a-zа-яґєії]+|{ABBREVIATION}")
_WORD = pattern(r"[^\W\d_]{2,}")
_WORDS = 1


_OF_FILES = frozenset({"tom", "delo"})
_OF_PRINT = pattern(r"(?:1[5-9]|20)\d\d")


def _labelled(line: Line, draft: Draft) -> bool:
    """Tell whether a mark that words for its levels made, or bare numbers, stands."""
    holder = draft.holder
    if holder and holder.names:
        titled = line.text[holder.end : holder.end + 1] == ":" and words_of(line.text[holder.end : holder.end + 24])
        if titled and titled[0].lower() in wording().guides:
            return False  # Центральный архив Нижегородской области: путеводитель. Ф. 1–100
        return bool(draft.folios or draft.aside or draft.has_any(MAIN))
    main = [level.name for level in draft.levels if level.name in MAIN]
    if holder and (len(main) > 1 or not _SHORT_NAME.fullmatch(holder.written)):
        return bool(main)
    plainly = holder and main and (not holder.written.isascii() or _is_spelled_out(draft, main[0]))
    if plainly and _of_leaves(draft, _LISTS):
        return True  # УФСБ. Д. 1071. Л. 181; but D. 960, L. 5 after a composer
    if _squares(draft):
        return False
    names = set(main)
    if holder is None and draft.tokens and _is_music(line.text, draft):
        return False
    if not names and not draft.levels:
        return any(run.last.endswith("v") for run in draft.folios)  # Ll. 62–62 ob.: no printed work has backs
    if draft.names() <= _OF_FILES and not line.announces_file and _of_leaves(draft, _CYRILLIC):
        of_a_book = any(_OF_PRINT.match(run.first) for run in draft.folios)  # Т. 5. Л., 1987
        return not of_a_book  # Т. 5. Л. 373; Д. 413. Л. 122
    if names & LOW and line.announces_file:
        return True
    if names <= TOP and names:
        word = next((token for token in draft.tokens if token.kind == "label"), None)
        joined = word is None or line.text[word.start - 1 : word.start] == "-"  # Фонд № 6146; 17-fond may be anything
        return word is not None and not joined and len(word.text) >= 4 and word.text[:4].lower() not in {"best", "coll"}
    if not _tight(line.text, draft):
        return False
    if names & TOP:
        return bool(names & MIDDLE) or (bool(names & LOW) and main[0] in TOP)
    plain = {token.level for token in draft.tokens if token.kind == "label" and len(token.text) > 1}
    return bool(names & MIDDLE and names & LOW and (draft.folios or names <= plain))  # "оп. 11, спр. 22"


_OPUS = pattern(r"[Oo]p\. ?\d+[a-z]?,? [Nn](?:o|r)\.? ?\d")


def _is_music(text: str, draft: Draft) -> bool:
    """Tell whether the opis is an opus: ``Op. 10, No. 3``; ``оп. 12 Бетховена, ф. 5``, above a fond and no file."""
    if not draft.has_any(TOP):
        return _OPUS.match(text, draft.start) is not None
    first, *more = draft.tokens
    fond = next((token for token in more if token.level == "fond"), None)
    if fond is None or first.level != "opis" or len(first.text.strip(".")) > 2 or draft.has_any(LOW):
        return False
    return _WORD.search(text[more[0].end : fond.start]) is not None


def _tight(text: str, draft: Draft) -> bool:
    """Tell whether no words stand between the parts of *draft* but those in brackets, and the year."""
    tokens = sorted(draft.tokens, key=lambda token: token.start)
    for before, after in itertools.pairwise(tokens):
        gap = BRACKETS.sub("", text[before.end : after.start])
        if len(_WORD.findall(gap)) > _WORDS or gap[:1] in {"%", "°", "@"} or (gap[:1] == "." and gap[1:2].isdigit()):
            return False
    return True
