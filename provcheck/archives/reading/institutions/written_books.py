"""Books written by hand, which archives keep: ``Vestry Minutes, vol. 7``, ``Letter Book 7``, ``Taufbuch III``."""

from __future__ import annotations

import re

from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.archives.reading.institutions.short_names import SHORT

_WRITTEN = worded(r"\b{written_books}\b", re.IGNORECASE)
_BOOK = worded(
    rf"{SHORT}, (?:[^\W\d_][^,;:.()\d]{{1,40}}, )?(?:[^\W\d_]{{2,20}} ){{0,2}}{{written_books}}"
    r" (?!(?:1[5-9]|20)\d\d\b)(?:\d{1,4}|[IVX]+)(?=[,;.)]|$)",
    re.IGNORECASE,
)


def book_behind(text: str, end: int) -> bool:
    """Tell whether a book written by hand and its number stand right behind an institution's *end*."""
    return _BOOK.match(text, end) is not None


def of_written_book(draft: Draft) -> bool:
    """Tell whether leaves or pages are of a book written by hand, as its title or its word says.

    ``Vestry Minutes, vol. 7``; ``Letter Book 7``.
    """
    return bool(draft.folios and draft.levels) and (
        _WRITTEN.search(draft.levels[0].value) is not None or says_written_book(draft)
    )


def says_written_book(draft: Draft) -> bool:
    """Tell whether the word for a level is that of a book written by hand: ``Letter Book 7``."""
    return any(" " in token.text and _WRITTEN.search(token.text) for token in draft.tokens if token.kind == "label")


_BODY = worded(r"[A-ZÄÖÜ][a-zäöüß]{2,}archiv [A-ZÄÖÜ].*|.*\b(?i:{archives_of})\b.*")
_PRINTED_BY = worded(
    r"\b(?:{serials}|(?i:{guides})|Schriften|Beiträge|Studien|Cuadernos|Cadernos|Quaderni|Cahiers|Inventaires?|Report)\b"
)


def keeps_books(draft: Draft, holder: Holder) -> bool:
    """Tell whether *holder* is called as archives of a town or a parish are and no journal: Pfarrarchiv Neustadt.

    There pages behind a number are of what it keeps.
    """
    titles = (holder.written, *(level.value for level in draft.levels[:1]))
    return _BODY.fullmatch(holder.written) is not None and not any(map(_PRINTED_BY.search, titles))
