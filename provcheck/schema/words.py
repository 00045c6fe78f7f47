"""A flaw in the words of an archivist: what is wrong, what was probably meant, what the field is for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from provcheck.model.document import Pointer
from provcheck.model.finding import Change, Fix, Problem
from provcheck.schema.engines import Flaw, Schema, part
from provcheck.schema.fields import described, is_needed
from provcheck.schema.flaws import ALTERNATIVES, branches, inside, is_empty, kind, kinds
from provcheck.schema.guess import Guess, guess, meant_key

MAX_UNKNOWN = 20
"""Unknown keys of one mapping that are reported one by one; whoever has more has one cause."""

MAX_FLAWS = 100
"""Flaws of one record that are put into words."""

MAX_QUOTED = 60
"""Characters of a value or key that a message repeats."""

THE_WHOLE = {"record": "the record", "config": "the configuration"}


def problems(flaws: Iterable[Flaw], data: Any, name: str, schema: Schema) -> list[Problem]:
    """Return the problems that *flaws* are, each once, in the order of *data*; what is missing comes last.

    A field that is missing because its name was misspelt is not reported: the misspelt name is.
    """
    order = _Order(data)
    ordered = sorted(set(flaws), key=lambda flaw: (order(flaw.pointer), [str(step) for step in flaw.location]))
    said: dict[tuple[str, Pointer], Problem] = {}
    meant: set[Pointer] = set()
    for flaw in ordered[:MAX_FLAWS]:
        value = inside(data, flaw.pointer)
        if name == "record" and (line := _line_meant(flaw, value, schema)):
            found: Iterable[Problem] = [_unquoted(flaw.pointer, line, name)]
        elif flaw.location[-1] == "additionalProperties":
            found = _unknown(flaw, value, name, part(schema, flaw.location[:-1]), meant)
        else:
            found = _said(flaw, value, name, schema)
        for problem in found:
            said.setdefault((problem.rule, problem.pointer), problem)
    kept = (one for one in said.values() if one.rule != "field-missing" or one.pointer not in meant)
    result = sorted(kept, key=lambda problem: order(problem.pointer))
    if len(ordered) > MAX_FLAWS:
        message = (
            f"{len(ordered) - MAX_FLAWS} more places of {THE_WHOLE.get(name, 'the file')} are not as they should be"
        )
        result.append(Problem((), message, rule="field-type"))
    return result


def _line_meant(flaw: Flaw, value: Any, schema: Schema) -> str | None:
    """Return the line of text of which a colon made a mapping: ``- NAA: A1838, 2498/11``."""
    at = flaw.pointer
    if not isinstance(value, dict) or len(value) != 1:
        return None
    sources = _is_sources(at)
    if not sources and (flaw.location[-1] == "required" or not _is_text(_wanted(flaw, schema))):
        return None
    ((key, text),) = value.items()
    known = schema["$defs"]["source"]["properties"] if sources else {}
    if not isinstance(text, str) or not text.strip() or key in known or key.startswith("x-"):
        return None
    if not sources and not (key[:1].isupper() or " " in key):
        return None  # a language, or a field: {en: A}
    if sources and guess(key, value, known, at, "record", own=True).here is not None:
        return None  # a slip in the name of a field
    return f"{key}: {text}"


def _is_sources(at: Pointer) -> bool:
    return [step for step in at if isinstance(step, str)] == ["sources"]


def _is_text(words: list[str]) -> bool:
    """Tell whether text may stand where *words* are the types that may, and no mapping."""
    return "string" in words and "object" not in words


def _wanted(flaw: Flaw, schema: Schema) -> list[str]:
    """Return the types that might have stood where a flaw is."""
    if flaw.location[-1] in ALTERNATIVES:
        return [word for one in branches(schema, flaw.location) for word in kinds(part(schema, one))]
    return kinds({"type": part(schema, flaw.location)}) if flaw.location[-1] == "type" else []


def _unquoted(at: Pointer, line: str, name: str) -> Problem:
    key = shortened(line.partition(":")[0])
    what = "source line" if _is_sources(at) or at[-1] == "source" else "text"
    return Problem(
        at,
        f"the colon after `{key}` makes a field of {_place(at, name)}, "
        f"where {'a ' * (what != 'text')}{what} was meant: put it in quotes",
        fix=Fix(f"put the {what} in quotes", (Change(at, line),), safe=True),
        rule="field-type",
        help="In YAML a colon and a blank make a field of what stands before them, unless the line is in quotes.",
    )


def _said(flaw: Flaw, value: Any, name: str, schema: Schema) -> Iterator[Problem]:
    at, keyword, wanted = flaw.pointer, flaw.location[-1], part(schema, flaw.location)
    if keyword == "required":
        yield from (_missing(at, [key], name) for key in wanted if key not in value)
    elif keyword in ALTERNATIVES and all(set(branch) == {"required"} for branch in wanted):
        yield _missing(at, [key for branch in wanted for key in branch["required"]], name)
    elif is_empty(value):
        yield _empty(at, value, name)
    elif keyword in ALTERNATIVES or keyword == "type":
        yield _type(at, value, _wanted(flaw, schema), name)
    else:
        yield _value(at, value, wanted if keyword == "enum" else [], name)


def _missing(at: Pointer, keys: list[str], name: str) -> Problem:
    names = _or([f"`{key}`" for key in keys])
    where = f" from {_place(at, name)}" if at else ""
    helps = [_help(name, (*at, key)) for key in keys]
    help_ = helps[0] if len(keys) == 1 else " ".join(f"`{key}`: {text}" for key, text in zip(keys, helps, strict=True))
    return Problem((*at, keys[0]), f"{names} is missing{where}", rule="field-missing", help=help_)


def _empty(at: Pointer, value: Any, name: str) -> Problem:
    needed = is_needed(name, at)
    remedy = "fill it in" if needed else "fill it in or take it out"
    return Problem(
        at,
        f"{_place(at, name)} is empty: {remedy}",
        on_key=value is None,
        rule="field-missing" if needed else "field-empty",
        help=_help(name, at),
    )


def _type(at: Pointer, value: Any, wanted: list[str], name: str) -> Problem:
    given = {
        "string": "text",
        "boolean": f"the truth value `{str(value).lower()}`",
        "number": "a number",
        "array": "a list",
        "object": "a mapping of fields",
        "null": "empty",
    }[kind(value)]
    if "string" in wanted:  # where digits are natural the schema lets other tools have numbers; people need not know
        wanted = [word for word in wanted if word != "number"]
    takes = {
        "string": "text",
        "number": "a number",
        "boolean": "true or false",
        "object": "a mapping of fields",
        "array": "a list",
    }
    expected = _or([takes[word] for word in takes if word in wanted])
    message = f"{_place(at, name)} takes {expected}, and this is {given}"
    return Problem(at, message, rule="field-type", help=_help(name, at))


def _unknown(flaw: Flaw, value: dict[str, Any], name: str, schema: Schema, meant: set[Pointer]) -> Iterator[Problem]:
    """Yield a problem for each key that *schema* does not know; note in *meant* what was probably meant."""
    known = list(schema.get("properties", ()))
    own = "patternProperties" in schema
    strange = [key for key in value if key not in known and not (own and key.startswith("x-"))]
    where = f" in {_place(flaw.pointer, name)}" if flaw.pointer else ""
    allowed = f"Fields here: {', '.join(known)}." if len(known) <= MAX_UNKNOWN else ""
    help_ = " ".join(filter(None, [allowed, "Fields of your own begin with `x-`." if own else ""]))
    for key in strange[:MAX_UNKNOWN]:
        guessed = guess(key, value, known, flaw.pointer, name, own=own)
        if guessed.here is not None:
            meant.add((*flaw.pointer, guessed.here))
        message = f"there is no field `{shortened(key)}`{where}{_hint(key, guessed)}"
        yield Problem((*flaw.pointer, key), message, on_key=True, rule="field-unknown", help=help_)
    if len(strange) > MAX_UNKNOWN:
        message = f"{len(strange) - MAX_UNKNOWN} more fields of {_place(flaw.pointer, name)} are unknown"
        yield Problem(flaw.pointer, message, rule="field-unknown")


def _hint(key: str, guessed: Guess) -> str:
    if guessed.here is not None:
        return f"; did you mean `{guessed.here}`?"
    if guessed.elsewhere is None:
        return ""
    homes = _or([f"`{home}`" if home else "the record itself" for home in guessed.homes])
    if guessed.elsewhere == key:
        return f"; it belongs in {homes}"
    return f"; did you mean `{guessed.elsewhere}`, which belongs in {homes}?"


def _value(at: Pointer, value: Any, allowed: list[Any], name: str) -> Problem:
    words = [str(word) for word in allowed]
    message = f"{_place(at, name)} cannot be {_quoted(value)}"
    fix = None
    if words:
        message += f": it takes {_or(words)}"
        meant = meant_key(value, words) if isinstance(value, str) else None
        if meant is not None:
            same = meant.casefold() == value.strip().casefold()
            fix = Fix(f'write "{meant}"', (Change(at, meant),), safe=same)
            message += f"; did you mean {meant}?"
    return Problem(at, message, fix=fix, rule="value-not-allowed", help=_help(name, at))


def _place(at: Pointer, name: str) -> str:
    """Return the name of what stands at *at*, in words: `` `date` `` or ``entry 2 of `sources` ``."""
    if not at:
        return THE_WHOLE.get(name, "the file")
    last = at[-1]
    if isinstance(last, str):
        return f"`{shortened(last)}`"
    key = next((step for step in reversed(at) if isinstance(step, str)), None)
    return f"entry {last + 1} of `{shortened(key)}`" if key else f"entry {last + 1}"


def _help(name: str, at: Pointer) -> str:
    """Return what the field at *at* is for, and one example of it: for a list item, one that is a list."""
    field = described(name, at)
    text: str = field.get("description", "")
    examples = field.get("examples", [])
    key = next((step for step in reversed(at) if isinstance(step, str)), None)
    if key is None or not examples:
        return text
    best = next((one for one in examples if isinstance(at[-1], int) and isinstance(one, list)), examples[0])
    return f"{text} For example: `{key}: {flow(best)}`."


def flow(value: Any) -> str:
    """Return *value* as YAML writes it on one line, text without quotes where every reader takes it for text.

    >>> flow([{"archive": "АП РФ", "opis": "1", "list": "0105"}])
    '[{archive: АП РФ, opis: 1, list: "0105"}]'
    """
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return value if isinstance(value, str) and _is_plain(value) else json.dumps(value, ensure_ascii=False)


def _is_plain(text: str) -> bool:
    if text.isdigit():
        return text.isascii() and text[0] != "0"
    letters = {letter for letter in text if not letter.isalnum()}
    return text[:1].isalnum() and text[-1] != " " and letters <= set(" -()/") and text.casefold() not in _NOT_TEXT


_NOT_TEXT = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
"""What some YAML reader does not take for text."""


def _or(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}" if words else "nothing"


def _quoted(value: Any) -> str:
    return f"“{shortened(value)}”" if isinstance(value, str) else shortened(json.dumps(value, ensure_ascii=False))


def shortened(text: str) -> str:
    """Return *text* cut to what fits a message."""
    return text if len(text) <= MAX_QUOTED else text[: MAX_QUOTED - 1] + "…"


class _Order:
    """Sorts pointers as their values stand in the data; what is absent comes after all that is there."""

    def __init__(self, data: Any) -> None:
        self._data = data
        self._ranks: dict[int, dict[str, int]] = {}

    def __call__(self, pointer: Pointer) -> tuple[int, ...]:
        ranks, value = [], self._data
        for step in pointer:
            if isinstance(value, dict):
                if id(value) not in self._ranks:
                    self._ranks[id(value)] = {key: rank for rank, key in enumerate(value)}
                ranks.append(self._ranks[id(value)].get(str(step), len(value)))
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int):
                ranks.append(step)
                value = value[step]
        return tuple(ranks)
