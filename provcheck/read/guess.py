"""Bytes that are no UTF-8 → which encoding they are likely in.

Every encoding is tried, and that one taken in which the words look most like words: with the letters that are frequent
in the language, no signs inside, no capital after a small letter. In a wrong one the same bytes are other letters. The
encodings of the language that the records say they are in come first: a short text has few letters to tell by.
"""

from __future__ import annotations

import csv
import re
from itertools import pairwise
from operator import itemgetter

from provcheck.model.lazy import pattern
from provcheck.read.alphabets import CODECS, CYRILLIC, alphabet

NAMES = {
    "cp1251": "Windows-1251",
    "koi8-r": "KOI8-R",
    "cp866": "DOS code page 866",
    "iso8859-5": "ISO 8859-5",
    "mac-cyrillic": "Mac Cyrillic",
    "koi8-u": "KOI8-U",
    "cp1253": "Windows-1253 (Greek)",
    "iso8859-7": "ISO 8859-7 (Greek)",
    "cp1255": "Windows-1255 (Hebrew)",
    "cp1256": "Windows-1256 (Arabic)",
    "cp1252": "Windows-1252 or Latin-1",
    "cp1250": "Windows-1250 (Central Europe)",
    "iso8859-2": "ISO 8859-2 (Central Europe)",
    "cp1254": "Windows-1254 (Turkish)",
    "cp1257": "Windows-1257 (Baltic)",
    "cp1258": "Windows-1258 (Vietnamese)",
    "cp850": "DOS code page 850",
    "cp852": "DOS code page 852 (Central Europe)",
    "mac-roman": "Mac Roman",
    "cp932": "Shift-JIS",
    "euc-jp": "EUC-JP",
    "euc-kr": "EUC-KR",
    "big5": "Big5",
    "gb18030": "GB 18030",
}

FREQUENT = {
    **dict.fromkeys(CYRILLIC, frozenset("оеаинтсрвлкмдпу")),
    "koi8-u": frozenset("оеаинтсрвлкмдпуіїє"),
    **dict.fromkeys(("cp1253", "iso8859-7"), frozenset("αοιετσνηυρπκμλςάέίόήύώ")),
    "cp1255": frozenset("יוהלאמרתבנשדק"),
    "cp1256": frozenset("اليمنوترةبعدكقس"),
}
"""The most frequent letters: of Russian four of five letters in running text, and of Ukrainian not many less."""

LATIN = ("cp1252", "cp1250", "iso8859-2", "cp1254", "cp1257")
ALPHABETS = [
    alphabet(*languages.split())
    for languages in ("de fr it es", "pt", "da sv", "is", "cs sk", "pl", "hu", "ro", "hr", "tr", "lt", "lv")
]
"""Letters that stand in the words of one language, or of neighbours whose letters are often met together."""

_FOREIGN = alphabet("de", "fr", "es")
"""Letters of names that are met in texts of every language."""

SIGNS = frozenset("–—‘’‚“”„…«»‹›•№°§·\xa0€£†")
_LABELS = pattern(r"(?<!\w)(ф|оп|д|л|лл|спр|арк|пап|об|ед)\.")
_LABELLED = frozenset((*CYRILLIC, "koi8-u"))
SURE, _LIKELY, _COMMON, _NEARLY = 0.6, 0.3, 0.8, 0.7
_BEGIN = 1 << 16
"""So many bytes tell which encoding it is."""


def guess_encoding(data: bytes) -> tuple[str, str, str] | None:
    """Return (name, codec, a sample read in it) for bytes that are not UTF-8; None: UTF-8, but for some of them."""
    wrong = data.decode("utf-8", "replace").count("\ufffd")
    valid = sum(1 for char in data.decode("utf-8", "ignore") if char > "\x7f")
    if valid > 4 * wrong or _is_pieced(data):
        return None
    begin = data[:_BEGIN]
    codec = _codec(begin)
    return NAMES[codec], codec, _sample(begin, codec)


def _is_pieced(data: bytes) -> bool:
    """Tell whether *data* is pieced together: whole lines of UTF-8, and others.

    No one encoding reads both. A line of another encoding is valid UTF-8 by chance only where it is short.
    """
    whole = other = 0
    for line in data.splitlines():
        high = len(line) - len(line.translate(None, _HIGH))
        try:
            line.decode("utf-8")
            whole += high
        except UnicodeDecodeError:
            other += high
    return whole * 4 > other


_HIGH = bytes(range(128, 256))


def _codec(data: bytes) -> str:
    if told := in_languages(data, _languages(data)):
        return told
    labels, part, best = _foreign(data, tuple(FREQUENT))
    if labels or (part > SURE and _apart(data)):
        return best
    if eastern := _eastern(data, tuple(FIRST_BYTES)):
        return eastern
    if part > _LIKELY and _apart(data):
        return best
    return max(LATIN, key=lambda codec: max(_covered(data, codec, letters) for letters in ALPHABETS))


def _foreign(data: bytes, codecs: tuple[str, ...]) -> tuple[int, float, str]:
    """Return that of *codecs* which makes most sense of *data* in another script, behind its labels and share."""
    return max(((_labels(data, codec), share(data, codec), codec) for codec in codecs), key=itemgetter(0, 1))


_LANGUAGE = pattern(r'\blanguage"?[ \t]*:[ \t]*\[?[ \t]*"?([a-z]{2,3})(?![a-z])')
_LINE_ENDS = pattern(r"\r\n?|\n")


def _languages(data: bytes) -> list[str]:
    """Return the languages that the records in *data* say they are in: their tags are ASCII in every encoding."""
    text = data.decode("latin-1")
    if found := _LANGUAGE.findall(text):
        return list(dict.fromkeys(found))
    header, *lines = _LINE_ENDS.split(text)
    sign = max(",;\t", key=header.count)
    names = [name.strip(' "') for name in header.split(sign)]
    if "language" not in names:
        return []
    at = names.index("language")
    cells = (row[at] for row in csv.reader(lines, delimiter=sign) if len(row) > at)
    return list(dict.fromkeys(cell.strip().partition("-")[0] for cell in cells))


def in_languages(data: bytes, languages: list[str]) -> str | None:
    """Return the encoding of *languages*, by their tags, in which *data* reads as these, None where it does in none."""
    codecs = tuple(dict.fromkeys(codec for language in languages for codec in CODECS.get(language, ())))
    if foreign := tuple(codec for codec in codecs if codec in FREQUENT):
        labels, part, best = _foreign(data, foreign)
        if labels or (part > _LIKELY and _apart(data)):
            return best
    if eastern := _eastern(data, tuple(codec for codec in codecs if codec in FIRST_BYTES), told=True):
        return eastern
    letters = alphabet(*languages)
    latin = [codec for codec in codecs if codec not in FREQUENT and codec not in FIRST_BYTES]
    found = [(_covered(data, codec, letters, _FOREIGN), codec) for codec in latin]
    covered, best = max(found, key=itemgetter(0), default=(0, ""))
    return best if covered > _NEARLY else None


def _labels(data: bytes, codec: str) -> int:
    """Return how many labels of shelfmarks *codec* makes of *data*: a list of shelfmarks has few small letters else.

    One label is none: in a wrong codec another letter may become one.
    """
    labels = len(set(_LABELS.findall(data.decode(codec, "replace").lower()))) if codec in _LABELLED else 0
    return labels if labels > 1 else 0


def _apart(data: bytes) -> bool:
    """Tell whether most bytes above 127 make words of another script, and are no accents in Latin words."""
    whole = sum(map(len, re.findall(rb"(?<![\x80-\xffA-Za-z])[\x80-\xff]{2,}(?![\x80-\xffA-Za-z])", data)))
    return whole * 2 > sum(map(len, re.findall(rb"[\x80-\xff]+", data)))


def share(data: bytes, codec: str) -> float:
    """Return the share of frequent letters in what *codec* makes of bytes above 127, less what cannot be in words."""
    right = wrong = total = 0
    for run in re.findall(rb"[\x80-\xff]+", data):
        text = run.decode(codec, "replace")
        total += len(text)
        right += sum(letter in FREQUENT[codec] for letter in text.lower())
        wrong += sum(not (char.isalpha() or char in SIGNS) for char in text)
        wrong += sum(one.islower() and other.isupper() for one, other in pairwise(text))
    return (right - wrong) / (total or 1)


def _covered(data: bytes, codec: str, letters: frozenset[str], others: frozenset[str] = frozenset()) -> float:
    """Return how many of the letters with accents that *codec* makes of *data* are among *letters*.

    Those among *others*, as of foreign names, count half; capitals after small letters and signs inside words do not.
    """
    text = f" {data.decode(codec, 'replace')} ".replace("İ", "I")
    count, good = 0, 0.0
    for at, char in enumerate(text):
        if char < "\x80":
            continue
        if char in SIGNS:
            count += char not in _APOSTROPHES and text[at - 1].isalpha() and text[at + 1].islower()
            continue
        count += 1
        if not (char.isupper() and text[at - 1].islower()):
            good += char.lower() in letters or (char.lower() in others) / 2
    return good / count if count else 1


_APOSTROPHES = frozenset("’‘·\xa0")

_WORDS = pattern(r"[^\x00-\x7f]{2,}")


def _eastern(data: bytes, codecs: tuple[str, ...], *, told: bool = False) -> str | None:
    """Return that of *codecs* in which nearly all of *data* are common characters of Chinese, Japanese or Korean.

    *told*: the language is known, and little text need not show by kana that it is Japanese.
    """
    for codec in codecs:
        text = data.decode(codec, "replace")
        signs = [char for char in text if char > "\x7f"]
        words = sum(map(len, _WORDS.findall(text)))
        if text.count("\ufffd") * 20 > len(signs) or words * 2 < len(signs):
            continue  # in Windows-1250 an accent and the letter after it may be a character of these
        kana = sum("\u3040" <= char <= "\u30ff" for char in signs)
        pairs = [char.encode(codec, "replace") for char in signs if not "\u3000" <= char <= "\u30ff"]
        low = any(len(pair) == 2 and pair[1] < 0xA1 for pair in pairs)  # which EUC has not
        if (codec == "euc-jp" and not told and kana * 10 < len(signs)) or (codec == "big5" and not low):
            continue
        first, last = FIRST_BYTES[codec]
        common = kana + len(signs) - kana - len(pairs)
        common += sum(first <= pair[0] <= last and (codec in ("cp932", "big5") or pair[-1] >= 0xA1) for pair in pairs)
        if common > _COMMON * len(signs):
            return codec
    return None


FIRST_BYTES = {
    "euc-jp": (0xB0, 0xCF),
    "cp932": (0x88, 0x98),
    "big5": (0xA4, 0xC6),
    "euc-kr": (0xB0, 0xC8),
    "gb18030": (0xB0, 0xD7),
}
"""With which first bytes the common characters stand in their encoding."""


def _sample(data: bytes, codec: str) -> str:
    """Return the first word with a letter outside ASCII as *codec* has it."""
    text = data.decode(codec, "replace")
    word = re.search(r"[A-Za-z]{0,20}[^\W\d_a-zA-Z][^\W\d_]{0,20}", text)
    return word.group() if word else text[:20].strip()
