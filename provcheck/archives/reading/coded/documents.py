"""What is said of the document between its archive and its mark, or between two marks: titles and days."""

from __future__ import annotations

import re

from provcheck.archives.lexicon.cuts import DAY, FAR
from provcheck.archives.lexicon.kinds import kind
from provcheck.archives.lexicon.times import DATE, DATED, LAST_DAY, WRITTEN_DAY
from provcheck.archives.lexicon.values import has_figure
from provcheck.archives.lexicon.vocabulary import wording
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.coded.marking import Marking
from provcheck.archives.reading.coded.traits import traits
from provcheck.archives.reading.draft import Draft
from provcheck.model.lazy import pattern

_EXTENT = pattern(
    r"\d+ (?:folios|fojas|hojas|leaves|sheets|pages|páginas|feuillets|Blätter|Seiten|pagine|carte"
    r"|reels|rolls|boxes|cartons|volumes|items|negatives|photographs|linear feet"
    r"|jednost(?:ek|ki|ka)|kart|stron|tomów|pudeł|handlingar|volymer|eskeita)\b"
)
"""How much there is of something: ``38 folios``."""
_MONTHS = r"(?:0?[1-9]|1[0-2])/\d\d ?[–-] ?(?:0?[1-9]|1[0-2])/\d\d(?![\w/])"
"""From which month to which a file goes: ``03/72–08/76``."""
_NO_NUMBER = pattern(rf"{DAY.pattern}|{_EXTENT.pattern}|{_MONTHS}|(?i:{DATE.pattern})")
"""Figures that are a day, months or an extent: ``6 May 1940``, ``38 folios``."""
_YEAR = r"(?:1[5-9]|20)\d\d(?![\d/]|-\d)"
IN_A_YEAR = (
    rf"(?:{{in_years}} {_YEAR}|[VWUIOAZВСКУО] {_YEAR}[.,]? [a-zß-ÿа-яії]"
    rf"|{_YEAR}(?:[’'-][a-zß-ÿ]{{2,4}})?(?: [a-zß-ÿа-яії]{{2,}}){{2}})"
)
"""How a sentence begins that tells what was in a year: ``In 1948 he left``, ``V 1948 odešel``, ``1948 ging er``."""
_TOLD = worded(IN_A_YEAR)
_LETTER = pattern(r"[A-ZÀ-Þ][\w.’' -]{1,60}? to [A-ZÀ-Þ][\w.’' -]{1,60}")
"""What a letter is called, which has no date: ``Smith to Jones``."""
_CAPTION = worded(
    r"(?:(?i:{recorded}|{images}|{copy_words})(?: [^\W\d_][\w’'-]*){0,3} ?(?:: ?| )|[^\W\d_]{3,20} ?: )"
    r"(?=(?:[A-Z]|\d{1,4} ?[A-Z])[\w .-]{0,8}\d)"
)
"""What a code shows, before it: ``photo: PA-012345``, ``recensement 6 M 318``, ``contrat : 4 E 57/211``."""
_LAID_IN = worded(
    r"(?:[a-zà-ÿ]{1,20} ){1,4}?{laid_in} "
    r"(?=[A-Z]{1,4}[/ ]?\d{1,4}(?:[ /-]?[A-Z]{1,3}\d{0,2})?[ /-]\d)"
)
"""What else there is and under which code: ``mémoire joint en GR 1 M 1412``, ``a map now in MPK 1/412``."""
_ARROW = pattern(r"[^;→\d]{2,60} → [^;,→\d]{2,60}, (?=\w)")
"""Who wrote to whom, in notes: ``Smith → Jones, ``."""
_LONG_DAY = 24
"""How many characters a day has at most: ``23 September 1850 (1)``."""
_FIRST_WORD = pattern(r"[^\W\d_]+(?=,)")
_OPENING = frozenset("“‘\"'")


def written_on(state: Marking, here: int) -> int | None:
    """Return where a date ends that stands between the archive and its mark: ``10 Feb. 1960, 855-18-778``."""
    date = DATED.match(state.text, here, state.stop)
    return date.end() if date and (len(date.group()) > 4 or not traits(state.rules.id).yearly) else None


_SENT = worded(
    r"[^\W\d_a-zß-ÿ][^,;:()\d]{1,60}? {to_whom} [^,;:()\d]{2,60}(?:, |\d)"
    r"|(?i:{accounts}|{further_accounts}) [^,;:()\d]{2,60}, "
)
"""Who wrote to whom, where the letter has its leaves behind it: ``sygn. 12, A do B, Lwów 5 II 1711, s. 15``."""


_US_DAY = r"\d\d?/\d\d?/(?:1[89]|20)\d\d"
_SPAN = rf"(?:{_US_DAY}(?: ?[–-] ?{_US_DAY})?|(?:1[5-9]|20)\d\d ?[–-] ?(?:1[5-9]|20)\d\d)"
"""From when to when a file goes: ``06/01/1965–12/31/1966``, ``1931–1936``."""
_QUOTED = pattern(
    r"(?:[A-ZÀ-Þ][^,;:()\d“”\"„«»]{1,40}, )?[“\"„«][^;“”\"„«»]{3,150}[”\"“»],? ?"
    rf"(?:(?:{_SPAN}|{DATE.pattern}|(?:1[5-9]|20)\d\d)(?: \([^()\d]{{3,30}}\))?)?",
    re.IGNORECASE,
)
"""The title of a document, with its author and year: ``R. Roe, “Notes on schools,” 1944 (in French)``; no journal's."""


def to_its_leaves(state: Marking, here: int) -> int | None:
    """Return where the letter or title ends that stands between a file and the word for its leaves."""
    label = state.stretch.next_label(here)
    if label >= state.stop or state.draft.folios or label - here > FAR or state.text[label - 2] != ",":
        return None
    if state.has_level(label) or ";" in state.text[here:label]:
        return None  # DB3/C2/5, A to B, 3 March 1915; The Herald, 12 March 1915, p. 3
    if _QUOTED.fullmatch(state.text, here, label - 2):
        return label - 2
    if not _SENT.match(state.text, here, label):
        return None
    return label - 2 if LAST_DAY.search(state.text, max(here, label - 2 - _LONG_DAY), label - 2) else None


def past_document(state: Marking, here: int) -> int | None:
    """Return where the semicolon stands behind the document's title: ``MS 12, A to B, 3 May 1900; MS 13``."""
    stop = min(state.stop, here + FAR)
    end = state.text.find("; ", here, stop)
    if end < 0 and (joined := _JOINED.search(state.text, here, stop)):
        end = joined.start()
    if end < 0 or not lists_on(state, end + 2) or state.stretch.next_label(here - 1) < end:
        return None
    if end + 2 in state.labels and not state.has_level(end + 2):
        return None
    said = end - (state.text[end - 1] == " ")  # 3 mai 1921 ; 1 M 45
    dated = LAST_DAY.search(state.text, max(here, said - _LONG_DAY), said)
    told = state.text[here:said].lower() in wording().told  # Bl. 3, Vermerk; B 136/13
    first = state.draft.tokens[0].text  # E4320B#1990/266#12*, Flüchtlinge; E4320B#1990/266#14*
    again = len(first) >= _LONG_CODE and first[0].isalpha() and has_figure(first)
    told = told or (again and state.text.startswith(first, end + 2))
    coded = _CODE_NEXT.match(state.text, end + 2) is not None
    told = told or (coded and any(shape.fullmatch(state.text, here, said) for shape in (_REPORT, _NUMBERS)))
    told = told or (
        _named_again(state, state.draft, end + 2) and _WHATEVER.fullmatch(state.text, here, said) is not None
    )
    return end if dated or told or _LETTER.fullmatch(state.text, here, said) else None


_WHATEVER = pattern(
    r"(?:[“\"‘„«][^;“”\"„«»]{2,150}[”\"’»],? ?)?[^;:()\d“”\"„«»]{0,90}"
    rf"(?:(?:1[5-9]|20)\d\d(?: ?[–-] ?(?:1[5-9]|20)?\d\d)?|{_MONTHS})?"
)
"""A document or a file by its title and years: ``“The School,” journal``, ``1948–1950``."""
_AND = worded(r"{ands} ")


def _named_again(state: Marking, draft: Draft, at: int) -> bool:
    """Tell whether a word stands at *at* that announced a level of *draft*: ``box 3, letters; and box 4``.

    Or the one for its first level behind a title: ``toegang 2.12.01, inv.nr. 33 Brieven; VOC, toegang 1.04.02``.
    """
    if joined := _AND.match(state.text, at, state.stop):
        at = joined.end()
    titled = _TITLE.match(state.text, at, state.stop) if at not in state.labels else None
    at = titled.end() if titled else at
    item = state.labels[at][0] if at in state.labels else None
    again = draft.announced_by(state.text[item.start : item.end].lower()) if item else []
    return bool(again) and (titled is None or draft.levels[0].name in again)


_TITLE = pattern(r"[A-ZÀ-Þ][^,;:()\d]{2,80}, ")
"""What a holding is called, before the word for its number."""
_REPORT = pattern(r"[^\W\d_][^;:()\d“”\"«»]{3,90}(?:(?:1[5-9]|20)\d\d)?")
"""What a document is called, with its year: ``District Annual Report, Gwelo, 1934``."""
_NUMBERS = pattern(r"\d[\w/–-]{0,12}(?:, \d[\w/–-]{0,12})?")
"""Pages, or a number that the code before has besides: ``G 1/428, 1246/2; OV 31/21``."""
_CODE_NEXT = pattern(
    r"(?!No|Nr|Vol|Bd)(?:[A-Z] )?\d?[A-Z]{1,6}\d{0,4}(?:/[A-Z]{1,6}\d{0,3})*[ /]?\d{1,5}(?:/[A-Z]?\d+)+(?![\w/])"
    r"|\d{1,3} ?[A-Z]{1,2} ?\d{1,4}(?![\w/])|[A-Z]{1,2}\.\d{1,3}(?:\.[A-Z])?/\d+(?![\w/])"
)
"""A code that no printed work has: ``LO 5/6/1``, ``PC/CP 1/1/2``, ``7ABC/D/1/63``, ``9 H 99``, ``M.49.E/12``."""
_LONG_CODE = 4
"""How long a code is that makes the next mark of a list known, being that of the first."""
_HOLDS = pattern(
    r"(?<=\d )[^\W\d_a-zß-ÿ][^;:()\d]{2,110}?(?:,? (?:1[4-9]|20)\d\d(?: ?[-–] ?(?:1[4-9]|20)\d\d)?)?(?=; (?P<next>\w))"
)
"""What a unit holds, right behind its number, before a semicolon."""


def past_title(state: Marking, here: int) -> int | None:
    """Return where the semicolon stands behind what a unit holds: ``inv.nr. 12 Notulen, 1900; inv.nr. 13``.

    The next begins with a word that this mark has, the title of its fonds, or with a number like its first.
    """
    title = _HOLDS.match(state.text, here, state.stop)
    if title is None:
        return None
    with_words = next((draft for draft in (state.draft, *reversed(state.drafts)) if draft.labels()), None)
    if with_words is None or state.stretch.next_label(here - 1) < title.end():
        return None  # inv.nr. 12 and 14 Resoluties; inv.nr. 3: the word stands before the first of a list
    begin = title.start("next")
    number = begin not in state.labels and title["next"].isdigit()
    again = number or _named_again(state, with_words, begin)
    return title.end() if again and lists_on(state, begin) else None


_JOINED = worded(r"(?<=(?:1[5-9]|20)\d\d), {ands} (?=[A-Z]{1,4}\d{1,4}/\d)")
"""What joins a code behind the day of a document: ``S25/9007, A to B, 3 May 1947, and Z4/30085``."""


def before_code(state: Marking, here: int, said: int, end: int) -> bool:
    """Tell whether a document is called from *here* to *said*, and a code of the list is behind the sign at *end*."""
    if not state.text.startswith("; ", end) or not _CODE_NEXT.match(state.text, end + 2, state.stop):
        return False
    called = state.text[here:said].strip(" ,")
    return _REPORT.fullmatch(called) is not None or LAST_DAY.search(called) is not None


_QUOTED_NEXT = pattern(
    r"(?:(?:see )?also )?[“\"„«][^;“”\"„«»]{3,150}[”\"“»],? "
    r"(?=(?P<number>(?:[Nn]o\. ?)?\d+-\d+|[A-Z]+ ?\d+[/-]\d)?)"
)
"""The title of the next document, and its number, which no printed work has: ``also “A Letter”, 105-00127-04``."""


def behind_document(state: Marking, here: int) -> int | None:
    """Return where a mark of a list begins, past its document's title: ``…; A to B, 3 May 1900, MS 13``."""
    if caption := _CAPTION.match(state.text, here, state.stop) or _LAID_IN.match(state.text, here, state.stop):
        return caption.end() if lists_on(state, caption.end()) else None
    if (quoted := _QUOTED_NEXT.match(state.text, here, state.stop)) and lists_on(state, quoted.end()):
        numbered = quoted.end() not in state.labels and quoted["number"]
        if numbered or _named_again(state, state.draft, quoted.end()):
            return quoted.end()
    written = _FIRST_WORD.match(state.text, here)
    titled = state.text[here].isupper() or state.text[here] in _OPENING
    if not titled and (written is None or written[0] not in wording().told):
        return None
    if sent := _ARROW.match(state.text, here, state.stop):
        return sent.end() if lists_on(state, sent.end()) and state.stretch.next_label(here) >= sent.end() else None
    end = state.text.find(";", here, min(state.stop, here + FAR))
    dated = WRITTEN_DAY.search(state.text, here, end if end > 0 else min(state.stop, here + FAR))
    if dated is None or not lists_on(state, dated.end()) or state.stretch.next_label(here) < dated.end():
        return None
    return dated.end() + len(", ")


def tells_a_year(state: Marking, here: int) -> bool:
    """Tell whether a sentence begins at *here* that is no part of the mark before it: ``. In 1948 he left``."""
    return _TOLD.match(state.text, here) is not None


def lists_on(state: Marking, at: int) -> bool:
    """Tell whether what stands at *at* may be of this archive, and not of another that is named right after it."""
    if state.holder is None or state.stop >= len(state.text):
        return True  # Box 12; A to B, 3 May 1900, Box 15, Doe Papers, LC: that ends the list
    return _GOES_ON.search(state.text, at, state.stop) is not None


_GOES_ON = worded(r";|(?<=\w), {ands} ")
"""What parts a mark from another that comes before the next archive."""


def is_no_number(state: Marking, here: int) -> bool:
    """Tell whether the figures at *here* are a day (``ibid., 6 May 1940``), months or an extent (``38 folios``).

    What a museum has may be numbered by the day it came: ``NAM, 1965-04-12``.
    """
    day = _NO_NUMBER.match(state.text, here) is not None
    return day and kind("museumaccession").shape.match(state.text, here) is None
