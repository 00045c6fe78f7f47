"""Times our CSL processor beside citeproc-py: bibliographies of archival items.

python benchmarks/csl_speed.py [ITEMS]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from csl_items import archival
from csl_styles import styles

from provcheck.csl import HTML, compile_style, locale_file, parse_style, process


def ours(text: bytes, items: list[dict[str, object]]) -> int:
    compiled = compile_style(parse_style(text), locale_file)
    result = process(compiled, items)
    return sum(bool(HTML.write(entry.tokens)) for entry in result.bibliography)


def citeproc_py(text: bytes, items: list[dict[str, object]]) -> int:
    import io
    import warnings

    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        style = CitationStylesStyle(io.BytesIO(text), validate=False)
        bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.html)
        bibliography.register(Citation([CitationItem(item["id"]) for item in items]))
        return sum(bool(str(entry)) for entry in bibliography.bibliography())


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    items = [archival(n) for n in range(count)]
    folder = {path.stem: path for path in styles()}
    engines: dict[str, Callable[[bytes, list[dict[str, object]]], int]] = {"ours": ours, "citeproc-py": citeproc_py}
    for name in ("chicago-notes-bibliography", "apa"):
        text = folder[name].read_bytes()
        times = []
        for engine, run in engines.items():
            begun = time.perf_counter()
            entries = run(text, items)
            taken = time.perf_counter() - begun
            times.append(taken)
            print(f"{name:30} {engine:12} {entries:6} entries {taken:8.2f} s")
        print(f"{name:30} {'':12} {times[1] / times[0]:.0f} times faster")


if __name__ == "__main__":
    main()
