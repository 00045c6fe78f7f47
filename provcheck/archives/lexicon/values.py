"""The values of levels: ``Р-4808``, ``059a``, ``30018-с``, ``239/240``, ``496, 499, 504-511``."""

from __future__ import annotations

from typing import NamedTuple

from provcheck.archives.lexicon.folios import DASHES
from provcheck.archives.lexicon.wording import worded
from provcheck.model.lazy import pattern
from provcheck.model.noun import new

_LEAD = (
    r"(?:[. ]{0,2}(?=\d)|"
    r"(?:\.?[°º]|['’ʹ\"”])?[ \t\n\u00a0]{0,3}[).:,\]]{0,2}=?['’]?[ \t\n\u00a0]{0,3}(?:[:–—](?! ?[\"“]))?"
    r"[ \t\n\u00a0]{0,3}[\"“]?"
    r"(?:(?:№+|N[oOrR](?![^\W\d_])\.?|#|N(?![A-Za-z°º]|(?<=[Bb]ox N)\d|(?<=[Bb]oxes N)\d)|"
    r"nos?\.|n[or]\.?(?=[ \d])|[nN](?:\.?[°º]|\.(?= ?\d))|br\.|č\."
    r"|[nN][uú]m\.|nro\.|\u0631\u0642\u0645|\u0634\u0645\u0627\u0631\u0647)"  # raqm, shomare
    r"[ \t\n\u00a0]{0,3}(?=[\dА-ЯA-Z]))?)"
)
"""What may stand between a label and its value."""
_LETTERS = r"[A-Za-zЀ-ӿ]"
_WORDS = r"(?:оп|воп|op|ap|apr|inv|nim|n|ед|ed|д|d|b|спр|spr|s|с|л|лл|l|ll|арк|ark|т|t|ч|п|к|RG)\b"
"""Words that begin the next level without a blank (``ф.17оп.3``), so that they are no letters of a number."""
_NUMBER = (
    rf"(?:{_LETTERS}{{1,3}}(?:[ \u00a0]?[{DASHES}][ \u00a0]?)?|(?:[РПИФКАЦRPIKA])[. \u00a0]"  # Р-, Р.
    r"|[AB](?:[a-zA-Z]|\.[a-zA-Z]\.)[ \u00a0](?=\d))?"  # Aa 12, B.h. 34, of the rubrics of Tallinn
    rf"\d+(?:[OО]\d+)*(?:[{DASHES}/]\d+)*"  # OCR: 1O5
    r"(?:\.\d(?=[.,] (?:Д|д|d|іс)\b))?"  # оп. 5.1, д. 123
    rf"(?:(?=[{DASHES}/A-Za-zЀ-ӿ])[{DASHES}/]?(?!{_WORDS}[\s.]*(?:№|#|[Nn][or]\.?)?\s*(?:[А-ЯA-Z]-)?\d)"
    rf"(?:(?!лит\.){_LETTERS}{{1,3}}(?:/{_LETTERS}{{1,2}}|\.ч(?=\.)|\.ch(?=\.))?(?![^\W_])"  # -с, а, сч, с/п, s.ch
    r"|[а-яa-z](?=[А-ЯA-Z][а-яa-z])))?"  # 33745-сИсточник
    rf"(?:[{DASHES}/]\d+{_LETTERS}?)*(?:\.[IVX]{{1,4}}(?=[.,; )]|$))?"  # 304.I
)
_CLASSED = (
    r"[IVXL]{1,6}:\d{1,4}[a-z]?(?![\w:])|(?:[A-Z]-[IVXL]{1,6}|[IVXL]{1,6}-[A-Z])-\d{1,4}[a-z]?(?!\w)"
    r"|\(A-?\d{1,5}\)\d{1,6}"
)
"""A file with the class that it is in: the ``XVI:9`` and ``C-IV-64`` of Livonia, the ``(A2048)30912`` of Vilnius."""
_NUMBER_AND_END = rf"[A-ZА-Я]-[IVX]{{1,4}}+(?![\w-])|{_CLASSED}|\d++(?=[,;:)\]]|\.? |\.?$)|{_NUMBER}"
"""Most are figures and no more."""
_PLAINLY_LED = pattern(r"(?:[. ]{0,2}|: ?)(\d++)(?=[,;:)\]]|\.(?: |$)|$)")
"""What half of all labels have behind them: a point, a blank, and figures that nothing goes on."""
_NUMBERED, _LED_NUMBER = (
    pattern(_NUMBER_AND_END),
    pattern(rf"{_LEAD}((?=\D{{0,6}}+\d|[A-ZА-Я]-[IVX])(?:{_NUMBER_AND_END}))?"),
)
_BEFORE_FILE = (
    r"(?!(?:гг?|рр?|об|зв|лл?|арк|экз|тт?|чч?|кн|ll?|ob|zv)\b)(?:[а-яії]{1,3}|s{1,2}|sch|os)"
    r"(?=, ?(?:спр(?:ава)?|дело|д|ед|spr(?:ava)?|delo|d|file|case|unit)\b)"
)
"""Any letters of an opis that stand before its file: ``оп. 12 ос, спр. 4539``."""
_SPACED_LETTER = pattern(
    r"[ \u00a0](?:([абдb-d]|a(?! (?:kr?|kart|sv|kn|šk|inv|i\. ?č|sign|fol)[. ])|(?<!1[5-9]\d\d.)г|в(?! ))"
    r"(?=\.?(?:[\s.,;)]|$))"
    r"|[пП](?=[,;)]|\.?$|\. [ЛлТ]| \()"  # спр. 8847 п: of a closed case; but д. 12 п. 5
    r"|[сs](?=, (?:лл?|арк|ll?|ark)\b|\. (?:Лл?|Том|Т|Ll?)\b)"  # д. 415 с, л. 3: a secret one; but д. 12 с. 5
    r"|(?:[БКПBKс]|s{1,2}|sch)(?=,? (?:[Оо]п|[Oo]p)\b)|(?:ос|os)(?=[.,]? (?:[Оо]п|[Oo]p)\b)"
    r"|(пф|фп|доп|дод|сч|сс|лс|с/[чс]|с\.ч|s/ch|bis|бис)"
    rf"|ПФ|ФП|{_BEFORE_FILE})(?![^\W\d_])(?![.\s]*(?:(?:№|[Nn](?:[or]\.?|[°º])) ?)?(?:[А-ЯA-Z]-)?\d)"
    r"|[ \u00a0]?\([абвгa-d]\)(?=[,.;)\]]|$)"  # Case 2981 (b)
    r"|[ \u00a0]?[«“„\"][а-яёa-z][»”“\"](?=[,.;)\]]|\Z| (?:\(|[А-ЯA-Zа-яa-z]{1,4}\.))"  # Д. 68 «а»
    r"|\(\d{1,3}\)(?=[.,;])|[ ]\(\d{1,3}/\d{1,4}\)(?=[.,;])"  # ф. 28(16); оп. 22 (109/943)
)
"""A letter behind a blank; but in Czech an a before another word joins two: ``k. 22 a k. 23``."""
_BLANKS = frozenset(" \u00a0")
_GOES_ON = frozenset(' \u00a0(«“„"')
"""What stands before a letter that belongs to a number."""
_GROUPED = pattern(r"(?<!\d)\d{1,3}[ \u00a0]\d{3}(?=[,.]? ?[a-zа-яA-ZА-Я]{1,4}\.? ?\d)")
"""A number parted in thousands, before the next level: ``op. 264 211, d. 73``."""
_LITERA = pattern(
    r"[,.]? ?[Лл]ит(?:ера?)?\.? ?[«„“\"]?([А-Яа-яA-Z]{1,2})[»“”\"]?"
    r"(?=[,;)]|\.?$|\. (?!\w+ (?:19|20)\d\d)[А-Яа-я]{1,4}\.? ?\d| [а-я]{1,3}\. ?\d)"
)
"""The letter of a part, as the police of the Empire had it: ``д. 5, лит. А``; no literature by an author."""
_WIDE_RUN = pattern(rf"[ \u00a0][{DASHES}][ \u00a0](\d+)(?!\w|[./–-]\d)")
"""A run of files with blanks about its dash: ``2560 – 2565``."""
_SUPPLIED = pattern(r"\[\d+[a-zа-я]?\]")
"""A number that the editor supplied: ``d. [120]``."""
_ROMAN = pattern(r"[IVXLCІХ]+(?:/\d+)*(?![^\W_])")
LISTED = worded(
    r"[ \u00a0]*+(?:[,;]|\b{ands}\b|&)[ \u00a0]*+(?:and |и |& )?(?:№ ?(?=[А-Я]{1,2}-))?"
    r"(?=(?:[А-Я]{2}-|[A-ZА-Я]?[-–]?)\d)"
)

_SIGNED = pattern(r"(?:,| и|, и) № ?(?=\d)")
"""Before the next number of a list of which each has its sign: ``дела № 12, № 14``."""


class Value(NamedTuple):
    """A value as written (``text``) and where it stands."""

    text: str
    start: int
    end: int


def has_figure(text: str) -> bool:
    """Tell whether there is a figure in *text*."""
    return any(map(str.isdigit, text))


ROMAN_TOO = frozenset({"code", "roman"})
"""Kinds whose values may be Roman numerals; all others are alike here."""


def lead_and_value(text: str, end: int) -> tuple[int, Value | None]:
    """Return where the value begins of a label that ends at *end*, and the value, where it is a number."""
    if plainly := _PLAINLY_LED.match(text, end):
        start, stop = plainly.span(1)
        if "ит" not in text[stop + 1 : stop + 5]:
            return start, new(Value, (plainly[1], start, stop))
        return start, _number(text, start, stop)
    led = _LED_NUMBER.match(text, end)
    assert led is not None
    start, stop = led.span(1)
    if start < 0:
        return led.end(), _supplied(text, led.end())
    written = led[1]
    if text[stop : stop + 1] in _GOES_ON or not written.isalnum() or "ит" in text[stop + 1 : stop + 5]:
        return start, _number(text, start, stop)
    return start, new(Value, (written, start, stop))


def value_at(text: str, start: int, kind: str) -> Value | None:
    """Read one value of *kind* from *start* of *text*."""
    match = _NUMBERED.match(text, start)
    if match and not (kind == "roman" and len(match[0]) > 2):
        return _number(text, start, match.end())
    if supplied := _supplied(text, start):
        return supplied
    if kind in ROMAN_TOO and (roman := _ROMAN.match(text, start)):
        return Value(roman.group(), start, roman.end())
    return None


def _number(text: str, start: int, end: int) -> Value:
    """Return the number from *start* to *end* with what belongs to it after a blank."""
    if "ит" in text[end + 1 : end + 5] and (letter := _LITERA.match(text, end)):
        return new(Value, (f"{text[start:end]}лит.{letter[1]}", start, letter.end()))
    if text[end : end + 1] in _GOES_ON:
        if run := _WIDE_RUN.match(text, end):
            end = end if _is_year(text[start:end], run[1]) else run.end()
        elif spaced := _SPACED_LETTER.match(text, end):
            end = spaced.end()
        elif grouped := _GROUPED.match(text, start):
            end = grouped.end()
    written = text[start:end]
    return new(Value, (written if written.isalnum() else "".join(written.split()), start, end))


_OF_A_YEAR = pattern(r"(?:1[5-9]|20)\d\d")
_MANY = 1000
"""So many files are no run that somebody cites, but where it begins with the first."""


def _is_year(first: str, last: str) -> bool:
    """Tell whether *last*, behind a dash, is the year of the file *first*: ``Exp. 12 – 1640``."""
    year = _OF_A_YEAR.fullmatch(last) is not None and first.isdigit()
    return year and 1 < int(first) < int(last) - _MANY


def _supplied(text: str, start: int) -> Value | None:
    """Return the number in square brackets at *start*."""
    supplied = _SUPPLIED.match(text, start) if text.startswith("[", start) else None
    return Value(supplied.group(), start, supplied.end()) if supplied else None


_NO_LIST = frozenset({"", *".:)]/"})
"""What ends a value with which no list begins."""


def listed(text: str, first: Value, kind: str) -> list[Value]:
    """Return *first* and the values of the list that it opens; none where it is an extent."""
    if text[first.end : first.end + 1] in _BLANKS and _LEAVES.match(text, first.end):
        return []
    found = [first]
    if text[first.end : first.end + 1] in _NO_LIST:
        return found
    signed = "№" in text[max(0, first.start - 2) : first.start]
    while comma := (signed and _SIGNED.match(text, found[-1].end)) or LISTED.match(
        text, _after_gloss(text, found[-1].end)
    ):
        following = value_at(text, comma.end(), kind)
        if not following or not _lists_on(text, following, found[-1]):
            break
        found.append(following)
    return found


_GLOSS = worded(
    r" \((?:[^()\d]{2,40}|(?:1[5-9]|20)\d\d(?: ?гг?\.?)?)\)(?=, ?\d+[a-zа-я]? \()"
    r"| \([^()\d]{2,40}\)(?=, ?\d{3,6}[a-zа-я]?(?:[–-]\d+)?(?:[,;)]|\.?$|\. ))"
    r"| \((?:[^()\d]{2,40} )?(?:1[5-9]|20)\d\d(?: ?гг?\.?)?\)"
    r"(?=, \d+(?:[–-]\d+)?(?:[,;)]|\.?$)|(?:[,;]| {ands}) (?:№ ?)?П-\d)"
)
"""What is said of a file in a list, ``28 (подлинник), 29 (копия)``; or when it is of: ``187 (1954), 1-97``.

The last of the list need not have it, where its number is too long for a leaf: ``Дело 3312 (на мужа), 3318``.
"""


def _after_gloss(text: str, at: int) -> int:
    gloss = _GLOSS.match(text, at) if text.startswith(" (", at) else None
    return gloss.end() if gloss else at


_AFTER_LIST = worded(
    r"[ \u00a0]*(?:\.(?![\dªº]| (?:p(?:ar)?te|Band|Bd|Teil|díl|svazek)\b"
    r"| [^\W\d_]{3,9}\.? (?:1[5-9]|20)\d\d(?!\d))"  # 12, 13. května 1950: a day
    r"|\.\d{1,3}$|[,;)\]»”\[|_*·•]| [/—–-] |$|\b(?:{ands}|among)\b|описи\b|опису\b|\(|[А-Я][а-я]{3}"
    r"|[А-ЯІЇЄҐҚӨҰҒ]{4,}\b)"  # files 12 and 13 of an archive that stands right behind: дела 12, 13 ГАРФ
)


_CAPITAL = pattern(r" (?![^\W\d_]+\.? (?:1\d|20)\d\d(?!\d))[A-ZА-ЯІЇЄ][a-zа-яіїє]{2}")
"""A title, but not the month of a date: ``d. 11, 12 May 1956``, ``lef 3, 12 Receb 1307``."""
_FIRST = pattern(r"\d+")
_YEARLY = pattern(r"(?:1[5-9]\d|20[012])\d(?:[-–—](?:\d\d)?\d\d)?")
_OF_YEAR = pattern(r" \((?:1[5-9]|20)\d\d\)")
"""The year that a file is of, which no year has: ``1204 (1938), 1911 (1942)``."""
_VOLUMED = pattern(r",? (?:т|том|ч|кн)\.? ?\d{1,2}(?![\w/-])")
"""What follows a file that has a volume of its own: ``д. 1234, 1240 т. 2``."""
_LEAVED = pattern(r",? ?(?i:лл?|арк|ll?|ark)\.? ?\d")
"""The leaves of the last file of a list, with no sign before them: ``ед. хр. 12, 13 лл. 1, 5``; but ``д. 12, 40 л.``"""
STEP = 100
"""How far apart two files of a list mostly are; a year after a file is farther off."""
_LEAVES = pattern(
    r"[ \u00a0](?:листов(?!:? ?\d)|листа|аркушів|арк(?!\w|[. ]*\d)|человек|чел\.|осіб|leaves|folios|lapų|lapas)\b"
)
"""What follows the extent of a file: ``дело 788 листов``."""
_OPIS = pattern(r",? (?:оп|op)\. ?\d")
"""What follows the fond of the next mark, which has no word: ``д. 241; 9479, оп. 1``."""
_NEXT_FOND = pattern(r";[^;,]{2,9},? (?:ap|n|nim|inv|descr)\.? ?\d")
"""Such a fond before a word that means an opis only where a semicolon parts the marks: ``b. 40; K-11, ap. 1``."""


def _lists_on(text: str, value: Value, before: Value) -> bool:
    """Tell whether *value* goes on a list of files and is no date, extent or number of something else."""
    low, high = _FIRST.match(before.text), _FIRST.match(value.text)
    if _OPIS.match(text, value.end) or (text[before.end] == ";" and _NEXT_FOND.match(text, before.end)):
        return False
    near = low is not None and high is not None and are_near(low[0], high[0])  # д. 1603, 1607
    if not _AFTER_LIST.match(text, value.end) and not _VOLUMED.match(text, value.end):
        return near and bool(_CAPITAL.match(text, value.end) or _LEAVED.match(text, value.end))
    if near or not _YEARLY.fullmatch(value.text) or _OF_YEAR.match(text, value.end):
        return True
    comma = LISTED.match(text, value.end)
    following = value_at(text, comma.end(), "lettered") if comma else None
    return following is not None and not _YEARLY.fullmatch(following.text)


def are_near(file: str, other: str) -> bool:
    """Tell whether *other* is a little higher than *file*, as the files of a list are."""
    return file.isdigit() and other.isdigit() and 0 < int(other) - int(file) < STEP


def counts_on(*numbers: str) -> bool:
    """Tell whether each number is one more than that before it, so that they are of one level: ``т. 1, 2``."""
    if not all(map(str.isdecimal, numbers)):
        return False
    counted = [*map(int, numbers)]
    return counted == [*range(counted[0], counted[0] + len(counted))]


_LONG = 6
"""How many digits the number of a document or of a frame has, where that of a box or a reel has few."""


def is_far_longer(last: str, text: str, at: int) -> bool:
    """Tell whether the number *at* is so much longer than *last* that it counts another thing: ``roll 6, 000487``."""
    end = at
    while text[end : end + 1].isdecimal():
        end += 1
    return end - at >= max(_LONG, len(last) + 2)


def normal(value: str) -> str:
    """Write letters before the number upper case and after it lower case, as the archives of the former Union do."""
    if value.isdigit():
        return value
    closed = "".join(value.split())
    if not closed.islower() and not any(map(str.isdigit, closed)):
        return value if len(closed) > 4 else closed  # Китайский стол; ОЗа
    cut = next((i for i, c in enumerate(closed) if c.isdigit()), len(closed))
    head, tail = closed[:cut], closed[cut:]
    if len(head) > 4:
        return closed
    return head.upper() + (tail if "." in tail else _SMALL.sub(lambda letters: letters[0].lower(), tail))


_SMALL = pattern(r"(?<![^\W\d_])(?!(?:(?<=\d[/-])[IVXІХ]+|(?<=\d/)[ПШ]+)(?![^\W\d_]))[^\W\d_]+")
"""Letters of a number, but no Roman numeral behind a sign: 304/I, 12-XII, and 1/П as Cyrillic has it."""
