"""cs:number and cs:label, and the pages and locators that cs:text prints too."""

from __future__ import annotations

from provcheck.csl.finish import finisher
from provcheck.csl.markup import raised, rich
from provcheck.csl.numbers import is_numeric, is_plural, page_range, pieces_of, roman
from provcheck.csl.scope import Context, Render, Scope
from provcheck.csl.tree import Piece
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


def pages(element: Element, scope: Scope) -> Render:
    """Compile page or locator: ranges in the style's format."""
    variable = element.get("variable")
    finish = finisher(element, scope)
    form = scope.style.root.get("page-range-format")
    delimiter = scope.locale.term("page-range-delimiter") or "–"
    is_locator = variable == "locator"
    conjunction = scope.locale.term("and", "symbol") if ("and", "symbol") in scope.locale.terms else "&"

    def render(ctx: Context, out: list[Piece]) -> None:
        ctx.called = True
        text = ctx.cite.locator if is_locator else ctx.item.text(variable)
        if text and variable not in ctx.suppressed:
            ctx.filled = True
            text = text.replace("&", conjunction)
            if is_locator and ctx.cite.label != "page":
                finish(ctx, rich(page_range(text, "", "–")), out)
            else:
                finish(ctx, rich(page_range(text, form, delimiter)), out)

    return render


def number(element: Element, scope: Scope) -> Render:
    """Compile cs:number."""
    variable = element.get("variable")
    form = element.get("form", "numeric")
    role = "citation-number" if variable == "citation-number" else ""
    finish = finisher(element, scope, role)
    locale = scope.locale
    gender = locale.gender(variable)
    conjunction = locale.term("and", "symbol") if ("and", "symbol") in locale.terms else "&"
    if variable in ("page", "locator") and form == "numeric":
        return pages(element, scope)

    def shown(figure: str) -> str:
        if not figure.isdigit():
            return figure
        if form == "ordinal":
            return locale.ordinal(int(figure), gender)
        if form == "long-ordinal":
            return locale.long_ordinal(int(figure), gender)
        if form == "roman":
            return roman(int(figure))
        return figure

    def render(ctx: Context, out: list[Piece]) -> None:
        ctx.called = True
        text = value_of(ctx, variable)
        if not text or variable in ctx.suppressed:
            return
        ctx.filled = True
        if scope.sorting is not None and text.isdigit():
            text = text.zfill(10)
        elif is_numeric(text):
            text = "".join(part if n % 2 else shown(part) for n, part in enumerate(pieces_of(text, conjunction)))
        finish(ctx, raised(text), out)

    return render


def label(element: Element, scope: Scope) -> Render:
    """Compile cs:label; sort keys have none."""
    variable = element.get("variable")
    form = element.get("form", "long")
    plural = element.get("plural", "contextual")
    finish = finisher(element, scope)
    locale = scope.locale
    if scope.sorting is not None:
        return lambda ctx, out: None

    def render(ctx: Context, out: list[Piece]) -> None:
        text = value_of(ctx, variable)
        if not text:
            return
        if plural == "contextual":
            if variable in ("number-of-pages", "number-of-volumes"):
                many = not text.strip().isdigit() or int(text) > 1
            else:
                many = is_plural(text)
        else:
            many = plural == "always"
        term = locale.term(ctx.cite.term if variable == "locator" else variable, form, many)
        if term:
            finish(ctx, raised(term), out)

    return render
