"""Whether a mark that words for its levels made, or bare numbers, stands."""

from __future__ import annotations

import itertools

from provcheck import tables
from provcheck.archives.lexicon.folios import is_back
from provcheck.archives.lexicon.times import YEARS_ONLY
from provcheck.archives.lexicon.vocabulary import wording, words_of
from provcheck.archives.reading.draft import Draft, Holder, Line
from provcheck.archives.reading.labelled.unlisted import ABBREVIATION
from provcheck.archives.reading.levels import BRACKETS, LOW, MAIN, MIDDLE, TOP
from provcheck.archives.reading.standing.signs import of_leaves, squares
from provcheck.model.lazy import pattern

_LISTS, _CYRILLIC, _FOLIA = frozenset("лl"), frozenset("л"), frozenset("f")
"""How words for leaves begin: лист, list, folium."""
_SHORT_NAME = pattern(rf"[^a-zа-яґєії]+|{ABBREVIATION}")
_PLURAL = frozenset({"ll", "Ll", "LI", "лл", "Лл"})
"""The word for several leaves, which printed works have not; as scans have it too."""
_RUSSIAN_YEAR = pattern(r"\d\d (?:gg?|гг?|рр?)\.?,?[”\"»],? $")
"""The year with which the title of a document ends, before its leaf: ``Protokol …, 3 noyabrya 1956 g.,” L. 3``."""
_OF_FILES = frozenset({"tom", "delo"})
_OF_PRINT = pattern(r"(?:1[5-9]|20)\d\d")


def stands(line: Line, draft: Draft) -> bool:
    """Tell whether a mark that words for its levels made, or bare numbers, stands."""
    holder = draft.holder
    if holder and holder.names:
        sign = line.text[holder.end : holder.end + 1]
        titled = (sign == ":" or not draft.levels) and words_of(line.text[holder.end : holder.end + 24])
        if titled and titled[0].lower() in wording().guides:
            return False  # Центральный архив Нижегородской области: путеводитель. Ф. 1–100; РГАЭ. Путеводитель. С. 12
        if draft.names() == {"opis"} and draft.end <= holder.start:
            return False  # Sonata op. 5, RGALI: of a composer, as no opis is told alone
        if draft.tokens and not draft.folios and _OF_PHOTO.match(line.text, draft.tokens[0].start):
            return False
        return bool(draft.folios or draft.aside or draft.has_any(MAIN))
    main = [level.name for level in draft.levels if level.name in MAIN]
    if holder and draft.names() == {"opis"} and not draft.folios and len(draft.word_for("opis")) == 1:
        return False  # Museo civico, album 4, n. 31
    if holder and main == ["fond"] and draft.end <= holder.start and _is_western(holder):
        return draft.word_for("fond").rstrip(".") != "f"  # Wills, f. 12, Oxtown Record Office: a leaf
    if holder and (len(main) > 1 or not _SHORT_NAME.fullmatch(holder.written)):
        return bool(main)
    plainly = holder and main and (not holder.written.isascii() or _is_spelled_out(draft, main[0]))
    if plainly and of_leaves(draft, _LISTS):
        return True  # УФСБ. Д. 1071. Л. 181; but D. 960, L. 5 after a composer
    if squares(draft):
        return False
    names = set(main)
    if holder is None and not draft.has_any(TOP) and _OPUS.match(line.text, draft.start):
        return False
    if not names and not draft.levels:
        # Ll. 62–62 ob.: no printed work has backs; but fol. 12v tells a place in a manuscript of any library
        if any(is_back(run.last) for run in draft.folios) and not of_leaves(draft, _FOLIA):
            return True
        return (
            of_leaves(draft, _LISTS)
            and _RUSSIAN_YEAR.search(line.text, max(0, draft.start - 16), draft.start) is not None
        )
    if names == {"delo"} and draft.folios and any(t.kind == "folio-label" and t.text in _PLURAL for t in draft.tokens):
        return True  # D. 812, Ll. 14–16
    if draft.names() <= _OF_FILES and not line.announces_file and of_leaves(draft, _CYRILLIC):
        of_a_book = any(_OF_PRINT.match(run.first) for run in draft.folios)  # Т. 5. Л., 1987
        of_a_court = any(token.kind == "folio-label" and "д" in token.text for token in draft.tokens)  # т. 1, л.д. 12
        return not of_a_book and not of_a_court  # Т. 5. Л. 373; Д. 413. Л. 122
    if names & LOW and (line.announces_file or (len(main) == 1 and _CLOSED_CASE.fullmatch(draft.levels[-1].value))):
        return True
    if names <= TOP and names:
        word = next((token for token in draft.tokens if token.kind == "label"), None)
        if "-" in draft.levels[0].value and YEARS_ONLY.fullmatch(draft.levels[0].value):
            return False  # 27025 · Fonds · 1889-1950
        joined = word is None or line.text[word.start - 1 : word.start] == "-"  # Фонд № 6146; 17-fond may be anything
        return word is not None and not joined and len(word.text) >= 4 and word.text[:4].lower() not in {"best", "coll"}
    if not _tight(line.text, draft, _WORDS if len(main) < _WHOLE else _TITLE):
        return False
    if names & TOP:
        return bool(names & MIDDLE) or (bool(names & LOW) and main[0] in TOP)
    plain = {token.level for token in draft.tokens if token.kind == "label" and len(token.text) > 1}
    whole = draft.folios or names <= plain or _UNIT.match(line.text, draft.start)
    return bool(names & MIDDLE and names & LOW and whole)  # "оп. 11, спр. 22"


def _is_western(holder: Holder) -> bool:
    """Tell whether an institution that no table has is of a country whose marks have no fond, opis and file."""
    return holder.convention is not None and tables.conventions()[holder.convention].engine == "coded"


def _is_spelled_out(draft: Draft, level: str) -> bool:
    """Tell whether the word for *level* is written whole."""
    return any(t.kind == "label" and t.level == level and len(t.text.rstrip(".")) > 3 for t in draft.tokens)


_CLOSED_CASE = pattern(r"(?:П[УФ]?|Р)-?\d{4,6}")
"""The number of a criminal case that is closed, as the archives of the state security have them: ``П-17086``."""
_UNIT = pattern(r"оп(?:ись|\.) ?\d[\w-]*, д(?:ело|\.) ?\d")
"""An inventory and the file in it, as nothing but archives has them: ``оп. 2, д. 4543``, but ``оп. 91. Д. 1``."""
_OF_PHOTO = pattern(r"[ОO]\.\d{2,5}\.\d{1,4}(?!\w|\.\w)")
"""The number of a photograph that begins like the word for an opis: ``О.345.12``."""
_OPUS = pattern(r"[Oo]p\. ?\d+[a-z]?,? [Nn](?:o|r)\.? ?\d")
_WORD = pattern(r"[^\W\d_]{2,}")
_WORDS, _TITLE = 1, 8
"""How many words may part two levels, and how many where all three are told: ``Ф. 210. Разрядный приказ. Оп. 6. Д. 8``.
"""
_WHOLE = 3


def _tight(text: str, draft: Draft, most: int) -> bool:
    """Tell whether no more than *most* words part the levels of *draft*, besides those in brackets, and the year."""
    tokens = sorted(draft.tokens, key=lambda token: token.start)
    for before, after in itertools.pairwise(tokens):
        gap = BRACKETS.sub("", text[before.end : after.start])
        if len(_WORD.findall(gap)) > most:
            return False
    return True
