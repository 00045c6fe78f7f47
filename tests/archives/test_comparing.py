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
ONE_KEY = [
    # under the name of then and of today, by the concordances
    ("ЦГАОР, ф. 9401, оп. 2, д. 64", "ГАРФ, ф. Р-9401, оп. 2, д. 64"),
    ("ЦГАОР СССР, ф. 5446, оп. 1, д. 2", "GARF, f. 5446, op. 1, d. 2"),
    ("ЦГА РСФСР, ф. 259, оп. 1, д. 2", "GARF, f. A-259, op. 1, d. 2"),
    ("ЦПА ИМЛ, ф. 17, оп. 3, д. 5", "RTsKhIDNI, f. 17, op. 3, d. 5"),
    ("ЦХДМО, ф. 1, оп. 2, д. 3", "RGASPI, f. M-1, op. 2, d. 3"),
    ("ЦГОА СССР, ф. 500, оп. 1, д. 2", "RGVA, f. 500k, op. 1, d. 2"),
    ("TsKhIDK, f. 500k, op. 1, d. 2", "РГВА, ф. 500-К, оп. 1, д. 2"),
    # the branch of an archive, whose fonds are its own
    ("Архив МВД Грузии, II отдел, ф. 14, оп. 2, д. 3", "ПАИИП при ЦК КП Грузии, ф. 14, оп. 2, д. 3"),
    ("Архив МВД Грузии (II), ф. 14, оп. 2, д. 3", "შსს არქივი (II), ფ. 14, აღწ. 2, ს. 3"),
    ("АМВР – М, ф. 1, оп. 2, а.е. 3", "AKRDOPBGDSRSBNA-M, f. 1, op. 2, a.e. 3"),
    ("ՀԱԱ ՀՔՓԲ, ֆ. 1, ց. 25, գ. 50", "ФОПД НАА, ф. 1, оп. 25, д. 50"),
    # a fond's letter behind a stroke, which the fonds of prisoners of war have from of old
    ("ЦХИДК, ф. 4/п, оп. 2, д. 3", "РГВА, ф. 4п, оп. 2, д. 3"),
    ("РГВА, ф. 1358/к, оп. 2, д. 3", "RGVA, f. 1358k, op. 2, d. 3"),
    ("НАРБ, ф. 4/п, оп. 1, д. 2", "НАРБ, ф. 4-П, оп. 1, д. 2"),
    ("ЦХСД, ф. 89, пер. 73, док. 34", "RGANI, f. 89, op. 73, d. 34"),
    ("SAPMO-BArch, DY 30/1234", "BArch, DY 30/1234"),
    # signs between letters and numbers
    ("TNA, F.O. 371/1", "FO 371/1"),
    ("FO, 371/84123", "TNA, FO 371/84123"),
    ("FO series 371, piece 84123", "TNA, FO 371 (84123)"),
    ("PRO, C.A.B. 65/12", "TNA, CAB 65/12"),
    ("BArch, R 43 I/1234", "BArch, R 43-I/1234"),
    ("BArch, R 43I/1234", "Bundesarchiv, R43 I/1234"),
    ("MOL, M-KS 288. f. 5/100. ő. e.", "MNL OL, M-KS-288. f. 5/100. ő. e."),
    ("AN, F/7/1234", "Archives nationales, F⁷ 1234"),
    ("AN, F7 1234", "AN, F 7 1234"),
    ("AN, BB^18^ 1234", "AN, BB/18/1234"),
    ("AN, F<sup>7</sup> 1234", r"AN, F\textsuperscript{7}~1234"),
    ("AN, AB/XIX/1234", "AN, AB XIX 1234"),
    ("РГАСПИ, ф. 17, оп. 1a, д. 2", "RGASPI, f. 17, op. 1а, d. 2"),
    ("АВП РФ, ф. 059а, оп. 1Б, п. 2, д. 3", "AVP RF, f. 059a, op. 1-B, p. 2, d. 3"),
]
OTHERS = [
    ("ДАОО, ф. П-1, оп. 1, спр. 2", "ДАОО, ф. Р-1, оп. 1, спр. 2"),
    ("DAOO, f. P-1, op. 1, spr. 2", "DAOO, f. R-1, op. 1, spr. 2"),
    ("AVP RF, f. 0102, op. 7, p. 27, d. 47", "AVP RF, f. 102, op. 7, p. 27, d. 47"),
    ("ГАРФ, ф. А-259, оп. 1, д. 2", "ГАРФ, ф. Р-259, оп. 1, д. 2"),
    ("РГВА, ф. 4, оп. 1, д. 2", "ЦХИДК, ф. 4, оп. 1, д. 2"),
    ("ЦХИДК, ф. 4/п, оп. 2, д. 3", "ЦХИДК, ф. 4, оп. 2, д. 3"),
    ("Архив МВД Грузии (I), ф. 14, оп. 2, д. 3", "Архив МВД Грузии (II), ф. 14, оп. 2, д. 3"),
    ("АКРДОПБГДСРСБНА-М, ф. 1, оп. 2, а.е. 3", "АКРДОПБГДСРСБНА-Р, ф. 1, оп. 2, а.е. 3"),
    ("НАА ОПД, ф. 1, оп. 2, д. 3", "НАА, ф. 1, оп. 2, д. 3"),
    ("BArch, R 43 I/1234", "BArch, R 43 II/1234"),
    ("BArch, R 43 I/1234", "BArch, R 431/1234"),
    ("FO 371/11", "FO 371/1/1"),
    ("AN, F7 1234", "AN, F17 234"),
    ("AN, F7 1234", "AN, F71 234"),
]


@pytest.mark.parametrize(("one", "other"), SAME_KEY)
def test_the_same(one: str, other: str) -> None:
    (ours,), (theirs,) = read_line(one).marks, read_line(other).marks
    assert compact(ours) == compact(theirs) is not None
    assert all(agree(ours, theirs, level.name) and agree(theirs, ours, level.name) for level in ours.levels)


@pytest.mark.parametrize(("one", "other"), ONE_KEY)
def test_one_mark_in_two_spellings(one: str, other: str) -> None:
    (ours,), (theirs,) = read_line(one).marks, read_line(other).marks
    assert compact(ours) == compact(theirs) is not None


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
