"""Who translated, obtained or contributed: ``Obtained by A and translated for CWIHP by B and C.``"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import islice
from typing import NamedTuple

from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.vocabulary import is_place, stem, stems, wording, words_of
from provcheck.archives.lexicon.wording import any_of, worded
from provcheck.archives.lexicon.words import Word as Cut
from provcheck.archives.reading.draft import BY_START
from provcheck.model.lazy import pattern
from provcheck.model.noun import new
from provcheck.model.shelfmark import Credit, CreditRole


class Word(NamedTuple):
    """A word of the line."""

    text: str
    start: int
    end: int


class Credited(NamedTuple):
    """Credits and the stretch of the line that says them."""

    start: int
    end: int
    credits: tuple[Credit, ...]


_JOIN = worded(
    r"[ \t\u00a0]*(?:(,)[ \t\u00a0]*(?:and[ \t\u00a0]+|&[ \t\u00a0]*)?"
    r"|(?:{ands}|&|a|ve)[ \t\u00a0]+)(?=\d{0,2}[^\W\d_])"
)
_FIGURES = frozenset("0123456789")
_NUMBERED = pattern(r"[-‐‑]\d{1,3}(?![\w/-])")
"""What a firm's or a machine's name may go on with: ``K-2 Services``, ``ChatGPT-4``."""
_BRACKET = pattern(r"[ \t\u00a0]*\([^()]{0,80}\)")
_INITIALS = pattern(r"[^\W\d_]\.[ \u00a0]?(?:[^\W\d_]\.[ \u00a0]?)?[^\W\d_]{3}")
"""A name goes on a list after a comma, where a town or another work could stand: ``А. И. Иванова, Б. Б. Петровой``."""
_JUNIOR = pattern(r",?[ \t\u00a0]+(?:[JS]r\b\.?|I{2,3}\b)")
_BODY = pattern(r"\b(?:Archives?|Universit\w+|Institute?|Centre|Center|Project|Committee|Department|Library)\b")
_LONGEST = 12
"""How many words may stand between the credit word and ``by``."""


def read(text: str, words: list[Cut], told: list[Found]) -> list[Credited]:
    """Return the credits of a line, in order; *told* are the words for them that other languages than English have."""
    abroad = [credit for item in told if (credit := _abroad(text, words, item, told))] if told else []
    if not text.isascii() and max(text) > _FIRST_EASTERN:
        abroad += _eastern(text)
    english = _read(text, [new(Word, word) for word in words]) if _may_credit(text, words) else []
    if not abroad:
        return english
    spans = [(credit.start, credit.end) for credit in english]
    apart = [credit for credit in abroad if not any(low < credit.end and credit.start < high for low, high in spans)]
    return sorted([*english, *apart])


@cache
def _by() -> re.Pattern[str]:
    """Return what may stand between a credit's word and the name: ``с нем.``, ``du russe par``, ``: ``."""
    table = wording()
    sources, into, by = any_of(table.credits_from), any_of(table.credits_into), any_of(table.credits_by)
    before, behind = any_of(table.language_before), any_of(table.language_behind)
    language = rf"(?:{before} )?(?:(?![A-ZА-ЯÀ-Þ])[^\W\d_]{{2,15}}|(?<=aus de[mr] )[A-Z][a-zäöü]+)\.?(?: {behind}\.?)?"
    return pattern(rf"\.?:?(?: {sources} {language}| [a-zа-я]{{2,4}}\.)?(?: {into} {language})?:?(?: {by}\.?)?:? ")


_START, _END = r"(?:^|(?<=[,;:(). ]))", r"(?=[,;:.() ]|$)"
_PERSON = r"[\u4e00-\u9fff]{2,3}(?<![馆館处處部局院所会會组組])"
"""A name of Chinese or Japanese; no archive, office or committee."""
_EASTERN = worded(rf"{_START}((?:{_PERSON},)*[\u4e00-\u9fff·]{{2,8}}(?<![翻编編汉漢口选選校著])){{translated}}{_END}")
"""``梁俊艳译``: the translator of a book, in Chinese and Japanese; ``王明、李红译``, whose sign reads as a comma."""
_COLON = worded(rf"{_START}{{translator_is}}: ?([\u4e00-\u9fff·]{{2,8}}(?:,{_PERSON})*){_END}")
"""``译者:王明``."""
_GATHERED = worded(rf"{_START}((?:{_PERSON},)*[\u4e00-\u9fff]{{2,4}}(?<![馆館处處部局院所会會组組])){{gathered}}{_END}")
"""``沈志华提供``: who found or gave the document."""


_FIRST_EASTERN = "\u2e80"
"""Behind this sign the Chinese and Japanese ones begin."""


def _eastern(text: str) -> list[Credited]:
    """Read the credits of Chinese and Japanese, whose word stands behind the name, or before it with a colon."""
    signs: tuple[tuple[CreditRole, list[str], re.Pattern[str]], ...] = (
        ("translator", wording().translated, _EASTERN),
        ("translator", wording().translator_is, _COLON),
        ("contributor", wording().gathered, _GATHERED),
    )
    return [
        Credited(one.start(), one.end(), (Credit(role, tuple(one[1].split(","))),))
        for role, said, shape in signs
        if any(map(text.__contains__, said))
        for one in shape.finditer(text)
    ]


_TONGUE = pattern(r" [^\W\d_]{2,15}\.?:? (?=[^\W\d_])")
"""The language after ``пер. с``, whose words are taken as one."""
_AND = worded(r"\s*(?:{ands}|a)\s*")


def _abroad(text: str, words: list[Cut], item: Found, told: list[Found]) -> Credited | None:
    """Read ``Przeł. Jan Kowalski``, ``traduit du russe par Jeanne Dupont``; a full name must follow."""
    roles, end = [item.what], item.end
    for other in islice(told, bisect_left(told, end, key=BY_START), None):  # obtenu et traduit par …
        if not _AND.fullmatch(text, end, other.start):
            break
        roles.append(other.what)
        end = other.end
    lead = _TONGUE if " " in text[item.start : end] and text[item.start] in "пП" else _by()  # пер. с нем.
    gap = lead.match(text, end)
    if gap is None or (text[item.start].isupper() and _A_NAME.match(text, item.start)):
        return None
    second = bisect_left(told, gap.end(), key=BY_START)
    if second < len(told) and told[second].start == gap.end():
        return None  # Перевод с китайского. Перевёл Н. Федоренко: the second says who
    said = " ".join(words_of(text[item.start : item.end].lower()))
    if ":" not in gap[0] and said in wording().credits_named:
        return None
    index = bisect_left(words, gap.end(), key=lambda word: word[1])
    names, stop = _names(text, [Word(*word) for word in words[index : index + 40]], 0, commas=False)
    if not names or any(" " not in name for name in names):
        return None
    declined = ":" not in gap[0] and said in wording().credits_of
    if declined and "translator" in roles and any(map(_no_person, names)):
        return None
    credited = (Credit(_role(role), tuple(names), declined) for role in dict.fromkeys(roles))
    return Credited(item.start, stop, tuple(credited))


_A_NAME = pattern(r"Ford\b(?! ?[.:])|(?:(?<=[a-z] )|(?<=[A-Z]\. ))Ford\b")
"""A word for credits that is a name: ``Ford Foundation``, ``Gerald R. Ford. Papers``; but ``Ford.: Kiss``."""
_ADJECTIVE = pattern(r"[^\W\d_]{3,}(?:ого|его|ої|ой|ых|их|ého)")
"""How a first word ends that is no first name in the genitive: ``Красной Армии``."""


def _no_person(name: str) -> bool:
    """Tell whether *name* in the genitive is a body's or a work's: ``Банка России``, ``Нового Завета``."""
    words = name.split()
    return _ADJECTIVE.fullmatch(words[0]) is not None or any(stem(word) in stems("not_persons") for word in words)


def _may_credit(text: str, words: list[Cut]) -> bool:
    """Tell whether *text* has a word that credits begin with, and one that they go on with."""
    for word in wording().credit_by:
        if word in text:
            break
    else:
        if "trans" not in text and "Trans" not in text:
            return False
    return not wording().credits.keys().isdisjoint([written.lower() for written, _, _ in words])


def _read(text: str, words: list[Word]) -> list[Credited]:
    table = wording()
    found: list[Credited] = []
    index = 0
    while index < len(words):
        role = table.credits.get(words[index].text.lower())
        credited = _read_from(text, words, index, role) if role else None
        if credited is None:
            index += 1
            continue
        found.append(credited)
        while index < len(words) and words[index].start < credited.end:
            index += 1
    return found


def _read_from(text: str, words: list[Word], index: int, role: str) -> Credited | None:
    table = wording()
    roles: list[str] = [role]
    at = index + 1
    while at < len(words) and at - index < _LONGEST:
        word = words[at].text.lower()
        if word in table.credit_by:
            break
        goes_on = at == index + 1 and text[words[at].start].islower()  # transl. from Latin by Anne Roe
        if not goes_on and re.search(r"[.;:]\s", text[words[at - 1].end : words[at].start + 1]):
            return _abbreviated(text, words, index, role)
        if word in table.credits:
            roles.append(table.credits[word])
        at += 1
    else:
        at = len(words)
    if at >= len(words) or words[at].text.lower() not in table.credit_by:
        return _abbreviated(text, words, index, role)
    names, end = _body(text, words, at) or _names(text, words, at + 1)
    if not names or any(map(str.isdigit, text[words[at].end : words[at + 1].start].rpartition(" ")[0])):
        return None  # by 12 Brands: what is the number?
    said = tuple(Credit(_role(r), tuple(names)) for r in dict.fromkeys(roles))
    return Credited(words[index].start, end, said)


_NAMED = r"(?:[A-Z][\w’'&-]*|[A-Z](?:\.[A-Z])+\.?)"
_BODY_NAME = worded(
    rf"(?:[Tt]he )?({_NAMED}(?: (?:(?:of|for|in|at|on)(?: the)? )?{_NAMED})*)(?=$|\.(?:\s|$)|[,;:)\]]|\s+(?:and|&)\s)"
)
_IS_BODY = worded(r"\b{bodies}\b")
_FOR_ANOTHER = pattern(r" for (?:the )?[A-Z]{2,}\b.*")
"""Whom it was done for: ``by the Translation Service for CWIHP``."""


def _body(text: str, words: list[Word], by: int) -> tuple[list[str], int] | None:
    """Read ``by the Foreign Broadcast Information Service``, ``by the Institute of History and Jane Doe``."""
    if by + 1 >= len(words):
        return None
    match = _BODY_NAME.match(text, words[by + 1].start)
    name = _FOR_ANOTHER.sub("", match[1]) if match else ""
    if match is None or not _IS_BODY.search(name.partition(" for ")[0]):
        return None  # Jane Doe for the Project
    end = match.start(1) + len(name)
    join = _JOIN.match(text, end)
    if join and not join[1]:
        following = bisect_left(words, join.end(), key=BY_START)
        if following < len(words) and words[following].text.lower() in wording().credits:
            return [name], end  # and translated by …
        more, stop = _names(text, words, following)
        return ([name, *more], stop) if more and all(" " in one for one in more) else None  # Trade and Industry
    return [name], end


def _abbreviated(text: str, words: list[Word], index: int, role: str) -> Credited | None:
    """Read ``trans. Jane Doe``, ``Translation: Jane Doe``, which do without "by"."""
    word = words[index]
    sign = text[word.end : word.end + 2]
    if sign != ": " and (sign != ". " or word.text.lower() not in {"trans", "transl"}):
        return None
    if sign == ". " and text[: word.start].rstrip(" ")[-1:].isalnum():
        return None  # IEEE Trans. Pattern Anal.
    names, end = _names(text, words, index + 1, commas=False)
    journals = wording().of_journals  # Trans. Faraday Soc.
    full = [name for name in names if " " in name and name.rpartition(" ")[2].lower() not in journals]
    return Credited(word.start, end, (Credit(_role(role), tuple(full)),)) if full and full == names else None


def _role(role: str) -> CreditRole:
    if role == "translator":
        return "translator"
    if role == "obtained_by":
        return "obtained_by"
    return "editor" if role == "editor" else "contributor"


def _names(text: str, words: list[Word], index: int, *, commas: bool = True) -> tuple[list[str], int]:
    """Read names from word *index*: capitalised words, initials and particles; joined by comma or ``and``."""
    names: list[str] = []
    end = words[index].start if index < len(words) else len(text)
    join: re.Match[str] | None = None
    while index < len(words):
        first = index
        last = _one_name(text, words, index)
        if last is None:
            break
        while first < last and words[first].text.lower() in wording().honorifics:
            first += 1
        name_end = words[last].end
        if text[name_end : name_end + 1] == "." and (len(words[last].text) == 1 or words[last].text.lower() == "jr"):
            name_end += 1
        elif numbered := _NUMBERED.match(text, name_end):
            name_end = numbered.end()
        if junior := _JUNIOR.match(text, name_end):
            name_end = junior.end()
        start = words[first].start
        while text[start - 1 : start] in _FIGURES:  # 7Brands
            start -= 1
        name = " ".join(text[start:name_end].split())
        stop = _past_bracket(text, name_end)
        if names and join and (apart := _not_listed(text, start, name_end, names[0], join[0].strip(" \u00a0"))):
            stop = apart
        elif names and _BODY.search(names[0]) and (name.isupper() or _BODY.search(name)):
            names[-1], end = f"{names[-1]}, {name}", stop  # a body, and the one that it is part of
        else:
            names.append(name)
            end = stop
        join = _JOIN.match(text, stop)
        if not join or (join.group(1) and not commas and not _INITIALS.match(text, join.end())):
            break
        while index < len(words) and words[index].start < join.end():
            index += 1
        if index < len(words) and words[index].text.lower() in wording().credits:
            break
    return names, end


def _past_bracket(text: str, end: int) -> int:
    """Return where the bracket behind a name ends, which says more of it; *end* where it has a credit of its own."""
    bracket = _BRACKET.match(text, end)
    if bracket is None:
        return end
    said = f" {' '.join(words_of(bracket[0].lower()))} "
    return end if any(f" {word} " in said for word in _credit_words()) else bracket.end()


@cache
def _credit_words() -> tuple[str, ...]:
    table = wording()
    return (*table.credits, *(word for words in table.credits_abroad.values() for word in words))


_DATED = pattern(r"\.?,?[ \u00a0]\d")
_COUNTED = pattern(r"[ \u00a0]\d")
"""What has a number is no person: ``translated by Jane Doe, National Security Archive EBB 57``."""


def _not_listed(text: str, start: int, end: int, first: str, join: str) -> int | None:
    """Return where that ends which is no further name after *first*, but says when, where or whose: ``, May 2003``."""
    name = text[start:end]
    one = not any(map(str.isspace, name))
    if is_place(name) or (one and _DATED.match(text, end)):
        return end
    if join != ",":
        return None
    if _COUNTED.match(text, end):
        return end
    body = _BODY_NAME.match(text, start)
    if body and " " in first and not _BODY.search(first) and (body.end(1) > end or _IS_BODY.search(body[1])):
        return body.end(1)  # George Washington University, School of Economics
    return end if one and " " in first else None


def _one_name(text: str, words: list[Word], index: int) -> int | None:
    """Return the last word of the name that begins at word *index*; None where no name begins."""
    table = wording()
    last = None
    at = index
    while at < len(words):
        word = words[at]
        if at > index:
            gap = _NUMBERED.sub("", text[words[at - 1].end : word.start], count=1)
            before = words[at - 1].text
            point = (
                gap.startswith(".")
                and (len(before) <= 2 or before.lower() in table.titles)
                and gap.strip(". \u00a0") in {"", "-"}
            )
            if not (point or gap.strip(" \u00a0") in {"", "-", "‐", "‑", "–"} or gap in {" ‘", " “"}):
                break
        low = word.text.lower()
        if word.text[0].isupper():
            last = at
        elif low not in table.particles or (at == index and low == "the"):
            break
        at += 1
    return last
