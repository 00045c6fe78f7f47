"""Records → citations: full note, short note and bibliography entry, in any CSL style, as text, HTML or Markdown.

    >>> from provcheck.cite import cite
    >>> for citation in cite([], "plain"):
    ...     print(citation.form, citation.output)

Nothing here raises for what a record or a style holds: a style that cannot be used is a `StyleFault`, what a style
could not print is a warning of the citation.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from provcheck.cite import engines, item, place
from provcheck.cite.describe import Description, best_type, describe, missing
from provcheck.cite.processor import Cite, CslItem, Position, Processor, Rendered, StyleFault
from provcheck.cite.rich import Run, plain
from provcheck.cite.settings import of_locale, speaks
from provcheck.cite.styles import Style, find, package_names
from provcheck.cite.write import FORMATS, cleaned, document
from provcheck.model.citation import Citation, CitationForm
from provcheck.model.record import Record

__all__ = [
    "FORMATS",
    "FORMS",
    "Description",
    "Style",
    "StyleFault",
    "cite",
    "describe",
    "document",
    "find",
    "package_names",
]

FORMS: tuple[CitationForm, ...] = ("note", "short-note", "bibliography")


def cite(
    records: Iterable[Record],
    style: Style | str,
    *,
    forms: Sequence[CitationForm] = FORMS,
    output: str = "text",
    locale: str | None = None,
    engine: str = engines.ENGINES[0],
) -> tuple[Citation, ...] | StyleFault:
    """Cite each record in each form, in order, each for itself: no record changes how another is cited.

    *output* is one of `FORMATS`; ``csl-json`` gives one item for each record, under the form ``bibliography``, whatever
    *forms* says. A style without a bibliography gives none. *engine* is one of `engines.ENGINES`, the processors we
    have. Raises KeyError for an output or an engine that we do not have.
    """
    writer, _ = FORMATS[output]
    found = find(style, locale) if isinstance(style, str) else style
    if isinstance(found, StyleFault):
        return found
    if output == "csl-json":
        return _as_json(records, found)
    processor = engines.prepare(engine, found.name, found.text, found.locale)
    if isinstance(processor, StyleFault):
        return processor
    language = found.settings.language
    spoken = found.origin != "ours" or speaks(language)
    unspoken = () if spoken else (f"there are no words in {language} here; English ones are used",)
    out = []
    for record in records:
        for form in forms:
            if form == "bibliography" and not found.has_bibliography:
                continue
            made, lost = item.build(record, found.settings.of(form))
            made["type"] = best_type(found, made["type"])
            rendered = _render(processor, made, form)
            warnings = [*unspoken, *rendered.warnings, *missing(found, form, made), *_left_out(record, found)]
            text = rendered.text
            if text is None:
                warnings.insert(0, "the style printed nothing for this record; this is a plain reference instead")
                text = _fallback(made)
            elif form == "bibliography" or (form == "note" and found.has_notes):
                printed = plain(text)
                warnings += [f"CSL has one slot for an archive; not printed: {at}" for at in lost if at not in printed]
            out.append(Citation(_id(record), found.name, form, writer(text), tuple(dict.fromkeys(warnings))))
    return tuple(out)


def _left_out(record: Record, style: Style) -> tuple[str, ...]:
    """Return warnings for what source lines say and no style prints, for it was not read as part of a shelfmark."""
    if style.settings.verbatim:
        return ()
    words = [text for source in record.sources for text in place.left_out(source)]
    return tuple(f"not cited, for it was not read as part of a shelfmark: “{text}”" for text in words)


def _render(processor: Processor, made: CslItem, form: CitationForm) -> Rendered:
    if form == "bibliography":
        return processor.bibliography([made])[0]
    position: Position = "first" if form == "note" else "subsequent"
    return processor.citations([made], [[Cite(0, position)]])[0]


def _fallback(made: CslItem) -> tuple[Run, ...]:
    """Say what there is, in the plainest way, so that no record is lost from a list."""
    issued = made.get("issued", {})
    ends = ("-".join(f"{part:02}" for part in end) for end in issued.get("date-parts", ()))
    date = issued.get("literal") or f"{'ca. ' if issued.get('circa') else ''}{'–'.join(ends)}"
    parts = (made.get(key, "") for key in ("title", "archive", "archive_location", "URL"))
    title, archive, location, url = (str(part) for part in parts)
    said = [part for part in (title, date, archive, location, url) if part]
    return (Run(", ".join(said) or "[untitled]"),)


def _as_json(records: Iterable[Record], style: Style) -> tuple[Citation, ...]:
    taken: set[str] = set()
    out = []
    for number, record in enumerate(records, start=1):
        wanted = _id(record) or f"record-{number}"
        id_, copy = wanted, 2
        while id_.casefold() in taken:  # some processors take X1 and x1 for one
            id_, copy = f"{wanted}-{copy}", copy + 1
        taken.add(id_.casefold())
        made, _ = item.build(record, of_locale(style.settings.language), id_)
        text = json.dumps(cleaned(made), ensure_ascii=False, indent=2)
        out.append(Citation(_id(record), style.name, "bibliography", text))
    return tuple(out)


def _id(record: Record) -> str:
    return record.id.text if record.id else ""
