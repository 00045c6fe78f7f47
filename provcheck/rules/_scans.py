"""Labels that a scan misread or a typist got wrong, as the reader puts them right."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from provcheck.model.lazy import pattern
from provcheck.model.record import Piece

_LEAF = pattern(r"(?P<first>[LlI1|]|[Jj][Il1])(?P<second>[LlI1|]|[Jj][Il1])?")
"""The word for a leaf, or for leaves, as a scan may read it: JI is Л."""
_REST = pattern(r"[^\W\d_]+")


class Misread(NamedTuple):
    """A label as it is written in a source line, and as it was meant and read."""

    written: str
    meant: str


def misread_label(piece: Piece, line: str) -> Misread | None:
    """Return what is wrong with a label of *line* that a scan or a typist got wrong; None where it is sound."""
    text = piece.token.text.rstrip(" .")
    if (rest := _REST.match(line, piece.token.start + len(text))) is not None:
        text += rest[0]  # of "cp" for "ф" the token has one letter
    meant = _as_meant(line)[piece.token.start :][: len(text)].rstrip(" .")
    if piece.token.kind == "folio-label" and (leaf := _LEAF.fullmatch(text)) and not re.fullmatch("[Ll]{1,2}", text):
        meant = _leaf(leaf)
    return Misread(text, meant) if meant.casefold() != text.casefold() else None


def _leaf(scanned: re.Match[str]) -> str:
    """Return the word for a leaf that was *scanned*: a capital only where it begins with one that no l is taken for."""
    letter, capital = ("л", "Л") if scanned[0][0] in "Jj" else ("l", "L")
    first = capital if scanned["first"][0] in "LJ" else letter
    return first + (letter if scanned["second"] else "")


@lru_cache(maxsize=1 << 5)
def _as_meant(line: str) -> str:
    """Return *line* as the reader puts it right, for which each of its labels asks, of more than one rule."""
    from provcheck.archives.reading.plain.scanned import unscanned

    return unscanned(line)
