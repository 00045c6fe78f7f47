"""What concerns bibliography entries together: repeated authors, and the alignment of the second field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from provcheck.csl.tree import Format, Node, Piece, nodes, plain, replaced

_MARGIN = Format(display="left-margin")
_INLINE = Format(display="right-inline")


def aligned(pieces: Sequence[Piece], prefix: str, suffix: str, options: Mapping[str, str]) -> Sequence[Piece]:
    """Put the first field in the margin where the style has second-field-align, the affixes into first and last block.

    *pieces* are one entry; *prefix* and *suffix* are those of cs:layout.
    """
    if options.get("second-field-align") and len(pieces) > 1:
        pieces = (Node(pieces[:1], _MARGIN), Node(pieces[1:], _INLINE))
    first, *between = pieces
    if prefix.strip() and isinstance(first, Node) and first.format.display:
        first, prefix = first.with_children([prefix, *first.children]), ""
    *between, last = (first, *between)
    if suffix.strip() and isinstance(last, Node) and last.format.display:
        last, suffix = last.with_children([*last.children, suffix]), ""
    return [prefix, *between, last, suffix]


def substituted_authors(
    entries: Iterable[tuple[str, list[Piece]]], options: Mapping[str, str]
) -> Iterator[tuple[str, list[Piece]]]:
    """Return *entries*, the names that the entry before has too replaced as subsequent-author-substitute says."""
    mark = options.get("subsequent-author-substitute")
    rule = options.get("subsequent-author-substitute-rule", "complete-all")
    before: list[str] = []
    for id_, pieces in entries:
        node = next(nodes(pieces, "names"), None)
        if mark is None or node is None:
            before = []
            yield id_, pieces
            continue
        now = _names(node)
        new = _substituted(node, mark, rule, before, now)
        before = now
        yield id_, pieces if new is node else [replaced(piece, node, new) for piece in pieces]


def _names(node: Node) -> list[str]:
    names = [plain((name,)) for name in nodes((node,), "name")]
    return names or [plain((node,))]


def _substituted(node: Node, mark: str, rule: str, before: list[str], now: list[str]) -> Node:
    """Return the names *node* with those that are the same as *before* replaced."""
    if rule in ("complete-all", "complete-each") and before != now:
        return node
    if rule == "complete-all":
        lists = list(nodes(node.children, "name-list"))
        if not lists:
            return node.with_children((mark,))
        done: Piece = node.with_children(node.children)
        for n, each in enumerate(lists):
            done = replaced(done, each, each.with_children((mark,) if n == 0 else ()))
        assert isinstance(done, Node)
        return done
    if not any(nodes((node,), "name")):
        return node.with_children((mark,)) if before == now else node
    same = 0
    while same < min(len(before), len(now)) and before[same] == now[same]:
        same += 1
    if rule == "partial-first":
        same = min(same, 1)
    done = node
    for name in list(nodes((node,), "name"))[:same]:
        done = replaced(done, name, Node((mark,), role="name"))
    assert isinstance(done, Node)
    return done
