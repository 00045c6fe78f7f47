"""Rich text: the tree that rendering builds and that `flow` and the formatters turn into text.

A leaf is a str, always plain text. The boundaries between leaves matter: punctuation that meets there is reconciled,
punctuation within a leaf is the author's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias


@dataclass(frozen=True, slots=True)
class Format:
    """The specification's formatting attributes, with quotes and display; an empty value leaves things as they are."""

    font_style: str = ""
    font_variant: str = ""
    font_weight: str = ""
    text_decoration: str = ""
    vertical_align: str = ""
    quotes: bool = False
    marks: str = ""
    """The curly marks that a field has for its quotes: they stay, unless they are the locale's own."""
    display: str = ""
    flips: bool = False
    """Markup in a field: italics within italics are upright."""
    nocase: bool = False
    """No text-case reaches in here."""
    link: str = ""
    """The address of a web page that the text leads to."""


PLAIN: Final = Format()
QUOTED: Final = Format(quotes=True)


class Node:
    """A stretch of output: children with a format, and what it stands for, if later steps need to know."""

    __slots__ = ("children", "format", "role", "value")

    def __init__(
        self,
        children: Sequence[Piece],
        format: Format = PLAIN,  # noqa: A002
        role: str = "",
        value: object = None,
    ) -> None:
        self.children = children
        self.format = format
        self.role = role
        """names, name, particle, term, year, year-suffix, citation-number, layout or nothing."""
        self.value = value

    def __repr__(self) -> str:
        return f"Node({self.children!r}, {self.role!r})"

    def with_children(self, children: Sequence[Piece]) -> Node:
        """Return the same stretch around other children."""
        return Node(children, self.format, self.role, self.value)


Piece: TypeAlias = str | Node


class Own(str):
    """A text that goes on within one field: how it meets what came before is the author's own."""

    __slots__ = ()


def joined(pieces: Sequence[Piece], delimiter: str) -> Sequence[Piece]:
    """Set *delimiter* between *pieces*."""
    if not delimiter or len(pieces) < 2:
        return pieces
    out: list[Piece] = [pieces[0]]
    for piece in pieces[1:]:
        out += (delimiter, piece)
    return out


def one(pieces: Sequence[Piece]) -> Piece:
    """Make one piece of several."""
    return pieces[0] if len(pieces) == 1 else Node(pieces)


def leaves(pieces: Iterable[Piece]) -> Iterator[str]:
    """Return the texts from left to right."""
    for piece in pieces:
        if isinstance(piece, str):
            yield piece
        else:
            yield from leaves(piece.children)


def plain(pieces: Iterable[Piece]) -> str:
    """Return the text without looks, quotation marks or reconciled punctuation: to compare and to sort by."""
    return "".join(leaves(pieces))


def nodes(pieces: Iterable[Piece], *roles: str) -> Iterator[Node]:
    """Return the nodes that stand for one of *roles*, from left to right."""
    for piece in pieces:
        if isinstance(piece, Node):
            if piece.role in roles:
                yield piece
            else:
                yield from nodes(piece.children, *roles)


def replaced(piece: Piece, old: Node, new: Node) -> Piece:
    """Return *piece* with *new* where *old* was."""
    if piece is old:
        return new
    if isinstance(piece, str):
        return piece
    children = [replaced(child, old, new) for child in piece.children]
    changed = any(a is not b for a, b in zip(children, piece.children, strict=True))
    return piece.with_children(children) if changed else piece
