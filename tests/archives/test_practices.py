"""Practices of many countries, each in a made-up line, and lines that only look like them."""

from __future__ import annotations

import pytest

from provcheck.archives import read_line

PRACTICES = {
    "AN, F/7/13102.": ("an-fr", {"series": "F/7", "file": "13102"}),
    "Archives nationales, F7 12970, dossier 5.": ("an-fr", {"series": "F7", "box": "12970", "file": "5"}),
    "AJ, 837, KPR, I-3-a/98-12.": ("aj", {"fonds": "837", "file": "I-3-a/98-12"}),
    "NL-HaNA, VOC, 1.04.02, inv.nr. 3344": ("nl-hana", {"fonds": "1.04.02", "inv-no": "3344"}),
    "AAN, KC PZPR, XIA/77": ("aan", {"fonds": "KC PZPR", "file": "XIA/77"}),
    "TNA, FO 371/99210, FK 1015/7": ("tna", {"series": "FO 371", "piece": "99210", "document-no": "FK 1015/7"}),
    "AWM52, 1/5/20": ("awm", {"series": "52", "item": "1/5/20"}),
    "CH-BAR#E2300#1000/716#88*": ("bar-ch", {"fonds": "E2300", "accession": "1000/716", "file": "88"}),
    "WStLA, M.Abt. 104, A8 - C3 - Brücken.": ("wstla", {"fonds": "M.Abt. 104", "series": "A8", "subseries": "C3"}),
}


@pytest.mark.parametrize("text", PRACTICES)
def test_practice(text: str) -> None:
    archive, levels = PRACTICES[text]
    (mark,) = read_line(text).marks
    assert mark.archive_id == archive
    assert {level.name: level.value for level in mark.levels} == levels


@pytest.mark.parametrize(
    "text",
    [
        "Piano Sonata No. 23, op. 57, no. 1",
        "Flight BA 117, gate C 3, seat 12B",
        "P.O. Box 778, Springfield",
        "Cass. civ., sez. II, 4 maggio 2011, n. 9788",
    ],
)
def test_left_alone(text: str) -> None:
    assert read_line(text).marks == ()
