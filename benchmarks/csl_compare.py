"""Compares our CSL processor with citeproc-js over the public styles: citations and bibliographies of the same items.

    npm install citeproc                    # anywhere outside the repository; name its node_modules in NODE_PATH
    python benchmarks/csl_compare.py [--every N] [--from N] [--seed S] [--vocabulary two|real] [--fixed] [--file FILE]
    python benchmarks/csl_compare.py --show apa --cause 3
    python benchmarks/csl_compare.py --containing REGEX

Every style gets items of its own, made at random from --seed (see csl_made.py, and csl_real.py for whole ones), or with
--fixed those of csl_items.py, with --file those of a file of yours.
Differences are grouped by cause: the words where two outputs part, letters and figures taken as alike. Answers of
citeproc-js are kept in --cache, for they take most of the time.
"""

from __future__ import annotations

import argparse
import hashlib
import html
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from itertools import takewhile
from pathlib import Path
from typing import Any

from csl_items import ITEMS
from csl_made import made
from csl_real import real
from csl_styles import styles

from provcheck.csl import (
    SUITE_HTML,
    Citation,
    CslError,
    compile_style,
    locale_file,
    parse_style,
    process,
    read_cite,
    with_note_fields,
)

Data = dict[str, Any]
_SCRIPT = Path(__file__).with_name("csl_reference.js")


def normal(text: str) -> str:
    """Return *text* without blocks, with plain spaces."""
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


_NOTHING = re.compile(r"(?:\d+\. |^\W*)?\[CSL STYLE ERROR: reference with no printed form.\](?:\W*$)?")
"""What citeproc-js says where a style prints nothing, with the number of an entry or the brackets of a citation."""
_TOKENS = re.compile(r"<[^<>]*>|[^\W\d_]+|\d+|\s|.")


def cause(ours: str, theirs: str) -> str:
    """Return what is typical of the place where two texts part: the token before, and the two that differ."""
    a, b = _TOKENS.findall(ours), _TOKENS.findall(theirs)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
    before = "".join(_kind(token) for token in a[max(0, same - 1) : same])
    return f"{before} | {_ahead(a[same:])} | {_ahead(b[same:])}"


def _ahead(tokens: list[str]) -> str:
    return "".join(map(_kind, tokens[:2])) or "(end)"


def _kind(token: str) -> str:
    if token[0].isdigit():
        return "9"
    return token if not token[0].isalpha() else "W" if token.isupper() else "Ww" if token[0].isupper() else "w"


@dataclass
class Difference:
    """A citation or entry that is not the same."""

    kind: str
    style: str
    item: str
    ours: str
    theirs: str


@dataclass
class Tally:
    """What the comparison of one style, or of all, gave."""

    total: Counter[str] = field(default_factory=Counter)
    same: Counter[str] = field(default_factory=Counter)
    alike: Counter[str] = field(default_factory=Counter)
    differences: list[Difference] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    whole: int = 0
    styles: int = 0

    def add(self, other: Tally) -> None:
        """Count *other* too."""
        for mine, theirs in ((self.total, other.total), (self.same, other.same), (self.alike, other.alike)):
            mine.update(theirs)
        self.differences += other.differences
        self.failed += other.failed
        self.whole += other.whole
        self.styles += other.styles


class Reference:
    """citeproc-js under node, its answers kept on disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.node: subprocess.Popen[str] | None = None

    def render(self, style: str, items: list[Data], citations: list[list[Data]]) -> Data:
        """Return citations, entries and their ids, or an error."""
        message = json.dumps({"style": style, "items": items, "citations": citations})
        script = _SCRIPT.read_text(encoding="utf-8")
        kept = self.folder / f"{hashlib.sha256((script + message).encode()).hexdigest()[:24]}.json"
        if not kept.is_file():
            kept.write_text(self._ask(message), encoding="utf-8")
        answer: Data = json.loads(kept.read_text(encoding="utf-8"))
        return answer

    def _ask(self, message: str) -> str:
        if self.node is None:
            self.node = subprocess.Popen(
                ["node", str(_SCRIPT)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                encoding="utf-8",
            )
            self._write(json.dumps({"locales": locale_texts()}))
        self._write(message)
        assert self.node.stdout
        return self.node.stdout.readline()

    def _write(self, line: str) -> None:
        assert self.node and self.node.stdin
        self.node.stdin.write(line + "\n")
        self.node.stdin.flush()


def locale_texts() -> dict[str, str]:
    """Return the locale files that our processor uses too, by code."""
    spec = find_spec("citeproc")
    folders = [Path(folder) / "data" / "locales" for folder in (spec.submodule_search_locations or ()) if spec]
    return {
        path.stem.removeprefix("locales-"): path.read_text(encoding="utf-8")
        for folder in folders
        for path in folder.glob("locales-*.xml")
    }


@cache
def _reference(folder: Path) -> Reference:
    return Reference(folder)


def compared(path: Path, options: argparse.Namespace) -> Tally:
    """Return how one style fares."""
    tally = Tally()
    try:
        compiled = compile_style(parse_style(path.read_bytes()), locale_file)
    except CslError as error:
        if "dependent" not in str(error):
            tally.failed.append(f"{path.stem}: ours: {error}")
        return tally
    items, cites = items_for(path, options)
    theirs = _reference(options.cache).render(path.read_text(encoding="utf-8"), items, cites)
    if "error" in theirs:
        tally.failed.append(f"{path.stem}: citeproc-js: {theirs['error']}")
        return tally
    citations = [Citation(tuple(map(read_cite, each)), note) for note, each in enumerate(cites, 1)]
    result = process(compiled, [*map(with_note_fields, items)], citations)
    mine = {entry.item: SUITE_HTML.write(entry.tokens) for entry in result.bibliography}
    pairs = [
        ("citation", json.dumps(each, ensure_ascii=False), SUITE_HTML.write(ours), text)
        for each, ours, text in zip(cites, result.citations, theirs["citations"], strict=True)
    ]
    entries = dict(zip(theirs["ids"], theirs["entries"], strict=True))
    pairs += [("entry", i, mine.get(i, ""), entries.get(i, "")) for i in theirs["all"]]
    tally.styles = 1
    for kind, item, ours, text in pairs:
        ours, text = normal(ours), normal(_NOTHING.sub("", text))
        tally.total[kind] += 1
        tally.same[kind] += ours == text
        tally.alike[kind] += ours == text or looks(ours) == looks(text)
        if ours != text:
            tally.differences.append(Difference(kind, path.stem, item, ours, text))
    tally.total["order"] += 1
    tally.same["order"] += [i for i in mine if i in entries] == [i for i in entries if i in mine]
    tally.whole = not tally.differences
    return tally


def items_for(path: Path, options: argparse.Namespace) -> tuple[list[Data], list[list[Data]]]:
    """Return the items that the style at *path* is tried with, and citations of them."""
    if options.file:
        given = json.loads(options.file.read_text(encoding="utf-8"))
        return given["items"], given["citations"]
    if options.fixed:
        return fixed()
    seed = f"{options.seed} {path.stem}"
    return real(seed, options.items) if options.vocabulary == "real" else made(seed, options.items, options.vocabulary)


def fixed() -> tuple[list[Data], list[list[Data]]]:
    """Return the items of csl_items.py, each cited with a locator, some again."""
    cites = [[{"id": item["id"], "locator": "105-106", "label": "page"}] for item in ITEMS]
    cites += [[{"id": ITEMS[0]["id"]}], [{"id": ITEMS[0]["id"]}], [{"id": ITEMS[1]["id"]}, {"id": ITEMS[12]["id"]}]]
    return ITEMS, cites


def chosen(options: argparse.Namespace) -> list[Path]:
    """Return the styles to compare."""
    paths = [path for path in styles() if path.parent.name != "dependent"]
    if options.show:
        return [path for path in paths if path.stem == options.show]
    if options.containing:
        paths = [path for path in paths if re.search(options.containing, path.read_text(encoding="utf-8"))]
    return paths[options.start :: options.every]


def all_compared(paths: list[Path], options: argparse.Namespace) -> Iterator[Tally]:
    """Compare *paths*, with as many processes as --jobs says."""
    if options.jobs < 2:
        yield from (compared(path, options) for path in paths)
        return
    with ProcessPoolExecutor(options.jobs) as pool:
        yield from pool.map(compared, paths, [options] * len(paths), chunksize=4)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=20, help="only every Nth style")
    parser.add_argument("--from", dest="start", type=int, default=0, help="begin with the Nth")
    parser.add_argument("--show", default="", help="only this style, all its differences")
    parser.add_argument("--containing", default="", help="only styles whose text this regular expression finds")
    parser.add_argument("--fixed", action="store_true", help="the items of csl_items.py for all styles")
    parser.add_argument("--file", type=Path, help='items of your own: {"items": [...], "citations": [[{"id": …}], …]}')
    parser.add_argument("--seed", default="0")
    parser.add_argument("--vocabulary", default="one")
    parser.add_argument("--items", type=int, default=30, help="how many a style gets")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--causes", type=int, default=25, help="print so many causes")
    parser.add_argument("--examples", type=int, default=2, help="print so many examples of each")
    parser.add_argument("--grep", default="", help="only differences whose texts this regular expression finds")
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "provcheck-citeproc-js")
    options = parser.parse_args()
    options.cache.mkdir(parents=True, exist_ok=True)
    paths = chosen(options)
    tally = Tally()
    begun = time.monotonic()
    for n, one in enumerate(all_compared(paths, options), 1):
        tally.add(one)
        if n % 50 == 0:
            print(f"\r{n} of {len(paths)} styles, {time.monotonic() - begun:.0f} s", end="", file=sys.stderr)
    print(file=sys.stderr)
    report(tally, options)


def report(tally: Tally, options: argparse.Namespace) -> None:
    """Print causes, most frequent first, and shares."""
    causes: dict[str, list[Difference]] = defaultdict(list)
    for each in tally.differences:
        if re.search(options.grep, each.ours) or re.search(options.grep, each.theirs):
            causes[f"{each.kind}: {cause(each.ours, each.theirs)}"].append(each)
    for name, found in sorted(causes.items(), key=lambda pair: -len(pair[1]))[: options.causes]:
        print(f"{len(found)} in {len({each.style for each in found})} styles: {name}")
        seen: dict[str, Difference] = {}
        for each in found:
            seen.setdefault(each.style, each)
        for each in list(seen.values())[: options.examples]:
            where = min(len(each.ours), len(each.theirs))
            part = next((n for n, (a, b) in enumerate(zip(each.ours, each.theirs, strict=False)) if a != b), where)
            start = max(0, part - 50)
            print(f"  {each.style} {each.item[:120]}")
            print(f"    ours   {each.ours[start : part + 60]}\n    theirs {each.theirs[start : part + 60]}")
    print("\n".join(tally.failed[:20]))
    for kind, total in tally.total.items():
        same, alike = (100 * found[kind] / max(1, total) for found in (tally.same, tally.alike))
        print(f"{kind}: of {total}, {same:.2f} % identical" + (f", {alike:.2f} % look alike" if alike else ""))
    print(f"styles wholly identical: {tally.whole} of {tally.styles}; {len(tally.failed)} failed; {len(causes)} causes")


if __name__ == "__main__":
    main()
