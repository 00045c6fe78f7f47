"""A style made for one test, and one entry of it: what the tests of both processors begin with."""

from __future__ import annotations

from typing import Any

from provcheck.cite.processor import Processor
from provcheck.cite.rich import Rich

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="{locale}">
  <info><title>T</title><id>t</id><updated>2026-01-01T00:00:00Z</updated></info>
  {macros}
  <citation><layout suffix=".">{citation}</layout></citation>
  <bibliography><layout suffix=".">{bibliography}</layout></bibliography>
</style>"""
TITLE = '<text variable="title"/>'


def made_style(citation: str = TITLE, bibliography: str = TITLE, macros: str = "", locale: str = "en-US") -> bytes:
    return STYLE.format(citation=citation, bibliography=bibliography, macros=macros, locale=locale).encode()


def entry(processor: Processor, **fields: Any) -> Rich:
    (rendered,) = processor.bibliography([{"id": "x", "type": "document", **fields}])
    assert rendered.text is not None, rendered.warnings
    return rendered.text
