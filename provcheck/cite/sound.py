"""Is this XML a CSL style that can be run safely? Read with everything dangerous switched off.

A style file may come from anywhere. Entities and DTDs are refused, nothing is fetched, and a style whose macros would
unfold into millions of elements is refused too.
"""

from __future__ import annotations

import re
from typing import Any

from provcheck.cite.processor import StyleFault

_CSL = "{http://purl.org/net/xbiblio/csl}"
_NAMES = """
style info author contributor name email uri category field id issn eissn issnl link published rights source summary
title title-short updated locale translator style-options terms term single multiple date date-part macro citation
bibliography layout sort key text number names label et-al institution institution-part name-part substitute group
choose if else-if else
"""
_ELEMENTS = frozenset(_NAMES.split())
MAX_BYTES, MAX_DEPTH, MAX_UNFOLDED = 2_000_000, 100, 5_000_000


def read(name: str, data: bytes) -> Any | StyleFault:
    """Return the root element (lxml) of the style *data*, or why it cannot be used. Dependent styles are sound too."""
    from lxml import etree

    if len(data) > MAX_BYTES:
        return StyleFault(name, f"the file has {len(data):,} bytes; no style is that large")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root: Any
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        said = re.sub(r", line \d+, column \d+$", "", str(error.msg))
        return StyleFault(name, f"not well-formed XML: {said}", line=error.lineno)
    except (ValueError, LookupError) as error:
        return StyleFault(name, f"cannot be read as XML: {error}")
    document = root.getroottree().docinfo
    if document.internalDTD is not None or document.doctype:
        return StyleFault(name, "it has a DOCTYPE; styles have none, and it is not read", line=1)
    if root.tag != f"{_CSL}style":
        message = f"this is not a CSL style: its first element is <{_local(root)}>, not <style> in CSL's namespace"
        return StyleFault(name, message, line=root.sourceline)
    fault = _fault(name, root)
    return root if fault is None else fault


def parent(root: Any) -> str | None:
    """Return the name of the style that a dependent style points to; None for a style that stands by itself."""
    if root.find(f"{_CSL}citation") is not None:
        return None
    links = root.iterfind(f"{_CSL}info/{_CSL}link")
    href = next((link.get("href", "") for link in links if link.get("rel") == "independent-parent"), "")
    return href.rstrip("/").rsplit("/", 1)[-1] or None


def _fault(name: str, root: Any) -> StyleFault | None:
    below = [(root, 1)]
    while below:
        element, depth = below.pop()
        if not isinstance(element.tag, str):  # a comment or a processing instruction
            continue
        if element.tag.removeprefix(_CSL) not in _ELEMENTS:
            return StyleFault(name, f"<{_local(element)}> is not an element of CSL", line=element.sourceline)
        if depth > MAX_DEPTH:
            return StyleFault(name, f"elements lie more than {MAX_DEPTH} deep", line=element.sourceline)
        below += [(child, depth + 1) for child in element]
    if parent(root):
        return None
    if root.find(f"{_CSL}citation/{_CSL}layout") is None:
        return StyleFault(name, "it has no <citation> with a <layout>, so it can print nothing", line=root.sourceline)
    return _macro_fault(name, root)


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _macro_fault(name: str, root: Any) -> StyleFault | None:
    macros: dict[str, Any] = {macro.get("name"): macro for macro in root.iterfind(f"{_CSL}macro")}
    for element in root.iter(f"{_CSL}text", f"{_CSL}key"):
        called = element.get("macro")
        if called is not None and called not in macros:
            return StyleFault(name, f"there is no macro {called!r}", line=element.sourceline)
    sizes: dict[str, tuple[int, int]] = {}

    def size(macro: str, path: tuple[str, ...]) -> tuple[int, int] | StyleFault:
        """Count the elements that rendering the macro may visit, and how many macros deep it goes."""
        line = macros[macro].sourceline
        if macro in path:
            circle = " → ".join((*path[path.index(macro) :], macro))
            return StyleFault(name, f"macros call each other in a circle: {circle}", line)
        if macro not in sizes:
            total = depth = 1
            for element in macros[macro].iter(f"{_CSL}*"):
                total += 1
                called = element.get("macro")
                inner = size(called, (*path, macro)) if called and len(path) < MAX_DEPTH else (0, int(bool(called)))
                if isinstance(inner, StyleFault):
                    return inner
                total, depth = total + inner[0], max(depth, inner[1] + 1)
            sizes[macro] = total, depth
            if total > MAX_UNFOLDED:
                return StyleFault(name, f"macro {macro!r} unfolds into too many elements", line)
            if depth > MAX_DEPTH or len(path) >= MAX_DEPTH:
                return StyleFault(name, f"macros call each other more than {MAX_DEPTH} deep", line)
        return sizes[macro]

    for macro in macros:
        found = size(macro, ())
        if isinstance(found, StyleFault):
            return found
    return None
