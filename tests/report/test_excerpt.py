"""The caret stands under what it means, whatever stands before it on the line."""

from __future__ import annotations

import pytest

from provcheck.model.document import Place
from provcheck.report.text import columns, excerpt


@pytest.mark.parametrize(
    ("line", "found", "before", "under"),
    [
        ("archive: RGAPSI", "RGAPSI", 9, 6),
        ("архив: РГАПСИ", "РГАПСИ", 7, 6),
        ("李先生: Mao", "Mao", 8, 3),
        ("a: 李先生", "先生", 5, 4),
        ("cafe\u0301: x", "x", 6, 1),
        ("cafe\u0301: x", "e\u0301", 3, 1),
        ("\tx: y", "y", 7, 1),
        ("ab\tcd", "cd", 4, 2),
        ("a\x1bb: c", "c", 5, 1),
        ("a\u202eb: c", "c", 12, 1),
        ("\u1112\u1161\u11ab: x", "x", 4, 1),
        ("", "", 0, 1),
    ],
)
def test_caret(line: str, found: str, before: int, under: int) -> None:
    start = line.index(found)
    shown, at, length = excerpt(line, Place(1, start + 1, 1, start + len(found) + 1), 100)
    assert (at, length) == (before, under)
    assert "\t" not in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize("where", [0, 5, 150, 295])
@pytest.mark.parametrize("letter", ["x", "李"])
def test_a_long_line_is_cut_around_the_spot(where: int, letter: str) -> None:
    line = letter * where + "HERE" + letter * (300 - where)
    shown, before, under = excerpt(line, Place(1, where + 1, 1, where + 5), 80)
    assert columns(shown) <= 80
    assert under == 4
    assert "HERE" in shown
    assert columns(shown[: shown.index("HERE")]) == before


def test_a_span_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    assert excerpt("abc def", Place(1, 5, 3, 2), 80) == ("abc def", 4, 3)


def test_a_place_past_the_end_of_the_line_gets_a_caret() -> None:
    assert excerpt("abc", Place(1, 4, 1, 5), 80) == ("abc", 3, 1)


def test_a_file_of_one_huge_line_is_shown_in_no_time() -> None:
    line = "x" * 5_000_000
    shown, before, _ = excerpt(line, Place(1, 4_000_001, 1, 4_000_002), 80)
    assert len(shown) == 80
    assert shown[0] == shown[-1] == "…"
    assert 0 < before < 80
