"""What an archive is called in a language: its code, its name, its town."""

from __future__ import annotations

from provcheck import tables
from provcheck.archives.lexicon.romanise import name_in_latin, romanised
from provcheck.archives.names import find
from provcheck.archives.writing.words import GREEK, SAME_SCRIPT, tags
from provcheck.model.archive import Archive
from provcheck.model.lazy import pattern


def code_of(archive: Archive, language: str) -> str:
    """Return the preferred code in *language*, or in a language of the same script.

    None where that is a siglum of library catalogues (US-CAh): readers know Houghton Library by its name.
    """
    for tag in tags(language):
        if archive.codes.get(tag):
            return "" if is_siglum(archive.codes[tag][0]) else archive.codes[tag][0]
    tag, code = next(((tag, codes[0]) for tag, codes in archive.codes.items() if codes), ("", ""))
    if is_siglum(code):
        return ""
    if language.split("-")[0] in SAME_SCRIPT or _CYRILLIC.search(code) is None:
        return code
    return next((latin for latin in romanised(code, tag) if find(latin).archive == archive), "")


_CYRILLIC = pattern("[Ѐ-ӿ]")
_SIGLUM = pattern("(?:A|B|CH|D|E|F|GB|I|S|US)-[A-Z]{1,3}[a-z]{1,3}")
"""As in the international inventory of musical sources (RISM): country, town, library."""


def is_siglum(code: str) -> bool:
    """Tell whether *code* is a siglum of library catalogues.

    >>> is_siglum("US-CAh"), is_siglum("D-LEb"), is_siglum("DA-Ruse"), is_siglum("NLA-OS")
    (True, True, False, False)
    """
    return _SIGLUM.fullmatch(code) is not None


def keepers_code(archive: Archive, language: str) -> str:
    """Return the code of the keeper of an archive that has none: BArch, MfS; `plainest` tells whether it does."""
    return code_of(tables.archives()[archive.keeper], language) if archive.keeper else ""


def town_of(archive: Archive, language: str) -> str:
    """Return the town of *archive* as *language* calls it, or as the table does."""
    return next((archive.cities[tag] for tag in tags(language) if tag in archive.cities), archive.city)


def name_of(archive: Archive, language: str) -> str:
    """Return the name of *archive* in *language*, or its own, else in English, or the first it has.

    Its own stands where every reader of *language* can read it: in Latin letters, or in the same script.
    """
    *near, last = tags(language)
    for tag in near:
        if tag in archive.names:
            return archive.names[tag]
    return own_name(archive) or archive.names.get(last) or next(iter(archive.names.values()), archive.id)


def own_name(archive: Archive, *, transliterated: bool = False) -> str:
    """Return the name of *archive* in its own language, if that has Latin letters or is *transliterated*; else "".

    >>> own_name(tables.archives()["asve"]), own_name(tables.archives()["garf"])
    ('Archivio di Stato di Venezia', '')
    >>> own_name(tables.archives()["garf"], transliterated=True)
    'Gosudarstvennyi arkhiv Rossiiskoi Federatsii'
    """
    tag = next((tag for tag in archive.names if "-" not in tag and tag not in _BESIDE_ENGLISH), "en")
    tag = "sr-Latn" if tag == "sr" and "sr-Latn" in archive.names else tag  # Serbian is at home in both letters
    name = archive.names.get(tag, "") if tag != "en" else ""
    if name[:1] < GREEK or not transliterated:
        return name if name[:1] < GREEK else ""
    return archive.names.get(f"{tag}-Latn") or (name_in_latin(name) if _CYRILLIC.match(name) else "")


_BESIDE_ENGLISH = frozenset({"en", "cy", "ga", "mi", "ms"})
"""Languages of archives that everybody calls by their English names."""
