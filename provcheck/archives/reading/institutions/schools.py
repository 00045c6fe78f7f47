"""Universities behind a collection and its code, as they are cited: ``Roe Archive, LBS/1/2. University of Oxtown``."""

from __future__ import annotations

import re
from functools import cache

from provcheck import tables
from provcheck.archives.lexicon.values import Value
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.model.lazy import pattern

_OF_SCHOOL = (
    r"(?P<school>(?:University (?:of|College) [A-Z][\w ]{2,30}|(?:[A-Z]\w+ ){1,3}(?:University|College))"
    r"(?:, [A-Z]\w+)?)"
)
_BEHIND_BOX = pattern(rf"\b(?:[Bb]ox|[Ff]older|[Rr]eel) \d[\w–-]{{0,8}}, {_OF_SCHOOL}\.?$")
"""A university behind a box, which no folder is called: ``Smith Papers, box 12, Fairview University``."""
_BEHIND = 100
_SCHOOL = worded(
    r"(?:^|[.\]”\"] )(?P<papers>(?:[A-ZÀ-Þ]\.){0,3}[^,;:()\[\]\d]{2,70}? (?:Archives?|{papers})), "
    r"(?P<code>[A-Z]{1,5}\d*(?:/\w+)+)\. "
    rf"{_OF_SCHOOL}\.?$"
)


def school(text: str) -> Holder | None:
    """Return the university that ends *text*, right behind a collection and its code, as universities are cited.

    ``(1952) Roe notes. [Manuscript]. Roe Archive, LBS/1/2. University of Oxtown, Oxtown.``
    """
    found = _schooled(text) or _behind_box(text)
    return Holder(*found.span("school"), found["school"], convention=convention()) if found else None


def of_school(text: str, holder: Holder) -> list[Draft]:
    """Return the mark of a university: the collection and the code right before *holder*."""
    found = _schooled(text)
    if found is None or found.start("school") != holder.start:
        return []
    draft = Draft(None, convention())
    for name, group in (("collection", "papers"), ("call-number", "code")):
        draft.put(name, Value(found[group], *found.span(group)), text)
    return [draft]


def _behind_box(text: str) -> re.Match[str] | None:
    """Find the university that ends *text*, behind a box or a folder of what it keeps."""
    told = "niversity" in text or "College" in text
    return _BEHIND_BOX.search(text, max(0, len(text) - _BEHIND)) if told else None


def _schooled(text: str) -> re.Match[str] | None:
    told = "/" in text and ("niversity" in text or "College" in text)
    return _SCHOOL.search(text) if told else None


@cache
def convention() -> str:
    """Return how universities and special collections are cited."""
    return next(rules.id for rules in tables.conventions().values() if rules.of_schools)
