"""A text is in a script that its language is not written in.

Latin letters under the tag ``ru`` are a transliteration, whose tag is ``ru-Latn``, or another language; a page in
Hangul is not ``kr`` (Kanuri). Languages that are written in several scripts (Serbian, Uzbek, Kazakh, Azerbaijani …)
may have any of them, unless the tag names one.

Fails::

    title:
      ru: Shifrtelegramma Roshchina Filippovu ob otvete Mao

Fails::

    title: {en: Letter to the editor}
    language: pl
    # text: Докладываю ответ Мао Цзэдуна на Ваш номер 4581, полученный сегодня ночью.

Passes::

    title:
      ru: Шифртелеграмма Рощина Филиппову
      ru-Latn: Shifrtelegramma Roshchina Filippovu

Passes::

    title:
      sr: Pismo predsedniku vlade Jugoslavije
      uz: Ўзбекистон Коммунистик партияси

Correct the tag; add the script to it where the text is transliterated (``ru-Latn``).
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.languages import COUNTRIES, dominant, name, scripts, valid, written_in
from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Record

SEVERITY: Severity = "warning"

_ENOUGH = 12
"""Letters below which nothing is said: a name or an abbreviation stands in any script."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every title, and for the text, whose letters do not belong to its language."""
    for title in record.titles:
        if title.language is not None and valid(title.language):
            used = _foreign(title.text, written_in(title.language))
            if used:
                yield Problem(title.at, _message(used, title.language), help=_help(used, title.language))
    if not record.body or not record.languages or not all(valid(language.text) for language in record.languages):
        return
    allowed = [written_in(language.text) for language in record.languages]
    used = _foreign(record.body, frozenset().union(*allowed)) if all(allowed) else None
    if used and "Latn" not in used:  # a text in Latin letters may be its translation
        first = record.languages[0]
        yield Problem(first.at, _message(used, first.text, "the text"), help=_help(used, first.text))


def _foreign(text: str, allowed: frozenset[str]) -> frozenset[str] | None:
    """Return the scripts that *text* is in, if none of them is allowed."""
    counts = scripts(text)
    if not allowed or counts.total() < _ENOUGH:
        return None
    used = dominant(text)
    return None if used & allowed or any(counts[script] * 4 > counts.total() for script in allowed) else used


def _message(used: frozenset[str], tag: str, what: str = "this") -> str:
    return f"{what} is in {' and '.join(sorted(_NAMES.get(s, s) for s in used))} letters, {tag} is {name(tag)}"


def _help(used: frozenset[str], tag: str) -> str:
    country = COUNTRIES.get(tag.lower())
    if country is not None and used & written_in(country.language):
        return f"{tag.upper()} is the country {country.name}: {country.language} was perhaps meant"
    if "Latn" in used and "-" not in tag:
        return f"the tag of a transliteration is {tag}-Latn"
    return "correct the tag"


_NAMES = {
    "Latn": "Latin", "Cyrl": "Cyrillic", "Grek": "Greek", "Hebr": "Hebrew", "Arab": "Arabic", "Hani": "Chinese",
    "Hang": "Korean", "Hira": "Japanese", "Kana": "Japanese", "Armn": "Armenian", "Geor": "Georgian",
}  # fmt: skip
