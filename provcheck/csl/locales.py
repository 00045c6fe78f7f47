"""The official locale files, read from where the citeproc-py package keeps them; the package itself is not loaded."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from provcheck.csl.xml import Element, read

_CODE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}")


@cache
def locale_file(code: str) -> Element | None:
    """Return the root of the locale file for *code* ("en-US"); None where there is none."""
    spec = find_spec("citeproc") if _CODE.fullmatch(code) else None
    for folder in spec.submodule_search_locations or () if spec else ():
        path = Path(folder) / "data" / "locales" / f"locales-{code}.xml"
        if path.is_file():
            return read(path.read_bytes())
    return None
