"""Which archives a line names, each with the town and the code that stand beside it."""

from __future__ import annotations

from dataclasses import dataclass

from provcheck import tables
from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.kinds import TITLES, kind
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import has_figure
from provcheck.archives.reading.draft import CLOSED, Holder
from provcheck.archives.reading.holders import authorities, keeps
from provcheck.archives.reading.holders.authorities import WRITTEN_OUT
from provcheck.archives.reading.holders.beside import belongs
from provcheck.archives.reading.holders.extent import FAR, INITIALS, holder_of
from provcheck.archives.reading.holders.listed_series import is_next_series
from provcheck.archives.reading.holders.lookalikes import goes_on, is_code_part, is_fonds_of
from provcheck.archives.reading.holders.namesakes import is_in_name, is_in_title, is_other_name, is_publisher
from provcheck.archives.reading.holders.repeated import is_no_ibid
from provcheck.model.lazy import pattern

_SHORT_CODE = 6
"""So many letters a short name has at most that may be part of a code."""


@dataclass(slots=True)
class _Passed:
    """What was found in a line before an archive."""

    right_before: Found | None = None
    label: bool = False
    """A word for a level or leaves."""
    named: Holder | None = None
    """The last archive named with a word, and not by a series alone."""
    fonds: Found | None = None
    """The last word for a fonds."""


def holders_in(text: str, found: list[Found]) -> list[Holder]:
    """Return the archives of the line, in order; a name and the code in brackets after it are one."""
    holders: list[Holder] = []
    passed = _Passed()
    for item in found:
        what = item.what
        if what in _ARCHIVES:
            last = holders[-1] if holders else None
            if not _is_none(text, found, item, passed, last):
                if last and authorities.is_maker(text, last, item):
                    holders.pop()
                holders.append(holder_of(text, item, holders))
                if holders[-1].written:
                    passed.named = holders[-1]
        else:
            if what == "label":
                passed.label = True
            if item.labels.of_fonds:
                passed.fonds = item
        passed.right_before = item
    return holders


_OF_PERSON = pattern(r" of (?:the )?[A-Z][^,;:()\d]{2,50}(?:, |\. |\()(?:the )?(?=[A-Z])")
"""Whose papers they are that the archive behind keeps: ``Private papers of J Marsh, IWM``."""


def _is_none(text: str, found: list[Found], item: Found, passed: _Passed, last: Holder | None) -> bool:
    """Tell whether *item* is no archive: part of a code, of a title, of the archive before it."""
    start, end, what = item.start, item.end, item.what
    if last and start < last.end:
        return True  # TsGAOR Bashkirskoi ASSR: what the archive before it goes on with
    size, before = end - start, last if last and start - last.end < FAR else None
    fonds = passed.fonds if size <= _SHORT_CODE and passed.fonds and not _has_fond(text, found, item) else None
    announced = fonds if passed.right_before is passed.fonds else passed.right_before
    if size > _SHORT_CODE and passed.fonds and is_fonds_of(text, passed.fonds, item, before):
        return True
    if size <= _SHORT_CODE and (
        is_code_part(text, item, announced, last, before) or (fonds and goes_on(text, fonds, item))
    ):
        return True
    if size <= _SHORT_CODE and text[start - 1 : start].isspace() and _REGISTERED.search(text, max(0, start - 8), start):
        return True  # GB 133 AGP/1/12
    if not size and before is not None and _is_own_code(text, before, item):
        return True
    if what == "archive" and is_next_series(text, item, passed.named):
        return True
    if size and (is_other_name(text, item) or is_publisher(text, item)):
        return True
    person = _OF_PERSON.match(text, end) if text.startswith("rivate ", start + 1) else None
    if person and any(other.what == "archive" and other.start == person.end() for other in found):
        return True
    if before is not None and authorities.has_records(text, before, item):
        return True
    if last is not None and what == "archive" and authorities.wrote(text, found, item):
        return True
    if what == "archive" and (_is_spoken_of(text, found, item) or _is_of_next(text, found, item)):
        return True
    if 1 < size < WRITTEN_OUT and text.startswith(_BOX_ON, end) and _is_collection(text, found, item):
        return True
    if before is not None and 1 < size <= _SHORT_CODE and _is_part_of_fonds(text, found, item, before):
        return True
    if what == "same" and is_no_ibid(text, found, item, last, near=before is not None):
        return True
    if before is not None and size <= _SHORT_CODE and _OF_A_BODY.fullmatch(text, before.end, start):
        return True  # ANIC, CC of the RCP, Section; BOA, C. ADL.
    if 2 < size <= WRITTEN_OUT and text[start - 3 : start] in _OF_IT and is_in_name(text, item, False):
        return True  # Revista do IHGB
    if INITIALS < size <= WRITTEN_OUT and _TITLE_ENDS.match(text, end) and is_in_title(text, found, item):
        return True  # folder “Visit to RGASPI,” box 3, Hoover Institution Archives
    if size > WRITTEN_OUT:
        within = before is not None and ";" not in text[before.end : start]
        if within and text[start:end] in vocabulary.wording().namesakes:
            return True  # Bush Presidential Records, National Security Council, Robert Gates Files
        if is_in_title(text, found, item):
            return True
    if before and not before.same and what == "archive" and belongs(text, before, item):
        return True
    if size <= WRITTEN_OUT:
        return False
    return is_in_name(text, item, passed.label or before is not None or _FILMED.match(text, end) is not None)


_REGISTERED = pattern(r"\bGB[ -]\d{2,4} $")
"""An archive by its number in the British register, before the code of a holding."""
_FILMED = pattern(
    r"(?:, [A-Z][A-Za-z. ]{2,30})?, (?:[MT]-?\d{1,4}, (?:[Rr]oll|[Rr]eel)s? |(?:[Rr]oll|[Rr]eel) \d{1,4}, [MT]-?\d)"
)
"""A film behind a name, which is that of what is filmed: ``Letters of the Department of State, Peru, M1, Roll 3``."""
_OF_A_BODY = pattern(r", (?:the )?(?:[A-Z][\w.]* ?){1,3}of the $|, CC $|[,.] ?[A-Z]\. ?$")
"""The office of a body, behind the archive that keeps its papers; the first letter of a holding's sign."""
_TITLE_ENDS = pattern(r"[,.]?[”\"»’][,.]? ")
"""A title's end, behind an archive that it names, with more to come."""


def _is_spoken_of(text: str, found: list[Found], item: Found) -> bool:
    """Tell whether a province has another behind it whose archive is meant: ``Gansu is told of in Hunan, 1-5-8``."""
    if not item.names or item.names[0].status != "place":
        return False
    nearest = next((other for other in found if other.start > item.end and other.what == "archive"), None)
    if nearest is None or nearest.start - item.end > _LINE or not nearest.names or nearest.names[0].status != "place":
        return False
    gap = text[item.end : nearest.start]
    return gap != ", " and not has_figure(gap) and ";" not in gap


def _is_of_next(text: str, found: list[Found], item: Found) -> bool:
    """Tell whether a file is of the archive abroad right behind it: ``CAB 121/4/3, Archives New Zealand``."""
    code = _FILE_ALONE.match(text, item.start)
    if code is None or not (item.start == item.end or _BOXED.search(text, max(0, item.start - 12), item.start)):
        return False
    behind = next((other for other in found if other.start == code.end() and other.names), None)
    if behind is None:
        return False
    known = tables.archives()
    own, other = ({known[name.archive].country for name in found.names} for found in (item, behind))
    return own.isdisjoint(other)


_BOX_ON = (", box ", ", Box ")


def _is_collection(text: str, found: list[Found], item: Found) -> bool:
    """Tell whether letters are short for papers of the archive abroad behind their box: ``ABC, box 5, Beinecke``."""
    boxed = _IN_BOXES.match(text, item.end)
    if boxed is None or not text.endswith((", ", "; "), 0, item.start):
        return False
    behind = next((other for other in found if other.start == boxed.end() and other.names), None)
    if behind is None or behind.names[0].status == "place" or not CLOSED.match(text, behind.end):
        return False
    return keeps.countries(item.names).isdisjoint(keeps.countries(behind.names))


def _is_part_of_fonds(text: str, found: list[Found], item: Found, before: Holder) -> bool:
    """Tell whether letters are a part of the fonds of the archive *before*, abroad: ``NA, f. KSČ-ÚV, AN II, k. 98``.

    A box or a file is right behind them or a title, and no fonds or series as another archive would have.
    """
    if not _ONLY_TITLE.fullmatch(text, before.end, item.start) or not before.names:
        return False
    part = _NUMBERED.match(text, item.end)
    label = next((other for other in found if part and other.start == part.end()), None)
    boxed = label is not None and label.valued is not None and not label.labels.of_fonds
    return boxed and keeps.countries(item.names).isdisjoint(keeps.countries(before.names))


_ONLY_TITLE = pattern(r",? (?:[Ff](?:ond[sy]?)?\.? )?[^\W\d_][^,;:()\d]{1,40}(?:, | ?[–-] ?)")
"""A fonds without a number behind its archive."""
_NUMBERED = pattern(r"(?: [IVX]{1,4})?, (?:[^\W\d_][^,;:.()\d]{2,40}, )?")


_IN_BOXES = pattern(r", [Bb]ox [\w-]{1,8}, (?:[Ff](?:older|ile) [\w-]{1,8}, )?")
_BOXED = pattern(r"[Bb]ox \w+, $")
_FILE_ALONE = pattern(r"[A-Z]{2,5} ?\d+(?:/\d+){2,}(?: [Pp](?:ar)?ts? \d+(?:[-–]\d+)?)?(?:, f[a-z]*\.? \d+)?,? ")
"""A file of several numbers, where a series and its piece have two."""
_LINE = 90
"""So far a province may stand before the one that is meant."""


def _has_fond(text: str, found: list[Found], item: Found) -> bool:
    """Tell whether a fond stands right behind *item*, so that no title is before: ``Фонд писем в РГАЛИ (ф. 558``."""
    label = next((other for other in found if other.start >= item.end), None)
    return label is not None and label.labels.of_fonds and bool(label.valued) and label.start - item.end < _CLOSE


_CLOSE = 4
"""How far from its archive a fond may begin."""


def _is_own_code(text: str, before: Holder, item: Found) -> bool:
    """Tell whether a code right behind an archive is its own though another has series called so: ``NAI, ED/1/23``."""
    start, others = item.start, {name.archive for name in item.names}
    if start - before.end > len(", ") or any(name.archive in others for name in before.names):
        return False
    known, conventions = tables.archives(), tables.conventions()
    only = {name.archive for name in before.names}
    abroad = {known[own].country for own in only}.isdisjoint(known[one].country for one in others)
    if abroad and (len(only) == 1 or len(before.written) > INITIALS) and _FEW_LETTERS.match(text, start):
        return True  # PA AA, AB 2/801: no series of Kew
    heads = (conventions[known[name.archive].convention].levels[0] for name in before.names)
    return any(
        head.required and not head.words and head.kind not in TITLES and kind(head.kind).shape.match(text, start)
        for head in heads
    )


_FEW_LETTERS = pattern(r"[A-Z]{1,2}[ /]?\d")
"""A code whose letters are too few to tell whose it is behind an archive of another country."""

_OF_IT = frozenset({"do ", "el ", "da ", "la ", "de "})

_ARCHIVES = frozenset({"archive", "same"})
