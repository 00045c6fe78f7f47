"""Names of archives that are one slip of the pen away from a known one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from provcheck import archives
from provcheck.model.archive import Archive


class Slip(NamedTuple):
    """The known name that was meant, and whose it is."""

    name: str
    archive: Archive


def slip(written: str, match: archives.Match) -> Slip | None:
    """Return the one known name that *written* is a slip of; None where there is none, or more than one.

    Short names differ by a letter from town to town (ГАКО, ГАОО), so for them only two letters that changed places
    count, a letter written twice, or one too many or too few in a long one. Full names must agree but for one word.
    """
    if match.status in {"current", "former"}:
        return None
    found: dict[str, Slip] = {}
    for archive in match.candidates:
        for name in _names(archive):
            if _is_slip(written.strip(" .,;:"), name):
                found.setdefault(archive.id, Slip(name, archive))
    return next(iter(found.values())) if len(found) == 1 else None


def _names(archive: Archive) -> Iterator[str]:
    for codes in archive.codes.values():
        yield from codes
    yield from archive.names.values()
    yield from archive.aliases
    for former in archive.former:
        yield from former.codes


def _is_slip(written: str, known: str) -> bool:
    ours, theirs = written.casefold().split(), known.casefold().split()
    if len(ours) == 1 and len(theirs) == 1:
        return _code_slip(ours[0], theirs[0])
    if len(ours) != len(theirs):
        return False
    differing = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    return len(differing) == 1 and _word_slip(*differing[0])


def _code_slip(one: str, other: str) -> bool:
    if one == other or min(len(one), len(other)) < 4 or one[0] != other[0]:
        return False
    if swapped(one, other) or _stuttered(one, other):
        return True
    return (len(other) >= 6 and _doubled(one, other)) or (len(one) >= 7 and _doubled(other, one))


def _stuttered(one: str, other: str) -> bool:
    """Tell whether *one* is *other* with a letter written twice: ``ГАРФФ``."""
    return any(one == other[: at + 1] + other[at:] for at in range(len(other)))


def _word_slip(one: str, other: str) -> bool:
    """Tell whether two words of a name differ as slips do: swapped letters, one too many, too few or another."""
    if min(len(one), len(other)) < 6 or one[0] != other[0]:
        return False
    return swapped(one, other) or _doubled(one, other) or _doubled(other, one) or _one_letter(one, other)


def swapped(one: str, other: str) -> bool:
    """Tell whether *one* is *other* with two neighbouring letters swapped."""
    if len(one) != len(other):
        return False
    at = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(at) == 2 and at[1] == at[0] + 1 and one[at[0]] == other[at[1]] and one[at[1]] == other[at[0]]


def _doubled(longer: str, shorter: str) -> bool:
    """Tell whether *longer* is *shorter* with one letter written twice, or one letter more."""
    return len(longer) == len(shorter) + 1 and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


def _one_letter(one: str, other: str) -> bool:
    """Tell whether long words of one length differ in one letter well inside: endings and stems of towns differ too."""
    if len(one) != len(other) or len(one) < 9:
        return False
    at = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(at) == 1 and 2 <= at[0] < len(one) - 2
