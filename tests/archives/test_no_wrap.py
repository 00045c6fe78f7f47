"""Nothing that stands at a line's beginning is decided by how the line ends.

``text[start - 3]`` is a sign at the end of the line where *start* is 0: *Department of State Central Files,
795.00/7-1150* was no archive's, because the line ends with a figure.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from reading_support import reading
from test_gold import SETS

from provcheck.archives import read_line
from provcheck.archives.reading import line as reader


class Strict(str):
    """A text that remembers who asks for what stands before its beginning."""

    __slots__ = ()
    askers: set[str] = set()  # noqa: RUF012 - of all texts

    def __getitem__(self, key: object) -> str:
        first, last = (key.start, key.stop) if isinstance(key, slice) else (key, -1)
        if isinstance(first, int) and first < 0 and (last is None or last < 0):
            caller = sys._getframe(1)
            self.askers.add(f"{Path(caller.f_code.co_filename).name}, line {caller.f_lineno}: {str(self)[:60]}")
        return str.__getitem__(self, key)  # type: ignore[index]


@pytest.mark.skipif(not str(reader.__file__).endswith(".py"), reason="compiled modules cannot be handed another str")
@pytest.mark.parametrize("lines", SETS)
def test_no_look_back_goes_round_to_the_end(lines: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if not SETS[lines].exists():
        pytest.skip(f"{SETS[lines]} is not here")
    asked, cut = 0, reader.cut

    def strict(text: str, *, plain: bool) -> object:
        nonlocal asked
        asked += 1
        part, words = cut(text, plain=plain)
        return Strict(part), words

    monkeypatch.setattr(reader, "cut", strict)
    texts = [json.loads(row)["text"] for row in SETS[lines].read_text(encoding="utf-8").splitlines()]
    for text in texts:
        read_line(text)
    assert asked >= len(texts)
    assert Strict.askers == set()


@pytest.mark.parametrize("line", ["Department of State Central Files, 795.00/7-1150", "State Papers, SP 12/34"])
def test_a_line_is_read_the_same_with_a_point_at_its_end(line: str) -> None:
    assert reading(line) == reading(f"{line}. Secret") != []
