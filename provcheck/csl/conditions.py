"""cs:if and cs:else-if: each condition a closure that answers for one context."""

from __future__ import annotations

from collections.abc import Callable

from provcheck.csl.figures import reader
from provcheck.csl.scope import Context, Scope
from provcheck.csl.xml import Element

Test = Callable[[Context], bool]


def condition(element: Element, scope: Scope) -> Test:
    """Compile the conditions of *element*; where there are none it is never met."""
    match = element.get("match", "all")
    tests: list[Test] = []
    for name, values in element.attributes.items():
        if name == "type" and match != "all":
            tests.append(_one_of(frozenset(values.split())))
        elif name in _TESTS:
            tests += [_TESTS[name](value, scope) for value in values.split()]
    if not tests:
        return lambda ctx: False
    if match == "any":
        return _any(tests)
    if match == "none":
        any_ = _any(tests)
        return lambda ctx: not any_(ctx)
    return _all(tests)


def _any(tests: list[Test]) -> Test:
    if len(tests) == 1:
        return tests[0]
    if len(tests) == 2:
        one, other = tests
        return lambda ctx: one(ctx) or other(ctx)

    def test(ctx: Context) -> bool:
        for each in tests:  # noqa: SIM110 (any() over a generator costs as much as the tests)
            if each(ctx):
                return True
        return False

    return test


def _all(tests: list[Test]) -> Test:
    if len(tests) == 1:
        return tests[0]
    return lambda ctx: all(test(ctx) for test in tests)


def _one_of(types: frozenset[str]) -> Test:
    return lambda ctx: ctx.item.type in types


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
    if name == "citation-number":
        return lambda ctx: bool(ctx.citation_number)
    read = reader(name, scope.locale)
    if name == "locator":
        return lambda ctx: read(ctx.cite.locator).numeric
    return lambda ctx: read(ctx.item.text(name)).numeric


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
