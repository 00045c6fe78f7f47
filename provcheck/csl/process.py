"""The processor: one function from references and citations to citations and a bibliography."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeAlias

from provcheck.csl.bibliography import aligned, substituted_authors
from provcheck.csl.citing import Collapsing, Rendered, citation, in_order
from provcheck.csl.compiled import Compiled, Layout
from provcheck.csl.disambiguation import Disambiguation, Looked, disambiguate
from provcheck.csl.flow import Token, flow, without_edges
from provcheck.csl.item import Item
from provcheck.csl.numbers import whole
from provcheck.csl.positions import Citation, Position, positions
from provcheck.csl.scope import FIRST, NO_HINTS, Cite, Context, Hints, Shown
from provcheck.csl.sorting import sorted_by
from provcheck.csl.textcase import capitalized_start
from provcheck.csl.tree import Piece, plain


@dataclass(frozen=True, slots=True)
class Entry:
    """A bibliography entry; empty where the style prints nothing for an item that has its number."""

    item: str
    tokens: Sequence[Token]


@dataclass(frozen=True, slots=True)
class Result:
    """What a run gives: a flow for each citation, empty where the style printed nothing, and the bibliography."""

    citations: tuple[Sequence[Token], ...]
    bibliography: tuple[Entry, ...]
    warnings: tuple[str, ...] = ()


Abbreviate: TypeAlias = Callable[[str, str], str]
"""Gives the short form of a variable's text ("container-title", "Cahiers du monde russe"); "" where it knows none."""


def process(
    compiled: Compiled,
    references: Sequence[Mapping[str, Any]],
    citations: Sequence[Citation] = (),
    *,
    uncited: bool = True,
    bibliography: bool = True,
    in_order: bool = False,
    abbreviate: Abbreviate | None = None,
) -> Result:
    """Render *citations* of *references*, and the bibliography.

    References that are not cited stand in the bibliography too if *uncited*. *in_order* leaves entries in the order of
    citing, then of *references*, whatever the style says of sorting. *abbreviate* is asked for the short form of a
    variable where the style wants one and the item has none. Nothing is kept from run to run.
    """
    if abbreviate:
        references = [_abbreviated(data, compiled.questions.variables, abbreviate) for data in references]
    return _Run(compiled, references, citations, uncited, in_order).result(bibliography)


def _abbreviated(data: Mapping[str, Any], wanted: frozenset[str], abbreviate: Abbreviate) -> Mapping[str, Any]:
    """Return *data* with the short forms that *abbreviate* knows of those variables that are *wanted* short."""
    if not isinstance(data, Mapping):
        return data
    item = Item(data)
    names = [name for name in wanted if name.endswith("-short") and not item.text(name)]
    found = {name: abbreviate(base, text) for name in names if (text := item.text(base := name.removesuffix("-short")))}
    return {**data, **{name: short for name, short in found.items() if short}}


_LATER = frozenset({"subsequent", "near-note"})
"""Cites are told apart in their later, shorter form."""


class _Run:
    def __init__(
        self,
        compiled: Compiled,
        references: Sequence[Mapping[str, Any]],
        citations: Sequence[Citation],
        uncited: bool,
        in_order: bool,
    ) -> None:
        self.compiled = compiled
        self.in_order = in_order
        self.warnings: list[str] = []
        self.items = self._read(references)
        self.kinds = compiled.questions.kinds(self.items.values())
        self.rules = compiled.questions.rules(self.kinds.values())
        self.citations = [self._known(each) for each in citations]
        given = compiled.style.citation.get("near-note-distance")
        self.positions = positions(self.citations, 5 if (distance := whole(given)) is None else distance)
        cited = dict.fromkeys(cite.item for each in self.citations for cite in each.cites)
        order = list(cited) + [id_ for id_ in self.items if id_ not in cited] if uncited else list(cited)
        self.numbers = {id_: n for n, id_ in enumerate(order, 1)}
        self.hints: dict[str, Hints] = {}
        self.order = self._sorted(order)
        layout = compiled.bibliography
        if layout and layout.keys and not in_order:
            self.numbers = {id_: n for n, id_ in enumerate(self.order, 1)}
        options = Disambiguation.of(compiled.style, compiled.conditions)
        # Year-suffixes are given whatever the notes are: first cites, and entries, do not refer back.
        refers = options.rule == "by-cite" and not options.add_year_suffix
        self.first_notes = self._first_notes() if refers else {}
        self.hints = disambiguate(self.order, options, self._look, self._names_sorted_by(options))

    def _read(self, references: Sequence[Mapping[str, Any]]) -> dict[str, Item]:
        out: dict[str, Item] = {}
        for n, data in enumerate(references, 1):
            if not isinstance(data, Mapping):
                self.warnings.append(f"reference {n} is no object with fields")
                continue
            item = Item(data)
            if item.id in out:
                self.warnings.append(f"two references have the id {item.id!r}: the last is used")
            out[item.id] = item
        return out

    def _known(self, each: Citation) -> Citation:
        known = tuple(cite for cite in each.cites if cite.item in self.items)
        for cite in each.cites:
            if cite.item not in self.items:
                self.warnings.append(f"no reference {cite.item!r}")
        return Citation(known, each.note)

    def _sorted(self, order: Sequence[str]) -> list[str]:
        layout = self.compiled.bibliography
        if layout is None or not layout.keys or self.in_order:
            return list(order)
        return sorted_by(layout.keys, order, lambda id_: self._context(Cite(id_)), self.compiled.locale.language)

    def _names_sorted_by(self, options: Disambiguation) -> Iterator[Sequence[Shown]]:
        """Yield the names in all keys of the bibliography, where all names are told apart."""
        layout = self.compiled.bibliography
        if layout is None or self.in_order or not options.tells_all_names_apart:
            return
        for key in layout.keys:
            if key.has_names:
                for id_ in self.order:
                    ctx = self._context(Cite(id_))
                    key.value(ctx)
                    yield ctx.shown

    def _context(self, cite: Cite, position: Position | None = None, hints: Hints | None = None) -> Context:
        kind = self.kinds[cite.item]
        return Context(
            self.items[cite.item],
            kind,
            self.rules[kind],
            cite,
            positions=position.names if position else FIRST,
            citation_number=self.numbers.get(cite.item, 0),
            first_note=position.first_note if position else 0,
            hints=hints or self.hints.get(cite.item, NO_HINTS),
        )

    def _first_notes(self) -> dict[str, int]:
        """Return the note that first cites an item, where later cites refer back to it: it tells them apart too."""
        first: dict[str, int] = {}
        again: set[int] = set()
        for each in self.citations:
            for cite in each.cites:
                if cite.item in first:
                    again.add(first[cite.item])
                first.setdefault(cite.item, each.note)
        return {item: note for item, note in first.items() if note in again}

    def _look(self, id_: str, hints: Hints) -> Looked:
        ctx = self._context(Cite(id_), Position(_LATER, self.first_notes.get(id_, 0)), hints)
        ctx.looking = True
        out: list[Piece] = []
        self.compiled.citation.render(ctx, out)
        return Looked(plain(out), ctx.shown, ctx.conditions)

    def result(self, bibliography: bool) -> Result:
        compiled = self.compiled
        options = Collapsing.of(compiled.style, compiled.citation.delimiter)
        quotes = compiled.locale.quotes
        cited = tuple(
            flow(citation(in_order(self._cites(each, found), options), compiled, options), quotes)
            for each, found in zip(self.citations, self.positions, strict=True)
        )
        entries = tuple(self._entries()) if bibliography else ()
        return Result(cited, entries, tuple(dict.fromkeys(self.warnings)))

    def _cites(self, each: Citation, found: Sequence[Position]) -> list[Rendered]:
        pairs = zip(each.cites, found, strict=True)
        return [Rendered(partial(self._context, cite, where), self.compiled) for cite, where in pairs]

    def _entries(self) -> Iterator[Entry]:
        compiled = self.compiled
        layout = compiled.bibliography
        if layout is None or compiled.style.bibliography is None:
            return
        quotes = compiled.locale.quotes
        options = compiled.style.bibliography.attributes
        for id_, pieces in substituted_authors(self._rendered(layout), options):
            whole = layout.formatted(aligned(pieces, layout, options)) if pieces else ()
            yield Entry(id_, without_edges(flow(whole, quotes)))

    def _rendered(self, layout: Layout) -> Iterator[tuple[str, list[Piece]]]:
        # In a numbered bibliography the numbers in citations go on pointing at an entry that prints nothing.
        style = self.compiled.style
        is_numbered = style.prints(style.bibliography, "citation-number")
        for id_ in self.order:
            ctx = self._context(Cite(id_))
            out: list[Piece] = []
            layout.render(ctx, out)
            if out and (not layout.is_blocks or plain(out)):
                yield id_, [capitalized_start(out[0]), *out[1:]]
            elif is_numbered:
                yield id_, []
