"""From the paths on the command line to documents: which files, in which order, and what could not be read."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from time import monotonic
from unicodedata import normalize

import click

from provcheck import read
from provcheck.cli.streams import show, stdin_bytes
from provcheck.config import seen_from
from provcheck.model.context import FileFact
from provcheck.model.document import Document
from provcheck.read.encoding import MAX_BYTES
from provcheck.report import is_report

_SKIPPED = {"node_modules", "__pycache__"}
"""Folders that are not searched, nor are those whose name begins with a point."""

_DESCRIPTORS = ("/dev/", "/proc/")
"""Where pipes that are being written to have names, as ``<(command)``: any other may keep us waiting for ever."""

Wanted = Callable[[str], bool]


@dataclass(slots=True)
class Inputs:
    """The files of a run."""

    paths: list[str] = field(default_factory=list)
    """In the order of reading; ``-`` is standard input."""
    excluded: int = 0
    """How many files the configuration leaves out."""
    unreadable: list[str] = field(default_factory=list)
    """What could not be read, and why."""
    papers: list[str] = field(default_factory=list)
    """Markdown in a folder that was passed over for its front matter, which is that of a paper."""

    def refuse(self, path: str, error: OSError | ValueError) -> None:
        """Note that *path* could not be read."""
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        self.unreadable.append(f"cannot read {show(path)}: {why}")


def find(given: Iterable[str], *, wanted: Wanted) -> Inputs:
    """Return the files that *given* paths mean: files themselves, folders with all that is in them, sorted.

    *wanted* says whether the configuration includes a file. A file that is named must be of a format we read.
    """
    inputs = Inputs()
    for path in dict.fromkeys(name for pattern in given for name in _meant(pattern)):
        if path == "-":
            inputs.paths.append(path)
        elif path and Path(path).is_dir():
            for found in _walk(path, inputs):
                if wanted(found):
                    inputs.paths.append(found)
                else:
                    inputs.excluded += 1
        elif not os.path.lexists(path):
            inputs.unreadable.append(f"cannot read {show(path) or '(an empty name)'}: there is no such file or folder")
        elif not wanted(path):
            inputs.excluded += 1
        elif Path(path).is_fifo() and not path.startswith(_DESCRIPTORS):
            hint = f"send it to standard input instead (- < {path})"
            inputs.unreadable.append(show(f"cannot read {path}: it is a named pipe; {hint}"))
        else:
            inputs.paths.append(os.path.normpath(path))
    inputs.paths = _each_once(inputs.paths)
    return inputs


def _each_once(paths: Iterable[str]) -> list[str]:
    """Return *paths* with one name for each file: a record must not be a duplicate of itself.

    A relative and an absolute path, a link, a folder that is a link: of these the first stays, but a link only where
    nothing else names its file. Hard links are files of their own.
    """
    folder = cache(os.path.realpath)
    paths = list(dict.fromkeys(paths))
    links = {path for path in paths if os.path.islink(path)}  # noqa: PTH114
    chosen: dict[str, str] = {}
    for path in sorted(paths, key=links.__contains__):
        above, name = os.path.split(path)
        chosen.setdefault(os.path.realpath(path) if path in links else os.path.join(folder(above), name), path)  # noqa: PTH118
    kept = set(chosen.values())
    return [path for path in paths if path in kept]


def _meant(path: str) -> list[str]:
    """Return the paths that *path* matches as a pattern, where no shell has seen to that: quoted, or on Windows."""
    if path != "-" and set(path) & set("*?[") and not os.path.lexists(path):
        from glob import glob  # only here: it costs time at start-up

        return sorted(glob(path, recursive=True)) or [path]  # noqa: PTH207 (the pattern may be absolute)
    return [path]


def _walk(folder: str, inputs: Inputs) -> Iterator[str]:
    """Yield the files under *folder* whose ending announces a format, sorted."""

    def unreadable(error: OSError) -> None:
        inputs.refuse(str(error.filename), error)

    for top, folders, files in os.walk(os.path.normpath(folder), onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED)
        for name in sorted(files):
            if read.format_of(name) is not None and not name.startswith("."):
                path = os.path.normpath(os.path.join(top, name))  # noqa: PTH118 (a tenth of pathlib's time)
                if os.path.isfile(path) or os.path.islink(path):  # noqa: PTH113, PTH114
                    yield path  # neither a pipe nor a socket, which would keep us waiting


def load(
    inputs: Inputs,
    *,
    form: str | None = None,
    stdin_name: str | None = None,
    asked_for: Iterable[str] = (),
    progress: Callable[[int], None] = lambda done: None,
) -> list[Document]:
    """Return the documents of *inputs* in order; what cannot be opened is noted there.

    *form* is the format of those whose name does not tell; *stdin_name* what standard input is to be called. Markdown
    without front matter is no record and passed over, unless it was *asked_for* by name; so are papers and our own
    reports.
    """
    named = {"-", *map(os.path.normpath, asked_for)}
    documents = []
    kept = []
    for number, path in enumerate(inputs.paths):
        progress(number)
        try:
            data = stdin_bytes() if path == "-" else _content(path)
        except OSError as error:
            inputs.refuse(path, error)
            continue
        called = stdin_name if path == "-" and stdin_name else path
        kind = form if path == "-" else read.format_of(path) or form
        if kind == "markdown" and path not in named and not data.removeprefix(b"\xef\xbb\xbf").startswith(b"---"):
            continue
        document = read.read(called, data, kind)
        if path not in named and is_report(document):
            continue
        if path not in named and is_paper(document):
            inputs.papers.append(path)
            continue
        kept.append(path)
        documents.append(document)
    inputs.paths = kept
    return documents


def is_paper(document: Document) -> bool:
    """Tell whether *document* is a chapter or a page with front matter for pandoc or a site.

    Such have a title and a date as records have, but nothing else of a record, not even mistyped, and fields that are
    none of ours.
    """
    if document.format != "markdown":
        return False
    fields = {str(name) for entry in document.entries if isinstance(entry.data, dict) for name in entry.data}
    if not any(not name.startswith("x-") for name in fields - _OF_ANY):
        return False
    return not any(name.casefold() in _OF_RECORDS or _mistyped(name) for name in fields - _OF_ANY)


def _mistyped(name: str) -> bool:
    from difflib import get_close_matches  # only here: it costs time at start-up

    close = get_close_matches(name[:20].casefold(), _OFTEN_MISTYPED, 1, 0.83)
    return bool(close) and close[0][0] == name[0].casefold()  # ``resources`` are of sites


_OF_RECORDS = frozenset("id people sources type rights translators published texts files relations number".split())
_OFTEN_MISTYPED = ("people", "sources", "rights", "translators", "relations")
"""Those of which a slip or the singular is no field of papers, as ``publish``, ``file`` and ``text`` may be."""
_OF_ANY = frozenset("title date language summary subjects".split())
"""Fields of a record that other front matter has too."""


def _content(path: str) -> bytes:
    with open(path, "rb") as stream:  # noqa: PTH123
        return stream.read(MAX_BYTES + 1)  # one more than the reader takes, so that it can say so


def refuse_idle_name(stdin_name: str | None, paths: Iterable[str]) -> None:
    """Refuse a name for standard input where that is not read. Raises click.UsageError."""
    if stdin_name is not None and "-" not in paths:
        raise click.UsageError("--stdin-filename is a name for standard input: give - as a path too, or leave it out")


def refuse_over(output: str | None, inputs: Iterable[str | None]) -> None:
    """Refuse an *output* that is one of *inputs*, by whatever name: what was read would be lost.

    Raises click.UsageError.
    """
    if output is None or not os.path.isfile(output):  # noqa: PTH113
        return
    for path in inputs:
        if path and os.path.exists(path) and os.path.samefile(path, output):  # noqa: PTH110, PTH121
            told = "is one of the files that are read, and would be lost: name another for the output"
            raise click.UsageError(f"{show(output)} {told}, or leave it out of the input (exclude)")


def from_the_top(paths: Iterable[str]) -> Callable[[str], str]:
    """Return what gives a file's path from the top of the working tree that the first of *paths* is in.

    Without one it is the folder provcheck is called in. What lies elsewhere keeps its path.
    """
    start = Path(next((path for path in paths if path != "-"), ".")).absolute()
    tree = next((folder for folder in (start, *start.parents) if (folder / ".git").exists()), Path())
    top = str(tree.absolute())

    def seen(path: str) -> str:
        from_top = seen_from(top, path)
        return path if path == "-" or from_top.startswith("../") else from_top

    return seen


def files_named(names: Iterable[tuple[str, str, bool]]) -> Mapping[tuple[str, str], FileFact]:
    """Return what is on disk under each (record's path, path as written, whether its checksum matters)."""
    facts: dict[tuple[str, str], FileFact] = {}
    for record, name, summed in names:
        path = Path(record).parent if record != "-" else Path()
        try:
            path = _as_on_disk(path, name)
            exists, regular = path.exists(), path.is_file()
            digest = _sha256(path) if summed and regular else None
        except (OSError, ValueError):
            exists, digest = False, None
        before = facts.get((record, name))
        facts[record, name] = FileFact(exists, digest or (before.sha256 if before else None))
    return facts


def _as_on_disk(folder: Path, name: str) -> Path:
    """Return the file *name*, its letters composed as on disk: some systems write ü in one letter, others in two."""
    written = folder / name
    if name.isascii() or os.path.lexists(written):
        return written
    others = (folder / normalize("NFC", name), folder / normalize("NFD", name))
    return next(filter(os.path.lexists, others), written)


def _sha256(path: Path) -> str:
    from hashlib import file_digest

    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


class Progress:
    """A line on standard error that says how far a long run is; only where a person sees it."""

    AFTER = 1.0
    """Seconds before it appears."""

    def __init__(self, total: int, what: str) -> None:
        self._next = monotonic() + self.AFTER
        self._total, self._what = total, what
        self._stream = sys.stderr
        self._on = self._stream.isatty()
        self._shown = False

    def __call__(self, done: int) -> None:
        """Show that *done* of all are done, now and then."""
        if self._on and monotonic() >= self._next:
            self._next = monotonic() + 0.1
            self._shown = True
            self._stream.write(f"\r{self._what} {done}/{self._total} …\x1b[K")
            self._stream.flush()

    def end(self) -> None:
        """Take the line away."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
