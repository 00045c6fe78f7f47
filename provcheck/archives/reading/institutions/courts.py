"""Courts and prosecutors of Germany, whose files are known by the numbers of their cases: ``LG Ulm, 7 Ks 3/61``."""

from __future__ import annotations

from provcheck.archives.lexicon.vocabulary import wording
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import Holder
from provcheck.archives.reading.institutions.short_names import TOWN, conventions

CASE = r"\d{1,3}[a-z]? {case_registers} \d{1,6}/\d\d"
"""The number of a criminal case, with the words of a list of ``data/wording.yaml``: ``22 Js 1/60``."""
_BEFORE_CASE = rf"(?:,? I{{1,3}})?(?=,? (?:Az\.:? )?{CASE})"
"""What stands behind a town and before the number of a case: `` I, 22 Ks``."""
_COURT = worded(rf"(?<![\w/.-]){{criminal_courts}} {TOWN}{_BEFORE_CASE}")
_PROSECUTED = worded(_BEFORE_CASE)


def courts_in(text: str) -> list[Holder]:
    """Return the courts that *text* names before the number of a case; they keep them as state archives do."""
    if not any(court in text for court in wording().criminal_courts):
        return []
    return [Holder(m.start(), m.end(), m[0], convention=conventions()["StA"]) for m in _COURT.finditer(text)]


def prosecutor(text: str, start: int, end: int) -> Holder | None:
    """Return the prosecutor's office that is called like a state archive: ``StA Bonn`` of ``StA Bonn, 8 Js 5/65``."""
    office = _PROSECUTED.match(text, end) if text.startswith("StA ", start) else None
    if office is None:
        return None
    return Holder(start, office.end(), text[start : office.end()], convention=conventions()["StA"])
