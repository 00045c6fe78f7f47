"""cs:number and cs:label, and the pages and locators that cs:text prints too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from provcheck.csl.finish import finisher
from provcheck.csl.locale import Locale
from provcheck.csl.markup import rich
from provcheck.csl.numbers import Numbers, read_numbers, roman, whole, with_ranges
from provcheck.csl.scope import Context, Render, Scope, missing, nothing
from provcheck.csl.tree import Piece
from provcheck.csl.variables import NUMBERS
from provcheck.csl.xml import Element


def value_of(ctx: Context, variable: str) -> str:
    """Return the text of a number variable, whether the item, the cite or the run gives it."""
    if variable == "locator":
        return ctx.cite.locator
    if variable == "citation-number":
        return str(ctx.citation_number or "")
    if variable == "first-reference-note-number":
        return str(ctx.first_note or "")
    if variable == "page-first" and not ctx.item.text("page-first"):
        return ctx.item.text("page").replace("–", "-").split("-")[0].split(",")[0].strip()
    return ctx.item.text(variable)


def _is_absent(variable: str, scope: Scope) -> bool:
    """Whether the items compiled for have no *variable*, and nothing else gives it."""
    return variable not in scope.kind.has and variable not in _GIVEN


_COUNT = re.compile(r"\s*(\d+)")
_GIVEN = frozenset("locator citation-number first-reference-note-number page-first".split())

RANGED = frozenset(
    """page locator issue volume edition number chapter-number collection-number number-of-pages number-of-volumes
    page-first""".split()
)
"""The variables that cs:text writes as cs:number does, and in which a hyphen between numbers is a range."""


def reader(variable: str, locale: Locale) -> Callable[[str], Numbers]:
    """Return what reads the content of *variable*."""
    conjunction = locale.term("and")
    symbol = locale.term("and", "symbol")
    symbol = "&" if symbol == conjunction else symbol

    def read(text: str) -> Numbers:
        return read_numbers(text.replace("–", "-") if variable == "page" else text, conjunction, symbol)

    return read


def number(element: Element, scope: Scope) -> Render:
    """Compile cs:number, or cs:text with a number variable: ranges are written in the style's format."""
    variable = element.get("variable")
    if _is_absent(variable, scope):
        return missing
    finish = finisher(element, scope, "citation-number" if variable == "citation-number" else "number")
    locale = scope.locale
    read = reader(variable, locale)
    shown = _shown(element.get("form"), locale, locale.gender(variable))
    form = scope.style.root.get("page-range-format")
    delimiter = locale.term("page-range-delimiter") or "–"
    if variable == "collection-number":
        delimiter = locale.term("year-range-delimiter") or "–"
    is_locator = variable == "locator"
    ranged = variable in RANGED

    def render(ctx: Context, out: list[Piece]) -> None:
        ctx.called = True
        text = value_of(ctx, variable)
        if not text or variable in ctx.suppressed or (is_locator and ctx.located):
            return  # a cite says where but once: styles that come to the locator twice rely on it
        ctx.filled = True
        ctx.located = is_locator or ctx.located
        if ctx.used is not None:
            ctx.used.append(variable)
        numbers = read(text)
        figures = numbers.figures
        if ranged:
            is_page = variable == "page" or (is_locator and ctx.cite.term == "page")
            figures = with_ranges(numbers, delimiter, form if is_page else None)
        written = "".join(
            f.prefix + (f.value if f.prefix or not numbers.counted else shown(f.value)) + f.joint.replace("\\-", "-")
            for f in figures
        )
        out.append(finish((written,) if numbers.counted else rich(written)))

    return render


def _shown(form: str, locale: Locale, gender: str) -> Callable[[str], str]:
    """Return what writes one number in *form*."""
    forms: dict[str, Callable[[int], str]] = {
        "ordinal": lambda figure: locale.ordinal(figure, gender),
        "long-ordinal": lambda figure: locale.long_ordinal(figure, gender),
        "roman": roman,
    }
    write = forms.get(form)
    if write is None:
        return str

    def shown(figure: str) -> str:
        number = whole(figure)
        return write(number) if number and figure[0] != "0" else figure

    return shown


def label(element: Element, scope: Scope, siblings: Sequence[Element] = ()) -> Render:
    """Compile cs:label, which stands among *siblings*; sort keys have none."""
    variable = element.get("variable")
    counted = [v for v in (variable, *_beside(element, scope, siblings)) if not _is_absent(v, scope)]
    if not counted or scope.sorting is not None:
        return nothing
    form = element.get("form", "long")
    plural = element.get("plural", "contextual")
    finish = finisher(element, scope)
    locale = scope.locale
    read = reader(variable, locale)

    def is_plural(text: str) -> bool:
        if variable in ("number-of-pages", "number-of-volumes"):
            counted = _COUNT.match(text)
            return counted is not None and counted[1].lstrip("0") not in ("", "1")
        return read(text).many

    def render(ctx: Context, out: list[Piece]) -> None:
        text = value_of(ctx, variable)
        if not text and not any(value_of(ctx, other) for other in counted):
            return
        many = bool(text) and is_plural(text) if plural == "contextual" else plural == "always"
        term = locale.term(ctx.cite.term if variable == "locator" else variable, form, many)
        if term:
            out.append(finish((term,)))

    return render


def _beside(label: Element, scope: Scope, siblings: Sequence[Element]) -> Iterator[str]:
    """Yield the numbers that *label* is for where its own is no sibling: those that follow it, or else precede it.

    citeproc-js prints labels without their variable, so that styles label pages as locators, or have "412 p." where the
    label is that of the pages cited and the number that of all pages.
    """
    own = label.get("variable")
    if any(own == each.get("variable") for each in siblings if each is not label):
        return
    at = next((n for n, each in enumerate(siblings) if each is label), 0)
    for near in (siblings[at + 1 : at + 2], siblings[max(0, at - 1) : at]):
        found = [v for each in near for part in scope.style.within(each) if (v := part.get("variable")) in NUMBERS]
        if found:
            yield from found
            return
