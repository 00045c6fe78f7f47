"""Leaves and pages: ``105-106``, ``3ob-5``, ``1—1 об.``, ``99r–103v, 110``, ``104-7``."""

from __future__ import annotations

import re
from typing import NamedTuple

from provcheck.archives.lexicon.figures import figured, lowered
from provcheck.archives.lexicon.vocabulary import wording
from provcheck.archives.lexicon.wording import worded
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Folios

LAST_LEAF = 999
"""Hardly a file of the former Union has more leaves."""
DASHES = "-‐‑‒–—―−~"
_SPACE = r"[ \t\u00a0\u2007\u202f]*"


class Reading(NamedTuple):
    """Folios read at a place, and where the reading ended."""

    folios: tuple[Folios, ...]
    end: int


_FRAME = r"(?-i:[DEHKL] ?(?=(?:\d{5,6}|\d{3} \d{3}(?! \d))(?![\w/])))"
"""The letter of a frame in the films of the Auswärtiges Amt: ``Bl. E 123456-58``."""

_PARTED = r"(?-i:(?:(?<=[DEHKL] )|(?<=\d{3} \d{3}[–-])|(?<=\d{3} \d{3}, ))\d{3} \d{3}(?!\w| \d))"
"""The number of a frame with a blank between its thousands: ``Bl. E 123 456``."""

_GATHERED = r"(?-i:[A-Z] ?(?=\d{1,3}(?: ?[rv])?(?:[,;)\u2013-]|\.?$)))"
"""The letter of a gathering, or of the part of a book whose leaves it counts: ``fol. B7v``, ``fol. K 12``."""


_SMALL_LETTERS = "a-zß-ÿа-яёіїєґў"
_PROSE = rf"(?! (?!(?:{{ands}}|to|through|bis|do|до|по)\b)(?-i:[{_SMALL_LETTERS}]{{2,}}))"
"""But no words of a sentence: ``Л. 96. Об этом``, ``f. 3. V roce``, ``л. 3, об этом``."""
_BACK = rf"{{verso}}(?![^\W_]){_PROSE}"
_APART = rf"{_SPACE}+(?:(?P<parted>[.,/]|[{DASHES}](?= ?(?:гръб|grab))|(?P<bracket>[(\[])))?{_SPACE}+"
_CAPITAL = "[A-ZА-ЯЁ]"
_NAMED = (
    rf"(?!{_SPACE}(?:[,(]{_SPACE}(?-i:{_CAPITAL}\. ?{_CAPITAL})|(?-i:{_CAPITAL}\. ?{_CAPITAL}\.)"
    rf"|\.{_SPACE}(?-i:[VRВ]\.? [A-ZА-ЯЁ][{_SMALL_LETTERS}])))"
)
"""But no initials: ``l. 5, R. Smith``, ``l. 5. V. Smith``."""
_SAID_BACK = r"(?<=[(\[])(?:back|overleaf)(?=[)\]])"
"""A word for the back that is one only in brackets: ``sh. 71, 74 (back)``; but ``p. 3, back cover``."""
_SIDE = (
    r"(?:(?P<column>[rv][a-d])(?![^\W_])"  # 3va: the first column of the back
    r"|(?P<prime>(?<=\d)(?:′|['’](?=[-–]\d|[,;.)]|$)))"  # 56'-57, 33'
    rf"|(?!(?-i:/V-\d)){_NAMED}{_APART}(?:(?P<verso>{{verso}}|{_SAID_BACK})|(?P<recto>{{recto}}|(?-i:V[Ss]))(?! \d))"
    rf"(?:\.?[°º])?(?![^\W_]|-[^\W\d_]{{2}})(?(parted){_PROSE})\.?"  # Bl. 12, VS-Bd. 7: a classified volume
    r"(?(bracket)[)\]]?)(?(open)\]?))?"
)
_ENDS = rf"\.?(?:[,;)\]]|$)|[{DASHES}]\d|[ \u00a0.,(\[/]{{0,3}}{_BACK}"
_AGAIN = r"(?:bis|ter)(?=\.?(?:[,;:)\]–-]|$| ?[rv](?!\w)| \())"
"""A leaf that stands a second time: ``12 bis``; but ``12 bis 14`` is a run, *ter* a Dutch word."""
_SPACED = rf"(?:[ \u00a0-](?=(?-i:[а-гa-d])(?:{_ENDS})|{_AGAIN}))?"  # 17 а, 17-а об.
_ANTRA_PUSE = r"(?-i:a\. ?p)(?![^\W_]|\.? ?\d)"
"""The back of a leaf in Lithuanian, joined to its number: ``12a. p.``"""
_LETTER = rf"{_AGAIN}|(?!{_BACK})[а-яa-z](?={_BACK})|(?!f\.|{_ANTRA_PUSE})[а-яa-z]p?(?![^\W_.]|\.[^\s)\]»”])"
_WITHIN = rf"{_SPACE}(?:{{verso}}|{{recto}})\.?\]"  # [3 об.]–4
_ITEM = worded(
    rf"(?:№{_SPACE})?(?P<open>\[(?=\d+[а-яa-z]?(?:\]|{_WITHIN})))?(?P<number>(?:[A-Z]-|{_FRAME}|{_GATHERED})?(?:{_PARTED}|\d+(?:/\d+(?![\d/]))?))"
    rf"(?:(?P<apart>[ \u00a0]?\((?=(?-i:[а-гa-d])\)))|{_SPACED})(?P<letter>{_LETTER})?(?(apart)\))"
    rf"(?(open)(?:\]|(?={_WITHIN}))){_SIDE}(?:[ ]?ա(?![^\W_]))?°?",  # an editor's number: [12] об.; a front: 4ա
    re.IGNORECASE,
)
"""A number, perhaps lettered (17a, 17aob), and its side. The lettered leaf must not eat the first letter of a word."""
_QUOTE = pattern(r"(?<!\w)(?P<opens>['‘])(?=\w)|['’](?!\w)")
_QUOTED = 300
"""So far back a quotation may have begun that ends behind a leaf."""
_DASH = pattern(
    rf"(?:\.(?=[–-]))?{_SPACE}(?P<dash>[{DASHES}]+|\.\.\.|…|through\b|to\b|до\b|по(?= \d)|bis (?=(?:Bl\. )?\d)){_SPACE}"
    r"(?:(?:ff?|pp?|fols?|Bl|л|арк)\. ?(?=\d))?"  # f. 127-f. 130
)
_BETWEEN = worded(
    rf"(?:\.(?=, ?\d+[rv]?(?:\.|$)| {{ands}} \d+[rv]?\.))?"  # f. 29., 31. és 70.
    rf"{_SPACE}(?:[,;&+]|\b{{ands}}\b|(?<=\d)и|\bu\.){_SPACE}(?:and|и|і|&)?{_SPACE}(?=\[?\d)"
)
_GLOSS = pattern(
    r" \((?:[^()\d]{2,40}|(?:1[5-9]|20)\d\d(?: ?гг?\.?)?)\)"
    r"(?=, \d{1,4}[a-zа-я]?(?:[–—-]\d+)?(?: ?[a-zа-я]{1,2}\.)?(?:[,;.)]| \(|$))"
)
"""What is said of a leaf in a list: ``6 (подлинник), 9–10 (копия)``."""
_WITH_BACK = worded(rf"{_SPACE}(?:,|{{ands}}|\(?[сз]о?|[{DASHES}+&]) {{0,2}}{_BACK}\.?\)?")
_BACK_ALONE = worded(r"\.?[ \u00a0](?:{verso}|apgr|op(?=\.?(?:[,;)]|$)))(?![^\W_])\.?", re.IGNORECASE)
_BACK_OF = worded(r"(?:the )?{verso}(?: (?:of|de|du|del|di|von|van|do|z|от|к|f|fol)\.?)? (\d+)(?![\w/])", re.IGNORECASE)
_PLAIN = pattern(rf"(\d+)(?:[{DASHES}](\d+))?(?=\.?$|[)\]])")
"""Leaves with which the reference ends: most are no more than one number, or two."""
_BRACKETED = pattern(r"\[(?!(?:1[4-9]|20)\d\d|\d+[^\W\d_rv]?(?: [^\W\d_]{1,4}\.?)?\])\d{1,4}[^\[\]]{0,40}\](?! ?[–-])")
"""Leaves without a number on them, which who cites them counted: ``[12–13]``; no years."""
_SIDE_RANGE = worded(
    rf"{_SPACE}(?:r[°º]?{_SPACE}[{DASHES}]?{_SPACE}v[°º]?|[rf]\.?{_SPACE}[{DASHES}]{_SPACE}v"
    rf"|r(?:ecto|[°ºo])?\.?(?:{_SPACE}[{DASHES}/&+]{_SPACE}| {{ands}} | )v(?:erso|[°ºo])?"
    rf"|R[{DASHES}]V|[Vv] ?[+&/] ?[Rr]|R ?[+&] ?V|ա[{DASHES}]բ|a[{DASHES}]b|а[{DASHES}]б)(?![^\W_])"
)
_PAIR = pattern(r"([абвa-c])([бвгb-d])(?![^\W_])")
"""Two lettered leaves in one: ``12аб``."""
_PREFIX = pattern(r"[DEHKL] ?|[A-Z]-", re.IGNORECASE)
"""What stands before the number of a frame or of a page: ``E 123456``, ``B-2``."""
_SAME_LEAF = pattern(r"([rv])?([a-d])(?![^\W_])")
"""The last column of the same leaf: ``12va-b``, ``12ra–vb``."""
_MONTH = "(?:J[aäuú][nlri]|F[eé][bv]|M[aäá][ryij]|A[pv]r|Aug|Ago|Aoû|Sep|Set|O[kct]t|Nov|D[eé][zc])[^\\W\\d_]{0,7}"
_MONTH_NAME = rf"(?<=[ ])(?:[{_SMALL_LETTERS}]{{3,9}}|{_MONTH})"
_DATED = pattern(
    rf"\.[ ]?(?:\d{{1,2}}|[IVX]{{1,4}}(?! \d{{4}} [^\W\d_]{{3}})|{_MONTH_NAME})"
    r"\.?[ ]?(?:1[5-9]|20)\d\d(?!\d)"
    r"|[ ][IVX]{1,4}\.?[ ](?:1[5-9]|20)\d\d(?!\d)"
)
"""What makes a day of a number: ``04.03.1937``, ``4. 3. 1937``, ``4. März 1937``, ``4 III 1937``."""
_TAIL = pattern(r"[ \t\u00a0]*([^\W\d_]+)")
_DAYS = pattern(r"(?:\d{1,2}(?:, | [^\W\d_]{1,3} ))+\d{1,2} [^\W\d_]{3}")
"""Days of the next document: ``л. 1; 3, 5 and 9 March 1941``."""
_FONDS = pattern(r"\d{3,}, ?(?:\d+/\d+[a-z]?|[A-Z]{1,2}/\w+(?: \d+)?)(?=[,;]|\.?$)|\d{3}-\d\d?[a-z]?(?:/\d{1,3})?,\d")
"""A fonds and its file behind a semicolon, of the next mark: ``k. 12; 300, 43/3b, k. 5``, ``Bl. 7; 214-1,99``."""
_OCR_VERSO = pattern(r"(\d+)0[bб]\.?(?![^\W_])")
_LEAVED = (
    r"\d+(?:/\d+)?(?:,? | \()"
    r"(?:оп|op|ff?|fols?|foll|fos?|cc?|Bll?|fls?|fjs?|kk?|ll?|l[kp]|pp?|[Ss]|str|л|лл|арк|стр)\.? ?\d"
)
LEAVED = pattern(_LEAVED)
"""A number that has leaves of its own: ``7078, ff. 131–132``."""
_NEXT_MARK = pattern(
    rf"\d+[a-zа-я]?([./-])\d+[a-zа-я]?\1\d|\d+/[IVXLC]+[-/]\d|\d/[A-Z]{{2,4}} \d|{_LEAVED}"
    r"|\d{4,6}(?:-[а-я]{1,3})? [–—] [A-ZА-ЯЁІЇЄҐ]{2}|\d{3,6}-[д-я]{1,2}(?![\w-])"
)
"""The next mark of a list: only numbers, ``558.11.765.48``, one of them Roman, ``237/VII-34``, or leaves of its own.

Or a series that begins with a number: ``1/STB 10/6``; or the number of a file and its archive: ``31170 – ГУ СБ``;
or a closed case: ``9911-п``.
"""
_SIDED = r"(?: ?(?:об|зв|ob|zv)(?=\.\d))?"
_DOTS = pattern(
    rf"(?=\d+(?:[{DASHES}]\d+|\.\d+)(?:[{DASHES}]\d+)?\.\d|(?:\d+\.)?\d+ ?(?:об|зв|ob|zv)\.\d)"
    rf"(?:\d+(?:[{DASHES}]\d+)?{_SIDED}(?:\.(?=\d)|(?!\w)))+"
)
_REST = 40
"""How much behind leaves that points part is looked at: their last one may have a side."""
_ORDINAL = pattern(r"-(?:[йяеюх]|ый|ій|ая|го|му|ми|ти|га|ге|ша|ше|тя|тє|та|те)(?= )")
"""What makes an ordinal of a number, which begins what is told next: ``л. 512; 10-я ревизия``."""
_FF = worded(r" ?(?:ff\.?|f\.)(?![^\W_])(?![ ]?\d)|,? {following_leaves}(?![^\W_])\.?")
"""This leaf and the following: ``12ff.``, ``12 и сл.``"""


_NUMERAL = r"(?=[ivxl])(?!l(?!\w))(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_CAPITALS = _NUMERAL.translate(str.maketrans("ivxlc", "IVXLC"))
_SMALL = pattern(_NUMERAL)
_ROMAN = frozenset("ivxlIVXL")
"""What a leaf in Roman numerals begins with, as those have that stand before the first one counted."""


def is_back(end: str) -> bool:
    """Tell whether *end* of a run is the back of a leaf: ``3v``, ``XIIv``; but ``xv`` is leaf fifteen."""
    return end.endswith("v") and not _SMALL.fullmatch(end)


_ROMAN_ITEM = worded(
    rf"(?P<number>{_NUMERAL}|{_CAPITALS})"
    rf"(?:{_SPACE}(?:(?P<verso>{{verso}})|(?P<recto>{{recto}}))\.?)?(?![\w'’]|\. ?\d|-[ivxlcIVXLC]*[^\W\d_ivxlcIVXLC])"
)
_AFTER_ROMAN = pattern(
    rf"{_SPACE}(?:(?P<dash>[{DASHES}])|,(?= ?(?:[ivxlIVXL]+|\d+\w?(?:[{DASHES}]\d+\w?)?)(?:[.,;)]|$))){_SPACE}"
)


_MOST_ROMAN = 60
"""So many leaves in Roman numerals no mark lists: ``v, v, v`` is something else."""


def _roman_at(text: str, start: int) -> Reading | None:
    """Read leaves in Roman numerals: ``iv-vii``, ``xii r``, ``III``; with a side in capitals, for ``iv`` has none."""
    found: list[Folios] = []
    item, gap, end = _ROMAN_ITEM.match(text, start), None, start
    while item and item["number"] and len(found) < _MOST_ROMAN:
        side = "v" if item["verso"] else "r" if item["recto"] else ""
        leaf = item["number"].upper() + side if side else item["number"]
        found.append(Folios(found.pop().first if gap and gap["dash"] else leaf, leaf))
        end = item.end()
        gap = _AFTER_ROMAN.match(text, end)
        item = _ROMAN_ITEM.match(text, gap.end()) if gap else None
        if gap and item is None and not gap["dash"] and (counted := folios_at(text, gap.end())):
            return Reading((*found, *counted.folios), counted.end)
    return Reading(tuple(found), end) if found else None


def read_folios(text: str, start: int = 0) -> tuple[tuple[Folios, ...], str]:
    """Return the folios of a field (``105-106, 110ob``), or behind its word, and what of it was not understood."""
    start = len(text) - len(text[start:].lstrip())
    plain = lowered(figured(text))
    if (reading := folios_at(plain, start)) is None:
        return (), text.strip()
    rest = plain[reading.end :].lstrip()  # without the sign that closes a raised letter
    return reading.folios, text[len(text) - len(rest) :].strip()


def folios_at(text: str, start: int, *, dots: bool = False) -> Reading | None:
    """Read folios from *start* of *text*; None where there are none. *dots*: ``1.5.14`` lists three leaves."""
    if dots and (listed := _DOTS.match(text, start)):
        inner = folios_at(listed[0].replace(".", ",") + text[listed.end() : listed.end() + _REST], 0)
        return Reading(inner.folios, start + inner.end) if inner else None
    if plain := _PLAIN.match(text, start):
        low, high = plain.groups()
        return Reading((Folios(low, _filled(low, high) if high else low),), plain.end())
    if text[start : start + 1] in _ROMAN:
        return _roman_at(text, start)
    if text.startswith("[", start) and (counted := _BRACKETED.match(text, start)):
        inner = folios_at(counted.group()[1:-1], 0)
        if inner and inner.end == counted.end() - start - 2:
            return Reading(inner.folios, counted.end())
    found: list[Folios] = []
    item, at = _item_at(text, start), start
    while item:
        at = item.end()
        first = _end_of(item)
        if pair := _PAIR.match(text, item.end("number")):
            found.append(Folios(item.group("number") + pair.group(1), item.group("number") + pair.group(2)))
            at = pair.end()
        elif sides := _SIDE_RANGE.match(text, item.end("number")):
            number = item.group("number")
            found.append(Folios(f"{number}{'r' if 'r' in sides.group().lower() else ''}", f"{number}v"))
            at = sides.end()
        else:
            dash = _DASH.match(text, at)
            last, at = (dash and _last(text, dash.end(), item)) or (first, at)
            if item["prime"] and dash and last.isdigit() and text.startswith(_PRIMES, at):
                last, at = f"{last}v", at + 1
            if not last.endswith("v") and (back := _WITH_BACK.match(text, at)):
                whole, last, at = last == first, f"{last.removesuffix('r')}v", back.end()
                if whole and (dash := _DASH.match(text, at)):  # 2 с об.–5
                    last, at = _last(text, dash.end(), item) or (last, at)
            elif last == first and (ff := _FF.match(text, at)):
                last, at = "f" if ff[0].strip(" ,.") in {"f", "sq"} else "ff", ff.end()
            found.append(Folios(first, last))
        gloss = _GLOSS.match(text, at) if text.startswith(" (", at) else None
        between = _BETWEEN.match(text, gloss.end() if gloss else at)
        following = _item_at(text, between.end()) if between else None
        if between is None or following is None or _NEXT_MARK.match(text, between.end()):
            break
        if ";" in between.group() and (_TAIL.match(text, following.end()) or _DAYS.match(text, between.end())):
            break  # "лл. 6–388; 459 дворов"
        if ";" in between.group() and _FONDS.match(text, between.end()):
            break
        if ";" in between.group() and "/" in following["number"] and "/" not in item["number"]:
            break  # k. 4; 0296/81: a file, which is the next mark's
        if _is_no_folio(text, following) or _is_year_after(following.group("number"), found[-1]):
            break
        item = following
    return Reading(tuple(found), at) if found else None


def _item_at(text: str, at: int) -> re.Match[str] | None:
    """Return a leaf *at*; what closes a quotation that was opened before is no prime: ``'…, fol. 33'``."""
    item = _ITEM.match(text, at)
    if item is None or not item["prime"] or item["prime"] == "′":
        return item
    quotes = list(_QUOTE.finditer(text, max(0, at - _QUOTED), at))
    return _ITEM.match(text, at, item.start("prime")) if quotes and quotes[-1]["opens"] else item


def back_at(text: str, at: int) -> int | None:
    """Return where the word for the back of a leaf ends that stands at *at*, behind the word for leaves; or None."""
    back = _BACK_ALONE.match(text, at)
    return back.end() if back else None


def _number(item: re.Match[str]) -> str:
    return item.group("number").replace(" ", "") + (item.group("letter") or "").strip().lower()


def _end_of(item: re.Match[str]) -> str:
    """Return one end of a range in full form: 17a, 3v, 5r, 3va."""
    recto = item.group("recto")
    start = item.start()
    if "R" in {recto, item.group("letter")} and _BLATT.search(item.string, max(0, start - _LISTED), start):
        return f"{item.group('number')}v"
    if item["letter"] == "t" and item.end("letter") - item.end("number") == 1:
        return f"{item['number']}v"  # 88t, 88 a tergo: Naples
    return _number(item) + (
        (item.group("column") or "").lower()
        or ("v" if item.group("verso") or item.group("prime") else "r" if recto else "")
    )


_BLATT = pattern(
    r"\bBl(?:l?\.?|att|ätter) ?"
    rf"(?:\d+(?: ?(?:[a-z]|[RV][Ss]?|ff)\.?)?(?:{_SPACE}[{DASHES},;&+]{_SPACE}| und | u\. ?))*$"
)
"""Behind it R is the back of a leaf, the Rückseite: ``Bl. 14R``, ``Bl. 12, 14 R``."""
_LISTED = 80
"""So far back the word for the leaves of a list is looked for."""


def _last(text: str, at: int, first: re.Match[str]) -> tuple[str, int] | None:
    """Read the upper end of a range that began with *first*; fill up what it leaves out (104-7)."""
    if (slip := _OCR_VERSO.match(text, at)) and len(slip.group(1)) >= len(first.group("number")):
        return f"{slip.group(1)}v", slip.end()
    item = _item_at(text, at)
    if not item:
        if first.group("column") and (same := _SAME_LEAF.match(text, at)):
            return f"{_number(first)}{same[1] or first['column'][0]}{same[2]}", same.end()
        if back := _BACK_OF.match(text, at):
            return f"{back[1]}v", back.end()  # 112 – reverse of 118
        return None
    if _is_no_folio(text, item):
        return None
    low, high = (_PREFIX.sub("", end.group("number")) for end in (first, item))
    frame = first.group("number")[: -len(low)].strip() if high == item.group("number") else ""
    low, high, last = low.replace(" ", ""), high.replace(" ", ""), _end_of(item).replace(" ", "")
    if low.isdigit() and high.isdigit() and len(high) < len(low) and int(high) < int(low):
        filled = _filled(low, high)
        whole = low.endswith(high) and last.endswith("v")  # 12–2 об., 214r-14v
        last = (low if whole else filled) + last[len(high) :]
    return frame + last, item.end()


def _filled(low: str, high: str) -> str:
    """Return the upper end of a range with what it leaves out: ``104-7``; of one that goes back, ``141-39``, too."""
    if len(high) >= len(low) or int(high) >= int(low):
        return high
    filled = low[: len(low) - len(high)] + high
    if int(filled) > int(low):
        back = int(low) - int(high) <= _BACKWARD < int(filled) - int(low)  # 102–98
        return high if back else filled
    return filled if len(high) > 1 and 0 < int(low) - int(filled) <= _BACKWARD else high


_BACKWARD = 20
"""So many leaves a document may have that is filed from its last one to its first, as in Soviet files."""


def _is_no_folio(text: str, item: re.Match[str]) -> bool:
    """Tell numbers in a list of folios that are dates, extents, ordinals: ``18 March``, ``9 л.``, ``10-я``."""
    if _ORDINAL.match(text, item.end()) or (len(item["number"]) < 3 and _DATED.match(text, item.end())):
        return True
    if _WITH_BACK.match(text, item.end()):
        return False  # 5–6 с об.
    after = _TAIL.match(text, item.end())
    return after is not None and after.group(1).lower() in wording().not_after_folio


_FIGURES = pattern(r"\d+")
_PRIMES = ("'", "’")


def _is_year_after(number: str, before: Folios) -> bool:
    if len(number) != 4 or not "1450" <= number <= "2030":
        return False
    last = _FIGURES.match(before.last)
    return last is not None and int(last.group()) < 1200
