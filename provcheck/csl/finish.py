"""What an element's attributes do to what it prints: text-case, strip-periods, formatting, quotes, affixes, display."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from provcheck.csl.scope import Scope
from provcheck.csl.textcase import cased
from provcheck.csl.tree import PLAIN, Format, Node, Piece, one
from provcheck.csl.variables import NUMBERS
from provcheck.csl.xml import Element

Finish: TypeAlias = Callable[[Sequence[Piece]], Piece]
"""Returns pieces, finished, as one piece."""


def format_of(element: Element) -> Format:
    """Return the formatting attributes of *element*."""
    given = {name.replace("-", "_"): value for name, value in element.attributes.items() if name in FORMATTING}
    return Format(**given) if any(given.values()) else PLAIN  # type: ignore[arg-type]


FORMATTING = frozenset("font-style font-variant font-weight text-decoration vertical-align".split())


def finisher(element: Element, scope: Scope, role: str = "", delimiter: str = "") -> Finish:
    """Compile the attributes of *element*; *role* is what its output stands for, *delimiter* stands between pieces."""
    form = format_of(element)
    quotes = element.get("quotes")
    if quotes:
        form = replace(form, quotes=quotes == "true", unquoted=quotes == "false")
    case = element.get("text-case") if scope.sorting is None else ""
    is_own = case != "title" or element.name != "text" or element.get("variable") in ("", *NUMBERS)
    """The words are the style's own; title case is for English ones only where the item gives them."""
    if case == "title" and "jurisdiction" in scope.kind.has:
        case = ""  # citeproc-js leaves what is written of laws and cases as it is
    strip = element.get("strip-periods") == "true"
    prefix, suffix = element.get("prefix"), element.get("suffix")
    display = element.get("display") if scope.makes_blocks else ""
    if not (strip or case or role or prefix or suffix or display or delimiter) and form is PLAIN:
        return one
    language, english = scope.language, is_own or scope.is_english
    block = Format(display=display) if display else PLAIN

    def finish(pieces: Sequence[Piece]) -> Piece:
        if strip:
            pieces = stripped(pieces)
        if case:
            pieces = cased(pieces, case, english, language)
        node = Node(pieces, form, role, None, prefix, suffix, delimiter)
        return node if block is PLAIN else Node((node,), block)

    return finish


def stripped(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return *pieces* without periods."""
    return [p.replace(".", "") if isinstance(p, str) else p.with_children(stripped(p.children)) for p in pieces]
