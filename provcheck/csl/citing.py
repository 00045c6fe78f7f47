"""A citation: its cites grouped, collapsed and set one after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from provcheck.csl.compiled import Compiled
from provcheck.csl.markup import rich
from provcheck.csl.scope import Cite, Context
from provcheck.csl.style import Style
from provcheck.csl.textcase import capitalized
from provcheck.csl.tree import Node, Piece, nodes, one, plain

NewContext = Callable[[], Context]


@dataclass(frozen=True, slots=True)
class Collapsing:
    """The options of cs:citation for grouping and collapsing."""

    collapse: str
    grouping: bool
    moving: bool
    """Cites of a group are brought together: only sorted ones, for the author's own order stands."""
    group_delimiter: str
    year_suffix_delimiter: str
    after_collapse_delimiter: str
    delimiter: str

    @classmethod
    def of(cls, style: Style, delimiter: str) -> Collapsing:
        """Read the attributes of cs:citation; as with citeproc-js, notes part the cites of a group as any others."""
        citation = style.citation
        collapse = citation.get("collapse")
        has = citation.attributes
        group = has.get("cite-group-delimiter", delimiter if style.is_note else ", ")
        return cls(
            collapse,
            bool(collapse and collapse != "citation-number") or "cite-group-delimiter" in has,
            citation.child("sort") is not None,
            group,
            has.get("year-suffix-delimiter", has.get("cite-group-delimiter", delimiter)),
            has.get("after-collapse-delimiter", delimiter),
            delimiter,
        )


class Rendered:
    """A cite rendered, and how to render it again."""

    def __init__(self, fresh: NewContext, compiled: Compiled) -> None:
        self.fresh = fresh
        self.compiled = compiled
        self.context = fresh()
        self.cite = cite = self.context.cite
        self.pieces: Sequence[Piece] = ()
        self.begins = _ends_sentence(cite.prefix)
        """A sentence begins with this cite: its first term is capitalized."""
        self.render(hide_names=cite.suppress_author)
        node = self.context.names_node
        self.names = plain((node,)) if node is not None else ""

    def render(self, hide_names: bool) -> None:
        """Render, the first names left out if *hide_names*."""
        self.context = ctx = self.fresh()
        ctx.hide_names = hide_names
        out: list[Piece] = []
        self.compiled.citation.render(ctx, out)
        if self.cite.author_only:
            out = [ctx.names_node] if ctx.names_node is not None else []
        self.pieces = out

    @property
    def number(self) -> int:
        """Return the citation number."""
        return self.context.citation_number

    @property
    def is_bare(self) -> bool:
        """Whether nothing but the item is cited."""
        return not (self.cite.locator or self.cite.prefix or self.cite.suffix)

    def suffix(self) -> Node | None:
        """Return the year-suffix printed."""
        return next(nodes(self.pieces, "year-suffix"), None)

    def year(self) -> str:
        """Return the year printed."""
        return "".join(plain((node,)) for node in nodes(self.pieces, "year"))

    def whole(self) -> Sequence[Piece]:
        """Return the cite with what the author wrote around it."""
        cite = self.cite
        before: Sequence[Piece] = rich(cite.prefix)
        after: Sequence[Piece] = rich(cite.suffix)
        if before and not cite.prefix[-1:].isspace() and cite.prefix[-1:] not in "([’'\"“":
            before = (*before, " ")
        if after and (cite.suffix[:1].isalnum() or cite.suffix[:1] in "(["):
            after = (" ", *after)
        pieces = self.pieces
        if pieces and self.compiled.style.is_note and self.begins:
            pieces = [_capitalized_start(pieces[0]), *pieces[1:]]
        return (*before, *pieces, *after) if pieces else ()


def _ends_sentence(prefix: str) -> bool:
    """Whether a sentence of several words ends with *prefix*: a single word and a point is an abbreviation."""
    words = prefix.replace('"', "").split()
    return len(words) > 1 and words[-1][-1:] in ".?!"


def citation(rendered: Sequence[Rendered], compiled: Compiled, options: Collapsing) -> Sequence[Piece]:
    """Return the citation of *rendered*, in their order."""
    out: list[Piece] = []
    if rendered and not rendered[0].cite.prefix:
        rendered[0].begins = True
    if options.collapse == "citation-number":
        _numbers([cite for cite in rendered if cite.pieces], options, out)
    elif options.grouping:
        _groups([cite for cite in rendered if cite.pieces], options, out)
    else:
        _add_all([cite for cite in rendered if cite.pieces], options.delimiter, out)
    if not out:
        return ()
    return compiled.citation.wrapped(out)


def _add_all(cites: Sequence[Rendered], delimiter: str, out: list[Piece]) -> None:
    for n, cite in enumerate(cites):
        if n:
            out.append(_between(cites[n - 1].cite, cite.cite, delimiter))
        out.append(one(cite.whole()))


def _between(before: Cite, after: Cite, delimiter: str) -> str:
    """Return the delimiter, unless the author has written punctuation where it would stand."""
    if before.suffix.endswith((",", ";")):
        return " "
    return "" if after.prefix[:1] in _STOPS else delimiter


_STOPS = (",", ".", ";", ":")


def _capitalized_start(piece: Piece) -> Piece:
    """Return a note's beginning with a term or particle capitalized where it is the first thing printed."""
    if isinstance(piece, str):
        return piece
    if piece.role == "term":
        return piece.with_children([capitalized(piece.children[0]), *piece.children[1:]]) if piece.children else piece
    for n, child in enumerate(piece.children):
        if child != "":
            if isinstance(child, str):
                return piece
            return piece.with_children([*piece.children[:n], _capitalized_start(child), *piece.children[n + 1 :]])
    return piece


def _numbers(cites: Sequence[Rendered], options: Collapsing, out: list[Piece]) -> None:
    """Collapse ranges of three or more citation numbers."""
    at = 0
    after = False
    while at < len(cites):
        end = at
        while (
            end + 1 < len(cites)
            and cites[end].is_bare
            and cites[end + 1].is_bare
            and cites[end + 1].number == cites[end].number + 1
        ):
            end += 1
        if end - at < 2:
            end = at
        if out:
            out.append(options.after_collapse_delimiter if after else options.delimiter)
        out.append(one(cites[at].whole()))
        if end > at:
            out += ["–", one(cites[end].whole())]
        after = end > at
        at = end + 1


def _groups(cites: Sequence[Rendered], options: Collapsing, out: list[Piece]) -> None:
    """Bring cites with the same names together, and collapse them."""
    groups: list[list[Rendered]] = []
    open_: dict[str, list[Rendered]] = {}
    for cite in cites:
        if not options.moving:
            open_ = {groups[-1][0].names: groups[-1]} if groups else {}
        group = open_.get(cite.names)
        if group is not None and not cite.cite.prefix:
            group.append(cite)
        else:
            groups.append([cite])
            open_[cite.names] = groups[-1]
    collapsed = False
    for n, group in enumerate(groups):
        if n:
            out.append(options.after_collapse_delimiter if collapsed else options.delimiter)
        collapsed = _group(group, options, out)


def _group(group: Sequence[Rendered], options: Collapsing, out: list[Piece]) -> bool:
    """Set one group; return whether the delimiter after it is that of a collapsed one."""
    # Where years collapse, citeproc-js has the after-collapse-delimiter between all groups, and styles rely on it.
    collapsed = options.collapse == "year" or len(group) > 1
    out.append(one(group[0].whole()))
    run = [group[0]]
    for before, cite in pairwise(group):
        suffix = cite.suffix()
        if (
            options.collapse.startswith("year-suffix")
            and suffix is not None
            and before.is_bare
            and cite.is_bare
            and before.suffix() is not None
            and before.year() == cite.year()
        ):
            run.append(cite)
            if options.collapse == "year-suffix-ranged" and len(run) > 2 and _follow(run):
                _shorten(run, options, out, suffix)
            else:
                out += [options.year_suffix_delimiter, suffix]
            continue
        run = [cite]
        if options.collapse:
            cite.render(hide_names=True)
        pieces = cite.whole()
        if pieces:
            located = before.cite.locator and options.after_collapse_delimiter
            out += [located or options.group_delimiter, one(pieces)]
    return collapsed


def _follow(run: Sequence[Rendered]) -> bool:
    suffixes = [cite.context.hints.year_suffix for cite in run[-3:]]
    return all(len(a) == len(b) == 1 and ord(b) == ord(a) + 1 for a, b in pairwise(suffixes))


def _shorten(run: list[Rendered], options: Collapsing, out: list[Piece], suffix: Node) -> None:
    """Make a range of the last suffixes set."""
    if out[-2] == "–":
        out[-1] = suffix
    else:
        out[-2:] = ["–", suffix]
