"""What concerns bibliography entries together: repeated authors, and the alignment of the second field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from provcheck.csl.compiled import Layout
from provcheck.csl.tree import PLAIN, STAND_IN, Format, Node, Piece, copied, nodes, plain, replaced

_MARGIN = Format(display="left-margin")
_INLINE = Format(display="right-inline")


def aligned(pieces: Sequence[Piece], layout: Layout, options: Mapping[str, str]) -> Sequence[Piece]:
    """Put the affixes of *layout* around an entry, and its first field in the margin if it has second-field-align."""
    first, *others = pieces
    if layout.prefix:
        first = copied(first)
        first.prefix = layout.prefix + first.prefix
    if options.get("second-field-align") and others:
        return (Node((first,), _MARGIN), *_ended(others, layout, _INLINE))
    return _ended([first, *others], layout, PLAIN)


def _ended(pieces: Sequence[Piece], layout: Layout, form: Format) -> Sequence[Piece]:
    """Return *pieces* in a block of *form*, with the suffix of *layout*.

    In a style of blocks it is that of the last block, even one that prints nothing; a last field that is none loses its
    own, for so does citeproc-js.
    """
    if not layout.is_blocks:
        return (Node(pieces, form, suffix=layout.suffix),)
    last = copied(pieces[-1])
    last.suffix = layout.suffix
    return (Node([*pieces[:-1], last], form),)


def substituted_authors(
    entries: Iterable[tuple[str, list[Piece]]], options: Mapping[str, str]
) -> Iterator[tuple[str, list[Piece]]]:
    """Return *entries*, the names that the entry before has too replaced as subsequent-author-substitute says."""
    mark = options.get("subsequent-author-substitute")
    rule = options.get("subsequent-author-substitute-rule", "complete-all")
    before: list[str] = []
    for id_, pieces in entries:
        node = next(nodes(pieces, "names"), None)
        if mark is None or node is None or not _names(node) or not _leads(pieces, node):
            before = []
            yield id_, pieces
            continue
        now = _names(node)
        new = _substituted(node, mark, rule, before, now)
        before = now
        yield id_, pieces if new is node else [replaced(piece, node, new) for piece in pieces]


def _leads(pieces: Sequence[Piece], node: Node) -> bool | None:
    """Whether nothing but its number stands before *node* in an entry; None where it is not among *pieces*."""
    for piece in pieces:
        if piece is node:
            return True
        if isinstance(piece, str):
            if piece.strip():
                return False
        elif piece.role != "citation-number":
            found = _leads(piece.children, node)
            if found is not None:
                return found
    return None


def _names(node: Node) -> list[str]:
    """Return the names in *node*, or what stands in for them: a variable, for a term such as "Anonymous" is no name."""
    names = [plain(name.children) for name in nodes((node,), "name")]
    return names or [plain(each.children) for each in nodes((node,), STAND_IN)][:1]


def _substituted(node: Node, mark: str, rule: str, before: list[str], now: list[str]) -> Node:
    """Return the names *node* with those that are the same as *before* replaced."""
    if rule in ("complete-all", "complete-each") and before != now:
        return node
    if rule == "complete-all":
        lists = list(nodes(node.children, "name-list"))
        if not lists:
            return _without_variable(node, mark)
        done: Piece = node.with_children(node.children)
        for n, each in enumerate(lists):
            done = replaced(done, each, each.with_children((mark,) if n == 0 else ()))
        assert isinstance(done, Node)
        return done
    if not any(nodes((node,), "name")):
        return _without_variable(node, mark) if before == now else node
    same = 0
    while same < min(len(before), len(now)) and before[same] == now[same]:
        same += 1
    if rule == "partial-first":
        same = min(same, 1)
    done = node
    for name in list(nodes((node,), "name"))[:same]:
        done = replaced(done, name, name.with_children((mark,)))
    assert isinstance(done, Node)
    return done


def _without_variable(node: Node, mark: str) -> Node:
    """Return *node* with what stands in for names replaced, its looks and what goes with it kept."""
    first = next(nodes((node,), STAND_IN), None)
    if first is None:
        return node
    done = replaced(node, first, first.with_children((mark,)))
    assert isinstance(done, Node)
    return done
