"""Every mark of the labelled lines, written in every form of its convention, is read again as it was.

Needs ``../shared`` beside the checkout. What cannot come back is listed with its reason, and must still not come back:
an exception that has become needless fails the test.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from provcheck import tables
from provcheck.archives import format_shelfmark, in_script, read_line
from provcheck.model.archive import Convention
from provcheck.model.shelfmark import Folios, Level, MarkForm, Shelfmark

LINES = Path(__file__).parents[3] / "shared" / "gold" / "lines.jsonl"

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
    "w-0063": "Personal Letterbook, vol. 1 after a box is taken for the title of a folder",
    "w-0262": "a file known by its title, which has no end",
    "w-0346": "the same",
    "w-0411": "a file known by its title, in which a colon stands",
    "w-0412": "the same",
    "w-0455": "private papers of a person: only the line says that it is no archive",
    "w-0474": "a series known by its title may be a collection; the line said more",
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
    return (one.archive_id, sorted(one.levels), one.folios) == (other.archive_id, sorted(other.levels), other.folios)


def reason(ident: str, mark: Shelfmark, form: str) -> str | None:
    known = IN_ANY_FORM | (IN_SLASHES if form == "slashes" else {})
    return ONE_BY_ONE.get(ident) or next((why for why, holds in known.items() if holds(mark)), None)


@pytest.mark.parametrize("form", FORMS)
def test_written_and_read_again(form: str) -> None:
    if not LINES.is_file():
        pytest.skip(f"the labelled lines are not here: {LINES}")
    lost, tried = [], 0
    for row in map(json.loads, LINES.read_text(encoding="utf-8").splitlines()):
        for mark in read_line(row["text"]).marks:
            wanted = forms_of(mark).get(form)
            if wanted is None or reason(row["id"], mark, form):
                continue
            written = in_script(mark, wanted.language) if form in {"Russian", "GOST"} or "English" in form else mark
            text = format_shelfmark(written, wanted)
            again = read_line(text).marks
            tried += 1
            if len(again) != 1 or not same(again[0], written):
                lost.append((row["id"], text))
    assert lost == []
    assert tried > 140  # in slashes; some 260 in Russian, 530 in English


def test_every_exception_is_needed() -> None:
    if not LINES.is_file():
        pytest.skip(f"the labelled lines are not here: {LINES}")
    needless = set(ONE_BY_ONE)
    for row in map(json.loads, LINES.read_text(encoding="utf-8").splitlines()):
        if row["id"] not in needless:
            continue
        for mark in read_line(row["text"]).marks:
            for name, form in forms_of(mark).items():
                again = read_line(format_shelfmark(mark, form)).marks
                if name != "slashes" and (len(again) != 1 or not same(again[0], mark)):
                    needless.discard(row["id"])
    assert needless == set()


VERSO = [(c.id, tag) for c in tables.conventions().values() for tag in c.verso if c.engine == "labelled"]


@pytest.mark.parametrize(("convention", "language"), VERSO)
def test_backs_of_lettered_leaves(convention: str, language: str) -> None:
    rules = tables.conventions()[convention]
    known = (a.id for a in tables.archives().values() if a.convention == convention and a.codes and not a.required)
    levels = tuple(Level(level.name, str(12 + n)) for n, level in enumerate(rules.levels) if level.required)
    leaves = (Folios("86av", "86av"), Folios("87", "87v"), Folios("90bv", "91cv"))
    mark = Shelfmark(None, next(known, None), levels, leaves, convention)
    for words in ("short", "full"):
        written = in_script(mark, language)
        text = format_shelfmark(written, MarkForm(language=language, labels=words))
        again = read_line(text).marks
        assert len(again) == 1 and same(again[0], written), text
