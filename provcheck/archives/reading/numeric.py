"""The engine for marks that are only numbers: ``558/11/334/105``, ``558.11.334.105``, ``146-1-2621``."""

from __future__ import annotations

import itertools
import re

from provcheck import tables
from provcheck.archives.lexicon.folios import DASHES, folios_at
from provcheck.archives.lexicon.values import Value, normal
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.archives.reading.levels import first as first_convention
from provcheck.model.lazy import pattern
from provcheck.model.noun import new

_HALVED = r"(?:(?<=\.\d)|(?<=\.\d\d))/\d{1,2}[a-zа-я]?(?=\.\d)"
"""The second half of an opis between points: ``11.1/2.946.5``."""
_CAPITAL = r"[A-DSА-ГСРП](?=[^\w-]|-\d|$)"
"""A capital of an opis: ``17/3А/5``, ``П-5907/2Р``."""
_ONE = r"(?:[A-Za-zЀ-ӿ]{1,3}[-–])?\d+(?:[a-zа-яA-ZА-Я]{0,2}| s[jch](?=\.))"
_SEQUENCE = pattern(
    rf"(?P<first>{_ONE}|[A-ZА-Я]{{1,2}}\d+[a-zа-я]?)[ ]?(?P<sep>[/.:\-‐–—]|_(?=\d+[a-zа-я]?_\d)|(?<=[ ])(?=\d))[ ]?"
    rf"(?P<rest>\d+(?:[a-zа-я]|{_CAPITAL}|{_HALVED})?(?![^\W_A-ZА-Я])"
    r"(?:[ ]?(?P=sep)[ ]?(?:[A-ZА-Я]-|[A-Z][A-Za-z] ?)?\d+[a-zа-я]?(?![^\W_A-ZА-Я]))*)"
)
_COMMAS = pattern(
    rf"(?P<first>{_ONE})(?P<sep>, )(?P<rest>(?!(?:1[5-9]|20)\d\d\b)\d{{1,3}}[a-zа-я]?, \d+[a-zа-я]?(?:, \d+)?)"
    r"(?!\w|, ?\d| [^\W\d_]{3}|, [a-zа-я]{3})"
)
"""Fond, opis, file and perhaps a leaf: ``ГАРФ, 9401, 2, 64, 5``, but no years and no quantities."""
_LEAD = pattern(r"[\s,;.:(–_/`«\"-]{0,4}(?:№ ?)?")
"""What may stand between an archive and its numbers."""
_YEAR = pattern(r"[ ]?\((?:1[789]|20)\d\d(?:[-–]\d{1,4})?\)")
"""The year of the document in brackets: `` (1937)``, `` (1932–3)``."""
_OF_DAY = pattern(r"[ ]\([^()]{0,20}(?:19|20)\d\d\)(?= (?:and|и) |[,;])")
"""The day of the document, before the next mark: `` (15 May 1935) and``."""
_MORE = worded(r"[ ]*(?:,|\b{ands}\b|&|;)[ ]*(?:and |& )?")
_DOCUMENT = worded(r"(?:, [^\W\d_][^;:()]{3,90}?)?(?:; (?:{ands} )?|, {ands} )(?:(?i:{compared}|{also}):? )?(?=\d)")
"""What the document is, between the leaves of a file and the next mark: ``73.2.44.9, A to B; also 73.2.19.106``."""
_SAID = worded(
    r" \([^\W\d_][^()\d]{2,60}\)(?:,? {ands} |[,;] )(?=\d)"
    r"|,? {ands} (?:[a-z]{1,12} ){1,4}in (?=\d)"
)
"""What is said of the document between its file and the next: ``17.3.5 (the protocol) and``, ``, and the draft in``."""
_COMMA = pattern(r"[ ]*,[ ]*")
_SINGLE = worded(r"\d+[a-zа-я]?(?![\w/.–-]*[\w/])(?!\s+(?!{ands}\b)[^\W\d_])|\d+(?= among\b)")
_CLOSES = pattern(r"[ ]*(?:[.;)\]]|$|, (?:in|cited)\b|\([^()]{0,20}(?:19|20)\d\d\))")
_WORD_AFTER = pattern(r"\s+[^\W\d_]{3,}")
_DAY = pattern(
    r"(?:[0-2]?\d|3[01])(?P<sign>[-/.])(?:[0-2]?\d|3[01])(?P=sign)(?:\d\d){1,2}|(?:1[5-9]|20)\d\d[-/]\d\d?[-/]\d\d?"
)
"""Numbers that look like a day where no archive stands before them: ``12/05/43``, ``1943-05-12``."""
_LEAF = pattern(r"[./](?=\d)|:[ ]?(?=\d)")
_CLOSED = pattern(r"[-–](?:фп|пф|fp|pf|п|p)(?![^\W_])")
"""The sign of a closed case of a secret police, which is a file: ``6/75501-fp``."""
_PART = pattern(rf"(?:[A-ZА-Я]-|[A-Z][A-Za-z] ?)?\d+(?:[a-zа-я]|{_CAPITAL}|{_HALVED})?")
_RUN = pattern(rf"[{DASHES}]\d+(?![/.]\d)")
_SIGNED = pattern(r"(?<=-\d)/|(?<=-\d\d)/|(?<=\.\d)-|(?<=\.\d\d)-")
_FILE = pattern(r"(\d+[a-zа-я]?)(?![\w/-])")
"""The file behind a fond and an opis that another sign joins: ``211-3/140``, ``EFA.203.0-12345``."""
_VOLUME = pattern(r"/[IVXІХ]{1,5}(?!\w)")
"""The volume of a file in Roman figures: ``5-1-4145/III``."""
_OPENS = pattern(r"[(«\"“`]")
_ALONE = pattern(
    r"(?=(?:[А-Я]{1,2}[-–])?\d{1,5}[a-zа-я]?(?P<sep>[-/])\d{1,4}[a-zа-я]?(?P=sep)\d{1,6}[a-zа-я]?(?:[)»\"”`]|\s+[А-ЯІЇЄ]|$))"
)
_LETTERED = pattern(
    r"(?<![\w./-])(?=[А-ЯІ]{1,2}-\d{1,5}[а-яa-z]?(?P<sep>[-/])\d{1,4}[а-яa-z]?(?P=sep)\d{1,6}[а-яa-z]?(?![\w/-]|\.\d))"
)
"""A fond with its letter, an opis and a file in one, wherever they stand: ``МК 1880: И-294-3-189``."""
_SPACED = pattern(r"(?!\d{1,2} (?:1[5-9]|20)\d\d$)(?!00)\d+[a-zа-я]? (?!00)\d+[a-zа-я]?")
"""Numbers that only blanks part: ``558 11``."""
_DATE = pattern(r"[0-3]?\d(?:[.-][01]?\d[.-](?:1[6-9]|20)?|/[01]?\d/(?:1[6-9]|20))\d\d(?!\d)")
"""A day in figures: ``3.05.1943``."""
_LEAF_NEXT = pattern(r", ?(?:лл?|арк|ll?)\. ?\d")
"""Leaves, which no day has: ``17-3-12, л. 4``."""
_YEARS = pattern(rf"(?P<from>(?:1[5-9]|20)\d\d)(?:[ ]?[{DASHES}][ ]?(?P<to>(?:1[5-9]|20)\d\d)|\. \d+)")
"""The years of what an archive keeps, ``GARF, 1939–1960``; the year of a book and its page, ``1997. 86. lpp.``"""


_GLUES = frozenset(".-")


def sequence_at(text: str, start: int) -> re.Match[str] | None:
    """Return two or more numbers with one separator between, from *start*; None for days and years.

    Joined to their archive they are none: ``ERAF.1.5.12``, ``РГИА-26-1-33``, ``ДАПО 5-1-12``. Blanks part three
    (``Р7523 105 168``), no sum (``10 000 000``), no date.
    """
    match = _SEQUENCE.match(text, start)
    if match is None or (not match["sep"] and not _SPACED.fullmatch(match["rest"])):
        return None
    letter, joint = text[max(0, start - 2) : start - 1], text[start - 1 : start]
    glued = letter.isalpha() and (joint in _GLUES or (joint == " " and letter.isupper() and match["sep"] == "-"))
    if not glued and _DATE.fullmatch(match.group()) and not _LEAF_NEXT.match(text, match.end()):
        return None
    years = _YEARS.fullmatch(match.group())
    return None if years and years["from"] < (years["to"] or "9") else match


def follows(text: str, start: int, count: int = 3) -> bool:
    """Tell whether *count* numbers with one separator, or with commas, come right after an archive."""
    match = _right_after(text, start)
    return match is not None and len(_PART.findall(match.group("rest"))) >= count - 1


def two_end(text: str, start: int) -> int:
    """Return where the two numbers end that come right after an archive; -1 where there are none, or more of them."""
    match = _right_after(text, start)
    return match.end() if match and len(_PART.findall(match["rest"])) == 1 else -1


def _right_after(text: str, start: int) -> re.Match[str] | None:
    lead = _LEAD.match(text, start)
    return _numbers_at(text, lead.end()) if lead else None


def _numbers_at(text: str, at: int) -> re.Match[str] | None:
    return sequence_at(text, at) or (_COMMAS.match(text, at) if text[at : at + 1].isdigit() else None)


def read(text: str, start: int, stop: int, holder: Holder | None, convention: str) -> list[Draft]:
    """Read marks from *start*, right after the archive, up to *stop*."""
    rules = tables.conventions()[convention]
    usual = [level.name for level in rules.levels if level.required]
    named = {name.archive for name in holder.names} if holder else set()
    own = [*tables.archives()[named.pop()].required] if len(named) == 1 else []
    lead = _LEAD.match(text, start)
    assert lead is not None
    at = lead.end()
    drafts: list[Draft] = []
    while at < stop and (match := _numbers_at(text, at)):
        count = len(_PART.findall(match["rest"])) + 1
        fits = len(usual) < len(own) < count or (count == len(own) > 1 and not _RUN.match(text, match.end()))
        names = own if fits else usual  # AVP RF, 059a/5a/11/3: with the papka; LMAVB RS, F31-1245: no opis
        draft, at = _one(text, match, names, holder, convention)
        drafts.append(draft)
        at = _tail(text, at, draft, names)
        at = dated.end() if (dated := _OF_DAY.match(text, at)) else at
        while (more := _MORE.match(text, at)) and more.end() > at:
            single = _SINGLE.match(text, more.end())
            if not single or draft.folios or len(draft.levels) < len(names) or match["sep"] == ", ":
                break
            draft = Draft(holder, convention, draft.levels[:-1])
            _put(text, draft, names[-1], single.start(), single.end())
            drafts.append(draft)
            at = single.end()
        more = _MORE.match(text, at)
        following = _numbers_at(text, more.end()) if more else None
        if not following and count > len(names) and (more := _DOCUMENT.match(text, at, stop)):
            following = _numbers_at(text, more.end())
        if not following and count > _TWO and (more := _SAID.match(text, at, stop)):
            following = _numbers_at(text, more.end())
        if not more or not following or following.group("sep") != match.group("sep"):
            break
        if len(_PART.findall(following["rest"])) + 1 < min(count, len(names)):
            break  # RGASPI 17.3.746, and 861.00/1234, RG 59
        at = more.end()
    return drafts


_TWO = 2
"""So few numbers behind words may be anything."""
_PAIR = pattern(r", ?(\d+[a-zа-я]?)/(\d+[a-zа-я]?)(?![\w/])")
"""Another file with its leaf: ``, 335/12``."""
_NEXT_PAIR = worded(r"(?:[,;] (?:{ands} )?| {ands} )(\d+[a-zа-я]?)/(\d+[a-zа-я]?)(?![\w/])")
"""The opis and delo of the next file of a fond: ``Fond 89, 16/3 and 55/28``."""
_THIRD = worded(r"(?:, ?(?:{ands} )?| {ands} )(\d+[a-zа-я]?)(?![\w/–-])(?= ?[,.;)(]| {ands} \d|$)")


_FOND = pattern(
    r"[\s,.:_-]{0,2}(?P<lettered>[РПИКRPK]-?\d{1,5}[а-яa-z]?)(?![\w/-])"
    r"|\.(?P<glued>\d{1,5}[A-ZА-Я]{0,2})(?![\w/.-])"
    r"|\. ?(?P<enclosed>\d{1,5}[A-ZА-Я]{0,2})\)"
    r"|,? ?№ ?(?P<closed>\d{3,6} ?(?:фп|пф|кфп))(?!\w)"
)


_CLOSED_CASE = pattern(r"П-?\d{4,6}")
"""The number of a criminal case that is closed, which no fond has: ``Госархив ХмО, П-7670``, ``ЦГАООУ, № 72925 фп``."""


def lone_fond(text: str, stop: int, holder: Holder, convention: str) -> list[Draft]:
    """Read a fond that stands alone and is known by its letter (``ГАРФ Р-5446``) or its point (``ERAF.130SM``).

    The number of a closed case is a file's.
    """
    number = _FOND.match(text, holder.end, stop)
    required = [rule.name for rule in tables.conventions()[convention].levels if rule.required]
    if number is None or not holder.names or required[:1] != ["fond"]:
        return []
    draft = Draft(holder, convention)
    group = number.lastgroup or ""
    level = "delo" if group == "closed" or _CLOSED_CASE.fullmatch(number[group]) else "fond"
    _put(text, draft, level, number.start(group), number.end(group))
    return [draft]


_ITEM = pattern(r"[\s,.:(]{0,3}(?:№[ ]?)?(?:[A-ZА-ЯЁІ]{1,3}[ -]?)?\d[\d/-]*(?![^\W_])")


def item(text: str, stop: int, holder: Holder, convention: str) -> list[Draft]:
    """Pass over the number after an archive of films, photographs or sound, which has no levels to read."""
    own = {tables.archives()[name.archive].convention for name in holder.names}
    if not own or any(rule.required for one in own for rule in tables.conventions()[one].levels):
        return []
    number = _ITEM.match(text, holder.end, stop)
    if number is None:
        return []
    draft = Draft(holder, convention)
    draft.aside = True
    draft.note("aside", "", text, holder.end, number.end())
    return [draft]


def complete(text: str, drafts: list[Draft]) -> list[Draft]:
    """Read the opis and delo that stand as bare numbers after a lone fond: ``Fond 89, 73/34, 35``."""
    draft = drafts[-1] if drafts else None
    if draft is None or len(draft.levels) != 1 or draft.levels[0].name != "fond":
        return drafts
    fond = next((token for token in draft.tokens if token.level == "fond" and token.kind == "value"), None)
    pair = _PAIR.match(text, fond.end) if fond else None
    if pair is None:
        return drafts
    _put(text, draft, "opis", pair.start(1), pair.end(1))
    _put(text, draft, "delo", pair.start(2), pair.end(2))
    if draft.folios:
        return drafts
    found, at = list(drafts), pair.end()
    while following := _NEXT_PAIR.match(text, at) or _THIRD.match(text, at):
        pair = following if following.re.groups > 1 else None
        draft = Draft(draft.holder, draft.convention, draft.levels[: 1 if pair else -1])
        if pair:
            _put(text, draft, "opis", *pair.span(1))
        _put(text, draft, "delo", *following.span(following.re.groups))
        found.append(draft)
        at = following.end()
    return found


def read_alone(text: str, leaves: list[Draft], holder: Holder | None = None) -> list[Draft]:
    """Read three numbers that stand alone, in brackets or quotes or at the beginning: ``(И-138-2-532)``.

    *leaves* is what else was read, which has no levels; leaves right behind the numbers are theirs. Behind *holder*
    they stand in brackets, and so does each further mark: ``РС 1834 (333-9-55), РС 1850 (333-9-211)``.
    """
    opened = [sign.end() for sign in _OPENS.finditer(text, holder.end if holder else 0)]
    lettered = [led.start() for led in _LETTERED.finditer(text)] if holder is None else []
    for start in (*(() if holder else (0,)), *opened, *lettered):
        if drafts := _alone_at(text, start, holder):
            for further in sorted({*opened, *lettered}):
                drafts += _alone_at(text, further, holder) if further > drafts[-1].end else []
            for draft, behind in itertools.product(drafts, leaves):
                gap = text[draft.end : behind.start].rpartition("»")[2]  # «230-1-2641 Яницьких», арк. 12
                near = draft.end <= behind.start and not gap.strip(" ,).")
                if near and not draft.folios:
                    draft.folios, draft.tokens = behind.folios, draft.tokens + behind.tokens
            return drafts
    return leaves


def _alone_at(text: str, start: int, holder: Holder | None) -> list[Draft]:
    match = sequence_at(text, start) if _ALONE.match(text, start) or _LETTERED.match(text, start) else None
    if match is None or len(_PART.findall(match.group("rest"))) != 2 or _DAY.fullmatch(match.group()):
        return []
    return read(text, start, len(text), holder, first_convention())


_CASE = pattern(r"П(?<!\w.)-\d{4,6}(?=, [Аа]рх[иі]в )")


def closed_case(text: str) -> list[Draft]:
    """Read the number of a closed criminal case that an archive stands behind: ``П-23645, архив УСБУ``."""
    case = _CASE.search(text) if "П-" in text else None
    if case is None:
        return []
    draft = Draft(None, first_convention())
    _put(text, draft, "delo", *case.span())
    return [draft]


_BEFORE = pattern(r"(?<![^\s(\[;:,“«\"])(?=(?:[A-Za-zЀ-ӿ]{1,3}[-–]?)?\d[\w-]*[/.:–-]\d)")
_FARTHEST = 60


def before(text: str, low: int, holder: Holder, convention: str) -> list[Draft]:
    """Read three numbers or more right before their archive: ``9401/1/2244, GARF``."""
    for begun in _BEFORE.finditer(text, max(low, holder.start - _FARTHEST), holder.start):
        match = sequence_at(text, begun.end())
        if match is None or len(_PART.findall(match["rest"])) < 2:
            continue
        if not _DAY.fullmatch(match.group()) or _YEAR.match(text, match.end()):
            return read(text, begun.end(), holder.start, holder, convention)
    return []


def _put(text: str, draft: Draft, level: str, start: int, end: int) -> None:
    written = text[start:end]
    kept = tables.conventions()[draft.convention or ""].letters_as_written
    draft.put(level, new(Value, (written, start, end)), text, None if kept else normal(written))


def _one(
    text: str, match: re.Match[str], names: list[str], holder: Holder | None, convention: str
) -> tuple[Draft, int]:
    draft = Draft(holder, convention)
    separator = match.group("sep")
    parts = [(match.start("first"), match.end("first"))]
    parts += [(m.start(), m.end()) for m in _PART.finditer(text, match.start("rest"), match.end("rest"))]
    if names == ["fond", "delo"] and text[parts[0][0]] in "Ff":
        parts[0] = (parts[0][0] + 1, parts[0][1])  # F9–12
    end = match.end("first")
    for number, (at, upto) in enumerate(parts):
        if number >= len(names):
            reading = folios_at(text, at)
            if reading:
                draft.leaves(text, at, reading)
                end = reading.end
            break
        end = upto
        behind = _VOLUME if separator in DASHES else _RUN
        run = behind.match(text, end) if number == len(names) - 1 else None
        if run:
            end = run.end()
        _put(text, draft, names[number], at, end)
    if len(parts) == 2 and (closed := _CLOSED.match(text, end)) and "delo" in names:
        del draft.levels[-1], draft.tokens[-1]
        _put(text, draft, "delo", at, closed.end())
        end = closed.end()
    elif len(parts) == 2 < len(names) and _SIGNED.match(text, end) and (file := _FILE.match(text, end + 1)):
        _put(text, draft, names[2], *file.span(1))
        end = file.end()
    return draft, end


def _goes_on(text: str, draft: Draft, at: int) -> bool:
    """Tell whether the next number is one more than the last: a further file and no leaf, ``118-14-267, 268``."""
    last, single = draft.levels[-1].value, _SINGLE.match(text, at)
    return bool(single and last.isdecimal() and single[0].isdecimal() and int(single[0]) == int(last) + 1)


def _tail(text: str, at: int, draft: Draft, names: list[str]) -> int:
    """Read ``(1933), 127–9``: leaves after the year of the file, or after a comma."""
    if not draft.folios and len(draft.levels) == len(names) and (leaf := _LEAF.match(text, at)):
        reading = folios_at(text, leaf.end())
        if reading and not (leaf[0] == ": " and _WORD_AFTER.match(text, reading.end)):
            draft.leaves(text, leaf.end(), reading)
            return reading.end
    year = _YEAR.match(text, at)
    if draft.folios or len(draft.levels) < len(names):
        return at
    comma = _COMMA.match(text, year.end() if year else at)
    if not comma:
        return at
    if not year and _goes_on(text, draft, comma.end()):
        return at
    reading = folios_at(text, comma.end())
    following = sequence_at(text, comma.end())
    if not reading or (following and following.group("sep") not in DASHES and not year):
        return at
    if not year and not _CLOSES.match(text, reading.end):
        return at
    if year and _WORD_AFTER.match(text, reading.end):
        return at
    draft.leaves(text, comma.end(), reading)
    return reading.end
