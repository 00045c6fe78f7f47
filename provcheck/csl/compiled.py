"""A style compiled for a locale: ready to render cites and entries, and to sort them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from provcheck.csl.dating import sort_key
from provcheck.csl.elements import body, build
from provcheck.csl.figures import value_of
from provcheck.csl.finish import format_of
from provcheck.csl.kinds import Kind, Questions
from provcheck.csl.labels import citation_label
from provcheck.csl.locale import Locale, chain, locale
from provcheck.csl.names import names
from provcheck.csl.scope import Context, Render, Scope
from provcheck.csl.style import Style
from provcheck.csl.tree import Format, Node, Piece, plain
from provcheck.csl.variables import DATES, NAMES, NUMBERS
from provcheck.csl.xml import Element

LocaleFiles = Callable[[str], Element | None]


@dataclass(frozen=True, slots=True)
class SortKey:
    """A cs:key: the text an item is sorted by, and whether backwards."""

    value: Callable[[Context], str]
    descending: bool
    has_names: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A cs:layout: what it prints for one item, and what goes around."""

    render: Render
    format: Format
    prefix: str
    suffix: str
    delimiter: str
    keys: tuple[SortKey, ...]
    is_blocks: bool
    """It begins with a block."""

    def wrapped(self, cites: Sequence[Piece]) -> Sequence[Piece]:
        """Return *cites*, the prefix before the first and the suffix after the last, formatted."""
        first = Node(cites[:1], prefix=self.prefix)
        if len(cites) == 1:
            first.suffix = self.suffix
            return self.formatted((first,))
        return self.formatted((first, *cites[1:-1], Node(cites[-1:], suffix=self.suffix)))

    def formatted(self, pieces: Sequence[Piece]) -> Sequence[Piece]:
        """Return *pieces*, the affixes among them, formatted."""
        return (Node(pieces, self.format, "layout"),)


@dataclass(frozen=True)
class Compiled:
    """A style ready to run. It holds no state: any number of runs may use it."""

    style: Style
    locale: Locale
    citation: Layout
    bibliography: Layout | None
    has_locale: bool
    """There is a locale file for the language; otherwise its words are those of en-US."""
    conditions: int
    """How often the style asks for disambiguate."""
    questions: Questions
    """What the kind of an item depends on."""


def compile_style(style: Style, files: LocaleFiles, language: str = "") -> Compiled:
    """Compile *style* for *language*, or for the locale it asks for; *files* gives locale files by code."""
    language = language or style.default_locale or "en-US"
    found = {code: file for code in chain(language) if (file := files(code)) is not None}
    words = locale(language, found, style.locales)
    explicit = style.prints(style.citation, "year-suffix") or style.prints(style.bibliography, "year-suffix")

    questions: dict[str, Questions] = {}

    def layout(area: Element) -> Layout:
        is_bibliography = area is style.bibliography
        scope = Scope(
            build,
            style,
            words,
            style.inherited(area),
            is_bibliography,
            is_bibliography,
            explicit_suffix=explicit,
            questions=questions,
        )
        element = area.child("layout")
        assert element is not None
        sort = area.child("sort")
        keys = tuple(key for child in sort.children for key in _keys(child, scope)) if sort else ()
        return Layout(
            _by_kind(lambda scope: body(element, scope), scope),
            format_of(element),
            element.get("prefix"),
            element.get("suffix"),
            element.get("delimiter"),
            keys,
            bool(element.children) and "display" in element.children[0].attributes,
        )

    return Compiled(
        style,
        words,
        layout(style.citation),
        layout(style.bibliography) if style.bibliography else None,
        any(code in found for code in chain(language)[1:]) or language == "en-US",
        sum("disambiguate" in element.attributes for element in style.root.all()),
        Questions.of(style.root.all()),
    )


def _by_kind(compiled: Callable[[Scope], Render], scope: Scope) -> Render:
    """Return what renders items of any kind, *compiled* in *scope* for each when it is first met."""
    known: dict[Kind, Render] = {}

    def render(ctx: Context, out: list[Piece]) -> None:
        run = known.get(ctx.rules)
        if run is None:
            if len(known) >= _MOST_KINDS:
                known.clear()
                scope.forget()
            run = known[ctx.rules] = compiled(scope.of(ctx.rules))
        run(ctx, out)

    return render


_MOST_KINDS = 1000
"""So many are kept, lest a run over all the world's kinds of items fills the memory."""


def _keys(element: Element, scope: Scope) -> Iterator[SortKey]:
    """Yield the key that *element* is; in citations the year-suffix follows a date that is a key by itself."""
    if element.name != "key":
        return
    yield _key(element, scope)
    if not scope.is_bibliography and element.get("variable") in DATES:
        yield SortKey(_suffix_key, False)


def _suffix_key(ctx: Context) -> str:
    """Return a key for the year-suffix; the first stands where those without any do."""
    suffix = ctx.hints.year_suffix
    return "0" if suffix in ("", "a") else suffix.rjust(3, "0")


def _key(element: Element, scope: Scope) -> SortKey:
    sorting = scope.for_key(element.attributes)
    descending = element.get("sort") == "descending"
    name = element.get("macro")
    if name:
        call = Element("text", {"macro": name}, line=element.line)
        has_names = any(each.name == "names" for each in scope.style.within(element))
        return SortKey(_rendered(lambda scope: build(call, scope), sorting), descending, has_names)
    variable = element.get("variable")
    if variable in NAMES:
        listed = Element("names", {"variable": variable}, [Element("name", {"form": "long"})])
        return SortKey(_rendered(lambda scope: names(listed, scope), sorting), descending, True)
    if variable in DATES:
        return SortKey(lambda ctx: sort_key(date) if (date := ctx.item.date(variable)) else "", descending)
    if variable == "citation-label":
        return SortKey(lambda ctx: citation_label(ctx.item), descending)
    if variable == "citation-number":
        return SortKey(lambda ctx: f"{ctx.citation_number:010}", descending)
    if variable in NUMBERS:
        return SortKey(lambda ctx: _number_key(value_of(ctx, variable)), descending)
    return SortKey(lambda ctx: plain(ctx.item.rich(variable)), descending)


def _rendered(compiled: Callable[[Scope], Render], scope: Scope) -> Callable[[Context], str]:
    render = _by_kind(compiled, scope)

    def value(ctx: Context) -> str:
        ctx.suppressed = set()
        ctx.names_node = None
        out: list[Piece] = []
        render(ctx, out)
        return plain(out)

    return value


_NUMBER = re.compile(r"-?\d+")


def _number_key(text: str) -> str:
    """Return the first number in *text*; all of it where there is none."""
    found = _NUMBER.search(text)
    return found[0] if found else text
