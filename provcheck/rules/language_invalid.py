"""A language is not given as a tag of BCP 47.

Tags are how programs know a language: which hyphenation, which letters, which translation to offer. Those of BCP 47
have two letters where ISO 639 has a code of two (``ru``, not ``rus``), and they name languages, not countries: ``ua``
is Ukraine, Ukrainian is ``uk``; ``cz``, ``jp``, ``gr`` and ``cn`` are countries too.

Fails::

    language: English

Fixed::

    language: en

Fails::

    language: rus, ger

Fixed::

    language: [ru, de]

Fails::

    title: Лист до Комітету про створення музею
    language: ua

Fixed::

    title: Лист до Комітету про створення музею
    language: uk

Passes::

    language: [zh-Hant, sr-Latn, und]

Write the tag; where the language is not known ``und``, where there is none (a map, a drum) ``zxx``.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.languages import NotTag, valid, why_not
from provcheck.model.context import Context
from provcheck.model.finding import Change, Fix, Problem, Severity
from provcheck.model.record import Record, Text
from provcheck.rules._texts import every

SEVERITY: Severity = "error"

_UKRAINIAN = frozenset("іїєґІЇЄҐ")
_NOT_UKRAINIAN = frozenset("ыэёъЫЭЁЪўЎ")


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every tag that is not valid."""
    for language in record.languages:
        if not valid(language.text):
            reason = why_not(language.text)
            yield Problem(language.at, reason.message, fix=_fix(language, reason, record))
    for title in record.titles:
        if title.language is not None and not valid(title.language):
            reason = why_not(title.language)
            meant = f"; {reason.suggestion} was probably meant" if isinstance(reason.suggestion, str) else ""
            yield Problem(title.at, reason.message + meant, on_key=True)
    for text in record.texts:
        if text.language is not None and not valid(text.language.text):
            reason = why_not(text.language.text)
            yield Problem(text.language.at, reason.message, fix=_fix(text.language, reason, record))
    for translator in record.translators:
        if translator.into is not None and translator.at[-1] == "name" and not valid(translator.into):
            into = Text(translator.into, (*translator.at[:-1], "into"))
            reason = why_not(into.text)
            yield Problem(into.at, reason.message, fix=_fix(into, reason, record))


def _fix(language: Text, reason: NotTag, record: Record) -> Fix | None:
    meant = reason.suggestion
    if meant is None:
        return None
    if isinstance(meant, str):
        safe = reason.safe or (meant == "uk" and _looks_ukrainian(record))
        return Fix(f"write {meant}", (Change(language.at, meant),), safe)
    if len(language.at) > 1:  # one item of a list, which would become a list in a list
        return None
    return Fix(f"write [{', '.join(meant)}]", (Change(language.at, list(meant)),), reason.safe)


def _looks_ukrainian(record: Record) -> bool:
    """Whether the record's own texts show that UA cannot have been meant for Russian."""
    letters = frozenset(record.body).union(*(text for _, text in every(record)))
    return bool(letters & _UKRAINIAN) and not letters & _NOT_UKRAINIAN
