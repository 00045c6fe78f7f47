"""cs:text, except where it calls a macro: variables, terms and values."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from provcheck.csl.figures import RANGED, number
from provcheck.csl.finish import Finish, finisher
from provcheck.csl.labels import citation_label
from provcheck.csl.markup import rich
from provcheck.csl.scope import Context, Render, Scope, missing, nothing
from provcheck.csl.tree import STAND_IN, Node, Piece
from provcheck.csl.xml import Element


def text(element: Element, scope: Scope) -> Render:
    """Compile cs:text."""
    if "variable" in element.attributes:
        return _text_variable(element, scope)
    if "term" in element.attributes:
        term = element.get("term")
        words = scope.locale.term(term, element.get("form", "long"), element.get("plural") == "true")
        # One that is to be in small letters is so at the beginning of a note too.
        finish = finisher(element, scope, "" if element.get("text-case") == "lowercase" else "term")
        return _fixed((words,) if words else (), finish)
    return _fixed(rich(element.get("value")), finisher(element, scope))


def _fixed(pieces: Sequence[Piece], finish: Finish) -> Render:
    if not pieces:
        return nothing
    fixed = finish(pieces)
    return lambda ctx, out: out.append(fixed)


def _text_variable(element: Element, scope: Scope) -> Render:
    render = _variable(element, scope)
    collapse = scope.style.citation.get("collapse")
    if scope.is_bibliography or collapse in ("", "citation-number") or element.get("variable") in _NO_TEXT:
        return render

    def noted(ctx: Context, out: list[Piece]) -> None:
        ctx.texted = True
        render(ctx, out)

    if render in scope.settled:
        scope.settled.add(noted)
    return noted


_NO_TEXT = ("locator", "citation-number", "year-suffix", "citation-label")


def _variable(element: Element, scope: Scope) -> Render:
    variable = element.get("variable")
    if variable in RANGED:
        return number(element, scope)
    special = _SPECIAL.get(variable)
    if special:
        return special(element, scope)
    short = element.get("form") == "short" and not variable.endswith("-short")
    wanted = [name for name in ((f"{variable}-short", variable) if short else (variable,)) if name in scope.kind.has]
    if not wanted:
        return missing
    finish = finisher(element, scope)
    if short and variable == "URL":
        return _computed(lambda ctx: _site(ctx.item.text("URL")))(element, scope)

    def render(ctx: Context, out: list[Piece]) -> None:
        ctx.called = True
        if variable in ctx.suppressed:
            return
        for name in wanted:
            pieces = ctx.item.rich(name)
            if pieces:
                ctx.filled = True
                if ctx.used is not None:
                    ctx.used.append(variable)
                    pieces = (Node(pieces, role=STAND_IN),)
                out.append(finish(pieces))
                return

    scope.settled.add(render)
    return render


def _computed(
    value: Callable[[Context], str], role: str = "", fills: bool = False
) -> Callable[[Element, Scope], Render]:
    """Return the builder for a variable whose text is made by *value*; to groups it *fills* them even if empty."""

    def build_(element: Element, scope: Scope) -> Render:
        finish = finisher(element, scope, role)

        def render(ctx: Context, out: list[Piece]) -> None:
            text = value(ctx)
            ctx.called = True
            ctx.filled = ctx.filled or fills or bool(text)
            if text:
                out.append(finish((text,)))

        return render

    return build_


def _site(address: str) -> str:
    """Return the short form of a web address: the site, which the styles that ask for it want instead of the page.

    >>> [_site(url) for url in ("https://example.org/item/3", "https://www.example.org/item/3", "example")]
    ['https://example.org', 'www.example.org', 'example']
    """
    scheme, mark, rest = address.partition("://") if "://" in address else ("", "", address)
    site = rest.partition("/")[0]
    return site if site.startswith("www.") else scheme + mark + site


def _labelled(element: Element, scope: Scope) -> Render:
    """Compile citation-label; the year-suffix follows it."""
    finish = finisher(element, scope)

    def render(ctx: Context, out: list[Piece]) -> None:
        ctx.called = True
        text = citation_label(ctx.item)
        if text:
            ctx.filled = True
            suffix = "" if scope.explicit_suffix or ctx.suffix_done else ctx.hints.year_suffix
            ctx.suffix_done = ctx.suffix_done or bool(suffix)
            out.append(finish((text, Node((suffix,), role="year-suffix")) if suffix else (text,)))

    return render


def _year_suffix(ctx: Context) -> str:
    ctx.suffix_done = True
    return ctx.hints.year_suffix


_SPECIAL: dict[str, Callable[[Element, Scope], Render]] = {
    "citation-number": _computed(lambda ctx: str(ctx.citation_number or ""), "citation-number"),
    "first-reference-note-number": _computed(lambda ctx: str(ctx.first_note or "")),
    "year-suffix": _computed(_year_suffix, "year-suffix", fills=True),
    "citation-label": _labelled,
}
