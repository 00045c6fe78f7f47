"""What an element's attributes do to what it prints: text-case, strip-periods, formatting, quotes, affixes, display."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from provcheck.csl.markup import raised
from provcheck.csl.scope import Scope
from provcheck.csl.textcase import cased
from provcheck.csl.tree import PLAIN, QUOTED, Format, Node, Piece, one
from provcheck.csl.variables import NUMBERS
from provcheck.csl.xml import Element

Finish: TypeAlias = Callable[[Sequence[Piece]], Piece]
"""Returns pieces, finished, as one piece."""


def format_of(element: Element) -> Format:
    """Return the formatting attributes of *element*."""
    given = {name.replace("-", "_"): value for name, value in element.attributes.items() if name in _FORMATTING}
    return Format(**given) if any(given.values()) else PLAIN  # type: ignore[arg-type]


_FORMATTING = frozenset("font-style font-variant font-weight text-decoration vertical-align".split())


def finisher(element: Element, scope: Scope, role: str = "") -> Finish:
    """Compile the attributes of *element*; *role* is what its output stands for."""
    form = format_of(element)
    quoted = element.get("quotes") == "true"
    case = element.get("text-case") if scope.sorting is None else ""
    is_own = case != "title" or element.name != "text" or element.get("variable") in ("", *NUMBERS)
    """The words are the style's own; title case is for English ones only where the item gives them."""
    if case == "title" and "jurisdiction" in scope.kind.has:
        case = ""  # citeproc-js leaves what is written of laws and cases as it is
    strip = element.get("strip-periods") == "true"
    around = _around(element, scope.is_bibliography)
    if not (strip or case or quoted or role) and form is PLAIN:
        return around
    language, english = scope.language, is_own or scope.is_english

    def finish(pieces: Sequence[Piece]) -> Piece:
        if strip:
            pieces = stripped(pieces)
        if case:
            pieces = cased(pieces, case, english, language)
        if form is not PLAIN or role:
            pieces = (Node(pieces, form, role),)
        if quoted:
            pieces = (Node(pieces, QUOTED),)
        return around(pieces)

    return finish


def _around(element: Element, displayed: bool) -> Finish:
    """Compile the affixes and, where blocks can be *displayed*, the display of *element*."""
    prefix, suffix = (raised(affix) for affix in affixes(element))
    display = element.get("display") if displayed else ""
    if not (prefix or suffix or display):
        return one
    form = Format(display=display) if display else PLAIN
    return lambda pieces: Node((*prefix, *pieces, *suffix), form)


def affixes(element: Element) -> tuple[str, str]:
    """Return the prefix and suffix of *element*, an apostrophe within a word set as one."""
    return _with_apostrophes(element.get("prefix")), _with_apostrophes(element.get("suffix"))


def _with_apostrophes(text: str) -> str:
    return _APOSTROPHE.sub("’", text) if "'" in text else text


_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=\w)'$")


def stripped(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return *pieces* without periods."""
    return [p.replace(".", "") if isinstance(p, str) else p.with_children(stripped(p.children)) for p in pieces]
