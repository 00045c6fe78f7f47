"""Numbers behind their archive, made into marks: ``ГАРФ 9401/2/64, 65``, ``17.3.5 (the protocol) and 17.162.7``."""

from __future__ import annotations

import re

from provcheck import tables
from provcheck.archives.lexicon.folios import DASHES, LAST_LEAF, folios_at
from provcheck.archives.lexicon.values import are_near, counts_on
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.archives.reading.numeric.numbers import OF_YEAR, begin, count_of, numbers_at, parts_of, put, sequence_at
from provcheck.model.lazy import pattern

_OF_DAY = pattern(r"[ ]\([^()]{0,20}(?:19|20)\d\d\)(?= (?:and|и) |[,;])")
"""The day of the document, before the next mark: `` (15 May 1935) and``."""
_YEAR_BEHIND = pattern(r", ((?:1[6-9]|20)\d\d)(?=[;.]|$)")
"""When the document is of, and no leaf: ``558/4/53, 1899``."""
_MORE = worded(r"[ ]*(?:,|\b{ands}\b|&|;)[ ]*(?:and |& )?")
_DOCUMENT = worded(
    r"(?:, [^\W\d_][^;:()]{3,90}?)?[;,] (?:{ands} )?"
    r"(?:(?i:{compared}|{also})[.:]{0,2} |[^\W\d_][^,;:()\d]{2,60}, )?(?=\d+[a-zа-я]?(?:[/.:-]|, )\d)"
)
"""What the document is, between the leaves of a file and the next mark: ``73.2.44.9, A to B; also 73.2.19.106``,
``, note, with reply, 73.2.44.12``.
"""
_ALSO = worded(r"(?:[;,]|[;,]? {ands}) ?(?i:{compared}|{also})[.:]{0,2} (?=\d)")
"""What leads to a further mark: ``9401/1/107; also 9401/12/118``."""
_SAID = worded(
    r"(?: \([^\W\d_][^()]{2,90}\))(?:[,;]? {ands} |[,;] )(?=\d)"
    r"|(?: \([^\W\d_][^()\d]{2,60}\))?[,;]? {ands} (?:[a-z]{1,12} ){1,4}in (?=\d)"
    r"|[;,] [^\W\d_][^;:()]{3,80} (?:is|are) (?:also )?in (?=\d)"
)
"""What is said of the document between its file and the next: ``17.3.5 (the protocol) and``, ``; and the draft in``,
``; the text of Order No. 12 is in``.
"""
_SAID_OF_FILE = worded(
    r" \((?!(?:1[5-9]|20)\d\d)[^\W_][^()]{2,60}\)(?=(?:,|,? {ands}) \d+[^\W\d_]?(?:[,.;)]|$|,? {ands} \d))"
)
"""What is said of a file of a list in brackets: ``9401/2/64 (a report) and 68``."""
_SAID_OF_LEAVES = pattern(r" \([^\W\d_][^()]{2,90}\)(?=, \d{1,4}[–-]\d)")
"""The same before a run of leaves, as no list of files has: ``1/20/55 (letter of 3 May 1927), 14–15``."""
_TITLED = worded(r"; (?:{ands} )?[^\W\d_][^,;:()\d]{2,60}, (?=\d)")
_AND_TITLED = worded(r"; (?:{ands}|of|for) [^\W\d_][^,;:()\d]{2,60}, (?=\d)")
"""What the next document is: ``17/162; and the letters to him, 558/11``; no newspaper: ``; Pravda, 12/3``."""
_COMMA = pattern(r"[ ]*,[ ]*")
_SINGLE = worded(r"\d+[a-zа-я]?(?![\w/.–-]*[\w/])(?!\s+(?!{ands}\b)[^\W\d_])|\d+(?= among\b)")
_CLOSES = pattern(r"[ ]*(?:[.;)\]]|$|, (?:in|cited)\b|\([^()]{0,20}(?:19|20)\d\d\))")
_ENDS_RUN = pattern(r", [^\W\d_]{2,}(?! \d)")
"""What may follow leaves that are no list of files besides: who wrote, ``558/11/717, 114–16, Stalin to Gorky``."""
_WORD_AFTER = pattern(r"\s+[^\W\d_]{3,}")
_LEAF = pattern(r"[./](?=\d)|:[ ]?(?=\d)")
_CLOSED = pattern(r"[-–](?:фп|пф|fp|pf|п|p)(?![^\W_])")
"""The sign of a closed case of a secret police, which is a file: ``6/75501-fp``."""
_RUN = pattern(rf"[{DASHES}]\d+(?![/.]\d)")
_SIGNED = pattern(r"(?<=-\d)/|(?<=-\d\d)/|(?<=\.\d)-|(?<=\.\d\d)-")
_FILE = pattern(r"(\d+[a-zа-я]?)(?![\w/-])")
"""The file behind a fond and an opis that another sign joins: ``211-3/140``, ``EFA.203.0-12345``."""
_FILE_AND_LEAF = worded(
    r"(?:; ?(?:{ands} )?|,? {ands} |, )(\d+[a-zа-я]?)([/.])"
    r"(?=\d+[^\W\d_]{0,2}(?:[–-]\d+[^\W\d_]{0,2})?(?:[,;)]|\.?$| {ands} \d))"
)
"""The next file of the same opis with its leaf, as the last had: ``; 65/7``."""
_VOLUME = pattern(r"/[IVXІХ]{1,5}(?!\w)")
"""The volume of a file in Roman figures: ``5-1-4145/III``."""
_LISTED = worded(r"(?:, ?\d{1,5}){0,20},? {ands} \d{1,5}(?![\w/–-]|\.\d)")
_FIGURES = pattern(r"\d+")
"""A list that ends with *and*, and its numbers: ``, 65, and 93``."""
_TWO = 2
"""So few numbers behind words may be anything."""


def read(text: str, start: int, stop: int, holder: Holder | None, convention: str) -> list[Draft]:
    """Read marks from *start*, right after the archive, up to *stop*."""
    rules = tables.conventions()[convention]
    usual = [level.name for level in rules.levels if level.required]
    named = {name.archive for name in holder.names} if holder else set()
    own = [*tables.archives()[named.pop()].required] if len(named) == 1 else []
    drafts: list[Draft] = []
    if not (usual := usual or own):
        return []  # numbers alone say nothing where no level must be there
    match = numbers_at(text, begin(text, start))
    while match and match.start() < stop:
        count = count_of(match)
        fits = len(usual) < len(own) < count or (count == len(own) > 1 and not _RUN.match(text, match.end()))
        names = own if fits else usual  # AVP RF, 059a/5a/11/3: with the papka; LMAVB RS, F31-1245: no opis
        draft, at = _one(text, match, names, holder, convention)
        drafts.append(draft)
        at = _tail(text, at, draft, names)
        at = _behind_date(text, at, draft)
        if len(draft.levels) == len(names):
            if match["sep"] == ", ":
                at = _more_files(text, at, drafts, _end_of_files(text, at, draft.levels[-1].value))
            elif count <= len(names):
                at = _more_files(text, at, drafts, len(text))
            else:
                at = _more_leaves(text, at, drafts, match["sep"])
        match = _next(text, at, stop, match, len(names))
    return drafts


def _behind_date(text: str, at: int, draft: Draft) -> int:
    """Return where the day or the year of the document ends that stands at *at*; a year near the file is the next."""
    if day := _OF_DAY.match(text, at):
        return day.end()
    year = _YEAR_BEHIND.match(text, at) if not draft.folios else None
    return year.end() if year and not are_near(draft.levels[-1].value, year[1]) else at


def _more_files(text: str, at: int, drafts: list[Draft], stop: int) -> int:
    """Add the marks of further numbers of the last level up to *stop*, ``9401/2/64, 65``; return where they end."""
    last = drafts[-1]
    if not last.folios and (said := _SAID_OF_FILE.match(text, at)):
        at = said.end()
    while at < stop and not drafts[-1].folios and (more := _MORE.match(text, at)):
        if (single := _SINGLE.match(text, more.end())) is None:
            break
        drafts.append(Draft(last.holder, last.convention, last.levels[:-1]))
        put(text, drafts[-1], last.levels[-1].name, *single.span())
        at = single.end()
    return at


def _more_leaves(text: str, at: int, drafts: list[Draft], sign: str) -> int:
    """Add the marks of further files with their leaves, ``9401/2/64/5; 65/7``; return where they end."""
    while (pair := _FILE_AND_LEAF.match(text, at)) and pair[2] == sign and (reading := folios_at(text, pair.end())):
        last = drafts[-1]
        drafts.append(Draft(last.holder, last.convention, last.levels[:-1]))
        put(text, drafts[-1], last.levels[-1].name, *pair.span(1))
        drafts[-1].leaves(text, pair.end(), reading)
        at = reading.end
    return at


def _next(text: str, at: int, stop: int, last: re.Match[str], full: int) -> re.Match[str] | None:
    """Return the numbers of the next mark, joined as those of *last* are; *full* is how many make a mark."""
    count = count_of(last)
    said = (_SAID, _TITLED) if count > _TWO else (_AND_TITLED,)
    tried = (_MORE, _ALSO, *((_DOCUMENT,) if count > full else ()), *said)
    for sign in tried:
        if (more := sign.match(text, at, stop)) and (following := numbers_at(text, more.end())):
            alike = following["sep"] == last["sep"] and count_of(following) >= min(count, full)
            return following if alike else None  # RGASPI 17.3.746, and 861.00/1234, RG 59
    return None


def _one(
    text: str, match: re.Match[str], names: list[str], holder: Holder | None, convention: str
) -> tuple[Draft, int]:
    draft = Draft(holder, convention)
    separator = match.group("sep")
    parts = parts_of(match)
    if names == ["fond", "delo"] and text[parts[0][0]] in "Ff":
        parts[0] = (parts[0][0] + 1, parts[0][1])  # F9–12
    end = match.end("first")
    for number, (at, upto) in enumerate(parts):
        if number >= len(names):
            if separator == ", " and _end_of_files(text, end, draft.levels[-1].value):
                break  # 9401, 2, 64, 66 and 70: files all
            reading = folios_at(text, at)
            if reading and separator == "/" and (pair := _FILE_AND_LEAF.search(text, at, reading.end)):
                reading = folios_at(text[: pair.start()], at)  # 558/11/88/12 and 89/3: the next file with its leaf
            if reading:
                draft.leaves(text, at, reading)
                end = reading.end
            break
        end = upto
        behind = _VOLUME if separator in DASHES else _RUN
        run = behind.match(text, end) if number == len(names) - 1 else None
        if run:
            end = run.end()
        put(text, draft, names[number], at, end)
    if len(parts) == 2 and (closed := _CLOSED.match(text, end)) and "delo" in names:
        del draft.levels[-1], draft.tokens[-1]
        put(text, draft, "delo", at, closed.end())
        end = closed.end()
    elif len(parts) == 2 < len(names) and _SIGNED.match(text, end) and (file := _FILE.match(text, end + 1)):
        put(text, draft, names[2], *file.span(1))
        end = file.end()
    return draft, end


def _end_of_files(text: str, at: int, file: str) -> int:
    """Return where the list with *and* ends that counts up from *file*, so that it has files; zero if there is none.

    ``9401/2/64, 65, and 93``; or one with a number that no leaf has, ``9401/2/640, 65, and 2093``. Leaves count from
    one: ``17/42/80, 12 and 15``.
    """
    if not (file.isdecimal() and (listed := _LISTED.match(text, at))):
        return 0
    numbers = [int(file), *map(int, _FIGURES.findall(listed[0]))]
    return listed.end() if numbers == sorted({*numbers}) or max(numbers[1:]) > LAST_LEAF else 0


def _tail(text: str, at: int, draft: Draft, names: list[str]) -> int:
    """Read ``(1933), 127–9``: leaves after the year of the file, or after a comma."""
    if not draft.folios and len(draft.levels) == len(names) and (leaf := _LEAF.match(text, at)):
        reading = folios_at(text, leaf.end())
        if reading and not (leaf[0] == ": " and _WORD_AFTER.match(text, reading.end)):
            draft.leaves(text, leaf.end(), reading)
            return reading.end
    year = OF_YEAR.match(text, at) or _SAID_OF_LEAVES.match(text, at)
    if draft.folios or draft.levels[-1].name != names[-1]:  # of a closed case the opis is left out
        return at
    comma = _COMMA.match(text, year.end() if year else at)
    if not comma:
        return at
    single = None if year else _SINGLE.match(text, comma.end())
    if single and (counts_on(draft.levels[-1].value, single[0]) or _end_of_files(text, at, draft.levels[-1].value)):
        return at  # 118-14-267, 268: a further file and no leaf
    if not year and _YEAR_BEHIND.match(text, at):
        return at
    reading = folios_at(text, comma.end())
    following = sequence_at(text, comma.end())
    if not reading or (following and following.group("sep") not in DASHES and not year):
        return at
    if not (year or _CLOSES.match(text, reading.end)):
        first, last = reading.folios[0].first, reading.folios[0].last
        below = f"{first}{draft.levels[-1].value}".isdigit() and int(first) < int(draft.levels[-1].value)
        if not ((below or first != last) and _ENDS_RUN.match(text, reading.end)):
            return at
    if year and _WORD_AFTER.match(text, reading.end):
        return at
    draft.leaves(text, comma.end(), reading)
    return reading.end
