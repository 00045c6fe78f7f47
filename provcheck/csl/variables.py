"""The variables that Appendix IV of the specification lists, by kind."""

from __future__ import annotations

NAMES = frozenset(
    """author chair collection-editor compiler composer container-author contributor curator director editor
    editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer
    original-author performer producer recipient reviewed-author script-writer series-creator translator""".split()
)
DATES = frozenset("accessed available-date event-date issued original-date submitted".split())
NUMBERS = frozenset(
    """chapter-number citation-number collection-number edition first-reference-note-number issue locator number
    number-of-pages number-of-volumes page page-first part-number printing-number section supplement-number version
    volume""".split()
)
ALIASES = {
    "event-title": "event",
    "event": "event-title",
    "shortTitle": "title-short",
    "title-short": "shortTitle",
    "journalAbbreviation": "container-title-short",
    "container-title-short": "journalAbbreviation",
}
"""Names that CSL 1.0.1 or reference managers give to the same variable."""
