"""The source line or a note says another language than the record.

Published documents carry a line such as "Original in Polish"; the tag is set somewhere else, often from a template.
Met in a record whose tag was ``en`` and whose source line said "Original in Polish". Also looked at: a tag that is the
code of the archive's country and another country's language, as ``kr`` (Kanuri) for a document kept in Korea.

Fails::

    language: en
    sources:
      - {archive: ŻIH, note: Original in Polish}

Fixed::

    language: pl
    sources:
      - {archive: ŻIH, note: Original in Polish}

Passes::

    language: [pl, yi]
    sources:
      - {archive: ŻIH, note: Original in Polish and Yiddish}

Passes::

    language: sr-Latn
    sources:
      - {archive: AJ, note: Original in Serbo-Croatian}

Look at the document, and correct the tag or the note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provcheck.languages import COUNTRIES, by_name, name, primary, valid
from provcheck.model.context import Context
from provcheck.model.document import Pointer
from provcheck.model.finding import Change, Fix, Problem, Severity
from provcheck.model.lazy import pattern
from provcheck.model.record import Record
from provcheck.tables import archives

SEVERITY: Severity = "warning"

_SAID = pattern(
    r"\b(?:origin[aá]l(?:s|ly)?(?: text| document)?,?(?: (?:is|was|written))*(?: in| auf| en| v)?:?|"
    r"original language:?|in the original|language of the original:?|text in|(?:typed|written|handwritten) in|"
    r"en langue|язык оригинала:?|оригинал на|подлинник на|мова оригіналу:?|оригінал)"
    r" (?:the )?(?P<names>[^\W\d_]+(?:[ -][^\W\d_]+)?(?:(?:,| and| und| a| и|/) ?[^\W\d_]+){0,4})",
    re.IGNORECASE,
)
_WORD = pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SAME = (
    frozenset(("sr", "hr", "bs", "sh", "cnr")), frozenset(("no", "nb", "nn")), frozenset(("ro", "mo")),
    frozenset(("zh", "yue", "lzh")), frozenset(("fa", "prs", "tg")), frozenset(("el", "grc")), frozenset(("tr", "ota")),
    frozenset(("he", "iw")), frozenset(("yi", "ji")), frozenset(("nl", "vls")), frozenset(("ms", "id", "in")),
)  # fmt: skip
"""Languages that one and the same document may be said to be in."""

_KANURI = frozenset(("NG", "NE", "TD", "CM"))


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem where a language is said and the record has none that could be it."""
    if not record.languages or not all(valid(language.text) for language in record.languages):
        return
    tags = [primary(language.text) for language in record.languages]
    if {"und", "mul", "zxx", "mis"} & set(tags):
        return
    first = record.languages[0]
    for at, text in _notes(record):
        for said in _SAID.finditer(text):
            named = _named(said["names"], text[said.end() : said.end() + 40])
            if not named or any(_may_be(tag, other) for tag in tags for other in named):
                continue
            fix = None
            if len(tags) == 1 and len(named) == 1:
                fix = Fix(f"write {named[0]}", (Change(first.at, named[0]),), safe=False)
            message = f'the language is {first.text} ({name(first.text)}), but it is said here: "{said[0].strip()}"'
            yield Problem(at, message, said.span(), fix=fix)
            return
    yield from _country(record)


def _country(record: Record) -> Iterator[Problem]:
    """Yield a problem for a tag that is the code of the country whose archive keeps the document."""
    kept_by = [archives().get(holding.mark.archive_id or "") for holding in record.holdings]
    kept_in = {archive.country for archive in kept_by if archive is not None}
    for language in record.languages:
        tag = language.text.lower()
        country = COUNTRIES.get(tag)
        if country is None or country.language == tag:
            continue
        if tag.upper() in kept_in or (tag == "kr" and not kept_in & _KANURI):
            meant = f"{tag.upper()} is the country {country.name}: {country.language} was perhaps meant"
            fix = Fix(f"write {country.language}", (Change(language.at, country.language),), safe=False)
            yield Problem(language.at, f"{language.text} is {name(tag)}", fix=fix, help=meant)


def _notes(record: Record) -> Iterator[tuple[Pointer, str]]:
    for source in record.sources:
        if source.line is not None:
            yield source.at, source.line.text[: source.line.unread_from]
        for text in (source.note, source.form):
            if text is not None:
                yield text.at, text.text
    note = (record.data or {}).get("note")
    if isinstance(note, str):
        yield ("note",), note


def _named(names: str, after: str) -> list[str]:
    """Return the tags of the languages in *names*. ``in Russian State Archive`` names none."""
    found: list[str] = []
    said, all_words = _WORD.findall(names), _WORD.findall(f"{names} {after if after[:1] == ' ' else ''}")
    for word, following in zip(said, [*all_words[1:], ""], strict=False):
        if following[:1].isupper() and not by_name(following):
            continue
        tag = by_name(word) if len(word) > 3 else None
        if tag is not None:
            found.append(tag)
    return found


def _may_be(tag: str, other: str) -> bool:
    return tag == other or any(tag in group and other in group for group in _SAME)
