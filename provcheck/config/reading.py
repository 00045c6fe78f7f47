"""TOML text → `Config`, and what is wrong with it, each with its place."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from io import StringIO
from typing import Any, cast, get_args

from provcheck.config.names import is_pattern, meant, named
from provcheck.config.places import Places
from provcheck.config.settings import CiteFormat, Config, FailOn, Override, SeverityOrOff, is_shared
from provcheck.languages import valid, why_not
from provcheck.model.citation import CitationForm
from provcheck.model.context import Defaults
from provcheck.model.document import Fault, Pointer, Span
from provcheck.model.finding import Problem
from provcheck.model.lazy import pattern
from provcheck.schema import check_data

_VALUE = "value-not-allowed"
_PLACE = pattern(r"\(at line (\d+), column (\d+)\)")


def load(text: str, path: str, known: Collection[str] = ()) -> tuple[Config, tuple[Fault, ...]]:
    """Return the settings in *text*, the file *path*, and what is wrong with it. Never raises.

    *known* are the ids of all rules; where they are given, other names of rules are faults. What is wrong is left out
    of the settings, so that the rest still counts.
    """
    try:
        data: Any = _plain(tomllib.loads(text))
    except (ValueError, RecursionError) as error:
        return Config(path), (Fault("syntax", f"this is not TOML: {error}", _toml_span(str(error), text)),)
    base: Pointer = ("tool", "provcheck") if is_shared(path) else ()
    for step in base:
        data = data.get(step, {}) if isinstance(data, dict) else {}
    places = Places(text)
    faults = tuple(
        Fault(one.rule, one.message, _span(places, base, one, data))
        for one in (*check_data(data, "config"), *_strangers(data, known), *_unfit(data))
    )
    return _config(data if isinstance(data, dict) else {}, path), faults


def _plain(value: Any) -> Any:
    """Return TOML data as JSON would have it: dates and times become text."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value if isinstance(value, (str, bool, int, float)) else str(value)


def _toml_span(message: str, text: str) -> Span:
    """Return the place that a message of tomllib names; the end of the text where it names none."""
    if place := _PLACE.search(message):
        lines = list(StringIO(text, newline=""))
        start = sum(len(line) for line in lines[: int(place[1]) - 1]) + int(place[2]) - 1
        return Span(min(start, len(text)), min(start + 1, len(text)))
    return Span(len(text), len(text))


def _span(places: Places, base: Pointer, problem: Problem, data: Any) -> Span:
    pointer = problem.pointer
    for step in pointer:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return places.of((*base, *pointer))
    if isinstance(data, str) and not problem.on_key:
        return places.of_text((*base, *pointer), data)
    return places.of((*base, *pointer))


def _strangers(data: Any, known: Collection[str]) -> Iterator[Problem]:
    """Yield the names in ``select``, ``ignore`` and ``severity`` that are no rule's, and patterns that fit none."""
    if not known or not isinstance(data, dict):
        return
    for at, table in _scopes(data):
        for key in ("select", "ignore", "severity"):
            names = table.get(key)
            for index, name in enumerate(names if isinstance(names, (list, dict)) else ()):
                on_key = isinstance(names, dict)
                if not isinstance(name, str) or (name in known if on_key else any(named(r, (name,)) for r in known)):
                    continue
                if on_key and is_pattern(name):
                    message = f"a severity is given to one rule, not to a pattern: name each that `{name}` is to mean"
                else:
                    near = meant(name, known)
                    message = f"there is no rule `{name}`" + (f"; did you mean `{near}`?" if near else "")
                step = name if on_key else index
                yield Problem((*at, key, step), message, on_key=on_key, rule=_VALUE)


_BRACES = pattern(r"\{[^{}]*,[^{}]*\}")


def _unfit(data: Any) -> Iterator[Problem]:
    """Yield values that are well formed and can do nothing, or something else than was meant."""
    if not isinstance(data, dict):
        return
    defaults = _table(data, "defaults")
    url, language = _word(defaults, "url"), _word(defaults, "language")
    if url and not url.startswith(("https://", "http://")):
        yield Problem(("defaults", "url"), f'"{url}" is no address of the web: it begins with https://', rule=_VALUE)
    elif url and "{id}" not in url:
        message = f'"{url}" is the same for every record: write {{id}} where the record\'s ID stands in it'
        yield Problem(("defaults", "url"), message, rule=_VALUE)
    if language and not valid(language):
        yield Problem(("defaults", "language"), why_not(language).message, rule=_VALUE)
    for at, table in _scopes(data):
        for key in ("include", "exclude", "paths"):
            for index, one in enumerate(_words(table, key)):
                if one.startswith("!"):
                    told = "what is left out cannot be taken in again; name in `exclude` only what is to go"
                elif _BRACES.search(one):
                    told = "braces are part of a name here; write a pattern for each of what they list"
                else:
                    continue
                yield Problem((*at, key, index), f'"{one}": {told}', rule=_VALUE)


def _scopes(data: Mapping[str, Any]) -> Iterator[tuple[Pointer, Mapping[str, Any]]]:
    """Yield the configuration and each of its overrides, with their places."""
    yield (), data
    overrides = data.get("overrides")
    for index, one in enumerate(overrides if isinstance(overrides, list) else ()):
        if isinstance(one, dict):
            yield ("overrides", index), one


def _config(data: Mapping[str, Any], path: str) -> Config:
    defaults, cite = _table(data, "defaults"), _table(data, "cite")
    return Config(
        path,
        include=_words(data, "include"),
        exclude=_words(data, "exclude"),
        select=_words(data, "select"),
        ignore=_words(data, "ignore"),
        fail_on=cast(FailOn, _one_of(data, "fail-on", get_args(FailOn)) or "error"),
        severities=_severities(data),
        baseline=_word(data, "baseline"),
        defaults=Defaults(**{key: _word(defaults, key) for key in ("publisher", "url", "rights", "language")}),
        styles=_words(cite, "styles"),
        cite_forms=cast(
            tuple[CitationForm, ...], tuple(f for f in _words(cite, "forms") if f in get_args(CitationForm))
        ),
        cite_format=cast(CiteFormat | None, _one_of(cite, "format", get_args(CiteFormat))),
        overrides=tuple(
            Override(_words(one, "paths"), _words(one, "select"), _words(one, "ignore"), _severities(one))
            for at, one in _scopes(data)
            if at
        ),
    )


def _table(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = data.get(key)
    return value if isinstance(value, dict) else {}


def _word(data: Mapping[str, Any], key: str) -> str | None:
    value = data.get(key)
    return value if isinstance(value, str) and value else None


def _words(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = data.get(key)
    return tuple(item for item in value if isinstance(item, str) and item) if isinstance(value, list) else ()


def _one_of(data: Mapping[str, Any], key: str, words: tuple[str, ...]) -> str | None:
    value = _word(data, key)
    return value if value in words else None


def _severities(data: Mapping[str, Any]) -> Mapping[str, SeverityOrOff]:
    given = _table(data, "severity")
    return {rule: severity for rule, severity in given.items() if severity in get_args(SeverityOrOff)}
