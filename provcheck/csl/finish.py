"""What an element's attributes do to what it prints: text-case, strip-periods, formatting, quotes, affixes, display."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from provcheck.csl.markup import raised
from provcheck.csl.scope import Scope
from provcheck.csl.textcase import cased
from provcheck.csl.tree import PLAIN, QUOTED, Format, Node, Piece, one
from provcheck.csl.xml import Element

Finish: TypeAlias = Callable[[Sequence[Piece]], Piece]
"""Returns pieces, finished, as one piece."""


def format_of(element: Element) -> Format:
    """Return the formatting attributes of *element*."""
    found = Format(
        element.get("font-style"),
        element.get("font-variant"),
        element.get("font-weight"),
        element.get("text-decoration"),
        element.get("vertical-align"),
    )
    return PLAIN if found == PLAIN else found


def finisher(element: Element, scope: Scope, role: str = "") -> Finish:
    """Compile the attributes of *element*; *role* is what its output stands for."""
    form = format_of(element)
    quoted = element.get("quotes") == "true"
    prefix, suffix = (raised(affix) for affix in affixes(element))
    language, english = scope.language, scope.is_english
    case = element.get("text-case")
    strip = element.get("strip-periods") == "true"
    display = Format(display=element.get("display")) if element.get("display") and scope.is_bibliography else PLAIN

    def finish(pieces: Sequence[Piece]) -> Piece:
        if strip:
            pieces = stripped(pieces)
        if case:
            pieces = cased(pieces, case, english, language)
        if form is not PLAIN or role:
            pieces = (Node(pieces, form, role),)
        if quoted:
            pieces = (Node(pieces, QUOTED),)
        if prefix or suffix or display is not PLAIN:
            return Node((*prefix, *pieces, *suffix), display)
        return one(pieces)

    return finish


def affixes(element: Element) -> tuple[str, str]:
    """Return the prefix and suffix of *element*, an apostrophe within a word set as one."""
    return tuple(_APOSTROPHE.sub("’", element.get(name)) for name in ("prefix", "suffix"))  # type: ignore[return-value]


_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=\w)'$")


def stripped(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return *pieces* without periods."""
    return [p.replace(".", "") if isinstance(p, str) else p.with_children(stripped(p.children)) for p in pieces]
