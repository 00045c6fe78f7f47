"""What stands around a mark and belongs to it: a gloss and the town after the archive, a collection before it."""

from __future__ import annotations

from provcheck.archives import vocabulary
from provcheck.model.lazy import pattern

_BRACKET = pattern(r"[ \u00a0]*[(\[][^()\[\]\d]{1,60}[)\]]")
_PLACE = pattern(r"[ \u00a0]*,?[ \u00a0]*([^\W\d_][^,;:.()\d]{1,30}(?:\.[A-Z]\.?)?)(?=[,;:.]|$)")
_COLLECTION = pattern(r"(?:^|[,;:(] ?|\. )([A-Z][^,;:()]{2,60}?(?:Papers|Collection|MSS|Records)), ?$")


def after_gloss(text: str, start: int, stop: int) -> int:
    """Return where the reference goes on after an archive: past a gloss in brackets and the names of its town."""
    at = start + (text[start : start + 1] in {")", "]"})
    for _ in range(4):
        if bracket := _BRACKET.match(text, at, stop):
            at = bracket.end()
        elif (place := _PLACE.match(text, at, stop)) and vocabulary.is_place(place.group(1)):
            at = place.end(1)
        else:
            break
    number = pattern(r",? ?(?:(?:file|document|record) )?(?:no|nr|№|nos|number)\.? ?(?=\d)").match(text, at, stop)
    return number.end() if number else at


def collection_before(text: str, start: int) -> int:
    """Return where the collection begins that is named right before the first label, or *start*."""
    before = _COLLECTION.search(text, max(0, start - 80), start)
    return before.start(1) if before else start
