"""Words for levels and codes of archives as a scan misread them, put right before the line is read."""

from __future__ import annotations

import re

from provcheck.archives.lexicon.figures import figured
from provcheck.archives.lexicon.vocabulary import archive_codes
from provcheck.model.lazy import pattern

_FIGURE = pattern(r"\d")
_LEAF_SCANNED = pattern(
    r"(\b(?:[DdBb]|[Kk]hr|[Cc]h|[Pp]ap|t)[.,] ?\d[\w/-]{0,9}(?: \([^()]{1,80}\))?, ?)"
    r"([1I](?=\. ?\d)|[1Il]{2}(?=\. ?\d))"
)
_LEAF_MISREAD = (",1.", ", 1.", ", I.", "11.", "Il.", "II.", "lI.", "I1.", "l1.", "1l.", "1I.")
"""What a scan makes of the word for a leaf, or for several."""
_OPIS_SCANNED = pattern(r"(?<=[,.;])( ?)0(?=[pп]\. ?\d)")
_THREE_SCANNED = pattern(
    r"(?<=[Оо]п\. )З(?=[.,])|(?<=[ДдЛл]\. )З(?=[,;)]|\.?$| об|[–—-]\d|\. Л\. ?[\dЗ])"  # but Л. З. Мехлис
)
_BACK_SCANNED = pattern(r"(\b[Лл]{1,2}\. ?[\d, –—-]{0,20}\d )06(?=[.,;)]|$)")
"""What a scan makes of figures, and of the word for the back of a leaf: ``Л. З об.``, ``Л. 3 06.``"""
_BACKS_SCANNED = pattern(r"\b(?:[Ll]{1,2}|LI)\. ?(?:\d{1,5}b?\.?[, –—-]{0,3}){1,9}")
_BACK_OF_LEAF = pattern(r"(?<=\d\d)0(?=b(?![^\W_]))")
"""Leaves in Latin letters, and the figure that a scan makes of the first of ``ob``: ``L. 2240b.`` for ``L. 224ob.``"""
_FILE_MISTYPED = pattern(r"\bСело(?=: (?:П-?\d{3}|\d{3,6}-?[а-я](?!\w)))")
"""The word for a file with the letter next to its first on the keyboard, before the number of a closed case."""
_CODE_SCANNED = pattern(r"(?<![\w/-])[A-Z]{2,}[l1](?![\w/-])")
_CODE_MISREAD = ("SPl", "SP1", "ANl", "AN1")
"""What a scan makes of the last letters of RGASPI and RGANI."""
_STROKE_SCANNED = pattern(r"(?<=\d)l(?=[IVX]{1,5}-\d)")
_STROKE_MISREAD = ("lI", "lV", "lX")
"""What a scan makes of the stroke in signatures of Warsaw: ``237lXXII-12`` for ``237/XXII-12``."""
_SCANNED_LEVELS = pattern(
    r"(?<![\w.])(?P<fond>[cс][pр]|[фФfF])(?P<apart>\. ?)(?P<number>[\w-]{1,8}[,.] ?)"
    r"(?P<opis>[oоOО][nл]|[оО]н|[oоOО]п|[oоOО]p)(?P<second>\. ?\w{1,6}[,.] ?)"
    r"(?P<delo>[gaqадДD]|d|ед\. ?хр|а\. ?е)(?=\. ?[\dlIОO])"
)
"""Words for fond, opis and file as a scan may read them: ``cp. 17, on. 3, g. 45`` for ``ф. 17, оп. 3, д. 45``."""
_MISREAD = (
    "cp.",
    "cр.",
    "сp.",
    "ср.",
    "On.",
    "Оn.",
    "on.",
    "оn.",
    "oл.",
    "ол.",
    "он.",
    "oп.",
    "оp.",
    " g.",
    " a.",
    " q.",
    " а.",
)
"""One of them at least is wrong; Latin and Cyrillic letters that look alike are mixed on purpose."""


def unscanned(text: str) -> str:
    """Return *text* with the letters and figures put right that a scan misread, as long as before.

    >>> unscanned("RGASPl, f. 558, 0p. 11, d. 275, 1. 3"), unscanned("cp. 17, on. 3, g. 45")
    ('RGASPI, f. 558, op. 11, d. 275, l. 3', 'ф.  17, оп. 3, д. 45')
    """
    if not _FIGURE.search(text):
        return text  # no mark, and no cost for prose
    if any(map(text.__contains__, _LEAF_MISREAD)):
        text = _LEAF_SCANNED.sub(lambda scanned: scanned[1] + "l" * len(scanned[2]), text)
    if ". З" in text:
        text = _THREE_SCANNED.sub("3", text)
    if "06" in text:
        text = _BACK_SCANNED.sub(r"\1об", text)
    if "0b" in text:
        text = _BACKS_SCANNED.sub(lambda leaves: _BACK_OF_LEAF.sub("o", leaves[0]), text)
    if "0p." in text or "0п." in text:
        text = _OPIS_SCANNED.sub(r"\1o", text)
    if "Село" in text:
        text = _FILE_MISTYPED.sub("Дело", text)
    if any(map(text.__contains__, _CODE_MISREAD)):
        text = _CODE_SCANNED.sub(_code_of, text)
    if "N AA:" in text:
        text = text.replace("N AA:", " NAA:")
    if any(map(text.__contains__, _STROKE_MISREAD)):
        text = _STROKE_SCANNED.sub("/", text)
    if any(map(text.__contains__, _MISREAD)):
        text = _SCANNED_LEVELS.sub(_levels_of, text)
    return figured(text)


def _code_of(scanned: re.Match[str]) -> str:
    """Return the code of an archive of which a scan made another word; other words as they are."""
    code = f"{scanned[0][:-1]}I"
    return code if archive_codes().get(code) else scanned[0]


def _levels_of(scanned: re.Match[str]) -> str:
    """Return the words for levels that were *scanned* wrong, in as many signs."""
    fond = scanned["fond"]
    first = "f" if fond in "fF" else "ф"
    said = f"{first}. {scanned['apart'][1:]}" if len(fond) == 2 else f"{fond}{scanned['apart']}"
    delo = scanned["delo"] if len(scanned["delo"]) > 1 or scanned["delo"] in "дdДD" else "д"
    opis = "op" if fond in "fF" else "оп"
    return f"{said}{scanned['number']}{opis.title() if scanned['opis'][0].isupper() else opis}{scanned['second']}{delo}"
