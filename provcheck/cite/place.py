"""Where a document is kept, in words: shelfmarks written for a style, or who holds it, or the source line itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from provcheck import tables
from provcheck.archives import beside, format_shelfmark
from provcheck.cite.settings import Settings, word
from provcheck.model.record import Record, Source
from provcheck.model.shelfmark import MarkForm, Shelfmark


def whole(record: Record, settings: Settings) -> tuple[str, str]:
    """Return all places in one text, archives included, and whether it names one: ``("", "original lost")`` does not.

    The first text is for shelfmarks, the second for what stands in their stead; one of them is always empty.
    """
    places = [text for source in record.sources for text in _places(source, settings)]
    joined = _joined(places[:1] if settings.marks == "first" else places, settings.join)
    return (joined, "") if record.holdings else ("", joined)


def line(record: Record, settings: Settings, translators: Sequence[str]) -> str:
    """Return the source line: as the host prints it, as the record has it, or made from the shelfmarks."""
    printed = next((p.source.text for p in record.published if p.source is not None), None)
    if printed is not None:
        return printed.strip()
    if record.sources and all(source.line is not None for source in record.sources):
        return "; ".join(source.line.text.strip().rstrip(".;") for source in record.sources if source.line) + "."
    places = "".join(whole(record, settings))
    sentences = [places]
    if translators:
        sentences.append(word("translated", settings.language).format(enumerated(translators, settings.language)))
    return " ".join(f"{sentence.rstrip('.')}." for sentence in sentences if sentence)


def slots(record: Record, settings: Settings) -> tuple[str, str, str, tuple[str, ...]]:
    """Return archive, shelfmark and town for CSL's slots, and the places that found no slot."""
    everywhere = [text for source in record.sources for text in _places(source, settings)]
    marks = [holding.mark for holding in record.holdings]
    if not marks:
        return "", everywhere[0] if everywhere else "", "", tuple(everywhere[1:])
    mark = marks[0]
    archive = format_shelfmark(replace(mark, levels=(), folios=()), replace(settings.mark, archive_last=False))
    location = _written(mark, replace(settings.mark, archive="none"))
    printed = _written(mark, settings.mark)
    others = tuple(text for text in everywhere if text != printed)
    return archive.strip(" ,;:."), location, _town(mark, settings.language), others


def enumerated(names: Sequence[str], language: str) -> str:
    """Return names in a row: ``A, B and C``."""
    if len(names) < 2:
        return "".join(names)
    last = word("and", language)
    comma = "," if language.startswith("en") and len(names) > 2 else ""
    return f"{', '.join(names[:-1])}{comma} {last} {names[-1]}"


def left_out(source: Source) -> tuple[str, ...]:
    """Return what stands in a source line beside the shelfmarks that were read in it."""
    if source.line is None or not source.holdings:
        return ()
    found: list[str] = []
    for segment in source.line.segments:
        if segment.mark is not None:
            found += beside(segment)
        elif not segment.credits and len(words := segment.text.strip(" \t\r\n.,;:()[]–—-")) > len("and"):
            found.append(" ".join(words.split()))
    return tuple(found)


def _written(mark: Shelfmark, form: MarkForm) -> str:
    """Write *mark*; a point that ends an abbreviation (``1ob.``) serves for the next point too."""
    return _TWO_POINTS.sub(".", format_shelfmark(mark, form))


_TWO_POINTS = re.compile(r"(?<!\.)\.\.(?!\.)")


def _places(source: Source, settings: Settings) -> list[str]:
    if source.holdings:
        return [_written(holding.mark, settings.mark) for holding in source.holdings]
    if source.held is not None:
        return [word(source.held, settings.language)]
    if source.line is None:
        return []
    unread = "".join(s.text for s in source.line.segments if s.mark is None and not s.credits)
    text = unread.strip(" \t\r\n.;,")
    return [text] if text else []


def _joined(places: Sequence[str], join: tuple[str, str, str]) -> str:
    two, between, last = join
    places = list(dict.fromkeys(place for place in places if place))
    if len(places) <= 2:
        return two.join(places)
    return f"{between.join(places[:-1])}{last}{places[-1]}"


def _town(mark: Shelfmark, language: str) -> str:
    """Return the town of the archive, where we know how *language* writes it."""
    archive, base = tables.archives().get(mark.archive_id or ""), language.split("-")[0]
    if archive is None or "/" in archive.city:  # several towns: which one cannot be told here
        return ""
    return archive.cities.get(base, "" if base in ("ru", "uk", "be", "bg", "sr") else archive.city)
