"""A style as written: its parts found, its macros by name. `compile` makes it ready to render."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from provcheck.csl.errors import CslError
from provcheck.csl.xml import Element, read

NAME_OPTIONS = frozenset(
    """and delimiter-precedes-et-al delimiter-precedes-last et-al-min et-al-use-first et-al-use-last
    et-al-subsequent-min et-al-subsequent-use-first initialize initialize-with name-as-sort-order sort-separator
    name-form name-delimiter names-delimiter""".split()
)
"""The inheritable name options."""


ALTERNATIVES = "alternatives"
"""The name of an element that no style has: the first of its children that prints anything is printed."""


@dataclass(frozen=True)
class Style:
    """A parsed independent style."""

    root: Element
    citation: Element
    bibliography: Element | None
    macros: Mapping[str, Element]
    locales: tuple[Element, ...]

    @property
    def is_note(self) -> bool:
        """Whether citations stand in notes."""
        return self.root.get("class") == "note"

    @property
    def default_locale(self) -> str:
        """Return the locale the style asks for; "" where it asks for none."""
        return self.root.get("default-locale")

    def inherited(self, area: Element) -> dict[str, str]:
        """Return the name options that *area* (cs:citation or cs:bibliography) sets or inherits."""
        options = {**self.root.attributes, **area.attributes}
        return {name: value for name, value in options.items() if name in NAME_OPTIONS}

    def prints(self, area: Element | None, variable: str) -> bool:
        """Whether cs:text prints *variable* somewhere in *area*, macros included."""
        return area is not None and any(
            each.name == "text" and each.get("variable") == variable for each in self.within(area)
        )

    def within(self, area: Element) -> Iterator[Element]:
        """Yield the elements in *area* and in the macros it calls, each macro once."""
        seen: set[str] = set()
        rest = [area]
        while rest:
            element = rest.pop()
            yield element
            rest += element.children
            macro = element.get("macro")
            if macro in self.macros and macro not in seen:
                seen.add(macro)
                rest.append(self.macros[macro])


def parse_style(data: bytes) -> Style:
    """Read a style.

    Raises:
        CslError: it is not an independent CSL style, or a macro is missing or calls itself.
    """
    root = read(data)
    if root.name != "style":
        raise CslError(f"a CSL style begins with <style>, not <{root.name}>", root.line)
    citation = root.child("citation")
    if citation is None:
        raise CslError("no <citation> in it: a dependent style, or not a style", root.line)
    macros = {child.get("name"): child for child in root.children if child.name == "macro"}
    for area in (citation, root.child("bibliography")):
        if area is not None and area.child("layout") is None:
            raise CslError(f"no <layout> in <{area.name}>", area.line)
    _check_macros(root, macros)
    _inherit(root, None)
    locales = tuple(child for child in root.children if child.name == "locale")
    return Style(root, citation, root.child("bibliography"), macros, locales)


def _inherit(element: Element, outer: Element | None) -> None:
    """Let each cs:names in the cs:substitute of *outer* that says nothing itself take after it.

    What cs:choose decides for there stands in for the names one by one too, as in cs:substitute itself.
    """
    if element.name != "names":
        for child in element.children:
            _inherit(child, outer)
        if outer is not None and element.name in ("if", "else-if", "else") and len(element.children) > 1:
            element.children = [Element(ALTERNATIVES, {}, element.children, line=element.line)]
        return
    if outer is not None:
        kept = [child for child in outer.children if child.name in ("name", "et-al", "label")]
        if not element.children:
            element.attributes = outer.attributes | {"variable": element.get("variable")}
            element.children = kept
        elif element.child("name") is None:
            element.children = [*(child for child in kept if child.name == "name"), *element.children]
    for child in element.children:
        _inherit(child, element if child.name == "substitute" else None)


_DEEPEST = 120
"""Elements within elements, macros counted as what they are; the deepest public style has 72."""
_LONGEST = 100_000
"""Elements that one item may come to, macros counted as what they are; the longest public style has 4,900."""


def _check_macros(root: Element, macros: Mapping[str, Element]) -> None:
    """Let no macro be missing, and none call itself, however indirectly; nor calls grow beyond all bounds."""
    known: dict[str, tuple[int, int]] = {}

    def measured(element: Element, within: tuple[str, ...], depth: int) -> tuple[int, int]:
        """Return how many elements *element* comes to, and how deep they go."""
        name = element.get("macro") if element.name in ("text", "key") else ""
        if name and name not in macros:
            raise CslError(f"no macro {name!r}", element.line)
        if name in within:
            raise CslError(f"macro {name!r} calls itself", element.line)
        if depth > _DEEPEST:
            raise CslError("elements and macros are nested too deeply", element.line)
        if name and name not in known:
            known[name] = measured(macros[name], (*within, name), depth + 1)
        inner = [measured(child, within, depth + 1) for child in element.children]
        inner += [known[name]] if name else []
        lengths = [length for length, _ in inner]
        length = 1 + (max(lengths, default=0) if element.name == "choose" else sum(lengths))
        deep = 1 + max((deep for _, deep in inner), default=0)
        if length > _LONGEST or depth + deep > _DEEPEST + 1:
            raise CslError("macros call macros too often or too deeply", element.line)
        return length, deep

    for child in root.children:
        if child.name != "macro":
            measured(child, (), 0)
