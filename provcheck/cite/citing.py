"""Records → citations, all records in one run: sorted, numbered and told apart as the style says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from provcheck.cite import engines, item, place
from provcheck.cite.apart import STILL_ALIKE, told_apart
from provcheck.cite.describe import best_type, fixed_words, missing, usual_type
from provcheck.cite.names import whole
from provcheck.cite.notes import Note
from provcheck.cite.pinpoint import pinpoint, said_once, worded
from provcheck.cite.processor import Cite, CslItem, Position, Processor, Rendered, StyleFault
from provcheck.cite.rich import Rich, plain
from provcheck.cite.settings import Settings, of_locale, speaks
from provcheck.cite.styles import Style, find
from provcheck.cite.write import FORMATS, cleaned
from provcheck.model.citation import Citation, CitationForm, CitedNote
from provcheck.model.record import Record

FORMS: tuple[CitationForm, ...] = ("note", "short-note", "bibliography")


@dataclass(frozen=True, slots=True)
class Chain:
    """Notes in their order of citing, and the bibliography of what they cite."""

    notes: tuple[CitedNote, ...]
    bibliography: tuple[Citation, ...]


def cite(
    records: Iterable[Record],
    style: Style | str,
    *,
    forms: Sequence[CitationForm] = FORMS,
    output: str = "text",
    locale: str | None = None,
    engine: str = engines.ENGINES[0],
    in_order: bool = False,
    alone: bool = False,
) -> tuple[Citation, ...] | StyleFault:
    """Cite *records*, form after form, in one run: what a style does to tell records apart is done.

    Notes and short notes come in the order of *records*, each as if that record were first cited there or had been
    cited before; the bibliography in the style's order unless *in_order*. *alone*: record after record, each as if
    there were no others. *output* is one of `FORMATS`; ``csl-json`` gives one item for each record, under the form
    ``bibliography``, whatever *forms* says. A style without a bibliography gives none. *engine* is one of
    `engines.ENGINES`. Raises KeyError for an output or an engine that we do not have.
    """
    made = _prepared(list(records), style, output, locale, engine)
    if isinstance(made, StyleFault):
        return made
    if output == "csl-json":
        return _as_json(made.records, range(len(made.records)), made.style)
    every = list(range(len(made.records)))
    groups = [[number] for number in every] if alone else [every]
    return tuple(one for group in groups for form in forms for one in made.cited(group, form, in_order))


def cite_notes(
    records: Iterable[Record],
    style: Style | str,
    notes: Sequence[Note],
    *,
    output: str = "text",
    locale: str | None = None,
    engine: str = engines.ENGINES[0],
    in_order: bool = False,
) -> Chain | StyleFault:
    """Cite in *notes*, in their order of citing, and list what they cite; *notes* name *records* by their place."""
    made = _prepared(list(records), style, output, locale, engine)
    if isinstance(made, StyleFault):
        return made
    cited = list(dict.fromkeys(cite.record for note in notes for cite in note.cites))
    if output == "csl-json":
        return Chain((), _as_json(made.records, cited, made.style))
    return Chain(made.notes(notes, cited, in_order), made.cited(cited, "bibliography", in_order))


def _prepared(
    records: Sequence[Record], style: Style | str, output: str, locale: str | None, engine: str
) -> _Run | StyleFault:
    found = find(style, locale) if isinstance(style, str) else style
    if isinstance(found, StyleFault):
        return found
    processor = engines.prepare(engine, found.name, found.text, found.locale)
    if isinstance(processor, StyleFault):
        return processor
    return _Run(records, found, processor, output)


class _Run:
    """Records, a style ready to cite them, and the items made for it."""

    def __init__(self, records: Sequence[Record], style: Style, processor: Processor, output: str) -> None:
        self.records = records
        self.style = style
        self.processor = processor
        self.write = FORMATS[output].write
        self.made: list[tuple[Settings, dict[int, tuple[CslItem, tuple[str, ...]]]]] = []
        spoken = style.origin != "ours" or speaks(style.locale)
        self.unspoken: tuple[str, ...] = (
            () if spoken else (f"there are no words in {style.locale} here; English ones are used",)
        )
        if fixed := fixed_words(style):
            said = ", ".join(f"“{word}”" for word in fixed[:3])
            self.unspoken += (f"the style's own words are not put into {style.locale}: {said}",)

    def item(self, number: int, form: CitationForm) -> tuple[CslItem, tuple[str, ...]]:
        """Return the item of a record in a form, and the places that found no slot in it. Each is made once."""
        settings = self.style.settings.of(form)
        items = next((items for known, items in self.made if known == settings), None)
        if items is None:
            items = {}
            self.made.append((settings, items))
        if number not in items:
            item_, lost = item.build(self.records[number], settings)
            items[number] = item_ | {"type": best_type(self.style, item_["type"])}, lost
        return items[number]

    def cited(self, numbers: Sequence[int], form: CitationForm, in_order: bool) -> tuple[Citation, ...]:
        """Return the citations of the records *numbers* in one *form*."""
        if form == "bibliography" and not self.style.has_bibliography:
            return ()
        items = [self.item(number, form)[0] for number in numbers]
        alike: set[int] = set()
        if form == "bibliography":
            pairs = [(numbers[one.item], one) for one in self.processor.bibliography(items, in_order=in_order)]
        else:
            position: Position = "first" if form == "note" else "subsequent"
            if form == "short-note":
                items, same = self._apart(numbers, items)
                alike = {numbers[n] for n in same}
            clusters = [[Cite(n, position)] for n in range(len(items))]
            rendered = self.processor.citations(items, clusters, in_order=in_order)
            pairs = list(zip(numbers, rendered, strict=True))
        return tuple(self._citation(number, form, one, number in alike) for number, one in pairs)

    def _apart(self, numbers: Sequence[int], items: Sequence[CslItem]) -> tuple[list[CslItem], frozenset[int]]:
        """Return *items* told apart in short notes, and which cannot be; authors and years the style itself tells."""
        if not self.style.has_notes or len(items) < 2:
            return list(items), frozenset()
        records = [self.records[number] for number in numbers]
        return told_apart(records, items, self.style.settings.of("short-note"), self._short)

    def _short(self, items: Sequence[CslItem]) -> list[str]:
        clusters = [[Cite(n, "subsequent")] for n in range(len(items))]
        return [plain(one.text or ()) for one in self.processor.citations(items, clusters)]

    def _citation(self, number: int, form: CitationForm, rendered: Rendered, is_alike: bool) -> Citation:
        record = self.records[number]
        text = rendered.text
        warnings = self._warnings(number, form, rendered) + ((STILL_ALIKE,) if is_alike else ())
        if text is None:
            text = _fallback(self.item(number, form)[0])
        return Citation(_id(record), self.style.name, form, self.write(text), warnings, number)

    def _warnings(self, number: int, form: CitationForm, rendered: Rendered) -> tuple[str, ...]:
        """Return what is to be said of a record cited in a form."""
        made, lost = self.item(number, form)
        warnings = [*self.unspoken, *rendered.warnings, *missing(self.style, form, made)]
        warnings += _left_out(self.records[number], self.style)
        if rendered.text is None:
            warnings.insert(0, "the style printed nothing for this record; this is a plain reference instead")
        elif form == "bibliography" or (form == "note" and self.style.has_notes):
            printed = plain(rendered.text)
            warnings += [
                f"CSL has one slot for where a document is; not printed: {at}" for at in lost if at not in printed
            ]
        return tuple(dict.fromkeys(warnings))

    def notes(self, notes: Sequence[Note], cited: Sequence[int], in_order: bool) -> tuple[CitedNote, ...]:
        """Return *notes*, which cite the records *cited*."""
        places = {number: n for n, number in enumerate(cited)}
        items = [self.item(number, "note")[0] for number in cited]
        same: frozenset[int] = frozenset()
        if sum(len(note.cites) for note in notes) > len(cited):  # something is cited again
            items, same = self._apart(cited, items)
        clusters = self._clusters(notes, places, items)
        out = []
        seen: set[int] = set()
        numbers = [note.number for note in notes]
        done = self.processor.citations(items, clusters, numbers, in_order=in_order)
        for note, rendered in zip(notes, done, strict=True):
            warnings: list[tuple[int, str]] = []
            text = rendered.text
            if text is None:
                said = [plain(_fallback(self.item(cite.record, "note")[0])) for cite in note.cites]
                text = ["; ".join(said) or "[?]"]
            for number in dict.fromkeys(cite.record for cite in note.cites):
                form: CitationForm = "short-note" if number in seen else "note"
                seen.add(number)
                warnings += [(number, warning) for warning in self._warnings(number, form, rendered)]
                if form == "short-note" and places[number] in same:
                    warnings.append((number, STILL_ALIKE))
            if not _LOCATOR.search(self.style.text):
                told = "the style has no place for a leaf or page that a note cites; not printed:"
                warnings += [(cite.record, f"{told} {cite.locator}") for cite in note.cites if cite.locator]
            out.append(CitedNote(note.number, self.write(text), tuple(warnings)))
        return tuple(out)

    def _clusters(self, notes: Sequence[Note], places: Mapping[int, int], items: Sequence[CslItem]) -> list[list[Cite]]:
        """Return the cites of *notes*; our styles name leaves as they do in shelfmarks, and once."""
        settings = self.style.settings.of("note")
        clusters, said = [], []
        for note in notes:
            found = [
                pinpoint(self.records[cite.record], cite.locator, cite.label, settings)
                if settings.whole
                else worded(cite.locator, cite.label, settings.language)
                for cite in note.cites
            ]
            clusters.append(
                [
                    Cite(
                        places[cite.record], None, at.locator, at.label, cite.prefix, cite.suffix, cite.suppress_author
                    )
                    for cite, at in zip(note.cites, found, strict=True)
                ]
            )
            said.append([at.is_said for at in found])
        return said_once(self.processor, items, clusters, said) if self.style.has_notes else clusters


_LOCATOR = re.compile(rb"<(?:text|number)\b[^>]*\bvariable\s*=\s*[\"']locator[\"']")


def _left_out(record: Record, style: Style) -> tuple[str, ...]:
    """Return warnings for what source lines say and no style prints, for it was not read as part of a shelfmark."""
    if style.settings.verbatim:
        return ()
    words = [text for source in record.sources for text in place.left_out(source)]
    return tuple(f"not cited, for it was not read as part of a shelfmark: “{text}”" for text in words)


def _fallback(made: CslItem) -> Rich:
    """Say what there is, in the plainest way, so that no record is lost from a list."""
    issued = made.get("issued", {})
    ends = ("-".join(f"{part:02}" for part in end) for end in issued.get("date-parts", ()))
    date = issued.get("literal") or f"{'ca. ' if issued.get('circa') else ''}{'–'.join(ends)}"
    people = ", ".join(map(whole, made.get("author", ())))
    title = made.get("title") or made.get("genre")
    place = (made.get(key) for key in ("archive", "archive_location", "URL"))
    said = [str(part) for part in (people, title, date, *place) if part]
    return [", ".join(said) or "[untitled]"]


def _as_json(records: Sequence[Record], numbers: Iterable[int], style: Style) -> tuple[Citation, ...]:
    """Return the items of the records *numbers* in that order, each with an id that no other has."""
    taken: set[str] = set()
    out = []
    for number in numbers:
        record = records[number]
        wanted = _id(record) or f"record-{number + 1}"
        id_, copy = wanted, 2
        while id_.casefold() in taken:  # some processors take X1 and x1 for one
            id_, copy = f"{wanted}-{copy}", copy + 1
        taken.add(id_.casefold())
        made, _ = item.build(record, of_locale(style.settings.language), id_)
        made["type"] = best_type(style, made["type"]) if style.origin != "ours" else usual_type(made["type"])
        text = json.dumps(cleaned(made), ensure_ascii=False, indent=2)
        out.append(Citation(_id(record), style.name, "bibliography", text, (), number))
    return tuple(out)


def _id(record: Record) -> str:
    return record.id.text if record.id else ""
