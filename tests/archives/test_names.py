"""Names of archives over time."""

from __future__ import annotations

import pytest

from provcheck import tables
from provcheck.archives import find

CURRENT = {
    "APRF": "aprf",
    "АП РФ": "aprf",
    "RGASPI": "rgaspi",
    "GA RF": "garf",
    "TsAMO": "tsamo",
    "TNA": "tna",
    "NARA": "nara",
    "BArch": "barch",
}
FORMER = {
    "RTsKhIDNI": "rgaspi",
    "РЦХИДНИ": "rgaspi",
    "TsPA IML": "rgaspi",
    "TsKhSD": "rgani",
    "ЦХСД": "rgani",
    "TsGAOR": "garf",
    "ЦГАОР СССР": "garf",
    "TsGASA": "rgva",
    "AA": "naa",
    "PRO": "tna",
    "Public Record Office": "tna",
    "АВП СССР": "avp-rf",
}


@pytest.mark.parametrize(("name", "archive"), CURRENT.items())
def test_current(name: str, archive: str) -> None:
    match = find(name)
    assert (match.status, match.archive and match.archive.id) == ("current", archive)


@pytest.mark.parametrize(("name", "archive"), FORMER.items())
def test_former(name: str, archive: str) -> None:
    match = find(name)
    assert (match.status, match.archive and match.archive.id) == ("former", archive)
    assert match.former


@pytest.mark.parametrize("name", ["ГАОО", "RA", "NA", "AGN", "ГАСО", "ГАВО"])
def test_ambiguous(name: str) -> None:
    match = find(name)
    assert match.status == "ambiguous"
    assert match.archive is None
    assert len(match.candidates) > 1


def test_near() -> None:
    match = find("RGAPSI")
    assert match.status == "near"
    assert match.archive is not None
    assert match.archive.id == "rgaspi"
    assert find("Russian State Archive of Socio-Politcal History").status == "near"


def test_unknown() -> None:
    assert find("Qqqq Xyzzy").status == "unknown"


def test_full_names_in_any_case_and_ending() -> None:
    match = find("Архива Президента Российской Федерации")
    assert match.archive is not None
    assert match.archive.id == "aprf"


def test_name_with_code_in_brackets() -> None:
    match = find("Archive of the President of the Russian Federation (APRF)")
    assert match.archive is not None
    assert match.archive.id == "aprf"


def test_every_full_name_finds_its_archive() -> None:
    missed = [
        (archive.id, name)
        for archive in tables.archives().values()
        for name in archive.names.values()
        if archive.id not in {candidate.id for candidate in find(name).candidates}
    ]
    assert missed == []


@pytest.mark.parametrize("name", ["TNA (Paris)", "BNA (Buenos Aires)", "ГАСО (Минск)"])
def test_a_place_where_none_of_that_name_is_makes_it_unknown(name: str) -> None:
    assert find(name).status == "unknown"
