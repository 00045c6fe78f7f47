"""What stands before a reference and behind it and is no part of it: the number of a note, ``See``; who cites it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from provcheck import tables
from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.times import DATE
from provcheck.archives.lexicon.wording import worded
from provcheck.model.lazy import pattern

_OPENED = pattern(r"(?:[,;.:։] ?|[ ,]?[(\[])(?:(?:as|last|and|also|original|all|the|\w{5,8} անգամ) ){0,2}$")
"""What stands before the word of a remark: it begins after a comma or in brackets."""
_FARTHEST = 24


_LEAD_IN = worded(
    r"[ \t]*(?:(?:[⁰¹²³⁴-⁹]{1,3}(?=[ \u00a0])|\[\d{1,4}\]"
    r"|\d{1,4}[.)](?! ?[a-zß-ÿа-я])(?! [^.;:\d]{3,60}\. (?:[^.;:\d]{3,60}\. )?Arkiv nr)"
    r"|[a-z]\)|№ ?\d{1,4}\.|(?:Doc|Dok|Document|Dokument|Fig|Figure|Abb|Image|Док|Документ)\.? (?:№ ?)?\d{1,4}[.:]"
    r"|[1-9]\d{0,2}(?= [*<”]?[^\W\d_a-zß-ÿа-я][^\W\d_])"
    r"(?! (?:[A-Z]{1,6}\d? ?\d|(?!(?:Arch|Bibl|Brit|Nat)\. )[^\W\d_]{1,9}\. ))"
    r"|[1-9]\d{0,2}(?= A\. ?[DMN]\.,? [^\W\d_])|pp?\. \d{1,4}:(?: [“\"‘][^“”\"’]{2,80}[”\"’]:)?(?= ))[ \u00a0\t]+)?"
    r"(?:[(“\"]?(?:For .{1,30} )?{leads}[.:,]? )?"
)
"""The number of a note, but not that of ``12. fonds``, ``12 AP 3``, ``4 Rep. 2``, ``2. Skat. Arkiv nr. 4-1``; words
that lead to a reference; the page and the words that an endnote is to: ``p. 293: “the situation looks”: ``.

French archives by their initials follow it too: ``12 A. D. Eure``.
"""


@cache
def _leading() -> frozenset[str]:
    """Return what these begin with, if not with a figure."""
    return frozenset(' \t[(“"№DFAIДabcdefghp⁰¹²³⁴⁵⁶⁷⁸⁹').union(word[0] for word in vocabulary.wording().leads)


def lead_in(text: str) -> int:
    """Return where the number of a note at the start of *text* ends, or a word that leads to a reference."""
    lead = _LEAD_IN.match(text) if text[:1] in _leading() or text[:1].isdecimal() else None
    return lead.end() if lead else 0


WRAPPED = {"[": "]", '"': '"', "“": "”", "„": "“", "«": "»"}
"""What a whole line may stand in: how it opens, and how it closes."""


_EDITION = worded(r"{editions}(?:[.;)]|$)")
_IN_A_BOX = pattern(r"\b[Bb]ox \w{1,8}, $")
"""A folder called like an edition, of which no volume is cited: ``Box 72, Foreign Relations of the United States``."""
_ON_ITS_LEAF = pattern(r"[^.;:()\d]{0,60} [—–-] (?:лл?|арк|ll?)\. ?\d")
"""A remark in the document, of which the leaf is told: ``л. 5; помета «срочно» — л. 6``."""
_NUMBERS = pattern(r"[^\W\d_]{0,2}-?\d+[-/]\d+[-/]\d[^,]*")


def unwrapped(text: str) -> str:
    """Return *text* without the brackets or quotation marks that it stands in as a whole: a point ends it."""
    end = len(text.rstrip(" .,;")) - 1
    inside = text[1:end]
    if end < 1 or text[end] != WRAPPED[text[0]] or text[0] in inside or text[end] in inside:
        return text
    if _NUMBERS.fullmatch(inside):
        return text  # «230-1-2640»: the quotation marks tell that this is a mark
    return f" {inside}.{text[end + 1 :].replace(',', ' ')}"


_LEADS_ON = worded(r"[;,.]( (?i:{compared}|{also})(?<=\w)\.?)(?= [^\W\d_])")
"""``see also`` and the like behind a sign and before a word."""


@cache
def _leading_on() -> frozenset[str]:
    """Return with which words they begin: most lines have none of them."""
    table = tables.wording()
    return frozenset(vocabulary.words_of(said)[0].lower() for said in (*table["compared"], *table["also"]))


def leading_on(text: str, words: set[str], found: list[Found]) -> list[tuple[int, int]]:
    """Return the words that lead to more of the last archive: the ``see also`` of ``box 3; see also box 4``.

    What follows is known by its word, or by the holding that it begins with as the first did.
    """
    if _leading_on().isdisjoint(map(str.lower, words)):
        return []
    led = [lead.span(1) for lead in _LEADS_ON.finditer(text)]
    if not led:
        return []
    named = [item for item in found if item.what == "archive"]
    last = named[-1].start if named else len(text)
    labels = {item.start for item in found if item.valued and item.start > last}
    code = _CODE.match(text, named[-1].end) if named else None
    return [
        (start, end)
        for start, end in led
        if end + 1 in labels or (code and start > code.end() and text.startswith(code[1], end + 1))
    ]


_CODE = pattern(r"[,:]? ([A-Z]{1,4}[ -]?\d+)")
"""The holding right behind its archive, by which the next one is known: ``R 43-II/12; vgl. auch R 43-II/14``."""


def stop(ends: Sequence[int], low: int, high: int) -> int:
    """Return where the first of *ends* from *low* on is, where credits and remarks begin; at most *high*."""
    following = bisect_left(ends, low)
    return min(high, ends[following]) if following < len(ends) else high


_DESCRIBED = pattern(
    r" [—–] (?<=[\d)A-Za-z]...)[“\"«(]?[^\W\d_a-zß-ÿа-я](?![^\n:]*: \d+/\d)"
    r"[^\d\n]*(?:(?<!\d)(?:1\d|20)\d\d(?!\d)[^\d\n]*)*$"
)


def described(text: str, found: list[Found]) -> list[int]:
    """Return where what the document is begins behind a dash, without figures: ``Contaduría 925 — Cuentas (1582)``."""
    if " — " not in text and " – " not in text:
        return []
    ends = (item.valued.end if item.valued else item.end for item in found if item.valued or item.what == "archive")
    last = max(ends, default=len(text))
    match = _DESCRIBED.search(text, last)
    if match is None or (match.start() == last and not _FIGURE.search(text, 0, last)):
        return []  # AGI – Contratación, 1459
    if text[last + 2 : last + 3].isupper() and DATE.fullmatch(text, last + 2, match.start()):
        return []  # Box 9, February 27, 1975 – Ford, Kissinger: a folder
    if _OPEN_QUOTATION.search(text, last, match.start()):
        return []  # folder “Korea – General”
    return [match.start()]


_OPEN_QUOTATION = pattern(r"[\s(][“\"‘'«„][^“”\"‘’'«»]{1,80}$")
_WITHIN = pattern(r" (?:in:?|dans|[wuvву]:) | [(\[](?=[*_“\"]?[^\W\d_])")
_VOLUME = r", (?:[Ss](?:er|érie)|[Vv]ols?|[Bb]d|[Tt]|[Nn](?:os?|r)|[Dd](?:ocs?|ok)|pp?|eds?|[Ss])\b\.? ?"
_TITLED = pattern(rf"[“\"*_]?(?:[A-Z]|\d{{4}} )[^;\n]{{4,120}}{_VOLUME}\d")
_NAMED = pattern(rf"[“\"*_]?[A-ZÀ-Ž][^;()\d]{{2,90}}{_VOLUME}[\dIVXA-F]|[“\"„«][^“”\"„«»()]{{2,200}}[”\"“»]\)")
_MARKED = pattern(r"(?<!\b(?:1[5-9]|20)\d)\d(?:ob|об|зв|[a-zA-Z])?[.),]{0,2}$")


def _editions(text: str) -> Iterator[int]:
    """Yield where the edition that prints a document is named: ``…, l. 5, in Papers, vol. 2``, ``… (DBFP, vol. 3)``.

    So too what the unit was called before: ``12. d. (régi jelzet: K 63)``.

    Before it must stand a figure that is no year's: ``Letter of 4 May 1950, in Lansing Papers, vol. 12``.
    """
    for word in _WITHIN.finditer(text):
        at, end = word.span()
        low = max(0, at - 8)
        if _tells_former(text, end):
            yield from (at,) if _FIGURE.search(text, low, at) else ()
        elif word[0] != " [" and _MARKED.search(text, low, at):
            titled = _NAMED if word[0] == " (" else _TITLED
            if ":" in word[0] or titled.match(text, end):
                yield at


def _tells_former(text: str, at: int) -> bool:
    """Tell whether the bracket that is open at *at* has what the unit was called before: ``(olim 12)``."""
    return text[at - 1] in "([" and _FORMER.match(text, at) is not None


_FORMER = worded(r"(?i:{former_marks})(?![^\W_])")
_FIGURE = pattern(r"\d")


def in_brackets(text: str, remarked: list[int], found: list[Found]) -> list[tuple[int, int]]:
    """Return former marks, and the remarks in brackets that name no archive and after which figures follow."""
    archives = [item.start for item in found if item.what == "archive"]
    spans = []
    for at in sorted(remarked):
        start = at + (text[at] in " ,")
        end = text.find(")" if text[start] == "(" else "]", start) + 1 if text[start] in "([" else 0
        goes_on = _FIGURE.search(text, end) and stop(archives, start, end) == end
        if end and (goes_on or _tells_former(text, start + 1) or _RENAMED.match(text, at)):
            spans.append((at, end))
    return spans


_LISTS_ON = worded(
    r", [^;\n]{3,90}(?=; ?(?:{ands} )?(?:(?:[РПRP]-?)?\d{1,5}/\d{1,4}/\d"
    r"|(?:[Фф]|[Оо]п|[Дд]|[Ff]|[Oo]p|[Dd])\. ?(?:[РПRP]-)?\d))"
)
"""Where the document was found cited, before the next mark: ``17/3/64, cited in Doe, p. 88; and 17/3/70``."""


def in_lists(text: str, remarked: list[int], found: list[Found]) -> list[tuple[int, int]]:
    """Return the remarks behind which a list goes on with numbers or the words of fonds, and that name no archive."""
    archives = [item.start for item in found if item.what == "archive"]
    told = (_LISTS_ON.match(text, at) for at in remarked)
    return [one.span() for one in told if one and stop(archives, *one.span()) == one.end()]


_RENAMED = pattern(r" ?\((?:hereafter|hereinafter)\b[^()]*\d[^()]*\)")
"""How a reference is given from now on, with its numbers: ``(hereafter CDF, RG 59, NA)``."""


_TOLD_OF = pattern(r"(?<=\d)\. (?:Folio|Page) \d{1,4}[rv]? (?:is|was|shows?|has|contains|bears|reads) ")
"""A sentence about one of the leaves of the mark before it: ``ff. 12-13. Folio 12 is shown here.``"""


def starts(text: str, told: list[Found], *, marked: bool) -> list[int]:
    """Return where remarks of *text* begin; *told* are the words of remarks in it, *marked* that it may have a mark."""
    found = []
    for item in told:
        low = max(0, item.start - _FARTHEST)
        opened = _OPENED.search(text, low, item.start)
        if (
            opened
            and not _ON_ITS_LEAF.match(text, item.start)
            and not (_EDITION.match(text, item.start) and _IN_A_BOX.search(text, low, item.start))
        ):
            found.append(opened.start())
    found += _editions(text) if marked else ()
    if ". Folio " in text or ". Page " in text:
        found += [told_of.start() for told_of in _TOLD_OF.finditer(text)]
    if "(here" in text:
        found += [renamed.start() for renamed in _RENAMED.finditer(text)]
    if text.rstrip(" .").endswith((")", "]")):
        at = max(text.rfind("("), text.rfind("["))
        if at >= 0 and text[at:].strip(" .()[]").lower() in vocabulary.wording().copy_words:
            found.append(at)
    return found
