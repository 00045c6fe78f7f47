"""Whether what was read before an archive may be of it: a whole mark, a title, and no bare number."""

from __future__ import annotations

from provcheck import tables
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.times import YEARS_ONLY
from provcheck.archives.reading import labelled, levels
from provcheck.archives.reading.draft import Draft, Holder, size_of
from provcheck.archives.reading.levels import required_levels
from provcheck.archives.reading.standing.signs import LABELS, is_whole


def by_its_convention(text: str, found: list[Found], holder: Holder, loose: list[Draft]) -> list[Draft]:
    """Read what stands before *holder* anew, where its convention understands the words otherwise."""
    convention = levels.convention_for(found, holder, None)
    own = {tables.archives()[name.archive].convention for name in holder.names}
    if loose and loose[0].convention in ({convention} if convention in own else {convention, *own}):
        return loose  # UM 5 C 18, KA: C is no word of archives of that name
    if tables.conventions()[convention].engine != "labelled":
        return loose
    again = labelled.read(text, found, None, convention)
    if size_of(again) >= size_of(loose):
        return again
    if again and loose and again[-1].end >= loose[-1].end and levels.explains(convention, found):
        return again  # F. 1, inv. 2, d. 3, f. 4, ANRM: a leaf, and no second fond
    for draft in loose:  # read by the words of others; its levels are still those of its archive
        if all(tables.conventions()[convention].level(level.name) for level in draft.levels):
            draft.convention = convention
    return loose


_JOINTS = ("/", "-")


def may_stand_before(text: str, read: list[Draft]) -> bool:
    """Tell whether a mark before its archive may be meant: after it nothing was read by a word, nor a code whole."""
    if len(read) == 1 and len(read[0].levels) == 1 and YEARS_ONLY.fullmatch(read[0].levels[0].value):
        return True  # 235-1-45, Guangdong Provincial Archives, 1959
    for draft in read:
        if draft.has("call-number"):
            return False
        if (
            draft.holder
            and draft.tokens
            and draft.tokens[0].start == draft.holder.end + 1
            and (text.startswith(_JOINTS, draft.holder.end) or _is_parted(text, draft))
        ):
            return False  # SE/KrA/0023, AV/SAO-A-123: a code joined to its archive; Diary (K12) - GRGSA PRI012.7
        for token in draft.tokens:
            if token.kind in LABELS and not (token.level == "fonds" and _is_one_title(read)):
                return False
    if not read or not (convention := read[-1].convention) or tables.conventions()[convention].engine != "coded":
        return not read or len(read[0].levels) < _NUMBERS  # Protocol no. 86, RGASPI, 17/3/746
    return not required_levels(convention) or not is_whole(read[-1])


def is_a_number(read: list[Draft]) -> bool:
    """Tell whether only a number without any word was read, as a letter has it: ``A to B, n:o 14, UMA, 5 C 18``."""
    (level, *more), labels = read[0].levels, read[0].labels()
    return len(read) == 1 and not more and not labels and level.value.isdigit()


def _is_parted(text: str, draft: Draft) -> bool:
    """Tell whether a dash parts the archive and the code right behind it from a title before them."""
    start = draft.holder.start if draft.holder else 0
    return text.endswith((" - ", " – ", " — "), 0, start) and draft.levels[0].value[-1].isdigit()


_NUMBERS = 3
"""So many levels by numbers alone make a mark behind its archive."""


def _is_one_title(read: list[Draft]) -> bool:
    return len(read) == 1 and not read[0].has_figures()
