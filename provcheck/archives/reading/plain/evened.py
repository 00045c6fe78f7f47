"""A line made plainer before it is read, each sign in its place, and what was read given its own signs back."""

from __future__ import annotations

import re

from provcheck.archives.lexicon.figures import lowered
from provcheck.archives.lexicon.vocabulary import archive_codes, prefixes, wording
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import Draft
from provcheck.archives.reading.institutions.clauses import may_tell
from provcheck.archives.reading.plain.scanned import unscanned
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level, Token


def evened(text: str) -> str:
    """Return *text* with capitals in its codes alone and its parts told apart, as long as before."""
    if _WIDE.search(text):
        text = text.translate(_NARROW)
    if "\n" in text:
        text = _WRAPPED.sub(" ", text)
    text = text.replace("\t", "\n")  # cells of a table: what stands in one ends with it
    if "{" in text:
        text = text.translate(_BRACES)
    if "[" in text:
        text = _SHORT_NAME.sub(r"(\1)", text)
    if " + " in text:
        text = _PLUS.sub(" & ", text)
    if "_" in text and len(text.split()) == 1 and len(_NUMBERED_WORDS.findall(text)) > 1:
        text = text.replace("_", " ")
    if "_" in text:
        text = _UNDERSCORE.sub(r"\1,", text)
    if not text.isascii():
        text = _dashed(lowered(text.replace("f°s ", "fos ")))
        if "所" in text or "소" in text:
            text = _KEPT.sub(lambda kept: ", ".ljust(len(kept[0])), text)
    if text.isupper():
        text = _small(text)
    if ": " in text:
        text = _COLON.sub(_point_for, text)
        text = _TOWN.sub(r"\1,", text, count=1)
    if any(map(text.__contains__, wording().stamps)):
        text = _STAMPED.sub(_stamp_in_words, text)
    text = text.replace("; mf ", ", mf ")  # Barr Papers, I.A.27; mf 2166:1102: the film of the same
    return _unfielded(_parted(_capitals(text)))


_UNDERSCORE = pattern(
    r"((?<![\w/.-])\d{3}-\d{1,2}[a-z]?(?:/\d{1,3})?(?: (?=[A-ZÄÖÜ])[^\n_,;]{1,60})?)_(?=(?:[A-Z]{1,3} ?)?\d)"
)
"""What Hamburg writes between a holding, its part or name, and the file: ``131-1 II_2345``, ``213-11_12345/67``."""
_STAMPED = worded(r"(?:(?<=\d)|(?<=\d[a-z]))[,;]? \(?(?P<stamp>{stamps})(?:[ -]Nr\.?)?[ -](?=\d{1,6}(?![\w/]))")
"""An archive's stamp on a leaf, behind the file: ``, BStU 000012``; at the beginning it is the archive."""


def _stamp_in_words(stamp: re.Match[str]) -> str:
    """Return a *stamp* in small letters: a word for leaves then, and no archive."""
    at, said = stamp.start("stamp") - stamp.start(), stamp["stamp"]
    return f"{stamp[0][:at]}{said.lower()}".ljust(len(stamp[0]))


_PLUS = pattern(r"(?<=\d) \+ (?=(?:[A-Z]{1,3}[ .]?)?\d)")
"""What joins the last of a list as ``and`` does: ``Box 12 + 13``."""
_KEPT = pattern(r"(?<=[館室所院部会庫])(?:所蔵|所藏)[、,]?(?=[「『])|(?<=[가-힣]) 소장,?(?= ?[『「])")
"""That an archive keeps it, behind its name: ``国立公文書館所蔵「``."""


def _dashed(text: str) -> str:
    """Return *text* with the dash of ranges for longer ones between figures, and hyphens in codes of three parts."""
    if any(map(text.__contains__, _LONG_DASHES)):
        text = _LONG_DASH.sub("–", text)
    return _HYPHENS_SET.sub(lambda code: code[0].replace("–", "-"), text) if "–" in text else text


_LONG_DASHES = "—‒―−－"
_LONG_DASH = pattern(rf"[{_LONG_DASHES}](?<=\d.)(?=\d)")
"""What printers set for the dash of a range."""
_HYPHENS_SET = pattern(r"(?<![\w/.–-])(?:[A-Z]{1,3}|\d)\w{0,6}[–-]\w{1,9}–\w{1,9}(?:[–-]\w{1,9}){0,3}(?![\w–])")
"""A code whose hyphens a printer has made dashes: ``300–120–27``, ``B242–1–1157``; a range has but one."""


def _point_for(colon: re.Match[str]) -> str:
    """Return a point for a *colon* behind the word for a number: ``Nr: 23``."""
    at = colon.start()
    word = colon.string[max(0, at - _LONGEST_SIGN) : at].rpartition(" ")[2].lstrip("([").lower()
    return "." if word in wording().numbered else ":"


_COLON = pattern(r":(?= \d+(?![\d-]))")
_LONGEST_SIGN = 9
_TOWN = pattern(
    r"^([A-ZÀ-Þ][\w'’-]{2,20}(?: [A-ZÀ-Þ][\w'’-]{2,20})?):"
    r"(?= (?:[A-ZÀ-Þ][\w'’-]{2,20} ){0,2}(?:Library|Bibliot[eh]\w+|Bibliothèque|Archiv\w*|Museum)\b[^:;]{0,60}\d)"
)
"""A town before its library, as catalogues of manuscripts have it: ``Cambridge: University Library, Add. 1234``."""
_WIDE = pattern(r"[０-９Ａ-Ｚ](?:[Ａ-Ｚ　．]|.?[０-９])")
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
"""Letters, figures and signs as wide as Chinese ones: ``ＦＯ　３７１``."""


_WRAPPED = pattern(
    r"\n(?:(?<=[,:–—-]\n)|(?=[^\W\d_A-ZÀ-ÞА-ЯЄІЇҐ])|(?<=[^\W\d_]\n)(?=\d)(?!\d+[.)]\s)|(?<=[^\W\d_]\.\n)(?=\d)(?!\d+[.)]\s))"
)
"""The end of a line within a reference; a new one begins with a capital, or with the number of a note."""
_NUMBERED_WORDS = pattern(r"_(?:[FФ]|[a-zа-яіїє]{1,7})\.?_(?=\d)")
"""Words and their numbers in the name of a file, which has no blanks: ``ЦДІАК_фонд_1040,_опис_1``."""
_BRACES = str.maketrans("{}", "()")
"""What a reference stands in where a typesetter's command has it."""
_SHORT_NAME = pattern(r"(?<=[^\W\d_]{2} )\[([A-ZÀ-ÞА-Я]{2,8})\](?=[,;:])")
"""The letters by which a name goes on to be called: ``Gouvernement général [GGI], 123``."""

_LONG_WORD = pattern(r"(?<![\w/.&-])(?![IVXLC]+\b)[^\W\d_]{4,}(?:['’-][^\W\d_]{3,})*(?![\w/&-])(?!\.?[ ]?[A-Z]{0,2}\d)")
_ABBREVIATED = pattern(
    r"(?<=[,.;] )(?<!\b[A-Z]{2}\. )(?<!\b[A-Z]{3}\. )(?![IVXLC]+\b)[^\W\d_]{2,5}(?=\.[ ](?:[A-Z]{0,2}\d|NR\.))"
)
"""A word for a level: the ``BL.`` of leaves, which is no British Library; but the code ``HR. SYS. 12/3``."""
_CATALOGUED = pattern(
    r"(?:[A-Z]{1,4}\s?:\s?)?(?:[A-Z]{1,3}\d{1,5}(?:/\d+)?,\s[A-Z]{2}|[A-Z][A-Z'’.\s-]{1,40}\sPAPERS,?\sMSS?\s?\d)"
    r"|.*?\w,(?:\d|[A-Z]{1,3}[.,])"
)
"""A series and the title of its item, ``A2938, REVIEW OF RELATIONS``, or papers, number and title; fields without
blanks between them."""
_WORDS = 2
"""How many words make a line one in capitals: fewer are codes."""
_LEAF = pattern(
    r"(?<=\d)(?:[A-Z](?=\.\d)|FF(?!\w)|-?[А-Я]{1,2}(?![\w/-]))|"
    r"(?<=\d\d\d )F(?=[ ]?\d{1,3}(?:[-–]\d+)?(?:[.:;,)]|$))|(?<=\d, )F(?=\.?[ ]\d{1,3}[A-Z]?(?:[-–]\d+)?(?:[.:;,)]|$))"
    r"|(?:(?<=, )|(?<=\d[RV][-–]))\d{1,4}[RV](?=[-–.,;)]|$)"
)
"""Leaves, with their word or with their side: ``ADD MS 61575 F 93``, ``7R``; a letter amid numbers: ``149A.2``."""
_SMALL_WORD = worded(r"(?<![\w/.&-])(?:{skip})(?= [^\W\d_]{3})", re.IGNORECASE)
_AND = worded(r"(?<=[\d,;] )(?!\w{1,2} ){ands}(?= \w)", re.IGNORECASE)
"""What joins two marks: ``9401/1A/552 AND 64``."""


def _small(text: str) -> str:
    """Return *text*, which has nothing but capitals, with small letters in its words and none in codes.

    ``THE NATIONAL ARCHIVES, FO 371/84123`` is read as ``The National Archives, FO 371/84123``.
    """
    words = [word for word in _LONG_WORD.findall(text) if not _is_code(word)]
    if _CATALOGUED.match(text):
        return text  # SANTA CRUZ,C.2
    small = _LEAF.sub(lambda leaf: leaf[0].lower(), _ABBREVIATED.sub(lambda word: _titled(word[0]), text))
    small = _AND.sub(lambda word: word[0].lower(), small)
    if len(words) < _WORDS and not any(map(may_tell, words)):
        return small  # SLOTFOM III/49
    small = _LONG_WORD.sub(lambda word: word[0] if _is_code(word[0]) else _titled(word[0]), small)
    small = _SMALL_WORD.sub(lambda word: word[0].lower(), small)
    small = small[0].upper() + small[1:]
    return small if len(small) == len(text) else text


def _titled(word: str) -> str:
    return word[0] + word[1:].lower()


def _is_code(word: str) -> bool:
    return word in archive_codes() or word in prefixes()


_SMALL = pattern(r"([a-z]{3,6})[,:]? (?:[a-z]{1,5} ?)?(?=\d)|([a-z]{2,5}) (?=\d{2,}/\d)")
"""How a line begins that has no capitals: ``tna, fo 371/84123``, ``fo 371/84123``."""
_TITLED = pattern(r"([^\W\d_]{4,7})[,.:]? (?=(?:[FfФф](?:ond|онд)?)[. ] ?\d)")
"""A code written like a word, before the fond: ``Цамо ф.33``."""


def _capitals(text: str) -> str:
    """Return *text* with capitals in the codes of an archive and a holding by which it begins without them."""
    if text.islower():
        code = _SMALL.match(text)
        known = code and (archive_codes().get(code[1].upper()) if code[1] else prefixes().get(code[2].upper()))
        return code[0].upper() + text[code.end() :] if code and known else text
    if text[1:2].islower() and (code := _TITLED.match(text)) and code[1].upper() in archive_codes():
        return code[1].upper() + text[code.end(1) :]
    return text


_HYPHENED = pattern(
    r"(?<![\w-])(?:(?<!ф\. )(?<!Ф\. )Р(?=-\d{1,2}[.,] №)|[FfФф]|[Oo]p|[Оо]п|[DdДд]|ll?|лл?|spr|спр)-(?=\d)"
)
_HYPHENED_LIST = pattern(r"(?<![\w-])(?:(?:[Oo]p|[Оо]п)-\d|[FfФф]-\d+,? (?:[Oo]p|[Оо]п)\b|Р-\d{1,2}[.,] №)")
_EASTERN = pattern(r"[ぁ-ん一-龥]")
_SERIES_TWICE = pattern(
    r"(?<=[,;:.] )[Ss]érie (?P<letter>[A-Z]{1,2})[,;:.]? ?[,;:.]? "
    r"(?:[Ss]ous-série (?P<sub>\d{1,3} ?(?P=letter)) ?[,;:.] )?(?=\d{0,3} ?(?P=letter)[/ ]?\d)"
)
_POINTED = pattern(r"(?<=-)([IVXLC]+|[a-z])\.-(?=\d)")
"""Points before hyphens in a mark of the National Archives of Hungary: ``HU-MNL-OL-P 120-II.-3``."""
_CODES_LISTED = pattern(r"・(?<=[\d*]・)(?=\*{0,2}[A-Z]\d{4})")
"""The Japanese comma between codes: ``A03023610400・A03023610500``."""
_JOINED = pattern(r"[ぁ-ん見见于於自在藏由据據及](?=[A-Z]{2})|(?<=[A-Za-z\d])[ぁ-ん参等](?!\w*[档檔])")


_STROKES = pattern(
    r"/(?<=[^\W_]/)(?<!-\d{4}/)(?=(?:Box(?:es)?|Folders?|Entry|Reels?|Rolls?|Files?|Vol(?:ume)?s?|Kart(?:on)?|Bd|Konv|Fasz|busta|leg)"
    r"\.? \d)"
)
"""The stroke before a word for a level and its number."""


def _parted(text: str) -> str:
    """Return *text* with its parts told apart, as long as before.

    Blanks stand for the hyphens between words for levels and their numbers, ``f-558, op-11, d-334``, for what joins a
    code to Chinese or Japanese words, ``見TNA``, and for a series named again, ``série C, 2 C 34``; a comma for the
    stroke before a word for a level, ``RG 59/Box 12``;
    letters for what a scan made of them, ``RGASPl, 0p. 11, d. 275, 1. 3``.
    """
    if ("p-" in text or "п-" in text or "Р-" in text or "Ф-" in text or "F-" in text) and _HYPHENED_LIST.search(text):
        text = _HYPHENED.sub(
            lambda joined: f"{joined[0][:-1]}." if joined[0][0] in "FФ" else f"{joined[0][:-1]} ", text
        )
    text = unscanned(text)
    if "/" in text and _STROKES.search(text):
        text = _STROKES.sub(",", text)
    if "MNL-" in text:
        text = _POINTED.sub(r"\1- ", text)
    if "érie " in text:
        text = _SERIES_TWICE.sub(lambda named: " " * len(named[0]), text)
    if "・" in text:
        text = _CODES_LISTED.sub(",", text)
    if not text.isascii() and _EASTERN.search(text):
        text = _JOINED.sub(" ", text)
    return text


_FIELDS = pattern(
    r"""(?:"(?P<a>[^"\d\n]{3,60})"|'(?P<b>[^'\d\n]{3,60})')(?P<sign>[,;] ?)["'](?P<mark>[^"'\n]{1,60})["']"""
)
"""Two fields of a table, an archive and its mark: ``"Archives nationales","F7 1234"``."""
_CELLS = pattern(
    r"(?P<archive>(?:^|\| ?)(?:[A-Z]\w{0,4}[A-Z]\w{0,6}|[^|\d\n]{0,40}(?:rchi[vwe]|rkiv|rqui|ibliot)[^|\d\n]{0,40})) \|"
    r"(?= (?:[^\W\d_]|\d{1,3} ?[A-Z]|\d\.\d\d\.\d)[^|\n]{0,40}\d)"
)
"""Two cells of a table: ``| BArch | R 58/1234 |``."""
_FIELD = pattern(
    r"""[\W_]{0,4}[A-Za-z][\w -]{0,24}["']?\s?[:=]\s?(?P<quote>["'])(?P<value>[^"\n]{4,})(?P=quote)[,;]?\Z"""
)
"""A field by its name, as data have it: ``"source": "RG 59, Box 3",``."""
_QUOTED = ('"', "'", '",', "',", '";', "';")
"""How a line ends that is such a field."""
_COMMAND = pattern(r"\\(?:(?:foot|end|side)note(?:text)?[({]|item(?![a-z]))|\A\| ?[A-Za-z][a-z_-]{2,20} ?= ?")
"""What a typesetter's note or list begins with, or a wiki's field: ``|source=``."""
_LINE_END = pattern(r"\\n(?=[^\W_a-z])(?<=[^\s\\]\\n)")
"""The end of a line within a field, as data write it, and no command."""
_TAG = pattern(r"(?<!\S)<sup>\d{1,4}</sup>|</?[A-Za-z][^<>\n]{0,120}>")


def _unfielded(text: str) -> str:
    """Return *text* with a comma between an archive and its mark in a table, blanks for tags, as long as before."""
    if '",' in text or "'," in text or '";' in text:
        text = _FIELDS.sub(lambda found: f" {found['a'] or found['b']}{found['sign']}  {found['mark']} ", text)
    if text.endswith(_QUOTED) and (field := _FIELD.match(text)):
        start, end = field.span("value")
        text = f"{text[: start - 1]} {text[start:end]} {text[end + 1 :]}"
    if "\\n" in text:
        text = _LINE_END.sub("\n ", text)
    if "\\" in text or text.startswith("|"):
        text = _COMMAND.sub(lambda command: " " * len(command[0]), text)
    if " | " in text:
        text = _CELLS.sub(lambda found: f"{found['archive']}, ", text)
    if "</" in text:
        text = _TAG.sub(lambda tag: " " * len(tag[0]), text)
    return text


def as_written(text: str, drafts: list[Draft]) -> None:
    """Give the tokens and values of *drafts* back the signs for which others stood while *text* was read."""
    capitals = text.isupper()
    written: dict[Level, Level] = {}
    for draft in drafts:
        if draft.holder is not None:
            draft.holder.written = text[draft.holder.start : draft.holder.end]
        read = [*draft.levels]
        for token in draft.tokens:
            said = text[token.start : token.end].translate(_NARROW)
            if token.kind == "value" and (capitals or token.text.lower() != said.lower()):
                _signs_back(draft, token, " ".join(said.split()))
        written |= zip(read, draft.levels, strict=True)
        draft.levels[:] = [written.get(level, level) for level in draft.levels]  # some are those of a mark before
        draft.tokens[:] = [token._replace(text=text[token.start : token.end]) for token in draft.tokens]


def _signs_back(draft: Draft, token: Token, written: str) -> None:
    """Let the value that *token* is part of have its dashes and capitals as they are *written*."""
    for at, (name, value) in enumerate(draft.levels):
        if name == token.level and (start := token.text.find(value)) >= 0 and len(written) == len(token.text):
            draft.levels[at] = Level(name, written[start : start + len(value)])
