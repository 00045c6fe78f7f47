"""cs:if and cs:else-if: each condition a closure that answers for one context."""

from __future__ import annotations

from collections.abc import Callable

from provcheck.csl.numbers import is_numeric
from provcheck.csl.scope import Context, Scope
from provcheck.csl.xml import Element

Test = Callable[[Context], bool]


def condition(element: Element, scope: Scope) -> Test:
    """Compile the conditions of *element*; where there are none it is never met."""
    tests: list[Test] = []
    for name, values in element.attributes.items():
        builder = _TESTS.get(name)
        if builder:
            tests += [builder(value, scope) for value in values.split()]
    match = element.get("match", "all")
    if not tests:
        return lambda ctx: False
    if match == "any":
        return lambda ctx: any(test(ctx) for test in tests)
    if match == "none":
        return lambda ctx: not any(test(ctx) for test in tests)
    if len(tests) == 1:
        return tests[0]
    return lambda ctx: all(test(ctx) for test in tests)


def _variable(name: str, scope: Scope) -> Test:
    if name == "locator":
        return lambda ctx: bool(ctx.cite.locator)
    if name == "citation-number":
        return lambda ctx: bool(ctx.citation_number)
    if name == "first-reference-note-number":
        return lambda ctx: bool(ctx.first_note)
    if name == "year-suffix":
        return lambda ctx: bool(ctx.hints.year_suffix)
    return lambda ctx: ctx.item.has(name)


def _is_numeric(name: str, scope: Scope) -> Test:
    if name == "locator":
        return lambda ctx: is_numeric(ctx.cite.locator)
    if name == "citation-number":
        return lambda ctx: bool(ctx.citation_number)
    return lambda ctx: is_numeric(ctx.item.text(name))


def _is_uncertain(name: str, scope: Scope) -> Test:
    def test(ctx: Context) -> bool:
        date = ctx.item.date(name)
        return date is not None and date.circa

    return test


def _type(name: str, scope: Scope) -> Test:
    return lambda ctx: ctx.item.type == name


def _locator(name: str, scope: Scope) -> Test:
    name = "sub-verbo" if name == "sub verbo" else name
    return lambda ctx: bool(ctx.cite.locator) and ctx.cite.term == name


def _position(name: str, scope: Scope) -> Test:
    if scope.is_bibliography:
        return lambda ctx: False
    return lambda ctx: name in ctx.positions


def _disambiguate(value: str, scope: Scope) -> Test:
    wanted = value == "true"
    return lambda ctx: ctx.hints.condition is wanted


_TESTS: dict[str, Callable[[str, Scope], Test]] = {
    "variable": _variable,
    "is-numeric": _is_numeric,
    "is-uncertain-date": _is_uncertain,
    "type": _type,
    "locator": _locator,
    "position": _position,
    "disambiguate": _disambiguate,
}
