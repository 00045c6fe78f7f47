"""Which of the institutions that share a name is meant, where something in the line decides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from provcheck import tables
from provcheck.archives.lexicon import sight, vocabulary
from provcheck.archives.lexicon.romanise import spellings
from provcheck.archives.lexicon.vocabulary import Name
from provcheck.archives.lexicon.words import Word
from provcheck.archives.reading import levels
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.model.lazy import pattern

_SERIES = pattern(
    r"(?:, (?=[^,]{0,50}(?:Office|Papers|Records|Board|Cabinet|Ministry)\b)"
    r"[A-Z][A-Za-z’']+(?: [A-Za-z][A-Za-z’']*){1,5})?"
    r"(?:, | )(?:(?P<letters>[A-Z]{1,4}|(?:[A-Z]\. ?){2}|[A-Z][A-Za-z]{1,4}\.?)|(?P<office>[A-Z][a-z]{2,7}) Office)"
    r" ?\d{1,4}/\d"
)
"""A series and its piece, its letters with points or capitals or neither, or written out: ``F.O. 371/``, ``Cab24/``.

Whose records they are may stand before it: ``Colonial Office Records, CO 96/``.
"""


_CENSUS = pattern(r"(?:, | )RG ?(?:[4-9]|1[0-5]|33|101)/\d{1,5}(?![\d/])")
"""A census or a register of the General Register Office, which no American record group is: ``RG 11/1234``."""


_CODE = pattern(r" \(([A-Z][A-Za-z.]{1,9})\)")
"""The short name of an archive behind the one that is written out."""


def by_mark(text: str, end: int, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the one of *names* whose marks alone look like what stands right behind *end*: ``UMA, 5 C 18``."""
    shapes = sight.named()
    return tuple(name for name in names if name.archive in shapes and shapes[name.archive].match(text, end))[:1]


def by_series(text: str, end: int) -> tuple[Name, ...]:
    """Return the archive that a series right behind *end* tells of those that share a name: ``NA, F.O. 371/84123``."""
    code = _CODE.match(text, end)
    series = _SERIES.match(text, code.end() if code else end)
    if series is None:
        return ()
    office = series["office"]
    letters = f"{office[0]}O" if office else series["letters"].replace(".", "").replace(" ", "").upper()
    if _CENSUS.match(text, end):
        letters = "HO"  # kept with the first ones, which are in HO
    prefix, archive = vocabulary.prefixes().get(letters, ("", None))
    whole = prefix.replace(".", "").upper().split()[:1] == [letters]  # AN, P 1362/1: P begins P.R.O.
    return (archive,) if archive and whole else ()


def by_code(text: str, end: int, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the one of *names* whose code stands in brackets right behind *end*: ``The National Archives (TNA)``."""
    code = _CODE.match(text, end)
    known = tables.archives()
    own = tuple(n for n in names if code and any(code[1] in said for said in known[n.archive].codes.values()))
    return own if len({name.archive for name in own}) == 1 else ()


def of_tongue(text: str, end: int, names: tuple[Name, ...]) -> tuple[tuple[Name, ...], str | None]:
    """Leave of *names* those in whose language a title right behind *end* begins, or the next part of the mark.

    ``AN, Fundo Polícia`` is no French one. Where none would be left all are, with the convention of that language:
    another is meant.
    """
    said = _SAID.findall(text[end : end + _NEAR]) if len({name.archive for name in names}) > 1 else ()
    spoken = next((found for word in said if (found := _tongues().get(word.lower(), ()))), ())
    own = tuple(name for name in names if not _languages(name.archive).isdisjoint(map(_language, spoken)))
    return own or names, None if own or not spoken else spoken[0]


_SAID = pattern(r"(?:^,?|,) ([^\W\d_]{2,}|t)(?= |\. ?\d)")
_NEAR = 60
"""How far behind a short name a word is sought that tells its language."""


@cache
def _tongues() -> dict[str, tuple[str, ...]]:
    """Return the conventions in whose language each word is."""
    table = tables.wording()["tongues"]
    return {word: tuple(c for c in table if word in table[c]) for words in table.values() for word in words}


def _language(convention: str) -> str:
    return tables.conventions()[convention].languages[0]


@cache
def _languages(archive: str) -> frozenset[str]:
    """Return the languages of *archive*: those of its convention and its names, that of everybody aside."""
    row = tables.archives()[archive]
    rules = tables.conventions().get(row.convention)
    return frozenset((*(rules.languages if rules else ()), *row.names)) - {"en"}


def narrowed(text: str, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Leave of several archives that share a name those to which most words of the line point (NAI, DFA: Dublin)."""
    counts = {
        name.archive: sum(_stands_in(text, hint) for hint in _said(name.archive) if hint in text) for name in names
    }
    top = max(counts.values(), default=0)
    return tuple(name for name in names if counts[name.archive] == top) if top else names


@cache
def _said(archive: str) -> tuple[str, ...]:
    """Return the words that point to *archive*: its hints and towns."""
    row = tables.archives()[archive]
    return (*row.hints, *row.towns)


def _stands_in(text: str, hint: str) -> bool:
    at = text.find(hint)
    while at >= 0:
        end = at + len(hint)
        if not (at and text[at - 1].isalnum()) and not (text[end : end + 1].isalpha() and hint[-1].isalpha()):
            return True
        at = text.find(hint, end)
    return False


def resolve(words: list[Word], drafts: list[Draft]) -> None:
    """Say which institution each archive's name means, where something in the line decides."""
    open_ones: list[Draft] = []
    for draft in drafts:
        _move_into_part(draft)
    for draft in drafts:
        if draft.holder is not None and draft.holder.id is None and draft.holder.names and not draft.holder.convention:
            draft.holder.id = _only_one(draft.holder.names, draft)
            if draft.holder.id is None:
                open_ones.append(draft)
    if not open_ones:
        return
    stems = frozenset(vocabulary.stem(word) for word, _, _ in words)
    known = tables.archives()
    beside = {d.holder.id for d in drafts if d.holder and d.holder.id}
    for draft in (*open_ones, *open_ones):  # what is decided may decide another one
        holder = draft.holder
        if holder is not None and holder.id is None:
            towns, countries = {known[i].city for i in beside}, {known[i].country for i in beside}
            foreign = draft.convention in levels.soviet() and not are_soviet(holder.names)
            holder.id = _likeliest(holder, stems, towns, countries, foreign=foreign)
            beside |= {holder.id} if holder.id else set()


def are_soviet(names: Sequence[Name]) -> bool:
    """Tell whether one of them at least is an archive whose marks begin with a fond."""
    known = tables.archives()
    return any(known[name.archive].convention in levels.soviet() for name in names)


def _only_one(names: Sequence[Name], draft: Draft) -> str | None:
    if len(names) == 1:
        return names[0].archive
    candidates = {name.archive for name in names}
    if len(candidates) == 1:
        return candidates.pop()
    if own := [name for name in candidates if _has_code_of(name, draft)]:
        return own[0]  # JACAR, B02030123400: the letter tells who keeps the original
    known, common = tables.archives(), levels.soviet() if draft.convention == levels.first() else frozenset()
    fits = {i for i in candidates if known[i].convention == draft.convention or known[i].convention in common}
    if draft.holder is None or draft.holder.tied or not fits:
        return None
    if len(fits) > 1:
        draft.holder.names = tuple(name for name in names if name.archive in fits)  # ADM, 4M 234: of France
    return fits.pop() if len(fits) == 1 else None


def _has_code_of(archive: str, draft: Draft) -> bool:
    """Tell whether a level of *draft* is a code of *archive* that is known at sight."""
    shape = sight.everywhere().get(archive)
    return shape is not None and any(shape.fullmatch(level.value) for level in draft.levels)


def _likeliest(
    holder: Holder, stems: frozenset[str], towns: set[str], countries: set[str], *, foreign: bool
) -> str | None:
    """Decide by the places named in the line, by where its other archives are, by whose short name it is first.

    The words for the levels are *foreign* to all of them: then their names alone tell nothing.
    """
    known = tables.archives()
    candidates = list(dict.fromkeys(name.archive for name in holder.names))
    hints = {i: _hints(i, stems) for i in candidates}
    best = max(hints.values())
    top = [i for i in candidates if hints[i] == best]
    if best and len(top) == 1:
        return top[0]
    current = [name for name in holder.names if name.status == "current" and name.archive in top]
    now = {name.archive for name in current} or top  # ЦГА РК was Karelia's, beside РГАСПИ it is Kazakhstan's
    for near in ([i for i in now if known[i].city in towns], [i for i in now if known[i].country in countries]):
        if len(near) == 1:
            return near[0]
    if foreign:
        return None  # NA, f. 200, op. 1, d. 3
    first = [name for name in current if name.preferred]
    for choice in (first,) if holder.tied else (current, first):
        # No other has it now; or the others have another short name of their own.
        if len(own := {name.archive for name in choice}) == 1:
            return own.pop()
    return None


def _move_into_part(draft: Draft) -> None:
    """Take the part of an archive that its first level tells: MfS in the Bundesarchiv is the Stasi Records Archive."""
    holder = draft.holder
    if holder is None or len(holder.names) != 1 or not draft.levels:
        return
    _, part = vocabulary.prefixes().get(draft.levels[0].value, ("", None))
    if part and part.archive.startswith(f"{holder.names[0].archive}-"):
        holder.names = (part,)


def _hints(archive: str, stems: frozenset[str]) -> int:
    """Count the words of the line that point to *archive*: places, and what its full names have of their own."""
    return len(_own_stems(archive) & stems)


@cache
def _own_stems(archive: str) -> frozenset[str]:
    row = tables.archives()[archive]
    named = (*row.towns, *row.hints, *row.names.values(), *row.aliases)
    generic = vocabulary.stems("generic")
    own = {
        stem
        for name in named
        for word in vocabulary.words_of(name)
        if vocabulary.stem(word) not in generic
        for written in spellings(word)
        for stem in vocabulary.name_stems(written)
    }
    return frozenset(stem for stem in own if len(stem) > 2) - generic
