"""What stands among labelled levels without a word of its own, or with one that is not known."""

from __future__ import annotations

import re

from provcheck.archives.lexicon.folios import Reading, folios_at
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import Value, are_near
from provcheck.archives.lexicon.vocabulary import wording
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.lexicon.words import cut
from provcheck.archives.reading.draft import Holder
from provcheck.archives.reading.labelled.unlisted import ABBREVIATION, small_code, unknown
from provcheck.archives.reading.levels import MIDDLE, TOP
from provcheck.model.archive import Convention
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Folios

_FOND = pattern(
    r"(?:^|[\s(«\"_])(?:[ФфFf][-.]? ?|[^\W\d_РПИКАЦRPIKA]\. ?)?"  # С. 12: a slip for Ф.
    r"((?:[^\W\d_]{1,3}-?|[^\W\d_](?:\.? ?[–-] ?|[. ] ?))?\d+[a-zа-я]?)"
    r" *[,._]? *(?:[–—-] )?$"
)
"""A fond right before its opis: ``GARF, Р-9401``, ``ф. 17``."""
_LETTERS = pattern(r"([А-Я]{2,4}|[A-Z]{2,4}|[ОO]?[ЗZ][а-гa-d]?)(?=[,.]| за 1)")
"""Letters by which a fond is known, or that stand for its figures: ``Ф.ОЗа`` is 03а."""
_TITLE = pattern(
    r"[«\"“]?([^\W\d_][^\d;:()«»\"“”]{2,50}[^\W\d_](?<! за)(?![IVX]*[-–]\d))[.,]?[»\"”]?[.,]? *"
    r"(?:[IVX\d]{1,4}[-–][^\W\d_]?\d*[.,] *)?(?:(?:за )?1[5-9]\d\d(?:[-–]\d{2,4})?(?: ?гг?\.?)?[.,]? *)?"
)
"""A fond known by its name, up to the next level, perhaps with the year of its file."""
_FILE = pattern(r"[.,;]?\s?[^\W\d_]{1,6}\.?:? ?№? ?((?:[А-Я]-)?\d+[a-zа-я]?(?:[-/](?:\d+|[А-Яа-я]))?)[.,;]?\s?")
"""A file whose word is not known: `` des. 12``."""
_OPIS = pattern(
    r"[.,;]?\s?[OoОо0][^\W\d_]{0,2}[.,]? ?(\d+[a-zа-я]?|I{1,3}(?=[.,; ]))[.,;]?\s?(?:M(?:app?e|)\. ?(\d+)[.,;]\s?)?"
)
"""An opis whose word is misspelt, and in German a papka: `` oр. 11``, ``O. 34, M. 223``."""
_NO_YEAR = r"(?!(?:1[5-9]|20)\d\d(?!\d))"
_COLON = pattern(rf" ?: ?(?=\d){_NO_YEAR}")
_COMMA = pattern(rf", (?=\d\d|\d[–-]){_NO_YEAR}")
_PART = pattern(rf", ([IVX]{{1,5}}) ?: ?(?=\d){_NO_YEAR}")
_CLOSES = pattern(r"[ ]*(?:[.,;)\]\n]|$)(?! ?\d)")
_CODE = worded(
    r"(?:^|[;.(\n])[ \n]{0,3}(?:(?:{ands}|{leads}\.?|also|а также) )?"
    rf"((?:{ABBREVIATION}|(?![IVXІХ]+\b)[A-ZА-ЯІЇЄҐЎ]{{2}})(?:[ -][A-ZА-ЯІЇЄҐЎ]{{2,5}})?)[.,:]? ?$"
)


def fond(text: str, low: int, stop: int) -> Value | None:
    """Return the number right before *stop*, the fond whose word is left out: ``K-1, ap. 58, b. 127``."""
    found = _FOND.search(text, low, stop)
    return Value(found.group(1).upper(), found.start(1), found.end(1)) if found else None


def titled(text: str, start: int, stop: int) -> Value | None:
    """Return the fond that has letters alone, ``ф. ВУА``, or words up to the opis at *stop*: ``ф. Канцелярия``."""
    found = _LETTERS.match(text, start) or _TITLE.fullmatch(text, start, stop)
    return Value(found.group(1), *found.span(1)) if found else None


def file(text: str, start: int, stop: int) -> Value | None:
    """Return the file whose word is misspelt or not known: ``оп. 2, слр. 1144, арк. 4``."""
    return _only(_FILE.fullmatch(text, start, stop))


def opis(text: str, start: int, stop: int) -> list[tuple[str, Value]]:
    """Return the opis whose word is misread, ``Ф. 17. Он. 3. Д. 5``, and the German papka behind it."""
    found = _OPIS.fullmatch(text, start, stop)
    names = zip((1, 2), ("opis", "papka"), strict=True) if found else ()
    return [(name, Value(found[n], *found.span(n))) for n, name in names if found and found[n]]


def _only(match: re.Match[str] | None) -> Value | None:
    return Value(match.group(1), match.start(1), match.end(1)) if match else None


NEXT_FILE = pattern(
    r"(?: \((?:[^\W\d_][^\W\d_ ]{3,20}|[ву] [^\W_]{1,9}(?:-х)? (?:томах|частях|частинах))\))?(?:[,;]| и) ?(?:№ ?)?"
    r"((?:[НПРФ]-\d{3,6}|[А-Я]{2}-?\d{4,9}|\d{3,6}-[д-я]{1,2})(?![\w-])"
    r"|\d{1,6}[а-яa-z]?(?=,? (?:т|том)\.? ?\d{1,2}(?![\w/-]))|\d{5,6}(?![\w/-]))"
)
"""The next file behind a volume of one: a closed case, one that has a volume too, a number longer than a leaf has."""
_LONG_NUMBER = pattern(r",? ?((\d{4})(?:[–-]\d{4})?)(?=[,;.)]|$|,? (?:т|том)\.? ?\d)")
"""A number of as many digits as few leaves have, or a run of such, before another volume or the end."""


def far_file(text: str, at: int, file: str) -> Value | None:
    """Return the file that goes on from *file* behind its volume, too long for a leaf: ``3480 т. 1, 3482-3484``."""
    number = _LONG_NUMBER.match(text, at) if text.startswith(",", at) else None
    last = run[2] if number and (run := _RUN.fullmatch(file)) else file
    near = number is not None and len(last) == len(number[2]) and are_near(last, number[2])
    return Value(number[1], *number.span(1)) if number and near else None


def leaves(text: str, value: Value, *, part: bool) -> Reading | None:
    """Return the leaves after a file and a colon, or a *part* of one and a comma: ``d. 5: 37–8``, ``t. 1, 4–74``."""
    colon = _COLON.match(text, value.end) if ":" in text[value.end : value.end + 2] else None
    if colon is None and part and not NEXT_FILE.match(text, value.end):
        colon = _COMMA.match(text, value.end)
    reading = folios_at(text, colon.end()) if colon else None
    return reading if reading and _CLOSES.match(text, reading.end) else None


def part_and_leaves(text: str, file: Value) -> tuple[Value, Reading] | None:
    """Return the part of a *file* in Roman numerals and its leaves behind a colon: ``file 5581, I: 38, 45``."""
    part = _PART.match(text, file.end) if text.startswith(", ", file.end) else None
    reading = folios_at(text, part.end()) if part else None
    if part is None or reading is None or not _CLOSES.match(text, reading.end):
        return None
    return Value(part[1], *part.span(1)), reading


def leaves_among(text: str, values: list[Value]) -> Reading | None:
    """Return the leaves that look like more files, but do not go on from the first: ``d. 485, 49–56, 60``.

    A range that leaves out figures is one of leaves, and so are the numbers behind the bracket with the date of a file,
    unless they have their own: ``d. 3, 100-3``, ``d. 187 (May 1954), 1-97``; but ``d. 28 (1954), 29 (1955)``.
    """
    if len(values) < 2:
        return None
    if text.startswith(" (", values[0].end):
        listed = text.startswith(" (", values[1].end) or _goes_on(values[0].text, values[1].text)
        return None if listed else folios_at(text, values[1].start)
    if text[values[0].end] != ",":
        return None
    if len(values) == 2 and (run := _RUN.fullmatch(values[1].text)) and len(run[2]) < len(run[1]):
        return folios_at(text, values[1].start)
    numbers = [int(number.group()) for value in values if (number := re.match(r"\d+", value.text))]
    if len(numbers) < len(values):
        return None
    if max(numbers[1:]) >= numbers[0] or numbers[1:] != sorted(numbers[1:]):
        return None
    reading = folios_at(text, values[1].start)
    return reading if reading and reading.end >= values[-1].end else None


_RUN = pattern(r"(\d+)[–-](\d+)")
_COUNTED = pattern(r"\d{3,6}")


def _goes_on(file: str, value: str) -> bool:
    """Tell whether *value* counts on from the number of *file*, which is too long for a leaf: ``3312 (…), 3318``."""
    low, high = _COUNTED.match(file), _COUNTED.match(value)
    return low is not None and high is not None and are_near(low[0], high[0])


def other_archive(text: str, low: int, stop: int) -> Holder | None:
    """Return the archive that no table has, named between *low* and *stop* in a list of marks: ``; MSP, f. 3``."""
    code = _CODE.search(text, max(low, stop - 60), stop)
    if code and code.group(1) not in wording().no_archives:
        return Holder(code.start(1), code.end(1), code.group(1))
    after = text.find(";", low, stop)
    if after < 0:
        return None
    words = [(word, after + start, after + end) for word, start, end in cut(text[after:stop])[1]]
    return small_code(text, words, stop) or unknown(text, words, stop)


def backs(text: str, reading: Reading, rules: Convention) -> Reading:
    """Read the letter that stands for the back of a leaf in one convention alone: ``23–24p``, ``24 p.`` in Estonia."""
    back = rules.verso.get(rules.languages[0], "v")
    if len(back) > 1 or back == "v":
        return reading
    runs = [Folios(*(end[:-1] + "v" if end.endswith(back) else end for end in run)) for run in reading.folios]
    end = reading.end
    if text.startswith(f" {back}", end) and _ALONE.match(text, end + 2) and runs[-1].last.isdigit():
        first, last = runs[-1]
        runs[-1], end = Folios(first + "v" * (first == last), last + "v"), end + 2
    return Reading(tuple(runs), end)


_ALONE = pattern(r"\.?(?=[,;)]|\.?$|\. [A-Z])")
"""What follows a letter that no page is behind."""


_FIRST = pattern(r"[IVXLCDM]\. [A-Z][^\W\d_]+[),]")
_SECOND = pattern(r"(?<!\w)[A-ZА-Я]\. ?[FФ]\. ?[A-ZА-Я][a-zа-я]$")
"""The initials of a person, of which the first looks like the word for a volume, the second like that for a fond."""


def is_initial(text: str, label: Found, level: str) -> bool:
    """Tell whether the word for *level* is an initial of the person whose fond it is: ``f. 1099 (T. I. Filippov)``."""
    if not text[label.start].isupper():
        return False
    if level in TOP:
        return _SECOND.search(text, max(0, label.start - 4), label.lead + 2) is not None
    return level not in MIDDLE and _FIRST.match(text, label.lead) is not None
