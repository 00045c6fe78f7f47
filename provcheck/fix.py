"""Fixes → new text. Every change is proved: the new text is read again and must say what was meant, and nothing else.

Only the spans of the edits are touched. Comments, layout, line ends, byte order mark and the missing newline at the end
stay as they are; so does every value that no fix names, and a fix that would alter one is dropped and reported.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from provcheck.model.document import Document, Edit, Entry, Pointer, Value, with_value
from provcheck.model.finding import Finding
from provcheck.model.noun import noun
from provcheck.read import encode, read


@noun
class Dropped:
    """A finding whose fix was not applied, and why."""

    finding: Finding
    reason: str


@noun
class Fixed:
    """What became of a document: ``document`` is the new one, read again; without fixes it is the old one."""

    document: Document
    applied: tuple[Finding, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    waiting: tuple[Finding, ...] = ()
    """Fixes that touch what another one touched: to be looked at again in the new text."""

    @property
    def text(self) -> str:
        """The new text."""
        return self.document.text

    @property
    def data(self) -> bytes:
        """The new text as bytes, in the encoding the file had."""
        return encode(self.document.text, self.document.encoding)


def apply(document: Document, findings: Iterable[Finding], *, unsafe: bool = False) -> Fixed:
    """Apply the fixes of *findings*, which were made on *document*, once.

    Safe fixes only, unless *unsafe*. Of two fixes on one place the first is applied and the other waits; one fix may
    also make room for another. So whoever wants all of them checks the new document and applies again, until nothing
    is applied any more.
    """
    chosen: list[Finding] = []
    waiting: list[Finding] = []
    taken = _Taken()
    for finding in findings:
        if finding.edits and (finding.fix_safe or unsafe):
            (chosen if taken.take(finding) else waiting).append(finding)
    dropped: list[Dropped] = []
    good, new = _provable(document, chosen, dropped, waiting)
    return Fixed(new, tuple(good), tuple(dropped), tuple(waiting))


class _Taken:
    """The places in the text and in the data that fixes have taken so far."""

    def __init__(self) -> None:
        self.spans: dict[int, int] = {}
        self.starts: list[int] = []
        self.pointers: set[tuple[int, Pointer]] = set()
        """Everything that is changed …"""
        self.around: set[tuple[int, Pointer]] = set()
        """… and everything that holds something that is."""

    def take(self, finding: Finding) -> bool:
        """Take what *finding* needs; False, and nothing taken, where some of it is taken already."""
        from bisect import bisect_left, bisect_right, insort

        changed = [(finding.entry, change.pointer) for change in finding.changes]
        for entry, pointer in changed:
            if (entry, pointer) in self.around:
                return False
            if any((entry, pointer[:depth]) in self.pointers for depth in range(len(pointer) + 1)):
                return False
        for (start, end), _ in finding.edits:
            at = bisect_right(self.starts, start)
            if at and self.spans[self.starts[at - 1]] > start:
                return False
            after = bisect_left(self.starts, start)
            if after < len(self.starts) and self.starts[after] < end:
                return False
        for (start, end), _ in finding.edits:
            if start not in self.spans:
                insort(self.starts, start)
            self.spans[start] = max(end, self.spans.get(start, end))
        self.pointers.update(changed)
        self.around.update((entry, pointer[:depth]) for entry, pointer in changed for depth in range(len(pointer)))
        return True


def _provable(
    document: Document, chosen: Sequence[Finding], dropped: list[Dropped], waiting: list[Finding]
) -> tuple[list[Finding], Document]:
    """Return the fixes that do just what they should, all together, and the document they make."""
    if not chosen:
        return [], document
    new, reason = _prove(document, chosen)
    if not reason:
        return list(chosen), new
    if len(chosen) == 1:
        dropped.append(Dropped(chosen[0], reason))
        return [], document
    middle = len(chosen) // 2
    left, from_left = _provable(document, chosen[:middle], dropped, waiting)
    right, from_right = _provable(document, chosen[middle:], dropped, waiting)
    if not left or not right:
        return left or right, from_left if left else from_right
    both, reason = _prove(document, [*left, *right])
    if not reason:
        return [*left, *right], both
    waiting += right
    return left, from_left


def _prove(document: Document, fixes: Sequence[Finding]) -> tuple[Document, str]:
    """Return the document that *fixes* make, and why it is not what they mean; ``""`` where it is."""
    text = edited(document.text, [edit for finding in fixes for edit in finding.edits])
    new = read(document.path, encode(text, document.encoding), document.format)
    before, after = Counter(fault.rule for fault in document.faults), Counter(fault.rule for fault in new.faults)
    if after - before:
        return new, "the text could not be read as well as before"
    if len(new.entries) != len(document.entries):
        return new, "there would be more or fewer records than before"
    wanted: dict[int, Value] = {}
    for finding in fixes:
        for change in finding.changes:
            data = wanted.get(finding.entry, document.entries[finding.entry].data)
            wanted[finding.entry] = with_value(data, change.pointer, change.value)
    blind = {finding.entry for finding in fixes if not finding.changes}
    tables = document.format in ("csv", "tsv")
    for number, (old, entry) in enumerate(zip(document.entries, new.entries, strict=True)):
        meant = wanted.get(number, old.data)
        if number not in blind and not _same(meant, entry.data, tables):
            return new, _difference(old, meant, entry, tables)
        if entry.body != old.body:
            return new, "the text below the front matter would change"
    return new, ""


def _difference(old: Entry, meant: Value, new: Entry, tables: bool) -> str:
    if _same(old.data, new.data, tables):
        return "the fix would change nothing"
    return "the fix would not do what it says, or change other values too"


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return *text* with *edits* made; they must not overlap."""
    parts = []
    at = 0
    for (start, end), new in sorted(dict.fromkeys(edits)):
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])


def _same(meant: Value, read_again: Value, tables: bool) -> bool:
    """Compare what was meant with what was read. In a table an empty cell is an absent field."""
    if isinstance(meant, dict) and isinstance(read_again, dict):
        if tables:
            meant = {key: value for key, value in meant.items() if value not in (None, "")}
        return meant.keys() == read_again.keys() and all(_same(meant[k], read_again[k], tables) for k in meant)
    if isinstance(meant, list) and isinstance(read_again, list):
        return len(meant) == len(read_again) and all(map(_same, meant, read_again, [tables] * len(meant)))
    if isinstance(meant, bool) and isinstance(read_again, str):
        return str(meant).lower() == read_again  # YAML: every scalar is text
    return meant == read_again


def write_atomically(path: Path, data: bytes, *, read_as: bytes | None = None) -> None:
    """Write *data* to *path* so that at any moment either the old or the new file is there, whole.

    A symbolic link stays one, and the file keeps its mode and, as far as we may, its owner. Raises OSError where that
    cannot be done, or where the file is protected against writing, or holds the bytes *read_as* no more; then it is
    left as it is.
    """
    import errno
    import os
    import stat
    from contextlib import suppress
    from tempfile import NamedTemporaryFile

    target = path.resolve()
    if target.exists() and not os.access(target, os.W_OK):  # its folder would let it be replaced
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp", delete=False) as file:
        new = Path(file.name)
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            file.close()  # Windows moves no file that is open
            if target.exists():
                was = target.stat()
                if hasattr(os, "chown"):
                    with suppress(OSError):  # root may: in a container every file would become its own
                        os.chown(new, was.st_uid, was.st_gid)
                new.chmod(stat.S_IMODE(was.st_mode))
            else:
                mask = os.umask(0)
                os.umask(mask)
                new.chmod(0o666 & ~mask)
            # last, so that little can come between; another run may have made the same of it
            if read_as is not None and target.read_bytes() not in (read_as, data):
                raise OSError("it was changed after it was read, and is left as it is; run again to mend it")
            new.replace(target)
        except BaseException:
            file.close()
            with suppress(OSError):
                new.unlink(missing_ok=True)
            raise


CONTEXT = 3
"""Unchanged lines shown around a change."""


def diff(path: str, old: str, new: str) -> Iterator[str]:
    """Yield the lines of a unified diff from *old* to *new*; nothing where they are equal.

    The lines are the file's own, line ends and control characters included: fit for `patch`, not for a terminal.
    """
    before, after = (re.findall(r"[^\n]*\n|[^\n]+", text) for text in (old, new))
    name = path.removeprefix("./").lstrip("/")
    head = [f"--- a/{name}\n", f"+++ b/{name}\n"]
    for hunk in _hunks(list(_changed(before, after))):
        yield from head
        head = []
        start, new_start = max(hunk[0][0] - CONTEXT, 0), max(hunk[0][0] - CONTEXT, 0) - hunk[0][0] + hunk[0][2]
        end = min(hunk[-1][1] + CONTEXT, len(before))
        new_end = hunk[-1][3] + end - hunk[-1][1]
        yield f"@@ -{_range(start, end)} +{_range(new_start, new_end)} @@\n"
        at = start
        for i, j, k, m in hunk:
            lines = [" " + line for line in before[at:i]]
            lines += ["-" + line for line in before[i:j]] + ["+" + line for line in after[k:m]]
            at = j
            yield from map(_ended, lines)
        yield from (_ended(" " + line) for line in before[at:end])


def _range(start: int, end: int) -> str:
    return f"{start + 1 if end > start else start},{end - start}"


def _ended(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _hunks(blocks: list[tuple[int, int, int, int]]) -> Iterator[list[tuple[int, int, int, int]]]:
    hunk: list[tuple[int, int, int, int]] = []
    for block in blocks:
        if hunk and block[0] - hunk[-1][1] > 2 * CONTEXT:
            yield hunk
            hunk = []
        hunk.append(block)
    if hunk:
        yield hunk


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield (old start, old end, new start, new end) of every run of lines that differs.

    Fixes change few lines in a row, so that the two texts meet again soon: this is linear where difflib is not.
    """
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and old[i] == new[j]:
            i, j = i + 1, j + 1
            continue
        k, m = _meet(old, new, i, j)
        yield i, k, j, m
        i, j = k, m


def _meet(old: Sequence[str], new: Sequence[str], i: int, j: int) -> tuple[int, int]:
    """Return the nearest lines after *i* and *j* from which the texts agree again, or their ends.

    One equal line is enough below as many changed lines on either side; else it takes two, for lines recur.
    """
    for distance in range(1, 200):
        for ahead in range(distance + 1):
            k, m = i + ahead, j + distance - ahead
            if k > len(old) or m > len(new):
                continue
            if old[k : k + 2] == new[m : m + 2] or (k - i == m - j and old[k : k + 1] == new[m : m + 1]):
                return k, m
    return len(old), len(new)
