"""What tells shelfmarks from printed works, whichever engine read them."""

from __future__ import annotations

from provcheck.archives.lexicon.vocabulary import wording
from provcheck.archives.reading.draft import Draft
from provcheck.archives.reading.levels import required_levels


def is_whole(draft: Draft) -> bool:
    """Tell whether *draft* has every level that its convention requires."""
    return not draft.convention or all(draft.has(name) for name in required_levels(draft.convention))


LABELS = frozenset({"label", "folio-label"})
PARTS = frozenset({"volume", "part", "document"})
"""Books have them too, so that they alone make no shelfmark."""
CODED = frozenset(
    "fonds inventory file item box inv-no signature series record-group entry folder lot reel collection".split()
)
"""Two of these make a reference without any archive."""
_LEAVES = frozenset("fc")
"""How words for leaves begin: folio, carte."""


def of_leaves(draft: Draft, letters: frozenset[str] = _LEAVES) -> bool:
    """Tell whether a word for leaves that begins with one of *letters* stands: ``Index, Protocolli, f. 123``.

    Books have none of these words, but pages.
    """
    return any(token.kind == "folio-label" and token.text[:1].lower() in letters for token in draft.tokens)


def of_register(draft: Draft) -> bool:
    """Tell whether a word for a register stands: ``Códice 56``, ``Livro 12``."""
    return any(token.kind == "label" and token.text.lower() in wording().registers for token in draft.tokens)


def of_charter(draft: Draft) -> bool:
    """Tell whether a word for a parchment stands, which books have not: ``pergamino 12``."""
    return any(token.kind == "label" and token.text.lower() in wording().charters for token in draft.tokens)


def squares(draft: Draft) -> bool:
    """Tell whether letters with their figures are squares of a chessboard, or a number to base sixteen: d5 c4 e6."""
    values = {token.start for token in draft.tokens if token.kind != "label"}
    labels = [token for token in draft.tokens if token.kind in LABELS]
    single = sum(token.end - token.start < 3 and token.text.isascii() for token in labels)
    return single > 1 and all(token.end in values for token in labels)
