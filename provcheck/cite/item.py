"""Record → CSL item.

Traps this avoids: ``number`` is the document's own number, never the record's id (or "Telegram no. 113732" is
printed); no ``original-title`` ("originally published as" is false of an archival original); no ``container-title``
for a digital archive; no ``archive_collection``, which would repeat the shelfmark; ranges get their dash here,
because field text is not typeset; rights are not cited.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from provcheck.archives.lexicon.romanise import name_in_latin
from provcheck.cite import names, place
from provcheck.cite.settings import Settings, genre, usual, word
from provcheck.cite.when import date_parts, words, year_apart
from provcheck.dates import parse
from provcheck.model.record import Person, Publication, Record, Text

_MESSAGES = frozenset(
    {"telegram", "ciphered telegram", "cable", "letter", "note", "diplomatic note", "dispatch", "circular", "petition"}
)
_TYPES = {"interview": "interview", "map": "map", "photograph": "graphic", "film": "motion_picture"}


def build(record: Record, settings: Settings, id_: str = "") -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the CSL-JSON item for *record*, and the places that found no slot but the note."""
    language = settings.language
    sender = _names(_people(record, "sender", "author", "signatory"), settings)
    recipient = _names(record.in_role("recipient"), settings)
    kind = " ".join(record.type.text.split()) if record.type else ""
    own_language = record.languages[0].text if record.languages else ""
    item: dict[str, Any] = {"id": id_, "type": _csl_type(usual(kind, own_language).lower(), bool(recipient))}
    title, is_own = _title(record, settings)
    if settings.whole and is_own and not (sender and recipient):
        item["type"] = "manuscript"
    if settings.round_brackets:
        title = title.translate(_ROUND)
    if settings.author_once and _is_named(sender, title):
        sender = []
    if not title and kind and not (sender and recipient):
        title = genre(kind, language, own_language)
        title = title[:1].upper() + title[1:]
    if title:
        item["title"] = title
    if sender:
        most = settings.heading_authors or len(sender)
        item["original-author" if title and len(sender) > most else "author"] = sender
    if recipient:
        item["recipient"] = recipient
    item |= _kind(record, kind, settings, "" if sender and recipient and not settings.author_once else title)
    if record.date is not None or len(item) > 2:  # a record that says nothing is not "undated"
        bare = not (title or sender or item.get("genre"))  # the date begins the citation
        item |= _dates(record, replace(settings, date_capital=True) if bare else settings, title)
    lost = _put_place(item, record, settings)
    lost += _put_publication(item, record, settings)
    if lost:
        item["note"] = f"{word('also', settings.language)}: {'; '.join(lost)}"
    if translators := _names(_translators(record, language), settings):
        item["translator"] = translators
    if settings.whole:
        item["language"] = language  # of the words that describe the document, whatever it is written in
    elif record.languages:
        item["language"] = record.languages[0].text
    if isinstance(secrecy := (record.data or {}).get("classification"), str) and settings.whole:
        item["status"] = _line(secrecy)
    return item, lost


def _line(text: str) -> str:
    return " ".join(text.split())


def _kind(record: Record, kind: str, settings: Settings, title: str) -> dict[str, str]:
    """Return what kind of document it is, and its number.

    Our styles get both as one (``telegram no. 25629``), and only what *title* does not say already.
    """
    number = _line(record.number.text) if record.number else ""
    own_language = record.languages[0].text if record.languages else ""
    said = genre(kind, settings.language, own_language) if kind else ""
    if not settings.whole:
        return {key: value for key, value in (("genre", said), ("number", number)) if value}
    compounds = not _COMPOUNDS.isdisjoint({settings.language, own_language})
    if title and said and any(_said_in(word, title, compounds) for word in (kind, said)):
        said = ""
    if number and not re.search(rf"(?<!\w){re.escape(number)}(?!\w)", title):
        said = f"{said} {numbered(record, settings)}".strip()
    return {"genre": said} if said else {}


def numbered(record: Record, settings: Settings) -> str:
    """Return the document's own number with the word for it: ``no. 236``; "" where it has none."""
    number = _line(record.number.text) if record.number else ""
    bare = re.sub(r"^(?:no|nr|n[°º]|№|#)[.\s]*(?=\w*\d)", "", number, flags=re.IGNORECASE)
    return word("number", settings.language).format(bare) if number else ""


_COMPOUNDS = frozenset({"de", "nl", "sv", "da", "nb", "fi", "hu"})
"""Languages that write a Ratsprotokoll as one word."""


def _said_in(kind: str, title: str, compounds: bool) -> bool:
    """Whether the title says already what kind of document it is: no ``Minutes of …, minutes``.

    One word of it is enough (``Record of Zhou’s Talks`` is a record of conversation), whatever its ending; with
    *compounds* as the end of another word too.
    """
    stems = (word if len(word) < 5 else word[: max(5, len(word) - 2)] for word in kind.split() if len(word) > 2)
    begins = ((r"(?<!\w)" if len(stem) < 5 or not compounds else "") + re.escape(stem) for stem in stems)
    return any(re.search(begin, title, re.IGNORECASE) for begin in begins)


def _csl_type(kind: str, has_recipient: bool) -> str:
    if has_recipient or kind in _MESSAGES:
        return "personal_communication"
    return _TYPES.get(kind, "document")


def _people(record: Record, *roles: str) -> tuple[Person, ...]:
    """Return the people of the first role that anybody has."""
    return next((people for role in roles if (people := record.in_role(role))), ())


_ROUND = str.maketrans("[]", "()")


def _is_named(people: Sequence[names.CslName], title: str) -> bool:
    """Whether *title* says who wrote it, in the letters of either: ``Письмо И. В. Сталина`` of Joseph Stalin."""
    said = _plain(title)
    for person in people:
        family = person.get("family", "")  # without "de" and "La", which stand in every French title
        name = _plain(max(family.split(), key=len) if family else person["literal"].split(" ")[0])
        stem = name[: max(4, len(name) - 2)]  # endings change with the case: Рощин, Рощина; Вышинский, Вышинского
        if re.search(rf"(?<!\w){re.escape(stem)}", said):
            return True
    return False


def _plain(text: str) -> str:
    """Return *text* in small Latin letters without accents, so that Beneš and Бенеш are alike enough."""
    parts = unicodedata.normalize("NFKD", name_in_latin(text).lower())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _names(people: tuple[Person, ...], settings: Settings) -> list[names.CslName]:
    """Return people as CSL names; a pseudonym stands before the name it hides: ``Filippov [Stalin]``."""
    found = []
    for person in people:
        name = _line(person.name)
        alias = _line(person.alias or "")
        if alias and alias != name:
            form = "{} ({})" if settings.round_brackets else "{} [{}]"
            used, own = (names.whole(names.parse(said)) for said in (alias, name))
            found.append({"literal": form.format(used, own) if name else used})
        elif name:
            told = names.parse(name)
            found.append(told if settings.titled else names.untitled(told))
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


def _title(record: Record, settings: Settings) -> tuple[str, bool]:
    """Return the title, and whether it is the document's own.

    Titles of archival documents are given by those who describe them; one that stands in quotation marks was found
    on the document. Square brackets around a title say what is taken for granted.
    """
    wanted = settings.titles or (settings.language,)
    chosen = next((t for tag in wanted for t in record.titles if _is_in(t, tag)), None)
    chosen = chosen or next((t for t in record.titles if not t.language), record.title)
    if chosen is None:
        return "", False
    text = _line(chosen.text)
    if text.startswith("[") and text.endswith("]") and text.count("[") == text.count("]") == 1:
        text = text[1:-1].strip()
    is_own = len(text) > 2 and (text[0], text[-1]) in _QUOTES and not set(text[1:-1]) & {text[0], text[-1]}
    if is_own and settings.whole:
        text = text[1:-1].strip()
    last = text.rsplit(" ", 1)[-1]
    # The full stop that ends a sentence goes, the point of an abbreviation stays.
    if last.endswith(".") and not last.endswith("..") and len(last) > 5 and "." not in last[:-1]:
        text = text[:-1]
    return text, is_own


_QUOTES = frozenset({("“", "”"), ("«", "»"), ("„", "“"), ("„", "”"), ('"', '"'), ("»", "«"), ("‘", "’")})


def _is_in(title: Text, tag: str) -> bool:
    language = (title.language or "").lower()
    if tag == "*-Latn":
        return "-latn" in language
    return language == tag.lower() or (language.split("-")[0] == tag.lower() and "-latn" not in language)


def _dates(record: Record, settings: Settings, title: str) -> dict[str, Any]:
    """Return the date as the style has it; our styles get words, and the date itself (``original-date``) to sort by."""
    text = record.date.text if record.date is not None else "unknown"
    if not settings.whole:
        found = date_parts(text, settings.language) if record.date is not None else None
        return {"issued": found} if found else {}
    dates: dict[str, Any] = {}
    if record.date is not None and (found := date_parts(text)) and "date-parts" in found:
        dates["original-date"] = {"date-parts": found["date-parts"]}
    if settings.year_apart:
        year, day = year_apart(text, settings.date, settings.language)
        dates["issued"] = {"literal": year}
        return dates | ({"event-date": {"literal": day}} if day else {})
    date = parse(text.strip())
    year_said = date is not None and date.start is not None and str(date.start.year) in title
    if record.date is not None and not (settings.date_once and year_said):
        said = words(text, settings.date, settings.language)
        dates["issued"] = {"literal": said[:1].upper() + said[1:] if settings.date_capital else said}
    return dates


def _put_place(item: dict[str, Any], record: Record, settings: Settings) -> tuple[str, ...]:
    located, instead = "", ""
    if settings.verbatim:
        located = place.line(record, settings, [p.name for p in _translators(record, settings.language)])
    elif settings.whole:
        located, instead = place.whole(record, settings)
        brief = settings.of("short-note")
        if short := located if brief == settings else place.whole(record, brief)[0]:
            item["call-number"] = short
    else:
        archive, located, town, lost = place.slots(record, settings)
        if archive:
            item["archive"] = archive
        if town:
            item["archive-place"] = town
        if located:
            item["archive_location"] = located
        return lost
    if located:
        item["archive_location"] = located
    if instead:
        item["note"] = instead
    return ()


def _put_publication(item: dict[str, Any], record: Record, settings: Settings) -> tuple[str, ...]:
    """Put where *record* is published into *item*; return a printed edition that found no slot.

    Beside an archive its pages would be taken for those of the file.
    """
    publication = _publication(record)
    if publication is None:
        return ()
    host = _line(publication.host.text) if publication.host else ""
    pages = _line(publication.pages.text).replace("-", "–") if publication.pages else ""
    lost: tuple[str, ...] = ()
    if host and publication.url:
        item["source"] = settings.hosts.get(host, host)
    elif host and not settings.whole and "archive" in item:
        lost = (", ".join(filter(None, (host, pages))),)
    elif host:  # a printed edition, which the document does stand "in"
        item["container-title"] = host
        if pages:
            item["page"] = pages
    if publication.url:
        url = publication.url.text.strip()
        scheme, divided, rest = url.partition("://")
        if settings.url != "as-is" and divided and scheme in ("http", "https"):
            url = rest if settings.url == "bare" else f"{settings.url}://{rest}"
        item["URL"] = url
        if (
            settings.whole
            and publication.accessed
            and (accessed := words(publication.accessed.text, settings.date, settings.language))
        ):
            item["accessed"] = {"literal": accessed}
        elif publication.accessed and (seen := date_parts(publication.accessed.text, settings.language)):
            item["accessed"] = seen
    if publication.doi:
        item["DOI"] = publication.doi.text.strip()
    return lost


def _publication(record: Record) -> Publication | None:
    return next((p for p in record.published if p.url), record.published[0] if record.published else None)
