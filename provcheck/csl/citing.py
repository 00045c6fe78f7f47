"""A citation: its cites grouped, collapsed and set one after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, takewhile

from provcheck.csl.collation import collation
from provcheck.csl.compiled import Compiled
from provcheck.csl.markup import rich
from provcheck.csl.scope import Cite, Context
from provcheck.csl.sorting import sorted_by
from provcheck.csl.style import Style
from provcheck.csl.textcase import capitalized_start
from provcheck.csl.tree import Node, Own, Piece, nodes, one, plain

NewContext = Callable[[], Context]


@dataclass(frozen=True, slots=True)
class Collapsing:
    """The options of cs:citation for grouping and collapsing."""

    collapse: str
    grouping: bool
    delimiter: str
    group_delimiter: str
    """Between cites of one group, where there is no after-collapse-delimiter."""
    year_suffix_delimiter: str
    after_collapse_delimiter: str | None

    @classmethod
    def of(cls, style: Style, delimiter: str) -> Collapsing:
        """Read the attributes of cs:citation; as with citeproc-js, notes part the cites of a group as any others."""
        citation = style.citation
        collapse = citation.get("collapse")
        has = citation.attributes
        is_numbered = style.prints(citation, "citation-number")
        if collapse == "citation-number" and not is_numbered:
            collapse = ""  # there are no numbers of which to make a range
        is_text = not style.is_note and not is_numbered
        return cls(
            collapse,
            bool(collapse and collapse != "citation-number") or "cite-group-delimiter" in has,
            delimiter,
            has.get("cite-group-delimiter") or (", " if is_text else delimiter),
            has.get("year-suffix-delimiter", has.get("cite-group-delimiter", delimiter)),
            has.get("after-collapse-delimiter"),
        )

    def collapsed(self, cite: Rendered, same: bool) -> bool:
        """Whether *cite*, of the *same* group as the one before or not, prints no names and little else."""
        return bool(self.collapse) and (same or not cite.names) and not cite.context.texted

    def between(self, before: Rendered, cite: Rendered, was_collapsed: bool, same: bool) -> str:
        """Return the delimiter between two cites, the second of the *same* group or not.

        citeproc-js asks whether anything but a year follows where the names are left out, and so do we: styles that set
        after-collapse-delimiter rely on it.
        """
        collapsed = self.collapsed(cite, same)
        if self.after_collapse_delimiter is not None:
            parts = not collapsed and (was_collapsed or self.collapse != "year-suffix")
            return self.after_collapse_delimiter if before.cite.locator or parts else self.delimiter
        if collapsed or (same and "cite-group-delimiter" in cite.compiled.style.citation.attributes):
            return self.group_delimiter
        return self.delimiter


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
        self.render(hide_names=False)
        node = self.context.names_node
        stands_in = node is not None and isinstance(node.value, str)
        self.names = None if stands_in else plain((node,)) if node is not None else ""
        """What a group of cites has in common; a title that stands in for names makes none."""
        if cite.suppress_author:
            self.render(hide_names=True)

    def render(self, hide_names: bool) -> None:
        """Render, the first names left out if *hide_names*."""
        self.context = ctx = self.fresh()
        ctx.hide_names = hide_names
        out: list[Piece] = []
        self.compiled.citation.render(ctx, out)
        if self.cite.author_only:
            out = [ctx.names_node.bare()] if ctx.names_node is not None else []
        self.pieces = out

    @property
    def number(self) -> int:
        """Return the citation number."""
        return self.context.citation_number

    @property
    def is_bare(self) -> bool:
        """Whether nothing but the item is cited, as far as can be seen."""
        return not (self.context.located or self.cite.prefix or self.cite.suffix)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to print, not even what the author wrote around it."""
        return not (self.pieces or self.cite.prefix or self.cite.suffix)

    def suffix(self) -> Node | None:
        """Return the year-suffix printed."""
        found = next(nodes(self.pieces, "year-suffix"), None)
        return found.bare() if found else None

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
        if after:
            marks = cite.suffix[: len(cite.suffix) - len(cite.suffix.lstrip(".,;:!?"))]
            starts_word = cite.suffix[:1].isalnum() or cite.suffix[:1] in "(["
            after = (Node(rich(cite.suffix[len(marks) :]), prefix=" " if starts_word else marks),)
        pieces = self.pieces
        if pieces and self.compiled.style.is_note and self.begins:
            pieces = [capitalized_start(pieces[0]), *pieces[1:]]
        whole = (*before, *pieces, *after)
        return (one(whole),) if whole else ()


def _ends_sentence(prefix: str) -> bool:
    """Whether a sentence of several words ends with *prefix*: a single word and a point is an abbreviation."""
    words = prefix.replace('"', "").split()
    return len(words) > 1 and words[-1][-1:] in ".?!"


def in_order(cites: Sequence[Rendered], options: Collapsing) -> Sequence[Rendered]:
    """Return *cites* as cs:citation sorts them; where they are grouped, each group stands where its first cite would.

    Groups that are equal by the first key are in the order of their names. Without keys the author's own order stands.
    """
    if len(cites) < 2 or not cites[0].compiled.citation.keys:
        return cites
    compiled = cites[0].compiled
    keys, language = compiled.citation.keys, compiled.locale.language
    if not options.grouping:
        return sorted_by(keys, cites, lambda cite: cite.fresh(), language)
    groups: dict[str, list[Rendered]] = {}
    for cite in cites:
        groups.setdefault(cite.names or "", []).append(cite)
    by_name = sorted(groups, key=lambda names: (not names, collation(names, language)))
    each = [sorted_by(keys, groups[names], lambda cite: cite.fresh(), language) for names in by_name]
    return [cite for group in sorted_by(keys[:1], each, lambda group: group[0].fresh(), language) for cite in group]


def citation(rendered: Sequence[Rendered], compiled: Compiled, options: Collapsing) -> Sequence[Piece]:
    """Return the citation of *rendered*, in their order."""
    out: list[Piece] = []
    if rendered and not rendered[0].cite.prefix:
        rendered[0].begins = True
    cites = [cite for cite in rendered if not cite.is_empty]
    if options.collapse == "citation-number":
        _numbers(cites, options, out)
    elif options.grouping:
        _groups(cites, options, out)
    else:
        _add_all(cites, options.delimiter, out)
    if not out:
        return ()
    return compiled.citation.wrapped(out)


def _add_all(cites: Sequence[Rendered], delimiter: str, out: list[Piece]) -> None:
    for n, cite in enumerate(cites):
        if n:
            out.append(Own(_between(cites[n - 1].cite, cite.cite, delimiter)))
        out.append(one(cite.whole()))


def _between(before: Cite, after: Cite, delimiter: str) -> str:
    """Return *delimiter*, or what is left of it where the author has written punctuation."""
    if before.suffix.endswith(_STOPS):
        _, space, rest = delimiter.partition(" ")
        return space + rest
    return "" if not before.suffix and after.prefix.startswith(_STOPS) else delimiter


_STOPS = (",", ".", ";")


def _numbers(cites: Sequence[Rendered], options: Collapsing, out: list[Piece]) -> None:
    """Collapse ranges of three or more citation numbers."""
    at = 0
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
            is_set_off = cites[at - 1].cite.locator and options.after_collapse_delimiter is not None
            delimiter = options.delimiter
            if is_set_off and not _is_one_range(cites[at:]):
                delimiter = options.after_collapse_delimiter or ""
            out.append(Own(_between(cites[at - 1].cite, cites[at].cite, delimiter)))
        out.append(one(cites[at].whole()))
        if end > at:
            out += [Own("–"), one(cites[end].whole())]
        at = end + 1


def _is_one_range(cites: Sequence[Rendered]) -> bool:
    """Whether the bare numbers that *cites* begin with follow one another: citeproc-js sets those off from no cite."""
    bare = [cite.number for cite in takewhile(lambda cite: cite.is_bare, cites)]
    return bool(bare) and bare == list(range(bare[0], bare[0] + len(bare)))


def _groups(cites: Sequence[Rendered], options: Collapsing, out: list[Piece]) -> None:
    """Collapse cites that stand together and have the same names."""
    groups = [list(group) for _, group in groupby(cites, key=lambda cite: cite.names or "")]
    before: Rendered | None = None
    collapsed = False
    for group in groups:
        run: list[Rendered] = []
        for n, cite in enumerate(group):
            same = n > 0 and cite.names is not None and cite.names == group[n - 1].names
            if before is not None and same and _same_year(before, cite, options):
                run.append(cite)
                _add_suffix(run, options, out)
                before = cite
                continue
            run = [cite]
            if same and options.collapse and not cite.cite.suppress_author:
                cite.render(hide_names=True)
            pieces = cite.whole()
            if not pieces:
                continue
            if before is not None:
                out.append(Own(_between(before.cite, cite.cite, options.between(before, cite, collapsed, same))))
            collapsed = options.collapsed(cite, same)
            out.append(one(pieces))
            before = cite


def _same_year(before: Rendered, cite: Rendered, options: Collapsing) -> bool:
    """Whether only the year-suffix of *cite* need follow the one *before*."""
    if not (options.collapse.startswith("year-suffix") and before.is_bare and cite.is_bare):
        return False
    return None not in (before.suffix(), cite.suffix()) and before.year() == cite.year()


def _add_suffix(run: list[Rendered], options: Collapsing, out: list[Piece]) -> None:
    suffix = run[-1].suffix()
    assert suffix is not None
    if options.collapse == "year-suffix-ranged" and len(run) > 2 and _follow(run):
        _shorten(out, suffix)
    else:
        out += [Own(options.year_suffix_delimiter), suffix]


def _follow(run: Sequence[Rendered]) -> bool:
    suffixes = [cite.context.hints.year_suffix for cite in run[-3:]]
    return all(len(a) == len(b) == 1 and ord(b) == ord(a) + 1 for a, b in pairwise(suffixes))


def _shorten(out: list[Piece], suffix: Node) -> None:
    """Make a range of the last suffixes set."""
    if out[-2] == "–":
        out[-1] = suffix
    else:
        out[-2:] = [Own("–"), suffix]
