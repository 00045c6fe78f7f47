"""cs:if and cs:else-if: conditions answered for a kind of items, or closures that answer for one context."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from provcheck.csl.figures import reader
from provcheck.csl.scope import Context, Scope, locator_term
from provcheck.csl.xml import Element

Test = Callable[[Context], bool]


def condition(element: Element, scope: Scope) -> Test | bool:
    """Compile the conditions of *element*: an answer where the kind of items gives it; no where there are none."""
    match = element.get("match", "all")
    tests: list[Test | bool] = []
    for name, values in element.attributes.items():
        if name == "type":
            # An item has one type: citeproc-js takes several as alternatives even where all are to match.
            tests.append(_type(values, scope))
        elif name in _TESTS:
            tests += [_TESTS[name](value, scope) for value in values.split()]
    if not tests:
        return False
    if match == "all":
        return _all(tests)
    return _any(tests) if match == "any" else _not(_any(tests))


def _any(tests: Sequence[Test | bool]) -> Test | bool:
    open_ = [test for test in tests if not isinstance(test, bool)]
    if True in tests or not open_:
        return True in tests
    return open_[0] if len(open_) == 1 else lambda ctx: any(test(ctx) for test in open_)


def _all(tests: Sequence[Test | bool]) -> Test | bool:
    open_ = [test for test in tests if not isinstance(test, bool)]
    if False in tests or not open_:
        return False not in tests
    return open_[0] if len(open_) == 1 else lambda ctx: all(test(ctx) for test in open_)


def _not(test: Test | bool) -> Test | bool:
    return not test if isinstance(test, bool) else lambda ctx: not test(ctx)


def _variable(name: str, scope: Scope) -> Test | bool:
    if name == "locator":
        return lambda ctx: bool(ctx.cite.locator)
    if name == "citation-number":
        return lambda ctx: bool(ctx.citation_number)
    if name == "first-reference-note-number":
        return lambda ctx: bool(ctx.first_note)
    if name == "year-suffix":
        return lambda ctx: bool(ctx.hints.year_suffix)
    if scope.kind.is_open:
        return lambda ctx: name in ctx.kind.has
    return name in scope.kind.has


def _is_numeric(name: str, scope: Scope) -> Test | bool:
    if name == "citation-number":
        return lambda ctx: bool(ctx.citation_number)
    read = reader(name, scope.locale)
    if name == "locator":
        return lambda ctx: read(ctx.cite.locator).numeric
    if name not in scope.kind.has:
        return False
    return lambda ctx: read(ctx.item.text(name)).numeric


def _is_uncertain(name: str, scope: Scope) -> Test | bool:
    if scope.kind.is_open:
        return lambda ctx: name in ctx.kind.uncertain
    return name in scope.kind.uncertain


def _type(names: str, scope: Scope) -> Test | bool:
    types = frozenset(names.split())
    if scope.kind.is_open:
        return lambda ctx: ctx.kind.type in types
    return scope.kind.type in types


def _locator(name: str, scope: Scope) -> Test:
    term = locator_term(name)
    return lambda ctx: bool(ctx.cite.locator) and ctx.cite.term == term


def _position(name: str, scope: Scope) -> Test | bool:
    if scope.is_bibliography:
        return False
    return lambda ctx: name in ctx.positions


def _disambiguate(value: str, scope: Scope) -> Test:
    wanted = value == "true"

    def test(ctx: Context) -> bool:
        ctx.conditions += 1
        return (ctx.conditions <= ctx.hints.conditions) is wanted

    return test


_TESTS: dict[str, Callable[[str, Scope], Test | bool]] = {
    "variable": _variable,
    "is-numeric": _is_numeric,
    "is-uncertain-date": _is_uncertain,
    "locator": _locator,
    "position": _position,
    "disambiguate": _disambiguate,
}
