"""The rights field says nothing.

"TBD" and "see website" pass for a statement until somebody wants to print the document. Whoever reuses it needs to
know at least that nobody has looked into it yet: there is a statement for that too, "copyright not evaluated".

Fails::

    rights: TBD

Fails::

    rights: {holder: n/a}

Passes::

    rights: http://rightsstatements.org/vocab/CNE/1.0/

Passes::

    rights: {holder: The Woodrow Wilson Center, contact: archive@example.org}

Say who holds the rights and what may be done, or use one of the statements of RightsStatements.org: ``CNE`` for
copyright not evaluated, ``UND`` for undetermined. A statement shared by all records is given once as ``rights`` under
``[defaults]`` of the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.dates.tokens import words
from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Record

SEVERITY: Severity = "error"

_PLACEHOLDERS = words("""
    tbd tba todo tbc fixme xxx na none null nil unknown unclear undefined unspecified seewebsite seebelow
    seeabove rights
    copyright placeholder empty blank нет неизвестно неизвестны уточнить уточняется unbekannt inconnu nieznane
""")


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem where every part of the rights that is given is a placeholder, and no default stands in."""
    rights = record.rights
    if rights is None or context.defaults.rights:
        return
    given = [rights.text, rights.status, rights.licence, rights.holder, rights.statement, rights.contact]
    texts = [text for text in given if text is not None]
    if texts and all(_is_placeholder(text.text) for text in texts):
        yield Problem(texts[0].at, f'"{texts[0].text}" says nothing about the rights')


def _is_placeholder(text: str) -> bool:
    letters = "".join(character for character in text.lower() if character.isalnum())
    return not letters or letters in _PLACEHOLDERS
