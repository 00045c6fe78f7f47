"""Names behind an archive that are of what it keeps: papers of a ministry, a folder's title, the sign of a holding."""

from __future__ import annotations

from collections.abc import Sequence

from provcheck import tables
from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.vocabulary import Name
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import Holder
from provcheck.model.lazy import pattern

_FAMILY = pattern(
    r" (?:[A-ZČŘŠŽ][a-zà-ž]{2,}-)?[A-ZČŘŠŽ][a-zà-ž]{3,}(?:,|(?=[;.)]| \(|$| [a-z]{1,6}\.? ?(?:č\. ?)?\d))"
)
DIRECTLY = frozenset({", ", ": ", " "})


def countries(names: Sequence[Name]) -> set[str]:
    """Return the countries of the archives that *names* may mean."""
    return {tables.archives()[name.archive].country for name in names}


_BARELY = pattern(r"\.?, (?:\d{1,4}, |[IVX]+\. HA, )?")
_SIGNS = pattern(
    r", (?:(?:fonds?|fondo|Bestand) [^,;:.()]{1,60}, |[A-Z][^,;:.\d()]{1,60}, )?(?:[A-Z][A-Za-z]{1,6}, ){0,3}"
)
"""Signs of holdings between an archive and a sign that is another archive's code: ``ACS, MI, PS, AGR, …``."""


def abbreviates(code: str, name: str) -> bool:
    """Tell whether *code* is made of the first letters of the words of *name*."""
    initials = (word[0] for word in vocabulary.words_of(name.lower()))
    return all(letter in initials for letter in code.lower())


def is_holding(text: str, before: Holder, item: Found, gap: str) -> bool:
    """Tell whether a name is that of papers kept by the archive before it, or of its town."""
    first = item.names[0] if item.names else None
    if first is not None and first.status == "place" and gap == ", ":
        return True  # Ministry of Foreign Affairs, Beijing: the town of the archive before it
    if ";" in gap:
        return False
    if item.end - item.start == 2 and (gap in DIRECTLY or ", " in gap) and _FAMILY.match(text, item.end):
        return True  # SOA Plzeň, RA Trauttmansdorffů: a family archive
    if text[item.start - 3 : item.start] in {"Ex ", "ex "}:
        return True  # AGN (Uruguay), Ex AGA: what came of an archive that is no more
    ministry = text.startswith("Minist", item.start) or (
        text.startswith(_MINISTRIES, item.start) and len(item.names) != 1
    )
    if before.written and ministry and _ITS_MINISTRY.fullmatch(gap):
        return True  # AGR, T 123, Ministère des Affaires étrangères, 456
    if before.written and _ITS_FONDS.fullmatch(gap):
        return True  # Groninger Archieven, toegang 2099, Archief van de Universiteit Groningen, inv.nr. 104
    if _IN_BOX.search(gap) and _titles_folder(text, before, item):
        return True  # Library of Congress, Kissinger Papers, Box CL 335, Department of State, Memcons: a folder
    # Imperial War Museum, Documents 123, Private Papers of A. Smith; State Archives, Private Collections, PC 12
    known, rules = tables.archives(), tables.conventions()
    persons = any(rules[known[name.archive].convention].of_persons for name in item.names)
    titled = gap == ", " and text[item.start : item.start + 1].isupper()
    return persons and (titled or text.startswith(" of ", item.end))


def _titles_folder(text: str, before: Holder, item: Found) -> bool:
    """Tell whether the name of an office behind a box, or a short name from abroad, is that of a folder."""
    if text.startswith(_OFFICES, item.start):
        return not _KEPT_THERE.match(text, item.end)
    short = before.written and 1 < item.end - item.start < 6 and _SMALL.match(text, item.end)
    return bool(short) and countries(before.names).isdisjoint(countries(item.names))  # Box 35, PD 59


_SMALL = pattern(r" \d{1,3}(?:[.:]|$)")
"""A small number that ends a title, or explains one."""
_OFFICES = ("Department of ", "Foreign Office", "Minist", "Central Intelligence Agency")
_IN_BOX = pattern(r"\b[Bb]ox [\w -]{1,12}, $")
_KEPT_THERE = worded(r",? (?:[^.;]{0,60}\b(?:{files}|{papers}|[Ll]ot)|\d|[A-Z]{2} \d)|$")
"""What tells that an office behind a box keeps papers itself."""
_MINISTRIES = ("Archives of the Minist", "Archive of the Minist")
_ITS_MINISTRY = pattern(r", (?:[A-Z]{1,3} ?\d{1,4}(?:\.\d+)*, |[A-Z][a-z]{2,}, (?=Archi))?")
"""What may stand between an archive and the ministry whose papers it keeps: the number of its fonds."""
_ITS_FONDS = pattern(
    r", (?:[^\W\d_][^,;:()\d]{0,20} )?\d+(?:\.\d+)*,? (?:[Hh]et |[Dd]as )?"
    r"(?:Archi(?:ef|even|v|ve|ves|vio|vo|wum)|Arxiu|Arquivo)"
    r" (?:van|der|des|de|du|del|della|do|da|of)(?: (?:de|het|la|the))? (?:l['’])?$"
)
"""The number of a fonds, and the beginning of its title, which is the archive of a body that keeps others."""
_SIGN_OF_TITLE = pattern(r" \d+\)|(?:-[A-Z]{1,3})?\), [a-zà-ž]{1,6}[. ]")
"""The number of a fonds in brackets behind its title, or its sign before a level: ``(NAD 1799)``, ``(MV-V), a. č.``."""

_TREE = pattern(r" (?:[A-ZÄÖÜ][\w-]* ){0,4}")
"""Signs of holdings in the tree of an archive, with blanks between them: ``AT-OeStA/AVA Adel HAA``."""

_OFFICE = pattern(r" (?:Division|Section|Branch|Desk),")
"""The office whose short name stands before it: ``NAI, MEA, AMS Division, …``."""

_LEADS_TO_SIGN = pattern(r": |\. | [–—] | \(|, [^\W\d_][^,;:()\d]{1,20}: ")
"""What stands between an archive, perhaps with its town, and the sign of a holding."""


def is_sign(text: str, before: Holder, item: Found, gap: str) -> bool:
    """Tell whether a short name is a sign of the holdings of the archive before it, though another archive's code."""
    size = len(text[item.start : item.end].replace(".", ""))
    if size > 6:
        return False
    if "/" in before.written and _TREE.fullmatch(gap):
        return True
    if size < 6 and _BARELY.fullmatch(text, before.end, item.start):
        return True  # AJ, 837, KPR
    counted = gap != ", " and text[item.end + 1 : item.end + 2].isdigit()
    followed = counted or text[item.end : item.end + 2] == ", " or _OFFICE.match(text, item.end)
    if size < 6 and before.written and followed and _SIGNS.fullmatch(gap):
        return countries(before.names).isdisjoint(countries(item.names))
    short = text.startswith(")", item.end) and abbreviates(text[item.start : item.end], gap.rpartition(",")[2])
    if gap.endswith(" (") and ";" not in gap and (short or _SIGN_OF_TITLE.match(text, item.end)):
        return countries(before.names).isdisjoint(countries(item.names))
    if counted and before.written and _LEADS_TO_SIGN.fullmatch(gap):  # SRNSW: NRS 905; BnF. NAF 25609
        return gap == ": " or countries(before.names).isdisjoint(countries(item.names))
    return gap in {", ", " "} and before.end - before.start > 12 and bool(before.names)  # Archives nationales, AJ 40
