"""Items to measure with: archival documents of several kinds, a book and an article, all made up."""

from __future__ import annotations

from typing import Any

_SENDERS = [("Anna", "Ivanova"), ("Pavel P.", "Sorokin"), ("Jean-Luc", "de Vries"), ("Mary", "O’Neil")]
_KINDS = ["Telegram", "Letter", "Memorandum", "Report", "Minutes", "Cable"]


def archival(n: int) -> dict[str, Any]:
    """Return the *n*th archival item."""
    given, family = _SENDERS[n % len(_SENDERS)]
    kind = _KINDS[n % len(_KINDS)]
    more: dict[str, Any] = {}
    if n % 3 == 0:
        more["translator"] = [{"given": "Dana", "family": "Weaver"}, {"given": "Eli", "family": "Mans"}]
    if n % 5 == 0:
        more |= {"container-title": "Documents on Examples", "page": "10-12", "note": "Copy; another in Sofia."}
    if n % 4 == 1:
        more |= {"genre": kind.lower(), "number": str(n), "volume": "2", "event-place": "Sofia"}
    return {
        "id": f"doc-{n}",
        "type": "personal_communication" if kind == "Letter" else "manuscript",
        "title": f"{kind} on the negotiations, no. {n}",
        "genre": kind,
        "author": [{"given": given, "family": f"{family}"}],
        "recipient": [{"given": "Boris", "family": f"Karlov{n % 7}"}],
        "issued": {"date-parts": [[1930 + n % 60, n % 12 + 1, n % 28 + 1]]},
        "archive": "State Archive of the Example Region",
        "archive_location": f"f. {n % 900}, op. {n % 12 + 1}, d. {n}",
        "archive-place": "Exampleton",
        "archive_collection": f"Collection {n % 40}",
        "publisher-place": "Exampleton",
        "URL": f"https://example.org/documents/{n}",
        "accessed": {"date-parts": [[2024, 5, n % 28 + 1]]},
        "language": "en",
        **more,
    }


BOOK = {
    "id": "book",
    "type": "book",
    "title": "The keeping of records: a history",
    "author": [{"given": "Ada", "family": "Smith"}, {"given": "Bo", "family": "Lind"}],
    "issued": {"date-parts": [[1987]]},
    "publisher": "Example Press",
    "publisher-place": "London",
    "edition": "2",
}
ARTICLE = {
    "id": "article",
    "type": "article-journal",
    "title": "What the “files” say",
    "author": [{"given": "Carl", "family": "van den Berg"}],
    "container-title": "Journal of Examples",
    "volume": "12",
    "issue": "3",
    "page": "101-118",
    "issued": {"date-parts": [[1999, 3]]},
    "DOI": "10.1000/example",
}
ITEMS = [*(archival(n) for n in range(12)), BOOK, ARTICLE]
