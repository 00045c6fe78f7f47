"""Words that sentences put where references have commas: ``box 3 of the Smith Papers at the Library of Congress``."""

from __future__ import annotations

from operator import methodcaller

from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.hidden import Span

_OF_PAPERS = worded(
    r"\d(?P<of>,? (?:of|in|from|within)(?: the)?|, the) (?=[A-Z][^,;:.()\d]{2,60}?{papers}"
    r"(?:(?P<at>(?: held| housed| kept| preserved| now)? (?:at|in)(?: the)?) [A-Z]|[,.;] | \(|$))"
)
_SPAN = methodcaller("span")
_IN_HOLDING = worded(
    r"(?<=[^\W\d_]),? (?i:{within})(?= {holdings_there} [^\W\d_])"
    r"|(?<=[^\W\d_]),? (?:{kept} )?{under}(?: Signatur(?= [A-Z\d])|(?= {marks_there}\b[.:]? ?(?:[A-Z\d]|č\. ?\d)))"
    r"|(?<=\d) a(?= (?:sign|sig|inv|kart|fasc)\b)"
)
"""``ve fondu``, ``w zespole``, ``im Bestand`` before the name of a holding, ``pod inv. č.`` behind it, ``a sign.``."""


def joints(text: str) -> list[Span]:
    """Return where such words stand between a number, the papers it is of, and the archive."""
    found = [one.span(name) for one in _OF_PAPERS.finditer(text) for name in ("of", "at") if one[name]]
    within = [*map(_SPAN, _IN_HOLDING.finditer(text))]
    return sorted(found + within) if within else found


def parted(text: str, spans: list[Span]) -> tuple[str, list[Span]]:
    """Return *text* with a comma for each of *spans*, and where each letter of it stands."""
    parts: list[str] = []
    places: list[Span] = []
    at = 0
    for start, end in [*spans, (len(text), len(text))]:
        parts += text[at:start], ","
        places += [*((letter, letter + 1) for letter in range(at, start)), (start, end)]
        at = end
    return "".join(parts)[:-1], places[:-1]
