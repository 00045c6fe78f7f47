"""A flaw in the words of an archivist: what is wrong, what was probably meant, what the field is for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from provcheck.model.document import Pointer
from provcheck.model.finding import Change, Fix, Problem
from provcheck.schema.engines import Flaw, Schema, part
from provcheck.schema.fields import described, fields
from provcheck.schema.flaws import ALTERNATIVES, branches, inside, is_empty, kind, kinds

MAX_UNKNOWN = 20
"""Unknown keys of one mapping that are reported one by one; whoever has more has one cause."""

MAX_QUOTED = 60
"""Characters of a value or key that a message repeats."""


def problems(flaws: Iterable[Flaw], data: Any, name: str, schema: Schema) -> list[Problem]:
    """Return the problems that *flaws* are, each once, in the order of *data*; what is missing comes last."""
    said: dict[tuple[str, Pointer], Problem] = {}
    for flaw in flaws:
        for problem in _said(flaw, data, name, schema):
            said.setdefault((problem.rule, problem.pointer), problem)
    order = _Order(data)
    return sorted(said.values(), key=lambda problem: order(problem.pointer))


def _said(flaw: Flaw, data: Any, name: str, schema: Schema) -> Iterator[Problem]:
    value = inside(data, flaw.pointer)
    keyword = flaw.location[-1]
    wanted = part(schema, flaw.location)
    if keyword == "required":
        for key in wanted:
            if key not in value:
                yield _missing(flaw.pointer, [key], name)
    elif keyword == "additionalProperties":
        yield from _unknown(flaw, value, name, part(schema, flaw.location[:-1]))
    elif keyword in ALTERNATIVES and all(set(branch) == {"required"} for branch in wanted):
        yield _missing(flaw.pointer, [key for branch in wanted for key in branch["required"]], name)
    elif is_empty(value):
        yield _empty(flaw.pointer, value, data, name, schema)
    elif keyword in ALTERNATIVES:
        parts = [part(schema, branch) for branch in branches(schema, flaw.location)]
        yield _type(flaw.pointer, value, [word for one in parts for word in kinds(one)], name)
    elif keyword == "type":
        yield _type(flaw.pointer, value, kinds({"type": wanted}), name)
    else:
        yield _value(flaw.pointer, value, wanted if keyword == "enum" else [], name)


def _missing(at: Pointer, keys: list[str], name: str) -> Problem:
    names = " or ".join(f"`{key}`" for key in keys)
    where = f" from {_place(at)}" if at else ""
    return Problem((*at, keys[0]), f"{names} is missing{where}", rule="field-missing", help=_help(name, (*at, keys[0])))


def _empty(at: Pointer, value: Any, data: Any, name: str, schema: Schema) -> Problem:
    needed = len(at) == 1 and at[0] in schema.get("required", ())
    rule = "field-missing" if needed else "field-empty"
    remedy = "fill it in" if needed else "fill it in or take it out"
    return Problem(at, f"{_place(at)} is empty: {remedy}", on_key=value is None, rule=rule, help=_help(name, at))


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
    takes = {"string": "text", "array": "a list", "object": "fields", "number": "a number", "boolean": "true or false"}
    expected = _or([takes[word] for word in takes if word in wanted])
    what = _place(at) if at else "a record"
    verb = "takes" if at else "is a mapping:"
    message = f"{what} {verb} {expected}, and this is {given}"
    return Problem(at, message, rule="field-type", help=_help(name, at))


def _unknown(flaw: Flaw, value: dict[str, Any], name: str, schema: Schema) -> Iterator[Problem]:
    known = list(schema.get("properties", ()))
    own = "patternProperties" in schema
    strange = [key for key in value if key not in known and not (own and key.startswith("x-"))]
    for key in strange[:MAX_UNKNOWN]:
        meant = meant_key(key, known, own)
        homes = [] if meant else _homes(key, flaw.pointer, name)
        hint = f"; did you mean `{meant}`?" if meant else f"; it stands inside {_or(homes)}" if homes else ""
        where = f" in {_place(flaw.pointer)}" if flaw.pointer else ""
        message = f"there is no field `{shortened(key)}`{where}{hint}"
        allowed = f"Fields here: {', '.join(known)}." if len(known) <= 20 else ""
        help_ = " ".join(filter(None, [allowed, "Fields of your own begin with `x-`." if own else ""]))
        yield Problem((*flaw.pointer, key), message, on_key=True, rule="field-unknown", help=help_)
    if len(strange) > MAX_UNKNOWN:
        message = f"{len(strange) - MAX_UNKNOWN} more fields of {_place(flaw.pointer)} are unknown"
        yield Problem(flaw.pointer, message, rule="field-unknown")


def meant_key(key: str, known: Iterable[str], own: bool = False) -> str | None:
    """Return the one of *known* that *key* is probably a slip for, or None."""
    plain = key.strip().casefold().replace(" ", "_")
    by_plain = {word.casefold(): word for word in known}
    for spelling in (plain, plain.replace("_", "-"), plain.replace("-", "_")):
        if spelling in by_plain:
            return by_plain[spelling]
    if own and plain.startswith(("x_", "x-")) and len(plain) > 2:
        return "x-" + plain[2:]
    if len(plain) > 40:  # comparing is quadratic, and no field is that long
        return None
    close = get_close_matches(plain, by_plain, n=1, cutoff=0.7)
    return by_plain[close[0]] if close else None


def _homes(key: str, at: Pointer, name: str) -> list[str]:
    """Return the fields that have a field *key* inside, and the top of the record where it belongs there."""
    here = ".".join(step for step in at if isinstance(step, str))
    found = [dotted.rpartition(".")[0] for dotted in fields(name) if dotted.rpartition(".")[2] == key.casefold()]
    tops = dict.fromkeys(home.partition(".")[0] for home in found if home != here)
    return [f"`{home}`" if home else "the record itself" for home in tops][:3]


def _value(at: Pointer, value: Any, allowed: list[Any], name: str) -> Problem:
    words = [str(word) for word in allowed]
    message = f"{_place(at)} cannot be {_quoted(value)}"
    fix = None
    if words:
        message += f": it takes {_or(words)}"
        meant = meant_key(value, words) if isinstance(value, str) else None
        if meant is not None:
            same = meant.casefold() == value.strip().casefold()
            fix = Fix(f'write "{meant}"', (Change(at, meant),), safe=same)
            message += f"; did you mean {meant}?"
    return Problem(at, message, fix=fix, rule="value-not-allowed", help=_help(name, at))


def _place(at: Pointer) -> str:
    """Return the name of the field at *at*, in words: `` `date` `` or ``entry 2 of `sources` ``."""
    keys = [step for step in at if isinstance(step, str)]
    if not at:
        return "the record"
    last = at[-1]
    if isinstance(last, int):
        return f"entry {last + 1} of `{shortened(keys[-1])}`" if keys else f"entry {last + 1}"
    return f"`{shortened(last)}`"


def _help(name: str, at: Pointer) -> str:
    """Return what the field at *at* is for, and one example of it."""
    field = described(name, at)
    key = next((step for step in reversed(at) if isinstance(step, str)), "")
    text: str = field.get("description", "")
    examples = field.get("examples", ())
    return f"{text} For example: `{key}: {_flow(examples[0])}`." if key and examples else text


def _flow(value: Any) -> str:
    """Return an example as YAML would have it on one line; text goes without quotes where it can."""
    if isinstance(value, str) and value[:1].isalpha() and not set(value) & set(":#{}[],&*?|<>=!%@`'\""):
        return value
    return json.dumps(value, ensure_ascii=False)


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
                order = self._ranks.setdefault(id(value), {}) or self._ranks[id(value)]
                if not order:
                    order.update((key, rank) for rank, key in enumerate(value))
                ranks.append(order.get(str(step), len(order)))
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int):
                ranks.append(step)
                value = value[step] if step < len(value) else None
        return tuple(ranks)
