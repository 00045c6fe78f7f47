"""Names of archives that are one slip of the pen away from a known one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from provcheck import archives, tables
from provcheck.archives.lexicon.slips import differing, letter_off, one_more, one_other, swapped
from provcheck.model.archive import Archive
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Shelfmark


class Slip(NamedTuple):
    """The known name that was meant, and whose it is."""

    name: str
    archive: Archive


def slip(written: str, match: archives.Match) -> Slip | None:
    """Return the one known name that *written* is a slip of; None where there is none, or more than one.

    Short names differ by a letter from town to town (ГАКО, ГАОО), so for them only two letters that changed places
    count, a letter written twice, or one too many or too few in a long one. Full names must agree but for one word.
    A full name that several archives have (National Archives) is one name.
    """
    if match.status in {"current", "former"}:
        return None
    found: dict[str, Slip] = {}
    for archive in match.candidates:
        name = next((name for name in _names(archive) if _is_slip(written.strip(_AROUND), name)), None)
        if name is not None:
            found.setdefault(name.casefold() if " " in name else archive.id, Slip(name, archive))
    return next(iter(found.values())) if len(found) == 1 else None


def slip_by_mark(written: str, mark: Shelfmark) -> Slip | None:
    """Return the archive from whose short name *written* is a letter off, where it has such groups or series.

    ``NARQ, RG 59``, ``TNS, FO 371/84123``
    """
    series = (mark.level("series") or "").partition(" ")[0]
    grouped = mark.level("record-group") is not None and len(written) >= _SHORTEST_GROUPED
    if not written.isupper() or not (series or grouped):
        return None
    found = [
        Slip(name, archive)
        for archive in tables.archives().values()
        if archive.convention == mark.convention
        and (grouped or series in archive.prefixes)
        and (name := code_slip_of(written, archive))
    ]
    return found[0] if len(found) == 1 else None


def slip_of(written: str, archive: Archive) -> str | None:
    """Return the full name of *archive* that *written* is a slip of, where it was read as it or stands before its code.

    The endings of words are left alone: they are inflected.

    >>> from provcheck import tables
    >>> slip_of("National Archves", tables.archives()["tna"]), slip_of("Bundesarchivs", tables.archives()["barch"])
    ('National Archives', None)
    """
    ours = _words(written)
    known = {name: _words(name) for name in _names(archive)}
    if ours in known.values():
        return None
    for name, theirs in known.items():
        if len(ours) != len(theirs):
            continue
        differing = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
        if len(differing) == 1 and differing[0][0][-1:] == differing[0][1][-1:] and _word_slip(*differing[0]):
            return " ".join(name.split()[-len(ours) :])
    return None


def code_slip_of(written: str, archive: Archive) -> str | None:
    """Return the short name of *archive* from which *written* is a letter off, where the code after it is its own.

    >>> from provcheck import tables
    >>> code_slip_of("TNS", tables.archives()["tna"]), code_slip_of("PRO", tables.archives()["tna"])
    ('TNA', None)
    """
    if len(written) < _SHORTEST_CODE or archives.find(written).status in {"current", "former"}:
        return None
    ours = written.casefold()
    known = [code for code in _codes(archive) if " " not in code and len(code) >= _SHORTEST_CODE]
    if ours in {code.casefold() for code in (*known, *archive.prefixes)}:  # IOR Mss Eur F 123: a holding's own code
        return None
    return next((code for code in known if letter_off(ours, code.casefold())), None)


def is_sure(written: str, name: str) -> bool:
    """Tell whether *name* is surely what *written* was to be: in a short name another letter may be another archive's.

    >>> is_sure("RGAPSI", "RGASPI"), is_sure("National Archves", "National Archives"), is_sure("NARQ", "NARA")
    (True, True, False)
    >>> is_sure("ГАВОИ", "ГАВиО")
    False
    """
    if " " in name:
        return True
    ours, theirs = written.strip(_AROUND).casefold(), name.casefold()
    scanned = ours.translate(_SCANNED_I) == theirs.translate(_SCANNED_I)
    as_written = name.isupper() or not written.isupper()  # a small letter is no swapped capital
    return scanned or (as_written and swapped(ours, theirs)) or _stuttered(ours, theirs)


_AROUND = " .,;:"
_SCANNED_I = str.maketrans("l1", "ii")
_SHORTEST_CODE, _SHORTEST_GROUPED = 3, 4
_APOSTROPHES = str.maketrans("", "", "'’‘ʹʼʻ´")


def _words(name: str) -> list[str]:
    words = [word.strip(_AROUND) for word in name.casefold().translate(_APOSTROPHES).split()]
    return words[1:] if words[:1] == ["the"] else words


def _codes(archive: Archive) -> Iterator[str]:
    for codes in archive.codes.values():
        yield from codes
    for former in archive.former:
        yield from former.codes


def _names(archive: Archive) -> Iterator[str]:
    yield from _codes(archive)
    yield from archive.full_names


def _is_slip(written: str, known: str) -> bool:
    ours, theirs = written.casefold().split(), known.casefold().split()
    if len(ours) == 1 and len(theirs) == 1:
        return _code_slip(ours[0], theirs[0])
    if len(ours) != len(theirs):
        return False
    unlike = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    return len(unlike) == 1 and _word_slip(*unlike[0])


def _code_slip(one: str, other: str) -> bool:
    if one == other or min(len(one), len(other)) < 4 or one[0] != other[0]:
        return False
    if swapped(one, other) or _stuttered(one, other):
        return True
    return (len(other) >= 6 and one_more(one, other)) or (len(one) >= 7 and one_more(other, one))


def _stuttered(one: str, other: str) -> bool:
    """Tell whether *one* is *other* with a letter written twice: ``ГАРФФ``."""
    return any(one == other[: at + 1] + other[at:] for at in range(len(other)))


def _word_slip(one: str, other: str) -> bool:
    """Tell whether two words of a name differ as slips do: swapped letters, one too many, too few or another."""
    if min(len(one), len(other)) < 6 or one[0] != other[0] or _is_spelt_otherwise(one, other):
        return False
    return swapped(one, other) or one_more(one, other) or one_more(other, one) or _one_letter(one, other)


_SPELT = (
    (pattern("(?<=[aou])e"), ""),
    (pattern("yi|[yj]"), "i"),
    (pattern("th"), "t"),
    (pattern("kh|h"), "g"),
    (pattern("z"), "s"),
    (pattern("q"), "k"),
)


def _is_spelt_otherwise(one: str, other: str) -> bool:
    """Tell whether two words differ as ways of spelling do: Organization, Chernigiv, Wuerttemberg."""
    return _as_spelt(one) == _as_spelt(other)


def _as_spelt(word: str) -> str:
    word = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    for was, now in _SPELT:
        word = was.sub(now, word)
    return word


def _one_letter(one: str, other: str) -> bool:
    """Tell whether long words of one length differ in one letter well inside: endings and stems of towns differ too."""
    return len(one) >= 9 and one_other(one, other) and 2 <= differing(one, other) < len(one) - 2
