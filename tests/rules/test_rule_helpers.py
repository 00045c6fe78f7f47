"""What rules share: names of people, slips in names of archives, ranges and leaves as written."""

from __future__ import annotations

import pytest

from provcheck import archives, tables
from provcheck.archives import read_folios
from provcheck.model.shelfmark import Folios
from provcheck.rules import page, rule_id
from provcheck.rules._leaves import ranges, stretches
from provcheck.rules._page import parse
from provcheck.rules._people import missing, same_name
from provcheck.rules._slips import slip, slip_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kathryn Weathersby", "K. Weathersby"),
        ("Weathersby, Kathryn", "kathryn weathersby"),
        ("James F. Person", "James Person"),
        ("Person, James F.", "J. F. Person"),
        ("Béla Révész", "Bela Revesz"),
        ("Dr. Jane Doe", "Jane Doe"),
        ("Weathersby", "Kathryn Weathersby"),
        ("Катрин Уэзерсби", "Kathryn Weathersby"),
        ("Radina Vučetić-Mladenović", "R. Vucetic Mladenovic"),
    ],
)
def test_names_that_may_be_one_persons(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kathryn Weathersby", "Katheryn Weathersby"),
        ("Jane Doe", "John Doe"),
        ("Jane Doe", "Jane Roe"),
        ("Vladimir Zubok", "Vladislav Zubok"),
    ],
)
def test_names_of_two_people(one: str, other: str) -> None:
    assert not same_name(one, other)
    assert missing([one], [other]) == [one]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("RGAPSI", "RGASPI"),
        ("RGASPPI", "RGASPI"),
        ("РГАПСИ", "РГАСПИ"),
        ("State Archive of the Russian Fedration", "State Archive of the Russian Federation"),
    ],
)
def test_a_slip_leads_to_one_name(written: str, meant: str) -> None:
    found = slip(written, archives.find(written))
    assert found is not None
    assert found.name == meant


@pytest.mark.parametrize(
    "written", ["ГАКО", "ГАТТ", "RGAFD", "State Archive of Penza County", "Ibid", "XYZ", "", "RGASPI"]
)
def test_other_names_are_no_slips(written: str) -> None:
    assert slip(written, archives.find(written)) is None


def test_no_name_in_the_tables_is_a_slip() -> None:
    known = tables.archives().values()
    assert [(name, meant) for one in known for name in one.full_names if (meant := slip_of(name, one))] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("105-106", [("105", "106", 106)]),
        ("104-7", [("104", "7", 107)]),
        ("204–18, 110", [("204", "18", 218)]),
        ("106-105", [("106", "105", 105)]),
        ("3ob-5", [("3", "5", 5)]),
        ("3 об.–4", [("3", "4", 4)]),
        ("99r–103v, 110", [("99", "103", 103)]),
        ("12-1", [("12", "1", 1)]),
        ("102-98", [("102", "98", 98)]),
        ("212-09", [("212", "09", 209)]),
        ("118r-18v", [("118", "18", 118)]),
        ("62-620b", []),
        ("0078", []),
        ("111r-v", []),
        ("5, 7", []),
    ],
)
def test_ranges_as_written(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert [(run.low, run.high, run.last) for run in ranges(text, read_folios(text)[0])] == expected


def test_leaves_are_compared_by_side() -> None:
    assert stretches((Folios("0012", "0013"),)) == stretches((Folios("12r", "13v"),))
    assert stretches((Folios("5", "5"),)) != stretches((Folios("5v", "5v"),))
    assert stretches((Folios("17a", "17a"),)) != stretches((Folios("17", "17"),))
    assert stretches((Folios("13", "ff"), Folios("x", "x"))) == ()


def test_a_page_is_taken_apart() -> None:
    found = parse(
        """Sees something.

    Why it matters.

    Fails::

        title: a

        # and more
        type: b

    Fixed::

        title: c

    What to do.
    """
    )
    assert found.summary == "Sees something."
    assert found.body.startswith("Why it matters.")
    assert found.examples("fails") == ("title: a\n\n# and more\ntype: b\n",)
    assert [block.kind for block in found.blocks] == ["fails", "fixed"]


def test_ids_are_file_names_with_hyphens() -> None:
    from provcheck.rules import range_overlong

    assert rule_id(range_overlong) == "range-overlong"
    assert page(range_overlong).summary.startswith("A range of leaves")
