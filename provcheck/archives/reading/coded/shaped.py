"""Values of a stretch, known by the shape of their kind: behind the word for their level, or without one."""

from __future__ import annotations

import re
from itertools import takewhile

from provcheck.archives.lexicon.cuts import DAY, LISTED, PLAIN, QUOTED, SINGLY_QUOTED
from provcheck.archives.lexicon.kinds import TITLES, Kind, kind
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import LISTED as NEXT
from provcheck.archives.lexicon.values import Value, is_far_longer, listed, value_at
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.coded import titles
from provcheck.archives.reading.levels import rules_for
from provcheck.archives.reading.stretch import Stretch
from provcheck.model.archive import LevelRule
from provcheck.model.lazy import pattern
from provcheck.model.noun import new

_LETTER = pattern(r"[A-Z](?=[,.;)]|$)")
"""A value of one letter: ``B,``."""
_ROMAN = pattern(r"(?:[IVXLC]{1,8}(?:[-/]\d+)?|(?!v:? (?:$|[^\W\d_]))[ivx]{1,5})(?=[,.;:)\s]|$)(?! \d)")
"""A value in Roman numerals: ``XIV``, ``iv``; but ``opis v: NA`` is a copy that is there."""
PLURAL_ENDS = frozenset("sS")
"""How the English words end that announce several of a level."""
_SAID = pattern(r"[A-Z]{0,3}\d+[a-z]? \((?:(?:1[5-9]|20)\d\d(?: ?[-–] ?(?:1[5-9]|20)?\d\d)?|[a-z][a-z /-]{3,80})\)")
"""A number with the years of what is there, or how it is: ``14c (imperfect copy)``."""
_BEFORE_TITLE = pattern(r"(\d{1,4}[a-z]?):(?: |$)")
"""A number with the title of what is there."""
_QUOTABLE = frozenset({"file", "folder", "item", "box"})
"""Levels whose title may stand in quotation marks: ``file "M/8 Japan"``."""
_NUMBER_SIGN = pattern(r"^(?:No|Nr|no|nr)\.? ?(?=\d)")
"""The sign of a number that says nothing: ``No. 5``."""


def value(stretch: Stretch, rule: LevelRule, at: int) -> Value | None:
    """Read a value of the kind of *rule* at *at*, as written."""
    if rule.kind in TITLES:
        return titles.title(stretch, rule, at)
    if rule.kind == "symbol":
        return titles.symbol(stretch, at)
    of = kind(rule.kind)
    limit = stretch.next_label(at) if not of.past_words else stretch.stop
    match = of.shape.match(stretch.text, at, limit)
    return of_shape(stretch.text, rule, match) if match else None


def of_shape(text: str, rule: LevelRule, match: re.Match[str]) -> Value | None:
    """Return the value that *match* is, which has the shape of the kind of *rule*."""
    at, end = match.span()
    if rule.name == "call-number" and kind("nocall").shape.match(text, at):
        return None
    if match.re.groupindex:
        return Value(match["v"] or match[0], at, end)
    written = match[0]
    if written[-1:].isdigit() and " " not in written and "\u00a0" not in written:
        return new(Value, (written, at, end))
    found = titles.cleaned(text, at, end)
    if found and text[end - 1] == "." and kind(rule.kind).keeps_point:
        return found._replace(text=found.text + ".")  # Cod. Guelf. 45 Extrav.
    if found and rule.kind == "code" and (sign := _NUMBER_SIGN.match(found.text)):
        return found._replace(text=found.text[sign.end() :])  # No. 1234
    return found


_TITLED = pattern(r" [A-Z][a-z]{3,}(?! ?[,;:]? \d)")
"""A word that makes a title of the number before it."""
_APART = frozenset(" ,;:)")
"""What ends a number, which no code can have within."""
_COMMAS = frozenset(",;")
_GLOSS = pattern(r"\((?:[A-Z]{3,}|[가-힣一-龥][^()]{1,20})\)")
"""Whose records they are, joined to the number: ``RG 338(USARPAC)``, ``RG 407(부관부)``."""
_FILMED = pattern(r"\d{1,4}(?=/\d{6})")
"""A reel before its frames: ``roll 233/2721367``."""
_QUOTES = frozenset('“"„«')
_SINGLE = frozenset("‘'")
_OPENED = frozenset("“\"'")
"""What a label leads past."""
_NEXT_QUOTED = worded(r",? {ands} (?=[“\"„«])|, (?=[“\"„«])")
_NUMBERS_END = pattern(r"[,.;:)\]]|$")
_OF_TITLES = frozenset({"di ", "de ", "del", "da ", "do "})
"""What makes the word for a fonds or a section part of a title."""


def announced(stretch: Stretch, name: str, label: Found, at: int, *, titled: bool) -> list[Value]:
    """Read the values at *at*, after *label* for level *name*: the level's own kinds first, then whatever has a figure.

    With *titled* the level is there already, and a second title does not follow.
    """
    text, stop = stretch.text, stretch.stop
    if name != "file" and DAY.match(text, at):
        return []
    if name in {"fonds", "section"} and text[at : at + 3] in _OF_TITLES:
        if not (text.startswith("ección de ", at - 7) or text.startswith("amo de ", at - 4)):
            return []  # Fondo di Vienna: the word belongs to the title
        at += 3  # Sección de Inquisición, Ramo de Tierras
    if name == "fonds" and text.startswith("of the ", at):
        at += len("of the ")  # Fond of the Council of State
    opened = at - (text[at - 1 : at] in _OPENED)
    several = text[label.end - 1] in PLURAL_ENDS and name in LISTED
    opening = text[opened : opened + 1] if name in _QUOTABLE else ""
    if opening in _QUOTES and (quoted := QUOTED.match(text, opened, stop)):
        return _quoted(text, at, quoted, stop, several=several)
    if opening in _SINGLE and (quoted := SINGLY_QUOTED.match(text, opened, stop)):
        return _quoted(text, at, quoted, stop, several=False)
    valued = label.valued if label.lead == at else None
    for rule in rules_for(stretch.rules.id, name):
        if several and valued and (numbers := _numbers(text, valued)):
            return numbers  # Folders 3-5, 7, whose titles would go on so
        if text[at - 2 : at] == "N " and kind(rule.kind).own_n:
            at, valued = at - 2, None  # sign. N 1234/5: no word for a number
        if (rule.kind not in TITLES or not titled) and (found := _announced(stretch, rule, at, valued)):
            return found
    if roman := _ROMAN.match(text, at, stop):
        return [Value(roman.group(), at, roman.end())]
    mark = kind("mark").shape.match(text, at, stretch.next_label(at)) or _LETTER.match(text, at, stop)
    return [Value(mark.group(), at, mark.end())] if mark else []


def _quoted(text: str, at: int, title: re.Match[str], stop: int, *, several: bool) -> list[Value]:
    """Return the *title* in quotation marks at *at*, and behind a plural the *several* listed with it."""
    found: list[Value] = []
    more: re.Match[str] | None = title
    while more:
        found.append(Value(more["v"].strip(" \u00a0\u202f,."), more.start() if found else at, more.end()))
        sign = _NEXT_QUOTED.match(text, more.end(), stop) if several else None
        more = QUOTED.match(text, sign.end(), stop) if sign else None
    return found


def _numbers(text: str, first: Value) -> list[Value]:
    """Return *first* and the numbers listed with it, where there are some and their clause ends with them."""
    numbers = listed(text, first, "lettered")
    plain = len(numbers) > 1 and all(PLAIN.fullmatch(number.text) for number in numbers)
    return numbers if plain and _NUMBERS_END.match(text, numbers[-1].end) else []


def _each(text: str, first: Value, of: Kind) -> list[Value]:
    """Return *first* and those *of* its kind that are listed after it."""
    found = [first]
    while of.listed and (comma := NEXT.match(text, found[-1].end)) and (more := of.shape.match(text, comma.end())):
        found.append(Value(more.group(), more.start(), more.end()))
    return found


def _announced(stretch: Stretch, rule: LevelRule, at: int, valued: Value | None) -> list[Value]:
    """Read what stands after a label: the level's own kind, or at least something with a figure."""
    if rule.kind not in {"number", "lettered"}:
        one = value(stretch, rule, at)
        if one and _SAID.fullmatch(one.text):
            one = new(Value, (one.text.partition(" ")[0], at, one.end))  # Folder 3 (1630–1635)
        elif one and ":" in one.text and (number := _BEFORE_TITLE.match(one.text)):
            one = new(Value, (number[1], at, one.end))  # Folder 3: Letters
        return _each(stretch.text, one, kind(rule.kind)) if one else []
    text = stretch.text
    first = valued or value_at(text, at, rule.kind)
    if rule.name == "reel" and (filmed := _FILMED.match(text, at, stretch.stop)):
        return [Value(filmed[0], *filmed.span())]
    found = listed(text, first, rule.kind) if first and rule.name in LISTED else [first] if first else []
    # VOL. 30 and A1838/2, 479/3/1; vols. 5, 10, 10 bis
    plain = [*takewhile(lambda more: PLAIN.fullmatch(more.text.removesuffix("bis")), found[1:])]
    if plain and is_far_longer(found[0].text, text, plain[0].start):
        plain = []  # roll 6, 000487: its frame
    found = [*found[:1], *plain]
    if rule.name == "box" and len(found) > 1 and _TITLED.match(text, found[-1].end):
        found.pop()  # Box 37, 101 Soviet Buildup
    if len(found) > 1 and text[found[0].end : found[1].start] == ",":
        del found[1:]  # PTR,LEG,54,71: without blanks the comma leads to the next level
    longer = None
    if len(found) == 1 and text[found[0].end : found[0].end + 1] not in _APART and not _GLOSS.match(text, found[0].end):
        longer = kind("code").shape.match(text, at, stretch.stop)
    elif len(found) == 1 and text[found[0].end + 2 : found[0].end + 3] in _COMMAS:
        longer = kind(rule.kind).shape.match(text, at, stretch.stop)  # vol. 1203 G, f. 5
    if longer and longer.end() > found[0].end:
        stroke = text.rfind("/", at, longer.end())
        if stroke < 0 or stroke + 1 not in stretch.labels:  # but RG 59/Box 12
            return [Value(longer.group(), at, longer.end())]
    found = found or ([coded] if (coded := value_at(text, at, "code")) else [])
    if found and found[0].text.isalpha() and (mark := kind("mark").shape.match(text, at, stretch.next_label(at))):
        return [Value(mark.group(), at, mark.end())]  # Box CL 306
    return found


_RUN = worded(r"(\d{1,3})[-–](\d{1,3})(?=[;)]|\.? ?$|\. [^\W\d_]|,? {ands} [^\W\d_])")


def is_run_below(text: str, here: int, stop: int, number: str) -> bool:
    """Tell whether a run of lower numbers than *number* stands *here*, leaves in it, as no list goes down."""
    run = _RUN.match(text, here, stop)
    return run is not None and int(run[1]) < int(run[2]) < int(number)
