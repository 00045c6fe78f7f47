"""Record → CSL item.

Traps this avoids: ``number`` is the document's own number, never the record's id (or "Telegram no. 113732" is
printed); no ``original-title`` ("originally published as" is false of an archival original); no ``container-title``
for a digital archive; no ``archive_collection``, which would repeat the shelfmark; ranges get their dash here,
because field text is not typeset; rights are not cited.
"""

from __future__ import annotations

import re
from typing import Any

from provcheck.cite import names, place
from provcheck.cite.settings import Settings, genre, word
from provcheck.cite.when import date_parts, words
from provcheck.dates import parse
from provcheck.model.record import Person, Publication, Record, Text

_MESSAGES = frozenset(
    {"telegram", "ciphered telegram", "cable", "letter", "note", "diplomatic note", "dispatch", "circular", "petition"}
)
_TYPES = {"interview": "interview", "map": "map", "photograph": "graphic", "film": "motion_picture"}


def build(record: Record, settings: Settings, id_: str = "") -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the CSL-JSON item for *record*, and the places that found no slot but the note."""
    language = settings.language
    sender = _names(_people(record, "sender", "author", "signatory"))
    recipient = _names(record.in_role("recipient"))
    kind = " ".join(record.type.text.split()) if record.type else ""
    item: dict[str, Any] = {"id": id_, "type": _csl_type(kind.lower(), bool(recipient))}
    title = _title(record, settings)
    if not title and kind and not (sender and recipient):
        title = genre(kind, language)
        title = title[:1].upper() + title[1:]
    if title:
        item["title"] = title
    if sender:
        item["author"] = sender
    if recipient:
        item["recipient"] = recipient
    if kind and not (settings.whole and not (sender and recipient) and _said_in(kind, title)):
        item["genre"] = genre(kind, language)
    if record.number:
        item["number"] = _line(record.number.text)
    if issued := _issued(record, settings, title):
        item["issued"] = issued
    lost = _put_place(item, record, settings)
    if translators := _names(_translators(record, language)):
        item["translator"] = translators
    _put_publication(item, record, settings)
    if record.languages:
        item["language"] = record.languages[0].text
    if isinstance(secrecy := (record.data or {}).get("classification"), str) and settings.whole:
        item["status"] = _line(secrecy)
    return item, lost


def _line(text: str) -> str:
    return " ".join(text.split())


def _said_in(kind: str, title: str) -> bool:
    """Whether the title says already what kind of document it is: no ``“Minutes of …,” minutes``."""
    return re.search(rf"\b{re.escape(kind)}\b", title, re.IGNORECASE) is not None


def _csl_type(kind: str, has_recipient: bool) -> str:
    if has_recipient or kind in _MESSAGES:
        return "personal_communication"
    return _TYPES.get(kind, "document")


def _people(record: Record, *roles: str) -> tuple[Person, ...]:
    """Return the people of the first role that anybody has."""
    return next((people for role in roles if (people := record.in_role(role))), ())


def _names(people: tuple[Person, ...]) -> list[names.CslName]:
    """Return people as CSL names; a pseudonym stands before the name it hides: ``Filippov [Stalin]``."""
    found = []
    for person in people:
        name = _line(person.name)
        alias = _line(person.alias or "")
        if alias and alias != name:
            found.append({"literal": f"{alias} [{name}]" if name else alias})
        elif name:
            found.append(names.parse(name))
    return found


def _translators(record: Record, language: str) -> tuple[Person, ...]:
    """Return who translated into the style's language, or into a language that nobody says."""
    base = language.split("-")[0].lower()
    wanted = tuple(p for p in record.translators if not p.into or p.into.split("-")[0].lower() == base)
    if wanted or record.translators:
        return wanted
    lines = [source.line for source in record.sources if source.line is not None]
    lines += [p.source for p in record.published if p.source is not None]
    credited = dict.fromkeys(name for line in lines for name in line.names("translator"))
    return tuple(Person("translator", name, ()) for name in credited)


def _title(record: Record, settings: Settings) -> str:
    wanted = settings.titles or (settings.language,)
    chosen = next((t for tag in wanted for t in record.titles if _is_in(t, tag)), None)
    chosen = chosen or next((t for t in record.titles if not t.language), record.title)
    if chosen is None:
        return ""
    text = _line(chosen.text)
    if text.startswith("[") and text.endswith("]") and text.count("[") == text.count("]") == 1:
        text = text[1:-1].strip()
    last = text.rsplit(" ", 1)[-1]
    # The full stop that ends a sentence goes, the point of an abbreviation stays.
    if last.endswith(".") and not last.endswith("..") and len(last) > 5 and "." not in last[:-1]:
        text = text[:-1]
    return text


def _is_in(title: Text, tag: str) -> bool:
    language = (title.language or "").lower()
    if tag == "*-Latn":
        return "-latn" in language
    return language == tag.lower() or (language.split("-")[0] == tag.lower() and "-latn" not in language)


def _issued(record: Record, settings: Settings, title: str) -> dict[str, Any] | None:
    if record.date is None:
        return None
    text = record.date.text
    date = parse(text.strip())
    year = date.start.year if date is not None and date.start is not None else None
    if settings.date_once and year is not None and str(year) in title:
        return None
    if settings.date == "csl":
        return date_parts(text)
    said = words(text, settings.date, settings.language)
    return {"literal": said} if said else None


def _put_place(item: dict[str, Any], record: Record, settings: Settings) -> tuple[str, ...]:
    located, instead = "", ""
    if settings.verbatim:
        located = place.line(record, settings, [p.name for p in _translators(record, settings.language)])
    elif settings.whole:
        located, instead = place.whole(record, settings)
    else:
        archive, located, town, lost = place.slots(record, settings)
        if archive:
            item["archive"] = archive
        if town:
            item["archive-place"] = town
        if located:
            item["archive_location"] = located
        if lost:
            item["note"] = f"{word('also', settings.language)}: {'; '.join(lost)}"
        return lost
    if located:
        item["archive_location"] = located
    if instead:
        item["note"] = instead
    return ()


def _put_publication(item: dict[str, Any], record: Record, settings: Settings) -> None:
    publication = _publication(record)
    if publication is None:
        return
    host = _line(publication.host.text) if publication.host else ""
    if host and publication.url:
        item["source"] = settings.hosts.get(host, host)
    elif host:  # a printed edition, which the document does stand "in"
        item["container-title"] = host
        if publication.pages:
            item["page"] = _line(publication.pages.text).replace("-", "–")
    if publication.url:
        url = publication.url.text.strip()
        if settings.url != "as-is" and "://" in url and url.split("://")[0] in ("http", "https"):
            url = f"{settings.url}://{url.split('://', 1)[1]}"
        item["URL"] = url
    if publication.doi:
        item["DOI"] = publication.doi.text.strip()


def _publication(record: Record) -> Publication | None:
    return next((p for p in record.published if p.url), record.published[0] if record.published else None)
