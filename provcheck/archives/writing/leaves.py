"""Leaves and pages written: runs, backs, shortened ends."""

from __future__ import annotations

from provcheck import tables
from provcheck.archives.lexicon.folios import is_back
from provcheck.archives.writing.words import capital, in_full, tags, words_for
from provcheck.model.archive import Convention, LevelForm
from provcheck.model.shelfmark import Folios, MarkForm, Shelfmark


def write_leaves(mark: Shelfmark, convention: Convention | None, form: MarkForm) -> str:
    """Write the leaves of *mark*, or its pages, with the words of *convention*."""
    runs = mark.folios
    written = ", ".join(_run(run, convention, form) for run in runs)
    if form.labels == "none":
        return written
    words = words_for(convention.folios if convention else None, form.language, convention)
    if mark.paged:
        words = _pages(convention, form.language)
    elif words is None or (convention and convention.folios and convention.folios.name == "page"):
        words = LevelForm("fol.", "folio", "fols.", "folios")
    several = len(runs) > 1 or _number(runs[0].first) != _number(runs[0].last)
    if form.leaf[0]:
        return f"{capital(form.leaf[several], form)} {written}"
    full = in_full(form, convention)
    label = words.full if full else words.short
    english_only = label == "fol." and form.language.split("-")[0] != "en"  # fols.; fol. is Latin
    if several and form.agreement and not english_only:
        label = (words.full_plural if full else words.short_plural) or label
    return f"{capital(label, form)} {written}"


def _pages(convention: Convention | None, language: str) -> LevelForm:
    """Return the words for pages in the language in which the convention would write its leaves."""
    if convention is None or convention.folios is None:
        return tables.page_form("", ())
    written = convention.folios.forms
    tried = (*tags(language), *convention.languages)
    return tables.page_form(convention.id, tuple(tag for tag in tried if tag in written))


def _number(end: str) -> str:
    return end.rstrip("rv") if end[:1].isdigit() else end


def _run(run: Folios, convention: Convention | None, form: MarkForm) -> str:
    first, last = _side(run.first, convention, form), _side(run.last, convention, form)
    if run.first == run.last:
        return first
    if run.last in {"f", "ff"}:
        forms = tables.wording()["following_in"]
        one, several = next(forms[tag] for tag in (*tags(form.language), "en") if tag in forms)
        return f"{first}{one if run.last == 'f' else several}"
    if form.abbreviate_ranges and run.first.isdigit() and run.last.isdigit():
        last = _abbreviated(run.first, run.last)
    return f"{first}{form.dash}{last}"


def _side(end: str, convention: Convention | None, form: MarkForm) -> str:
    """Write the back of a leaf as the language does: ``3 об.``, ``3ob.``, ``3v``."""
    if form.leaf[0] or not convention or not convention.verso or not is_back(end):
        return end
    for tag in (*tags(form.language), *convention.languages):
        if tag in convention.verso:
            mark = convention.verso[tag]
            break
    else:
        return end
    number = end[:-1]
    return f"{number}{mark}" if mark.isascii() else f"{number} {mark}"


def _abbreviated(first: str, last: str) -> str:
    """Shorten the upper end of a range after the Chicago Manual of Style (9.61): 105–6, 100–104, 1087–89, 498–532."""
    if len(first) != len(last) or int(first) < 100 or first.endswith("00") or int(last) <= int(first):
        return last
    same = next(i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b)
    changed = len(last) - same
    if first[-2] == "0" and changed == 1:
        return last[-1]
    if changed <= 2:
        return last[-2:]
    return last[same:] if len(first) < 4 or changed < 3 else last
