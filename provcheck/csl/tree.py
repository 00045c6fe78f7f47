"""Rich text: the tree that rendering builds and that `flow` and the formatters turn into text.

A leaf is a str, always plain text. The boundaries between leaves matter: punctuation that meets there is reconciled,
punctuation within a leaf is the author's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from provcheck.csl.punctuation import QUOTED, STYLED, UNQUOTED

LOOKS: Final = ("font_style", "font_variant", "font_weight", "text_decoration", "vertical_align")


@dataclass(frozen=True, slots=True, eq=False)
class Format:
    """The specification's formatting attributes, with quotes and display; an empty value leaves things as they are."""

    font_style: str = ""
    font_variant: str = ""
    font_weight: str = ""
    text_decoration: str = ""
    vertical_align: str = ""
    quotes: bool = False
    unquoted: bool = False
    """The style says that there are no quotes: those of a field are the outer ones."""
    marks: str = ""
    """The marks that a field has for its quotes: they stay, unless they are the locale's own."""
    display: str = ""
    flips: bool = False
    """Markup in a field: italics within italics are upright, quotations within quotations have the other marks."""
    nocase: bool = False
    """No text-case reaches in here."""
    link: str = ""
    """The address of a web page that the text leads to."""
    raised: str = ""
    """The character that says by itself what this look and the text within say: º for a raised o."""
    flags: int = field(default=0, init=False)
    """What matters to punctuation."""
    looks: int = field(default=0, init=False)
    """The attributes in which it has a look, each a bit; those that it has back to normal are in `normals`."""
    normals: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        values = [getattr(self, name) for name in LOOKS]
        flags = STYLED if any(values) else 0
        flags |= QUOTED if self.quotes else UNQUOTED if self.unquoted else 0
        object.__setattr__(self, "flags", flags)
        for name, bits in (
            ("looks", (1 << n for n, value in enumerate(values) if value not in ("", "normal"))),
            ("normals", (1 << n for n, value in enumerate(values) if value == "normal")),
        ):
            object.__setattr__(self, name, sum(bits))


PLAIN: Final = Format()
STAND_IN: Final = "stand-in"
"""The role of a variable that is printed in the place of names."""


class Node:
    """A stretch of output: children, a delimiter between and a format around them, affixes around that.

    It says what it stands for, if later steps need to know.
    """

    __slots__ = ("children", "delimiter", "format", "prefix", "role", "suffix", "value")

    def __init__(
        self,
        children: Sequence[Piece],
        format: Format = PLAIN,  # noqa: A002
        role: str = "",
        value: object = None,
        prefix: str = "",
        suffix: str = "",
        delimiter: str = "",
    ) -> None:
        self.children = children
        self.format = format
        self.role = role
        """names, name, particle, term, year, year-suffix, citation-number, number, layout or nothing."""
        self.value = value
        self.prefix = prefix
        self.suffix = suffix
        self.delimiter = delimiter

    def __repr__(self) -> str:
        return f"Node({self.children!r}, {self.role!r})"

    def with_children(self, children: Sequence[Piece]) -> Node:
        """Return the same stretch around other children."""
        return Node(children, self.format, self.role, self.value, self.prefix, self.suffix, self.delimiter)

    def bare(self) -> Node:
        """Return the same stretch without its affixes."""
        return Node(self.children, self.format, self.role, self.value, delimiter=self.delimiter)


Piece: TypeAlias = str | Node


class Own(str):
    """A text that goes on within one field: how it meets what came before is the author's own."""

    __slots__ = ()


def affixed(piece: Piece, prefix: str, suffix: str) -> Node:
    """Return *piece* between affixes."""
    if isinstance(piece, str) or piece.prefix or piece.suffix:
        return Node((piece,), prefix=prefix, suffix=suffix)
    return Node(piece.children, piece.format, piece.role, piece.value, prefix, suffix, piece.delimiter)


def copied(piece: Piece) -> Node:
    """Return a node of its own that prints *piece*, to have other affixes."""
    return Node((piece,)) if isinstance(piece, str) else piece.with_children(piece.children)


def boxed(piece: Piece) -> Node:
    """Return *piece* as the content of another: its affixes and looks are not those of the box."""
    if isinstance(piece, Node) and piece.format is PLAIN and not (piece.prefix or piece.suffix):
        return piece
    return Node((piece,))


def grouped(pieces: Sequence[Piece], delimiter: str = "") -> Node:
    """Return *pieces* as those of a group; around one that holds others already, a second box makes no difference."""
    only = pieces[0]
    if len(pieces) == 1 and isinstance(only, Node) and only.format is PLAIN and not (only.prefix or only.suffix):
        held = only.children
        if len(held) > 1 or (held and not isinstance(held[0], str)):
            return only
    return Node(pieces, delimiter=delimiter)


def joined(pieces: Sequence[Piece], delimiter: str) -> Sequence[Piece]:
    """Set *delimiter* between *pieces*."""
    if not delimiter or len(pieces) < 2:
        return pieces
    return (Node(pieces, delimiter=delimiter),)


def one(pieces: Sequence[Piece]) -> Piece:
    """Make one piece of several."""
    return pieces[0] if len(pieces) == 1 else Node(pieces)


def plain(pieces: Iterable[Piece]) -> str:
    """Return the text without looks, quotation marks or reconciled punctuation: to compare and to sort by."""
    return "".join([piece if isinstance(piece, str) else _plain(piece) for piece in pieces])


def _plain(node: Node) -> str:
    texts = [piece if isinstance(piece, str) else _plain(piece) for piece in node.children]
    if node.delimiter:
        text = node.delimiter.join(filter(None, texts))
    else:
        text = texts[0] if len(texts) == 1 else "".join(texts)
    return f"{node.prefix}{text}{node.suffix}" if text else ""


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
