"""What stands among labelled levels without its word: files, the fond before its opis, leaves after a colon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from provcheck import tables
from provcheck.archives.lexicon.folios import Reading
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import Value, are_near, lead_and_value, listed, value_at
from provcheck.archives.lexicon.vocabulary import Label
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.archives.reading.labelled import bare
from provcheck.archives.reading.labelled.marking import Marking
from provcheck.archives.reading.levels import LOW, MIDDLE, TOP
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Token

BESIDE = 4
"""How far a reel may stand behind the level or leaves that it goes with, or a file behind its opis."""
_NUMBER_SIGN = pattern(
    r"(?: \([^()]{1,40}\))?(?:[.,] (?:за )?1[5-9]\d\d(?:[-–]\d{2,4})? ?гг?(?=\.))?"
    r"(?P<title>[.,] [^\W\d_][^\d.,;:()№]{3,40})?"
    r"[\s,.;:–—]{0,5}(?:№+|[NnНн][oоºr°.]\.?)[ \u00a0]{0,2}(?=\d)"
)
"""The sign of a number where a word for the file is missing: ``. № 23``."""
_SIGN_OF_FILE = pattern(r"[^\W\d_]-")
"""How the number of a file begins that has a letter: ``Р-33835``."""
_NEXT_FILE = pattern(
    r"\)(?:[,;]|[,;]? (?:и|and)) (?=(?:(?P<year>(?:1[5-9]|20)\d\d)(?!\d)|\d+)[а-яa-z]?(?: \(|(?:[-–]\d+)?(?:[.,;)]|$)))"
)
"""What stands between the leaves of a file, in brackets, and the next file: ``д. 11 (л. 25), 12 (л. 3), 19``."""
_WHOSE = pattern(r" [^\W\d_]{2,3} [^\d;:()]{4,60}")
"""Whose file it is: `` на Иванова И. И. ``"""
OF_WHOM = pattern(r" [А-ЯЁІЇЄ][^\d,;:()№]{2,60}? № ?(?=(?:[А-Я]-)?\d)")
"""Whose file it is, before the sign of its number: ``следственное дело А. П. Петрова № Н-4411``."""
_THREE = pattern(r"((?:[^\W\d_]-?)?\d+[^\W\d_]?)[-–/](\d+[^\W\d_]?)[-–/](\d+[^\W\d_]?)")
"""Fond, opis and file in one: ``792-1-17``, ``1451/1-253``."""
_FEW = 5
"""So many words are looked at behind a file; the letters of closed cases may be some."""
_ENDS = pattern(r"[\s.]*(?:[,.;:)\]»”\"(]|$)")


def announced_file(state: Marking, position: int, label: Found) -> None:
    """Read the file that a phrase announces, first of all or last: ``опись № 1, арх. дело № 46``."""
    if not state.draft.levels:
        file_at_once(state, label.end, position + 1, named=True)
        return
    awaited = state.draft.has_any(MIDDLE) and not state.draft.has_any(LOW) and label.start - state.edge < BESIDE
    if awaited and (value := lead_and_value(state.text, label.end)[1]):
        state.put("delo", value)
        state.edge = value.end


def file_at_once(state: Marking, at: int, position: int, *, named: bool = False) -> None:
    """Read the file *at* which no word stands: it is announced (*named*), or the archive has nothing but files.

    ``ЦА ФСБ. Р-9000. Т. 12``, ``Архивное дело № Р-3 на Иванова. Т. 2``;
    but ``Арх.дело: Ф.6 д.50090-фп``, ``Ф-487 оп.1``.
    """
    at += 2 if state.text.startswith(" (", at) else 3 if state.text.startswith(". (", at) else 0
    whose = OF_WHOM.match(state.text, at) if named else None
    _, value = lead_and_value(state.text, whose.end() if whose else at)
    own = [i for i in islice(state.found, position, position + _FEW) if state.convention in i.labels]
    if value is None or (own and own[0].start == value.start and state.means(own[0], TOP)):
        return
    values = [value, *_cases(state.text, value.end)]
    end = values[-1].end
    if named and (_OLD_NUMBER.match(state.text, end) or state.text.startswith(", №", end)) and _with_old(state, value):
        return
    following = next((i for i in own if i.start >= end), None)
    if following is None or state.means(following, MIDDLE):
        return
    if following.start > end + 3 and not (named and _WHOSE.fullmatch(state.text, end, following.start)):
        return
    if not _SIGN_OF_FILE.match(state.text, following.start):
        for file in values:
            if state.draft.tokens:
                state.next_mark("delo")
            state.put("delo", file)
            state.edge = file.end


_OLD_NUMBER = pattern(r" \([а-я-]{5,30} дело [^()]{1,20}\)")
"""What number the file had in court or with the police: ``архивное дело № 123 (уголовное дело № 45)``."""


def _with_old(state: Marking, first: Value) -> bool:
    """Read the files from *first* on where the old number of the last stands behind it, and pass over that."""
    values = listed(state.text, first, "lettered")
    old = _OLD_NUMBER.match(state.text, values[-1].end) if values else None
    if old is None:
        return False
    for file in values:
        if state.draft.tokens:
            state.next_mark("delo")
        state.put("delo", file)
    state.edge = old.end()
    return True


_CASE = pattern(r"[НПРФ]-\d{3,6}|\d{3,6}-[д-я]{1,2}")
"""The number of a closed case."""
_CLOSED_CASE = pattern(r"[.,:]? ?П-?\d{4,6}(?![\w/-])")


def closed_case(state: Marking, end: int) -> bool:
    """Tell whether the number of a closed case, which has volumes and leaves alone, stands behind its archive."""
    return state.soviet and not state.draft.levels and _CLOSED_CASE.match(state.text, end) is not None


def has_only(holder: Holder, levels: tuple[str, ...]) -> bool:
    """Tell whether the archive that *holder* names has no other levels than *levels*."""
    return bool(holder.names) and all(tables.archives()[n.archive].required == levels for n in holder.names)


def sign(state: Marking, stop: int) -> None:
    """Read a file that has no other word than the number sign: ``Ф. 94. Оп. 1. № 23``."""
    if not state.soviet or state.draft.folios or state.draft.has_any(LOW):
        return
    sign = _NUMBER_SIGN.match(state.text, state.edge, stop)
    value = value_at(state.text, sign.end(), "lettered") if sign else None
    if sign and sign["title"] and value:  # Ф. 178. Музейное собрание. № 1234; № 12. Л. 5, but Приказ № 12
        apart = state.text[sign.end("title")] in ".," and value.end < stop <= value.end + 2
        if not apart and not (state.holder and has_only(state.holder, ("fond", "delo"))):
            return
    if sign is None or value is None:
        return
    values = listed(state.text, value, "lettered") if "№№" in sign[0] else [value]
    if values[-1].end <= stop and _ENDS.match(state.text, values[-1].end):
        state.put("delo", value)
        for further in values[1:]:
            state.next_mark("delo")
            state.put("delo", further)
        state.edge = values[-1].end


_NUMBERED = r"(?:(?:№|[NН][оo]?)[.°º]? ?|(?!(?:1[5-9]|20)\d\d(?!\d)))(\d+[а-яa-z]?(?:/[\d а-яa-zXVIХ]{1,12})?)[.,;]? "
_FIRST_FILE = pattern(rf"[,.:]? {_NUMBERED}")
_NEXT_FILE_BY_SIGN = worded(rf"(?: \([^()\d]{{2,60}}\))?(?:[.]?;(?: {{ands}})?|,? {{ands}}) {_NUMBERED}")
"""The number by which manuscripts are known, which is all that stands before their leaves: ``№ 9530,``."""


def file_before_leaves(state: Marking, stop: int) -> None:
    """Read a file right before its leaves, behind its archive or the file before: ``ИРЛИ, № 95, л. 4; № 97, л. 2``."""
    draft, holder = state.draft, state.holder
    if draft.folios:
        file = _NEXT_FILE_BY_SIGN.fullmatch(state.text, state.edge, stop) if draft.has("delo") else None
    elif draft.has_any(LOW):
        return
    elif draft.has_any(MIDDLE) or (draft.has_any(TOP) and holder and has_only(holder, ("fond", "delo"))):
        file = _FIRST_FILE.fullmatch(state.text, state.edge, stop)
    elif holder is None or not holder.names or holder.same or draft.tokens or "delo" not in state.ranks:
        return
    else:
        file = _FIRST_FILE.fullmatch(state.text, holder.end, stop)
    if file:
        if draft.folios:
            state.next_mark("delo")
        state.put("delo", Value(file[1], *file.span(1)))
        state.edge = file.end(1)


def files_behind(state: Marking) -> None:
    """Read the files that a list goes on with behind leaves or a volume in brackets, without their word.

    Closed cases do so behind leaves without brackets: ``9907-п, л. 64; 9911-п, л. 3``.
    """
    if state.text.startswith("; ", state.edge) and state.draft.folios and _CASE.fullmatch(state.draft.value("delo")):
        cases_behind(state)
    if not state.text.startswith(")", state.edge):
        return
    file = next((t.end for t in state.draft.tokens if t.kind == "value" and t.level == "delo"), -1)
    within = file >= 0 and state.text.find("(", file, state.edge) >= 0
    more = _NEXT_FILE.match(state.text, state.edge) if within else None
    if more and more["year"] and not are_near(state.draft.value("delo"), more["year"]):
        return  # д. 12 (л. 3), 1937; but д. 2018 (л. 3), 2020
    first = value_at(state.text, more.end(), "lettered") if more else None
    for value in listed(state.text, first, "lettered") if first else ():
        state.next_mark("delo")
        state.put("delo", value)
        state.edge = value.end


def cases_behind(state: Marking) -> None:
    """Read the files that a list goes on with behind a volume of one: ``П-8330 т. 1, П-8331``; ``12 т. 1, 15 т. 2``."""
    while further := bare.far_file(state.text, state.edge, state.draft.value("delo")):
        state.next_mark("delo")
        state.put("delo", further)
        state.edge = further.end
    for case in _cases(state.text, state.edge):
        state.next_mark("delo")
        state.put("delo", case)
        state.edge = case.end


def _cases(text: str, end: int) -> Iterator[Value]:
    """Yield the files that a list goes on with from *end* on."""
    while case := bare.NEXT_FILE.match(text, end):
        yield Value(case[1], *case.span(1))
        end = case.end()


def share_above(text: str, before: Draft, last: Draft) -> None:
    """Give a file of a list what stands above it behind the last: ``дела 12 и 13 описи 1 фонда 27``."""
    name = before.levels[0].name if len(before.levels) == 1 and not before.folios else ""
    if not name or len(last.levels) < 2 or last.levels[0].name != name or name in TOP:
        return
    ranks = tables.ranks(last.convention or "")
    if ranks.get(last.levels[1].name, 0) > ranks.get(name, 99):
        return  # П-12, П-14, т. 1
    between = text[before.end : last.start]
    if between and not between.strip(" ,иand"):  # opis 3 and opis 6 of fond 27
        before.levels += last.levels[1:]


def unknown_word(state: Marking, stop: int, meanings: Sequence[Label]) -> None:
    """Read an opis or a file whose word is not known, or misspelt, where no other can stand."""
    if not state.draft.levels or not state.soviet:
        return
    above = state.draft.levels[-1].name
    if above in MIDDLE and any(m.role == "leaf" or m.level == "tom" for m in meanings):
        level, value = "delo", bare.file(state.text, state.edge, stop)
    elif above in TOP and any(m.level == "delo" for m in meanings):
        for level, value in bare.opis(state.text, state.edge, stop):
            state.put(level, value)
            state.edge = value.end
        return
    else:
        return
    if value:
        state.put(level, value)
        state.edge = value.end


_WORD = 3
"""How long a word for a level is at least that may stand in the title of a file."""
_TWO = pattern(r"(\d+)[-–](?=\d|[A-Z]|\(A)((?:[A-Z]{1,3} ?|\(A-?\d{1,5}\))?\d+(?:[-–]\d+)?)(?!\w|[-–/]\d)")
"""Fond and file in one, of libraries without opisi: ``F. 43–1234``, ``F. 2–DC 34``, ``F 5–A234–5678``."""


def parted(state: Marking, position: int, value: Value) -> None:
    """Put the fond *value*, or fond, opis and file where it is all three: ``ф. 792-1-17``."""
    two = _TWO.match(state.text, value.start) if state.holder and has_only(state.holder, ("fond", "delo")) else None
    following = next(state.own_after(position), None)
    alone = following is None or not state.means(following, MIDDLE | LOW)
    if following is not None and not following.valued and following.end - following.start >= _WORD:
        alone = True  # Фонд 487/1/47 — Метрична книга
    if two and alone:
        for group, name in enumerate(("fond", "delo"), 1):
            state.put(name, Value(two[group], *two.span(group)))
        state.edge = two.end()
        return
    three = _THREE.fullmatch(value.text)
    if three is None or not alone:
        state.put("fond", value)
        return
    for number, name in enumerate(("fond", "opis", "delo"), 1):
        start, end = three.span(number)
        state.put(name, Value(three[number], value.start + start, value.start + end))


def fond_before(state: Marking, before: int) -> None:
    """Take the number right before the opis for the fond whose label is left out."""
    low = max(state.holder.end if state.holder else 0, before - 16)
    fond = bare.fond(state.text, low, before)
    if fond and not (_is_of_word(state.text, fond.start, before) and (not state.holder or not state.holder.names)):
        state.put(state.rules.levels[0].name, fond)


def _is_of_word(text: str, start: int, before: int) -> bool:
    """Tell whether the number at *start* has a word that says what it is, and the opis behind it hardly one."""
    return text.startswith(".", before + 1) and _WORD_BEFORE.search(text, max(0, start - 16), start) is not None


_WORD_BEFORE = pattern(r"[ ,][a-zà-ž]{4,} $")
"""A word before a number, which is that of no fond: ``album 4, n. 31``."""


_NEXT_FOND = pattern(r"; ?((?:[A-ZА-Я]-?|[A-ZА-Я]{2,3}-)?\d{1,5}[а-яa-z]?)[,.]? ")
"""The fond with which the next mark of a list begins: ``; Р-5446, оп. 2``."""


def next_fond(state: Marking, before: int) -> None:
    """Take the number behind a semicolon and right before the opis for another fond, whose label is left out."""
    if fond := _NEXT_FOND.fullmatch(state.text, state.edge, before):
        state.draft.levels.clear()
        state.put(state.rules.levels[0].name, Value(fond[1], *fond.span(1)))


def bare_leaves(state: Marking, reading: Reading | None) -> None:
    """Take leaves that have no word: they stand after a colon, or go down from the number of the file."""
    if reading:
        written = state.text[state.edge : reading.end].lstrip(" ,:")
        state.draft.tokens.append(Token("folios", "", written, reading.end - len(written), reading.end))
        state.draft.folios.extend(reading.folios)
        state.edge = reading.end
