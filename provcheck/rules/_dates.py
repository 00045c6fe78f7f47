"""The dates of a record, for the rules that look at each of them."""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.model.record import Record, When


def every(record: Record) -> Iterator[When]:
    """Yield every date of *record* that is to be written in EDTF: of the document, its texts, publications, events."""
    yield from record.dates
    if record.date_os is not None:
        yield record.date_os
    for text in record.texts:
        if text.date is not None:
            yield text.date
    for publication in record.published:
        yield from (when for when in (publication.date, publication.accessed) if when is not None)
    events = (record.data or {}).get("events")
    for index, event in enumerate(events if isinstance(events, list) else ()):
        date = event.get("date") if isinstance(event, dict) else None
        if isinstance(date, str) and date.strip():
            yield When(date, ("events", index, "date"), "event")
