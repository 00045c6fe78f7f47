"""Practices outside the fond, opis, delo family, each in a made-up line; and lines that only look like them."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading_support import plain

from provcheck.archives import format_shelfmark, read_line
from provcheck.model.shelfmark import MarkForm, Shelfmark

CASES = [
    [part.strip() for part in row.rsplit("=>", 1)]
    for row in (Path(__file__).parent / "world.txt").read_text(encoding="utf-8").splitlines()
    if row and not row.startswith("#")
]


@pytest.mark.parametrize(("text", "marks"), CASES, ids=[text for text, _ in CASES])
def test_line(text: str, marks: str) -> None:
    line = read_line(text)
    assert " | ".join(plain(mark) for mark in line.marks) == marks
    assert line.text == text


FORMS = (MarkForm(), MarkForm(labels="full"), MarkForm(archive="name"), MarkForm(capitals=True))


@pytest.mark.parametrize("form", FORMS)
def test_what_is_written_is_read_again(form: MarkForm) -> None:
    marks = [mark for text, _ in CASES for mark in read_line(text).marks]
    lost = [text for mark in marks if not _again(mark, text := format_shelfmark(mark, form))]
    assert len(lost) <= 0.06 * len(marks), lost


def _again(mark: Shelfmark, text: str) -> bool:
    again = read_line(text).marks
    return len(again) == 1 and (again[0].archive_id, sorted(again[0].levels), again[0].folios) == (
        mark.archive_id,
        sorted(mark.levels),
        mark.folios,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Piano Sonata No. 23, op. 57, no. 1",
        "Flight BA 117, gate C 3, seat 12B",
        "P.O. Box 778, Springfield",
        "Cass. civ., sez. II, 4 maggio 2011, n. 9788",
        "1.d4 d5 2.c4 e6 3.Nc3 Nf6 4.Bg5 Be7",
        "d5 e4 c3 b2",
        "F15 3234 is a fighter",
        "Les Archives de Paris, 18 boulevard Sérurier, 75019 Paris",
        "Revista do IHGB, t. 45, parte 1, 1882, p. 12",
        "AN 12 flight to Kiev",
        "Rivista storica italiana, CXII, 2000, fasc. 3, pp. 845-870",
        "T. S. Eliot, A.G.S. Kent and A.H.N. Other, vol. 2, 1923",
        "PP. Minori, pp. 12-13, Roma 1998",
        "University of Mississippi, Oxford, MS 38655",
        "Smith, J., 'The Cabinet', Historical Journal, 24 (1961), pp. 106-109.Google Scholar",
        "NAA; NLA; and the Australian War Memorial",
    ],
)
def test_left_alone(text: str) -> None:
    assert read_line(text).marks == ()


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("Box 12", "box"),
        ("Karton 12", "box"),
        ("caja 12", "box"),
        ("Folder 12", "folder"),
        ("legajo 12", "bundle"),
        ("reel 12", "reel"),
        ("Acc. 12", "accession"),
        ("inv. č. 12", "inv-no"),
        ("sygn. 12", "file"),
        ("dossier 12", "file"),
    ],
)
def test_words_mean_the_same_in_every_archive(words: str, level: str) -> None:
    for archive in ("Stadtarchiv Nirgendwo", "Nowhere County Archives", "Archivio comunale di Altrove"):
        (mark,) = read_line(f"{archive}, {words}").marks
        assert mark.archive == archive
        assert [(found.name, found.value) for found in mark.levels] == [(level, "12")]
