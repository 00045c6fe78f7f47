"""The leaf that a note cites, beside a shelfmark that names leaves too: in the same words, and not twice.

``RGASPI, f. 558, op. 11, d. 334, ll. 105–106, at l. 105``: the word is that of the archive's own convention, or of the
style where it has one for all. Where a note cites just the leaves that the shelfmark ends with, they are said once.
Copies of a document lie on different leaves: then the archive is named whose leaf it is (``at APRF, l. 5``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from provcheck.archives import is_back, read_folios
from provcheck.cite import place
from provcheck.cite.leaves import are_on
from provcheck.cite.processor import WORDED, Cite, CslItem, Position, Processor
from provcheck.cite.rich import plain
from provcheck.cite.settings import Settings
from provcheck.csl import Citation
from provcheck.csl import Cite as CslCite
from provcheck.csl.positions import positions
from provcheck.model.record import Record
from provcheck.model.shelfmark import Folios, Shelfmark

_ORDER: tuple[Position, ...] = ("ibid-with-locator", "ibid", "subsequent", "first")


class Pinpoint(NamedTuple):
    """A locator, what it counts, and whether the shelfmark as printed ends with just this."""

    locator: str
    label: str
    is_said: bool = False


def pinpoint(record: Record, locator: str, label: str, settings: Settings) -> Pinpoint:
    """Write *locator* in the words of the shelfmark that the style prints; as it is where it counts something else."""
    cited, rest = read_folios(locator) if label in ("folio", "page") else ((), "")
    marks = [mark for mark in place.printed(record, settings) if mark.paged == (label == "page")]
    if not cited or rest or not marks:
        return Pinpoint(locator, label)
    if (copy := _copy(record, cited, marks, label)) is not None:
        return Pinpoint(place.leaves_of(replace(copy, folios=cited), record, settings), WORDED)
    mark = next((one for one in marks if one.folios), marks[0])
    text = place.leaves(replace(mark, folios=cited), settings)
    is_said = all(one.folios == cited for one in marks)
    return Pinpoint(text, WORDED, is_said) if text else Pinpoint(locator, label, is_said)


def _copy(record: Record, cited: tuple[Folios, ...], printed: Sequence[Shelfmark], label: str) -> Shelfmark | None:
    """Return the copy that has the leaves *cited* where others that are *printed* are known to lie on other leaves."""
    if all(not mark.folios or are_on(cited, mark.folios) for mark in printed):
        return None
    marks = [mark for source in record.sources for mark in place.marks_of(source)]
    return next(
        (one for one in marks if one.folios and one.paged == (label == "page") and are_on(cited, one.folios)), None
    )


def worded(locator: str, label: str, language: str) -> Pinpoint:
    """Write backs of leaves as a style of CSL does that has its own word for a leaf: ``fol. 2v``, ``л. 2 об.``.

    >>> worded("2 об., 3ob-4", "folio", "en").locator, worded("2v", "folio", "ru").locator
    ('2v, 3v-4', '2\\xa0об.')
    """
    cited, rest = read_folios(locator) if label == "folio" else ((), "")
    if rest or not any(is_back(end) for run in cited for end in run):
        return Pinpoint(locator, label)
    back = _BACKS.get(language, "v")
    runs = ("-".join(dict.fromkeys(end[:-1] + back if is_back(end) else end for end in run)) for run in cited)
    return Pinpoint(", ".join(runs), label)


_BACKS = {"ru": "\u00a0об.", "be": "\u00a0адв.", "uk": "\u00a0зв.", "bg": "\u00a0гръб"}


def said_once(
    processor: Processor,
    items: Sequence[CslItem],
    clusters: Sequence[Sequence[Cite]],
    is_said: Sequence[Sequence[bool]],
) -> list[list[Cite]]:
    """Leave out the locators of *clusters* that repeat what the style prints before them.

    *is_said* tells which of them are those of the shelfmark; where the style prints it is tried. The cites keep the
    positions that they have with all locators.
    """
    wanted = {
        cite.item: cite.locator
        for cluster, flags in zip(clusters, is_said, strict=True)
        for cite, flag in zip(cluster, flags, strict=True)
        if flag
    }
    printed = _printed(processor, items, wanted) if wanted else frozenset()
    citations = [
        Citation(tuple(CslCite(str(cite.item), cite.locator, cite.label) for cite in cluster), number)
        for number, cluster in enumerate(clusters, start=1)
    ]
    out, is_left_out = [], False
    for cluster, found, flags in zip(clusters, positions(citations), is_said, strict=True):
        cites = []
        for cite, at, flag in zip(cluster, found, flags, strict=True):
            position = next(name for name in _ORDER if name in at.names)
            is_after, is_left_out = is_left_out, flag and (cite.item, position) in printed
            if is_left_out:
                cite = cite._replace(locator="", position=position)
            elif is_after and position.startswith("ibid"):  # the cite before it stands bare now
                cite = cite._replace(position=position)
            cites.append(cite)
        out.append(cites)
    return out


def _printed(
    processor: Processor, items: Sequence[CslItem], wanted: Mapping[int, str]
) -> frozenset[tuple[int, Position]]:
    """Return the items, and the positions, in which the style prints the *wanted* leaves without being asked."""
    numbers = list(wanted)
    some = [items[number] for number in numbers]
    found: set[tuple[int, Position]] = set()
    for position in _ORDER:  # a style without ibid prints the shelfmark there too
        made = processor.citations(some, [[Cite(n, position)] for n in range(len(some))])
        for number, one in zip(numbers, made, strict=True):
            leaves = rf"(?<!\w){re.escape(wanted[number])}(?!\w)"
            if one.text is not None and re.search(leaves, plain(one.text), re.IGNORECASE):
                found.add((number, position))
    return frozenset(found)
