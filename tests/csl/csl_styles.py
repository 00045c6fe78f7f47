"""Small styles and shorthands for the tests of the CSL processor."""

from __future__ import annotations

from typing import Any

from provcheck.csl import SUITE_HTML, Citation, Cite, Compiled, compile_style, locale_file, parse_style, process

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="{kind}" {options}>'


def person(family: str, given: str = "") -> dict[str, str]:
    """Return a name of CSL-JSON."""
    return {"family": family, "given": given}


def style(
    layout: str, *, kind: str = "note", options: str = "", area: str = "", more: str = "", after: str = ""
) -> Compiled:
    """Compile a style with a citation *layout* and the options *area* of cs:citation, between *more* and *after*."""
    text = f"{HEAD.format(kind=kind, options=options)}<info/>{more}<citation {area}>{layout}</citation>{after}</style>"
    return compile_style(parse_style(text.encode()), locale_file)


def cited(compiled: Compiled, *references: dict[str, Any], **cite: Any) -> str:
    """Return one citation of *references*, as HTML."""
    listed = [{"id": str(n), **reference} for n, reference in enumerate(references)]
    cites = tuple(Cite(item["id"], **cite) for item in listed)
    return SUITE_HTML.write(process(compiled, listed, [Citation(cites, 1)]).citations[0])
