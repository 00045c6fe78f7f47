"""The citation-label that is made where an item has none: letters of names or title, and two figures of the year."""

from __future__ import annotations

import re

from provcheck.csl.item import Item
from provcheck.csl.textcase import STOP_WORDS
from provcheck.csl.variables import NAMES

_LETTERS = {1: (4,), 2: (2, 2), 3: (2, 1, 1)}
_MOST = (1, 1, 1, 1)
_PARTICLES = re.compile(r"^[ '’a-z]+\s+")
_ARTICLE = re.compile(r"^(?:a|an|the)\s+", re.IGNORECASE)
_OTHER = re.compile("[^\\u0000-\\u1fff]|[\\W\\d_]")
"""What is no letter, or one of a script without capitals."""


def citation_label(item: Item) -> str:
    """Return the label of *item*: its own, or one as citeproc-js makes it, like "Doe65" or "RoNo78"."""
    own = item.text("citation-label")
    if own:
        return own
    names = next(filter(None, map(item.names, sorted(NAMES))), ())
    counts = _LETTERS.get(len(names), _MOST)
    letters = [
        _letters(_PARTICLES.sub("", name.family, 1) if name.family else name.literal, count)
        for name, count in zip(names, counts, strict=False)
    ]
    if not names:
        words = (word for word in item.text("title").split() if word not in STOP_WORDS)
        letters = ["".join(words)[: _LETTERS[1][0]].capitalize()]
    issued = item.date("issued")
    year = str(abs(issued.start.year)) if issued and issued.start and issued.start.year else "0000"
    return "".join(letters) + year[-2:]


def _letters(name: str, count: int) -> str:
    return _OTHER.sub("", _ARTICLE.sub("", name, 1))[:count].capitalize()
