"""Further numbers of the level read last: ``577B y 594``, ``kart. 12, 13 a 15``, ``Parts I and II``."""

from __future__ import annotations

import re

from provcheck.archives.lexicon.cuts import LISTED, NUMERAL, PLAIN
from provcheck.archives.lexicon.kinds import TITLES
from provcheck.archives.lexicon.times import TIMES, YEARS_ONLY
from provcheck.archives.lexicon.values import Value, counts_on
from provcheck.archives.lexicon.vocabulary import wording
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.coded.listing import LEADING, are_parts, ends_list, ends_unit, from_lettered
from provcheck.archives.reading.coded.marking import Marking
from provcheck.model.archive import LevelRule
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level

_SEVERAL = pattern(
    r"(?:\d{1,6}[A-Z]?(?:[-–]\d{1,6})?(?:, \d{1,6}[A-Z]?(?:[-–]\d{1,6})?)+"
    r"|\d{4}(?:[-–]\d{4})?(?:,\d{4}(?:[-–]\d{4})?)+)"
    r"(?=[.;)]| ?:| \(|$)"
)
"""Numbers that are a list, being several: ``CO 1022/22, 23, 25``, ``FCO 141/2187–2191, 2246–2247, 2250``."""

_COUNTED = pattern(r"\d|(?<=[ .])(?:[IVXLC]+|[ivxlc]+)$")
"""What a number of a list has: figures, or Roman ones at its end, ``Cotton MS Vespasian C. xiv``."""
_FILLED = pattern(r"0\d")
"""A number filled up with noughts."""

_NUMBER = r"\d+[A-Za-z]?(?:[-–/]\d+)*"
_DIGITS = pattern(_NUMBER)
_JOINED = pattern(
    rf"(?:{_NUMBER}, )*(?:{_NUMBER} )?(?P<word>[^\W\d_]{{1,7}}|t/m) (?P<number>{_NUMBER})(?=[,.;:)\]]|$| \()"
)
"""The rest of a list whose last number a word joins; of a range, which has but two."""
_LAST_NUMBER, _OF_PARTS = pattern(r"\d+$"), "ABCD"  # 1843B, 1844 y 1850
_MORE_PARTS = pattern(
    r"(?:,? (?:and|AND|&) |, (?=(?:\d{1,2}|[ivxIVX]+) (?:and|AND|&) [\divxIVX]))"
    r"(\d{1,2}|[IVX]{1,5}|[ivx]{1,5})(?![\w/])(?!\. ?\d)"
)
"""Another part of the file: `` and II``, ``, 3 and 4``."""


def one_more(state: Marking, here: int, *, only: str = "") -> int | None:
    """Read on a list without words, or *only* of one level: ``577B y 594``, ``7067, f. 224; 7078, ff. 131v–132r``."""
    digit = state.text[here].isdigit()
    bares = [bare for bare in state.bares if not (digit and bare.kind == "membrane")]  # 19541, m. 3; 30167
    names = dict.fromkeys(bare.name for bare in bares if state.draft.has(bare.name) and only in {"", bare.name})
    for rule in (rule for name in (reversed(names) if digit else names) for rule in _numbers(state, name)):
        value = state.value(rule, here)
        if value is None or not _COUNTED.search(value.text):
            continue  # "sygn. V/45; A. Garlicki, …": an author
        if rule.name in LISTED and _is_other_code(state, value, here):
            continue  # vol. 611; UD 1920: another holding
        if value.text[0].isalpha() and state.text.startswith("/", value.end):
            continue  # Boxes 134-136, T61/1/4/4: the file
        ends = ends_unit if rule.required else ends_list
        if not (value.text[0].isalpha() or ends(state, value)):
            continue
        return state.again(rule.name, completed(state, value))
    return None


_LETTERED = pattern(r"[A-ZÅÄÖ]{2,}[ -]?\d|[A-ZÅÄÖ]{2,} [IVXLC]+(?!\w)|[A-Z]-\d")
"""A code that begins with the letters of a holding: ``NKS 660``, ``PA-026654``."""


def _is_other_code(state: Marking, value: Value, here: int) -> bool:
    """Tell whether *value* behind a semicolon is a code, where the number before it has no letters."""
    last = state.draft.levels[-1].value
    return (
        (not any(map(str.isalpha, last)) or NUMERAL.fullmatch(last) is not None)
        and state.text.startswith("; ", here - 2)
        and _LETTERED.match(value.text) is not None
    )


def completed(state: Marking, value: Value) -> Value:
    """Return *value* with what it leaves out of the number before it: the 14 of ``MSS/13020/12, 14 y 22``.

    Of a collection that is its name: ``Add MSS 1, 2 and 3``, ``MS Clarendon 12, f. 3; 13, f. 5``; of a paper its
    file or the year: ``FC1022/34, 35``, ``CM(50)12 and 13``.
    """
    last = state.draft.levels[-1]
    head, number = _shared(last)
    if not number or not _RUN.fullmatch(value.text):
        return value
    minute = _MINUTE.fullmatch(last.value) if last.name == "document-no" else None
    if minute and counts_on(minute[2], value.text) and not counts_on(number, value.text):
        return value._replace(text=f"{minute[1]}{value.text}{minute[3]}")
    if last.name == "call-number" and not (number[0].isdigit() and len(value.text) <= len(number) + 1):
        head, stroke, number = last.value.rpartition(" ")  # Add MS 12345/3, f. 5; 12346, f. 6
        if not number[:1].isdigit():
            return value
        head += stroke
    return value._replace(text=f"{head}{value.text}")


def _shared(last: Level) -> tuple[str, str]:
    """Return what the numbers of a list may leave out of *last*, and its own number behind that."""
    if last.name == "document-no":
        paper = _PAPER.fullmatch(last.value)
        return (paper[1], paper[2]) if paper else ("", "")
    head, stroke, number = last.value.rpartition("/") if last.name == "call-number" else ("", "", "")
    return f"{head}{stroke}", number


_PAPER = pattern(r"([A-Z][^,;]{0,24}[/)] ?)(\d{1,4})(?:[-–]\d{1,4})?")
"""A paper of a file, or of a committee in a year."""
_MINUTE = pattern(r"([A-Z]{1,3}\.? ?)(\d{1,4})(/\d\d)")
"""A minute by its number and the year: ``M.123/55, 124`` is M.124/55."""
_RUN = pattern(r"(\d{1,6})(?:[-–]\d{1,6})?")
_MANUSCRIPTS = pattern(r"(?:^|(?<=\W))(?:MSS|[Mm]ss)\.? (?:\d{1,6}[-–])?(\d{1,6})$")
"""A call number whose word is a plural, after which others follow: ``Egerton MSS 1234, 1235``."""
_MANUSCRIPT = pattern(r"[^\W\d_]{2,}\.? (\d{4,6})$")
"""One call number, whose next is as long: ``Add. MS 12345, 12389``, no leaf."""
_OLD_OR_NEW_YEAR = pattern(r"1[5-9]\d\d|20[0-3]\d")
_RUN_ENDS = worded(r"[,.;:)\]]|$| {ands} \d")


def manuscripts(state: Marking, here: int) -> int | None:
    """Read the next call number after the plural of *manuscript*: a greater number, and no year."""
    last = state.draft.levels[-1]
    first = _MANUSCRIPTS.search(last.value) if last.name == "call-number" else None
    one = None if first or last.name != "call-number" else _MANUSCRIPT.search(last.value)
    first = first or one
    run = _RUN.match(state.text, here, state.stop) if first else None
    if run is None or not first or not _RUN_ENDS.match(state.text, run.end()) or int(run[1]) <= int(first[1]):
        return None
    if one and (len(run[1]) != len(one[1]) or _OLD_OR_NEW_YEAR.fullmatch(run[1])):
        return None  # MS 1234, 12: a leaf; MS 1234, 1998
    if one:
        return state.again("call-number", completed(state, Value(run[0], *run.span())))
    if len(run[1]) > len(first[1]) + 1 or (len(first[1]) < _LONG and YEARS_ONLY.fullmatch(run[0])):
        return None
    return state.again("call-number", completed(state, Value(run[0], *run.span())))


def _numbers(state: Marking, name: str) -> list[LevelRule]:
    """Return the rules for the numbers of level *name*."""
    return [rule for rule in state.rules.levels if rule.name == name and rule.kind not in TITLES]


def several(state: Marking, here: int) -> int | None:
    """Read on numbers that are a list as they are several: ``CO 1022/22, 23, 25``."""
    last = state.draft.levels[-1]
    numbers = _SEVERAL.match(state.text, here, state.stop) or _one_in_list(state, here)
    above, number = _shared(last)
    number = number or last.value
    if numbers is None or not (above or len(state.draft.levels) > 1) or not PLAIN.fullmatch(number):
        return None
    if _FILLED.match(numbers[0]) and not _FILLED.match(number):
        return None  # fascikl 3 (snímky 0158, 0160): images
    last_one = LEADING.match(numbers[0].rpartition(", ")[2])
    if last_one and number.isdigit() and int(last_one[0]) < int(number):
        return None  # CED, 12, 34, 1: levels, as no list goes down
    return _each(state, here, numbers.end())


_UNITS = frozenset({"file", "piece", "bundle"})
_ONE = pattern(r"\d{1,6}[A-Z]?(?=[.;)]|, | \(|$)")
_RUN_ON = pattern(r"(\d{1,6})[-–]\d{1,6}(?=[.;)]|, | \(|$)")
"""A run of inventory numbers behind one: ``1560, 1562–1564``."""
_DOCUMENTS = pattern(r"\d+[-–](\d+)")
"""A run of documents."""


def _one_in_list(state: Marking, here: int) -> re.Match[str] | None:
    """Return the one number that goes on an inventory's or a long one: no less long, before the end or leaves.

    ``inv.nr. 12, 15``; ``F7 12345, 12346``: few files have so many leaves. Behind a run of documents it is one more:
    ``D.11-14,16``.
    """
    last, tokens = state.draft.levels[-1], state.draft.tokens
    number = _ONE.match(state.text, here, state.stop)
    run = _DOCUMENTS.fullmatch(last.value) if number and last.name == "document" else None
    if number and run and number[0].isdigit() and int(number[0]) > int(run[1]):
        return None if YEARS_ONLY.fullmatch(number[0]) else number
    unit = number and last.name in _UNITS and state.bare == last.name and len(last.value) > 1
    if number and unit and counts_on(last.value, number[0]):
        return None if YEARS_ONLY.fullmatch(number[0]) else number  # R 58/219, 220; México, 123, 124
    inventory = last.name == "inv-no" and len(tokens) >= _LABEL_AND_VALUE and tokens[-2].kind == "label"
    ended = _DOCUMENTS.fullmatch(last.value) if inventory else None  # inv.nr. 14-15, 22
    number = number or (_RUN_ON.match(state.text, here, state.stop) if inventory else None)
    counted = number[number.lastindex or 0] if number else ""
    if number and from_lettered(last.value, number[0]) and last.name in LISTED and len(counted) >= _LONG:
        return number
    if number is None or len(counted) != len(ended[1] if ended else last.value):
        return None
    if not inventory and (len(number[0]) < _LONG or last.name not in LISTED or YEARS_ONLY.fullmatch(number[0])):
        return None
    return number if state.text[number.end() : number.end() + 1] != "," or number.end() + 2 in state.labels else None


_LONG = 4
"""How many digits the number of a file has that no leaf has."""
_LABEL_AND_VALUE = 2


def joined(state: Marking, here: int) -> int | None:
    """Read on numbers that a word joins, or of which it makes a range: ``kart. 12, 13 a 15``; ``Nr. 12 bis 15``."""
    on, name = _JOINED.match(state.text, here, state.stop), state.draft.levels[-1].name
    token = state.draft.tokens[-1]
    first = _LAST_NUMBER.search(token.text.rstrip(_OF_PARTS)) if on and name in LISTED and token.level == name else None
    if on is None or first is None or (on.start("word") > here and are_parts(state, here)):
        return None
    joins, languages = on["word"] in wording().joins, wording().ranges.get(on["word"])
    joins = joins or (on["word"] == "in" and "sl" in state.rules.languages)
    if languages is None or (joins and state.rules.languages[0] not in languages):
        dated = YEARS_ONLY.fullmatch(on["number"]) and len(first[0]) < _LONG  # škatla 5, in 1912
        return _each(state, here, on.start("word") if dated else on.end()) if joins else None
    above = state.draft.levels[-2].value.rpartition(" ")[2] if len(state.draft.levels) > 1 else ""
    number = on["number"].removeprefix(f"{above}/")  # FCO 141/293 to 141/1021
    within = f"{token.text.rpartition('/')[0]}/"
    last = number.removeprefix(within)  # A1838, 12/3 to 12/5
    if on.start("word") != here or not last.isdigit() or int(last) <= int(first[0]):
        return None
    state.drop_last()
    state.put(name, Value(state.text[token.start : on.start("number")] + number, token.start, on.end()))
    return on.end()


_CODED = pattern(r"([A-Za-z\d]{1,8}/|[^\W\d_]+)(\d+)(?![\w/])")
"""The end of a range that repeats the code: ``300AP/15``, ``9/34``, ``D145``."""


def range_on(state: Marking, here: int) -> int | None:
    """Read the end of a range at *here* that repeats what stands before its number: ``9/23–9/34``, ``D123-D145``."""
    end, token = state.draft.end, state.draft.tokens[-1]
    last, first = _CODED.match(state.text, here, state.stop), _LAST_NUMBER.search(token.text)
    if last is None or first is None or here != end + 1 or token.end != end or int(last[2]) <= int(first[0]):
        return None
    above = end - len(first[0])
    if not state.text.endswith(last[1], 0, above):
        return None
    within = above - len(last[1]) >= token.start
    state.drop_last()
    on = state.text[end : last.end()] if within else f"{state.text[end]}{last[2]}"
    state.put(token.level, Value(f"{token.text}{on}", token.start, last.end()))
    return last.end()


def slashed(state: Marking, here: int) -> int | None:
    """Read the next number behind a plural and a stroke: ``reels 42/43``."""
    number = PLAIN.match(state.text, here, state.stop) if state.draft.last_name in LISTED else None
    return _each(state, here, number.end()) if number else None


def _each(state: Marking, start: int, end: int) -> int:
    """Begin a mark with each number from *start* to *end*, of the level that was the last."""
    for number in _DIGITS.finditer(state.text, start, end):
        value = Value(number.group(), number.start(), number.end())
        state.again(state.draft.levels[-1].name, completed(state, value))
    return end


def parts(state: Marking, name: str) -> bool:
    """Read on with further parts of the file, each a mark: ``Parts I and II``. Tell whether there were any."""
    before = state.draft
    while further := _MORE_PARTS.match(state.text, state.draft.end, state.stop):
        state.next_mark(state.ranks[name])
        state.put(name, Value(further.group(1), further.start(1), further.end(1)))
    return state.draft is not before


def next_years(state: Marking, here: int) -> int | None:
    """Read on a list: folders that are years or months, ``1947–1948; 1949–1950 and 1951``, or end with them."""
    here += 4 if state.text.startswith("and ", here) else 0
    last, title = state.rules.level(state.draft.levels[-1].name), state.draft.levels[-1].value
    if last is None or last.kind != "title":
        return None
    dated = _ENDS_DATED.search(title)
    named = title[: dated.start()] if dated else ""  # Chron, Jan.–June 1977; Chron, July–Dec. 1977
    again = dated is not None and state.text.startswith(named, here)
    match = TIMES.match(state.text, here + len(named), state.stop) if again else None
    end = match.end() if match else here + len(title)
    if match is None and (YEARS_ONLY.fullmatch(title) or not _is_of_other_year(state.text[here : end + 1], title)):
        return None
    return state.again(last.name, Value(state.text[here:end], here, end))


_ENDS_DATED = pattern(rf"{TIMES.pattern}$")
_YEAR = pattern(r"(?<!\w)(?:1[5-9]|20)\d\d(?!\w)")
_ENDS_TITLE = frozenset({"", *".,;)"})


def _is_of_other_year(written: str, title: str) -> bool:
    """Tell whether *written*, with a sign behind it, is *title* with another year: ``1979–Report; and 1980–Report``."""
    size = len(title)
    return (
        written[size:] in _ENDS_TITLE
        and written[:size] != title
        and (_YEAR.sub("", written[:size]) == _YEAR.sub("", title) and _YEAR.search(title) is not None)
    )
