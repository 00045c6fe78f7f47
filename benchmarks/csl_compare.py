"""Compares our CSL processor with citeproc-js over the public styles: citations and bibliographies of the same items.

    npm install citeproc
    python benchmarks/csl_compare.py [--every N] [--show NAME] [--containing REGEX]

Prints the first difference in each style, and the share of citations and entries that are identical, or look alike.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

from csl_items import ITEMS
from csl_styles import styles

from provcheck.csl import HTML, Citation, Cite, CslError, compile_style, locale_file, parse_style, process

LOCALES = ["en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "ru-RU"]


def normal(text: str) -> str:
    text = re.sub(r"</?div[^>]*>", " ", html.unescape(text))
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u202f", " ")).strip()


def looks(text: str) -> list[tuple[str, frozenset[str]]]:
    """Return each letter with its looks: tags that change nothing, or stand in another order, make no difference."""
    out: list[tuple[str, frozenset[str]]] = []
    stack: list[frozenset[str]] = [frozenset()]
    for tag, letters in re.findall(r"(<[^<>]*>)|([^<]+)", text):
        if tag.startswith("</"):
            stack = stack[:-1] or stack
        elif tag:
            normal_ = re.match(r'<span style="(font-\w+|text-decoration|baseline)(?::(?:normal|none);)?">', tag)
            gone = {"font-style": "<i>", "font-weight": "<b>"}.get(normal_[1], normal_[1]) if normal_ else None
            now = stack[-1]
            stack.append(frozenset(t for t in now if gone not in t) if gone else now | {tag})
        out += [(letter, stack[-1]) for letter in letters]
    return [(letter, look if not letter.isspace() else frozenset()) for letter, look in out]


def locale_text(code: str) -> str | None:
    from importlib.util import find_spec

    spec = find_spec("citeproc")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder) / "data" / "locales" / f"locales-{code}.xml"
        if path.is_file():
            return path.read_text(encoding="utf-8")
    return None


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--every", type=int, default=20)
    parser.add_argument("--show", default="")
    parser.add_argument("--containing", default="", help="only styles whose text this regular expression finds")
    options = parser.parse_args()
    cites = [[{"id": item["id"], "locator": "105-106", "label": "page"}] for item in ITEMS]
    cites += [[{"id": ITEMS[0]["id"]}], [{"id": ITEMS[0]["id"]}], [{"id": ITEMS[1]["id"]}, {"id": ITEMS[12]["id"]}]]
    citations = [
        Citation(tuple(Cite(c["id"], c.get("locator", ""), c.get("label", "page")) for c in each), note)
        for note, each in enumerate(cites, 1)
    ]
    node = subprocess.Popen(
        ["node", str(Path(__file__).with_name("csl_reference.js"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert node.stdin and node.stdout
    folder = Path(__file__)
    codes = {path.stem.removeprefix("locales-") for path in folder.parent.glob("none")} | set(LOCALES)
    paths = [path for path in styles() if not options.show or path.stem == options.show]
    if options.containing:
        paths = [path for path in paths if re.search(options.containing, path.read_text(encoding="utf-8"))]
    codes |= {m for path in paths for m in re.findall(r'default-locale="([^"]+)"', path.read_text(encoding="utf-8"))}
    locales = {code: text for code in codes if (text := locale_text(code))}
    setup = {"items": {item["id"]: item for item in ITEMS}, "locales": locales, "citations": cites}
    node.stdin.write(json.dumps(setup) + "\n")
    same: Counter[str] = Counter()
    alike: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    good = total = 0
    for n, path in enumerate(paths):
        if not options.show and n % options.every:
            continue
        try:
            compiled = compile_style(parse_style(path.read_bytes()), locale_file)
        except CslError:
            continue
        node.stdin.write(json.dumps({"style": path.read_text(encoding="utf-8")}) + "\n")
        node.stdin.flush()
        theirs: dict[str, Any] = json.loads(node.stdout.readline())
        if "error" in theirs:
            continue
        result = process(compiled, ITEMS, citations)
        ours = {"citations": [HTML.write(t) for t in result.citations]}
        mine = {entry.item: HTML.write(entry.tokens) for entry in result.bibliography}
        pairs = [("citation", a, b) for a, b in zip(ours["citations"], theirs["citations"], strict=True)]
        pairs += [("entry", mine.get(i, ""), b) for i, b in zip(theirs["ids"], theirs["entries"], strict=False)]
        shown = False
        whole = True
        for kind, a, b in pairs:
            b = b.replace("[CSL STYLE ERROR: reference with no printed form.]", "")
            all_[kind] += 1
            alike[kind] += looks(normal(a)) == looks(normal(b))
            if normal(a) == normal(b):
                same[kind] += 1
                continue
            whole = False
            if not shown or options.show:
                shown = True
                print(f"{path.stem} {kind}\n  ours   {normal(a)[:220]}\n  theirs {normal(b)[:220]}")
        total += 1
        good += whole
    for kind in all_:
        shares = [f"{100 * found[kind] / all_[kind]:.1f} %" for found in (same, alike)]
        print(f"{kind}: of {all_[kind]}, {shares[0]} identical, {shares[1]} look alike")
    print(f"styles wholly identical: {good} of {total}")
    node.stdin.close()


if __name__ == "__main__":
    main()
