"""Every mark of the labelled and the collected lines, written in every form of its convention, is read again as it was.

The labelled lines need ``../shared`` beside the checkout. What cannot come back is listed with its reason, and must
still not come back: an exception that has become needless fails the test.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from provcheck import tables
from provcheck.archives import as_usual, format_shelfmark, in_script, read_fields, read_line
from provcheck.model.archive import Convention
from provcheck.model.shelfmark import Folios, Level, MarkForm, Shelfmark

LINES = {
    "labelled": Path(__file__).parents[3] / "shared" / "gold" / "lines.jsonl",
    "collected": Path(__file__).with_name("collected.jsonl"),
}

FORMS = {
    "English abbreviations": MarkForm(),
    "English words": MarkForm(labels="full", dash="-"),
    "own language": MarkForm(language=""),
    "own language, words": MarkForm(language="", labels="full"),
    "Russian": MarkForm(language="ru"),
    "GOST": MarkForm(language="ru", capitals=True, between=". ", after_archive=". ", agreement=False),
    "slashes": MarkForm(labels="none", between="/", dash="-"),
}


def convention_of(mark: Shelfmark) -> Convention:
    return tables.conventions()[mark.convention or ""]


def bare(mark: Shelfmark) -> bool:
    return not mark.levels and not mark.folios


def nameless(mark: Shelfmark) -> bool:
    return mark.archive_id is None and len(mark.levels) + bool(mark.folios) < 3 and len(mark.levels) < 2


def plain(mark: Shelfmark) -> bool:
    """Numbers for the levels that the convention wants, in its order, no more and no fewer, and one run of leaves."""
    wanted = [level.name for level in convention_of(mark).levels if level.required]
    ordinary = all(re.fullmatch(r"(?:[A-ZА-Я]{1,2}-?)?\d+[a-zа-я]?", level.value) for level in mark.levels)
    return [level.name for level in mark.levels] == wanted and ordinary and len(mark.folios) < 2


IN_ANY_FORM: dict[str, Callable[[Shelfmark], bool]] = {
    "an archive alone is no shelfmark, unless the line credits somebody for it": bare,
    "one number without an archive may be anything": nameless,
    "pages without a level may be those of a printed book; the line said more": (
        lambda mark: mark.paged and not mark.levels
    ),
}
IN_SLASHES: dict[str, Callable[[Shelfmark], bool]] = {
    "without an archive four numbers in a row may be a date, a price or a score": lambda mark: mark.archive_id is None,
    "numbers in a row cannot say which level is left out or added (papka, tom), nor end a file's own stroke": (
        lambda mark: not plain(mark)
    ),
    "an archive of another convention (Hoover) reads its own kind of numbers in a row": lambda mark: (
        tables.archives()[mark.archive_id or ""].convention != mark.convention
    ),
}
ONE_BY_ONE = {
    "su-0506": "a leaf alone after ibid.: Armenian t. means volume in more conventions",
    "su-0509": "the same",
    "su-0511": "the same",
    "su-0404": "opis and delo without a fond: only the words before them say what they are",
    "w-0063": "Personal Letterbook, vol. 1 after a box is taken for the title of a folder",
    "w-0262": "a file known by its title, which has no end",
    "w-0411": "a file known by its title, in which a colon stands",
    "w-0412": "the same",
    "w-0455": "private papers of a person: only the line says that it is no archive",
    "w-0474": "a series known by its title may be a collection; the line said more",
    "k-001": "as w-0063",
    "w-c07-010": "the same",
    "w-c07-011": "the same",
    "w-c08-019": "the same",
    "w-c07-021": "records of a body, which the line said to be a collection",
    "w-c07-049": "a reel S1-1 to 722 lies under a collection in Japanese that the line named otherwise",
    "w-c08-067": "the same",
    "w-c10-058": "a title with years in brackets",
    "k-238": "the same",
    "w-c12-020": "a title that the line put below another by strokes",
    "w-c14-093": "the same",
    "w-c13-012": "a number of a collection: only the line says of which kind",
    "w-c09-019": "the number of a file, of whose archive the line told more",
    "w-c13-120": "letters for papers behind a box, which the line told by the archive behind them",
    "n-1-059": "a file known by its title, which the line put into quotation marks",
    "n-3-011": "the same",
    "n-3-103": "the same",
    "n-3-046": "titles of which only their order, the broadest last, told that none is a folder",
    "n-1-020": "a decimal file without a point, behind its series when written",
    "n-1-021": "the same",
    "n-1-081": "the same",
    "n-3-045": "the same",
    "k-033": "a series whose title begins with a year, before its file when written",
    "n-3-044": "papers within a record group, after an entry",
    "n6en-061": "a file known by its title, which the line put into corner brackets",
    "n10b-049": "a decimal file without a point, of whose archive the line told more",
    "n10b-053": "a folder known by its title, in which a comma and a volume stand",
}


def forms_of(mark: Shelfmark) -> dict[str, MarkForm]:
    """Return the forms that the convention of *mark* has."""
    convention = convention_of(mark)
    own = convention.languages[0] if convention.languages else "en"
    found = {}
    for name, form in FORMS.items():
        if form.language == "ru" and "ru" not in convention.languages:
            continue
        if name == "slashes" and [level.name for level in convention.levels if level.required] != [
            "fond",
            "opis",
            "delo",
        ]:
            continue
        found[name] = MarkForm(language=own, labels=form.labels) if form.language == "" else form
    return found


def same(one: Shelfmark, other: Shelfmark) -> bool:
    ours, theirs = ((m.archive_id, sorted(m.levels), m.folios, m.paged) for m in (one, other))
    return ours == theirs


def reason(ident: str, mark: Shelfmark, form: str) -> str | None:
    known = IN_ANY_FORM | (IN_SLASHES if form == "slashes" else {})
    return ONE_BY_ONE.get(ident) or next((why for why, holds in known.items() if holds(mark)), None)


def marks_of(lines: str) -> Iterator[tuple[str, Shelfmark]]:
    """Yield every mark that is read in the lines of a set, with the line's id."""
    path = LINES[lines]
    if not path.is_file():
        pytest.skip(f"the {lines} lines are not here: {path}")
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        for mark in read_line(row["text"]).marks:
            yield row["id"], mark


@pytest.mark.parametrize("lines", LINES)
@pytest.mark.parametrize("form", FORMS)
def test_written_and_read_again(form: str, lines: str) -> None:
    lost, tried = [], 0
    for ident, mark in marks_of(lines):
        wanted = forms_of(mark).get(form)
        if wanted is None or reason(ident, mark, form):
            continue
        written = in_script(as_usual(mark), wanted.language)
        if form == "slashes":  # numbers in a row have no word for pages
            mark, written = replace(mark, paged=False), replace(written, paged=False)
        text = format_shelfmark(mark, wanted)
        again = read_line(text).marks
        tried += 1
        if len(again) != 1 or not same(again[0], written):
            lost.append((ident, text))
    assert lost == []
    assert tried > 140  # in slashes; some 260 in Russian, 530 in English, of collected ones 1,400


def test_every_exception_is_needed() -> None:
    needless = set(ONE_BY_ONE)
    for ident, mark in (found for lines in LINES for found in marks_of(lines)):
        if ident not in needless:
            continue
        for name, form in forms_of(mark).items():
            again = read_line(format_shelfmark(mark, form)).marks
            if name != "slashes" and (len(again) != 1 or not same(again[0], mark)):
                needless.discard(ident)
    assert needless == set()


ONE_WORD_FOR_BOTH = {
    "hu": "a noun after a number or before it is singular in Hungarian",
    "vi": "Vietnamese has no plural",
    "de": "Blatt is counted in the singular: 3 Blatt",
}


@pytest.mark.parametrize("convention", [c.id for c in tables.conventions().values() if c.folios and c.folios.forms])
def test_every_word_for_leaves_has_its_plural(convention: str) -> None:
    rules = tables.conventions()[convention]
    assert rules.folios is not None
    for language, form in rules.folios.forms.items():
        assert form.short_plural, language
        assert form.full_plural, language
        if language not in ONE_WORD_FOR_BOTH and rules.engine == "labelled":
            assert form.full_plural != form.full, language
        if rules.engine != "labelled":  # a code never has its words in full
            continue
        levels = tuple(Level(level.name, str(at)) for at, level in enumerate(rules.levels, 3) if level.required)
        for folios, word in ((Folios("12", "13"), form.full_plural), (Folios("12", "12"), form.full)):
            text = format_shelfmark(Shelfmark(None, None, levels, (folios,), convention), MarkForm(language, "full"))
            assert f" {word} 12" in text, language
            assert [mark.folios for mark in read_line(text).marks] == [(folios,)], text


NOBODYS = [
    (["fonds", "file", "box"], "fonds 1, file 2, box 3"),
    (["fonds", "file"], "fonds 1, file 2"),
    (["series", "volume"], "series 1, vol. 2"),
    (["fond", "opis", "delo"], "f. 1, op. 2, d. 3"),
]


@pytest.mark.parametrize(("levels", "written"), NOBODYS)
def test_an_archive_that_no_table_has_gets_no_countrys_words(levels: list[str], written: str) -> None:
    fields = {"archive": "Museum of the Old Mill", **{name: str(at) for at, name in enumerate(levels, 1)}}
    mark, _ = read_fields(fields)
    assert format_shelfmark(mark) == f"Museum of the Old Mill, {written}"


WRITTEN = [
    ("Rigsarkivet, UM, 5.D.12, pk. 3", "RA, UM, 5.D.12, pk. 3"),
    ("RA, Oslo, UD, 25.4/47, eske 123", "RA, UD, 25.4/47, eske 123"),
    ("NARA, RG 84, Moscow Embassy, Box 12, File 350", "NARA, RG 84, Moscow Embassy, box 12, file 350"),
    ("LAC, MG 26, N1, vol. 45", "LAC, fonds MG 26, N1, vol. 45"),
    ("BCA, Fon: 30-18-1-2, Kutu: 45, Dosya: 12", "BCA, fon 30-18-1-2, kutu 45, dosya 12"),
    ("StA Hamburg, 131-1 II, 1234", "StAHH, 131-1 II, Nr. 1234"),
    ("Stadtarchiv München, ZA, Nr. 1234", "StadtA München, ZA, Nr. 1234"),
    ("TNA, FO 371/84123", "TNA, FO 371/84123"),
]


@pytest.mark.parametrize(("line", "written"), WRITTEN)
def test_words_stand_where_the_bare_number_would_be_another(line: str, written: str) -> None:
    (mark,) = read_line(line).marks
    assert format_shelfmark(mark) == written
    (again,) = read_line(written).marks
    assert same(again, mark)


PAGES = [
    ("BArch, NS 19/2065, S. 5-7", "BArch, NS 19/2065, S. 5–7", {}),
    ("APRF, f. 45, op. 1, d. 334, p. 105", "APRF, f. 45, op. 1, d. 334, p. 105", {}),
    ("АП РФ. Ф. 45. Оп. 1. Д. 334. С. 105–106", "АП РФ, ф. 45, оп. 1, д. 334, с. 105–106", {"language": "ru"}),
    ("AAN, KC PZPR, sygn. 237/V-12, str. 34", "AAN, KC PZPR, sygn. 237/V-12, s. 34", {}),
    ("MNL OL, XIX-J-1-j, 12. doboz, 34. old.", "MNL OL, XIX-J-1-j, d. 12, o. 34", {}),
    ("TNA, FO 371/84123, pp. 5-6", "TNA, FO 371/84123, pp. 5–6", {"labels": "full"}),
    ("AJ, 507, IX, 119/I-12, str. 45", "AJ, fond 507, serija IX, a. j. 119/I-12, str. 45", {}),
    ("HAA, f. 113, ts. 3, g. 25, p. 7", "HAA, f. 113, ts. 3, g. 25, p. 7", {}),
    ("Archive of the Old Mill, box 3, folder 4, p. 5", "Archive of the Old Mill, box 3, folder 4, p. 5", {}),
]


@pytest.mark.parametrize(("line", "written", "form"), PAGES)
def test_pages_are_written_as_pages(line: str, written: str, form: dict[str, Any]) -> None:
    (mark,) = read_line(line).marks
    assert mark.paged
    assert format_shelfmark(mark, MarkForm(**form)) == written
    (again,) = read_line(written).marks
    assert same(again, mark)


@pytest.mark.parametrize(
    "line", ["BArch, NS 19/2065, Bl. 5", "APRF, f. 45, op. 1, d. 334, k. 5", "TNA, FO 371/84123, f. 5"]
)
def test_leaves_are_no_pages(line: str) -> None:
    assert [mark.paged for mark in read_line(line).marks] == [False]


@pytest.mark.parametrize("convention", [c.id for c in tables.conventions().values()])
def test_the_words_for_pages_are_known_as_such(convention: str) -> None:
    leaves_elsewhere = {"k", "l"}  # karta; lap, but list
    assert set(tables.conventions()[convention].pages) - leaves_elsewhere <= tables.page_words()


EXAMPLES = [(c.id, text) for c in tables.conventions().values() for text, _ in c.examples]


@pytest.mark.parametrize(("convention", "text"), EXAMPLES, ids=[f"{c}: {t}" for c, t in EXAMPLES])
def test_every_convention_comes_back_in_each_of_its_forms(convention: str, text: str) -> None:
    for mark in read_line(text).marks:
        for name, form in forms_of(mark).items():
            if reason("", mark, name):
                continue
            written = in_script(as_usual(mark), form.language)
            written = replace(written, paged=written.paged and name != "slashes")
            text = format_shelfmark(replace(mark, paged=written.paged), form)
            again = read_line(text).marks
            assert len(again) == 1, text
            assert same(again[0], written), text


OTHER_NUMBERS = {
    **dict.fromkeys(("us-dia", "us-doe", "us-treasury", "us-nsc", "us-nsa"), "agencies have no record groups"),
    "cu-boulder": "what stands behind its name is taken for another archive's",
    "uwm-arch": "the same",
    "tka": "a company's archive, whose numbers begin otherwise",
}
"""Archives that cannot be read with an example of their convention, and why."""


def test_the_name_that_is_written_for_an_archive_tells_it() -> None:
    examples: dict[str, Shelfmark] = {}
    for convention, text in EXAMPLES:
        marks = read_line(text).marks
        if len(marks) == 1:
            examples.setdefault(convention, marks[0])
    lost, tried = set(), 0
    for archive in tables.archives().values():
        example = examples.get(archive.convention)
        if example is None:
            continue
        mark = replace(example, archive=None, archive_id=archive.id)
        again = read_line(format_shelfmark(mark)).marks
        tried += 1
        written = in_script(as_usual(mark), "en")
        if len(again) != 1 or not same(replace(again[0], folios=mark.folios, paged=mark.paged), written):
            lost.add(archive.id)
    assert lost == set(OTHER_NUMBERS)
    assert tried > 1200
