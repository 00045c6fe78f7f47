"""What was read, as plain data for programs and as an account for people."""

from __future__ import annotations

from typing import Any

from provcheck import tables
from provcheck.archives.write import format_shelfmark
from provcheck.model.shelfmark import MarkForm, Shelfmark, SourceLine


def mark_as_json(mark: Shelfmark) -> dict[str, Any]:
    """Return one shelfmark as plain data."""
    return {
        "archive": mark.archive,
        "archive_id": mark.archive_id,
        "levels": [[level.name, level.value] for level in mark.levels],
        "folios": [[run.first, run.last] for run in mark.folios],
    }


def as_json(line: SourceLine) -> dict[str, Any]:
    """Return what was read of a line: shelfmarks, names by role, relation."""
    return {
        "shelfmarks": [mark_as_json(mark) for mark in line.marks],
        "translators": list(line.names("translator")),
        "obtained_by": list(line.names("obtained_by")),
        "contributors": list(line.names("contributor")),
        "editors": list(line.names("editor")),
        "relation": line.relation,
    }


def account(line: SourceLine) -> str:
    """Return a readable account of a line: what was read as what, what was left over, and the normalised forms."""
    out: list[str] = []
    number = 0
    for segment in line.segments:
        if segment.mark is not None:
            number += 1
            out += _mark(number, segment.text, segment.mark)
        for credit in segment.credits:
            out.append(f"{credit.role.replace('_', ' ')}: {'; '.join(credit.names)}")
    if line.relation == "same-document-copies":
        out.append("The shelfmarks are copies of one document.")
    left = [s for s in line.segments if s.mark is None and not s.credits and s.text.strip(" ,.;:()[]-–—")]
    for segment in left:
        what = "not read" if not segment.understood else "left as text"
        out.append(f"{what}: {segment.text.strip()}")
    if not number:
        out.insert(0, "no shelfmark")
    return "\n".join(out)


def _mark(number: int, text: str, mark: Shelfmark) -> list[str]:
    known = tables.archives().get(mark.archive_id or "")
    out = [f"shelfmark {number}: {text.strip()}"]
    if mark.archive:
        name = f"{known.names.get('en', known.id)} ({known.id})" if known else "not in the tables, or ambiguous"
        out.append(f"  archive  {mark.archive} = {name}")
    else:
        out.append("  archive  not named")
    out += [f"  {level.name:8} {level.value}" for level in mark.levels]
    if mark.folios:
        runs = ", ".join(r.first if r.first == r.last else f"{r.first} to {r.last}" for r in mark.folios)
        out.append(f"  folios   {runs}")
    out.append(f"  written  {format_shelfmark(mark)}")
    if known and known.country in {"RU", "BY", "UA"}:
        russian = MarkForm(language="ru", capitals=True, between=". ", after_archive=". ", agreement=False)
        out.append(f"  ГОСТ     {format_shelfmark(mark, russian)}")
    return out
