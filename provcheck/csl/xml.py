"""XML → `Element`: the one module that knows lxml. Entities are never resolved and nothing is fetched."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from provcheck.csl.errors import CslError

_MOST_BYTES = 8_000_000
_DEEPEST = 200


@dataclass(slots=True)
class Element:
    """An element of a style or locale: its name and attributes without namespaces, and where it stands."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element] = field(default_factory=list)
    text: str = ""
    line: int = 0

    def get(self, attribute: str, default: str = "") -> str:
        """Return the value of *attribute*."""
        return self.attributes.get(attribute, default)

    def child(self, name: str) -> Element | None:
        """Return the first child called *name*."""
        return next((child for child in self.children if child.name == name), None)

    def all(self) -> Iterator[Element]:
        """Yield the element and all that are within it, as they were written."""
        rest = [self]
        while rest:
            element = rest.pop()
            yield element
            rest.extend(reversed(element.children))


def read(data: bytes) -> Element:
    """Return the root of *data*.

    Raises:
        CslError: *data* is not XML, or uses entities, or is larger or deeper than any style.
    """
    from lxml import etree

    if len(data) > _MOST_BYTES:
        raise CslError("too large for a style or locale file")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise CslError(str(error.msg), error.lineno) from None
    if root is None:
        raise CslError("no element in it")
    return _element(root, 0)


def _element(node: object, depth: int) -> Element:
    tag = node.tag  # type: ignore[attr-defined]
    line = int(node.sourceline or 0)  # type: ignore[attr-defined]
    if depth > _DEEPEST:
        raise CslError("nested too deeply", line)
    if not isinstance(tag, str):
        raise CslError("entities are not resolved", line)
    attributes = {_local(str(key)): _decoded(str(value)) for key, value in node.attrib.items()}  # type: ignore[attr-defined]
    children = [_element(child, depth + 1) for child in node]  # type: ignore[attr-defined]
    return Element(_local(tag), attributes, children, str(node.text or ""), line)  # type: ignore[attr-defined]


def _decoded(value: str) -> str:
    """Return *value*, in which public styles write characters as references twice over: ``&amp;#160;``."""
    return _REFERENCE.sub(lambda match: html.unescape(match[0]), value) if "&#" in value else value


_REFERENCE = re.compile(r"&#\d{2,5};")


def _local(name: str) -> str:
    return name.rpartition("}")[2]
