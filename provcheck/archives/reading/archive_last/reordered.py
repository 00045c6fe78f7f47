"""Marks turned round as a whole, titles between their numbers and their archive: ``b. 45, Dispacci, Senato, ASVe``."""

from __future__ import annotations

from provcheck.archives.lexicon.scan import Found, scan
from provcheck.archives.lexicon.vocabulary import is_place
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.lexicon.words import cut
from provcheck.archives.reading import coded
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.archives.reading.stretch import meanings_of
from provcheck.model.lazy import pattern

_TITLE = pattern(r"[^\W\d_a-zß-ÿ][^\d;()\[\]“”\"]{2,60}(?: \([IVX][^\d;()]{2,50}\))?")
"""A title, which has no figures."""
_CODE = pattern(r"(?=[^\d]*\d)[A-Z\d][\w./ ()-]{1,16}")
"""The code of a fonds: ``K 26``, ``2.10.54``."""
_LISTED = worded(r", \d{1,6}[a-z]?(?: ?(?=, \d)| {ands} \d{1,6}[a-z]?(?=,))")
"""A further number of a list, which ends with *and*: ``Files 12, 13 and 15``."""
_OPENS = worded(r" ?(?:[^;]*(?:[.;:(\n] ?|[,”\"] ))?(?:{leads}\.? |\d{1,3}[.)]? )?")
"""What may stand before it: the end of a sentence, a note's number, *See*."""
_MOST = 7
"""So many parts such a mark has at most."""
_FARTHEST = 240


def read(text: str, found: list[Found], holder: Holder, convention: str, low: int) -> list[Draft]:
    """Read numbers and then titles before *holder* as if these stood first, as they do behind an archive."""
    labels = [i for i in found if low <= i.start < holder.start and i.valued and meanings_of(i, convention)]
    if not labels or not text.endswith((", ", " ("), 0, holder.start) or holder.start - labels[0].start > _FARTHEST:
        return []
    begin, stop = labels[0].start, holder.start - 2
    if not _OPENS.fullmatch(text, low, begin) or ";" in text[begin:stop]:
        return []
    parts = [*_parts(text, begin, stop)]
    numbered = [part for part in parts if any(part[0] == i.start for i in labels)]
    titles = parts[len(numbered) :]
    if not titles or len(parts) > _MOST or parts[: len(numbered)] != numbered:
        return []
    announced = {i.start for i in found}  # sección colonia
    said = [text[slice(*part)] for part in titles if part[0] not in announced]
    if not all(_TITLE.fullmatch(one) or _CODE.fullmatch(one) for one in said) or any(map(is_place, said)):
        return []
    if all(meaning.role != "level" for meaning in meanings_of(labels[0], convention)):
        numbered.reverse()  # f. 12, tomo 3, Actas, Cabildo: from the leaves upwards
    return _as_usual(text, [*reversed(titles), *numbered], convention)


def _parts(text: str, begin: int, stop: int) -> list[tuple[int, int]]:
    """Return where the parts of a mark stand, which commas part, but not the numbers of one list."""
    commas = [at for at in range(begin, stop) if text.startswith(", ", at) and not _LISTED.match(text, at, stop)]
    return [*zip([begin, *(at + 2 for at in commas)], [*commas, stop], strict=True)]


def _as_usual(text: str, parts: list[tuple[int, int]], convention: str) -> list[Draft]:
    """Read *parts* in the order they have here, as they stand in *text*; nothing where one of them is lost."""
    usual, words = cut(", ".join(text[slice(*part)] for part in parts))
    drafts = coded.read(usual, scan(usual, words), None, convention, 0, len(usual))
    if not drafts or max(draft.end for draft in drafts) != len(usual):
        return []
    starts, at = [], 0
    for start, end in parts:
        starts.append(at)
        at += end - start + len(", ")
    for draft in drafts:
        for number, token in enumerate(draft.tokens):
            part = max(place for place, start in enumerate(starts) if start <= token.start)
            by = parts[part][0] - starts[part]
            if token.end + by > parts[part][1]:
                return []
            draft.tokens[number] = token._replace(start=token.start + by, end=token.end + by)
    reached = [token.start for draft in drafts for token in draft.tokens]
    behind = [token for token in drafts[0].tokens if len(drafts) > 1 and token.start > drafts[-1].end]
    drafts[0].tokens[:] = [token for token in drafts[0].tokens if token not in behind]
    drafts[-1].tokens += behind  # files 12 and 13, Smith Papers: the papers stand behind the last
    return drafts if all(any(start <= at < end for at in reached) for start, end in parts) else []
