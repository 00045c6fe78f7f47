"""A saved page of a digital archive, as plain text or HTML → the data of a record, and its texts.

Such a page has the date and the title above the text, below it an editor's summary, and then its "Document
Information": headed fields from Source to Record ID. Nothing on it is dropped: what cannot be placed, and what was
placed by inference, is told in the notes with its line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from provcheck import languages
from provcheck.archives import find, read_guarded, write_fields
from provcheck.dates import parse
from provcheck.dates.suggest import why_not
from provcheck.exchange.decoding import no_page, text_of
from provcheck.exchange.hosts import host_of
from provcheck.exchange.imported import Imported, ImportedText, Notes, file_name, shown
from provcheck.exchange.labels import LANGUAGES
from provcheck.exchange.layout import Parts, take_apart
from provcheck.exchange.lines import Line, Page, from_html, from_text, is_html
from provcheck.exchange.people import People
from provcheck.exchange.texts import FoundText, mixed, split, summary_of
from provcheck.model.document import Value
from provcheck.model.shelfmark import SourceLine
from provcheck.read.encoding import MAX_BYTES


def read_page(
    data: bytes, *, url: str | None = None, publisher: str | None = None, url_pattern: str | None = None
) -> Imported:
    """Read a saved page. Never raises: a page that is none gives no data and notes that say so.

    *url* is where it was fetched from; *publisher* and *url_pattern* (with ``{id}``) what the configuration says.
    """
    reader = _Reader()
    page = reader.page(data)
    if not any(line.text for line in page.lines):
        reader.unread(0, "there is no text on this page")
        return Imported({}, (), tuple(reader.notes))
    reader.fill(take_apart(page), url or page.head.get("url"), page.head.get("site"), publisher, url_pattern)
    reader.notes.sort(key=lambda note: note.line)
    if reader.data.keys() <= {"title", "language", "published"}:  # a line of text is no document
        reader.data.clear()
    return Imported(reader.ordered(), tuple(reader.texts), tuple(reader.notes))


ORDER = (
    "id", "title", "type", "date", "language", "people", "sources", "translators", "rights", "published", "texts",
    "subjects", "summary",
)  # fmt: skip
"""The fields of a record in the order in which people read them."""


MANY = 8
"""How many lines of the same stretch of a page are told one by one."""


class _Reader(Notes):
    """Fills a record from the parts of a page, and takes notes."""

    def __init__(self) -> None:
        super().__init__()
        self.data: dict[str, Value] = {}
        self.people = People(self)
        self.texts: list[ImportedText] = []
        self.no_language = ""
        """What is said of a page that does not tell the language of the document."""

    def ordered(self) -> dict[str, Value]:
        return {key: self.data[key] for key in ORDER if key in self.data}

    def page(self, data: bytes) -> Page:
        """Return the lines of the page, whatever its encoding."""
        if len(data) > MAX_BYTES:
            self.unread(0, f"the page has more than {MAX_BYTES // 1024 // 1024} MiB; it is not read")
            return Page([], {})
        if kind := no_page(data):
            self.unread(0, f"this is {kind}")
            return Page([], {})
        text, how = text_of(data)
        if how:
            self.inferred(0, f"the page {how}")
        if not is_html(text):
            return from_text(text)
        page = from_html(text)
        if page.cut:
            self.unread(page.cut, "elements are nested by the thousand here; what follows on the page was not read")
        return page

    def fill(
        self, parts: Parts, url: str | None, site: str | None, publisher: str | None, url_pattern: str | None
    ) -> None:
        """Place the parts of the page into the fields of the record."""
        for why, found in groupby(parts.strange, key=lambda strange: strange[1]):
            lines = [line for line, _ in found]
            for line in lines if len(lines) <= MANY else lines[: MANY - 1]:
                self.unread(line.number, f"{shown(line.text)} stands {why}; it is not in the record")
            if len(lines) > MANY:
                to = f"to {shown(lines[-1].text)} in line {lines[-1].number}"
                self.unread(lines[MANY - 1].number, f"{len(lines) - MANY + 1} more lines, {to}, stand {why}")
        fields = dict(parts.fields)
        self.labels(parts)
        self.title_and_date(parts, fields.pop("title", []), fields.pop("date", []))
        url = url or next((line.text for line in fields.pop("address", []) if line.text.startswith("http")), None)
        self.record_id(fields.pop("id", []), url)
        together = "shelfmark" in fields
        source = self.sources(fields)
        self.type(fields.pop("type", []))
        self.no_language = f"the page {'leaves Language empty' if 'language' in fields else 'gives no language'}"
        original = self.language(fields.pop("language", []))
        summary = fields.pop("summary", [])
        if parts.below:
            self.inferred(parts.body[0].number, "what begins here, below the fields, was taken for the document's text")
        self.body(parts.body, original, summary)
        self.names(fields, parts.title)
        self.archive(fields.pop("archive", []), source)
        self.rights(fields.pop("rights", []))
        self.published(fields.pop("uploaded", []), None if together else source, url, site, publisher, url_pattern)
        if subjects := [line.text for line in fields.pop("subject", []) if line.text]:
            self.data["subjects"] = list(subjects)
        for name, lines in fields.items():
            for line in lines:
                if line.text:
                    self.unread(line.number, f"{shown(line.text)} ({name}) is not in the record")

    def labels(self, parts: Parts) -> None:
        """Tell of labels that are not known here, so that nobody thinks the page says nothing."""
        if parts.labels:
            some = ", ".join(shown(line.text.rstrip(": ")) for line in parts.labels[:4])
            words = f"what stands beside {some}{' …' if len(parts.labels) > 4 else ''} was taken for text"
            self.inferred(parts.labels[0].number, f"{words}: of these labels too few are known here")
        if not parts.fields:
            self.unread(0, f"no field of a document was found on this page; labels in {LANGUAGES} are known here")

    def title_and_date(self, parts: Parts, titles: Sequence[Line], dates: Sequence[Line]) -> None:
        """Place title and date: from their fields, else from above the text."""
        title, date = (next((line for line in given if line.text), None) for given in (titles, dates))
        for field, above in ((title, parts.title), (date, parts.date)):
            if field is not None and above is not None and field.text != above.text:
                self.unread(above.number, f"{shown(above.text)} stands above the text; it is not in the record")
        if (title := title or parts.title) is None:
            self.unread(0, "no title was found")
        else:
            self.data["title"] = title.text
        if (date := date or parts.date) is None:
            self.unread(0, "no date was found above or below the title; give `date` yourself")
        else:
            self.data["date"] = _edtf(date.text) or date.text

    def record_id(self, lines: Sequence[Line], url: str | None) -> None:
        found = next((line.text for line in lines if line.text), None)
        if found is None and url and (match := re.search(r"/(\d+)/?$", url.partition("?")[0])):
            found = match.group(1)
            self.inferred(0, f"the page gives no Record ID; {found} was taken from its address")
        if found is None:
            self.unread(0, "no Record ID was found; give `id` yourself")
        else:
            self.data["id"] = found

    def sources(self, fields: dict[str, list[Line]]) -> SourceLine | None:
        """Read the source line into sources and credits; return it.

        Where archive and shelfmark have fields of their own they are read as one line.
        """
        lines = fields.pop("source", [])
        if shelfmark := fields.pop("shelfmark", []):
            lines = [*(lines or fields.pop("archive", [])), *shelfmark]
        text = (", " if shelfmark else " ").join(line.text for line in lines if line.text)
        if not text:
            self.unread(0, "no source line was found; give `sources` yourself")
            return None
        at = lines[0].number
        line = read_guarded(text)
        found: list[Value] = []
        for segment in line.segments:
            if segment.mark is not None:
                written = write_fields(segment)
                found.append(dict(written) if written is not None else segment.text.strip(" ,;."))
            elif not segment.credits and not _joins(segment.text):
                self.unread(at, f"{shown(segment.text.strip())} in the source line; it is kept in `published`")
        self.data["sources"] = found or [text]
        if not found:
            self.inferred(at, "no shelfmark was found in the source line; it stands in the record as it is")
        if translators := line.names("translator"):
            self.data["translators"] = list(translators)
        for role in ("obtained_by", "contributor", "editor"):
            if names := line.names(role):
                self.people.add(role, list(names))
        return line

    def type(self, lines: Sequence[Line]) -> None:
        words = [line.text for line in lines if line.text]
        if words:
            self.data["type"] = words[0].lower()
        else:
            self.unread(0, "no type was found; give `type` yourself")

    def language(self, lines: Sequence[Line]) -> str | None:
        """Place the language of the document; return it, None where the page gives none."""
        tags: list[Value] = []
        for line in lines:
            for word in re.split(r"[,;/]| and ", line.text):
                if not word.strip():
                    continue
                tag = languages.by_name(word.strip()) or (word.strip() if languages.valid(word.strip()) else None)
                if tag is None:
                    self.unread(line.number, f"{shown(word.strip())} is no language that is known here")
                else:
                    tags.append(tag)
        if not tags:
            return None
        self.data["language"] = tags[0] if len(tags) == 1 else tags
        return str(tags[0]) if len(tags) == 1 else None

    def body(self, body: Sequence[Line], original: str | None, summary: Sequence[Line]) -> None:
        """Place summary and texts; infer the language from the transcript where the page leaves it empty."""
        given = "\n".join(line.text for line in summary).strip()
        rest: Sequence[Line] = body
        if given:
            self.data["summary"] = given
        else:
            last, rest = summary_of(body)
            if last is not None:
                self.data["summary"] = last.text
                self.inferred(last.number, "the last paragraph was taken for the editors' summary")
        spoken = self.data.get("language")
        foreign = isinstance(spoken, list) and not any(str(tag).split("-")[0] == "en" for tag in spoken)
        found = split(rest, translated=foreign or "translators" in self.data, original=original)
        seen = [line for line in rest if line.text]
        if len(seen) == 1 and "summary" not in self.data:
            words = "the one paragraph on this page was taken for the document's text"
            self.inferred(seen[0].number, f"{words}; it may be the editors' summary of it")
        if len(found) == 2 and all("Latn" in languages.written_in(text.language or "en") for text in found):
            words = "one text was taken to end and the other to begin here; short lines there may belong to either"
            self.inferred(found[1].lines[0].number, words)
        if not found:
            self.unread(0, "there is no text of the document on this page")
        else:
            self.data["texts"] = [self.text(text) for text in found]
        if "language" not in self.data:
            transcript = next((text for text in found if text.kind == "transcript" and text.language), None)
            if transcript is not None and transcript.language == "en":
                # These archives translate into English: such a text tells nothing of the document.
                words = f"{self.no_language}, and its English text may be a translation"
                self.unread(0, f"{words}; give `language` yourself")
            elif transcript is not None and transcript.language:
                self.data["language"] = transcript.language
                name = languages.name(transcript.language)
                self.inferred(
                    transcript.lines[0].number,
                    f"{self.no_language}; {transcript.language} ({name}) was told from the transcript",
                )
            else:
                self.unread(0, f"{self.no_language}; give `language` yourself")

    def text(self, text: FoundText) -> Value:
        """Keep a text as a file; return what the record says of it."""
        first = next(line.number for line in text.lines if line.text)
        name = f"{file_name(str(self.data.get('id', '')))}.{text.language or text.kind}.txt"
        if any(known.name == name for known in self.texts):
            name = name.removesuffix(".txt") + f".{text.kind}.txt"
        self.texts.append(ImportedText(name, text.text))
        if mixed(text):
            self.unread(first, f"the {text.kind} may hold two texts, in two scripts; they could not be parted")
        described: dict[str, Value] = {"kind": text.kind, "file": name}
        if text.language:
            described = {"language": text.language, **described}
        else:
            self.unread(first, f"the language of the {text.kind} cannot be told; give it under `texts`")
        return described

    def names(self, fields: dict[str, list[Line]], title: Line | None) -> None:
        """Place the people of the title and of the fields."""
        self.people.of_title(title)
        self.people.of_fields(fields)
        if self.people.data:
            self.data["people"] = self.people.data
        translators = [line.text for line in self.people.only_names(fields.pop("translator", []), "translator")]
        have = self.data.get("translators")
        mine = have if isinstance(have, list) else []
        if more := [name for name in translators if name not in mine]:
            self.data["translators"] = [*mine, *more]

    def archive(self, lines: Sequence[Line], source: SourceLine | None) -> None:
        """Compare the field Original Archive with the archives of the source line."""
        read = {mark.archive_id for mark in source.marks} if source is not None else set()
        for line in lines:
            if line.text:
                match = find(line.text)
                if match.archive is None or match.archive.id not in read:
                    self.unread(line.number, f"the original archive is given as {shown(line.text)}, the source line"
                                " says otherwise or is not read; compare them")  # fmt: skip

    def rights(self, lines: Sequence[Line]) -> None:
        paragraphs = "\n".join(line.text for line in lines).strip()
        if not paragraphs:
            self.unread(0, "no rights statement was found; give `rights` yourself")
            return
        rights: dict[str, Value] = {"statement": re.sub(r"\n{2,}", "\n\n", paragraphs)}
        if contact := re.search(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+", paragraphs):
            rights["contact"] = contact.group()
        self.data["rights"] = rights

    def published(
        self,
        uploaded: Sequence[Line],
        source: SourceLine | None,
        url: str | None,
        site: str | None,
        publisher: str | None,
        url_pattern: str | None,
    ) -> None:
        """Say where the page stands."""
        rights = self.data.get("rights")
        host = host_of(str(rights), url or "")
        record_id = self.data.get("id")
        name = publisher or (host.name if host else site)
        pattern = url_pattern or (host.url if host else None)
        if url is None and pattern and isinstance(record_id, str):
            url = pattern.replace("{id}", record_id)
            if host is not None and not url_pattern:
                self.inferred(0, f"the page does not give its address; it was made from the Record ID: {url}")
        page: dict[str, Value] = {}
        if name:
            page["in"] = name
            if not publisher and host is not None:
                self.inferred(0, f"the page does not name its host; {name} was told from {host.sign} on it")
        else:
            self.unread(0, "the page does not name its host; give `in` under `published`")
        if isinstance(record_id, str):
            page["id"] = record_id
        for line in uploaded[:1]:
            page["date"] = _edtf(line.text) or line.text
        if url:
            page["url"] = url
        if source is not None:
            page["source"] = source.text
        if page:
            self.data["published"] = [page]


def _edtf(text: str) -> str | None:
    """Return a date in words in EDTF; None where it cannot be told."""
    if parse(text) is not None:
        return text
    return why_not(text).suggestion


def _joins(text: str) -> bool:
    """Tell whether a stretch of a source line only joins two shelfmarks."""
    return not [word for word in re.findall(r"\w+", text) if word.lower() not in {"and", "also", "in", "at"}]
