"""What nobody reads: signs within words, second blanks, words broken at the end of a line, letters and marks parted."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from html import unescape
from itertools import accumulate
from typing import TypeAlias

from provcheck.archives.lexicon.figures import RAISED, RAISED_FIGURES
from provcheck.archives.lexicon.vocabulary import wording
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.plain import dated as dated_lists
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import SourceLine, Token

HIDDEN = pattern(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0e\ufe0f\ufe20-\ufe2f\ufeff↑↩]"
    r"(?:(?<!\u00ad)|(?<!\d\u00ad)|(?!\d))"
)
"""Control characters, soft hyphen, zero-width space and joiners, direction marks and overrides, byte order mark; the
arrow by which a note leads back to its place.

Between figures a soft hyphen is a dash that went wrong. The signs come first in the pattern, so that the search leaps.
"""


_BLANK = r"[ \u00a0\u2002-\u200a\u202f]"
_BLANKS = pattern(rf"{_BLANK}(?:(?<=[ \u00a0][ \u00a0])|(?<=[^\W_].|[-.)\]”\"’»].)(?={_BLANK}{{0,2}},{_BLANK}))")
"""Blanks behind another, or between a word and a comma."""
_BROKEN = pattern(r"-\n(?<=[^\W\d_A-ZА-Я]-\n)(?=[^\W\d_A-ZА-Я])")
"""Where a word is broken at the end of a line: ``Mi-`` and ``crofilm``."""
_APART = pattern(
    r"[^\u0300-\u036f\u0653-\u0655\u3099\u309a][\u0300-\u036f\u0653-\u0655\u3099\u309a]+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
    r"|&(?:[A-Za-z]{2,8}\d?|#\d{2,5}|#x[\dA-Fa-f]{2,5});"
)
"""A letter with its marks behind it, a Korean syllable in its parts, as names of files have them; ``&nbsp;``."""

_TEX = pattern(
    r"\\[ ,;:&%$#_\[\]]|~(?:(?<=\.~)|(?<=[A-Za-zÀ-ɏЀ-ӿ]{2}~)(?<!\d[^\W\d_]~)(?<!\d[^\W\d_]{2}~)|(?<=\b[A-Z]~)(?=\d)"
    r"|(?<=\}~)|(?<=\d~)(?=(?:[A-Z]{2,3}|[IVX])(?![^\W_])))"
    r"|(?P<brace>\{)?\\(?P<accent>[\"'`^~=.]|[Hckuv](?=\{))(?:\{\\?(?P<a>[A-Za-z])\}|(?(brace)|(?<=[A-Za-z]\\.))(?P<b>[A-Za-z]))(?(brace)\})"
)
"""What LaTeX writes for one sign: ``Bd.~545`` and ``Bl.\\,3`` for a blank, ``N{\\"u}rnberg``; ``TR1~13`` is a run."""
_ACCENTS = dict(
    zip("\"'`^~=.Hckuv", "\u0308\u0301\u0300\u0302\u0303\u0304\u0307\u030b\u0327\u0328\u0306\u030c", strict=True)
)

_TAGS = pattern(r"</?(?i:i|em|b|strong|u|span|small|cite|font|hi|emph)(?: [^<>\n]{0,200})?>|<br ?/?>")
"""Signs of markup around or within words: ``<i>GARF</i>``."""
_FIELD_ENDS = (
    (pattern(r"(?<=[^\W_])</(?:country|region|settlement|institution)>"), ";"),
    (pattern(r"(?<=[^\W_])</(?:repository|collection|unittitle)>"), ","),
)
"""Where a field of TEI or EAD ends, and the sign that parts it from the next as people would write them."""
_TAG = pattern(r"</?[A-Za-z][^<>\n]{0,120}>")
_STARRED = pattern(
    r"(?<![\w*])(?:(?P<stars>\*{1,3})(?=[^\s*])([^*\n]{1,300}(?<=[^\s*]))(?P=stars)"
    r"|(?P<bars>_{1,3})(?=[^\s_])([^_\n]{1,300}(?<=[^\s_]))(?P=bars))(?![\w*])"
)
"""What Markdown sets in italics or in bold."""
_COMMAND = pattern(r"\\(?:text(?:it|bf|sc|rm|tt|up|sf|sl)|emph|mbox|underline)\{([^{}\n]{1,300})\}")
"""What LaTeX sets in italics, in bold or in small capitals."""
_LINKED = pattern(r"\[(?=[^\[\]\d\n]{0,80}\d)([^\[\]\n]{1,200})\]\(https?://[^\s()]{1,500}\)")
"""What Markdown links to a page, where it has a figure; the page may be a mark where it has none."""
_COPIED = pattern(r"\[[A-Z]{3,4}-?\d{6}(?:-\d{4})?[A-Z]?\] (?=[A-Z]|see also )")
"""The number of a commission's copy before the next reference: ``; [KUP-004280] RG10, volume 1346``."""
_SPELLED_OUT = pattern(r"(?<=[A-Z])(?<!\w\w)[\[{][a-zà-ÿ][a-zà-ÿ ]{0,20}[\]}](?: (?=[A-Z][\[{]))?")
"""What an editor fills initials up with: ``P[ublic] R[ecord] O[ffice]``."""

_ASKED = pattern(
    r"\[?[Ii]dentification of [Ii]tem\b(?:, date(?: \([^()]{2,20}\))?)?\]?[,;.]? (?:\[[Bb]ox\b[^\[\]]{0,40}\],? )?"
    r"(?![^;\n]{2,90}, \[)|^Item(?: description)?, folder title, box number, "
    r"|(?:(?<=[;,.] )|^)(?:[Bb]ox and )?(?:[Bb]ox|[Ff]older|[Rr]eel) (?:number|#)"
    r"(?: or [a-z]{3,8}(?: [a-z]{3,12})?)?[;,.] "
)
"""What a finding aid asks to be filled in where its collection is cited: ``Identification of item, date; ``."""

_FILMED = pattern(
    r"(?<=[a-z\d], )(?:[A-Z][a-z]+ ){0,2}[A-Z][a-z]+(?:, (?:[A-Z][a-z]{1,5}|[A-Z]\. ?[A-Z])\.)? (?:19|20)\d\d"
    r" \(Mi[ck]rofilm(?:[ -][Ee]dition)?\)[,:] (?:Do[ck](?:ument)?\.? )?(?=\d{3}[A-Za-z]?\.\d)"
)
"""Where and when a series came out on film, before a decimal file: ``Wilmington, Del. 1981 (Microfilm), Doc. ``."""

_BESIDE = (
    r"(?<=[^\W_] .|[)\]”\"’»] .)(?<!\b[^\W\d] .)(?= [^\W_])"
    r"(?:(?! \d)|(?<!\b\d .)(?<!\b\d\d .)(?<!\b\d{3} .)(?<!\b\d{4} .))"
)
"""What stands beside such a sign: words, and a number only behind a code."""
_STEP = pattern(f"[>›]{_BESIDE}")
"""What leads from one step of a path to the next: ``Kennedy Library > Office Files > Laos``."""
_PATHS = {f" {sign} ": pattern(f"{sign}{_BESIDE}") for sign in "/–—-"}
"""The same by signs that have other meanings too, in lines that have no commas and several of them."""
_NO_PATH = pattern(r"\. ?[–—]|//")
"""What lines have in which such signs part what points have parted already: ``Ф. 2240. – Оп. 2.``."""

_QUOTED = pattern(r"[“\"]([A-Z]{1,5}[-/.]?\d+(?:[-/.–]\d+){2,})[,.]?[”\"]")
"""A code in quotation marks, which has more numbers than the name of a paper: ``“S-0794-0021-04”``, but “NSC 68/2”."""
_UNSURE = pattern(r" (?<=[^\W\d_] )\(\?\)(?=[.,;:)]|$)")
"""Doubt behind a word: ``ЦА ФСБ (?).``; behind leaves it tells that they are open."""
_NOTE = pattern(
    r"(?:[⁰¹²³⁴-⁹](?:(?<=[\d).”\"»].)|(?<=\w.)(?=[.,;:]?$))[⁰¹²³⁴-⁹]{0,2}|\[(?<=[\da-zß-ÿа-я”\"»].)\d\d?\])(?=[\s.,;:)\]]|$)"
)
"""The sign of a note behind a word: ``105–106¹``, ``1938[12]``; but F⁷ is a series."""

_THOUSANDS = pattern(
    r"(?<= )(?:p\. |pp\. (?=\d\d?,\d{3}(?:[–-]|, | and )\d\d?,\d{3}(?!\d)))\d\d?,\d{3}"
    r"(?:(?:[–-]|, | and )\d\d?,\d{3})*(?![\d,]\d)"
)
"""Pages of long transcripts in English, which a comma parts in thousands: ``p. 12,345``, ``pp. 9,871–9,874``."""

_STAMP = worded(
    r"(?<=[\w.,][ (]){stamps}(?:-|,? )(?=(?:Bll?|S|pp?)\. ?\d|Blatt \d|Seiten? \d)|(?<=[lS]\. ){stamps} (?=\d)"
)
"""An archive's name in its stamp on a leaf, beside the word for that: ``BStU-Bl. 12``, ``Bl. BStU 000012``."""

_FROM = pattern(
    r"(?:(?<=[Лл]\. )|(?<=исты )|(?<=истах ))с (?=\d{1,4}[а-я]{0,2}\.? по \d)|(?<=[fp]\. )from (?=\d{1,4}[rv]? to \d)"
)
"""What a run of leaves begins with in a sentence: ``лл. с 5 по 7``, ``ff. from 5 to 7``."""
_TOLD_AGAIN = pattern(r"[–-](?<=\d.)([^\W\d_]?[a-zß-ÿа-я]{1,9}(?:\. ?| ))(?=\d)")
"""The word for a level, perhaps that before the number which a dash joins: ``Vol. 1–Vol. 3``, ``caja 2–caja 5``."""

Span: TypeAlias = tuple[int, int]

_STEPS = (
    RAISED,
    RAISED_FIGURES,
    _TAGS,
    _NOTE,
    _UNSURE,
    _STARRED,
    _COMMAND,
    _LINKED,
    _COPIED,
    _SPELLED_OUT,
    _BLANKS,
    _BROKEN,
)
"""What is passed over, one after the other: what is around the group that was found, or all of it."""
_MAY_HIDE = pattern(rf"</|<br|[\[{{*_^\u00a0¹²³⁰⁴-⁹]|  |{_BLANK},|-\n|\(\?")
"""What lines have in which one of these may find anything."""


def bared(text: str, *, plain: bool) -> tuple[str, list[Span]] | None:
    """Return *text* without what nobody sees, and where each letter of that stands in it; None, where all is seen.

    A *plain* text has no letters written as several, and no signs that are hidden but those that are not printable.
    """
    bare, places = _pathed(_fielded(text) if "</repository>" in text else text), None
    if not (plain and text.isprintable() and "&" not in text):
        bare, places = _joined(bare, _APART)
        bare, places = _passed(bare, places, [sign.span() for sign in HIDDEN.finditer(bare)])
    if ("\\" in bare or "~" in bare) and places is None:
        bare, places = _joined(bare, _TEX)
    if "film)" in bare or "film-" in bare or "film e" in bare:
        bare, places = _passed(bare, places, [film.span() for film in _FILMED.finditer(bare)])
    if "dentification of " in bare or " folder title, " in bare:
        asked = [item.span() for item in _ASKED.finditer(bare)]
        bare, places = _passed(bare.replace("; ", ", "), places, asked)
    if ("“" in bare or '"' in bare) and _QUOTED.search(bare):
        bare, places = _passed(bare, places, [span for found in _QUOTED.finditer(bare) for span in _around(found)])
    if "–" in bare or "-" in bare:
        bare, places = _passed(bare, places, _told_again(bare))
    if " с " in bare or " from " in bare:
        bare, places = _passed(bare, places, [word.span() for word in _FROM.finditer(bare)])
    if " p. " in bare or " pp. " in bare:
        commas = (at for pages in _THOUSANDS.finditer(bare) for at in range(*pages.span()) if bare[at : at + 1] == ",")
        bare, places = _passed(bare, places, [(at, at + 1) for at in commas if bare[at + 1] != " "])
    if any(map(bare.__contains__, wording().stamps)):
        bare, places = _passed(bare, places, [stamp.span() for stamp in _STAMP.finditer(bare)])
    if bare.count("(") > 1 and (dated := dated_lists.years(bare)):
        bare, places = _passed(bare, places, dated)
    if _MAY_HIDE.search(bare):
        for shape in _STEPS:
            bare, places = _passed(bare, places, [span for found in shape.finditer(bare) for span in _around(found)])
    return (bare, places) if bare and bare != text and places is not None else None


def _fielded(text: str) -> str:
    """Return *text* with signs for the ends of its fields and blanks for its other tags, as long as before."""
    for end, sign in _FIELD_ENDS:
        text = end.sub(lambda tag, sign=sign: sign + " " * (len(tag[0]) - 1), text)  # type: ignore[misc]
    return _TAG.sub(lambda tag: " " * len(tag[0]), text)


def _pathed(text: str) -> str:
    """Return *text* with commas for the signs between the steps of a path, as long as before."""
    if ", " not in text and not _NO_PATH.search(text):
        for sign, step in _PATHS.items():
            if text.count(sign) > 1:
                text = step.sub(",", text)
    return _STEP.sub(",", text) if " > " in text or " › " in text else text


def _around(found: re.Match[str]) -> list[Span]:
    """Return what is passed over of *found*: what is around the words that it marks, or all of it."""
    start, end = found.span(found.lastindex or 0)
    return [(found.start(), start), (end, found.end())] if found.lastindex else [(start, end)]


def _told_again(text: str) -> list[Span]:
    """Return where a word stands that the number before a dash has already: ``Vol. 1–Vol. 3`` is ``Vol. 1–3``."""
    spans = (found.span(1) for found in _TOLD_AGAIN.finditer(text))
    return [span for span in spans if _before_number(text, span[0] - 1).endswith(f" {text[slice(*span)]}")]


def _before_number(text: str, end: int) -> str:
    """Return what stands right before the number that ends at *end*, as far as a word for a level may reach."""
    return text[max(0, end - 20) : end].rstrip("0123456789")


def _passed(text: str, places: list[Span] | None, passed: list[Span]) -> tuple[str, list[Span] | None]:
    """Return *text* without what is *passed* over, and *places* without those of its letters."""
    if not passed:
        return text, places
    bare, kept = without(text, passed)
    return bare, [places[at] for at, _ in kept] if places else kept


def _joined(text: str, shape: re.Pattern[str]) -> tuple[str, list[Span] | None]:
    """Return *text* with one letter for what is written as several, in *shape*, and where each stands; others stay."""
    pieces: list[str] = []
    places: list[Span] = []
    at = 0
    for several in shape.finditer(text):
        one = (
            _typeset(several)
            if shape is _TEX
            else unescape(several[0])
            if several[0][0] == "&"
            else unicodedata.normalize("NFC", several[0])
        )
        if len(one) == 1:
            start, end = several.span()
            pieces += text[at:start], one
            places += [*zip(range(at, start), range(at + 1, start + 1), strict=True), (start, end)]
            at = end
    if not pieces:
        return text, None
    places += zip(range(at, len(text)), range(at + 1, len(text) + 1), strict=True)
    return "".join(pieces) + text[at:], places


def _typeset(several: re.Match[str]) -> str:
    """Return the sign that typesetters write as *several*: a blank, a letter with its accent, or what they escape."""
    if several["accent"]:
        return unicodedata.normalize("NFC", (several["a"] or several["b"]) + _ACCENTS[several["accent"]])
    return several[0][-1] if several[0][-1] in "&%$#_[]" else " "


def without(text: str, passed: list[Span]) -> tuple[str, list[Span]]:
    """Return *text* without what is *passed* over, in order, and where each letter of it stands."""
    starts, ends = [start for start, _ in passed], [*accumulate((end for _, end in passed), max)]
    kept = [range(*piece) for piece in zip([0, *ends], [*starts, len(text)], strict=True)]
    return "".join(text[piece.start : piece.stop] for piece in kept), [(at, at + 1) for piece in kept for at in piece]


def put_back(line: SourceLine, text: str, places: list[Span]) -> SourceLine:
    """Return *line*, read of the letters of *text* at *places*, with the places and the words of *text* itself."""

    def begin(at: int) -> int:
        return places[at][0] if at < len(places) else len(text)

    starts = [0, *(begin(segment.start) for segment in line.segments[1:]), len(text)]

    def moved(token: Token) -> Token:
        start = begin(token.start)
        end = places[token.end - 1][1] if token.end > token.start else start  # an archive that is known without words
        return token._replace(text=text[start:end], start=start, end=end)

    return replace(
        line,
        segments=tuple(
            replace(segment, text=text[start:end], start=start, tokens=tuple(map(moved, segment.tokens)))
            for segment, start, end in zip(line.segments, starts, starts[1:], strict=False)
        ),
    )
