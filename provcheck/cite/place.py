"""Where a document is kept, in words: shelfmarks written for a style, or who holds it, or the source line itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from provcheck import tables
from provcheck.archives import (
    archive_name,
    beside,
    format_folios,
    format_shelfmark,
    own_name,
    points_back,
    read_folios,
)
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
        return "; ".join(source.line.text.strip().rstrip(" .,;:") for source in record.sources if source.line) + "."
    places = "".join(whole(record, settings))
    sentences = [places]
    if translators:
        sentences.append(word("translated", settings.language).format(enumerated(translators, settings.language)))
    return " ".join(f"{sentence.rstrip(' .,;:')}." for sentence in sentences if sentence)


def slots(record: Record, settings: Settings) -> tuple[str, str, str, tuple[str, ...]]:
    """Return archive, shelfmark and town for CSL's slots, and the places that found no slot.

    What names no archive stands in its slot, with a capital as names have (``Private collection``): half of the styles
    print no shelfmark without an archive, and none sets a capital for one.
    """
    everywhere = [text for source in record.sources for text in _places(source, settings)]
    first = next(((source, source.holdings[0]) for source in record.sources if source.holdings), None)
    if first is None:
        return (everywhere[0][:1].upper() + everywhere[0][1:] if everywhere else ""), "", "", tuple(everywhere[1:])
    mark = first[1].mark
    archive = _archive(mark, settings).strip(" ,;:.")
    location = _written(mark, replace(settings, at=("{mark}",)))
    said = _written(mark, settings)
    others = tuple(text for text in everywhere if text != said)
    return archive or location, location if archive else "", _town(mark, settings.language), others


def enumerated(names: Sequence[str], language: str) -> str:
    """Return names in a row: ``A, B and C``."""
    if len(names) < 2:
        return "".join(names)
    last = word("and", language)
    comma = "," if language.startswith("en") and len(names) > 2 else ""
    return f"{', '.join(names[:-1])}{comma} {last} {names[-1]}"


def marks_of(source: Source) -> list[Shelfmark]:
    """Return the shelfmarks of *source*; behind ``ibid.`` the archive is called as before, which tells its branch."""
    found: list[Shelfmark] = []
    for mark in (one.mark for one in source.holdings):
        again = found and mark.archive_id == found[-1].archive_id is not None and points_back(mark.archive or "")
        found.append(replace(mark, archive=found[-1].archive) if again else mark)
    return found


def printed(record: Record, settings: Settings) -> list[Shelfmark]:
    """Return the shelfmarks that the style prints."""
    marks = [mark for source in record.sources for mark in marks_of(source)]
    return marks[:1] if settings.marks == "first" else marks


def leaves(mark: Shelfmark, settings: Settings) -> str:
    """Return the leaves of *mark* as the style writes them within a sentence, or "" where it has no words for them.

    Where a point stands between levels the capital after it is the point's: ``Д. 334. Л. 105``, but ``здесь л. 105``.
    """
    form = _form(mark, settings)
    if form.labels == "none":
        return ""
    return format_folios(mark, replace(form, capitals=form.capitals and not form.between.startswith(".")))


def leaves_of(mark: Shelfmark, record: Record, settings: Settings) -> str:
    """Return the leaves of *mark* with its archive.

    With the whole shelfmark where another copy lies there too, or where the style prints the shelfmark of none there.
    """
    order = settings.at if settings.mark.smallest_first else ()  # archive first: within a sentence, not as its end
    brief = replace(settings, at=order, mark=replace(settings.mark, archive="code"))
    archives = [one.mark.archive_id or one.mark.archive for source in record.sources for one in source.holdings]
    named = [one.archive_id or one.archive for one in printed(record, settings)]
    text, archive = leaves(mark, settings), mark.archive_id or mark.archive
    if not text or archives.count(archive) > 1 or archive not in named:
        return _written(mark, brief)
    return f"{_archive(mark, brief)}, {text}"


def left_out(source: Source) -> tuple[str, ...]:
    """Return what a source says beside the shelfmarks that were read of it.

    Words of a line, leaves that are none, fields that no record has.
    """
    if source.line is None:
        pieces = [piece.token for holding in source.holdings for piece in holding.pieces]
        rests = [read_folios(token.text)[1].strip(_PAD) for token in pieces if token.kind == "folios"]
        return (*filter(None, rests), *source.unknown)
    if not source.holdings:
        return ()
    found: list[str] = []
    last = source.line.segments[-1]
    for segment in source.line.segments:
        if segment.mark is not None:
            found += beside(segment)
        elif not segment.credits and _tells(words := segment.text.strip(_PAD), behind=segment is last):
            found.append(" ".join(words.split()))
    for when in (one.mark.when.text.rstrip(".") for one in source.holdings if one.mark.when):
        found = [words.removesuffix(when).strip(_PAD) for words in found]
    return tuple(filter(None, found))


def _tells(words: str, *, behind: bool) -> bool:
    """Tell whether *words* are more than what joins two marks; *behind* the last a number or a letter may be its part.

    ``GR 1 H 4402/X1``, ``Liasse XVII, q``.
    """
    if len(words) > len("and"):
        return True
    return behind and (any(map(str.isdigit, words)) or (len(words) == 1 and words.lower() != words.upper()))


_PAD = " \t\r\n.,;:()[]–—-"


def _written(mark: Shelfmark, settings: Settings) -> str:
    """Write *mark* as the style's ``at`` says; a point that ends an abbreviation (``1ob.``) serves for the next too."""
    form = _form(mark, settings)
    town = _town(mark, settings.language)
    country = (
        tables.style_settings()["countries"].get(_country(mark))
        if settings.country and town and settings.language == "en"
        else None
    )
    values = {
        "archive": _archive(mark, settings),
        "town": f"{town}, {country}" if country and country != town else town,  # Singapore, Luxembourg
        "mark": format_shelfmark(mark, replace(form, archive="none")),
    }
    fields = map(_FIELD.fullmatch, settings.at or (f"{{archive}}{form.after_archive}", "{mark}"))
    parts = [match for match in fields if match is not None and values[match["field"]]]
    if len(parts) == 1:
        return _TWO_POINTS.sub(".", values[parts[0]["field"]])
    text = ""
    for number, match in enumerate(parts, start=1):
        before = match["before"] if number > 1 else match["before"].lstrip(_BETWEEN)
        after = match["after"] if number < len(parts) else match["after"].rstrip(_BETWEEN)
        text += f"{before}{values[match['field']]}{after}"
    return _TWO_POINTS.sub(".", text)


def _form(mark: Shelfmark, settings: Settings) -> MarkForm:
    """Return how the style writes *mark*: pages never as leaves, words where numbers tell too little."""
    form = settings.mark
    if mark.paged:
        form = replace(form, leaf=(word("page", settings.language), word("pages", settings.language)))
    if form.labels == "none" and (mark.when or not _is_told_by_numbers(mark)):
        form = replace(form, labels="short", between=", ")
    return form


_FIELD = re.compile(r"(?P<before>[^{]*)\{(?P<field>archive|town|mark)\}(?P<after>.*)")
_BETWEEN = " ,;:./"
_TWO_POINTS = re.compile(r"(?<!\.)\.\.(?!\.)")


def _is_told_by_numbers(mark: Shelfmark) -> bool:
    """Whether numbers alone, in their order, say which level each is: fond/opis/delo, not record group and box."""
    convention = tables.conventions().get(mark.convention or "")
    return convention is not None and convention.engine == "labelled"


def _archive(mark: Shelfmark, settings: Settings) -> str:
    """Return the archive as the style names it.

    Our tables tell some names from others by their country ("National Archives (France)"). There the archive's own
    name is better, where it is in Latin letters; where not, the country goes.
    """
    form = settings.mark
    said = archive_name(mark, form)
    known = tables.archives().get(mark.archive_id or "")
    if known is None or form.archive == "code":
        return said
    name = archive_name(replace(mark, archive=None), replace(form, archive="name"))  # without its branch
    theirs = own_name(known, transliterated=True)
    outside, gloss, _ = name.partition(" (")
    if theirs and (settings.latin_names or (gloss and theirs in known.names.values())):
        outside = theirs
        at_home = any(named == theirs for tag, named in known.names.items() if "-" not in tag)
        if not at_home and any(map(_CYRILLIC.match, known.names.values())):  # O'zbekiston is Latin writing itself
            outside = theirs.replace("'", _SOFT_SIGN)
    return said.replace(name, outside)


_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_SOFT_SIGN = "´"
"""As Kritika prints it, for the apostrophe of the tables."""


def _country(mark: Shelfmark) -> str:
    archive = tables.archives().get(mark.archive_id or "")
    return archive.country if archive else ""


def _places(source: Source, settings: Settings) -> list[str]:
    if source.holdings:
        written = [_written(mark, settings) for mark in marks_of(source)]
        if settings.case_titles and source.case_title is not None:
            written[-1] = f"{written[-1]} ({' '.join(source.case_title.text.split())})"
        return written
    if source.held is not None:
        return [word(source.held, settings.language)]
    if source.line is None:
        return []
    pieces = [s.text.strip() for s in source.line.segments if s.mark is None and not s.credits]
    # Where a credit was cut out of the middle, the punctuation before it serves for both.
    text = " ".join([*pieces[:1], *(piece.lstrip(" .,;:") for piece in pieces[1:])]).strip(" \t\r\n.;,")
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
    named = archive.branch_names.get(archive.branch(mark.archive) or "", ())
    if elsewhere := next((town for town in archive.other_towns if town in named), ""):
        return elsewhere  # a branch of its own town: Kaduna, of an archive in Ibadan
    if base in archive.cities or base in ("ru", "uk", "be", "bg", "sr"):
        return archive.cities.get(base, "")
    own = next(iter(archive.cities), "en")
    theirs = archive.cities.get(f"{own}-Latn") or archive.cities.get(own, "")
    return theirs if base != "en" and _LATIN.match(theirs) else archive.city
