"""When two shelfmarks are one, in whatever letters they are written."""

from __future__ import annotations

import pytest

from provcheck.archives import agree, compact, read_line

SAME_KEY = [
    ("GARF, f. R-9401, op. 1, d. 2", "ГАРФ. Ф. Р-9401. Оп. 1. Д. 2"),
    ("ГАРФ, ф. P-9401, оп. 1, д. 2", "GARF, f. Р-9401, op. 1, d. 2"),  # a Latin P there, a Cyrillic Р here
    ("GARF, f. A-259, op. 1, d. 2", "ГАРФ, ф. А-259, оп. 1, д. 2"),
    ("ДАОО, ф. П-1, оп. 1, спр. 2", "DAOO, f. P-1, op. 1, spr. 2"),
    ("RGASPI, f. 17, op. 162, d. 9", "РГАСПИ, ф. 17, оп. 162, д. 009"),
    ("ЦА ФСБ, д. Н-15726", "TsA FSB, d. N-15726"),
]
OTHERS = [
    ("ДАОО, ф. П-1, оп. 1, спр. 2", "ДАОО, ф. Р-1, оп. 1, спр. 2"),
    ("DAOO, f. P-1, op. 1, spr. 2", "DAOO, f. R-1, op. 1, spr. 2"),
    ("AVP RF, f. 0102, op. 7, p. 27, d. 47", "AVP RF, f. 102, op. 7, p. 27, d. 47"),
    ("ГАРФ, ф. А-259, оп. 1, д. 2", "ГАРФ, ф. Р-259, оп. 1, д. 2"),
]


@pytest.mark.parametrize(("one", "other"), SAME_KEY)
def test_the_same(one: str, other: str) -> None:
    (ours,), (theirs,) = read_line(one).marks, read_line(other).marks
    assert compact(ours) == compact(theirs) is not None
    assert all(agree(ours, theirs, level.name) and agree(theirs, ours, level.name) for level in ours.levels)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_not_the_same(one: str, other: str) -> None:
    (ours,), (theirs,) = read_line(one).marks, read_line(other).marks
    assert compact(ours) != compact(theirs)


def test_a_letter_that_was_typed_as_it_looks_contradicts_nothing() -> None:
    garf = [read_line(f"GARF, f. {letter}-9401").marks[0] for letter in "PRР"]
    assert all(agree(one, other, "fond") for one in garf for other in garf)
    party, soviet = (read_line(f"ДАОО, ф. {letter}-1, оп. 1").marks[0] for letter in "ПР")
    assert not agree(party, soviet, "fond")
    assert agree(party, soviet, "opis")
    assert agree(party, soviet, "delo")  # which neither gives
