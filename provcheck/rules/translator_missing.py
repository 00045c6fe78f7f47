"""There is a translation, but nobody is named as its translator.

A translation has an author of its own, whose name belongs into the citation and into the rights. A record counts as
having one where ``texts`` holds a translation, or ``relations`` say that it is the translation of another.

Fails::

    texts:
      - {language: en, kind: translation, file: letter.en.txt}

Passes::

    texts:
      - {language: en, kind: translation, file: letter.en.txt, by: Jane Doe}

Passes::

    translators: [Jane Doe]
    texts:
      - {language: en, kind: translation, file: letter.en.txt}

Name the translator, or write ``translators: anonymous`` where nobody knows who it was.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Record, TextFile
from provcheck.rules._credits import credited

SEVERITY: Severity = "warning"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every translation without translator."""
    if any("translator" in credited(line) for line, _ in record.lines()):
        return  # credit-in-source has that
    for text in record.texts:
        if text.kind == "translation" and not text.by and not _translated(record, text):
            yield Problem(
                text.at, "this translation names no translator", help='add "by", or the record\'s translators'
            )
    if record.translators or record.texts:
        return
    for relation in record.relations:
        if relation.rel == "translation-of":
            yield Problem(relation.at, f"this is the translation of {relation.to.text}, but names no translator")


def _translated(record: Record, text: TextFile) -> bool:
    """Tell whether some translator of the record may be the text's: one into its language, or into none named."""
    language = text.language.text.partition("-")[0].casefold() if text.language is not None else None
    return any(
        person.into is None or language is None or person.into.partition("-")[0].casefold() == language
        for person in record.translators
    )
